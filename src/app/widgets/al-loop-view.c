/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-loop-view.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "al-index-text.h"
#include "al-layer.h"
#include "al-pv-plot.h"

/* Points after which a part of the growing loop is finished and drawn no more. */
#define SEGMENT_POINTS 48

/* Points of a drawn relation; the curves are smooth between them. */
#define RELATION_POINTS 64

/* The smallest side at which axes and labels still have room. */
#define MIN_SIZE 240

/* Room around a part of the curve for its width, caps and the halo of the moving point. */
#define PEN_ROOM 14

/* Strokes and text are made for a side of this many pixels and grow with it. */
#define DESIGN_SIDE 640.0

/**
 * AlLoopView:
 *
 * The pressure-volume loop of a session: alive, with its ghosts.
 *
 * The picture is kept in layers of different lifetimes: axes until the size or the style changes,
 * ghosts and past beats for a beat, finished parts of the growing loop until the beat ends. Only
 * its last part is drawn in every frame.
 */
struct _AlLoopView {
  GtkWidget parent_instance;

  AlSession *session;
  AlPvPlot *plot;
  AlPlotStyle style;
  gboolean projector;
  gboolean style_valid;

  gint64 serial_seen;
  guint points_seen;

  GskRenderNode *static_layer;
  GskRenderNode *beat_layer;
  GPtrArray *segments;
};

