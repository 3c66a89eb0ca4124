/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-distribution.h"
#include "al-pooling.h"

#include <math.h>

/* The search for the variance between studies: more steps than any needs, and when it ends. */
#define MAX_STEPS     200
#define SMALLEST_STEP 1e-10

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

/* Sums over the powers of the weights, for the scoring of REML. */
typedef struct {
  double weights;
  double squares;
  double cubes;
  double scatter; /* sum of w^2 (y - mean)^2 */
} Powers;

static Powers
sum_powers (AlMeasure measure, const AlEffect *effects, gsize n_effects, double tau_squared)
{
  const double mean = sum_up (measure, effects, n_effects, tau_squared).mean;
  Powers powers = {0};

  for (gsize i = 0; i < n_effects; i++) {
    const double weight = weight_of (&effects[i], tau_squared);
    const double distance = additive (measure, effects[i].value) - mean;

    powers.weights += weight;
    powers.squares += weight * weight;
    powers.cubes += weight * weight * weight;
    powers.scatter += weight * weight * distance * distance;
  }
  return powers;
}

/* One step towards the variance of which the likelihood of the residuals is greatest: Fisher
 * scoring with P = W - W 1 1' W / 1'W1, as in Viechtbauer, J Educ Behav Stat 2005;30:261. */
static double
step_of_reml (const Powers *p, double degrees_of_freedom, double squared_distance)
{
  const double trace = p->weights - p->squares / p->weights;
  const double trace_of_square = p->squares - 2.0 * p->cubes / p->weights +
                                 p->squares * p->squares / (p->weights * p->weights);

  return (p->scatter - trace) / trace_of_square;
}

/* One step of Newton towards the variance of which the studies scatter as their number demands:
 * Paule and Mandel, J Res Natl Bur Stand 1982;87:377. */
static double
step_of_paule_mandel (const Powers *p, double degrees_of_freedom, double squared_distance)
{
  return (squared_distance - degrees_of_freedom) / p->scatter;
}

typedef double (*StepFunc) (const Powers *powers, double degrees_of_freedom,
                            double squared_distance);

/* Walks from @start until the steps vanish. A step below zero ends at zero. */
static double
search_tau_squared (AlMeasure measure, const AlEffect *effects, gsize n_effects, double start,
                    StepFunc get_step, gboolean *converged)
{
  double tau_squared = start;

  *converged = FALSE;
  for (int i = 0; i < MAX_STEPS && !*converged; i++) {
    const Powers powers = sum_powers (measure, effects, n_effects, tau_squared);
    const Sums sums = sum_up (measure, effects, n_effects, tau_squared);
    const double step = get_step (&powers, (double) n_effects - 1.0, sums.squared_distance);
    const double next = MAX (0.0, tau_squared + step);

    *converged = fabs (next - tau_squared) <= SMALLEST_STEP * (1.0 + tau_squared);
    tau_squared = next;
  }
  return tau_squared;
}

static double
find_tau_squared (const AlPooling *pooling, const AlEffect *effects, gsize n_effects,
                  const Sums *fixed, gboolean *converged)
{
  const double moment = moment_tau_squared (fixed, (double) n_effects - 1.0);

  *converged = TRUE;
  if (pooling->model == AL_POOLING_FIXED || n_effects < 2)
    return 0.0;
  if (pooling->model == AL_POOLING_REML)
    return search_tau_squared (pooling->measure, effects, n_effects, moment, step_of_reml,
                               converged);
  if (pooling->model == AL_POOLING_PAULE_MANDEL)
    return search_tau_squared (pooling->measure, effects, n_effects, 0.0, step_of_paule_mandel,
                               converged);
  return moment;
}

/* Hartung and Knapp, Stat Med 2001;20:3875: the error from how the studies scatter around the
 * summary. It can be smaller than the usual one, and is left so. */
static double
get_standard_error (const AlPooling *pooling, const Sums *sums, gsize n_effects)
{
  if (!pooling->hartung_knapp || n_effects < 2)
    return 1.0 / sqrt (sums->weights);
  return sqrt (sums->squared_distance / (((double) n_effects - 1.0) * sums->weights));
}

static void
set_summary (const AlPooling *pooling, const Sums *sums, AlPooled *pooled)
{
  const gboolean student = pooling->hartung_knapp && pooled->n_studies > 1;
  const double degrees_of_freedom = (double) pooled->n_studies - 1.0;
  const double error = get_standard_error (pooling, sums, pooled->n_studies);
  const double reach = (student ? al_student_quantile (0.05, degrees_of_freedom) : AL_Z95) * error;

  pooled->effect.standard_error = error;
  pooled->effect.value = displayed (pooling->measure, sums->mean);
  pooled->effect.low = displayed (pooling->measure, sums->mean - reach);
  pooled->effect.high = displayed (pooling->measure, sums->mean + reach);
  pooled->effect.corrected = FALSE;
  pooled->z = sums->mean / error;
  pooled->p = student ? al_student_two_sided_p (pooled->z, degrees_of_freedom)
                      : al_normal_two_sided_p (pooled->z);
}

/* Higgins, Thompson and Spiegelhalter, J R Stat Soc A 2009;172:137: t with two degrees of freedom
 * less than studies. */
static void
set_prediction (const AlPooling *pooling, const Sums *sums, AlPooled *pooled)
{
  double reach = NAN;

  if (pooling->model != AL_POOLING_FIXED && pooled->n_studies > 2)
    reach = al_student_quantile (0.05, (double) pooled->n_studies - 2.0) *
            hypot (pooled->effect.standard_error, sqrt (pooled->tau_squared));
  pooled->prediction_low = displayed (pooling->measure, sums->mean - reach);
  pooled->prediction_high = displayed (pooling->measure, sums->mean + reach);
}

/**
 * al_pool:
 * @pooling: how
 * @effects: (array length=n_effects): one a study, with standard errors
 * @n_effects: how many, at least 1
 * @weights: (out) (optional) (array length=n_effects): the share of each in the summary; they add
 * up to 1
 * @pooled: (out): the summary and how far the studies disagree
 *
 * Summarises studies by the inverse of their variances. The first of them alone, in order of their
 * years, then the first two and so on, are a cumulative summary.
 *
 * The caller answers for pooling only what may be pooled: one design, no study twice.
 *
 * Returns: whether there is a summary: not without effects, or if one of them has no standard error
 */
gboolean
al_pool (const AlPooling *pooling, const AlEffect *effects, gsize n_effects, double *weights,
         AlPooled *pooled)
{
  Sums sums;

  if (!can_be_pooled (pooling->measure, effects, n_effects))
    return FALSE;
  sums = sum_up (pooling->measure, effects, n_effects, 0.0);
  pooled->n_studies = n_effects;
  set_heterogeneity (&sums, n_effects, pooled);
  pooled->tau_squared = find_tau_squared (pooling, effects, n_effects, &sums, &pooled->converged);
  sums = sum_up (pooling->measure, effects, n_effects, pooled->tau_squared);
  set_summary (pooling, &sums, pooled);
  set_prediction (pooling, &sums, pooled);
  for (gsize i = 0; weights != NULL && i < n_effects; i++)
    weights[i] = weight_of (&effects[i], pooled->tau_squared) / sums.weights;
  return TRUE;
}
