/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-ghost.h"
#include "al-loops.h"

G_BEGIN_DECLS

/* Loops that are kept; more would be told apart no longer. */
#define AL_COMPARISON_MOST 4

/**
 * AlComparison:
 * @ghosts: the loops that are kept, the oldest first
 * @first_beats: whether loops and indices of first beats stand for those that have settled
 * @last_serial: of the ghost that was kept last
 * @has_reference: whether there is something to count changes from
 * @reference: its indices
 * @reference_settings: its settings
 * @reference_name: its name
 * @reference_serial: the ghost that it is, 0 for none
 *
 * What the present state is compared with.
 */
typedef struct {
  GPtrArray *ghosts;
  gboolean first_beats;
  gint64 last_serial;
  gboolean has_reference;
  AlIndices reference;
  AlSettings reference_settings;
  char *reference_name;
  gint64 reference_serial;
} AlComparison;

void al_comparison_init (AlComparison *self);
void al_comparison_clear (AlComparison *self);
void al_comparison_finalize (AlComparison *self);
void al_comparison_add (AlComparison *self, AlGhost *ghost);
void al_comparison_refer_to_present (AlComparison *self, const AlSimulation *simulation,
                                     guint n_beats);
gboolean al_comparison_keep (AlComparison *self, const char *name, const AlSimulation *simulation,
                             const AlLoops *loops, guint n_beats);
gint64 al_comparison_keep_passing (AlComparison *self, const char *name,
                                   const AlSimulation *simulation, const AlLoops *loops,
                                   guint n_beats);
gboolean al_comparison_replace (AlComparison *self, gint64 serial, AlGhost *ghost);
const AlGhost *al_comparison_get (const AlComparison *self, guint position);
gboolean al_comparison_get_reference (const AlComparison *self, AlIndices *indices);
void al_comparison_rename (AlComparison *self, guint position, const char *name);
void al_comparison_remove (AlComparison *self, guint position);
void al_comparison_refer_to_ghost (AlComparison *self, const AlGhost *ghost);
void al_comparison_swap_ghosts (AlComparison *self, GPtrArray **ghosts);
AlGhost *al_comparison_find_automatic (const AlComparison *self, AlSupport support);
void al_comparison_refer (AlComparison *self, const char *name, const AlSettings *settings,
                          const AlIndices *indices);
char *al_comparison_name_next (const AlComparison *self, AlSupport support);

G_END_DECLS
