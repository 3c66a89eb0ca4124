/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-strip-view.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "al-index-text.h"
#include "al-layer.h"
#include "al-strip-chart.h"

/* A finished chunk of the sweep is drawn once. The sweep is a whole number of chunks. */
#define CHUNK_US (250 * 1000)
#define N_CHUNKS ((int) (AL_SESSION_SWEEP_US / CHUNK_US))

/* Room around a part of a curve for its width and caps. */
#define PEN_ROOM 6

#define MAX_CURVES 3
#define N_NUMBERS  3

/* Strokes and text are made for a strip of this many pixels and grow with it, up to a limit. */
#define DESIGN_HEIGHT 200.0
#define MAX_SCALE     1.3

/* On a projector, text takes this share of the height of a strip. */
#define PROJECTOR_TEXT 0.085

#define MIN_WIDTH        220
#define MIN_STRIP_HEIGHT 96

typedef struct {
  AlSignal signal;
  const char *name;
  double factor;
} Curve;

/* What a strip is made of. */
typedef struct {
  const char *title;
  const char *unit;
  Curve curves[MAX_CURVES];
  guint n_curves;
  AlIndex numbers[N_NUMBERS];
} Layout;

#define L_MIN_PER_ML_S 0.06

static const Layout layouts[AL_N_STRIPS] = {
    [AL_STRIP_ARTERIAL] =
        {
            N_ ("Aorta and left ventricle"),
            "mmHg",
            {{AL_SIGNAL_LV_PRESSURE, NC_ ("curve", "LV"), 1},
             {AL_SIGNAL_AO_PRESSURE, NC_ ("curve", "Aorta"), 1}},
            2,
            {AL_INDEX_AO_SYSTOLIC, AL_INDEX_AO_DIASTOLIC, AL_INDEX_MAP},
        },
    [AL_STRIP_FILLING] =
        {
            N_ ("Atria and pulmonary artery"),
            "mmHg",
            {{AL_SIGNAL_LA_PRESSURE, NC_ ("curve", "LA"), 1},
             {AL_SIGNAL_PA_PRESSURE, NC_ ("curve", "PA"), 1},
             {AL_SIGNAL_RA_PRESSURE, NC_ ("curve", "RA"), 1}},
            3,
            {AL_INDEX_PA_SYSTOLIC, AL_INDEX_PA_DIASTOLIC, AL_INDEX_PA_MEAN},
        },
    [AL_STRIP_FLOW] =
        {
            N_ ("Flow"),
            "L/min",
            {{AL_SIGNAL_AORTIC_FLOW, NC_ ("curve", "Aortic valve"), L_MIN_PER_ML_S},
             {AL_SIGNAL_ECMO_FLOW, NC_ ("curve", "ECMO"), L_MIN_PER_ML_S}},
            2,
            {AL_INDEX_NATIVE_CO, AL_INDEX_ECMO_FLOW, AL_INDEX_TOTAL_FLOW},
        },
};

typedef struct {
  AlStrip strip;
  AlStripChart *chart;
  double y;
} Row;

typedef struct {
  gint64 number;
  GskRenderNode *node;
} Chunk;

/**
 * AlStripView:
 *
 * Charts of a session's signals, one above the other on one time axis, as a bedside monitor draws
 * them.
 *
 * Once written, a curve stands still until the sweep comes round again. Finished chunks are
 * therefore drawn once and kept; a frame draws the head of the sweep and no more.
 */
struct _AlStripView {
  GtkWidget parent_instance;

  AlSession *session;
  GArray *rows;
  AlPlotStyle style;
  gboolean projector;
  gboolean layout_valid;

  GskRenderNode *static_layer;
  GskRenderNode *beat_layer;
  Chunk chunks[N_CHUNKS];
};

