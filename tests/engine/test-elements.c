/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-activation.h"
#include "al-chamber.h"
#include "al-ecmo.h"
#include "al-reflex.h"
#include "al-septum.h"
#include "al-thorax.h"
#include "al-valve.h"
#include "al-vessel.h"

#include <math.h>

/* Activation t seconds into a beat. */
static double
activation_at (double t_s, double ts_s, double tau_s)
{
  return al_activation_of_beat (al_activation_contraction (t_s, 1 / ts_s), t_s - ts_s, 1 / tau_s);
}

/* Peak 1 at Ts, and neither value nor slope jumps where one piece of the curve follows another. */
static void
test_activation (void)
{
  const double ts_s = 0.37, tau_s = 0.04, d = 1e-6;
  const double joints[] = {ts_s, ts_s + 0.5 * G_PI * tau_s};

  g_assert_cmpfloat (activation_at (-0.1, ts_s, tau_s), ==, 0);
  g_assert_cmpfloat (activation_at (0, ts_s, tau_s), ==, 0);
  g_assert_cmpfloat_with_epsilon (activation_at (ts_s, ts_s, tau_s), 1, 1e-12);
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++) {
    double before = activation_at (joints[i] - d, ts_s, tau_s);
    double at = activation_at (joints[i], ts_s, tau_s);
    double after = activation_at (joints[i] + d, ts_s, tau_s);

    g_assert_cmpfloat_with_epsilon ((at - before) / d, (after - at) / d, 1e-2);
  }
  g_assert_cmpfloat_with_epsilon (al_activation_union (0.3, 0), 0.3, 1e-15);
  g_assert_cmpfloat_with_epsilon (al_activation_union (1, 0.2), 1, 1e-15);
}

/* The three pieces as they are written in the header, through libm. */
static void
test_activation_form (void)
{
  const double ts_s = 0.3, tau_s = 0.05;

  for (double t = 0.001; t < 1; t += 0.0037) {
    double late = t - ts_s, expected;

    if (late < 0)
      expected = 0.5 * (1 - cos (G_PI * pow (t / ts_s, AL_ACTIVATION_POWER)));
    else if (late < 0.5 * G_PI * tau_s)
      expected = 0.5 * (1 + cos (late / tau_s));
    else
      expected = 0.5 * exp (-(late / tau_s - 0.5 * G_PI));
    g_assert_cmpfloat_with_epsilon (activation_at (t, ts_s, tau_s), expected, 1e-14);
  }
}

/* The elastance that the septum meets is the slope of the pressure, but for walls that touch. */
static void
test_chamber_slope (void)
{
  const AlChamber lv = {2.8, 8, 0.5, 0.0255, 8, 0.0006};

  for (double e = 0; e <= 1; e += 0.25) {
    for (double v = -11; v < 300; v += 7) {
      AlChamberPressure at = al_chamber_pressure (&lv, e, v, 100);
      AlChamberPressure next = al_chamber_pressure (&lv, e, v + 1e-5, 100);

      g_assert_cmpfloat_with_epsilon ((next.pressure_mmhg - at.pressure_mmhg) / 1e-5,
                                      at.elastance_mmhg_ml + al_chamber_touching_mmhg_ml (v), 1e-3);
    }
  }
}

/* A distended chamber does not relax when it contracts, and an empty one pushes back. */
static void
test_chamber_limits (void)
{
  const AlChamber la = {0.25, 12, 0.5, 0.038, 15, 0};

  g_assert_cmpfloat (al_chamber_pressure (&la, 1, 180, 0).pressure_mmhg, >=,
                     al_chamber_pressure (&la, 0, 180, 0).pressure_mmhg);
  g_assert_cmpfloat (al_chamber_pressure (&la, 0, 0, 0).pressure_mmhg, <, -15);
}

static void
test_septum (void)
{
  AlChamberPressure lv = {100, 2.5}, rv = {20, 0.5};
  double lv_mmhg, rv_mmhg;

  al_septum_couple (14, &lv, &rv, &lv_mmhg, &rv_mmhg);
  g_assert_cmpfloat (lv_mmhg, <, 100);
  g_assert_cmpfloat (rv_mmhg, >, 20);
  al_septum_couple (1e9, &lv, &rv, &lv_mmhg, &rv_mmhg);
  g_assert_cmpfloat_with_epsilon (lv_mmhg, 100, 1e-6);
  lv.pressure_mmhg = rv.pressure_mmhg = 12;
  al_septum_couple (14, &lv, &rv, &lv_mmhg, &rv_mmhg);
  g_assert_cmpfloat (lv_mmhg, ==, 12);
}

