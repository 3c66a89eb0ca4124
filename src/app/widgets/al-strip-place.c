/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-strip-view-private.h"

#include <math.h>

/* Where a moment comes to stand when the window is moved to show it. */
#define SHARE_AHEAD 0.2

static const AlStripChart *
get_first_chart (AlStripView *self)
{
  return al_strip_view_get_row (self, 0)->chart;
}

/* Whether the curves lie as on paper, with the window's end at the right edge. */
gboolean
al_strip_view_is_paper (AlStripView *self)
{
  return self->scrolling || self->review_end_us >= 0;
}

/* The newest time that is seen. */
gint64
al_strip_view_get_end_us (AlStripView *self)
{
  if (self->review_end_us >= 0)
    return self->review_end_us;
  return al_trace_get_last_us (al_session_get_trace (self->session));
}

/* The oldest time that is seen. */
gint64
al_strip_view_get_start_us (AlStripView *self)
{
  const gint64 end_us = al_strip_view_get_end_us (self);
  const gint64 first_us = MAX (al_trace_get_first_us (al_session_get_trace (self->session)), 0);
  const gint64 start_us = al_strip_view_is_paper (self)
                              ? end_us - self->duration_us
                              : al_strip_chart_get_oldest_us (get_first_chart (self), end_us);

  return MAX (start_us, first_us);
}

/* Pixels in a microsecond. */
double
al_strip_view_get_scale (AlStripView *self)
{
  cairo_rectangle_t area;

  al_strip_chart_get_area (get_first_chart (self), &area);
  return area.width / (double) self->duration_us;
}

/* How far paper that ends at @end_us moves the sweep that a time belongs to: whole pixels, so that
 * what is drawn already stays sharp. */
double
al_strip_view_get_offset (AlStripView *self, gint64 time_us, gint64 end_us)
{
  const gint64 origin_us = time_us / self->duration_us * self->duration_us;

  return round (al_strip_view_get_scale (self) *
                (double) (self->duration_us - (end_us - origin_us)));
}

/* Where a time stands; FALSE when it is not seen. */
gboolean
al_strip_view_get_x (AlStripView *self, gint64 time_us, double *x)
{
  const gint64 end_us = al_strip_view_get_end_us (self);

  *x = al_strip_chart_get_x (get_first_chart (self), time_us);
  if (al_strip_view_is_paper (self))
    *x += al_strip_view_get_offset (self, time_us, end_us);
  return time_us >= al_strip_view_get_start_us (self) && time_us <= end_us;
}

/* What stands at a pixel; in the gap of a sweep the nearest of its two sides. */
gint64
al_strip_view_get_time_at (AlStripView *self, double x)
{
  const gint64 start_us = al_strip_view_get_start_us (self);
  const gint64 end_us = al_strip_view_get_end_us (self);
  const double scale = al_strip_view_get_scale (self);
  cairo_rectangle_t area;
  gint64 time_us;

  al_strip_chart_get_area (get_first_chart (self), &area);
  x = CLAMP (x - area.x, 0, area.width);
  if (al_strip_view_is_paper (self)) {
    time_us = end_us - (gint64) ((area.width - x) / scale);
  } else {
    time_us = end_us / self->duration_us * self->duration_us + (gint64) (x / scale);
    if (time_us > end_us && time_us - end_us > start_us - (time_us - self->duration_us))
      time_us -= self->duration_us;
  }
  return CLAMP (time_us, start_us, MAX (start_us, end_us));
}

/* Moves the window over what the trace holds; -1 returns it to the present. */
void
al_strip_view_set_review_end_us (AlStripView *self, gint64 end_us)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const gint64 last_us = al_trace_get_last_us (trace);
  const gint64 least_us = MAX (al_trace_get_first_us (trace), 0) + self->duration_us;

  if (end_us >= 0)
    end_us = CLAMP (end_us, MIN (least_us, last_us), last_us);
  if (end_us == self->review_end_us)
    return;
  self->review_end_us = end_us;
  /* The same chunks are seen elsewhere; the axis counts from somewhere else. */
  self->layout_valid = FALSE;
  g_clear_pointer (&self->static_layer, gsk_render_node_unref);
  al_strip_view_drop_beat (self);
}

/* Moves the window so that the cursor is seen; at the present it shows the present. */
void
al_strip_view_show_cursor (AlStripView *self)
{
  const gint64 cursor_us = al_session_get_cursor_us (self->session);
  const gint64 ahead_us = (gint64) (SHARE_AHEAD * (double) self->duration_us);

  if (self->rows->len == 0)
    return;
  if (!al_session_get_reviewing (self->session))
    al_strip_view_set_review_end_us (self, -1);
  else if (cursor_us < al_strip_view_get_start_us (self))
    al_strip_view_set_review_end_us (self, cursor_us + self->duration_us - ahead_us);
  else if (cursor_us > al_strip_view_get_end_us (self))
    al_strip_view_set_review_end_us (self, cursor_us + ahead_us);
}
