/* SPDX-License-Identifier: GPL-3.0-or-later */
#define AL_LANES 8

#include "al-lanes.h"

#include "al-clones.h"
#include "al-core.h"

/**
 * al_lanes_size:
 *
 * Returns: bytes that the cores of all lanes take
 */
gsize
al_lanes_size (void)
{
  return sizeof (AlCore);
}

/**
 * al_lanes_step:
 * @cores: (inout): the cores of all lanes
 * @time_s: (array): simulated time at the start of the step, for each lane
 * @h_s: (array): its length, > 0, for each lane
 *
 * al_solver_step() for all lanes at once, with the same bytes.
 */
AL_CLONES void
al_lanes_step (double *cores, const double *time_s, const double *h_s)
{
  AlReal time, h;

  memcpy (&time, time_s, sizeof time);
  memcpy (&h, h_s, sizeof h);
  al_core_step ((AlCore *) (void *) cores, time, h);
}
