/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-pv-outline.h"

#include <math.h>

/* Between two points of an outline, in parts of the text height, and how many there may be. */
#define STEP        0.2
#define MOST_PIXELS 4000

/* (transfer full): the points that are on the plane, in pixels */
GArray *
al_pv_outline_to_pixels (const AlPvPlot *plot, const GArray *points)
{
  GArray *pixels = g_array_sized_new (FALSE, FALSE, sizeof (AlPixel), points->len);

  for (guint i = 0; i < points->len; i++) {
    AlPixel pixel;

    al_pv_plot_to_pixels (plot, &g_array_index (points, AlPvPoint, i), &pixel.x, &pixel.y);
    if (isfinite (pixel.x) && isfinite (pixel.y))
      g_array_append_val (pixels, pixel);
  }
  return pixels;
}

static void
add_pixel (AlPvOutline *self, AlPixel pixel)
{
  g_array_append_val (self->pixels, pixel);
  al_range_include (&self->x, pixel.x);
  al_range_include (&self->y, pixel.y);
}

/*
 * The distances are the same part of the text height in every size of picture: labels then choose
 * alike on a small screen and on a wall.
 */
AlPvOutline *
al_pv_outline_new (const AlPvPlot *plot, const GArray *points)
{
  g_autoptr (GArray) pixels = al_pv_outline_to_pixels (plot, points);
  const double step = STEP * plot->style.font_size;
  AlPvOutline *self = g_new (AlPvOutline, 1);
  double rest = 0;

  *self = (AlPvOutline){.pixels = g_array_new (FALSE, FALSE, sizeof (AlPixel)),
                        .x = AL_RANGE_EMPTY,
                        .y = AL_RANGE_EMPTY};
  for (guint i = 1; i < pixels->len; i++) {
    const AlPixel *from = &g_array_index (pixels, AlPixel, i - 1);
    const AlPixel *to = &g_array_index (pixels, AlPixel, i);
    const double length = hypot (to->x - from->x, to->y - from->y);

    for (; rest < length && self->pixels->len < MOST_PIXELS; rest += step)
      add_pixel (self, (AlPixel){from->x + rest / length * (to->x - from->x),
                                 from->y + rest / length * (to->y - from->y)});
    rest -= length;
  }
  return self;
}

void
al_pv_outline_free (AlPvOutline *self)
{
  g_array_unref (self->pixels);
  g_free (self);
}

AlPixel
al_pv_outline_get_middle (const AlPvOutline *self)
{
  return (AlPixel){(self->x.low + self->x.high) / 2, (self->y.low + self->y.high) / 2};
}

/* Whether a loop runs around a point: a line from there to the right crosses it an odd number of
 * times. */
gboolean
al_pv_outline_is_around (const AlPvOutline *self, AlPixel point)
{
  gboolean is_inside = FALSE;

  if (point.x < self->x.low || point.x > self->x.high || point.y < self->y.low ||
      point.y > self->y.high)
    return FALSE;
  for (guint i = 0; i < self->pixels->len; i++) {
    const AlPixel *a = &g_array_index (self->pixels, AlPixel, i);
    const AlPixel *b = &g_array_index (self->pixels, AlPixel, (i + 1) % self->pixels->len);

    if ((a->y > point.y) != (b->y > point.y) &&
        point.x < a->x + (point.y - a->y) / (b->y - a->y) * (b->x - a->x))
      is_inside = !is_inside;
  }
  return is_inside;
}

/* How many points are in a box or not farther from it than @reach. */
guint
al_pv_outline_count_near (const AlPvOutline *self, const cairo_rectangle_t *box, double reach)
{
  const double left = box->x - reach, right = box->x + box->width + reach;
  const double top = box->y - reach, bottom = box->y + box->height + reach;
  guint n = 0;

  if (right < self->x.low || left > self->x.high || bottom < self->y.low || top > self->y.high)
    return 0;
  for (guint i = 0; i < self->pixels->len; i++) {
    const AlPixel *pixel = &g_array_index (self->pixels, AlPixel, i);

    if (pixel->x > left && pixel->x < right && pixel->y > top && pixel->y < bottom)
      n++;
  }
  return n;
}
