/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-catalogue.h"

G_BEGIN_DECLS

/**
 * AlEvidenceSectionId:
 *
 * The sections of the Evidence page, in the order in which they stand there.
 */
typedef enum {
  AL_EVIDENCE_CLAIMS,
  AL_EVIDENCE_REVIEW,
  AL_EVIDENCE_STUDIES,
  AL_EVIDENCE_FORESTS,
  AL_EVIDENCE_TIMELINE,
  AL_EVIDENCE_GUIDELINES,
  AL_EVIDENCE_STAGES,
  AL_EVIDENCE_PRACTICE,
  AL_EVIDENCE_EXERCISES,
  AL_N_EVIDENCE_SECTIONS,
} AlEvidenceSectionId;

/**
 * AlEvidenceSection:
 * @name: unique among sections; the key of an entry is its kind, a colon and its id
 * @kind: what its keys begin with
 * @title: how it is called, to be translated
 * @tooltip: what is in it, to be translated
 * @list: (transfer full): all its entries, in the order of the list
 * @create_row: makes the row of an entry
 * @update_header: (nullable): makes headings in the list
 * @create_detail: (transfer floating) (nullable): shows an entry; %NULL when there is none of that
 * id
 *
 * What a section of the Evidence page is made of.
 */
typedef struct {
  const char *name;
  const char *kind;
  const char *title;
  const char *tooltip;
  GListModel *(*list) (AlEvidence *evidence);
  GtkListBoxCreateWidgetFunc create_row;
  GtkListBoxUpdateHeaderFunc update_header;
  GtkWidget *(*create_detail) (AlCatalogue *catalogue, const char *id);
} AlEvidenceSection;

const AlEvidenceSection *al_evidence_section_get (AlEvidenceSectionId id);
gboolean al_evidence_section_find (const char *key, AlEvidenceSectionId *id);

G_END_DECLS
