/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-strip-view-private.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "al-index-text.h"
#include "al-layer.h"
#include "al-strip-ecg.h"
#include "al-strip-layout.h"

/* A projector shows no more charts than the last row can read. */
#define PROJECTOR_STRIPS 2

#define MIN_WIDTH        220
#define MIN_STRIP_HEIGHT 96
#define MIN_ECG_HEIGHT   40

/* Time lapse up to this leaves the sweep as it is; beyond, it doubles with the speed, so that a
 * sweep takes a second or two to read, up to a length at which beats are still told apart. */
#define UNCHANGED_SPEED 4.0
#define LONGEST_US      (48 * G_USEC_PER_SEC)

/* How much farther the arterial axis goes when its chart holds labels. */
#define LABELLED_HEADROOM 1.4

/* A balloon counts as filled from this part of its volume on. */
#define FILLED_SHARE 0.1

/**
 * AlStripView:
 *
 * Charts of a session's signals, one above the other on one time axis.
 *
 * They *sweep*, as a bedside monitor draws them: once written, a curve stands still until the sweep
 * comes round again. Or they *scroll*, like paper; while time stands still they can be moved over
 * the last minute like paper as well. Finished chunks are drawn once and kept, where the sweep has
 * them; paper shows the same chunks, moved by whole pixels. A frame draws the head and no more.
 */
