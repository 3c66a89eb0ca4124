/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-layer.h"

#include <adwaita.h>

/* From here on GSK draws an unchanged texture faster than an unchanged Cairo node; before, the
 * Cairo renderer copied a texture whole for each draw. */
#define MINOR_VERSION_OF_FAST_TEXTURES 14

static void
free_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

static GskRenderNode *
wrap_in_texture (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  free_surface, cairo_surface_reference (surface));
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  return gsk_texture_node_new (texture, bounds);
}

static GskRenderNode *
wrap_in_cairo_node (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, bounds->origin.x, bounds->origin.y);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

/**
 * al_layer_new:
 * @widget: whose scale factor to draw for
 * @bounds: what the drawing covers; brought to whole pixels
 * @func: draws it, once
 * @user_data: for @func
 *
 * Draws once what several frames will show.
 *
 * GSK compares nodes by pointer: a node that is kept and appended again costs nothing and repaints
 * nothing.
 *
 * Returns: (transfer full): a node; it no longer depends on @user_data
 */
GskRenderNode *
al_layer_new (GtkWidget *widget, const graphene_rect_t *bounds, AlLayerFunc func,
              gpointer user_data)
{
  const int scale = gtk_widget_get_scale_factor (widget);
  graphene_rect_t area;
  cairo_surface_t *surface;
  cairo_t *cr;
  GskRenderNode *node;

  graphene_rect_round_extents (bounds, &area);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) area.size.width * scale),
                                        MAX (1, (int) area.size.height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, -area.origin.x, -area.origin.y);
  func (cr, user_data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  node = gtk_get_minor_version () >= MINOR_VERSION_OF_FAST_TEXTURES
             ? wrap_in_texture (surface, &area)
             : wrap_in_cairo_node (surface, &area);
  cairo_surface_destroy (surface);
  return node;
}

/**
 * al_layer_choose_style:
 * @projector: whether the picture goes to a projector
 *
 * The style that the desktop asks for: light, dark or high contrast.
 */
AlStyleKind
al_layer_choose_style (gboolean projector)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (projector)
    return AL_STYLE_PROJECTOR;
  if (adw_style_manager_get_high_contrast (manager))
    return dark ? AL_STYLE_CONTRAST_DARK : AL_STYLE_CONTRAST;
  return dark ? AL_STYLE_DARK : AL_STYLE_LIGHT;
}

/**
 * al_layer_init_style:
 * @widget: a widget that shows a plot
 * @projector: whether the picture goes to a projector
 * @style: (out caller-allocates): a style
 *
 * The style of a plot: colours of the desktop's choice, and the font of the interface, so that
 * large text makes large tick labels.
 */
void
al_layer_init_style (GtkWidget *widget, gboolean projector, AlPlotStyle *style)
{
  const PangoFontDescription *font =
      pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  al_plot_style_init (style, al_layer_choose_style (projector));
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget)) / 72;
  if (size > 0)
    al_plot_style_set_font (style, pango_font_description_get_family (font), size * 0.88);
}

/**
 * al_layer_get_picture_height:
 * @widget: a widget that shows a plot
 *
 * The height of the whole picture on the wall, in pixels. On it depends what is seen from the back
 * of a room, not on that of a plot in it.
 */
int
al_layer_get_picture_height (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return MAX (1, gtk_widget_get_height (root != NULL ? GTK_WIDGET (root) : widget));
}
