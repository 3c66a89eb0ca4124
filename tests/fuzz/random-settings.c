/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-simulation.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * Patients drawn at random, every parameter anywhere in its range, who get random commands: the
 * model stays among the numbers, no chamber is turned inside out, blood is conserved. Each run has
 * a number, which is its seed: a failure names it, and "random-settings NUMBER 1" repeats it.
 */
#define RUN_S              60
#define LOWEST_CHAMBER_ML  (-2.0)
#define LOST_BLOOD_ML      1e-5
#define LONGEST_STRETCH_S  6.0
#define MOST_COMMANDS      4
#define HANGS_AFTER_S      120
#define SHARE_AT_AN_END    0.15
#define SHARE_NEAR_A_HUMAN 0.5
#define SHARE_MOVED        0.2
#define WATCH_EVERY_US     (G_USEC_PER_SEC / 5)

typedef struct {
  guint32 number; /* of the run */
  const AlSimulation *simulation;
  double lowest_ml, infinite;
} Watch;

typedef struct {
  gint next;  /* run to be taken next, counted from 0 */
  gint first; /* number of the first one */
  gint count;
  gint failed;
  gint running; /* threads */
} Work;

typedef struct {
  Work *work;
  gint number;   /* of its run */
  gint began_s;  /* on the monotonic clock */
  gint finished; /* runs */
} Worker;

static double
draw_value (GRand *random, AlParameter parameter)
{
  const AlParameterInfo *info = al_parameter_get_info (parameter);
  double share = g_rand_double (random), end = g_rand_double (random), value;

  if (end < SHARE_AT_AN_END)
    share = end < SHARE_AT_AN_END / 2 ? 0 : 1;
  value = info->minimum + share * (info->maximum - info->minimum);
  if (info->kind == AL_KIND_CHOICE)
    value = floor (info->minimum + share * (info->maximum + 0.999 - info->minimum));
  if (parameter == AL_PARAMETER_IABP_RATIO || parameter == AL_PARAMETER_RHYTHM_SEED ||
      parameter == AL_PARAMETER_RHYTHM_ECTOPIC_EVERY)
    value = floor (value);
  return value;
}

/* Half of the patients are the normal one with some numbers moved: no filter of chance is so wide
 * that a heart still beats behind it. */
static void
draw_settings (GRand *random, AlSettings *settings)
{
  gboolean human = g_rand_double (random) < SHARE_NEAR_A_HUMAN;

  al_settings_init (settings);
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (!human || g_rand_double (random) < SHARE_MOVED)
      settings->value[i] = draw_value (random, (AlParameter) i);
  }
}

static void
watch_sample (const AlSample *sample, gpointer user_data)
{
  Watch *watch = user_data;
  const double *y = watch->simulation->circulation.core.y;

  for (int i = AL_V_LA; i <= AL_V_RV; i++)
    watch->lowest_ml = MIN (watch->lowest_ml, y[i]);
  for (guint i = 0; i < AL_N_SIGNALS; i++) {
    if (!isfinite (sample->value[i]))
      watch->infinite = 1;
  }
}

static void
give_commands (GRand *random, AlSimulation *simulation)
{
  gint n = g_rand_int_range (random, 1, MOST_COMMANDS + 1);

  for (gint i = 0; i < n; i++) {
    AlParameter parameter = (AlParameter) g_rand_int_range (random, 0, AL_N_PARAMETERS);
    AlParameterKind kind = al_parameter_get_info (parameter)->kind;

    if (kind == AL_KIND_COMMAND || kind == AL_KIND_CHOICE)
      al_simulation_set (simulation, parameter, draw_value (random, parameter));
  }
}

