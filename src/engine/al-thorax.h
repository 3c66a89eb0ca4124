/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"
#include "al-units.h"

/*
 * Pressure in the chest and in the alveoli.
 *
 *   spontaneous  P_th = -3.5 - 2 w          14 breaths a minute
 *   mechanical   P_th = -3.5 + 0.5 PEEP + 2 w, 16 a minute, PEEP in mmHg
 *   alveolar     P_alv = 0.25 (PEEP + 5 w) under mechanical ventilation, else 0
 *
 * w rises and falls once a breath between 0 and 1. The chest acts on the four chambers, the aorta
 * down to the diaphragm and the vessels of the lungs, not on the abdomen: that alone makes PEEP
 * lower both preload and the afterload of the left ventricle. All numbers are modelling choices.
 */
typedef struct {
  gboolean mechanical;
  double peep_mmhg;
} AlThorax;

#define AL_THORAX_REST_MMHG         (-3.5)
#define AL_THORAX_SWING_MMHG        2.0
#define AL_THORAX_SPONTANEOUS_PER_S (14.0 / 60.0)
#define AL_THORAX_MECHANICAL_PER_S  (16.0 / 60.0)
#define AL_THORAX_PEEP_SHARE        0.5
#define AL_ALVEOLAR_SHARE           0.25
#define AL_ALVEOLAR_TIDAL_MMHG      5.0

typedef struct {
  double thorax_mmhg;
  double alveolar_mmhg;
} AlThoraxPressure;

static inline AlThoraxPressure
al_thorax_pressure (const AlThorax *self, double time_s)
{
  const double two_pi = 6.28318530717958647693;
  double breaths =
      time_s * (self->mechanical ? AL_THORAX_MECHANICAL_PER_S : AL_THORAX_SPONTANEOUS_PER_S);
  double phase = breaths - (double) (gint64) breaths;
  double w = 0.5 * (1 - al_cos_half_turn (two_pi * (phase < 0.5 ? phase : 1 - phase)));

  if (!self->mechanical)
    return (AlThoraxPressure){AL_THORAX_REST_MMHG - AL_THORAX_SWING_MMHG * w, 0};
  return (AlThoraxPressure){
      AL_THORAX_REST_MMHG + AL_THORAX_PEEP_SHARE * self->peep_mmhg + AL_THORAX_SWING_MMHG * w,
      AL_ALVEOLAR_SHARE * (self->peep_mmhg + AL_ALVEOLAR_TIDAL_MMHG * w),
  };
}
