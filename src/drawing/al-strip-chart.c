/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-strip-private.h"

#include "config.h"

#include "al-curve.h"
#include "al-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Margins in parts of the text height. */
#define MARGIN_TOP    1.95
#define MARGIN_BOTTOM 0.45
#define MARGIN_EDGE   0.6

/* Above a chart without a title; and what a band takes below the area, gap included. */
#define MARGIN_UNTITLED 0.5
#define BAND_GAP        0.35
#define BAND_HEIGHT     0.6
#define TIME_HEIGHT     1.6

/* Room for a number, in parts of the text height. */
#define X_SPACING 2.5
#define Y_SPACING 2.2

/* The names at the right edge: a piece of the curve's line, then its name. */
#define NAME_GAP     0.5
#define NAME_SIZE    0.92
#define NAME_SPACING 1.25
#define SWATCH       1.5
#define SWATCH_GAP   0.4

/* Part of the sweep that is wiped ahead of the write head. */
#define SWEEP_GAP 0.05

/* Where the name of a curve stands. */
typedef struct {
  const AlStripCurve *curve;
  double y;
} NamePlace;

static void
clear_curve (gpointer curve)
{
  g_free (((AlStripCurve *) curve)->name);
}

const AlStripCurve *
al_strip_chart_get_curve (const AlStripChart *self, guint index)
{
  return &g_array_index (self->curves, AlStripCurve, index);
}

/* Marks whole seconds as far as there is room. */
static void
set_time_axis (AlStripChart *self)
{
  const double first = (double) self->first_label_us / G_USEC_PER_SEC;
  const double span = (double) self->duration_us / G_USEC_PER_SEC;
  const AlRange range = {first, first + span};
  double room = MAX (1, self->frame.area.width / (X_SPACING * self->style.font_size));

  self->frame.x.range = range;
  al_ticks_init (&self->frame.x_ticks, &range, AL_SCALE_LINEAR,
                 (guint) MIN (MAX (ceil (span), 3), room));
}

/* A strip is low: its numbers stand closer than those of a large plot. */
static void
set_value_axis (AlStripChart *self)
{
  double room = self->frame.area.height / (Y_SPACING * self->style.font_size);

  self->frame.y.range = self->range;
  al_ticks_init (&self->frame.y_ticks, &self->range, AL_SCALE_LINEAR, (guint) MAX (1, room));
  if (!self->has_values)
    self->frame.y_ticks.n_values = 0;
}

static void
set_frame (AlStripChart *self, double left, double right)
{
  double em = self->style.font_size;
  const AlMargins margins = {
      .left = left,
      .right = right,
      .top = (self->title != NULL ? MARGIN_TOP : MARGIN_UNTITLED) * em,
      .bottom = (MARGIN_BOTTOM + (self->is_time_visible ? TIME_HEIGHT : 0)) * em +
                (self->band.name != NULL ? (BAND_GAP + BAND_HEIGHT) * em : 0),
  };

  al_frame_init (&self->frame, &self->style, self->width, self->height, &margins);
  set_time_axis (self);
  set_value_axis (self);
}

static double
measure_name (const AlStripChart *self, const char *name)
{
  const AlText text = {.text = name, .size = NAME_SIZE, .bold = TRUE};
  double width, height;

  al_text_measure (&text, &self->style, &width, &height);
  return width;
}

static double
measure_right (const AlStripChart *self)
{
  double em = self->style.font_size;
  double widest = 0;

  for (guint i = 0; i < self->curves->len; i++)
    widest = MAX (widest, measure_name (self, al_strip_chart_get_curve (self, i)->name));
  if (self->band.name != NULL)
    widest = MAX (widest, measure_name (self, self->band.name));
  return (NAME_GAP + SWATCH + SWATCH_GAP + MARGIN_EDGE) * em + widest;
}

/* Finds the area anew. How many numbers the y axis has depends on the height alone. */
static void
update_frame (AlStripChart *self)
{
  double left, right;

  set_frame (self, 0, 0);
  al_strip_chart_measure_margins (self, &left, &right);
  set_frame (self, self->has_margins ? self->left : left, self->has_margins ? self->right : right);
}

/**
 * al_strip_chart_new:
 * @title: (nullable): what the signals are, above the chart; %NULL to leave no room for it
 * @unit: unit of the y axis
 *
 * An empty chart, 400 by 160 pixels, in the light style, 0 to 120, that sweeps in 6 seconds and
 * writes the time under its axis.
 *
 * Returns: (transfer full): a chart
 */
