/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-chronology-mark.h"

G_BEGIN_DECLS

/**
 * AlChronologyPlot:
 *
 * What appeared when: years from left to right, a lane for each question, and in a lane a mark with
 * a name for each event. Lanes grow as high as their names need. The ground is not painted: the
 * caller does.
 */
typedef struct _AlChronologyPlot AlChronologyPlot;

AlChronologyPlot *al_chronology_plot_new (void);
void al_chronology_plot_free (AlChronologyPlot *self);

void al_chronology_plot_add_lane (AlChronologyPlot *self, const char *title, AlRole role);
void al_chronology_plot_add_event (AlChronologyPlot *self, guint year, const char *label,
                                   const AlChronologyMark *mark);
void al_chronology_plot_add_key (AlChronologyPlot *self, const char *label,
                                 const AlChronologyMark *mark);
void al_chronology_plot_set_span (AlChronologyPlot *self, guint from, guint to, const char *label);

void al_chronology_plot_set_style (AlChronologyPlot *self, const AlPlotStyle *style);
void al_chronology_plot_set_width (AlChronologyPlot *self, double width);
double al_chronology_plot_get_height (const AlChronologyPlot *self);
void al_chronology_plot_draw (const AlChronologyPlot *self, int current, cairo_t *cr);

guint al_chronology_plot_get_n_events (const AlChronologyPlot *self);
int al_chronology_plot_find (const AlChronologyPlot *self, double x, double y);
void al_chronology_plot_get_box (const AlChronologyPlot *self, guint event, cairo_rectangle_t *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlChronologyPlot, al_chronology_plot_free)

G_END_DECLS
