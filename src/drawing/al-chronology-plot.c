/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-chronology-private.h"

#include <math.h>

/* Of the years with a line and a number. */
#define TICK_YEARS 5

/* How much of the text colour is in the span, and in every other lane. */
#define SPAN_SHARE 0.10

static void
lane_clear (gpointer data)
{
  g_free (((Lane *) data)->title);
}

static void
event_clear (gpointer data)
{
  g_free (((Event *) data)->label);
}

static void
key_clear (gpointer data)
{
  g_free (((Key *) data)->label);
}

static GArray *
array_new (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);
  return array;
}

/**
 * al_chronology_plot_new:
 *
 * Returns: (transfer full): a plot without lanes, for a light screen
 */
AlChronologyPlot *
al_chronology_plot_new (void)
{
  AlChronologyPlot *self = g_new0 (AlChronologyPlot, 1);

  al_plot_style_init (&self->style, AL_STYLE_LIGHT);
  self->lanes = array_new (sizeof (Lane), lane_clear);
  self->events = array_new (sizeof (Event), event_clear);
  self->keys = array_new (sizeof (Key), key_clear);
  return self;
}

/**
 * al_chronology_plot_free:
 * @self: a plot
 *
 * Frees a plot.
 */
void
al_chronology_plot_free (AlChronologyPlot *self)
{
  g_array_unref (self->lanes);
  g_array_unref (self->events);
  g_array_unref (self->keys);
  g_free (self->span_label);
  g_free (self);
}

/**
 * al_chronology_plot_add_lane:
 * @self: a plot
 * @title: what its events have in common
 * @role: whose colour it has
 *
 * Adds a lane below the others.
 */
void
al_chronology_plot_add_lane (AlChronologyPlot *self, const char *title, AlRole role)
{
  const Lane lane = {.title = g_strdup (title), .role = role};

  g_array_append_val (self->lanes, lane);
}

/**
 * al_chronology_plot_add_event:
 * @self: a plot that has a lane
 * @year: when
 * @label: what
 * @mark: how it is marked
 *
 * Adds an event to the last lane. Those of a lane come in the order of their years.
 */
void
al_chronology_plot_add_event (AlChronologyPlot *self, guint year, const char *label,
                              const AlChronologyMark *mark)
{
  const Event event = {
      .lane = self->lanes->len - 1,
      .year = year,
      .label = g_strdup (label),
      .mark = *mark,
  };

  g_return_if_fail (self->lanes->len > 0);

  g_array_append_val (self->events, event);
}

/**
 * al_chronology_plot_add_key:
 * @self: a plot
 * @label: what a mark means
 * @mark: the mark
 *
 * Adds a mark to those that are explained under the lanes.
 */
void
al_chronology_plot_add_key (AlChronologyPlot *self, const char *label, const AlChronologyMark *mark)
{
  const Key key = {.label = g_strdup (label), .mark = *mark};

  g_array_append_val (self->keys, key);
}

/**
 * al_chronology_plot_set_span:
 * @self: a plot
 * @from: its first year
 * @to: its last year
 * @label: what it is, over the lanes
 *
 * Marks some years behind all lanes.
 */
void
al_chronology_plot_set_span (AlChronologyPlot *self, guint from, guint to, const char *label)
{
  self->span_from = from;
  self->span_to = to;
  g_free (self->span_label);
  self->span_label = g_strdup (label);
}

/**
 * al_chronology_plot_set_style:
 * @self: a plot with its lanes and events
 * @style: looks; copied
 *
 * Changes how it looks.
 */
void
al_chronology_plot_set_style (AlChronologyPlot *self, const AlPlotStyle *style)
{
  self->style = *style;
  al_chronology_plot_lay_out (self);
}

/**
 * al_chronology_plot_set_width:
 * @self: a plot with its lanes and events
 * @width: in pixels
 *
 * Lays it out anew.
 */
void
al_chronology_plot_set_width (AlChronologyPlot *self, double width)
{
  if (fabs (width - self->width) < 0.5)
    return;
  self->width = width;
  al_chronology_plot_lay_out (self);
}

/**
 * al_chronology_plot_get_height:
 * @self: a plot that has a width
 *
 * Returns: how high it is, in pixels
 */
double
al_chronology_plot_get_height (const AlChronologyPlot *self)
{
  return self->height;
}

/* Drawing */

static void
draw_line (const AlChronologyPlot *self, cairo_t *cr, double from_x, double from_y, double to_x,
           double to_y)
{
  al_color_set_source (&self->style.grid, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, self->style.hairline);
  cairo_move_to (cr, from_x, from_y);
  cairo_line_to (cr, to_x, to_y);
  cairo_stroke (cr);
}

static void
draw_year (const AlChronologyPlot *self, cairo_t *cr, guint year)
{
  g_autofree char *number = g_strdup_printf ("%u", year);
  const double x = al_chronology_plot_get_x (self, year), gap = AXIS_GAP * self->style.font_size;
  const AlText above = {.text = number,
                        .size = TICK_SIZE,
                        .color = &self->style.text_dim,
                        .align_x = 0.5,
                        .align_y = 1};
  AlText below = above;

  below.align_y = 0;
  draw_line (self, cr, x, self->top, x, self->bottom);
  al_text_draw (&above, &self->style, cr, x, self->top - gap / 2);
  al_text_draw (&below, &self->style, cr, x, self->bottom + gap / 2);
}

