/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-chronology-private.h"

#include "al-axis.h"

/* In heights of text. */
#define NAME_GAP 0.90 /* between a name and the next mark in its row */
#define ROW_GAP  0.50
#define KEY_GAP  1.60

#define N_SIDES 2

/* What stands in a row of a lane already. */
typedef struct {
  GArray *taken; /* of AlRange */
  double height;
} Row;

static void
row_clear (gpointer data)
{
  g_array_unref (((Row *) data)->taken);
}

static GArray *
rows_new (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  return rows;
}

/* Years from left to right; each is a column, in the middle of which its events stand. */

void
al_chronology_plot_get_years (const AlChronologyPlot *self, guint *first, guint *last)
{
  *first = self->span_from > 0 ? self->span_from : G_MAXUINT;
  *last = self->span_to;
  for (guint i = 0; i < self->events->len; i++) {
    *first = MIN (*first, al_chronology_plot_get_event (self, i)->year);
    *last = MAX (*last, al_chronology_plot_get_event (self, i)->year);
  }
  *first = MIN (*first, *last);
}

double
al_chronology_plot_get_x (const AlChronologyPlot *self, double year)
{
  const double inset = EDGE * self->style.font_size;
  guint first, last;

  al_chronology_plot_get_years (self, &first, &last);
  return inset + (self->width - 2 * inset) * (year - first + 0.5) / (last - first + 1.0);
}

/* Layout */

AlText
al_chronology_plot_get_name (const Event *event, double wrap)
{
  return (AlText){.text = event->label,
                  .size = LABEL_SIZE,
                  .halo = TRUE,
                  .align_x = event->align,
                  .align_y = 0.5,
                  .wrap = wrap};
}

/* Puts the name of an event to one side of its mark. */
static void
choose_side (const AlChronologyPlot *self, Event *event, double side)
{
  const double em = self->style.font_size;
  const double half = MARK * em / 2, gap = MARK_GAP * em;
  const double room = (side > 0 ? event->x : self->width - event->x) - half - gap;
  const AlText line = al_chronology_plot_get_name (event, 0);
  double width, height;

  event->align = side;
  event->wrap = 0;
  al_text_measure (&line, &self->style, &width, &height);
  if (width > room) {
    const AlText lines = al_chronology_plot_get_name (event, MAX (room, em));

    event->wrap = lines.wrap;
    al_text_measure (&lines, &self->style, &width, &height);
  }
  event->box = (cairo_rectangle_t){
      .x = side > 0 ? event->x - half - gap - width : event->x - half,
      .width = 2 * half + gap + width,
      .height = MAX (height, 2 * half),
  };
}

static gboolean
is_free (const Row *row, const AlRange *range)
{
  for (guint i = 0; i < row->taken->len; i++) {
    const AlRange *taken = &g_array_index (row->taken, AlRange, i);

    if (range->low < taken->high && taken->low < range->high)
      return FALSE;
  }
  return TRUE;
}

static Row *
get_row (GArray *rows, guint i)
{
  while (rows->len <= i) {
    const Row row = {.taken = g_array_new (FALSE, FALSE, sizeof (AlRange))};

    g_array_append_val (rows, row);
  }
  return &g_array_index (rows, Row, i);
}

static void
take (Row *row, const cairo_rectangle_t *box, double gap)
{
  const AlRange range = {box->x - gap, box->x + box->width + gap};

  g_array_append_val (row->taken, range);
  row->height = MAX (row->height, box->height);
}

/* A name breaks into lines only where neither side has room for it in one. */
static gboolean
may_stand (const Event *event, const Row *row, gboolean must_break)
{
  const AlRange range = {event->box.x, event->box.x + event->box.width};

  return (must_break || event->wrap <= 0) && is_free (row, &range);
}

static gboolean
must_break (const AlChronologyPlot *self, Event *event)
{
  for (int side = 0; side < N_SIDES; side++) {
    choose_side (self, event, side);
    if (event->wrap <= 0)
      return FALSE;
  }
  return TRUE;
}

