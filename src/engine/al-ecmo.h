/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-maths.h"

#include "al-parameter.h"

G_BEGIN_DECLS

/*
 * Veno-arterial ECMO: centrifugal pump, oxygenator and cannulas.
 *
 *   L dQ/dt = H n^2 - k_p Q|Q| + P_drain - P_return - R Q - k_r (17/Fr)^4.5 Q|Q| - k_d (25/Fr)^4.5
 *             (1 + 120 c) Q|Q|
 *   dc/dt   = (1 / (1 + exp ((P_RA - P_out + 1.5) / 0.8)) - c) / 0.06 s
 *
 * c is how far the drained vein has collapsed around the cannula: suction closes it, filling opens
 * it, and both take their time, so that a pump that wants more than returns chatters. P_out is what
 * lies around the right atrium: the chest and the pericardium, so that a tamponade closes it at a
 * high pressure. Where a small atrium lies on the cannula, P_RA at its holes is lower by a share of
 * what the flow loses in the collapsed vein: there a faster pump gets little more, and a bleed or a
 * tamponade is not held off by speed (a modelling choice: a stronger pull would lose the flow of
 * the imitated pig at 5 L/min). n is the speed in 1/min. In flow mode a slow servo turns the speed
 * towards the wanted mean flow, up to 5000/min, in speed mode the flow is what the patient lets
 * through. Below about 1200/min blood runs backwards. Blood is drained from the right atrium and
 * the lower veins, with a vent or a cannula through the septum from the left atrium too, and
 * returned to the abdominal aorta or, centrally, to the arch. Pump and cannula numbers are of the
 * order of makers' charts (Broman 2019: real flows are lower still): modelling choices.
 */
typedef struct {
  AlReal on; /* 1 or 0, as are the next two */
  AlReal speed_mode;
  AlReal central;
  AlReal flow_ml_s; /* wanted */
  AlReal rpm;       /* wanted */
  AlReal rpm_max;
  AlReal head_mmhg_min2;
  AlReal circuit_r;
  AlReal loss;          /* of pump and return cannula */
  AlReal drainage_loss; /* of an open vein */
  AlReal per_inertance;
  AlReal ivc_fraction;
  AlReal vent_ml_s_mmhg; /* conductance from the left atrium; 0 for none */
  AlReal vent_suction_mmhg;
} AlEcmo;

#define AL_ECMO_COLLAPSE_FACTOR 120.0
/* Below what lies around it, at which half the vein has collapsed. */
#define AL_ECMO_COLLAPSE_MMHG       1.5
#define AL_ECMO_COLLAPSE_WIDTH_MMHG 0.8
#define AL_ECMO_COLLAPSE_TAU_S      0.06
/* Share of the pressure lost in the collapsed vein that pulls its wall further in, and the most. */
#define AL_ECMO_PULL_SHARE     0.005
#define AL_ECMO_PULL_MOST_MMHG 3.0
/* An atrium that is larger than the one has its wall off the cannula, below the other on it. */
#define AL_ECMO_FREE_ML     22.0
#define AL_ECMO_TOUCHING_ML 12.0
/* Further suction only presses the vein more tightly onto the cannula. */
#define AL_ECMO_SEAL_MMHG    4.0
#define AL_ECMO_RPM_S_PER_ML 10.0 /* servo, per mL/s of missing flow */
#define AL_ECMO_MOTOR_TAU_S  0.3
#define AL_ECMO_CLAMP_TAU_S  0.05
#define AL_ECMO_VENT_OPEN_ML 10.0 /* an atrium that is larger leaves the vent free */
#define AL_ECMO_VENT_SHARE   0.8  /* the most that a vent can take of the flow */
/* Where friction would turn the flow faster than this, an explicit step could not follow; there the
 * flow goes to the same balance more slowly. */
#define AL_ECMO_FASTEST_PER_S 400.0

