/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-curve.h"
#include "al-figure-private.h"
#include "al-strip-chart.h"
#include "al-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_CURVES 3

/* Seconds that are shown of one run, of each of two, and of each of more. */
static const gint64 spans_s[] = {5, 3, 2};

#define L_MIN_PER_ML_S 0.06

/* Lengths in parts of the text height. */
#define HEADING_HEIGHT 2.2
#define SWATCH_WIDTH   2.6
#define SWATCH_GAP     0.6
#define COLUMN_GAP     2.2

/* Room that strips need: beside a title, for the names of the curves, around a chart, for a curve,
 * and for the time under the last. */
#define TITLE_MARGINS 1.5
#define NAMES_WIDTH   5.5
#define STRIP_MARGINS 2.4
#define STRIP_HEIGHT  5.4
#define TIME_HEIGHT   1.6

/* The mark of a moment: its line in hairlines, its points in parts of the text height and in widths
 * of the curve. */
#define MOMENT_WIDTH 1.5
#define POINT_RADIUS 0.28
#define POINT_WIDTH  1.6

/* How small text may become for it, as a share of the style's. */
#define SMALLEST_TEXT 0.3
#define SMALLEST_NAME 0.3

typedef struct {
  AlSignal signal;
  double factor;
} Curve;

typedef struct {
  const char *title;
  const char *unit;
  Curve curves[MAX_CURVES];
  guint n_curves;
  double share;   /* of the height that curves have */
  double highest; /* of a fixed axis from 0; 0 for one that holds all runs */
  gboolean only_if_used;
  gboolean only_with_room;
} Strip;

static const Strip strips[] = {
    {N_ ("Aorta and left ventricle"),
     "mmHg",
     {{AL_SIGNAL_LV_PRESSURE, 1}, {AL_SIGNAL_AO_PRESSURE, 1}},
     2,
     1.2,
     0,
     FALSE,
     FALSE},
    {N_ ("Atria and pulmonary artery"),
     "mmHg",
     {{AL_SIGNAL_LA_PRESSURE, 1}, {AL_SIGNAL_PA_PRESSURE, 1}, {AL_SIGNAL_RA_PRESSURE, 1}},
     3,
     1,
     0,
     FALSE,
     TRUE},
    {N_ ("Flow"),
     "L/min",
     {{AL_SIGNAL_ECMO_FLOW, L_MIN_PER_ML_S},
      {AL_SIGNAL_MITRAL_FLOW, L_MIN_PER_ML_S},
      {AL_SIGNAL_AORTIC_FLOW, L_MIN_PER_ML_S}},
     3,
     1.35,
     0,
     FALSE,
     FALSE},
    {N_ ("Balloon"), "mL", {{AL_SIGNAL_BALLOON_VOLUME, 1}}, 1, 0.65, 50, TRUE, FALSE},
};

/* What one column of charts shows. */
typedef struct {
  const AlFigureRun *run;
  gint64 start_us;
  gint64 end_us;
} Window;

static Window
get_window (const AlFigure *figure, guint index)
{
  const AlFigureRun *run = &figure->runs[index];
  gint64 last_us = run->n_samples > 0 ? run->samples[run->n_samples - 1].time_us : 0;
  gint64 first_us = run->n_samples > 0 ? run->samples[0].time_us : 0;

  if (figure->end_us > figure->start_us)
    return (Window){run, figure->start_us, figure->end_us};

  gint64 end_us = run->loop_end_us > run->loop_start_us ? run->loop_end_us : last_us;
  gint64 span_us = spans_s[MIN (figure->n_runs, G_N_ELEMENTS (spans_s)) - 1] * G_USEC_PER_SEC;

  /* The last beat is whole, and every column is as long as the others. */
  return (Window){run, MAX (end_us - span_us, first_us), MAX (end_us, first_us + AL_STEP_US)};
}

