/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-schematic-private.h"

typedef struct {
  guint32 rim, lung, lung_rim, water, muscle, muscle_rim, leaflet, tube;
} PaletteSource;

static const PaletteSource light = {0x54403f, 0xf6e9e6, 0xc9aaa4, 0x4f87ad,
                                    0xdba79b, 0x7a4540, 0xfffaf0, 0x5f6670};
static const PaletteSource dark = {0xd9c6c2, 0x382c2b, 0x7d6763, 0x6fb0dc,
                                   0x8f5f57, 0xe3c3bb, 0xfff6e6, 0xaab2bd};
static const PaletteSource contrast = {0x000000, 0xffffff, 0x000000, 0x00538a,
                                       0xd0d0d0, 0x000000, 0xffffff, 0x000000};
static const PaletteSource contrast_dark = {0xffffff, 0x000000, 0xffffff, 0x7cc6f5,
                                            0x707070, 0xffffff, 0xffffff, 0xffffff};

static const cairo_rectangle_t part_bounds[AL_SCHEMATIC_N_PARTS] = {
    [AL_SCHEMATIC_PART_TOP] = {44, 8, 322, 160},
    [AL_SCHEMATIC_PART_HEART] = {44, 168, 322, 228},
    [AL_SCHEMATIC_PART_LEGS] = {100, 396, 192, 124},
    [AL_SCHEMATIC_PART_CIRCUIT] = {6, 396, 94, 124},
};

static AlColor
get_color (guint32 hex)
{
  return (AlColor){((hex >> 16) & 0xff) / 255.0, ((hex >> 8) & 0xff) / 255.0, (hex & 0xff) / 255.0,
                   1};
}

static const PaletteSource *
choose_palette (AlStyleKind kind)
{
  switch (kind) {
  case AL_STYLE_DARK:
    return &dark;
  case AL_STYLE_CONTRAST:
    return &contrast;
  case AL_STYLE_CONTRAST_DARK:
    return &contrast_dark;
  case AL_STYLE_LIGHT:
  case AL_STYLE_PRINT:
  case AL_STYLE_PROJECTOR:
  case AL_N_STYLES:
  default:
    return &light;
  }
}

/**
 * al_schematic_get_blood_color:
 * @style: a style
 * @saturation: of the blood with oxygen, 0 to 1
 *
 * The colour of blood: from dark violet at 40 % and below to a bright red at 100 %. Its luminance
 * rises all the way, so that it is told in grey and by every eye.
 */
AlColor
al_schematic_get_blood_color (const AlPlotStyle *style, double saturation)
{
  const gboolean on_dark = al_color_luminance (&style->ground) < 0.2;
  const AlColor low = get_color (on_dark ? 0x40245c : 0x2f1648);
  const AlColor middle = get_color (0x8c1c4a);
  const AlColor high = get_color (0xfb6a55);
  const double share = CLAMP ((saturation - 0.4) / 0.6, 0, 1);

  return share < 0.55 ? al_color_mix (&low, &middle, share / 0.55)
                      : al_color_mix (&middle, &high, (share - 0.55) / 0.45);
}

/**
 * al_schematic_new:
 *
 * Makes a schematic of a circulation that stands still.
 *
 * Returns: (transfer full): a new schematic
 */
AlSchematic *
al_schematic_new (void)
{
  AlSchematic *self = g_new0 (AlSchematic, 1);
  AlPlotStyle style;

  al_schematic_prepare (self);
  al_plot_style_init (&style, AL_STYLE_LIGHT);
  al_schematic_set_size (self, AL_SCHEMATIC_WIDTH, AL_SCHEMATIC_HEIGHT);
  al_schematic_set_style (self, &style);
  return self;
}

/**
 * al_schematic_free:
 * @self: (transfer full): a schematic
 *
 * Frees it.
 */
void
al_schematic_free (AlSchematic *self)
{
  g_free (self);
}

/**
 * al_schematic_set_style:
 * @self: a schematic
 * @style: a style; copied
 *
 * Sets the looks of every layer.
 */
void
al_schematic_set_style (AlSchematic *self, const AlPlotStyle *style)
{
  const PaletteSource *source = choose_palette (style->kind);
  const gboolean thick = style->kind == AL_STYLE_PROJECTOR || style->kind == AL_STYLE_CONTRAST ||
                         style->kind == AL_STYLE_CONTRAST_DARK;

  self->style = *style;
  self->palette = (AlSchematicPalette){
      .rim = get_color (source->rim),
      .lung = get_color (source->lung),
      .lung_rim = get_color (source->lung_rim),
      .water = get_color (source->water),
      .muscle = get_color (source->muscle),
      .muscle_rim = get_color (source->muscle_rim),
      .leaflet = get_color (source->leaflet),
      .tube = get_color (source->tube),
      .bead = {1, 1, 1, 0.85},
      .device = style->role[AL_ROLE_IABP].color,
  };
  self->pen = thick ? 1.9 : 1.2;
}

/**
 * al_schematic_set_size:
 * @self: a schematic
 * @width: of the picture, in pixels
 * @height: of the picture, in pixels
 *
 * Sets the size of the picture. The drawing keeps its proportions and stands in the middle.
 */
void
al_schematic_set_size (AlSchematic *self, double width, double height)
{
  self->scale = MAX (0.05, MIN (width / AL_SCHEMATIC_WIDTH, height / AL_SCHEMATIC_HEIGHT));
  self->x = (width - self->scale * AL_SCHEMATIC_WIDTH) / 2;
  self->y = (height - self->scale * AL_SCHEMATIC_HEIGHT) / 2;
}

/**
 * al_schematic_set_arrows:
 * @self: a schematic
 * @arrows: whether arrows stand for the mean flows
 *
 * Chooses between beads that run with the blood and arrows whose length follows the mean flow.
 */
