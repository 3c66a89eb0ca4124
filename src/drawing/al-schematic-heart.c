/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-schematic-private.h"

#include <math.h>

/* How far a leaflet leans from the plane of its ring towards the blood it lets pass, in radians. */
#define LEAN_CLOSED 0.42
#define LEAN_OPEN   1.42

typedef struct {
  AlPoint
      ring[2]; /* the hinges; blood passes to the left of the way from the first to the second */
  AlOxygenCompartment blood;
  double before, after; /* how far the way is kept open through the walls on either side */
} Valve;

static const Valve valves[AL_N_VALVES] = {
    [AL_MITRAL] = {{{254, 253}, {227, 246}}, AL_O2_LA, 7, 12},
    [AL_AORTIC] = {{{197, 246}, {218, 240}}, AL_O2_LV, 6, 12},
    [AL_TRICUSPID] = {{{147, 263}, {129, 285}}, AL_O2_RA, 6, 8},
    [AL_PULMONARY] = {{{158, 240}, {180, 240}}, AL_O2_RV, 6, 8},
};

static void
fill_outline (const AlOutline *outline, const AlColor *color, cairo_t *cr)
{
  al_outline_trace (outline, cr);
  al_color_set_source (color, cr);
  cairo_fill (cr);
}

/* Filled outlines, one over the other: strokes of this width cost several times as much. */
static void
draw_wall (const AlSchematic *self, AlChamberIndex chamber, const AlOutline *outline, cairo_t *cr)
{
  const AlChamberShape *shape = &al_chamber_shapes[chamber];
  /* A wall that moves out gets thinner: there is not more muscle than before. */
  const double thinning =
      cbrt (shape->reference_ml / MAX (self->state.chamber_ml[chamber], 0.1 * shape->reference_ml));
  const double wall = shape->wall * CLAMP (thinning, 0.6, 1.6);
  AlOutline grown;

  al_outline_grow (outline, wall + self->pen, &grown);
  fill_outline (&grown, &self->palette.muscle_rim, cr);
  al_outline_grow (outline, wall, &grown);
  fill_outline (&grown, &self->palette.muscle, cr);
}

static void
draw_cavity (const AlSchematic *self, AlChamberIndex chamber, const AlOutline *outline, cairo_t *cr)
{
  static const AlOxygenCompartment compartments[] = {
      [AL_LA] = AL_O2_LA, [AL_LV] = AL_O2_LV, [AL_RA] = AL_O2_RA, [AL_RV] = AL_O2_RV};
  const AlColor blood = al_schematic_blood (self, compartments[chamber]);
  AlOutline grown;

  al_outline_grow (outline, 0.6 * self->pen, &grown);
  fill_outline (&grown, &self->palette.muscle_rim, cr);
  fill_outline (outline, &blood, cr);
}

/* Valves */

static void
get_axes (const Valve *valve, AlPoint *middle, AlPoint *across, AlPoint *along, double *width)
{
  const double dx = valve->ring[1].x - valve->ring[0].x, dy = valve->ring[1].y - valve->ring[0].y;

  *width = hypot (dx, dy);
  *middle = (AlPoint){valve->ring[0].x + dx / 2, valve->ring[0].y + dy / 2};
  *across = (AlPoint){dx / *width, dy / *width};
  *along = (AlPoint){across->y, -across->x};
}

/* The way through the walls, with the colour of the blood that usually takes it. */
static void
draw_passage (const AlSchematic *self, const Valve *valve, cairo_t *cr)
{
  const AlColor blood = al_schematic_blood (self, valve->blood);
  AlPoint middle, across, along;
  double width;

  get_axes (valve, &middle, &across, &along, &width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, middle.x - valve->before * along.x, middle.y - valve->before * along.y);
  cairo_line_to (cr, middle.x + valve->after * along.x, middle.y + valve->after * along.y);
  al_color_set_source (&blood, cr);
  cairo_set_line_width (cr, width - self->pen);
  cairo_stroke (cr);
}

