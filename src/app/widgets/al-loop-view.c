/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-loop-view.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "al-index-text.h"
#include "al-layer.h"
#include "al-preferences.h"
#include "al-pv-plot.h"

/* Points after which a part of the growing loop is finished and drawn no more. */
#define SEGMENT_POINTS 48

/* Points of a drawn relation; the curves are smooth between them. */
#define RELATION_POINTS 64

/* The smallest side at which axes and labels still have room. */
#define MIN_SIZE 240

/* Room around a part of the curve for its width, caps and the halo of the moving point. */
#define PEN_ROOM 14

/* What an arrow key moves the cursor by. */
#define STEP_US 10000

/* A press this far from the loop does not take hold of it. */
#define REACH 40.0

/* Between the hint and the frame. */
#define HINT_ROOM 8

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
  GskRenderNode *review_layer;
  GPtrArray *segments;

  gboolean shown[AL_N_LOOP_OPTIONS];
  AlCavity companions[AL_N_CAVITIES];
  guint n_companions;

  GArray *review; /* of AlPvPoint */
  gint64 review_start_us;
  gint64 review_end_us;
  guint review_first; /* sample of the trace at which the beat begins */

  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (AlLoopView, al_loop_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_PROJECTOR,
  PROP_SHOWN,
  N_PROPS = PROP_SHOWN + AL_N_LOOP_OPTIONS
};