static void
draw_years (const AlChronologyPlot *self, cairo_t *cr)
{
  guint first, last;

  al_chronology_plot_get_years (self, &first, &last);
  for (guint year = first; year <= last; year++) {
    if (year % TICK_YEARS == 0 && al_chronology_plot_get_x (self, year) > self->style.font_size &&
        al_chronology_plot_get_x (self, year) < self->width - self->style.font_size)
      draw_year (self, cr, year);
  }
}

static void
draw_span (const AlChronologyPlot *self, cairo_t *cr)
{
  const double from = al_chronology_plot_get_x (self, self->span_from - 0.5);
  const double to = al_chronology_plot_get_x (self, self->span_to + 0.5);
  const AlColor color = al_color_mix (&self->style.ground, &self->style.text, SPAN_SHARE);
  AlText label = {
      .text = self->span_label, .size = TICK_SIZE, .bold = TRUE, .align_x = 0.5, .align_y = 0};
  double width, height, x = (from + to) / 2;

  if (self->span_label == NULL)
    return;
  al_color_set_source (&color, cr);
  cairo_rectangle (cr, from, self->top, to - from, self->bottom - self->top);
  cairo_fill (cr);
  al_text_measure (&label, &self->style, &width, &height);
  x = CLAMP (x, width / 2, MAX (width / 2, self->width - width / 2));
  al_text_draw (&label, &self->style, cr, x, 0);
}

static AlColor
get_color (const AlChronologyPlot *self, const Lane *lane)
{
  return al_plot_style_get_text_color (&self->style, &self->style.role[lane->role].color);
}

static void
draw_lane (const AlChronologyPlot *self, cairo_t *cr, const Lane *lane)
{
  const AlColor color = get_color (self, lane);
  const AlText title = al_chronology_plot_get_title (lane, &color);

  draw_line (self, cr, 0, lane->y, self->width, lane->y);
  al_text_draw (&title, &self->style, cr, 0, lane->y + LANE_GAP * self->style.font_size);
}

static void
draw_event (const AlChronologyPlot *self, cairo_t *cr, const Event *event)
{
  const double em = self->style.font_size;
  const double away = MARK * em / 2 + MARK_GAP * em;
  const AlColor color = get_color (self, al_chronology_plot_get_lane (self, event->lane));
  const AlText name = al_chronology_plot_get_name (event, event->wrap);

  al_chronology_mark_draw (&event->mark, &self->style, &color, cr, event->x, event->y, MARK * em);
  al_text_draw (&name, &self->style, cr, event->x + (event->align > 0 ? -away : away), event->y);
}

static void
draw_keys (const AlChronologyPlot *self, cairo_t *cr)
{
  const double em = self->style.font_size;

  for (guint i = 0; i < self->keys->len; i++) {
    const Key *key = &g_array_index (self->keys, Key, i);
    const AlText label = {
        .text = key->label, .size = TICK_SIZE, .color = &self->style.text_dim, .align_y = 0.5};

    al_chronology_mark_draw (&key->mark, &self->style, &self->style.text_dim, cr, key->x, key->y,
                             MARK * em);
    al_text_draw (&label, &self->style, cr, key->x + (EDGE + MARK_GAP) * em, key->y);
  }
}

static void
draw_current (const AlChronologyPlot *self, cairo_t *cr, const Event *event)
{
  const double pad = 0.25 * self->style.font_size;

  al_color_set_source (&self->style.text, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2 * self->style.hairline);
  cairo_rectangle (cr, event->box.x - pad, event->box.y - pad, event->box.width + 2 * pad,
                   event->box.height + 2 * pad);
  cairo_stroke (cr);
}

/**
 * al_chronology_plot_draw:
 * @self: a plot that has a width
 * @current: the event that is framed, -1 for none
 * @cr: where to draw; the origin is the upper left corner
 *
 * Draws it.
 */
void
al_chronology_plot_draw (const AlChronologyPlot *self, int current, cairo_t *cr)
{
  draw_span (self, cr);
  draw_years (self, cr);
  for (guint i = 0; i < self->lanes->len; i++)
    draw_lane (self, cr, al_chronology_plot_get_lane (self, i));
  draw_line (self, cr, 0, self->bottom, self->width, self->bottom);
  for (guint i = 0; i < self->events->len; i++)
    draw_event (self, cr, al_chronology_plot_get_event (self, i));
  if (current >= 0 && (guint) current < self->events->len)
    draw_current (self, cr, al_chronology_plot_get_event (self, (guint) current));
  draw_keys (self, cr);
}

/**
 * al_chronology_plot_get_n_events:
 * @self: a plot
 *
 * Returns: how many events it has
 */
guint
al_chronology_plot_get_n_events (const AlChronologyPlot *self)
{
  return self->events->len;
}

/**
 * al_chronology_plot_find:
 * @self: a plot that has a width
 * @x: in pixels
 * @y: in pixels
 *
 * Finds the event whose mark or name is at a point.
 *
 * Returns: its number in the order in which they were added, -1 for none
 */
int
al_chronology_plot_find (const AlChronologyPlot *self, double x, double y)
{
  for (guint i = 0; i < self->events->len; i++) {
    const cairo_rectangle_t *box = &al_chronology_plot_get_event (self, i)->box;

    if (x >= box->x && x <= box->x + box->width && y >= box->y && y <= box->y + box->height)
      return (int) i;
  }
  return -1;
}

/**
 * al_chronology_plot_get_box:
 * @self: a plot that has a width
 * @event: which event
 * @box: (out): what its mark and its name take up
 *
 * Gets where an event stands.
 */
void
al_chronology_plot_get_box (const AlChronologyPlot *self, guint event, cairo_rectangle_t *box)
{
  g_return_if_fail (event < self->events->len);

  *box = al_chronology_plot_get_event (self, event)->box;
}
