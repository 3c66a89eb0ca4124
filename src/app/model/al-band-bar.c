/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-band-bar.h"

#include <adwaita.h>
#include <math.h>

#define HEIGHT      16
#define MARK_RADIUS 4.5

/* The band takes the middle half, so that what misses it by half its width is still shown in place.
 */
#define BAND_FROM 0.25
#define BAND_TO   0.75

struct _AlBandBar {
  GtkWidget parent_instance;

  double low, high;
  double value; /* NAN for none */
};

G_DEFINE_FINAL_TYPE (AlBandBar, al_band_bar, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t *cr, double alpha)
{
  double ink = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? 1 : 0;

  cairo_set_source_rgba (cr, ink, ink, ink, alpha);
}

static void
draw_band (cairo_t *cr, double width, double height)
{
  double from = floor (BAND_FROM * width);
  double to = floor (BAND_TO * width);

  set_colour (cr, 0.28);
  cairo_rectangle (cr, 0, height / 2 - 0.5, width, 1);
  cairo_fill (cr);
  set_colour (cr, 0.14);
  cairo_rectangle (cr, from, 3, to - from, height - 6);
  cairo_fill (cr);
  set_colour (cr, 0.6);
  cairo_rectangle (cr, from, 1, 1, height - 2);
  cairo_rectangle (cr, to - 1, 1, 1, height - 2);
  cairo_fill (cr);
}

static void
add_diamond (cairo_t *cr, double x, double y)
{
  const double r = MARK_RADIUS * 1.25;

  cairo_move_to (cr, x, y - r);
  cairo_line_to (cr, x + r, y);
  cairo_line_to (cr, x, y + r);
  cairo_line_to (cr, x - r, y);
  cairo_close_path (cr);
}

static void
draw_value (cairo_t *cr, const AlBandBar *self, double width, double height)
{
  const double room = MARK_RADIUS * 1.25 + 0.5;
  double x = al_band_bar_place (self->low, self->high, self->value) * width;
  gboolean met = self->value >= self->low && self->value <= self->high;

  x = CLAMP (x, room, width - room);
  if (met)
    cairo_arc (cr, x, height / 2, MARK_RADIUS, 0, 2 * G_PI);
  else
    add_diamond (cr, x, height / 2);
  set_colour (cr, 0.9);
  cairo_fill (cr);
}

static void
al_band_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlBandBar *self = AL_BAND_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  draw_band (cr, width, height);
  if (!isnan (self->value))
    draw_value (cr, self, width, height);
  cairo_destroy (cr);
}

static void
al_band_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 4 * HEIGHT;
}

static void
al_band_bar_class_init (AlBandBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = al_band_bar_snapshot;
  widget_class->measure = al_band_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "bandbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
al_band_bar_init (AlBandBar *self)
{
  self->low = 0;
  self->high = 1;
  self->value = NAN;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * al_band_bar_set:
 * @self: a bar
 * @low: where the band begins
 * @high: where it ends
 * @value: what falls into it or not; NAN for nothing
 *
 * Shows a value.
 */
void
al_band_bar_set (AlBandBar *self, double low, double high, double value)
{
  g_return_if_fail (AL_IS_BAND_BAR (self));
  g_return_if_fail (low < high);

  self->low = low;
  self->high = high;
  self->value = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * al_band_bar_place:
 * @low: where the band begins
 * @high: where it ends
 * @value: a number
 *
 * Where a value stands on a bar.
 *
 * Returns: 0 for the left end, 1 for the right end; what is far out stands at the end
 */
double
al_band_bar_place (double low, double high, double value)
{
  double share = (value - low) / (high - low);

  return CLAMP (BAND_FROM + (BAND_TO - BAND_FROM) * share, 0, 1);
}
