/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-placer.h"

#include <math.h>

/* Costs, in points of curve under a label. */
#define COST_OF_OVERLAP 400.0
#define COST_OF_LEAVING 4000.0

/* A label stays where it stood before unless another place is this much better: it must not jump.
 */
#define COST_OF_MOVING 12.0

typedef struct {
  double x;
  double y;
} Point;

/**
 * al_placer_init:
 * @self: (out): a placer
 * @bounds: no label may leave this
 *
 * Starts with nothing in the way.
 */
void
al_placer_init (AlPlacer *self, const cairo_rectangle_t *bounds)
{
  self->bounds = *bounds;
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
}

/**
 * al_placer_clear:
 * @self: a placer
 *
 * Frees what a placer holds.
 */
void
al_placer_clear (AlPlacer *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->taken, g_array_unref);
}

/**
 * al_placer_add_point:
 * @self: a placer
 * @x: pixel; not finite to be left out
 * @y: pixel; not finite to be left out
 *
 * Says that a curve passes here.
 */
void
al_placer_add_point (AlPlacer *self, double x, double y)
{
  const Point point = {x, y};

  if (isfinite (x) && isfinite (y))
    g_array_append_val (self->points, point);
}

/**
 * al_placer_get_n_points:
 * @self: a placer
 *
 * How many points are in the way.
 *
 * Returns: a number
 */
guint
al_placer_get_n_points (const AlPlacer *self)
{
  return self->points->len;
}

/**
 * al_placer_forget_points:
 * @self: a placer
 * @n_points: how many stay, not more than there are
 *
 * Takes the points that came last out of the way.
 */
void
al_placer_forget_points (AlPlacer *self, guint n_points)
{
  g_return_if_fail (n_points <= self->points->len);

  g_array_set_size (self->points, n_points);
}

/**
 * al_placer_take:
 * @self: a placer
 * @box: a rectangle in pixels
 *
 * Says that something stands here which no label should cover.
 */
void
al_placer_take (AlPlacer *self, const cairo_rectangle_t *box)
{
  g_array_append_vals (self->taken, box, 1);
}

static double
overlap (double low_a, double size_a, double low_b, double size_b)
{
  return MAX (0, MIN (low_a + size_a, low_b + size_b) - MAX (low_a, low_b));
}

/* Which part of @box lies in @other, 0 to 1. */
static double
shared_part (const cairo_rectangle_t *box, const cairo_rectangle_t *other)
{
  double area = box->width * box->height;

  if (!(area > 0))
    return 0;
  return overlap (box->x, box->width, other->x, other->width) *
         overlap (box->y, box->height, other->y, other->height) / area;
}

static guint
count_points (const AlPlacer *self, const cairo_rectangle_t *box)
{
  guint n = 0;

  for (guint i = 0; i < self->points->len; i++) {
    const Point *point = &g_array_index (self->points, Point, i);

    if (point->x >= box->x && point->x <= box->x + box->width && point->y >= box->y &&
        point->y <= box->y + box->height)
      n++;
  }
  return n;
}

static double
cost_of_taken (const AlPlacer *self, const cairo_rectangle_t *box)
{
  double cost = 0;

  for (guint i = 0; i < self->taken->len; i++) {
    double shared = shared_part (box, &g_array_index (self->taken, cairo_rectangle_t, i));

    if (shared > 0)
      cost += COST_OF_OVERLAP * (0.25 + shared);
  }
  return cost;
}

/* All of what a place costs but the points of curves under it, which take the longest to count. */
static double
cost_without_points (const AlPlacer *self, const AlPlace *place)
{
  double cost = place->penalty + cost_of_taken (self, &place->box);
  double outside = 1 - shared_part (&place->box, &self->bounds);

  if (outside > 1e-9)
    cost += COST_OF_LEAVING * (1 + outside);
  if (place->leader.width > 0)
    cost += cost_of_taken (self, &place->leader);
  return cost;
}

static double
cost_of_points (const AlPlacer *self, const AlPlace *place)
{
  return count_points (self, &place->box) +
         (place->leader.width > 0 ? count_points (self, &place->leader) : 0);
}

/**
 * al_placer_cost:
 * @self: a placer
 * @place: a place
 *
 * What a place costs.
 *
 * Returns: 0 for a free place that is liked
 */
double
al_placer_cost (const AlPlacer *self, const AlPlace *place)
{
  return cost_without_points (self, place) + cost_of_points (self, place);
}

/* What a place costs, or @limit if that is not less. */
static double
cost_below (const AlPlacer *self, const AlPlace *place, double limit)
{
  double cost = cost_without_points (self, place);

  if (cost < limit)
    cost += cost_of_points (self, place);
  return MIN (cost, limit);
}

/**
 * al_placer_choose:
 * @self: a placer
 * @places: where a label could stand
 * @n_places: how many
 * @previous: which of them it took last time, or -1
 *
 * Chooses the cheapest place, and takes it.
 *
 * Returns: index of the place, -1 when there is none
 */
int
al_placer_choose (AlPlacer *self, const AlPlace *places, guint n_places, int previous)
{
  const gboolean has_previous = previous >= 0 && (guint) previous < n_places;
  int best = has_previous ? previous : -1;
  double best_cost =
      has_previous ? al_placer_cost (self, &places[previous]) - COST_OF_MOVING : G_MAXDOUBLE;

  for (guint i = 0; i < n_places; i++) {
    const double cost = cost_below (self, &places[i], best_cost);

    if (cost < best_cost) {
      best = (int) i;
      best_cost = cost;
    }
  }
  if (best < 0)
    return best;
  al_placer_take (self, &places[best].box);
  if (places[best].leader.width > 0)
    al_placer_take (self, &places[best].leader);
  return best;
}
