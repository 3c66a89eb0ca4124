/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-forest-plot.h"

#include "config.h"

#include "al-curve.h"
#include "al-text.h"
#include "al-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lengths in parts of the text height. */
#define PADDING        0.9
#define ROW_PADDING    0.42
#define LABEL_WIDTH    17.0
#define COUNT_WIDTH    7.0
#define COLUMN_GAP     1.6
#define PLOT_SMALLEST  13.0
#define PLOT_LARGEST   56.0
#define PLOT_ROOMY     20.0
#define HEADER_GAP     0.45
#define DETAIL_SIZE    0.86
#define HEADER_SIZE    0.92
#define AXIS_GAP       0.5
#define TICK_LENGTH    0.35
#define TICK_SPACING   3.0
#define SQUARE_LARGEST 1.05
#define SQUARE_LEAST   0.34
#define SQUARE_PLAIN   0.62
#define DIAMOND_HEIGHT 0.95
#define ARROW          0.42
#define WORDS_GAP      0.9
#define WORDS_WIDTH    13.0

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

typedef enum {
  COLUMN_LABEL,
  COLUMN_DEVICE,
  COLUMN_CONTROL,
  COLUMN_PLOT,
  COLUMN_EFFECT,
  COLUMN_WEIGHT,
  N_COLUMNS
} Column;

/* Where a column stands; one without width is left out. */
typedef struct {
  double x;
  double width;
} Place;

typedef struct {
  AlForestRow data; /* whose texts are the row's own */
  double y;
  double height;
} Row;

struct _AlForestPlot {
  char *measure;
  char *device;
  char *control;
  char *favours_device;
  char *favours_control;
  GArray *rows;
  AlPlotStyle style;
  double width;
  gboolean has_range; /* that a caller gave */
  AlAxis axis;
  AlTicks ticks;
  Place places[N_COLUMNS];
  double label_width; /* at which names are wrapped: less than their column may have */
  double rows_y;
  double rows_end;
  double height;
};

static void update (AlForestPlot *self);

static void
clear_row (gpointer row)
{
  g_free ((char *) ((Row *) row)->data.label);
  g_free ((char *) ((Row *) row)->data.detail);
}