AlStripChart *
al_strip_chart_new (const char *title, const char *unit)
{
  AlStripChart *self = g_new0 (AlStripChart, 1);

  self->title = g_strdup (title);
  self->unit = g_strdup (unit);
  self->curves = g_array_new (FALSE, FALSE, sizeof (AlStripCurve));
  g_array_set_clear_func (self->curves, clear_curve);
  al_plot_style_init (&self->style, AL_STYLE_LIGHT);
  self->width = 400;
  self->height = 160;
  self->range = (AlRange){0, 120};
  self->is_sweep = TRUE;
  self->duration_us = 6 * G_USEC_PER_SEC;
  self->is_time_visible = TRUE;
  self->has_values = TRUE;
  update_frame (self);
  return self;
}

/**
 * al_strip_chart_free:
 * @self: (transfer full) (nullable): a chart
 *
 * Frees a chart.
 */
void
al_strip_chart_free (AlStripChart *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->unit);
  g_free (self->band.name);
  g_array_unref (self->curves);
  g_free (self);
}

/**
 * al_strip_chart_add_signal:
 * @self: a chart
 * @signal: which one
 * @name: written at the right edge
 * @factor: from the unit of the signal to that of the chart
 *
 * Adds a curve; later ones are drawn on top. All layers must be drawn again.
 */
void
al_strip_chart_add_signal (AlStripChart *self, AlSignal signal, const char *name, double factor)
{
  g_return_if_fail (signal < AL_N_SIGNALS);

  const AlStripCurve curve = {.signal = signal, .name = g_strdup (name), .factor = factor};

  g_array_append_val (self->curves, curve);
  update_frame (self);
}

/**
 * al_strip_chart_add_function:
 * @self: a chart
 * @func: its value at any time, in the unit of the chart
 * @data: (not owned): for @func; it outlives the chart
 * @signal: whose stroke it is drawn with
 * @name: written at the right edge
 *
 * Adds a curve that is no signal of the model. What @func says of a time must not change once a
 * trace has reached it. All layers must be drawn again.
 */
void
al_strip_chart_add_function (AlStripChart *self, AlStripFunc func, gconstpointer data,
                             AlSignal signal, const char *name)
{
  g_return_if_fail (func != NULL && signal < AL_N_SIGNALS);

  const AlStripCurve curve = {signal, g_strdup (name), 1, func, data};

  g_array_append_val (self->curves, curve);
  update_frame (self);
}

/**
 * al_strip_chart_set_band:
 * @self: a chart
 * @name: (nullable): written at the right edge; %NULL for no band
 * @signal: which one
 * @threshold: in the unit of the signal
 *
 * Draws a bar below the area for as long as a signal is above a threshold. All layers must be drawn
 * again.
 */
void
al_strip_chart_set_band (AlStripChart *self, const char *name, AlSignal signal, double threshold)
{
  g_return_if_fail (signal < AL_N_SIGNALS);

  g_free (self->band.name);
  self->band = (AlStripBand){g_strdup (name), signal, threshold};
  update_frame (self);
}

/**
 * al_strip_chart_set_values_visible:
 * @self: a chart
 * @visible: whether the y axis has numbers and a grid
 *
 * A curve whose height means nothing does without. All layers must be drawn again.
 */
void
al_strip_chart_set_values_visible (AlStripChart *self, gboolean visible)
{
  self->has_values = visible;
  update_frame (self);
}

/**
 * al_strip_chart_set_first_label:
 * @self: a chart
 * @label_us: what the time axis says at its left end
 *
 * Lets the time axis count from something else than its left end: the present, for instance. All
 * layers must be drawn again.
 */
void
al_strip_chart_set_first_label (AlStripChart *self, gint64 label_us)
{
  self->first_label_us = label_us;
  update_frame (self);
}

/**
 * al_strip_chart_set_style:
 * @self: a chart
 * @style: looks; copied
 *
 * Changes the looks: all layers must be drawn again.
 */
void
al_strip_chart_set_style (AlStripChart *self, const AlPlotStyle *style)
{
  self->style = *style;
  update_frame (self);
}

/**
 * al_strip_chart_set_size:
 * @self: a chart
 * @width: pixels
 * @height: pixels
 *
 * Changes the size: all layers must be drawn again.
 */
