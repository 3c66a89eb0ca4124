/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-ecmo.h"

#include "al-maths.h"
#include "al-units.h"

#include <math.h>

#define RETURN_REFERENCE_FR   17.0
#define DRAINAGE_REFERENCE_FR 25.0
#define CANNULA_POWER         4.5

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
  gboolean biatrial = v[AL_PARAMETER_ECMO_DRAINAGE_SITE] > 0.5,
           vented = v[AL_PARAMETER_LA_VENT_ON] > 0.5;
  double vent = vented ? v[AL_PARAMETER_LA_VENT_G] : 0;

  *self = (AlEcmo){
      .on = v[AL_PARAMETER_ECMO_ON],
      .speed_mode = v[AL_PARAMETER_ECMO_MODE],
      .central = v[AL_PARAMETER_ECMO_RETURN_SITE],
      .flow_ml_s = v[AL_PARAMETER_ECMO_FLOW] / AL_L_MIN_PER_ML_S,
      .rpm = v[AL_PARAMETER_ECMO_RPM],
      .rpm_max = al_parameter_get_info (AL_PARAMETER_ECMO_RPM)->maximum,
      .head_mmhg_min2 = v[AL_PARAMETER_ECMO_HEAD],
      .circuit_r = v[AL_PARAMETER_ECMO_CIRCUIT_R],
      .loss = v[AL_PARAMETER_ECMO_PUMP_LOSS] +
              v[AL_PARAMETER_ECMO_RETURN_K] *
                  al_pow (RETURN_REFERENCE_FR / v[AL_PARAMETER_ECMO_RETURN_FR], CANNULA_POWER),
      .drainage_loss =
          v[AL_PARAMETER_ECMO_DRAINAGE_K] *
          al_pow (DRAINAGE_REFERENCE_FR / v[AL_PARAMETER_ECMO_DRAINAGE_FR], CANNULA_POWER),
      .per_inertance = 1 / v[AL_PARAMETER_ECMO_L],
      .ivc_fraction = v[AL_PARAMETER_ECMO_IVC_FRACTION],
      .vent_ml_s_mmhg =
          vent + (biatrial ? v[AL_PARAMETER_LAVA_FACTOR] * v[AL_PARAMETER_LA_VENT_G] : 0),
      .vent_suction_mmhg = v[AL_PARAMETER_LA_VENT_SUCTION],
  };
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
