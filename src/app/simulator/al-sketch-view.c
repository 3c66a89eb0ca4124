/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-sketch-view.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-layer.h"
#include "al-pv-plot.h"
#include "al-widget.h"

#define MIN_SIZE    200
#define DESIGN_SIDE 520.0

/* A corner is this wide and high, and its mark this far from its middle to its edge. */
#define CORNER_SIZE 28
#define MARK_RADIUS 6

/* A press of an arrow key, without and with Shift, in mL or mmHg. */
#define SMALL_STEP 1
#define LARGE_STEP 5

static const char corner_hint[] =
    N_ ("Left and right change the volume, up and down the pressure; with Shift in larger steps");

/**
 * AlSketchView:
 *
 * The present loop, and over it a loop of four corners that a person moves with the mouse or with
 * the arrow keys. When it is revealed, the loop of the model is drawn beside it.
 */
struct _AlSketchView {
  GtkWidget parent_instance;

  AlPrediction *prediction;
  AlSession *session;
  AlPvPlot *plot;
  AlPlotStyle style;
  GtkWidget *corners[AL_SKETCH_N_CORNERS];
  int dragged; /* the corner under the pointer, -1 for none */
  AlPvPoint drag_start;
};

G_DEFINE_FINAL_TYPE (AlSketchView, al_sketch_view, GTK_TYPE_WIDGET)

static gboolean
is_open (AlSketchView *self)
{
  return al_prediction_get_state (self->prediction) == AL_PREDICTION_ASKED;
}

/* Drawing */

static void
update_style (AlSketchView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));

  al_layer_init_style (GTK_WIDGET (self), FALSE, &self->style);
  al_plot_style_scale (&self->style, MAX (1, MIN (width, height) / DESIGN_SIDE));
  al_pv_plot_set_style (self->plot, &self->style);
  al_pv_plot_set_size (self->plot, width, height);
}

static void
draw_sketch (AlSketchView *self, cairo_t *cr)
{
  AlPvPoint points[AL_SKETCH_POINTS];
  AlStroke stroke = self->style.role[AL_ROLE_IABP];

  al_sketch_get_points (al_prediction_get_sketch (self->prediction), points);
  cairo_new_path (cr);
  for (guint i = 0; i < AL_SKETCH_POINTS; i++) {
    double x, y;

    al_pv_plot_to_pixels (self->plot, &points[i], &x, &y);
    cairo_line_to (cr, x, y);
  }
  cairo_close_path (cr);
  al_stroke_apply (&stroke, cr);
  cairo_stroke (cr);
}

/* A disc that is open while it can be moved. */
static void
draw_corner (AlSketchView *self, AlSketchCorner corner, cairo_t *cr)
{
  const AlSketch *sketch = al_prediction_get_sketch (self->prediction);
  double x, y;

  al_pv_plot_to_pixels (self->plot, &sketch->corner[corner], &x, &y);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, MARK_RADIUS, 0, 2 * G_PI);
  al_color_set_source (is_open (self) ? &self->style.ground : &self->style.role[AL_ROLE_IABP].color,
                       cr);
  cairo_fill_preserve (cr);
  al_color_set_source (&self->style.role[AL_ROLE_IABP].color, cr);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
}

static void
update_loops (AlSketchView *self)
{
  guint n_before, n_after;
  const AlPvPoint *before = al_prediction_get_loop (self->prediction, FALSE, &n_before);
  const AlPvPoint *after = al_prediction_get_loop (self->prediction, TRUE, &n_after);

  al_pv_plot_clear_ghosts (self->plot);
  if (n_before > 0)
    al_pv_plot_add_ghost (self->plot, AL_ROLE_BASELINE, _ ("Before"), before, n_before);
  if (n_after > 0)
    al_pv_plot_add_ghost (self->plot, AL_ROLE_BOTH, _ ("Model"), after, n_after);
}

static gboolean
shows_sketch (AlSketchView *self)
{
  return is_open (self) || al_prediction_get_sketched (self->prediction);
}

