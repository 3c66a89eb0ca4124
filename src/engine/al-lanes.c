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

static AlReal
take (const double *each)
{
  AlReal value;

  memcpy (&value, each, sizeof value);
  return value;
}

/* Lanes that are not to move get back what they had. */
static inline void
keep (AlCore *core, const AlCore *before, AlBits moved)
{
  AlReal *value = (AlReal *) core;
  const AlReal *old = (const AlReal *) before;

  for (gsize i = 0; i < sizeof *core / sizeof *value; i++)
    value[i] = al_select (moved, value[i], old[i]);
}

/**
 * al_lanes_step:
 * @cores: (inout): the cores of all lanes
 * @time_s: (array): simulated time at the start of the step, for each lane
 * @end_s: (array): and at its end
 * @h_s: (array): its length; a lane with 0 stays as it is
 *
 * al_solver_step() for all lanes at once, with the same bytes.
 */
AL_CLONES void
al_lanes_step (double *cores, const double *time_s, const double *end_s, const double *h_s)
{
  AlCore *core = (AlCore *) (void *) cores, before;
  AlReal h = take (h_s);

  if (!al_any (h <= 0)) {
    al_core_step (core, take (time_s), take (end_s), h);
    return;
  }
  before = *core;
  al_core_step (core, take (time_s), take (end_s), h);
  keep (core, &before, h > 0);
}

/**
 * al_lanes_refresh:
 * @cores: (inout): the cores of all lanes
 * @time_s: (array): simulated time, for each lane
 *
 * al_solver_refresh() for all lanes at once. A lane in which nothing changed keeps its bytes.
 */
AL_CLONES void
al_lanes_refresh (double *cores, const double *time_s)
{
  al_core_refresh ((AlCore *) (void *) cores, take (time_s));
}