static const struct {
  const char *name;
  const char *action;
  const char *label;
} options[AL_N_LOOP_OPTIONS] = {
    [AL_LOOP_SHOW_RV] = {"show-rv", "sim.show-rv", N_ ("_Right ventricle")},
    [AL_LOOP_SHOW_ATRIA] = {"show-atria", "sim.show-atria", N_ ("_Atria")},
    [AL_LOOP_SHOW_EA] = {"show-ea", "sim.show-ea", N_ ("Arterial _elastance (Ea)")},
    [AL_LOOP_SHOW_PVA] = {"show-pva", "sim.show-pva", N_ ("_Work and potential energy")},
    [AL_LOOP_SHOW_EVENTS] = {"show-events", "sim.show-events", N_ ("_Names of valve events")},
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
  g_clear_pointer (&self->review_layer, gsk_render_node_unref);
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

/* What is seen from the back of a room depends on the height of the whole picture on the wall. */
static int
get_picture_height (AlLoopView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return gtk_widget_get_height (root != NULL ? GTK_WIDGET (root) : GTK_WIDGET (self));
}

static void
update_style (AlLoopView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const int picture_height = get_picture_height (self);

  al_layer_init_style (GTK_WIDGET (self), self->projector, &self->style);
  if (self->projector)
    al_plot_style_fit (&self->style, picture_height, picture_height);
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
  if (self->review->len > 0)
    snapshot_review (self, snapshot, &bounds);
  else
    snapshot_live (self, snapshot);
  snapshot_companions (self, snapshot);
  if (gtk_widget_get_child_visible (self->hint))
    gtk_widget_snapshot_child (widget, self->hint, snapshot);
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

static AlPvPoint
get_point (const AlSample *sample, AlCavity cavity)
{
  return (AlPvPoint){sample->value[al_cavity_get_volume (cavity)],
                     sample->value[al_cavity_get_pressure (cavity)]};
}

/* The points of the other chambers follow the cursor, which is the present while time goes on. */
static void
move_companions (AlLoopView *self)
{
  AlSample sample;

  if (self->n_companions == 0 || !al_session_get_sample (self->session, &sample))
    return;
  for (guint i = 0; i < self->n_companions; i++) {
    const AlPvPoint now = get_point (&sample, self->companions[i]);

    al_pv_plot_move_companion (self->plot, i, &now);
  }
}

/* A loop of pairs of numbers is one of points. */
static const AlPvPoint *
as_points (const double *pairs)
{
  return (const AlPvPoint *) (gconstpointer) pairs;
}

static void
update_companions (AlLoopView *self)
{
  const AlLoops *loops = al_session_get_loops (self->session);

  al_pv_plot_set_n_companions (self->plot, self->n_companions);
  for (guint i = 0; i < self->n_companions; i++) {
    const AlCavity cavity = self->companions[i];
    guint n_points;
    const double *pairs = al_loops_get_cavity (loops, cavity, 1, &n_points);

    al_pv_plot_set_companion (self->plot, i, al_cavity_get_name (cavity), as_points (pairs),
                              n_points);
  }
  move_companions (self);
}

/* Below this a valve is closed. */
#define OPEN 0.05

typedef struct {
  AlPvEvent opens;
  AlPvEvent closes;
  gboolean has_opened;
  gboolean has_closed;
} ValveEvents;

/* The first opening of a beat and the last closing: a leaflet that trembles is marked once. */
static void
find_events (const AlTrace *trace, guint first, guint last, AlSignal opening, ValveEvents *events)
{
  for (guint i = first + 1; i <= last; i++) {
    const gboolean was_open = al_trace_get_value (trace, i - 1, opening) > OPEN;
    const gboolean is_open = al_trace_get_value (trace, i, opening) > OPEN;
    const AlPvPoint at = get_point (al_trace_get_sample (trace, i), AL_CAVITY_LV);

    if (is_open && !was_open && !events->has_opened) {
      events->opens.at = at;
      events->has_opened = TRUE;
    }
    if (was_open && !is_open) {
      events->closes.at = at;
      events->has_closed = TRUE;
    }
  }
}

static guint
add_events (const ValveEvents *found, AlPvEvent *events, guint n_events)
{
  if (found->has_closed)
    events[n_events++] = found->closes;
  if (found->has_opened)
    events[n_events++] = found->opens;
  return n_events;
}

/* Of the last whole beat. */
static void
update_events (AlLoopView *self)
{
  const AlLoops *loops = al_session_get_loops (self->session);
  const AlTrace *trace = al_session_get_trace (self->session);
  ValveEvents mitral = {.opens = {.name = C_ ("mitral valve opens", "MO"), .opens = TRUE},
                        .closes = {.name = C_ ("mitral valve closes", "MC")}};
  ValveEvents aortic = {.opens = {.name = C_ ("aortic valve opens", "AO"), .opens = TRUE},
                        .closes = {.name = C_ ("aortic valve closes", "AC")}};
  AlPvEvent events[AL_PV_MAX_EVENTS];
  guint n_events = 0;
  gint64 start_us;
  gint64 end_us;

  if (al_trace_get_n_samples (trace) > 0 && loops->serial > 0 &&
      al_loops_find_beat (loops, loops->start_us[loops->serial % AL_LOOPS_STARTS] - 1, &start_us,
                          &end_us)) {
    const guint last = MIN (al_trace_find (trace, end_us), al_trace_get_n_samples (trace) - 1);
    const guint first = MIN (al_trace_find (trace, start_us), last);

    find_events (trace, first, last, AL_SIGNAL_MITRAL_OPENING, &mitral);
    find_events (trace, first, last, AL_SIGNAL_AORTIC_OPENING, &aortic);
    n_events = add_events (&aortic, events, add_events (&mitral, events, 0));
  }
  al_pv_plot_set_events (self->plot, events, n_events);
}

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
    const AlPvPoint point = get_point (al_trace_get_sample (trace, i), AL_CAVITY_LV);

    g_array_append_val (self->review, point);
  }
}

static void
show_review (AlLoopView *self)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const guint now = al_trace_find (trace, al_session_get_cursor_us (self->session));

  al_pv_plot_set_review (
      self->plot, as_points ((gconstpointer) self->review->data), self->review->len,
      self->review->len > 0 ? MIN (now - MIN (now, self->review_first), self->review->len - 1) : 0);
  g_clear_pointer (&self->review_layer, gsk_render_node_unref);
}

