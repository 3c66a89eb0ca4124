/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-schematic-private.h"

#include <math.h>

/* Flows below this do not count as a flow, mL/s. */
#define HARDLY_A_FLOW 1.5

/*
 * Share of all the flow of the body by which blood is pushed to and fro past the point where the
 * two meet, within a beat: the descending aorta has no branch of its own in the model, and without
 * this the point would never stand in it.
 */
#define SLOSHING 0.08

/* Length of way of the beads for a mL, in units of the design: wide vessels are slow. */
static const double way_per_ml[AL_SCHEMATIC_N_FLOWS] = {
    [AL_SCHEMATIC_FLOW_MITRAL] = 0.35,    [AL_SCHEMATIC_FLOW_AORTIC] = 0.5,
    [AL_SCHEMATIC_FLOW_TRICUSPID] = 0.35, [AL_SCHEMATIC_FLOW_PULMONARY] = 0.5,
    [AL_SCHEMATIC_FLOW_LUNG] = 0.4,       [AL_SCHEMATIC_FLOW_ARCH] = 0.55,
    [AL_SCHEMATIC_FLOW_ABDOMINAL] = 0.6,  [AL_SCHEMATIC_FLOW_UPPER] = 1.0,
    [AL_SCHEMATIC_FLOW_LEG] = 1.0,        [AL_SCHEMATIC_FLOW_ILIAC] = 0.8,
    [AL_SCHEMATIC_FLOW_UPPER_VEIN] = 0.8, [AL_SCHEMATIC_FLOW_LOWER_VEIN] = 0.5,
    [AL_SCHEMATIC_FLOW_ECMO] = 0.9,
};

/* The rotor turns at a sixtieth of its true speed: the eye could not follow it. */
#define ROTOR_SLOWDOWN 60.0

/* In one go beads come at most so far: beyond half a spacing they would seem to run backwards. */
#define LONGEST_WAY (0.42 * AL_BEAD_SPACING)

/* Beads are short strokes along the way. */
#define BEAD_LENGTH 5.0

/* An arrow of this length is drawn for so much flow, and none for less than that, mL/s. */
#define ARROW_ML_S     80.0
#define ARROW_LENGTH   34.0
#define SMALLEST_ARROW 1.5

/* Whether blood takes this way now. */
gboolean
al_schematic_shows_vessel (const AlSchematic *self, AlVessel vessel)
{
  const AlSchematicState *state = &self->state;

  if (vessel == AL_VESSEL_PA_STUB)
    return FALSE;
  if (vessel == AL_VESSEL_RETURN_FEMORAL)
    return state->ecmo && !state->central;
  if (vessel == AL_VESSEL_RETURN_CENTRAL)
    return state->ecmo && state->central;
  if (vessel == AL_VESSEL_DRAINAGE || vessel == AL_VESSEL_TO_OXYGENATOR)
    return state->ecmo;
  /* The drainage cannula fills these. */
  if (vessel == AL_VESSEL_IVC || vessel == AL_VESSEL_LEG_VEIN_RIGHT)
    return !state->ecmo;
  return TRUE;
}

static gboolean
lies_in (const cairo_rectangle_t *area, AlPoint point)
{
  return point.x > area->x - BEAD_LENGTH && point.x < area->x + area->width + BEAD_LENGTH &&
         point.y > area->y - BEAD_LENGTH && point.y < area->y + area->height + BEAD_LENGTH;
}

/* A stroke with round ends, nearly. */
static void
trace_bead (AlPoint point, AlPoint direction, double half, cairo_t *cr)
{
  static const double along[] = {1, 0.6, -0.6, -1, -1, -0.6, 0.6, 1};
  static const double across[] = {0.4, 1, 1, 0.4, -0.4, -1, -1, -0.4};
  const double reach = half + BEAD_LENGTH / 2;

  for (guint i = 0; i < G_N_ELEMENTS (along); i++)
    cairo_line_to (cr, point.x + along[i] * reach * direction.x - across[i] * half * direction.y,
                   point.y + along[i] * reach * direction.y + across[i] * half * direction.x);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
}

static void
trace_beads (const AlCourse *course, double phase, double half, const cairo_rectangle_t *area,
             cairo_t *cr)
{
  const double length = al_course_get_length (course) - BEAD_LENGTH;

  for (double way = phase; way < length; way += AL_BEAD_SPACING) {
    AlPoint direction;
    const AlPoint point = al_course_get_point (course, way, &direction);

    if (way > BEAD_LENGTH && lies_in (area, point))
      trace_bead (point, direction, half, cr);
  }
}

/* The beads of all ways that have ink in an area. */
void
al_schematic_draw_beads (const AlSchematic *self, const cairo_rectangle_t *area, cairo_t *cr)
{
  const double half = self->style.kind == AL_STYLE_PROJECTOR ? 2.1 : 1.6;

  cairo_new_path (cr);
  for (int i = 0; i < AL_N_VESSELS; i++) {
    if (al_schematic_shows_vessel (self, (AlVessel) i))
      trace_beads (&self->course[i], self->state.phase[al_vessel_shapes[i].flow], half, area, cr);
  }
  al_color_set_source (&self->palette.bead, cr);
  cairo_fill (cr);
}

