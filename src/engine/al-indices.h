/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlIndex:
 *
 * Every index of a beat, from `al-index-table.h`.
 */
typedef enum {
#define AL_INDEX(ID, ...) AL_INDEX_##ID,
#include "al-index-table.h"
#undef AL_INDEX
  AL_N_INDICES
} AlIndex;

/**
 * AlIndexInfo:
 * @key: the key in JSON, with its unit
 * @label: untranslated name for people; show it through gettext
 * @unit: unit as text, "1" for a plain number
 * @normal_low: lower end of the range of a resting adult, NAN for none
 * @normal_high: upper end, NAN for none
 * @description: untranslated definition
 */
typedef struct {
  const char *key;
  const char *label;
  const char *unit;
  double normal_low;
  double normal_high;
  const char *description;
} AlIndexInfo;

/**
 * AlIndices:
 * @value: one value for every index; NAN where it is not defined or not computed
 *
 * The indices of one beat, or the mean of several.
 */
typedef struct {
  double value[AL_N_INDICES];
} AlIndices;

const AlIndexInfo *al_index_get_info (AlIndex index);
gboolean al_index_find (const char *key, AlIndex *index);
void al_indices_mean (const AlIndices *beats, guint n_beats, AlIndices *mean);

G_END_DECLS
