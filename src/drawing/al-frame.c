/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-frame.h"

#include "al-curve.h"
#include "al-text.h"

#include <math.h>

/* Sizes in parts of the text height. */
#define TICK_LENGTH 0.35
#define LABEL_GAP   0.30
#define LABEL_SIZE  0.92
#define X_SPACING   5.0
#define Y_SPACING   3.2

static AlText
tick_text (const AlPlotStyle *style, const char *text)
{
  return (AlText){.text = text, .size = LABEL_SIZE, .color = &style->text_dim};
}

/**
 * al_frame_init:
 * @self: (out): a frame
 * @style: looks
 * @width: of the whole plot in pixels
 * @height: of the whole plot in pixels
 * @margins: what is kept free around the area; the area may come out empty
 *
 * Finds the area in which curves are drawn.
 */
void
al_frame_init (AlFrame *self, const AlPlotStyle *style, double width, double height,
               const AlMargins *margins)
{
  double left = al_pixel_snap (margins->left, style->hairline);
  double bottom = al_pixel_snap (height - margins->bottom, style->hairline);

  *self = (AlFrame){
      .area = {left, margins->top, MAX (0, width - margins->right - left),
               MAX (0, bottom - margins->top)},
  };
  self->x.start = left;
  self->x.end = left + self->area.width;
  self->y.start = bottom;
  self->y.end = bottom - self->area.height;
}

/**
 * al_frame_set_range:
 * @self: a frame
 * @style: looks
 * @x: values from left to right
 * @y: values from bottom to top
 *
 * Sets what the axes show, with as many ticks as there is room for.
 */
void
al_frame_set_range (AlFrame *self, const AlPlotStyle *style, AlRange x, AlRange y)
{
  double em = style->font_size;

  self->x.range = x;
  self->y.range = y;
  al_ticks_init (&self->x_ticks, &x, self->x.scale, (guint) (self->area.width / (X_SPACING * em)));
  al_ticks_init (&self->y_ticks, &y, self->y.scale, (guint) (self->area.height / (Y_SPACING * em)));
}

/**
 * al_frame_measure_labels:
 * @style: looks
 * @ticks: ticks of a vertical axis
 *
 * How much room the numbers of a vertical axis take on its left, tick and gap included.
 *
 * Returns: pixels
 */
double
al_frame_measure_labels (const AlPlotStyle *style, const AlTicks *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->n_values; i++) {
    g_autofree char *label = al_ticks_format (ticks, i);
    const AlText text = tick_text (style, label);
    double width, height;

    al_text_measure (&text, style, &width, &height);
    widest = MAX (widest, width);
  }
  return widest + (TICK_LENGTH + LABEL_GAP) * style->font_size;
}

static void
stroke_hairline (const AlPlotStyle *style, const AlColor *color, cairo_t *cr)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, style->hairline);
  al_color_set_source (color, cr);
  cairo_stroke (cr);
}

/**
 * al_frame_draw_grid:
 * @self: a frame
 * @style: looks
 * @cr: where to draw
 *
 * Draws the lines behind the curves.
 */
void
al_frame_draw_grid (const AlFrame *self, const AlPlotStyle *style, cairo_t *cr)
{
  for (guint i = 0; i < self->x_ticks.n_values; i++) {
    double x = al_pixel_snap (al_axis_map (&self->x, self->x_ticks.value[i]), style->hairline);

    cairo_move_to (cr, x, self->y.start);
    cairo_line_to (cr, x, self->y.end);
  }
  for (guint i = 0; i < self->y_ticks.n_values; i++) {
    double y = al_pixel_snap (al_axis_map (&self->y, self->y_ticks.value[i]), style->hairline);

    cairo_move_to (cr, self->x.start, y);
    cairo_line_to (cr, self->x.end, y);
  }
  stroke_hairline (style, &style->grid, cr);
}

/**
 * al_frame_draw_axes:
 * @self: a frame
 * @style: looks
 * @cr: where to draw
 *
 * Draws the two axis lines with their ticks; no box around the plot.
 */
void
al_frame_draw_axes (const AlFrame *self, const AlPlotStyle *style, cairo_t *cr)
{
  double tick = TICK_LENGTH * style->font_size;

  cairo_move_to (cr, self->x.start, self->y.end);
  cairo_line_to (cr, self->x.start, self->y.start);
  cairo_line_to (cr, self->x.end, self->y.start);
  for (guint i = 0; i < self->x_ticks.n_values; i++) {
    double x = al_pixel_snap (al_axis_map (&self->x, self->x_ticks.value[i]), style->hairline);

    cairo_move_to (cr, x, self->y.start);
    cairo_line_to (cr, x, self->y.start + tick);
  }
  for (guint i = 0; i < self->y_ticks.n_values; i++) {
    double y = al_pixel_snap (al_axis_map (&self->y, self->y_ticks.value[i]), style->hairline);

    cairo_move_to (cr, self->x.start, y);
    cairo_line_to (cr, self->x.start - tick, y);
  }
  stroke_hairline (style, &style->axis, cr);
}

/**
 * al_frame_draw_x_labels:
 * @self: a frame
 * @style: looks
 * @cr: where to draw
 *
 * Writes the numbers under the horizontal axis, each only where the one before leaves room.
 */
void
al_frame_draw_x_labels (const AlFrame *self, const AlPlotStyle *style, cairo_t *cr)
{
  double em = style->font_size;
  double free_from = -G_MAXDOUBLE;

  for (guint i = 0; i < self->x_ticks.n_values; i++) {
    g_autofree char *label = al_ticks_format (&self->x_ticks, i);
    AlText text = tick_text (style, label);
    double x = al_axis_map (&self->x, self->x_ticks.value[i]);
    double width, height;

    al_text_measure (&text, style, &width, &height);
    if (x - width / 2 < free_from)
      continue;
    text.align_x = 0.5;
    al_text_draw (&text, style, cr, x, self->y.start + (TICK_LENGTH + 0.1) * em);
    free_from = x + width / 2 + em / 2;
  }
}

/**
 * al_frame_draw_y_labels:
 * @self: a frame
 * @style: looks
 * @cr: where to draw
 *
 * Writes the numbers left of the vertical axis, each only where the one below leaves room.
 */
void
al_frame_draw_y_labels (const AlFrame *self, const AlPlotStyle *style, cairo_t *cr)
{
  double em = style->font_size;
  double free_from = G_MAXDOUBLE;

  for (guint i = 0; i < self->y_ticks.n_values; i++) {
    g_autofree char *label = al_ticks_format (&self->y_ticks, i);
    AlText text = tick_text (style, label);
    double y = al_axis_map (&self->y, self->y_ticks.value[i]);

    if (y + 0.5 * em > free_from)
      continue;
    text.align_x = 1;
    text.align_y = 0.5;
    al_text_draw (&text, style, cr, self->x.start - (TICK_LENGTH + LABEL_GAP) * em, y);
    free_from = y - 0.7 * em;
  }
}

/**
 * al_frame_clip:
 * @self: a frame
 * @cr: where to draw
 * @pad: pixels by which a line may stick out
 *
 * Keeps what is drawn next inside the area.
 */
void
al_frame_clip (const AlFrame *self, cairo_t *cr, double pad)
{
  cairo_rectangle (cr, self->area.x - pad, self->area.y - pad, self->area.width + 2 * pad,
                   self->area.height + 2 * pad);
  cairo_clip (cr);
}