static void
include_run (AlRange *range, const Curve *curve, const AlFigureRun *run)
{
  for (gsize i = 0; i < run->n_samples; i++)
    al_range_include (range, curve->factor * run->samples[i].value[curve->signal]);
}

/* What a signal reaches in any run: the same strip of two runs has the same axis. */
static AlRange
get_extent (const AlFigure *figure, const Curve *curve)
{
  AlRange range = AL_RANGE_EMPTY;

  for (guint i = 0; i < figure->n_runs; i++)
    include_run (&range, curve, &figure->runs[i]);
  return range;
}

static gboolean
is_used (const AlFigure *figure, const Curve *curve)
{
  AlRange extent = get_extent (figure, curve);

  return !al_range_is_empty (&extent) && extent.high - extent.low > 0.5;
}

static gboolean
is_shown (const AlFigure *figure, const Strip *strip)
{
  if (figure->is_brief && strip->only_with_room)
    return FALSE;
  return !strip->only_if_used || is_used (figure, &strip->curves[0]);
}

/* The pump that is off has no curve; a valve that stays shut has one, for that is the finding. */
static gboolean
has_curve (const AlFigure *figure, const Curve *curve)
{
  AlRange extent;

  if (curve->signal != AL_SIGNAL_ECMO_FLOW)
    return TRUE;
  extent = get_extent (figure, curve);
  return !al_range_is_empty (&extent) && extent.high > 0.05;
}

static AlStripChart *
create_chart (const AlFigure *figure, const Strip *strip, const AlPlotStyle *style)
{
  AlStripChart *chart = al_strip_chart_new (_ (strip->title), strip->unit);
  AlRange range = AL_RANGE_EMPTY;

  al_strip_chart_set_style (chart, style);
  for (guint i = 0; i < strip->n_curves; i++) {
    const Curve *curve = &strip->curves[i];
    AlRange extent = get_extent (figure, curve);

    if (!has_curve (figure, curve))
      continue;
    al_strip_chart_add_signal (chart, curve->signal, _ (al_signal_get_info (curve->signal)->label),
                               curve->factor);
    al_range_include_range (&range, &extent);
  }
  if (strip->highest > 0)
    range = (AlRange){0, strip->highest};
  al_strip_chart_set_range (chart, al_range_nice (&range));
  al_strip_chart_set_time_visible (chart, FALSE);
  return chart;
}

static GPtrArray *
create_charts (const AlFigure *figure, const AlPlotStyle *style)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) al_strip_chart_free);

  for (guint i = 0; i < G_N_ELEMENTS (strips); i++) {
    if (is_shown (figure, &strips[i]))
      g_ptr_array_add (charts, create_chart (figure, &strips[i], style));
  }
  al_strip_chart_set_time_visible (g_ptr_array_index (charts, charts->len - 1), TRUE);
  return charts;
}

static double
sum_shares (const AlFigure *figure)
{
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (strips); i++) {
    if (is_shown (figure, &strips[i]))
      sum += strips[i].share;
  }
  return sum;
}

/* What all columns share. Only the last one has names at its right edge: the code is the same. */
typedef struct {
  const AlPlotStyle *style;
  GPtrArray *charts;
  double left;
  double right;      /* of the last column */
  double gap;        /* right of every other */
  double area_width; /* of every chart */
  double height;
} Grid;

static void
measure_margins (Grid *grid)
{
  for (guint i = 0; i < grid->charts->len; i++) {
    double left, right;

    al_strip_chart_measure_margins (g_ptr_array_index (grid->charts, i), &left, &right);
    grid->left = MAX (grid->left, left);
    grid->right = MAX (grid->right, right);
  }
}

static AlTrace *
create_trace (const Window *window)
{
  AlTrace *trace = al_trace_new (window->end_us - window->start_us + AL_STEP_US, AL_STEP_US);

  for (gsize i = 0; i < window->run->n_samples; i++) {
    const AlSample *sample = &window->run->samples[i];

    if (sample->time_us >= window->start_us && sample->time_us <= window->end_us)
      al_trace_push (trace, sample);
  }
  return trace;
}

