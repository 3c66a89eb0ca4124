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

/* Lanes that are not to move get back what they had. */
static inline void
keep (AlCore *core, const AlCore *before, AlBits moved)
{
  AlReal *value = (AlReal *) core;
  const AlReal *old = (const AlReal *) before;

  for (gsize i = 0; i < sizeof *core / sizeof *value; i++)
    value[i] = al_select (moved, value[i], old[i]);
}

__attribute__ ((flatten)) static void
step (double *cores, const double *time_s, const double *end_s, const double *h_s)
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

__attribute__ ((flatten)) static void
refresh (double *cores, const double *time_s)
{
  al_core_refresh ((AlCore *) (void *) cores, take (time_s));
}

extern const AlLanes AL_LANES_TABLE;
const AlLanes AL_LANES_TABLE = {AL_LANES, sizeof (AlCore), step, refresh};
