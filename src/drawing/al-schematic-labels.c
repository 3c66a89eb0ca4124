/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-schematic-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Text for one unit of the design: not lost in a large picture, not too large for a small one. */
#define SMALLEST_TEXT  11.0
#define LARGEST_TEXT   16.0
#define PROJECTOR_TEXT 20.0

/* The scale of colours. */
#define LEGEND_STEPS 24
#define LEGEND_X     318.0
#define LEGEND_Y     492.0
#define LEGEND_WIDTH 72.0

/* Between a text and the edge of the canvas. */
#define EDGE 4.0

static gboolean
is_for_projector (const AlSchematic *self)
{
  return self->style.kind == AL_STYLE_PROJECTOR;
}

static double
get_text_size (const AlSchematic *self)
{
  if (is_for_projector (self))
    return PROJECTOR_TEXT * self->scale;
  return CLAMP (self->style.font_size, SMALLEST_TEXT * self->scale, LARGEST_TEXT * self->scale);
}

/* A text at a point of the canvas, or beside it where it would leave the canvas, drawn in pixels so
 * that it is sharp. */
static void
put (const AlSchematic *self, AlText text, double x, double y, cairo_t *cr)
{
  const double edge = EDGE * self->scale;
  AlPlotStyle style = self->style;
  double left, width, height;

  style.font_size = get_text_size (self);
  al_text_measure (&text, &style, &width, &height);
  left =
      MIN (x * self->scale - text.align_x * width, AL_SCHEMATIC_WIDTH * self->scale - edge - width);
  left = MAX (left, edge);
  al_text_draw (&text, &style, cr, self->x + left + text.align_x * width,
                self->y + y * self->scale);
}

/* The scale of colours */

void
al_schematic_draw_legend (const AlSchematic *self, cairo_t *cr)
{
  const double step = LEGEND_WIDTH / LEGEND_STEPS;

  for (int i = 0; i < LEGEND_STEPS; i++) {
    const AlColor color =
        al_schematic_get_blood_color (&self->style, 0.4 + 0.6 * (i + 0.5) / LEGEND_STEPS);

    al_color_set_source (&color, cr);
    cairo_rectangle (cr, LEGEND_X + i * step, LEGEND_Y, step + 0.4, 8);
    cairo_fill (cr);
  }
  cairo_rectangle (cr, LEGEND_X, LEGEND_Y, LEGEND_WIDTH, 8);
  al_color_set_source (&self->palette.rim, cr);
  cairo_set_line_width (cr, 0.7 * self->pen);
  cairo_stroke (cr);
}

static void
put_legend_text (const AlSchematic *self, const char *words, double align_x, double y, cairo_t *cr)
{
  put (self,
       (AlText){.text = words,
                .size = is_for_projector (self) ? 0.66 : 0.82,
                .color = &self->style.text_dim,
                .align_x = align_x,
                .align_y = y > LEGEND_Y ? 0 : 1},
       LEGEND_X + align_x * LEGEND_WIDTH, y, cr);
}

void
al_schematic_draw_legend_text (const AlSchematic *self, cairo_t *cr)
{
  if (!is_for_projector (self))
    put_legend_text (self, _ ("O₂ saturation"), 0.5, LEGEND_Y - 2, cr);
  put_legend_text (self, "40", 0, LEGEND_Y + 9, cr);
  put_legend_text (self, "100 %", 1, LEGEND_Y + 9, cr);
}

/* Names */

static void
put_name (const AlSchematic *self, const char *words, double x, double y, cairo_t *cr)
{
  put (self,
       (AlText){.text = words,
                .size = 0.88,
                .color = &self->style.text_dim,
                .halo = TRUE,
                .align_x = 0.5,
                .align_y = 0.5},
       x, y, cr);
}

/* On blood, which is never light. */
static void
put_chamber (const AlSchematic *self, const char *words, double x, double y, cairo_t *cr)
{
  static const AlColor white = {1, 1, 1, 1};

  put (self,
       (AlText){.text = words,
                .size = 0.95,
                .bold = TRUE,
                .color = &white,
                .align_x = 0.5,
                .align_y = 0.5},
       x, y, cr);
}

