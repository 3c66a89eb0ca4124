/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Summaries of three classical sets of trials, beside those of another program: see reference.R. */

#include "al-distribution.h"
#include "al-pooling.h"

#include <math.h>

/* Four digits after the point, of logarithms and of differences. */
#define TOLERANCE 0.00005

/* The largest set has as many trials. */
#define MOST_TRIALS 16

typedef struct {
  const AlCounts (*counts)[2];
  gsize n_trials;
  AlPooling pooling;
  double estimate;
  double standard_error;
  double low;
  double high;
  double p;
  double tau_squared;
  double q;
  double prediction_low;
  double prediction_high;
} Reference;

#include "reference-table.h"

static double
additive (AlMeasure measure, double value)
{
  return al_measure_is_ratio (measure) ? log (value) : value;
}

static void
assert_near (double value, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, TOLERANCE);
}

static void
test_reference (gconstpointer data)
{
  const Reference *reference = data;
  const AlMeasure measure = reference->pooling.measure;
  AlEffect effects[MOST_TRIALS];
  AlPooled pooled;

  g_assert_cmpuint (reference->n_trials, <=, MOST_TRIALS);
  for (gsize i = 0; i < reference->n_trials; i++)
    g_assert_true (al_effect_from_counts (measure, &reference->counts[i][0],
                                          &reference->counts[i][1], &effects[i]));
  g_assert_true (al_pool (&reference->pooling, effects, reference->n_trials, NULL, &pooled));
  g_assert_true (pooled.converged);
  assert_near (additive (measure, pooled.effect.value), reference->estimate);
  assert_near (pooled.effect.standard_error, reference->standard_error);
  assert_near (additive (measure, pooled.effect.low), reference->low);
  assert_near (additive (measure, pooled.effect.high), reference->high);
  assert_near (pooled.p, reference->p);
  assert_near (pooled.tau_squared, reference->tau_squared);
  assert_near (pooled.q, reference->q);
  assert_near (additive (measure, pooled.prediction_low), reference->prediction_low);
  assert_near (additive (measure, pooled.prediction_high), reference->prediction_high);
}

/* Tabulated points; with one degree of freedom the distribution is that of Cauchy. */
static void
test_student (void)
{
  g_assert_cmpfloat_with_epsilon (al_student_quantile (0.05, 1.0), 12.7062, 5e-5);
  g_assert_cmpfloat_with_epsilon (al_student_quantile (0.05, 2.0), 4.3027, 5e-5);
  g_assert_cmpfloat_with_epsilon (al_student_quantile (0.05, 10.0), 2.2281, 5e-5);
  g_assert_cmpfloat_with_epsilon (al_student_quantile (0.01, 30.0), 2.7500, 5e-5);
  g_assert_cmpfloat_with_epsilon (al_student_quantile (0.05, 1e6), 1.9600, 5e-5);
  g_assert_cmpfloat_with_epsilon (al_student_two_sided_p (1.0, 1.0), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (al_student_two_sided_p (0.0, 5.0), 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (al_student_two_sided_p (-2.2281388520, 10.0), 0.05, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++) {
    g_autofree char *path = g_strdup_printf ("/statistics/reference/%02u", i);

    g_test_add_data_func (path, &references[i], test_reference);
  }
  g_test_add_func ("/statistics/student", test_student);
  return g_test_run ();
}
