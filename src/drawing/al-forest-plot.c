/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows, columns and the axis of a forest plot: where everything stands. */

#include "al-forest-private.h"

#include <math.h>

/* Lengths in parts of the text height. */
#define LABEL_WIDTH   17.0
#define COUNT_WIDTH   7.0
#define COLUMN_GAP    1.6
#define PLOT_SMALLEST 13.0
#define PLOT_LARGEST  56.0
#define PLOT_ROOMY    20.0
#define TICK_SPACING  3.0

/* The ends of a logarithmic axis, and their inverses. */
static const double log_ends[] = {2, 3, 6, 10, 20, 50, 100};

/* Numbers on a logarithmic axis that is too short for the 1-2-5 rule. */
static const double close_ticks[] = {0.5, 0.75, 1, 1.5, 2};
#define CLOSE_END 3

/* How far text grows or shrinks to fill a page. */
#define LARGEST_FIT  1.5
#define SMALLEST_FIT 0.6

/* An interval may leave the axis beyond this; an effect may not. */
#define LOG_END_FOR_INTERVALS 10

static void update (AlForestPlot *self);

static void
clear_row (gpointer row)
{
  g_free ((char *) ((AlForestLine *) row)->data.label);
  g_free ((char *) ((AlForestLine *) row)->data.detail);
}

/**
 * al_forest_plot_new:
 * @titles: headings; copied
 * @scale: logarithmic for ratios, linear for differences
 *
 * An empty plot, 700 pixels wide, in the light style.
 *
 * Returns: (transfer full): a plot
 */
AlForestPlot *
al_forest_plot_new (const AlForestTitles *titles, AlScale scale)
{
  AlForestPlot *self = g_new0 (AlForestPlot, 1);

  self->measure = g_strdup (titles->measure);
  self->device = g_strdup (titles->device);
  self->control = g_strdup (titles->control);
  self->favours_device = g_strdup (titles->favours_device);
  self->favours_control = g_strdup (titles->favours_control);
  self->rows = g_array_new (FALSE, FALSE, sizeof (AlForestLine));
  g_array_set_clear_func (self->rows, clear_row);
  self->axis.scale = scale;
  self->width = 700;
  al_plot_style_init (&self->style, AL_STYLE_LIGHT);
  update (self);
  return self;
}

/**
 * al_forest_plot_free:
 * @self: (transfer full) (nullable): a plot
 *
 * Frees a plot.
 */
void
al_forest_plot_free (AlForestPlot *self)
{
  if (self == NULL)
    return;
  g_free (self->measure);
  g_free (self->device);
  g_free (self->control);
  g_free (self->favours_device);
  g_free (self->favours_control);
  g_array_unref (self->rows);
  g_free (self);
}

/* How far from no effect a value is, on the axis: as a ratio above 1, or as a difference. */
static double
get_distance (const AlForestPlot *self, double value)
{
  if (self->axis.scale == AL_SCALE_LINEAR)
    return fabs (value);
  return value > 0 ? MAX (value, 1 / value) : NAN;
}

/* No effect stands in the middle, so that neither side looks farther away than it is. */
static AlRange
choose_range (const AlForestPlot *self)
{
  AlRange effects = AL_RANGE_EMPTY, intervals = AL_RANGE_EMPTY;
  double reach;

  for (guint i = 0; i < self->rows->len; i++) {
    const AlForestRow *row = &al_forest_get_row (self, i)->data;

    if (!al_forest_is_effect (row))
      continue;
    al_range_include (&effects, get_distance (self, row->effect));
    al_range_include (&intervals, get_distance (self, row->low));
    al_range_include (&intervals, get_distance (self, row->high));
  }
  if (self->axis.scale == AL_SCALE_LINEAR) {
    al_range_include_range (&effects, &intervals);
    reach = al_range_nice (&effects).high;
    return (AlRange){-reach, reach};
  }
  reach = MAX (effects.high, MIN (intervals.high, LOG_END_FOR_INTERVALS));
  for (guint i = 0; i < G_N_ELEMENTS (log_ends); i++) {
    if (reach <= log_ends[i])
      return (AlRange){1 / log_ends[i], log_ends[i]};
  }
  return (AlRange){1 / 100.0, 100};
}

