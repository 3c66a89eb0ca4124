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
 */
#define AL_REFLEX_WIDTH_MMHG 30.0
#define AL_REFLEX_MAP_TAU_S  2.0
#define AL_REFLEX_RATE_TAU_S 2.0
#define AL_REFLEX_R_TAU_S    8.0
#define AL_REFLEX_EES_TAU_S  6.0
#define AL_REFLEX_VEIN_TAU_S 20.0
#define AL_REFLEX_RATE_GAIN  0.35
#define AL_REFLEX_R_GAIN     0.35
#define AL_REFLEX_EES_GAIN   0.25
#define AL_REFLEX_VEIN_ML    350.0
#define AL_REFLEX_VEIN_UPPER 0.25 /* share of the venous shift in the upper body */

static inline double
al_reflex_signal (double set_point_mmhg, double filtered_map_mmhg)
{
  return al_tanh ((set_point_mmhg - filtered_map_mmhg) / AL_REFLEX_WIDTH_MMHG);
}

/*
 * Ischaemia: contractility follows coronary flow through a 15 s filter,
 * Ees x (1 + g tanh ((Q - Q0) / (0.5 Q0))). Modelling choice; above g = 0.6 nearly bistable.
 */
#define AL_ISCHAEMIA_TAU_S 15.0

static inline double
al_ischaemia_factor (double gain, double reference_ml_s, double filtered_ml_s)
{
  return 1 + gain * al_tanh ((filtered_ml_s - reference_ml_s) / (0.5 * reference_ml_s));
}
