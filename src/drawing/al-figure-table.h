/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-figure-private.h"

G_BEGIN_DECLS

/**
 * AlFigureTable:
 * @figure: its runs are the columns
 * @style: looks
 * @is_short: whether abbreviations stand in place of names
 * @is_brief: whether only the few indices are shown that a slide has room for
 * @scale: size of everything, as a multiple of the style's
 *
 * The indices of some runs side by side, with units.
 */
typedef struct {
  const AlFigure *figure;
  const AlPlotStyle *style;
  gboolean is_short;
  gboolean is_brief;
  double scale;
} AlFigureTable;

gboolean al_figure_table_fit (AlFigureTable *self, double width, double height);
void al_figure_table_measure (const AlFigureTable *self, double *width, double *height);
void al_figure_table_draw (const AlFigureTable *self, cairo_t *cr, double x, double y);

G_END_DECLS
