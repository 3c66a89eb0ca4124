/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * AlPlacer:
 * @bounds: no label may leave this
 * @points: pixels that curves pass through
 * @taken: labels and marks that stand already
 *
 * Finds room for labels on curves. A place costs for every bit of curve under it, much more for
 * lying on another label, and most for leaving the bounds.
 */
typedef struct {
  cairo_rectangle_t bounds;
  GArray *points;
  GArray *taken;
} AlPlacer;

/**
 * AlPlace:
 * @box: where the label would stand, in pixels
 * @leader: what a line from the curve to the label would cross; without extent for none
 * @penalty: how much less this place is liked than the best one; one point of curve under a label
 *   costs 1
 */
typedef struct {
  cairo_rectangle_t box;
  cairo_rectangle_t leader;
  double penalty;
} AlPlace;

void al_placer_init (AlPlacer *self, const cairo_rectangle_t *bounds);
void al_placer_clear (AlPlacer *self);
void al_placer_add_point (AlPlacer *self, double x, double y);
guint al_placer_get_n_points (const AlPlacer *self);
void al_placer_forget_points (AlPlacer *self, guint n_points);
void al_placer_take (AlPlacer *self, const cairo_rectangle_t *box);
int al_placer_choose (AlPlacer *self, const AlPlace *places, guint n_places, int previous);
double al_placer_cost (const AlPlacer *self, const AlPlace *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AlPlacer, al_placer_clear)

G_END_DECLS
