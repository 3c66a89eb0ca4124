/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session-private.h"

#include "al-leap.h"

/* So much of a leap is lived through, so that the charts are full where it ends. */
#define LIVED_US AL_SESSION_SWEEP_US

/* A shorter one is lived through at once. */
#define SHORTEST_LEAP_US (2 * LIVED_US)

/* One thing at a time */

void
al_session_begin_work (AlSession *self, AlSessionWork work)
{
  al_session_cancel_work (self);
  self->work = work;
  self->work_progress = 0;
  self->working = g_cancellable_new ();
  al_session_notify (self, AL_SESSION_PROP_WORK);
  al_session_notify (self, AL_SESSION_PROP_WORK_PROGRESS);
  if (work == AL_SESSION_COMPARING)
    al_session_notify (self, AL_SESSION_PROP_FOUR_WAY);
}

void
al_session_set_work_progress (AlSession *self, double progress)
{
  self->work_progress = progress;
  al_session_notify (self, AL_SESSION_PROP_WORK_PROGRESS);
}

void
al_session_end_work (AlSession *self)
{
  const gboolean was_comparing = self->work == AL_SESSION_COMPARING;

  self->work = AL_SESSION_IDLE;
  g_clear_object (&self->working);
  al_session_notify (self, AL_SESSION_PROP_WORK);
  if (was_comparing)
    al_session_notify (self, AL_SESSION_PROP_FOUR_WAY);
}

/* Whoever asks for another course of time does not want the one that is on its way. */
void
al_session_cancel_leap (AlSession *self)
{
  if (self->work == AL_SESSION_LEAPING)
    al_session_cancel_work (self);
}

/**
 * al_session_cancel_work:
 * @self: a session
 *
 * Gives up what goes on beside the frames; everything stays as it was before.
 */
void
al_session_cancel_work (AlSession *self)
{
  g_return_if_fail (AL_IS_SESSION (self));
  if (self->work == AL_SESSION_IDLE)
    return;
  g_cancellable_cancel (self->working);
  al_session_end_work (self);
}

/**
 * al_session_get_work:
 * @self: a session
 *
 * What goes on beside the frames.
 */
AlSessionWork
al_session_get_work (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), AL_SESSION_IDLE);
  return self->work;
}

/**
 * al_session_get_work_progress:
 * @self: a session
 *
 * How far it has come, from 0 to 1.
 */
double
al_session_get_work_progress (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), 0);
  return self->work_progress;
}

/* Leaps */

static void
land (AlSession *self, AlLeap *leap)
{
  const gboolean changed =
      !al_settings_equal (&leap->simulation.settings, &self->simulation->settings);

  al_history_remember_state (self->history, self->simulation);
  if (changed)
    self->changed_us = self->support_since_us = al_simulation_get_time_us (&leap->simulation);
  *self->simulation = leap->simulation;
  self->before = leap->simulation.settings;
  self->timeline.next = leap->timeline.next;
  al_trends_take (&self->trends, &leap->trends);
  al_recorder_clear (&self->recorder);
  self->cursor_us = -1;
  al_session_advance_silently (self, LIVED_US);
  al_session_announce_restart (self);
  al_session_emit (self, AL_SESSION_ADVANCED);
}

static void
leap_progress_cb (double share, gpointer user_data)
{
  g_autoptr (AlSession) self = g_weak_ref_get (user_data);

  if (self != NULL)
    al_session_set_work_progress (self, share);
}

static void
leapt_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AlSession) self = g_weak_ref_get (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlLeap) leap = al_leap_finish (result, &error);

  g_weak_ref_clear (user_data);
  g_free (user_data);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  al_session_end_work (self);
  if (leap != NULL)
    land (self, leap);
  else
    al_session_emit (self, AL_SESSION_FAILED);
}

/**
 * al_session_leap:
 * @self: a session
 * @duration_us: simulated time, a multiple of %AL_STEP_US and at least 12 s
 *
 * Freezes, and lets hours pass in the background, with slow variables recorded on the way.
 *
 * What comes out is what living through them would have given. Undo returns to the state before it
 * exactly, time included. Any change meanwhile gives it up.
 */
void
al_session_leap (AlSession *self, gint64 duration_us)
{
  GWeakRef *reference;

  g_return_if_fail (AL_IS_SESSION (self));
  g_return_if_fail (duration_us >= SHORTEST_LEAP_US);
  if (!self->ready)
    return;
  al_session_set_playing (self, FALSE);
  al_session_begin_work (self, AL_SESSION_LEAPING);
  reference = g_new0 (GWeakRef, 1);
  g_weak_ref_init (reference, self);
  al_leap_start (al_leap_new (self->simulation, &self->timeline, &self->trends),
                 duration_us - LIVED_US, self->working, leap_progress_cb, leapt_cb, reference);
}

/**
 * al_session_get_trends:
 * @self: a session
 *
 * How what is slow went over the hours.
 *
 * Returns: (transfer none): the trends
 */
const AlTrends *
al_session_get_trends (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  return &self->trends;
}
