/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session-private.h"

#include <string.h>

/**
 * al_session_branch:
 * @self: a session in which a scenario runs
 *
 * Makes a session that goes on from the same state, with the same axes, the same minute behind it,
 * its own history and no ghosts. What is done to one is not done to the other.
 *
 * Returns: (transfer full): a new session, frozen
 */
AlSession *
al_session_branch (AlSession *self)
{
  AlSession *branch;

  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  branch = al_session_new ();
  *branch->simulation = *self->simulation;
  *branch->start = *self->start;
  if (self->baseline != NULL)
    branch->baseline = g_memdup2 (self->baseline, sizeof *self->baseline);
  al_timeline_finalize (&branch->timeline);
  branch->timeline = self->timeline;
  if (self->timeline.scenario != NULL)
    branch->timeline.scenario = al_scenario_copy (self->timeline.scenario);
  branch->survey = self->survey;
  branch->surveyed = self->surveyed;
  branch->ready = self->ready;
  branch->frame_time.speed = self->frame_time.speed;
  branch->support_since_us = self->support_since_us;
  branch->changed_us = self->changed_us;
  branch->before = self->before;
  al_trends_copy (&branch->trends, &self->trends);
  al_recorder_copy (&branch->recorder, &self->recorder);
  al_comparison_refer_to_present (&branch->comparison, branch->simulation,
                                  AL_SESSION_REFERENCE_BEATS);
  return branch;
}

static void
swap (gpointer one, gpointer other, gsize size)
{
  g_autofree gpointer kept = g_memdup2 (one, size);

  memcpy (one, other, size);
  memcpy (other, kept, size);
}

/* What is on its way was begun for the run that is about to be elsewhere. */
static void
let_go (AlSession *self)
{
  al_session_cancel_work (self);
  if (self->ghosts_on_way != NULL)
    g_cancellable_cancel (self->ghosts_on_way);
  g_clear_object (&self->ghosts_on_way);
  self->has_held = FALSE;
}

static void
announce_exchange (AlSession *self)
{
  al_session_notify (self, AL_SESSION_PROP_FOUR_WAY);
  al_session_announce_restart (self);
}

/**
 * al_session_exchange:
 * @self: a session
 * @other: a branch of it, or what it is a branch of
 *
 * Lets two sessions change their runs: patient, settings, undo, kept loops, trends, what was
 * recorded. What shows or sets a session then shows and sets the other run.
 *
 * Axes, playing, speed and the moment that is looked at stay with the session. A kept loop that was
 * still to settle stays as it was caught.
 */
void
al_session_exchange (AlSession *self, AlSession *other)
{
  g_return_if_fail (AL_IS_SESSION (self) && self->ready);
  g_return_if_fail (AL_IS_SESSION (other) && other->ready);
  let_go (self);
  let_go (other);
  swap (&self->simulation, &other->simulation, sizeof self->simulation);
  swap (&self->start, &other->start, sizeof self->start);
  swap (&self->baseline, &other->baseline, sizeof self->baseline);
  swap (&self->timeline, &other->timeline, sizeof self->timeline);
  swap (&self->recorder, &other->recorder, sizeof self->recorder);
  swap (&self->history, &other->history, sizeof self->history);
  swap (&self->comparison, &other->comparison, sizeof self->comparison);
  swap (&self->set_aside, &other->set_aside, sizeof self->set_aside);
  swap (&self->trends, &other->trends, sizeof self->trends);
  swap (&self->support_since_us, &other->support_since_us, sizeof self->support_since_us);
  swap (&self->changed_us, &other->changed_us, sizeof self->changed_us);
  swap (&self->before, &other->before, sizeof self->before);
  announce_exchange (self);
  announce_exchange (other);
}

/**
 * al_session_take_axes:
 * @self: a session
 * @other: a branch of it, or what it is a branch of
 *
 * Takes the axes of another run, so that loops can be compared by eye.
 */
void
al_session_take_axes (AlSession *self, AlSession *other)
{
  g_return_if_fail (AL_IS_SESSION (self));
  g_return_if_fail (AL_IS_SESSION (other));
  if (memcmp (&self->survey, &other->survey, sizeof self->survey) == 0)
    return;
  self->survey = other->survey;
  self->surveyed = other->surveyed;
  al_session_emit (self, AL_SESSION_AXES_CHANGED);
}
