/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-layer.h"
#include "al-layer-private.h"

#include <string.h>

#include <adwaita.h>

/* That of the class "plot" in style.css. */
#define CORNER_RADIUS 12

/* A layer is kept in tiles of this side, of which those without a stroke are left out: what GSK
 * repaints of a layer is as large as the tiles that the damage touches. */
#ifndef TILE_SIDE
#define TILE_SIDE 256
#endif

/* From here on GSK draws an unchanged texture faster than an unchanged Cairo node; before, the
 * Cairo renderer copied a texture whole for each draw. */
#define MINOR_VERSION_OF_FAST_TEXTURES 14

static gboolean plain;
static guint n_drawn;

static cairo_user_data_key_t surface_key;

static void
free_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

/* (transfer none): what a tile shows */
static cairo_surface_t *
get_surface (GskRenderNode *tile)
{
  if (gsk_render_node_get_node_type (tile) == GSK_TEXTURE_NODE)
    return g_object_get_data (G_OBJECT (gsk_texture_node_get_texture (tile)), "al-surface");
  return cairo_surface_get_user_data (gsk_cairo_node_get_surface (tile), &surface_key);
}

/* A part of a surface, in its pixels. */
typedef struct {
  cairo_surface_t *surface;
  const guint32 *pixels;
  int pitch; /* pixels from one row to the next */
  int scale;
} Canvas;

static gboolean
has_ink (const Canvas *canvas, int left, int top, int width, int height)
{
  for (int y = top; y < top + height; y++) {
    const guint32 *row = canvas->pixels + (gsize) y * (gsize) canvas->pitch;
    guint32 ink = 0;

    /* Without a way out in the middle of a row it takes several pixels at once. */
    for (int x = left; x < left + width; x++)
      ink |= row[x];
    if (ink != 0)
      return TRUE;
  }
  return FALSE;
}

/* Line by line from each side, each as thick as a pixel of the widget. Returns whether anything is
 * left. */
static gboolean
trim (const Canvas *canvas, cairo_rectangle_int_t *part)
{
  const int step = canvas->scale;

  if (!has_ink (canvas, part->x, part->y, part->width, part->height))
    return FALSE;
  for (; !has_ink (canvas, part->x, part->y, part->width, step); part->height -= step)
    part->y += step;
  while (!has_ink (canvas, part->x, part->y + part->height - step, part->width, step))
    part->height -= step;
  for (; !has_ink (canvas, part->x, part->y, step, part->height); part->width -= step)
    part->x += step;
  while (!has_ink (canvas, part->x + part->width - step, part->y, step, part->height))
    part->width -= step;
  return TRUE;
}

static cairo_surface_t *
cut_out (const Canvas *canvas, const cairo_rectangle_int_t *part)
{
  cairo_surface_t *copy =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, part->width, part->height);
  cairo_t *cr = cairo_create (copy);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_surface_set_device_scale (canvas->surface, 1, 1);
  cairo_set_source_surface (cr, canvas->surface, -part->x, -part->y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (copy);
  cairo_surface_set_device_scale (copy, canvas->scale, canvas->scale);
  return copy;
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
  g_object_set_data (G_OBJECT (texture), "al-surface", surface);
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
  cairo_surface_set_user_data (gsk_cairo_node_get_surface (node), &surface_key,
                               cairo_surface_reference (surface), free_surface);
  return node;
}

static gboolean
looks_like (const Canvas *canvas, const cairo_rectangle_int_t *part, cairo_surface_t *surface)
{
  const int pitch = cairo_image_surface_get_stride (surface) / 4;
  const guint32 *pixels = (const guint32 *) cairo_image_surface_get_data (surface);

  if (cairo_image_surface_get_width (surface) != part->width ||
      cairo_image_surface_get_height (surface) != part->height)
    return FALSE;
  for (int y = 0; y < part->height; y++) {
    const guint32 *row = canvas->pixels + (gsize) (part->y + y) * (gsize) canvas->pitch + part->x;

    if (memcmp (row, pixels + (gsize) y * (gsize) pitch, (gsize) part->width * 4) != 0)
      return FALSE;
  }
  return TRUE;
}

/* (transfer none) (nullable): the tile of a layer that shows just this part of a canvas */
static GskRenderNode *
find_tile (GskRenderNode *layer, const Canvas *canvas, const cairo_rectangle_int_t *part,
           const graphene_rect_t *bounds)
{
  for (guint i = 0; i < gsk_container_node_get_n_children (layer); i++) {
    GskRenderNode *tile = gsk_container_node_get_child (layer, i);
    graphene_rect_t own;

    gsk_render_node_get_bounds (tile, &own);
    if (graphene_rect_equal (&own, bounds))
      return looks_like (canvas, part, get_surface (tile)) ? tile : NULL;
  }
  return NULL;
}

static gboolean
has_tiles (GskRenderNode *layer)
{
  return layer != NULL && gsk_render_node_get_node_type (layer) == GSK_CONTAINER_NODE;
}

