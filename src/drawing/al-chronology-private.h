/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-chronology-plot.h"
#include "al-text.h"

G_BEGIN_DECLS

/* Shared by al-chronology-plot.c, which draws, and al-chronology-layout.c, which finds the room. */

/* In heights of text. */
#define MARK       1.00
#define EDGE       0.70 /* as far as a mark may reach from its middle */
#define MARK_GAP   0.40 /* between a mark and its name */
#define LANE_GAP   0.55 /* above and below the rows of a lane */
#define AXIS_GAP   0.45
#define LABEL_SIZE 0.92
#define TICK_SIZE  0.86

typedef struct {
  char *title;
  AlRole role;
  double y; /* of its upper edge */
} Lane;

typedef struct {
  guint lane;
  guint year;
  char *label;
  AlChronologyMark mark;
  double x, y;           /* middle of the mark */
  double align, wrap;    /* of the name: 0 to the right of the mark, 1 to the left */
  cairo_rectangle_t box; /* of mark and name */
} Event;

typedef struct {
  char *label;
  AlChronologyMark mark;
  double x, y;
} Key;

struct _AlChronologyPlot {
  AlPlotStyle style;
  GArray *lanes;
  GArray *events;
  GArray *keys;
  guint span_from, span_to; /* 0 for none */
  char *span_label;
  double width;
  double top, bottom; /* of the lanes */
  double height;
};

static inline Event *
al_chronology_plot_get_event (const AlChronologyPlot *self, guint i)
{
  return &g_array_index (self->events, Event, i);
}

static inline Lane *
al_chronology_plot_get_lane (const AlChronologyPlot *self, guint i)
{
  return &g_array_index (self->lanes, Lane, i);
}

AlText al_chronology_plot_get_name (const Event *event, double wrap);
AlText al_chronology_plot_get_title (const Lane *lane, const AlColor *color);
void al_chronology_plot_get_years (const AlChronologyPlot *self, guint *first, guint *last);
double al_chronology_plot_get_x (const AlChronologyPlot *self, double year);
void al_chronology_plot_lay_out (AlChronologyPlot *self);

G_END_DECLS