static Row *
get_row (const AlForestPlot *self, guint index)
{
  return &g_array_index (self->rows, Row, index);
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
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
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

static double
get_no_effect (const AlForestPlot *self)
{
  return self->axis.scale == AL_SCALE_LOG ? 1 : 0;
}

static gboolean
has_counts (const AlForestRow *row)
{
  return (row->kind == AL_FOREST_STUDY || row->kind == AL_FOREST_SUMMARY) &&
         (row->n_device >= 0 || row->n_control >= 0);
}

static gboolean
has_weight (const AlForestRow *row)
{
  return row->kind == AL_FOREST_STUDY && isfinite (row->weight_percent);
}

static gboolean
is_effect (const AlForestRow *row)
{
  return (row->kind == AL_FOREST_STUDY || row->kind == AL_FOREST_SUMMARY) && isfinite (row->effect);
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
    const AlForestRow *row = &get_row (self, i)->data;

    if (!is_effect (row))
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

/* Texts of the table. */

static AlText
label_text (const AlForestPlot *self, const AlForestRow *row)
{
  AlText text = {.text = row->label, .wrap = self->label_width};

  text.bold = row->kind == AL_FOREST_SUMMARY || row->kind == AL_FOREST_HEADING;
  if (row->kind == AL_FOREST_NOTE) {
    text.color = &self->style.text_dim;
    text.size = DETAIL_SIZE;
  }
  /* A line of text may run through the whole table. */
  if (row->kind == AL_FOREST_NOTE || row->kind == AL_FOREST_HEADING)
    text.wrap = al_forest_plot_measure_width (self) - 2 * PADDING * self->style.font_size;
  return text;
}

static AlText
detail_text (const AlForestPlot *self, const AlForestRow *row)
{
  return (AlText){.text = row->detail,
                  .size = DETAIL_SIZE,
                  .color = &self->style.text_dim,
                  .wrap = self->label_width};
}

static AlText
header_text (const char *text, double wrap)
{
  return (AlText){.text = text, .size = HEADER_SIZE, .bold = TRUE, .wrap = wrap};
}

static AlText
subheader_text (const AlForestPlot *self, const char *text)
{
  return (AlText){.text = text, .size = DETAIL_SIZE, .color = &self->style.text_dim};
}

static char *
format_counts (int events, int n)
{
  if (events < 0 || n < 0)
    return n < 0 ? g_strdup ("\342\200\223") : g_strdup_printf ("%d", n);
  return g_strdup_printf ("%d/%d", events, n);
}

static char *
format_effect (const AlForestRow *row)
{
  g_autofree char *effect = al_format_number (row->effect, 2);
  g_autofree char *low = al_format_number (row->low, 2);
  g_autofree char *high = al_format_number (row->high, 2);

  if (!isfinite (row->low) || !isfinite (row->high))
    return g_steal_pointer (&effect);
  /* Translators: an effect and its 95 % interval, such as 0.90 (0.75 to 1.08) */
  return g_strdup_printf (_ ("%s (%s to %s)"), effect, low, high);
}

static char *
format_cell (const AlForestRow *row, Column column)
{
  switch (column) {
  case COLUMN_DEVICE:
    return has_counts (row) ? format_counts (row->events_device, row->n_device) : NULL;
  case COLUMN_CONTROL:
    return has_counts (row) ? format_counts (row->events_control, row->n_control) : NULL;
  case COLUMN_EFFECT:
    return is_effect (row) ? format_effect (row) : NULL;
  case COLUMN_WEIGHT:
    /* Translators: a weight in per cent */
    return has_weight (row) ? g_strdup_printf (_ ("%.1f %%"), row->weight_percent) : NULL;
  case COLUMN_LABEL:
  case COLUMN_PLOT:
  case N_COLUMNS:
  default:
    return NULL;
  }
}

static const char *
get_header (const AlForestPlot *self, Column column)
{
  switch (column) {
  case COLUMN_LABEL:
    return _ ("Study");
  case COLUMN_DEVICE:
    return self->device;
  case COLUMN_CONTROL:
    return self->control;
  case COLUMN_EFFECT:
    return self->measure;
  case COLUMN_WEIGHT:
    return _ ("Weight");
  case COLUMN_PLOT:
  case N_COLUMNS:
  default:
    return NULL;
  }
}

static const char *
get_subheader (Column column)
{
  switch (column) {
  case COLUMN_DEVICE:
  case COLUMN_CONTROL:
    return _ ("events/people");
  case COLUMN_EFFECT:
    return _ ("(95 % interval)");
  case COLUMN_LABEL:
  case COLUMN_PLOT:
  case COLUMN_WEIGHT:
  case N_COLUMNS:
  default:
    return NULL;
  }
}

static void
measure (const AlForestPlot *self, const AlText *text, double *width, double *height)
{
  *width = *height = 0;
  if (text->text != NULL && *text->text != '\0')
    al_text_measure (text, &self->style, width, height);
}

static double
measure_width (const AlForestPlot *self, const AlText *text)
{
  double width, height;

  measure (self, text, &width, &height);
  return width;
}

static double
measure_height (const AlForestPlot *self, const AlText *text)
{
  double width, height;

  measure (self, text, &width, &height);
  return height;
}

/* Width of a column of numbers: 0 where no row has any. */
static double
measure_numbers (const AlForestPlot *self, Column column)
{
  const AlText header =
      header_text (get_header (self, column), COUNT_WIDTH * self->style.font_size);
  const AlText subheader = subheader_text (self, get_subheader (column));
  double widest = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    const AlForestRow *row = &get_row (self, i)->data;
    g_autofree char *cell = format_cell (row, column);
    const AlText text = {.text = cell, .bold = row->kind == AL_FOREST_SUMMARY};

    widest = MAX (widest, measure_width (self, &text));
  }
  if (widest > 0)
    widest = MAX (widest, MAX (measure_width (self, &header), measure_width (self, &subheader)));
  return widest;
}

static double
measure_labels (const AlForestPlot *self)
{
  double widest = 6 * self->style.font_size;

  for (guint i = 0; i < self->rows->len; i++) {
    const AlForestRow *row = &get_row (self, i)->data;
    AlText label = {.text = row->label, .bold = row->kind == AL_FOREST_SUMMARY};
    AlText detail = {.text = row->detail, .size = DETAIL_SIZE};

    if (row->kind != AL_FOREST_STUDY && row->kind != AL_FOREST_SUMMARY)
      continue;
    widest = MAX (widest, MAX (measure_width (self, &label), measure_width (self, &detail)));
  }
  return MIN (widest, LABEL_WIDTH * self->style.font_size);
}

/* Room that is left for the plot beside the columns that have a width. */
static double
get_plot_room (const AlForestPlot *self, double width)
{
  double room = width - 2 * PADDING * self->style.font_size;

  for (guint i = 0; i < N_COLUMNS; i++) {
    if (i != COLUMN_PLOT && self->places[i].width > 0)
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
  self->places[COLUMN_LABEL].width = self->label_width;
  self->places[COLUMN_DEVICE].width = measure_numbers (self, COLUMN_DEVICE);
  self->places[COLUMN_CONTROL].width = measure_numbers (self, COLUMN_CONTROL);
  self->places[COLUMN_EFFECT].width = measure_numbers (self, COLUMN_EFFECT);
  self->places[COLUMN_WEIGHT].width = measure_numbers (self, COLUMN_WEIGHT);
  if (get_plot_room (self, self->width) < least)
    self->places[COLUMN_WEIGHT].width = 0;
  if (get_plot_room (self, self->width) < least)
    self->places[COLUMN_DEVICE].width = self->places[COLUMN_CONTROL].width = 0;
}

static void
place_columns (AlForestPlot *self)
{
  double em = self->style.font_size;
  double x = PADDING * em;
  double room, plot;

  choose_columns (self);
  room = get_plot_room (self, self->width);
  plot = CLAMP (room, PLOT_SMALLEST * em, PLOT_LARGEST * em);
  /* What the plot cannot use widens the column of names, so that the table fills its width. */
  self->places[COLUMN_LABEL].width += MAX (0, room - plot);
  self->places[COLUMN_PLOT].width = plot;
  for (guint i = 0; i < N_COLUMNS; i++) {
    self->places[i].x = x;
    if (self->places[i].width > 0)
      x += self->places[i].width + COLUMN_GAP * em;
  }
}

static double
measure_header (const AlForestPlot *self)
{
  double tallest = 0;

  for (guint i = 0; i < N_COLUMNS; i++) {
    const AlText header = header_text (get_header (self, i), COUNT_WIDTH * self->style.font_size);
    const AlText subheader = subheader_text (self, get_subheader (i));

    if (header.text != NULL)
      tallest = MAX (tallest, measure_height (self, &header) + measure_height (self, &subheader));
  }
  return tallest;
}

static double
measure_words (const AlForestPlot *self)
{
  double wrap = WORDS_WIDTH * self->style.font_size;
  const AlText left = {.text = self->favours_device, .size = HEADER_SIZE, .wrap = wrap};
  const AlText right = {.text = self->favours_control, .size = HEADER_SIZE, .wrap = wrap};

  return MAX (measure_height (self, &left), measure_height (self, &right));
}

static void
place_rows (AlForestPlot *self)
{
  double em = self->style.font_size;
  double y = PADDING * em + measure_header (self) + 2 * HEADER_GAP * em;

  self->rows_y = y;
  self->rows_end = y;
  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = get_row (self, i);
    const AlText label = label_text (self, &row->data);
    const AlText detail = detail_text (self, &row->data);

    row->y = y;
    row->height =
        measure_height (self, &label) + measure_height (self, &detail) + 2 * ROW_PADDING * em;
    y += row->height;
    if (is_effect (&row->data))
      self->rows_end = y;
  }
  self->height = y;
}

static double
get_axis_height (const AlForestPlot *self)
{
  return (AXIS_GAP + TICK_LENGTH + 2.0) * self->style.font_size + measure_words (self);
}

/* Notes after the last effect stand under the axis, so that the axis touches what it measures. */
static void
make_room_for_axis (AlForestPlot *self)
{
  double axis_height = get_axis_height (self);

  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = get_row (self, i);

    if (row->y >= self->rows_end)
      row->y += axis_height;
  }
  self->height += axis_height + PADDING * self->style.font_size;
}

