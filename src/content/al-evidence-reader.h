/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-forest.h"
#include "al-claim.h"
#include "al-evidence.h"
#include "al-study.h"
#include "al-xml.h"

G_BEGIN_DECLS

/**
 * AlEvidenceReader:
 * @xml: the file that is read
 * @strings: owns every text of the object that is being read
 *
 * What the readers of claims, studies and forests share. Each object keeps one chunk of strings, so
 * that its parts are plain structs which own nothing.
 */
typedef struct {
  AlXml *xml;
  GStringChunk *strings;
} AlEvidenceReader;

const char *al_evidence_reader_attribute (AlEvidenceReader *self, const xmlNode *node,
                                          const char *name);
const char *al_evidence_reader_text (AlEvidenceReader *self, const xmlNode *node);
const char *al_evidence_reader_child_text (AlEvidenceReader *self, const xmlNode *node,
                                           const char *name);
const char *al_evidence_reader_child_name (AlEvidenceReader *self, const xmlNode *node,
                                           const char *name);
guint al_evidence_reader_word (const xmlNode *node, const char *name, const char *const *words);
gboolean al_evidence_reader_decimal (AlEvidenceReader *self, const xmlNode *node, const char *name,
                                     double *value, guint *decimals);

void al_evidence_reader_check_identifiers (AlEvidenceReader *self, const xmlNode *node,
                                           const char *doi, const char *pmid);

/**
 * AlEvidencePlace:
 * @file: as it is called in messages
 * @line: from 1
 *
 * Where something was read, for what is found to be wrong only when all files are known.
 */
typedef struct {
  const char *file;
  int line;
} AlEvidencePlace;

AlEvidencePlace al_evidence_reader_place (AlEvidenceReader *self, const xmlNode *node);
void al_evidence_problem (GPtrArray *problems, const AlEvidencePlace *place, const char *format,
                          ...) G_GNUC_PRINTF (3, 4);

/* Finds a study among those of all files. */
typedef AlStudy *(*AlEvidenceFindStudy) (const char *id, gpointer user_data);

AlClaim *al_claim_read (AlXml *xml, const xmlNode *node);
const AlEvidencePlace *al_claim_get_origin (AlClaim *self);
const AlEvidencePlace *al_claim_get_finding_origin (AlClaim *self, gsize index);

AlStudy *al_study_read (AlXml *xml, const xmlNode *node);
const AlEvidencePlace *al_study_get_origin (AlStudy *self);

AlForest *al_forest_read (AlXml *xml, const xmlNode *node);
const AlEvidencePlace *al_forest_get_origin (AlForest *self);
gboolean al_forest_resolve (AlForest *self, AlEvidenceFindStudy find, gpointer user_data,
                            GPtrArray *problems);

AlPassage *al_passage_read (AlXml *xml, const xmlNode *node);
const AlEvidencePlace *al_passage_get_origin (AlPassage *self);

AlCard *al_card_read (AlXml *xml, const xmlNode *node);
const AlEvidencePlace *al_card_get_origin (AlCard *self);
const AlEvidencePlace *al_card_get_point_origin (AlCard *self, gsize index);

AlExercise *al_exercise_read (AlXml *xml, const xmlNode *node);
const AlEvidencePlace *al_exercise_get_origin (AlExercise *self);
const AlEvidencePlace *al_exercise_get_analysis_origin (AlExercise *self, gsize index);

gboolean al_evidence_read (AlEvidence *self, AlXml *xml, GPtrArray *problems);

/* The words of the files, in the order of the enumerations. */
extern const char *const al_measure_words[];
extern const char *const al_certainty_words[];

G_END_DECLS
