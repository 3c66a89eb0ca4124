/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-curve.h"

#include <math.h>

/* Steps shorter than this are left out: a third of a pixel does not show under a 2 px line. */
#define SHORTEST_STEP 0.35

/* Beyond this Cairo's fixed-point coordinates wrap around. */
#define FARTHEST_PIXEL 1e5

/**
 * al_curve_begin:
 * @self: (out): a curve
 * @cr: receives the path
 *
 * Starts a curve.
 */
void
al_curve_begin (AlCurve *self, cairo_t *cr)
{
  *self = (AlCurve){.cr = cr};
}

static void
emit (AlCurve *self, double x, double y)
{
  if (self->is_open)
    cairo_line_to (self->cr, x, y);
  else
    cairo_move_to (self->cr, x, y);
  self->is_open = TRUE;
  self->x = x;
  self->y = y;
}

/**
 * al_curve_add:
 * @self: a curve
 * @x: pixel; not finite for a gap
 * @y: pixel; not finite for a gap
 *
 * Adds a point.
 */
void
al_curve_add (AlCurve *self, double x, double y)
{
  if (!isfinite (x) || !isfinite (y)) {
    al_curve_break (self);
    return;
  }
  x = CLAMP (x, -FARTHEST_PIXEL, FARTHEST_PIXEL);
  y = CLAMP (y, -FARTHEST_PIXEL, FARTHEST_PIXEL);

  self->is_pending = self->is_open && hypot (x - self->x, y - self->y) < SHORTEST_STEP;
  if (self->is_pending) {
    self->pending_x = x;
    self->pending_y = y;
  } else {
    emit (self, x, y);
  }
}

/**
 * al_curve_break:
 * @self: a curve
 *
 * Ends the line; the next point starts another. To be called after the last point as well.
 */
void
al_curve_break (AlCurve *self)
{
  if (self->is_pending)
    emit (self, self->pending_x, self->pending_y);
  self->is_pending = FALSE;
  self->is_open = FALSE;
}

/**
 * al_pixel_snap:
 * @pixel: where a horizontal or vertical line should be
 * @line_width: its width in pixels
 *
 * The nearest place where the edges of a line fall between pixels, so that it is not smeared.
 *
 * Returns: a pixel
 */
double
al_pixel_snap (double pixel, double line_width)
{
  return ((int) round (line_width)) % 2 == 1 ? floor (pixel) + 0.5 : round (pixel);
}