static void
al_sketch_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlSketchView *self = AL_SKETCH_VIEW (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (self->prediction == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  al_color_set_source (&self->style.ground, cr);
  cairo_paint (cr);
  al_pv_plot_draw_static (self->plot, cr);
  al_pv_plot_draw_beat (self->plot, cr);
  if (shows_sketch (self))
    draw_sketch (self, cr);
  for (int i = 0; i < AL_SKETCH_N_CORNERS && shows_sketch (self); i++)
    draw_corner (self, (AlSketchCorner) i, cr);
  cairo_destroy (cr);
  for (int i = 0; i < AL_SKETCH_N_CORNERS; i++)
    gtk_widget_snapshot_child (widget, self->corners[i], snapshot);
}

/* Corners as widgets: they take the focus, and tell where they are */

static void
place_corner (AlSketchView *self, AlSketchCorner corner)
{
  const AlSketch *sketch = al_prediction_get_sketch (self->prediction);
  g_autofree char *text = al_sketch_describe_corner (sketch, corner);
  g_autofree char *description = g_strdup_printf ("%s. %s", text, _ (corner_hint));
  GtkWidget *widget = self->corners[corner];
  double x, y;

  al_pv_plot_to_pixels (self->plot, &sketch->corner[corner], &x, &y);
  gtk_widget_size_allocate (widget,
                            &(GtkAllocation){(int) lround (x) - CORNER_SIZE / 2,
                                             (int) lround (y) - CORNER_SIZE / 2, CORNER_SIZE,
                                             CORNER_SIZE},
                            -1);
  /* GTK 4.8 tells the value of its own scales alone; the description is told of everything. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  sketch->corner[corner].volume_ml,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
al_sketch_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AlSketchView *self = AL_SKETCH_VIEW (widget);

  update_style (self);
  for (int i = 0; i < AL_SKETCH_N_CORNERS && self->prediction != NULL; i++)
    place_corner (self, (AlSketchCorner) i);
}

static void
al_sketch_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  AlSketchView *self = AL_SKETCH_VIEW (widget);

  for (int i = 0; i < AL_SKETCH_N_CORNERS; i++)
    gtk_widget_measure (self->corners[i], orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = MIN_SIZE;
  *minimum_baseline = *natural_baseline = -1;
}

static void
move_corner (AlSketchView *self, AlSketchCorner corner, double volume_ml, double pressure_mmhg)
{
  const AlPvPoint point = {round (volume_ml), round (pressure_mmhg)};

  al_prediction_sketch (self->prediction, corner, &point);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
        gpointer user_data)
{
  AlSketchView *self = user_data;
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const double step = modifiers & GDK_SHIFT_MASK ? LARGE_STEP : SMALL_STEP;
  const gboolean left = keyval == GDK_KEY_Left, right = keyval == GDK_KEY_Right;
  const gboolean up = keyval == GDK_KEY_Up, down = keyval == GDK_KEY_Down;

  if (!(left || right || up || down) || !is_open (self))
    return GDK_EVENT_PROPAGATE;
  for (int i = 0; i < AL_SKETCH_N_CORNERS; i++) {
    const AlPvPoint *now = &al_prediction_get_sketch (self->prediction)->corner[i];

    if (self->corners[i] == widget)
      move_corner (self, (AlSketchCorner) i, now->volume_ml + step * (right - left),
                   now->pressure_mmhg + step * (up - down));
  }
  return GDK_EVENT_STOP;
}

static int
find_corner (AlSketchView *self, double x, double y)
{
  const AlSketch *sketch = al_prediction_get_sketch (self->prediction);
  double nearest = CORNER_SIZE;
  int found = -1;

  for (int i = 0; i < AL_SKETCH_N_CORNERS; i++) {
    double corner_x, corner_y, distance;

    al_pv_plot_to_pixels (self->plot, &sketch->corner[i], &corner_x, &corner_y);
    distance = hypot (corner_x - x, corner_y - y);
    if (distance < nearest) {
      nearest = distance;
      found = i;
    }
  }
  return found;
}

static void
drag_begin_cb (AlSketchView *self, double x, double y, GtkGesture *gesture)
{
  self->dragged = self->prediction != NULL && is_open (self) ? find_corner (self, x, y) : -1;
  if (self->dragged < 0) {
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (self->corners[self->dragged]);
  self->drag_start = al_prediction_get_sketch (self->prediction)->corner[self->dragged];
}

static void
drag_update_cb (AlSketchView *self, double offset_x, double offset_y, GtkGesture *gesture)
{
  double x, y;
  AlPvPoint point;

  if (self->dragged < 0)
    return;
  al_pv_plot_to_pixels (self->plot, &self->drag_start, &x, &y);
  al_pv_plot_from_pixels (self->plot, x + offset_x, y + offset_y, &point);
  move_corner (self, (AlSketchCorner) self->dragged, point.volume_ml, point.pressure_mmhg);
}

static GtkWidget *
make_corner (AlSketchView *self, AlSketchCorner corner)
{
  GtkWidget *widget =
      g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_SLIDER,
                    "focusable", TRUE, "css-name", "sketchcorner", NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_set_tooltip_text (widget, al_sketch_corner_get_name (corner));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  al_sketch_corner_get_name (corner), -1);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  return widget;
}

/* The object */

static void
al_sketch_view_dispose (GObject *object)
{
  AlSketchView *self = AL_SKETCH_VIEW (object);

  g_clear_object (&self->prediction);
  g_clear_object (&self->session);
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_sketch_view_parent_class)->dispose (object);
}

static void
al_sketch_view_finalize (GObject *object)
{
  g_clear_pointer (&AL_SKETCH_VIEW (object)->plot, al_pv_plot_free);
  G_OBJECT_CLASS (al_sketch_view_parent_class)->finalize (object);
}

static void
al_sketch_view_class_init (AlSketchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_sketch_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = al_sketch_view_finalize;
  widget_class->snapshot = al_sketch_view_snapshot;
  widget_class->measure = al_sketch_view_measure;
  widget_class->size_allocate = al_sketch_view_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "sketchview");
}

static void
al_sketch_view_init (AlSketchView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->plot = al_pv_plot_new ();
  self->dragged = -1;
  for (int i = 0; i < AL_SKETCH_N_CORNERS; i++)
    self->corners[i] = make_corner (self, (AlSketchCorner) i);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sketch of the loop"), -1);
}

/**
 * al_sketch_view_set_prediction:
 * @self: a view
 * @prediction: what is sketched
 * @session: whose axes are used
 *
 * Binds the view, once.
 */
void
al_sketch_view_set_prediction (AlSketchView *self, AlPrediction *prediction, AlSession *session)
{
  g_set_object (&self->prediction, prediction);
  g_set_object (&self->session, session);
  al_sketch_view_update (self);
}

/**
 * al_sketch_view_update:
 * @self: a view
 *
 * Shows the question, or the outcome, as it is now.
 */
void
al_sketch_view_update (AlSketchView *self)
{
  const AlSurvey *survey = al_session_get_survey (self->session);
  const AlSignal volume = AL_SIGNAL_LV_VOLUME, pressure = AL_SIGNAL_LV_PRESSURE;

  if (survey != NULL)
    al_pv_plot_set_range (self->plot, al_survey_get_range (survey, &volume, 1),
                          al_survey_get_range (survey, &pressure, 1));
  update_loops (self);
  for (int i = 0; i < AL_SKETCH_N_CORNERS; i++)
    gtk_widget_set_can_focus (self->corners[i], is_open (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
