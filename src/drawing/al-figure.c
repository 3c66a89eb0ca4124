/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-figure-private.h"

/* The last run is the one that matters: its loop is solid, as the live one on the screen. */
AlStroke
al_figure_get_stroke (const AlFigure *self, const AlPlotStyle *style, guint run)
{
  AlStroke stroke = style->role[self->runs[run].role];

  if (run + 1 == self->n_runs && self->view != AL_FIGURE_WAVES) {
    stroke.n_dash = 0;
    if (self->runs[run].role == AL_ROLE_BASELINE)
      stroke.color = al_color_mix (&stroke.color, &style->text, 0.5);
  }
  return stroke;
}

/* What stands at the marked moment, or at the last sample before it; %NULL for nothing. */
const AlSample *
al_figure_get_moment (const AlFigure *self)
{
  const AlFigureRun *run = &self->runs[self->n_runs - 1];
  const AlSample *found = NULL;

  for (gsize i = 0; self->has_moment && i < run->n_samples; i++) {
    if (run->samples[i].time_us <= self->moment_us)
      found = &run->samples[i];
  }
  return found;
}

/**
 * al_figure_draw:
 * @self: a figure
 * @cr: where to draw; the origin is the upper left corner of the figure
 * @width: room in pixels
 * @height: room in pixels
 * @style: looks
 *
 * Draws a figure without title and caption, which belong to the page. The ground is not painted.
 */
void
al_figure_draw (const AlFigure *self, cairo_t *cr, double width, double height,
                const AlPlotStyle *style)
{
  g_return_if_fail (self->n_runs > 0);

  switch (self->view) {
  case AL_FIGURE_WAVES:
    al_figure_draw_waves (self, cr, width, height, style);
    break;
  case AL_FIGURE_BOTH:
    al_figure_draw_both (self, cr, width, height, style);
    break;
  case AL_FIGURE_CIRCULATION:
    al_figure_draw_circulation (self, cr, width, height, style);
    break;
  case AL_FIGURE_PV:
  default:
    al_figure_draw_loops (self, cr, width, height, style);
    break;
  }
}

static void
draw_cb (cairo_t *cr, double width, double height, const AlPlotStyle *style, gpointer user_data)
{
  al_figure_draw (user_data, cr, width, height, style);
}

/**
 * al_figure_init_page:
 * @self: a figure; it outlives the page
 * @page: (out caller-allocates): a page without size and style
 *
 * Makes a page that has the figure on it, with its title and caption.
 */
void
al_figure_init_page (const AlFigure *self, AlPage *page)
{
  *page = (AlPage){
      .title = self->title,
      .caption = self->caption,
      .draw = draw_cb,
      .user_data = (gpointer) self,
  };
}

/**
 * al_figure_write:
 * @self: a figure
 * @path: the file, whose name ends in `.png`, `.svg` or `.pdf`
 * @style: looks
 * @width: of the whole page in pixels
 * @height: of the whole page in pixels
 * @error: (out) (optional): as [func@page_write]
 *
 * Draws a figure on a page of its own.
 *
 * Returns: whether the file is there
 */
gboolean
al_figure_write (const AlFigure *self, const char *path, AlStyleKind style, double width,
                 double height, GError **error)
{
  AlPage page;

  al_figure_init_page (self, &page);
  page.width = width;
  page.height = height;
  page.style = style;
  return al_page_write (&page, path, error);
}
