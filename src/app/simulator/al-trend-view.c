/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-trend-view.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "al-index-text.h"
#include "al-layer.h"
#include "al-text.h"
#include "al-ticks.h"
#include "al-widget.h"

/* So that no name of a line stands over another, for text of the usual size. */
#define MIN_WIDTH  260
#define MIN_HEIGHT 370

/* Beside the curves, in heights of text */
#define NAME_EM  10.5
#define SCALE_EM 3.2
#define AXIS_EM  2.4
#define TOP_EM   1.6

/* Marks that are named; older ones are lines alone. */
#define NAMED_MARKS 6

#define HOUR_US   (3600.0 * G_USEC_PER_SEC)
#define MINUTE_US (60.0 * G_USEC_PER_SEC)

/* Until so much time has passed, a person is told how to let it. */
#define HINT_US MINUTE_US

/* Less than this would make one beat to another look like a course. */
#define SHORTEST_US (10 * MINUTE_US)

/**
 * AlTrendView:
 *
 * How what is slow went over the hours: a line for each variable over its normal range, and what
 * was changed when. It is drawn anew when something was recorded, and not with the frames.
 */
struct _AlTrendView {
  GtkWidget parent_instance;

  AlSession *session;
  gboolean projector;
  guint64 serial;
};

G_DEFINE_FINAL_TYPE (AlTrendView, al_trend_view, GTK_TYPE_WIDGET)

typedef struct {
  const AlTrends *trends;
  AlPlotStyle style;
  double em;
  double unit_us;
  AlAxis x;
  cairo_rectangle_t area; /* all curves */
} Picture;

static void
draw_text (const Picture *self, cairo_t *cr, const AlText *text, double x, double y)
{
  al_text_draw (text, &self->style, cr, x, y);
}

static double
map_time (const Picture *self, gint64 time_us)
{
  return al_axis_map (&self->x, (double) (time_us - self->trends->origin_us) / self->unit_us);
}

static void
init_picture (Picture *self, AlTrendView *view, double width, double height)
{
  const AlTrends *trends = al_session_get_trends (view->session);
  const GArray *points = trends->points;
  double last_us = SHORTEST_US;
  guint n_named = MIN (trends->marks->len, NAMED_MARKS);

  al_layer_init_style (GTK_WIDGET (view), view->projector, &self->style);
  if (view->projector)
    al_plot_style_fit (&self->style, width, height);
  if (points->len > 0)
    last_us =
        MAX (last_us, (double) (g_array_index (points, AlTrendPoint, points->len - 1).time_us -
                                trends->origin_us));
  self->trends = trends;
  self->em = self->style.font_size;
  self->unit_us = last_us < HOUR_US ? MINUTE_US : HOUR_US;
  self->area = (cairo_rectangle_t){
      NAME_EM * self->em, TOP_EM * self->em, width - (NAME_EM + SCALE_EM) * self->em,
      height - (TOP_EM + AXIS_EM + 1.25 * ((n_named + 1) / 2)) * self->em};
  self->x = (AlAxis){
      {0, last_us / self->unit_us}, AL_SCALE_LINEAR, self->area.x, self->area.x + self->area.width};
}

/* One variable */

static AlRange
find_range (const Picture *self, guint trend, const AlIndexInfo *info)
{
  AlRange range = AL_RANGE_EMPTY;

  for (guint i = 0; i < self->trends->points->len; i++) {
    const double value = g_array_index (self->trends->points, AlTrendPoint, i).value[trend];

    if (isfinite (value))
      al_range_include (&range, value);
  }
  if (isfinite (info->normal_low))
    al_range_include (&range, info->normal_low);
  if (isfinite (info->normal_high))
    al_range_include (&range, info->normal_high);
  return al_range_is_empty (&range) ? (AlRange){0, 1} : al_range_nice (&range);
}

static void
draw_normal_band (const Picture *self, cairo_t *cr, const AlAxis *y, const AlIndexInfo *info)
{
  const double low = al_axis_map (y, isfinite (info->normal_low) ? info->normal_low : y->range.low);
  const double high =
      al_axis_map (y, isfinite (info->normal_high) ? info->normal_high : y->range.high);

  if (!isfinite (info->normal_low) && !isfinite (info->normal_high))
    return;
  al_color_set_source (&self->style.grid, cr);
  cairo_rectangle (cr, self->area.x, high, self->area.width, low - high);
  cairo_fill (cr);
}

