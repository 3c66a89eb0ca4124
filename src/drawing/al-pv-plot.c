/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-pv-plot.h"

#include "config.h"

#include "al-curve.h"
#include "al-pv-private.h"
#include "al-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Margins in parts of the text height. */
#define MARGIN_TOP    2.1
#define MARGIN_RIGHT  1.0
#define MARGIN_BOTTOM 3.3
#define MARGIN_EDGE   0.6

/* The live loop is the heaviest line, so that it leads where curves cross. */
#define LIVE_WEIGHT 1.15

/* How much of its colour the newest past beat keeps, and each one before it of that. */
#define TRAIL_SHARE 0.50
#define TRAIL_DECAY 0.55

static AlPvLoop *
loop_new (AlRole role, const char *name)
{
  AlPvLoop *loop = g_new0 (AlPvLoop, 1);

  loop->role = role;
  loop->name = g_strdup (name);
  loop->points = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  loop->place = -1;
  return loop;
}

static void
loop_free (AlPvLoop *loop)
{
  g_free (loop->name);
  g_array_unref (loop->points);
  g_free (loop);
}

/* Finds the area anew: the numbers of the vertical axis decide where it begins. */
static void
update_frame (AlPvPlot *self)
{
  double em = self->style.font_size;
  AlMargins margins = {.left = 3 * em,
                       .right = MARGIN_RIGHT * em,
                       .top = MARGIN_TOP * em,
                       .bottom = MARGIN_BOTTOM * em};

  /* How many numbers there are depends on the height alone, which is known. */
  al_frame_init (&self->frame, &self->style, self->width, self->height, &margins);
  al_frame_set_range (&self->frame, &self->style, self->volume_ml, self->pressure_mmhg);
  margins.left = al_frame_measure_labels (&self->style, &self->frame.y_ticks) + MARGIN_EDGE * em;
  al_frame_init (&self->frame, &self->style, self->width, self->height, &margins);
  al_frame_set_range (&self->frame, &self->style, self->volume_ml, self->pressure_mmhg);
}

/**
 * al_pv_plot_new:
 *
 * An empty plot, 400 pixels square, in the light style, 0 to 200 mL and 0 to 160 mmHg.
 *
 * Returns: (transfer full): a plot
 */
AlPvPlot *
al_pv_plot_new (void)
{
  AlPvPlot *self = g_new0 (AlPvPlot, 1);

  al_plot_style_init (&self->style, AL_STYLE_LIGHT);
  self->width = 400;
  self->height = 400;
  self->volume_ml = (AlRange){0, 200};
  self->pressure_mmhg = (AlRange){0, 160};
  self->espvr = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  self->edpvr = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  self->espvr_place = -1;
  self->edpvr_place = -1;
  self->ghosts = g_ptr_array_new_with_free_func ((GDestroyNotify) loop_free);
  self->live = loop_new (AL_ROLE_BASELINE, NULL);
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  update_frame (self);
  return self;
}

/**
 * al_pv_plot_free:
 * @self: (transfer full) (nullable): a plot
 *
 * Frees a plot.
 */
void
al_pv_plot_free (AlPvPlot *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->espvr);
  g_array_unref (self->edpvr);
  g_ptr_array_unref (self->ghosts);
  g_ptr_array_unref (self->past);
  loop_free (self->live);
  g_free (self);
}

/**
 * al_pv_plot_set_style:
 * @self: a plot
 * @style: looks; copied
 *
 * Changes the looks: all layers must be drawn again.
 */
void
al_pv_plot_set_style (AlPvPlot *self, const AlPlotStyle *style)
{
  self->style = *style;
  update_frame (self);
}

/**
 * al_pv_plot_set_size:
 * @self: a plot
 * @width: pixels
 * @height: pixels
 *
 * Changes the size: all layers must be drawn again.
 */
void
al_pv_plot_set_size (AlPvPlot *self, double width, double height)
{
  self->width = width;
  self->height = height;
  update_frame (self);
}

/**
 * al_pv_plot_set_range:
 * @self: a plot
 * @volume_ml: what the horizontal axis shows
 * @pressure_mmhg: what the vertical axis shows
 *
 * Sets the axes, which never move by themselves. [func@range_nice] finds ranges that hold a whole
 * comparison. All layers must be drawn again.
 */
void
al_pv_plot_set_range (AlPvPlot *self, AlRange volume_ml, AlRange pressure_mmhg)
{
  self->volume_ml = volume_ml;
  self->pressure_mmhg = pressure_mmhg;
  update_frame (self);
}

