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

/* A beat that does not eject is not left out where none of them does. */
#define LEAST_STROKE_ML 1.0

/* What leaves the left ventricle, L/min. */
static double
get_left_output (const double *v)
{
  return MAX (v[AL_INDEX_NATIVE_CO] + v[AL_INDEX_MAFP_FLOW], 0);
}

/*
 * What stands below the line of a ratio: the mean of a ratio that is weighted with it is the ratio
 * of the two means. The end-diastolic pressure counts with what the beat gave, because one that
 * begins too early begins in a ventricle that has not relaxed.
 */
static double
get_denominator (const double *v, AlIndex index)
{
  switch ((int) index) {
  case AL_INDEX_QP_QS:
    return get_left_output (v);
  case AL_INDEX_PVR:
    return isnan (v[AL_INDEX_QP_QS]) ? 1 : v[AL_INDEX_QP_QS] * get_left_output (v);
  case AL_INDEX_SVR:
    return MAX (v[AL_INDEX_TOTAL_FLOW], 0);
  case AL_INDEX_LV_EA:
  case AL_INDEX_LV_EDP:
    return v[AL_INDEX_HR] > 0 ? (MAX (v[AL_INDEX_LV_SV], 0) + LEAST_STROKE_ML) * v[AL_INDEX_HR] : 0;
  default:
    return 1;
  }
}

/* In seconds; a window without a beat counts for one. */
static double
get_length_s (const double *v)
{
  return v[AL_INDEX_HR] > 0 ? 60 / v[AL_INDEX_HR] : 1;
}

/* NAN where no beat defines the index; by length alone where nothing else weighs. */
static double
get_mean (const AlIndices *beats, guint n_beats, AlIndex index)
{
  double first = NAN, sum = 0, weights = 0, lengths = 0, plain = 0;

  for (guint k = 0; k < n_beats; k++) {
    const double *v = beats[k].value;
    double length_s = get_length_s (v), weight = length_s * get_denominator (v, index);

    if (isnan (v[index]))
      continue;
    if (isnan (first))
      first = v[index];
    /* From the first one on, so that the mean of equal beats is what they are. */
    sum += weight * (v[index] - first);
    weights += weight;
    plain += length_s * (v[index] - first);
    lengths += length_s;
  }
  if (weights > 0)
    return first + sum / weights;
  return lengths > 0 ? first + plain / lengths : (double) NAN;
}

/**
 * al_indices_mean:
 * @beats: (array length=n_beats): indices of single beats
 * @n_beats: how many
 * @mean: (out caller-allocates): the mean of each index over the beats that define it, NAN where
 * none does
 *
 * Averages beats over time: a long one counts for more, so that output and pressure are right where
 * beats differ. Ratios are those of the means, a stage is rounded.
 */
void
al_indices_mean (const AlIndices *beats, guint n_beats, AlIndices *mean)
{
  for (guint i = 0; i < AL_N_INDICES; i++)
    mean->value[i] = get_mean (beats, n_beats, (AlIndex) i);
  mean->value[AL_INDEX_SCAI_LOW] = round (mean->value[AL_INDEX_SCAI_LOW]);
  mean->value[AL_INDEX_SCAI_HIGH] = round (mean->value[AL_INDEX_SCAI_HIGH]);
}