static void
put_device_names (const AlSchematic *self, cairo_t *cr)
{
  if (self->state.iabp)
    put_name (self, _ ("balloon"), 352, 246, cr);
  if (!self->state.ecmo || is_for_projector (self))
    return;
  put_name (self, _ ("pump"), 58, 483, cr);
  put_name (self, _ ("oxygenator"), 60, 334, cr);
}

/* The names of the chambers, the aorta, the lungs and the devices. */
void
al_schematic_draw_labels (const AlSchematic *self, cairo_t *cr)
{
  put_chamber (self, C_ ("chamber", "LV"), 240, 291, cr);
  put_chamber (self, C_ ("chamber", "RV"), 178, 298, cr);
  put_chamber (self, C_ ("chamber", "LA"), 252, 219, cr);
  put_chamber (self, C_ ("chamber", "RA"), 119, 248, cr);
  put_device_names (self, cr);
  if (is_for_projector (self))
    return;
  put_name (self, _ ("aorta"), 228, 128, cr);
  put_name (self, _ ("lungs"), 362, 272, cr);
  if (self->state.septostomy_cm2 > 0)
    put_name (self, _ ("septostomy"), 66, 236, cr);
  if (self->state.septum_defect_cm2 > 0)
    put_name (self, _ ("septal defect"), 206, 386, cr);
}

/* Numbers */

typedef struct {
  const char *name;
  double x, y;
  double align_x;
} Probe;

static void
put_probe (const AlSchematic *self, const Probe *probe, const char *number, cairo_t *cr)
{
  const double line = is_for_projector (self) ? 20 : 14;

  put (self,
       (AlText){.text = probe->name,
                .size = 0.82,
                .color = &self->style.text_dim,
                .halo = TRUE,
                .align_x = probe->align_x,
                .align_y = 0.5},
       probe->x, probe->y, cr);
  put (self,
       (AlText){.text = number,
                .size = 1.12,
                .bold = TRUE,
                .halo = TRUE,
                .align_x = probe->align_x,
                .align_y = 0.5},
       probe->x, probe->y + line, cr);
}

static void
put_saturation (const AlSchematic *self, const Probe *probe, double saturation, cairo_t *cr)
{
  char number[32];

  if (isnan (saturation))
    return;
  g_snprintf (number, sizeof number, "%.0f %%", 100 * saturation);
  put_probe (self, probe, number, cr);
}

static void
put_flow (const AlSchematic *self, cairo_t *cr)
{
  /* Between the edge and the vein large type has no room for the unit beside the number. */
  const gboolean has_room = !is_for_projector (self);
  const Probe probe = {has_room ? _ ("ECMO") : _ ("ECMO, L/min"), 57, 304, 0.5};
  char number[64];

  if (!self->state.ecmo || isnan (self->state.ecmo_l_min))
    return;
  /* Translators: a flow in litres a minute. */
  g_snprintf (number, sizeof number, has_room ? _ ("%.1f L/min") : "%.1f", self->state.ecmo_l_min);
  put_probe (self, &probe, number, cr);
}

static void
draw_probe_marks (const AlSchematic *self, cairo_t *cr)
{
  static const AlPoint points[] = {{88, 32}, {277, 490}, {86, 156}};

  for (guint i = 0; i < G_N_ELEMENTS (points); i++) {
    cairo_new_sub_path (cr);
    cairo_arc (cr, self->x + points[i].x * self->scale, self->y + points[i].y * self->scale,
               3.2 * self->scale, 0, 2 * G_PI);
  }
  al_color_set_source (&self->style.ground, cr);
  cairo_fill_preserve (cr);
  al_color_set_source (&self->style.text, cr);
  cairo_set_line_width (cr, 1.3 * self->pen * self->scale);
  cairo_stroke (cr);
}