/* The name of the run over its column, behind the stroke that its loop has. */
static void
draw_heading (const AlFigure *figure, const Grid *grid, guint index, cairo_t *cr)
{
  const AlPlotStyle *style = grid->style;
  const AlStroke stroke = al_figure_get_stroke (figure, style, index);
  double em = style->font_size;
  double beside = index + 1 == figure->n_runs ? grid->right : grid->gap / 2;
  double room = grid->left + grid->area_width + beside - (SWATCH_GAP + SWATCH_WIDTH) * em;
  AlText name = {.text = figure->runs[index].name, .bold = TRUE, .size = 1, .align_y = 0.5};
  double width, height;

  if (name.text == NULL)
    return;
  al_text_measure (&name, style, &width, &height);
  name.size = CLAMP (room / MAX (width, 1), SMALLEST_NAME, 1);
  al_stroke_apply (&stroke, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, 0, 0.8 * em);
  cairo_line_to (cr, SWATCH_WIDTH * em, 0.8 * em);
  cairo_stroke (cr);
  al_text_draw (&name, style, cr, (SWATCH_GAP + SWATCH_WIDTH) * em, 0.8 * em);
}

/* Height of a chart: what surrounds it, and its share of the rest. */
static double
get_height (const AlFigure *figure, const Grid *grid, const Strip *strip, gboolean is_last)
{
  double em = grid->style->font_size;
  double margins = (STRIP_MARGINS * grid->charts->len + TIME_HEIGHT) * em;
  double unit = MAX (0, grid->height - margins) / sum_shares (figure);

  return (STRIP_MARGINS + (is_last ? TIME_HEIGHT : 0)) * em + strip->share * unit;
}

static void
draw_chart (AlStripChart *chart, const AlTrace *trace, gboolean has_names, cairo_t *cr)
{
  al_strip_chart_draw_static (chart, cr);
  if (has_names)
    al_strip_chart_draw_beat (chart, cr, trace);
  al_strip_chart_draw_live (chart, cr, trace);
}

/* A point on a curve at the moment that is looked at, in the colour of the curve. */
static void
draw_point (const AlStripChart *chart, const AlPlotStyle *style, const Curve *curve,
            const AlSample *sample, cairo_t *cr)
{
  const AlStroke *stroke = &style->signal[curve->signal];
  double x = al_strip_chart_get_x (chart, sample->time_us);
  double y = al_strip_chart_get_y (chart, curve->factor * sample->value[curve->signal]);
  double radius = MAX (POINT_RADIUS * style->font_size, POINT_WIDTH * stroke->width);

  if (!isfinite (x) || !isfinite (y))
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  al_color_set_source (&stroke->color, cr);
  cairo_fill_preserve (cr);
  al_color_set_source (&style->ground, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, style->hairline);
  cairo_stroke (cr);
}

static void
draw_moment (const AlFigure *figure, const AlStripChart *chart, const Strip *strip,
             const AlPlotStyle *style, cairo_t *cr)
{
  const AlSample *sample = al_figure_get_moment (figure);
  cairo_rectangle_t area;
  double x;

  if (sample == NULL)
    return;
  al_strip_chart_get_area (chart, &area);
  x = al_pixel_snap (al_strip_chart_get_x (chart, sample->time_us), style->hairline);
  if (!(x >= area.x && x <= area.x + area.width))
    return;
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, MOMENT_WIDTH * style->hairline);
  al_color_set_source (&style->text_dim, cr);
  cairo_move_to (cr, x, area.y);
  cairo_line_to (cr, x, area.y + area.height);
  cairo_stroke (cr);
  for (guint i = 0; i < strip->n_curves; i++) {
    if (has_curve (figure, &strip->curves[i]))
      draw_point (chart, style, &strip->curves[i], sample, cr);
  }
}

