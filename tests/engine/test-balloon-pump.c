/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <math.h>

typedef struct {
  double largest_ml, smallest_ml;
} Gas;

static void
watch_gas (const AlSample *sample, gpointer user_data)
{
  Gas *gas = user_data;
  double ml = sample->value[AL_SIGNAL_BALLOON_VOLUME];

  gas->largest_ml = MAX (gas->largest_ml, ml);
  gas->smallest_ml = MIN (gas->smallest_ml, ml);
}

static void
settle_with (AlSimulation *simulation, double ratio, double inflation_ms, double deflation_ms,
             AlIndices *mean)
{
  AlSettings settings;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_IABP_RATIO] = ratio;
  settings.value[AL_PARAMETER_IABP_INFLATION_OFFSET] = inflation_ms;
  settings.value[AL_PARAMETER_IABP_DEFLATION_OFFSET] = deflation_ms;
  test_settle (simulation, &settings, 110, mean);
}

/* The published direction and size of what a balloon does to this heart; bands of the reference
 * table. */
static void
test_what_it_does (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices off, on;

  test_patient_shock (&settings);
  test_settle (simulation, &settings, 110, &off);
  settle_with (simulation, 1, 0, 0, &on);
#define CHANGE(ID)  (on.value[AL_INDEX_##ID] - off.value[AL_INDEX_##ID])
#define PERCENT(ID) (100 * CHANGE (ID) / off.value[AL_INDEX_##ID])
  assert_between (CHANGE (AO_END_DIASTOLIC), -18, -3);
  assert_between (on.value[AL_INDEX_AO_AUGMENTED] - off.value[AL_INDEX_AO_SYSTOLIC], 2, 30);
  assert_between (PERCENT (LV_SV), 4, 22);
  assert_between (PERCENT (LV_ESV), -9, -2);
  assert_between (PERCENT (AO_SYSTOLIC), -20, -2);
  assert_between (PERCENT (LV_PVA), -18, -3);
  assert_between (PERCENT (CORONARY_FLOW), 2, 45);
  assert_between (CHANGE (LV_EDP), -5, -0.4);
#undef PERCENT
#undef CHANGE
}

/* No gas in the dead time of 20 ms; about 150 ms to 95 % of the volume; empty between beats. */
static void
test_gas_kinetics (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices mean;
  Gas gas = {.smallest_ml = INFINITY};
  gint64 start_us, first_us = 0, full_us = 0;
  AlSample sample;
  double empty_ml;

  settle_with (simulation, 1, 0, 0, &mean);
  al_simulation_advance (simulation, 5 * G_USEC_PER_SEC, watch_gas, &gas);
  assert_between (gas.largest_ml, 38, 40);
  assert_between (gas.smallest_ml, 0, 1);
  while (simulation->circulation.pump.inflating)
    al_simulation_advance (simulation, AL_STEP_US, NULL, NULL);
  while (!simulation->circulation.pump.inflating)
    al_simulation_advance (simulation, AL_STEP_US, NULL, NULL);
  start_us = simulation->circulation.pump.command_us;
  al_simulation_sample (simulation, &sample);
  empty_ml = sample.value[AL_SIGNAL_BALLOON_VOLUME];
  do {
    al_simulation_advance (simulation, AL_STEP_US, NULL, NULL);
    al_simulation_sample (simulation, &sample);
    if (first_us == 0 && sample.value[AL_SIGNAL_BALLOON_VOLUME] > empty_ml + 0.01)
      first_us = sample.time_us;
    full_us = sample.time_us;
  } while (sample.value[AL_SIGNAL_BALLOON_VOLUME] < 0.95 * 40);
  assert_between ((double) (first_us - start_us) * 1e-3, 20, 26);
  assert_between ((double) (full_us - start_us) * 1e-3, 110, 190);
}

static guint
count_assisted (const AlSimulation *simulation, guint n)
{
  guint assisted = 0;

  for (guint i = 0; i < n; i++)
    assisted += al_simulation_get_beat (simulation, i)->assisted ? 1 : 0;
  return assisted;
}

/* 1:1, 1:2 and 1:3 assist every, every second and every third beat; fewer beats help less. */
static void
test_ratio (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  double output[4];
  AlSettings settings;
  AlIndices mean;

  test_patient_shock (&settings);
  test_settle (simulation, &settings, 110, &mean);
  output[0] = mean.value[AL_INDEX_NATIVE_CO];
  for (int ratio = 1; ratio <= 3; ratio++) {
    settle_with (simulation, ratio, 0, 0, &mean);
    al_simulation_mean_indices (simulation, 12, &mean);
    output[ratio] = mean.value[AL_INDEX_NATIVE_CO];
    g_assert_cmpuint (count_assisted (simulation, 12), ==, 12 / ratio);
  }
  assert_between ((output[2] - output[0]) / (output[1] - output[0]), 0.3, 0.8);
  assert_between ((output[3] - output[0]) / (output[1] - output[0]), 0.15, 0.6);
}

