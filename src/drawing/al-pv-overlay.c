/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is drawn on and around the live loop on request: areas of work, arterial elastance, valves,
 * other chambers, and the moment that is looked at again.
 */

#include "al-pv-plot.h"

#include "al-pv-private.h"

#include <math.h>

/* Between two lines of a hatch, in parts of the text height. */
#define HATCH_WORK      0.55
#define HATCH_POTENTIAL 0.80

/* Half of a mark of a valve, in line widths. */
#define EVENT_RADIUS 1.9
#define EVENT_RIM    0.6

/* The beat that is looked at has a rim of the ground, so that it stands before all others. */
#define REVIEW_RIM    3.2
#define REVIEW_WEIGHT 1.25

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

/* Lines across all that is clipped: rising for a positive direction, else falling. */
static void
hatch (const AlPvPlot *self, double spacing, int direction, cairo_t *cr)
{
  const AlColor ink = al_pv_plot_get_live_stroke (self).color;
  AlColor color = ink;
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  color.alpha = 0.07;
  al_color_set_source (&color, cr);
  cairo_paint (cr);

  double height = bottom - top;

  /* From a fixed origin, so that the lines stand still as the loop moves. */
  for (double x = floor ((left - height) / spacing) * spacing; x < right + height; x += spacing) {
    cairo_move_to (cr, x, direction > 0 ? bottom : top);
    cairo_line_to (cr, x + height, direction > 0 ? top : bottom);
  }
  color.alpha = 0.34;
  al_color_set_source (&color, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, self->style.hairline);
  cairo_stroke (cr);
}

/* From end-diastole along the beat to end-systole, down the ESPVR to V0, back along the EDPVR. */
static void
add_pva_path (const AlPvPlot *self, const GArray *beat, guint end_systole, cairo_t *cr)
{
  double v0_ml = g_array_index (self->espvr, AlPvPoint, 0).volume_ml;
  double esv_ml = g_array_index (beat, AlPvPoint, end_systole).volume_ml;
  double edv_ml = g_array_index (beat, AlPvPoint, 0).volume_ml;

  al_pv_plot_add_path (self, beat, 0, end_systole, cr);
  add_relation_part (self, self->espvr, (AlRange){v0_ml, esv_ml}, FALSE, cr);
  add_relation_part (self, self->edpvr, (AlRange){v0_ml, edv_ml}, TRUE, cr);
  if (cairo_has_current_point (cr))
    cairo_close_path (cr);
}

static void
add_beat_path (const AlPvPlot *self, const GArray *beat, cairo_t *cr)
{
  al_pv_plot_add_path (self, beat, 0, G_MAXUINT - 1, cr);
  if (cairo_has_current_point (cr))
    cairo_close_path (cr);
}

