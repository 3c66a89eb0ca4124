/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-lanes.h"

#include "al-core.h"

/*
 * Compiled once for each width: AL_LANES, and AL_LANES_TABLE for the name of its table, come from
 * the build.
 */
G_STATIC_ASSERT (AL_LANES > 1);

static AlReal
take (const double *each)
{
  AlReal value;

  memcpy (&value, each, sizeof value);
  return value;
}

/* Where in a core, in numbers, that begins which a step changes. */
#define FIRST_MOVING (G_STRUCT_OFFSET (AlCore, y) / sizeof (AlReal))
#define N_MOVING     (sizeof (AlCore) / sizeof (AlReal) - FIRST_MOVING)

__attribute__ ((flatten)) static void
step (double *cores, const double *time_s, const double *end_s, const double *h_s)
{
  AlCore *core = (AlCore *) (void *) cores;
  AlReal *moving = (AlReal *) (void *) cores + FIRST_MOVING, before[N_MOVING], h = take (h_s);

  if (!al_any (h <= 0)) {
    al_core_step (core, take (time_s), take (end_s), h);
    return;
  }
  /* Lanes that are not to move get back what they had. */
  memcpy (before, moving, sizeof before);
  al_core_step (core, take (time_s), take (end_s), h);
  for (gsize i = 0; i < N_MOVING; i++)
    moving[i] = al_select (h > 0, moving[i], before[i]);
}

__attribute__ ((flatten)) static void
refresh (double *cores, const double *time_s)
{
  al_core_refresh ((AlCore *) (void *) cores, take (time_s));
}

extern const AlLanes AL_LANES_TABLE;
const AlLanes AL_LANES_TABLE = {AL_LANES, sizeof (AlCore), step, refresh};
