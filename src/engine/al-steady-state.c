/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-steady-state.h"

#include "al-units.h"

#include <math.h>

/* Breaths in a window over which means are taken, and comparisons in a row that have to agree. */
#define WINDOW_BREATHS 4
#define N_AGREEING     2

/* In parts of it the search advances; a simulation remembers the beats of more than that. */
#define PART_US G_USEC_PER_SEC

/* What is compared, and below which size a change counts as one of that size. */
static const struct {
  AlIndex index;
  double least;
} watched[] = {
    {AL_INDEX_MAP, 10},  {AL_INDEX_LV_EDP, 10},   {AL_INDEX_LV_EDV, 10},   {AL_INDEX_RA_MEAN, 10},
    {AL_INDEX_PCWP, 10}, {AL_INDEX_NATIVE_CO, 1}, {AL_INDEX_ECMO_FLOW, 1},
};

#define N_WATCHED G_N_ELEMENTS (watched)

typedef struct {
  double weight;
  double sum[N_WATCHED];
} Window;

typedef struct {
  gint64 start_us; /* of the running window */
  gint64 window_us;
  gint64 n_beats; /* that were looked at */
  Window running;
  Window before;
  guint n_agreeing;
} Search;

/*
 * How much a beat counts, by where in the window its middle lies: u^2 (1 - u)^2, nothing at both
 * ends. Beats and breaths do not fit into one another, nor do assisted and unassisted beats into a
 * window; a window with soft ends hardly notices.
 */
static double
weight_at (const Search *search, const AlBeat *beat)
{
  double middle_us = 0.5 * (double) (beat->start_us + beat->end_us);
  double u = (middle_us - (double) search->start_us) / (double) search->window_us;
  double hump = u > 0 && u < 1 ? u * (1 - u) : 0;

  return hump * hump * (double) (beat->end_us - beat->start_us);
}

static void
add_beat (Search *search, const AlBeat *beat)
{
  double weight = weight_at (search, beat);

  search->running.weight += weight;
  for (guint i = 0; i < N_WATCHED; i++)
    search->running.sum[i] += weight * beat->indices.value[watched[i].index];
}

/* What is not defined in both windows has not changed. */
static gboolean
agree (const Window *a, const Window *b, double tolerance)
{
  for (guint i = 0; i < N_WATCHED; i++) {
    double mean_a = a->sum[i] / a->weight, mean_b = b->sum[i] / b->weight;
    double scale = fmax (fabs (mean_a), watched[i].least);

    if (isnan (mean_a) != isnan (mean_b) || fabs (mean_b - mean_a) > tolerance * scale)
      return FALSE;
  }
  return TRUE;
}

static void
close_window (Search *search, double tolerance)
{
  gboolean same = search->before.weight > 0 && agree (&search->before, &search->running, tolerance);

  search->n_agreeing = same ? search->n_agreeing + 1 : 0;
  search->before = search->running;
  search->running = (Window){0};
  search->start_us += search->window_us;
}

/* Looks at the beats that have ended since it last did. */
static void
look (Search *search, const AlSimulation *simulation, double tolerance)
{
  for (; search->n_beats < simulation->n_beats; search->n_beats++) {
    guint back = (guint) (simulation->n_beats - 1 - search->n_beats);
    const AlBeat *beat = al_simulation_get_beat (simulation, back);

    if (beat == NULL)
      continue;
    if (beat->start_us >= search->start_us + search->window_us)
      close_window (search, tolerance);
    add_beat (search, beat);
  }
}

static gint64
breath_us (const AlSimulation *simulation)
{
  gboolean mechanical = al_simulation_get (simulation, AL_PARAMETER_VENTILATION_MODE) > 0.5;

  return (gint64) ((mechanical ? 1 / AL_THORAX_MECHANICAL_PER_S : 1 / AL_THORAX_SPONTANEOUS_PER_S) /
                   AL_S_PER_US);
}

/**
 * al_steady_state_find:
 * @simulation: a simulation
 * @goal: when beats count as repeating
 *
 * Lets time pass until beats repeat. Pressures, volume and flows are averaged over windows of four
 * breaths; the search ends when they change less than the tolerance from one window to the next,
 * twice in a row. What moves within hours, such as lung water, counts as still.
 *
 * The same simulation and goal always end at the same simulated time.
 *
 * Returns: how the search ended, and how long it took
 */
AlSteadyState
al_steady_state_find (AlSimulation *simulation, const AlSteadyStateGoal *goal)
{
  gint64 start_us = al_simulation_get_time_us (simulation), passed_us = 0;
  Search search = {
      .start_us = start_us,
      .window_us = WINDOW_BREATHS * breath_us (simulation),
      .n_beats = simulation->n_beats,
  };

  while (passed_us < goal->limit_us) {
    gint64 part_us = MIN (PART_US, goal->limit_us - passed_us);

    if (goal->func != NULL && !goal->func (passed_us, goal->user_data))
      return (AlSteadyState){AL_STEADY_STATE_CANCELLED, passed_us};
    if (al_simulation_advance (simulation, part_us, NULL, NULL) != AL_STATUS_OK)
      return (AlSteadyState){AL_STEADY_STATE_NOT_FINITE, passed_us};
    passed_us = al_simulation_get_time_us (simulation) - start_us;
    look (&search, simulation, goal->tolerance);
    if (search.n_agreeing >= N_AGREEING)
      return (AlSteadyState){AL_STEADY_STATE_FOUND, passed_us};
  }
  return (AlSteadyState){AL_STEADY_STATE_LIMIT, passed_us};
}
