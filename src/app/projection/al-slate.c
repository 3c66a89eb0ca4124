/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-slate.h"

#include <math.h>

#include "al-loop-view.h"

/* The pen draws a line of this share of the height: it is read from the back of a room. */
#define PEN_SHARE    0.005
#define THINNEST_PEN 3.0F

/* The light, in shares of the height, and how dark it is around it. */
#define LIGHT_SHARE 0.16F
#define LIGHT_EDGE  0.92F
#define DIMMED      0.68F

/* Between two spots of a stroke, in pixels. */
#define STEP 1.5

/*
 * What is left of a picture on the wall of a lit room. Light of a third of the brightest white
 * falls on everything: black becomes a quarter of white in light, which is 0.54 of it in numbers.
 */
#define VEIL       0.54F
#define SATURATION 0.45F

/**
 * AlSlate:
 *
 * What lies over a window that is projected: strokes of a pen, a spotlight, a veil, and nothing at
 * all while it is blank.
 *
 * Without any of them it draws its child alone, and takes no input.
 */
struct _AlSlate {
  AdwBin parent_instance;

  AlInk *ink;
  GtkWidget *places[AL_N_PLACES]; /* weak; NULL for what is not to be found here */
  GtkWidget *stage;               /* weak; where the pointer is a tool; NULL where it never is */
  GdkPaintable *still;            /* what the child showed as it was frozen */
  GtkGesture *pen;                /* owned by the widget */
  gboolean frozen;
  gboolean blank;
  gboolean veiled;
  graphene_point_t last; /* where the pen was */
};

G_DEFINE_FINAL_TYPE (AlSlate, al_slate, ADW_TYPE_BIN)

/* Spots and pixels */

/**
 * al_slate_get_position:
 * @self: a slate
 * @spot: a spot
 * @position: (out): where it is, in pixels of the slate
 *
 * Finds a spot that was pointed at in this or another window.
 *
 * Returns: whether its place is to be seen here
 */
gboolean
al_slate_get_position (AlSlate *self, const AlSpot *spot, graphene_point_t *position)
{
  GtkWidget *place;
  double x, y;

  g_return_val_if_fail (AL_IS_SLATE (self) && spot->place < AL_N_PLACES, FALSE);
  place = self->places[spot->place];
  if (place == NULL || !gtk_widget_get_mapped (place))
    return FALSE;
  x = spot->x * gtk_widget_get_width (place);
  y = spot->y * gtk_widget_get_height (place);
  if (spot->place == AL_PLACE_LOOP &&
      !al_loop_view_to_pixels (AL_LOOP_VIEW (place), spot->x, spot->y, &x, &y))
    return FALSE;
  return gtk_widget_compute_point (place, GTK_WIDGET (self),
                                   &GRAPHENE_POINT_INIT ((float) x, (float) y), position);
}

static gboolean
is_inside (AlSlate *self, GtkWidget *widget, double x, double y)
{
  graphene_rect_t bounds;

  return widget != NULL && gtk_widget_get_mapped (widget) &&
         gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds) &&
         graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static gboolean
find_in_place (AlSlate *self, AlPlace place, double x, double y, AlSpot *spot)
{
  GtkWidget *widget = self->places[place];
  graphene_point_t point;
  double across, down;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), widget,
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return FALSE;
  across = point.x / MAX (1, gtk_widget_get_width (widget));
  down = point.y / MAX (1, gtk_widget_get_height (widget));
  if (place == AL_PLACE_LOOP &&
      !al_loop_view_to_values (AL_LOOP_VIEW (widget), point.x, point.y, &across, &down))
    return FALSE;
  *spot = (AlSpot){place, (float) across, (float) down};
  return TRUE;
}

/**
 * al_slate_find_spot:
 * @self: a slate
 * @x: a pixel of the slate
 * @y: the same
 * @spot: (out): what is there
 *
 * What a person points at.
 *
 * Returns: whether there is anything
 */
gboolean
al_slate_find_spot (AlSlate *self, double x, double y, AlSpot *spot)
{
  g_return_val_if_fail (AL_IS_SLATE (self), FALSE);
  for (int place = AL_N_PLACES - 1; place >= 0; place--) {
    if (is_inside (self, self->places[place], x, y))
      return find_in_place (self, (AlPlace) place, x, y, spot);
  }
  return FALSE;
}

