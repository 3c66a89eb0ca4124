/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <math.h>
#include <string.h>

/* A beat of a length that knows nothing but a pressure. */
static AlIndices
beat (double length_s, double map_mmhg)
{
  AlIndices indices;

  for (guint i = 0; i < AL_N_INDICES; i++)
    indices.value[i] = NAN;
  indices.value[AL_INDEX_HR] = 60 / length_s;
  indices.value[AL_INDEX_MAP] = map_mmhg;
  return indices;
}

/* A beat that is twice as long counts twice; the mean rate is that of beats over their time. */
static void
test_longer_counts_more (void)
{
  const AlIndices beats[] = {beat (1, 60), beat (0.5, 90), beat (1.5, 40)};
  AlIndices mean;

  al_indices_mean (beats, 2, &mean);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_MAP], 70, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_HR], 80, 1e-12);
  al_indices_mean (beats, 3, &mean);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_MAP], 55, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_HR], 60, 1e-12);
}

/* Beats that do not define an index are left out of its mean, and out of no other. */
static void
test_undefined (void)
{
  AlIndices beats[] = {beat (1, 60), beat (0.5, NAN), beat (0.25, 100)}, mean;

  beats[1].value[AL_INDEX_PCWP] = 20;
  al_indices_mean (beats, 3, &mean);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_MAP], 68, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_PCWP], 20, 1e-12);
  g_assert_true (isnan (mean.value[AL_INDEX_RA_MEAN]));
  al_indices_mean (beats, 0, &mean);
  g_assert_true (isnan (mean.value[AL_INDEX_MAP]));
}

/* A second without a beat, as in asystole, counts for a second. */
static void
test_without_a_beat (void)
{
  AlIndices beats[] = {beat (0.5, 60), beat (1, 30)}, mean;

  beats[1].value[AL_INDEX_HR] = NAN;
  al_indices_mean (beats, 2, &mean);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_MAP], 40, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_HR], 120, 1e-12);
}

/* To the last bit, so that a steady patient shows no digits that nobody measured. */
static void
test_equal_beats (void)
{
  AlIndices beats[7], mean;

  for (guint i = 0; i < G_N_ELEMENTS (beats); i++)
    beats[i] = beat (60 / 97.0, 71.3);
  al_indices_mean (beats, G_N_ELEMENTS (beats), &mean);
  g_assert_true (
      memcmp (&mean.value[AL_INDEX_MAP], &beats[0].value[AL_INDEX_MAP], sizeof (double)) == 0);
}

/* In atrial fibrillation, where no two beats are of one length, mean output is all that was ejected
 * over all the time that it took, and mean pressure that over the whole of it. */
static void
test_fibrillation (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean;
  double ejected_ml = 0, mmhg_s = 0, shortest_s = INFINITY, longest_s = 0, total_s = 0;

  test_patient_normal (&settings);
  settings.value[AL_PARAMETER_RHYTHM] = AL_RHYTHM_ATRIAL_FIBRILLATION;
  test_settle (simulation, &settings, 30, &mean);
  al_simulation_mean_indices (simulation, 20, &mean);
  for (guint back = 0; back < 20; back++) {
    const AlBeat *beat = al_simulation_get_beat (simulation, back);
    double length_s = (double) (beat->end_us - beat->start_us) * 1e-6;

    ejected_ml += beat->indices.value[AL_INDEX_LV_SV];
    mmhg_s += beat->indices.value[AL_INDEX_MAP] * length_s;
    shortest_s = MIN (shortest_s, length_s);
    longest_s = MAX (longest_s, length_s);
    total_s += length_s;
  }
  g_assert_cmpfloat (longest_s, >, 1.3 * shortest_s);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_NATIVE_CO], ejected_ml / total_s * 0.06,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_MAP], mmhg_s / total_s, 1e-9);
}

/* A beat that ejects little has a ratio of no meaning, however high; what counts are the sums. */
static void
test_ratio_of_flows (void)
{
  AlIndices beats[] = {beat (1, 70), beat (0.5, 70)}, mean;

  for (guint i = 0; i < G_N_ELEMENTS (beats); i++)
    beats[i].value[AL_INDEX_MAFP_FLOW] = 0;
  beats[0].value[AL_INDEX_NATIVE_CO] = 5;
  beats[0].value[AL_INDEX_QP_QS] = 0.9;
  beats[1].value[AL_INDEX_NATIVE_CO] = 0.5;
  beats[1].value[AL_INDEX_QP_QS] = 8;
  al_indices_mean (beats, 2, &mean);
  g_assert_cmpfloat_with_epsilon (mean.value[AL_INDEX_QP_QS], (5 * 0.9 + 0.25 * 8) / (5 + 0.25),
                                  1e-12);
}

/* An early beat gives little and makes its own ratio useless; the mean is that of the terms. */
static void
test_ectopy (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean, sinus;
  const double *v = mean.value;

  test_patient_shock (&settings);
  test_settle (simulation, &settings, 60, &sinus);
  settings.value[AL_PARAMETER_RHYTHM] = AL_RHYTHM_ECTOPY;
  test_settle (simulation, &settings, 60, &mean);
  al_simulation_mean_indices (simulation, 20, &mean);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_SVR] * v[AL_INDEX_TOTAL_FLOW] /
                                      (80 * (v[AL_INDEX_MAP] - v[AL_INDEX_RA_MEAN])),
                                  1, 0.02);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_LV_EDP], sinus.value[AL_INDEX_LV_EDP], 4);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_SCAI_LOW], round (v[AL_INDEX_SCAI_LOW]), 1e-12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/indices/longer-counts-more", test_longer_counts_more);
  g_test_add_func ("/engine/indices/undefined", test_undefined);
  g_test_add_func ("/engine/indices/without-a-beat", test_without_a_beat);
  g_test_add_func ("/engine/indices/equal-beats", test_equal_beats);
  g_test_add_func ("/engine/indices/fibrillation", test_fibrillation);
  g_test_add_func ("/engine/indices/ratio-of-flows", test_ratio_of_flows);
  g_test_add_func ("/engine/indices/ectopy", test_ectopy);
  return g_test_run ();
}
