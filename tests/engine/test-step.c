/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <math.h>
#include <string.h>

#define FINE_PER_STEP 20

/* Heun's method of second order, so that the reference shares nothing with the engine but its
 * equations. */
static void
fine_step (AlCirculation *circulation, const AlCoefficients *c, double time_s, double h_s)
{
  double start[AL_N_STATES], first[AL_N_STATES], second[AL_N_STATES];
  AlHaemodynamics h;

  memcpy (start, circulation->y, sizeof start);
  al_circulation_solve (circulation, c, time_s, start, &h);
  al_circulation_rates (circulation, c, start, &h, first);
  for (int i = 0; i < AL_N_STATES; i++)
    circulation->y[i] = start[i] + h_s * first[i];
  al_circulation_solve (circulation, c, time_s + h_s, circulation->y, &h);
  al_circulation_rates (circulation, c, circulation->y, &h, second);
  for (int i = 0; i < AL_N_STATES; i++)
    circulation->y[i] = start[i] + 0.5 * h_s * (first[i] + second[i]);
}

static gint64
next_event_us (const AlCirculation *circulation)
{
  gint64 next = MIN (circulation->rhythm.next_beat_us, circulation->rhythm.next_atrial_us);

  return MIN (next, al_balloon_pump_next_us (&circulation->pump));
}

static void
follow_finely (AlCirculation *circulation, const AlCoefficients *c, gint64 until_us)
{
  double h_s = (double) AL_STEP_US / FINE_PER_STEP * 1e-6;
  gint64 n = (until_us - circulation->time_us) / (AL_STEP_US / FINE_PER_STEP);
  double start_s = (double) circulation->time_us * 1e-6;

  for (gint64 i = 0; i < n; i++)
    fine_step (circulation, c, start_s + (double) i * h_s, h_s);
  circulation->time_us = until_us;
}

static void
compare_pressures (const AlSimulation *simulation, const AlCirculation *fine, double *largest)
{
  const AlHaemodynamics *ours = &simulation->haemodynamics;
  AlHaemodynamics theirs;

  al_circulation_solve (fine, &simulation->coefficients, (double) fine->time_us * 1e-6, fine->y,
                        &theirs);
  for (int i = 0; i < AL_N_CHAMBERS; i++)
    *largest = MAX (*largest, fabs (ours->chamber_mmhg[i] - theirs.chamber_mmhg[i]));
  *largest = MAX (*largest, fabs (ours->arch_mmhg - theirs.arch_mmhg));
  *largest = MAX (*largest, fabs (ours->thoracic_mmhg - theirs.thoracic_mmhg));
  *largest = MAX (*largest, fabs (ours->pa_mmhg - theirs.pa_mmhg));
}

/* Stretches without an event: the step of 1 ms against one of 0.05 ms, both devices on. */
static void
test_step_is_fine_enough (void)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  double largest = 0;
  guint stretches = 0;
  AlSettings settings;
  AlIndices mean;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  test_settle (simulation, &settings, 60, &mean);
  for (int i = 0; i < 6000; i++) {
    AlCirculation fine = simulation->circulation;
    gint64 until_us = fine.time_us + 20 * AL_STEP_US;

    if (next_event_us (&fine) <= until_us) {
      al_simulation_advance (simulation, AL_STEP_US, NULL, NULL);
      continue;
    }
    follow_finely (&fine, &simulation->coefficients, until_us);
    al_simulation_advance (simulation, 20 * AL_STEP_US, NULL, NULL);
    compare_pressures (simulation, &fine, &largest);
    stretches++;
  }
  g_assert_cmpuint (stretches, >, 1000);
  g_test_message ("largest difference of a pressure: %g mmHg in %u stretches", largest, stretches);
  g_assert_cmpfloat (largest, <, 0.05);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/step/fine-enough", test_step_is_fine_enough);
  return g_test_run ();
}
