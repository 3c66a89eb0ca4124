/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-frame.h"
#include "al-pv-plot.h"

G_BEGIN_DECLS

/* Past beats that are still seen, fading. */
#define AL_PV_TRAIL 5

/* Marks of the newest beat: its end of diastole and of systole. */
#define AL_PV_MARKS 2

/* Free edge on the left, in parts of the text height. */
#define AL_PV_MARGIN 0.6

/* A named loop; its points are #AlPvPoint. */
typedef struct {
  AlRole role;
  char *name;
  GArray *points;
  int place; /* of its label, -1 before the first */
} AlPvLoop;

struct _AlPvPlot {
  AlPlotStyle style;
  double width;
  double height;
  AlRange volume_ml;
  AlRange pressure_mmhg;
  AlFrame frame;
  GArray *espvr;
  GArray *edpvr;
  int espvr_place;
  int edpvr_place;
  gboolean is_pva_visible;
  gboolean is_still; /* the newest beat is the picture, not the trail of a live one */
  GPtrArray *ghosts;
  AlPvLoop *live;  /* role and name of the live loop, with the points of the current beat */
  GPtrArray *past; /* finished beats as arrays of points, the newest last */
};

const GArray *al_pv_plot_get_newest (const AlPvPlot *self);
gboolean al_pv_plot_get_marks (const AlPvPlot *self, AlPvPoint *marks);
double al_pv_plot_get_mark_radius (const AlPvPlot *self);
AlStroke al_pv_plot_get_live_stroke (const AlPvPlot *self);
void al_pv_plot_draw_labels (AlPvPlot *self, cairo_t *cr);

G_END_DECLS
