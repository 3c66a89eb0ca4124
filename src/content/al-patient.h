/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-parameter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define AL_TYPE_PATIENT (al_patient_get_type ())
G_DECLARE_FINAL_TYPE (AlPatient, al_patient, AL, PATIENT, GObject)

AlPatient *al_patient_new_from_bytes (GBytes *bytes, const char *file_name, GError **error);

const char *al_patient_get_id (AlPatient *self);
const char *al_patient_get_name (AlPatient *self);
const char *al_patient_get_story (AlPatient *self);
const char *const *al_patient_get_sources (AlPatient *self);
const AlSettings *al_patient_get_settings (AlPatient *self);

G_END_DECLS
