/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-effect.h"

#include <math.h>

/* A published figure with the counts of the same report; the counts must give the figure as
 * printed. */
typedef struct {
  const char *name;
  AlMeasure measure;
  AlCounts treated;
  AlCounts control;
  double value;
  double low;
  double high;
} Published;

static const Published published[] = {
    {"IABP-SHOCK II, death at 30 days, NEJM 2012;367:1287",
     AL_MEASURE_RISK_RATIO,
     {119, 300},
     {123, 298},
     0.96,
     0.79,
     1.17},
    {"IABP-SHOCK II, death at 12 months, Lancet 2013;382:1638",
     AL_MEASURE_RISK_RATIO,
     {155, 299},
     {152, 296},
     1.01,
     0.86,
     1.18},
    {"ECLS-SHOCK, death at 30 days, NEJM 2023;389:1286",
     AL_MEASURE_RISK_RATIO,
     {100, 209},
     {102, 208},
     0.98,
     0.80,
     1.19},
    {"ECLS-SHOCK, bleeding", AL_MEASURE_RISK_RATIO, {49, 209}, {20, 208}, 2.44, 1.50, 3.95},
    {"ECLS-SHOCK, vascular complications",
     AL_MEASURE_RISK_RATIO,
     {23, 209},
     {8, 208},
     2.86,
     1.31,
     6.25},
    {"CULPRIT-SHOCK, death or renal replacement, NEJM 2017;377:2419",
     AL_MEASURE_RISK_RATIO,
     {158, 344},
     {189, 341},
     0.83,
     0.71,
     0.96},
    {"CULPRIT-SHOCK, death at 1 year, NEJM 2018;379:1699",
     AL_MEASURE_RISK_RATIO,
     {172, 344},
     {194, 341},
     0.88,
     0.76,
     1.01},
    {"EVOLVE-ECMO, weaning, Eur J Heart Fail 2023;25:2037",
     AL_MEASURE_RISK_RATIO,
     {21, 30},
     {23, 30},
     0.91,
     0.67,
     1.24},
    {"DanGer Shock, safety, NEJM 2024;390:1382: printed as a relative risk, it is the odds ratio",
     AL_MEASURE_ODDS_RATIO,
     {43, 179},
     {11, 176},
     4.74,
     2.36,
     9.55},
    {"DanGer Shock, renal replacement: likewise",
     AL_MEASURE_ODDS_RATIO,
     {75, 179},
     {47, 176},
     1.98,
     1.27,
     3.09},
};

static void
assert_near (double value, double expected, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (value, expected, tolerance);
}

static void
test_published (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++) {
    const Published *row = &published[i];
    AlEffect effect;

    g_test_message ("%s", row->name);
    g_assert_true (al_effect_from_counts (row->measure, &row->treated, &row->control, &effect));
    assert_near (effect.value, row->value, 0.0055);
    assert_near (effect.low, row->low, 0.0055);
    assert_near (effect.high, row->high, 0.0055);
    g_assert_false (effect.corrected);
  }
}

/* By hand: risks 0.2 and 0.1; variance 0.2*0.8/100 + 0.1*0.9/100 = 0.0025. */
static void
test_risk_difference (void)
{
  const AlCounts treated = {20, 100};
  const AlCounts control = {10, 100};
  AlEffect effect;

  g_assert_true (al_effect_from_counts (AL_MEASURE_RISK_DIFFERENCE, &treated, &control, &effect));
  assert_near (effect.value, 0.1, 1e-15);
  assert_near (effect.standard_error, 0.05, 1e-15);
  assert_near (effect.low, 0.1 - 0.05 * AL_Z95, 1e-15);
  assert_near (effect.high, 0.1 + 0.05 * AL_Z95, 1e-15);
}

static void
test_swapping_the_groups_inverts (void)
{
  const AlCounts a = {7, 16};
  const AlCounts b = {11, 18};

  for (AlMeasure measure = AL_MEASURE_RISK_RATIO; measure <= AL_MEASURE_ODDS_RATIO; measure++) {
    AlEffect forth, back;

    g_assert_true (al_effect_from_counts (measure, &a, &b, &forth));
    g_assert_true (al_effect_from_counts (measure, &b, &a, &back));
    assert_near (forth.value * back.value, 1.0, 1e-12);
    assert_near (forth.low * back.high, 1.0, 1e-12);
    assert_near (forth.standard_error, back.standard_error, 1e-12);
  }
}

/* With 0.5 in each cell: (3.5 / 15) / (0.5 / 19), and the same for the odds. */
static void
test_empty_cell (void)
{
  const AlCounts treated = {3, 14};
  const AlCounts control = {0, 18};
  AlEffect effect;

  g_assert_true (al_effect_from_counts (AL_MEASURE_RISK_RATIO, &treated, &control, &effect));
  g_assert_true (effect.corrected);
  assert_near (effect.value, (3.5 / 15.0) / (0.5 / 19.0), 1e-12);
  assert_near (effect.standard_error, sqrt (1 / 3.5 - 1 / 15.0 + 1 / 0.5 - 1 / 19.0), 1e-12);

  g_assert_true (al_effect_from_counts (AL_MEASURE_ODDS_RATIO, &treated, &control, &effect));
  assert_near (effect.value, (3.5 / 11.5) / (0.5 / 18.5), 1e-12);

  g_assert_true (al_effect_from_counts (AL_MEASURE_RISK_DIFFERENCE, &treated, &control, &effect));
  g_assert_true (effect.corrected);
  assert_near (effect.value, 3.0 / 14.0, 1e-15);
  g_assert_cmpfloat (effect.standard_error, >, 1e-15);
}

