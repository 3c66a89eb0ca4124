/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-evidence.h"

G_BEGIN_DECLS

/**
 * AL_REVIEW_FROM:
 *
 * The review appeared between the beginning of this year and the end of %AL_REVIEW_TO; it bears no
 * date of its own.
 */
#define AL_REVIEW_FROM 2023
#define AL_REVIEW_TO   2024

/**
 * AlChronologyEvent:
 * @year: in which it appeared
 * @study: (nullable): the study that was published
 * @guideline: (nullable): or the guideline
 *
 * Something that appeared.
 */
typedef struct {
  guint year;
  AlStudy *study;
  AlCard *guideline;
} AlChronologyEvent;

#define AL_TYPE_CHRONOLOGY (al_chronology_get_type ())
G_DECLARE_FINAL_TYPE (AlChronology, al_chronology, AL, CHRONOLOGY, GObject)

GListModel *al_chronology_list (AlEvidence *evidence);
AlChronology *al_chronology_find (AlEvidence *evidence, const char *id);

const char *al_chronology_get_id (AlChronology *self);
const char *al_chronology_get_title (AlChronology *self);
const AlChronologyEvent *al_chronology_get_events (AlChronology *self, gsize *n_events);
const char *al_chronology_event_get_name (const AlChronologyEvent *event);

G_END_DECLS