G_DEFINE_FINAL_TYPE (AlStripView, al_strip_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_PROJECTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

AlStripRow *
al_strip_view_get_row (AlStripView *self, guint position)
{
  return &g_array_index (self->rows, AlStripRow, position);
}

/* Layers */

static void
drop_chunks (AlStripView *self)
{
  for (int i = 0; i < AL_STRIP_SLOTS; i++)
    g_clear_pointer (&self->chunks[i].node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
al_strip_view_drop_beat (AlStripView *self)
{
  self->beat_valid = FALSE;
  g_clear_pointer (&self->landmark_layer, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
al_strip_view_drop_all (AlStripView *self)
{
  self->layout_valid = FALSE;
  g_clear_pointer (&self->static_layer, gsk_render_node_unref);
  al_strip_view_drop_beat (self);
  drop_chunks (self);
}

static void
al_strip_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlStripView *self = AL_STRIP_VIEW (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));

  if (self->session == NULL || self->rows->len == 0)
    return;
  if (!self->layout_valid)
    al_strip_view_update_layout (self);
  al_layer_snapshot_ground (widget, snapshot, &self->style.ground);
  gtk_snapshot_push_clip (snapshot, &bounds);
  if (self->static_layer == NULL)
    self->static_layer = al_layer_new (widget, &bounds, al_strip_view_draw_static_cb, self);
  if (!self->beat_valid)
    al_layer_renew (&self->beat_layer, widget, &bounds, al_strip_view_draw_beat_cb, self);
  self->beat_valid = TRUE;
  gtk_snapshot_append_node (snapshot, self->static_layer);
  gtk_snapshot_append_node (snapshot, self->beat_layer);
  al_strip_view_snapshot_curves (self, snapshot);
  al_strip_view_snapshot_landmarks (self, snapshot);
  al_strip_view_snapshot_overlay (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* What the strips show */

static void
describe_moment (AlStripView *self, GString *text)
{
  g_autofree char *ruler = al_strip_view_format_ruler (self);

  if (al_session_get_reviewing (self->session)) {
    const gint64 back_us = al_trace_get_last_us (al_session_get_trace (self->session)) -
                           al_session_get_cursor_us (self->session);

    /* Translators: what a chart shows while time stands still */
    g_string_append_printf (text, _ (" Looking back %.2f s."), (double) back_us / G_USEC_PER_SEC);
  }
  if (ruler != NULL)
    g_string_append_printf (text, " %s.", ruler);
}

void
al_strip_view_update_description (AlStripView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AlIndices indices;

  if (self->session == NULL || !al_session_get_indices (self->session, &indices))
    return;
  for (guint i = 0; i < self->rows->len; i++) {
    const AlStripRow *row = al_strip_view_get_row (self, i);
    g_autofree char *sentence =
        row->is_ecg ? al_strip_layout_describe_ecg (al_session_get_simulation (self->session))
                    : al_strip_layout_describe (row->strip, &indices);

    g_string_append_printf (text, "%s%s.", i == 0 ? "" : " ", sentence);
  }
  describe_moment (self, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

/* Labels need room above the curves. */
static AlRange
choose_range (AlStripView *self, AlStrip strip, const AlSurvey *survey)
{
  AlRange range = al_strip_layout_choose_range (strip, survey);

  if (self->has_landmarks && strip == AL_STRIP_ARTERIAL)
    range.high *= LABELLED_HEADROOM;
  return range;
}

/* Nothing else ever moves the axes. */
static void
update_ranges (AlStripView *self)
{
  const AlSurvey *survey = self->session != NULL ? al_session_get_survey (self->session) : NULL;

  for (guint i = 0; i < self->rows->len && survey != NULL; i++) {
    const AlStripRow *row = al_strip_view_get_row (self, i);

    if (!row->is_ecg)
      al_strip_chart_set_range (row->chart, choose_range (self, row->strip, survey));
  }
  al_strip_view_drop_all (self);
}

/* Bars for the balloon, from its first beat until the patient begins anew. */
static void
update_band (AlStripView *self)
{
  const double volume =
      self->session != NULL ? al_session_get (self->session, AL_PARAMETER_IABP_VOLUME) : 0;

  for (guint i = 0; i < self->rows->len; i++) {
    const AlStripRow *row = al_strip_view_get_row (self, i);

    if (!row->is_ecg && row->strip == AL_STRIP_ARTERIAL)
      al_strip_chart_set_band (row->chart,
                               self->has_band ? g_dpgettext2 (NULL, "curve", "Balloon") : NULL,
                               AL_SIGNAL_BALLOON_VOLUME, FILLED_SHARE * volume);
  }
  al_strip_view_drop_all (self);
}

static void
notice_balloon (AlStripView *self)
{
  gboolean wanted =
      self->watch->had_balloon || (al_session_get_support (self->session) & AL_SUPPORT_IABP) != 0;

  if (wanted == self->has_band)
    return;
  self->has_band = wanted;
  update_band (self);
}

static void
add_ecg_row (AlStripView *self)
{
  AlStripRow row = {.is_ecg = TRUE};

  row.chart = al_strip_chart_new (NULL, "");
  al_strip_chart_add_function (row.chart, al_strip_ecg_get_value, &self->watch->events,
                               AL_SIGNAL_LV_PRESSURE, C_ ("curve", "ECG"));
  al_strip_chart_set_values_visible (row.chart, FALSE);
  al_strip_chart_set_range (row.chart, (AlRange){AL_STRIP_ECG_LOW, AL_STRIP_ECG_HIGH});
  g_array_append_val (self->rows, row);
}

/* In the order of the list, whatever the order of choosing. */
void
al_strip_view_update_rows (AlStripView *self)
{
  guint n_left = self->projector ? PROJECTOR_STRIPS : AL_N_STRIPS;

  g_array_set_size (self->rows, 0);
  if (self->has_ecg)
    add_ecg_row (self);
  for (int strip = 0; strip < AL_N_STRIPS && n_left > 0; strip++) {
    AlStripRow row = {.strip = (AlStrip) strip};

    if (!al_strip_view_has_strip (self, row.strip))
      continue;
    row.chart = al_strip_layout_create_chart (row.strip);
    g_array_append_val (self->rows, row);
    n_left--;
  }
  self->ruler.is_set = FALSE;
  update_ranges (self);
  update_band (self);
  al_strip_view_update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  al_strip_view_update_actions (self);
}

static void
update_duration (AlStripView *self)
{
  const double speed = self->session != NULL ? al_session_get_speed (self->session) : 1;
  gint64 duration_us = self->chosen_us;

  for (double fast = UNCHANGED_SPEED; fast < speed && 2 * duration_us <= LONGEST_US; fast *= 2)
    duration_us *= 2;
  if (duration_us == self->duration_us)
    return;
  self->duration_us = duration_us;
  al_strip_view_drop_all (self);
}

/* What happens */

static void
advanced_cb (AlStripView *self)
{
  al_strip_watch_follow (self->watch, al_session_get_simulation (self->session));
  notice_balloon (self);
  if (self->review_end_us >= 0)
    al_strip_view_set_review_end_us (self, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
beat_cb (AlStripView *self)
{
  al_strip_view_update_description (self);
  al_strip_view_drop_beat (self);
}

static void
restarted_cb (AlStripView *self)
{
  al_strip_watch_restart (self->watch, al_session_get_simulation (self->session));
  self->review_end_us = -1;
  self->ruler.is_set = FALSE;
  notice_balloon (self);
  al_strip_view_drop_all (self);
  beat_cb (self);
}

static void
cursor_moved_cb (AlStripView *self)
{
  al_strip_view_show_cursor (self);
  if (self->ruler.follows_cursor)
    self->ruler.to_us = al_session_get_cursor_us (self->session);
  al_strip_view_update_description (self);
  al_strip_view_drop_beat (self);
}

/* What was measured is wiped by what comes. */
static void
playing_changed_cb (AlStripView *self)
{
  if (al_session_get_playing (self->session)) {
    al_strip_view_set_review_end_us (self, -1);
    al_strip_view_clear_ruler (self);
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The object */

static void
forget_session (AlStripView *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_strip_view_dispose (GObject *object)
{
  AlStripView *self = AL_STRIP_VIEW (object);

  forget_session (self);
  g_clear_object (&self->menu);
  self->actions = NULL;
  g_clear_pointer (&self->static_layer, gsk_render_node_unref);
  g_clear_pointer (&self->beat_layer, gsk_render_node_unref);
  g_clear_pointer (&self->landmark_layer, gsk_render_node_unref);
  for (int i = 0; i < AL_STRIP_SLOTS; i++)
    g_clear_pointer (&self->chunks[i].node, gsk_render_node_unref);
  G_OBJECT_CLASS (al_strip_view_parent_class)->dispose (object);
}

static void
row_clear (gpointer data)
{
  g_clear_pointer (&((AlStripRow *) data)->chart, al_strip_chart_free);
}

static void
al_strip_view_finalize (GObject *object)
{
  AlStripView *self = AL_STRIP_VIEW (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_clear_pointer (&self->watch, g_free);
  G_OBJECT_CLASS (al_strip_view_parent_class)->finalize (object);
}

static void
al_strip_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AlStripView *self = AL_STRIP_VIEW (object);

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
al_strip_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AlStripView *self = AL_STRIP_VIEW (object);

  switch (prop_id) {
  case PROP_SESSION:
    al_strip_view_set_session (self, g_value_get_object (value));
    break;
  case PROP_PROJECTOR:
    al_strip_view_set_projector (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
al_strip_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  AlStripView *self = AL_STRIP_VIEW (widget);
  const guint n_strips = self->rows->len - (self->rows->len > 0 && self->has_ecg ? 1 : 0);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN_WIDTH;
  else
    *minimum =
        MIN_STRIP_HEIGHT * (int) MAX (1, MIN (n_strips, 3)) + (self->has_ecg ? MIN_ECG_HEIGHT : 0);
  *natural = *minimum;
}

static void
al_strip_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  al_strip_view_drop_all (AL_STRIP_VIEW (widget));
}

static void
al_strip_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (al_strip_view_parent_class)->system_setting_changed (widget, setting);
  if (al_layer_depends_on (setting))
    al_strip_view_drop_all (AL_STRIP_VIEW (widget));
}

static void
al_strip_view_class_init (AlStripViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = al_strip_view_dispose;
  object_class->finalize = al_strip_view_finalize;
  object_class->get_property = al_strip_view_get_property;
  object_class->set_property = al_strip_view_set_property;
  widget_class->measure = al_strip_view_measure;
  widget_class->size_allocate = al_strip_view_size_allocate;
  widget_class->snapshot = al_strip_view_snapshot;
  widget_class->system_setting_changed = al_strip_view_system_setting_changed;

  /* The session whose signals are shown */
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, AL_TYPE_SESSION, flags);
  /* Whether the picture goes to a projector: white ground, thick strokes, large text */
  properties[PROP_PROJECTOR] = g_param_spec_boolean ("projector", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "stripview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
al_strip_view_init (AlStripView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->watch = g_new0 (AlStripWatch, 1);
  self->chosen = g_array_new (FALSE, TRUE, sizeof (AlStrip));
  self->rows = g_array_new (FALSE, TRUE, sizeof (AlStripRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->chosen_us = self->duration_us = AL_SESSION_SWEEP_US;
  self->review_end_us = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pressures and flows over time"), -1);
  al_strip_view_add_controllers (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (al_strip_view_drop_all), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (al_strip_view_drop_all),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (al_strip_view_drop_all), NULL);
}

/**
 * al_strip_view_new:
 *
 * Makes a view without strips that shows no session yet.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
al_strip_view_new (void)
{
  return g_object_new (AL_TYPE_STRIP_VIEW, NULL);
}

/**
 * al_strip_view_add_strip:
 * @self: a view
 * @strip: what to show
 *
 * Adds a chart, at its place in the order of #AlStrip.
 */
void
al_strip_view_add_strip (AlStripView *self, AlStrip strip)
{
  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  g_return_if_fail (strip < AL_N_STRIPS);
  if (al_strip_view_has_strip (self, strip))
    return;
  g_array_append_val (self->chosen, strip);
  al_strip_view_update_rows (self);
}

/**
 * al_strip_view_remove_strip:
 * @self: a view
 * @strip: what not to show
 *
 * Takes a chart away.
 */
void
al_strip_view_remove_strip (AlStripView *self, AlStrip strip)
{
  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  for (guint i = 0; i < self->chosen->len; i++) {
    if (g_array_index (self->chosen, AlStrip, i) == strip) {
      g_array_remove_index (self->chosen, i);
      al_strip_view_update_rows (self);
      return;
    }
  }
}

/**
 * al_strip_view_has_strip:
 * @self: a view
 * @strip: a chart
 *
 * Whether a chart is chosen. A projector shows the first two of those that are.
 */
gboolean
al_strip_view_has_strip (AlStripView *self, AlStrip strip)
{
  g_return_val_if_fail (AL_IS_STRIP_VIEW (self), FALSE);
  for (guint i = 0; i < self->chosen->len; i++) {
    if (g_array_index (self->chosen, AlStrip, i) == strip)
      return TRUE;
  }
  return FALSE;
}

/**
 * al_strip_view_get_n_strips:
 * @self: a view
 *
 * How many charts are chosen, the ECG not counted.
 */
guint
al_strip_view_get_n_strips (AlStripView *self)
{
  g_return_val_if_fail (AL_IS_STRIP_VIEW (self), 0);
  return self->chosen->len;
}

/**
 * al_strip_view_get_ecg:
 * @self: a view
 *
 * Whether an ECG runs above the charts.
 */
gboolean
al_strip_view_get_ecg (AlStripView *self)
{
  g_return_val_if_fail (AL_IS_STRIP_VIEW (self), FALSE);
  return self->has_ecg;
}

/**
 * al_strip_view_set_ecg:
 * @self: a view
 * @ecg: whether an ECG runs above the charts
 *
 * Shows or hides the ECG, with the triggers of the balloon pump.
 */
void
al_strip_view_set_ecg (AlStripView *self, gboolean ecg)
{
  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  if (self->has_ecg == !!ecg)
    return;
  self->has_ecg = !!ecg;
  al_strip_view_update_rows (self);
}

/**
 * al_strip_view_get_landmarks:
 * @self: a view
 *
 * Whether the arterial curve is labelled.
 */
gboolean
al_strip_view_get_landmarks (AlStripView *self)
{
  g_return_val_if_fail (AL_IS_STRIP_VIEW (self), FALSE);
  return self->has_landmarks;
}

/**
 * al_strip_view_set_landmarks:
 * @self: a view
 * @landmarks: whether the arterial curve is labelled
 *
 * Labels systole, augmentation, end-diastole and notch over the last whole beats, or not.
 */
void
al_strip_view_set_landmarks (AlStripView *self, gboolean landmarks)
{
  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  if (self->has_landmarks == !!landmarks)
    return;
  self->has_landmarks = !!landmarks;
  update_ranges (self);
  al_strip_view_update_actions (self);
}

/**
 * al_strip_view_get_scrolling:
 * @self: a view
 *
 * Whether the curves scroll.
 */
gboolean
al_strip_view_get_scrolling (AlStripView *self)
{
  g_return_val_if_fail (AL_IS_STRIP_VIEW (self), FALSE);
  return self->scrolling;
}

/**
 * al_strip_view_set_scrolling:
 * @self: a view
 * @scrolling: whether the curves scroll
 *
 * Lets the curves scroll as on paper, or stand still under a sweep.
 */
void
al_strip_view_set_scrolling (AlStripView *self, gboolean scrolling)
{
  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  if (self->scrolling == !!scrolling)
    return;
  self->scrolling = !!scrolling;
  al_strip_view_drop_all (self);
  al_strip_view_update_actions (self);
}

/**
 * al_strip_view_get_duration_us:
 * @self: a view
 *
 * Simulated time from the left edge to the right one, as it was chosen.
 */
gint64
al_strip_view_get_duration_us (AlStripView *self)
{
  g_return_val_if_fail (AL_IS_STRIP_VIEW (self), 0);
  return self->chosen_us;
}

/**
 * al_strip_view_set_duration_us:
 * @self: a view
 * @duration_us: simulated time from the left edge to the right one, 1 to 48 s
 *
 * Sets how much time is seen. In time lapse beyond four times real time it is more: twice as much
 * for every doubling of the speed, up to 48 s.
 */
void
al_strip_view_set_duration_us (AlStripView *self, gint64 duration_us)
{
  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  g_return_if_fail (duration_us >= G_USEC_PER_SEC && duration_us <= LONGEST_US);
  if (duration_us == self->chosen_us)
    return;
  self->chosen_us = duration_us;
  update_duration (self);
  al_strip_view_update_actions (self);
}

/**
 * al_strip_view_get_session:
 * @self: a view
 *
 * The session whose signals are shown.
 *
 * Returns: (transfer none) (nullable): the session
 */
AlSession *
al_strip_view_get_session (AlStripView *self)
{
  g_return_val_if_fail (AL_IS_STRIP_VIEW (self), NULL);
  return self->session;
}

/**
 * al_strip_view_set_session:
 * @self: a view
 * @session: (nullable): the session whose signals are shown
 *
 * Shows a session. The view does not drive it: see al_driver_attach().
 */
void
al_strip_view_set_session (AlStripView *self, AlSession *session)
{
  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  if (session == self->session)
    return;
  forget_session (self);
  if (session != NULL) {
    self->session = g_object_ref (session);
    g_signal_connect_swapped (session, "advanced", G_CALLBACK (advanced_cb), self);
    g_signal_connect_swapped (session, "beat", G_CALLBACK (beat_cb), self);
    g_signal_connect_swapped (session, "restarted", G_CALLBACK (restarted_cb), self);
    g_signal_connect_swapped (session, "axes-changed", G_CALLBACK (update_ranges), self);
    g_signal_connect_swapped (session, "cursor-moved", G_CALLBACK (cursor_moved_cb), self);
    g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (notice_balloon), self);
    g_signal_connect_swapped (session, "notify::speed", G_CALLBACK (update_duration), self);
    g_signal_connect_swapped (session, "notify::playing", G_CALLBACK (playing_changed_cb), self);
    update_duration (self);
    update_ranges (self);
    restarted_cb (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * al_strip_view_get_projector:
 * @self: a view
 *
 * Whether the picture goes to a projector.
 */
gboolean
al_strip_view_get_projector (AlStripView *self)
{
  g_return_val_if_fail (AL_IS_STRIP_VIEW (self), FALSE);
  return self->projector;
}

/**
 * al_strip_view_set_projector:
 * @self: a view
 * @projector: whether the picture goes to a projector
 *
 * Switches to white ground, thick strokes, large text and two charts at most, or back.
 */
void
al_strip_view_set_projector (AlStripView *self, gboolean projector)
{
  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  if (self->projector == !!projector)
    return;
  self->projector = !!projector;
  al_strip_view_update_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECTOR]);
}
