/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

/*
 * Activation of a chamber: how far, from 0 (relaxed) to 1 (end-systole), it has contracted.
 *
 *   e(t) = (1 - cos (pi (t/Ts)^0.85)) / 2                 0 <= t < Ts            contraction
 *          (1 + cos ((t - Ts) / tau)) / 2                 for the next pi tau/2  early relaxation
 *          exp (-(t - Ts - pi tau/2) / tau) / 2           after that             exponential
 * relaxation
 *
 * Value and slope are continuous. The exponential tail of the beat before runs on into this one, so
 * that relaxation stays incomplete at a high rate or with a long tau, without a rule that says so.
 */
typedef struct {
  double ts_s;  /* time to peak, s */
  double tau_s; /* relaxation time constant, s */
} AlActivation;

static inline double
al_activation_of_beat (const AlActivation *self, double t_s)
{
  const double pi = 3.14159265358979323846;
  double u = t_s - self->ts_s;

  if (t_s <= 0)
    return 0;
  if (u < 0)
    return 0.5 * (1 - al_cos_half_turn (pi * al_pow (t_s / self->ts_s, 0.85)));
  if (u < 0.5 * pi * self->tau_s)
    return 0.5 * (1 + al_cos_half_turn (u / self->tau_s));
  return 0.5 * al_exp (-(u / self->tau_s - 0.5 * pi));
}

/* The union of this beat and the one before, smooth where one takes over from the other. */
static inline double
al_activation_union (double beat, double beat_before)
{
  return beat + beat_before * (1 - beat);
}
