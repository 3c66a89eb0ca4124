/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-study.h"

G_BEGIN_DECLS

/**
 * AlCardKind:
 * @AL_CARD_PRACTICE: what to know at the bedside
 * @AL_CARD_GUIDELINE: what a society recommends
 * @AL_CARD_STAGE: a stage of shock
 */
typedef enum {
  AL_CARD_PRACTICE,
  AL_CARD_GUIDELINE,
  AL_CARD_STAGE,
} AlCardKind;

/**
 * AlCardPoint:
 * @text: one fact or recommendation, in our words
 * @certainty: how sure it is
 * @class_of_recommendation: (nullable): as the guideline prints it: I, IIa, IIb, III or 1, 2a, 2b,
 * 3
 * @level: (nullable): the level of evidence as printed: A, B, C, B-R
 * @study: (nullable): id of a study that it rests on
 * @source: (nullable): where it stands, as a short citation
 * @doi: (nullable): of the source
 * @pmid: (nullable): of the source
 */
typedef struct {
  const char *text;
  AlCertainty certainty;
  const char *class_of_recommendation;
  const char *level;
  const char *study;
  const char *source;
  const char *doi;
  const char *pmid;
} AlCardPoint;

#define AL_TYPE_CARD (al_card_get_type ())
G_DECLARE_FINAL_TYPE (AlCard, al_card, AL, CARD, GObject)

const char *al_card_get_id (AlCard *self);
AlCardKind al_card_get_kind (AlCard *self);
const char *al_card_get_title (AlCard *self);
const char *al_card_get_summary (AlCard *self);
const char *al_card_get_preset (AlCard *self);
guint al_card_get_year (AlCard *self);
double al_card_get_mortality_percent (AlCard *self);
const char *al_card_get_checked (AlCard *self);
const AlCardPoint *al_card_get_points (AlCard *self, gsize *n_points);

char *al_card_point_dup_class (const AlCardPoint *point);

G_END_DECLS
