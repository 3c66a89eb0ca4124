/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session.h"

#include <math.h>

#include "al-comparison.h"
#include "al-frame-time.h"
#include "al-history.h"
#include "al-recorder.h"
#include "al-settled.h"
#include "al-settling.h"
#include "al-timeline.h"

/* What the charts show is simulated before the first frame, so that nothing starts empty. */
#define PREROLL_US AL_SESSION_SWEEP_US

/* A state that stood for less than this was only passed, and leaves no ghost. */
#define PASSED_US (3 * G_USEC_PER_SEC)

/* So long after a change filling pressures stand still, and a loop shows what the change did. */
#define SETTLING_US (60 * G_USEC_PER_SEC)

/* Beats behind a ghost's indices and the reference: two breaths of a ventilated patient. */
#define REFERENCE_BEATS 12

struct _AlSession {
  GObject parent_instance;

  AlSimulation *simulation;
  AlSimulation *start;
  AlSimulation *baseline; /* what the start is compared with, NULL for nothing */
  AlTimeline timeline;

  AlSurvey survey;
  gboolean surveyed;
  AlRecorder recorder;

  gboolean ready;
  double progress;
  GCancellable *settling;

  gboolean playing;
  AlFrameTime frame_time;

  AlHistory *history;
  AlComparison comparison;
  gint64 support_since_us;
  gint64 changed_us; /* when a setting last changed */
};

