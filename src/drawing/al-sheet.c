/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-sheet.h"

#include "al-text.h"

/* Above a paragraph, in heights of text. */
#define GAP_HEADING 1.1
#define GAP_BODY    0.45
#define GAP_CAPTION 0.15

/* Text, or a picture in its place. */
typedef struct {
  AlSheetKind kind;
  char *text;
  AlPictograph *pictograph;
} Paragraph;

struct _AlSheet {
  GArray *paragraphs;
};

static void
paragraph_clear (gpointer paragraph)
{
  g_free (((Paragraph *) paragraph)->text);
  g_clear_pointer (&((Paragraph *) paragraph)->pictograph, al_pictograph_free);
}

/**
 * al_sheet_new:
 *
 * Returns: (transfer full): a sheet without text
 */
AlSheet *
al_sheet_new (void)
{
  AlSheet *self = g_new0 (AlSheet, 1);

  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, paragraph_clear);
  return self;
}

/**
 * al_sheet_free:
 * @self: a sheet
 *
 * Frees a sheet.
 */
void
al_sheet_free (AlSheet *self)
{
  g_array_unref (self->paragraphs);
  g_free (self);
}

/**
 * al_sheet_add:
 * @self: a sheet
 * @kind: how it looks
 * @text: (nullable): a paragraph; nothing is added without text
 *
 * Adds a paragraph.
 */
void
al_sheet_add (AlSheet *self, AlSheetKind kind, const char *text)
{
  const Paragraph paragraph = {.kind = kind, .text = g_strdup (text)};

  if (text != NULL && *text != '\0')
    g_array_append_val (self->paragraphs, paragraph);
  else
    g_free (paragraph.text);
}

/**
 * al_sheet_add_pictograph:
 * @self: a sheet
 * @pictograph: (transfer full): a picture; nothing is added without rows
 *
 * Adds a picture under what is there.
 */
void
al_sheet_add_pictograph (AlSheet *self, AlPictograph *pictograph)
{
  const Paragraph paragraph = {.kind = AL_SHEET_BODY, .pictograph = pictograph};

  if (al_pictograph_get_n_rows (pictograph) > 0)
    g_array_append_val (self->paragraphs, paragraph);
  else
    al_pictograph_free (pictograph);
}

/**
 * al_sheet_get_n_paragraphs:
 * @self: a sheet
 *
 * Returns: how many paragraphs and pictures it has
 */
guint
al_sheet_get_n_paragraphs (const AlSheet *self)
{
  return self->paragraphs->len;
}

static AlText
make_text (const Paragraph *paragraph, const AlPlotStyle *style, double width)
{
  AlText text = {.text = paragraph->text, .wrap = width};

  if (paragraph->kind == AL_SHEET_HEADING)
    text.bold = TRUE;
  if (paragraph->kind == AL_SHEET_CAPTION) {
    text.size = 0.85;
    text.color = &style->text_dim;
  }
  return text;
}

/* The first stands on top. */
static double
get_gap (const AlSheet *self, guint position, const AlPlotStyle *style)
{
  static const double gaps[] = {
      [AL_SHEET_HEADING] = GAP_HEADING,
      [AL_SHEET_BODY] = GAP_BODY,
      [AL_SHEET_CAPTION] = GAP_CAPTION,
  };
  const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, position);

  return position > 0 ? gaps[paragraph->kind] * style->font_size : 0;
}

/* Draws where there is something to draw on. Returns: the height */
static double
put_text (const Paragraph *paragraph, const AlPlotStyle *style, double width, cairo_t *cr, double y)
{
  const AlText text = make_text (paragraph, style, width);
  double text_width, text_height;

  if (cr != NULL)
    al_text_draw (&text, style, cr, 0, y);
  al_text_measure (&text, style, &text_width, &text_height);
  return text_height;
}

static double
put_pictograph (const Paragraph *paragraph, const AlPlotStyle *style, double width, cairo_t *cr,
                double y)
{
  al_pictograph_set_style (paragraph->pictograph, style);
  if (cr != NULL) {
    cairo_save (cr);
    cairo_translate (cr, 0, y);
    al_pictograph_draw (paragraph->pictograph, width, cr);
    cairo_restore (cr);
  }
  return al_pictograph_measure_height (paragraph->pictograph, width);
}

static double
lay_out (const AlSheet *self, const AlPlotStyle *style, double width, cairo_t *cr)
{
  double y = 0;

  for (guint i = 0; i < self->paragraphs->len; i++) {
    const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);

    y += get_gap (self, i, style);
    y += paragraph->pictograph != NULL ? put_pictograph (paragraph, style, width, cr, y)
                                       : put_text (paragraph, style, width, cr, y);
  }
  return y;
}

/**
 * al_sheet_measure_height:
 * @self: a sheet
 * @style: looks
 * @width: in pixels; lines are broken there
 *
 * Returns: how high it is, in pixels
 */
double
al_sheet_measure_height (const AlSheet *self, const AlPlotStyle *style, double width)
{
  return lay_out (self, style, width, NULL);
}

/**
 * al_sheet_draw:
 * @self: a sheet
 * @style: looks
 * @width: in pixels; lines are broken there
 * @cr: where to draw; the origin is the upper left corner
 *
 * Draws a sheet.
 */
void
al_sheet_draw (const AlSheet *self, const AlPlotStyle *style, double width, cairo_t *cr)
{
  lay_out (self, style, width, cr);
}

static double
measure_cb (double width, const AlPlotStyle *style, gpointer sheet)
{
  return al_sheet_measure_height (sheet, style, width);
}

static void
draw_cb (cairo_t *cr, double width, double height, const AlPlotStyle *style, gpointer sheet)
{
  al_sheet_draw (sheet, style, width, cr);
}

/**
 * al_sheet_write:
 * @self: a sheet
 * @page: title, width and looks; it is told what to draw and made as high as that needs
 * @path: the file
 * @error: (out) (optional): as al_page_write()
 *
 * Draws a sheet into a file.
 *
 * Returns: whether the file is there
 */
gboolean
al_sheet_write (AlSheet *self, AlPage *page, const char *path, GError **error)
{
  page->draw = draw_cb;
  page->user_data = self;
  al_page_fit_height (page, measure_cb);
  return al_page_write (page, path, error);
}
