/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-forest-plot.h"
#include "al-text.h"
#include "al-ticks.h"

G_BEGIN_DECLS

/* Lengths in parts of the text height. */
#define AL_FOREST_PADDING     0.9
#define AL_FOREST_ROW_PADDING 0.42
#define AL_FOREST_HEADER_GAP  0.45
#define AL_FOREST_DETAIL_SIZE 0.86
#define AL_FOREST_HEADER_SIZE 0.92
#define AL_FOREST_AXIS_GAP    0.5
#define AL_FOREST_TICK_LENGTH 0.35
#define AL_FOREST_WORDS_WIDTH 13.0

typedef enum {
  AL_FOREST_COLUMN_LABEL,
  AL_FOREST_COLUMN_DEVICE,
  AL_FOREST_COLUMN_CONTROL,
  AL_FOREST_COLUMN_PLOT,
  AL_FOREST_COLUMN_EFFECT,
  AL_FOREST_COLUMN_WEIGHT,
  AL_FOREST_N_COLUMNS
} AlForestColumn;

/* Where a column stands; one without width is left out. */
typedef struct {
  double x;
  double width;
} AlForestPlace;

typedef struct {
  AlForestRow data; /* whose texts are the row's own */
  double y;
  double height;
} AlForestLine;

struct _AlForestPlot {
  char *measure;
  char *device;
  char *control;
  char *favours_device;
  char *favours_control;
  GArray *rows;
  AlPlotStyle style;
  double width;
  gboolean has_range; /* that a caller gave */
  AlAxis axis;
  AlTicks ticks;
  AlForestPlace places[AL_FOREST_N_COLUMNS];
  double label_width; /* at which names are wrapped: less than their column may have */
  double rows_y;
  double rows_end;
  double height;
};

AlForestLine *al_forest_get_row (const AlForestPlot *self, guint index);
gboolean al_forest_has_weight (const AlForestRow *row);
gboolean al_forest_is_effect (const AlForestRow *row);
AlText al_forest_label_text (const AlForestPlot *self, const AlForestRow *row);
AlText al_forest_detail_text (const AlForestPlot *self, const AlForestRow *row);
AlText al_forest_header_text (const char *text, double wrap);
AlText al_forest_subheader_text (const AlForestPlot *self, const char *text);
char *al_forest_format_cell (const AlForestRow *row, AlForestColumn column);
const char *al_forest_get_header (const AlForestPlot *self, AlForestColumn column);
const char *al_forest_get_subheader (AlForestColumn column);
double al_forest_measure_text_height (const AlForestPlot *self, const AlText *text);
double al_forest_measure_text_width (const AlForestPlot *self, const AlText *text);

G_END_DECLS
