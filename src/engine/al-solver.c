/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-solver.h"

#include "al-clones.h"

/**
 * al_solver_step:
 * @core: one patient
 * @time_s: simulated time at the start of the step
 * @end_s: and at its end
 * @h_s: its length, > 0
 *
 * Takes a step, and adds it to the beat and the tick that are running.
 */
AL_CLONES void
al_solver_step (AlCore *core, double time_s, double end_s, double h_s)
{
  al_core_step (core, time_s, end_s, h_s);
}

/**
 * al_solver_refresh:
 * @core: one patient
 * @time_s: simulated time
 *
 * Works out again what follows from the states: after a beat, a command or a setting.
 */
AL_CLONES void
al_solver_refresh (AlCore *core, double time_s)
{
  al_core_refresh (core, time_s);
}