static void
set_ticks (AlForestPlot *self)
{
  double n_wanted = self->places[COLUMN_PLOT].width / (TICK_SPACING * self->style.font_size);

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
  self->axis.start = self->places[COLUMN_PLOT].x;
  self->axis.end = self->axis.start + self->places[COLUMN_PLOT].width;
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
  Row added = {.data = *row};

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
  const Column columns[] = {COLUMN_DEVICE, COLUMN_CONTROL, COLUMN_WEIGHT};

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    if (self->places[columns[i]].width <= 0 && measure_numbers (self, columns[i]) > 0)
      return FALSE;
  }
  return self->places[COLUMN_PLOT].width >= PLOT_ROOMY * self->style.font_size;
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
  return measure_labels (self) + measure_numbers (self, COLUMN_EFFECT) +
         (2 * PADDING + 2 * COLUMN_GAP + PLOT_SMALLEST) * self->style.font_size;
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
    const Row *row = get_row (self, i);

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
  cairo_move_to (cr, PADDING * em, y);
  cairo_line_to (cr, self->width - PADDING * em, y);
}

/* Names begin at the left edge of their column, numbers end at the right one. */
static double
get_anchor (const AlForestPlot *self, Column column)
{
  const Place *place = &self->places[column];

  return column == COLUMN_LABEL ? place->x : place->x + place->width;
}

