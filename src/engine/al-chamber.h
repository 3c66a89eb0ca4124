/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

/*
 * A heart chamber with a time-varying elastance.
 *
 *   P_active  = Ees (V - V0) / (1 + Ks Q_out)      never below the passive curve
 *   P_passive = a (exp (b (V - Vd)) - 1)
 *   P_free    = e P_active + (1 - e) P_passive     minus 2.5 mmHg per mL that V is below 8 mL
 *
 * Beyond b (V - Vd) = 6, which is 120 mmHg or more, the exponential goes on as its tangent: far
 * above anything that is taught, and an exponent without end would be too stiff for an explicit
 * step.
 *
 * Form: Burkhoff and Tyberg 1993; ejection resistance Ks after Shroff 1985. The last term stops an
 * empty chamber from being drained further: its walls touch.
 */
typedef struct {
  double ees_mmhg_ml;
  double v0_ml;
  double a_mmhg;
  double b_per_ml;
  double vd_ml;
  double ks_s_ml;
} AlChamber;

#define AL_CHAMBER_LINEAR_FROM   6.0
#define AL_CHAMBER_EMPTY_ML      8.0
#define AL_CHAMBER_EMPTY_MMHG_ML 2.5

typedef struct {
  double pressure_mmhg;     /* transmural pressure with a rigid septum */
  double elastance_mmhg_ml; /* its slope over volume */
} AlChamberPressure;

static inline AlChamberPressure
al_chamber_pressure (const AlChamber *self, double activation, double volume_ml,
                     double outflow_ml_s)
{
  double x = self->b_per_ml * (volume_ml - self->vd_ml);
  double passive = self->a_mmhg * (al_exp_then_line (x, AL_CHAMBER_LINEAR_FROM) - 1);
  double passive_slope = self->b_per_ml * self->a_mmhg *
                         al_exp (x < AL_CHAMBER_LINEAR_FROM ? x : AL_CHAMBER_LINEAR_FROM);
  double slope = self->ees_mmhg_ml / (1 + self->ks_s_ml * (outflow_ml_s > 0 ? outflow_ml_s : 0));
  double active = slope * (volume_ml - self->v0_ml);
  AlChamberPressure result;

  if (active < passive) {
    active = passive;
    slope = passive_slope;
  }
  result.pressure_mmhg = passive + activation * (active - passive);
  result.elastance_mmhg_ml = passive_slope + activation * (slope - passive_slope);
  if (volume_ml < AL_CHAMBER_EMPTY_ML) {
    result.pressure_mmhg -= AL_CHAMBER_EMPTY_MMHG_ML * (AL_CHAMBER_EMPTY_ML - volume_ml);
    result.elastance_mmhg_ml += AL_CHAMBER_EMPTY_MMHG_ML;
  }
  return result;
}

/* Passive pressure at a volume, mmHg. */
static inline double
al_chamber_passive (const AlChamber *self, double volume_ml)
{
  double x = self->b_per_ml * (volume_ml - self->vd_ml);

  return self->a_mmhg * (al_exp_then_line (x, AL_CHAMBER_LINEAR_FROM) - 1);
}
