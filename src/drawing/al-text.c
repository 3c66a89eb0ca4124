/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-text.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Rim of ground colour around a word on a curve, in parts of the text height. */
#define HALO_WIDTH 0.30

/* Sizes of text in a pixel. */
#define SIZE_STEPS 4

/*
 * In steps that nobody sees: Pango keeps every size that was ever asked for, and a window that is
 * being resized asks for a new one with each frame.
 */
static double
get_size (const AlText *self, const AlPlotStyle *style)
{
  double size = style->font_size * (self->size > 0 ? self->size : 1);

  return MAX (1, round (size * SIZE_STEPS)) / SIZE_STEPS;
}

/* Digits of one width, so that columns of numbers stand still. */
static void
set_attributes (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* Lines hang at the point as the whole does, in a box no wider than the longest of them. */
static void
set_lines (PangoLayout *layout, const AlText *self)
{
  int width;

  pango_layout_set_width (layout, (int) (self->wrap * PANGO_SCALE));
  if (!(self->align_x > 0))
    return;
  pango_layout_get_size (layout, &width, NULL);
  pango_layout_set_width (layout, width);
  pango_layout_set_alignment (layout, self->align_x < 1 ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
}

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* The same widths on the screen, on paper and in a test. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static PangoLayout *
create_layout (const AlText *self, const AlPlotStyle *style)
{
  PangoContext *context = create_context ();
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (style->font_family);

  pango_font_description_set_absolute_size (font, get_size (self, style) * PANGO_SCALE);
  if (self->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_font_description (layout, font);
  set_attributes (layout);
  pango_layout_set_text (layout, self->text, -1);
  if (self->wrap > 0)
    set_lines (layout, self);

  pango_font_description_free (font);
  g_object_unref (context);
  return layout;
}

static void
get_layout_size (PangoLayout *layout, double *width, double *height)
{
  int layout_width, layout_height;

  pango_layout_get_size (layout, &layout_width, &layout_height);
  *width = layout_width / (double) PANGO_SCALE;
  *height = layout_height / (double) PANGO_SCALE;
}

/**
 * al_text_measure:
 * @self: a text
 * @style: looks
 * @width: (out): in pixels
 * @height: (out): in pixels, of whole lines
 *
 * How much room a text takes before it is turned.
 */
void
al_text_measure (const AlText *self, const AlPlotStyle *style, double *width, double *height)
{
  g_autoptr (PangoLayout) layout = create_layout (self, style);

  get_layout_size (layout, width, height);
}

static void
draw_halo (PangoLayout *layout, const AlPlotStyle *style, cairo_t *cr, double size)
{
  pango_cairo_layout_path (cr, layout);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, HALO_WIDTH * size);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  al_color_set_source (&style->ground, cr);
  cairo_stroke (cr);
}

/**
 * al_text_draw:
 * @self: a text
 * @style: looks
 * @cr: where to draw
 * @x: the point that it hangs at
 * @y: the point that it hangs at
 *
 * Draws a text.
 */
void
al_text_draw (const AlText *self, const AlPlotStyle *style, cairo_t *cr, double x, double y)
{
  g_autoptr (PangoLayout) layout = create_layout (self, style);
  double width, height;

  get_layout_size (layout, &width, &height);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, self->angle);
  cairo_translate (cr, -self->align_x * width, -self->align_y * height);
  cairo_move_to (cr, 0, 0);
  if (self->halo)
    draw_halo (layout, style, cr, get_size (self, style));
  cairo_move_to (cr, 0, 0);
  al_color_set_source (self->color != NULL ? self->color : &style->text, cr);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}
