/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-blood-record.h"

/**
 * al_blood_record_take:
 * @self: (out caller-allocates): memory for a record
 * @simulation: a simulation
 *
 * Reads the blood and the devices as they are.
 */
void
al_blood_record_take (AlBloodRecord *self, const AlSimulation *simulation)
{
  const AlOxygen *oxygen = &simulation->slow.oxygen;
  /* The amounts are those of the last tick, and so must be the volumes. */
  const double *volume_ml = simulation->circulation.core.tally.start_ml;
  const double haemoglobin =
      al_slow_haemoglobin_g_dl (&simulation->slow, al_simulation_blood_ml (simulation));

  self->time_us = al_simulation_get_time_us (simulation);
  for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++)
    self->saturation[i] = al_oxygen_saturation (oxygen, volume_ml, i, haemoglobin);
  self->drained_saturation = oxygen->drained_saturation;
  self->returned_saturation = oxygen->returned_saturation;
  self->settings = simulation->settings;
}
