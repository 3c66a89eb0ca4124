/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-pictograph.h"

#include "al-text.h"

#include <math.h>

#define PEOPLE  100
#define COLUMNS 20
#define LINES   (PEOPLE / COLUMNS)

/* A person in parts of a cell, which is 1 wide. */
#define CELL_HEIGHT   1.5
#define HEAD_RADIUS   0.19
#define HEAD_Y        0.29
#define BODY_WIDTH    0.62
#define BODY_TOP      0.56
#define BODY_BOTTOM   1.26
#define OUTLINE_WIDTH 0.07

/* In heights of text. */
#define GAP        0.4
#define ROW_GAP    1.6
#define GROUP_GAP  2.0
#define WIDEST     26.0 /* a group */
#define NARROWEST  14.0 /* a group beside the other one */
#define TITLE_SIZE 1.0
#define LABEL_SIZE 0.92

typedef struct {
  char *title;
  char *labels[2]; /* treated, control */
  guint counts[2];
  char *summary;
} Row;

struct _AlPictograph {
  AlPlotStyle style;
  GArray *rows;
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->title);
  g_free (row->labels[0]);
  g_free (row->labels[1]);
  g_free (row->summary);
}

/**
 * al_pictograph_new:
 *
 * Returns: (transfer full): a pictograph without rows, for a light screen
 */