static void
draw_column (const AlFigure *figure, const Grid *grid, guint index, cairo_t *cr)
{
  const Window window = get_window (figure, index);
  g_autoptr (AlTrace) trace = create_trace (&window);
  gboolean is_last_column = index + 1 == figure->n_runs;
  double right = is_last_column ? grid->right : grid->gap;
  guint n = 0;

  cairo_save (cr);
  for (guint i = 0; i < G_N_ELEMENTS (strips); i++) {
    AlStripChart *chart;
    double height;

    if (!is_shown (figure, &strips[i]))
      continue;
    chart = g_ptr_array_index (grid->charts, n++);
    height = get_height (figure, grid, &strips[i], n == grid->charts->len);
    al_strip_chart_set_size (chart, grid->left + grid->area_width + right, height);
    al_strip_chart_set_margins (chart, grid->left, right);
    al_strip_chart_set_span (chart, window.start_us, window.end_us);
    draw_chart (chart, trace, is_last_column, cr);
    if (is_last_column)
      draw_moment (figure, chart, &strips[i], grid->style, cr);
    cairo_translate (cr, 0, height);
  }
  cairo_restore (cr);
}

/* The widest title with its unit, which must not run into the next column. */
static double
measure_titles (const AlFigure *figure, const AlPlotStyle *style)
{
  double widest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (strips); i++) {
    const AlText title = {.text = _ (strips[i].title), .bold = TRUE};
    const AlText unit = {.text = strips[i].unit};
    double title_width, unit_width, height;

    if (!is_shown (figure, &strips[i]))
      continue;
    al_text_measure (&title, style, &title_width, &height);
    al_text_measure (&unit, style, &unit_width, &height);
    widest = MAX (widest, title_width + unit_width);
  }
  return widest + TITLE_MARGINS * style->font_size;
}

/* Text as small as leaves every strip room for its curves, rather than curves without room. */
static AlPlotStyle
fit_style (const AlFigure *figure, double width, double height, const AlPlotStyle *style)
{
  AlPlotStyle fitted = *style;
  double needed_width =
      measure_titles (figure, style) * figure->n_runs + NAMES_WIDTH * style->font_size;
  double needed_height = HEADING_HEIGHT + TIME_HEIGHT + STRIP_HEIGHT * sum_shares (figure);
  double scale;

  for (guint i = 0; i < G_N_ELEMENTS (strips); i++) {
    if (is_shown (figure, &strips[i]))
      needed_height += STRIP_MARGINS;
  }
  needed_height *= style->font_size;
  scale = MIN (width / needed_width, height / needed_height);
  al_plot_style_scale (&fitted, CLAMP (scale, SMALLEST_TEXT, 1));
  return fitted;
}

/* Draws strip charts on one time axis, with a column for each run. */
void
al_figure_draw_waves (const AlFigure *self, cairo_t *cr, double width, double height,
                      const AlPlotStyle *style)
{
  const AlPlotStyle fitted = fit_style (self, width, height, style);
  g_autoptr (GPtrArray) charts = create_charts (self, &fitted);
  double heading = HEADING_HEIGHT * fitted.font_size;
  Grid grid = {.style = &fitted,
               .charts = charts,
               .gap = COLUMN_GAP * fitted.font_size,
               .height = height - heading};

  measure_margins (&grid);
  grid.area_width = (width - grid.right - grid.gap * (self->n_runs - 1)) / self->n_runs - grid.left;
  for (guint i = 0; i < self->n_runs; i++) {
    cairo_save (cr);
    cairo_translate (cr, i * (grid.left + grid.area_width + grid.gap), 0);
    draw_heading (self, &grid, i, cr);
    cairo_translate (cr, 0, heading);
    draw_column (self, &grid, i, cr);
    cairo_restore (cr);
  }
}
