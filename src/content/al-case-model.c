/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-model.h"
#include "al-settled.h"

/* Whole breaths fit well into so many beats, so that breathing hardly shows in the mean. */
#define MEAN_BEATS 30

static gint64
last_time (const AlCommand *commands, guint n_commands)
{
  gint64 last = 0;

  for (guint i = 0; i < n_commands; i++)
    last = MAX (last, commands[i].time_us);
  return last;
}

/* Lets time pass until every command of the plan was given and all has settled. */
static AlStatus
run_plan (const AlScenario *plan, double settle_s, AlSimulation *simulation)
{
  guint n_commands = 0;
  const AlCommand *commands = al_scenario_get_commands (plan, &n_commands);
  gint64 settle_us = (gint64) (settle_s * G_USEC_PER_SEC);

  return al_scenario_run (plan, simulation, last_time (commands, n_commands) + settle_us, NULL,
                          NULL);
}

static AlStatus
start (const AlScenario *scenario, AlSimulation *simulation)
{
  guint n_commands = 0;
  const AlCommand *commands = al_scenario_get_commands (scenario, &n_commands);
  AlStatus status = al_settled_start (scenario, simulation);

  /* Commands of the scenario itself belong to the state before the change. */
  if (status != AL_STATUS_OK || n_commands == 0 || commands[n_commands - 1].time_us < 0)
    return status;
  return run_plan (scenario, al_scenario_get_settle_s (scenario), simulation);
}

static AlStatus
make_change (const AlCaseChange *change, double settle_s, AlSimulation *simulation)
{
  g_autoptr (AlScenario) plan = al_scenario_new (&simulation->settings);

  for (guint i = 0; i < change->n_commands; i++)
    al_scenario_at (plan, change->commands[i].time_us, change->commands[i].parameter,
                    change->commands[i].value);
  return run_plan (plan, settle_s, simulation);
}

/**
 * al_case_model_run:
 * @scenario: how the patient stands
 * @change: (nullable): what is done
 * @before: (out): the mean of the beats before the change, once settled
 * @after: (out) (optional): the mean of the beats after it, once settled; needs @change
 *
 * Asks the model what a change does. It takes a good part of a second and may run in any thread.
 *
 * Returns: whether the model could answer
 */
gboolean
al_case_model_run (const AlScenario *scenario, const AlCaseChange *change, AlIndices *before,
                   AlIndices *after)
{
  g_autofree AlSimulation *simulation = g_new0 (AlSimulation, 1);

  if (start (scenario, simulation) != AL_STATUS_OK)
    return FALSE;
  al_simulation_mean_indices (simulation, MEAN_BEATS, before);
  if (change == NULL || after == NULL)
    return TRUE;
  if (make_change (change, al_scenario_get_settle_s (scenario), simulation) != AL_STATUS_OK)
    return FALSE;
  al_simulation_mean_indices (simulation, MEAN_BEATS, after);
  return TRUE;
}
