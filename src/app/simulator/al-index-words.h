/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-indices.h"

G_BEGIN_DECLS

/**
 * AlIndexWords:
 * @meaning: what it tells, in a sentence
 * @formula: (nullable): how it is worked out
 * @source: (nullable): where the normal range comes from, %NULL for common clinical use
 *
 * More about an index than its description, as it stands in the source: not translated.
 */
typedef struct {
  const char *meaning;
  const char *formula;
  const char *source;
} AlIndexWords;

const AlIndexWords *al_index_get_words (AlIndex index);
const char *al_index_get_card (AlIndex index);

G_END_DECLS
