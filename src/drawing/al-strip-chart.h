/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-axis.h"
#include "al-style.h"
#include "al-trace.h"

G_BEGIN_DECLS

/**
 * AlStripChart:
 *
 * Several signals against time on one y axis. It either *sweeps*, as a bedside monitor does: a
 * write head runs from left to right, a gap ahead of it wipes what the last sweep left, and every
 * sample stands still once written; or it shows a fixed *span* of time, as on paper. Three layers:
 * *static* (size, style, range), *beat* (names of the curves at the right edge, which follow the
 * means), *live* (the curves). The ground is not painted: the caller does.
 */
typedef struct _AlStripChart AlStripChart;

/**
 * AlStripFunc:
 * @time_us: simulated time
 * @data: what was given
 *
 * Returns: the value of a curve, in the unit of the chart
 */
typedef double (*AlStripFunc) (gint64 time_us, gconstpointer data);

AlStripChart *al_strip_chart_new (const char *title, const char *unit);
void al_strip_chart_free (AlStripChart *self);

void al_strip_chart_add_signal (AlStripChart *self, AlSignal signal, const char *name,
                                double factor);
void al_strip_chart_add_function (AlStripChart *self, AlStripFunc func, gconstpointer data,
                                  AlSignal signal, const char *name);
void al_strip_chart_set_band (AlStripChart *self, const char *name, AlSignal signal,
                              double threshold);
void al_strip_chart_set_values_visible (AlStripChart *self, gboolean visible);
void al_strip_chart_set_first_label (AlStripChart *self, gint64 label_us);
void al_strip_chart_set_style (AlStripChart *self, const AlPlotStyle *style);
void al_strip_chart_set_size (AlStripChart *self, double width, double height);
void al_strip_chart_set_range (AlStripChart *self, AlRange range);
void al_strip_chart_set_sweep (AlStripChart *self, gint64 duration_us);
void al_strip_chart_set_span (AlStripChart *self, gint64 start_us, gint64 end_us);
void al_strip_chart_set_time_visible (AlStripChart *self, gboolean visible);
void al_strip_chart_measure_margins (const AlStripChart *self, double *left, double *right);
void al_strip_chart_set_margins (AlStripChart *self, double left, double right);

void al_strip_chart_draw_static (const AlStripChart *self, cairo_t *cr);
void al_strip_chart_draw_beat (const AlStripChart *self, cairo_t *cr, const AlTrace *trace);
void al_strip_chart_draw_live (const AlStripChart *self, cairo_t *cr, const AlTrace *trace);
void al_strip_chart_draw (const AlStripChart *self, cairo_t *cr, const AlTrace *trace);

void al_strip_chart_draw_part (const AlStripChart *self, cairo_t *cr, const AlTrace *trace,
                               gint64 from_us, gint64 to_us);
void al_strip_chart_draw_head (const AlStripChart *self, cairo_t *cr, const AlTrace *trace);
guint al_strip_chart_get_n_curves (const AlStripChart *self);
const char *al_strip_chart_get_name (const AlStripChart *self, guint curve);
double al_strip_chart_find_value (const AlStripChart *self, const AlTrace *trace, guint curve,
                                  gint64 time_us);
gint64 al_strip_chart_get_oldest_us (const AlStripChart *self, gint64 head_us);
double al_strip_chart_get_x (const AlStripChart *self, gint64 time_us);
double al_strip_chart_get_y (const AlStripChart *self, double value);
void al_strip_chart_get_area (const AlStripChart *self, cairo_rectangle_t *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlStripChart, al_strip_chart_free)

G_END_DECLS
