/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-loop-view-private.h"

#include <math.h>

/* What an arrow key moves the cursor by. */
#define STEP_US 10000

/* A press this far from the loop does not take hold of it. */
#define REACH 40.0

/* The beat that a moment of the past belongs to. */
static void
fill_review (AlLoopView *self)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const guint n_samples = al_trace_get_n_samples (trace);
  const gint64 cursor_us = al_session_get_cursor_us (self->session);

  g_array_set_size (self->review, 0);
  if (n_samples == 0 || !al_loops_find_beat (al_session_get_loops (self->session), cursor_us,
                                             &self->review_start_us, &self->review_end_us))
    return;
  self->review_first = MIN (al_trace_find (trace, self->review_start_us), n_samples - 1);
  for (guint i = self->review_first;
       i < n_samples && al_trace_get_time_us (trace, i) <= self->review_end_us; i++) {
    const AlPvPoint point = al_loop_view_get_point (al_trace_get_sample (trace, i), AL_CAVITY_LV);

    g_array_append_val (self->review, point);
  }
}

static void
show_review (AlLoopView *self)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const guint now = al_trace_find (trace, al_session_get_cursor_us (self->session));

  al_pv_plot_set_review (
      self->plot, al_loop_view_as_points ((gconstpointer) self->review->data), self->review->len,
      self->review->len > 0 ? MIN (now - MIN (now, self->review_first), self->review->len - 1) : 0);
  g_clear_pointer (&self->review_layer, gsk_render_node_unref);
}

void
al_loop_view_show_cursor (AlLoopView *self)
{
  if (al_session_get_reviewing (self->session))
    fill_review (self);
  else
    g_array_set_size (self->review, 0);
  show_review (self);
  al_loop_view_notice_support (self);
  al_loop_view_update_description (self);
  al_loop_view_move_companions (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The beat that runs out under the pointer is the one that is looked at, or the last one. */
static gboolean
take_hold (AlLoopView *self)
{
  al_session_set_playing (self->session, FALSE);
  if (self->review->len == 0)
    fill_review (self);
  show_review (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return self->review->len > 0;
}

static void
move_to_pixel (AlLoopView *self, double x, double y)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const guint index = self->review_first + al_pv_plot_find_nearest (self->plot, x, y);

  if (index < al_trace_get_n_samples (trace))
    al_session_set_cursor_us (self->session, al_trace_get_time_us (trace, index));
}

static gboolean
is_near (AlLoopView *self, double x, double y)
{
  const guint index = al_pv_plot_find_nearest (self->plot, x, y);
  double at_x, at_y;

  al_pv_plot_to_pixels (self->plot, &g_array_index (self->review, AlPvPoint, index), &at_x, &at_y);
  return hypot (at_x - x, at_y - y) < REACH;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AlLoopView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->session == NULL || !al_session_get_ready (self->session) || !take_hold (self) ||
      !is_near (self, x, y)) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  move_to_pixel (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, AlLoopView *self)
{
  double x, y;

  if (self->review->len > 0 && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    move_to_pixel (self, x + offset_x, y + offset_y);
}

gboolean
al_loop_view_step_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AlLoopView *self = AL_LOOP_VIEW (widget);

  if (self->session == NULL)
    return GDK_EVENT_PROPAGATE;
  al_session_set_playing (self->session, FALSE);
  al_session_step (self->session, STEP_US * g_variant_get_int32 (args));
  return GDK_EVENT_STOP;
}

void
al_loop_view_add_gestures (AlLoopView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
