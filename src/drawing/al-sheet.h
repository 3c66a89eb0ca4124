/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-page.h"
#include "al-pictograph.h"

G_BEGIN_DECLS

/**
 * AlSheetKind:
 * @AL_SHEET_HEADING: a line above others
 * @AL_SHEET_BODY: text to be read
 * @AL_SHEET_CAPTION: small and dim: a source, a date
 */
typedef enum {
  AL_SHEET_HEADING,
  AL_SHEET_BODY,
  AL_SHEET_CAPTION,
} AlSheetKind;

/**
 * AlSheet:
 *
 * Paragraphs and pictographs under each other, to be taken away as a picture.
 */
typedef struct _AlSheet AlSheet;

AlSheet *al_sheet_new (void);
void al_sheet_free (AlSheet *self);

void al_sheet_add (AlSheet *self, AlSheetKind kind, const char *text);
void al_sheet_add_pictograph (AlSheet *self, AlPictograph *pictograph);
guint al_sheet_get_n_paragraphs (const AlSheet *self);
double al_sheet_measure_height (const AlSheet *self, const AlPlotStyle *style, double width);
void al_sheet_draw (const AlSheet *self, const AlPlotStyle *style, double width, cairo_t *cr);
gboolean al_sheet_write (AlSheet *self, AlPage *page, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlSheet, al_sheet_free)

G_END_DECLS
