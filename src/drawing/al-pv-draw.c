/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-pv-plot.h"

#include "config.h"

#include "al-curve.h"
#include "al-pv-private.h"
#include "al-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The live loop is the heaviest line, so that it leads where curves cross. */
#define LIVE_WEIGHT 1.15

/* The line of another chamber, in parts of that of the left ventricle. */
#define THIN 0.5

/* Marks of a beat, in parts of the width of its line. */
#define MARK_RADIUS 1.95
#define MARK_RIM    0.7

/* For the last row of a room a line is so thick that a mark need not be as many times as thick. */
#define PROJECTOR_MARKS 0.58

/* How much of its colour the newest past beat keeps, and each one before it of that. */
#define TRAIL_SHARE 0.50
#define TRAIL_DECAY 0.55

/**
 * al_pv_plot_draw_static:
 * @self: a plot
 * @cr: where to draw
 *
 * Draws what only changes with size, looks and range: grid, axes, numbers and titles.
 */
void
al_pv_plot_draw_static (const AlPvPlot *self, cairo_t *cr)
{
  const AlPlotStyle *style = &self->style;
  const AlFrame *frame = &self->frame;
  double em = style->font_size;
  const AlText pressure = {.text = _ ("Pressure (mmHg)")};
  const AlText volume = {.text = _ ("Volume (mL)"), .align_x = 0.5, .align_y = 1};

  al_frame_draw_grid (frame, style, cr);
  al_frame_draw_axes (frame, style, cr);
  al_frame_draw_x_labels (frame, style, cr);
  al_frame_draw_y_labels (frame, style, cr);
  al_text_draw (&pressure, style, cr, AL_PV_MARGIN * em, 0.35 * em);
  al_text_draw (&volume, style, cr, (frame->x.start + frame->x.end) / 2, self->height - 0.35 * em);
}

void
al_pv_plot_add_path (const AlPvPlot *self, const GArray *points, guint first, guint last,
                     cairo_t *cr)
{
  AlCurve curve;

  al_curve_begin (&curve, cr);
  for (guint i = first; i <= last && i < points->len; i++) {
    double x, y;

    al_pv_plot_to_pixels (self, &g_array_index (points, AlPvPoint, i), &x, &y);
    al_curve_add (&curve, x, y);
  }
  al_curve_break (&curve);
}

static void
stroke_points (const AlPvPlot *self, const GArray *points, const AlStroke *stroke, cairo_t *cr)
{
  al_pv_plot_add_path (self, points, 0, G_MAXUINT - 1, cr);
  al_stroke_apply (stroke, cr);
  cairo_stroke (cr);
}

/* The live loop is solid; the grey of the baseline is darkened, for it is no ghost then. */
AlStroke
al_pv_plot_get_live_stroke (const AlPvPlot *self)
{
  AlStroke stroke = self->style.role[self->live->role];

  stroke.n_dash = 0;
  stroke.width = MAX (stroke.width, self->style.role[AL_ROLE_ECMO].width) * LIVE_WEIGHT;
  if (self->live->role == AL_ROLE_BASELINE)
    stroke.color = al_color_mix (&stroke.color, &self->style.text, 0.5);
  return stroke;
}

/* Another chamber has the thinner line, so that the two never look alike. */
AlStroke
al_pv_plot_get_stroke (const AlPvPlot *self, const AlPvLoop *loop)
{
  gboolean is_ghost = g_ptr_array_find (self->ghosts, loop, NULL);
  AlStroke stroke = is_ghost ? self->style.role[loop->role] : al_pv_plot_get_live_stroke (self);

  if (loop->is_thin)
    stroke.width *= THIN;
  return stroke;
}

static void
draw_relations (const AlPvPlot *self, cairo_t *cr)
{
  stroke_points (self, self->espvr, &self->style.relation, cr);
  stroke_points (self, self->edpvr, &self->style.relation, cr);
}

/* A ghost is a whole beat, so it ends where it began; between its last sample and its first is a
 * gap. */
static void
draw_ghosts (const AlPvPlot *self, cairo_t *cr)
{
  for (guint i = 0; i < self->ghosts->len; i++) {
    const AlPvLoop *ghost = g_ptr_array_index (self->ghosts, i);
    const AlStroke stroke = al_pv_plot_get_stroke (self, ghost);

    al_pv_plot_add_path (self, ghost->points, 0, G_MAXUINT - 1, cr);
    if (cairo_has_current_point (cr))
      cairo_close_path (cr);
    al_stroke_apply (&stroke, cr);
    cairo_stroke (cr);
  }
}

