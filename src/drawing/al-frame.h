/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-axis.h"
#include "al-style.h"
#include "al-ticks.h"

G_BEGIN_DECLS

/**
 * AlMargins:
 * @left: pixels
 * @right: pixels
 * @top: pixels
 * @bottom: pixels
 *
 * Room around a plot for numbers and titles.
 */
typedef struct {
  double left;
  double right;
  double top;
  double bottom;
} AlMargins;

/**
 * AlFrame:
 * @area: where curves are drawn
 * @x: horizontal axis
 * @y: vertical axis
 * @x_ticks: its ticks
 * @y_ticks: its ticks
 *
 * Two axes with grid and numbers.
 */
typedef struct {
  cairo_rectangle_t area;
  AlAxis x;
  AlAxis y;
  AlTicks x_ticks;
  AlTicks y_ticks;
} AlFrame;

void al_frame_init (AlFrame *self, const AlPlotStyle *style, double width, double height,
                    const AlMargins *margins);
void al_frame_set_range (AlFrame *self, const AlPlotStyle *style, AlRange x, AlRange y);
double al_frame_measure_labels (const AlPlotStyle *style, const AlTicks *ticks);

void al_frame_draw_grid (const AlFrame *self, const AlPlotStyle *style, cairo_t *cr);
void al_frame_draw_axes (const AlFrame *self, const AlPlotStyle *style, cairo_t *cr);
void al_frame_draw_x_labels (const AlFrame *self, const AlPlotStyle *style, cairo_t *cr);
void al_frame_draw_y_labels (const AlFrame *self, const AlPlotStyle *style, cairo_t *cr);
void al_frame_clip (const AlFrame *self, cairo_t *cr, double pad);

G_END_DECLS
