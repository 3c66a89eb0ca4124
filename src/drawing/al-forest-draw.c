/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a forest plot looks once everything has its place. */

#include "al-forest-private.h"

#include "al-curve.h"

#include <math.h>

/* Lengths in parts of the text height. */
#define SQUARE_LARGEST 1.05
#define SQUARE_LEAST   0.34
#define SQUARE_PLAIN   0.62
#define DIAMOND_HEIGHT 0.95
#define ARROW          0.42
#define WORDS_GAP      0.9

static double
get_no_effect (const AlForestPlot *self)
{
  return self->axis.scale == AL_SCALE_LOG ? 1 : 0;
}

static void
draw_line (const AlForestPlot *self, cairo_t *cr, const AlColor *color, double width)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, width);
  al_color_set_source (color, cr);
  cairo_stroke (cr);
}

static void
add_rule (const AlForestPlot *self, cairo_t *cr, double y)
{
  double em = self->style.font_size;

  y = al_pixel_snap (y, self->style.hairline);
  cairo_move_to (cr, AL_FOREST_PADDING * em, y);
  cairo_line_to (cr, self->width - AL_FOREST_PADDING * em, y);
}

/* Names begin at the left edge of their column, numbers end at the right one. */
static double
get_anchor (const AlForestPlot *self, AlForestColumn column)
{
  const AlForestPlace *place = &self->places[column];

  return column == AL_FOREST_COLUMN_LABEL ? place->x : place->x + place->width;
}

static void
draw_header (const AlForestPlot *self, cairo_t *cr)
{
  double em = self->style.font_size;
  double bottom = self->rows_y - 2 * AL_FOREST_HEADER_GAP * em;

  for (guint i = 0; i < AL_FOREST_N_COLUMNS; i++) {
    AlText header = al_forest_header_text (al_forest_get_header (self, i), self->places[i].width);
    AlText subheader = al_forest_subheader_text (self, al_forest_get_subheader (i));
    double x = get_anchor (self, i);

    if (self->places[i].width <= 0 || header.text == NULL)
      continue;
    header.align_x = subheader.align_x = i == AL_FOREST_COLUMN_LABEL ? 0 : 1;
    header.align_y = subheader.align_y = 1;
    al_text_draw (&header, &self->style, cr, x,
                  bottom - al_forest_measure_text_height (self, &subheader));
    if (subheader.text != NULL)
      al_text_draw (&subheader, &self->style, cr, x, bottom);
  }
  add_rule (self, cr, self->rows_y - AL_FOREST_HEADER_GAP * em);
  draw_line (self, cr, &self->style.axis, self->style.hairline);
}

static void
draw_cells (const AlForestPlot *self, const AlForestLine *row, cairo_t *cr)
{
  const AlForestColumn columns[] = {AL_FOREST_COLUMN_DEVICE, AL_FOREST_COLUMN_CONTROL,
                                    AL_FOREST_COLUMN_EFFECT, AL_FOREST_COLUMN_WEIGHT};

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *cell = al_forest_format_cell (&row->data, columns[i]);
    const AlText text = {
        .text = cell, .bold = row->data.kind == AL_FOREST_SUMMARY, .align_x = 1, .align_y = 0.5};

    if (cell != NULL && self->places[columns[i]].width > 0)
      al_text_draw (&text, &self->style, cr, get_anchor (self, columns[i]),
                    row->y + row->height / 2);
  }
}

static void
draw_texts (const AlForestPlot *self, const AlForestLine *row, cairo_t *cr)
{
  const AlText label = al_forest_label_text (self, &row->data);
  const AlText detail = al_forest_detail_text (self, &row->data);
  double y = row->y + AL_FOREST_ROW_PADDING * self->style.font_size;
  double x = self->places[AL_FOREST_COLUMN_LABEL].x;

  al_text_draw (&label, &self->style, cr, x, y);
  if (detail.text != NULL)
    al_text_draw (&detail, &self->style, cr, x, y + al_forest_measure_text_height (self, &label));
  draw_cells (self, row, cr);
}

/* A square has the area of its weight; where nothing is pooled all are alike. */
static double
get_square (const AlForestPlot *self, const AlForestRow *row)
{
  double heaviest = 0;

  if (!al_forest_has_weight (row))
    return SQUARE_PLAIN * self->style.font_size;
  for (guint i = 0; i < self->rows->len; i++) {
    if (al_forest_has_weight (&al_forest_get_row (self, i)->data))
      heaviest = MAX (heaviest, al_forest_get_row (self, i)->data.weight_percent);
  }
  return MAX (SQUARE_LEAST, SQUARE_LARGEST * sqrt (row->weight_percent / heaviest)) *
         self->style.font_size;
}

