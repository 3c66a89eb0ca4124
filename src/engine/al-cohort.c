/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cohort-private.h"
#include "al-cohort.h"

#include "al-simulation-private.h"
#include "al-units.h"

/* Values of a core: it is made of numbers alone. */
#define N_VALUES (sizeof (AlCore) / sizeof (double))

#define ALIGNMENT 64

/* The widest there is, see al-lanes-choice.c. */
#define MOST_LANES 8

G_STATIC_ASSERT (sizeof (AlCore) % sizeof (double) == 0);

/*
 * Up to MOST_LANES patients side by side. While a patient is in a lane, what a step changes of its
 * core is there and not in its simulation; the part of it that matters is taken up for whatever is
 * not a plain step, and what that changes is put down again. Coefficients and timing, which no step
 * changes, are always right in the simulation too.
 */
typedef struct {
  const AlLanes *lanes;
  double *cores; /* owned */
  double time_s[MOST_LANES];
  double end_s[MOST_LANES];
  double h_s[MOST_LANES];
  gint64 end_us[MOST_LANES];
  gint64 event_us[MOST_LANES];       /* the next one */
  AlSimulation *patient[MOST_LANES]; /* NULL where nobody is left */
  AlSimulation *before;              /* owned: the patients of the batch as they came */
  gint64 until_us[MOST_LANES];
} Batch;

/* A stretch of a core, in values. */
typedef struct {
  gsize first, n;
} Stretch;

#define STRETCH(member)                                                                            \
  {                                                                                                \
    G_STRUCT_OFFSET (AlCore, member) / sizeof (double),                                            \
        sizeof (((AlCore *) NULL)->member) / sizeof (double)                                       \
  }

/* From one member to the end: of all that a step changes, and of what beats and ticks look at. */
#define FROM(member)                                                                               \
  {                                                                                                \
    G_STRUCT_OFFSET (AlCore, member) / sizeof (double),                                            \
        N_VALUES - G_STRUCT_OFFSET (AlCore, member) / sizeof (double)                              \
  }

static const Stretch whole = {0, N_VALUES}, moving = FROM (y), results = FROM (h),
                     sums = FROM (detector);
static const Stretch states = STRETCH (y), tally = STRETCH (tally), timing = STRETCH (timing),
                     coefficients = STRETCH (c);
static const Stretch tuned = {
    (G_STRUCT_OFFSET (AlCore, c) + AL_COEFFICIENTS_TUNED) / sizeof (double),
    (sizeof (AlCoefficients) - AL_COEFFICIENTS_TUNED) / sizeof (double),
};

static void
put_down (Batch *self, guint lane, const Stretch *stretch)
{
  const double *core = (const double *) &self->patient[lane]->circulation.core;

  for (gsize i = stretch->first; i < stretch->first + stretch->n; i++)
    self->cores[i * self->lanes->n + lane] = core[i];
}

static void
take_up (Batch *self, guint lane, const Stretch *stretch)
{
  double *core = (double *) &self->patient[lane]->circulation.core;

  for (gsize i = stretch->first; i < stretch->first + stretch->n; i++)
    core[i] = self->cores[i * self->lanes->n + lane];
}

static double
value_at (const Batch *self, gsize offset, guint lane)
{
  return self->cores[offset / sizeof (double) * self->lanes->n + lane];
}

static AlValveMoment
valve_at (const Batch *self, guint lane)
{
  return (AlValveMoment){
      value_at (self, G_STRUCT_OFFSET (AlCore, y) + AL_Q_AORTIC * sizeof (double), lane),
      value_at (self, G_STRUCT_OFFSET (AlCore, detector.ejecting), lane),
  };
}

static gboolean
is_finite_at (const Batch *self, guint lane)
{
  const double *y = self->cores + G_STRUCT_OFFSET (AlCore, y) / sizeof (double) * self->lanes->n;
  double sum = 0;

  for (int i = 0; i < AL_N_STATES; i++)
    sum += y[i * self->lanes->n + lane] - y[i * self->lanes->n + lane];
  return sum >= 0;
}

/*
 * The next part of a lane. A lane waits, with a part of no length, for those that have had more
 * events since the last tick, so that all of them tick at once.
 */
static void
plan_part (Batch *self, guint lane, gint64 tick_us)
{
  const AlSimulation *patient = self->patient[lane];
  gint64 start_us;

  if (patient == NULL) {
    self->h_s[lane] = 0;
    return;
  }
  start_us = patient->circulation.time_us;
  self->end_us[lane] =
      start_us < tick_us ? al_part_end_us (start_us, self->event_us[lane]) : start_us;
  self->time_s[lane] = (double) start_us * AL_S_PER_US;
  self->end_s[lane] = (double) self->end_us[lane] * AL_S_PER_US;
  self->h_s[lane] = (double) (self->end_us[lane] - start_us) * AL_S_PER_US;
}