G_DEFINE_FINAL_TYPE (AlSession, al_session, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_READY,
  PROP_PROGRESS,
  PROP_PLAYING,
  PROP_SPEED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  BEAT,
  ADVANCED,
  SETTINGS_CHANGED,
  GHOSTS_CHANGED,
  RESTARTED,
  AXES_CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
notify_history (AlSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

/* Time */

static void
fail (AlSession *self)
{
  AlSettings settings = self->simulation->settings;

  al_session_set_playing (self, FALSE);
  if (al_history_undo (self->history, &settings)) {
    al_simulation_apply (self->simulation, &settings);
    notify_history (self);
    g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
  }
  g_signal_emit (self, signals[FAILED], 0);
}

/* A device is about to be switched: where the state settles is what to compare with. */
static void
keep_state_before_device (AlSession *self)
{
  const AlGhost *ghost =
      al_comparison_find_automatic (&self->comparison, al_session_get_support (self));

  if (al_session_get_time_us (self) - self->support_since_us >= PASSED_US)
    al_comparison_keep_settled (&self->comparison, self->simulation,
                                self->changed_us + SETTLING_US - al_session_get_time_us (self),
                                REFERENCE_BEATS);
  else if (ghost != NULL)
    al_comparison_refer (&self->comparison, ghost->name, &ghost->indices);
  g_signal_emit (self, signals[GHOSTS_CHANGED], 0);
}

/* The devices stay and something else is about to change: the state before it gets its own name. */
static void
keep_state_before_change (AlSession *self)
{
  if (al_session_get_time_us (self) - self->changed_us < PASSED_US)
    return;
  al_comparison_keep_before (&self->comparison, self->simulation,
                             self->changed_us + SETTLING_US - al_session_get_time_us (self),
                             REFERENCE_BEATS);
  g_signal_emit (self, signals[GHOSTS_CHANGED], 0);
}

static void
apply_settings (AlSession *self, const AlSettings *settings)
{
  if (al_support_of (settings) != al_session_get_support (self))
    self->support_since_us = al_session_get_time_us (self);
  al_simulation_apply (self->simulation, settings);
  self->changed_us = al_session_get_time_us (self);
  g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
}

/* A step forward, which leaves a ghost; undo and redo leave none. */
static void
keep_and_apply (AlSession *self, const AlSettings *settings, gboolean new_step)
{
  if (al_support_of (settings) != al_session_get_support (self))
    keep_state_before_device (self);
  else if (new_step)
    keep_state_before_change (self);
  apply_settings (self, settings);
}

static void
apply_due_commands (AlSession *self)
{
  AlSettings settings = self->simulation->settings;

  if (al_timeline_apply_due (&self->timeline, al_session_get_time_us (self), &settings))
    keep_and_apply (self, &settings, FALSE);
}

static gboolean
advance_silently (AlSession *self, gint64 duration_us)
{
  while (duration_us > 0) {
    gint64 part_us;

    apply_due_commands (self);
    part_us =
        MIN (duration_us, al_timeline_get_wait_us (&self->timeline, al_session_get_time_us (self)));
    if (al_simulation_advance (self->simulation, part_us, al_recorder_record_cb, &self->recorder) !=
        AL_STATUS_OK)
      return FALSE;
    duration_us -= part_us;
  }
  return TRUE;
}

static void
report_progress_of_time (AlSession *self, gint64 n_beats_before)
{
  g_signal_emit (self, signals[ADVANCED], 0);
  if (al_simulation_get_n_beats (self->simulation) != n_beats_before)
    g_signal_emit (self, signals[BEAT], 0);
}

/* Loading */

/* For the same patient axes only widen, so that two scenarios can be compared by eye. */
static void
survey (AlSession *self, gboolean widen)
{
  AlSurvey found;

  al_survey_run (&found, self->start);
  if (widen && self->surveyed)
    al_survey_include (&self->survey, &found);
  else
    self->survey = found;
  self->surveyed = TRUE;
}

static void
restart (AlSession *self)
{
  AlGhost *baseline;

  *self->simulation = *self->start;
  al_recorder_clear (&self->recorder);
  al_comparison_clear (&self->comparison);
  al_simulation_advance (self->simulation, PREROLL_US, al_recorder_record_cb, &self->recorder);
  al_timeline_start (&self->timeline, al_session_get_time_us (self));
  self->support_since_us = al_session_get_time_us (self) - PASSED_US;
  self->changed_us = al_session_get_time_us (self) - SETTLING_US;
  al_frame_time_stop (&self->frame_time);
  self->frame_time.owed_us = 0;
  al_comparison_refer_to_present (&self->comparison, self->simulation, REFERENCE_BEATS);
  baseline =
      self->baseline != NULL ? al_ghost_new_of_state (self->baseline, 0, REFERENCE_BEATS) : NULL;
  if (baseline != NULL)
    al_comparison_add (&self->comparison, baseline);
}

static void
announce_restart (AlSession *self)
{
  notify_history (self);
  g_signal_emit (self, signals[RESTARTED], 0);
  g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
  g_signal_emit (self, signals[GHOSTS_CHANGED], 0);
  g_signal_emit (self, signals[BEAT], 0);
}

static void
set_ready (AlSession *self, gboolean ready)
{
  self->progress = ready ? 1 : 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  if (self->ready == ready)
    return;
  self->ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
settling_cb (GObject *source, double share)
{
  AlSession *self = AL_SESSION (source);

  self->progress = share;
  g_object_notify_by_pspec (source, properties[PROP_PROGRESS]);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AlSession *self = AL_SESSION (source);
  const AlScenario *scenario = NULL;
  g_autoptr (GError) error = NULL;
  const AlSimulation *settled = al_settling_finish (result, &scenario, &error);

  if (settled != NULL)
    al_session_load_settled (self, settled, scenario);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0);
}

static void
cancel_settling (AlSession *self)
{
  if (self->settling != NULL)
    g_cancellable_cancel (self->settling);
  g_clear_object (&self->settling);
}

/**
 * al_session_load:
 * @self: a session
 * @scenario: a patient and what is done to it
 *
 * Begins with a scenario: at once when it was settled at build time, else when it has been settled
 * in the background.
 *
 * Until then [property@Session:ready] is %FALSE. What was on the way before is given up.
 */
void
al_session_load (AlSession *self, const AlScenario *scenario)
{
  g_autofree AlSimulation *settled = g_new0 (AlSimulation, 1);

  g_return_if_fail (AL_IS_SESSION (self));
  if (al_settled_lookup (scenario, settled)) {
    al_session_load_settled (self, settled, scenario);
    return;
  }
  cancel_settling (self);
  set_ready (self, FALSE);
  self->settling = g_cancellable_new ();
  al_settling_start (G_OBJECT (self), scenario, self->settling, settling_cb, settled_cb);
}

/**
 * al_session_load_settled:
 * @self: a session
 * @settled: the scenario, settled
 * @scenario: where it comes from; its timed commands are still to come
 *
 * Begins at once with a scenario that was settled before.
 */
void
al_session_load_settled (AlSession *self, const AlSimulation *settled, const AlScenario *scenario)
{
  gboolean same_patient;

  g_return_if_fail (AL_IS_SESSION (self));
  cancel_settling (self);
  same_patient = al_survey_is_same_patient (&settled->settings, &self->start->settings);
  *self->start = *settled;
  al_timeline_set_scenario (&self->timeline, scenario);
  al_history_clear (self->history);
  survey (self, same_patient);
  restart (self);
  set_ready (self, TRUE);
  g_signal_emit (self, signals[AXES_CHANGED], 0);
  announce_restart (self);
}

/**
 * al_session_set_baseline:
 * @self: a session
 * @baseline: (nullable): a settled state; copied
 *
 * Says what the scenario that is loaded next is compared with from its beginning, such as the same
 * patient with no device.
 */
void
al_session_set_baseline (AlSession *self, const AlSimulation *baseline)
{
  g_return_if_fail (AL_IS_SESSION (self));
  g_clear_pointer (&self->baseline, g_free);
  if (baseline != NULL)
    self->baseline = g_memdup2 (baseline, sizeof *baseline);
}

/**
 * al_session_reset:
 * @self: a session
 *
 * Returns to the scenario as it was loaded: settings, blood, time, all of it.
 *
 * The settings that this replaces can be had back by undo.
 */
void
al_session_reset (AlSession *self)
{
  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->ready)
    return;
  if (!al_settings_equal (&self->simulation->settings, &self->start->settings))
    al_history_remember (self->history, &self->simulation->settings, -1, g_get_monotonic_time ());
  restart (self);
  announce_restart (self);
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
 * The signals of the last seconds.
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

/**
 * al_session_fit_axes:
 * @self: a session
 *
 * Surveys the patient as it is now, for axes that a person asks to be chosen anew.
 */
void
al_session_fit_axes (AlSession *self)
{
  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->ready)
    return;
  al_survey_run (&self->survey, self->simulation);
  g_signal_emit (self, signals[AXES_CHANGED], 0);
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
  al_frame_time_stop (&self->frame_time);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
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
 * @speed: simulated seconds in a second, 1/64 to 8
 *
 * Sets slow motion or time lapse. What is simulated does not depend on it.
 */
void
al_session_set_speed (AlSession *self, double speed)
{
  g_return_if_fail (AL_IS_SESSION (self));
  speed = CLAMP (speed, 1.0 / 64, 8);
  if (fabs (self->frame_time.speed - speed) < 1e-9)
    return;
  self->frame_time.speed = speed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
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
  n_beats = al_simulation_get_n_beats (self->simulation);
  if (!advance_silently (self, duration_us))
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
  n_beats = al_simulation_get_n_beats (self->simulation);
  apply_due_commands (self);
  if (al_simulation_advance_beat (self->simulation, al_recorder_record_cb, &self->recorder) !=
      AL_STATUS_OK)
    fail (self);
  report_progress_of_time (self, n_beats);
}

/* Settings */

/**
 * al_session_get:
 * @self: a session
 * @parameter: a parameter
 *
 * The value of a setting in the unit of its parameter.
 */
double
al_session_get (AlSession *self, AlParameter parameter)
{
  g_return_val_if_fail (AL_IS_SESSION (self), 0);
  return self->simulation->settings.value[parameter];
}

static void
change_settings (AlSession *self, const AlSettings *settings, int subject)
{
  gboolean new_step;

  if (!self->ready || al_settings_equal (settings, &self->simulation->settings))
    return;
  new_step = al_history_remember (self->history, &self->simulation->settings, subject,
                                  g_get_monotonic_time ());
  keep_and_apply (self, settings, new_step);
  notify_history (self);
}

/**
 * al_session_set:
 * @self: a session
 * @parameter: a parameter
 * @value: its new value; brought into the range of the parameter
 *
 * Changes a setting, in a way that undo takes back.
 *
 * When a device is switched, the loop as it stood is kept and becomes the reference.
 */
void
al_session_set (AlSession *self, AlParameter parameter, double value)
{
  const AlParameterInfo *info = al_parameter_get_info (parameter);
  AlSettings settings;

  g_return_if_fail (AL_IS_SESSION (self));
  settings = self->simulation->settings;
  settings.value[parameter] = CLAMP (value, info->minimum, info->maximum);
  change_settings (self, &settings, info->kind == AL_KIND_CHOICE ? -1 : (int) parameter);
}

/**
 * al_session_get_support:
 * @self: a session
 *
 * Which devices are switched on.
 */
AlSupport
al_session_get_support (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), AL_SUPPORT_NONE);
  return al_support_of (&self->simulation->settings);
}

