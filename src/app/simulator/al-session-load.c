/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session-private.h"

#include "al-settled.h"
#include "al-settling.h"

/* What the charts show is simulated before the first frame, so that nothing starts empty. */
#define PREROLL_US AL_SESSION_SWEEP_US

/* For the same patient axes only widen, so that two scenarios can be compared by eye. */
static void
take_survey (AlSession *self, const AlSurvey *found, gboolean widen)
{
  if (widen && self->surveyed)
    al_survey_include (&self->survey, found);
  else
    self->survey = *found;
  self->surveyed = TRUE;
}

static void
restart (AlSession *self)
{
  AlGhost *baseline;

  al_session_cancel_work (self);
  al_session_forget_ghosts (self);
  *self->simulation = *self->start;
  self->cursor_us = -1;
  al_recorder_clear (&self->recorder);
  al_comparison_clear (&self->comparison);
  self->has_held = FALSE;
  al_simulation_advance (self->simulation, PREROLL_US, al_recorder_record_cb, &self->recorder);
  al_timeline_start (&self->timeline, al_session_get_time_us (self));
  al_trends_start (&self->trends, self->simulation);
  self->support_since_us = al_session_get_time_us (self) - AL_SESSION_PASSED_US;
  self->changed_us = al_session_get_time_us (self) - AL_SESSION_SETTLING_US;
  al_frame_time_stop (&self->frame_time);
  self->frame_time.owed_us = 0;
  al_comparison_refer_to_present (&self->comparison, self->simulation, AL_SESSION_REFERENCE_BEATS);
  baseline = self->baseline != NULL
                 ? al_ghost_new_of_state (self->baseline, 0, AL_SESSION_REFERENCE_BEATS)
                 : NULL;
  if (baseline != NULL)
    al_comparison_add (&self->comparison, baseline);
}

/* Whatever is shown is shown anew. */
void
al_session_announce_restart (AlSession *self)
{
  al_session_notify_history (self);
  al_session_emit (self, AL_SESSION_RESTARTED);
  al_session_emit (self, AL_SESSION_HELD);
  al_session_emit (self, AL_SESSION_SETTINGS_CHANGED);
  al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
  al_session_emit (self, AL_SESSION_BEAT);
}

static void
set_ready (AlSession *self, gboolean ready)
{
  self->progress = ready ? 1 : 0;
  al_session_notify (self, AL_SESSION_PROP_PROGRESS);
  if (self->ready == ready)
    return;
  self->ready = ready;
  al_session_notify (self, AL_SESSION_PROP_READY);
}

static void
settling_cb (double share, gpointer user_data)
{
  AlSession *self = user_data;

  self->progress = share;
  al_session_notify (self, AL_SESSION_PROP_PROGRESS);
}

/* The last reference may be the one that waited for this: it is dropped here, never in a thread. */
static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AlSession) self = user_data;
  const AlScenario *scenario = NULL;
  g_autoptr (GError) error = NULL;
  const AlSimulation *settled = al_settling_finish (result, &scenario, &error);

  if (settled != NULL)
    al_session_load_settled (self, settled, scenario);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    al_session_emit (self, AL_SESSION_FAILED);
}

/* What is on the way is given up. */
void
al_session_cancel_settling (AlSession *self)
{
  if (self->settling != NULL)
    g_cancellable_cancel (self->settling);
  g_clear_object (&self->settling);
}

static void
begin (AlSession *self, const AlSimulation *settled, const AlScenario *scenario,
       const AlSurvey *found)
{
  const gboolean same_patient =
      al_survey_is_same_patient (&settled->settings, &self->start->settings);

  al_session_cancel_settling (self);
  *self->start = *settled;
  al_timeline_set_scenario (&self->timeline, scenario);
  al_history_clear (self->history);
  take_survey (self, found, same_patient);
  restart (self);
  set_ready (self, TRUE);
  al_session_emit (self, AL_SESSION_LOADED);
  al_session_emit (self, AL_SESSION_AXES_CHANGED);
  al_session_announce_restart (self);
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
  AlExcursion excursion;
  AlSurvey found;

  g_return_if_fail (AL_IS_SESSION (self));
  if (al_settled_lookup (scenario, settled, &excursion)) {
    al_survey_take (&found, &excursion);
    begin (self, settled, scenario, &found);
    return;
  }
  al_session_cancel_settling (self);
  set_ready (self, FALSE);
  self->settling = g_cancellable_new ();
  al_settling_start (scenario, self->settling, settling_cb, settled_cb, g_object_ref (self));
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
  AlSurvey found;

  g_return_if_fail (AL_IS_SESSION (self));
  al_survey_run (&found, settled);
  begin (self, settled, scenario, &found);
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
  al_session_emit (self, AL_SESSION_LOADED);
  al_session_announce_restart (self);
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
  al_session_emit (self, AL_SESSION_AXES_CHANGED);
}
