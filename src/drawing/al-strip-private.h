/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-frame.h"
#include "al-strip-chart.h"

G_BEGIN_DECLS

/* The inside of a strip chart, for its own files alone. */

/* A signal, or what @func says; its stroke is that of the signal. */
typedef struct {
  AlSignal signal;
  char *name;
  double factor;
  AlStripFunc func;
  gconstpointer data;
} AlStripCurve;

/* A bar below the area for as long as a signal is above a threshold. */
typedef struct {
  char *name; /* NULL for no band */
  AlSignal signal;
  double threshold;
} AlStripBand;

struct _AlStripChart {
  char *title; /* NULL for none */
  char *unit;
  GArray *curves;
  AlPlotStyle style;
  double width;
  double height;
  AlRange range;
  gboolean is_sweep;
  gint64 start_us; /* of the span; 0 in a sweep */
  gint64 duration_us;
  gboolean is_time_visible;
  gint64 first_label_us; /* what the time axis says at its left end */
  gboolean has_values;   /* whether the y axis has numbers */
  AlStripBand band;
  gboolean has_margins; /* that a caller gave */
  double left;
  double right;
  AlFrame frame;
};

const AlStripCurve *al_strip_chart_get_curve (const AlStripChart *self, guint index);
gint64 al_strip_chart_get_origin_us (const AlStripChart *self, gint64 time_us);
double al_strip_chart_map_time (const AlStripChart *self, gint64 origin_us, gint64 time_us);
void al_strip_chart_get_band_area (const AlStripChart *self, cairo_rectangle_t *area);

G_END_DECLS
