/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-schematic-private.h"

#include <math.h>

/* The balloon: where it lies in the descending aorta, and how wide 50 mL make it. */
#define BALLOON_X      308.0
#define BALLOON_TOP    166.0
#define BALLOON_BOTTOM 296.0
#define BALLOON_HALF   9.6
#define BALLOON_ML     50.0

/* What a folded balloon still takes, half its width. */
#define FOLDED_HALF 1.6

static const AlPoint pump = {58, 452};
#define PUMP_RADIUS 20.0

/* From the end of the aorta to the left groin. */
static const AlPoint groin[] = {{248, 408}, {244, 418}, {246, 430},
                                {253, 446}, {268, 474}, {284, 510}};

/* Tubes */

static void
draw_tube (const AlSchematic *self, AlVessel vessel, double saturation, cairo_t *cr)
{
  const AlVesselShape *shape = &al_vessel_shapes[vessel];
  const AlColor blood = al_schematic_get_blood_color (&self->style, saturation);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  al_vessel_trace (shape, shape->first, shape->last, cr);
  al_color_set_source (&self->style.ground, cr);
  cairo_set_line_width (cr, shape->width + 4 * self->pen);
  cairo_stroke_preserve (cr);
  al_color_set_source (&self->palette.tube, cr);
  cairo_set_line_width (cr, shape->width + 2 * self->pen);
  cairo_stroke_preserve (cr);
  al_color_set_source (&blood, cr);
  cairo_set_line_width (cr, shape->width);
  cairo_stroke (cr);
}

static void
draw_side_holes (const AlSchematic *self, cairo_t *cr)
{
  for (int i = 0; i < 5; i++) {
    AlPoint direction;
    const AlPoint point =
        al_course_get_point (&self->course[AL_VESSEL_DRAINAGE], 8 + 12 * i, &direction);

    cairo_new_sub_path (cr);
    cairo_arc (cr, point.x, point.y, 1.3, 0, 2 * G_PI);
  }
  al_color_set_source (&self->palette.leaflet, cr);
  cairo_fill (cr);
}

static void
trace_rounded (double x, double y, double width, double height, double radius, cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Blood comes in dark below and leaves bright; between are the fibres that carry the gas. */
static void
draw_oxygenator (const AlSchematic *self, cairo_t *cr)
{
  const AlColor dark = al_schematic_get_blood_color (&self->style, self->state.drained_saturation);
  const AlColor bright =
      al_schematic_get_blood_color (&self->style, self->state.returned_saturation);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 396, 0, 344);

  cairo_pattern_add_color_stop_rgb (pattern, 0.1, dark.red, dark.green, dark.blue);
  cairo_pattern_add_color_stop_rgb (pattern, 0.9, bright.red, bright.green, bright.blue);
  trace_rounded (36, 344, 44, 52, 9, cr);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
  cairo_fill_preserve (cr);
  al_color_set_source (&self->palette.tube, cr);
  cairo_set_line_width (cr, 1.6 * self->pen);
  cairo_stroke (cr);
  for (int i = 0; i < 4; i++) {
    cairo_move_to (cr, 45, 356 + 9 * i);
    cairo_line_to (cr, 71, 356 + 9 * i);
  }
  cairo_set_source_rgba (cr, 1, 1, 1, 0.55);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
}

static void
draw_pump_house (const AlSchematic *self, cairo_t *cr)
{
  const AlColor blood = al_schematic_get_blood_color (&self->style, self->state.drained_saturation);

  cairo_arc (cr, pump.x, pump.y, PUMP_RADIUS, 0, 2 * G_PI);
  al_color_set_source (&blood, cr);
  cairo_fill_preserve (cr);
  al_color_set_source (&self->palette.tube, cr);
  cairo_set_line_width (cr, 1.8 * self->pen);
  cairo_stroke (cr);
}

void
al_schematic_draw_circuit (const AlSchematic *self, cairo_t *cr)
{
  const AlSchematicState *state = &self->state;

  draw_tube (self, AL_VESSEL_DRAINAGE, state->drained_saturation, cr);
  draw_side_holes (self, cr);
  draw_tube (self, AL_VESSEL_TO_OXYGENATOR, state->drained_saturation, cr);
  draw_tube (self, state->central ? AL_VESSEL_RETURN_CENTRAL : AL_VESSEL_RETURN_FEMORAL,
             state->returned_saturation, cr);
  draw_oxygenator (self, cr);
  draw_pump_house (self, cr);
}

/* The rotor of the ECMO pump: bent vanes around a hub. */
void
al_schematic_draw_rotor (const AlSchematic *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, pump.x, pump.y);
  cairo_rotate (cr, self->state.rotor);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int i = 0; i < 5; i++) {
    cairo_move_to (cr, 4, 0);
    cairo_curve_to (cr, 8, 0.5, 12, 3, 14.5, 7.5);
    cairo_rotate (cr, 2 * G_PI / 5);
  }
  al_color_set_source (&self->palette.leaflet, cr);
  cairo_set_line_width (cr, 2.6);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 0, 4.2, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Catheters */

/* A thin line within the arteries from the left groin up into the descending aorta. */
static void
trace_catheter (cairo_t *cr)
{
  al_vessel_trace (&al_vessel_shapes[AL_VESSEL_DESCENDING], 3, 6, cr);
  for (guint i = 0; i < G_N_ELEMENTS (groin); i++)
    cairo_line_to (cr, groin[i].x, groin[i].y);
}

