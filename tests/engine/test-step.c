/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include "al-simulation-private.h"

#include <math.h>
#include <string.h>

/* The finest step divides a stretch into so many of the engine's. */
#define FINEST     32
#define STRETCH_US (8 * AL_STEP_US)
#define HALVINGS   3

/* The same stretch from the same state in steps of h, h/2, h/4: the pressures at its end. */
static void
follow (const AlCirculation *from, int per_step, AlHaemodynamics *h)
{
  AlCore core = from->core;
  int n = (int) (STRETCH_US / AL_STEP_US) * per_step;
  double start_s = al_circulation_time_s (from), h_s = AL_STEP_US * 1e-6 / per_step;

  for (int i = 0; i < n; i++)
    al_core_integrate (&core, start_s + i * h_s, start_s + (i + 1) * h_s, h_s);
  *h = core.h;
}

static double
largest_difference (const AlHaemodynamics *a, const AlHaemodynamics *b)
{
  double largest = 0;

  for (int i = 0; i < AL_N_CHAMBERS; i++)
    largest = MAX (largest, fabs (a->chamber_mmhg[i] - b->chamber_mmhg[i]));
  for (int i = 0; i < AL_N_ARTERIES; i++)
    largest = MAX (largest, fabs (a->artery_mmhg[i] - b->artery_mmhg[i]));
  return largest;
}

static gboolean
has_event_before (const AlCirculation *circulation, gint64 until_us)
{
  gint64 next_us = MIN (circulation->rhythm.next_beat_us, circulation->rhythm.next_atrial_us);

  return MIN (next_us, al_balloon_pump_next_us (&circulation->pump)) <= until_us;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

typedef struct {
  double error[HALVINGS];
  double ratio[HALVINGS - 1][1024];
  guint n[HALVINGS - 1];
} Orders;

static void
add_stretch (Orders *self, const AlCirculation *circulation)
{
  /* Below this, what is left is rounding. */
  const double rounding_mmhg = 1e-8;
  AlHaemodynamics exact, h;
  double error[HALVINGS];

  follow (circulation, FINEST, &exact);
  for (int i = 0; i < HALVINGS; i++) {
    follow (circulation, 1 << i, &h);
    error[i] = largest_difference (&h, &exact);
    self->error[i] = MAX (self->error[i], error[i]);
  }
  for (int i = 0; i < HALVINGS - 1; i++) {
    if (error[i + 1] > rounding_mmhg)
      self->ratio[i][self->n[i]++] = error[i] / error[i + 1];
  }
}

/*
 * Stretches of 20 ms without an event, both devices on, from the state that the engine has at their
 * beginning. Halving the step of a method of fourth order leaves a sixteenth of the error; where a
 * pressure difference changes its sign within the stretch, the right-hand side has a kink and it
 * leaves more. So the middle one of all ratios is asked for.
 */
static void
test_order (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  g_autofree Orders *orders = g_new0 (Orders, 1);
  AlSettings settings;
  AlIndices mean;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  test_settle (simulation, &settings, 60, &mean);
  for (int i = 0; i < 1024; i++) {
    const AlCirculation *circulation = &simulation->circulation;

    if (!has_event_before (circulation, circulation->time_us + STRETCH_US))
      add_stretch (orders, circulation);
    al_simulation_advance (simulation, STRETCH_US / 2, NULL, NULL);
  }
  for (int i = 0; i < HALVINGS - 1; i++) {
    double *ratio = orders->ratio[i];
    guint n = orders->n[i];

    g_assert_cmpuint (n, >, 100);
    qsort (ratio, n, sizeof *ratio, compare_doubles);
    g_test_message ("step %g ms / %g ms: errors %.2g / %.2g mmHg at most; their ratio in %u "
                    "stretches: quartiles %.1f, %.1f, %.1f; order %.2f",
                    AL_STEP_US * 1e-3 / (1 << i), AL_STEP_US * 1e-3 / (2 << i), orders->error[i],
                    orders->error[i + 1], n, ratio[n / 4], ratio[n / 2], ratio[3 * n / 4],
                    log2 (ratio[n / 2]));
    assert_between (log2 (ratio[n / 2]), 3.5, 4.7);
  }
  g_assert_cmpfloat (orders->error[0], <, 0.05);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/step/order", test_order);
  return g_test_run ();
}
