/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-distribution.h"
#include "al-pooling.h"

#include <math.h>

/*
 * BCG against tuberculosis, 13 trials (Colditz and others, JAMA 1994;271:698): cases and people,
 * vaccinated and not. The summaries of its log risk ratios are printed in many textbooks.
 */
static const AlCounts bcg[][2] = {
    {{4, 123}, {11, 139}},       {{6, 306}, {29, 303}},        {{3, 231}, {11, 220}},
    {{62, 13598}, {248, 12867}}, {{33, 5069}, {47, 5808}},     {{180, 1541}, {372, 1451}},
    {{8, 2545}, {10, 629}},      {{505, 88391}, {499, 88391}}, {{29, 7499}, {45, 7277}},
    {{17, 1716}, {65, 1665}},    {{186, 50634}, {141, 27338}}, {{5, 2498}, {3, 2341}},
    {{27, 16913}, {29, 17854}},
};

static void
compute_bcg (AlEffect *effects)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bcg); i++)
    g_assert_true (
        al_effect_from_counts (AL_MEASURE_RISK_RATIO, &bcg[i][0], &bcg[i][1], &effects[i]));
}

static void
assert_near (double value, double expected, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (value, expected, tolerance);
}

static void
test_bcg_fixed (void)
{
  AlEffect effects[G_N_ELEMENTS (bcg)];
  AlPooled pooled;

  compute_bcg (effects);
  g_assert_true (al_pool (&(AlPooling){AL_MEASURE_RISK_RATIO, AL_POOLING_FIXED, FALSE}, effects,
                          G_N_ELEMENTS (bcg), NULL, &pooled));
  assert_near (log (pooled.effect.value), -0.4303, 0.00005);
  assert_near (pooled.effect.standard_error, 0.0405, 0.00005);
  assert_near (log (pooled.effect.low), -0.5097, 0.00005);
  assert_near (log (pooled.effect.high), -0.3509, 0.00005);
  assert_near (pooled.q, 152.2330, 0.00005);
  g_assert_cmpfloat (pooled.q_p, <, 1e-4);
  assert_near (pooled.tau_squared, 0.0, 1e-15);
}

static void
test_bcg_random (void)
{
  AlEffect effects[G_N_ELEMENTS (bcg)];
  double weights[G_N_ELEMENTS (bcg)];
  double sum = 0.0;
  AlPooled pooled;

  compute_bcg (effects);
  g_assert_true (al_pool (&(AlPooling){AL_MEASURE_RISK_RATIO, AL_POOLING_DERSIMONIAN_LAIRD, FALSE},
                          effects, G_N_ELEMENTS (bcg), weights, &pooled));
  assert_near (pooled.tau_squared, 0.3088, 0.00005);
  assert_near (log (pooled.effect.value), -0.7141, 0.00005);
  assert_near (pooled.effect.standard_error, 0.1787, 0.00005);
  assert_near (pooled.z, -3.9952, 0.00005);
  assert_near (log (pooled.effect.low), -1.0644, 0.00005);
  assert_near (log (pooled.effect.high), -0.3638, 0.00005);
  assert_near (100.0 * pooled.i_squared, 92.12, 0.005);
  g_assert_cmpuint (pooled.n_studies, ==, 13);
  for (gsize i = 0; i < G_N_ELEMENTS (bcg); i++)
    sum += weights[i];
  assert_near (sum, 1.0, 1e-12);
}

/* Two equal studies agree perfectly: both models give the same, with the error of twice the size.
 */
static void
test_agreement (void)
{
  const AlCounts treated = {20, 100};
  const AlCounts control = {30, 100};
  AlEffect effects[2];
  AlPooled pooled;

  al_effect_from_counts (AL_MEASURE_RISK_DIFFERENCE, &treated, &control, &effects[0]);
  effects[1] = effects[0];
  g_assert_true (
      al_pool (&(AlPooling){AL_MEASURE_RISK_DIFFERENCE, AL_POOLING_DERSIMONIAN_LAIRD, FALSE},
               effects, 2, NULL, &pooled));
  assert_near (pooled.effect.value, -0.1, 1e-12);
  assert_near (pooled.effect.standard_error, effects[0].standard_error / sqrt (2.0), 1e-12);
  assert_near (pooled.q, 0.0, 1e-12);
  assert_near (pooled.q_p, 1.0, 1e-12);
  assert_near (pooled.i_squared, 0.0, 1e-15);
}

static void
test_one_study_is_itself (void)
{
  const AlCounts treated = {119, 300};
  const AlCounts control = {123, 298};
  AlEffect effect;
  AlPooled pooled;
  double weight = 0.0;

  al_effect_from_counts (AL_MEASURE_RISK_RATIO, &treated, &control, &effect);
  g_assert_true (al_pool (&(AlPooling){AL_MEASURE_RISK_RATIO, AL_POOLING_REML, TRUE}, &effect, 1,
                          &weight, &pooled));
  assert_near (pooled.effect.low, effect.low, 1e-12);
  assert_near (pooled.effect.high, effect.high, 1e-12);
  assert_near (weight, 1.0, 1e-12);
  g_assert_true (isnan (pooled.q_p));
}

static void
test_refused (void)
{
  const AlPooling fixed = {AL_MEASURE_RISK_RATIO, AL_POOLING_FIXED, FALSE};
  AlEffect effects[2] = {{0.9, 0.5, 1.6, 0.3, FALSE}, {0.8, 0.8, 0.8, 0.0, FALSE}};
  AlPooled pooled;

  g_assert_false (al_pool (&fixed, effects, 0, NULL, &pooled));
  g_assert_false (al_pool (&fixed, effects, 2, NULL, &pooled));
  effects[1] = (AlEffect){-0.8, -0.9, -0.7, 0.1, FALSE};
  g_assert_false (al_pool (&fixed, effects, 2, NULL, &pooled));
}

/* Tabulated 5 % and 1 % points; with 2 degrees of freedom the tail is exp(-x/2). */
static void
test_tails (void)
{
  assert_near (al_chi_square_upper (3.841459, 1.0), 0.05, 1e-7);
  assert_near (al_chi_square_upper (21.02607, 12.0), 0.05, 1e-7);
  assert_near (al_chi_square_upper (26.21697, 12.0), 0.01, 1e-7);
  assert_near (al_chi_square_upper (1.0, 2.0), exp (-0.5), 1e-14);
  assert_near (al_chi_square_upper (50.0, 2.0), exp (-25.0), 1e-20);
  assert_near (al_chi_square_upper (0.0, 3.0), 1.0, 1e-15);
  assert_near (al_normal_two_sided_p (AL_Z95), 0.05, 1e-12);
  assert_near (al_normal_two_sided_p (-AL_Z95), 0.05, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/pooling/bcg-fixed", test_bcg_fixed);
  g_test_add_func ("/statistics/pooling/bcg-random", test_bcg_random);
  g_test_add_func ("/statistics/pooling/agreement", test_agreement);
  g_test_add_func ("/statistics/pooling/one-study", test_one_study_is_itself);
  g_test_add_func ("/statistics/pooling/refused", test_refused);
  g_test_add_func ("/statistics/pooling/tails", test_tails);
  return g_test_run ();
}
