/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/*
 * A part of a step, taken apart for whoever takes the step itself elsewhere: al-cohort.c. The core
 * is advanced to al_simulation_part_end_us(), the time set to it, and al_simulation_finish_part()
 * called; where al_part_has_event() says no, a tick is all there can be to do, and the next event
 * is still the one that al_simulation_next_event_us() told. What returns TRUE asks for a refresh of
 * the core.
 */
typedef struct {
  double flow_ml_s; /* through the aortic valve */
  double ejecting;  /* as the beat detector has it */
} AlValveMoment;

gint64 al_simulation_next_event_us (const AlSimulation *self);
gint64 al_simulation_part_end_us (const AlSimulation *self);
gboolean al_simulation_finish_part (AlSimulation *self, gint64 start_us,
                                    const AlValveMoment *before);
gboolean al_simulation_tick (AlSimulation *self);

/* The end of the part that comes next: a point of the grid or the next event. */
static inline gint64
al_part_end_us (gint64 time_us, gint64 next_event_us)
{
  gint64 grid_us = (time_us / AL_STEP_US + 1) * AL_STEP_US;

  return MIN (grid_us, next_event_us);
}

/* Whether al_simulation_finish_part() has anything to do but tick. */
static inline gboolean
al_part_has_event (gint64 end_us, gint64 next_event_us, const AlValveMoment *before,
                   const AlValveMoment *after)
{
  return (before->flow_ml_s > 0 && after->flow_ml_s <= 0) || before->ejecting < after->ejecting ||
         end_us >= next_event_us;
}

/* Whether the states are numbers. */
static inline gboolean
al_core_is_finite (const AlCore *core)
{
  double sum = 0;

  for (int i = 0; i < AL_N_STATES; i++)
    sum += core->y[i] - core->y[i];
  return sum >= 0;
}

G_END_DECLS
