/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-scenario.h"

#include "al-units.h"

/* Long enough for the venous reflex and the filling pressures on ECMO. */
#define DEFAULT_SETTLE_S 120.0

struct _AlScenario {
  AlSettings patient;
  double settle_s;
  GArray *commands; /* AlCommand, in order of time */
};

/**
 * AL_TIME_BEFORE_SETTLING:
 *
 * The time of a command that is part of the patient the scenario settles.
 */
#define TIME_BEFORE_SETTLING (-1)

/**
 * al_scenario_new:
 * @patient: settings of the patient
 *
 * A patient to whom nothing is done yet.
 *
 * Returns: (transfer full): a scenario
 */
AlScenario *
al_scenario_new (const AlSettings *patient)
{
  AlScenario *self = g_new0 (AlScenario, 1);

  self->patient = *patient;
  self->settle_s = DEFAULT_SETTLE_S;
  self->commands = g_array_new (FALSE, FALSE, sizeof (AlCommand));
  return self;
}

/**
 * al_scenario_copy:
 * @self: a scenario
 *
 * Returns: (transfer full): another one like it
 */
AlScenario *
al_scenario_copy (const AlScenario *self)
{
  AlScenario *copy = al_scenario_new (&self->patient);

  copy->settle_s = self->settle_s;
  g_array_append_vals (copy->commands, self->commands->data, self->commands->len);
  return copy;
}

/**
 * al_scenario_free:
 * @self: (transfer full): a scenario
 *
 * Frees a scenario.
 */
void
al_scenario_free (AlScenario *self)
{
  g_array_unref (self->commands);
  g_free (self);
}

/**
 * al_scenario_set_settle_s:
 * @self: a scenario
 * @seconds: simulated time to settle, 0 or more
 *
 * Sets how long the patient settles before time zero.
 */
void
al_scenario_set_settle_s (AlScenario *self, double seconds)
{
  self->settle_s = MAX (seconds, 0);
}

/**
 * al_scenario_get_settle_s:
 * @self: a scenario
 *
 * Returns: simulated time to settle, seconds
 */
double
al_scenario_get_settle_s (const AlScenario *self)
{
  return self->settle_s;
}

/**
 * al_scenario_set:
 * @self: a scenario
 * @parameter: a parameter
 * @value: a value in its unit and range
 *
 * Sets a parameter before the patient settles.
 */
void
al_scenario_set (AlScenario *self, AlParameter parameter, double value)
{
  al_scenario_at (self, TIME_BEFORE_SETTLING, parameter, value);
}

/**
 * al_scenario_at:
 * @self: a scenario
 * @time_us: when, in microseconds after settling
 * @parameter: a parameter
 * @value: a value in its unit and range
 *
 * Plans a command. Of two commands at one time, the one given first acts first.
 */
void
al_scenario_at (AlScenario *self, gint64 time_us, AlParameter parameter, double value)
{
  AlCommand command = {time_us, parameter, value};
  guint at = self->commands->len;

  while (at > 0 && g_array_index (self->commands, AlCommand, at - 1).time_us > time_us)
    at--;
  g_array_insert_val (self->commands, at, command);
}

/**
 * al_scenario_get_commands:
 * @self: a scenario
 * @n_commands: (out): how many
 *
 * Returns: (transfer none) (array length=n_commands): the commands in order of time
 */
const AlCommand *
al_scenario_get_commands (const AlScenario *self, guint *n_commands)
{
  *n_commands = self->commands->len;
  return (const AlCommand *) (const void *) self->commands->data;
}

/**
 * al_scenario_get_settings:
 * @self: a scenario
 * @settings: (out caller-allocates): the settings that the patient settles with
 *
 * The patient and all that is set before settling.
 */
void
al_scenario_get_settings (const AlScenario *self, AlSettings *settings)
{
  *settings = self->patient;
  for (guint i = 0; i < self->commands->len; i++) {
    const AlCommand *command = &g_array_index (self->commands, AlCommand, i);

    if (command->time_us < 0)
      settings->value[command->parameter] = command->value;
  }
}

