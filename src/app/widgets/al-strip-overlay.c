/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-strip-view-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-curve.h"
#include "al-layer.h"
#include "al-strip-landmarks.h"
#include "al-strip-layout.h"
#include "al-text.h"
#include "al-ticks.h"

/* Of points on curves, lines and the scroll bar, in parts of the text height. */
#define POINT_SIZE 0.26
#define LINE_WIDTH 0.12
#define BAR_HEIGHT 0.28

/* Samples of a curve that keep labels away, and how many pixels apart. */
#define OBSTACLE_US 8000

static AlStripRow *
find_arterial (AlStripView *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    AlStripRow *row = al_strip_view_get_row (self, i);

    if (!row->is_ecg && row->strip == AL_STRIP_ARTERIAL)
      return row;
  }
  return NULL;
}

/* Landmarks */

static void
add_obstacles (AlStripView *self, const AlStripRow *row, AlPlacer *placer)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const gint64 end_us = al_strip_view_get_end_us (self);
  double x;

  for (gint64 time_us = al_strip_view_get_start_us (self); time_us < end_us;
       time_us += OBSTACLE_US) {
    al_strip_view_get_x (self, time_us, &x);
    for (guint curve = 0; curve < al_strip_chart_get_n_curves (row->chart); curve++)
      al_placer_add_point (
          placer, x,
          al_strip_chart_get_y (row->chart,
                                al_strip_chart_find_value (row->chart, trace, curve, time_us)));
  }
}

static void
draw_landmarks_cb (cairo_t *cr, gpointer user_data)
{
  AlStripView *self = user_data;
  const AlStripRow *row = find_arterial (self);
  AlStripLandmark landmarks[AL_N_STRIP_LANDMARKS];
  g_auto (AlPlacer) placer = {0};
  cairo_rectangle_t area;
  guint n_landmarks;

  al_strip_chart_get_area (row->chart, &area);
  al_placer_init (&placer, &area);
  add_obstacles (self, row, &placer);
  n_landmarks = al_strip_landmarks_find (landmarks, al_session_get_trace (self->session),
                                         &self->watch->events, al_strip_view_get_start_us (self),
                                         al_strip_view_get_end_us (self));
  for (guint i = 0; i < n_landmarks; i++) {
    al_strip_view_get_x (self, landmarks[i].time_us, &landmarks[i].x);
    landmarks[i].y = al_strip_chart_get_y (row->chart, landmarks[i].pressure_mmhg);
  }
  cairo_translate (cr, 0, row->y);
  al_strip_landmarks_draw (landmarks, n_landmarks, &self->style, &placer, cr);
}

/* Drawn once in a beat; paper takes them along. */
void
al_strip_view_snapshot_landmarks (AlStripView *self, GtkSnapshot *snapshot)
{
  const AlStripRow *row = find_arterial (self);
  const gint64 end_us = al_strip_view_get_end_us (self);
  graphene_rect_t bounds;
  cairo_rectangle_t area;
  double moved = 0;

  if (!self->has_landmarks || row == NULL)
    return;
  al_strip_chart_get_area (row->chart, &area);
  graphene_rect_init (&bounds, (float) floor (area.x), (float) floor (row->y + area.y),
                      (float) ceil (area.width) + 1, (float) ceil (area.height) + 1);
  if (self->landmark_layer == NULL) {
    self->landmark_layer = al_layer_new (GTK_WIDGET (self), &bounds, draw_landmarks_cb, self);
    self->landmark_end_us = end_us;
  }
  if (al_strip_view_is_paper (self))
    moved = round (al_strip_view_get_scale (self) * (double) (self->landmark_end_us - end_us));
  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) moved, 0));
  gtk_snapshot_append_node (snapshot, self->landmark_layer);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Cursor and ruler */

static int
get_decimals (const AlStripRow *row)
{
  return !row->is_ecg && g_str_equal (al_strip_layout_get (row->strip)->unit, "L/min") ? 1 : 0;
}

