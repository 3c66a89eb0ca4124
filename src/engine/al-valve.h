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
 *           times 1 to 3 where Q is below -300 mL/s
 *
 * R is 0.004 mmHg s/mL cm2 over A, so that R / L does not depend on A and B / L is 1 / (2 A l).
 *
 * The floor of 0.30 cm2 keeps the inertial term of a nearly closed valve from being stiff; the
 * closed valve is tight because g shuts off its driving pressure. The cap of 250/s keeps an
 * explicit step stable whatever the pressure difference.
 */
typedef struct {
  AlReal area_cm2;      /* open */
  AlReal per_length_cm; /* 1 / l */
} AlValve;

#define AL_BLOOD_DENSITY_G_ML   1.06
#define AL_DYN_CM2_PER_MMHG     1333.0
#define AL_VALVE_FLOOR_CM2      0.30
#define AL_VALVE_RATE_CAP_PER_S 250.0
#define AL_VALVE_SEALING_PER_S  (1 / 0.003)
/* Blood that streams back faster than this throws the valve shut, up to three times as fast. */
#define AL_VALVE_THROWN_ML_S 300.0
/* B |Q| / L goes no higher than this: 11 m/s through the narrowest valve. Blood that is thrown back
 * through a closing one would otherwise be stopped faster than an explicit step can follow. */
#define AL_VALVE_FASTEST_PER_S 250.0
#define AL_VALVE_MOMENTUM_ML_S 25.0
/* Viscous resistance of an orifice times its area, mmHg s/mL cm2. */
#define AL_ORIFICE_R_MMHG_CM2 0.004

static inline void
al_valve_rates (const AlValve *self, AlReal dp_mmhg, AlReal q_ml_s, AlReal z, AlReal *dq,
                AlReal *dz)
{
  const double accelerated = AL_DYN_CM2_PER_MMHG / AL_BLOOD_DENSITY_G_ML;
  /* Within a step the opening may be tried below nothing, where the area would vanish. */
  AlReal zero = al_real (0), open = al_max (z, zero);
  AlReal area = self->area_cm2 * open + AL_VALVE_FLOOR_CM2 * (1 - open);
  AlReal g = al_smoothstep (z * (1 / 0.15)), cap = al_real (AL_VALVE_RATE_CAP_PER_S);
  AlReal momentum = al_max (q_ml_s, zero) * (1 / AL_VALVE_MOMENTUM_ML_S);
  AlReal held = 1 + momentum * momentum, shared = 1 / (area * held); /* one division for two */
  AlReal opening = (1 - z) * al_min (40 * dp_mmhg, cap);
  AlReal thrown = al_clamp (-q_ml_s * (1 / AL_VALVE_THROWN_ML_S) - 1, zero, al_real (2));
  AlReal closing = -z * al_min (-25 * dp_mmhg, cap) * (1 + thrown) * (shared * area);
  AlReal speed = 0.5 * al_abs (q_ml_s) * (shared * held) * self->per_length_cm;
  AlReal lost = AL_ORIFICE_R_MMHG_CM2 * accelerated * self->per_length_cm +
                al_min (speed, al_real (AL_VALVE_FASTEST_PER_S));

  *dq = g * dp_mmhg * area * (accelerated * self->per_length_cm) -
        q_ml_s * (lost + (1 - g) * AL_VALVE_SEALING_PER_S);
  *dz = al_select (dp_mmhg > 0, opening, closing);
}

/*
 * Quasi-static flow through an orifice per cm2 of its area, mL/s, under a pressure difference >= 0:
 * the root of R Q + B Q^2 = dP.
 */
static inline AlReal
al_orifice_ml_s_cm2 (AlReal dp_mmhg)
{
  const double loss = AL_BLOOD_DENSITY_G_ML / 2 / AL_DYN_CM2_PER_MMHG, r = AL_ORIFICE_R_MMHG_CM2;

  return (al_sqrt (r * r + 4 * loss * dp_mmhg) - r) * (1 / (2 * loss));
}

/* Flow through an orifice of an area, mL/s, forwards only; most orifices are not there. */
static inline AlReal
al_orifice_flow (AlReal area_cm2, AlReal dp_mmhg)
{
  if (!al_any (area_cm2 > 0))
    return al_real (0);
  return area_cm2 * al_orifice_ml_s_cm2 (al_max (dp_mmhg, al_real (0)));
}