/* Flow of the vent, mL/s, of a circuit with this flow; the wall of a small atrium closes it. */
static inline AlReal
al_ecmo_vent (const AlEcmo *self, AlReal la_mmhg, AlReal la_ml, AlReal thorax_mmhg, AlReal q_ml_s)
{
  AlReal open = al_clamp (la_ml * (1 / AL_ECMO_VENT_OPEN_ML), al_real (0), al_real (1));
  AlReal wanted = self->vent_ml_s_mmhg * open * (la_mmhg - thorax_mmhg + self->vent_suction_mmhg);

  return al_clamp (wanted, al_real (0), AL_ECMO_VENT_SHARE * al_max (q_ml_s, al_real (0)));
}

/* What a flow that squeezes through a collapsed vein takes off the pressure in it, mmHg. It pulls
 * the wall further in where the atrium is small enough to lie on the cannula. */
static inline AlReal
al_ecmo_pull (const AlEcmo *self, AlReal ra_ml, const AlReal state[3])
{
  AlReal q = al_max (state[0], al_real (0));
  AlReal near = al_clamp ((AL_ECMO_FREE_ML - ra_ml) * (1 / (AL_ECMO_FREE_ML - AL_ECMO_TOUCHING_ML)),
                          al_real (0), al_real (1));
  AlReal lost_mmhg = self->drainage_loss * AL_ECMO_COLLAPSE_FACTOR * state[2] * q * q;

  return al_min (AL_ECMO_PULL_SHARE * near * lost_mmhg, al_real (AL_ECMO_PULL_MOST_MMHG));
}

/* Flow, speed and collapse; rates per second. suction is the transmural pressure of the right
 * atrium, and closed what al_logistic() makes of it. A circuit that is off is clamped. */
static inline void
al_ecmo_rates (const AlEcmo *self, AlReal rise_mmhg, AlReal suction_mmhg, AlReal closed,
               const AlReal state[3], AlReal rates[3])
{
  AlReal q = state[0], rpm = state[1], zero = al_real (0);
  AlReal seal = al_max (-(suction_mmhg + AL_ECMO_COLLAPSE_MMHG), zero) * (1 / AL_ECMO_SEAL_MMHG);
  AlReal tight = seal * seal, collapse = state[2] * (1 + tight * tight);
  AlReal loss = self->loss + self->drainage_loss * (1 + AL_ECMO_COLLAPSE_FACTOR * collapse);
  AlReal flow_rate =
      (self->head_mmhg_min2 * rpm * rpm - rise_mmhg - q * (self->circuit_r + loss * al_abs (q))) *
      self->per_inertance;
  AlReal fastest = al_real (AL_ECMO_FASTEST_PER_S);
  AlReal friction = (self->circuit_r + loss * al_abs (q)) * self->per_inertance;
  AlReal servo = AL_ECMO_RPM_S_PER_ML * (self->flow_ml_s - q);
  AlReal motor = (self->rpm - rpm) * (1 / AL_ECMO_MOTOR_TAU_S);
  AlReal speed_rate = al_select (self->speed_mode > 0.5, motor, servo);

  speed_rate = al_select (rpm >= self->rpm_max, al_min (speed_rate, zero), speed_rate);
  speed_rate = al_select (rpm <= 0, al_max (speed_rate, zero), speed_rate);
  flow_rate = flow_rate * (fastest / al_max (friction, fastest));
  rates[0] = al_select (self->on > 0.5, flow_rate, -q * (1 / AL_ECMO_CLAMP_TAU_S));
  rates[1] = al_select (self->on > 0.5, speed_rate, -rpm * (1 / AL_ECMO_MOTOR_TAU_S));
  rates[2] = (closed - state[2]) * (1 / AL_ECMO_COLLAPSE_TAU_S);
}

void al_ecmo_from_settings (AlEcmo *self, const AlSettings *settings);
double al_ecmo_balance_rpm (const AlEcmo *self, double rise_mmhg);

G_END_DECLS