/* What stands under the cursor, curve for curve: "LV 12, Aorta 64". */
char *
al_strip_view_format_cursor (AlStripView *self, const AlStripRow *row)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const gint64 cursor_us = al_session_get_cursor_us (self->session);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint curve = 0; curve < al_strip_chart_get_n_curves (row->chart); curve++) {
    const double value = al_strip_chart_find_value (row->chart, trace, curve, cursor_us);
    g_autofree char *number = al_format_number (value, get_decimals (row));

    if (isfinite (value))
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "",
                              al_strip_chart_get_name (row->chart, curve), number);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The ruler in words: "Aorta: 0.31 s, +38 mmHg (56 to 94)"; NULL without one. */
char *
al_strip_view_format_ruler (AlStripView *self)
{
  const AlStripRuler *ruler = &self->ruler;
  const AlStripRow *row;
  const AlTrace *trace;
  g_autofree char *interval = NULL;
  g_autofree char *change = NULL;
  double from, to;

  if (!ruler->is_set)
    return NULL;
  row = al_strip_view_get_row (self, ruler->row);
  trace = al_session_get_trace (self->session);
  interval = al_format_number (fabs ((double) (ruler->to_us - ruler->from_us)) / G_USEC_PER_SEC, 2);
  if (row->is_ecg)
    /* Translators: a time between two moments of a curve, in seconds */
    return g_strdup_printf (_ ("Δt %s s"), interval);
  from = al_strip_chart_find_value (row->chart, trace, ruler->curve, ruler->from_us);
  to = al_strip_chart_find_value (row->chart, trace, ruler->curve, ruler->to_us);
  change = al_format_number (to - from, get_decimals (row));
  /* Translators: the name of a curve, a time in seconds, and a difference with its sign and unit */
  return g_strdup_printf (_ ("%s: Δt %s s, Δ %s%s %s"),
                          al_strip_chart_get_name (row->chart, ruler->curve), interval,
                          to > from ? "+" : "", change, al_strip_layout_get (row->strip)->unit);
}

static double
get_bottom (AlStripView *self)
{
  const AlStripRow *row = al_strip_view_get_row (self, self->rows->len - 1);
  cairo_rectangle_t area;

  al_strip_chart_get_area (row->chart, &area);
  return row->y + area.y + area.height;
}

static void
draw_vertical (AlStripView *self, cairo_t *cr, double x)
{
  const double width = MAX (1, round (LINE_WIDTH * self->style.font_size));
  cairo_rectangle_t area;

  al_strip_chart_get_area (al_strip_view_get_row (self, 0)->chart, &area);
  x = al_pixel_snap (x, width);
  cairo_move_to (cr, x, area.y);
  cairo_line_to (cr, x, get_bottom (self));
  cairo_set_line_width (cr, width);
  al_color_set_source (&self->style.text, cr);
  cairo_stroke (cr);
}

static void
draw_point (AlStripView *self, cairo_t *cr, double x, double y)
{
  if (!isfinite (y))
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, POINT_SIZE * self->style.font_size, 0, 2 * G_PI);
  al_color_set_source (&self->style.ground, cr);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, LINE_WIDTH * self->style.font_size);
  al_color_set_source (&self->style.text, cr);
  cairo_stroke (cr);
}

/* One moment in every chart. */
static void
draw_cursor (AlStripView *self, cairo_t *cr)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const gint64 cursor_us = al_session_get_cursor_us (self->session);
  double x;

  if (!al_session_get_reviewing (self->session) || !al_strip_view_get_x (self, cursor_us, &x))
    return;
  draw_vertical (self, cr, x);
  for (guint i = 0; i < self->rows->len; i++) {
    const AlStripRow *row = al_strip_view_get_row (self, i);

    for (guint curve = 0; !row->is_ecg && curve < al_strip_chart_get_n_curves (row->chart); curve++)
      draw_point (
          self, cr, x,
          row->y + al_strip_chart_get_y (row->chart, al_strip_chart_find_value (row->chart, trace,
                                                                                curve, cursor_us)));
  }
}

