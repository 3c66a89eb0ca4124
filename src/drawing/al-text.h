/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-style.h"

G_BEGIN_DECLS

/**
 * AlText:
 * @text: one line, plain text; or several when @wrap is set
 * @size: height as a multiple of the style's font size; 0 stands for 1
 * @bold: whether it is bold
 * @color: (nullable): its colour; %NULL for the style's text colour
 * @halo: whether a rim of ground colour keeps curves off it
 * @align_x: 0 when it begins at the point, 0.5 when centred on it, 1 when it ends there
 * @align_y: 0 when it hangs from the point, 0.5 when its middle stands there, 1 when it stands on
 * it
 * @angle: turned clockwise about the point, in radians
 * @wrap: width in pixels at which lines break; 0 for one line
 *
 * A piece of text and how it hangs at a point.
 */
typedef struct {
  const char *text;
  double size;
  gboolean bold;
  const AlColor *color;
  gboolean halo;
  double align_x;
  double align_y;
  double angle;
  double wrap;
} AlText;

void al_text_measure (const AlText *self, const AlPlotStyle *style, double *width, double *height);
void al_text_draw (const AlText *self, const AlPlotStyle *style, cairo_t *cr, double x, double y);

G_END_DECLS
