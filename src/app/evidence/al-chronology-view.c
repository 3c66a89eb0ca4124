/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-chronology-view.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-chronology-figure.h"
#include "al-evidence-rows.h"
#include "al-evidence-words.h"
#include "al-layer.h"

#define MIN_WIDTH     240
#define NATURAL_WIDTH 880

/* Above and below an event that is brought into sight, in pixels. */
#define REVEALED 120

/* Longer than a viewport glides. */
#define REVEAL_US (G_USEC_PER_SEC / 2)

/**
 * AlChronologyView:
 *
 * The picture of a chronology. The pointer or the arrow keys choose an event, a click or Enter
 * shows it.
 */
struct _AlChronologyView {
  GtkWidget parent_instance;

  AlChronology *chronology;
  AlChronologyPlot *plot;
  GArray *order; /* of gsize: which event of the chronology one of the plot is */
  int current;   /* event of the plot, -1 for none */
  guint revealing;
  gint64 reveal_until_us; /* of the frame clock */
};

G_DEFINE_FINAL_TYPE (AlChronologyView, al_chronology_view, GTK_TYPE_WIDGET)

static const AlChronologyEvent *
get_event (AlChronologyView *self, int i)
{
  gsize n_events;
  const AlChronologyEvent *events = al_chronology_get_events (self->chronology, &n_events);

  return &events[g_array_index (self->order, gsize, i)];
}

static char *
describe (const AlChronologyEvent *event)
{
  if (event->study != NULL) {
    g_autofree char *name = al_study_dup_name_and_year (event->study);

    return g_strdup_printf ("%s\n%s · %s\n%s", name,
                            al_study_design_get_label (al_study_get_design (event->study)),
                            al_study_answer_get_label (al_study_get_answer (event->study)),
                            al_study_get_takeaway (event->study));
  }
  return g_strdup_printf ("%s\n%s", al_card_get_title (event->guideline),
                          al_card_get_summary (event->guideline));
}

static void
set_current (AlChronologyView *self, int current)
{
  g_autofree char *text = NULL;

  if (self->current == current)
    return;
  self->current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), current >= 0 ? "pointer" : NULL);
  text = current >= 0 ? describe (get_event (self, current)) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
show_event (AlChronologyView *self, int i)
{
  const AlChronologyEvent *event = get_event (self, i);
  g_autofree char *key = al_evidence_item_dup_key (
      event->study != NULL ? G_OBJECT (event->study) : G_OBJECT (event->guideline));

  gtk_widget_activate_action (GTK_WIDGET (self), "evidence.show", "s", key);
}

/* The picture is higher than its window: what the keys chose is brought into sight. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AlChronologyView *self = AL_CHRONOLOGY_VIEW (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  cairo_rectangle_t box;
  graphene_point_t point;

  if (viewport == NULL || self->current < 0 ||
      gdk_frame_clock_get_frame_time (clock) > self->reveal_until_us) {
    self->revealing = 0;
    return G_SOURCE_REMOVE;
  }
  al_chronology_plot_get_box (self->plot, (guint) self->current, &box);
  if (gtk_widget_compute_point (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                &GRAPHENE_POINT_INIT (0, (float) box.y), &point))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               (double) point.y - REVEALED, (double) point.y + REVEALED);
  return G_SOURCE_CONTINUE;
}

/* For some frames: a viewport glides by itself to the end of what has got the focus. */
static void
reveal_current (AlChronologyView *self)
{
  self->reveal_until_us = g_get_monotonic_time () + REVEAL_US;
  if (self->revealing == 0)
    self->revealing = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

/* The nearest event in a direction; without a current one, the first. */
static int
find_neighbour (AlChronologyView *self, int dx, int dy)
{
  const guint n_events = al_chronology_plot_get_n_events (self->plot);
  cairo_rectangle_t from, to;
  double least = G_MAXDOUBLE;
  int nearest = self->current >= 0 ? self->current : 0;

  if (self->current < 0)
    return nearest;
  al_chronology_plot_get_box (self->plot, (guint) self->current, &from);
  for (guint i = 0; i < n_events; i++) {
    double along, across;

    al_chronology_plot_get_box (self->plot, i, &to);
    along = dx * (to.x - from.x) + dy * (to.y - from.y);
    across = dx != 0 ? to.y - from.y : to.x - from.x;
    /* What lies more to the side than ahead is farther than it looks. */
    if (along > 1.0 && along + 3 * fabs (across) < least) {
      least = along + 3 * fabs (across);
      nearest = (int) i;
    }
  }
  return nearest;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AlChronologyView *self = AL_CHRONOLOGY_VIEW (widget);
  int dx, dy;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  al_chronology_view_move (self, dx, dy);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return al_chronology_view_show_current (AL_CHRONOLOGY_VIEW (widget));
}

static void
motion_cb (AlChronologyView *self, double x, double y)
{
  set_current (self, al_chronology_plot_find (self->plot, x, y));
}

static void
leave_cb (AlChronologyView *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    set_current (self, -1);
}

static void
released_cb (AlChronologyView *self, int n_press, double x, double y)
{
  const int event = al_chronology_plot_find (self->plot, x, y);

  if (event >= 0)
    show_event (self, event);
}

static void
focus_cb (AlChronologyView *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    set_current (self, -1);
  else if (self->current < 0 && al_chronology_plot_get_n_events (self->plot) > 0)
    al_chronology_view_move (self, 0, 0);
}

static gboolean
al_chronology_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                  GtkTooltip *tooltip)
{
  AlChronologyView *self = AL_CHRONOLOGY_VIEW (widget);
  const int event = keyboard ? self->current : al_chronology_plot_find (self->plot, x, y);
  g_autofree char *text = NULL;
  cairo_rectangle_t box;

  if (event < 0)
    return FALSE;
  text = describe (get_event (self, event));
  al_chronology_plot_get_box (self->plot, (guint) event, &box);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle){(int) box.x, (int) box.y, (int) box.width, (int) box.height});
  return TRUE;
}