G_DEFINE_FINAL_TYPE (AlLoopView, al_loop_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_PROJECTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Layers */

static void
drop_live (AlLoopView *self)
{
  g_ptr_array_set_size (self->segments, 0);
}

static void
drop_beat (AlLoopView *self)
{
  g_clear_pointer (&self->beat_layer, gsk_render_node_unref);
  drop_live (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_all (AlLoopView *self)
{
  g_clear_pointer (&self->static_layer, gsk_render_node_unref);
  drop_beat (self);
}

static void
drop_style (AlLoopView *self)
{
  self->style_valid = FALSE;
  drop_all (self);
}

static void
update_style (AlLoopView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));

  al_layer_init_style (GTK_WIDGET (self), self->projector, &self->style);
  if (self->projector)
    al_plot_style_fit (&self->style, width, height);
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

typedef struct {
  AlPvPlot *plot;
  guint first;
  guint last;
} Part;

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

  while ((self->segments->len + 1) * SEGMENT_POINTS < n_points) {
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

static void
al_loop_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlLoopView *self = AL_LOOP_VIEW (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  GdkRGBA ground;

  if (!self->style_valid)
    update_style (self);
  ground = (GdkRGBA){(float) self->style.ground.red, (float) self->style.ground.green,
                     (float) self->style.ground.blue, 1};
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  if (self->static_layer == NULL)
    self->static_layer = al_layer_new (widget, &bounds, draw_static_cb, self);
  if (self->beat_layer == NULL)
    self->beat_layer = al_layer_new (widget, &bounds, draw_beat_cb, self);
  gtk_snapshot_append_node (snapshot, self->static_layer);
  gtk_snapshot_append_node (snapshot, self->beat_layer);
  snapshot_live (self, snapshot);
}

/* What the plot shows */

static void
add_new_points (AlLoopView *self, guint back)
{
  guint n_points;
  const double *points = al_loops_get (al_session_get_loops (self->session), back, &n_points);

  for (guint i = self->points_seen; i < n_points; i++)
    al_pv_plot_add_point (self->plot, points[2 * i], points[2 * i + 1]);
  self->points_seen = n_points;
}

static void
follow_loops (AlLoopView *self)
{
  const AlLoops *loops = al_session_get_loops (self->session);
  const gint64 oldest = MAX (0, loops->serial - (AL_LOOPS_KEPT - 1));

  if (self->serial_seen < oldest || self->serial_seen > loops->serial) {
    al_pv_plot_clear_beats (self->plot);
    self->serial_seen = oldest;
    self->points_seen = 0;
    drop_beat (self);
  }
  while (self->serial_seen < loops->serial) {
    add_new_points (self, (guint) (loops->serial - self->serial_seen));
    al_pv_plot_end_beat (self->plot);
    self->serial_seen++;
    /* The plot begins a beat where the last one ended; so do the loops. */
    self->points_seen = 1;
    drop_beat (self);
  }
  add_new_points (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_relations (AlLoopView *self)
{
  const AlSimulation *simulation = al_session_get_simulation (self->session);
  const double v0 = al_session_get (self->session, AL_PARAMETER_LV_V0);
  const double vd = al_session_get (self->session, AL_PARAMETER_LV_VD);
  AlPvPoint espvr[RELATION_POINTS];
  AlPvPoint edpvr[RELATION_POINTS];
  AlRange volume;
  AlRange pressure;

  al_pv_plot_get_range (self->plot, &volume, &pressure);
  for (int i = 0; i < RELATION_POINTS; i++) {
    const double share = i / (RELATION_POINTS - 1.0);
    const double v_systole = v0 + (volume.high - v0) * share;
    const double v_diastole = vd + (volume.high - vd) * share;

    espvr[i] = (AlPvPoint){v_systole, al_simulation_lv_espvr (simulation, v_systole)};
    edpvr[i] = (AlPvPoint){v_diastole, al_simulation_lv_edpvr (simulation, v_diastole)};
  }
  al_pv_plot_set_espvr (self->plot, espvr, RELATION_POINTS);
  al_pv_plot_set_edpvr (self->plot, edpvr, RELATION_POINTS);
}

/* A ghost of the state that runs would only lie under it. */
static gboolean
is_the_state_that_runs (AlLoopView *self, const AlGhost *ghost)
{
  return ghost->automatic &&
         al_settings_equal (&ghost->settings, &al_session_get_simulation (self->session)->settings);
}

static AlRole
get_role (AlSupport support)
{
  return support <= AL_SUPPORT_BOTH ? (AlRole) support : AL_ROLE_OTHER;
}

static void
add_ghost (AlLoopView *self, const AlGhost *ghost)
{
  g_autofree AlPvPoint *points = g_new (AlPvPoint, ghost->n_points);

  for (guint i = 0; i < ghost->n_points; i++)
    points[i] = (AlPvPoint){ghost->volume_ml[i], ghost->pressure_mmhg[i]};
  al_pv_plot_add_ghost (self->plot, ghost->automatic ? get_role (ghost->support) : AL_ROLE_OTHER,
                        ghost->name, points, ghost->n_points);
}

static void
update_ghosts (AlLoopView *self)
{
  const AlSupport support = al_session_get_support (self->session);

  al_pv_plot_clear_ghosts (self->plot);
  for (guint i = 0; i < al_session_get_n_ghosts (self->session); i++) {
    const AlGhost *ghost = al_session_get_ghost (self->session, i);

    if (!is_the_state_that_runs (self, ghost))
      add_ghost (self, ghost);
  }
  al_pv_plot_set_live (self->plot, get_role (support), al_support_get_name (support));
  drop_beat (self);
}

static void
update_description (AlLoopView *self)
{
  AlIndices now;
  AlIndices reference;
  g_autofree char *state = NULL;
  g_autofree char *change = NULL;
  g_autofree char *text = NULL;

  if (!al_session_get_indices (self->session, &now) ||
      !al_session_get_reference (self->session, &reference))
    return;
  state = al_index_describe_state (&now);
  change =
      al_index_describe_change (al_session_get_reference_name (self->session), &reference, &now);
  text = g_strconcat (state, " ", change, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
beat_cb (AlLoopView *self)
{
  follow_loops (self);
  update_relations (self);
  update_description (self);
  drop_beat (self);
}

/* Nothing else ever moves the axes. */
static void
axes_changed_cb (AlLoopView *self)
{
  const AlSurvey *survey = al_session_get_survey (self->session);
  const AlSignal volume = AL_SIGNAL_LV_VOLUME;
  const AlSignal pressure = AL_SIGNAL_LV_PRESSURE;

  if (survey == NULL)
    return;
  al_pv_plot_set_range (self->plot, al_survey_get_range (survey, &volume, 1),
                        al_survey_get_range (survey, &pressure, 1));
  update_relations (self);
  drop_all (self);
}

static void
restarted_cb (AlLoopView *self)
{
  self->serial_seen = G_MAXINT64;
  follow_loops (self);
  update_relations (self);
  update_ghosts (self);
}

/* The object */

static void
forget_session (AlLoopView *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_loop_view_dispose (GObject *object)
{
  AlLoopView *self = AL_LOOP_VIEW (object);

  forget_session (self);
  g_clear_pointer (&self->static_layer, gsk_render_node_unref);
  g_clear_pointer (&self->beat_layer, gsk_render_node_unref);
  g_ptr_array_set_size (self->segments, 0);
  G_OBJECT_CLASS (al_loop_view_parent_class)->dispose (object);
}

static void
al_loop_view_finalize (GObject *object)
{
  AlLoopView *self = AL_LOOP_VIEW (object);

  g_clear_pointer (&self->plot, al_pv_plot_free);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  G_OBJECT_CLASS (al_loop_view_parent_class)->finalize (object);
}

static void
al_loop_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AlLoopView *self = AL_LOOP_VIEW (object);

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
al_loop_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AlLoopView *self = AL_LOOP_VIEW (object);

  switch (prop_id) {
  case PROP_SESSION:
    al_loop_view_set_session (self, g_value_get_object (value));
    break;
  case PROP_PROJECTOR:
    al_loop_view_set_projector (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
al_loop_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = MIN_SIZE;
  *natural = MIN_SIZE;
}

static void
al_loop_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_style (AL_LOOP_VIEW (widget));
}

static void
al_loop_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (al_loop_view_parent_class)->system_setting_changed (widget, setting);
  drop_style (AL_LOOP_VIEW (widget));
}

static void
al_loop_view_class_init (AlLoopViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = al_loop_view_dispose;
  object_class->finalize = al_loop_view_finalize;
  object_class->get_property = al_loop_view_get_property;
  object_class->set_property = al_loop_view_set_property;
  widget_class->measure = al_loop_view_measure;
  widget_class->size_allocate = al_loop_view_size_allocate;
  widget_class->snapshot = al_loop_view_snapshot;
  widget_class->system_setting_changed = al_loop_view_system_setting_changed;

  /* The session whose loop is shown */
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, AL_TYPE_SESSION, flags);
  /* Whether the picture goes to a projector: white ground, thick strokes, large text */
  properties[PROP_PROJECTOR] = g_param_spec_boolean ("projector", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "loopview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
al_loop_view_init (AlLoopView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->plot = al_pv_plot_new ();
  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  self->serial_seen = G_MAXINT64;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pressure-volume loop of the left ventricle"), -1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (drop_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (drop_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_style), NULL);
}

/**
 * al_loop_view_new:
 *
 * Makes a view that shows no session yet.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
al_loop_view_new (void)
{
  return g_object_new (AL_TYPE_LOOP_VIEW, NULL);
}

/**
 * al_loop_view_get_session:
 * @self: a view
 *
 * The session whose loop is shown.
 *
 * Returns: (transfer none) (nullable): the session
 */
AlSession *
al_loop_view_get_session (AlLoopView *self)
{
  g_return_val_if_fail (AL_IS_LOOP_VIEW (self), NULL);
  return self->session;
}

/**
 * al_loop_view_set_session:
 * @self: a view
 * @session: (nullable): the session whose loop is shown
 *
 * Shows a session. The view does not drive it: see al_driver_attach().
 */
void
al_loop_view_set_session (AlLoopView *self, AlSession *session)
{
  g_return_if_fail (AL_IS_LOOP_VIEW (self));
  if (session == self->session)
    return;
  forget_session (self);
  al_pv_plot_clear_beats (self->plot);
  al_pv_plot_clear_ghosts (self->plot);
  if (session != NULL) {
    self->session = g_object_ref (session);
    g_signal_connect_swapped (session, "advanced", G_CALLBACK (follow_loops), self);
    g_signal_connect_swapped (session, "beat", G_CALLBACK (beat_cb), self);
    g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (update_ghosts), self);
    g_signal_connect_swapped (session, "ghosts-changed", G_CALLBACK (update_ghosts), self);
    g_signal_connect_swapped (session, "restarted", G_CALLBACK (restarted_cb), self);
    g_signal_connect_swapped (session, "axes-changed", G_CALLBACK (axes_changed_cb), self);
    axes_changed_cb (self);
    restarted_cb (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * al_loop_view_get_projector:
 * @self: a view
 *
 * Whether the picture goes to a projector.
 */
gboolean
al_loop_view_get_projector (AlLoopView *self)
{
  g_return_val_if_fail (AL_IS_LOOP_VIEW (self), FALSE);
  return self->projector;
}

/**
 * al_loop_view_set_projector:
 * @self: a view
 * @projector: whether the picture goes to a projector
 *
 * Switches to white ground, thick strokes and large text, or back.
 */
void
al_loop_view_set_projector (AlLoopView *self, gboolean projector)
{
  g_return_if_fail (AL_IS_LOOP_VIEW (self));
  if (self->projector == !!projector)
    return;
  self->projector = !!projector;
  drop_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECTOR]);
}
