/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-indices.h"

G_BEGIN_DECLS

/**
 * AlIndexChange:
 *
 * What became of an index since the reference.
 */
typedef enum {
  AL_INDEX_CHANGE_UNKNOWN, /* one of the two values is missing */
  AL_INDEX_CHANGE_SAME,    /* less than one would notice at the bedside */
  AL_INDEX_CHANGE_UP,
  AL_INDEX_CHANGE_DOWN,
} AlIndexChange;

const char *al_index_get_short_label (AlIndex index);
const char *al_index_get_abbreviation (AlIndex index);
const char *al_index_get_display_unit (AlIndex index);
char *al_index_format (AlIndex index, double value);
char *al_index_format_change (AlIndex index, double reference, double value);
char *al_index_format_normal (AlIndex index);
AlIndexChange al_index_get_change (AlIndex index, double reference, double value);
double al_index_weigh_change (AlIndex index, double reference, double value);
gboolean al_index_is_slow (AlIndex index);
int al_index_get_approach (AlIndex index, double reference, double value);
char *al_index_describe_state (const AlIndices *now);

G_END_DECLS
