/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-export.h"

G_BEGIN_DECLS

#define AL_TYPE_EXPORT_DIALOG (al_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AlExportDialog, al_export_dialog, AL, EXPORT_DIALOG, AdwWindow)

AlExportDialog *al_export_dialog_new (GtkWindow *parent, AlExport *what);
void al_export_dialog_get_choice (AlExportDialog *self, AlExportChoice *choice);
void al_export_dialog_save_to (AlExportDialog *self, GFile *file);

G_END_DECLS