static void
stroke_catheter (const AlColor *color, cairo_t *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 3.4);
  cairo_stroke_preserve (cr);
  al_color_set_source (color, cr);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

static void
draw_mafp_catheter (const AlSchematic *self, cairo_t *cr)
{
  cairo_save (cr);
  /* Beside that of the balloon where there are both. */
  if (self->state.iabp)
    cairo_translate (cr, 5, 0);
  trace_catheter (cr);
  stroke_catheter (&self->palette.tube, cr);
  cairo_restore (cr);
  al_vessel_trace (&al_vessel_shapes[AL_VESSEL_ROOT], 4, 7, cr);
  stroke_catheter (&self->palette.tube, cr);
  al_vessel_trace (&al_vessel_shapes[AL_VESSEL_ARCH], 1, 6, cr);
  stroke_catheter (&self->palette.tube, cr);
  al_vessel_trace (&al_vessel_shapes[AL_VESSEL_DESCENDING], 1, 4, cr);
  stroke_catheter (&self->palette.tube, cr);
}

void
al_schematic_draw_catheters (const AlSchematic *self, cairo_t *cr)
{
  if (self->state.mafp)
    draw_mafp_catheter (self, cr);
  if (self->state.iabp) {
    trace_catheter (cr);
    stroke_catheter (&self->palette.device, cr);
  }
}

/* The balloon in the descending aorta: its section goes with the gas in it. */
void
al_schematic_draw_balloon (const AlSchematic *self, cairo_t *cr)
{
  const double share = CLAMP (self->state.balloon_ml / BALLOON_ML, 0, 1.2);
  const double half = MAX (BALLOON_HALF * sqrt (share), FOLDED_HALF);
  AlColor fill = self->palette.device;

  /* Flat ends, as long as the balloon is wide. */
  cairo_new_path (cr);
  cairo_move_to (cr, BALLOON_X, BALLOON_TOP - 4);
  cairo_curve_to (cr, BALLOON_X + half, BALLOON_TOP - 2, BALLOON_X + half, BALLOON_TOP + 6,
                  BALLOON_X + half, BALLOON_TOP + 14);
  cairo_line_to (cr, BALLOON_X + half, BALLOON_BOTTOM - 14);
  cairo_curve_to (cr, BALLOON_X + half, BALLOON_BOTTOM - 6, BALLOON_X + half, BALLOON_BOTTOM + 2,
                  BALLOON_X, BALLOON_BOTTOM + 4);
  cairo_curve_to (cr, BALLOON_X - half, BALLOON_BOTTOM + 2, BALLOON_X - half, BALLOON_BOTTOM - 6,
                  BALLOON_X - half, BALLOON_BOTTOM - 14);
  cairo_line_to (cr, BALLOON_X - half, BALLOON_TOP + 14);
  cairo_curve_to (cr, BALLOON_X - half, BALLOON_TOP + 6, BALLOON_X - half, BALLOON_TOP - 2,
                  BALLOON_X, BALLOON_TOP - 4);
  cairo_close_path (cr);
  fill = al_color_mix (&fill, &(AlColor){1, 1, 1, 1}, 0.55);
  al_color_set_source (&fill, cr);
  cairo_fill_preserve (cr);
  al_color_set_source (&self->palette.device, cr);
  cairo_set_line_width (cr, 1.5 * self->pen);
  cairo_stroke (cr);
}

/* The micro-axial pump across the aortic valve: inlet in the ventricle, motor above the valve. */
void
al_schematic_draw_mafp (const AlSchematic *self, cairo_t *cr)
{
  const AlVesselShape *root = &al_vessel_shapes[AL_VESSEL_ROOT];

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  al_vessel_trace (root, 0, 4, cr);
  al_color_set_source (&self->palette.tube, cr);
  cairo_set_line_width (cr, 8.5);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.95, 0.95, 0.96);
  cairo_set_line_width (cr, 8.5 - 2 * self->pen);
  cairo_stroke (cr);
  /* Motor, inlet, and the soft tip. */
  al_vessel_trace (root, 3, 4, cr);
  al_color_set_source (&self->palette.tube, cr);
  cairo_set_line_width (cr, 6);
  cairo_stroke (cr);
  al_vessel_trace (root, 0, 1, cr);
  cairo_set_dash (cr, (const double[]){2.5, 4}, 2, -22);
  cairo_set_line_width (cr, 4);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, 224, 295);
  cairo_curve_to (cr, 228, 308, 238, 309, 237, 302);
  cairo_curve_to (cr, 236, 297, 230, 299, 232, 303);
  cairo_set_source_rgb (cr, 0.95, 0.95, 0.96);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* The vent: a thin tube from the drainage through the septum into the left atrium. */
void
al_schematic_draw_vent (const AlSchematic *self, cairo_t *cr)
{
  const AlColor blood = al_schematic_blood (self, AL_O2_LA);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, 121, 252);
  cairo_curve_to (cr, 136, 224, 196, 214, 236, 232);
  al_color_set_source (&self->palette.leaflet, cr);
  cairo_set_line_width (cr, 5 + 2 * self->pen);
  cairo_stroke_preserve (cr);
  al_color_set_source (&blood, cr);
  cairo_set_line_width (cr, 4.4);
  cairo_stroke (cr);
}
