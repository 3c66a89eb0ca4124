/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-steady-state.h"
#include "test-patients.h"

#include <math.h>
#include <string.h>

#define MINUTE_US (60 * G_USEC_PER_SEC)

static const AlSteadyStateGoal usual = {AL_STEADY_STATE_TOLERANCE, 10 * MINUTE_US, NULL, NULL};

static void
start_shock (AlSimulation *simulation, gboolean devices)
{
  AlSettings settings;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = devices;
  settings.value[AL_PARAMETER_ECMO_ON] = devices;
  al_simulation_init (simulation, &settings);
}

/* Where it stops, a long run arrives as well. */
static void
test_same_as_long_run (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);
  const AlIndex indices[] = {AL_INDEX_MAP,  AL_INDEX_LV_EDP,    AL_INDEX_LV_EDV,
                             AL_INDEX_PCWP, AL_INDEX_NATIVE_CO, AL_INDEX_ECMO_FLOW};

  for (int devices = 0; devices < 2; devices++) {
    AlIndices found, later;
    AlSteadyState end;

    start_shock (a, devices);
    end = al_steady_state_find (a, &usual);
    g_assert_cmpint (end.end, ==, AL_STEADY_STATE_FOUND);
    g_assert_cmpint (end.passed_us, ==, al_simulation_get_time_us (a));
    g_assert_cmpint (end.passed_us, >, MINUTE_US / 2);
    g_assert_cmpint (end.passed_us, <, 5 * MINUTE_US);
    al_simulation_mean_indices (a, 24, &found);
    al_simulation_advance (a, 5 * MINUTE_US, NULL, NULL);
    al_simulation_mean_indices (a, 24, &later);
    for (guint i = 0; i < G_N_ELEMENTS (indices); i++) {
      double value = found.value[indices[i]];

      g_test_message ("%s: %g, later %g", al_index_get_info (indices[i])->key, value,
                      later.value[indices[i]]);
      g_assert_cmpfloat_with_epsilon (value, later.value[indices[i]], 0.015 * fmax (value, 1));
    }
  }
}

/* Neither breaths that beats do not fit into nor unassisted beats between assisted ones are taken
 * for a change, down to two parts in ten thousand. */
static void
test_fine_tolerance (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);
  const AlSteadyStateGoal fine = {0.0002, 5 * MINUTE_US, NULL, NULL};

  for (int i = 0; i < 12; i++) {
    AlSettings settings;

    test_patient_shock (&settings);
    settings.value[AL_PARAMETER_IABP_ON] = 1;
    settings.value[AL_PARAMETER_IABP_RATIO] = 1 + i / 4;
    settings.value[AL_PARAMETER_VENTILATION_MODE] = i / 2 % 2;
    settings.value[AL_PARAMETER_RHYTHM_RATE] = i % 2 == 0 ? 84 : 97;
    settings.value[AL_PARAMETER_LUNG_WATER_RATE] = 0;
    al_simulation_init (a, &settings);
    g_assert_cmpint (al_steady_state_find (a, &fine).end, ==, AL_STEADY_STATE_FOUND);
  }
}

/* In atrial fibrillation no two stretches are alike: it is given up at the limit. */
static void
test_fibrillation (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);
  const AlSteadyStateGoal goal = {AL_STEADY_STATE_TOLERANCE, 5 * MINUTE_US, NULL, NULL};
  AlSteadyState end;

  start_shock (a, TRUE);
  al_simulation_set (a, AL_PARAMETER_RHYTHM, AL_RHYTHM_ATRIAL_FIBRILLATION);
  end = al_steady_state_find (a, &goal);
  g_assert_cmpint (end.end, ==, AL_STEADY_STATE_LIMIT);
  g_assert_cmpint (end.passed_us, ==, goal.limit_us);
}

/* A change starts the search anew: what was steady before counts for nothing. */
static void
test_after_change (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);
  AlIndices before, after;

  start_shock (a, FALSE);
  al_steady_state_find (a, &usual);
  al_simulation_mean_indices (a, 24, &before);
  al_simulation_set (a, AL_PARAMETER_ECMO_ON, 1);
  g_assert_cmpint (al_steady_state_find (a, &usual).end, ==, AL_STEADY_STATE_FOUND);
  al_simulation_mean_indices (a, 24, &after);
  g_assert_cmpfloat (after.value[AL_INDEX_MAP], >, before.value[AL_INDEX_MAP] + 5);
}

/* Of two windows that agree by chance the third tells: who is steady already has to stay so for
 * three windows of four breaths, 16 a minute, and no longer. */
static void
test_twice_in_a_row (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);
  AlSteadyState end;

  start_shock (a, FALSE);
  al_simulation_advance (a, 10 * MINUTE_US, NULL, NULL);
  end = al_steady_state_find (a, &usual);
  g_assert_cmpint (end.end, ==, AL_STEADY_STATE_FOUND);
  assert_between (end.passed_us, 45 * G_USEC_PER_SEC, 48 * G_USEC_PER_SEC);
}

static gboolean
stop_after_five_seconds (gint64 passed_us, gpointer user_data)
{
  int *n_calls = user_data;

  (*n_calls)++;
  return passed_us < 5 * G_USEC_PER_SEC;
}

static void
test_cancelled (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);
  int n_calls = 0;
  const AlSteadyStateGoal goal = {AL_STEADY_STATE_TOLERANCE, MINUTE_US, stop_after_five_seconds,
                                  &n_calls};
  AlSteadyState end;

  start_shock (a, FALSE);
  end = al_steady_state_find (a, &goal);
  g_assert_cmpint (end.end, ==, AL_STEADY_STATE_CANCELLED);
  g_assert_cmpint (end.passed_us, ==, 5 * G_USEC_PER_SEC);
  g_assert_cmpint (n_calls, ==, 6);
}

static void
test_not_finite (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);

  start_shock (a, FALSE);
  a->circulation.core.y[AL_V_ARCH] = NAN;
  g_assert_cmpint (al_steady_state_find (a, &usual).end, ==, AL_STEADY_STATE_NOT_FINITE);
}

/* It only lets time pass: the bytes are those of a plain run of that length. */
static void
test_same_bytes (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1), *b = g_new (AlSimulation, 1);
  AlSteadyState end;

  start_shock (a, TRUE);
  *b = *a;
  end = al_steady_state_find (a, &usual);
  al_simulation_advance (b, end.passed_us, NULL, NULL);
  g_assert_true (memcmp (a, b, sizeof *a) == 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/steady-state/same-as-long-run", test_same_as_long_run);
  g_test_add_func ("/engine/steady-state/fine-tolerance", test_fine_tolerance);
  g_test_add_func ("/engine/steady-state/fibrillation", test_fibrillation);
  g_test_add_func ("/engine/steady-state/after-change", test_after_change);
  g_test_add_func ("/engine/steady-state/twice-in-a-row", test_twice_in_a_row);
  g_test_add_func ("/engine/steady-state/cancelled", test_cancelled);
  g_test_add_func ("/engine/steady-state/not-finite", test_not_finite);
  g_test_add_func ("/engine/steady-state/same-bytes", test_same_bytes);
  return g_test_run ();
}