/**
 * al_session_set_support:
 * @self: a session
 * @support: which devices are to run
 *
 * Switches the devices on and off in one step.
 */
void
al_session_set_support (AlSession *self, AlSupport support)
{
  AlSettings settings;

  g_return_if_fail (AL_IS_SESSION (self));
  settings = self->simulation->settings;
  al_support_apply (support, &settings);
  change_settings (self, &settings, -1);
}

/**
 * al_session_get_can_undo:
 * @self: a session
 *
 * Whether there is a change of settings to take back.
 */
gboolean
al_session_get_can_undo (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->ready && al_history_get_can_undo (self->history);
}

/**
 * al_session_get_can_redo:
 * @self: a session
 *
 * Whether there is a change of settings to do again.
 */
gboolean
al_session_get_can_redo (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->ready && al_history_get_can_redo (self->history);
}

static void
take_step (AlSession *self, gboolean (*step) (AlHistory *, AlSettings *))
{
  AlSettings settings = self->simulation->settings;

  if (!self->ready || !step (self->history, &settings))
    return;
  apply_settings (self, &settings);
  notify_history (self);
}

/**
 * al_session_undo:
 * @self: a session
 *
 * Takes the last change of settings back; time goes on.
 */
void
al_session_undo (AlSession *self)
{
  g_return_if_fail (AL_IS_SESSION (self));
  take_step (self, al_history_undo);
}