/* Width of a column of numbers: 0 where no row has any. */
static double
measure_numbers (const AlForestPlot *self, AlForestColumn column)
{
  const AlText header = al_forest_header_text (al_forest_get_header (self, column),
                                               COUNT_WIDTH * self->style.font_size);
  const AlText subheader = al_forest_subheader_text (self, al_forest_get_subheader (column));
  double widest = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    const AlForestRow *row = &al_forest_get_row (self, i)->data;
    g_autofree char *cell = al_forest_format_cell (row, column);
    const AlText text = {.text = cell, .bold = row->kind == AL_FOREST_SUMMARY};

    widest = MAX (widest, al_forest_measure_text_width (self, &text));
  }
  if (widest > 0)
    widest = MAX (widest, MAX (al_forest_measure_text_width (self, &header),
                               al_forest_measure_text_width (self, &subheader)));
  return widest;
}

static double
measure_labels (const AlForestPlot *self)
{
  double widest = 6 * self->style.font_size;

  for (guint i = 0; i < self->rows->len; i++) {
    const AlForestRow *row = &al_forest_get_row (self, i)->data;
    AlText label = {.text = row->label, .bold = row->kind == AL_FOREST_SUMMARY};
    AlText detail = {.text = row->detail, .size = AL_FOREST_DETAIL_SIZE};

    if (row->kind != AL_FOREST_STUDY && row->kind != AL_FOREST_SUMMARY)
      continue;
    widest = MAX (widest, MAX (al_forest_measure_text_width (self, &label),
                               al_forest_measure_text_width (self, &detail)));
  }
  return MIN (widest, LABEL_WIDTH * self->style.font_size);
}

/* Room that is left for the plot beside the columns that have a width. */
static double
get_plot_room (const AlForestPlot *self, double width)
{
  double room = width - 2 * AL_FOREST_PADDING * self->style.font_size;

  for (guint i = 0; i < AL_FOREST_N_COLUMNS; i++) {
    if (i != AL_FOREST_COLUMN_PLOT && self->places[i].width > 0)
      room -= self->places[i].width + COLUMN_GAP * self->style.font_size;
  }
  return room;
}

/* Where there is little room, weights go first and counts next: the effect says most. */
static void
choose_columns (AlForestPlot *self)
{
  double least = PLOT_SMALLEST * self->style.font_size;

  self->label_width = measure_labels (self);
  self->places[AL_FOREST_COLUMN_LABEL].width = self->label_width;
  self->places[AL_FOREST_COLUMN_DEVICE].width = measure_numbers (self, AL_FOREST_COLUMN_DEVICE);
  self->places[AL_FOREST_COLUMN_CONTROL].width = measure_numbers (self, AL_FOREST_COLUMN_CONTROL);
  self->places[AL_FOREST_COLUMN_EFFECT].width = measure_numbers (self, AL_FOREST_COLUMN_EFFECT);
  self->places[AL_FOREST_COLUMN_WEIGHT].width = measure_numbers (self, AL_FOREST_COLUMN_WEIGHT);
  if (get_plot_room (self, self->width) < least)
    self->places[AL_FOREST_COLUMN_WEIGHT].width = 0;
  if (get_plot_room (self, self->width) < least)
    self->places[AL_FOREST_COLUMN_DEVICE].width = self->places[AL_FOREST_COLUMN_CONTROL].width = 0;
}

static void
place_columns (AlForestPlot *self)
{
  double em = self->style.font_size;
  double x = AL_FOREST_PADDING * em;
  double room, plot;

  choose_columns (self);
  room = get_plot_room (self, self->width);
  plot = CLAMP (room, PLOT_SMALLEST * em, PLOT_LARGEST * em);
  /* What the plot cannot use widens the column of names, so that the table fills its width. */
  self->places[AL_FOREST_COLUMN_LABEL].width += MAX (0, room - plot);
  self->places[AL_FOREST_COLUMN_PLOT].width = plot;
  for (guint i = 0; i < AL_FOREST_N_COLUMNS; i++) {
    self->places[i].x = x;
    if (self->places[i].width > 0)
      x += self->places[i].width + COLUMN_GAP * em;
  }
}

