/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-axis.h"
#include "al-style.h"

G_BEGIN_DECLS

/**
 * AlForestKind:
 * @AL_FOREST_STUDY: one study: a square with its interval
 * @AL_FOREST_SUMMARY: a pooled effect: a diamond
 * @AL_FOREST_HEADING: a line of text in bold above a group
 * @AL_FOREST_NOTE: a line of text under a group, such as its heterogeneity
 */
typedef enum {
  AL_FOREST_STUDY,
  AL_FOREST_SUMMARY,
  AL_FOREST_HEADING,
  AL_FOREST_NOTE,
} AlForestKind;

/**
 * AlForestRow:
 * @kind: what the row is
 * @label: name of the study, or the text
 * @detail: (nullable): a second, dimmer text after the label, such as "30 days"
 * @events_device: events in the device arm, negative when unknown
 * @n_device: people in the device arm, negative when unknown
 * @events_control: events in the control arm, negative when unknown
 * @n_control: people in the control arm, negative when unknown
 * @effect: the effect, on the natural scale; NAN where there is none
 * @low: lower end of its interval
 * @high: upper end
 * @weight_percent: weight in the pooling, 0 to 100; NAN where nothing is pooled
 */
typedef struct {
  AlForestKind kind;
  const char *label;
  const char *detail;
  int events_device;
  int n_device;
  int events_control;
  int n_control;
  double effect;
  double low;
  double high;
  double weight_percent;
} AlForestRow;

/**
 * AlForestTitles:
 * @measure: name of the effect, such as "Risk ratio"
 * @device: heading of the device arm
 * @control: heading of the control arm
 * @favours_device: words under the axis, left of no effect
 * @favours_control: words under the axis, right of no effect
 */
typedef struct {
  const char *measure;
  const char *device;
  const char *control;
  const char *favours_device;
  const char *favours_control;
} AlForestTitles;

/**
 * AlForestPlot:
 *
 * A forest plot: a table of studies with the effect of each as a square on one axis. Less than the
 * value of no effect stands on the left. The ground is not painted: the caller does.
 */
typedef struct _AlForestPlot AlForestPlot;

AlForestPlot *al_forest_plot_new (const AlForestTitles *titles, AlScale scale);
void al_forest_plot_free (AlForestPlot *self);

void al_forest_plot_add_row (AlForestPlot *self, const AlForestRow *row);
void al_forest_plot_set_style (AlForestPlot *self, const AlPlotStyle *style);
void al_forest_plot_set_width (AlForestPlot *self, double width);
void al_forest_plot_fit (AlForestPlot *self, const AlPlotStyle *style, double width, double height);
void al_forest_plot_set_range (AlForestPlot *self, AlRange range);
AlRange al_forest_plot_get_range (const AlForestPlot *self);

double al_forest_plot_measure_height (const AlForestPlot *self);
double al_forest_plot_measure_width (const AlForestPlot *self);
int al_forest_plot_get_row_at (const AlForestPlot *self, double y);
double al_forest_plot_get_x (const AlForestPlot *self, double effect);
void al_forest_plot_draw (const AlForestPlot *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlForestPlot, al_forest_plot_free)

G_END_DECLS
