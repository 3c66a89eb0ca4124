/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-strip-view-private.h"

#include <math.h>

/* How far the pointer must go before a click is a drag, and how near the cursor must be to be
 * taken along; in pixels. */
#define DRAG_START 6
#define GRAB_ROOM  7

#define STEP_US      10000
#define LONG_STEP_US 100000

/* A turn of the wheel, as a share of what is seen. */
#define WHEEL_SHARE 0.08

static gboolean
is_ready (AlStripView *self)
{
  return self->session != NULL && al_session_get_ready (self->session) && self->rows->len > 0 &&
         self->layout_valid && al_trace_get_n_samples (al_session_get_trace (self->session)) > 1;
}

static guint
find_row (AlStripView *self, double y)
{
  guint found = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    if (y >= al_strip_view_get_row (self, i)->y)
      found = i;
  }
  return found;
}

/* The curve that is nearest to a point. */
static guint
find_curve (AlStripView *self, guint position, gint64 time_us, double y)
{
  const AlStripRow *row = al_strip_view_get_row (self, position);
  const AlTrace *trace = al_session_get_trace (self->session);
  double best = G_MAXDOUBLE;
  guint found = 0;

  for (guint i = 0; i < al_strip_chart_get_n_curves (row->chart); i++) {
    const double value = al_strip_chart_find_value (row->chart, trace, i, time_us);
    const double distance = fabs (al_strip_chart_get_y (row->chart, value) + row->y - y);

    if (distance < best) {
      best = distance;
      found = i;
    }
  }
  return found;
}

/* Below the lowest area: where the times stand. */
static gboolean
is_time_axis (AlStripView *self, double y)
{
  const AlStripRow *row = al_strip_view_get_row (self, self->rows->len - 1);
  cairo_rectangle_t area;

  al_strip_chart_get_area (row->chart, &area);
  return y > row->y + area.y + area.height;
}

static gboolean
is_on_cursor (AlStripView *self, double x)
{
  double cursor_x;

  return al_session_get_reviewing (self->session) &&
         al_strip_view_get_x (self, al_session_get_cursor_us (self->session), &cursor_x) &&
         fabs (x - cursor_x) < GRAB_ROOM;
}

/* The pointer */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AlStripView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drag = AL_STRIP_DRAG_NOTHING;
  if (!is_ready (self)) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  if (is_time_axis (self, y)) {
    self->drag = AL_STRIP_DRAG_TIME;
    self->drag_us = al_strip_view_get_end_us (self);
  } else if (is_on_cursor (self, x)) {
    self->drag = AL_STRIP_DRAG_CURSOR;
  } else {
    self->drag_us = al_strip_view_get_time_at (self, x);
  }
}

static void
start_ruler (AlStripView *self, double x, double y)
{
  const guint row = find_row (self, y);

  self->drag = AL_STRIP_DRAG_RULER;
  self->ruler = (AlStripRuler){
      .is_set = TRUE,
      .row = row,
      .curve = find_curve (self, row, self->drag_us, y),
      .from_us = self->drag_us,
      .to_us = self->drag_us,
  };
}

