/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-figure-table.h"

/* Width of the schematic in parts of its height, where it has all the room it needs. */
#define NATURAL 0.77

/* The most of the width that the table takes, and its distance in parts of the text height. */
#define TABLE_SHARE 0.5
#define TABLE_GAP   3

static void
draw_schematic (const AlFigure *self, cairo_t *cr, double width, double height,
                const AlPlotStyle *style)
{
  g_autoptr (AlSchematic) schematic = al_schematic_new ();

  al_schematic_set_style (schematic, style);
  al_schematic_set_size (schematic, width, height);
  /* Beads say nothing on a picture that stands still. */
  al_schematic_set_arrows (schematic, !self->is_moving);
  al_schematic_set_state (schematic, self->circulation);
  al_schematic_draw_static (schematic, cr);
  al_schematic_draw_beat (schematic, cr);
  al_schematic_draw_live (schematic, cr);
  al_schematic_draw_front (schematic, cr);
}

/* Draws the circulation, with a table of the indices beside it where there is room for one. */
void
al_figure_draw_circulation (const AlFigure *self, cairo_t *cr, double width, double height,
                            const AlPlotStyle *style)
{
  AlFigureTable table = {
      .figure = self, .style = style, .is_brief = style->kind == AL_STYLE_PROJECTOR};
  double natural = MIN (NATURAL * height, width), gap = TABLE_GAP * style->font_size;
  double table_width, table_height, left;

  if (al_figure_table_fit (&table, MIN (TABLE_SHARE * width, width - natural - gap), height)) {
    al_figure_table_measure (&table, &table_width, &table_height);
    left = (width - natural - gap - table_width) / 2;
    al_figure_table_draw (&table, cr, left + natural + gap, (height - table_height) / 2);
  } else {
    left = (width - natural) / 2;
  }
  cairo_save (cr);
  cairo_translate (cr, left, 0);
  draw_schematic (self, cr, natural, height, style);
  cairo_restore (cr);
}
