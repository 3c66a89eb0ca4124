/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <math.h>

static void
settle_at (AlSimulation *simulation, double flow_l_min, gboolean balloon, AlIndices *mean)
{
  AlSettings settings;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_ECMO_ON] = flow_l_min > 0;
  if (flow_l_min > 0)
    settings.value[AL_PARAMETER_ECMO_FLOW] = flow_l_min;
  settings.value[AL_PARAMETER_IABP_ON] = balloon;
  test_settle (simulation, &settings, 140, mean);
}

#define CHANGE(ID)  (after.value[AL_INDEX_##ID] - before.value[AL_INDEX_##ID])
#define PERCENT(ID) (100 * CHANGE (ID) / before.value[AL_INDEX_##ID])

/* VA-ECMO loads the failing left ventricle and drains the right side. */
static void
test_what_it_does (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices before, after;

  settle_at (simulation, 0, FALSE, &before);
  settle_at (simulation, 4, FALSE, &after);
  g_assert_cmpfloat_with_epsilon (after.value[AL_INDEX_ECMO_FLOW], 4, 0.05);
  assert_between (CHANGE (LV_EDP), 1, 12);
  assert_between (PERCENT (LV_ESV), 12, 45);
  g_assert_cmpfloat (CHANGE (AO_PULSE), <, -2);
  g_assert_cmpfloat (PERCENT (NATIVE_CO), <, -25);
  assert_between (CHANGE (RA_MEAN), -7, -0.8);
  assert_between (CHANGE (MAP), 8, 35);
  assert_between (after.value[AL_INDEX_AO_PULSE], 2, 20);
  g_assert_true (isnan (after.value[AL_INDEX_PAPI]));
}

/* The balloon on top takes some of that load away again. */
static void
test_balloon_on_ecmo (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices before, after;

  settle_at (simulation, 3, FALSE, &before);
  settle_at (simulation, 3, TRUE, &after);
  assert_between (CHANGE (PCWP), -7, -0.8);
  assert_between (CHANGE (AO_PULSE), 6, 35);
  assert_between (PERCENT (CORONARY_DIASTOLIC_FLOW), 12, 55);
  assert_between (PERCENT (LV_EDV), -10, -0.7);
  assert_between (CHANGE (PA_DIASTOLIC), -7, -0.5);
  assert_between (PERCENT (UPPER_FLOW), -5, 10);
}

/* A heart that is weak enough no longer opens its valve. */
static void
test_closed_valve (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices m;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_LV_EES] = 0.38;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_FLOW] = 4.5;
  test_settle (simulation, &settings, 140, &m);
  assert_between (m.value[AL_INDEX_AV_OPENING], 0, 0.1);
  g_assert_cmpfloat (m.value[AL_INDEX_AO_PULSE], ==, 0);
  g_assert_true (isnan (m.value[AL_INDEX_LV_EA]));
  g_assert_true (isnan (m.value[AL_INDEX_CORONARY_DIASTOLIC]));
}

static double
flow_at_speed (double rpm, double return_fr)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices m;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_MODE] = 1;
  settings.value[AL_PARAMETER_ECMO_RPM] = rpm;
  settings.value[AL_PARAMETER_ECMO_RETURN_FR] = return_fr;
  test_settle (simulation, &settings, 60, &m);
  return m.value[AL_INDEX_ECMO_FLOW];
}

/* Speed mode: the pump curve and the cannula decide; slow pumps let blood run backwards. */
static void
test_speed_mode (void)
{
  assert_between (flow_at_speed (3300, 17), 3.4, 5);
  assert_between (flow_at_speed (3300, 15), 2.8, 4.3);
  assert_between (flow_at_speed (1500, 17), -0.5, 1.4);
  g_assert_cmpfloat (flow_at_speed (900, 17), <, 0);
}

/* Starting the pump does not send blood backwards, and stopping it clamps the circuit. */
static void
test_switching (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices m;
  AlSample sample;

  settle_at (simulation, 0, FALSE, &m);
  al_simulation_set (simulation, AL_PARAMETER_ECMO_ON, 1);
  for (int i = 0; i < 10000; i++) {
    al_simulation_advance (simulation, AL_STEP_US, NULL, NULL);
    al_simulation_sample (simulation, &sample);
    g_assert_cmpfloat (sample.value[AL_SIGNAL_ECMO_FLOW], >, -25);
  }
  g_assert_cmpfloat (sample.value[AL_SIGNAL_ECMO_FLOW], >, 40);
  al_simulation_set (simulation, AL_PARAMETER_ECMO_ON, 0);
  al_simulation_advance (simulation, G_USEC_PER_SEC, NULL, NULL);
  al_simulation_sample (simulation, &sample);
  g_assert_cmpfloat (fabs (sample.value[AL_SIGNAL_ECMO_FLOW]), <, 1e-3);
}

