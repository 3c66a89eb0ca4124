/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-strip-private.h"

#include "al-curve.h"

#include <math.h>

/* Samples farther apart than this are not joined: nobody knows what was between them. */
#define LONGEST_STEP_US 50000

/* Dashes are counted anew from every whole second, so that a part drawn later goes on with them. */
#define DASH_ANCHOR_US G_USEC_PER_SEC

/* Of a curve that is a function. */
#define FUNCTION_STEP_US 2000

/* A curve at a time, between samples as well; NAN where it is not known. */
static double
get_value_at (const AlTrace *trace, const AlStripCurve *curve, gint64 time_us)
{
  guint index = al_trace_find (trace, time_us);

  if (curve->func != NULL)
    return curve->func (time_us, curve->data);
  if (index == al_trace_get_n_samples (trace))
    return NAN;

  gint64 after_us = al_trace_get_time_us (trace, index);
  double after = curve->factor * al_trace_get_value (trace, index, curve->signal);

  if (after_us == time_us)
    return after;
  if (index == 0)
    return NAN;

  gint64 before_us = al_trace_get_time_us (trace, index - 1);
  double before = curve->factor * al_trace_get_value (trace, index - 1, curve->signal);

  if (after_us - before_us > LONGEST_STEP_US)
    return NAN;
  return before +
         (after - before) * (double) (time_us - before_us) / (double) (after_us - before_us);
}

/*
 * Calls for every point of a curve between two times, both of them included. Two parts that meet at
 * a time therefore share a point.
 */
typedef void (*PointFunc) (double x, double y, gpointer user_data);

typedef struct {
  const AlTrace *trace;
  const AlStripCurve *curve;
  gint64 origin_us; /* of the sweep */
  gint64 from_us;
  gint64 to_us;
} Piece;

/* Steps stand on a grid of their own, so that a part begun elsewhere has the same points. */
static void
for_each_step (const AlStripChart *self, const Piece *piece, PointFunc func, gpointer user_data)
{
  const AlStripCurve *curve = piece->curve;
  gint64 first_us = (piece->from_us / FUNCTION_STEP_US + 1) * FUNCTION_STEP_US;

  for (gint64 time_us = first_us; time_us < piece->to_us; time_us += FUNCTION_STEP_US)
    func (al_strip_chart_map_time (self, piece->origin_us, time_us),
          al_strip_chart_get_y (self, curve->func (time_us, curve->data)), user_data);
}

static void
for_each_sample (const AlStripChart *self, const Piece *piece, PointFunc func, gpointer user_data)
{
  const AlTrace *trace = piece->trace;
  const AlStripCurve *curve = piece->curve;
  guint n_samples = al_trace_get_n_samples (trace);
  gint64 previous_us = piece->from_us;

  for (guint i = al_trace_find (trace, piece->from_us + 1); i < n_samples; i++) {
    gint64 time_us = al_trace_get_time_us (trace, i);
    double value = curve->factor * al_trace_get_value (trace, i, curve->signal);

    if (time_us >= piece->to_us)
      break;
    if (time_us - previous_us > LONGEST_STEP_US)
      func (NAN, NAN, user_data);
    func (al_strip_chart_map_time (self, piece->origin_us, time_us),
          al_strip_chart_get_y (self, value), user_data);
    previous_us = time_us;
  }
}

static void
for_each_point (const AlStripChart *self, const Piece *piece, PointFunc func, gpointer user_data)
{
  const AlTrace *trace = piece->trace;
  const AlStripCurve *curve = piece->curve;

  func (al_strip_chart_map_time (self, piece->origin_us, piece->from_us),
        al_strip_chart_get_y (self, get_value_at (trace, curve, piece->from_us)), user_data);
  if (curve->func != NULL)
    for_each_step (self, piece, func, user_data);
  else
    for_each_sample (self, piece, func, user_data);
  func (al_strip_chart_map_time (self, piece->origin_us, piece->to_us),
        al_strip_chart_get_y (self, get_value_at (trace, curve, piece->to_us)), user_data);
}

static void
add_to_path (double x, double y, gpointer user_data)
{
  al_curve_add (user_data, x, y);
}

typedef struct {
  double x;
  double y;
  double length;
} Walk;

static void
add_to_length (double x, double y, gpointer user_data)
{
  Walk *walk = user_data;
  double step = hypot (x - walk->x, y - walk->y);

  if (isfinite (step))
    walk->length += step;
  walk->x = x;
  walk->y = y;
}

