/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-benchmark.h"

#include "al-cohort.h"
#include "al-textbook.h"

#include <math.h>
#include <string.h>
#include <time.h>

/* What is measured takes turns, so that a slow moment of the machine hits all of it alike. */
#define N_ROUNDS 9

#define SETTLE_US   (30 * G_USEC_PER_SEC)
#define PATIENT_US  (100 * G_USEC_PER_SEC)
#define TEXTBOOK_US (30 * G_USEC_PER_SEC)
#define COHORT_US   (10 * G_USEC_PER_SEC)
#define N_FRAMES    600

typedef struct {
  AlSimulation *start; /* settled */
  AlSimulation *patient;
  AlSimulation *cohort_start; /* settled */
  AlSimulation *cohort;
  double sum; /* of samples, so that they are looked at */
  AlStatus status;
} Bench;

typedef void (*Work) (Bench *bench);

typedef struct {
  double cpu_s;  /* of the thread that works */
  double wall_s; /* on the clock */
} Elapsed;

static Elapsed
now (void)
{
  struct timespec cpu, wall;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu);
  clock_gettime (CLOCK_MONOTONIC, &wall);
  return (Elapsed){(double) cpu.tv_sec + 1e-9 * (double) cpu.tv_nsec,
                   (double) wall.tv_sec + 1e-9 * (double) wall.tv_nsec};
}

/* Keeps the shorter times, of what was measured before and of this run. */
static void
time_run (Bench *bench, Work work, Elapsed *best)
{
  Elapsed start, end;

  *bench->patient = *bench->start;
  memcpy (bench->cohort, bench->cohort_start, AL_BENCHMARK_PATIENTS * sizeof *bench->cohort);
  start = now ();
  work (bench);
  end = now ();
  best->cpu_s = MIN (best->cpu_s, end.cpu_s - start.cpu_s);
  best->wall_s = MIN (best->wall_s, end.wall_s - start.wall_s);
}

static void
note (Bench *bench, AlStatus status)
{
  if (status != AL_STATUS_OK)
    bench->status = status;
}

static void
run_patient (Bench *bench)
{
  note (bench, al_simulation_advance (bench->patient, PATIENT_US, NULL, NULL));
}

static void
run_textbook (Bench *bench)
{
  note (bench, al_textbook_advance (bench->patient, TEXTBOOK_US));
}

static void
run_cohort (Bench *bench)
{
  note (bench, al_cohort_advance (bench->cohort, AL_BENCHMARK_PATIENTS, COHORT_US, 1));
}

static void
run_cohort_on_two (Bench *bench)
{
  note (bench, al_cohort_advance (bench->cohort, AL_BENCHMARK_PATIENTS, COHORT_US, 2));
}

static void
look_at (const AlSample *sample, gpointer user_data)
{
  double *sum = user_data;

  *sum += sample->value[AL_SIGNAL_LV_PRESSURE];
}

/* As a window does it: so much simulated time as the screen has shown, sample by sample. */
static void
run_frames (Bench *bench)
{
  gint64 start_us = al_simulation_get_time_us (bench->patient);

  for (gint64 frame = 1; frame <= N_FRAMES; frame++) {
    gint64 shown_us = start_us + frame * G_USEC_PER_SEC / AL_BENCHMARK_FRAME_RATE;
    gint64 rest_us = shown_us - al_simulation_get_time_us (bench->patient);

    note (bench, al_simulation_advance (bench->patient, rest_us, look_at, &bench->sum));
  }
}

static const struct {
  AlParameter parameter;
  double step;  /* of the sequence, in turns: no two of them repeat together */
  double share; /* how far the value goes either way */
} spread[] = {
    {AL_PARAMETER_LV_EES, 0.6180339887, 0.25},      {AL_PARAMETER_RV_EES, 0.7548776662, 0.20},
    {AL_PARAMETER_UPPER_BED_R, 0.5698402910, 0.20}, {AL_PARAMETER_LOWER_BED_R, 0.8191725134, 0.20},
    {AL_PARAMETER_LUNG_R, 0.6710436067, 0.30},      {AL_PARAMETER_RHYTHM_RATE, 0.5497004779, 0.20},
    {AL_PARAMETER_ARCH_C, 0.8566748839, 0.15},      {AL_PARAMETER_ECMO_FLOW, 0.7338918566, 0.25},
};