static void
draw_header (const AlForestPlot *self, cairo_t *cr)
{
  double em = self->style.font_size;
  double bottom = self->rows_y - 2 * HEADER_GAP * em;

  for (guint i = 0; i < N_COLUMNS; i++) {
    AlText header = header_text (get_header (self, i), self->places[i].width);
    AlText subheader = subheader_text (self, get_subheader (i));
    double x = get_anchor (self, i);

    if (self->places[i].width <= 0 || header.text == NULL)
      continue;
    header.align_x = subheader.align_x = i == COLUMN_LABEL ? 0 : 1;
    header.align_y = subheader.align_y = 1;
    al_text_draw (&header, &self->style, cr, x, bottom - measure_height (self, &subheader));
    if (subheader.text != NULL)
      al_text_draw (&subheader, &self->style, cr, x, bottom);
  }
  add_rule (self, cr, self->rows_y - HEADER_GAP * em);
  draw_line (self, cr, &self->style.axis, self->style.hairline);
}

static void
draw_cells (const AlForestPlot *self, const Row *row, cairo_t *cr)
{
  const Column columns[] = {COLUMN_DEVICE, COLUMN_CONTROL, COLUMN_EFFECT, COLUMN_WEIGHT};

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *cell = format_cell (&row->data, columns[i]);
    const AlText text = {
        .text = cell, .bold = row->data.kind == AL_FOREST_SUMMARY, .align_x = 1, .align_y = 0.5};

    if (cell != NULL && self->places[columns[i]].width > 0)
      al_text_draw (&text, &self->style, cr, get_anchor (self, columns[i]),
                    row->y + row->height / 2);
  }
}

