/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-signal.h"

G_BEGIN_DECLS

/* Loops that are remembered: the growing one and those that fade behind it. */
#define AL_LOOPS_KEPT 8

/* Beats whose beginning is remembered: more than the fastest heart has in the reviewed minute. */
#define AL_LOOPS_STARTS 512

/**
 * AlCavity:
 *
 * A chamber of the heart whose loop is recorded.
 */
typedef enum {
  AL_CAVITY_LV,
  AL_CAVITY_RV,
  AL_CAVITY_LA,
  AL_CAVITY_RA,
  AL_N_CAVITIES
} AlCavity;

AlSignal al_cavity_get_volume (AlCavity cavity);
AlSignal al_cavity_get_pressure (AlCavity cavity);
const char *al_cavity_get_name (AlCavity cavity);

/**
 * AlLoops:
 *
 * The pressure-volume loops of the last beats, of all four chambers, cut where the left ventricle
 * is activated.
 *
 * @serial counts the loops that were begun since the last clear, so that a view can tell which it
 * has seen. Points are pairs of volume (mL) and pressure (mmHg); the same point of every chamber
 * is the same moment. The end of a loop is also the start of the next, so that what is drawn has no
 * gap.
 */
typedef struct {
  GArray *points[AL_N_CAVITIES][AL_LOOPS_KEPT];
  gint64 start_us[AL_LOOPS_STARTS];
  gint64 last_us;
  gint64 serial;
} AlLoops;

void al_loops_init (AlLoops *self);
void al_loops_clear (AlLoops *self);
void al_loops_copy (AlLoops *self, const AlLoops *other);
void al_loops_finalize (AlLoops *self);
void al_loops_add (AlLoops *self, const AlSample *sample);
void al_loops_next (AlLoops *self);
const double *al_loops_get (const AlLoops *self, guint back, guint *n_points);
const double *al_loops_get_cavity (const AlLoops *self, AlCavity cavity, guint back,
                                   guint *n_points);
gboolean al_loops_find_beat (const AlLoops *self, gint64 time_us, gint64 *start_us, gint64 *end_us);

G_END_DECLS
