/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-effect.h"

G_BEGIN_DECLS

/**
 * AlPoolingModel:
 * @AL_POOLING_FIXED: one true effect; weights are inverse variances
 * @AL_POOLING_DERSIMONIAN_LAIRD: effects vary between studies; the moment estimator of 1986
 */
typedef enum {
  AL_POOLING_FIXED,
  AL_POOLING_DERSIMONIAN_LAIRD,
} AlPoolingModel;

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
} AlPooled;

gboolean al_pool (AlMeasure measure, const AlEffect *effects, gsize n_effects, AlPoolingModel model,
                  double *weights, AlPooled *pooled);

G_END_DECLS
