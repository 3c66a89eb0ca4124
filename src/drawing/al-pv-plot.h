/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-axis.h"
#include "al-style.h"

G_BEGIN_DECLS

/**
 * AlPvPoint:
 * @volume_ml: volume of the ventricle
 * @pressure_mmhg: pressure in it
 */
typedef struct {
  double volume_ml;
  double pressure_mmhg;
} AlPvPoint;

/**
 * AlPvEvent:
 * @at: where on the newest beat
 * @name: (not owned): a short name, such as AO; it outlives the plot
 * @opens: whether a valve opens there, or closes
 *
 * A valve that opens or closes.
 */
typedef struct {
  AlPvPoint at;
  const char *name;
  gboolean opens;
} AlPvEvent;

/* The two valves of a chamber open and close. */
#define AL_PV_MAX_EVENTS 4

/* Other chambers beside the one whose loop is alive. */
#define AL_PV_MAX_COMPANIONS 3

/**
 * AlPvPlot:
 *
 * The pressure-volume loop: axes, the two relations, ghosts, past beats and the beat that is being
 * drawn now. It is drawn in three layers that live for different times, so that a caller may keep
 * the first two: *static* changes with size, style and range; *beat* once a beat or when a ghost
 * comes or goes; *live* with every frame. The ground is not painted: the caller does.
 */
typedef struct _AlPvPlot AlPvPlot;

AlPvPlot *al_pv_plot_new (void);
void al_pv_plot_free (AlPvPlot *self);

void al_pv_plot_set_style (AlPvPlot *self, const AlPlotStyle *style);
void al_pv_plot_set_size (AlPvPlot *self, double width, double height);
void al_pv_plot_set_range (AlPvPlot *self, AlRange volume_ml, AlRange pressure_mmhg);
void al_pv_plot_get_range (const AlPvPlot *self, AlRange *volume_ml, AlRange *pressure_mmhg);

void al_pv_plot_set_espvr (AlPvPlot *self, const AlPvPoint *points, guint n_points);
void al_pv_plot_set_edpvr (AlPvPlot *self, const AlPvPoint *points, guint n_points);
void al_pv_plot_set_pva_visible (AlPvPlot *self, gboolean visible);

void al_pv_plot_add_ghost (AlPvPlot *self, AlRole role, const char *name, const AlPvPoint *points,
                           guint n_points);
void al_pv_plot_add_thin_ghost (AlPvPlot *self, AlRole role, const AlPvPoint *points,
                                guint n_points);
void al_pv_plot_clear_ghosts (AlPvPlot *self);

void al_pv_plot_set_ea_visible (AlPvPlot *self, gboolean visible);
void al_pv_plot_set_events (AlPvPlot *self, const AlPvEvent *events, guint n_events);
void al_pv_plot_set_event_names_visible (AlPvPlot *self, gboolean visible);

void al_pv_plot_set_n_companions (AlPvPlot *self, guint n_companions);
void al_pv_plot_set_companion (AlPvPlot *self, guint index, const char *name,
                               const AlPvPoint *points, guint n_points);
void al_pv_plot_move_companion (AlPvPlot *self, guint index, const AlPvPoint *now);
void al_pv_plot_draw_companion_point (const AlPvPlot *self, cairo_t *cr, guint index);
gboolean al_pv_plot_get_companion_extents (const AlPvPlot *self, guint index,
                                           cairo_rectangle_t *extents);

void al_pv_plot_set_review (AlPvPlot *self, const AlPvPoint *points, guint n_points, guint now);
void al_pv_plot_draw_review (const AlPvPlot *self, cairo_t *cr);
guint al_pv_plot_find_nearest (const AlPvPlot *self, double x, double y);
gboolean al_pv_plot_is_left (const AlPvPlot *self);

void al_pv_plot_set_live (AlPvPlot *self, AlRole role, const char *name);
void al_pv_plot_add_point (AlPvPlot *self, double volume_ml, double pressure_mmhg);
void al_pv_plot_end_beat (AlPvPlot *self);
void al_pv_plot_clear_beats (AlPvPlot *self);
guint al_pv_plot_get_n_points (const AlPvPlot *self);
const AlPvPoint *al_pv_plot_get_last_beat (const AlPvPlot *self, guint *n_points);

void al_pv_plot_draw_static (const AlPvPlot *self, cairo_t *cr);
void al_pv_plot_draw_beat (AlPvPlot *self, cairo_t *cr);
void al_pv_plot_draw_live (const AlPvPlot *self, cairo_t *cr);
void al_pv_plot_draw (AlPvPlot *self, cairo_t *cr);

void al_pv_plot_draw_live_part (const AlPvPlot *self, cairo_t *cr, guint first, guint last);
void al_pv_plot_draw_live_point (const AlPvPlot *self, cairo_t *cr);
gboolean al_pv_plot_get_live_extents (const AlPvPlot *self, guint first, guint last,
                                      cairo_rectangle_t *extents);

void al_pv_plot_get_area (const AlPvPlot *self, cairo_rectangle_t *area);
void al_pv_plot_to_pixels (const AlPvPlot *self, const AlPvPoint *point, double *x, double *y);
void al_pv_plot_from_pixels (const AlPvPlot *self, double x, double y, AlPvPoint *point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlPvPlot, al_pv_plot_free)

G_END_DECLS
