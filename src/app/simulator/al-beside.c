/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-beside.h"

/* What is further behind than this is caught up in the background. */
#define MOST_AT_ONCE_US (12 * G_USEC_PER_SEC)

/**
 * AlBeside:
 *
 * Two runs of one patient at the same time of the model.
 *
 * The session that everything shows and sets always holds the run that is selected; the other run
 * is held by a branch of it. To select the other, the two change their runs, so that nothing that
 * follows the session needs to know that there are two.
 */
struct _AlBeside {
  GObject parent_instance;

  AlSession *session;
  AlSession *other; /* NULL while there is one run */
  guint selected;   /* the run in the session: 0 is the one that was there first */
  gboolean exchanging;
};

G_DEFINE_FINAL_TYPE (AlBeside, al_beside, G_TYPE_OBJECT)

enum {
  CHANGED,
  PARTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
part (AlBeside *self)
{
  al_beside_leave (self);
  g_signal_emit (self, signals[PARTED], 0);
}

/* Time of the one that is selected went back, as undo of a leap does: undo of the other may, too.
 */
static void
go_back (AlBeside *self)
{
  al_session_undo (self->other);
  if (al_session_get_time_us (self->other) != al_session_get_time_us (self->session))
    part (self);
}

/* A run that fails is let go while it advances. */
static void
follow (AlBeside *self)
{
  g_autoptr (AlSession) other = self->other != NULL ? g_object_ref (self->other) : NULL;
  gint64 behind_us;

  if (other == NULL || self->exchanging || al_beside_get_catching_up (self))
    return;
  behind_us = al_session_get_time_us (self->session) - al_session_get_time_us (other);
  if (behind_us < 0)
    go_back (self);
  else if (behind_us >= MOST_AT_ONCE_US)
    al_session_leap (other, behind_us);
  else if (behind_us > 0)
    al_session_advance (other, behind_us);
}

static void
look_at_same_moment (AlBeside *self)
{
  if (self->other == NULL || self->exchanging)
    return;
  al_session_set_cursor_us (self->other, al_session_get_reviewing (self->session)
                                             ? al_session_get_cursor_us (self->session)
                                             : G_MAXINT64);
}

static void
take_axes (AlBeside *self)
{
  if (self->other != NULL)
    al_session_take_axes (self->other, self->session);
}

static void
ready_cb (AlBeside *self)
{
  if (!al_session_get_ready (self->session))
    al_beside_leave (self);
}

static void
say_changed (AlBeside *self)
{
  if (self->other != NULL && !self->exchanging)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The object */

static void
forget_other (AlBeside *self)
{
  if (self->other != NULL)
    g_signal_handlers_disconnect_by_data (self->other, self);
  g_clear_object (&self->other);
}

static void
al_beside_dispose (GObject *object)
{
  AlBeside *self = AL_BESIDE (object);

  forget_other (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (al_beside_parent_class)->dispose (object);
}

static void
al_beside_class_init (AlBesideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = al_beside_dispose;
  /* There is a second run or no longer, another is selected, or one has other settings */
  signals[CHANGED] = g_signal_new ("changed", AL_TYPE_BESIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /* The second run could not be kept at the time of the first, and has ended */
  signals[PARTED] = g_signal_new ("parted", AL_TYPE_BESIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
al_beside_init (AlBeside *self)
{
}

/**
 * al_beside_new:
 * @session: what is shown and set
 *
 * Watches over a session in which there is one run.
 *
 * Returns: (transfer full): a new object
 */
AlBeside *
al_beside_new (AlSession *session)
{
  AlBeside *self = g_object_new (AL_TYPE_BESIDE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "advanced", G_CALLBACK (follow), self);
  g_signal_connect_swapped (session, "restarted", G_CALLBACK (follow), self);
  g_signal_connect_swapped (session, "cursor-moved", G_CALLBACK (look_at_same_moment), self);
  g_signal_connect_swapped (session, "axes-changed", G_CALLBACK (take_axes), self);
  g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (say_changed), self);
  g_signal_connect_swapped (session, "loaded", G_CALLBACK (al_beside_leave), self);
  g_signal_connect_swapped (session, "notify::ready", G_CALLBACK (ready_cb), self);
  return self;
}

/**
 * al_beside_begin:
 * @self: an object whose session is ready
 *
 * Begins a second run from the state as it is, and selects it.
 */
void
al_beside_begin (AlBeside *self)
{
  g_return_if_fail (AL_IS_BESIDE (self));
  if (self->other != NULL || !al_session_get_ready (self->session))
    return;
  self->other = al_session_branch (self->session);
  /* Time may have passed since it began to catch up. */
  g_signal_connect_swapped (self->other, "restarted", G_CALLBACK (follow), self);
  g_signal_connect_swapped (self->other, "notify::work", G_CALLBACK (say_changed), self);
  g_signal_connect_swapped (self->other, "failed", G_CALLBACK (part), self);
  al_beside_select (self, 1);
}

/**
 * al_beside_leave:
 * @self: an object
 *
 * Ends the run that is not selected.
 */
void
al_beside_leave (AlBeside *self)
{
  g_return_if_fail (AL_IS_BESIDE (self));
  if (self->other == NULL)
    return;
  forget_other (self);
  self->selected = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * al_beside_get_on:
 * @self: an object
 *
 * Whether there are two runs.
 */
gboolean
al_beside_get_on (AlBeside *self)
{
  g_return_val_if_fail (AL_IS_BESIDE (self), FALSE);
  return self->other != NULL;
}

/**
 * al_beside_get_catching_up:
 * @self: an object
 *
 * Whether the run that is not selected is still to be brought, in the background, to where a leap
 * has brought the other. Meanwhile it cannot be selected.
 */
gboolean
al_beside_get_catching_up (AlBeside *self)
{
  g_return_val_if_fail (AL_IS_BESIDE (self), FALSE);
  return self->other != NULL && al_session_get_work (self->other) == AL_SESSION_LEAPING;
}

/**
 * al_beside_get_selected:
 * @self: an object
 *
 * Which run is shown and set: 0 is the one that was there first.
 */
guint
al_beside_get_selected (AlBeside *self)
{
  g_return_val_if_fail (AL_IS_BESIDE (self), 0);
  return self->selected;
}

/**
 * al_beside_select:
 * @self: an object
 * @run: 0 or 1
 *
 * Brings a run into the session that is shown and set.
 */
void
al_beside_select (AlBeside *self, guint run)
{
  g_return_if_fail (AL_IS_BESIDE (self));
  g_return_if_fail (run < AL_N_RUNS);
  if (self->other == NULL || self->selected == run || al_beside_get_catching_up (self))
    return;
  self->exchanging = TRUE;
  self->selected = run;
  al_session_exchange (self->session, self->other);
  self->exchanging = FALSE;
  look_at_same_moment (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * al_beside_get_run:
 * @self: an object
 * @run: 0 or 1
 *
 * The session that holds a run now.
 *
 * Returns: (transfer none) (nullable): a session, %NULL for the second while there is one run
 */
AlSession *
al_beside_get_run (AlBeside *self, guint run)
{
  g_return_val_if_fail (AL_IS_BESIDE (self), NULL);
  return run == self->selected ? self->session : self->other;
}
