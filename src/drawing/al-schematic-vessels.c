/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-schematic-private.h"

/* Extra water at which the lungs are drawn full of it, mL. */
#define DROWNED_ML 700.0

/* Water that is not worth drawing, mL. */
#define DRY_ML 30.0

#define LUNG_TOP    92.0
#define LUNG_BOTTOM 296.0

static const AlPoint right_lung[] = {{62, 94},  {88, 116}, {100, 164}, {100, 222}, {92, 276},
                                     {52, 284}, {16, 294}, {10, 226},  {22, 150}};
static const AlPoint left_lung[] = {{344, 94},  {382, 150}, {392, 226}, {388, 294}, {354, 286},
                                    {328, 278}, {326, 226}, {322, 164}, {326, 116}};

static void
trace_lungs (cairo_t *cr)
{
  al_smooth_trace (right_lung, G_N_ELEMENTS (right_lung), cr);
  al_smooth_trace (left_lung, G_N_ELEMENTS (left_lung), cr);
}

static void
trace_fissures (cairo_t *cr)
{
  cairo_move_to (cr, 16, 200);
  cairo_curve_to (cr, 44, 186, 70, 196, 99, 236);
  cairo_move_to (cr, 390, 236);
  cairo_curve_to (cr, 372, 204, 350, 190, 326, 190);
}

void
al_schematic_draw_lungs (const AlSchematic *self, cairo_t *cr)
{
  trace_lungs (cr);
  al_color_set_source (&self->palette.lung, cr);
  cairo_fill_preserve (cr);
  al_color_set_source (&self->palette.lung_rim, cr);
  cairo_set_line_width (cr, self->pen);
  cairo_stroke (cr);
  trace_fissures (cr);
  cairo_set_line_width (cr, 0.7 * self->pen);
  cairo_stroke (cr);
}

/* Waves, so that water is not told by its colour alone. */
static void
trace_waves (double top, cairo_t *cr)
{
  for (double y = top; y < LUNG_BOTTOM; y += 11) {
    for (double x = 4; x < AL_SCHEMATIC_WIDTH; x += 16) {
      cairo_move_to (cr, x, y);
      cairo_rel_curve_to (cr, 4, -3.5, 6, -3.5, 8, 0);
      cairo_rel_curve_to (cr, 2, 3.5, 4, 3.5, 8, 0);
    }
  }
}

