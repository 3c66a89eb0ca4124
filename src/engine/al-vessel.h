/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

/*
 * Walls of vessels.
 *
 * An artery is stiffer the fuller it is: P = p1 (exp (V / v1) - 1), with v1 chosen so that its
 * compliance at a reference pressure is the one given: v1 = C_ref (P_ref + p1). V is stressed
 * volume. For this reason a balloon displaces less pressure in deep hypotension. A Kelvin-Voigt
 * term eta dV/dt, added by the circuit, gives the characteristic impedance and damps ringing.
 *
 * A vein is linear, P = (V - Vus) / C; below its unstressed volume it is three times as stiff at
 * first, and then collapses: its pressure falls to 15 mmHg below that of the tissue at most.
 */
typedef struct {
  AlReal p1_mmhg;
  AlReal per_v1_ml; /* 1 / v1 */
  AlReal eta_mmhg_s_ml;
} AlArtery;

typedef struct {
  AlReal per_compliance; /* 1 / C, mmHg/mL */
  AlReal unstressed_ml;
} AlVein;

static inline AlArtery
al_artery (AlReal p1_mmhg, double reference_mmhg, AlReal compliance_ml_mmhg, AlReal eta_mmhg_s_ml)
{
  return (AlArtery){p1_mmhg, 1 / (compliance_ml_mmhg * (reference_mmhg + p1_mmhg)), eta_mmhg_s_ml};
}

static inline AlReal
al_artery_pressure (const AlArtery *self, AlReal volume_ml)
{
  return self->p1_mmhg * (al_exp (volume_ml * self->per_v1_ml) - 1);
}

static inline AlReal
al_artery_volume (const AlArtery *self, AlReal pressure_mmhg)
{
  return al_log (1 + pressure_mmhg / self->p1_mmhg) / self->per_v1_ml;
}

#define AL_VEIN_COLLAPSED_MMHG 15.0

static inline AlReal
al_vein_pressure (const AlVein *self, AlReal volume_ml)
{
  AlReal p = (volume_ml - self->unstressed_ml) * self->per_compliance;
  AlReal below = al_min (3 * p, al_real (0));

  return al_select (p < 0, below / (1 - below * (1 / AL_VEIN_COLLAPSED_MMHG)), p);
}