/* What is measured at four places, and where. */
void
al_schematic_draw_probes (const AlSchematic *self, cairo_t *cr)
{
  const Probe hand = {_ ("SaO₂ right hand"), 8, 11, 0};
  const Probe leg = {_ ("SaO₂ leg"), 298, 446, 0};
  const Probe venous = {_ ("SvO₂"), 78, 112, 0.5};

  draw_probe_marks (self, cr);
  put_saturation (self, &hand, self->state.hand_saturation, cr);
  put_saturation (self, &leg, self->state.leg_saturation, cr);
  put_saturation (self, &venous, self->state.venous_saturation, cr);
  put_flow (self, cr);
}

/* The mixing point */

/* A point of the aorta after a length of way from where the course of the root begins. */
static AlPoint
get_aorta_point (const AlSchematic *self, double way, AlPoint *direction)
{
  static const AlVessel vessels[] = {AL_VESSEL_ROOT, AL_VESSEL_ARCH, AL_VESSEL_DESCENDING};
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (vessels) && way > al_course_get_length (&self->course[vessels[i]])) {
    way -= al_course_get_length (&self->course[vessels[i]]);
    i++;
  }
  return al_course_get_point (&self->course[vessels[i]], way, direction);
}

/* Where a part of the aorta begins, in lengths of way. */
static double
get_aorta_start (const AlSchematic *self, AlMixingPlace place)
{
  const double root = al_course_get_length (&self->course[AL_VESSEL_ROOT]);
  const double arch = al_course_get_length (&self->course[AL_VESSEL_ARCH]);
  const double descending = al_course_get_length (&self->course[AL_VESSEL_DESCENDING]);

  if (place <= AL_MIXING_ARCH)
    return 0.45 * root;
  if (place == AL_MIXING_DESCENDING)
    return root + 0.5 * arch;
  if (place == AL_MIXING_ABDOMINAL)
    return root + arch + 0.55 * descending;
  return root + arch + 0.96 * descending;
}

static void
draw_mark (AlPoint point, AlPoint direction, const AlColor *ink, const AlColor *ground, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, point.x, point.y);
  cairo_rotate (cr, atan2 (direction.y, direction.x));
  for (int side = -1; side <= 1; side += 2) {
    cairo_move_to (cr, 0, side * 13);
    cairo_line_to (cr, -5, side * 21);
    cairo_line_to (cr, 5, side * 21);
    cairo_close_path (cr);
  }
  cairo_move_to (cr, 0, -13);
  cairo_line_to (cr, 0, 13);
  al_color_set_source (ground, cr);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  al_color_set_source (ink, cr);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
find_mark (const AlSchematic *self, AlMixingPlace place, double share, AlPoint *point,
           AlPoint *direction)
{
  const double start = get_aorta_start (self, place);
  const double end = get_aorta_start (self, (AlMixingPlace) (place + 1));

  *point = get_aorta_point (self, start + share * (end - start), direction);
}

/* A mark across the aorta where the two bloods meet; in the coordinates of the canvas. */
void
al_schematic_draw_mixing (const AlSchematic *self, cairo_t *cr)
{
  double share;
  const AlMixingPlace place = al_schematic_state_find_mixing (&self->state, &share);
  AlPoint point, direction;

  if (place < AL_MIXING_ARCH)
    return;
  find_mark (self, place, share, &point, &direction);
  draw_mark (point, direction, &self->style.text, &self->style.ground, cr);
}

/* Its name, in pixels: beside the mark, on the side that has room. */
void
al_schematic_draw_mixing_name (const AlSchematic *self, cairo_t *cr)
{
  double share;
  const AlMixingPlace place = al_schematic_state_find_mixing (&self->state, &share);
  AlText text = {.text = _ ("mixing point"),
                 .size = 0.92,
                 .bold = TRUE,
                 .halo = TRUE,
                 .align_y = 0.5,
                 .wrap = 64 * self->scale};
  AlPoint point, direction;

  if (place < AL_MIXING_ARCH)
    return;
  find_mark (self, place, share, &point, &direction);
  if (point.y < 80) {
    text.align_x = 0.5;
    put (self, text, point.x, point.y + 36, cr);
  } else if (point.x < 250 && point.y > 150) {
    put (self, text, 100, point.y - 20, cr);
  } else {
    put (self, text, point.x + 25, point.y, cr);
  }
}
