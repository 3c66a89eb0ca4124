/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-figure-table.h"

/* Wider than this, the charts stand beside the loop, else under it. */
#define LANDSCAPE 1.45

/* Shares of the width and of the height that the loop has. */
#define LOOP_WIDTH  0.5
#define LOOP_HEIGHT 0.5

/* Text where a slide is not wide, as a share of the style's. */
#define SLIDE_TEXT 0.7

/* A plot wider than this, in parts of its height, stretches the loop. */
#define WIDEST_LOOP 1.15

/* The table over the charts leaves most of the height to them. */
#define TABLE_SHARE 0.36

/* Lengths in parts of the text height. */
#define GAP        1.8
#define TABLE_FOOT 1.4

/* The run that runs, without those it is compared with. */
static AlFigure
get_charts (const AlFigure *self, const AlPlotStyle *style)
{
  AlFigure charts = *self;

  charts.runs += self->n_runs - 1;
  charts.n_runs = 1;
  charts.is_brief = self->is_brief || style->kind == AL_STYLE_PROJECTOR;
  return charts;
}

/* Charts, with the table over them where there is room for one. */
static void
draw_right (const AlFigure *self, cairo_t *cr, double width, double height,
            const AlPlotStyle *style)
{
  const AlFigure charts = get_charts (self, style);
  AlFigureTable table = {.figure = self, .style = style, .is_brief = TRUE};
  double table_width, table_height, top = 0;

  if (al_figure_table_fit (&table, width, TABLE_SHARE * height)) {
    al_figure_table_measure (&table, &table_width, &table_height);
    al_figure_table_draw (&table, cr, (width - table_width) / 2, 0);
    top = table_height + TABLE_FOOT * style->font_size;
  }
  cairo_save (cr);
  cairo_translate (cr, 0, top);
  al_figure_draw_waves (&charts, cr, width, height - top, style);
  cairo_restore (cr);
}

static void
draw_beside (const AlFigure *self, cairo_t *cr, double width, double height,
             const AlPlotStyle *style)
{
  double gap = GAP * style->font_size;
  double loop = MIN (LOOP_WIDTH * width, WIDEST_LOOP * height);

  al_figure_draw_plot (self, cr, loop, height, style);
  cairo_save (cr);
  cairo_translate (cr, loop + gap, 0);
  draw_right (self, cr, width - loop - gap, height, style);
  cairo_restore (cr);
}

static void
draw_stacked (const AlFigure *self, cairo_t *cr, double width, double height,
              const AlPlotStyle *style)
{
  const AlFigure charts = get_charts (self, style);
  double gap = GAP * style->font_size, loop = LOOP_HEIGHT * height;

  al_figure_draw_loops (self, cr, width, loop, style);
  cairo_save (cr);
  cairo_translate (cr, 0, loop + gap);
  al_figure_draw_waves (&charts, cr, width, height - loop - gap, style);
  cairo_restore (cr);
}

/* Draws the loops of all runs, their indices, and the charts of the last run. */
void
al_figure_draw_both (const AlFigure *self, cairo_t *cr, double width, double height,
                     const AlPlotStyle *style)
{
  gboolean is_wide = width >= LANDSCAPE * height;
  AlPlotStyle fitted = *style;

  if (is_wide) {
    draw_beside (self, cr, width, height, style);
  } else if (style->kind == AL_STYLE_PROJECTOR) {
    /* Text for the tenth row leaves too little height for two plots. */
    al_plot_style_scale (&fitted, SLIDE_TEXT);
    draw_beside (self, cr, width, height, &fitted);
  } else {
    draw_stacked (self, cr, width, height, style);
  }
}
