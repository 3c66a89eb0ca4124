/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <math.h>

typedef struct {
  double ao_sum, aortic_ml, stroke_work, lv_ml_min, ejection_peak;
  double volume, pressure;
  guint n;
} Independent;

static void
add_sample (const AlSample *sample, gpointer user_data)
{
  Independent *sum = user_data;
  double volume = sample->value[AL_SIGNAL_LV_VOLUME],
         pressure = sample->value[AL_SIGNAL_LV_PRESSURE];

  sum->ao_sum += sample->value[AL_SIGNAL_AO_PRESSURE];
  sum->aortic_ml += AL_STEP_US * 1e-6 * sample->value[AL_SIGNAL_AORTIC_FLOW];
  if (sum->n > 0)
    sum->stroke_work -= 0.5 * (pressure + sum->pressure) * (volume - sum->volume);
  sum->lv_ml_min = MIN (sum->lv_ml_min, volume);
  if (sample->value[AL_SIGNAL_AORTIC_FLOW] > 5)
    sum->ejection_peak = MAX (sum->ejection_peak, sample->value[AL_SIGNAL_AO_PRESSURE]);
  sum->volume = volume;
  sum->pressure = pressure;
  sum->n++;
}

/* The same indices once more, from the samples that a person would export. */
static void
test_against_samples (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  Independent sum = {.lv_ml_min = INFINITY};
  AlSettings settings;
  AlIndices mean;
  const double *v;

  test_patient_normal (&settings);
  test_settle (simulation, &settings, 60, &mean);
  al_simulation_advance_beat (simulation, NULL, NULL);
  al_simulation_advance_beat (simulation, add_sample, &sum);
  v = al_simulation_get_beat (simulation, 0)->indices.value;
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_MAP], sum.ao_sum / sum.n, 0.2);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_LV_SV], sum.aortic_ml, 0.5);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_LV_SW], sum.stroke_work, 0.01 * v[AL_INDEX_LV_SW]);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_LV_ESV], sum.lv_ml_min, 0.05);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_AO_SYSTOLIC], sum.ejection_peak, 0.05);
}

/* Definitions that tie one index to others. */
static void
test_identities (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean;
  const double *v;

  test_patient_shock (&settings);
  test_settle (simulation, &settings, 60, &mean);
  v = al_simulation_get_beat (simulation, 0)->indices.value;
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_LV_TOTAL_SV], v[AL_INDEX_LV_EDV] - v[AL_INDEX_LV_ESV],
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_CPO], v[AL_INDEX_MAP] * v[AL_INDEX_NATIVE_CO] / 451,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_LV_EA], v[AL_INDEX_LV_ESP] / v[AL_INDEX_LV_SV], 1e-9);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_CI], v[AL_INDEX_NATIVE_CO] / 1.9, 1e-9);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_NATIVE_CO], v[AL_INDEX_LV_SV] * v[AL_INDEX_HR] / 1000,
                                  1e-9);
  /* Functional mitral regurgitation: the ventricle moves more than it sends forward. */
  g_assert_cmpfloat (v[AL_INDEX_LV_TOTAL_SV], >, v[AL_INDEX_LV_SV] + 2);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_LVOT_VTI], v[AL_INDEX_LV_SV] / 3.8, 1e-9);
  assert_between (v[AL_INDEX_SVO2], 20, v[AL_INDEX_SAO2_RADIAL]);
  g_assert_true (isnan (v[AL_INDEX_SAO2_PREOXYGENATOR]));
}

/* Where a micro-axial pump takes all the blood of the ventricle, the index is what the pump gives.
 */
static void
test_index_on_pump (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_MAFP_ON] = 1;
  test_settle (simulation, &settings, 60, &mean);
  g_assert_cmpfloat (mean.value[AL_INDEX_NATIVE_CO], <, 1);
  assert_between (mean.value[AL_INDEX_CI], 1.5, 2.5);
}

/* In a tachycardia blood is ejected late in the beat: no stroke is lost. */
static void
test_tachycardia (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_RHYTHM] = AL_RHYTHM_VENTRICULAR_TACHYCARDIA;
  test_settle (simulation, &settings, 60, &mean);
  g_assert_cmpfloat (mean.value[AL_INDEX_LV_SV], >, 8);
  g_assert_cmpfloat (mean.value[AL_INDEX_LV_TOTAL_SV], >, mean.value[AL_INDEX_LV_SV]);
}

static void
know_nothing (AlSettings *settings, AlIndices *indices)
{
  test_patient_shock (settings);
  for (guint i = 0; i < AL_N_INDICES; i++)
    indices->value[i] = NAN;
}

/* On a pump that runs steadily systolic pressure is no sign of its own. */
static void
test_judged_on_ecmo (void)
{
  AlIndices indices;
  AlSettings settings;
  AlScai scai;

  know_nothing (&settings, &indices);
  indices.value[AL_INDEX_MAP] = 85;
  indices.value[AL_INDEX_AO_SYSTOLIC] = 89;
  al_beat_judge (&indices, &settings, &scai);
  g_assert_cmphex (scai.reasons, ==, 1u << AL_SCAI_REASON_SYSTOLIC);
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  al_beat_judge (&indices, &settings, &scai);
  g_assert_cmphex (scai.reasons, ==, 0);
}

/* Tachycardia without a pulse is an arrest; on a pump the pulse is flat and the patient perfused.
 */
