/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-case.h"
#include "al-content-error.h"
#include "al-evidence.h"
#include "al-patient.h"
#include "al-preset.h"

G_BEGIN_DECLS

#define AL_TYPE_CATALOGUE (al_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (AlCatalogue, al_catalogue, AL, CATALOGUE, GObject)

AlCatalogue *al_catalogue_new (const char *user_folder);
char *al_catalogue_dup_default_folder (void);

GListModel *al_catalogue_get_patients (AlCatalogue *self);
GListModel *al_catalogue_get_presets (AlCatalogue *self);
GListModel *al_catalogue_get_cases (AlCatalogue *self);
AlEvidence *al_catalogue_get_evidence (AlCatalogue *self);

AlPatient *al_catalogue_find_patient (AlCatalogue *self, const char *id);
AlPreset *al_catalogue_find_preset (AlCatalogue *self, const char *id);
AlCase *al_catalogue_find_case (AlCatalogue *self, const char *id);

const char *const *al_catalogue_get_problems (AlCatalogue *self);

G_END_DECLS