void
al_strip_chart_set_size (AlStripChart *self, double width, double height)
{
  self->width = width;
  self->height = height;
  update_frame (self);
}

/**
 * al_strip_chart_set_range:
 * @self: a chart
 * @range: what the y axis shows, in the unit of the chart
 *
 * Sets the y axis, which never moves by itself: all layers must be drawn again.
 */
void
al_strip_chart_set_range (AlStripChart *self, AlRange range)
{
  self->range = range;
  update_frame (self);
}

/**
 * al_strip_chart_set_sweep:
 * @self: a chart
 * @duration_us: time from the left edge to the right one, above 0
 *
 * Lets the chart sweep. At time 0, and every @duration_us after it, the write head is at the left
 * edge. All layers must be drawn again.
 */
void
al_strip_chart_set_sweep (AlStripChart *self, gint64 duration_us)
{
  g_return_if_fail (duration_us > 0);

  self->is_sweep = TRUE;
  self->start_us = 0;
  self->duration_us = duration_us;
  update_frame (self);
}

/**
 * al_strip_chart_set_span:
 * @self: a chart
 * @start_us: simulated time at the left edge
 * @end_us: simulated time at the right edge, after @start_us
 *
 * Lets the chart show a fixed span; its time axis counts from @start_us. All layers must be drawn
 * again.
 */
void
al_strip_chart_set_span (AlStripChart *self, gint64 start_us, gint64 end_us)
{
  g_return_if_fail (end_us > start_us);

  self->is_sweep = FALSE;
  self->start_us = start_us;
  self->duration_us = end_us - start_us;
  update_frame (self);
}

/**
 * al_strip_chart_set_time_visible:
 * @self: a chart
 * @visible: whether to write the time under the axis
 *
 * Of charts that share a time axis, the lowest one writes it. All layers must be drawn again.
 */
void
al_strip_chart_set_time_visible (AlStripChart *self, gboolean visible)
{
  self->is_time_visible = visible;
  update_frame (self);
}

/**
 * al_strip_chart_measure_margins:
 * @self: a chart
 * @left: (out): room for the numbers of the y axis, in pixels
 * @right: (out): room for the names of the curves, in pixels
 *
 * How much room this chart needs beside its area, whatever margins were set.
 */
void
al_strip_chart_measure_margins (const AlStripChart *self, double *left, double *right)
{
  *left = MARGIN_EDGE * self->style.font_size;
  if (self->has_values)
    *left += al_frame_measure_labels (&self->style, &self->frame.y_ticks);
  *right = measure_right (self);
}

/**
 * al_strip_chart_set_margins:
 * @self: a chart
 * @left: pixels
 * @right: pixels
 *
 * Sets the room beside the area, so that charts which share a time axis are aligned: all layers
 * must be drawn again.
 */
void
al_strip_chart_set_margins (AlStripChart *self, double left, double right)
{
  self->has_margins = TRUE;
  self->left = left;
  self->right = right;
  update_frame (self);
}

/**
 * al_strip_chart_get_area:
 * @self: a chart
 * @area: (out): where curves are drawn, in pixels
 *
 * The room between the axes.
 */
void
al_strip_chart_get_area (const AlStripChart *self, cairo_rectangle_t *area)
{
  *area = self->frame.area;
}

/* When the sweep that a time belongs to began, or the span. */
gint64
al_strip_chart_get_origin_us (const AlStripChart *self, gint64 time_us)
{
  gint64 rest;

  if (!self->is_sweep)
    return self->start_us;
  rest = time_us % self->duration_us;
  return time_us - (rest < 0 ? rest + self->duration_us : rest);
}

double
al_strip_chart_map_time (const AlStripChart *self, gint64 origin_us, gint64 time_us)
{
  return al_axis_map (&self->frame.x,
                      (double) (time_us - origin_us + self->first_label_us) / G_USEC_PER_SEC);
}

/**
 * al_strip_chart_get_x:
 * @self: a chart
 * @time_us: simulated time
 *
 * Where a time stands: in its own sweep, or in the span, outside of which it is outside of the
 * area.
 *
 * Returns: a pixel
 */
double
al_strip_chart_get_x (const AlStripChart *self, gint64 time_us)
{
  return al_strip_chart_map_time (self, al_strip_chart_get_origin_us (self, time_us), time_us);
}

/**
 * al_strip_chart_get_y:
 * @self: a chart
 * @value: in the unit of the chart
 *
 * Where a value stands; it may be outside of the area.
 *
 * Returns: a pixel, NAN for NAN
 */
