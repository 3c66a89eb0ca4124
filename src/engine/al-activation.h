/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

/*
 * Activation of a chamber: how far, from 0 (relaxed) to 1 (end-systole), it has contracted.
 *
 *   e(t) = (1 - cos (pi (t/Ts)^0.85)) / 2              0 <= t < Ts            contraction
 *          (1 + cos ((t - Ts) / tau)) / 2              for the next pi tau/2  early relaxation
 *          exp (-(t - Ts - pi tau/2) / tau) / 2        after that             exponential tail
 *
 * Value and slope are continuous. With the half angle h, pi/2 (t/Ts)^0.85 in contraction and
 * pi/2 + (t - Ts) / (2 tau) in early relaxation, the first two lines are sin^2 h. The tail of the
 * beat before runs on into this one, so that relaxation stays incomplete at a high rate or with a
 * long tau, without a rule that says so.
 */
#define AL_ACTIVATION_POWER 0.85

/* Half angle of the contraction at a time since activation, 1 / Ts given; pi/2 from its peak on. */
static inline AlReal
al_activation_contraction (AlReal t_s, AlReal per_ts_s)
{
  AlReal share = al_clamp (t_s * per_ts_s, al_real (0), al_real (1));

  /* What the power makes of 1 is known: most of the time nothing contracts. */
  if (!al_any (share < 1))
    return al_real (0.5 * AL_PI);
  return 0.5 * AL_PI * al_pow (share, AL_ACTIVATION_POWER);
}

/* Activation from the half angle of contraction, the time since its peak and 1 / tau. */
static inline AlReal
al_activation_of_beat (AlReal contraction, AlReal after_peak_s, AlReal per_tau_s)
{
  AlReal relaxed = al_max (after_peak_s, al_real (0)) * per_tau_s;
  AlReal early = al_min (relaxed, al_real (0.5 * AL_PI)), half = contraction + 0.5 * early;
  AlReal sine = al_sin (al_min (half, AL_PI - half));

  return sine * sine * al_exp_bounded (al_max (early - relaxed, al_real (-700)));
}

/* The union of this beat and the one before, smooth where one takes over from the other. */
static inline AlReal
al_activation_union (AlReal beat, AlReal beat_before)
{
  return beat + beat_before * (1 - beat);
}