/* What Bernoulli and friction take from a flow through an orifice, mmHg. */
static double
orifice_mmhg (double area_cm2, double q_ml_s)
{
  double bernoulli = AL_BLOOD_DENSITY_G_ML / (2 * area_cm2 * area_cm2) / AL_DYN_CM2_PER_MMHG;

  return bernoulli * q_ml_s * q_ml_s + AL_ORIFICE_R_MMHG_CM2 / area_cm2 * q_ml_s;
}

/* A closed valve stays shut against any pressure; an open one loses what Bernoulli says. */
static void
test_valve (void)
{
  const AlValve valve = {.area_cm2 = 4, .per_length_cm = 1 / 2.2};
  const double q = 400, loss_mmhg = orifice_mmhg (4, q);
  double dq, dz;

  al_valve_rates (&valve, -140, 0, 0, &dq, &dz);
  g_assert_cmpfloat (fabs (dq), ==, 0);
  g_assert_cmpfloat (fabs (dz), ==, 0);
  al_valve_rates (&valve, loss_mmhg, q, 1, &dq, &dz);
  g_assert_cmpfloat_with_epsilon (dq, 0, 1e-6);
  al_valve_rates (&valve, loss_mmhg + 10, q, 1, &dq, &dz);
  g_assert_cmpfloat_with_epsilon (dq, 10 * 4 / 2.2 * AL_DYN_CM2_PER_MMHG / AL_BLOOD_DENSITY_G_ML,
                                  1e-6);
  al_valve_rates (&valve, -500, 0, 1, &dq, &dz);
  g_assert_cmpfloat (dz, >=, -AL_VALVE_RATE_CAP_PER_S);
  al_valve_rates (&valve, 500, 0, 0, &dq, &dz);
  g_assert_cmpfloat_with_epsilon (dz, AL_VALVE_RATE_CAP_PER_S, 1e-9);
}

/* A leak carries the flow whose losses are the pressure difference, in proportion to its area. */
static void
test_leak (void)
{
  const double per_cm2 = al_orifice_ml_s_cm2 (50), area_cm2 = 0.1;

  g_assert_cmpfloat_with_epsilon (orifice_mmhg (area_cm2, area_cm2 * per_cm2), 50, 1e-9);
  g_assert_cmpfloat (fabs (al_orifice_ml_s_cm2 (0)), <, 1e-12);
}

static void
test_vessels (void)
{
  const AlArtery arch = al_artery (40, 90, 0.55, 0);
  const AlVein vein = {1.0 / 28, 590};
  double v = al_artery_volume (&arch, 90);

  g_assert_cmpfloat_with_epsilon (al_artery_pressure (&arch, v), 90, 1e-10);
  g_assert_cmpfloat_with_epsilon (
      1e-4 / (al_artery_pressure (&arch, v + 1e-4) - al_artery_pressure (&arch, v)), 0.55, 1e-3);
  g_assert_cmpfloat_with_epsilon (al_vein_pressure (&vein, 590 + 140), 5, 1e-12);
  g_assert_cmpfloat_with_epsilon (al_vein_pressure (&vein, 590 - 28), -2.5, 1e-12);
}

static double
thorax_mmhg (const AlThorax *thorax, double time_s)
{
  return thorax->rest_mmhg + thorax->swing_mmhg * al_thorax_breath (thorax, time_s);
}

