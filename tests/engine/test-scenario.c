/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <string.h>

static AlScenario *
shock_scenario (void)
{
  AlSettings settings;
  AlScenario *scenario;

  test_patient_shock (&settings);
  scenario = al_scenario_new (&settings);
  al_scenario_set_settle_s (scenario, 20);
  return scenario;
}

static void
test_settings (void)
{
  g_autoptr (AlScenario) scenario = shock_scenario ();
  AlSettings settings;

  al_scenario_set (scenario, AL_PARAMETER_ECMO_ON, 1);
  al_scenario_at (scenario, G_USEC_PER_SEC, AL_PARAMETER_IABP_ON, 1);
  al_scenario_get_settings (scenario, &settings);
  g_assert_cmpfloat (settings.value[AL_PARAMETER_ECMO_ON], ==, 1);
  g_assert_cmpfloat (settings.value[AL_PARAMETER_IABP_ON], ==, 0);
}

static void
test_order (void)
{
  g_autoptr (AlScenario) scenario = shock_scenario ();
  const AlCommand *commands;
  guint n;

  al_scenario_at (scenario, 5, AL_PARAMETER_IABP_RATIO, 1);
  al_scenario_at (scenario, 3, AL_PARAMETER_IABP_RATIO, 2);
  al_scenario_at (scenario, 5, AL_PARAMETER_IABP_RATIO, 3);
  commands = al_scenario_get_commands (scenario, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat (commands[0].value, ==, 2);
  g_assert_cmpfloat (commands[1].value, ==, 1);
  g_assert_cmpfloat (commands[2].value, ==, 3);
}

/* A command planned in a scenario is the command given by hand at that time. */
static void
test_at_is_set (void)
{
  g_autoptr (AlScenario) scenario = shock_scenario (), plain = NULL;
  g_autofree AlSimulation *planned = g_new (AlSimulation, 1), *by_hand = g_new (AlSimulation, 1);

  plain = al_scenario_copy (scenario);
  al_scenario_at (scenario, 2 * G_USEC_PER_SEC, AL_PARAMETER_IABP_ON, 1);
  al_scenario_start (scenario, planned);
  al_scenario_run (scenario, planned, 5 * G_USEC_PER_SEC, NULL, NULL);

  al_scenario_start (plain, by_hand);
  al_simulation_advance (by_hand, 2 * G_USEC_PER_SEC, NULL, NULL);
  al_simulation_set (by_hand, AL_PARAMETER_IABP_ON, 1);
  al_simulation_advance (by_hand, 3 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_true (memcmp (planned, by_hand, sizeof *planned) == 0);
}

/* What is due at the very end of a run is given, what is due later is not. */
static void
test_end (void)
{
  g_autoptr (AlScenario) scenario = shock_scenario ();
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  gint64 start_us;

  al_scenario_at (scenario, G_USEC_PER_SEC, AL_PARAMETER_IABP_ON, 1);
  al_scenario_at (scenario, G_USEC_PER_SEC + 1, AL_PARAMETER_ECMO_ON, 1);
  al_scenario_start (scenario, simulation);
  start_us = al_simulation_get_time_us (simulation);
  al_scenario_run (scenario, simulation, G_USEC_PER_SEC, NULL, NULL);
  g_assert_cmpint (al_simulation_get_time_us (simulation), ==, start_us + G_USEC_PER_SEC);
  g_assert_cmpfloat (al_simulation_get (simulation, AL_PARAMETER_IABP_ON), ==, 1);
  g_assert_cmpfloat (al_simulation_get (simulation, AL_PARAMETER_ECMO_ON), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/scenario/settings", test_settings);
  g_test_add_func ("/engine/scenario/order", test_order);
  g_test_add_func ("/engine/scenario/at-is-set", test_at_is_set);
  g_test_add_func ("/engine/scenario/end", test_end);
  return g_test_run ();
}
