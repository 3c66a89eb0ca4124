/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "al-card.h"
#include "al-claim.h"
#include "al-exercise.h"
#include "al-forest.h"
#include "al-passage.h"
#include "al-study.h"

G_BEGIN_DECLS

#define AL_TYPE_EVIDENCE (al_evidence_get_type ())
G_DECLARE_FINAL_TYPE (AlEvidence, al_evidence, AL, EVIDENCE, GObject)

/**
 * AlEvidenceHasPreset:
 * @preset_id: the id that a claim names
 * @user_data: as given to al_evidence_check()
 *
 * Answers whether a preset of that id exists; evidence does not know where presets come from.
 */
typedef gboolean (*AlEvidenceHasPreset) (const char *preset_id, gpointer user_data);

AlEvidence *al_evidence_new (void);
gboolean al_evidence_add (AlEvidence *self, GBytes *bytes, const char *file, GPtrArray *problems);
gboolean al_evidence_check (AlEvidence *self, AlEvidenceHasPreset has_preset, gpointer user_data,
                            GPtrArray *problems);

GListModel *al_evidence_get_claims (AlEvidence *self);
GListModel *al_evidence_get_studies (AlEvidence *self);
GListModel *al_evidence_get_forests (AlEvidence *self);
GListModel *al_evidence_get_passages (AlEvidence *self);
GListModel *al_evidence_get_cards (AlEvidence *self);
GListModel *al_evidence_get_exercises (AlEvidence *self);

AlClaim *al_evidence_find_claim (AlEvidence *self, const char *id);
AlStudy *al_evidence_find_study (AlEvidence *self, const char *id);
AlForest *al_evidence_find_forest (AlEvidence *self, const char *id);
AlPassage *al_evidence_find_passage (AlEvidence *self, const char *id);
AlCard *al_evidence_find_card (AlEvidence *self, const char *id);
AlExercise *al_evidence_find_exercise (AlEvidence *self, const char *id);

G_END_DECLS
