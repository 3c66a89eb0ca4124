/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-effect.h"

G_BEGIN_DECLS

/**
 * AlPoolingModel:
 * @AL_POOLING_FIXED: one true effect; weights are inverse variances
 * @AL_POOLING_DERSIMONIAN_LAIRD: effects vary between studies; the moment estimator of 1986
 * @AL_POOLING_PAULE_MANDEL: likewise; the variance with which the studies scatter as expected
 * @AL_POOLING_REML: likewise; restricted maximum likelihood
 *
 * What is assumed of the true effects, and how the variance between studies is found.
 */
typedef enum {
  AL_POOLING_FIXED,
  AL_POOLING_DERSIMONIAN_LAIRD,
  AL_POOLING_PAULE_MANDEL,
  AL_POOLING_REML,
} AlPoolingModel;

#define AL_N_POOLING_MODELS (AL_POOLING_REML + 1)

/**
 * AlPooling:
 * @measure: what all effects compare
 * @model: what is assumed of the true effects
 * @hartung_knapp: whether the interval is that of Hartung and Knapp and not that of the normal
 * distribution
 *
 * How effects are pooled.
 */
typedef struct {
  AlMeasure measure;
  AlPoolingModel model;
  gboolean hartung_knapp;
} AlPooling;

/**
 * AlPooled:
 * @effect: the summary, back on the scale of the measure
 * @n_studies: how many were pooled
 * @z: the summary in standard errors from no effect
 * @p: its two-sided probability under no effect
 * @q: Cochran's Q
 * @q_p: the probability of a larger Q if all studies had one effect; NAN for a single study
 * @i_squared: the share of the variation that is beyond chance, 0 to 1
 * @tau_squared: the variance between studies, on the additive scale; above or equal 0
 * @converged: whether the search for @tau_squared came to an end
 * @prediction_low: where the effect of a further study of this kind is expected, lower end of 95 %;
 * NAN for fewer than three studies and where one effect is assumed for all
 * @prediction_high: its upper end
 */
typedef struct {
  AlEffect effect;
  gsize n_studies;
  double z;
  double p;
  double q;
  double q_p;
  double i_squared;
  double tau_squared;
  gboolean converged;
  double prediction_low;
  double prediction_high;
} AlPooled;

gboolean al_pool (const AlPooling *pooling, const AlEffect *effects, gsize n_effects,
                  double *weights, AlPooled *pooled);

G_END_DECLS
