/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-schematic-view.h"

#include <math.h>
#include <string.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "al-layer.h"
#include "al-schematic-reading.h"

/* The smallest and the usual size. */
#define MIN_WIDTH      200
#define MIN_HEIGHT     260
#define NATURAL_WIDTH  320
#define NATURAL_HEIGHT 416

/* What the kept layers show, rounded to what can be seen: while it is the same they stay. Both are
 * compared by their bytes, and so hold nothing but whole numbers. */
typedef struct {
  int saturation[AL_OXYGEN_COMPARTMENTS];
  int drained, returned, water;
  int septostomy, defect;
  gboolean iabp, ecmo, central, mafp;
} BeatLook;

typedef struct {
  int hand, leg, venous, flow;
  int place, share;
  int septostomy, defect;
  gboolean iabp, ecmo;
  int arrow[AL_SCHEMATIC_N_FLOWS];
} FrontLook;

/**
 * AlSchematicView:
 *
 * The circulation of a session as a drawing that lives.
 *
 * Lungs and the scale of colours are kept until the size or the style changes; vessels with their
 * blood, and names and numbers, until they would look different. A frame draws the chambers,
 * valves, balloon, beads and rotor.
 */
struct _AlSchematicView {
  GtkWidget parent_instance;

  AlSession *session;
  AlSchematic *schematic;
  AlSchematicReading reading;
  gboolean projector;
  gboolean style_valid;
  AlColor ground;

  BeatLook beat_look;
  FrontLook front_look;
  GskRenderNode *static_layer;
  GskRenderNode *beat_layer;
  GskRenderNode *front_layer;
  gboolean beat_differs, front_differs; /* from what their layers show */
  guint tick;                           /* while one of them does */
};

