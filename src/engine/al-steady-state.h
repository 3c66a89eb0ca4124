/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/**
 * AlSteadyStateFunc:
 * @passed_us: simulated time that has passed
 * @user_data: what was given
 *
 * Called about once a simulated second.
 *
 * Returns: whether to go on
 */
typedef gboolean (*AlSteadyStateFunc) (gint64 passed_us, gpointer user_data);

/* Suits the eye: a mean pressure of 65 mmHg is off by less than 0.2 mmHg then. */
#define AL_STEADY_STATE_TOLERANCE 0.001

/**
 * AlSteadyStateGoal:
 * @tolerance: largest change of a mean that counts as none, as a share of it or of 10 in its unit
 * (1 for L/min), whichever is larger
 * @limit_us: simulated time after which it is given up
 * @func: (nullable) (scope call): called now and then
 * @user_data: for @func
 *
 * When beats count as repeating.
 */
typedef struct {
  double tolerance;
  gint64 limit_us;
  AlSteadyStateFunc func;
  gpointer user_data;
} AlSteadyStateGoal;

typedef enum {
  AL_STEADY_STATE_FOUND,
  AL_STEADY_STATE_LIMIT,      /* beats did not repeat, as in atrial fibrillation */
  AL_STEADY_STATE_CANCELLED,  /* @func asked for it */
  AL_STEADY_STATE_NOT_FINITE, /* the model left the numbers */
} AlSteadyStateEnd;

/**
 * AlSteadyState:
 * @end: how the search ended
 * @passed_us: simulated time that it took
 */
typedef struct {
  AlSteadyStateEnd end;
  gint64 passed_us;
} AlSteadyState;

AlSteadyState al_steady_state_find (AlSimulation *simulation, const AlSteadyStateGoal *goal);

G_END_DECLS