/* Too little blood: the vein collapses around the cannula and the right atrium is not emptied. */
static void
test_suction (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices m;
  AlSample sample;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_BLOOD_INFUSION] = -900;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_FLOW] = 6;
  settings.value[AL_PARAMETER_ECMO_RETURN_FR] = 21;
  test_settle (simulation, &settings, 120, &m);
  g_assert_cmpfloat (m.value[AL_INDEX_ECMO_FLOW], <, 5.9);
  al_simulation_sample (simulation, &sample);
  g_assert_cmpfloat (sample.value[AL_SIGNAL_RA_VOLUME], >, -2);
}

/* At a constant speed a patient who has bled gives less, and the vein collapses now and then. */
static void
test_bleeding (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices before, after;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_MODE] = 1;
  settings.value[AL_PARAMETER_ECMO_RPM] = 3500;
  test_settle (simulation, &settings, 120, &before);
  settings.value[AL_PARAMETER_BLOOD_INFUSION] = -1500;
  test_settle (simulation, &settings, 120, &after);
  assert_between (PERCENT (ECMO_FLOW), -60, -25);
  g_assert_cmpfloat (before.value[AL_INDEX_ECMO_SUCTION], <, 2);
  g_assert_cmpfloat (after.value[AL_INDEX_ECMO_SUCTION], >, 5);
}

/* A tamponade closes the drained atrium at a pressure at which blood is not short. */
static void
test_tamponade (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices before, after;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_PERICARDIUM_K] = 40;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_MODE] = 1;
  settings.value[AL_PARAMETER_ECMO_RPM] = 3500;
  test_settle (simulation, &settings, 120, &before);
  settings.value[AL_PARAMETER_PERICARDIUM_EFFUSION] = 350;
  test_settle (simulation, &settings, 120, &after);
  g_assert_cmpfloat (PERCENT (ECMO_FLOW), <, -20);
  g_assert_cmpfloat (CHANGE (RA_MEAN), >, 2);
  g_assert_cmpfloat (after.value[AL_INDEX_ECMO_SUCTION], >, 5);
}

/* In flow mode, with what the patient has lost, or with fluid around the heart. */
static void
flow_held (const char *what, double bled_ml, double effusion_ml, AlIndices *mean)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;

  g_test_message ("%s", what);
  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_FLOW] = 4;
  settings.value[AL_PARAMETER_BLOOD_INFUSION] = -bled_ml;
  settings.value[AL_PARAMETER_PERICARDIUM_EFFUSION] = effusion_ml;
  test_settle (simulation, &settings, 140, mean);
}

/* A console that is to hold a flow cannot: it turns as fast as it may, and the vein collapses. */
static void
test_flow_not_held (void)
{
  AlIndices well, bled, tamponade;

  flow_held ("well", 0, 0, &well);
  assert_between (well.value[AL_INDEX_ECMO_FLOW], 3.95, 4.05);
  g_assert_cmpfloat (well.value[AL_INDEX_ECMO_SUCTION], <, 2);
  flow_held ("bled", 1500, 0, &bled);
  g_assert_cmpfloat (bled.value[AL_INDEX_ECMO_FLOW], <, 3.9);
  g_assert_cmpfloat (bled.value[AL_INDEX_ECMO_SUCTION], >, 17);
  flow_held ("tamponade", 0, 400, &tamponade);
  g_assert_cmpfloat (tamponade.value[AL_INDEX_ECMO_FLOW], <, 3.1);
  g_assert_cmpfloat (tamponade.value[AL_INDEX_ECMO_SUCTION], >, 30);
}

/* A severe tamponade at a speed. */
static void
in_tamponade (double rpm, AlIndices *mean)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_PERICARDIUM_EFFUSION] = 400;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_MODE] = 1;
  settings.value[AL_PARAMETER_ECMO_RPM] = rpm;
  test_settle (simulation, &settings, 120, mean);
}

/* Turning faster then brings suction rather than flow. */
static void
test_faster_sucks (void)
{
  AlIndices slow, fast;

  in_tamponade (3300, &slow);
  in_tamponade (5000, &fast);
  g_assert_cmpfloat (fast.value[AL_INDEX_ECMO_FLOW], <, 1.2 * slow.value[AL_INDEX_ECMO_FLOW]);
  g_assert_cmpfloat (fast.value[AL_INDEX_ECMO_SUCTION], >, 1.8 * slow.value[AL_INDEX_ECMO_SUCTION]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/ecmo/what-it-does", test_what_it_does);
  g_test_add_func ("/engine/ecmo/balloon-on-ecmo", test_balloon_on_ecmo);
  g_test_add_func ("/engine/ecmo/closed-valve", test_closed_valve);
  g_test_add_func ("/engine/ecmo/speed-mode", test_speed_mode);
  g_test_add_func ("/engine/ecmo/switching", test_switching);
  g_test_add_func ("/engine/ecmo/suction", test_suction);
  g_test_add_func ("/engine/ecmo/bleeding", test_bleeding);
  g_test_add_func ("/engine/ecmo/tamponade", test_tamponade);
  g_test_add_func ("/engine/ecmo/flow-not-held", test_flow_not_held);
  g_test_add_func ("/engine/ecmo/faster-sucks", test_faster_sucks);
  return g_test_run ();
}