static void
update_style (AlChronologyView *self)
{
  AlPlotStyle style;

  al_layer_init_style (GTK_WIDGET (self), FALSE, &style);
  al_chronology_plot_set_style (self->plot, &style);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
al_chronology_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  AlChronologyView *self = AL_CHRONOLOGY_VIEW (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MIN_WIDTH;
    *natural = NATURAL_WIDTH;
    return;
  }
  al_chronology_plot_set_width (self->plot, for_size > 0 ? for_size : NATURAL_WIDTH);
  *minimum = *natural = (int) ceil (al_chronology_plot_get_height (self->plot));
}

static GtkSizeRequestMode
al_chronology_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
al_chronology_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  al_chronology_plot_set_width (AL_CHRONOLOGY_VIEW (widget)->plot, width);
}

static void
al_chronology_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlChronologyView *self = AL_CHRONOLOGY_VIEW (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  al_chronology_plot_draw (self->plot, self->current, cr);
  cairo_destroy (cr);
}

static void
al_chronology_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (al_chronology_view_parent_class)->css_changed (widget, change);
  update_style (AL_CHRONOLOGY_VIEW (widget));
}

static void
al_chronology_view_finalize (GObject *object)
{
  AlChronologyView *self = AL_CHRONOLOGY_VIEW (object);

  g_clear_pointer (&self->plot, al_chronology_plot_free);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_object (&self->chronology);
  G_OBJECT_CLASS (al_chronology_view_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  const struct {
    guint key;
    int dx, dy;
  } moves[] = {
      {GDK_KEY_Left, -1, 0},
      {GDK_KEY_Right, 1, 0},
      {GDK_KEY_Up, 0, -1},
      {GDK_KEY_Down, 0, 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_cb, "(ii)", moves[i].dx,
                                  moves[i].dy);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);
}

static void
al_chronology_view_class_init (AlChronologyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = al_chronology_view_finalize;
  widget_class->get_request_mode = al_chronology_view_get_request_mode;
  widget_class->measure = al_chronology_view_measure;
  widget_class->size_allocate = al_chronology_view_size_allocate;
  widget_class->snapshot = al_chronology_view_snapshot;
  widget_class->css_changed = al_chronology_view_css_changed;
  widget_class->query_tooltip = al_chronology_view_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_bindings (widget_class);
}

static void
al_chronology_view_init (AlChronologyView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->current = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_cb), NULL);
}

/**
 * al_chronology_view_new:
 * @chronology: what to draw
 *
 * Creates the picture of a chronology.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
al_chronology_view_new (AlChronology *chronology)
{
  AlChronologyView *self = g_object_new (AL_TYPE_CHRONOLOGY_VIEW, NULL);

  self->chronology = g_object_ref (chronology);
  self->plot = al_chronology_figure_new (chronology, &self->order);
  update_style (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What appeared when"), -1);
  return GTK_WIDGET (self);
}

/**
 * al_chronology_view_get_current:
 * @self: a view
 *
 * Gets what the pointer or the keys have chosen.
 *
 * Returns: (transfer none) (nullable): the event, %NULL when none is chosen
 */
const AlChronologyEvent *
al_chronology_view_get_current (AlChronologyView *self)
{
  g_return_val_if_fail (AL_IS_CHRONOLOGY_VIEW (self), NULL);

  return self->current >= 0 ? get_event (self, self->current) : NULL;
}

/**
 * al_chronology_view_move:
 * @self: a view that has a size
 * @dx: -1 for earlier, 1 for later, 0 for neither
 * @dy: -1 for up, 1 for down, 0 for neither
 *
 * Chooses the next event in a direction, as an arrow key does; the first one when none is chosen.
 */
void
al_chronology_view_move (AlChronologyView *self, int dx, int dy)
{
  g_return_if_fail (AL_IS_CHRONOLOGY_VIEW (self));

  set_current (self, find_neighbour (self, dx, dy));
  reveal_current (self);
}

/**
 * al_chronology_view_show_current:
 * @self: a view
 *
 * Shows the record of what is chosen, as Enter does.
 *
 * Returns: whether anything is chosen
 */
gboolean
al_chronology_view_show_current (AlChronologyView *self)
{
  g_return_val_if_fail (AL_IS_CHRONOLOGY_VIEW (self), FALSE);

  if (self->current < 0)
    return FALSE;
  show_event (self, self->current);
  return TRUE;
}