static double
measure_header (const AlForestPlot *self)
{
  double tallest = 0;

  for (guint i = 0; i < AL_FOREST_N_COLUMNS; i++) {
    const AlText header =
        al_forest_header_text (al_forest_get_header (self, i), COUNT_WIDTH * self->style.font_size);
    const AlText subheader = al_forest_subheader_text (self, al_forest_get_subheader (i));

    if (header.text != NULL)
      tallest = MAX (tallest, al_forest_measure_text_height (self, &header) +
                                  al_forest_measure_text_height (self, &subheader));
  }
  return tallest;
}

static double
measure_words (const AlForestPlot *self)
{
  double wrap = AL_FOREST_WORDS_WIDTH * self->style.font_size;
  const AlText left = {.text = self->favours_device, .size = AL_FOREST_HEADER_SIZE, .wrap = wrap};
  const AlText right = {.text = self->favours_control, .size = AL_FOREST_HEADER_SIZE, .wrap = wrap};

  return MAX (al_forest_measure_text_height (self, &left),
              al_forest_measure_text_height (self, &right));
}

static void
place_rows (AlForestPlot *self)
{
  double em = self->style.font_size;
  double y = AL_FOREST_PADDING * em + measure_header (self) + 2 * AL_FOREST_HEADER_GAP * em;

  self->rows_y = y;
  self->rows_end = y;
  for (guint i = 0; i < self->rows->len; i++) {
    AlForestLine *row = al_forest_get_row (self, i);
    const AlText label = al_forest_label_text (self, &row->data);
    const AlText detail = al_forest_detail_text (self, &row->data);

    row->y = y;
    row->height = al_forest_measure_text_height (self, &label) +
                  al_forest_measure_text_height (self, &detail) + 2 * AL_FOREST_ROW_PADDING * em;
    y += row->height;
    if (al_forest_is_effect (&row->data))
      self->rows_end = y;
  }
  self->height = y;
}

static double
get_axis_height (const AlForestPlot *self)
{
  return (AL_FOREST_AXIS_GAP + AL_FOREST_TICK_LENGTH + 2.0) * self->style.font_size +
         measure_words (self);
}

/* Notes after the last effect stand under the axis, so that the axis touches what it measures. */
static void
make_room_for_axis (AlForestPlot *self)
{
  double axis_height = get_axis_height (self);

  for (guint i = 0; i < self->rows->len; i++) {
    AlForestLine *row = al_forest_get_row (self, i);

    if (row->y >= self->rows_end)
      row->y += axis_height;
  }
  self->height += axis_height + AL_FOREST_PADDING * self->style.font_size;
}

static void
set_ticks (AlForestPlot *self)
{
  double n_wanted =
      self->places[AL_FOREST_COLUMN_PLOT].width / (TICK_SPACING * self->style.font_size);

  al_ticks_init (&self->ticks, &self->axis.range, self->axis.scale, (guint) n_wanted);
  if (self->axis.scale != AL_SCALE_LOG || self->axis.range.low < 1.0 / CLOSE_END ||
      self->axis.range.high > CLOSE_END)
    return;
  self->ticks.n_values = 0;
  for (guint i = 0; i < G_N_ELEMENTS (close_ticks); i++) {
    if (close_ticks[i] >= self->axis.range.low && close_ticks[i] <= self->axis.range.high)
      self->ticks.value[self->ticks.n_values++] = close_ticks[i];
  }
}

static void
update (AlForestPlot *self)
{

  place_columns (self);
  place_rows (self);
  make_room_for_axis (self);
  if (!self->has_range)
    self->axis.range = choose_range (self);
  self->axis.start = self->places[AL_FOREST_COLUMN_PLOT].x;
  self->axis.end = self->axis.start + self->places[AL_FOREST_COLUMN_PLOT].width;
  set_ticks (self);
}

/**
 * al_forest_plot_add_row:
 * @self: a plot
 * @row: a row; copied
 *
 * Adds a row at the bottom. Unless a range was set, the axis follows.
 */
void
al_forest_plot_add_row (AlForestPlot *self, const AlForestRow *row)
{
  AlForestLine added = {.data = *row};

  added.data.label = g_strdup (row->label != NULL ? row->label : "");
  added.data.detail = g_strdup (row->detail);
  g_array_append_val (self->rows, added);
  update (self);
}

