/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-run.h"

#include <glib/gi18n.h>

/* The slowest answer, that of the veins to the reflex, has a time constant of 20 s. */
#define ANSWER_S 120

/* Until the answer to the last command has settled; with no command after settling, not at all. */
static gint64
answer_us (const AlScenario *scenario)
{
  guint n_commands = 0;
  const AlCommand *commands = al_scenario_get_commands (scenario, &n_commands);
  gint64 duration_us = 0;

  for (guint i = 0; i < n_commands; i++) {
    if (commands[i].time_us >= 0)
      duration_us = MAX (duration_us, commands[i].time_us + ANSWER_S * G_USEC_PER_SEC);
  }
  return duration_us;
}

/* The beat that is under way counts for nothing; whole ones follow it. */
static AlStatus
run_beats (AlSimulation *simulation, guint n_beats, AlSampleFunc func, gpointer user_data)
{
  AlStatus status = AL_STATUS_OK;

  for (guint i = 0; i <= n_beats && status == AL_STATUS_OK; i++)
    status = al_simulation_advance_beat (simulation, func, user_data);
  return status;
}

static AlStatus
run_plan (AlRun *self, const AlRunPlan *plan, AlSampleFunc func, gpointer user_data)
{
  AlSample sample;
  AlStatus status = al_scenario_start (plan->scenario, &self->simulation);

  if (status != AL_STATUS_OK)
    return status;
  self->settled_us = al_simulation_get_time_us (&self->simulation);
  al_simulation_sample (&self->simulation, &sample);
  if (func != NULL)
    func (&sample, user_data);
  if (plan->run_s >= 0)
    return al_scenario_run (plan->scenario, &self->simulation,
                            (gint64) (plan->run_s * G_USEC_PER_SEC + 0.5), func, user_data);
  status = al_scenario_run (plan->scenario, &self->simulation, answer_us (plan->scenario), func,
                            user_data);
  if (status != AL_STATUS_OK)
    return status;
  return run_beats (&self->simulation, plan->n_beats, func, user_data);
}

static void
average (AlRun *self, guint n_beats)
{
  const AlSimulation *simulation = &self->simulation;
  guint n_assisted, n_unassisted;

  self->n_beats = al_simulation_mean_indices (simulation, n_beats, &self->mean);
  n_assisted = al_simulation_mean_indices_where (simulation, n_beats, TRUE, &self->assisted);
  n_unassisted = al_simulation_mean_indices_where (simulation, n_beats, FALSE, &self->unassisted);
  self->two_kinds = al_simulation_get (simulation, AL_PARAMETER_IABP_ON) > 0 &&
                    al_simulation_get (simulation, AL_PARAMETER_IABP_RATIO) > 1 && n_assisted > 0 &&
                    n_unassisted > 0;
}

/**
 * al_run_new:
 * @plan: what to run
 * @func: (nullable): called with every sample after settling, the first one at time zero
 * @user_data: for @func
 *
 * Settles the patient, runs, and averages the last beats.
 *
 * Returns: (transfer full) (nullable): the finished run, freed with g_free(); %NULL when the model
 * left the numbers; then it has been said
 */
AlRun *
al_run_new (const AlRunPlan *plan, AlSampleFunc func, gpointer user_data)
{
  g_autofree AlRun *self = g_new0 (AlRun, 1);

  if (run_plan (self, plan, func, user_data) != AL_STATUS_OK) {
    al_cli_error (
        _ ("The model cannot follow these settings: its pressures are no longer numbers."));
    return NULL;
  }
  average (self, plan->n_beats);
  return g_steal_pointer (&self);
}
