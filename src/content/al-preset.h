/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-patient.h"
#include "al-scenario.h"

G_BEGIN_DECLS

#define AL_TYPE_PRESET (al_preset_get_type ())
G_DECLARE_FINAL_TYPE (AlPreset, al_preset, AL, PRESET, GObject)

const char *al_preset_get_id (AlPreset *self);
const char *al_preset_get_name (AlPreset *self);
const char *al_preset_get_description (AlPreset *self);
const char *const *al_preset_get_cannot_tell (AlPreset *self);
AlPatient *al_preset_get_patient (AlPreset *self);
const AlScenario *al_preset_get_scenario (AlPreset *self);

G_END_DECLS
