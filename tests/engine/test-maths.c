/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-maths.h"

#include <math.h>

#define TOLERANCE 1e-15

static void
assert_close (double ours, double libm)
{
  g_assert_cmpfloat (fabs (ours - libm), <=, TOLERANCE * MAX (1, fabs (libm)));
}

static void
test_exp (void)
{
  for (double x = -50; x < 50; x += 0.0137)
    g_assert_cmpfloat (fabs (al_exp (x) / exp (x) - 1), <, TOLERANCE);
  g_assert_cmpfloat (al_exp (0), ==, 1);
  g_assert_true (isfinite (al_exp (1e9)));
  g_assert_cmpfloat (al_exp (-1e9), >=, 0);
}

static void
test_log_and_pow (void)
{
  for (double x = 1e-6; x < 1e6; x *= 1.013) {
    assert_close (al_log (x), log (x));
    g_assert_cmpfloat (fabs (al_pow (x, 0.85) / pow (x, 0.85) - 1), <, 1e-14);
  }
  g_assert_cmpfloat (al_log (1), ==, 0);
  g_assert_cmpfloat (al_pow (0, 0.85), ==, 0);
}

static void
test_sine (void)
{
  for (double x = -G_PI_2; x <= G_PI_2; x += 0.001)
    assert_close (al_sin (x), sin (x));
}

static void
test_sigmoids (void)
{
  for (double x = -20; x < 20; x += 0.01) {
    assert_close (al_tanh (x), tanh (x));
    assert_close (al_logistic (x), 1 / (1 + exp (-x)));
  }
  g_assert_cmpfloat (al_smoothstep (-1), ==, 0);
  g_assert_cmpfloat (al_smoothstep (0.5), ==, 0.5);
  g_assert_cmpfloat (al_smoothstep (2), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/maths/exp", test_exp);
  g_test_add_func ("/engine/maths/log-and-pow", test_log_and_pow);
  g_test_add_func ("/engine/maths/sine", test_sine);
  g_test_add_func ("/engine/maths/sigmoids", test_sigmoids);
  return g_test_run ();
}
