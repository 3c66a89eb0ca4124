/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-page.h"

#include "config.h"

#include "al-curve.h"
#include "al-text.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Below the first nothing can be read; Cairo holds no image larger than twice the second. */
#define SMALLEST_SIDE 240

/* Where fitting the height begins, in pixels, and after how many trials it ends. */
#define FIRST_HEIGHT 720
#define FIT_TRIALS   4

#define LARGEST_SIDE 16384

/* A pixel is 1/96 inch, as in CSS; a point is 1/72 inch. */
#define POINTS_PER_PIXEL 0.75

/*
 * A page wider than a screen is like a strip cut from one: its text is that of the whole, as far as
 * the strip is high enough for it.
 */
#define WIDEST_SCREEN (16.0 / 9)
#define LOWEST_STRIP  0.4

/* Lengths in parts of the text height. */
#define MARGIN         1.8
#define MARGIN_BEAMER  1.0
#define TITLE_SIZE     1.45
#define TITLE_BEAMER   1.15
#define TITLE_GAP      0.9
#define CAPTION_SIZE   0.95
#define CAPTION_BEAMER 0.7
#define CAPTION_GAP    0.8
#define FOOTER_SIZE    0.85
#define FOOTER_BEAMER  0.6
#define FOOTER_GAP     0.7

G_DEFINE_QUARK (al - page - error - quark, al_page_error)

static const char *const extensions[] = {
    [AL_PAGE_PNG] = ".png",
    [AL_PAGE_SVG] = ".svg",
    [AL_PAGE_PDF] = ".pdf",
};

/* The parts of a page, and the height that each takes with the gap beside it. */
typedef struct {
  AlPlotStyle style;
  double margin;
  double width; /* between the margins */
  AlText title;
  AlText caption;
  AlText notice;
  AlText version;
  double title_height;
  double caption_height;
  double footer_height;
} Layout;

static double
measure_height (const AlText *text, const AlPlotStyle *style)
{
  double width, height;

  if (text->text == NULL || *text->text == '\0')
    return 0;
  al_text_measure (text, style, &width, &height);
  return height;
}

static void
set_texts (Layout *layout, const AlPage *page)
{
  gboolean is_beamer = page->style == AL_STYLE_PROJECTOR;
  const AlColor *dim = &layout->style.text_dim;

  layout->title = (AlText){.text = page->title,
                           .size = is_beamer ? TITLE_BEAMER : TITLE_SIZE,
                           .bold = TRUE,
                           .wrap = layout->width};
  layout->caption = (AlText){.text = page->caption,
                             .size = is_beamer ? CAPTION_BEAMER : CAPTION_SIZE,
                             .color = dim,
                             .wrap = layout->width};
  layout->notice = (AlText){.text = _ ("Teaching model. Not for patient care."),
                            .size = is_beamer ? FOOTER_BEAMER : FOOTER_SIZE,
                            .color = dim,
                            .align_y = 1};
  layout->version = layout->notice;
  layout->version.text = "Afterload " PACKAGE_VERSION;
  layout->version.align_x = 1;
}

static void
fit_style (AlPlotStyle *style, const AlPage *page)
{
  double screen = MIN (page->width / WIDEST_SCREEN, page->height / LOWEST_STRIP);

  al_plot_style_init (style, page->style);
  al_plot_style_fit (style, page->width, MAX (page->height, screen));
}

static void
layout_init (Layout *layout, const AlPage *page)
{
  double em, height;

  fit_style (&layout->style, page);
  em = layout->style.font_size;
  layout->margin = (page->style == AL_STYLE_PROJECTOR ? MARGIN_BEAMER : MARGIN) * em;
  layout->width = MAX (1, page->width - 2 * layout->margin);
  set_texts (layout, page);

  height = measure_height (&layout->title, &layout->style);
  layout->title_height = height > 0 ? height + TITLE_GAP * em : 0;
  height = measure_height (&layout->caption, &layout->style);
  layout->caption_height = height > 0 ? height + CAPTION_GAP * em : 0;
  layout->footer_height = measure_height (&layout->notice, &layout->style) + 2 * FOOTER_GAP * em;
}

static void
draw_footer (const Layout *layout, const AlPage *page, cairo_t *cr)
{
  const AlPlotStyle *style = &layout->style;
  double right = page->width - layout->margin;
  double bottom = page->height - 0.6 * layout->margin;
  double rule = bottom - layout->footer_height + FOOTER_GAP * style->font_size;

  rule = al_pixel_snap (rule, style->hairline);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, style->hairline);
  al_color_set_source (&style->grid, cr);
  cairo_move_to (cr, layout->margin, rule);
  cairo_line_to (cr, right, rule);
  cairo_stroke (cr);
  al_text_draw (&layout->notice, style, cr, layout->margin, bottom);
  al_text_draw (&layout->version, style, cr, right, bottom);
}

static void
draw_figure (const Layout *layout, const AlPage *page, double top, double height, cairo_t *cr)
{
  if (page->draw == NULL || height <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, round (layout->margin), round (top));
  cairo_rectangle (cr, 0, 0, layout->width, height);
  cairo_clip (cr);
  page->draw (cr, layout->width, height, &layout->style, page->user_data);
  cairo_restore (cr);
}

