/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-canvas.h"

/* Makes a picture all of one colour; a clear one where @ground is NULL. */
AlCanvas *
al_canvas_new (int width, int height, const AlColor *ground)
{
  AlCanvas *self = g_new0 (AlCanvas, 1);

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  self->cr = cairo_create (self->surface);
  self->width = width;
  self->height = height;
  if (ground != NULL) {
    al_color_set_source (ground, self->cr);
    cairo_paint (self->cr);
  }
  return self;
}

void
al_canvas_free (AlCanvas *self)
{
  g_assert_cmpint (cairo_status (self->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

static const guchar *
get_pixel (const AlCanvas *self, int x, int y)
{
  cairo_surface_flush (self->surface);
  return cairo_image_surface_get_data (self->surface) +
         y * cairo_image_surface_get_stride (self->surface) + 4 * x;
}

/* The largest difference of any channel. */
static int
get_difference (const guchar *a, const guchar *b)
{
  int largest = 0;

  for (guint i = 0; i < 4; i++)
    largest = MAX (largest, ABS (a[i] - b[i]));
  return largest;
}

/* How many pixels of a rectangle differ from the pixel in the upper left corner of the picture. */
guint
al_canvas_count_ink (const AlCanvas *self, int x, int y, int width, int height)
{
  const guchar *ground = get_pixel (self, 0, 0);
  guint n = 0;

  for (int row = MAX (0, y); row < MIN (y + height, self->height); row++) {
    for (int column = MAX (0, x); column < MIN (x + width, self->width); column++) {
      if (get_difference (get_pixel (self, column, row), ground) > 8)
        n++;
    }
  }
  return n;
}

/* The same for all that is not in the rectangle. */
guint
al_canvas_count_ink_outside (const AlCanvas *self, int x, int y, int width, int height)
{
  return al_canvas_count_ink (self, 0, 0, self->width, self->height) -
         al_canvas_count_ink (self, x, y, width, height);
}

/* Which share of the pixels differs by more than @tolerance of 255 in any channel. */
double
al_canvas_compare (const AlCanvas *self, const AlCanvas *other, int tolerance)
{
  guint n = 0;

  g_assert_cmpint (self->width, ==, other->width);
  g_assert_cmpint (self->height, ==, other->height);
  for (int y = 0; y < self->height; y++) {
    for (int x = 0; x < self->width; x++) {
      if (get_difference (get_pixel (self, x, y), get_pixel (other, x, y)) > tolerance)
        n++;
    }
  }
  return (double) n / (self->width * self->height);
}
