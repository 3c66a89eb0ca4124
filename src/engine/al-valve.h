/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

/*
 * A heart valve with inertia that opens and closes in its own time. After Mynard et al. 2012,
 * smoothed.
 *
 *   A = A_max z + 0.30 (1 - z) cm2       B = rho / (2 A^2) / 1333       L = rho l / A / 1333
 *   dQ/dt = (g dP - R Q - B Q |Q|) / L - (1 - g) Q / 0.003 s            g = smoothstep (z / 0.15)
 *   dz/dt = (1 - z) min (40 dP, 250/s)                                  dP > 0
 *         = -z min (25 |dP|, 250/s) / (1 + (Q / 25)^2 if Q > 0)         dP < 0
 *
 * The floor of 0.30 cm2 keeps the inertial term of a nearly closed valve from being stiff; the
 * closed valve is tight because g shuts off its driving pressure. The cap of 250/s keeps an
 * explicit step of 1 ms stable whatever the pressure difference. A leak is a separate quasi-static
 * orifice.
 */
typedef struct {
  double area_cm2;
  double length_cm;
  double leak_cm2; /* regurgitant orifice, 0 for a tight valve */
} AlValve;

#define AL_BLOOD_DENSITY_G_ML   1.06
#define AL_DYN_CM2_PER_MMHG     1333.0
#define AL_VALVE_FLOOR_CM2      0.30
#define AL_VALVE_RATE_CAP_PER_S 250.0
#define AL_VALVE_SEALING_S      0.003
/* Viscous resistance of an orifice times its area, mmHg s/mL cm2. */
#define AL_ORIFICE_R_MMHG_CM2 0.004

static inline double
al_orifice_loss (double area_cm2)
{
  return AL_BLOOD_DENSITY_G_ML / (2 * area_cm2 * area_cm2) / AL_DYN_CM2_PER_MMHG;
}

static inline void
al_valve_rates (const AlValve *self, double dp_mmhg, double q_ml_s, double z, double *dq,
                double *dz)
{
  double area = self->area_cm2 * z + AL_VALVE_FLOOR_CM2 * (1 - z);
  double loss = al_orifice_loss (area), r = AL_ORIFICE_R_MMHG_CM2 / area;
  double inertance = AL_BLOOD_DENSITY_G_ML * self->length_cm / area / AL_DYN_CM2_PER_MMHG;
  double g = al_smoothstep (z / 0.15), abs_q = q_ml_s < 0 ? -q_ml_s : q_ml_s, rate;

  *dq = (g * dp_mmhg - r * q_ml_s - loss * q_ml_s * abs_q) / inertance -
        (1 - g) * q_ml_s / AL_VALVE_SEALING_S;
  if (dp_mmhg > 0) {
    rate = 40 * dp_mmhg;
    *dz = (1 - z) * (rate < AL_VALVE_RATE_CAP_PER_S ? rate : AL_VALVE_RATE_CAP_PER_S);
  } else {
    rate = -25 * dp_mmhg;
    rate = rate < AL_VALVE_RATE_CAP_PER_S ? rate : AL_VALVE_RATE_CAP_PER_S;
    *dz = -z * rate / (q_ml_s > 0 ? 1 + (q_ml_s / 25) * (q_ml_s / 25) : 1);
  }
}

/* Flow back through a leak, mL/s >= 0, under a reversed pressure difference dp_mmhg > 0. */
static inline double
al_valve_leak (const AlValve *self, double dp_mmhg)
{
  double r, loss;

  if (self->leak_cm2 <= 0 || dp_mmhg <= 0)
    return 0;
  r = AL_ORIFICE_R_MMHG_CM2 / self->leak_cm2;
  loss = al_orifice_loss (self->leak_cm2);
  return (-r + __builtin_sqrt (r * r + 4 * loss * dp_mmhg)) / (2 * loss);
}
