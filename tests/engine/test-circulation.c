/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <math.h>

/* What comes in less what leaves, mL/s. */
static double
net_ml_s (const AlSimulation *simulation)
{
  const double *flow = simulation->circulation.core.h.flow;

  return flow[AL_EDGE_GIVEN_UPPER] + flow[AL_EDGE_GIVEN_LOWER] - flow[AL_EDGE_LUNG_WATER] -
         flow[AL_EDGE_WATER];
}

/* The derivatives of the volumes add up to what is given less what leaves, in any state. */
static void
test_rates_conserve (void)
{
  AlSettings settings;
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  settings.value[AL_PARAMETER_MAFP_ON] = 1;
  settings.value[AL_PARAMETER_AORTIC_LEAK] = 0.3;
  settings.value[AL_PARAMETER_SEPTUM_DEFECT] = 0.5;
  settings.value[AL_PARAMETER_SEPTOSTOMY] = 0.5;
  al_simulation_init (simulation, &settings);
  al_simulation_set (simulation, AL_PARAMETER_BLOOD_INFUSION, 250);
  for (int i = 0; i < 1200; i++) {
    double sum = 0, scale = 0;

    al_simulation_advance (simulation, AL_STEP_US, NULL, NULL);
    for (int k = 0; k < AL_N_VOLUMES; k++) {
      sum += simulation->circulation.core.rates[k];
      scale += fabs (simulation->circulation.core.rates[k]);
    }
    g_assert_cmpfloat (fabs (sum - net_ml_s (simulation)), <, 1e-13 * scale + 1e-12);
  }
}

/* Ten minutes with both devices: not a millionth of a millilitre is lost. */
static void
test_blood_is_conserved (void)
{
  AlSettings settings;
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  double before_ml, expected_ml;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  al_simulation_init (simulation, &settings);
  before_ml = al_simulation_blood_ml (simulation);
  g_assert_cmpfloat_with_epsilon (before_ml, settings.value[AL_PARAMETER_BLOOD_VOLUME], 1e-9);
  g_assert_cmpint (al_simulation_advance (simulation, 600 * G_USEC_PER_SEC, NULL, NULL), ==,
                   AL_STATUS_OK);
  expected_ml = before_ml + al_simulation_blood_given_ml (simulation);
  g_assert_cmpfloat (fabs (al_simulation_blood_ml (simulation) - expected_ml), <, 1e-6);
}

static void
test_infusion_and_bleeding (void)
{
  AlSettings settings;
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  /* It flows from the next tick on. */
  double tick_ml = 50 * AL_TICK_US * 1e-6, before_ml;

  test_patient_normal (&settings);
  al_simulation_init (simulation, &settings);
  before_ml = al_simulation_blood_ml (simulation);
  al_simulation_set (simulation, AL_PARAMETER_BLOOD_INFUSION, 500);
  al_simulation_advance (simulation, 5 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (al_simulation_blood_given_ml (simulation), 250, tick_ml + 1e-6);
  al_simulation_set (simulation, AL_PARAMETER_BLOOD_INFUSION, -500);
  al_simulation_advance (simulation, 30 * G_USEC_PER_SEC, NULL, NULL);
  assert_between (al_simulation_blood_given_ml (simulation), -500, -496);
  g_assert_cmpfloat_with_epsilon (al_simulation_blood_ml (simulation),
                                  before_ml + al_simulation_blood_given_ml (simulation), 1e-6);
}

/* What was bled comes back from the tissue as water within hours, and dilutes; no more than that.
 */
static void
test_refill (void)
{
  AlSettings settings;
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);

  test_patient_normal (&settings);
  settings.value[AL_PARAMETER_SLOW_ACCELERATION] = 60;
  al_simulation_init (simulation, &settings);
  al_simulation_set (simulation, AL_PARAMETER_BLOOD_INFUSION, -1000);
  al_simulation_advance (simulation, 130 * G_USEC_PER_SEC, NULL, NULL);
  assert_between (al_simulation_blood_given_ml (simulation), -560, -440);
  al_simulation_advance (simulation, 1200 * G_USEC_PER_SEC, NULL, NULL);
  assert_between (al_simulation_blood_given_ml (simulation), -10, 0);
  assert_between (al_simulation_get_beat (simulation, 0)->indices.value[AL_INDEX_HAEMOGLOBIN],
                  0.72 * settings.value[AL_PARAMETER_BLOOD_HAEMOGLOBIN],
                  0.78 * settings.value[AL_PARAMETER_BLOOD_HAEMOGLOBIN]);
}

