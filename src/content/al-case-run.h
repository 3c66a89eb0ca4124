/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-case.h"

G_BEGIN_DECLS

#define AL_TYPE_CASE_RUN (al_case_run_get_type ())
G_DECLARE_FINAL_TYPE (AlCaseRun, al_case_run, AL, CASE_RUN, GObject)

/**
 * AlCaseGuess:
 * @given: whether a direction was chosen
 * @trend: which
 * @sure: whether the person said to be sure
 */
typedef struct {
  gboolean given;
  AlTrend trend;
  gboolean sure;
} AlCaseGuess;

/**
 * AlCaseEntry:
 * @node: the node that was visited
 * @guesses: one for every prediction of the node
 * @revealed: whether the prediction was revealed
 * @chosen: the option that stands, or -1
 * @tried: (bits) every option that was ever chosen here
 * @has_outcome: whether @before and @after hold what the model did
 * @before: the beat before the change
 * @after: the beat once the model had settled
 *
 * One step of the path so far: the material of the debrief.
 */
typedef struct {
  const AlCaseNode *node;
  AlCaseGuess *guesses;
  gboolean revealed;
  int chosen;
  guint32 tried;
  gboolean has_outcome;
  AlIndices before;
  AlIndices after;
} AlCaseEntry;

const AlCaseChange *al_case_entry_get_change (const AlCaseEntry *entry);

AlCaseRun *al_case_run_new (AlCase *content);
AlCaseRun *al_case_run_new_from_variant (AlCase *content, GVariant *record, GError **error);
GVariant *al_case_run_to_variant (AlCaseRun *self);

AlCase *al_case_run_get_case (AlCaseRun *self);
const AlCaseNode *al_case_run_get_node (AlCaseRun *self);
guint al_case_run_get_step (AlCaseRun *self);
guint al_case_run_get_n_steps (AlCaseRun *self);
guint al_case_run_get_n_entries (AlCaseRun *self);
guint al_case_run_get_position (AlCaseRun *self);
guint al_case_run_get_n_known (AlCaseRun *self);
const AlCaseEntry *al_case_run_get_entry (AlCaseRun *self, guint index);
const AlCaseEntry *al_case_run_get_current (AlCaseRun *self);

AlScenario *al_case_run_dup_scenario (AlCaseRun *self, guint index);
AlPatient *al_case_run_get_patient (AlCaseRun *self);
const AlCaseChange *al_case_run_get_change (AlCaseRun *self);

gboolean al_case_run_predict (AlCaseRun *self, guint row, AlTrend trend);
gboolean al_case_run_set_sure (AlCaseRun *self, guint row, gboolean sure);
gboolean al_case_run_can_reveal (AlCaseRun *self);
gboolean al_case_run_reveal (AlCaseRun *self);
gboolean al_case_run_choose (AlCaseRun *self, guint option);
gboolean al_case_run_record (AlCaseRun *self, guint index, const AlIndices *before,
                             const AlIndices *after);

gboolean al_case_run_can_continue (AlCaseRun *self);
gboolean al_case_run_continue (AlCaseRun *self);
gboolean al_case_run_can_go_back (AlCaseRun *self);
gboolean al_case_run_go_back (AlCaseRun *self);
void al_case_run_restart (AlCaseRun *self);
gboolean al_case_run_is_finished (AlCaseRun *self);

G_END_DECLS