static void
draw_arrow (const AlForestPlot *self, cairo_t *cr, double x, double y, double direction)
{
  double size = ARROW * self->style.font_size;

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - direction * size, y - 0.55 * size);
  cairo_line_to (cr, x - direction * size, y + 0.55 * size);
  cairo_close_path (cr);
  al_color_set_source (&self->style.text, cr);
  cairo_fill (cr);
}

/* The interval as far as the axis goes, with an arrow where it goes on. */
static void
draw_interval (const AlForestPlot *self, const AlForestRow *row, cairo_t *cr, double y)
{
  double low = al_axis_map (&self->axis, row->low);
  double high = al_axis_map (&self->axis, row->high);
  double inset = ARROW * self->style.font_size / 2;

  if (!isfinite (low) || !isfinite (high) || high < self->axis.start || low > self->axis.end)
    return;
  cairo_move_to (cr, low < self->axis.start ? self->axis.start + inset : low, y);
  cairo_line_to (cr, high > self->axis.end ? self->axis.end - inset : high, y);
  draw_line (self, cr, &self->style.text, 1.3 * self->style.hairline);
  if (low < self->axis.start)
    draw_arrow (self, cr, self->axis.start, y, -1);
  if (high > self->axis.end)
    draw_arrow (self, cr, self->axis.end, y, 1);
}

static gboolean
is_on_axis (const AlForestPlot *self, double x)
{
  return isfinite (x) && x >= self->axis.start && x <= self->axis.end;
}

static gboolean
is_pooled (const AlForestPlot *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    if (al_forest_has_weight (&al_forest_get_row (self, i)->data))
      return TRUE;
  }
  return FALSE;
}

/* A filled square; an open one for what the summary leaves out. */
static void
draw_study (const AlForestPlot *self, const AlForestRow *row, cairo_t *cr, double y)
{
  double x = al_axis_map (&self->axis, row->effect);
  double side = get_square (self, row);
  const AlColor color = al_color_mix (&self->style.text, &self->style.ground, 0.35);
  gboolean is_left_out = !al_forest_has_weight (row) && is_pooled (self);

  draw_interval (self, row, cr, y);
  if (!is_on_axis (self, x))
    return;
  cairo_rectangle (cr, x - side / 2, y - side / 2, side, side);
  al_color_set_source (is_left_out ? &self->style.ground : &color, cr);
  cairo_fill_preserve (cr);
  draw_line (self, cr, &color, 1.3 * self->style.hairline);
}