/* What enters the lungs leaves them: with no shunt, both ventricles pump alike once settled. */
static void
test_ventricles_in_series (void)
{
  AlSettings settings;
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices mean;
  AlSample sample;
  double pulmonary_ml = 0, aortic_ml = 0, bronchial = 0, step_s = AL_STEP_US * 1e-6;

  test_patient_normal (&settings);
  test_settle (simulation, &settings, 120, &mean);
  for (int i = 0; i < 60000; i++) {
    al_simulation_advance (simulation, AL_STEP_US, NULL, NULL);
    al_simulation_sample (simulation, &sample);
    pulmonary_ml += step_s * sample.value[AL_SIGNAL_PULMONARY_FLOW];
    aortic_ml += step_s * sample.value[AL_SIGNAL_AORTIC_FLOW];
    bronchial += step_s * simulation->circulation.core.h.flow[AL_EDGE_BRONCHIAL];
  }
  g_assert_cmpfloat (fabs (aortic_ml - bronchial - pulmonary_ml), <, 0.005 * aortic_ml);
}

/* The normal adult of the reference tables; bands as published, see `afterload-cli validate`. */
static void
test_normal_patient (void)
{
  AlSettings settings;
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices m;

  test_patient_normal (&settings);
  test_settle (simulation, &settings, 120, &m);
  assert_between (m.value[AL_INDEX_NATIVE_CO], 4.5, 6.5);
  assert_between (m.value[AL_INDEX_AO_SYSTOLIC], 105, 130);
  assert_between (m.value[AL_INDEX_AO_DIASTOLIC], 65, 84);
  assert_between (m.value[AL_INDEX_MAP], 82, 100);
  assert_between (m.value[AL_INDEX_LV_EDV], 115, 170);
  assert_between (m.value[AL_INDEX_LV_EF], 57, 75);
  assert_between (m.value[AL_INDEX_LV_EDP], 5, 12);
  assert_between (m.value[AL_INDEX_LA_MEAN], 5, 12);
  assert_between (m.value[AL_INDEX_RA_MEAN], 1, 6);
  assert_between (m.value[AL_INDEX_PA_MEAN], 10.7, 17.5);
  assert_between (m.value[AL_INDEX_CORONARY_FLOW], 180, 290);
  assert_between (m.value[AL_INDEX_CORONARY_DIASTOLIC], 62, 85);
}

static void
test_shock_patient (void)
{
  AlSettings settings;
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices m;

  test_patient_shock (&settings);
  test_settle (simulation, &settings, 140, &m);
  assert_between (m.value[AL_INDEX_MAP], 55, 75);
  assert_between (m.value[AL_INDEX_PCWP], 19, 30);
  assert_between (m.value[AL_INDEX_LV_EF], 18, 40);
  assert_between (m.value[AL_INDEX_NATIVE_CO], 2.5, 4.1);
  assert_between (m.value[AL_INDEX_PA_MEAN], 25, 42);
  assert_between (m.value[AL_INDEX_PAPI], 0.9, 2.4);
}

/* Vessels of the lung at their widest behind the stiffest pulmonary artery. */
static void
test_wide_lung (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;

  test_patient_normal (&settings);
  settings.value[AL_PARAMETER_LUNG_R] = 0.02;
  settings.value[AL_PARAMETER_LUNG_DISTENSIBILITY] = 3;
  settings.value[AL_PARAMETER_LUNG_REFERENCE] = 0;
  settings.value[AL_PARAMETER_PA_C] = 0.5;
  settings.value[AL_PARAMETER_LV_EES] = 0.4;
  settings.value[AL_PARAMETER_BLOOD_VOLUME] = 6000;
  al_simulation_init (simulation, &settings);
  g_assert_cmpint (al_simulation_advance (simulation, 30 * G_USEC_PER_SEC, NULL, NULL), ==,
                   AL_STATUS_OK);
  assert_between (al_simulation_get_beat (simulation, 0)->indices.value[AL_INDEX_PA_MEAN], 10, 80);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/circulation/rates-conserve", test_rates_conserve);
  g_test_add_func ("/engine/circulation/blood-is-conserved", test_blood_is_conserved);
  g_test_add_func ("/engine/circulation/infusion-and-bleeding", test_infusion_and_bleeding);
  g_test_add_func ("/engine/circulation/refill", test_refill);
  g_test_add_func ("/engine/circulation/ventricles-in-series", test_ventricles_in_series);
  g_test_add_func ("/engine/circulation/normal-patient", test_normal_patient);
  g_test_add_func ("/engine/circulation/shock-patient", test_shock_patient);
  g_test_add_func ("/engine/circulation/wide-lung", test_wide_lung);
  return g_test_run ();
}
