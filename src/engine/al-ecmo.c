/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-ecmo.h"

#include "al-maths.h"
#include "al-units.h"

#include <math.h>

#define RETURN_REFERENCE_FR   17.0
#define DRAINAGE_REFERENCE_FR 25.0
#define CANNULA_POWER         4.5

#define COLLAPSE_FACTOR 200.0
#define COLLAPSE_MARGIN                                                                            \
  1.5 /* mmHg below thoracic pressure at which half the vein has collapsed                         \
       */
#define COLLAPSE_WIDTH_MMHG 0.8
#define COLLAPSE_SEAL_MMHG                                                                         \
  4.0 /* further suction only presses the vein more tightly onto the cannula */

#define SERVO_RPM_PER_ML 10.0 /* rpm/s per mL/s of missing flow */
#define MOTOR_TAU_S      0.3
#define CLAMP_TAU_S      0.05

/**
 * al_ecmo_from_settings:
 * @self: (out caller-allocates): constants of the circuit
 * @settings: settings
 *
 * Gathers the constants of the circuit.
 */
void
al_ecmo_from_settings (AlEcmo *self, const AlSettings *settings)
{
  const double *v = settings->value;

  *self = (AlEcmo){
      .on = v[AL_PARAMETER_ECMO_ON] > 0.5,
      .speed_mode = v[AL_PARAMETER_ECMO_MODE] > 0.5,
      .flow_ml_s = v[AL_PARAMETER_ECMO_FLOW] / AL_L_MIN_PER_ML_S,
      .rpm = v[AL_PARAMETER_ECMO_RPM],
      .rpm_max = al_parameter_get_info (AL_PARAMETER_ECMO_RPM)->maximum,
      .head_mmhg_min2 = v[AL_PARAMETER_ECMO_HEAD],
      .pump_loss = v[AL_PARAMETER_ECMO_PUMP_LOSS],
      .circuit_r = v[AL_PARAMETER_ECMO_CIRCUIT_R],
      .return_loss = v[AL_PARAMETER_ECMO_RETURN_K] *
                     al_pow (RETURN_REFERENCE_FR / v[AL_PARAMETER_ECMO_RETURN_FR], CANNULA_POWER),
      .drainage_loss =
          v[AL_PARAMETER_ECMO_DRAINAGE_K] *
          al_pow (DRAINAGE_REFERENCE_FR / v[AL_PARAMETER_ECMO_DRAINAGE_FR], CANNULA_POWER),
      .inertance = v[AL_PARAMETER_ECMO_L],
      .ivc_fraction = v[AL_PARAMETER_ECMO_IVC_FRACTION],
  };
}

/* How much more the drainage cannula loses where the vein collapses around it. */
static double
collapse_factor (double suction_mmhg)
{
  double below = -(suction_mmhg + COLLAPSE_MARGIN);
  double seal = below > 0 ? below / COLLAPSE_SEAL_MMHG : 0;

  return 1 + COLLAPSE_FACTOR * al_logistic (below / COLLAPSE_WIDTH_MMHG) *
                 (1 + seal * seal * seal * seal);
}

/**
 * al_ecmo_rates:
 * @self: constants of the circuit
 * @rise_mmhg: pressure at the return minus pressure at the drainage
 * @suction_mmhg: right atrial minus thoracic pressure: what holds the drained vein open
 * @q_rpm: flow in mL/s and speed in 1/min
 * @rates: (out): their derivatives, per second
 *
 * Flow and speed of the pump. A circuit that is off is clamped.
 */
void
al_ecmo_rates (const AlEcmo *self, double rise_mmhg, double suction_mmhg, const double q_rpm[2],
               double rates[2])
{
  double q = q_rpm[0], rpm = q_rpm[1], square = q < 0 ? -q * q : q * q, loss;

  if (!self->on) {
    rates[0] = -q / CLAMP_TAU_S;
    rates[1] = -rpm / MOTOR_TAU_S;
    return;
  }
  loss = self->pump_loss + self->return_loss + self->drainage_loss * collapse_factor (suction_mmhg);
  rates[0] = (self->head_mmhg_min2 * rpm * rpm - rise_mmhg - self->circuit_r * q - loss * square) /
             self->inertance;
  if (self->speed_mode)
    rates[1] = (self->rpm - rpm) / MOTOR_TAU_S;
  else
    rates[1] = SERVO_RPM_PER_ML * (self->flow_ml_s - q);
  if ((rpm >= self->rpm_max && rates[1] > 0) || (rpm <= 0 && rates[1] < 0))
    rates[1] = 0;
}

/**
 * al_ecmo_balance_rpm:
 * @self: constants of the circuit
 * @rise_mmhg: pressure at the return minus pressure at the drainage
 *
 * Returns: the speed at which nothing flows, 1/min: where a careful perfusionist takes the clamp
 * off
 */
double
al_ecmo_balance_rpm (const AlEcmo *self, double rise_mmhg)
{
  return rise_mmhg > 0 ? sqrt (rise_mmhg / self->head_mmhg_min2) : 0;
}