static GskRenderNode *
wrap_part (const Canvas *canvas, const cairo_rectangle_int_t *part, const graphene_rect_t *area,
           GskRenderNode *previous)
{
  const float scale = (float) canvas->scale;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (
      area->origin.x + (float) part->x / scale, area->origin.y + (float) part->y / scale,
      (float) part->width / scale, (float) part->height / scale);
  GskRenderNode *same = has_tiles (previous) ? find_tile (previous, canvas, part, &bounds) : NULL;
  cairo_surface_t *surface;
  GskRenderNode *node;

  if (same != NULL)
    return gsk_render_node_ref (same);
  surface = cut_out (canvas, part);
  node = gtk_get_minor_version () >= MINOR_VERSION_OF_FAST_TEXTURES
             ? wrap_in_texture (surface, &bounds)
             : wrap_in_cairo_node (surface, &bounds);
  cairo_surface_destroy (surface);
  return node;
}

static GskRenderNode *
wrap_in_tiles (cairo_surface_t *surface, int scale, const graphene_rect_t *area,
               GskRenderNode *previous)
{
  const Canvas canvas = {surface, (const guint32 *) cairo_image_surface_get_data (surface),
                         cairo_image_surface_get_stride (surface) / 4, scale};
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const int side = TILE_SIDE * scale;
  g_autoptr (GPtrArray) tiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  for (int y = 0; y < height; y += side) {
    for (int x = 0; x < width; x += side) {
      cairo_rectangle_int_t part = {x, y, MIN (side, width - x), MIN (side, height - y)};

      if (trim (&canvas, &part))
        g_ptr_array_add (tiles, wrap_part (&canvas, &part, area, previous));
    }
  }
  return gsk_container_node_new ((GskRenderNode **) tiles->pdata, tiles->len);
}

static GskRenderNode *
draw_plainly (const graphene_rect_t *area, AlLayerFunc func, gpointer user_data)
{
  GskRenderNode *node = gsk_cairo_node_new (area);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  func (cr, user_data);
  cairo_destroy (cr);
  return node;
}

/**
 * al_layer_set_plain:
 * @plain_: whether layers hold strokes and text instead of what these look like
 *
 * Lets layers be drawn afresh whenever they are shown, and curves in one piece. A view notices when
 * its scale factor is notified.
 */
void
al_layer_set_plain (gboolean plain_)
{
  plain = plain_;
}

/**
 * al_layer_get_plain:
 *
 * Whether layers are drawn afresh.
 */
gboolean
al_layer_get_plain (void)
{
  return plain;
}

/**
 * al_layer_get_n_drawn:
 *
 * How many layers were drawn since the program began.
 */
guint
al_layer_get_n_drawn (void)
{
  return n_drawn;
}

static GskRenderNode *
draw_layer (GtkWidget *widget, const graphene_rect_t *bounds, AlLayerFunc func, gpointer user_data,
            GskRenderNode *previous)
{
  const int scale = gtk_widget_get_scale_factor (widget);
  graphene_rect_t area;
  cairo_surface_t *surface;
  cairo_t *cr;
  GskRenderNode *node;

  n_drawn++;
  graphene_rect_round_extents (bounds, &area);
  if (plain)
    return draw_plainly (&area, func, user_data);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) area.size.width * scale),
                                        MAX (1, (int) area.size.height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, -area.origin.x, -area.origin.y);
  func (cr, user_data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  node = wrap_in_tiles (surface, scale, &area, previous);
  cairo_surface_destroy (surface);
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
  return draw_layer (widget, bounds, func, user_data, NULL);
}

/**
 * al_layer_renew:
 * @layer: (inout) (nullable): what was shown so far, and then what is shown now
 * @widget: whose scale factor to draw for
 * @bounds: what the drawing covers; brought to whole pixels
 * @func: draws it, once
 * @user_data: for @func
 *
 * Draws anew what has changed in places. Those that look as before stay as they are, and are not
 * repainted.
 */
void
al_layer_renew (GskRenderNode **layer, GtkWidget *widget, const graphene_rect_t *bounds,
                AlLayerFunc func, gpointer user_data)
{
  GskRenderNode *node = draw_layer (widget, bounds, func, user_data, *layer);

  g_clear_pointer (layer, gsk_render_node_unref);
  *layer = node;
}

/**
 * al_layer_snapshot_ground:
 * @widget: a widget that shows a plot
 * @snapshot: where it is shown
 * @color: the colour of its ground
 *
 * Fills the ground of a plot, with round corners where the plot stands on a page.
 *
 * Nothing else is clipped to them: a clip that is not a rectangle makes every stroke of every frame
 * dear, and no plot draws into its corners.
 */
void
al_layer_snapshot_ground (GtkWidget *widget, GtkSnapshot *snapshot, const AlColor *color)
{
  const float radius = gtk_widget_has_css_class (widget, "plot") ? CORNER_RADIUS : 0;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  const GdkRGBA rgba = {(float) color->red, (float) color->green, (float) color->blue, 1};
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
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
 * al_layer_depends_on:
 * @setting: what changed in the desktop
 *
 * Whether a plot may look different after that. It has no icon, so that another theme of icons is
 * none of its business.
 */
gboolean
al_layer_depends_on (GtkSystemSetting setting)
{
  return setting != GTK_SYSTEM_SETTING_ICON_THEME;
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
