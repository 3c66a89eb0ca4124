/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-still.h"

#include "al-layer.h"
#include "al-layer-private.h"

/* Time from the first frame on in which a program has more to do. */
#define OPENING_MS 1000

typedef enum {
  UNSEEN,
  OPENING,
  OPEN,
} State;

/**
 * AlStill:
 *
 * Wraps what seldom changes beside something that moves: it is drawn once, and kept as a picture.
 *
 * The Cairo renderer goes through every node of a window in every frame, and asks of each glyph and
 * icon whether it lies where something is repainted. Of a picture it asks once. Other renderers
 * have no use for that, and get the widgets as they are.
 */
struct _AlStill {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (AlStill, al_still, ADW_TYPE_BIN)

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  return GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (widget)));
}

static State
get_state (GtkWidget *widget)
{
  return (State) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "al-still"));
}

static void
set_state (GtkWidget *widget, State state)
{
  g_object_set_data (G_OBJECT (widget), "al-still", GINT_TO_POINTER (state));
}

static gboolean
open_cb (GtkWidget *widget)
{
  set_state (widget, OPEN);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
begin_opening (GtkWidget *widget)
{
  g_autoptr (GSource) source = g_timeout_source_new (OPENING_MS);

  g_source_set_closure (source, g_cclosure_new_object (G_CALLBACK (open_cb), G_OBJECT (widget)));
  g_source_attach (source, NULL);
  set_state (widget, OPENING);
}

/* Of what a program shows first no picture is made yet, since its window is to open soon. */
static gboolean
is_opening (GtkWidget *widget)
{
  static gint64 first_us;
  const gint64 now_us = g_get_monotonic_time ();

  if (first_us == 0)
    first_us = now_us;
  if (get_state (widget) == UNSEEN && now_us - first_us < OPENING_MS * G_TIME_SPAN_MILLISECOND)
    begin_opening (widget);
  return get_state (widget) == OPENING;
}

static void
draw_node_cb (cairo_t *cr, gpointer user_data)
{
  gsk_render_node_draw (user_data, cr);
}

/* (transfer full) (nullable) */
static GskRenderNode *
collect_children (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/**
 * al_still_snapshot:
 * @widget: a widget whose children seldom change
 * @snapshot: where they are shown
 *
 * What a class does instead of gtk_widget_snapshot(), if its widgets are to be kept as pictures.
 */
void
al_still_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  g_autoptr (GskRenderNode) children = collect_children (widget);
  GskRenderNode *picture;
  graphene_rect_t bounds;

  if (children == NULL)
    return;
  if (al_layer_get_plain () || !is_drawn_by_cairo (widget) || is_opening (widget)) {
    gtk_snapshot_append_node (snapshot, children);
    return;
  }
  gsk_render_node_get_bounds (children, &bounds);
  picture = g_object_steal_data (G_OBJECT (widget), "al-still-picture");
  al_layer_renew (&picture, widget, &bounds, draw_node_cb, children);
  gtk_snapshot_append_node (snapshot, picture);
  g_object_set_data_full (G_OBJECT (widget), "al-still-picture", picture,
                          (GDestroyNotify) gsk_render_node_unref);
}

static void
al_still_class_init (AlStillClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = al_still_snapshot;
}

static void
al_still_init (AlStill *self)
{
}
