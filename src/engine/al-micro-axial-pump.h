/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

#include "al-parameter.h"

G_BEGIN_DECLS

/*
 * Transvalvular micro-axial flow pump, from the left ventricle to the ascending aorta.
 *
 *   L dQ/dt = H n^2 - (P_ao - P_lv) - (R + k |Q|) Q (8 fold backwards) (1 + 8 s (1 + x^2))
 *   s       = 1 / (1 + exp ((V_lv - 40) / 5))        the wall of a small ventricle closes the inlet
 *   x       = what V_lv is below 8 mL                where its walls touch, ever more tightly
 *
 * n is the speed as a share of 46 000/min; P1 to P9 stand for 23, 31, 33, 35, 37, 39, 42, 44 and 46
 * thousand, straight in between. Speeds from memory; head and losses are modelling choices: against
 * 60 mmHg 0.1 L/min at P1, 1.5 at P2, 2.1 at P4, 2.7 at P6, 3.4 at P8, 3.7 at P9. What comes
 * through the lungs is not for the pump to say: it empties the ventricle until the wall closes the
 * inlet.
 */
typedef struct {
  AlReal on; /* 1 or 0 */
  AlReal head_mmhg;
  AlReal resistance;
  AlReal loss;
  AlReal backward; /* how much more is lost backwards */
  AlReal per_inertance;
  AlReal suction_ml;
} AlMicroAxialPump;

#define AL_MAFP_SUCTION_WIDTH_ML 5.0
#define AL_MAFP_SUCTION_FACTOR   8.0
#define AL_MAFP_STOP_TAU_S       0.05
/* As AL_ECMO_FASTEST_PER_S: the same balance, reached no faster. */
#define AL_MAFP_FASTEST_PER_S 400.0

/* Rate of the flow, mL/s per second; closed is the suction s, empty_ml how far the walls of the
 * ventricle touch. */
static inline AlReal
al_micro_axial_pump_rate (const AlMicroAxialPump *self, AlReal rise_mmhg, AlReal closed,
                          AlReal empty_ml, AlReal q_ml_s)
{
  AlReal more = al_select (q_ml_s > 0, al_real (1), self->backward) *
                (1 + AL_MAFP_SUCTION_FACTOR * closed * (1 + empty_ml * empty_ml));
  AlReal resistance = (self->resistance + self->loss * al_abs (q_ml_s)) * more;
  AlReal fastest = al_real (AL_MAFP_FASTEST_PER_S);
  AlReal friction = al_max (resistance * self->per_inertance, fastest);
  AlReal rate = (self->head_mmhg - rise_mmhg - resistance * q_ml_s) * self->per_inertance;

  rate = rate * (fastest / friction);
  return al_select (self->on > 0.5, rate, -q_ml_s * (1 / AL_MAFP_STOP_TAU_S));
}

void al_micro_axial_pump_from_settings (AlMicroAxialPump *self, const AlSettings *settings);

G_END_DECLS