/* What is drawn over the child */

static void
add_stroke (AlSlate *self, const AlSpot *spots, guint n_spots, cairo_t *cr)
{
  graphene_point_t point;

  for (guint i = 0; i < n_spots; i++) {
    if (!al_slate_get_position (self, &spots[i], &point))
      return;
    cairo_line_to (cr, point.x, point.y);
  }
  /* A tap is a dot. */
  if (n_spots == 1)
    cairo_close_path (cr);
}

/* Black would not be seen on a dark ground. */
static void
set_ink (AlSlate *self, gboolean red, cairo_t *cr)
{
  const AlLoopView *loop = (AlLoopView *) self->places[AL_PLACE_LOOP];
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ()) &&
                  (loop == NULL || !al_loop_view_get_projector ((AlLoopView *) loop));

  if (red)
    cairo_set_source_rgb (cr, dark ? 1 : 0.82, dark ? 0.40 : 0.02, dark ? 0.45 : 0.16);
  else if (dark)
    cairo_set_source_rgb (cr, 1, 1, 1);
  else
    cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
snapshot_strokes (AlSlate *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  cairo_set_line_width (cr, MAX (THINNEST_PEN, PEN_SHARE * bounds->size.height));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < al_ink_get_n_strokes (self->ink); i++) {
    gboolean red;
    guint n_spots;
    const AlSpot *spots = al_ink_get_stroke (self->ink, i, &n_spots, &red);

    add_stroke (self, spots, n_spots, cr);
    set_ink (self, red, cr);
    cairo_stroke (cr);
  }
  cairo_destroy (cr);
}

static void
snapshot_light (AlSlate *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  const GskColorStop stops[] = {
      {0, {0, 0, 0, 0}}, {LIGHT_EDGE, {0, 0, 0, 0}}, {1, {0, 0, 0, DIMMED}}};
  const float radius = LIGHT_SHARE * bounds->size.height;
  graphene_point_t middle;
  AlSpot spot;

  if (!al_ink_get_light (self->ink, &spot) || !al_slate_get_position (self, &spot, &middle))
    return;
  gtk_snapshot_append_radial_gradient (snapshot, bounds, &middle, radius, radius, 0, 1, stops,
                                       G_N_ELEMENTS (stops));
}

static void
push_veil (GtkSnapshot *snapshot)
{
  /* How bright each primary is to the eye; each row is what one of them gives to all three. */
  const float bright[3] = {0.2126F, 0.7152F, 0.0722F};
  float rows[16] = {0};
  graphene_matrix_t matrix;
  graphene_vec4_t offset;

  for (int from = 0; from < 3; from++) {
    for (int to = 0; to < 3; to++)
      rows[4 * from + to] =
          (1 - VEIL) * ((1 - SATURATION) * bright[from] + (from == to ? SATURATION : 0));
  }
  rows[15] = 1;
  graphene_matrix_init_from_float (&matrix, rows);
  graphene_vec4_init (&offset, VEIL, VEIL, VEIL, 0);
  gtk_snapshot_push_color_matrix (snapshot, &matrix, &offset);
}

static void
snapshot_child (AlSlate *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  if (self->still != NULL)
    gdk_paintable_snapshot (self->still, snapshot, bounds->size.width, bounds->size.height);
  else
    GTK_WIDGET_CLASS (al_slate_parent_class)->snapshot (GTK_WIDGET (self), snapshot);
}

static void
al_slate_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlSlate *self = AL_SLATE (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));

  if (self->blank) {
    gtk_snapshot_append_color (snapshot, &(GdkRGBA){0, 0, 0, 1}, &bounds);
    return;
  }
  if (self->veiled)
    push_veil (snapshot);
  snapshot_child (self, snapshot, &bounds);
  if (self->ink != NULL && !self->frozen && al_ink_get_n_strokes (self->ink) > 0)
    snapshot_strokes (self, snapshot, &bounds);
  if (self->veiled)
    gtk_snapshot_pop (snapshot);
  if (self->ink != NULL && !self->frozen)
    snapshot_light (self, snapshot, &bounds);
}

