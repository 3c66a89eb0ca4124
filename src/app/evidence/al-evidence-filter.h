/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-evidence-sections.h"

G_BEGIN_DECLS

#define AL_TYPE_EVIDENCE_FILTER (al_evidence_filter_get_type ())
G_DECLARE_FINAL_TYPE (AlEvidenceFilter, al_evidence_filter, AL, EVIDENCE_FILTER, GtkBox)

GtkWidget *al_evidence_filter_new (void);

void al_evidence_filter_set_section (AlEvidenceFilter *self, AlEvidenceSectionId section);
gboolean al_evidence_filter_wants (AlEvidenceFilter *self, GObject *item);
void al_evidence_filter_count (AlEvidenceFilter *self, AlEvidence *evidence, const char *words);
void al_evidence_filter_clear (AlEvidenceFilter *self);

G_END_DECLS
