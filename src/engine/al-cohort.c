/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cohort.h"

#include "al-lanes.h"
#include "al-simulation-private.h"
#include "al-units.h"

/* Values of a core: it is made of numbers alone. */
#define N_VALUES (sizeof (AlCore) / sizeof (double))

#define ALIGNMENT 64

G_STATIC_ASSERT (sizeof (AlCore) % sizeof (double) == 0);

/*
 * Up to AL_COHORT_LANES patients side by side. While a patient is in a lane, its core is there and
 * not in its simulation; it is taken back for whatever is not a plain step, and put down again.
 */
typedef struct {
  double *cores; /* owned */
  double time_s[AL_COHORT_LANES];
  double h_s[AL_COHORT_LANES];
  AlSimulation *patient[AL_COHORT_LANES]; /* NULL where nobody is left */
  gint64 until_us[AL_COHORT_LANES];
} Batch;

static void
put_down (Batch *self, guint lane)
{
  const double *core = (const double *) &self->patient[lane]->circulation.core;

  for (gsize i = 0; i < N_VALUES; i++)
    self->cores[i * AL_COHORT_LANES + lane] = core[i];
}

static void
take_up (Batch *self, guint lane)
{
  double *core = (double *) &self->patient[lane]->circulation.core;

  for (gsize i = 0; i < N_VALUES; i++)
    core[i] = self->cores[i * AL_COHORT_LANES + lane];
}

static double
value_at (const Batch *self, gsize offset, guint lane)
{
  return self->cores[offset / sizeof (double) * AL_COHORT_LANES + lane];
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
  const double *y = self->cores + G_STRUCT_OFFSET (AlCore, y) / sizeof (double) * AL_COHORT_LANES;
  double sum = 0;

  for (int i = 0; i < AL_N_STATES; i++)
    sum += y[i * AL_COHORT_LANES + lane] - y[i * AL_COHORT_LANES + lane];
  return sum >= 0;
}

/* The step of a lane, which for a lane without a patient is any step of what lies there. */
static void
plan_part (Batch *self, guint lane)
{
  const AlSimulation *patient = self->patient[lane];
  gint64 start_us, end_us;

  if (patient == NULL)
    return;
  start_us = patient->circulation.time_us;
  end_us = al_simulation_part_end_us (patient);
  self->time_s[lane] = (double) start_us * AL_S_PER_US;
  self->h_s[lane] = (double) (end_us - start_us) * AL_S_PER_US;
}

/* After the step of a lane; returns whether its numbers are still numbers. */
static gboolean
finish_part (Batch *self, guint lane, const AlValveMoment *before)
{
  AlSimulation *patient = self->patient[lane];
  AlValveMoment after = valve_at (self, lane);
  gint64 start_us = patient->circulation.time_us;

  patient->circulation.time_us = al_simulation_part_end_us (patient);
  if (al_simulation_needs_attention (patient, before, &after)) {
    if (!is_finite_at (self, lane))
      return FALSE;
    take_up (self, lane);
    al_simulation_finish_part (patient, start_us, before);
    put_down (self, lane);
  }
  if (patient->circulation.time_us >= self->until_us[lane]) {
    take_up (self, lane);
    self->patient[lane] = NULL;
  }
  return TRUE;
}

static guint
count_patients (const Batch *self)
{
  guint n = 0;

  for (guint lane = 0; lane < AL_COHORT_LANES; lane++)
    n += self->patient[lane] != NULL;
  return n;
}

/* All patients of a batch to their ends; before are the simulations as they were. */
static AlStatus
run_batch (Batch *self, const AlSimulation *before)
{
  AlStatus status = AL_STATUS_OK;
  AlValveMoment valve[AL_COHORT_LANES];

  while (count_patients (self) > 0) {
    for (guint lane = 0; lane < AL_COHORT_LANES; lane++) {
      plan_part (self, lane);
      valve[lane] = valve_at (self, lane);
    }
    al_lanes_step (self->cores, self->time_s, self->h_s);
    for (guint lane = 0; lane < AL_COHORT_LANES; lane++) {
      if (self->patient[lane] == NULL || finish_part (self, lane, &valve[lane]))
        continue;
      *self->patient[lane] = before[lane];
      self->patient[lane] = NULL;
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

static AlStatus
advance_batch (AlSimulation *patients, guint n, gint64 duration_us)
{
  g_autofree AlSimulation *before = g_memdup2 (patients, n * sizeof *patients);
  Batch batch = {0};
  AlStatus status;

  batch.cores = g_aligned_alloc0 (1, al_lanes_size (), ALIGNMENT);
  for (guint lane = 0; lane < AL_COHORT_LANES; lane++) {
    /* An empty lane repeats the first patient, so that it has something to chew on. */
    batch.patient[lane] = &patients[lane < n ? lane : 0];
    put_down (&batch, lane);
    plan_part (&batch, lane);
    batch.until_us[lane] = end_on_grid (batch.patient[lane], duration_us);
    if (lane >= n || duration_us <= 0)
      batch.patient[lane] = NULL;
  }
  status = run_batch (&batch, before);
  g_aligned_free (batch.cores);
  return status;
}

typedef struct {
  AlSimulation *patients;
  gsize n_patients;
  gint64 duration_us;
  gint next; /* batch, atomic */
  gint failed;
} Cohort;

static gpointer
work (gpointer user_data)
{
  Cohort *cohort = user_data;

  for (;;) {
    gsize first = (gsize) g_atomic_int_add (&cohort->next, 1) * AL_COHORT_LANES;

    if (first >= cohort->n_patients)
      return NULL;
    if (advance_batch (cohort->patients + first,
                       (guint) MIN (cohort->n_patients - first, AL_COHORT_LANES),
                       cohort->duration_us) != AL_STATUS_OK)
      g_atomic_int_set (&cohort->failed, TRUE);
  }
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
  Cohort cohort = {.patients = patients, .n_patients = n_patients, .duration_us = duration_us};
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  g_assert (al_lanes_size () == AL_COHORT_LANES * sizeof (AlCore));
  for (guint i = 1; i < n_threads; i++)
    g_ptr_array_add (threads, g_thread_new ("cohort", work, &cohort));
  work (&cohort);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  return cohort.failed ? AL_STATUS_NOT_FINITE : AL_STATUS_OK;
}
