/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-micro-axial-pump.h"

#define FULL_SPEED_KRPM 46.0

/* Speed at P1 to P9, thousands a minute. */
static const double level_krpm[] = {23, 31, 33, 35, 37, 39, 42, 44, 46};

static double
speed_share (double level)
{
  double position = al_clamp (level - 1, 0, G_N_ELEMENTS (level_krpm) - 1);
  guint below = MIN ((guint) position, G_N_ELEMENTS (level_krpm) - 2);
  double share = position - below;

  return (level_krpm[below] + share * (level_krpm[below + 1] - level_krpm[below])) /
         FULL_SPEED_KRPM;
}

/**
 * al_micro_axial_pump_from_settings:
 * @self: (out caller-allocates): constants of the pump
 * @settings: settings
 *
 * Gathers the constants of the pump at its performance level.
 */
void
al_micro_axial_pump_from_settings (AlMicroAxialPump *self, const AlSettings *settings)
{
  const double *v = settings->value;
  double speed = speed_share (v[AL_PARAMETER_MAFP_LEVEL]);

  *self = (AlMicroAxialPump){
      .on = v[AL_PARAMETER_MAFP_ON],
      .head_mmhg = v[AL_PARAMETER_MAFP_HEAD] * speed * speed,
      .resistance = v[AL_PARAMETER_MAFP_R],
      .loss = v[AL_PARAMETER_MAFP_LOSS],
      .backward = v[AL_PARAMETER_MAFP_BACK],
      .per_inertance = 1 / v[AL_PARAMETER_MAFP_L],
      .suction_ml = v[AL_PARAMETER_MAFP_SUCTION],
  };
}