/* How much of the curve lies between the last whole second and the start of a piece. */
static double
measure_from_anchor (const AlStripChart *self, const Piece *piece, gint64 anchor_us)
{
  Piece before = *piece;
  Walk walk = {NAN, NAN, 0};

  before.from_us = anchor_us;
  before.to_us = piece->from_us;
  if (before.from_us < before.to_us)
    for_each_point (self, &before, add_to_length, &walk);
  return walk.length;
}

static void
stroke_piece (const AlStripChart *self, const Piece *piece, double dash_offset, cairo_t *cr)
{
  const AlStroke *stroke = &self->style.signal[piece->curve->signal];
  double dash[G_N_ELEMENTS (stroke->dash)];
  AlCurve path;

  al_curve_begin (&path, cr);
  for_each_point (self, piece, add_to_path, &path);
  al_curve_break (&path);
  al_stroke_apply (stroke, cr);
  cairo_get_dash (cr, dash, NULL);
  cairo_set_dash (cr, dash, stroke->n_dash, dash_offset);
  cairo_stroke (cr);
}

static gint64
get_anchor_us (gint64 time_us)
{
  gint64 rest = time_us % DASH_ANCHOR_US;

  return time_us - (rest < 0 ? rest + DASH_ANCHOR_US : rest);
}

/* A piece within one sweep. A dashed one is drawn second by second. */
static void
draw_piece (const AlStripChart *self, const Piece *piece, cairo_t *cr)
{
  Piece second = *piece;

  if (self->style.signal[piece->curve->signal].n_dash == 0) {
    stroke_piece (self, piece, 0, cr);
    return;
  }
  while (second.from_us < piece->to_us) {
    gint64 anchor_us = get_anchor_us (second.from_us);

    second.to_us = MIN (anchor_us + DASH_ANCHOR_US, piece->to_us);
    stroke_piece (self, &second, measure_from_anchor (self, &second, anchor_us), cr);
    second.from_us = second.to_us;
  }
}

/* A part of one curve; it may run over the right edge into the next sweep. */
static void
draw_curve_part (const AlStripChart *self, Piece *piece, gint64 from_us, gint64 to_us, cairo_t *cr)
{
  while (from_us < to_us) {
    piece->origin_us = al_strip_chart_get_origin_us (self, from_us);
    piece->from_us = from_us;
    piece->to_us = self->is_sweep ? MIN (to_us, piece->origin_us + self->duration_us) : to_us;
    draw_piece (self, piece, cr);
    from_us = piece->to_us;
  }
}

/**
 * al_strip_chart_find_value:
 * @self: a chart
 * @trace: the signals
 * @curve: below the number of curves
 * @time_us: simulated time
 *
 * What a curve is at a time, between samples as well.
 *
 * Returns: a value in the unit of the chart, NAN where it is not known
 */
double
al_strip_chart_find_value (const AlStripChart *self, const AlTrace *trace, guint curve,
                           gint64 time_us)
{
  g_return_val_if_fail (curve < self->curves->len, NAN);
  return get_value_at (trace, al_strip_chart_get_curve (self, curve), time_us);
}

/* A bar within one sweep. */
static void
draw_bar (const AlStripChart *self, cairo_t *cr, gint64 from_us, gint64 to_us)
{
  cairo_rectangle_t area;
  gint64 origin_us = al_strip_chart_get_origin_us (self, from_us);
  double x = al_strip_chart_map_time (self, origin_us, from_us);

  al_strip_chart_get_band_area (self, &area);
  cairo_rectangle (cr, x, area.y, al_strip_chart_map_time (self, origin_us, to_us) - x,
                   area.height);
}