/* A label on a ground of its own, so that no curve runs through it. */
static void
draw_label (AlStripView *self, cairo_t *cr, const char *label, double x, double y)
{
  const double em = self->style.font_size;
  const double pad = 0.4 * em;
  const AlText text = {.text = label, .bold = TRUE};
  cairo_rectangle_t area;
  double width, height;

  al_text_measure (&text, &self->style, &width, &height);
  al_strip_chart_get_area (al_strip_view_get_row (self, 0)->chart, &area);
  x = CLAMP (x - width / 2, area.x + pad, MAX (area.x + pad, area.x + area.width - width - pad));
  cairo_rectangle (cr, floor (x - pad), floor (y), ceil (width + 2 * pad), ceil (height + pad));
  al_color_set_source (&self->style.ground, cr);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, self->style.hairline);
  al_color_set_source (&self->style.axis, cr);
  cairo_stroke (cr);
  al_text_draw (&text, &self->style, cr, x, y + pad / 2);
}

/* Two moments, what they measure, and the two points of the curve they measure it on. */
static void
draw_ruler (AlStripView *self, cairo_t *cr)
{
  const AlStripRuler *ruler = &self->ruler;
  const AlTrace *trace = al_session_get_trace (self->session);
  const gint64 ends_us[] = {ruler->from_us, ruler->to_us};
  g_autofree char *label = al_strip_view_format_ruler (self);
  const AlStripRow *row;
  cairo_rectangle_t area;
  double x[2];
  double y;

  if (label == NULL)
    return;
  row = al_strip_view_get_row (self, ruler->row);
  al_strip_chart_get_area (row->chart, &area);
  for (guint i = 0; i < G_N_ELEMENTS (ends_us); i++) {
    if (al_strip_view_get_x (self, ends_us[i], &x[i]))
      draw_vertical (self, cr, x[i]);
    x[i] = CLAMP (x[i], area.x, area.x + area.width);
  }
  y = row->y + area.y + 0.5 * self->style.font_size;
  cairo_rectangle (cr, MIN (x[0], x[1]), row->y + area.y, fabs (x[1] - x[0]), area.height);
  cairo_set_source_rgba (cr, self->style.text.red, self->style.text.green, self->style.text.blue,
                         0.07);
  cairo_fill (cr);
  for (guint i = 0; i < G_N_ELEMENTS (ends_us) && !row->is_ecg; i++)
    draw_point (self, cr, x[i],
                row->y + al_strip_chart_get_y (
                             row->chart, al_strip_chart_find_value (row->chart, trace, ruler->curve,
                                                                    ends_us[i])));
  draw_label (self, cr, label, (x[0] + x[1]) / 2, row->is_ecg ? row->y : y);
}

/* Which part of the last minute is seen. */
static void
draw_scroll_bar (AlStripView *self, cairo_t *cr)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const gint64 first_us = MAX (al_trace_get_first_us (trace), 0);
  const double all = (double) (al_trace_get_last_us (trace) - first_us);
  const double height = ceil (BAR_HEIGHT * self->style.font_size);
  const double y = gtk_widget_get_height (GTK_WIDGET (self)) - height;
  cairo_rectangle_t area;
  double start, end;

  if (all <= (double) self->duration_us)
    return;
  al_strip_chart_get_area (al_strip_view_get_row (self, 0)->chart, &area);
  start = (double) (al_strip_view_get_start_us (self) - first_us) / all;
  end = (double) (al_strip_view_get_end_us (self) - first_us) / all;
  cairo_rectangle (cr, area.x, y, area.width, height);
  al_color_set_source (&self->style.grid, cr);
  cairo_fill (cr);
  cairo_rectangle (cr, area.x + start * area.width, y, (end - start) * area.width, height);
  al_color_set_source (&self->style.axis, cr);
  cairo_fill (cr);
}

/* A frozen page asks for no frame: what stands over its curves need not be kept. */
void
al_strip_view_snapshot_overlay (AlStripView *self, GtkSnapshot *snapshot)
{
  const graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                          (float) gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr;

  if (al_session_get_playing (self->session) || !al_session_get_ready (self->session) ||
      al_trace_get_n_samples (al_session_get_trace (self->session)) == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_scroll_bar (self, cr);
  draw_ruler (self, cr);
  draw_cursor (self, cr);
  cairo_destroy (cr);
}