/* At 1:2 the assisted systole stands beside the unassisted one, and starts from a lower pressure.
 */
static void
test_assisted_beats (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices mean, assisted, unassisted;

  settle_with (simulation, 2, 0, 0, &mean);
  g_assert_cmpuint (al_simulation_mean_indices_where (simulation, 12, TRUE, &assisted), ==, 6);
  g_assert_cmpuint (al_simulation_mean_indices_where (simulation, 12, FALSE, &unassisted), ==, 6);
  g_assert_cmpfloat (assisted.value[AL_INDEX_AO_END_DIASTOLIC], <,
                     unassisted.value[AL_INDEX_AO_END_DIASTOLIC] - 3);
  g_assert_cmpfloat (assisted.value[AL_INDEX_AO_AUGMENTED], >,
                     unassisted.value[AL_INDEX_AO_AUGMENTED] + 5);
  g_assert_cmpfloat (assisted.value[AL_INDEX_MAP], >, unassisted.value[AL_INDEX_MAP]);
  g_assert_cmpfloat (assisted.value[AL_INDEX_AO_SYSTOLIC], <,
                     unassisted.value[AL_INDEX_AO_SYSTOLIC]);
}

static double
stroke_volume_of_inflated_beat (const AlSimulation *simulation)
{
  for (guint i = 0; i < AL_BEAT_HISTORY; i++) {
    if (al_simulation_get_beat (simulation, i)->assisted)
      return al_simulation_get_beat (simulation, i)->indices.value[AL_INDEX_LV_SV];
  }
  g_assert_not_reached ();
}

/* The four timing errors have their classic signs. */
static void
test_timing_errors (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices mean, right, wrong, unassisted;
  double stroke_ml;

  settle_with (simulation, 2, 0, 0, &mean);
  stroke_ml = stroke_volume_of_inflated_beat (simulation);
  al_simulation_mean_indices_where (simulation, 12, TRUE, &right);

  settle_with (simulation, 2, -110, 0, &mean); /* early inflation cuts the beat short */
  g_assert_cmpfloat (stroke_volume_of_inflated_beat (simulation), <, 0.94 * stroke_ml);

  settle_with (simulation, 2, 110, 0, &mean); /* late inflation augments less */
  al_simulation_mean_indices_where (simulation, 12, TRUE, &wrong);
  g_assert_cmpfloat (wrong.value[AL_INDEX_DPTI], <, right.value[AL_INDEX_DPTI]);

  settle_with (simulation, 2, 0, -140, &mean); /* early deflation loses the fall of afterload */
  al_simulation_mean_indices_where (simulation, 12, TRUE, &wrong);
  al_simulation_mean_indices_where (simulation, 12, FALSE, &unassisted);
  assert_between (
      wrong.value[AL_INDEX_AO_END_DIASTOLIC] - unassisted.value[AL_INDEX_AO_END_DIASTOLIC], -4, 4);

  settle_with (simulation, 2, 0, 120,
               &mean); /* late deflation: the heart opens against the balloon */
  al_simulation_mean_indices_where (simulation, 12, TRUE, &wrong);
  al_simulation_mean_indices_where (simulation, 12, FALSE, &unassisted);
  assert_between (
      wrong.value[AL_INDEX_AO_END_DIASTOLIC] - unassisted.value[AL_INDEX_AO_END_DIASTOLIC], 0, 25);
}

/* A ratio changed in mid-beat waits for a beat; switched off, the balloon empties and stays empty.
 */