/* A patient sucks air in, a ventilator presses it in; each breath ends where it began. */
static void
test_thorax (void)
{
  const AlThorax breathing = al_thorax (0, 10), ventilated = al_thorax (1, 10);

  g_assert_cmpfloat_with_epsilon (thorax_mmhg (&breathing, 0), -3.5, 1e-12);
  g_assert_cmpfloat (thorax_mmhg (&breathing, 30.0 / 14), <, -5.4);
  g_assert_cmpfloat_with_epsilon (thorax_mmhg (&breathing, 60 * 60 / 14.0), -3.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (thorax_mmhg (&ventilated, 0), 1.5, 1e-12);
  g_assert_cmpfloat (thorax_mmhg (&ventilated, 30.0 / 16), >, 3.4);
  g_assert_cmpfloat_with_epsilon (ventilated.alveolar_mmhg, 2.5, 1e-12);
  g_assert_cmpfloat (fabs (breathing.alveolar_mmhg), ==, 0);
}

/* After one time constant each effector has gone 63 % of its way. */
static void
test_reflex (void)
{
  const double signal = al_tanh ((97 - 67) / 30.0), gone = 1 - exp (-1);
  const struct {
    gsize offset;
    double tau_s;
  } effectors[] = {
      {G_STRUCT_OFFSET (AlReflex, rate), 2},
      {G_STRUCT_OFFSET (AlReflex, resistance), 8},
      {G_STRUCT_OFFSET (AlReflex, elastance), 6},
      {G_STRUCT_OFFSET (AlReflex, veins), 20},
  };

  for (guint i = 0; i < G_N_ELEMENTS (effectors); i++) {
    AlReflex reflex = {.map_mmhg = 67};

    for (int tick = 0; tick < 100; tick++)
      al_reflex_advance (&reflex, 97, 67, 4, effectors[i].tau_s / 100);
    g_assert_cmpfloat_with_epsilon (G_STRUCT_MEMBER (double, &reflex, effectors[i].offset),
                                    gone * signal, 1e-9);
  }
}

/* What a cannula takes from a flow goes with the power -4.5 of its size; 17 and 25 Fr are those for
 * which the settings hold. */
static void
test_cannulas (void)
{
  AlSettings settings;
  AlEcmo usual, narrow;
  const double *v = settings.value;

  al_settings_init (&settings);
  settings.value[AL_PARAMETER_ECMO_RETURN_FR] = 17;
  settings.value[AL_PARAMETER_ECMO_DRAINAGE_FR] = 25;
  al_ecmo_from_settings (&usual, &settings);
  settings.value[AL_PARAMETER_ECMO_RETURN_FR] = 15;
  settings.value[AL_PARAMETER_ECMO_DRAINAGE_FR] = 21;
  al_ecmo_from_settings (&narrow, &settings);
  g_assert_cmpfloat_with_epsilon (
      usual.loss, v[AL_PARAMETER_ECMO_PUMP_LOSS] + v[AL_PARAMETER_ECMO_RETURN_K], 1e-12);
  g_assert_cmpfloat_with_epsilon (usual.drainage_loss, v[AL_PARAMETER_ECMO_DRAINAGE_K], 1e-12);
  g_assert_cmpfloat_with_epsilon (
      narrow.loss - usual.loss, v[AL_PARAMETER_ECMO_RETURN_K] * (pow (17.0 / 15, 4.5) - 1), 1e-12);
  g_assert_cmpfloat_with_epsilon (narrow.drainage_loss / usual.drainage_loss, pow (25.0 / 21, 4.5),
                                  1e-12);
}

/* A vent takes what the pressure of the atrium and its own suction give, no more than its share of
 * the circuit's flow, never backwards; on an empty atrium it draws nothing, however it sucks. */
static void
test_vent (void)
{
  const AlEcmo vent = {.vent_ml_s_mmhg = 1.5, .vent_suction_mmhg = 8};
  double before_ml_s = 0;

  g_assert_cmpfloat_with_epsilon (al_ecmo_vent (&vent, 12, 80, -2, 70), 1.5 * (12 + 2 + 8), 1e-12);
  g_assert_cmpfloat_with_epsilon (al_ecmo_vent (&vent, 60, 80, -2, 70), 0.8 * 70, 1e-12);
  g_assert_cmpfloat (al_ecmo_vent (&vent, -20, 80, 0, 70), ==, 0);
  g_assert_cmpfloat (al_ecmo_vent (&vent, 12, 80, -2, -70), ==, 0);
  g_assert_cmpfloat (al_ecmo_vent (&vent, 12, 0, -2, 70), ==, 0);
  g_assert_cmpfloat (al_ecmo_vent (&vent, 12, -1, -40, 70), ==, 0);
  for (double la_ml = 0.5; la_ml <= AL_ECMO_VENT_OPEN_ML; la_ml += 0.5) {
    double ml_s = al_ecmo_vent (&vent, 12, la_ml, -2, 70);

    g_assert_cmpfloat (ml_s, >, before_ml_s);
    before_ml_s = ml_s;
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/activation", test_activation);
  g_test_add_func ("/engine/activation/form", test_activation_form);
  g_test_add_func ("/engine/chamber/slope", test_chamber_slope);
  g_test_add_func ("/engine/chamber/limits", test_chamber_limits);
  g_test_add_func ("/engine/septum", test_septum);
  g_test_add_func ("/engine/valve", test_valve);
  g_test_add_func ("/engine/valve/leak", test_leak);
  g_test_add_func ("/engine/vessels", test_vessels);
  g_test_add_func ("/engine/thorax", test_thorax);
  g_test_add_func ("/engine/reflex", test_reflex);
  g_test_add_func ("/engine/cannulas", test_cannulas);
  g_test_add_func ("/engine/vent", test_vent);
  return g_test_run ();
}
