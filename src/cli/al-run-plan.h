/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-catalogue.h"
#include "al-run-options.h"
#include "al-scenario.h"

G_BEGIN_DECLS

/**
 * AlRunPlan:
 * @patient_id: id of the patient
 * @preset_id: (nullable): id of the preset
 * @title: name of the preset, or else of the patient
 * @subtitle: what is done, as it stands on a picture
 * @scenario: what is run
 * @run_s: seconds to run after settling; negative for as long as it takes
 * @n_beats: beats to average
 *
 * What the options ask for.
 */
typedef struct {
  char *patient_id;
  char *preset_id;
  char *title;
  char *subtitle;
  AlScenario *scenario;
  double run_s;
  guint n_beats;
} AlRunPlan;

AlRunPlan *al_run_plan_new (const AlRunOptions *options, AlCatalogue *catalogue);
AlRunPlan *al_run_plan_new_for_preset (AlCatalogue *catalogue, const char *preset_id);
void al_run_plan_free (AlRunPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlRunPlan, al_run_plan_free)

G_END_DECLS
