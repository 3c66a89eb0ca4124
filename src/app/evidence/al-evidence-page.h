/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-catalogue.h"

G_BEGIN_DECLS

#define AL_TYPE_EVIDENCE_PAGE (al_evidence_page_get_type ())

/**
 * AlEvidencePage:
 *
 * The claims of the review beside what was measured, the studies, and the forest plots. An entry is
 * named by a key: `claim:ID`, `study:ID` or `forest:ID`.
 */
G_DECLARE_FINAL_TYPE (AlEvidencePage, al_evidence_page, AL, EVIDENCE_PAGE, AdwBin)

GtkWidget *al_evidence_page_new (void);

AlCatalogue *al_evidence_page_get_catalogue (AlEvidencePage *self);
void al_evidence_page_set_catalogue (AlEvidencePage *self, AlCatalogue *catalogue);

const char *al_evidence_page_get_shown (AlEvidencePage *self);
guint al_evidence_page_get_n_listed (AlEvidencePage *self);

gboolean al_evidence_page_show (AlEvidencePage *self, const char *key, const char *from);
gboolean al_evidence_page_save (AlEvidencePage *self, GFile *file, GError **error);

G_END_DECLS