static void
test_switching (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices mean;
  AlSample sample;

  settle_with (simulation, 1, 0, 0, &mean);
  while (!simulation->circulation.pump.inflating)
    al_simulation_advance (simulation, AL_STEP_US, NULL, NULL);
  al_simulation_set (simulation, AL_PARAMETER_IABP_ON, 0);
  al_simulation_advance (simulation, G_USEC_PER_SEC, NULL, NULL);
  al_simulation_sample (simulation, &sample);
  g_assert_cmpfloat (sample.value[AL_SIGNAL_BALLOON_VOLUME], <, 0.01);
  al_simulation_advance (simulation, 5 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_cmpuint (count_assisted (simulation, 4), ==, 0);
  al_simulation_set (simulation, AL_PARAMETER_IABP_ON, 1);
  al_simulation_advance (simulation, 5 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_cmpuint (count_assisted (simulation, 4), ==, 4);
}

/* An early balloon closes the valve itself; the pump must not take that for the end of systole. */
static void
test_does_not_chase_its_tail (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices mean;
  double before;

  settle_with (simulation, 1, 0, 0, &mean);
  before = simulation->circulation.pump.closure_per_root_s;
  al_simulation_set (simulation, AL_PARAMETER_IABP_INFLATION_OFFSET, -110);
  al_simulation_advance (simulation, 60 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (simulation->circulation.pump.closure_per_root_s, before, 0.02);
}

/* Following the pressure does in a regular heart what following the ECG does. */
static void
test_pressure_trigger (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices by_ecg, by_pressure;
  AlSettings settings;

  settle_with (simulation, 1, 0, 0, &by_ecg);
  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_IABP_TRIGGER] = AL_BALLOON_TRIGGER_PRESSURE;
  test_settle (simulation, &settings, 110, &by_pressure);
  g_assert_cmpuint (count_assisted (simulation, 12), ==, 12);
#define DIFFERENCE(ID) (by_pressure.value[AL_INDEX_##ID] - by_ecg.value[AL_INDEX_##ID])
  assert_between (DIFFERENCE (MAP), -2, 2);
  assert_between (DIFFERENCE (AO_END_DIASTOLIC), -2, 2);
  assert_between (DIFFERENCE (AO_AUGMENTED), -2, 2);
#undef DIFFERENCE
}

static double
map_in_arrest (AlBalloonTrigger trigger, guint *assisted)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean;
  Gas gas = {.smallest_ml = INFINITY};

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_RHYTHM] = AL_RHYTHM_ASYSTOLE;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_IABP_TRIGGER] = trigger;
  test_settle (simulation, &settings, 60, &mean);
  al_simulation_advance (simulation, 5 * G_USEC_PER_SEC, watch_gas, &gas);
  assert_between (gas.largest_ml, trigger == AL_BALLOON_TRIGGER_INTERNAL ? 36 : 0,
                  trigger == AL_BALLOON_TRIGGER_INTERNAL ? 40 : 0.5);
  *assisted = count_assisted (simulation, 10);
  return mean.value[AL_INDEX_MAP];
}

/* In arrest, on ECMO: only the clock of its own moves the balloon, and makes a pulse of its own. */
static void
test_arrest (void)
{
  guint assisted;

  g_assert_cmpfloat (map_in_arrest (AL_BALLOON_TRIGGER_ECG, &assisted), >, 20);
  g_assert_cmpuint (assisted, ==, 0);
  map_in_arrest (AL_BALLOON_TRIGGER_PRESSURE, &assisted);
  g_assert_cmpuint (assisted, ==, 0);
  g_assert_cmpfloat (map_in_arrest (AL_BALLOON_TRIGGER_INTERNAL, &assisted), >, 20);
  g_assert_cmpuint (assisted, ==, 10);
}

/* In fibrillation no R wave meets a balloon that stays full: it is empty when ejection is on. */
static void
test_fibrillation (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean;
  AlSample sample;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_RHYTHM] = AL_RHYTHM_ATRIAL_FIBRILLATION;
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  test_settle (simulation, &settings, 60, &mean);
  for (int i = 0; i < 100; i++) {
    al_simulation_advance_beat (simulation, NULL, NULL);
    al_simulation_advance (simulation, 165 * 1000, NULL, NULL);
    al_simulation_sample (simulation, &sample);
    g_assert_cmpfloat (sample.value[AL_SIGNAL_BALLOON_VOLUME], <, 4);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/balloon-pump/what-it-does", test_what_it_does);
  g_test_add_func ("/engine/balloon-pump/gas-kinetics", test_gas_kinetics);
  g_test_add_func ("/engine/balloon-pump/ratio", test_ratio);
  g_test_add_func ("/engine/balloon-pump/assisted-beats", test_assisted_beats);
  g_test_add_func ("/engine/balloon-pump/timing-errors", test_timing_errors);
  g_test_add_func ("/engine/balloon-pump/switching", test_switching);
  g_test_add_func ("/engine/balloon-pump/does-not-chase-its-tail", test_does_not_chase_its_tail);
  g_test_add_func ("/engine/balloon-pump/pressure-trigger", test_pressure_trigger);
  g_test_add_func ("/engine/balloon-pump/arrest", test_arrest);
  g_test_add_func ("/engine/balloon-pump/fibrillation", test_fibrillation);
  return g_test_run ();
}
