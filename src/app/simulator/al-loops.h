/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Loops that are remembered: the growing one and those that fade behind it. */
#define AL_LOOPS_KEPT 8

/**
 * AlLoops:
 *
 * The pressure-volume loops of the last beats, cut where the ventricle is activated.
 *
 * @serial counts the loops that were begun since the last clear, so that a view can tell which it
 * has seen. Points are pairs of volume (mL) and pressure (mmHg). The end of a loop is also the
 * start of the next, so that what is drawn has no gap.
 */
typedef struct {
  GArray *points[AL_LOOPS_KEPT];
  gint64 serial;
} AlLoops;

void al_loops_init (AlLoops *self);
void al_loops_clear (AlLoops *self);
void al_loops_finalize (AlLoops *self);
void al_loops_add (AlLoops *self, double volume_ml, double pressure_mmhg);
void al_loops_next (AlLoops *self);
const double *al_loops_get (const AlLoops *self, guint back, guint *n_points);

G_END_DECLS