static double
get_figure_height (const Layout *layout, const AlPage *page)
{
  return page->height - 1.6 * layout->margin - layout->footer_height - layout->caption_height -
         layout->title_height;
}

/**
 * al_page_fit_height:
 * @self: a page
 * @measure: says how high its figure is; called with what the page gives to its draw function
 *
 * Makes a page as high as its figure needs. The sizes of text follow the page, so that it takes
 * some trials.
 */
void
al_page_fit_height (AlPage *self, AlPageMeasureFunc measure)
{
  Layout layout;

  self->height = FIRST_HEIGHT;
  for (guint trial = 0; trial < FIT_TRIALS; trial++) {
    layout_init (&layout, self);
    self->height +=
        measure (layout.width, &layout.style, self->user_data) - get_figure_height (&layout, self);
    self->height = ceil (CLAMP (self->height, SMALLEST_SIDE, LARGEST_SIDE));
  }
}

/**
 * al_page_draw:
 * @self: a page
 * @cr: where to draw; the origin is the upper left corner of the page
 *
 * Draws the whole page, its ground included.
 */
void
al_page_draw (const AlPage *self, cairo_t *cr)
{
  Layout layout;
  double bottom;

  layout_init (&layout, self);
  bottom = self->height - 0.6 * layout.margin - layout.footer_height;
  cairo_save (cr);
  al_color_set_source (&layout.style.ground, cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);

  if (layout.title_height > 0)
    al_text_draw (&layout.title, &layout.style, cr, layout.margin, layout.margin);
  if (layout.caption_height > 0) {
    layout.caption.align_y = 1;
    al_text_draw (&layout.caption, &layout.style, cr, layout.margin, bottom);
  }
  draw_footer (&layout, self, cr);
  draw_figure (&layout, self, layout.margin + layout.title_height,
               get_figure_height (&layout, self), cr);
  cairo_restore (cr);
}

static gboolean
find_format (const char *path, AlPageFormat *format, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++) {
    gsize length = strlen (path), n = strlen (extensions[i]);

    if (length > n && g_ascii_strcasecmp (path + length - n, extensions[i]) == 0) {
      *format = (AlPageFormat) i;
      return TRUE;
    }
  }
  g_set_error (error, AL_PAGE_ERROR, AL_PAGE_ERROR_FORMAT,
               _ ("the name '%s' ends in none of .png, .svg and .pdf"), path);
  return FALSE;
}

static gboolean
is_side (double length)
{
  return length >= SMALLEST_SIDE && length <= LARGEST_SIDE;
}

static gboolean
check_size (const AlPage *self, GError **error)
{
  if (is_side (self->width) && is_side (self->height))
    return TRUE;
  g_set_error (error, AL_PAGE_ERROR, AL_PAGE_ERROR_SIZE,
               _ ("a picture of %.0f by %.0f pixels is not between %d and %d on each side"),
               self->width, self->height, SMALLEST_SIDE, LARGEST_SIDE);
  return FALSE;
}

static cairo_status_t
append_bytes (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_pdf (const AlPage *self, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_bytes, bytes, self->width * POINTS_PER_PIXEL, self->height * POINTS_PER_PIXEL);

  cairo_surface_set_device_scale (surface, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Afterload " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  _ ("Teaching model. Not for patient care."));
  if (self->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  /* The same picture has the same bytes, whenever it is drawn. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
  return surface;
}

static cairo_surface_t *
create_surface (const AlPage *self, AlPageFormat format, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format) {
  case AL_PAGE_SVG:
    surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, self->width, self->height);
    cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
    return surface;
  case AL_PAGE_PDF:
    return create_pdf (self, bytes);
  case AL_PAGE_PNG:
  default:
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) round (self->width),
                                       (int) round (self->height));
  }
}

/* Draws the whole file in memory, so that a failure leaves none behind. */
static cairo_status_t
render_into (const AlPage *self, AlPageFormat format, GByteArray *bytes)
{
  cairo_surface_t *surface = create_surface (self, format, bytes);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  al_page_draw (self, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == AL_PAGE_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/**
 * al_page_render:
 * @self: a page
 * @format: of the file
 * @error: (out) (optional): #AlPageError
 *
 * Draws a page into the bytes of a file.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
al_page_render (const AlPage *self, AlPageFormat format, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  if (!check_size (self, error))
    return NULL;
  status = render_into (self, format, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error_literal (error, AL_PAGE_ERROR, AL_PAGE_ERROR_DRAW, cairo_status_to_string (status));
  return NULL;
}

/**
 * al_page_write:
 * @self: a page
 * @path: the file, whose name ends in `.png`, `.svg` or `.pdf`
 * @error: (out) (optional): #AlPageError or #GFileError
 *
 * Draws a page into a file. The file is replaced as a whole: whoever reads it finds the old picture
 * or the new one, never a part of it, and after a failure the old one.
 *
 * Returns: whether the file is there
 */
gboolean
al_page_write (const AlPage *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  AlPageFormat format;

  if (!find_format (path, &format, error))
    return FALSE;
  bytes = al_page_render (self, format, error);
  if (bytes == NULL)
    return FALSE;
  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}