static AlStatus
settle (const AlSettings *settings, double settle_s, AlSimulation *simulation)
{
  AlStatus status;

  al_simulation_init (simulation, settings);
  al_simulation_set_settling (simulation, TRUE);
  status = al_simulation_advance (simulation, (gint64) (settle_s * AL_US_PER_S), NULL, NULL);
  al_simulation_set_settling (simulation, FALSE);
  return status;
}

static gboolean
remove_one (AlSettings *settings, AlParameter treatment)
{
  gboolean there = settings->value[treatment] > 0;

  settings->value[treatment] = 0;
  return there;
}

/* Takes devices and vasoactive drugs away. Returns whether there were any. */
static gboolean
remove_treatment (AlSettings *settings)
{
  gboolean any = remove_one (settings, AL_PARAMETER_IABP_ON);

  any = remove_one (settings, AL_PARAMETER_ECMO_ON) || any;
  any = remove_one (settings, AL_PARAMETER_MAFP_ON) || any;
  for (int i = AL_PARAMETER_DRUG_NOREPINEPHRINE; i < AL_PARAMETER_DRUG_FUROSEMIDE; i++)
    any = remove_one (settings, (AlParameter) i) || any;
  return any;
}

/**
 * al_scenario_take_stage:
 * @settings: what @simulation settled with
 * @settle_s: how long it did, s
 * @simulation: a simulation that has settled
 *
 * A device or a vasoactive drug does not make a stage better: a patient who settled under one
 * begins with the stage of the same patient without. Settles that one too; does nothing where there
 * is none, or where nobody could settle without.
 */
void
al_scenario_take_stage (const AlSettings *settings, double settle_s, AlSimulation *simulation)
{
  AlSettings bare = *settings;
  g_autofree AlSimulation *without = NULL;

  if (!remove_treatment (&bare))
    return;
  without = g_new (AlSimulation, 1);
  if (settle (&bare, settle_s, without) == AL_STATUS_OK)
    simulation->worst = al_scai_worse (without->worst, simulation->worst);
}

/**
 * al_scenario_start:
 * @self: a scenario
 * @simulation: (out caller-allocates): the patient, settled
 *
 * Settles the patient: takes a few hundredths of a second for each simulated minute, twice that
 * under a device or a drug, for al_scenario_take_stage().
 *
 * Returns: as al_simulation_advance()
 */
AlStatus
al_scenario_start (const AlScenario *self, AlSimulation *simulation)
{
  AlSettings settings;
  AlStatus status;

  al_scenario_get_settings (self, &settings);
  status = settle (&settings, self->settle_s, simulation);
  if (status == AL_STATUS_OK)
    al_scenario_take_stage (&settings, self->settle_s, simulation);
  return status;
}

/**
 * al_scenario_run:
 * @self: a scenario
 * @simulation: a simulation that stands where al_scenario_start() left it
 * @duration_us: simulated time to pass
 * @func: (nullable) (scope call): called at every point of the grid that is reached
 * @user_data: for @func
 *
 * Lets time pass and gives each command when it is due.
 *
 * Returns: as al_simulation_advance(), with the simulation as it was before the part that failed
 */
AlStatus
al_scenario_run (const AlScenario *self, AlSimulation *simulation, gint64 duration_us,
                 AlSampleFunc func, gpointer user_data)
{
  gint64 start_us = al_simulation_get_time_us (simulation), end_us = start_us + duration_us;

  for (guint i = 0; i < self->commands->len; i++) {
    const AlCommand *command = &g_array_index (self->commands, AlCommand, i);
    gint64 due_us = start_us + command->time_us;
    gint64 wait_us = MIN (due_us, end_us) - al_simulation_get_time_us (simulation);
    AlStatus status = AL_STATUS_OK;

    if (command->time_us < 0)
      continue;
    if (wait_us > 0)
      status = al_simulation_advance (simulation, wait_us, func, user_data);
    if (status != AL_STATUS_OK)
      return status;
    if (due_us <= end_us)
      al_simulation_set (simulation, command->parameter, command->value);
  }
  if (al_simulation_get_time_us (simulation) < end_us)
    return al_simulation_advance (simulation, end_us - al_simulation_get_time_us (simulation), func,
                                  user_data);
  return AL_STATUS_OK;
}
