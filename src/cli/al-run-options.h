/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/* Beats whose indices can be averaged: what a simulation remembers. */
#define AL_RUN_MAX_BEATS AL_BEAT_HISTORY

/* No teaching question needs a longer run, and a slip of a finger should not take an hour. */
#define AL_RUN_LONGEST_S 7200

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

void al_run_options_init (AlRunOptions *self);
void al_run_options_clear (AlRunOptions *self);
void al_run_options_add_to (AlRunOptions *self, GOptionContext *context);
gboolean al_run_options_join_at (char ***argv);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AlRunOptions, al_run_options_clear)

G_END_DECLS
