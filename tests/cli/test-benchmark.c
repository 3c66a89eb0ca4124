/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-benchmark.h"
#include "al-textbook.h"

#include <math.h>

static void
start_with_both (AlSimulation *simulation)
{
  AlSettings settings;

  al_settings_init (&settings);
  settings.value[AL_PARAMETER_LV_EES] = 0.8;
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  al_simulation_init (simulation, &settings);
}

/* The yardstick solves the same equations, or it would measure nothing. */
static void
test_textbook_agrees (void)
{
  g_autofree AlSimulation *ours = g_new (AlSimulation, 1), *theirs = g_new (AlSimulation, 1);
  const struct {
    AlIndex index;
    double within;
  } indices[] = {
      {AL_INDEX_MAP, 0.05},     {AL_INDEX_LV_EDP, 0.1},       {AL_INDEX_LV_EDV, 0.3},
      {AL_INDEX_RA_MEAN, 0.05}, {AL_INDEX_AO_AUGMENTED, 0.3}, {AL_INDEX_NATIVE_CO, 0.02},
      {AL_INDEX_PCWP, 0.05},    {AL_INDEX_ECMO_FLOW, 0.02},   {AL_INDEX_SVO2, 0.5},
  };
  AlIndices our_mean, their_mean;

  start_with_both (ours);
  *theirs = *ours;
  al_simulation_advance (ours, 30 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_cmpint (al_textbook_advance (theirs, 30 * G_USEC_PER_SEC), ==, AL_STATUS_OK);
  g_assert_cmpint (al_simulation_get_time_us (theirs), ==, al_simulation_get_time_us (ours));
  g_assert_cmpint (theirs->n_beats, ==, ours->n_beats);
  al_simulation_mean_indices (ours, 8, &our_mean);
  al_simulation_mean_indices (theirs, 8, &their_mean);
  for (guint i = 0; i < G_N_ELEMENTS (indices); i++) {
    AlIndex index = indices[i].index;

    g_test_message ("%s: %g and %g", al_index_get_info (index)->key, our_mean.value[index],
                    their_mean.value[index]);
    g_assert_cmpfloat_with_epsilon (our_mean.value[index], their_mean.value[index],
                                    indices[i].within);
  }
}

/* No two patients of the cohort are alike, and each is within the ranges. */
static void
test_cohort_varies (void)
{
  AlSettings patient[AL_BENCHMARK_PATIENTS];

  for (guint i = 0; i < AL_BENCHMARK_PATIENTS; i++) {
    al_settings_init (&patient[i]);
    al_benchmark_vary (&patient[i], i);
    for (guint k = 0; k < AL_N_PARAMETERS; k++)
      g_assert_true (al_parameter_in_range ((AlParameter) k, patient[i].value[k]));
    for (guint k = 0; k < i; k++) {
      double ees = patient[i].value[AL_PARAMETER_LV_EES] - patient[k].value[AL_PARAMETER_LV_EES];

      g_assert_cmpfloat (fabs (ees), >, 1e-4);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/benchmark/textbook-agrees", test_textbook_agrees);
  g_test_add_func ("/benchmark/cohort-varies", test_cohort_varies);
  return g_test_run ();
}