/**
 * al_session_redo:
 * @self: a session
 *
 * Does the last undone change of settings again; time goes on.
 */
void
al_session_redo (AlSession *self)
{
  g_return_if_fail (AL_IS_SESSION (self));
  take_step (self, al_history_redo);
}

/* Comparison */

/**
 * al_session_get_n_ghosts:
 * @self: a session
 *
 * How many loops are kept for comparison.
 */
guint
al_session_get_n_ghosts (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), 0);
  return self->comparison.ghosts->len;
}

/**
 * al_session_get_ghost:
 * @self: a session
 * @position: 0 is the oldest
 *
 * A loop that is kept for comparison.
 *
 * Returns: (transfer none): a ghost, valid until the ghosts change
 */
const AlGhost *
al_session_get_ghost (AlSession *self, guint position)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  g_return_val_if_fail (position < self->comparison.ghosts->len, NULL);
  return g_ptr_array_index (self->comparison.ghosts, position);
}

/**
 * al_session_keep_ghost:
 * @self: a session
 * @name: (nullable): what stands on the curve, %NULL for a letter and the name of the devices
 *
 * Keeps the last whole loop for comparison; it becomes the reference.
 */
void
al_session_keep_ghost (AlSession *self, const char *name)
{
  g_autofree char *own_name = NULL;

  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->ready)
    return;
  if (name == NULL)
    name = own_name = al_comparison_name_next (&self->comparison, al_session_get_support (self));
  if (al_comparison_keep (&self->comparison, name, self->simulation, &self->recorder.loops,
                          REFERENCE_BEATS))
    g_signal_emit (self, signals[GHOSTS_CHANGED], 0);
}