G_DEFINE_FINAL_TYPE (AlSchematicView, al_schematic_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_PROJECTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Layers */

static void
drop_layers (AlSchematicView *self)
{
  g_clear_pointer (&self->static_layer, gsk_render_node_unref);
  g_clear_pointer (&self->beat_layer, gsk_render_node_unref);
  g_clear_pointer (&self->front_layer, gsk_render_node_unref);
}

static graphene_rect_t
get_bounds (AlSchematicView *self)
{
  return GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                             (float) gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
drop_style (AlSchematicView *self)
{
  self->style_valid = FALSE;
  drop_layers (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
wants_arrows (AlSchematicView *self)
{
  gboolean animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations,
                NULL);
  return !animations;
}

static void
update_style (AlSchematicView *self)
{
  AlPlotStyle style;

  al_layer_init_style (GTK_WIDGET (self), self->projector, &style);
  al_schematic_set_style (self->schematic, &style);
  al_schematic_set_size (self->schematic, gtk_widget_get_width (GTK_WIDGET (self)),
                         gtk_widget_get_height (GTK_WIDGET (self)));
  al_schematic_set_arrows (self->schematic, wants_arrows (self));
  self->ground = style.ground;
  self->style_valid = TRUE;
}

static void
draw_static_cb (cairo_t *cr, gpointer user_data)
{
  al_schematic_draw_static (AL_SCHEMATIC_VIEW (user_data)->schematic, cr);
}

static void
draw_beat_cb (cairo_t *cr, gpointer user_data)
{
  al_schematic_draw_beat (AL_SCHEMATIC_VIEW (user_data)->schematic, cr);
}

static void
draw_front_cb (cairo_t *cr, gpointer user_data)
{
  al_schematic_draw_front (AL_SCHEMATIC_VIEW (user_data)->schematic, cr);
}

static void
snapshot_layer (AlSchematicView *self, GtkSnapshot *snapshot, GskRenderNode **layer,
                AlLayerFunc func)
{
  const graphene_rect_t bounds = get_bounds (self);

  if (*layer == NULL)
    *layer = al_layer_new (GTK_WIDGET (self), &bounds, func, self);
  gtk_snapshot_append_node (snapshot, *layer);
}

static void
snapshot_live (AlSchematicView *self, GtkSnapshot *snapshot)
{
  for (int part = 0; part < AL_SCHEMATIC_N_PARTS; part++) {
    cairo_rectangle_t box;
    graphene_rect_t bounds;
    cairo_t *cr;

    if (!al_schematic_get_part_bounds (self->schematic, (AlSchematicPart) part, &box))
      continue;
    graphene_rect_init (&bounds, (float) box.x, (float) box.y, (float) box.width,
                        (float) box.height);
    graphene_rect_round_extents (&bounds, &bounds);
    cr = gtk_snapshot_append_cairo (snapshot, &bounds);
    al_schematic_draw_live_part (self->schematic, cr, (AlSchematicPart) part);
    cairo_destroy (cr);
  }
}

static void
al_schematic_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlSchematicView *self = AL_SCHEMATIC_VIEW (widget);
  const graphene_rect_t bounds = get_bounds (self);

  if (!self->style_valid)
    update_style (self);
  al_layer_snapshot_ground (widget, snapshot, &self->ground);
  if (self->session == NULL || self->reading.time_us < 0)
    return;
  al_schematic_set_state (self->schematic, &self->reading.state);
  gtk_snapshot_push_clip (snapshot, &bounds);
  snapshot_layer (self, snapshot, &self->static_layer, draw_static_cb);
  snapshot_layer (self, snapshot, &self->beat_layer, draw_beat_cb);
  snapshot_live (self, snapshot);
  snapshot_layer (self, snapshot, &self->front_layer, draw_front_cb);
  gtk_snapshot_pop (snapshot);
}

/* What the schematic shows */

/*
 * Brings a number of steps near to a value, or to something else for what is not known. What wavers
 * between two numbers from beat to beat stays at one of them.
 */
static void
follow (int *n_steps, double value, double step)
{
  if (isnan (value))
    *n_steps = G_MININT;
  else if (*n_steps == G_MININT || fabs (value / step - *n_steps) > 0.75)
    *n_steps = (int) lround (value / step);
}

static void
follow_beat_look (const AlSchematicState *state, BeatLook *look)
{
  for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++)
    follow (&look->saturation[i], state->saturation[i], 0.01);
  follow (&look->drained, state->drained_saturation, 0.01);
  follow (&look->returned, state->returned_saturation, 0.01);
  follow (&look->water, state->lung_water_ml, 10);
  follow (&look->septostomy, state->septostomy_cm2, 0.1);
  follow (&look->defect, state->septum_defect_cm2, 0.1);
  look->iabp = state->iabp;
  look->ecmo = state->ecmo;
  look->central = state->central;
  look->mafp = state->mafp;
}

/* As many steps as are written. */
static int
round_to (double value, double step)
{
  return isnan (value) ? G_MININT : (int) lround (value / step);
}

static void
follow_front_look (const AlSchematicState *state, gboolean arrows, FrontLook *look)
{
  double share;

  look->hand = round_to (state->hand_saturation, 0.01);
  look->leg = round_to (state->leg_saturation, 0.01);
  look->venous = round_to (state->venous_saturation, 0.01);
  look->flow = round_to (state->ecmo_l_min, 0.1);
  look->place = (int) al_schematic_state_find_mixing (state, &share);
  follow (&look->share, share, 0.01);
  follow (&look->septostomy, state->septostomy_cm2, 0.1);
  follow (&look->defect, state->septum_defect_cm2, 0.1);
  look->iabp = state->iabp;
  look->ecmo = state->ecmo;
  for (int i = 0; i < AL_SCHEMATIC_N_FLOWS && arrows; i++)
    follow (&look->arrow[i], state->mean_ml_s[i], 2);
}

static void
renew (AlSchematicView *self, GskRenderNode **layer, AlLayerFunc func)
{
  const graphene_rect_t bounds = get_bounds (self);

  if (*layer == NULL)
    return;
  al_schematic_set_state (self->schematic, &self->reading.state);
  al_layer_renew (layer, GTK_WIDGET (self), &bounds, func, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* One layer in a frame: in that of the beat itself the loop and the numbers are drawn. */
static gboolean
renew_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AlSchematicView *self = AL_SCHEMATIC_VIEW (widget);

  if (self->beat_differs) {
    self->beat_differs = FALSE;
    renew (self, &self->beat_layer, draw_beat_cb);
  } else {
    self->front_differs = FALSE;
    renew (self, &self->front_layer, draw_front_cb);
  }
  if (self->front_differs)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* What is not seen is drawn when it is. */
static void
drop_what_differs (AlSchematicView *self)
{
  if (self->beat_differs)
    g_clear_pointer (&self->beat_layer, gsk_render_node_unref);
  if (self->front_differs)
    g_clear_pointer (&self->front_layer, gsk_render_node_unref);
  self->beat_differs = self->front_differs = FALSE;
}

static void
find_what_looks_different (AlSchematicView *self)
{
  const BeatLook beat_look = self->beat_look;
  const FrontLook front_look = self->front_look;

  follow_beat_look (&self->reading.state, &self->beat_look);
  follow_front_look (&self->reading.state, wants_arrows (self), &self->front_look);
  self->beat_differs |= memcmp (&beat_look, &self->beat_look, sizeof beat_look) != 0;
  self->front_differs |= memcmp (&front_look, &self->front_look, sizeof front_look) != 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    drop_what_differs (self);
  else if ((self->beat_differs || self->front_differs) && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), renew_cb, NULL, NULL);
}

static void
follow_sample (AlSchematicView *self)
{
  if (al_schematic_reading_take_sample (&self->reading, self->session))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
follow_beat (AlSchematicView *self)
{
  g_autofree char *text = NULL;

  al_schematic_reading_take_beat (&self->reading, self->session);
  find_what_looks_different (self);
  text = al_schematic_reading_describe (&self->reading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
follow_cursor (AlSchematicView *self)
{
  follow_sample (self);
  follow_beat (self);
}

static void
restarted_cb (AlSchematicView *self)
{
  al_schematic_reading_init (&self->reading);
  follow_sample (self);
  follow_beat (self);
}

/* The object */

static void
forget_session (AlSchematicView *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_schematic_view_dispose (GObject *object)
{
  AlSchematicView *self = AL_SCHEMATIC_VIEW (object);

  forget_session (self);
  drop_layers (self);
  G_OBJECT_CLASS (al_schematic_view_parent_class)->dispose (object);
}

static void
al_schematic_view_finalize (GObject *object)
{
  AlSchematicView *self = AL_SCHEMATIC_VIEW (object);

  g_clear_pointer (&self->schematic, al_schematic_free);
  G_OBJECT_CLASS (al_schematic_view_parent_class)->finalize (object);
}

static void
al_schematic_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AlSchematicView *self = AL_SCHEMATIC_VIEW (object);

  switch (prop_id) {
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_PROJECTOR:
    g_value_set_boolean (value, self->projector);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
al_schematic_view_set_property (GObject *object, guint prop_id, const GValue *value,
                                GParamSpec *pspec)
{
  AlSchematicView *self = AL_SCHEMATIC_VIEW (object);

  switch (prop_id) {
  case PROP_SESSION:
    al_schematic_view_set_session (self, g_value_get_object (value));
    break;
  case PROP_PROJECTOR:
    al_schematic_view_set_projector (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
al_schematic_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  const gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? MIN_WIDTH : MIN_HEIGHT;
  *natural = across ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
al_schematic_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_style (AL_SCHEMATIC_VIEW (widget));
}

static void
al_schematic_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (al_schematic_view_parent_class)->system_setting_changed (widget, setting);
  if (al_layer_depends_on (setting))
    drop_style (AL_SCHEMATIC_VIEW (widget));
}

static void
al_schematic_view_class_init (AlSchematicViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = al_schematic_view_dispose;
  object_class->finalize = al_schematic_view_finalize;
  object_class->get_property = al_schematic_view_get_property;
  object_class->set_property = al_schematic_view_set_property;
  widget_class->measure = al_schematic_view_measure;
  widget_class->size_allocate = al_schematic_view_size_allocate;
  widget_class->snapshot = al_schematic_view_snapshot;
  widget_class->system_setting_changed = al_schematic_view_system_setting_changed;

  /* The session whose circulation is shown */
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, AL_TYPE_SESSION, flags);
  /* Whether the picture goes to a projector: white ground, thick strokes, fewer names */
  properties[PROP_PROJECTOR] = g_param_spec_boolean ("projector", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "schematicview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
al_schematic_view_init (AlSchematicView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->schematic = al_schematic_new ();
  al_schematic_reading_init (&self->reading);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Drawing of the circulation"), -1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (drop_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (drop_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)),
                           "notify::gtk-enable-animations", G_CALLBACK (drop_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_style), NULL);
}

/**
 * al_schematic_view_new:
 *
 * Makes a view that shows no session yet.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
al_schematic_view_new (void)
{
  return g_object_new (AL_TYPE_SCHEMATIC_VIEW, NULL);
}

/**
 * al_schematic_view_get_session:
 * @self: a view
 *
 * The session whose circulation is shown.
 *
 * Returns: (transfer none) (nullable): the session
 */
AlSession *
al_schematic_view_get_session (AlSchematicView *self)
{
  g_return_val_if_fail (AL_IS_SCHEMATIC_VIEW (self), NULL);
  return self->session;
}

static void
connect_session (AlSchematicView *self, AlSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "advanced", G_CALLBACK (follow_sample), self);
  g_signal_connect_swapped (session, "beat", G_CALLBACK (follow_beat), self);
  g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (follow_beat), self);
  g_signal_connect_swapped (session, "cursor-moved", G_CALLBACK (follow_cursor), self);
  g_signal_connect_swapped (session, "restarted", G_CALLBACK (restarted_cb), self);
  restarted_cb (self);
}

/**
 * al_schematic_view_set_session:
 * @self: a view
 * @session: (nullable): the session whose circulation is shown
 *
 * Shows a session. The view does not drive it: see al_driver_attach().
 */
void
al_schematic_view_set_session (AlSchematicView *self, AlSession *session)
{
  g_return_if_fail (AL_IS_SCHEMATIC_VIEW (self));
  if (session == self->session)
    return;
  forget_session (self);
  if (session != NULL)
    connect_session (self, session);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * al_schematic_view_get_projector:
 * @self: a view
 *
 * Whether the picture goes to a projector.
 */
gboolean
al_schematic_view_get_projector (AlSchematicView *self)
{
  g_return_val_if_fail (AL_IS_SCHEMATIC_VIEW (self), FALSE);
  return self->projector;
}

/**
 * al_schematic_view_set_projector:
 * @self: a view
 * @projector: whether the picture goes to a projector
 *
 * Switches to white ground, thick strokes and fewer names, or back.
 */
void
al_schematic_view_set_projector (AlSchematicView *self, gboolean projector)
{
  g_return_if_fail (AL_IS_SCHEMATIC_VIEW (self));
  if (self->projector == !!projector)
    return;
  self->projector = !!projector;
  drop_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECTOR]);
}