/* Records that fall on the same pixel are one. */
static void
draw_course (const Picture *self, cairo_t *cr, const AlAxis *y, guint trend)
{
  double last_x = -G_MAXDOUBLE;
  const GArray *points = self->trends->points;

  cairo_new_path (cr);
  for (guint i = 0; i < points->len; i++) {
    const AlTrendPoint *point = &g_array_index (points, AlTrendPoint, i);
    const double x = map_time (self, point->time_us);

    if (!isfinite (point->value[trend]) || (x - last_x < 0.5 && i + 1 < points->len))
      continue;
    cairo_line_to (cr, x, al_axis_map (y, point->value[trend]));
    last_x = x;
  }
  al_color_set_source (&self->style.text, cr);
  cairo_set_line_width (cr, self->style.role[AL_ROLE_ECMO].width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

static void
draw_names (const Picture *self, cairo_t *cr, double middle, guint trend)
{
  const AlIndex index = al_trends_get_index (trend);
  const guint n = self->trends->points->len;
  const double value =
      n > 0 ? g_array_index (self->trends->points, AlTrendPoint, n - 1).value[trend] : NAN;
  g_autofree char *number = al_index_format (index, value);
  g_autofree char *normal = al_index_format_normal (index);
  const char *unit = al_index_get_display_unit (index);
  g_autofree char *with_unit = g_strdup_printf ("%s %s", number, unit != NULL ? unit : "");
  const double x = self->area.x - 0.8 * self->em;
  const AlColor *dim = &self->style.text_dim;

  draw_text (self, cr,
             &(AlText){.text = al_index_get_short_label (index),
                       .size = 0.85,
                       .color = dim,
                       .align_x = 1,
                       .align_y = 1},
             x, middle - 0.55 * self->em);
  draw_text (self, cr, &(AlText){.text = with_unit, .bold = TRUE, .align_x = 1, .align_y = 0.5}, x,
             middle);
  if (normal != NULL)
    draw_text (self, cr,
               &(AlText){.text = normal, .size = 0.75, .color = dim, .align_x = 1, .align_y = 0}, x,
               middle + 0.6 * self->em);
}

static void
draw_scale (const Picture *self, cairo_t *cr, const AlAxis *y)
{
  AlTicks ticks;
  const double x = self->area.x + self->area.width + 0.4 * self->em;

  al_ticks_init (&ticks, &y->range, AL_SCALE_LINEAR, 2);
  for (guint i = 0; i < ticks.n_values; i += MAX (1, ticks.n_values - 1)) {
    g_autofree char *text = al_ticks_format (&ticks, i);

    draw_text (
        self, cr,
        &(AlText){.text = text, .size = 0.75, .color = &self->style.text_dim, .align_y = 0.5}, x,
        al_axis_map (y, ticks.value[i]));
  }
}

static void
draw_trend (const Picture *self, cairo_t *cr, guint trend)
{
  const AlIndexInfo *info = al_index_get_info (al_trends_get_index (trend));
  const double height = self->area.height / AL_N_TRENDS;
  const double top = self->area.y + trend * height;
  AlAxis y = {find_range (self, trend, info), AL_SCALE_LINEAR, top + 0.88 * height,
              top + 0.12 * height};

  draw_normal_band (self, cr, &y, info);
  al_color_set_source (&self->style.axis, cr);
  cairo_rectangle (cr, self->area.x, floor (top + height) - self->style.hairline, self->area.width,
                   self->style.hairline);
  cairo_fill (cr);
  draw_course (self, cr, &y, trend);
  draw_names (self, cr, top + height / 2, trend);
  draw_scale (self, cr, &y);
}

/* Time and what was changed */

static void
draw_time (const Picture *self, cairo_t *cr)
{
  const double bottom = self->area.y + self->area.height;
  AlTicks ticks;

  al_ticks_init (&ticks, &self->x.range, AL_SCALE_LINEAR, 6);
  for (guint i = 0; i < ticks.n_values; i++) {
    g_autofree char *number = al_ticks_format (&ticks, i);
    const gboolean last = i + 1 == ticks.n_values;
    const char *unit = self->unit_us < HOUR_US ? _ ("min") : _ ("h");
    g_autofree char *text = last ? g_strdup_printf ("%s %s", number, unit) : g_strdup (number);

    draw_text (
        self, cr,
        &(AlText){.text = text, .size = 0.85, .color = &self->style.text_dim, .align_x = 0.5},
        al_axis_map (&self->x, ticks.value[i]), bottom + 0.3 * self->em);
  }
}

static void
draw_mark_line (const Picture *self, cairo_t *cr, double x)
{
  const double dash[] = {2, 3};

  al_color_set_source (&self->style.text_dim, cr);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_move_to (cr, floor (x) + 0.5, self->area.y);
  cairo_line_to (cr, floor (x) + 0.5, self->area.y + self->area.height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Two columns of words under the axis, each with the number that stands over its line. */
static void
draw_mark_words (const Picture *self, cairo_t *cr, const AlTrendMark *mark, guint position)
{
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  g_autofree char *text = g_strdup_printf ("%u  %s", position + 1, mark->text);
  const double column = (position % 2) * (self->area.x + self->area.width) / 2;
  const double row =
      self->area.y + self->area.height + AXIS_EM * self->em + (position / 2) * 1.25 * self->em;

  draw_text (self, cr,
             &(AlText){.text = number, .size = 0.8, .bold = TRUE, .align_x = 0.5, .align_y = 1},
             map_time (self, mark->time_us), self->area.y - 1);
  draw_text (self, cr, &(AlText){.text = text, .size = 0.85}, column + 0.5 * self->em, row);
}

static void
draw_marks (const Picture *self, cairo_t *cr)
{
  const GArray *marks = self->trends->marks;
  const guint first = marks->len > NAMED_MARKS ? marks->len - NAMED_MARKS : 0;

  for (guint i = 0; i < marks->len; i++)
    draw_mark_line (self, cr, map_time (self, g_array_index (marks, AlTrendMark, i).time_us));
  for (guint i = first; i < marks->len; i++)
    draw_mark_words (self, cr, &g_array_index (marks, AlTrendMark, i), i - first);
}

static gboolean
is_new (const AlTrends *trends)
{
  const GArray *points = trends->points;

  return points->len == 0 ||
         (double) (g_array_index (points, AlTrendPoint, points->len - 1).time_us -
                   trends->origin_us) < HINT_US;
}

static const char *
get_hint (void)
{
  return _ ("What is slow takes hours. Let them pass with the button beside the speed, or set the "
            "speed to 60×.");
}

static void
draw_hint (const Picture *self, cairo_t *cr)
{
  draw_text (self, cr,
             &(AlText){.text = get_hint (),
                       .size = 1.15,
                       .halo = TRUE,
                       .align_x = 0.5,
                       .align_y = 0.5,
                       .wrap = 0.7 * self->area.width},
             self->area.x + self->area.width / 2, self->area.y + self->area.height / 2);
}

static void
al_trend_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlTrendView *self = AL_TREND_VIEW (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  Picture picture;
  cairo_t *cr;

  if (self->session == NULL)
    return;
  init_picture (&picture, self, width, height);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  al_color_set_source (&picture.style.ground, cr);
  cairo_paint (cr);
  for (guint i = 0; i < AL_N_TRENDS; i++)
    draw_trend (&picture, cr, i);
  draw_time (&picture, cr);
  draw_marks (&picture, cr);
  if (is_new (picture.trends))
    draw_hint (&picture, cr);
  cairo_destroy (cr);
}

/* The object */

static void
update_description (AlTrendView *self, const AlTrends *trends)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const AlTrendPoint *last;

  if (trends->points->len == 0)
    return;
  last = &g_array_index (trends->points, AlTrendPoint, trends->points->len - 1);
  for (guint i = 0; i < AL_N_TRENDS; i++) {
    const AlIndex index = al_trends_get_index (i);
    const double first = g_array_index (trends->points, AlTrendPoint, 0).value[i];
    g_autofree char *then = al_index_format (index, first);
    g_autofree char *now = al_index_format (index, last->value[i]);

    /* Translators: the course of a variable, such as "Lactate 6.1 to 2.3 mmol/L. " */
    g_string_append_printf (text, _ ("%s %s to %s %s. "), al_index_get_short_label (index), then,
                            now, al_index_get_display_unit (index));
  }
  if (is_new (trends))
    g_string_append (text, get_hint ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

/* Many beats pass between two records. */
static void
look (AlTrendView *self)
{
  const AlTrends *trends = al_session_get_trends (self->session);

  if (trends->serial == self->serial)
    return;
  self->serial = trends->serial;
  update_description (self, trends);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_session (AlTrendView *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_trend_view_dispose (GObject *object)
{
  forget_session (AL_TREND_VIEW (object));
  G_OBJECT_CLASS (al_trend_view_parent_class)->dispose (object);
}

static void
al_trend_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  const int usual = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;

  *minimum = (int) (usual * al_widget_get_text_scale (widget));
  *natural = *minimum;
}

static void
al_trend_view_class_init (AlTrendViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_trend_view_dispose;
  widget_class->measure = al_trend_view_measure;
  widget_class->snapshot = al_trend_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "trendview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
al_trend_view_init (AlTrendView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Trends over the hours"), -1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * al_trend_view_new:
 *
 * Makes a view without a session.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
al_trend_view_new (void)
{
  return g_object_new (AL_TYPE_TREND_VIEW, NULL);
}

/**
 * al_trend_view_set_session:
 * @self: a view
 * @session: (nullable): whose trends are shown
 *
 * Shows the trends of a session.
 */
void
al_trend_view_set_session (AlTrendView *self, AlSession *session)
{
  g_return_if_fail (AL_IS_TREND_VIEW (self));
  if (session == self->session)
    return;
  forget_session (self);
  self->serial = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "beat", G_CALLBACK (look), self);
  g_signal_connect_swapped (session, "restarted", G_CALLBACK (look), self);
  g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (look), self);
  look (self);
}

/**
 * al_trend_view_set_projector:
 * @self: a view
 * @projector: whether the picture goes to a projector
 *
 * Switches to white ground, thick strokes and large text, or back.
 */
void
al_trend_view_set_projector (AlTrendView *self, gboolean projector)
{
  g_return_if_fail (AL_IS_TREND_VIEW (self));
  if (self->projector == !!projector)
    return;
  self->projector = !!projector;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
