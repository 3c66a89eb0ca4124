/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-ghost.h"
#include "al-loops.h"

G_BEGIN_DECLS

/**
 * AlComparison:
 * @ghosts: the loops that are kept, the oldest first
 * @has_reference: whether there is something to count changes from
 * @reference: its indices
 * @reference_name: its name
 *
 * What the present state is compared with.
 */
typedef struct {
  GPtrArray *ghosts;
  gboolean has_reference;
  AlIndices reference;
  char *reference_name;
} AlComparison;

void al_comparison_init (AlComparison *self);
void al_comparison_clear (AlComparison *self);
void al_comparison_finalize (AlComparison *self);
void al_comparison_add (AlComparison *self, AlGhost *ghost);
void al_comparison_refer_to_present (AlComparison *self, const AlSimulation *simulation,
                                     guint n_beats);
gboolean al_comparison_keep (AlComparison *self, const char *name, const AlSimulation *simulation,
                             const AlLoops *loops, guint n_beats);
void al_comparison_keep_settled (AlComparison *self, const AlSimulation *simulation,
                                 gint64 settling_us, guint n_beats);
void al_comparison_keep_before (AlComparison *self, const AlSimulation *simulation,
                                gint64 settling_us, guint n_beats);
AlGhost *al_comparison_find_automatic (const AlComparison *self, AlSupport support);
void al_comparison_refer (AlComparison *self, const char *name, const AlIndices *indices);
char *al_comparison_name_next (const AlComparison *self, AlSupport support);

G_END_DECLS