/* Edges fall on whole pixels: parts that meet leave neither a seam nor a gap. */
static void
draw_band (const AlStripChart *self, cairo_t *cr, const AlTrace *trace, gint64 from_us,
           gint64 to_us)
{
  const AlStripBand *band = &self->band;
  guint n_samples = al_trace_get_n_samples (trace);
  gint64 since_us = -1;
  gint64 time_us = from_us;

  for (guint i = al_trace_find (trace, from_us); i < n_samples && time_us < to_us; i++) {
    gboolean is_above = al_trace_get_value (trace, i, band->signal) > band->threshold;

    time_us = MIN (al_trace_get_time_us (trace, i), to_us);
    if (is_above && since_us < 0)
      since_us = i > 0 && al_trace_get_value (trace, i - 1, band->signal) > band->threshold
                     ? from_us
                     : time_us;
    if (since_us >= 0 && (!is_above || time_us == to_us)) {
      draw_bar (self, cr, since_us, time_us);
      since_us = -1;
    }
  }
  if (since_us >= 0)
    draw_bar (self, cr, since_us, time_us);
  al_color_set_source (&self->style.signal[band->signal].color, cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_fill (cr);
}

/* The band as far as sweeps go. */
static void
draw_band_part (const AlStripChart *self, cairo_t *cr, const AlTrace *trace, gint64 from_us,
                gint64 to_us)
{
  while (from_us < to_us) {
    gint64 end_us =
        self->is_sweep
            ? MIN (to_us, al_strip_chart_get_origin_us (self, from_us) + self->duration_us)
            : to_us;

    draw_band (self, cr, trace, from_us, end_us);
    from_us = end_us;
  }
}

/**
 * al_strip_chart_draw_part:
 * @self: a chart
 * @cr: where to draw
 * @trace: the signals
 * @from_us: simulated time where the part begins
 * @to_us: simulated time where it ends
 *
 * Draws the curves between two times, so that finished parts can be kept. Each end has its cap: who
 * lays parts side by side lets them overlap and clips them to columns of pixels. Dashes go on from
 * part to part as long as @trace still holds the second before @from_us.
 */
void
al_strip_chart_draw_part (const AlStripChart *self, cairo_t *cr, const AlTrace *trace,
                          gint64 from_us, gint64 to_us)
{
  gint64 first_us = MAX (from_us, al_trace_get_first_us (trace));
  gint64 last_us = MIN (to_us, al_trace_get_last_us (trace));

  cairo_save (cr);
  al_frame_clip (&self->frame, cr, self->style.hairline);
  for (guint i = 0; i < self->curves->len; i++) {
    Piece piece = {.trace = trace, .curve = al_strip_chart_get_curve (self, i)};

    draw_curve_part (self, &piece, first_us, last_us, cr);
  }
  cairo_restore (cr);
  if (self->band.name == NULL)
    return;
  cairo_save (cr);
  draw_band_part (self, cr, trace, first_us, last_us);
  cairo_restore (cr);
}

/**
 * al_strip_chart_draw_head:
 * @self: a chart
 * @cr: where to draw
 * @trace: the signals
 *
 * Draws the write head: a point at the end of each curve.
 */
void
al_strip_chart_draw_head (const AlStripChart *self, cairo_t *cr, const AlTrace *trace)
{
  guint n_samples = al_trace_get_n_samples (trace);
  gint64 last_us = al_trace_get_last_us (trace);

  if (n_samples == 0)
    return;
  cairo_save (cr);
  al_frame_clip (&self->frame, cr, 0.4 * self->style.font_size);
  for (guint i = 0; i < self->curves->len; i++) {
    const AlStripCurve *curve = al_strip_chart_get_curve (self, i);
    const AlStroke *stroke = &self->style.signal[curve->signal];
    double y = al_strip_chart_get_y (self, get_value_at (trace, curve, last_us));

    if (!isfinite (y))
      continue;
    cairo_new_sub_path (cr);
    cairo_arc (cr, al_strip_chart_get_x (self, last_us), y, 1.5 * stroke->width, 0, 2 * G_PI);
    al_color_set_source (&stroke->color, cr);
    cairo_fill (cr);
  }
  cairo_restore (cr);
}

/**
 * al_strip_chart_draw_live:
 * @self: a chart
 * @cr: where to draw
 * @trace: the signals
 *
 * Draws the curves: the whole sweep with its head, or the span.
 */
void
al_strip_chart_draw_live (const AlStripChart *self, cairo_t *cr, const AlTrace *trace)
{
  gint64 last_us = al_trace_get_last_us (trace);
  gint64 oldest_us = al_strip_chart_get_oldest_us (self, last_us);

  if (al_trace_get_n_samples (trace) == 0)
    return;
  if (self->is_sweep) {
    al_strip_chart_draw_part (self, cr, trace, oldest_us, last_us);
    al_strip_chart_draw_head (self, cr, trace);
  } else {
    al_strip_chart_draw_part (self, cr, trace, oldest_us, self->start_us + self->duration_us);
  }
}

/**
 * al_strip_chart_draw:
 * @self: a chart
 * @cr: where to draw
 * @trace: the signals
 *
 * Draws all three layers.
 */
void
al_strip_chart_draw (const AlStripChart *self, cairo_t *cr, const AlTrace *trace)
{
  al_strip_chart_draw_static (self, cr);
  al_strip_chart_draw_beat (self, cr, trace);
  al_strip_chart_draw_live (self, cr, trace);
}