static void
test_judged_without_pulse (void)
{
  AlIndices indices;
  AlSettings settings;
  AlScai scai;

  know_nothing (&settings, &indices);
  indices.value[AL_INDEX_MAP] = 79;
  indices.value[AL_INDEX_AO_PULSE] = 1;
  settings.value[AL_PARAMETER_RHYTHM] = AL_RHYTHM_VENTRICULAR_TACHYCARDIA;
  al_beat_judge (&indices, &settings, &scai);
  g_assert_cmpint (scai.low, ==, AL_SCAI_E);
  settings.value[AL_PARAMETER_MAFP_ON] = 1;
  al_beat_judge (&indices, &settings, &scai);
  g_assert_cmphex (scai.reasons, ==, 0);
}

/* What a diuretic drives out is no sign of perfusion. */
static void
test_judged_on_diuretic (void)
{
  AlIndices indices;
  AlSettings settings;
  AlScai scai;

  know_nothing (&settings, &indices);
  indices.value[AL_INDEX_LACTATE] = 3;
  indices.value[AL_INDEX_URINE] = 3;
  al_beat_judge (&indices, &settings, &scai);
  g_assert_cmpint (scai.low, <, AL_SCAI_C);
  settings.value[AL_PARAMETER_DRUG_FUROSEMIDE] = 80;
  al_beat_judge (&indices, &settings, &scai);
  g_assert_cmpint (scai.low, ==, AL_SCAI_C);
}

/* More of them: those that a bedside computer works out of others. */
static void
test_derived (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean;
  const double *v;

  test_patient_shock (&settings);
  test_settle (simulation, &settings, 60, &mean);
  v = al_simulation_get_beat (simulation, 0)->indices.value;
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_PAPI] * v[AL_INDEX_RA_MEAN],
                                  v[AL_INDEX_PA_SYSTOLIC] - v[AL_INDEX_PA_DIASTOLIC], 1e-9);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_CVP_PCWP] * v[AL_INDEX_PCWP], v[AL_INDEX_RA_MEAN],
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_AO_PULSE],
                                  v[AL_INDEX_AO_SYSTOLIC] - v[AL_INDEX_AO_DIASTOLIC], 1e-9);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_LV_EF] * v[AL_INDEX_LV_EDV],
                                  100 * v[AL_INDEX_LV_TOTAL_SV], 1e-6);
  /* The triangle under the end-systolic line from V0 = 15 mL on is the potential energy. */
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_LV_PVA] - v[AL_INDEX_LV_SW],
                                  0.5 * v[AL_INDEX_LV_ESP] * (v[AL_INDEX_LV_ESV] - 15), 1e-6);
  g_assert_cmpfloat_with_epsilon (v[AL_INDEX_SVR] * v[AL_INDEX_NATIVE_CO],
                                  80 * (v[AL_INDEX_MAP] - v[AL_INDEX_RA_MEAN]), 10);
}

/* Beats follow one another without a gap, at the rate of the sinus node. */
static void
test_beats_are_contiguous (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean;

  test_patient_normal (&settings);
  test_settle (simulation, &settings, 60, &mean);
  for (guint i = 0; i < 20; i++) {
    const AlBeat *beat = al_simulation_get_beat (simulation, i);

    g_assert_cmpint (al_simulation_get_beat (simulation, i + 1)->end_us, ==, beat->start_us);
    g_assert_cmpint (beat->end_us - beat->start_us, ==, 909091);
  }
  g_assert_null (al_simulation_get_beat (simulation, AL_BEAT_HISTORY));
}

/* The curves in the picture pass through the loop's own corners. */
static void
test_curves (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean;

  test_patient_shock (&settings);
  test_settle (simulation, &settings, 60, &mean);
  al_simulation_mean_indices (simulation, 5, &mean);
  g_assert_cmpfloat_with_epsilon (al_simulation_lv_edpvr (simulation, mean.value[AL_INDEX_LV_EDV]),
                                  mean.value[AL_INDEX_LV_EDP], 1e-9);
  g_assert_cmpfloat_with_epsilon (al_simulation_lv_espvr (simulation, mean.value[AL_INDEX_LV_ESV]),
                                  mean.value[AL_INDEX_LV_ESP], 0.06 * mean.value[AL_INDEX_LV_ESP]);
}

/* ECMO does not change the wall of the ventricle, and the curve of passive filling must not say so.
 */
static void
test_passive_curve_is_the_wall (void)
{
  g_autofree AlSimulation *alone = g_new (AlSimulation, 1), *on_ecmo = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices mean;

  test_patient_shock (&settings);
  test_settle (alone, &settings, 120, &mean);
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  test_settle (on_ecmo, &settings, 140, &mean);
  for (double volume_ml = 20; volume_ml <= 160; volume_ml += 20) {
    double difference =
        al_simulation_lv_edpvr (on_ecmo, volume_ml) - al_simulation_lv_edpvr (alone, volume_ml);

    g_assert_cmpfloat (fabs (difference), <, 4);
    g_assert_cmpfloat (al_simulation_lv_edpvr (on_ecmo, volume_ml), >, 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/beat/against-samples", test_against_samples);
  g_test_add_func ("/engine/beat/identities", test_identities);
  g_test_add_func ("/engine/beat/index-on-pump", test_index_on_pump);
  g_test_add_func ("/engine/beat/derived", test_derived);
  g_test_add_func ("/engine/beat/contiguous", test_beats_are_contiguous);
  g_test_add_func ("/engine/beat/curves", test_curves);
  g_test_add_func ("/engine/beat/passive-curve-is-the-wall", test_passive_curve_is_the_wall);
  g_test_add_func ("/engine/beat/tachycardia", test_tachycardia);
  g_test_add_func ("/engine/beat/judged-on-ecmo", test_judged_on_ecmo);
  g_test_add_func ("/engine/beat/judged-without-pulse", test_judged_without_pulse);
  g_test_add_func ("/engine/beat/judged-on-diuretic", test_judged_on_diuretic);
  return g_test_run ();
}
