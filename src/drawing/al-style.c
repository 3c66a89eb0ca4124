/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-style.h"

#include <math.h>

/* Text against its ground, as the web content guidelines (WCAG 2.1, 1.4.3) ask for. */
#define TEXT_CONTRAST 4.5

/* Text of the screen styles; every other length is given for it and follows when it changes. */
#define FONT_SIZE 13.0

#define FONT_FAMILY "Adwaita Sans, Inter, Cantarell, sans-serif"

/* What a palette says; strokes are built from it. */
typedef struct {
  const char *name;
  guint32 ground;
  guint32 text;
  guint32 text_dim;
  guint32 axis;
  guint32 grid;
  guint32 ink;
  guint32 baseline;
  guint32 blue;
  guint32 vermillion;
  guint32 purple;
  guint32 crimson;
  guint32 teal;
  guint32 amber;
  double stroke; /* of all curves, as a factor */
} Palette;

/* Okabe and Ito's blue and vermillion are the devices'; on a dark ground both are lighter. */
static const Palette palettes[AL_N_STYLES] = {
    [AL_STYLE_LIGHT] = {"light", 0xffffff, 0x1c1c1c, 0x5c5c5c, 0x7a7a7a, 0xebebeb, 0x000000,
                        0x6e6e6e, 0x0072b2, 0xd55e00, 0x8a4f9e, 0xb3123a, 0x00756f, 0x8a5a00, 1.0},
    [AL_STYLE_DARK] = {"dark", 0x1e1e1e, 0xf2f2f2, 0xb4b4b4, 0x8c8c8c, 0x333333, 0xffffff, 0xa6a6a6,
                       0x5ab0e8, 0xf5803e, 0xc99adf, 0xff6f86, 0x3cc4b4, 0xe3b341, 1.0},
    [AL_STYLE_PRINT] = {"print", 0xffffff, 0x000000, 0x454545, 0x555555, 0xe4e4e4, 0x000000,
                        0x6e6e6e, 0x0072b2, 0xd55e00, 0x7a3f8e, 0xa30f34, 0x006660, 0x7a4f00, 0.8},
    [AL_STYLE_PROJECTOR] = {"projector", 0xffffff, 0x000000, 0x333333, 0x555555, 0xf2f2f2, 0x000000,
                            0x6e6e6e, 0x0072b2, 0xd55e00, 0x7a3f8e, 0xa30f34, 0x006660, 0x7a4f00,
                            1.0},
    [AL_STYLE_CONTRAST] = {"contrast", 0xffffff, 0x000000, 0x000000, 0x000000, 0xc0c0c0, 0x000000,
                           0x555555, 0x00538a, 0xa34700, 0x6a2f80, 0x8f0a2b, 0x00544f, 0x664200,
                           1.3},
    [AL_STYLE_CONTRAST_DARK] = {"contrast-dark", 0x000000, 0xffffff, 0xffffff, 0xffffff, 0x4a4a4a,
                                0xffffff, 0xc0c0c0, 0x7cc6f5, 0xff9a5c, 0xdcb4ee, 0xff91a3,
                                0x63dccd, 0xf2c75c, 1.3},
};

static AlColor
color_from_hex (guint32 hex)
{
  return (AlColor){((hex >> 16) & 0xff) / 255.0, ((hex >> 8) & 0xff) / 255.0, (hex & 0xff) / 255.0,
                   1};
}

static AlStroke
solid (guint32 hex, double width)
{
  return (AlStroke){.color = color_from_hex (hex), .width = width};
}

static AlStroke
dashed (guint32 hex, double width, double on, double off)
{
  AlStroke stroke = solid (hex, width);

  stroke.dash[0] = on;
  stroke.dash[1] = off;
  stroke.n_dash = 2;
  return stroke;
}

static AlStroke
dash_dotted (guint32 hex, double width)
{
  AlStroke stroke = dashed (hex, width, 6, 2.5);

  stroke.dash[2] = 1;
  stroke.dash[3] = 2.5;
  stroke.n_dash = 4;
  return stroke;
}

static void
set_roles (AlPlotStyle *self, const Palette *palette)
{
  self->role[AL_ROLE_BASELINE] = dashed (palette->baseline, 1.8, 3.5, 2.5);
  self->role[AL_ROLE_IABP] = dashed (palette->blue, 2.2, 8, 3);
  self->role[AL_ROLE_ECMO] = solid (palette->vermillion, 2.2);
  /* High contrast darkens vermillion: without colour, width alone tells it from black. */
  self->role[AL_ROLE_BOTH] = solid (palette->ink, palette->stroke > 1 ? 3.5 : 2.8);
  self->role[AL_ROLE_OTHER] = dash_dotted (palette->purple, 2.0);
}