/* What went wrong, or NULL. */
static const char *
judge (const Watch *watch, AlStatus status, double blood_ml)
{
  const AlSimulation *simulation = watch->simulation;
  double lost_ml =
      blood_ml + al_simulation_blood_given_ml (simulation) - al_simulation_blood_ml (simulation);

  if (status != AL_STATUS_OK || watch->infinite > 0)
    return "left the numbers";
  if (watch->lowest_ml < LOWEST_CHAMBER_ML)
    return "turned a chamber inside out";
  if (fabs (lost_ml) > LOST_BLOOD_ML)
    return "lost blood";
  return NULL;
}

static gboolean
run_one (AlSimulation *simulation, guint32 number)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number);
  Watch watch = {number, simulation, INFINITY, 0};
  AlStatus status = AL_STATUS_OK;
  AlSettings settings;
  const char *wrong;
  double blood_ml;

  draw_settings (random, &settings);
  al_simulation_init (simulation, &settings);
  blood_ml = al_simulation_blood_ml (simulation);
  while (status == AL_STATUS_OK &&
         al_simulation_get_time_us (simulation) < RUN_S * G_USEC_PER_SEC) {
    double stretch_s = g_rand_double_range (random, 0.1, LONGEST_STRETCH_S);

    status = al_simulation_advance (simulation, (gint64) (stretch_s * G_USEC_PER_SEC), watch_sample,
                                    &watch);
    give_commands (random, simulation);
  }
  wrong = judge (&watch, status, blood_ml);
  if (wrong != NULL)
    printf ("run %u %s: at %.3f s, smallest chamber %.2f mL, blood %.1f mL\n", number, wrong,
            (double) al_simulation_get_time_us (simulation) * 1e-6, watch.lowest_ml,
            al_simulation_blood_ml (simulation));
  return wrong == NULL;
}

static gint
now_s (void)
{
  return (gint) (g_get_monotonic_time () / G_USEC_PER_SEC);
}

static gpointer
work (gpointer user_data)
{
  Worker *worker = user_data;
  Work *all = worker->work;
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  gint i;

  while ((i = g_atomic_int_add (&all->next, 1)) < all->count) {
    g_atomic_int_set (&worker->number, all->first + i);
    g_atomic_int_set (&worker->began_s, now_s ());
    if (!run_one (simulation, (guint32) (all->first + i)))
      g_atomic_int_inc (&all->failed);
  }
  g_atomic_int_add (&all->running, -1);
  g_atomic_int_set (&worker->finished, TRUE);
  return NULL;
}

/* Waits for all; a run without an end is named before the program gives up. */
static void
watch_workers (Work *all, Worker *workers, guint n_workers)
{
  while (g_atomic_int_get (&all->running) > 0) {
    g_usleep (WATCH_EVERY_US);
    for (guint i = 0; i < n_workers; i++) {
      gint since_s = now_s () - g_atomic_int_get (&workers[i].began_s);

      if (!g_atomic_int_get (&workers[i].finished) && since_s > HANGS_AFTER_S) {
        printf ("run %d hangs\n", g_atomic_int_get (&workers[i].number));
        exit (EXIT_FAILURE);
      }
    }
  }
}

int
main (int argc, char *argv[])
{
  Work all = {.first = argc > 1 ? atoi (argv[1]) : 1, .count = argc > 2 ? atoi (argv[2]) : 2000};
  guint n_workers = argc > 3 ? (guint) MAX (atoi (argv[3]), 1) : g_get_num_processors ();
  g_autofree Worker *workers = g_new0 (Worker, n_workers);
  g_autofree GThread **threads = g_new0 (GThread *, n_workers);

  setvbuf (stdout, NULL, _IOLBF, 0);
  all.running = (gint) n_workers;
  for (guint i = 0; i < n_workers; i++) {
    workers[i] = (Worker){.work = &all, .number = all.first, .began_s = now_s ()};
    threads[i] = g_thread_new ("runs", work, &workers[i]);
  }
  watch_workers (&all, workers, n_workers);
  for (guint i = 0; i < n_workers; i++)
    g_thread_join (threads[i]);
  printf ("%d runs of %d s from number %d: %d failed\n", all.count, RUN_S, all.first, all.failed);
  return all.failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
