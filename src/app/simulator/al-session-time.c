/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session-private.h"

#include <math.h>

static void
return_to_present (AlSession *self)
{
  if (self->cursor_us < 0)
    return;
  self->cursor_us = -1;
  al_session_emit (self, AL_SESSION_CURSOR_MOVED);
}

static void
fail (AlSession *self)
{
  AlMoment moment;

  al_session_set_playing (self, FALSE);
  if (al_history_undo (self->history, self->simulation, &moment)) {
    al_session_take_moment (self, &moment);
    al_session_notify_history (self);
  }
  al_session_emit (self, AL_SESSION_FAILED);
}

static void
apply_due_commands (AlSession *self)
{
  AlSettings settings = self->simulation->settings;

  if (al_timeline_apply_due (&self->timeline, al_session_get_time_us (self), &settings))
    al_session_keep_and_apply (self, &settings, FALSE);
}

/* Cut where a command falls due and where slow variables are recorded. */
gboolean
al_session_advance_silently (AlSession *self, gint64 duration_us)
{
  while (duration_us > 0) {
    gint64 part_us;

    apply_due_commands (self);
    part_us =
        MIN (duration_us, al_timeline_get_wait_us (&self->timeline, al_session_get_time_us (self)));
    part_us = MIN (part_us, al_trends_get_wait_us (&self->trends, al_session_get_time_us (self)));
    if (al_simulation_advance (self->simulation, part_us, al_recorder_record_cb, &self->recorder) !=
        AL_STATUS_OK)
      return FALSE;
    al_trends_follow (&self->trends, self->simulation);
    duration_us -= part_us;
  }
  return TRUE;
}

static void
report_progress_of_time (AlSession *self, gint64 n_beats_before)
{
  al_session_emit (self, AL_SESSION_ADVANCED);
  if (al_simulation_get_n_beats (self->simulation) != n_beats_before)
    al_session_emit (self, AL_SESSION_BEAT);
}

/**
 * al_session_get_time_us:
 * @self: a session
 *
 * The simulated time in microseconds.
 */
gint64
al_session_get_time_us (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), 0);
  return al_simulation_get_time_us (self->simulation);
}

/**
 * al_session_get_playing:
 * @self: a session
 *
 * Whether time goes on with the frames.
 */
gboolean
al_session_get_playing (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->playing;
}

/**
 * al_session_set_playing:
 * @self: a session
 * @playing: whether time goes on with the frames
 *
 * Plays or freezes.
 */
void
al_session_set_playing (AlSession *self, gboolean playing)
{
  g_return_if_fail (AL_IS_SESSION (self));
  if (self->playing == !!playing)
    return;
  self->playing = !!playing;
  return_to_present (self);
  al_frame_time_stop (&self->frame_time);
  al_session_notify (self, AL_SESSION_PROP_PLAYING);
}

/**
 * al_session_get_speed:
 * @self: a session
 *
 * Simulated seconds in a second of the frame clock.
 */
double
al_session_get_speed (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), 1);
  return self->frame_time.speed;
}

/**
 * al_session_set_speed:
 * @self: a session
 * @speed: simulated seconds in a second, %AL_SESSION_SLOWEST to %AL_SESSION_FASTEST
 *
 * Sets slow motion or time lapse. What is simulated does not depend on it.
 */
void
al_session_set_speed (AlSession *self, double speed)
{
  g_return_if_fail (AL_IS_SESSION (self));
  speed = CLAMP (speed, AL_SESSION_SLOWEST, AL_SESSION_FASTEST);
  if (fabs (self->frame_time.speed - speed) < 1e-9)
    return;
  self->frame_time.speed = speed;
  al_session_notify (self, AL_SESSION_PROP_SPEED);
}

/**
 * al_session_advance:
 * @self: a session
 * @duration_us: simulated time, a multiple of %AL_STEP_US
 *
 * Lets simulated time pass, with the commands of the scenario that fall into it.
 */
void
al_session_advance (AlSession *self, gint64 duration_us)
{
  gint64 n_beats;

  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->ready)
    return;
  al_session_cancel_leap (self);
  return_to_present (self);
  n_beats = al_simulation_get_n_beats (self->simulation);
  if (!al_session_advance_silently (self, duration_us))
    fail (self);
  report_progress_of_time (self, n_beats);
}

/**
 * al_session_tick:
 * @self: a session
 * @frame_time_us: the time of the frame
 *
 * Advances by what the frame clock says and the speed makes of it, in whole steps.
 */
void
al_session_tick (AlSession *self, gint64 frame_time_us)
{
  gint64 due_us;

  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->ready || !self->playing)
    return;
  due_us = al_frame_time_pass (&self->frame_time, frame_time_us);
  if (due_us > 0)
    al_session_advance (self, due_us);
}

/**
 * al_session_pause_clock:
 * @self: a session
 *
 * Says that the frames have stopped: the time until the next one does not count.
 */
