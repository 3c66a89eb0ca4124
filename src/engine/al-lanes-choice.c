/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-lanes.h"

#ifdef HAVE_WIDE_LANES
extern const AlLanes al_lanes_4, al_lanes_8;
#endif

/**
 * al_lanes_get:
 *
 * Chooses the widest vectors that this processor is made for.
 *
 * Returns: (nullable) (transfer none): lanes; %NULL where one patient at a time is best
 */
const AlLanes *
al_lanes_get (void)
{
#ifdef HAVE_WIDE_LANES
  if (__builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512dq") &&
      __builtin_cpu_supports ("avx512vl") && __builtin_cpu_supports ("avx512bw") &&
      __builtin_cpu_supports ("avx512cd"))
    return &al_lanes_8;
  if (__builtin_cpu_supports ("avx2"))
    return &al_lanes_4;
#endif
  return NULL;
}