static void
draw_past (const AlPvPlot *self, cairo_t *cr)
{
  AlStroke stroke = al_pv_plot_get_live_stroke (self);
  const AlColor color = stroke.color;

  for (guint i = 0; i < self->past->len; i++) {
    guint age = self->past->len - 1 - i;
    double share = self->is_still && age == 0 ? 1 : TRAIL_SHARE * pow (TRAIL_DECAY, age);

    stroke.color = al_color_mix (&self->style.ground, &color, share);
    stroke_points (self, g_ptr_array_index (self->past, i), &stroke, cr);
  }
}

/* The point of the newest beat where pressure over volume above V0 is largest. */
static guint
find_end_systole (const AlPvPlot *self, const GArray *beat)
{
  double v0_ml = self->espvr->len > 0 ? g_array_index (self->espvr, AlPvPoint, 0).volume_ml : 0;
  double steepest = 0;
  guint found = 0;

  for (guint i = 0; i < beat->len; i++) {
    const AlPvPoint *point = &g_array_index (beat, AlPvPoint, i);
    double slope = point->pressure_mmhg / (point->volume_ml - v0_ml);

    if (point->volume_ml > v0_ml && slope > steepest) {
      steepest = slope;
      found = i;
    }
  }
  return found;
}

/* The end of diastole of the newest beat, and which of its points is the end of systole. */
gboolean
al_pv_plot_find_corners (const AlPvPlot *self, AlPvPoint *diastole, guint *systole)
{
  const GArray *beat = al_pv_plot_get_newest (self);

  if (beat == NULL || beat->len < 2)
    return FALSE;
  *diastole = g_array_index (beat, AlPvPoint, 0);
  *systole = find_end_systole (self, beat);
  return TRUE;
}

/*
 * The end of diastole and of systole of the newest beat, which begins at ventricular activation, so
 * that its first point is its end of diastole. Returns whether there is a whole beat.
 */
gboolean
al_pv_plot_get_marks (const AlPvPlot *self, AlPvPoint *marks)
{
  guint end_systole;

  if (!al_pv_plot_find_corners (self, &marks[0], &end_systole))
    return FALSE;
  marks[1] = g_array_index (al_pv_plot_get_newest (self), AlPvPoint, end_systole);
  return TRUE;
}

/* What marks and moving points are measured in, in pixels: the width of the line, or less. */
double
al_pv_plot_get_mark_unit (const AlPvPlot *self)
{
  const double width = al_pv_plot_get_live_stroke (self).width;

  return self->style.kind == AL_STYLE_PROJECTOR ? PROJECTOR_MARKS * width : width;
}

/* In pixels, its rim included. */
double
al_pv_plot_get_mark_radius (const AlPvPlot *self)
{
  return MARK_RADIUS * al_pv_plot_get_mark_unit (self);
}

static void
draw_mark (const AlPvPlot *self, const AlPvPoint *point, cairo_t *cr)
{
  const AlStroke stroke = al_pv_plot_get_live_stroke (self);
  double rim = MARK_RIM * al_pv_plot_get_mark_unit (self);
  double x, y;

  al_pv_plot_to_pixels (self, point, &x, &y);
  if (!isfinite (x) || !isfinite (y))
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, al_pv_plot_get_mark_radius (self) - rim / 2, 0, 2 * G_PI);
  al_color_set_source (&self->style.ground, cr);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, rim);
  al_color_set_source (&stroke.color, cr);
  cairo_stroke (cr);
}

static void
draw_marks (const AlPvPlot *self, cairo_t *cr)
{
  AlPvPoint marks[AL_PV_MARKS];

  if (!al_pv_plot_get_marks (self, marks))
    return;
  for (guint i = 0; i < AL_PV_MARKS; i++)
    draw_mark (self, &marks[i], cr);
}

/**
 * al_pv_plot_draw_beat:
 * @self: a plot
 * @cr: where to draw
 *
 * Draws what changes at most once a beat: relations, ghosts, past beats, marks of the newest one,
 * and the labels, which remember where they stood so that they do not jump.
 */
void
al_pv_plot_draw_beat (AlPvPlot *self, cairo_t *cr)
{
  cairo_save (cr);
  al_frame_clip (&self->frame, cr, self->style.hairline);
  al_pv_plot_draw_pva (self, cr);
  draw_relations (self, cr);
  al_pv_plot_draw_ea (self, cr);
  if (self->is_still)
    draw_ghosts (self, cr);
  draw_past (self, cr);
  if (!self->is_still)
    draw_ghosts (self, cr);
  al_pv_plot_draw_companions (self, cr);
  if (self->n_events > 0)
    al_pv_plot_draw_events (self, cr);
  else
    draw_marks (self, cr);
  cairo_restore (cr);
  al_pv_plot_draw_labels (self, cr);
}

