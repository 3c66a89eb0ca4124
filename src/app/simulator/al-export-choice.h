/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-figure.h"

G_BEGIN_DECLS

typedef enum {
  AL_EXPORT_LOOP,
  AL_EXPORT_CHARTS,
  AL_EXPORT_BOTH,
  AL_EXPORT_CIRCULATION,
  AL_N_EXPORT_CONTENTS
} AlExportContent;

/**
 * AlExportFormat:
 * @AL_EXPORT_PNG: a picture of pixels
 * @AL_EXPORT_SVG: a drawing
 * @AL_EXPORT_PDF: a page
 * @AL_EXPORT_APNG: some beats as a moving picture
 * @AL_EXPORT_SIGNALS: a table of signals
 * @AL_EXPORT_BEATS: a table of the indices of beats
 */
typedef enum {
  AL_EXPORT_PNG,
  AL_EXPORT_SVG,
  AL_EXPORT_PDF,
  AL_EXPORT_APNG,
  AL_EXPORT_SIGNALS,
  AL_EXPORT_BEATS,
  AL_N_EXPORT_FORMATS
} AlExportFormat;

typedef enum {
  AL_EXPORT_LIGHT,
  AL_EXPORT_PRINT,
  AL_EXPORT_PROJECTOR,
  AL_N_EXPORT_STYLES
} AlExportStyle;

typedef enum {
  AL_EXPORT_WIDE,
  AL_EXPORT_SQUARE,
  AL_N_EXPORT_SHAPES
} AlExportShape;

/**
 * AlExportChoice:
 * @content: what of the page
 * @format: the kind of file
 * @style: looks of a picture
 * @shape: 16 to 9, or square
 *
 * How something is taken away. Plain data.
 */
typedef struct {
  AlExportContent content;
  AlExportFormat format;
  AlExportStyle style;
  AlExportShape shape;
} AlExportChoice;

void al_export_choice_load (AlExportChoice *self);
void al_export_choice_save (const AlExportChoice *self);
gboolean al_export_choice_is_table (const AlExportChoice *self);
AlStyleKind al_export_choice_get_style (const AlExportChoice *self);
AlFigureView al_export_choice_get_view (const AlExportChoice *self);
void al_export_choice_get_size (const AlExportChoice *self, int *width, int *height);
const char *al_export_choice_get_extension (const AlExportChoice *self);
char *al_export_choice_make_name (const AlExportChoice *self, const char *subject);

G_END_DECLS
