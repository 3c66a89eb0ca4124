/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-ghost.h"

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
AlGhost *al_comparison_find_automatic (const AlComparison *self, AlSupport support);
void al_comparison_refer (AlComparison *self, const char *name, const AlIndices *indices);
char *al_comparison_name_next (const AlComparison *self, AlSupport support);

G_END_DECLS