G_DEFINE_FINAL_TYPE (AlStripView, al_strip_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_PROJECTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static Row *
get_row (AlStripView *self, guint position)
{
  return &g_array_index (self->rows, Row, position);
}

/* Layers */

static void
drop_chunks (AlStripView *self)
{
  for (int i = 0; i < N_CHUNKS; i++)
    g_clear_pointer (&self->chunks[i].node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_beat (AlStripView *self)
{
  g_clear_pointer (&self->beat_layer, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_all (AlStripView *self)
{
  self->layout_valid = FALSE;
  g_clear_pointer (&self->static_layer, gsk_render_node_unref);
  drop_beat (self);
  drop_chunks (self);
}

static void
update_style (AlStripView *self, double strip_height)
{
  al_layer_init_style (GTK_WIDGET (self), self->projector, &self->style);
  if (self->projector)
    al_plot_style_scale (&self->style,
                         MAX (1, PROJECTOR_TEXT * strip_height / self->style.font_size));
  else
    al_plot_style_scale (&self->style, CLAMP (strip_height / DESIGN_HEIGHT, 1, MAX_SCALE));
}

/* The charts share their margins, so that one moment stands at one x in all of them. */
static void
share_margins (AlStripView *self)
{
  double left = 0;
  double right = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    double own_left;
    double own_right;

    al_strip_chart_measure_margins (get_row (self, i)->chart, &own_left, &own_right);
    left = MAX (left, own_left);
    right = MAX (right, own_right);
  }
  for (guint i = 0; i < self->rows->len; i++)
    al_strip_chart_set_margins (get_row (self, i)->chart, ceil (left), ceil (right));
}

/* The lowest strip is higher by the line of times. */
static void
update_layout (AlStripView *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const guint n_rows = MAX (1, self->rows->len);
  double time_height;

  update_style (self, height / n_rows);
  time_height = 1.6 * self->style.font_size;
  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = get_row (self, i);
    gboolean last = i == self->rows->len - 1;
    const double strip_height = floor ((height - time_height) / n_rows);

    row->y = i * strip_height;
    al_strip_chart_set_style (row->chart, &self->style);
    al_strip_chart_set_time_visible (row->chart, last);
    al_strip_chart_set_size (row->chart, width, last ? height - row->y : strip_height);
  }
  share_margins (self);
  self->layout_valid = TRUE;
}

static void
draw_static_cb (cairo_t *cr, gpointer user_data)
{
  AlStripView *self = user_data;

  for (guint i = 0; i < self->rows->len; i++) {
    cairo_save (cr);
    cairo_translate (cr, 0, get_row (self, i)->y);
    al_strip_chart_draw_static (get_row (self, i)->chart, cr);
    cairo_restore (cr);
  }
}

/* What carries the flow to the body, in L/min: the heart and each pump that runs. */
static char *
format_flows (AlSupport support, const AlIndices *indices)
{
  g_autofree char *heart = al_index_format (AL_INDEX_NATIVE_CO, indices->value[AL_INDEX_NATIVE_CO]);
  g_autofree char *ecmo = al_index_format (AL_INDEX_ECMO_FLOW, indices->value[AL_INDEX_ECMO_FLOW]);
  g_autofree char *pump = al_index_format (AL_INDEX_MAFP_FLOW, indices->value[AL_INDEX_MAFP_FLOW]);
  gboolean has_ecmo = (support & AL_SUPPORT_ECMO) != 0;

  if ((support & AL_SUPPORT_MICRO_AXIAL) && has_ecmo)
    /* Translators: mean flows in L/min through the heart, the ECMO and the micro-axial pump */
    return g_strdup_printf (_ ("heart %s + ECMO %s + pump %s"), heart, ecmo, pump);
  if (support & AL_SUPPORT_MICRO_AXIAL)
    /* Translators: mean flows in L/min through the heart and the micro-axial pump */
    return g_strdup_printf (_ ("heart %s + pump %s"), heart, pump);
  if (has_ecmo)
    /* Translators: mean flows in L/min through the heart and the ECMO circuit */
    return g_strdup_printf (_ ("heart %s + ECMO %s"), heart, ecmo);
  /* Translators: mean flow in L/min through the heart */
  return g_strdup_printf (_ ("heart %s"), heart);
}

/* As on a monitor: "72/57 (65)". The balloon's own peak is named, lest it pass for the systolic
 * one. */
static char *
format_numbers (AlStripView *self, AlStrip strip, const AlIndices *indices)
{
  const Layout *layout = &layouts[strip];
  const double peak = indices->value[AL_INDEX_AO_AUGMENTED];
  const AlSupport support = al_session_get_support (self->session);
  gboolean has_balloon = (support & AL_SUPPORT_IABP) != 0;
  g_autofree char *augmented = al_index_format (AL_INDEX_AO_AUGMENTED, peak);
  g_autofree char *text[N_NUMBERS] = {NULL};

  for (guint i = 0; i < N_NUMBERS; i++)
    text[i] = al_index_format (layout->numbers[i], indices->value[layout->numbers[i]]);
  if (strip == AL_STRIP_FLOW)
    return format_flows (support, indices);
  if (strip == AL_STRIP_ARTERIAL && has_balloon && isfinite (peak))
    /* Translators: systolic, diastolic, augmented diastolic and mean pressure */
    return g_strdup_printf (_ ("%s/%s, augmented %s (%s)"), text[0], text[1], augmented, text[2]);
  return g_strdup_printf ("%s/%s (%s)", text[0], text[1], text[2]);
}

static PangoLayout *
make_text (AlStripView *self, cairo_t *cr, const char *text, double size)
{
  g_autoptr (PangoFontDescription) font =
      pango_font_description_from_string (self->style.font_family);
  PangoLayout *layout = pango_cairo_create_layout (cr);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Above the right end of the strip, unless the title needs the room. */
static void
draw_numbers (AlStripView *self, cairo_t *cr, const Row *row, const AlIndices *indices)
{
  const double em = self->style.font_size;
  const Layout *layout = &layouts[row->strip];
  g_autofree char *numbers = format_numbers (self, row->strip, indices);
  g_autofree char *heading = g_strdup_printf ("%s %s", _ (layout->title), layout->unit);
  g_autoptr (PangoLayout) text = make_text (self, cr, numbers, 1.1 * em);
  g_autoptr (PangoLayout) title = make_text (self, cr, heading, em);
  cairo_rectangle_t area;
  PangoRectangle extents;
  PangoRectangle title_extents;
  double x;

  pango_layout_get_pixel_extents (text, NULL, &extents);
  pango_layout_get_pixel_extents (title, NULL, &title_extents);
  al_strip_chart_get_area (row->chart, &area);
  x = gtk_widget_get_width (GTK_WIDGET (self)) - extents.width - em;
  if (x < area.x + title_extents.width + em)
    return;
  al_color_set_source (&self->style.text, cr);
  cairo_move_to (cr, x, area.y - extents.height - 0.15 * em);
  pango_cairo_show_layout (cr, text);
}

static void
draw_beat_cb (cairo_t *cr, gpointer user_data)
{
  AlStripView *self = user_data;
  AlIndices indices;
  gboolean has_indices = al_session_get_indices (self->session, &indices);

  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = get_row (self, i);

    cairo_save (cr);
    cairo_translate (cr, 0, row->y);
    al_strip_chart_draw_beat (row->chart, cr, al_session_get_trace (self->session));
    if (has_indices)
      draw_numbers (self, cr, row, &indices);
    cairo_restore (cr);
  }
}

typedef struct {
  AlStripView *view;
  gint64 from_us;
  gint64 to_us;
  gboolean head;
} Part;

static void
draw_part_cb (cairo_t *cr, gpointer user_data)
{
  const Part *part = user_data;
  const AlTrace *trace = al_session_get_trace (part->view->session);

  for (guint i = 0; i < part->view->rows->len; i++) {
    const Row *row = get_row (part->view, i);

    cairo_save (cr);
    cairo_translate (cr, 0, row->y);
    al_strip_chart_draw_part (row->chart, cr, trace, part->from_us, part->to_us);
    if (part->head)
      al_strip_chart_draw_head (row->chart, cr, trace);
    cairo_restore (cr);
  }
}

/* A part lies within one chunk, so it does not wrap; its end may be the right edge itself. */
static void
get_part_bounds (const Part *part, graphene_rect_t *bounds)
{
  AlStripView *self = part->view;
  const AlStripChart *chart = get_row (self, 0)->chart;
  cairo_rectangle_t area;
  double x;
  double width;

  al_strip_chart_get_area (chart, &area);
  x = al_strip_chart_get_x (chart, part->from_us);
  width = area.width * (double) (part->to_us - part->from_us) / AL_SESSION_SWEEP_US;
  graphene_rect_init (bounds, (float) (x - PEN_ROOM), 0, (float) (width + 2 * PEN_ROOM),
                      (float) gtk_widget_get_height (GTK_WIDGET (self)));
  graphene_rect_round_extents (bounds, bounds);
}

static void
snapshot_part (GtkSnapshot *snapshot, const Part *part)
{
  graphene_rect_t bounds;
  cairo_t *cr;

  get_part_bounds (part, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_part_cb (cr, (gpointer) part);
  cairo_destroy (cr);
}

static void
snapshot_finished_chunk (AlStripView *self, GtkSnapshot *snapshot, gint64 number)
{
  Chunk *chunk = &self->chunks[number % N_CHUNKS];
  Part part = {self, number * CHUNK_US, (number + 1) * CHUNK_US, FALSE};
  graphene_rect_t bounds;

  if (chunk->node == NULL || chunk->number != number) {
    g_clear_pointer (&chunk->node, gsk_render_node_unref);
    get_part_bounds (&part, &bounds);
    chunk->node = al_layer_new (GTK_WIDGET (self), &bounds, draw_part_cb, &part);
    chunk->number = number;
  }
  gtk_snapshot_append_node (snapshot, chunk->node);
}

static void
snapshot_live (AlStripView *self, GtkSnapshot *snapshot)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const gint64 last_us = al_trace_get_last_us (trace);
  gint64 oldest_us;
  Part head;

  if (al_trace_get_n_samples (trace) == 0)
    return;
  oldest_us = MAX (al_strip_chart_get_oldest_us (get_row (self, 0)->chart, last_us),
                   al_trace_get_first_us (trace));
  if (oldest_us % CHUNK_US != 0) {
    Part tail = {self, oldest_us, (oldest_us / CHUNK_US + 1) * CHUNK_US, FALSE};

    snapshot_part (snapshot, &tail);
  }
  for (gint64 number = (oldest_us + CHUNK_US - 1) / CHUNK_US; number < last_us / CHUNK_US; number++)
    snapshot_finished_chunk (self, snapshot, number);
  head = (Part){self, last_us / CHUNK_US * CHUNK_US, last_us, TRUE};
  snapshot_part (snapshot, &head);
}

static void
al_strip_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlStripView *self = AL_STRIP_VIEW (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  GdkRGBA ground;

  if (self->session == NULL || self->rows->len == 0)
    return;
  if (!self->layout_valid)
    update_layout (self);
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

/* What the strips show */

static char *
describe_row (const Row *row, const AlIndices *indices)
{
  const Layout *layout = &layouts[row->strip];
  g_autoptr (GString) text = g_string_new (_ (layout->title));

  for (guint i = 0; i < N_NUMBERS; i++) {
    const AlIndex index = layout->numbers[i];
    g_autofree char *value = al_index_format (index, indices->value[index]);

    g_string_append_printf (text, "%s %s %s %s", i == 0 ? ":" : ",",
                            _ (al_index_get_info (index)->label), value,
                            al_index_get_display_unit (index));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_description (AlStripView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AlIndices indices;

  if (!al_session_get_indices (self->session, &indices))
    return;
  for (guint i = 0; i < self->rows->len; i++) {
    g_autofree char *sentence = describe_row (get_row (self, i), &indices);

    g_string_append_printf (text, "%s%s.", i == 0 ? "" : " ", sentence);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

static AlRange
choose_range (const AlSurvey *survey, const Layout *layout)
{
  AlRange range = AL_RANGE_EMPTY;

  al_range_include (&range, 0);
  for (guint i = 0; i < layout->n_curves; i++) {
    const Curve *curve = &layout->curves[i];
    const AlRange *extent = &survey->extent[curve->signal];

    if (al_range_is_empty (extent))
      continue;
    al_range_include (&range, extent->low * curve->factor);
    al_range_include (&range, extent->high * curve->factor);
  }
  return al_range_nice (&range);
}

/* Nothing else ever moves the axes. */
static void
axes_changed_cb (AlStripView *self)
{
  const AlSurvey *survey = self->session != NULL ? al_session_get_survey (self->session) : NULL;

  if (survey == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = get_row (self, i);

    al_strip_chart_set_range (row->chart, choose_range (survey, &layouts[row->strip]));
  }
  drop_all (self);
}

static void
advanced_cb (AlStripView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
beat_cb (AlStripView *self)
{
  update_description (self);
  drop_beat (self);
}

static void
restarted_cb (AlStripView *self)
{
  drop_chunks (self);
  beat_cb (self);
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
  g_clear_pointer (&self->static_layer, gsk_render_node_unref);
  g_clear_pointer (&self->beat_layer, gsk_render_node_unref);
  for (int i = 0; i < N_CHUNKS; i++)
    g_clear_pointer (&self->chunks[i].node, gsk_render_node_unref);
  G_OBJECT_CLASS (al_strip_view_parent_class)->dispose (object);
}

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->chart, al_strip_chart_free);
}

static void
al_strip_view_finalize (GObject *object)
{
  AlStripView *self = AL_STRIP_VIEW (object);

  g_clear_pointer (&self->rows, g_array_unref);
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

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN_WIDTH;
  else
    *minimum = MIN_STRIP_HEIGHT * (int) MAX (1, self->rows->len);
  *natural = *minimum;
}

static void
al_strip_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_all (AL_STRIP_VIEW (widget));
}

static void
al_strip_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (al_strip_view_parent_class)->system_setting_changed (widget, setting);
  drop_all (AL_STRIP_VIEW (widget));
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

  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pressures and flows over time"), -1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (drop_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (drop_all), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_all), NULL);
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
 * Adds a chart below the others.
 */
void
al_strip_view_add_strip (AlStripView *self, AlStrip strip)
{
  const Layout *layout = &layouts[strip];
  Row row = {.strip = strip};

  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  row.chart = al_strip_chart_new (_ (layout->title), layout->unit);
  for (guint i = 0; i < layout->n_curves; i++) {
    const Curve *curve = &layout->curves[i];

    al_strip_chart_add_signal (row.chart, curve->signal, g_dpgettext2 (NULL, "curve", curve->name),
                               curve->factor);
  }
  al_strip_chart_set_sweep (row.chart, AL_SESSION_SWEEP_US);
  g_array_append_val (self->rows, row);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  axes_changed_cb (self);
  drop_all (self);
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
    g_signal_connect_swapped (session, "axes-changed", G_CALLBACK (axes_changed_cb), self);
    axes_changed_cb (self);
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
 * Switches to white ground, thick strokes and large text, or back.
 */
void
al_strip_view_set_projector (AlStripView *self, gboolean projector)
{
  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  if (self->projector == !!projector)
    return;
  self->projector = !!projector;
  drop_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECTOR]);
}