static gboolean
finish_event (Batch *self, guint lane, gint64 start_us, const AlValveMoment *before)
{
  AlSimulation *patient = self->patient[lane];
  gboolean glides = patient->glide_start_us != AL_NEVER, stale;

  take_up (self, lane, &states);
  take_up (self, lane, &results);
  stale = al_simulation_finish_part (patient, start_us, before);
  put_down (self, lane, &timing);
  put_down (self, lane, &sums);
  if (patient->circulation.time_us % AL_TICK_US == 0)
    put_down (self, lane, glides ? &coefficients : &tuned);
  self->event_us[lane] = al_simulation_next_event_us (patient);
  return stale;
}

static gboolean
finish_tick (Batch *self, guint lane)
{
  gboolean stale;

  take_up (self, lane, &states);
  take_up (self, lane, &tally);
  stale = al_simulation_tick (self->patient[lane]);
  put_down (self, lane, &tally);
  if (stale)
    put_down (self, lane, &tuned);
  return stale;
}

/* After the step of a lane; returns whether it has to be refreshed. */
static gboolean
finish_part (Batch *self, guint lane, const AlValveMoment *before)
{
  AlSimulation *patient = self->patient[lane];
  AlValveMoment after = valve_at (self, lane);
  gint64 start_us = patient->circulation.time_us;

  if (self->end_us[lane] == start_us)
    return FALSE;
  patient->circulation.time_us = self->end_us[lane];
  /* While a setting glides, a tick changes more than what is tuned. */
  if (al_part_has_event (self->end_us[lane], self->event_us[lane], before, &after) ||
      patient->glide_start_us != AL_NEVER)
    return finish_event (self, lane, start_us, before);
  if (patient->circulation.time_us % AL_TICK_US == 0)
    return finish_tick (self, lane);
  return FALSE;
}

/* Who has arrived leaves the batch; who left the numbers is put back where he stood. */
static AlStatus
dismiss (Batch *self, guint lane)
{
  AlSimulation *patient = self->patient[lane];

  if (!is_finite_at (self, lane)) {
    *patient = self->before[lane];
    self->patient[lane] = NULL;
    return AL_STATUS_NOT_FINITE;
  }
  if (patient->circulation.time_us >= self->until_us[lane]) {
    take_up (self, lane, &moving);
    self->patient[lane] = NULL;
  }
  return AL_STATUS_OK;
}

/* Whether a patient of the batch has not reached this time. */
static gboolean
anyone_before (const Batch *self, gint64 tick_us)
{
  for (guint lane = 0; lane < self->lanes->n; lane++) {
    if (self->patient[lane] != NULL &&
        self->patient[lane]->circulation.time_us < MIN (tick_us, self->until_us[lane]))
      return TRUE;
  }
  return FALSE;
}

static void
advance_part (Batch *self, gint64 tick_us)
{
  AlValveMoment before[MOST_LANES];
  gboolean stale = FALSE;

  for (guint lane = 0; lane < self->lanes->n; lane++) {
    plan_part (self, lane, MIN (tick_us, self->until_us[lane]));
    before[lane] = valve_at (self, lane);
  }
  self->lanes->step (self->cores, self->time_s, self->end_s, self->h_s);
  for (guint lane = 0; lane < self->lanes->n; lane++) {
    if (self->patient[lane] != NULL && finish_part (self, lane, &before[lane]))
      stale = TRUE;
  }
  if (stale)
    self->lanes->refresh (self->cores, self->end_s);
}

/* The first tick that somebody has yet to reach; FALSE when nobody is left. */
static gboolean
next_tick_us (const Batch *self, gint64 *tick_us)
{
  gint64 first = AL_NEVER;

  for (guint lane = 0; lane < self->lanes->n; lane++) {
    if (self->patient[lane] != NULL)
      first = MIN (first, self->patient[lane]->circulation.time_us);
  }
  *tick_us = (first / AL_TICK_US + 1) * AL_TICK_US;
  return first != AL_NEVER;
}

/* All patients of a batch to their ends. */
static AlStatus
run_batch (Batch *self)
{
  AlStatus status = AL_STATUS_OK;
  gint64 tick_us;

  while (next_tick_us (self, &tick_us)) {
    while (anyone_before (self, tick_us))
      advance_part (self, tick_us);
    for (guint lane = 0; lane < self->lanes->n; lane++) {
      if (self->patient[lane] != NULL && dismiss (self, lane) != AL_STATUS_OK)
        status = AL_STATUS_NOT_FINITE;
    }
  }
  return status;
}

