/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-chronology-mark.h"

/* In sizes of the mark. */
#define DIAMOND_HALF  0.60
#define FLAG_STAFF    0.10
#define SIGN_HALF     0.26
#define EQUALS_HALF   0.13
#define OUTLINE_WIDTH 0.11
#define SIGN_WIDTH    0.13

static void
add_outline (AlChronologyShape shape, cairo_t *cr)
{
  cairo_new_path (cr);
  switch (shape) {
  case AL_CHRONOLOGY_SQUARE:
    cairo_rectangle (cr, -0.5, -0.5, 1, 1);
    break;
  case AL_CHRONOLOGY_DIAMOND:
    cairo_move_to (cr, 0, -DIAMOND_HALF);
    cairo_line_to (cr, DIAMOND_HALF, 0);
    cairo_line_to (cr, 0, DIAMOND_HALF);
    cairo_line_to (cr, -DIAMOND_HALF, 0);
    cairo_close_path (cr);
    break;
  case AL_CHRONOLOGY_FLAG:
    cairo_move_to (cr, -0.5, 0.5);
    cairo_line_to (cr, -0.5, -0.5);
    cairo_line_to (cr, 0.5, -0.2);
    cairo_line_to (cr, -0.5 + FLAG_STAFF, 0.1);
    cairo_line_to (cr, -0.5 + FLAG_STAFF, 0.5);
    cairo_close_path (cr);
    break;
  }
}

static void
add_stroke (cairo_t *cr, double from_x, double from_y, double to_x, double to_y)
{
  cairo_move_to (cr, from_x, from_y);
  cairo_line_to (cr, to_x, to_y);
}

static void
add_sign (AlChronologySign sign, cairo_t *cr)
{
  cairo_new_path (cr);
  if (sign == AL_CHRONOLOGY_PLUS)
    add_stroke (cr, 0, -SIGN_HALF, 0, SIGN_HALF);
  if (sign == AL_CHRONOLOGY_PLUS || sign == AL_CHRONOLOGY_MINUS)
    add_stroke (cr, -SIGN_HALF, 0, SIGN_HALF, 0);
  if (sign == AL_CHRONOLOGY_EQUALS) {
    add_stroke (cr, -SIGN_HALF, -EQUALS_HALF, SIGN_HALF, -EQUALS_HALF);
    add_stroke (cr, -SIGN_HALF, EQUALS_HALF, SIGN_HALF, EQUALS_HALF);
  }
}

/**
 * al_chronology_mark_draw:
 * @self: a mark
 * @style: looks
 * @color: of the mark
 * @cr: where to draw
 * @x: its middle
 * @y: its middle
 * @size: in pixels
 *
 * Draws a mark on ground of its own, so that no line shines through it.
 */
void
al_chronology_mark_draw (const AlChronologyMark *self, const AlPlotStyle *style,
                         const AlColor *color, cairo_t *cr, double x, double y, double size)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);

  add_outline (self->shape, cr);
  al_color_set_source (self->solid ? color : &style->ground, cr);
  cairo_fill_preserve (cr);
  al_color_set_source (color, cr);
  cairo_set_line_width (cr, OUTLINE_WIDTH);
  cairo_stroke (cr);

  add_sign (self->sign, cr);
  al_color_set_source (self->solid ? &style->ground : color, cr);
  cairo_set_line_width (cr, SIGN_WIDTH);
  cairo_stroke (cr);
  cairo_restore (cr);
}
