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
  gboolean is_thin; /* of another chamber */
  AlPvPoint now;    /* of a companion: where it is */
  int place;        /* of its label, -1 before the first */
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
  int ea_place;
  gboolean is_pva_visible;
  gboolean is_ea_visible;
  gboolean are_event_names_visible;
  AlPvEvent events[AL_PV_MAX_EVENTS];
  int event_places[AL_PV_MAX_EVENTS];
  guint n_events;
  gboolean is_still; /* the newest beat is the picture, not the trail of a live one */
  GPtrArray *ghosts;
  AlPvLoop *live;        /* role and name of the live loop, with the points of the current beat */
  GPtrArray *past;       /* finished beats as arrays of points, the newest last */
  GPtrArray *companions; /* the last beat of other chambers */
  GArray *review;        /* the beat that is looked at, empty for none */
  guint review_now;
};

const GArray *al_pv_plot_get_newest (const AlPvPlot *self);
gboolean al_pv_plot_get_marks (const AlPvPlot *self, AlPvPoint *marks);
double al_pv_plot_get_mark_unit (const AlPvPlot *self);
double al_pv_plot_get_mark_radius (const AlPvPlot *self);
AlStroke al_pv_plot_get_live_stroke (const AlPvPlot *self);
AlStroke al_pv_plot_get_stroke (const AlPvPlot *self, const AlPvLoop *loop);
void al_pv_plot_add_path (const AlPvPlot *self, const GArray *points, guint first, guint last,
                          cairo_t *cr);
void al_pv_plot_draw_dot (const AlPvPlot *self, const AlPvPoint *point, double unit, cairo_t *cr);
gboolean al_pv_plot_find_corners (const AlPvPlot *self, AlPvPoint *diastole, guint *systole);
double al_pv_plot_get_ees (const AlPvPlot *self);
double al_pv_plot_get_ea (const AlPvPlot *self, AlPvPoint *line);
double al_pv_plot_get_event_radius (const AlPvPlot *self);
void al_pv_plot_draw_pva (const AlPvPlot *self, cairo_t *cr);
void al_pv_plot_draw_ea (const AlPvPlot *self, cairo_t *cr);
void al_pv_plot_draw_events (const AlPvPlot *self, cairo_t *cr);
void al_pv_plot_draw_companions (const AlPvPlot *self, cairo_t *cr);
void al_pv_plot_draw_labels (AlPvPlot *self, cairo_t *cr);

G_END_DECLS
