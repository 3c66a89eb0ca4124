/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-micro-axial-pump.h"
#include "al-units.h"
#include "test-patients.h"

static AlMicroAxialPump
pump_at (double level)
{
  AlMicroAxialPump pump;
  AlSettings settings;

  al_settings_init (&settings);
  settings.value[AL_PARAMETER_MAFP_ON] = 1;
  settings.value[AL_PARAMETER_MAFP_LEVEL] = level;
  al_micro_axial_pump_from_settings (&pump, &settings);
  return pump;
}

/* Flow against a constant pressure, L/min, once it is steady. */
static double
steady_l_min (double level, double rise_mmhg, double closed)
{
  AlMicroAxialPump pump = pump_at (level);
  double q = 0;

  for (int i = 0; i < 20000; i++)
    q += 0.0005 * al_micro_axial_pump_rate (&pump, rise_mmhg, closed, 0, q);
  return q * AL_L_MIN_PER_ML_S;
}

/* Against 60 mmHg a low level gives little, and each level gives more than the one below. Bands of
 * the order of makers' tables, from memory. */
static void
test_levels (void)
{
  static const double low[] = {0, 1.1, 1.6, 2.0, 2.3, 2.5, 2.9, 3.1, 3.3};
  static const double high[] = {0.9, 2.1, 2.3, 2.5, 2.7, 2.9, 3.3, 3.4, 3.8};
  double before = -1;

  for (guint i = 0; i < G_N_ELEMENTS (low); i++) {
    double flow = steady_l_min (1 + i, 60, 0);

    assert_between (flow, low[i], high[i]);
    g_assert_cmpfloat (flow, >, before);
    before = flow;
  }
}

/* What a level can just hold goes with the square of its speed; a closed inlet lets less through,
 * and a pump that is too weak leaks a little. */
static void
test_head (void)
{
  double low = pump_at (2).head_mmhg, high = pump_at (8).head_mmhg;

  g_assert_cmpfloat_with_epsilon (low / high, (31.0 * 31) / (44 * 44), 1e-12);
  g_assert_cmpfloat_with_epsilon (steady_l_min (2, low, 0), 0, 1e-6);
  g_assert_cmpfloat (steady_l_min (8, 60, 1), <, 0.5 * steady_l_min (8, 60, 0));
  assert_between (steady_l_min (1, 90, 0), -0.5, 0);
  g_assert_cmpfloat (steady_l_min (9, 0, 0), <, 4.5);
}

static void
run_asystole (void (*patient) (AlSettings *settings), AlIndices *before, AlIndices *after)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;

  patient (&settings);
  test_settle (simulation, &settings, 60, before);
  al_simulation_set (simulation, AL_PARAMETER_RHYTHM, 4);
  al_simulation_set (simulation, AL_PARAMETER_MAFP_ON, 1);
  al_simulation_set (simulation, AL_PARAMETER_MAFP_LEVEL, 8);
  al_simulation_advance (simulation, 90 * G_USEC_PER_SEC, NULL, NULL);
  al_simulation_mean_indices (simulation, 5, after);
}

/* In asystole only what the veins press through the lungs comes to the pump, and the vessels of a
 * lung at a low pressure are narrow: about half of the output before, as with a pump at P8 in goats
 * that fibrillate (50 +- 28 %: Yokota et al., abstract of the work that became doi
 * 10.1093/ehjopen/oeaf173). The left side is emptied, the right one is full. */
static void
test_asystole (void)
{
  void (*const patients[]) (AlSettings *) = {test_patient_normal, test_patient_shock};

  for (guint i = 0; i < G_N_ELEMENTS (patients); i++) {
    AlIndices before, after;

    run_asystole (patients[i], &before, &after);
    assert_between (after.value[AL_INDEX_MAFP_FLOW] / before.value[AL_INDEX_NATIVE_CO], 0.22, 0.78);
    g_assert_cmpfloat (after.value[AL_INDEX_LV_EDV], <, 0.55 * before.value[AL_INDEX_LV_EDV]);
    g_assert_cmpfloat (after.value[AL_INDEX_RA_MEAN], >, before.value[AL_INDEX_RA_MEAN] + 3);
  }
}

/* How many times the resistance of the lung is what it was before the pump ran. */
static double
resistance_gain (double distensibility_percent)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices before, after;
  AlSettings settings;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_LUNG_DISTENSIBILITY] = distensibility_percent;
  test_settle (simulation, &settings, 120, &before);
  settings.value[AL_PARAMETER_MAFP_ON] = 1;
  settings.value[AL_PARAMETER_MAFP_LEVEL] = 8;
  test_settle (simulation, &settings, 120, &after);
  return after.value[AL_INDEX_PVR] / before.value[AL_INDEX_PVR];
}

/* Vessels of the lung that pressure widens (Malhotra 2016) narrow as the pump empties the left
 * atrium. */
static void
test_narrow_lung (void)
{
  assert_between (resistance_gain (0), 0.95, 1.05);
  assert_between (resistance_gain (1.39), 1.2, 1.6);
}

/* A right ventricle that fails before stiff lungs fills no pump. */
static void
test_right_failure (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;
  AlIndices weak, strong;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_MAFP_ON] = 1;
  settings.value[AL_PARAMETER_MAFP_LEVEL] = 9;
  test_settle (simulation, &settings, 120, &strong);
  settings.value[AL_PARAMETER_RV_EES] = 0.08;
  settings.value[AL_PARAMETER_LUNG_R] = 0.4;
  test_settle (simulation, &settings, 120, &weak);
  g_assert_cmpfloat (weak.value[AL_INDEX_MAFP_FLOW], <, 0.75 * strong.value[AL_INDEX_MAFP_FLOW]);
  g_assert_cmpfloat (weak.value[AL_INDEX_MAFP_SUCTION], >, 5);
  g_assert_cmpfloat (strong.value[AL_INDEX_MAFP_SUCTION], <, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/micro-axial-pump/levels", test_levels);
  g_test_add_func ("/engine/micro-axial-pump/head", test_head);
  g_test_add_func ("/engine/micro-axial-pump/asystole", test_asystole);
  g_test_add_func ("/engine/micro-axial-pump/narrow-lung", test_narrow_lung);
  g_test_add_func ("/engine/micro-axial-pump/right-failure", test_right_failure);
  return g_test_run ();
}
