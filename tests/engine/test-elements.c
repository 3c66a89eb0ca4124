/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-activation.h"
#include "al-chamber.h"
#include "al-septum.h"
#include "al-thorax.h"
#include "al-valve.h"
#include "al-vessel.h"

#include <math.h>

/* Peak 1 at Ts, and neither value nor slope jumps where one piece of the curve follows another. */
static void
test_activation (void)
{
  const AlActivation activation = {.ts_s = 0.37, .tau_s = 0.04};
  const double joints[] = {0.37, 0.37 + 0.5 * G_PI * 0.04}, d = 1e-6;

  g_assert_cmpfloat (al_activation_of_beat (&activation, 0), ==, 0);
  g_assert_cmpfloat_with_epsilon (al_activation_of_beat (&activation, 0.37), 1, 1e-12);
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++) {
    double before = al_activation_of_beat (&activation, joints[i] - d);
    double at = al_activation_of_beat (&activation, joints[i]);
    double after = al_activation_of_beat (&activation, joints[i] + d);

    g_assert_cmpfloat_with_epsilon ((at - before) / d, (after - at) / d, 1e-2);
  }
  g_assert_cmpfloat_with_epsilon (al_activation_union (0.3, 0), 0.3, 1e-15);
  g_assert_cmpfloat_with_epsilon (al_activation_union (1, 0.2), 1, 1e-15);
}

/* The elastance that the septum needs is the slope of the pressure. */
static void
test_chamber_slope (void)
{
  const AlChamber lv = {2.8, 8, 0.5, 0.0255, 8, 0.0006};

  for (double e = 0; e <= 1; e += 0.25) {
    for (double v = 3; v < 300; v += 7) {
      AlChamberPressure at = al_chamber_pressure (&lv, e, v, 100);
      AlChamberPressure next = al_chamber_pressure (&lv, e, v + 1e-5, 100);

      g_assert_cmpfloat_with_epsilon ((next.pressure_mmhg - at.pressure_mmhg) / 1e-5,
                                      at.elastance_mmhg_ml, 1e-3);
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

/* A closed valve stays shut against any pressure; an open one loses what Bernoulli says. */
static void
test_valve (void)
{
  const AlValve valve = {.area_cm2 = 4, .length_cm = 2.2, .leak_cm2 = 0.1};
  const double q = 400, loss = al_orifice_loss (4) * q * q + AL_ORIFICE_R_MMHG_CM2 / 4 * q;
  double dq, dz;

  al_valve_rates (&valve, -140, 0, 0, &dq, &dz);
  g_assert_cmpfloat (fabs (dq), ==, 0);
  g_assert_cmpfloat (fabs (dz), ==, 0);
  al_valve_rates (&valve, loss, q, 1, &dq, &dz);
  g_assert_cmpfloat_with_epsilon (dq, 0, 1e-6);
  al_valve_rates (&valve, -500, 0, 1, &dq, &dz);
  g_assert_cmpfloat (dz, >=, -AL_VALVE_RATE_CAP_PER_S);
}

static void
test_leak (void)
{
  const AlValve valve = {.area_cm2 = 4, .length_cm = 2.2, .leak_cm2 = 0.1}, tight = {4, 2.2, 0};
  double q = al_valve_leak (&valve, 50);

  g_assert_cmpfloat_with_epsilon (al_orifice_loss (0.1) * q * q + AL_ORIFICE_R_MMHG_CM2 / 0.1 * q,
                                  50, 1e-9);
  g_assert_cmpfloat (al_valve_leak (&valve, -50), ==, 0);
  g_assert_cmpfloat (al_valve_leak (&tight, 50), ==, 0);
}

static void
test_vessels (void)
{
  const AlArtery arch = al_artery (40, 90, 0.55, 0);
  const AlVein vein = {28, 590};
  double v = al_artery_volume (&arch, 90);

  g_assert_cmpfloat_with_epsilon (al_artery_pressure (&arch, v), 90, 1e-10);
  g_assert_cmpfloat_with_epsilon (
      1e-4 / (al_artery_pressure (&arch, v + 1e-4) - al_artery_pressure (&arch, v)), 0.55, 1e-3);
  g_assert_cmpfloat_with_epsilon (al_vein_pressure (&vein, 590 + 140, 0), 5, 1e-12);
  g_assert_cmpfloat_with_epsilon (al_vein_pressure (&vein, 590 + 140, -28), 6, 1e-12);
  g_assert_cmpfloat_with_epsilon (al_vein_pressure (&vein, 590 - 28, 0), -3, 1e-12);
}

static void
test_thorax (void)
{
  const AlThorax breathing = {FALSE, 10}, ventilated = {TRUE, 10};

  g_assert_cmpfloat_with_epsilon (al_thorax_pressure (&breathing, 0).thorax_mmhg, -3.5, 1e-12);
  g_assert_cmpfloat (al_thorax_pressure (&breathing, 30.0 / 14).thorax_mmhg, <, -5.4);
  g_assert_cmpfloat_with_epsilon (al_thorax_pressure (&ventilated, 0).thorax_mmhg, 1.5, 1e-12);
  g_assert_cmpfloat (al_thorax_pressure (&ventilated, 30.0 / 16).thorax_mmhg, >, 3.4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/activation", test_activation);
  g_test_add_func ("/engine/chamber/slope", test_chamber_slope);
  g_test_add_func ("/engine/chamber/limits", test_chamber_limits);
  g_test_add_func ("/engine/septum", test_septum);
  g_test_add_func ("/engine/valve", test_valve);
  g_test_add_func ("/engine/valve/leak", test_leak);
  g_test_add_func ("/engine/vessels", test_vessels);
  g_test_add_func ("/engine/thorax", test_thorax);
  return g_test_run ();
}
