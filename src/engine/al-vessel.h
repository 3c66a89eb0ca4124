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
 * A vein is linear, P = (V - Vus) / C, and three times as stiff below its unstressed volume, so
 * that it cannot be emptied by a pump.
 */
typedef struct {
  double p1_mmhg;
  double v1_ml;
  double eta_mmhg_s_ml;
} AlArtery;

typedef struct {
  double compliance_ml_mmhg;
  double unstressed_ml;
} AlVein;

static inline AlArtery
al_artery (double p1_mmhg, double reference_mmhg, double compliance_ml_mmhg, double eta_mmhg_s_ml)
{
  return (AlArtery){p1_mmhg, compliance_ml_mmhg * (reference_mmhg + p1_mmhg), eta_mmhg_s_ml};
}

static inline double
al_artery_pressure (const AlArtery *self, double volume_ml)
{
  return self->p1_mmhg * (al_exp (volume_ml / self->v1_ml) - 1);
}

static inline double
al_artery_volume (const AlArtery *self, double pressure_mmhg)
{
  return self->v1_ml * al_log (1 + pressure_mmhg / self->p1_mmhg);
}

static inline double
al_vein_pressure (const AlVein *self, double volume_ml, double unstressed_shift_ml)
{
  double p = (volume_ml - self->unstressed_ml - unstressed_shift_ml) / self->compliance_ml_mmhg;

  return p < 0 ? 3 * p : p;
}
