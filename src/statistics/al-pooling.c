/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-distribution.h"
#include "al-pooling.h"

#include <math.h>

/* Everything that the summary needs of the studies, for one guess of the variance between them. */
typedef struct {
  double weights;          /* sum of w */
  double squared_weights;  /* sum of w^2 */
  double mean;             /* sum of w y / sum of w */
  double squared_distance; /* sum of w (y - mean)^2 */
} Sums;

static double
additive (AlMeasure measure, double value)
{
  return al_measure_is_ratio (measure) ? log (value) : value;
}

static double
displayed (AlMeasure measure, double value)
{
  return al_measure_is_ratio (measure) ? exp (value) : value;
}

static double
weight_of (const AlEffect *effect, double tau_squared)
{
  return 1.0 / (effect->standard_error * effect->standard_error + tau_squared);
}

static Sums
sum_up (AlMeasure measure, const AlEffect *effects, gsize n_effects, double tau_squared)
{
  Sums sums = {0};

  for (gsize i = 0; i < n_effects; i++) {
    double weight = weight_of (&effects[i], tau_squared);

    sums.weights += weight;
    sums.squared_weights += weight * weight;
    sums.mean += weight * additive (measure, effects[i].value);
  }
  sums.mean /= sums.weights;
  for (gsize i = 0; i < n_effects; i++) {
    double distance = additive (measure, effects[i].value) - sums.mean;

    sums.squared_distance += weight_of (&effects[i], tau_squared) * distance * distance;
  }
  return sums;
}

static gboolean
can_be_pooled (AlMeasure measure, const AlEffect *effects, gsize n_effects)
{
  for (gsize i = 0; i < n_effects; i++) {
    if (!(effects[i].standard_error > 0.0) || !isfinite (additive (measure, effects[i].value)))
      return FALSE;
  }
  return n_effects > 0;
}

/* DerSimonian and Laird, Control Clin Trials 1986;7:177: the excess of Q over its expectation. */
static double
moment_tau_squared (const Sums *sums, double degrees_of_freedom)
{
  double scale = sums->weights - sums->squared_weights / sums->weights;

  return scale > 0.0 ? MAX (0.0, (sums->squared_distance - degrees_of_freedom) / scale) : 0.0;
}

static void
set_heterogeneity (const Sums *fixed, gsize n_effects, AlPooled *pooled)
{
  double degrees_of_freedom = (double) n_effects - 1.0;

  pooled->q = fixed->squared_distance;
  pooled->q_p = n_effects > 1 ? al_chi_square_upper (pooled->q, degrees_of_freedom) : (double) NAN;
  pooled->i_squared = pooled->q > degrees_of_freedom ? 1.0 - degrees_of_freedom / pooled->q : 0.0;
}

static void
set_summary (AlMeasure measure, const Sums *sums, AlPooled *pooled)
{
  double standard_error = 1.0 / sqrt (sums->weights);

  pooled->effect.standard_error = standard_error;
  pooled->effect.value = displayed (measure, sums->mean);
  pooled->effect.low = displayed (measure, sums->mean - AL_Z95 * standard_error);
  pooled->effect.high = displayed (measure, sums->mean + AL_Z95 * standard_error);
  pooled->effect.corrected = FALSE;
  pooled->z = sums->mean / standard_error;
  pooled->p = al_normal_two_sided_p (pooled->z);
}

/**
 * al_pool:
 * @measure: what all effects compare
 * @effects: (array length=n_effects): one a study, with standard errors
 * @n_effects: how many, at least 1
 * @model: what is assumed of the true effects
 * @weights: (out) (optional) (array length=n_effects): the share of each in the summary; they add
 * up to 1
 * @pooled: (out): the summary and how far the studies disagree
 *
 * Summarises studies by the inverse of their variances.
 *
 * The caller answers for pooling only what may be pooled: one design, no study twice.
 *
 * Returns: whether there is a summary: not without effects, or if one of them has no standard error
 */
gboolean
al_pool (AlMeasure measure, const AlEffect *effects, gsize n_effects, AlPoolingModel model,
         double *weights, AlPooled *pooled)
{
  Sums sums;

  if (!can_be_pooled (measure, effects, n_effects))
    return FALSE;
  sums = sum_up (measure, effects, n_effects, 0.0);
  pooled->n_studies = n_effects;
  pooled->tau_squared = 0.0;
  set_heterogeneity (&sums, n_effects, pooled);
  if (model == AL_POOLING_DERSIMONIAN_LAIRD) {
    pooled->tau_squared = moment_tau_squared (&sums, (double) n_effects - 1.0);
    sums = sum_up (measure, effects, n_effects, pooled->tau_squared);
  }
  set_summary (measure, &sums, pooled);
  for (gsize i = 0; weights != NULL && i < n_effects; i++)
    weights[i] = weight_of (&effects[i], pooled->tau_squared) / sums.weights;
  return TRUE;
}