/*
 * Signals that share a chart differ in dash or strongly in lightness. A device's own signal has the
 * colour of the device. What no chart shows by default is grey.
 */
static void
set_signals (AlPlotStyle *self, const Palette *palette)
{
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    self->signal[i] = solid (palette->baseline, 1.6);

  self->signal[AL_SIGNAL_LV_PRESSURE] = solid (palette->ink, 1.6);
  self->signal[AL_SIGNAL_LV_VOLUME] = solid (palette->ink, 1.6);
  self->signal[AL_SIGNAL_AO_PRESSURE] = solid (palette->crimson, 2.0);
  self->signal[AL_SIGNAL_RADIAL_PRESSURE] = dashed (palette->crimson, 1.6, 6, 2);
  self->signal[AL_SIGNAL_LA_PRESSURE] = solid (palette->teal, 1.8);
  self->signal[AL_SIGNAL_LA_VOLUME] = solid (palette->teal, 1.8);
  self->signal[AL_SIGNAL_PA_PRESSURE] = dashed (palette->amber, 1.8, 7, 2);
  self->signal[AL_SIGNAL_RA_PRESSURE] = dashed (palette->purple, 1.8, 2.5, 2);
  self->signal[AL_SIGNAL_RV_PRESSURE] = dash_dotted (palette->baseline, 1.6);
  self->signal[AL_SIGNAL_PULMONARY_VEIN_PRESSURE] = dashed (palette->teal, 1.4, 2, 2);
  self->signal[AL_SIGNAL_AORTIC_FLOW] = solid (palette->ink, 1.6);
  self->signal[AL_SIGNAL_MITRAL_FLOW] = dashed (palette->teal, 1.6, 4, 2);
  self->signal[AL_SIGNAL_CORONARY_FLOW] = dash_dotted (palette->crimson, 1.6);
  self->signal[AL_SIGNAL_UPPER_FLOW] = dashed (palette->purple, 1.6, 2.5, 2);
  self->signal[AL_SIGNAL_ECMO_FLOW] = solid (palette->vermillion, 2.2);
  self->signal[AL_SIGNAL_BALLOON_VOLUME] = dashed (palette->blue, 1.8, 8, 3);
}

static void
scale_stroke (AlStroke *stroke, double factor)
{
  stroke->width *= factor;
}

static void
scale_strokes (AlPlotStyle *self, double factor)
{
  scale_stroke (&self->relation, factor);
  for (guint i = 0; i < AL_N_ROLES; i++)
    scale_stroke (&self->role[i], factor);
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    scale_stroke (&self->signal[i], factor);
}

/**
 * al_plot_style_init:
 * @self: (out): a style
 * @kind: which one
 *
 * Fills a style for text of 13 pixels. [func@plot_style_fit] makes it suit a whole picture,
 * [func@plot_style_scale] suits it to a screen.
 */
void
al_plot_style_init (AlPlotStyle *self, AlStyleKind kind)
{
  g_return_if_fail (kind < AL_N_STYLES);

  const Palette *palette = &palettes[kind];

  *self = (AlPlotStyle){
      .kind = kind,
      .ground = color_from_hex (palette->ground),
      .text = color_from_hex (palette->text),
      .text_dim = color_from_hex (palette->text_dim),
      .axis = color_from_hex (palette->axis),
      .grid = color_from_hex (palette->grid),
      .relation = solid (palette->text_dim, 1.2),
      .font_size = FONT_SIZE,
      .hairline = 1,
  };
  g_strlcpy (self->font_family, FONT_FAMILY, sizeof self->font_family);
  set_roles (self, palette);
  set_signals (self, palette);
  scale_strokes (self, palette->stroke);
}

/**
 * al_plot_style_fit:
 * @self: a style as [func@plot_style_init] made it
 * @width: width of the whole picture in pixels
 * @height: its height
 *
 * Gives text and strokes the size that suits a picture shown as a whole: on paper and screen in
 * proportion to its shorter side; for the projector so that the last row reads it (text 3.5 %,
 * strokes 0.6 % of the height).
 */
void
al_plot_style_fit (AlPlotStyle *self, double width, double height)
{
  double side = MIN (width, height);

  if (self->kind != AL_STYLE_PROJECTOR) {
    al_plot_style_scale (self, MAX (10, 0.0165 * side) / self->font_size);
    return;
  }
  al_plot_style_scale (self, 0.035 * side / self->font_size);
  /* The thinnest curve of a role is 1.8/13 of the text. */
  scale_strokes (self, 0.006 * side / self->role[AL_ROLE_BASELINE].width);
  self->hairline = MAX (1, 0.0015 * side);
}