/* A ruler does not reach over the gap of a sweep: what lies beyond it is another sweep's. */
static gint64
stay_in_sweep (AlStripView *self, gint64 from_us, gint64 to_us)
{
  const gint64 border_us = al_strip_view_get_end_us (self) / self->duration_us * self->duration_us;

  if (al_strip_view_is_paper (self))
    return to_us;
  return from_us >= border_us ? MAX (to_us, border_us) : MIN (to_us, border_us - 1);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, AlStripView *self)
{
  double x, y;

  if (!is_ready (self) || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (self->drag == AL_STRIP_DRAG_NOTHING && hypot (dx, dy) < DRAG_START)
    return;
  al_session_set_playing (self->session, FALSE);
  if (self->drag == AL_STRIP_DRAG_NOTHING)
    start_ruler (self, x, y);
  if (self->drag == AL_STRIP_DRAG_TIME)
    al_strip_view_set_review_end_us (
        self, MAX (0, self->drag_us - (gint64) (dx / al_strip_view_get_scale (self))));
  else if (self->drag == AL_STRIP_DRAG_CURSOR)
    al_session_set_cursor_us (self->session, al_strip_view_get_time_at (self, x + dx));
  else
    self->ruler.to_us =
        stay_in_sweep (self, self->ruler.from_us, al_strip_view_get_time_at (self, x + dx));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A drag that went nowhere is a click: while time stands still it moves the cursor. */
static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, AlStripView *self)
{
  if (!is_ready (self))
    return;
  if (self->drag == AL_STRIP_DRAG_NOTHING && !al_session_get_playing (self->session))
    al_session_set_cursor_us (self->session, self->drag_us);
  if (self->drag == AL_STRIP_DRAG_RULER)
    al_strip_view_update_description (self);
  self->drag = AL_STRIP_DRAG_NOTHING;
}

/* While time stands still the wheel moves the window; otherwise it is not ours. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, AlStripView *self)
{
  const double turns = fabs (dx) > fabs (dy) ? dx : dy;

  if (!is_ready (self) || al_session_get_playing (self->session))
    return GDK_EVENT_PROPAGATE;
  al_strip_view_set_review_end_us (
      self, MAX (0, al_strip_view_get_end_us (self) +
                        (gint64) (turns * WHEEL_SHARE * (double) self->duration_us)));
  return GDK_EVENT_STOP;
}

/* The keyboard */

static void
step (AlStripView *self, int direction, GdkModifierType state)
{
  const AlStripEvents *events = &self->watch->events;
  const gint64 cursor_us = al_session_get_cursor_us (self->session);

  if (!(state & GDK_CONTROL_MASK)) {
    al_session_step (self->session,
                     direction * ((state & GDK_SHIFT_MASK) ? LONG_STEP_US : STEP_US));
    return;
  }
  if (direction < 0) {
    const AlStripEvent *beat = al_strip_events_last_beat (events, cursor_us);

    if (beat != NULL)
      al_session_set_cursor_us (self->session, beat->time_us);
    return;
  }
  for (guint i = al_strip_events_find (events, cursor_us + 1); i < events->n_events; i++) {
    if (al_strip_events_get (events, i)->kind == AL_STRIP_EVENT_VENTRICLES) {
      al_session_set_cursor_us (self->session, al_strip_events_get (events, i)->time_us);
      return;
    }
  }
  al_session_set_cursor_us (self->session, G_MAXINT64);
}

/* The first press sets one end of a ruler at the cursor, which takes the other end along; the next
 * press leaves that where it is. */
static void
toggle_ruler (AlStripView *self)
{
  const gint64 cursor_us = al_session_get_cursor_us (self->session);
  const guint row = self->has_ecg && self->rows->len > 1 ? 1 : 0;
  const AlStripChart *chart = al_strip_view_get_row (self, row)->chart;

  al_session_set_playing (self->session, FALSE);
  if (self->ruler.follows_cursor) {
    self->ruler.follows_cursor = FALSE;
  } else {
    self->ruler = (AlStripRuler){.is_set = TRUE,
                                 .follows_cursor = TRUE,
                                 .row = row,
                                 .curve = al_strip_chart_get_n_curves (chart) - 1,
                                 .from_us = cursor_us,
                                 .to_us = cursor_us};
  }
  al_strip_view_update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* To the next curve, through all charts. */
static gboolean
move_ruler (AlStripView *self, int direction)
{
  AlStripRuler *ruler = &self->ruler;
  guint n_curves;

  if (!ruler->is_set)
    return FALSE;
  n_curves = al_strip_chart_get_n_curves (al_strip_view_get_row (self, ruler->row)->chart);
  if (direction > 0 && ruler->curve + 1 < n_curves) {
    ruler->curve++;
  } else if (direction < 0 && ruler->curve > 0) {
    ruler->curve--;
  } else {
    ruler->row = (ruler->row + self->rows->len + (guint) direction) % self->rows->len;
    n_curves = al_strip_chart_get_n_curves (al_strip_view_get_row (self, ruler->row)->chart);
    ruler->curve = direction > 0 ? 0 : n_curves - 1;
  }
  al_strip_view_update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static void
page (AlStripView *self, int direction)
{
  al_session_set_cursor_us (self->session, MAX (0, al_session_get_cursor_us (self->session) +
                                                       direction * self->duration_us / 2));
}

static gboolean
clear_with_escape (AlStripView *self)
{
  gboolean was_set = self->ruler.is_set;

  al_strip_view_clear_ruler (self);
  return was_set;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        AlStripView *self)
{
  if (!is_ready (self) || (state & GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    step (self, -1, state);
    return GDK_EVENT_STOP;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    step (self, 1, state);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Up:
    page (self, -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Down:
    page (self, 1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Home:
    al_session_set_cursor_us (self->session, 0);
    return GDK_EVENT_STOP;
  case GDK_KEY_End:
    al_session_set_cursor_us (self->session, G_MAXINT64);
    return GDK_EVENT_STOP;
  case GDK_KEY_Up:
    return move_ruler (self, -1);
  case GDK_KEY_Down:
    return move_ruler (self, 1);
  case GDK_KEY_m:
    toggle_ruler (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    return clear_with_escape (self);
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* Pointer and keyboard do the same things. */
void
al_strip_view_add_controllers (AlStripView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * al_strip_view_get_ruler:
 * @self: a view
 * @from_us: (out) (optional): the first moment
 * @to_us: (out) (optional): the second moment
 *
 * What a person measures.
 *
 * Returns: whether a ruler lies on the charts
 */
gboolean
al_strip_view_get_ruler (AlStripView *self, gint64 *from_us, gint64 *to_us)
{
  g_return_val_if_fail (AL_IS_STRIP_VIEW (self), FALSE);
  if (from_us != NULL)
    *from_us = self->ruler.from_us;
  if (to_us != NULL)
    *to_us = self->ruler.to_us;
  return self->ruler.is_set;
}

/**
 * al_strip_view_clear_ruler:
 * @self: a view
 *
 * Takes the ruler away.
 */
void
al_strip_view_clear_ruler (AlStripView *self)
{
  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  self->ruler = (AlStripRuler){0};
  al_strip_view_update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