double
al_strip_chart_get_y (const AlStripChart *self, double value)
{
  return al_axis_map (&self->frame.y, value);
}

/**
 * al_strip_chart_get_n_curves:
 * @self: a chart
 *
 * Returns: how many curves there are
 */
guint
al_strip_chart_get_n_curves (const AlStripChart *self)
{
  return self->curves->len;
}

/**
 * al_strip_chart_get_name:
 * @self: a chart
 * @curve: below the number of curves
 *
 * Returns: (transfer none): the name of a curve
 */
const char *
al_strip_chart_get_name (const AlStripChart *self, guint curve)
{
  g_return_val_if_fail (curve < self->curves->len, NULL);
  return al_strip_chart_get_curve (self, curve)->name;
}

/**
 * al_strip_chart_get_oldest_us:
 * @self: a chart
 * @head_us: where the write head is
 *
 * The oldest time that is still seen: what is older lies in the gap ahead of the head.
 *
 * Returns: simulated time; the start of the span when the chart does not sweep
 */
gint64
al_strip_chart_get_oldest_us (const AlStripChart *self, gint64 head_us)
{
  if (!self->is_sweep)
    return self->start_us;
  return head_us - self->duration_us + (gint64) (SWEEP_GAP * (double) self->duration_us);
}

static void
draw_title (const AlStripChart *self, cairo_t *cr)
{
  const AlPlotStyle *style = &self->style;
  double em = style->font_size;
  const AlText title = {.text = self->title, .bold = TRUE};
  const AlText unit = {.text = self->unit, .size = 0.92, .color = &style->text_dim};
  double x = self->frame.area.x;
  double y = self->frame.area.y - (0.15 + 1.45) * em;
  double width, height, unit_width, unit_height;

  if (self->title == NULL)
    return;
  al_text_measure (&title, style, &width, &height);
  al_text_measure (&unit, style, &unit_width, &unit_height);
  al_text_draw (&title, style, cr, x, y);
  /* On one base line: the smaller text is lower by the difference of the ascents. */
  al_text_draw (&unit, style, cr, x + width + 0.5 * em, y + 0.8 * (height - unit_height));
}

/* Zero is drawn as an axis where values lie on both sides of it. */
static void
draw_zero (const AlStripChart *self, cairo_t *cr)
{
  const AlPlotStyle *style = &self->style;
  double y = al_pixel_snap (al_strip_chart_get_y (self, 0), style->hairline);

  if (!(self->range.low < 0 && self->range.high > 0))
    return;
  cairo_move_to (cr, self->frame.x.start, y);
  cairo_line_to (cr, self->frame.x.end, y);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, style->hairline);
  al_color_set_source (&style->axis, cr);
  cairo_stroke (cr);
}

static void
draw_time_unit (const AlStripChart *self, cairo_t *cr)
{
  const AlPlotStyle *style = &self->style;
  /* Translators: the unit of time, seconds */
  const AlText unit = {.text = C_ ("unit", "s"), .size = 0.92, .color = &style->text_dim};

  al_text_draw (&unit, style, cr, self->frame.x.end + style->font_size,
                self->frame.y.start + 0.45 * style->font_size);
}

/* Where the bar lies, all the width of the area. */
void
al_strip_chart_get_band_area (const AlStripChart *self, cairo_rectangle_t *area)
{
  const double em = self->style.font_size;

  *area = self->frame.area;
  area->y += area->height + BAND_GAP * em;
  area->height = BAND_HEIGHT * em;
}

/* The name of the bar, and a thin line where it can come. */
static void
draw_band_name (const AlStripChart *self, cairo_t *cr)
{
  const AlPlotStyle *style = &self->style;
  AlColor color = al_plot_style_get_text_color (style, &style->signal[self->band.signal].color);
  const AlText text = {
      .text = self->band.name, .size = NAME_SIZE, .bold = TRUE, .color = &color, .align_y = 0.5};
  cairo_rectangle_t area;

  al_strip_chart_get_band_area (self, &area);
  cairo_rectangle (cr, area.x, al_pixel_snap (area.y + area.height / 2, 2), area.width,
                   style->hairline);
  al_color_set_source (&style->grid, cr);
  cairo_fill (cr);
  al_text_draw (&text, style, cr,
                self->frame.x.end + (NAME_GAP + SWATCH + SWATCH_GAP) * style->font_size,
                area.y + area.height / 2);
}