/**
 * al_pv_plot_draw_live_part:
 * @self: a plot
 * @cr: where to draw
 * @first: first point of the current beat to draw
 * @last: last point to draw; one that is not there yet is left out
 *
 * Draws part of the current beat, so that finished parts can be kept. Two parts that share a point
 * join without a seam.
 */
void
al_pv_plot_draw_live_part (const AlPvPlot *self, cairo_t *cr, guint first, guint last)
{
  const AlStroke stroke = al_pv_plot_get_live_stroke (self);

  cairo_save (cr);
  al_frame_clip (&self->frame, cr, self->style.hairline);
  al_pv_plot_add_path (self, self->live->points, first, last, cr);
  al_stroke_apply (&stroke, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A point with a halo; @unit is the width of its line. */
void
al_pv_plot_draw_dot (const AlPvPlot *self, const AlPvPoint *point, double unit, cairo_t *cr)
{
  const AlStroke stroke = al_pv_plot_get_live_stroke (self);
  AlColor halo = stroke.color;
  double x, y;

  al_pv_plot_to_pixels (self, point, &x, &y);
  if (!isfinite (x) || !isfinite (y))
    return;

  cairo_save (cr);
  al_frame_clip (&self->frame, cr, 4 * unit);
  halo.alpha = 0.22;
  al_color_set_source (&halo, cr);
  cairo_arc (cr, x, y, 4 * unit, 0, 2 * G_PI);
  cairo_fill (cr);
  al_color_set_source (&self->style.ground, cr);
  cairo_arc (cr, x, y, 2.4 * unit, 0, 2 * G_PI);
  cairo_fill (cr);
  al_color_set_source (&stroke.color, cr);
  cairo_arc (cr, x, y, 1.8 * unit, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * al_pv_plot_draw_live_point:
 * @self: a plot
 * @cr: where to draw
 *
 * Draws the moving point, where the ventricle is now, with a halo.
 */
void
al_pv_plot_draw_live_point (const AlPvPlot *self, cairo_t *cr)
{
  const GArray *points = self->live->points;

  if (points->len > 0)
    al_pv_plot_draw_dot (self, &g_array_index (points, AlPvPoint, points->len - 1),
                         al_pv_plot_get_mark_unit (self), cr);
}

/**
 * al_pv_plot_draw_live:
 * @self: a plot
 * @cr: where to draw
 *
 * Draws what changes with every frame: the current beat and the moving point.
 */
void
al_pv_plot_draw_live (const AlPvPlot *self, cairo_t *cr)
{
  al_pv_plot_draw_live_part (self, cr, 0, G_MAXUINT - 1);
  al_pv_plot_draw_live_point (self, cr);
}

/**
 * al_pv_plot_draw:
 * @self: a plot
 * @cr: where to draw
 *
 * Draws all three layers.
 */
void
al_pv_plot_draw (AlPvPlot *self, cairo_t *cr)
{
  al_pv_plot_draw_static (self, cr);
  al_pv_plot_draw_beat (self, cr);
  al_pv_plot_draw_live (self, cr);
}

/**
 * al_pv_plot_get_live_extents:
 * @self: a plot
 * @first: a point of the current beat
 * @last: a later one; one that is not there yet is left out
 * @extents: (out): whole pixels that the part and the moving point can touch
 *
 * The smallest rectangle to repaint for part of the current beat.
 *
 * Returns: whether there is anything to repaint
 */
gboolean
al_pv_plot_get_live_extents (const AlPvPlot *self, guint first, guint last,
                             cairo_rectangle_t *extents)
{
  const GArray *points = self->live->points;
  double pad = 4 * al_pv_plot_get_live_stroke (self).width + 1;
  AlRange x_range = AL_RANGE_EMPTY, y_range = AL_RANGE_EMPTY;

  for (guint i = first; i <= last && i < points->len; i++) {
    double x, y;

    al_pv_plot_to_pixels (self, &g_array_index (points, AlPvPoint, i), &x, &y);
    al_range_include (&x_range, x);
    al_range_include (&y_range, y);
  }
  if (al_range_is_empty (&x_range) || al_range_is_empty (&y_range))
    return FALSE;

  extents->x = floor (x_range.low - pad);
  extents->y = floor (y_range.low - pad);
  extents->width = ceil (x_range.high + pad) - extents->x;
  extents->height = ceil (y_range.high + pad) - extents->y;
  return TRUE;
}
