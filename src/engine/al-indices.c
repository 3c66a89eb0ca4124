/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-indices.h"

#include <math.h>

#define N_(text) text

static const AlIndexInfo infos[AL_N_INDICES] = {
#define AL_INDEX(ID, ...) [AL_INDEX_##ID] = {__VA_ARGS__},
#include "al-index-table.h"
#undef AL_INDEX
};

/**
 * al_index_get_info:
 * @index: an index
 *
 * What the table says of an index.
 *
 * Returns: (transfer none): a row that lives as long as the program
 */
const AlIndexInfo *
al_index_get_info (AlIndex index)
{
  g_return_val_if_fail (index < AL_N_INDICES, NULL);
  return &infos[index];
}

/**
 * al_index_find:
 * @key: a key such as `lv_edp_mmhg`
 * @index: (out): the index, untouched when there is none
 *
 * Looks an index up by key.
 *
 * Returns: whether there is one of that key
 */
gboolean
al_index_find (const char *key, AlIndex *index)
{
  for (guint i = 0; i < AL_N_INDICES; i++) {
    if (g_str_equal (infos[i].key, key)) {
      *index = (AlIndex) i;
      return TRUE;
    }
  }
  return FALSE;
}

/*
 * What a beat counts for: its length in seconds; a window without a beat counts for a second. A
 * ratio of two flows counts for what was below the line, so that its mean is the ratio of the two
 * sums.
 */
static double
get_weight (const double *v, AlIndex index)
{
  double rate_bpm = v[AL_INDEX_HR], length_s = rate_bpm > 0 ? 60 / rate_bpm : 1;

  if (index != AL_INDEX_QP_QS)
    return length_s;
  return length_s * MAX (v[AL_INDEX_NATIVE_CO] + v[AL_INDEX_MAFP_FLOW], 0);
}

/**
 * al_indices_mean:
 * @beats: (array length=n_beats): indices of single beats
 * @n_beats: how many
 * @mean: (out caller-allocates): the mean of each index over the beats that define it, NAN where
 * none does
 *
 * Averages beats over time: a long one counts for more, so that output and pressure are right where
 * beats differ. The ratio of pulmonary to systemic flow is that of the two means.
 */
void
al_indices_mean (const AlIndices *beats, guint n_beats, AlIndices *mean)
{
  for (guint i = 0; i < AL_N_INDICES; i++) {
    double first = NAN, sum = 0, weights = 0;

    for (guint k = 0; k < n_beats; k++) {
      double weight = get_weight (beats[k].value, (AlIndex) i);

      if (isnan (beats[k].value[i]))
        continue;
      if (isnan (first))
        first = beats[k].value[i];
      /* From the first one on, so that the mean of equal beats is what they are. */
      sum += weight * (beats[k].value[i] - first);
      weights += weight;
    }
    mean->value[i] = weights > 0 ? first + sum / weights : (double) NAN;
  }
}