/**
 * al_benchmark_vary:
 * @settings: (inout): settings of a patient
 * @i: which of the cohort
 *
 * Turns a patient into another one: heart, vessels, rate and pump flow are spread evenly around
 * what they are, in the same way on every run.
 */
void
al_benchmark_vary (AlSettings *settings, guint i)
{
  for (guint k = 0; k < G_N_ELEMENTS (spread); k++) {
    const AlParameterInfo *info = al_parameter_get_info (spread[k].parameter);
    double turns = 0.5 + i * spread[k].step, place = 2 * (turns - floor (turns)) - 1;
    double *value = &settings->value[spread[k].parameter];

    *value = CLAMP (*value * (1 + spread[k].share * place), info->minimum, info->maximum);
  }
}

static AlStatus
settle (Bench *bench, const AlSettings *patient)
{
  AlStatus status;

  al_simulation_init (bench->start, patient);
  for (guint i = 0; i < AL_BENCHMARK_PATIENTS; i++) {
    AlSettings settings = *patient;

    al_benchmark_vary (&settings, i);
    al_simulation_init (&bench->cohort_start[i], &settings);
  }
  status = al_simulation_advance (bench->start, SETTLE_US, NULL, NULL);
  if (status != AL_STATUS_OK)
    return status;
  return al_cohort_advance (bench->cohort_start, AL_BENCHMARK_PATIENTS, SETTLE_US, 1);
}

static double
seconds (gint64 duration_us)
{
  return (double) duration_us / G_USEC_PER_SEC;
}

static void
measure (Bench *bench, AlBenchmark *self)
{
  const Elapsed never = {INFINITY, INFINITY};
  Elapsed patient = never, textbook = never, frames = never, one = never, two = never;
  gboolean parallel = g_get_num_processors () > 1;

  for (int round = 0; round < N_ROUNDS; round++) {
    time_run (bench, run_patient, &patient);
    time_run (bench, run_textbook, &textbook);
    time_run (bench, run_frames, &frames);
    time_run (bench, run_cohort, &one);
    if (parallel)
      time_run (bench, run_cohort_on_two, &two);
  }
  self->simulated_seconds_per_cpu_second = seconds (PATIENT_US) / patient.cpu_s;
  self->textbook_seconds_per_cpu_second = seconds (TEXTBOOK_US) / textbook.cpu_s;
  self->patient_seconds_per_cpu_second = AL_BENCHMARK_PATIENTS * seconds (COHORT_US) / one.cpu_s;
  self->two_core_speedup = parallel ? one.wall_s / two.wall_s : NAN;
  self->display_frame_us = 1e6 * frames.cpu_s / N_FRAMES;
}

/**
 * al_benchmark_run:
 * @self: (out caller-allocates): what was measured
 * @patient: settings, each within its range, devices included
 *
 * Measures how fast the engine is. Takes some seconds; nothing else should run meanwhile.
 *
 * Returns: %AL_STATUS_OK, or %AL_STATUS_NOT_FINITE when the model left the numbers
 */
AlStatus
al_benchmark_run (AlBenchmark *self, const AlSettings *patient)
{
  g_autofree AlSimulation *start = g_new (AlSimulation, 1), *simulation = g_new (AlSimulation, 1);
  g_autofree AlSimulation *cohort_start = g_new (AlSimulation, AL_BENCHMARK_PATIENTS);
  g_autofree AlSimulation *cohort = g_new (AlSimulation, AL_BENCHMARK_PATIENTS);
  Bench bench = {start, simulation, cohort_start, cohort, 0, AL_STATUS_OK};

  bench.status = settle (&bench, patient);
  if (bench.status == AL_STATUS_OK)
    measure (&bench, self);
  return bench.status;
}
