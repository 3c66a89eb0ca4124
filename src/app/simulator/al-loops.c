/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-loops.h"

/**
 * al_loops_init:
 * @self: memory for loops
 *
 * Makes an empty recorder.
 */
void
al_loops_init (AlLoops *self)
{
  for (guint i = 0; i < AL_LOOPS_KEPT; i++)
    self->points[i] = g_array_sized_new (FALSE, FALSE, 2 * sizeof (double), 1024);
  self->serial = 0;
}

/**
 * al_loops_clear:
 * @self: loops
 *
 * Forgets every loop.
 */
void
al_loops_clear (AlLoops *self)
{
  for (guint i = 0; i < AL_LOOPS_KEPT; i++)
    g_array_set_size (self->points[i], 0);
  self->serial = 0;
}

/**
 * al_loops_finalize:
 * @self: loops
 *
 * Frees what a recorder holds, not the recorder.
 */
void
al_loops_finalize (AlLoops *self)
{
  for (guint i = 0; i < AL_LOOPS_KEPT; i++)
    g_clear_pointer (&self->points[i], g_array_unref);
}

static GArray *
get_points (const AlLoops *self, guint back)
{
  return self->points[(self->serial + AL_LOOPS_KEPT - back) % AL_LOOPS_KEPT];
}

/**
 * al_loops_add:
 * @self: loops
 * @volume_ml: left ventricular volume
 * @pressure_mmhg: left ventricular pressure
 *
 * Adds a point to the growing loop.
 */
void
al_loops_add (AlLoops *self, double volume_ml, double pressure_mmhg)
{
  const double point[2] = {volume_ml, pressure_mmhg};

  g_array_append_vals (get_points (self, 0), point, 1);
}

/**
 * al_loops_next:
 * @self: loops
 *
 * Closes the growing loop and begins the next at its last point.
 */
void
al_loops_next (AlLoops *self)
{
  GArray *closed = get_points (self, 0);
  GArray *next;

  self->serial++;
  next = get_points (self, 0);
  g_array_set_size (next, 0);
  if (closed->len > 0)
    g_array_append_vals (next, closed->data + (closed->len - 1) * 2 * sizeof (double), 1);
}

/**
 * al_loops_get:
 * @self: loops
 * @back: 0 for the growing loop, 1 for the last whole one, and so on
 * @n_points: (out): points of the loop
 *
 * The points of a loop, valid until the next is added.
 *
 * Returns: (transfer none): pairs of volume (mL) and pressure (mmHg)
 */
const double *
al_loops_get (const AlLoops *self, guint back, guint *n_points)
{
  const GArray *points;

  g_return_val_if_fail (back < AL_LOOPS_KEPT, NULL);
  points = get_points (self, back);
  *n_points = points->len;
  return (const double *) points->data;
}
