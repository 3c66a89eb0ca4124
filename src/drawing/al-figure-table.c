/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-figure-table.h"

#include "config.h"

#include "al-curve.h"
#include "al-text.h"
#include "al-ticks.h"
#include "al-unit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lengths in parts of the text height. */
#define ROW_HEIGHT    1.72
#define COLUMN_GAP    1.3
#define UNIT_GAP      1.1
#define HEADING_WIDTH 9.2
#define HEADING_SHORT 6.4
#define HEADING_SIZE  0.92
#define UNIT_SIZE     0.88
#define SWATCH_WIDTH  2.6
#define SWATCH_HEIGHT 1.05

/* Text smaller than this cannot be read. */
#define SMALLEST 0.7

/* A line of the table: one index, or two as in 120/80. */
typedef struct {
  AlIndex first;
  AlIndex second;    /* AL_N_INDICES for none */
  const char *label; /* NULL for that of the index */
  const char *short_label;
  int decimals;
  gboolean is_key; /* one of the few that a slide shows */
  gboolean starts_group;
} Line;

#define ONE AL_N_INDICES

static const Line lines[] = {
    {AL_INDEX_HR, ONE, NULL, NC_ ("index", "HR"), 0, FALSE, FALSE},
    {AL_INDEX_MAP, ONE, NULL, NC_ ("index", "MAP"), 0, TRUE, FALSE},
    {AL_INDEX_AO_SYSTOLIC, AL_INDEX_AO_DIASTOLIC, N_ ("Aortic pressure"), NC_ ("index", "Aorta"), 0,
     FALSE, FALSE},
    {AL_INDEX_LV_EDP, ONE, NULL, NC_ ("index", "LV EDP"), 0, TRUE, TRUE},
    {AL_INDEX_LV_EDV, ONE, NULL, NC_ ("index", "LV EDV"), 0, TRUE, FALSE},
    {AL_INDEX_LV_ESV, ONE, NULL, NC_ ("index", "LV ESV"), 0, FALSE, FALSE},
    {AL_INDEX_LV_SV, ONE, NULL, NC_ ("index", "SV"), 0, TRUE, FALSE},
    {AL_INDEX_LV_EF, ONE, NULL, NC_ ("index", "LV EF"), 0, FALSE, FALSE},
    {AL_INDEX_LV_PVA, ONE, NULL, NC_ ("index", "PVA"), 0, TRUE, FALSE},
    {AL_INDEX_PCWP, ONE, NULL, NC_ ("index", "PCWP"), 0, TRUE, TRUE},
    {AL_INDEX_NATIVE_CO, ONE, NULL, NC_ ("index", "Native CO"), 1, FALSE, FALSE},
    {AL_INDEX_ECMO_FLOW, ONE, NULL, NC_ ("index", "ECMO flow"), 1, TRUE, FALSE},
};

static double
get_em (const AlFigureTable *self)
{
  return self->style->font_size * self->scale;
}

