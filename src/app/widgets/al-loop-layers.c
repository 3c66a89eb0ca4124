/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-loop-view-private.h"

#include "al-layer.h"
#include "al-layer-private.h"

/* Points after which a part of the growing loop is finished and drawn no more. */
#define SEGMENT_POINTS 48

/* Room around a part of the curve for its width, caps and the halo of the moving point. */
#define PEN_ROOM 14

/* Strokes and text are made for a side of this many pixels and grow with it. */
#define DESIGN_SIDE 640.0

/* A plot that is a smaller part of the projected picture than this has no room for its text. */
#define MOST_PICTURE_SIDES 1.5

typedef struct {
  AlPvPlot *plot;
  guint first;
  guint last;
} Part;

static void
drop_live (AlLoopView *self)
{
  g_ptr_array_set_size (self->segments, 0);
}

void
al_loop_view_drop_beat (AlLoopView *self)
{
  self->beat_valid = FALSE;
  g_clear_pointer (&self->review_layer, gsk_render_node_unref);
  drop_live (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
al_loop_view_drop_all (AlLoopView *self)
{
  g_clear_pointer (&self->static_layer, gsk_render_node_unref);
  al_loop_view_drop_beat (self);
}

void
al_loop_view_drop_style (AlLoopView *self)
{
  self->style_valid = FALSE;
  al_loop_view_drop_all (self);
}

static void
update_style (AlLoopView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const double side = MIN (al_layer_get_picture_height (GTK_WIDGET (self)),
                           MOST_PICTURE_SIDES * MIN (width, height));

  al_layer_init_style (GTK_WIDGET (self), self->projector, &self->style);
  if (self->projector)
    al_plot_style_fit (&self->style, side, side);
  else
    al_plot_style_scale (&self->style, MAX (1, MIN (width, height) / DESIGN_SIDE));
  al_pv_plot_set_style (self->plot, &self->style);
  al_pv_plot_set_size (self->plot, width, height);
  self->style_valid = TRUE;
}

static void
draw_static_cb (cairo_t *cr, gpointer user_data)
{
  al_pv_plot_draw_static (AL_LOOP_VIEW (user_data)->plot, cr);
}

static void
draw_beat_cb (cairo_t *cr, gpointer user_data)
{
  al_pv_plot_draw_beat (AL_LOOP_VIEW (user_data)->plot, cr);
}

static void
draw_part_cb (cairo_t *cr, gpointer user_data)
{
  const Part *part = user_data;

  al_pv_plot_draw_live_part (part->plot, cr, part->first, part->last);
}

static gboolean
get_part_bounds (const Part *part, graphene_rect_t *bounds)
{
  cairo_rectangle_t extents;

  if (!al_pv_plot_get_live_extents (part->plot, part->first, part->last, &extents))
    return FALSE;
  graphene_rect_init (bounds, (float) extents.x, (float) extents.y, (float) extents.width,
                      (float) extents.height);
  graphene_rect_inset (bounds, -PEN_ROOM, -PEN_ROOM);
  graphene_rect_round_extents (bounds, bounds);
  return TRUE;
}

static void
finish_segments (AlLoopView *self, guint n_points)
{
  graphene_rect_t bounds;

  while ((self->segments->len + 1) * SEGMENT_POINTS < n_points && !al_layer_get_plain ()) {
    const guint first = self->segments->len * SEGMENT_POINTS;
    Part part = {self->plot, first, first + SEGMENT_POINTS};

    if (!get_part_bounds (&part, &bounds))
      return;
    g_ptr_array_add (self->segments,
                     al_layer_new (GTK_WIDGET (self), &bounds, draw_part_cb, &part));
  }
}

static void
snapshot_head (AlLoopView *self, GtkSnapshot *snapshot, guint n_points)
{
  Part part = {self->plot, self->segments->len * SEGMENT_POINTS, n_points - 1};
  graphene_rect_t bounds;
  cairo_t *cr;

  if (!get_part_bounds (&part, &bounds))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_part_cb (cr, &part);
  al_pv_plot_draw_live_point (self->plot, cr);
  cairo_destroy (cr);
}

static void
snapshot_companions (AlLoopView *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->n_companions; i++) {
    cairo_rectangle_t extents;
    cairo_t *cr;

    if (!al_pv_plot_get_companion_extents (self->plot, i, &extents))
      continue;
    cr = gtk_snapshot_append_cairo (
        snapshot, &GRAPHENE_RECT_INIT ((float) extents.x, (float) extents.y, (float) extents.width,
                                       (float) extents.height));
    al_pv_plot_draw_companion_point (self->plot, cr, i);
    cairo_destroy (cr);
  }
}

static void
draw_review_cb (cairo_t *cr, gpointer user_data)
{
  al_pv_plot_draw_review (AL_LOOP_VIEW (user_data)->plot, cr);
}

static void
snapshot_review (AlLoopView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  if (self->review_layer == NULL)
    self->review_layer = al_layer_new (GTK_WIDGET (self), bounds, draw_review_cb, self);
  gtk_snapshot_append_node (snapshot, self->review_layer);
}

static void
snapshot_live (AlLoopView *self, GtkSnapshot *snapshot)
{
  const guint n_points = al_pv_plot_get_n_points (self->plot);

  if (n_points == 0)
    return;
  finish_segments (self, n_points);
  for (guint i = 0; i < self->segments->len; i++)
    gtk_snapshot_append_node (snapshot, g_ptr_array_index (self->segments, i));
  snapshot_head (self, snapshot, n_points);
}

void
al_loop_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlLoopView *self = AL_LOOP_VIEW (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));

  if (!self->style_valid)
    update_style (self);
  al_layer_snapshot_ground (widget, snapshot, &self->style.ground);
  gtk_snapshot_push_clip (snapshot, &bounds);
  if (self->static_layer == NULL)
    self->static_layer = al_layer_new (widget, &bounds, draw_static_cb, self);
  if (!self->beat_valid)
    al_layer_renew (&self->beat_layer, widget, &bounds, draw_beat_cb, self);
  self->beat_valid = TRUE;
  gtk_snapshot_append_node (snapshot, self->static_layer);
  gtk_snapshot_append_node (snapshot, self->beat_layer);
  if (self->review->len > 0)
    snapshot_review (self, snapshot, &bounds);
  else
    snapshot_live (self, snapshot);
  snapshot_companions (self, snapshot);
  gtk_snapshot_pop (snapshot);
  if (gtk_widget_get_child_visible (self->hint))
    gtk_widget_snapshot_child (widget, self->hint, snapshot);
}
