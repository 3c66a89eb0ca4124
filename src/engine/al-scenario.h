/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/**
 * AlCommand:
 * @time_us: when, after the scenario has settled; a negative time means before settling
 * @parameter: what
 * @value: to what, in the unit of the parameter
 */
typedef struct {
  gint64 time_us;
  AlParameter parameter;
  double value;
} AlCommand;

/**
 * AlScenario:
 *
 * A patient and what is done to it when: presets, nodes of a case, scenes of a lecture, the
 * restored window and the options of the command line are all one of these.
 */
typedef struct _AlScenario AlScenario;

AlScenario *al_scenario_new (const AlSettings *patient);
AlScenario *al_scenario_copy (const AlScenario *self);
void al_scenario_free (AlScenario *self);
void al_scenario_set_settle_s (AlScenario *self, double seconds);
double al_scenario_get_settle_s (const AlScenario *self);
void al_scenario_set (AlScenario *self, AlParameter parameter, double value);
void al_scenario_at (AlScenario *self, gint64 time_us, AlParameter parameter, double value);
const AlCommand *al_scenario_get_commands (const AlScenario *self, guint *n_commands);
void al_scenario_get_settings (const AlScenario *self, AlSettings *settings);
AlStatus al_scenario_start (const AlScenario *self, AlSimulation *simulation);
void al_scenario_take_stage (const AlSettings *settings, double settle_s, AlSimulation *simulation);
AlStatus al_scenario_run (const AlScenario *self, AlSimulation *simulation, gint64 duration_us,
                          AlSampleFunc func, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlScenario, al_scenario_free)

G_END_DECLS