/* Nobody needs to read the flow of a pump that no run has. */
static gboolean
is_used (const AlFigure *figure, AlIndex index)
{
  for (guint i = 0; i < figure->n_runs; i++) {
    if (figure->runs[i].indices != NULL && figure->runs[i].indices->value[index] > 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_shown (const AlFigureTable *self, const Line *line)
{
  if (line->first == AL_INDEX_ECMO_FLOW && !is_used (self->figure, line->first))
    return FALSE;
  return !self->is_brief || line->is_key;
}

static const char *
get_label (const AlFigureTable *self, const Line *line)
{
  if (self->is_short)
    return g_dpgettext2 (GETTEXT_PACKAGE, "index", line->short_label);
  return _ (line->label != NULL ? line->label : al_index_get_info (line->first)->label);
}

/* Whether a line stands off from the one above it. */
static gboolean
has_gap (const AlFigureTable *self, const Line *line)
{
  return line->starts_group && !self->is_brief;
}

static char *
format_value (const AlFigureRun *run, const Line *line)
{
  if (run->indices == NULL)
    return al_format_number (NAN, 0);

  g_autofree char *first = al_format_number (run->indices->value[line->first], line->decimals);

  if (line->second == AL_N_INDICES)
    return g_steal_pointer (&first);

  g_autofree char *second = al_format_number (run->indices->value[line->second], line->decimals);

  return g_strconcat (first, "/", second, NULL);
}

static AlText
label_text (const AlFigureTable *self, const char *text)
{
  return (AlText){.text = text, .size = self->scale};
}

static AlText
unit_text (const AlFigureTable *self, const char *text)
{
  return (AlText){.text = text, .size = UNIT_SIZE * self->scale, .color = &self->style->text_dim};
}

/* The name of a run, which is never broken inside of a quantity such as 4 L/min. */
static char *
format_heading (const AlFigureRun *run)
{
  GString *name = g_string_new (run->name);

  for (gsize i = 1; i + 1 < name->len; i++) {
    if (name->str[i] == ' ' && g_ascii_isdigit (name->str[i - 1]) &&
        g_ascii_isalpha (name->str[i + 1])) {
      g_string_erase (name, (gssize) i, 1);
      g_string_insert (name, (gssize) i, "\302\240"); /* space that does not break */
    }
  }
  g_string_replace (name, "/", "/\342\201\240", 0); /* word joiner */
  return g_string_free (name, FALSE);
}

static AlText
heading_text (const AlFigureTable *self, const char *name)
{
  return (AlText){.text = name,
                  .size = HEADING_SIZE * self->scale,
                  .bold = TRUE,
                  .align_x = 1,
                  .align_y = 1,
                  .wrap = (self->is_short ? HEADING_SHORT : HEADING_WIDTH) * get_em (self)};
}

static double
measure_width (const AlFigureTable *self, const AlText *text)
{
  double width, height;

  al_text_measure (text, self->style, &width, &height);
  return width;
}

static double
measure_label_column (const AlFigureTable *self)
{
  double widest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    const AlText text = label_text (self, get_label (self, &lines[i]));

    if (is_shown (self, &lines[i]))
      widest = MAX (widest, measure_width (self, &text));
  }
  return widest;
}

static double
measure_unit_column (const AlFigureTable *self)
{
  double widest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    const AlText text =
        unit_text (self, al_unit_get_text (al_index_get_info (lines[i].first)->unit));

    if (is_shown (self, &lines[i]))
      widest = MAX (widest, measure_width (self, &text));
  }
  return widest + UNIT_GAP * get_em (self);
}

static double
measure_run_column (const AlFigureTable *self, const AlFigureRun *run)
{
  g_autofree char *name = format_heading (run);
  const AlText heading = heading_text (self, name);
  double widest = MAX (SWATCH_WIDTH * get_em (self), measure_width (self, &heading));

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autofree char *value = format_value (run, &lines[i]);
    const AlText text = label_text (self, value);

    if (is_shown (self, &lines[i]))
      widest = MAX (widest, measure_width (self, &text));
  }
  return widest + COLUMN_GAP * get_em (self);
}

static double
measure_heading (const AlFigureTable *self)
{
  double tallest = 0;

  for (guint i = 0; i < self->figure->n_runs; i++) {
    g_autofree char *name = format_heading (&self->figure->runs[i]);
    const AlText heading = heading_text (self, name);
    double width, height;

    al_text_measure (&heading, self->style, &width, &height);
    tallest = MAX (tallest, height);
  }
  return tallest + SWATCH_HEIGHT * get_em (self);
}

/**
 * al_figure_table_measure:
 * @self: a table
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * How much room the table takes.
 */
void
al_figure_table_measure (const AlFigureTable *self, double *width, double *height)
{
  double em = get_em (self);

  *width = measure_label_column (self) + measure_unit_column (self);
  for (guint i = 0; i < self->figure->n_runs; i++)
    *width += measure_run_column (self, &self->figure->runs[i]);
  *height = measure_heading (self) + 0.5 * ROW_HEIGHT * em;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    if (is_shown (self, &lines[i]))
      *height += (has_gap (self, &lines[i]) ? 1.5 : 1) * ROW_HEIGHT * em;
  }
}