/* The pointer as a tool */

static gboolean
is_pen_at (AlSlate *self, double x, double y)
{
  return self->ink != NULL && al_ink_get_tool (self->ink) == AL_TOOL_PEN &&
         is_inside (self, self->stage, x, y);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AlSlate *self)
{
  AlSpot spot;

  if (self->blank) {
    /* What is not seen is not touched. */
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    return;
  }
  if (!is_pen_at (self, x, y) || !al_slate_find_spot (self, x, y, &spot)) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  graphene_point_init (&self->last, (float) x, (float) y);
  al_ink_begin_stroke (self->ink, &spot);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, AlSlate *self)
{
  const guint n_strokes = self->ink != NULL ? al_ink_get_n_strokes (self->ink) : 0;
  double x, y;
  guint n_spots;
  AlSpot spot;

  if (self->blank || n_strokes == 0 || al_ink_get_tool (self->ink) != AL_TOOL_PEN ||
      !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    return;
  x += offset_x;
  y += offset_y;
  if (hypot (x - self->last.x, y - self->last.y) < STEP)
    return;
  graphene_point_init (&self->last, (float) x, (float) y);
  spot = *al_ink_get_stroke (self->ink, n_strokes - 1, &n_spots, NULL);
  if (self->places[spot.place] != NULL && find_in_place (self, spot.place, x, y, &spot))
    al_ink_continue_stroke (self->ink, spot.x, spot.y);
}

static void
motion_cb (GtkEventController *controller, double x, double y, AlSlate *self)
{
  AlSpot spot;

  if (self->ink == NULL || self->stage == NULL || al_ink_get_tool (self->ink) != AL_TOOL_SPOTLIGHT)
    return;
  if (al_slate_find_spot (self, x, y, &spot))
    al_ink_set_light (self->ink, &spot);
}

static void
leave_cb (GtkEventController *controller, AlSlate *self)
{
  if (self->ink != NULL && self->stage != NULL)
    al_ink_set_light (self->ink, NULL);
}

/* Before the child takes them. */
static void
add_controllers (AlSlate *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->pen = gtk_gesture_drag_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->pen), GTK_PHASE_NONE);
  g_signal_connect (self->pen, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->pen, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->pen));
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* Without a tool the pointer belongs to the child alone. */
static void
update_pointer (AlSlate *self)
{
  const gboolean pen =
      self->ink != NULL && self->stage != NULL && al_ink_get_tool (self->ink) == AL_TOOL_PEN;

  gtk_event_controller_set_propagation_phase (
      GTK_EVENT_CONTROLLER (self->pen), pen || self->blank ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
  if (self->stage != NULL)
    gtk_widget_set_cursor_from_name (self->stage, pen ? "crosshair" : NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->blank ? "none" : NULL);
}

static void
ink_changed_cb (AlSlate *self)
{
  update_pointer (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The object */

static void
set_weak (GtkWidget **place, GtkWidget *widget)
{
  g_set_weak_pointer (place, widget);
}

static void
al_slate_dispose (GObject *object)
{
  AlSlate *self = AL_SLATE (object);

  al_slate_set_ink (self, NULL);
  for (guint i = 0; i < AL_N_PLACES; i++)
    set_weak (&self->places[i], NULL);
  set_weak (&self->stage, NULL);
  g_clear_object (&self->still);
  G_OBJECT_CLASS (al_slate_parent_class)->dispose (object);
}

static void
al_slate_class_init (AlSlateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = al_slate_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = al_slate_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "slate");
}

static void
al_slate_init (AlSlate *self)
{
  set_weak (&self->places[AL_PLACE_WINDOW], GTK_WIDGET (self));
  add_controllers (self);
}

/**
 * al_slate_new:
 *
 * Makes a slate without a child.
 *
 * Returns: (transfer floating): a new slate
 */
GtkWidget *
al_slate_new (void)
{
  return g_object_new (AL_TYPE_SLATE, NULL);
}

/**
 * al_slate_get_ink:
 * @self: a slate
 *
 * What is drawn and pointed at.
 *
 * Returns: (transfer none) (nullable): the ink
 */
AlInk *
al_slate_get_ink (AlSlate *self)
{
  g_return_val_if_fail (AL_IS_SLATE (self), NULL);
  return self->ink;
}

/**
 * al_slate_set_ink:
 * @self: a slate
 * @ink: (nullable): what is drawn and pointed at
 *
 * Shows what is drawn and pointed at, from now on.
 */
void
al_slate_set_ink (AlSlate *self, AlInk *ink)
{
  g_return_if_fail (AL_IS_SLATE (self));
  if (self->ink != NULL)
    g_signal_handlers_disconnect_by_data (self->ink, self);
  g_set_object (&self->ink, ink);
  if (ink != NULL)
    g_signal_connect_swapped (ink, "changed", G_CALLBACK (ink_changed_cb), self);
  ink_changed_cb (self);
}

/**
 * al_slate_set_place:
 * @self: a slate
 * @place: what a person may point at
 * @widget: (nullable): where it is within the child of the slate
 *
 * Says where a place is to be found; for the loop it is a #AlLoopView.
 */
void
al_slate_set_place (AlSlate *self, AlPlace place, GtkWidget *widget)
{
  g_return_if_fail (AL_IS_SLATE (self) && place < AL_N_PLACES);
  set_weak (&self->places[place], widget);
}

/**
 * al_slate_set_pointed:
 * @self: a slate
 * @stage: (nullable): where the pen draws
 *
 * Makes the pointer over this slate the one that draws and lights. Without a stage it only shows
 * what is drawn elsewhere.
 */
void
al_slate_set_pointed (AlSlate *self, GtkWidget *stage)
{
  g_return_if_fail (AL_IS_SLATE (self));
  set_weak (&self->stage, stage);
  update_pointer (self);
}

/**
 * al_slate_get_blank:
 * @self: a slate
 *
 * Whether nothing is seen.
 */
gboolean
al_slate_get_blank (AlSlate *self)
{
  g_return_val_if_fail (AL_IS_SLATE (self), FALSE);
  return self->blank;
}

/**
 * al_slate_set_blank:
 * @self: a slate
 * @blank: whether nothing is seen
 *
 * Blackens the picture, so that a room listens. Time goes on behind it.
 */
void
al_slate_set_blank (AlSlate *self, gboolean blank)
{
  g_return_if_fail (AL_IS_SLATE (self));
  self->blank = !!blank;
  update_pointer (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * al_slate_get_frozen:
 * @self: a slate
 *
 * Whether the picture stands still.
 */
gboolean
al_slate_get_frozen (AlSlate *self)
{
  g_return_val_if_fail (AL_IS_SLATE (self), FALSE);
  return self->frozen;
}

/**
 * al_slate_set_frozen:
 * @self: a slate
 * @frozen: whether the picture stands still
 *
 * Keeps what is seen now, whatever becomes of the child.
 */
void
al_slate_set_frozen (AlSlate *self, gboolean frozen)
{
  g_autoptr (GdkPaintable) live = NULL;

  g_return_if_fail (AL_IS_SLATE (self));
  if (self->frozen == !!frozen)
    return;
  if (frozen) {
    live = gtk_widget_paintable_new (GTK_WIDGET (self));
    self->still = gdk_paintable_get_current_image (live);
  } else {
    g_clear_object (&self->still);
  }
  self->frozen = !!frozen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * al_slate_get_veiled:
 * @self: a slate
 *
 * Whether the picture looks as on the wall of a lit room.
 */
gboolean
al_slate_get_veiled (AlSlate *self)
{
  g_return_val_if_fail (AL_IS_SLATE (self), FALSE);
  return self->veiled;
}

/**
 * al_slate_set_veiled:
 * @self: a slate
 * @veiled: whether the picture looks as on the wall of a lit room
 *
 * Shows, on one's own screen, how little of contrast and colour a projector leaves.
 */
void
al_slate_set_veiled (AlSlate *self, gboolean veiled)
{
  g_return_if_fail (AL_IS_SLATE (self));
  self->veiled = !!veiled;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