/* Water stands in the lungs, from below. */
void
al_schematic_draw_water (const AlSchematic *self, cairo_t *cr)
{
  const double share = MIN (self->state.lung_water_ml / DROWNED_ML, 0.95);
  const double top = LUNG_BOTTOM - share * (LUNG_BOTTOM - LUNG_TOP);
  AlColor color = self->palette.water;

  if (self->state.lung_water_ml < DRY_ML)
    return;
  cairo_save (cr);
  trace_lungs (cr);
  cairo_clip (cr);
  color.alpha = 0.28;
  al_color_set_source (&color, cr);
  cairo_rectangle (cr, 0, top, AL_SCHEMATIC_WIDTH, LUNG_BOTTOM + 10 - top);
  cairo_fill (cr);
  color.alpha = 0.75;
  al_color_set_source (&color, cr);
  trace_waves (top + 2, cr);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The colour of the blood in a compartment. */
AlColor
al_schematic_blood (const AlSchematic *self, AlOxygenCompartment compartment)
{
  return al_schematic_get_blood_color (&self->style, self->state.saturation[compartment]);
}

typedef struct {
  AlVessel first, last;
} Group;

static const Group groups[] = {
    {AL_VESSEL_VEIN_RIGHT_LUNG, AL_VESSEL_VEIN_RIGHT_LUNG},
    {AL_VESSEL_VEIN_LEFT_LUNG, AL_VESSEL_VEIN_LEFT_LUNG},
    {AL_VESSEL_PA_RIGHT, AL_VESSEL_PA_RIGHT},
    {AL_VESSEL_SVC, AL_VESSEL_LEG_VEIN_LEFT},
    {AL_VESSEL_ARM_RIGHT, AL_VESSEL_FEMORAL_RIGHT},
    {AL_VESSEL_PA_STUB, AL_VESSEL_PA_TRUNK},
};

static void
set_gradient (const AlColor *from, const AlColor *to, AlPoint start, AlPoint end, cairo_t *cr)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (start.x, start.y, end.x, end.y);

  cairo_pattern_add_color_stop_rgb (pattern, 0, from->red, from->green, from->blue);
  cairo_pattern_add_color_stop_rgb (pattern, 1, to->red, to->green, to->blue);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* The aorta goes from one colour to the next where its compartments meet. */
static void
set_blood (const AlSchematic *self, AlVessel vessel, cairo_t *cr)
{
  const AlColor own = al_schematic_blood (self, al_vessel_shapes[vessel].blood);
  const AlColor arch = al_schematic_blood (self, AL_O2_ARCH);
  const AlColor thoracic = al_schematic_blood (self, AL_O2_THORACIC);
  const AlColor abdominal = al_schematic_blood (self, AL_O2_ABDOMINAL);
  const AlColor upper = al_schematic_blood (self, AL_O2_UPPER);

  if (vessel == AL_VESSEL_ARCH)
    set_gradient (&arch, &thoracic, (AlPoint){294, 90}, (AlPoint){310, 170}, cr);
  else if (vessel == AL_VESSEL_DESCENDING)
    set_gradient (&thoracic, &abdominal, (AlPoint){310, 300}, (AlPoint){280, 372}, cr);
  else if (vessel == AL_VESSEL_ARM_RIGHT)
    set_gradient (&arch, &upper, (AlPoint){194, 74}, (AlPoint){150, 34}, cr);
  else
    al_color_set_source (&own, cr);
}

static void
trace_vessel (const AlVesselShape *shape, cairo_t *cr)
{
  al_vessel_trace (shape, shape->wall, shape->last, cr);
}

/* A faint light along the middle makes it round. */
static void
draw_shine (const AlVesselShape *shape, cairo_t *cr)
{
  trace_vessel (shape, cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.10);
  cairo_set_line_width (cr, 0.45 * shape->width);
  cairo_stroke (cr);
}

/* The stub goes on under the aorta. */
static void
set_cap (AlVessel vessel, cairo_t *cr)
{
  cairo_set_line_cap (cr, vessel == AL_VESSEL_PA_STUB ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
}

static void
draw_group (const AlSchematic *self, const Group *group, cairo_t *cr)
{
  for (AlVessel vessel = group->first; vessel <= group->last; vessel++) {
    set_cap (vessel, cr);
    trace_vessel (&al_vessel_shapes[vessel], cr);
    al_color_set_source (&self->palette.rim, cr);
    cairo_set_line_width (cr, al_vessel_shapes[vessel].width + 2 * self->pen);
    cairo_stroke (cr);
  }
  for (AlVessel vessel = group->first; vessel <= group->last; vessel++) {
    set_cap (vessel, cr);
    trace_vessel (&al_vessel_shapes[vessel], cr);
    set_blood (self, vessel, cr);
    cairo_set_line_width (cr, al_vessel_shapes[vessel].width);
    cairo_stroke (cr);
  }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (AlVessel vessel = group->first; vessel <= group->last; vessel++)
    draw_shine (&al_vessel_shapes[vessel], cr);
}

/* Twigs of the vessels within the lungs. */
static void
draw_twigs (const AlSchematic *self, AlOxygenCompartment blood, double y, cairo_t *cr)
{
  const AlColor color = al_schematic_blood (self, blood);
  const double rise = blood == AL_O2_PA ? -1 : 1;

  al_color_set_source (&color, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int side = -1; side <= 1; side += 2) {
    const double x = side < 0 ? 62 : 350;

    cairo_move_to (cr, x, y);
    cairo_rel_curve_to (cr, 12 * side, 0, 18 * side, 10 * rise, 24 * side, 26 * rise);
    cairo_move_to (cr, x, y);
    cairo_rel_curve_to (cr, 14 * side, 2 * rise, 22 * side, 2 * rise, 30 * side, -6 * rise);
    cairo_move_to (cr, x, y);
    cairo_rel_curve_to (cr, 4 * side, 2 * rise, 8 * side, 22 * rise, 6 * side, 38 * rise);
  }
  cairo_set_line_width (cr, 3.2);
  cairo_stroke (cr);
}

void
al_schematic_draw_vessels (const AlSchematic *self, cairo_t *cr)
{
  draw_twigs (self, AL_O2_PULMONARY_VEIN, 214, cr);
  draw_twigs (self, AL_O2_PA, 166, cr);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    draw_group (self, &groups[i], cr);
}
