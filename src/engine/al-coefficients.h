/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-equations.h"

G_BEGIN_DECLS

/**
 * AlTune:
 *
 * What reflexes, drugs and slow organs make of a patient at the moment. 1 and 0 leave everything as
 * it is.
 */
typedef struct {
  double lv_ees, rv_ees, atrial_ees; /* multipliers, as are the next three */
  double resistance;                 /* of both systemic beds */
  double lung_resistance;
  double relaxation;
  double venous_ml; /* added to the unstressed volume of the systemic veins */
  double given_upper_ml_s, given_lower_ml_s, lung_water_ml_s, water_ml_s;
} AlTune;

void al_coefficients_from_settings (AlCoefficients *self, const AlSettings *settings);
void al_coefficients_tune (AlCoefficients *self, const AlCoefficients *patient, const AlTune *tune);

G_END_DECLS