static void
draw_summary (const AlForestPlot *self, const AlForestRow *row, cairo_t *cr, double y)
{
  double x = al_axis_map (&self->axis, row->effect);
  double low = al_axis_map (&self->axis, row->low);
  double high = al_axis_map (&self->axis, row->high);
  double half = DIAMOND_HEIGHT * self->style.font_size / 2;

  if (!isfinite (x) || !isfinite (low) || !isfinite (high))
    return;
  cairo_save (cr);
  cairo_rectangle (cr, self->axis.start, y - half, self->axis.end - self->axis.start, 2 * half);
  cairo_clip (cr);
  cairo_move_to (cr, low, y);
  cairo_line_to (cr, x, y - half);
  cairo_line_to (cr, high, y);
  cairo_line_to (cr, x, y + half);
  cairo_close_path (cr);
  al_color_set_source (&self->style.text, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_row (const AlForestPlot *self, const AlForestLine *row, cairo_t *cr)
{
  double y = al_pixel_snap (row->y + row->height / 2, self->style.hairline);

  draw_texts (self, row, cr);
  if (!al_forest_is_effect (&row->data))
    return;
  if (row->data.kind == AL_FOREST_SUMMARY && row->y > self->rows_y) {
    add_rule (self, cr, row->y);
    draw_line (self, cr, &self->style.grid, self->style.hairline);
  }
  if (row->data.kind == AL_FOREST_SUMMARY)
    draw_summary (self, &row->data, cr, y);
  else
    draw_study (self, &row->data, cr, y);
}

static void
draw_grid (const AlForestPlot *self, cairo_t *cr)
{
  double no_effect = al_axis_map (&self->axis, get_no_effect (self));

  for (guint i = 0; i < self->ticks.n_values; i++) {
    double x = al_axis_map (&self->axis, self->ticks.value[i]);

    x = al_pixel_snap (x, self->style.hairline);
    cairo_move_to (cr, x, self->rows_y);
    cairo_line_to (cr, x, self->rows_end + AL_FOREST_AXIS_GAP * self->style.font_size);
  }
  draw_line (self, cr, &self->style.grid, self->style.hairline);
  if (!is_on_axis (self, no_effect))
    return;
  no_effect = al_pixel_snap (no_effect, self->style.hairline);
  cairo_move_to (cr, no_effect, self->rows_y - AL_FOREST_HEADER_GAP * self->style.font_size);
  cairo_line_to (cr, no_effect, self->rows_end + AL_FOREST_AXIS_GAP * self->style.font_size);
  draw_line (self, cr, &self->style.axis, self->style.hairline);
}

/* A dashed line up from the last pooled effect: which studies agree with it? */
static void
draw_pooled_line (const AlForestPlot *self, cairo_t *cr)
{
  const double dash[] = {3 * self->style.hairline, 3 * self->style.hairline};

  for (guint i = self->rows->len; i > 0; i--) {
    const AlForestLine *row = al_forest_get_row (self, i - 1);
    double x = al_axis_map (&self->axis, row->data.effect);

    if (row->data.kind != AL_FOREST_SUMMARY || !is_on_axis (self, x))
      continue;
    cairo_move_to (cr, x, self->rows_y);
    cairo_line_to (cr, x, row->y + row->height / 2);
    cairo_set_dash (cr, dash, 2, 0);
    cairo_set_line_width (cr, self->style.hairline);
    al_color_set_source (&self->style.text_dim, cr);
    cairo_stroke (cr);
    return;
  }
}

/* On a logarithmic axis with as many decimals as the number needs. */
static char *
format_tick (const AlForestPlot *self, guint index)
{
  double value = self->ticks.value[index];
  int decimals = 0;

  if (self->axis.scale == AL_SCALE_LINEAR)
    return al_ticks_format (&self->ticks, index);
  while (decimals < 3 && fabs (value - round (value)) > 1e-6) {
    value *= 10;
    decimals++;
  }
  return al_format_number (self->ticks.value[index], decimals);
}

static void
draw_ticks (const AlForestPlot *self, cairo_t *cr, double y)
{
  double em = self->style.font_size;
  double free_from = -G_MAXDOUBLE;

  for (guint i = 0; i < self->ticks.n_values; i++) {
    g_autofree char *label = format_tick (self, i);
    const AlText text = {.text = label,
                         .size = AL_FOREST_HEADER_SIZE,
                         .color = &self->style.text_dim,
                         .align_x = 0.5};
    double x = al_axis_map (&self->axis, self->ticks.value[i]);
    double half = al_forest_measure_text_width (self, &text) / 2;

    cairo_move_to (cr, al_pixel_snap (x, self->style.hairline), y);
    cairo_line_to (cr, al_pixel_snap (x, self->style.hairline), y + AL_FOREST_TICK_LENGTH * em);
    draw_line (self, cr, &self->style.axis, self->style.hairline);
    if (x - half < free_from)
      continue;
    al_text_draw (&text, &self->style, cr, x, y + (AL_FOREST_TICK_LENGTH + 0.1) * em);
    free_from = x + half + 0.5 * em;
  }
}

/* What it means to stand left or right of no effect. */
static void
draw_words (const AlForestPlot *self, cairo_t *cr, double y)
{
  double em = self->style.font_size;
  double middle = al_axis_map (&self->axis, get_no_effect (self));
  AlText text = {.text = self->favours_device,
                 .size = AL_FOREST_HEADER_SIZE,
                 .align_x = 1,
                 .wrap = AL_FOREST_WORDS_WIDTH * em};

  if (!is_on_axis (self, middle))
    return;
  if (text.text != NULL)
    al_text_draw (&text, &self->style, cr, middle - WORDS_GAP * em, y);
  text.text = self->favours_control;
  text.align_x = 0;
  if (text.text != NULL)
    al_text_draw (&text, &self->style, cr, middle + WORDS_GAP * em, y);
}

static void
draw_axis (const AlForestPlot *self, cairo_t *cr)
{
  double em = self->style.font_size;
  double y = al_pixel_snap (self->rows_end + AL_FOREST_AXIS_GAP * em, self->style.hairline);

  cairo_move_to (cr, self->axis.start, y);
  cairo_line_to (cr, self->axis.end, y);
  draw_line (self, cr, &self->style.axis, self->style.hairline);
  draw_ticks (self, cr, y);
  draw_words (self, cr, y + (AL_FOREST_TICK_LENGTH + 1.75) * em);
}

/**
 * al_forest_plot_draw:
 * @self: a plot
 * @cr: where to draw
 *
 * Draws the plot, as wide as was set and as high as it measures.
 */
void
al_forest_plot_draw (const AlForestPlot *self, cairo_t *cr)
{
  cairo_save (cr);
  draw_header (self, cr);
  draw_grid (self, cr);
  draw_pooled_line (self, cr);
  draw_axis (self, cr);
  for (guint i = 0; i < self->rows->len; i++)
    draw_row (self, al_forest_get_row (self, i), cr);
  cairo_restore (cr);
}