/* Stroke work within the loop; potential energy is what the area has beside it. */
void
al_pv_plot_draw_pva (const AlPvPlot *self, cairo_t *cr)
{
  const GArray *beat = al_pv_plot_get_newest (self);
  double em = self->style.font_size;
  AlPvPoint diastole;
  guint end_systole;

  if (!self->is_pva_visible || self->espvr->len == 0 ||
      !al_pv_plot_find_corners (self, &diastole, &end_systole))
    return;
  cairo_save (cr);
  add_pva_path (self, beat, end_systole, cr);
  cairo_clip (cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  add_beat_path (self, beat, cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  hatch (self, HATCH_POTENTIAL * em, -1, cr);
  cairo_restore (cr);

  cairo_save (cr);
  add_beat_path (self, beat, cr);
  cairo_clip (cr);
  hatch (self, HATCH_WORK * em, 1, cr);
  cairo_restore (cr);
}

/* The slope of the line as it is drawn, in mmHg/mL; not a number without one. */
double
al_pv_plot_get_ees (const AlPvPlot *self)
{
  if (self->espvr->len < 2)
    return NAN;

  const AlPvPoint *first = &g_array_index (self->espvr, AlPvPoint, 0);
  const AlPvPoint *last = &g_array_index (self->espvr, AlPvPoint, self->espvr->len - 1);

  return (last->pressure_mmhg - first->pressure_mmhg) / (last->volume_ml - first->volume_ml);
}

/* The line from the end-diastolic volume to the end-systolic point, and its slope in mmHg/mL; not a
 * number when nothing is ejected. */
double
al_pv_plot_get_ea (const AlPvPlot *self, AlPvPoint *line)
{
  AlPvPoint marks[AL_PV_MARKS];

  if (!self->is_ea_visible || !al_pv_plot_get_marks (self, marks) ||
      marks[0].volume_ml - marks[1].volume_ml < 1)
    return NAN;
  line[0] = (AlPvPoint){marks[0].volume_ml, 0};
  line[1] = marks[1];
  return marks[1].pressure_mmhg / (marks[0].volume_ml - marks[1].volume_ml);
}

void
al_pv_plot_draw_ea (const AlPvPlot *self, cairo_t *cr)
{
  AlStroke stroke = self->style.relation;
  AlPvPoint line[2];
  double x, y;

  if (!isfinite (al_pv_plot_get_ea (self, line)))
    return;
  al_pv_plot_to_pixels (self, &line[0], &x, &y);
  cairo_move_to (cr, x, y);
  al_pv_plot_to_pixels (self, &line[1], &x, &y);
  cairo_line_to (cr, x, y);
  stroke.dash[0] = 6;
  stroke.dash[1] = 3;
  stroke.n_dash = 2;
  al_stroke_apply (&stroke, cr);
  cairo_stroke (cr);
}

/* In pixels, its rim included. */
double
al_pv_plot_get_event_radius (const AlPvPlot *self)
{
  return EVENT_RADIUS * al_pv_plot_get_mark_unit (self);
}

/* A square that is hollow where a valve opens and full where it closes. */
static void
draw_event (const AlPvPlot *self, const AlPvEvent *event, cairo_t *cr)
{
  const AlStroke stroke = al_pv_plot_get_live_stroke (self);
  double rim = EVENT_RIM * al_pv_plot_get_mark_unit (self);
  double side = 2 * al_pv_plot_get_event_radius (self) - rim;
  double x, y;

  al_pv_plot_to_pixels (self, &event->at, &x, &y);
  if (!isfinite (x) || !isfinite (y))
    return;
  cairo_rectangle (cr, x - side / 2, y - side / 2, side, side);
  al_color_set_source (event->opens ? &self->style.ground : &stroke.color, cr);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, rim);
  al_color_set_source (&stroke.color, cr);
  cairo_stroke (cr);
}

void
al_pv_plot_draw_events (const AlPvPlot *self, cairo_t *cr)
{
  for (guint i = 0; i < self->n_events; i++)
    draw_event (self, &self->events[i], cr);
}

void
al_pv_plot_draw_companions (const AlPvPlot *self, cairo_t *cr)
{
  for (guint i = 0; i < self->companions->len; i++) {
    const AlPvLoop *companion = g_ptr_array_index (self->companions, i);
    const AlStroke stroke = al_pv_plot_get_stroke (self, companion);

    al_pv_plot_add_path (self, companion->points, 0, G_MAXUINT - 1, cr);
    al_stroke_apply (&stroke, cr);
    cairo_stroke (cr);
  }
}

/* The point of another chamber is smaller, but no thinner than can be seen. */
static double
get_companion_unit (const AlPvPlot *self)
{
  return 0.7 * al_pv_plot_get_live_stroke (self).width;
}

/**
 * al_pv_plot_draw_companion_point:
 * @self: a plot
 * @cr: where to draw
 * @index: which other chamber
 *
 * Draws where another chamber is now.
 */
void
al_pv_plot_draw_companion_point (const AlPvPlot *self, cairo_t *cr, guint index)
{
  g_return_if_fail (index < self->companions->len);

  const AlPvLoop *companion = g_ptr_array_index (self->companions, index);

  al_pv_plot_draw_dot (self, &companion->now, get_companion_unit (self), cr);
}

/**
 * al_pv_plot_get_companion_extents:
 * @self: a plot
 * @index: which other chamber
 * @extents: (out): whole pixels that its point can touch
 *
 * The smallest rectangle to repaint for the point of another chamber.
 *
 * Returns: whether there is a point
 */
gboolean
al_pv_plot_get_companion_extents (const AlPvPlot *self, guint index, cairo_rectangle_t *extents)
{
  g_return_val_if_fail (index < self->companions->len, FALSE);

  const AlPvLoop *companion = g_ptr_array_index (self->companions, index);
  double reach = 4 * get_companion_unit (self) + 1;
  double x, y;

  al_pv_plot_to_pixels (self, &companion->now, &x, &y);
  if (!isfinite (x) || !isfinite (y))
    return FALSE;
  extents->x = floor (x - reach);
  extents->y = floor (y - reach);
  extents->width = ceil (2 * reach) + 1;
  extents->height = ceil (2 * reach) + 1;
  return TRUE;
}

/**
 * al_pv_plot_draw_review:
 * @self: a plot
 * @cr: where to draw
 *
 * Draws the beat that is looked at again before all others, and the moment on it.
 */
void
al_pv_plot_draw_review (const AlPvPlot *self, cairo_t *cr)
{
  AlStroke stroke = al_pv_plot_get_live_stroke (self);
  AlStroke rim = stroke;

  if (self->review->len == 0)
    return;
  rim.width *= REVIEW_RIM;
  rim.color = self->style.ground;
  stroke.width *= REVIEW_WEIGHT;
  cairo_save (cr);
  al_frame_clip (&self->frame, cr, self->style.hairline);
  al_pv_plot_add_path (self, self->review, 0, G_MAXUINT - 1, cr);
  al_stroke_apply (&rim, cr);
  cairo_stroke_preserve (cr);
  al_stroke_apply (&stroke, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
  if (self->review_now < self->review->len)
    al_pv_plot_draw_dot (self, &g_array_index (self->review, AlPvPoint, self->review_now),
                         stroke.width, cr);
}

/**
 * al_pv_plot_find_nearest:
 * @self: a plot
 * @x: pixel
 * @y: pixel
 *
 * Finds the point of the beat that is looked at which is nearest to a pixel.
 *
 * Returns: its number, 0 when there is no beat
 */
guint
al_pv_plot_find_nearest (const AlPvPlot *self, double x, double y)
{
  double nearest = INFINITY;
  guint found = 0;

  for (guint i = 0; i < self->review->len; i++) {
    double at_x, at_y;

    al_pv_plot_to_pixels (self, &g_array_index (self->review, AlPvPoint, i), &at_x, &at_y);
    if (hypot (at_x - x, at_y - y) < nearest) {
      nearest = hypot (at_x - x, at_y - y);
      found = i;
    }
  }
  return found;
}