/**
 * al_pv_plot_get_range:
 * @self: a plot
 * @volume_ml: (out): what the horizontal axis shows
 * @pressure_mmhg: (out): what the vertical axis shows
 *
 * What the axes show.
 */
void
al_pv_plot_get_range (const AlPvPlot *self, AlRange *volume_ml, AlRange *pressure_mmhg)
{
  *volume_ml = self->volume_ml;
  *pressure_mmhg = self->pressure_mmhg;
}

static void
set_points (GArray *array, const AlPvPoint *points, guint n_points)
{
  g_array_set_size (array, 0);
  if (n_points > 0)
    g_array_append_vals (array, points, n_points);
}

/**
 * al_pv_plot_set_espvr:
 * @self: a plot
 * @points: (array length=n_points): the relation, its volumes ascending from the one without
 *   pressure; copied
 * @n_points: how many; 0 for none
 *
 * Sets the end-systolic pressure-volume relation: the *beat* layer must be drawn again.
 */
void
al_pv_plot_set_espvr (AlPvPlot *self, const AlPvPoint *points, guint n_points)
{
  set_points (self->espvr, points, n_points);
}

/**
 * al_pv_plot_set_edpvr:
 * @self: a plot
 * @points: (array length=n_points): the relation, its volumes ascending; copied
 * @n_points: how many; 0 for none
 *
 * Sets the end-diastolic pressure-volume relation: the *beat* layer must be drawn again.
 */
void
al_pv_plot_set_edpvr (AlPvPlot *self, const AlPvPoint *points, guint n_points)
{
  set_points (self->edpvr, points, n_points);
}

/**
 * al_pv_plot_set_pva_visible:
 * @self: a plot
 * @visible: whether to show it; at first it is not
 *
 * Shades the pressure-volume area of the newest whole beat, a measure of its need for oxygen: the
 * *beat* layer must be drawn again.
 */
void
al_pv_plot_set_pva_visible (AlPvPlot *self, gboolean visible)
{
  self->is_pva_visible = visible;
}

/**
 * al_pv_plot_add_ghost:
 * @self: a plot
 * @role: what it stands for
 * @name: (nullable): written on the curve
 * @points: (array length=n_points): one whole beat; copied
 * @n_points: how many
 *
 * Adds a loop that stands still, for comparison: the *beat* layer must be drawn again.
 */
void
al_pv_plot_add_ghost (AlPvPlot *self, AlRole role, const char *name, const AlPvPoint *points,
                      guint n_points)
{
  g_return_if_fail (role < AL_N_ROLES);

  AlPvLoop *ghost = loop_new (role, name);

  set_points (ghost->points, points, n_points);
  g_ptr_array_add (self->ghosts, ghost);
}

/**
 * al_pv_plot_clear_ghosts:
 * @self: a plot
 *
 * Takes all ghosts away: the *beat* layer must be drawn again.
 */
void
al_pv_plot_clear_ghosts (AlPvPlot *self)
{
  g_ptr_array_set_size (self->ghosts, 0);
}

/**
 * al_pv_plot_set_live:
 * @self: a plot
 * @role: what it stands for
 * @name: (nullable): written on the curve
 *
 * Says what the live loop is. It is always solid, so that it is told from the ghosts; the rest of
 * its looks is that of the role. The *beat* and *live* layers must be drawn again.
 */
void
al_pv_plot_set_live (AlPvPlot *self, AlRole role, const char *name)
{
  g_return_if_fail (role < AL_N_ROLES);

  self->live->role = role;
  g_free (self->live->name);
  self->live->name = g_strdup (name);
}

/**
 * al_pv_plot_add_point:
 * @self: a plot
 * @volume_ml: where the ventricle is now
 * @pressure_mmhg: where the ventricle is now
 *
 * Lets the live loop grow: the *live* layer must be drawn again.
 */
void
al_pv_plot_add_point (AlPvPlot *self, double volume_ml, double pressure_mmhg)
{
  const AlPvPoint point = {volume_ml, pressure_mmhg};

  g_array_append_val (self->live->points, point);
}

/**
 * al_pv_plot_end_beat:
 * @self: a plot
 *
 * Ends the current beat, to be called at ventricular activation: it becomes the newest past beat,
 * and the next one begins where it ended. The *beat* and *live* layers must be drawn again.
 */
void
al_pv_plot_end_beat (AlPvPlot *self)
{
  GArray *beat = self->live->points;

  if (beat->len == 0)
    return;

  AlPvPoint last = g_array_index (beat, AlPvPoint, beat->len - 1);

  g_ptr_array_add (self->past, beat);
  if (self->past->len > AL_PV_TRAIL)
    g_ptr_array_remove_index (self->past, 0);
  self->live->points = g_array_sized_new (FALSE, FALSE, sizeof (AlPvPoint), beat->len);
  g_array_append_val (self->live->points, last);
}

