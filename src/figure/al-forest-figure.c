/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-forest-figure.h"

#include <math.h>

/* Of the axis of a ratio. */
static const AlRange widest = {0.25, 4.0};

static void
add_entry (AlForestPlot *plot, const AlForestEntry *entry)
{
  const AlForestRow row = {
      .kind = entry->is_summary ? AL_FOREST_SUMMARY : AL_FOREST_STUDY,
      .label = entry->label,
      .detail = entry->detail,
      .events_device = entry->has_counts ? (int) entry->treated.events : -1,
      .n_device = entry->has_counts ? (int) entry->treated.total : -1,
      .events_control = entry->has_counts ? (int) entry->control.events : -1,
      .n_control = entry->has_counts ? (int) entry->control.total : -1,
      .effect = entry->effect.value,
      .low = entry->effect.low,
      .high = entry->effect.high,
      .weight_percent = entry->weight * 100,
  };

  al_forest_plot_add_row (plot, &row);
}

static void
add_note (AlForestPlot *plot, const char *text)
{
  const AlForestRow row = {
      .kind = AL_FOREST_NOTE,
      .label = text,
      .events_device = -1,
      .n_device = -1,
      .events_control = -1,
      .n_control = -1,
      .effect = NAN,
      .weight_percent = NAN,
  };

  if (text != NULL && *text != '\0')
    al_forest_plot_add_row (plot, &row);
}

/* One wide interval of a small study must not press all others together: it ends in an arrow. */
static void
limit_range (AlForestPlot *plot, AlMeasure measure)
{
  const AlRange range = al_forest_plot_get_range (plot);

  if (al_measure_is_ratio (measure) && (range.low < widest.low || range.high > widest.high))
    al_forest_plot_set_range (plot, widest);
}

/**
 * al_forest_figure_new:
 * @forest: what to draw
 *
 * Makes the plot of a forest, with its heterogeneity under it.
 *
 * Returns: (transfer full): a plot without a style
 */
AlForestPlot *
al_forest_figure_new (AlForest *forest)
{
  AlMeasure measure = al_forest_get_measure (forest);
  const AlForestTitles titles = {
      .measure = al_measure_get_label (measure),
      .device = al_forest_get_treated_label (forest),
      .control = al_forest_get_control_label (forest),
      .favours_device = al_forest_get_favours_treated (forest),
      .favours_control = al_forest_get_favours_control (forest),
  };
  AlForestPlot *plot =
      al_forest_plot_new (&titles, al_measure_is_ratio (measure) ? AL_SCALE_LOG : AL_SCALE_LINEAR);
  g_autofree char *heterogeneity = al_forest_dup_heterogeneity (forest);
  gsize n_entries = 0;
  const AlForestEntry *entries = al_forest_get_entries (forest, &n_entries);

  for (gsize i = 0; i < n_entries; i++)
    add_entry (plot, &entries[i]);
  add_note (plot, heterogeneity);
  limit_range (plot, measure);
  return plot;
}

static double
measure_cb (double width, const AlPlotStyle *style, gpointer plot)
{
  al_forest_plot_set_style (plot, style);
  al_forest_plot_set_width (plot, width);
  return al_forest_plot_measure_height (plot);
}

static void
draw_cb (cairo_t *cr, double width, double height, const AlPlotStyle *style, gpointer plot)
{
  al_forest_plot_fit (plot, style, width, height);
  al_forest_plot_draw (plot, cr);
}

/**
 * al_forest_figure_write:
 * @forest: what to draw
 * @page: title, caption, size and looks; it is told what to draw, and a height of 0 is made to fit
 * @path: the file
 * @error: (out) (optional): as al_page_write()
 *
 * Draws a forest plot into a file.
 *
 * Returns: whether the file is there
 */
gboolean
al_forest_figure_write (AlForest *forest, AlPage *page, const char *path, GError **error)
{
  g_autoptr (AlForestPlot) plot = al_forest_figure_new (forest);

  page->draw = draw_cb;
  page->user_data = plot;
  if (page->height <= 0)
    al_page_fit_height (page, measure_cb);
  return al_page_write (page, path, error);
}