/**
 * al_strip_chart_draw_static:
 * @self: a chart
 * @cr: where to draw
 *
 * Draws what only changes with size, looks and range: grid, axes, numbers and title.
 */
void
al_strip_chart_draw_static (const AlStripChart *self, cairo_t *cr)
{
  al_frame_draw_grid (&self->frame, &self->style, cr);
  draw_zero (self, cr);
  al_frame_draw_axes (&self->frame, &self->style, cr);
  if (self->has_values)
    al_frame_draw_y_labels (&self->frame, &self->style, cr);
  if (self->band.name != NULL)
    draw_band_name (self, cr);
  draw_title (self, cr);
  if (self->is_time_visible) {
    al_frame_draw_x_labels (&self->frame, &self->style, cr);
    draw_time_unit (self, cr);
  }
}

/* Mean of a curve over what is seen, in the unit of the chart; NAN when there is nothing. */
static double
get_mean (const AlStripChart *self, const AlTrace *trace, const AlStripCurve *curve)
{
  gint64 last_us = al_trace_get_last_us (trace);
  gint64 end_us = self->is_sweep ? last_us : MIN (last_us, self->start_us + self->duration_us);
  guint n_samples = al_trace_get_n_samples (trace);
  double sum = 0;
  guint n = 0;

  if (curve->func != NULL)
    return 0;
  for (guint i = al_trace_find (trace, al_strip_chart_get_oldest_us (self, last_us));
       i < n_samples && al_trace_get_time_us (trace, i) <= end_us; i++) {
    double value = al_trace_get_value (trace, i, curve->signal);

    if (!isfinite (value))
      continue;
    sum += value;
    n++;
  }
  return n > 0 ? curve->factor * sum / n : NAN;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double difference = ((const NamePlace *) a)->y - ((const NamePlace *) b)->y;

  return (difference > 0) - (difference < 0);
}

/* Moves names apart that would lie on each other, and up where the last would leave the area. */
static void
spread_places (const AlStripChart *self, GArray *places)
{
  double spacing = NAME_SPACING * NAME_SIZE * self->style.font_size;
  double low = self->frame.y.end + spacing / 2;
  double high = self->frame.y.start - spacing / 2;

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++) {
    NamePlace *place = &g_array_index (places, NamePlace, i);

    place->y = MAX (place->y, low);
    low = place->y + spacing;
  }
  for (guint i = places->len; i > 0; i--) {
    NamePlace *place = &g_array_index (places, NamePlace, i - 1);

    place->y = MIN (place->y, high);
    high = place->y - spacing;
  }
}

static GArray *
find_places (const AlStripChart *self, const AlTrace *trace)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (NamePlace));

  for (guint i = 0; i < self->curves->len; i++) {
    const AlStripCurve *curve = al_strip_chart_get_curve (self, i);
    double y = al_strip_chart_get_y (self, get_mean (self, trace, curve));
    const NamePlace place = {curve, isfinite (y) ? y : self->frame.y.end};

    g_array_append_val (places, place);
  }
  spread_places (self, places);
  return places;
}

static void
draw_name (const AlStripChart *self, const NamePlace *place, cairo_t *cr)
{
  const AlPlotStyle *style = &self->style;
  const AlStroke *stroke = &style->signal[place->curve->signal];
  AlColor color = al_plot_style_get_text_color (style, &stroke->color);
  const AlText text = {
      .text = place->curve->name, .size = NAME_SIZE, .bold = TRUE, .color = &color, .align_y = 0.5};
  double em = style->font_size;
  double x = self->frame.x.end + NAME_GAP * em;

  cairo_move_to (cr, x, place->y);
  cairo_line_to (cr, x + SWATCH * em, place->y);
  al_stroke_apply (stroke, cr);
  cairo_stroke (cr);
  al_text_draw (&text, style, cr, x + (SWATCH + SWATCH_GAP) * em, place->y);
}

/**
 * al_strip_chart_draw_beat:
 * @self: a chart
 * @cr: where to draw
 * @trace: the signals
 *
 * Draws the names of the curves, each beside the mean of its curve.
 */
void
al_strip_chart_draw_beat (const AlStripChart *self, cairo_t *cr, const AlTrace *trace)
{
  g_autoptr (GArray) places = find_places (self, trace);

  for (guint i = 0; i < places->len; i++)
    draw_name (self, &g_array_index (places, NamePlace, i), cr);
}