/**
 * al_plot_style_scale:
 * @self: a style
 * @factor: above 0
 *
 * Makes text and strokes larger or smaller alike.
 */
void
al_plot_style_scale (AlPlotStyle *self, double factor)
{
  g_return_if_fail (factor > 0);

  self->font_size *= factor;
  self->hairline = MAX (1, self->hairline * factor);
  scale_strokes (self, factor);
}

/**
 * al_plot_style_set_font:
 * @self: a style
 * @family: families that Pango tries in turn
 * @size: text height in pixels
 *
 * Takes over the font of a user interface; strokes stay as they are.
 */
void
al_plot_style_set_font (AlPlotStyle *self, const char *family, double size)
{
  g_return_if_fail (size > 0);

  g_strlcpy (self->font_family, family, sizeof self->font_family);
  self->font_size = size;
}

/**
 * al_style_kind_find:
 * @name: `light`, `dark`, `print`, `projector`, `contrast` or `contrast-dark`
 * @kind: (out): the kind, untouched when there is none of that name
 *
 * Looks a kind of style up by name.
 *
 * Returns: whether there is one
 */
gboolean
al_style_kind_find (const char *name, AlStyleKind *kind)
{
  for (guint i = 0; i < AL_N_STYLES; i++) {
    if (g_str_equal (palettes[i].name, name)) {
      *kind = (AlStyleKind) i;
      return TRUE;
    }
  }
  return FALSE;
}

static double
linear_channel (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/**
 * al_color_luminance:
 * @color: a colour
 *
 * Relative luminance as the web content guidelines define it. Alpha does not count.
 *
 * Returns: 0 (black) to 1 (white)
 */
double
al_color_luminance (const AlColor *color)
{
  return 0.2126 * linear_channel (color->red) + 0.7152 * linear_channel (color->green) +
         0.0722 * linear_channel (color->blue);
}

/**
 * al_color_contrast:
 * @a: a colour
 * @b: another colour
 *
 * Contrast ratio as the web content guidelines define it.
 *
 * Returns: 1 (none) to 21 (black on white)
 */
double
al_color_contrast (const AlColor *a, const AlColor *b)
{
  double one = al_color_luminance (a);
  double other = al_color_luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

/**
 * al_color_mix:
 * @from: a colour
 * @to: another colour
 * @share: 0 (all @from) to 1 (all @to)
 *
 * Mixes two colours, opaque as @from is.
 *
 * Returns: the mixture
 */
AlColor
al_color_mix (const AlColor *from, const AlColor *to, double share)
{
  return (AlColor){
      .red = from->red + share * (to->red - from->red),
      .green = from->green + share * (to->green - from->green),
      .blue = from->blue + share * (to->blue - from->blue),
      .alpha = from->alpha,
  };
}

/**
 * al_plot_style_get_text_color:
 * @self: a style
 * @color: colour of a curve
 *
 * The colour for a word about a curve: that of the curve, moved towards the colour of text just as
 * far as it must be to be read. A thin letter needs more contrast than a thick line.
 *
 * Returns: a colour of contrast 4.5 or more on the ground of the style
 */
AlColor
al_plot_style_get_text_color (const AlPlotStyle *self, const AlColor *color)
{
  AlColor mixed = *color;

  for (guint i = 1; i <= 20 && al_color_contrast (&mixed, &self->ground) < TEXT_CONTRAST; i++)
    mixed = al_color_mix (color, &self->text, i / 20.0);
  return mixed;
}

/**
 * al_color_set_source:
 * @color: a colour
 * @cr: where to draw
 *
 * Makes a colour the source of a Cairo context.
 */
void
al_color_set_source (const AlColor *color, cairo_t *cr)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/**
 * al_stroke_apply:
 * @stroke: a stroke
 * @cr: where to draw
 *
 * Makes a Cairo context stroke with this colour, width and dash, with round joins.
 */
void
al_stroke_apply (const AlStroke *stroke, cairo_t *cr)
{
  double dash[G_N_ELEMENTS (stroke->dash)];

  for (int i = 0; i < stroke->n_dash; i++)
    dash[i] = stroke->dash[i] * stroke->width;
  cairo_set_dash (cr, dash, stroke->n_dash, 0);
  cairo_set_line_width (cr, stroke->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, stroke->n_dash > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  al_color_set_source (&stroke->color, cr);
}
