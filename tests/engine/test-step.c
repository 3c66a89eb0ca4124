/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include "al-simulation-private.h"

#include <math.h>
#include <string.h>

/* The finest step divides a part of the engine's into so many; each stretch lies between two ticks.
 */
#define FINEST     32
#define STRETCH_US (AL_TICK_US - AL_STEP_US)
#define HALVINGS   3
#define N_TICKS    3000

/* To the next event, at its own time, or to the next point of the grid, in so many steps. */
static void
follow_part (AlSimulation *self, int n)
{
  AlCirculation *circulation = &self->circulation;
  AlValveMoment quiet = {0, circulation->core.detector.ejecting};
  gint64 start_us = circulation->time_us, end_us = test_part_end_us (circulation);
  double start_s = start_us * 1e-6, h_s = (end_us - start_us) * 1e-6 / n;

  for (int i = 0; i < n; i++)
    al_core_integrate (&circulation->core, start_s + i * h_s, start_s + (i + 1) * h_s, h_s);
  circulation->time_us = end_us;
  if (al_simulation_finish_part (self, start_us, &quiet))
    al_circulation_refresh (circulation);
}

/* The same stretch from the same state in parts of the engine's steps: pressures at its end. */
static void
follow (const AlSimulation *from, int n, AlHaemodynamics *h)
{
  g_autofree AlSimulation *simulation = g_memdup2 (from, sizeof *from);

  while (simulation->circulation.time_us < from->circulation.time_us + STRETCH_US)
    follow_part (simulation, n);
  *h = simulation->circulation.core.h;
}

/* And as the engine itself takes it. */
static void
follow_engine (const AlSimulation *from, AlHaemodynamics *h)
{
  g_autofree AlSimulation *simulation = g_memdup2 (from, sizeof *from);

  g_assert_cmpint (al_simulation_advance (simulation, STRETCH_US, NULL, NULL), ==, AL_STATUS_OK);
  *h = simulation->circulation.core.h;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Errors of steps of h, h/2, h/4, and how each halving lessens them. */
typedef struct {
  double error[HALVINGS];
  double ratio[HALVINGS - 1][N_TICKS];
  guint n[HALVINGS - 1];
} Orders;

static void
add_stretch (Orders *self, const AlSimulation *simulation)
{
  /* Below this, what is left is rounding. */
  const double rounding_mmhg = 1e-8;
  AlHaemodynamics exact, h;
  double error[HALVINGS];

  follow (simulation, FINEST, &exact);
  for (int i = 0; i < HALVINGS; i++) {
    if (i == 0)
      follow_engine (simulation, &h);
    else
      follow (simulation, 1 << i, &h);
    error[i] = test_largest_difference (&h, &exact);
    self->error[i] = MAX (self->error[i], error[i]);
  }
  for (int i = 0; i < HALVINGS - 1; i++) {
    if (error[i + 1] > rounding_mmhg)
      self->ratio[i][self->n[i]++] = error[i] / error[i + 1];
  }
}

/* Halving the step of a method of fourth order leaves a sixteenth of the error; where a pressure
 * difference changes its sign within the stretch, the right-hand side has a kink and it leaves
 * more. So the middle one of all ratios is asked for. */
static void
judge (Orders *self, guint least, double lowest, const char *what)
{
  for (int i = 0; i < HALVINGS - 1; i++) {
    double *ratio = self->ratio[i];
    guint n = self->n[i];

    g_assert_cmpuint (n, >, least);
    qsort (ratio, n, sizeof *ratio, compare_doubles);
    g_test_message ("%s, step %g ms / %g ms: errors %.2g / %.2g mmHg at most; their ratio in %u "
                    "stretches: quartiles %.1f, %.1f, %.1f; order %.2f",
                    what, AL_STEP_US * 1e-3 / (1 << i), AL_STEP_US * 1e-3 / (2 << i),
                    self->error[i], self->error[i + 1], n, ratio[n / 4], ratio[n / 2],
                    ratio[3 * n / 4], log2 (ratio[n / 2]));
    assert_between (log2 (ratio[n / 2]), lowest, 4.7);
  }
  g_assert_cmpfloat (self->error[0], <, 0.05);
}

/* Whether an event of the stretch stands within a step. */
static gboolean
is_within (gint64 event_us, gint64 start_us)
{
  return event_us > start_us && event_us < start_us + STRETCH_US && event_us % AL_STEP_US != 0;
}

/*
 * Stretches between two ticks, both devices on, from the state that the engine has at their
 * beginning: those without an event, and those in which the balloon is told to inflate or to
 * deflate, or a beat begins, at a time that is no multiple of the step. Gas obeys at once here, so
 * that a command that came at another time would show; a contraction begins like t^1.7, which is
 * not smooth enough for the full order.
 */
static void
test_order (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  g_autofree Orders *quiet = g_new0 (Orders, 1), *commands = g_new0 (Orders, 1),
                    *beats = g_new0 (Orders, 1);
  AlSettings settings;
  AlIndices mean;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  settings.value[AL_PARAMETER_IABP_DEAD_TIME] = 0;
  test_settle (simulation, &settings, 60, &mean);
  for (int i = 0; i < N_TICKS; i++) {
    const AlCirculation *circulation = &simulation->circulation;
    gint64 start_us = circulation->time_us;

    g_assert_cmpint (start_us % AL_TICK_US, ==, 0);
    if (is_within (al_balloon_pump_next_us (&circulation->pump), start_us))
      add_stretch (commands, simulation);
    else if (is_within (circulation->rhythm.next_beat_us, start_us))
      add_stretch (beats, simulation);
    else if (test_next_event_us (circulation) > start_us + STRETCH_US)
      add_stretch (quiet, simulation);
    al_simulation_advance (simulation, AL_TICK_US, NULL, NULL);
  }
  judge (quiet, 1000, 3.8, "no event");
  judge (commands, 100, 3.5, "a command of the balloon");
  judge (beats, 50, 3.2, "a beat");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/step/order", test_order);
  return g_test_run ();
}
