/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

/*
 * A heart chamber with a time-varying elastance.
 *
 *   P_active  = Ees (V - V0) / (1 + Ks Q_out)      never below the passive curve
 *   P_passive = a (exp (b (V - Vd)) - 1)
 *   P_free    = e P_active + (1 - e) P_passive - (2.5 + 1.5 x) x   x = what V is below 8 mL
 *
 * Beyond b (V - Vd) = 6, which is 120 mmHg or more, the exponential goes on as its tangent: far
 * above anything that is taught, and an exponent without end would be too stiff for an explicit
 * step.
 *
 * Form: Burkhoff and Tyberg 1993; ejection resistance Ks after Shroff 1985. The last term stops an
 * empty chamber from being drained further: its walls touch.
 */
typedef struct {
  AlReal ees_mmhg_ml;
  AlReal v0_ml;
  AlReal a_mmhg;
  AlReal b_per_ml;
  AlReal vd_ml;
  AlReal ks_s_ml;
} AlChamber;

#define AL_CHAMBER_LINEAR_FROM       6.0
#define AL_CHAMBER_EMPTY_ML          8.0
#define AL_CHAMBER_TOUCHING_ML       10.0 /* from there on the parabola goes on as its tangent */
#define AL_CHAMBER_EMPTY_MMHG_ML     2.5
#define AL_CHAMBER_TOUCHING_MMHG_ML2 1.5

typedef struct {
  AlReal pressure_mmhg;     /* transmural pressure with a rigid septum */
  AlReal elastance_mmhg_ml; /* slope of the first two terms over volume: what the septum meets */
} AlChamberPressure;

/* Exponent of the passive curve at a volume. */
static inline AlReal
al_chamber_exponent (const AlChamber *self, AlReal volume_ml)
{
  return self->b_per_ml * (volume_ml - self->vd_ml);
}

/* Pressure, once the exponential of the exponent, at most AL_CHAMBER_LINEAR_FROM, is known. */
static inline AlChamberPressure
al_chamber_pressure_from (const AlChamber *self, AlReal exponential, AlReal activation,
                          AlReal volume_ml, AlReal outflow_ml_s)
{
  AlReal x = al_chamber_exponent (self, volume_ml);
  AlReal beyond = al_max (x - AL_CHAMBER_LINEAR_FROM, al_real (0)), zero = al_real (0);
  AlReal grown = self->a_mmhg * exponential;
  AlReal passive = grown * (1 + beyond) - self->a_mmhg, passive_slope = self->b_per_ml * grown;
  AlReal slope = self->ees_mmhg_ml / (1 + self->ks_s_ml * al_max (outflow_ml_s, zero));
  AlReal active = slope * (volume_ml - self->v0_ml);
  AlReal empty_ml = al_max (AL_CHAMBER_EMPTY_ML - volume_ml, zero);
  AlReal touching_ml = al_min (empty_ml, al_real (AL_CHAMBER_TOUCHING_ML));
  AlChamberPressure result;

  slope = al_select (active < passive, passive_slope, slope);
  active = al_max (active, passive);
  result.pressure_mmhg = passive + activation * (active - passive) -
                         AL_CHAMBER_EMPTY_MMHG_ML * empty_ml -
                         AL_CHAMBER_TOUCHING_MMHG_ML2 * touching_ml * (2 * empty_ml - touching_ml);
  result.elastance_mmhg_ml = passive_slope + activation * (slope - passive_slope);
  return result;
}

static inline AlChamberPressure
al_chamber_pressure (const AlChamber *self, AlReal activation, AlReal volume_ml,
                     AlReal outflow_ml_s)
{
  AlReal x = al_chamber_exponent (self, volume_ml);

  return al_chamber_pressure_from (self, al_exp (al_min (x, al_real (AL_CHAMBER_LINEAR_FROM))),
                                   activation, volume_ml, outflow_ml_s);
}

/* Slope over volume that touching walls add. */
static inline AlReal
al_chamber_touching_mmhg_ml (AlReal volume_ml)
{
  AlReal empty_ml = al_max (AL_CHAMBER_EMPTY_ML - volume_ml, al_real (0));
  AlReal touching_ml = al_min (empty_ml, al_real (AL_CHAMBER_TOUCHING_ML));

  if (!al_any (empty_ml > 0))
    return al_real (0);
  return al_select (empty_ml > 0,
                    AL_CHAMBER_EMPTY_MMHG_ML + 2 * AL_CHAMBER_TOUCHING_MMHG_ML2 * touching_ml,
                    al_real (0));
}

/* Passive pressure at a volume, mmHg. */
static inline AlReal
al_chamber_passive (const AlChamber *self, AlReal volume_ml)
{
  AlReal x = al_chamber_exponent (self, volume_ml);

  return self->a_mmhg * (al_exp_then_line (x, AL_CHAMBER_LINEAR_FROM) - 1);
}
