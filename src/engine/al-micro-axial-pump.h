/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

#include "al-parameter.h"

G_BEGIN_DECLS

/*
 * Transvalvular micro-axial flow pump, from the left ventricle to the ascending aorta.
 *
 *   L dQ/dt = H n^2 - (P_ao - P_lv) - k Q|Q| (8 k backwards) (1 + 24 s (1 + x^2))
 *   s       = 1 / (1 + exp ((V_lv - 22) / 3))        the wall of a small ventricle closes the inlet
 *   x       = what V_lv is below 8 mL                where its walls touch, ever more tightly
 *
 * n is the speed as a share of 46 000/min; P1 to P9 stand for 23, 31, 33, 35, 37, 39, 42, 44 and 46
 * thousand, straight in between. Speeds from memory, head and loss modelling choices: about 3.3
 * L/min at P8 against 60 mmHg.
 */
typedef struct {
  AlReal on; /* 1 or 0 */
  AlReal head_mmhg;
  AlReal loss;
  AlReal backward_loss;
  AlReal per_inertance;
  AlReal suction_ml;
} AlMicroAxialPump;

#define AL_MAFP_SUCTION_WIDTH_ML 3.0
#define AL_MAFP_SUCTION_FACTOR   24.0
#define AL_MAFP_STOP_TAU_S       0.05
/* As AL_ECMO_FASTEST_PER_S: the same balance, reached no faster. */
#define AL_MAFP_FASTEST_PER_S 400.0

/* Rate of the flow, mL/s per second; closed is the suction s, empty_ml how far the walls of the
 * ventricle touch. */
static inline AlReal
al_micro_axial_pump_rate (const AlMicroAxialPump *self, AlReal rise_mmhg, AlReal closed,
                          AlReal empty_ml, AlReal q_ml_s)
{
  AlReal loss = al_select (q_ml_s > 0, self->loss, self->backward_loss) *
                (1 + AL_MAFP_SUCTION_FACTOR * closed * (1 + empty_ml * empty_ml));
  AlReal resistance = loss * al_abs (q_ml_s), fastest = al_real (AL_MAFP_FASTEST_PER_S);
  AlReal friction = al_max (resistance * self->per_inertance, fastest);
  AlReal rate = (self->head_mmhg - rise_mmhg - resistance * q_ml_s) * self->per_inertance;

  rate = rate * (fastest / friction);
  return al_select (self->on > 0.5, rate, -q_ml_s * (1 / AL_MAFP_STOP_TAU_S));
}

void al_micro_axial_pump_from_settings (AlMicroAxialPump *self, const AlSettings *settings);

G_END_DECLS
