/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-figure-private.h"

typedef struct {
  const AlFigure *figure;
} Drawing;

/* The last run is the one that matters: its loop is solid, as the live one on the screen. */
AlStroke
al_figure_get_stroke (const AlFigure *self, const AlPlotStyle *style, guint run)
{
  AlStroke stroke = style->role[self->runs[run].role];

  if (run + 1 == self->n_runs && self->view == AL_FIGURE_PV) {
    stroke.n_dash = 0;
    if (self->runs[run].role == AL_ROLE_BASELINE)
      stroke.color = al_color_mix (&stroke.color, &style->text, 0.5);
  }
  return stroke;
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
  case AL_FIGURE_PV:
  default:
    al_figure_draw_loops (self, cr, width, height, style);
    break;
  }
}

static void
draw_cb (cairo_t *cr, double width, double height, const AlPlotStyle *style, gpointer user_data)
{
  al_figure_draw (((const Drawing *) user_data)->figure, cr, width, height, style);
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
  Drawing drawing = {self};
  const AlPage page = {
      .title = self->title,
      .caption = self->caption,
      .width = width,
      .height = height,
      .style = style,
      .draw = draw_cb,
      .user_data = &drawing,
  };

  return al_page_write (&page, path, error);
}