AlPictograph *
al_pictograph_new (void)
{
  AlPictograph *self = g_new0 (AlPictograph, 1);

  al_plot_style_init (&self->style, AL_STYLE_LIGHT);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

/**
 * al_pictograph_free:
 * @self: a pictograph
 *
 * Frees a pictograph.
 */
void
al_pictograph_free (AlPictograph *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * al_pictograph_count:
 * @share: 0 to 1
 *
 * How many people of 100 stand for a share. The difference of two groups is that of their people,
 * so that the picture and its words agree.
 *
 * Returns: 0 to 100
 */
guint
al_pictograph_count (double share)
{
  return (guint) lround (PEOPLE * CLAMP (share, 0.0, 1.0));
}

/**
 * al_pictograph_add_row:
 * @self: a pictograph
 * @row: an outcome; copied
 *
 * Adds an outcome below the others.
 */
void
al_pictograph_add_row (AlPictograph *self, const AlPictographRow *row)
{
  const Row added = {
      .title = g_strdup (row->title),
      .labels = {g_strdup (row->treated.label), g_strdup (row->control.label)},
      .counts = {al_pictograph_count (row->treated.share),
                 al_pictograph_count (row->control.share)},
      .summary = g_strdup (row->summary),
  };

  g_array_append_val (self->rows, added);
}

/**
 * al_pictograph_get_n_rows:
 * @self: a pictograph
 *
 * Returns: how many outcomes it shows
 */
guint
al_pictograph_get_n_rows (const AlPictograph *self)
{
  return self->rows->len;
}

/**
 * al_pictograph_set_style:
 * @self: a pictograph
 * @style: looks; copied
 *
 * Changes how it looks.
 */
void
al_pictograph_set_style (AlPictograph *self, const AlPlotStyle *style)
{
  self->style = *style;
}

/* What a person stands for. */
typedef enum {
  WELL,
  EVENT,  /* in either group */
  MORE,   /* in the group that has more */
  SPARED, /* in the group that has fewer */
} Fate;

static void
add_person (cairo_t *cr, double x, double y, double cell)
{
  const double half = BODY_WIDTH / 2;
  const double shoulder = BODY_TOP + half;

  cairo_new_path (cr);
  cairo_arc (cr, x + 0.5 * cell, y + HEAD_Y * cell, HEAD_RADIUS * cell, 0, 2 * G_PI);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + 0.5 * cell, y + shoulder * cell, half * cell, G_PI, 2 * G_PI);
  cairo_line_to (cr, x + (0.5 + half) * cell, y + BODY_BOTTOM * cell);
  cairo_line_to (cr, x + (0.5 - half) * cell, y + BODY_BOTTOM * cell);
  cairo_close_path (cr);
}

static void
draw_person (const AlPictograph *self, cairo_t *cr, double x, double y, double cell, Fate fate)
{
  const AlPlotStyle *style = &self->style;
  const AlColor *strong = &style->text;
  const AlColor *marked = &style->role[AL_ROLE_ECMO].color;
  const AlColor *outline = fate == WELL ? &style->text_dim : fate == EVENT ? strong : marked;

  add_person (cr, x, y, cell);
  if (fate == EVENT || fate == MORE) {
    al_color_set_source (fate == EVENT ? strong : marked, cr);
    cairo_fill_preserve (cr);
  }
  al_color_set_source (outline, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, (fate == SPARED ? 2.2 : 1) * OUTLINE_WIDTH * cell);
  cairo_stroke (cr);
}

/* So that those by whom the groups differ stand at the same place in both. */
static Fate
get_fate (guint person, guint own, guint other)
{
  if (person < MIN (own, other))
    return EVENT;
  if (person < own)
    return MORE;
  return person < other ? SPARED : WELL;
}

static double
get_cell (double group_width)
{
  return group_width / COLUMNS;
}

static double
get_people_height (double group_width)
{
  return LINES * CELL_HEIGHT * get_cell (group_width);
}

static void
draw_people (const AlPictograph *self, cairo_t *cr, double x, double y, double width, guint own,
             guint other)
{
  const double cell = get_cell (width);

  for (guint i = 0; i < PEOPLE; i++)
    draw_person (self, cr, x + (i % COLUMNS) * cell, y + (i / COLUMNS) * CELL_HEIGHT * cell, cell,
                 get_fate (i, own, other));
}

/* Draws where there is something to draw on. Returns: its height */
static double
put_text (const AlPictograph *self, cairo_t *cr, const AlText *text, double x, double y)
{
  double width, height;

  if (cr != NULL)
    al_text_draw (text, &self->style, cr, x, y);
  al_text_measure (text, &self->style, &width, &height);
  return height;
}

/* A label and its people under it. Returns: the height */
static double
put_group (const AlPictograph *self, cairo_t *cr, const Row *row, guint group, double x, double y,
           double width, double label_height)
{
  const AlText label = {.text = row->labels[group], .size = LABEL_SIZE, .wrap = width};

  put_text (self, cr, &label, x, y);
  y += label_height + GAP * self->style.font_size;
  if (cr != NULL)
    draw_people (self, cr, x, y, width, row->counts[group], row->counts[1 - group]);
  return label_height + GAP * self->style.font_size + get_people_height (width);
}

static double
measure_label (const AlPictograph *self, const Row *row, guint group, double width)
{
  const AlText label = {.text = row->labels[group], .size = LABEL_SIZE, .wrap = width};

  return put_text (self, NULL, &label, 0, 0);
}

/* Control on the left, as time goes: what would be, then what is. */
static double
put_groups (const AlPictograph *self, cairo_t *cr, const Row *row, double y, double width)
{
  const double em = self->style.font_size;
  const double beside = MIN (WIDEST * em, (width - GROUP_GAP * em) / 2);

  if (beside >= NARROWEST * em) {
    const double label =
        MAX (measure_label (self, row, 0, beside), measure_label (self, row, 1, beside));

    put_group (self, cr, row, 1, 0, y, beside, label);
    return put_group (self, cr, row, 0, beside + GROUP_GAP * em, y, beside, label);
  }

  const double alone = MIN (WIDEST * em, width);
  const double first =
      put_group (self, cr, row, 1, 0, y, alone, measure_label (self, row, 1, alone));

  return first + em +
         put_group (self, cr, row, 0, 0, y + first + em, alone,
                    measure_label (self, row, 0, alone));
}

static double
put_row (const AlPictograph *self, cairo_t *cr, const Row *row, double y, double width)
{
  const double top = y;
  const double gap = GAP * self->style.font_size;
  const AlText title = {.text = row->title, .size = TITLE_SIZE, .bold = TRUE, .wrap = width};
  const AlText summary = {.text = row->summary, .size = TITLE_SIZE, .wrap = width};

  y += put_text (self, cr, &title, 0, y) + gap;
  y += put_groups (self, cr, row, y, width) + gap;
  y += put_text (self, cr, &summary, 0, y);
  return y - top;
}

static double
put_rows (const AlPictograph *self, cairo_t *cr, double width)
{
  double y = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    if (i > 0)
      y += ROW_GAP * self->style.font_size;
    y += put_row (self, cr, &g_array_index (self->rows, Row, i), y, width);
  }
  return y;
}

/**
 * al_pictograph_measure_height:
 * @self: a pictograph
 * @width: in pixels
 *
 * Returns: how high it is at a width, in pixels
 */
double
al_pictograph_measure_height (const AlPictograph *self, double width)
{
  return put_rows (self, NULL, width);
}

/**
 * al_pictograph_draw:
 * @self: a pictograph
 * @width: in pixels
 * @cr: where to draw; the origin is the upper left corner
 *
 * Draws it.
 */
void
al_pictograph_draw (const AlPictograph *self, double width, cairo_t *cr)
{
  put_rows (self, cr, width);
}