/**
 * al_forest_plot_set_style:
 * @self: a plot
 * @style: looks; copied
 *
 * Changes the looks, and with them the size.
 */
void
al_forest_plot_set_style (AlForestPlot *self, const AlPlotStyle *style)
{
  self->style = *style;
  update (self);
}

/**
 * al_forest_plot_set_width:
 * @self: a plot
 * @width: pixels
 *
 * Sets the width. In a narrow plot the columns of weights and of counts are left out.
 */
void
al_forest_plot_set_width (AlForestPlot *self, double width)
{
  self->width = width;
  update (self);
}

/* Whether all columns are there beside a plot that is not cramped. */
static gboolean
is_roomy (const AlForestPlot *self)
{
  const AlForestColumn columns[] = {AL_FOREST_COLUMN_DEVICE, AL_FOREST_COLUMN_CONTROL,
                                    AL_FOREST_COLUMN_WEIGHT};

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    if (self->places[columns[i]].width <= 0 && measure_numbers (self, columns[i]) > 0)
      return FALSE;
  }
  return self->places[AL_FOREST_COLUMN_PLOT].width >= PLOT_ROOMY * self->style.font_size;
}

/**
 * al_forest_plot_fit:
 * @self: a plot
 * @style: looks; copied
 * @width: room in pixels
 * @height: room in pixels
 *
 * Makes text and strokes as large as fills a page well, and small enough that nothing is left out
 * of it, as far as that can still be read.
 */
void
al_forest_plot_fit (AlForestPlot *self, const AlPlotStyle *style, double width, double height)
{
  self->width = width;
  for (double factor = LARGEST_FIT; factor >= SMALLEST_FIT; factor -= 0.05) {
    self->style = *style;
    al_plot_style_scale (&self->style, factor);
    update (self);
    if (self->height <= height && is_roomy (self))
      return;
  }
}

/**
 * al_forest_plot_set_range:
 * @self: a plot
 * @range: what the axis shows; above 0 for ratios
 *
 * Sets the axis, as for two plots that are compared. Otherwise the plot chooses a round range with
 * no effect in its middle.
 */
void
al_forest_plot_set_range (AlForestPlot *self, AlRange range)
{
  self->has_range = TRUE;
  self->axis.range = range;
  update (self);
}

/**
 * al_forest_plot_get_range:
 * @self: a plot
 *
 * What the axis shows.
 *
 * Returns: a range on the natural scale
 */
AlRange
al_forest_plot_get_range (const AlForestPlot *self)
{
  return self->axis.range;
}

/**
 * al_forest_plot_measure_height:
 * @self: a plot
 *
 * How much room the plot takes, whatever its width.
 *
 * Returns: pixels
 */
double
al_forest_plot_measure_height (const AlForestPlot *self)
{
  return self->height;
}

/**
 * al_forest_plot_measure_width:
 * @self: a plot
 *
 * The least width: that of names, plot and effects.
 *
 * Returns: pixels
 */
double
al_forest_plot_measure_width (const AlForestPlot *self)
{
  return measure_labels (self) + measure_numbers (self, AL_FOREST_COLUMN_EFFECT) +
         (2 * AL_FOREST_PADDING + 2 * COLUMN_GAP + PLOT_SMALLEST) * self->style.font_size;
}

/**
 * al_forest_plot_get_row_at:
 * @self: a plot
 * @y: pixel
 *
 * Which row is at a height.
 *
 * Returns: the number of the row, -1 where there is none
 */
int
al_forest_plot_get_row_at (const AlForestPlot *self, double y)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const AlForestLine *row = al_forest_get_row (self, i);

    if (y >= row->y && y < row->y + row->height)
      return (int) i;
  }
  return -1;
}

/**
 * al_forest_plot_get_x:
 * @self: a plot
 * @effect: on the natural scale
 *
 * Where an effect stands; it may be outside of the axis.
 *
 * Returns: a pixel, NAN for what has no place
 */
double
al_forest_plot_get_x (const AlForestPlot *self, double effect)
{
  return al_axis_map (&self->axis, effect);
}