/* The first point of the grid that is not before the end. */
static gint64
end_on_grid (const AlSimulation *patient, gint64 duration_us)
{
  gint64 end_us = patient->circulation.time_us + duration_us;

  return (end_us + AL_STEP_US - 1) / AL_STEP_US * AL_STEP_US;
}

/* An empty lane repeats the first patient and never moves. */
static AlStatus
advance_batch (Batch *self, AlSimulation *patients, guint n, gint64 duration_us)
{
  memcpy (self->before, patients, n * sizeof *patients);
  for (guint lane = 0; lane < self->lanes->n; lane++) {
    self->patient[lane] = &patients[lane < n ? lane : 0];
    put_down (self, lane, &whole);
    self->event_us[lane] = al_simulation_next_event_us (self->patient[lane]);
    plan_part (self, lane, 0);
    self->until_us[lane] = end_on_grid (self->patient[lane], duration_us);
    if (lane >= n || duration_us <= 0)
      self->patient[lane] = NULL;
  }
  return run_batch (self);
}

typedef struct {
  const AlLanes *lanes; /* NULL for one at a time */
  AlSimulation *patients;
  gsize n_patients;
  gint64 duration_us;
  gint next; /* batch, atomic */
  gint failed;
} Cohort;

/* The patients whose turn it is; 0 when there is nobody left. */
static guint
take_patients (Cohort *self, AlSimulation **patients)
{
  gsize width = self->lanes != NULL ? self->lanes->n : 1;
  gsize first = (gsize) g_atomic_int_add (&self->next, 1) * width;

  if (first >= self->n_patients)
    return 0;
  *patients = self->patients + first;
  return (guint) MIN (self->n_patients - first, width);
}

static void
note (Cohort *self, AlStatus status)
{
  if (status != AL_STATUS_OK)
    g_atomic_int_set (&self->failed, TRUE);
}

/* A thread: memory is asked for once, and nobody else writes to it. */
static void
work_side_by_side (Cohort *self)
{
  const AlLanes *lanes = self->lanes;
  Batch batch = {
      .lanes = lanes,
      .cores = g_aligned_alloc0 (1, lanes->size, ALIGNMENT),
      .before = g_new (AlSimulation, lanes->n),
  };
  AlSimulation *patients;
  guint n;

  g_assert (lanes->size == lanes->n * sizeof (AlCore));
  while ((n = take_patients (self, &patients)) > 0)
    note (self, advance_batch (&batch, patients, n, self->duration_us));
  g_aligned_free (batch.cores);
  g_free (batch.before);
}

static gpointer
work (gpointer user_data)
{
  Cohort *self = user_data;
  AlSimulation *patient;

  if (self->lanes != NULL) {
    work_side_by_side (self);
    return NULL;
  }
  while (take_patients (self, &patient) > 0)
    note (self, al_simulation_advance (patient, self->duration_us, NULL, NULL));
  return NULL;
}

/**
 * al_cohort_advance_lanes: (skip)
 * @lanes: (nullable): the vectors to use, %NULL to go one by one
 * @patients: as for al_cohort_advance(), as all that follows
 * @n_patients: how many
 * @duration_us: simulated time to pass
 * @n_threads: how many threads
 *
 * al_cohort_advance() on vectors of one's choice, which this processor must have.
 *
 * Returns: as al_cohort_advance()
 */
AlStatus
al_cohort_advance_lanes (const AlLanes *lanes, AlSimulation *patients, gsize n_patients,
                         gint64 duration_us, guint n_threads)
{
  Cohort cohort = {lanes, patients, n_patients, duration_us, 0, FALSE};
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  for (guint i = 1; i < n_threads; i++)
    g_ptr_array_add (threads, g_thread_new ("cohort", work, &cohort));
  work (&cohort);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  return cohort.failed ? AL_STATUS_NOT_FINITE : AL_STATUS_OK;
}

/**
 * al_cohort_advance:
 * @patients: (array length=n_patients) (inout): simulations
 * @n_patients: how many
 * @duration_us: simulated time to pass, for each of them; whole grid steps are taken
 * @n_threads: how many threads may work at it, at least 1, the caller's included
 *
 * Lets time pass for many patients. Each has the same bytes afterwards as al_simulation_advance()
 * would have given it, however many there are and however many threads. Blocks until it is done.
 *
 * Returns: %AL_STATUS_OK, or %AL_STATUS_NOT_FINITE when a patient left the numbers: that one stands
 * as it was when called, the others have been advanced
 */
AlStatus
al_cohort_advance (AlSimulation *patients, gsize n_patients, gint64 duration_us, guint n_threads)
{
  return al_cohort_advance_lanes (al_lanes_get (), patients, n_patients, duration_us, n_threads);
}
