/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

/*
 * Pressure in the chest and in the alveoli.
 *
 *   spontaneous  P_th = -3.5 - 2 w          14 breaths a minute
 *   mechanical   P_th = -3.5 + 0.5 PEEP + 2 w, 16 a minute, PEEP in mmHg
 *   alveolar     P_alv = 0.25 (PEEP + 5 w) under mechanical ventilation, else 0
 *
 * w = sin^2 (pi breaths) rises and falls once a breath between 0 and 1. The chest acts on the four
 * chambers, the aorta down to the diaphragm and the vessels of the lungs, not on the abdomen: that
 * alone makes PEEP lower both preload and the afterload of the left ventricle. All numbers are
 * modelling choices.
 */
typedef struct {
  AlReal breaths_per_s;
  AlReal rest_mmhg;     /* in the chest, between breaths */
  AlReal swing_mmhg;    /* of the chest, negative when the patient breathes */
  AlReal alveolar_mmhg; /* between breaths, above the chest */
  AlReal alveolar_swing_mmhg;
} AlThorax;

#define AL_THORAX_REST_MMHG         (-3.5)
#define AL_THORAX_SWING_MMHG        2.0
#define AL_THORAX_SPONTANEOUS_PER_S (14.0 / 60.0)
#define AL_THORAX_MECHANICAL_PER_S  (16.0 / 60.0)
#define AL_THORAX_PEEP_SHARE        0.5
#define AL_ALVEOLAR_SHARE           0.25
#define AL_ALVEOLAR_TIDAL_MMHG      5.0

static inline AlThorax
al_thorax (AlReal mechanical, AlReal peep_mmhg)
{
  return (AlThorax){
      al_select (mechanical > 0.5, al_real (AL_THORAX_MECHANICAL_PER_S),
                 al_real (AL_THORAX_SPONTANEOUS_PER_S)),
      AL_THORAX_REST_MMHG + mechanical * AL_THORAX_PEEP_SHARE * peep_mmhg,
      al_select (mechanical > 0.5, al_real (AL_THORAX_SWING_MMHG), al_real (-AL_THORAX_SWING_MMHG)),
      mechanical * AL_ALVEOLAR_SHARE * peep_mmhg,
      mechanical * (AL_ALVEOLAR_SHARE * AL_ALVEOLAR_TIDAL_MMHG),
  };
}

/* How far a breath is drawn, 0 to 1. */
static inline AlReal
al_thorax_breath (const AlThorax *self, AlReal time_s)
{
  const double shift = 6755399441055744.0;
  AlReal breaths = time_s * self->breaths_per_s, phase = breaths - ((breaths + shift) - shift);
  AlReal sine = al_sin (AL_PI * phase);

  return sine * sine;
}