static void
cursor_moved_cb (AlLoopView *self)
{
  if (al_session_get_reviewing (self->session))
    fill_review (self);
  else
    g_array_set_size (self->review, 0);
  show_review (self);
  move_companions (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
  move_companions (self);
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
  for (guint i = 0; i < self->n_companions; i++)
    al_pv_plot_add_thin_ghost (self->plot,
                               ghost->automatic ? get_role (ghost->support) : AL_ROLE_OTHER,
                               as_points (ghost->loop[self->companions[i]]), ghost->n_points);
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
update_hint (AlLoopView *self)
{
  gtk_widget_set_child_visible (self->hint, al_pv_plot_is_left (self->plot));
}

static void
beat_cb (AlLoopView *self)
{
  follow_loops (self);
  update_relations (self);
  update_companions (self);
  update_events (self);
  update_hint (self);
  update_description (self);
  drop_beat (self);
}

/* Nothing else ever moves the axes, but another chamber that is asked for. */
static void
axes_changed_cb (AlLoopView *self)
{
  const AlSurvey *survey = al_session_get_survey (self->session);
  AlSignal volume[AL_N_CAVITIES] = {AL_SIGNAL_LV_VOLUME};
  AlSignal pressure[AL_N_CAVITIES] = {AL_SIGNAL_LV_PRESSURE};

  if (survey == NULL)
    return;
  for (guint i = 0; i < self->n_companions; i++) {
    volume[i + 1] = al_cavity_get_volume (self->companions[i]);
    pressure[i + 1] = al_cavity_get_pressure (self->companions[i]);
  }
  al_pv_plot_set_range (self->plot, al_survey_get_range (survey, volume, self->n_companions + 1),
                        al_survey_get_range (survey, pressure, self->n_companions + 1));
  update_relations (self);
  update_hint (self);
  drop_all (self);
}

static void
restarted_cb (AlLoopView *self)
{
  self->serial_seen = G_MAXINT64;
  follow_loops (self);
  update_relations (self);
  update_companions (self);
  update_events (self);
  update_ghosts (self);
  cursor_moved_cb (self);
}

/* What is shown on request */

static void
update_label (AlLoopView *self)
{
  g_autoptr (GString) text = g_string_new (_ ("Pressure-volume loop of the left ventricle"));

  for (guint i = 0; i < self->n_companions; i++)
    g_string_append_printf (text, ", %s", al_cavity_get_name (self->companions[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
}

static void
choose_companions (AlLoopView *self)
{
  self->n_companions = 0;
  if (self->shown[AL_LOOP_SHOW_RV])
    self->companions[self->n_companions++] = AL_CAVITY_RV;
  if (self->shown[AL_LOOP_SHOW_ATRIA]) {
    self->companions[self->n_companions++] = AL_CAVITY_LA;
    self->companions[self->n_companions++] = AL_CAVITY_RA;
  }
  al_pv_plot_set_n_companions (self->plot, self->n_companions);
}

static void
follow_options (AlLoopView *self)
{
  al_pv_plot_set_ea_visible (self->plot, self->shown[AL_LOOP_SHOW_EA]);
  al_pv_plot_set_pva_visible (self->plot, self->shown[AL_LOOP_SHOW_PVA]);
  al_pv_plot_set_event_names_visible (self->plot, self->shown[AL_LOOP_SHOW_EVENTS]);
  choose_companions (self);
  update_label (self);
  if (self->session != NULL) {
    update_companions (self);
    update_ghosts (self);
    axes_changed_cb (self);
    update_description (self);
  }
  drop_beat (self);
}

static void
save_options_cb (AlLoopView *self)
{
  const char *names[AL_N_LOOP_OPTIONS + 1] = {NULL};
  guint n_names = 0;

  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++) {
    if (self->shown[i])
      names[n_names++] = options[i].name;
  }
  al_preferences_set_loop (al_preferences_get_default (), names);
}

static void
load_options (AlLoopView *self)
{
  g_auto (GStrv) names = al_preferences_dup_loop (al_preferences_get_default ());

  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++)
    al_loop_view_set_shown (self, (AlLoopOption) i,
                            g_strv_contains ((const char *const *) names, options[i].name));
}

/* Scrubbing */

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

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AlLoopView *self = AL_LOOP_VIEW (widget);

  if (self->session == NULL)
    return GDK_EVENT_PROPAGATE;
  al_session_set_playing (self->session, FALSE);
  al_session_step (self->session, STEP_US * g_variant_get_int32 (args));
  return GDK_EVENT_STOP;
}

static void
add_gestures (AlLoopView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
fit_cb (AlLoopView *self)
{
  if (self->session != NULL)
    al_session_fit_axes (self->session);
}

static void
add_hint (AlLoopView *self)
{
  self->hint = gtk_button_new_with_mnemonic (_ ("_Fit axes"));
  gtk_widget_add_css_class (self->hint, "pill");
  gtk_widget_set_tooltip_text (self->hint, _ ("The loop leaves the axes: choose them anew"));
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->hint, FALSE);
  g_signal_connect_swapped (self->hint, "clicked", G_CALLBACK (fit_cb), self);
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
  g_clear_pointer (&self->review_layer, gsk_render_node_unref);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_ptr_array_set_size (self->segments, 0);
  G_OBJECT_CLASS (al_loop_view_parent_class)->dispose (object);
}

static void
al_loop_view_finalize (GObject *object)
{
  AlLoopView *self = AL_LOOP_VIEW (object);

  g_clear_pointer (&self->plot, al_pv_plot_free);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  g_clear_pointer (&self->review, g_array_unref);
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
    if (prop_id >= PROP_SHOWN && prop_id < N_PROPS)
      g_value_set_boolean (value, self->shown[prop_id - PROP_SHOWN]);
    else
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
    if (prop_id >= PROP_SHOWN && prop_id < N_PROPS)
      al_loop_view_set_shown (self, (AlLoopOption) (prop_id - PROP_SHOWN),
                              g_value_get_boolean (value));
    else
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
  AlLoopView *self = AL_LOOP_VIEW (widget);
  GtkRequisition size;
  GskTransform *transform;

  gtk_widget_get_preferred_size (self->hint, NULL, &size);
  transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) (width - size.width - HINT_ROOM), HINT_ROOM));
  gtk_widget_allocate (self->hint, size.width, size.height, -1, transform);
  drop_style (self);
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
  /* Each of AlLoopOption */
  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++)
    properties[PROP_SHOWN + i] = g_param_spec_boolean (options[i].name, NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_cb, "i", 1);

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
  self->review = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  update_label (self);
  add_hint (self);
  add_gestures (self);
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
    g_signal_connect_swapped (session, "cursor-moved", G_CALLBACK (cursor_moved_cb), self);
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

