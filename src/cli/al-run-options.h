/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-catalogue.h"
#include "al-scenario.h"

G_BEGIN_DECLS

/* Beats whose indices can be averaged: what a simulation remembers. */
#define AL_RUN_MAX_BEATS AL_BEAT_HISTORY

/**
 * AlRunOptions:
 * @patient: (nullable): id of a patient, or a file
 * @preset: (nullable): id of a preset
 * @sets: (nullable): `NAME=VALUE` before settling
 * @ats: (nullable): `SECONDS NAME=VALUE` after settling
 * @settle_s: seconds of settling; negative for what the preset says, else 120
 * @run_s: seconds to run after settling; negative for as long as it takes
 * @n_beats: beats to average
 *
 * The options that simulate and render share.
 */
typedef struct {
  char *patient;
  char *preset;
  char **sets;
  char **ats;
  double settle_s;
  double run_s;
  int n_beats;
} AlRunOptions;

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

void al_run_options_init (AlRunOptions *self);
void al_run_options_clear (AlRunOptions *self);
void al_run_options_add_to (AlRunOptions *self, GOptionContext *context);
gboolean al_run_options_join_at (char ***argv);
AlRunPlan *al_run_options_plan (const AlRunOptions *self, AlCatalogue *catalogue);

AlRunPlan *al_run_plan_new_for_preset (AlCatalogue *catalogue, const char *preset_id);
void al_run_plan_free (AlRunPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlRunPlan, al_run_plan_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AlRunOptions, al_run_options_clear)

G_END_DECLS