void
al_schematic_set_arrows (AlSchematic *self, gboolean arrows)
{
  self->arrows = !!arrows;
}

/**
 * al_schematic_set_state:
 * @self: a schematic
 * @state: a state; copied
 *
 * Sets what is shown.
 */
void
al_schematic_set_state (AlSchematic *self, const AlSchematicState *state)
{
  self->state = *state;
}

static void
enter_canvas (const AlSchematic *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  cairo_scale (cr, self->scale, self->scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

/**
 * al_schematic_draw_static:
 * @self: a schematic
 * @cr: where to draw
 *
 * Draws what stays until the size or the style changes: the lungs and the scale of colours.
 */
void
al_schematic_draw_static (AlSchematic *self, cairo_t *cr)
{
  enter_canvas (self, cr);
  al_schematic_draw_lungs (self, cr);
  al_schematic_draw_legend (self, cr);
  cairo_restore (cr);
  al_schematic_draw_legend_text (self, cr);
}

/**
 * al_schematic_draw_beat:
 * @self: a schematic
 * @cr: where to draw
 *
 * Draws what changes from beat to beat: vessels and circuit with the colour of their blood, water
 * in the lungs.
 */
void
al_schematic_draw_beat (AlSchematic *self, cairo_t *cr)
{
  enter_canvas (self, cr);
  al_schematic_draw_water (self, cr);
  al_schematic_draw_vessels (self, cr);
  al_schematic_draw_catheters (self, cr);
  if (self->state.ecmo)
    al_schematic_draw_circuit (self, cr);
  cairo_restore (cr);
}

/**
 * al_schematic_get_part_bounds:
 * @self: a schematic
 * @part: a part of what moves
 * @bounds: (out): where it is drawn, in pixels
 *
 * Where a part of the live layer can have ink.
 *
 * Returns: whether there is anything of this part
 */
gboolean
al_schematic_get_part_bounds (const AlSchematic *self, AlSchematicPart part,
                              cairo_rectangle_t *bounds)
{
  cairo_rectangle_t box = part_bounds[part];

  if (part == AL_SCHEMATIC_PART_CIRCUIT && !self->state.ecmo)
    return FALSE;
  if (self->state.ecmo && part == AL_SCHEMATIC_PART_CIRCUIT) {
    /* The tubes go up to the oxygenator, or to the chest. */
    const double top = 340;

    box.height += box.y - top;
    box.y = top;
  }
  if (self->state.ecmo && self->state.central &&
      (part == AL_SCHEMATIC_PART_TOP || part == AL_SCHEMATIC_PART_HEART)) {
    box.width += box.x - 6;
    box.x = 6;
  }
  *bounds = (cairo_rectangle_t){self->x + box.x * self->scale, self->y + box.y * self->scale,
                                box.width * self->scale, box.height * self->scale};
  return TRUE;
}

static void
draw_heart_part (const AlSchematic *self, cairo_t *cr)
{
  al_schematic_draw_heart (self, cr);
  if (self->state.ecmo && self->state.la_vent)
    al_schematic_draw_vent (self, cr);
}

/**
 * al_schematic_draw_live_part:
 * @self: a schematic
 * @cr: where to draw, clipped to the bounds of the part
 * @part: a part of what moves
 *
 * Draws a part of the live layer: the chambers, valves, balloon, beads and rotor that lie in it.
 */
void
al_schematic_draw_live_part (AlSchematic *self, cairo_t *cr, AlSchematicPart part)
{
  cairo_rectangle_t bounds, box;

  if (!al_schematic_get_part_bounds (self, part, &bounds))
    return;
  box = (cairo_rectangle_t){(bounds.x - self->x) / self->scale, (bounds.y - self->y) / self->scale,
                            bounds.width / self->scale, bounds.height / self->scale};
  enter_canvas (self, cr);
  /* What moves need not be as fine as what stands still; it costs half as much. */
  cairo_set_tolerance (cr, 0.25);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  if (part == AL_SCHEMATIC_PART_HEART)
    draw_heart_part (self, cr);
  if (part == AL_SCHEMATIC_PART_CIRCUIT)
    al_schematic_draw_rotor (self, cr);
  if (!self->arrows)
    al_schematic_draw_beads (self, &box, cr);
  /* Devices hide the blood around them. */
  if (self->state.iabp && part <= AL_SCHEMATIC_PART_HEART)
    al_schematic_draw_balloon (self, cr);
  if (self->state.mafp && (part == AL_SCHEMATIC_PART_HEART || part == AL_SCHEMATIC_PART_TOP))
    al_schematic_draw_mafp (self, cr);
  cairo_restore (cr);
}

/**
 * al_schematic_draw_live:
 * @self: a schematic
 * @cr: where to draw
 *
 * Draws everything that moves within a beat.
 */
void
al_schematic_draw_live (AlSchematic *self, cairo_t *cr)
{
  for (int part = 0; part < AL_SCHEMATIC_N_PARTS; part++)
    al_schematic_draw_live_part (self, cr, (AlSchematicPart) part);
}

/**
 * al_schematic_draw_front:
 * @self: a schematic
 * @cr: where to draw
 *
 * Draws what lies over everything and changes from beat to beat: names, numbers, the mark of the
 * mixing point, and the arrows where they stand for the beads.
 */
void
al_schematic_draw_front (AlSchematic *self, cairo_t *cr)
{
  enter_canvas (self, cr);
  if (self->arrows)
    al_schematic_draw_arrows (self, cr);
  al_schematic_draw_mixing (self, cr);
  cairo_restore (cr);
  al_schematic_draw_labels (self, cr);
  al_schematic_draw_probes (self, cr);
  al_schematic_draw_mixing_name (self, cr);
}