static void
draw_rule (const AlFigureTable *self, cairo_t *cr, double x, double y, double width)
{
  y = al_pixel_snap (y, self->style->hairline);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, self->style->hairline);
  al_color_set_source (&self->style->axis, cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

/* The stroke of the run's curve under its name. */
static void
draw_swatch (const AlFigureTable *self, guint run, cairo_t *cr, double right, double y)
{
  const AlStroke stroke = al_figure_get_stroke (self->figure, self->style, run);

  al_stroke_apply (&stroke, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, right - SWATCH_WIDTH * get_em (self), y);
  cairo_line_to (cr, right, y);
  cairo_stroke (cr);
}

/* Draws one run: its stroke, its name and its values, all of which end at @right. */
static void
draw_run (const AlFigureTable *self, guint index, cairo_t *cr, double right, double y)
{
  const AlFigureRun *run = &self->figure->runs[index];
  double em = get_em (self);
  double heading_height = measure_heading (self);
  g_autofree char *name = format_heading (run);
  const AlText heading = heading_text (self, name);

  draw_swatch (self, index, cr, right, y + heading_height - 0.5 * SWATCH_HEIGHT * em);
  al_text_draw (&heading, self->style, cr, right, y + heading_height - 0.9 * SWATCH_HEIGHT * em);
  y += heading_height + 0.25 * ROW_HEIGHT * em;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autofree char *value = format_value (run, &lines[i]);
    AlText text = label_text (self, value);

    if (!is_shown (self, &lines[i]))
      continue;
    if (has_gap (self, &lines[i]))
      y += 0.5 * ROW_HEIGHT * em;
    text.align_x = 1;
    text.align_y = 0.5;
    al_text_draw (&text, self->style, cr, right, y + 0.5 * ROW_HEIGHT * em);
    y += ROW_HEIGHT * em;
  }
}

static void
draw_labels (const AlFigureTable *self, cairo_t *cr, double x, double y)
{
  double em = get_em (self);
  double unit_x = x + measure_label_column (self) + UNIT_GAP * em;

  y += measure_heading (self) + 0.25 * ROW_HEIGHT * em;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    AlText label = label_text (self, get_label (self, &lines[i]));
    AlText unit = unit_text (self, al_unit_get_text (al_index_get_info (lines[i].first)->unit));

    if (!is_shown (self, &lines[i]))
      continue;
    if (has_gap (self, &lines[i]))
      y += 0.5 * ROW_HEIGHT * em;
    label.align_y = unit.align_y = 0.5;
    al_text_draw (&label, self->style, cr, x, y + 0.5 * ROW_HEIGHT * em);
    al_text_draw (&unit, self->style, cr, unit_x, y + 0.5 * ROW_HEIGHT * em);
    y += ROW_HEIGHT * em;
  }
}

/**
 * al_figure_table_draw:
 * @self: a table
 * @cr: where to draw
 * @x: left edge
 * @y: upper edge
 *
 * Draws the table.
 */
void
al_figure_table_draw (const AlFigureTable *self, cairo_t *cr, double x, double y)
{
  double width, height;
  double right = x + measure_label_column (self) + measure_unit_column (self);

  al_figure_table_measure (self, &width, &height);
  draw_labels (self, cr, x, y);
  for (guint i = 0; i < self->figure->n_runs; i++) {
    right += measure_run_column (self, &self->figure->runs[i]);
    draw_run (self, i, cr, right, y);
  }
  draw_rule (self, cr, x, y + measure_heading (self), width);
  draw_rule (self, cr, x, y + height, width);
}

/*
 * Makes the table fit into @width by @height: first with short names, then with small text. Returns
 * whether it can still be read.
 */
gboolean
al_figure_table_fit (AlFigureTable *self, double width, double height)
{
  double table_width, table_height;

  self->scale = 1;
  al_figure_table_measure (self, &table_width, &table_height);
  self->is_short = table_width > width;
  al_figure_table_measure (self, &table_width, &table_height);
  self->scale = MIN (MIN (width / table_width, height / table_height), 1);
  return self->scale >= SMALLEST;
}