/**
 * al_pv_plot_clear_beats:
 * @self: a plot
 *
 * Forgets the current beat and the past ones, as after a leap in time. The *beat* and *live* layers
 * must be drawn again.
 */
void
al_pv_plot_clear_beats (AlPvPlot *self)
{
  g_ptr_array_set_size (self->past, 0);
  g_array_set_size (self->live->points, 0);
}

/**
 * al_pv_plot_get_n_points:
 * @self: a plot
 *
 * How many points the current beat has.
 *
 * Returns: a number
 */
guint
al_pv_plot_get_n_points (const AlPvPlot *self)
{
  return self->live->points->len;
}

/* The newest whole beat, or NULL. */
const GArray *
al_pv_plot_get_newest (const AlPvPlot *self)
{
  return self->past->len > 0 ? g_ptr_array_index (self->past, self->past->len - 1) : NULL;
}

/**
 * al_pv_plot_get_last_beat:
 * @self: a plot
 * @n_points: (out): how many points it has
 *
 * The newest whole beat, as for a ghost.
 *
 * Returns: (transfer none) (nullable) (array length=n_points): its points until the next beat ends
 */
const AlPvPoint *
al_pv_plot_get_last_beat (const AlPvPlot *self, guint *n_points)
{
  const GArray *beat = al_pv_plot_get_newest (self);

  *n_points = beat != NULL ? beat->len : 0;
  return beat != NULL ? (const AlPvPoint *) (gpointer) beat->data : NULL;
}

/**
 * al_pv_plot_get_area:
 * @self: a plot
 * @area: (out): where curves are drawn, in pixels
 *
 * The room between the axes.
 */
void
al_pv_plot_get_area (const AlPvPlot *self, cairo_rectangle_t *area)
{
  *area = self->frame.area;
}

/**
 * al_pv_plot_to_pixels:
 * @self: a plot
 * @point: volume and pressure
 * @x: (out): pixel
 * @y: (out): pixel
 *
 * Where a point stands; it may be outside of the area.
 */
void
al_pv_plot_to_pixels (const AlPvPlot *self, const AlPvPoint *point, double *x, double *y)
{
  *x = al_axis_map (&self->frame.x, point->volume_ml);
  *y = al_axis_map (&self->frame.y, point->pressure_mmhg);
}

/**
 * al_pv_plot_from_pixels:
 * @self: a plot
 * @x: pixel
 * @y: pixel
 * @point: (out): volume and pressure
 *
 * What stands at a pixel.
 */
void
al_pv_plot_from_pixels (const AlPvPlot *self, double x, double y, AlPvPoint *point)
{
  point->volume_ml = al_axis_unmap (&self->frame.x, x);
  point->pressure_mmhg = al_axis_unmap (&self->frame.y, y);
}

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
  al_text_draw (&pressure, style, cr, MARGIN_EDGE * em, 0.35 * em);
  al_text_draw (&volume, style, cr, (frame->x.start + frame->x.end) / 2, self->height - 0.35 * em);
}

static void
add_path (const AlPvPlot *self, const GArray *points, guint first, guint last, cairo_t *cr)
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
  add_path (self, points, 0, G_MAXUINT - 1, cr);
  al_stroke_apply (stroke, cr);
  cairo_stroke (cr);
}

/* The live loop is solid; the grey of the baseline is darkened, for it is no ghost then. */
static AlStroke
get_live_stroke (const AlPvPlot *self)
{
  AlStroke stroke = self->style.role[self->live->role];

  stroke.n_dash = 0;
  stroke.width = MAX (stroke.width, self->style.role[AL_ROLE_ECMO].width) * LIVE_WEIGHT;
  if (self->live->role == AL_ROLE_BASELINE)
    stroke.color = al_color_mix (&stroke.color, &self->style.text, 0.5);
  return stroke;
}

static void
draw_relations (const AlPvPlot *self, cairo_t *cr)
{
  stroke_points (self, self->espvr, &self->style.relation, cr);
  stroke_points (self, self->edpvr, &self->style.relation, cr);
}

static void
draw_ghosts (const AlPvPlot *self, cairo_t *cr)
{
  for (guint i = 0; i < self->ghosts->len; i++) {
    const AlPvLoop *ghost = g_ptr_array_index (self->ghosts, i);

    stroke_points (self, ghost->points, &self->style.role[ghost->role], cr);
  }
}

