/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-export.h"

G_BEGIN_DECLS

GdkTexture *al_export_create_texture (const AlExport *self, const AlExportChoice *choice, int width,
                                      int height);
void al_export_copy (const AlExport *self, const AlExportChoice *choice, GdkClipboard *clipboard);
GtkPrintOperation *al_export_create_print (AlExport *self, const AlExportChoice *choice);
gboolean al_export_print (AlExport *self, const AlExportChoice *choice, GtkWindow *parent,
                          GError **error);

G_END_DECLS