void
al_session_pause_clock (AlSession *self)
{
  g_return_if_fail (AL_IS_SESSION (self));
  al_frame_time_stop (&self->frame_time);
}

/**
 * al_session_step_beat:
 * @self: a session
 *
 * Advances to the end of the beat.
 */
void
al_session_step_beat (AlSession *self)
{
  gint64 n_beats;

  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->ready)
    return;
  al_session_cancel_leap (self);
  return_to_present (self);
  n_beats = al_simulation_get_n_beats (self->simulation);
  apply_due_commands (self);
  if (al_simulation_advance_beat (self->simulation, al_recorder_record_cb, &self->recorder) !=
      AL_STATUS_OK)
    fail (self);
  report_progress_of_time (self, n_beats);
}

/* Looking back */

/**
 * al_session_get_reviewing:
 * @self: a session
 *
 * Whether something past is looked at, and not the present.
 */
gboolean
al_session_get_reviewing (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->cursor_us >= 0;
}

/**
 * al_session_get_cursor_us:
 * @self: a session
 *
 * The simulated time that is looked at, in microseconds: the present, or a moment before it.
 */
gint64
al_session_get_cursor_us (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), 0);
  return self->cursor_us >= 0 ? self->cursor_us : al_session_get_time_us (self);
}

/**
 * al_session_set_cursor_us:
 * @self: a session
 * @time_us: simulated time; brought into what the trace holds
 *
 * Freezes, and looks at a moment of the last minute. Playing returns to the present.
 */
void
al_session_set_cursor_us (AlSession *self, gint64 time_us)
{
  const AlTrace *trace;
  gint64 cursor_us;

  g_return_if_fail (AL_IS_SESSION (self));
  trace = self->recorder.trace;
  if (!self->ready || al_trace_get_n_samples (trace) == 0)
    return;
  al_session_set_playing (self, FALSE);
  cursor_us = time_us >= al_trace_get_last_us (trace)
                  ? -1
                  : MAX (time_us, MAX (al_trace_get_first_us (trace), 0));
  if (cursor_us == self->cursor_us)
    return;
  self->cursor_us = cursor_us;
  al_session_emit (self, AL_SESSION_CURSOR_MOVED);
}

/**
 * al_session_find_beat:
 * @self: a session
 *
 * The beat that is looked at: the last one, or that under the cursor.
 *
 * Returns: (transfer none) (nullable): the beat; %NULL where it is not known any more, or not yet
 */
const AlBeat *
al_session_find_beat (AlSession *self)
{
  const AlSimulation *simulation;
  guint n_beats;

  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  simulation = self->simulation;
  n_beats = (guint) MIN (al_simulation_get_n_beats (simulation), AL_BEAT_HISTORY);
  for (guint back = 0; back < n_beats; back++) {
    const AlBeat *beat = al_simulation_get_beat (simulation, back);

    if (!al_session_get_reviewing (self) || beat->start_us <= self->cursor_us)
      return beat;
  }
  return NULL;
}

/**
 * al_session_get_blood:
 * @self: a session
 *
 * The blood and the devices in the beat that is looked at.
 *
 * Returns: (transfer none): valid until the session goes on or the cursor moves
 */
const AlBloodRecord *
al_session_get_blood (AlSession *self)
{
  const AlBloodRecord *past;

  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  past = al_session_get_reviewing (self) ? al_recorder_find_blood (&self->recorder, self->cursor_us)
                                         : NULL;
  if (past != NULL)
    return past;
  al_blood_record_take (&self->blood, self->simulation);
  return &self->blood;
}

/**
 * al_session_get_sample:
 * @self: a session
 * @sample: (out): all signals at the time that is looked at
 *
 * What stands under the cursor.
 *
 * Returns: whether there is anything
 */
gboolean
al_session_get_sample (AlSession *self, AlSample *sample)
{
  const AlTrace *trace;
  guint n_samples;

  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  trace = self->recorder.trace;
  n_samples = al_trace_get_n_samples (trace);
  if (n_samples == 0)
    return FALSE;
  *sample = *al_trace_get_sample (
      trace, MIN (al_trace_find (trace, al_session_get_cursor_us (self)), n_samples - 1));
  return TRUE;
}

/**
 * al_session_step:
 * @self: a session
 * @duration_us: simulated time, a multiple of %AL_STEP_US; below 0 to go back
 *
 * Freezes, and goes a little on or back: through what has been first, then through what comes.
 */
void
al_session_step (AlSession *self, gint64 duration_us)
{
  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->ready)
    return;
  al_session_set_playing (self, FALSE);
  if (duration_us < 0 || al_session_get_reviewing (self))
    al_session_set_cursor_us (self, al_session_get_cursor_us (self) + duration_us);
  else
    al_session_advance (self, duration_us);
}
