/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

/*
 * Baroreflex: four effectors that follow one signal, each in its own time. Form after Ursino 1998.
 *
 *   x = tanh ((P_set - MAP_filtered) / 30 mmHg)
 *   heart rate   x (1 + 0.35 G x1)      tau  2 s, taken over at the next beat
 *   resistance   x (1 + 0.35 G x2)      tau  8 s
 *   elastance    x (1 + 0.25 G x3)      tau  6 s, both ventricles
 *   venous tone  - 350 mL G x4          tau 20 s, a quarter of it in the upper body
 *
 * MAP is the mean of arch and upper-body pressure through a 2 s low-pass. P_set is the operating
 * point of the patient, so that switching the reflex on does not move the baseline.
 *
 * Atrial fibrillation raises sympathetic nerve activity by itself (Wasmund 2003,
 * doi 10.1161/01.cir.0000064900.76674.cc): another 350 mL less room in the veins, whatever the
 * gain. Without it a right ventricle that has lost its atrial kick would drain the lungs still
 * further, where wedge pressure was measured to rise (Clark 1997). Modelling choice.
 *
 * Ischaemia: contractility follows coronary flow through a 15 s filter,
 * Ees x (1 + g tanh ((Q - Q0) / (0.5 Q0))). Modelling choice; above g = 0.6 nearly bistable.
 * The right ventricle follows its own perfusion pressure, MAP less right atrial pressure, in the
 * same form and time, and gains half of what it can lose. It is what norepinephrine mends in
 * embolic shock (Molloy 1984, doi 10.1164/arrd.1984.130.5.870).
 *
 * All of them are first-order filters of an input that is constant over a tick, and are advanced by
 * their exact solution.
 */
#define AL_REFLEX_WIDTH_MMHG    30.0
#define AL_REFLEX_MAP_TAU_S     2.0
#define AL_REFLEX_RATE_TAU_S    2.0
#define AL_REFLEX_R_TAU_S       8.0
#define AL_REFLEX_EES_TAU_S     6.0
#define AL_REFLEX_VEIN_TAU_S    20.0
#define AL_REFLEX_RATE_GAIN     0.35
#define AL_REFLEX_R_GAIN        0.35
#define AL_REFLEX_EES_GAIN      0.25
#define AL_REFLEX_VEIN_ML       350.0
#define AL_FIBRILLATION_VEIN_ML 350.0
#define AL_ISCHAEMIA_TAU_S      15.0
/* Share of a change of the unstressed volume of the veins that is in the upper body. */
#define AL_VEIN_UPPER_SHARE 0.25

typedef struct {
  double map_mmhg;                           /* filtered */
  double rate, resistance, elastance, veins; /* effectors, -1 to 1 */
  double coronary_ml_s;                      /* filtered, behind the ischaemia feedback */
  double fibrillation;                       /* filtered: 1 while the atria fibrillate */
  double rv_perfusion_mmhg;                  /* the same for the right ventricle */
} AlReflex;

static inline double
al_reflex_signal (double set_point_mmhg, double filtered_map_mmhg)
{
  return al_tanh ((set_point_mmhg - filtered_map_mmhg) / AL_REFLEX_WIDTH_MMHG);
}

/* Half as much is won by more pressure than is lost by less. */
static inline double
al_rv_perfusion_factor (double gain, double reference_mmhg, double filtered_mmhg)
{
  double change = al_tanh ((filtered_mmhg - reference_mmhg) / (0.5 * reference_mmhg));

  return 1 + gain * (change > 0 ? 0.5 * change : change);
}

static inline double
al_ischaemia_factor (double gain, double reference_ml_s, double filtered_ml_s)
{
  return 1 + gain * al_tanh ((filtered_ml_s - reference_ml_s) / (0.5 * reference_ml_s));
}

/* First-order filter over a time with constant input. */
static inline void
al_reflex_follow (double *value, double input, double tau_s, double dt_s)
{
  *value += (input - *value) * (1 - al_exp (-dt_s / tau_s));
}

/* Over a tick with these means; set_point is the operating point of the patient. */
static inline void
al_reflex_advance (AlReflex *self, double set_point_mmhg, double map_mmhg, double coronary_ml_s,
                   double dt_s)
{
  double x = al_reflex_signal (set_point_mmhg, self->map_mmhg);

  al_reflex_follow (&self->rate, x, AL_REFLEX_RATE_TAU_S, dt_s);
  al_reflex_follow (&self->resistance, x, AL_REFLEX_R_TAU_S, dt_s);
  al_reflex_follow (&self->elastance, x, AL_REFLEX_EES_TAU_S, dt_s);
  al_reflex_follow (&self->veins, x, AL_REFLEX_VEIN_TAU_S, dt_s);
  al_reflex_follow (&self->map_mmhg, map_mmhg, AL_REFLEX_MAP_TAU_S, dt_s);
  al_reflex_follow (&self->coronary_ml_s, coronary_ml_s, AL_ISCHAEMIA_TAU_S, dt_s);
}
