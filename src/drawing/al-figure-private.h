/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-figure.h"

G_BEGIN_DECLS

void al_figure_draw_loops (const AlFigure *self, cairo_t *cr, double width, double height,
                           const AlPlotStyle *style);
void al_figure_draw_waves (const AlFigure *self, cairo_t *cr, double width, double height,
                           const AlPlotStyle *style);
void al_figure_draw_both (const AlFigure *self, cairo_t *cr, double width, double height,
                          const AlPlotStyle *style);
void al_figure_draw_circulation (const AlFigure *self, cairo_t *cr, double width, double height,
                                 const AlPlotStyle *style);
void al_figure_draw_plot (const AlFigure *self, cairo_t *cr, double width, double height,
                          const AlPlotStyle *style);
const AlSample *al_figure_get_moment (const AlFigure *self);
AlStroke al_figure_get_stroke (const AlFigure *self, const AlPlotStyle *style, guint run);

G_END_DECLS