static void
test_nothing_to_compare (void)
{
  const AlCounts nobody = {0, 30};
  const AlCounts everybody = {30, 30};
  const AlCounts too_many = {31, 30};
  const AlCounts no_one_there = {0, 0};
  AlEffect effect;

  g_assert_false (al_effect_from_counts (AL_MEASURE_RISK_RATIO, &nobody, &nobody, &effect));
  g_assert_false (al_effect_from_counts (AL_MEASURE_ODDS_RATIO, &everybody, &everybody, &effect));
  g_assert_true (al_effect_from_counts (AL_MEASURE_RISK_RATIO, &everybody, &nobody, &effect));
  g_assert_true (isfinite (effect.high));
  g_assert_true (al_effect_from_counts (AL_MEASURE_RISK_DIFFERENCE, &everybody, &nobody, &effect));
  g_assert_cmpfloat (effect.high, <=, 1.0);
  g_assert_cmpfloat (effect.low, <, 1.0);
  g_assert_true (al_effect_from_counts (AL_MEASURE_RISK_DIFFERENCE, &nobody, &everybody, &effect));
  g_assert_cmpfloat (effect.low, >=, -1.0);
  g_assert_false (al_effect_from_counts (AL_MEASURE_RISK_RATIO, &too_many, &nobody, &effect));
  g_assert_false (al_effect_from_counts (AL_MEASURE_RISK_RATIO, &nobody, &no_one_there, &effect));
  g_assert_false (al_effect_from_counts (AL_MEASURE_HAZARD_RATIO, &everybody, &nobody, &effect));
  g_assert_true (isnan (al_counts_get_risk (&too_many)));
  g_assert_true (isnan (al_counts_get_risk (&no_one_there)));
}

static void
test_from_interval (void)
{
  const AlCounts treated = {119, 300};
  const AlCounts control = {123, 298};
  AlEffect counted, taken;

  g_assert_true (al_effect_from_counts (AL_MEASURE_RISK_RATIO, &treated, &control, &counted));
  g_assert_true (al_effect_from_interval (AL_MEASURE_RISK_RATIO, counted.value, counted.low,
                                          counted.high, &taken));
  assert_near (taken.standard_error, counted.standard_error, 1e-12);

  g_assert_true (
      al_effect_from_interval (AL_MEASURE_RISK_DIFFERENCE, -0.093, -0.205, 0.019, &taken));
  assert_near (taken.standard_error, 0.224 / (2.0 * AL_Z95), 1e-12);

  g_assert_false (al_effect_from_interval (AL_MEASURE_RISK_RATIO, 1.2, 0.8, 1.1, &taken));
  g_assert_false (al_effect_from_interval (AL_MEASURE_RISK_RATIO, 0.5, 0.0, 1.1, &taken));
  g_assert_false (al_effect_from_interval (AL_MEASURE_RISK_RATIO, 1.0, 1.0, 1.0, &taken));
  g_assert_false (al_effect_from_interval (AL_MEASURE_RISK_RATIO, 1.0, NAN, 1.1, &taken));
}

/* DanGer Shock: 12.7 points, one life for 8 patients; and about one more safety event for 6. */
static void
test_number_needed (void)
{
  const AlCounts deaths[] = {{82, 179}, {103, 176}};
  const AlCounts events[] = {{43, 179}, {11, 176}};
  const AlCounts neutral[] = {{119, 300}, {123, 298}};
  const AlCounts equal[] = {{10, 20}, {20, 40}};
  AlNumberNeeded needed;

  g_assert_true (al_number_needed (&deaths[0], &deaths[1], &needed));
  g_assert_false (needed.harm);
  g_assert_true (needed.conclusive);
  assert_near (needed.value, 7.87, 0.005);
  g_assert_cmpfloat (needed.low, <, needed.value);
  g_assert_cmpfloat (needed.high, >, needed.value);

  g_assert_true (al_number_needed (&events[0], &events[1], &needed));
  g_assert_true (needed.harm);
  assert_near (ceil (needed.value), 6.0, 1e-9);

  g_assert_true (al_number_needed (&neutral[0], &neutral[1], &needed));
  g_assert_false (needed.conclusive);
  g_assert_true (isinf (needed.high));

  g_assert_false (al_number_needed (&equal[0], &equal[1], &needed));
}

static void
test_null (void)
{
  assert_near (al_measure_get_null (AL_MEASURE_HAZARD_RATIO), 1.0, 1e-15);
  assert_near (al_measure_get_null (AL_MEASURE_RISK_DIFFERENCE), 0.0, 1e-15);
  g_assert_true (al_measure_is_ratio (AL_MEASURE_ODDS_RATIO));
  g_assert_false (al_measure_is_ratio (AL_MEASURE_RISK_DIFFERENCE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/effect/published", test_published);
  g_test_add_func ("/statistics/effect/risk-difference", test_risk_difference);
  g_test_add_func ("/statistics/effect/swapping", test_swapping_the_groups_inverts);
  g_test_add_func ("/statistics/effect/empty-cell", test_empty_cell);
  g_test_add_func ("/statistics/effect/nothing-to-compare", test_nothing_to_compare);
  g_test_add_func ("/statistics/effect/from-interval", test_from_interval);
  g_test_add_func ("/statistics/effect/number-needed", test_number_needed);
  g_test_add_func ("/statistics/effect/null", test_null);
  return g_test_run ();
}