/* Puts an event into the highest row that has room for it. Returns: which */
static guint
place_event (const AlChronologyPlot *self, Event *event, GArray *rows)
{
  const gboolean breaks = must_break (self, event);
  const gboolean more_on_the_left = event->x > self->width / 2;

  for (guint i = 0;; i++) {
    Row *row = get_row (rows, i);

    for (int side = 0; side < N_SIDES; side++) {
      choose_side (self, event, breaks ? more_on_the_left : side);
      if (may_stand (event, row, breaks)) {
        take (row, &event->box, NAME_GAP * self->style.font_size);
        return i;
      }
    }
  }
}

AlText
al_chronology_plot_get_title (const Lane *lane, const AlColor *color)
{
  return (AlText){
      .text = lane->title, .size = LABEL_SIZE, .bold = TRUE, .color = color, .halo = TRUE};
}

/* The title stands in the first row, where hardly anything is: years begin with few events. */
static void
take_title (const AlChronologyPlot *self, const Lane *lane, GArray *rows)
{
  const AlText title = al_chronology_plot_get_title (lane, NULL);
  cairo_rectangle_t box = {0};

  al_text_measure (&title, &self->style, &box.width, &box.height);
  take (get_row (rows, 0), &box, NAME_GAP * self->style.font_size);
}

/* From the middle of a row each event hangs. Returns: the lower edge of the lane */
static double
stack_rows (AlChronologyPlot *self, guint lane, const guint *row_of, GArray *rows)
{
  const double em = self->style.font_size;
  double y = al_chronology_plot_get_lane (self, lane)->y + LANE_GAP * em;

  for (guint r = 0; r < rows->len; r++) {
    const double height = get_row (rows, r)->height;

    for (guint i = 0; i < self->events->len; i++) {
      Event *event = al_chronology_plot_get_event (self, i);

      if (event->lane != lane || row_of[i] != r)
        continue;
      event->y = y + height / 2;
      event->box.y = event->y - event->box.height / 2;
    }
    y += height + (r + 1 < rows->len ? ROW_GAP * em : 0);
  }
  return y + LANE_GAP * em;
}

static double
lay_out_lane (AlChronologyPlot *self, guint lane)
{
  g_autoptr (GArray) rows = rows_new ();
  g_autofree guint *row_of = g_new0 (guint, self->events->len);

  take_title (self, al_chronology_plot_get_lane (self, lane), rows);
  for (guint i = 0; i < self->events->len; i++) {
    Event *event = al_chronology_plot_get_event (self, i);

    if (event->lane != lane)
      continue;
    event->x = al_chronology_plot_get_x (self, event->year);
    row_of[i] = place_event (self, event, rows);
  }
  return stack_rows (self, lane, row_of, rows);
}

/* One after the other, and on the next line where there is no room. Returns: their lower edge */
static double
lay_out_keys (AlChronologyPlot *self, double y)
{
  const double em = self->style.font_size;
  const double half = EDGE * em;
  double x = 0, line = 0;

  for (guint i = 0; i < self->keys->len; i++) {
    Key *key = &g_array_index (self->keys, Key, i);
    const AlText text = {.text = key->label, .size = TICK_SIZE};
    double width, height;

    al_text_measure (&text, &self->style, &width, &height);
    if (x > 0 && x + 2 * half + MARK_GAP * em + width > self->width) {
      x = 0;
      y += line + ROW_GAP * em;
    }
    line = MAX (height, 2 * half);
    key->x = x + half;
    key->y = y + line / 2;
    x += 2 * half + MARK_GAP * em + width + KEY_GAP * em;
  }
  return y + line;
}

static double
get_line_height (const AlChronologyPlot *self)
{
  const AlText text = {.text = "0", .size = TICK_SIZE};
  double width, height;

  al_text_measure (&text, &self->style, &width, &height);
  return height;
}

void
al_chronology_plot_lay_out (AlChronologyPlot *self)
{
  const double em = self->style.font_size;
  const double line = get_line_height (self) + AXIS_GAP * em;

  if (self->width <= 0)
    return;
  self->top = self->bottom = line * (self->span_label != NULL ? 2 : 1);
  for (guint i = 0; i < self->lanes->len; i++) {
    al_chronology_plot_get_lane (self, i)->y = self->bottom;
    self->bottom = lay_out_lane (self, i);
  }
  self->height = self->bottom + line;
  if (self->keys->len > 0)
    self->height = lay_out_keys (self, self->height + AXIS_GAP * em);
}
