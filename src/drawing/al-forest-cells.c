/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the cells of a forest plot. */

#include "config.h"

#include "al-forest-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

AlForestLine *
al_forest_get_row (const AlForestPlot *self, guint index)
{
  return &g_array_index (self->rows, AlForestLine, index);
}

static gboolean
has_counts (const AlForestRow *row)
{
  return (row->kind == AL_FOREST_STUDY || row->kind == AL_FOREST_SUMMARY) &&
         (row->n_device >= 0 || row->n_control >= 0);
}

gboolean
al_forest_has_weight (const AlForestRow *row)
{
  return row->kind == AL_FOREST_STUDY && isfinite (row->weight_percent);
}

gboolean
al_forest_is_effect (const AlForestRow *row)
{
  return (row->kind == AL_FOREST_STUDY || row->kind == AL_FOREST_SUMMARY) && isfinite (row->effect);
}

AlText
al_forest_label_text (const AlForestPlot *self, const AlForestRow *row)
{
  AlText text = {.text = row->label, .wrap = self->label_width};

  text.bold = row->kind == AL_FOREST_SUMMARY || row->kind == AL_FOREST_HEADING;
  if (row->kind == AL_FOREST_NOTE) {
    text.color = &self->style.text_dim;
    text.size = AL_FOREST_DETAIL_SIZE;
  }
  /* A line of text may run through the whole table. */
  if (row->kind == AL_FOREST_NOTE || row->kind == AL_FOREST_HEADING)
    text.wrap = al_forest_plot_measure_width (self) - 2 * AL_FOREST_PADDING * self->style.font_size;
  return text;
}

AlText
al_forest_detail_text (const AlForestPlot *self, const AlForestRow *row)
{
  return (AlText){.text = row->detail,
                  .size = AL_FOREST_DETAIL_SIZE,
                  .color = &self->style.text_dim,
                  .wrap = self->label_width};
}

AlText
al_forest_header_text (const char *text, double wrap)
{
  return (AlText){.text = text, .size = AL_FOREST_HEADER_SIZE, .bold = TRUE, .wrap = wrap};
}

AlText
al_forest_subheader_text (const AlForestPlot *self, const char *text)
{
  return (AlText){.text = text, .size = AL_FOREST_DETAIL_SIZE, .color = &self->style.text_dim};
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

char *
al_forest_format_cell (const AlForestRow *row, AlForestColumn column)
{
  switch (column) {
  case AL_FOREST_COLUMN_DEVICE:
    return has_counts (row) ? format_counts (row->events_device, row->n_device) : NULL;
  case AL_FOREST_COLUMN_CONTROL:
    return has_counts (row) ? format_counts (row->events_control, row->n_control) : NULL;
  case AL_FOREST_COLUMN_EFFECT:
    return al_forest_is_effect (row) ? format_effect (row) : NULL;
  case AL_FOREST_COLUMN_WEIGHT:
    /* Translators: a weight in per cent */
    return al_forest_has_weight (row) ? g_strdup_printf (_ ("%.1f %%"), row->weight_percent) : NULL;
  case AL_FOREST_COLUMN_LABEL:
  case AL_FOREST_COLUMN_PLOT:
  case AL_FOREST_N_COLUMNS:
  default:
    return NULL;
  }
}

const char *
al_forest_get_header (const AlForestPlot *self, AlForestColumn column)
{
  switch (column) {
  case AL_FOREST_COLUMN_LABEL:
    return _ ("Study");
  case AL_FOREST_COLUMN_DEVICE:
    return self->device;
  case AL_FOREST_COLUMN_CONTROL:
    return self->control;
  case AL_FOREST_COLUMN_EFFECT:
    return self->measure;
  case AL_FOREST_COLUMN_WEIGHT:
    return _ ("Weight");
  case AL_FOREST_COLUMN_PLOT:
  case AL_FOREST_N_COLUMNS:
  default:
    return NULL;
  }
}

const char *
al_forest_get_subheader (AlForestColumn column)
{
  switch (column) {
  case AL_FOREST_COLUMN_DEVICE:
  case AL_FOREST_COLUMN_CONTROL:
    return _ ("events/people");
  case AL_FOREST_COLUMN_EFFECT:
    return _ ("(95 % interval)");
  case AL_FOREST_COLUMN_LABEL:
  case AL_FOREST_COLUMN_PLOT:
  case AL_FOREST_COLUMN_WEIGHT:
  case AL_FOREST_N_COLUMNS:
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

double
al_forest_measure_text_width (const AlForestPlot *self, const AlText *text)
{
  double width, height;

  measure (self, text, &width, &height);
  return width;
}

double
al_forest_measure_text_height (const AlForestPlot *self, const AlText *text)
{
  double width, height;

  measure (self, text, &width, &height);
  return height;
}
