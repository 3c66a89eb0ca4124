/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-loops.h"

#include <string.h>

#include <glib/gi18n.h>

/* Room for a beat of a slow heart at first. */
#define USUAL_POINTS 1024

static const struct {
  AlSignal volume;
  AlSignal pressure;
} signals[AL_N_CAVITIES] = {
    [AL_CAVITY_LV] = {AL_SIGNAL_LV_VOLUME, AL_SIGNAL_LV_PRESSURE},
    [AL_CAVITY_RV] = {AL_SIGNAL_RV_VOLUME, AL_SIGNAL_RV_PRESSURE},
    [AL_CAVITY_LA] = {AL_SIGNAL_LA_VOLUME, AL_SIGNAL_LA_PRESSURE},
    [AL_CAVITY_RA] = {AL_SIGNAL_RA_VOLUME, AL_SIGNAL_RA_PRESSURE},
};

/**
 * al_cavity_get_volume:
 * @cavity: a chamber
 *
 * Returns: the signal of its volume
 */
AlSignal
al_cavity_get_volume (AlCavity cavity)
{
  return signals[cavity].volume;
}

/**
 * al_cavity_get_pressure:
 * @cavity: a chamber
 *
 * Returns: the signal of its pressure
 */
AlSignal
al_cavity_get_pressure (AlCavity cavity)
{
  return signals[cavity].pressure;
}

/**
 * al_cavity_get_name:
 * @cavity: a chamber
 *
 * The short name that stands on its curve, translated.
 *
 * Returns: (transfer none): a name
 */
const char *
al_cavity_get_name (AlCavity cavity)
{
  return _ (al_signal_get_info (signals[cavity].pressure)->label);
}

/**
 * al_loops_init:
 * @self: memory for loops
 *
 * Makes an empty recorder.
 */
void
al_loops_init (AlLoops *self)
{
  for (guint cavity = 0; cavity < AL_N_CAVITIES; cavity++) {
    for (guint i = 0; i < AL_LOOPS_KEPT; i++)
      self->points[cavity][i] = g_array_sized_new (FALSE, FALSE, 2 * sizeof (double), USUAL_POINTS);
  }
  self->last_us = 0;
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
  for (guint cavity = 0; cavity < AL_N_CAVITIES; cavity++) {
    for (guint i = 0; i < AL_LOOPS_KEPT; i++)
      g_array_set_size (self->points[cavity][i], 0);
  }
  self->last_us = 0;
  self->serial = 0;
}

/**
 * al_loops_copy:
 * @self: loops
 * @other: loops
 *
 * Becomes the same as another.
 */
void
al_loops_copy (AlLoops *self, const AlLoops *other)
{
  for (guint cavity = 0; cavity < AL_N_CAVITIES; cavity++) {
    for (guint i = 0; i < AL_LOOPS_KEPT; i++) {
      const GArray *from = other->points[cavity][i];

      g_array_set_size (self->points[cavity][i], 0);
      g_array_append_vals (self->points[cavity][i], from->data, from->len);
    }
  }
  memcpy (self->start_us, other->start_us, sizeof self->start_us);
  self->last_us = other->last_us;
  self->serial = other->serial;
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
  for (guint cavity = 0; cavity < AL_N_CAVITIES; cavity++) {
    for (guint i = 0; i < AL_LOOPS_KEPT; i++)
      g_clear_pointer (&self->points[cavity][i], g_array_unref);
  }
}

static GArray *
get_points (const AlLoops *self, AlCavity cavity, guint back)
{
  return self->points[cavity][(self->serial + AL_LOOPS_KEPT - back) % AL_LOOPS_KEPT];
}

/**
 * al_loops_add:
 * @self: loops
 * @sample: a moment
 *
 * Adds a point to the growing loop of every chamber.
 */
void
al_loops_add (AlLoops *self, const AlSample *sample)
{
  if (get_points (self, AL_CAVITY_LV, 0)->len == 0)
    self->start_us[self->serial % AL_LOOPS_STARTS] = sample->time_us;
  for (guint cavity = 0; cavity < AL_N_CAVITIES; cavity++) {
    const double point[2] = {sample->value[signals[cavity].volume],
                             sample->value[signals[cavity].pressure]};

    g_array_append_vals (get_points (self, (AlCavity) cavity, 0), point, 1);
  }
  self->last_us = sample->time_us;
}

static void
begin_with_last (GArray *next, const GArray *closed)
{
  g_array_set_size (next, 0);
  if (closed->len > 0)
    g_array_append_vals (next, closed->data + (closed->len - 1) * 2 * sizeof (double), 1);
}

/**
 * al_loops_next:
 * @self: loops
 *
 * Closes the growing loops and begins the next at their last points.
 */
void
al_loops_next (AlLoops *self)
{
  self->serial++;
  self->start_us[self->serial % AL_LOOPS_STARTS] = self->last_us;
  for (guint cavity = 0; cavity < AL_N_CAVITIES; cavity++)
    begin_with_last (get_points (self, (AlCavity) cavity, 0),
                     get_points (self, (AlCavity) cavity, 1));
}

/**
 * al_loops_get:
 * @self: loops
 * @back: 0 for the growing loop, 1 for the last whole one, and so on
 * @n_points: (out): points of the loop
 *
 * The points of a loop of the left ventricle, valid until the next is added.
 *
 * Returns: (transfer none): pairs of volume (mL) and pressure (mmHg)
 */
const double *
al_loops_get (const AlLoops *self, guint back, guint *n_points)
{
  return al_loops_get_cavity (self, AL_CAVITY_LV, back, n_points);
}

/**
 * al_loops_get_cavity:
 * @self: loops
 * @cavity: a chamber
 * @back: 0 for the growing loop, 1 for the last whole one, and so on
 * @n_points: (out): points of the loop
 *
 * The points of a loop of any chamber, valid until the next is added.
 *
 * Returns: (transfer none): pairs of volume (mL) and pressure (mmHg)
 */
const double *
al_loops_get_cavity (const AlLoops *self, AlCavity cavity, guint back, guint *n_points)
{
  const GArray *points;

  g_return_val_if_fail (cavity < AL_N_CAVITIES && back < AL_LOOPS_KEPT, NULL);
  points = get_points (self, cavity, back);
  *n_points = points->len;
  return (const double *) (gconstpointer) points->data;
}

/**
 * al_loops_find_beat:
 * @self: loops
 * @time_us: a moment
 * @start_us: (out): when its beat began
 * @end_us: (out): when the next began, or the last moment there is
 *
 * Finds the beat that a moment belongs to, over more than the last minute.
 *
 * Returns: whether it is remembered
 */
gboolean
al_loops_find_beat (const AlLoops *self, gint64 time_us, gint64 *start_us, gint64 *end_us)
{
  const gint64 oldest = MAX (0, self->serial - (AL_LOOPS_STARTS - 1));

  *end_us = self->last_us;
  for (gint64 serial = self->serial; serial >= oldest; serial--) {
    *start_us = self->start_us[serial % AL_LOOPS_STARTS];
    /* A beat that has only begun is looked at as the whole one before it. */
    if (*start_us < *end_us && *start_us <= time_us)
      return time_us <= *end_us;
    *end_us = *start_us;
  }
  return FALSE;
}