/**
 * al_loop_view_get_shown:
 * @self: a view
 * @option: what can be shown on request
 *
 * Whether it is shown.
 */
gboolean
al_loop_view_get_shown (AlLoopView *self, AlLoopOption option)
{
  g_return_val_if_fail (AL_IS_LOOP_VIEW (self) && option < AL_N_LOOP_OPTIONS, FALSE);
  return self->shown[option];
}

/**
 * al_loop_view_set_shown:
 * @self: a view
 * @option: what can be shown on request
 * @shown: whether to show it
 *
 * Shows or hides something. Another chamber shares the axes, which make room for it at once and
 * then stay.
 */
void
al_loop_view_set_shown (AlLoopView *self, AlLoopOption option, gboolean shown)
{
  g_return_if_fail (AL_IS_LOOP_VIEW (self) && option < AL_N_LOOP_OPTIONS);
  if (self->shown[option] == !!shown)
    return;
  self->shown[option] = !!shown;
  follow_options (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN + option]);
}

/**
 * al_loop_view_add_actions:
 * @self: a view
 * @map: the actions of its page, which are called `sim.`
 *
 * Adds an action for each option. What was shown last time is shown again, and from then on every
 * choice is remembered.
 */
void
al_loop_view_add_actions (AlLoopView *self, GActionMap *map)
{
  g_return_if_fail (AL_IS_LOOP_VIEW (self));
  load_options (self);
  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++) {
    g_autoptr (GPropertyAction) action =
        g_property_action_new (options[i].name, self, options[i].name);
    g_autofree char *signal = g_strconcat ("notify::", options[i].name, NULL);

    g_action_map_add_action (map, G_ACTION (action));
    g_signal_connect (self, signal, G_CALLBACK (save_options_cb), NULL);
  }
}

/**
 * al_loop_view_get_menu:
 *
 * A menu of what al_loop_view_add_actions() adds, for a button on the page.
 *
 * Returns: (transfer full): a new menu
 */
GMenuModel *
al_loop_view_get_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++)
    g_menu_append (menu, _ (options[i].label), options[i].action);
  return G_MENU_MODEL (menu);
}
