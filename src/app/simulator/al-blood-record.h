/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/**
 * AlBloodRecord:
 * @time_us: simulated time
 * @saturation: of the blood in every compartment, 0 to 1
 * @drained_saturation: of the blood that the ECMO draws, 0 to 1
 * @returned_saturation: of the blood that it gives back, 0 to 1
 * @settings: what acted then
 *
 * What changes from beat to beat and no signal tells.
 */
typedef struct {
  gint64 time_us;
  double saturation[AL_OXYGEN_COMPARTMENTS];
  double drained_saturation;
  double returned_saturation;
  AlSettings settings;
} AlBloodRecord;

void al_blood_record_take (AlBloodRecord *self, const AlSimulation *simulation);

G_END_DECLS