static void
draw_texts (const AlForestPlot *self, const Row *row, cairo_t *cr)
{
  const AlText label = label_text (self, &row->data);
  const AlText detail = detail_text (self, &row->data);
  double y = row->y + ROW_PADDING * self->style.font_size;
  double x = self->places[COLUMN_LABEL].x;

  al_text_draw (&label, &self->style, cr, x, y);
  if (detail.text != NULL)
    al_text_draw (&detail, &self->style, cr, x, y + measure_height (self, &label));
  draw_cells (self, row, cr);
}

/* A square has the area of its weight; where nothing is pooled all are alike. */
static double
get_square (const AlForestPlot *self, const AlForestRow *row)
{
  double heaviest = 0;

  if (!has_weight (row))
    return SQUARE_PLAIN * self->style.font_size;
  for (guint i = 0; i < self->rows->len; i++) {
    if (has_weight (&get_row (self, i)->data))
      heaviest = MAX (heaviest, get_row (self, i)->data.weight_percent);
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
    if (has_weight (&get_row (self, i)->data))
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
  gboolean is_left_out = !has_weight (row) && is_pooled (self);

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
draw_row (const AlForestPlot *self, const Row *row, cairo_t *cr)
{
  double y = al_pixel_snap (row->y + row->height / 2, self->style.hairline);

  draw_texts (self, row, cr);
  if (!is_effect (&row->data))
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
    cairo_line_to (cr, x, self->rows_end + AXIS_GAP * self->style.font_size);
  }
  draw_line (self, cr, &self->style.grid, self->style.hairline);
  if (!is_on_axis (self, no_effect))
    return;
  no_effect = al_pixel_snap (no_effect, self->style.hairline);
  cairo_move_to (cr, no_effect, self->rows_y - HEADER_GAP * self->style.font_size);
  cairo_line_to (cr, no_effect, self->rows_end + AXIS_GAP * self->style.font_size);
  draw_line (self, cr, &self->style.axis, self->style.hairline);
}

/* A dashed line up from the last pooled effect: which studies agree with it? */
static void
draw_pooled_line (const AlForestPlot *self, cairo_t *cr)
{
  const double dash[] = {3 * self->style.hairline, 3 * self->style.hairline};

  for (guint i = self->rows->len; i > 0; i--) {
    const Row *row = get_row (self, i - 1);
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
    const AlText text = {
        .text = label, .size = HEADER_SIZE, .color = &self->style.text_dim, .align_x = 0.5};
    double x = al_axis_map (&self->axis, self->ticks.value[i]);
    double half = measure_width (self, &text) / 2;

    cairo_move_to (cr, al_pixel_snap (x, self->style.hairline), y);
    cairo_line_to (cr, al_pixel_snap (x, self->style.hairline), y + TICK_LENGTH * em);
    draw_line (self, cr, &self->style.axis, self->style.hairline);
    if (x - half < free_from)
      continue;
    al_text_draw (&text, &self->style, cr, x, y + (TICK_LENGTH + 0.1) * em);
    free_from = x + half + 0.5 * em;
  }
}

/* What it means to stand left or right of no effect. */
static void
draw_words (const AlForestPlot *self, cairo_t *cr, double y)
{
  double em = self->style.font_size;
  double middle = al_axis_map (&self->axis, get_no_effect (self));
  AlText text = {
      .text = self->favours_device, .size = HEADER_SIZE, .align_x = 1, .wrap = WORDS_WIDTH * em};

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
  double y = al_pixel_snap (self->rows_end + AXIS_GAP * em, self->style.hairline);

  cairo_move_to (cr, self->axis.start, y);
  cairo_line_to (cr, self->axis.end, y);
  draw_line (self, cr, &self->style.axis, self->style.hairline);
  draw_ticks (self, cr, y);
  draw_words (self, cr, y + (TICK_LENGTH + 1.75) * em);
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
    draw_row (self, get_row (self, i), cr);
  cairo_restore (cr);
}