/**
 * al_session_clear_ghosts:
 * @self: a session
 *
 * Removes every kept loop; the state as it is becomes the reference.
 */
void
al_session_clear_ghosts (AlSession *self)
{
  g_return_if_fail (AL_IS_SESSION (self));
  al_comparison_clear (&self->comparison);
  al_comparison_refer_to_present (&self->comparison, self->simulation, REFERENCE_BEATS);
  g_signal_emit (self, signals[GHOSTS_CHANGED], 0);
}

/**
 * al_session_get_indices:
 * @self: a session
 * @indices: (out): the mean of the last beats
 *
 * What the readouts show.
 *
 * Returns: whether there was a whole beat
 */
gboolean
al_session_get_indices (AlSession *self, AlIndices *indices)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->ready &&
         al_simulation_mean_indices (self->simulation, AL_SESSION_MEAN_BEATS, indices) > 0;
}

/**
 * al_session_get_reference:
 * @self: a session
 * @indices: (out): what changes are counted from
 *
 * The indices of the last kept loop, or of the scenario as it began.
 *
 * Returns: whether there is a reference
 */
gboolean
al_session_get_reference (AlSession *self, AlIndices *indices)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  if (self->comparison.has_reference)
    *indices = self->comparison.reference;
  return self->comparison.has_reference;
}

/**
 * al_session_get_reference_name:
 * @self: a session
 *
 * The name of what changes are counted from.
 *
 * Returns: (transfer none) (nullable): a name
 */
const char *
al_session_get_reference_name (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  return self->comparison.reference_name;
}

/* The object */

static void
al_session_finalize (GObject *object)
{
  AlSession *self = AL_SESSION (object);

  cancel_settling (self);
  g_clear_pointer (&self->simulation, g_free);
  g_clear_pointer (&self->start, g_free);
  g_clear_pointer (&self->baseline, g_free);
  al_timeline_finalize (&self->timeline);
  al_recorder_finalize (&self->recorder);
  g_clear_pointer (&self->history, al_history_free);
  al_comparison_finalize (&self->comparison);
  G_OBJECT_CLASS (al_session_parent_class)->finalize (object);
}

static void
al_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AlSession *self = AL_SESSION (object);

  switch (prop_id) {
  case PROP_READY:
    g_value_set_boolean (value, self->ready);
    break;
  case PROP_PROGRESS:
    g_value_set_double (value, self->progress);
    break;
  case PROP_PLAYING:
    g_value_set_boolean (value, self->playing);
    break;
  case PROP_SPEED:
    g_value_set_double (value, self->frame_time.speed);
    break;
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, al_session_get_can_undo (self));
    break;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, al_session_get_can_redo (self));
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

  object_class->finalize = al_session_finalize;
  object_class->get_property = al_session_get_property;

  /* Whether a scenario is loaded and settled */
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  /* How far settling has come */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  /* Whether time goes on with the frames */
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  /* Simulated seconds in a second */
  properties[PROP_SPEED] = g_param_spec_double ("speed", NULL, NULL, 1.0 / 64, 8, 1, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* A beat has ended: indices and whole loops are new */
  signals[BEAT] = new_signal ("beat");
  /* Simulated time has passed: live curves are new */
  signals[ADVANCED] = new_signal ("advanced");
  signals[SETTINGS_CHANGED] = new_signal ("settings-changed");
  /* Ghosts or the reference have changed */
  signals[GHOSTS_CHANGED] = new_signal ("ghosts-changed");
  /* Another scenario, or the same from its beginning */
  signals[RESTARTED] = new_signal ("restarted");
  /* The survey is new: axes may be chosen from it */
  signals[AXES_CHANGED] = new_signal ("axes-changed");
  /* The model left the numbers; the last change was taken back and time stands still */
  signals[FAILED] = new_signal ("failed");
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
  al_recorder_init (&self->recorder, self->simulation, AL_SESSION_SWEEP_US);
  self->history = al_history_new ();
  al_comparison_init (&self->comparison);
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