static void
trace_head (AlPoint tip, AlPoint direction, double size, cairo_t *cr)
{
  const AlPoint base = {tip.x - size * direction.x, tip.y - size * direction.y};

  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, base.x - 0.6 * size * direction.y, base.y + 0.6 * size * direction.x);
  cairo_line_to (cr, base.x + 0.6 * size * direction.y, base.y - 0.6 * size * direction.x);
  cairo_close_path (cr);
}

/* The arrow stands in the middle of the way and points where the mean flow goes. */
static void
draw_arrow (const AlSchematic *self, AlVessel vessel, cairo_t *cr)
{
  const AlCourse *course = &self->course[vessel];
  const double flow = self->state.mean_ml_s[al_vessel_shapes[vessel].flow];
  const double middle = al_course_get_length (course) / 2;
  const double reach =
      MIN (middle - 3, MAX (3, 0.5 * ARROW_LENGTH * sqrt (fabs (flow) / ARROW_ML_S)));
  const double sign = flow < 0 ? -1 : 1;
  AlPoint direction, tip;

  if (fabs (flow) < SMALLEST_ARROW)
    return;
  for (int i = 0; i <= 6; i++) {
    const AlPoint point = al_course_get_point (course, middle + sign * reach * (i / 3.0 - 1), NULL);

    cairo_line_to (cr, point.x, point.y);
  }
  cairo_stroke (cr);
  tip = al_course_get_point (course, middle + sign * reach, &direction);
  direction = (AlPoint){sign * direction.x, sign * direction.y};
  trace_head ((AlPoint){tip.x + 3 * direction.x, tip.y + 3 * direction.y}, direction, 7, cr);
  cairo_fill (cr);
}

/* One arrow for each way, where nothing is to move that is not data. */
void
al_schematic_draw_arrows (const AlSchematic *self, cairo_t *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  al_color_set_source (&self->palette.bead, cr);
  cairo_set_line_width (cr, 2.6);
  for (int i = 0; i < AL_N_VESSELS; i++) {
    if (al_schematic_shows_vessel (self, (AlVessel) i))
      draw_arrow (self, (AlVessel) i, cr);
  }
}

/**
 * al_schematic_state_pass:
 * @state: a state
 * @duration_s: simulated time that passes; below 0 where time is wound back
 *
 * Moves the beads with the flows, and turns the rotor.
 */
void
al_schematic_state_pass (AlSchematicState *state, double duration_s)
{
  for (int i = 0; i < AL_SCHEMATIC_N_FLOWS; i++) {
    const double way = state->flow_ml_s[i] * way_per_ml[i] * duration_s;
    const double phase = state->phase[i] + CLAMP (way, -LONGEST_WAY, LONGEST_WAY);

    state->phase[i] = phase - AL_BEAD_SPACING * floor (phase / AL_BEAD_SPACING);
  }
  state->rotor =
      fmod (state->rotor +
                CLAMP (state->ecmo_rpm / 60 / ROTOR_SLOWDOWN * 2 * G_PI * duration_s, -0.5, 0.5),
            2 * G_PI);
}

/**
 * al_schematic_state_find_mixing:
 * @state: a state
 * @share: (out) (optional): how far along its part of the aorta, 0 to 1
 *
 * Where the blood of the heart meets that of a femoral ECMO, from the mean flows of a beat.
 *
 * Blood of the heart first serves what branches off next to it. While blood flows up from the
 * descending aorta (mean arch flow A below 0), the heart's output N is used up between the root and
 * the end of the arch: the point stands at (N - C) / (N - C - A) of it, C being the coronary flow.
 * Where the arch lets blood pass down, the rest meets the ECMO flow E in the abdominal aorta, at
 * A / (A + E) counted from the groin's side: the more E, the higher. In between, where A is within
 * 8 % of all flow on either side of 0, the point moves through the descending aorta.
 *
 * Returns: the part of the aorta
 */
AlMixingPlace
al_schematic_state_find_mixing (const AlSchematicState *state, double *share)
{
  const double *mean = state->mean_ml_s;
  const double native = mean[AL_SCHEMATIC_FLOW_AORTIC], ecmo = mean[AL_SCHEMATIC_FLOW_ECMO];
  const double down = mean[AL_SCHEMATIC_FLOW_ARCH];
  const double margin = SLOSHING * (native + ecmo);
  const double left = native - mean[AL_SCHEMATIC_FLOW_CORONARY];
  AlMixingPlace place;
  double along = 0;

  if (!state->ecmo || state->central || ecmo < HARDLY_A_FLOW) {
    place = AL_MIXING_NONE;
  } else if (native < HARDLY_A_FLOW) {
    place = AL_MIXING_ROOT;
  } else if (down <= -margin) {
    place = AL_MIXING_ARCH;
    along = MAX (left, 0) / (MAX (left, 0) - down - margin + 1e-9);
  } else if (down < margin) {
    place = AL_MIXING_DESCENDING;
    along = (down + margin) / (2 * margin);
  } else {
    place = AL_MIXING_ABDOMINAL;
    along = (down - margin) / (down - margin + ecmo);
  }
  if (share != NULL)
    *share = CLAMP (along, 0, 1);
  return place;
}