static void
trace_leaflet (AlPoint hinge, AlPoint across, AlPoint along, double length, double lean,
               cairo_t *cr)
{
  const double x = cos (lean) * length, y = sin (lean) * length;
  const AlPoint tip = {hinge.x + x * across.x + y * along.x, hinge.y + x * across.y + y * along.y};
  /* It bellies a little against the flow, as a sail. */
  const double belly = 0.22 * length;
  const AlPoint bend = {hinge.x + 0.55 * x * across.x + (0.55 * y - belly) * along.x,
                        hinge.y + 0.55 * x * across.y + (0.55 * y - belly) * along.y};

  cairo_move_to (cr, hinge.x, hinge.y);
  cairo_curve_to (cr, bend.x, bend.y, bend.x, bend.y, tip.x, tip.y);
}

static void
trace_valve (const Valve *valve, double opening, cairo_t *cr)
{
  const double lean = LEAN_CLOSED + (LEAN_OPEN - LEAN_CLOSED) * CLAMP (opening, 0, 1);
  AlPoint middle, across, along;
  double width, length;

  get_axes (valve, &middle, &across, &along, &width);
  length = width / 2 / cos (LEAN_CLOSED);
  trace_leaflet (valve->ring[0], across, along, length, lean, cr);
  trace_leaflet (valve->ring[1], (AlPoint){-across.x, -across.y}, along, length, lean, cr);
}

static void
draw_valves (const AlSchematic *self, cairo_t *cr)
{
  for (int i = 0; i < AL_N_VALVES; i++)
    trace_valve (&valves[i], self->state.opening[i], cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgb (cr, 0.12, 0.05, 0.06);
  cairo_set_line_width (cr, 2.4 + 1.4 * self->pen);
  cairo_stroke_preserve (cr);
  al_color_set_source (&self->palette.leaflet, cr);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

/* Ways that should not be there */

static void
draw_hole (const AlSchematic *self, AlPoint from, AlPoint to, double width, cairo_t *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  al_color_set_source (&self->palette.leaflet, cr);
  cairo_set_line_width (cr, width + 2.4);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.45, 0.12, 0.24);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static double
get_hole_width (double area_cm2)
{
  return 3.5 + 5 * sqrt (area_cm2 / 3);
}

/* The septum between the atria lies behind the great arteries: the way between them is sketched. */
static void
draw_septostomy (const AlSchematic *self, cairo_t *cr)
{
  static const double dash[] = {4, 3};

  cairo_save (cr);
  cairo_move_to (cr, 146, 240);
  cairo_curve_to (cr, 168, 226, 200, 222, 224, 226);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  al_color_set_source (&self->palette.leaflet, cr);
  cairo_set_line_width (cr, get_hole_width (self->state.septostomy_cm2));
  cairo_set_dash (cr, dash, 2, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
al_schematic_draw_heart (const AlSchematic *self, cairo_t *cr)
{
  static const AlChamberIndex order[][2] = {{AL_RV, AL_RA}, {AL_LV, AL_LA}};
  AlOutline outline[AL_N_CHAMBERS];

  for (int i = 0; i < AL_N_CHAMBERS; i++)
    al_schematic_get_outline (self, (AlChamberIndex) i, &outline[i]);
  for (int side = 0; side < 2; side++) {
    for (int i = 0; i < 2; i++)
      draw_wall (self, order[side][i], &outline[order[side][i]], cr);
    for (int i = 0; i < 2; i++)
      draw_cavity (self, order[side][i], &outline[order[side][i]], cr);
  }
  if (self->state.septum_defect_cm2 > 0)
    draw_hole (self, (AlPoint){190, 300}, (AlPoint){214, 294},
               get_hole_width (self->state.septum_defect_cm2), cr);
  for (int i = 0; i < AL_N_VALVES; i++)
    draw_passage (self, &valves[i], cr);
  if (self->state.septostomy_cm2 > 0)
    draw_septostomy (self, cr);
  draw_valves (self, cr);
}
