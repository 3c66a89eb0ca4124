/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session-private.h"

G_DEFINE_FINAL_TYPE (AlSession, al_session, G_TYPE_OBJECT)

static GParamSpec *properties[AL_SESSION_N_PROPS];

static guint signals[AL_SESSION_N_SIGNALS];

/* Says that a property has changed. */
void
al_session_notify (AlSession *self, AlSessionProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
al_session_notify_history (AlSession *self)
{
  al_session_notify (self, AL_SESSION_PROP_CAN_UNDO);
  al_session_notify (self, AL_SESSION_PROP_CAN_REDO);
}

void
al_session_emit (AlSession *self, AlSessionSignal signal)
{
  g_signal_emit (self, signals[signal], 0);
}

/**
 * al_session_get_ready:
 * @self: a session
 *
 * Whether a scenario is loaded and settled.
 */
gboolean
al_session_get_ready (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->ready;
}

/**
 * al_session_get_progress:
 * @self: a session
 *
 * How far settling has come, from 0 to 1.
 */
double
al_session_get_progress (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), 0);
  return self->progress;
}

/**
 * al_session_get_simulation:
 * @self: a session
 *
 * The simulation as it stands; copy it to branch off.
 *
 * Returns: (transfer none): the simulation
 */
const AlSimulation *
al_session_get_simulation (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  return self->simulation;
}

/**
 * al_session_get_trace:
 * @self: a session
 *
 * The signals of the last minute.
 *
 * Returns: (transfer none): the trace
 */
AlTrace *
al_session_get_trace (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  return self->recorder.trace;
}

/**
 * al_session_get_loops:
 * @self: a session
 *
 * The loops of the last beats.
 *
 * Returns: (transfer none): the loops
 */
const AlLoops *
al_session_get_loops (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  return &self->recorder.loops;
}

/**
 * al_session_get_survey:
 * @self: a session
 *
 * How far the signals of the patient go, from which axes are chosen.
 *
 * Returns: (transfer none) (nullable): the survey, %NULL before a scenario was loaded
 */
const AlSurvey *
al_session_get_survey (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  return self->surveyed ? &self->survey : NULL;
}

/* The object */

static void
al_session_dispose (GObject *object)
{
  al_session_cancel_work (AL_SESSION (object));
  al_session_forget_ghosts (AL_SESSION (object));
  G_OBJECT_CLASS (al_session_parent_class)->dispose (object);
}

static void
al_session_finalize (GObject *object)
{
  AlSession *self = AL_SESSION (object);

  al_session_cancel_settling (self);
  g_clear_pointer (&self->simulation, g_free);
  g_clear_pointer (&self->start, g_free);
  g_clear_pointer (&self->baseline, g_free);
  al_timeline_finalize (&self->timeline);
  al_recorder_finalize (&self->recorder);
  g_clear_pointer (&self->history, al_history_free);
  al_comparison_finalize (&self->comparison);
  al_trends_finalize (&self->trends);
  G_OBJECT_CLASS (al_session_parent_class)->finalize (object);
}

