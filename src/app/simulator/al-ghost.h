/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-loops.h"
#include "al-simulation.h"

G_BEGIN_DECLS

/**
 * AlSupport:
 * @AL_SUPPORT_NONE: the heart alone
 * @AL_SUPPORT_IABP: with the balloon pump
 * @AL_SUPPORT_ECMO: with VA-ECMO
 * @AL_SUPPORT_BOTH: with both
 * @AL_SUPPORT_MICRO_AXIAL: with the micro-axial pump, alone or beside the others
 *
 * What carries the circulation; it decides the colour and the name of a loop. The values are bits.
 */
typedef enum {
  AL_SUPPORT_NONE = 0,
  AL_SUPPORT_IABP = 1,
  AL_SUPPORT_ECMO = 2,
  AL_SUPPORT_BOTH = 3,
  AL_SUPPORT_MICRO_AXIAL = 4,
} AlSupport;

AlSupport al_support_of (const AlSettings *settings);
void al_support_apply (AlSupport support, AlSettings *settings);
const char *al_support_get_name (AlSupport support);

/**
 * AlGhost:
 * @serial: tells it from every other of its comparison; 0 before it is kept
 * @first: (nullable): the same when it was switched on, before volumes had moved
 * @name: what stands on the curve
 * @support: its colour and dash
 * @automatic: kept by itself when a device was switched, not by a person
 * @settings: the settings under which it was recorded
 * @indices: the mean of the beats before it was kept
 * @n_points: points of the loop
 * @loop: pairs of volume (mL) and pressure (mmHg) of every chamber, @n_points each
 * @volume_ml: left ventricular volume of every point
 * @pressure_mmhg: left ventricular pressure of every point
 *
 * A loop that is kept for comparison. Nothing but its name changes after it was made.
 */
typedef struct _AlGhost AlGhost;

struct _AlGhost {
  gint64 serial;
  AlGhost *first;
  char *name;
  AlSupport support;
  gboolean automatic;
  AlSettings settings;
  AlIndices indices;
  guint n_points;
  double *loop[AL_N_CAVITIES];
  double *volume_ml;
  double *pressure_mmhg;
};

AlGhost *al_ghost_new (const char *name, const AlSettings *settings, const AlIndices *indices,
                       const AlLoops *loops, guint back);
AlGhost *al_ghost_new_of_state (const AlSimulation *state, gint64 settling_us, guint n_beats);
void al_ghost_free (AlGhost *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlGhost, al_ghost_free)

G_END_DECLS
