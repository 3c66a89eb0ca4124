/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-evidence.h"
#include "al-sheet.h"

G_BEGIN_DECLS

AlSheet *al_evidence_export_create_sheet (GObject *item, AlEvidence *evidence);
char *al_evidence_export_dup_title (GObject *item);
gboolean al_evidence_export_write (GObject *item, AlEvidence *evidence, const char *path,
                                   GError **error);

G_END_DECLS