static void
al_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AlSession *self = AL_SESSION (object);

  switch (prop_id) {
  case AL_SESSION_PROP_READY:
    g_value_set_boolean (value, self->ready);
    break;
  case AL_SESSION_PROP_PROGRESS:
    g_value_set_double (value, self->progress);
    break;
  case AL_SESSION_PROP_PLAYING:
    g_value_set_boolean (value, self->playing);
    break;
  case AL_SESSION_PROP_SPEED:
    g_value_set_double (value, self->frame_time.speed);
    break;
  case AL_SESSION_PROP_CAN_UNDO:
    g_value_set_boolean (value, al_session_get_can_undo (self));
    break;
  case AL_SESSION_PROP_CAN_REDO:
    g_value_set_boolean (value, al_session_get_can_redo (self));
    break;
  case AL_SESSION_PROP_FOUR_WAY:
    g_value_set_boolean (value, al_session_get_four_way (self));
    break;
  case AL_SESSION_PROP_WORK:
    g_value_set_uint (value, self->work);
    break;
  case AL_SESSION_PROP_WORK_PROGRESS:
    g_value_set_double (value, self->work_progress);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, AL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
al_session_class_init (AlSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = al_session_dispose;
  object_class->finalize = al_session_finalize;
  object_class->get_property = al_session_get_property;

  /* Whether a scenario is loaded and settled */
  properties[AL_SESSION_PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  /* How far settling has come */
  properties[AL_SESSION_PROP_PROGRESS] =
      g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  /* Whether time goes on with the frames */
  properties[AL_SESSION_PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  /* Simulated seconds in a second */
  properties[AL_SESSION_PROP_SPEED] =
      g_param_spec_double ("speed", NULL, NULL, AL_SESSION_SLOWEST, AL_SESSION_FASTEST, 1, flags);
  properties[AL_SESSION_PROP_CAN_UNDO] =
      g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[AL_SESSION_PROP_CAN_REDO] =
      g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  /* Whether the four-way comparison is shown or on its way */
  properties[AL_SESSION_PROP_FOUR_WAY] =
      g_param_spec_boolean ("four-way", NULL, NULL, FALSE, flags);
  /* What goes on beside the frames, an AlSessionWork */
  properties[AL_SESSION_PROP_WORK] =
      g_param_spec_uint ("work", NULL, NULL, AL_SESSION_IDLE, AL_SESSION_LEAPING, 0, flags);
  /* How far it has come */
  properties[AL_SESSION_PROP_WORK_PROGRESS] =
      g_param_spec_double ("work-progress", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, AL_SESSION_N_PROPS, properties);

  /* A beat has ended: indices and whole loops are new */
  signals[AL_SESSION_BEAT] = new_signal ("beat");
  /* Simulated time has passed: live curves are new */
  signals[AL_SESSION_ADVANCED] = new_signal ("advanced");
  /* Another moment is looked at */
  signals[AL_SESSION_CURSOR_MOVED] = new_signal ("cursor-moved");
  signals[AL_SESSION_SETTINGS_CHANGED] = new_signal ("settings-changed");
  /* Ghosts or the reference have changed */
  signals[AL_SESSION_GHOSTS_CHANGED] = new_signal ("ghosts-changed");
  /* Another scenario, or the same from its beginning; before "restarted" */
  signals[AL_SESSION_LOADED] = new_signal ("loaded");
  /* What is shown is another: another scenario, another time, another run */
  signals[AL_SESSION_RESTARTED] = new_signal ("restarted");
  /* The survey is new: axes may be chosen from it */
  signals[AL_SESSION_AXES_CHANGED] = new_signal ("axes-changed");
  /* The model left the numbers; the last change was taken back and time stands still */
  signals[AL_SESSION_FAILED] = new_signal ("failed");
  /* What waits to be predicted has changed, or nothing waits any more */
  signals[AL_SESSION_HELD] = new_signal ("held");
}

static void
al_session_init (AlSession *self)
{
  AlSettings settings;

  al_settings_init (&settings);
  self->simulation = g_new0 (AlSimulation, 1);
  self->start = g_new0 (AlSimulation, 1);
  al_simulation_init (self->simulation, &settings);
  self->frame_time.speed = 1;
  al_recorder_init (&self->recorder, self->simulation, AL_SESSION_REVIEW_US);
  self->cursor_us = -1;
  self->history = al_history_new ();
  al_comparison_init (&self->comparison);
  al_trends_init (&self->trends);
}

/**
 * al_session_new:
 *
 * Makes a session in which nothing is loaded.
 *
 * Returns: (transfer full): a new session
 */
AlSession *
al_session_new (void)
{
  return g_object_new (AL_TYPE_SESSION, NULL);
}