static void
draw_past (const AlPvPlot *self, cairo_t *cr)
{
  AlStroke stroke = get_live_stroke (self);
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

static void
draw_marker (const AlPvPlot *self, const AlPvPoint *point, cairo_t *cr)
{
  const AlStroke stroke = get_live_stroke (self);
  double x, y;

  al_pv_plot_to_pixels (self, point, &x, &y);
  if (!isfinite (x) || !isfinite (y))
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, 1.6 * stroke.width, 0, 2 * G_PI);
  al_color_set_source (&self->style.ground, cr);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 0.7 * stroke.width);
  al_color_set_source (&stroke.color, cr);
  cairo_stroke (cr);
}

/* A beat begins at ventricular activation, so its first point is its end of diastole. */
static void
draw_markers (const AlPvPlot *self, cairo_t *cr)
{
  const GArray *beat = al_pv_plot_get_newest (self);

  if (beat == NULL || beat->len < 2)
    return;
  draw_marker (self, &g_array_index (beat, AlPvPoint, 0), cr);
  draw_marker (self, &g_array_index (beat, AlPvPoint, find_end_systole (self, beat)), cr);
}

/*
 * Adds the points of a relation between two volumes, from high to low or from low to high. The ends
 * themselves belong to the beat.
 */
static void
add_relation_part (const AlPvPlot *self, const GArray *relation, AlRange volume_ml,
                   gboolean ascending, cairo_t *cr)
{
  for (guint i = 0; i < relation->len; i++) {
    guint index = ascending ? i : relation->len - 1 - i;
    const AlPvPoint *point = &g_array_index (relation, AlPvPoint, index);
    double x, y;

    if (point->volume_ml < volume_ml.low || point->volume_ml > volume_ml.high)
      continue;
    al_pv_plot_to_pixels (self, point, &x, &y);
    cairo_line_to (cr, x, y);
  }
}

/* From end-diastole along the beat to end-systole, down the ESPVR to V0, back along the EDPVR. */
static void
draw_pva (const AlPvPlot *self, cairo_t *cr)
{
  const GArray *beat = al_pv_plot_get_newest (self);

  if (!self->is_pva_visible || beat == NULL || beat->len < 2 || self->espvr->len == 0)
    return;

  guint end_systole = find_end_systole (self, beat);
  double v0_ml = g_array_index (self->espvr, AlPvPoint, 0).volume_ml;
  double esv_ml = g_array_index (beat, AlPvPoint, end_systole).volume_ml;
  double edv_ml = g_array_index (beat, AlPvPoint, 0).volume_ml;
  AlColor color = get_live_stroke (self).color;

  add_path (self, beat, 0, end_systole, cr);
  add_relation_part (self, self->espvr, (AlRange){v0_ml, esv_ml}, FALSE, cr);
  add_relation_part (self, self->edpvr, (AlRange){v0_ml, edv_ml}, TRUE, cr);
  cairo_close_path (cr);
  color.alpha = 0.10;
  al_color_set_source (&color, cr);
  cairo_fill (cr);
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
  draw_pva (self, cr);
  draw_relations (self, cr);
  if (self->is_still)
    draw_ghosts (self, cr);
  draw_past (self, cr);
  if (!self->is_still)
    draw_ghosts (self, cr);
  draw_markers (self, cr);
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
  const AlStroke stroke = get_live_stroke (self);

  cairo_save (cr);
  al_frame_clip (&self->frame, cr, self->style.hairline);
  add_path (self, self->live->points, first, last, cr);
  al_stroke_apply (&stroke, cr);
  cairo_stroke (cr);
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
  const AlStroke stroke = get_live_stroke (self);
  AlColor halo = stroke.color;
  double x, y;

  if (points->len == 0)
    return;
  al_pv_plot_to_pixels (self, &g_array_index (points, AlPvPoint, points->len - 1), &x, &y);
  if (!isfinite (x) || !isfinite (y))
    return;

  cairo_save (cr);
  al_frame_clip (&self->frame, cr, 4 * stroke.width);
  halo.alpha = 0.22;
  al_color_set_source (&halo, cr);
  cairo_arc (cr, x, y, 4 * stroke.width, 0, 2 * G_PI);
  cairo_fill (cr);
  al_color_set_source (&self->style.ground, cr);
  cairo_arc (cr, x, y, 2.4 * stroke.width, 0, 2 * G_PI);
  cairo_fill (cr);
  al_color_set_source (&stroke.color, cr);
  cairo_arc (cr, x, y, 1.8 * stroke.width, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
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
  double pad = 4 * get_live_stroke (self).width + 1;
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
