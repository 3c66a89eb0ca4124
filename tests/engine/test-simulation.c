/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <math.h>
#include <string.h>

static void
start_shock (AlSimulation *simulation, double seconds)
{
  AlSettings settings;
  AlIndices mean;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  test_settle (simulation, &settings, seconds, &mean);
}

static gboolean
same (const AlSimulation *a, const AlSimulation *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

/* However the display slices time, the simulation is the same, byte for byte: slowed down to less
 * than a step a frame, at the rate of a screen, and a second at a time. */
static void
test_display_speed (void)
{
  static const gint64 portions_us[] = {1000, 7000, 16667, G_USEC_PER_SEC};
  g_autofree AlSimulation *start = g_new (AlSimulation, 1), *whole = g_new (AlSimulation, 1),
                          *sliced = g_new (AlSimulation, 1);
  const gint64 duration_us = 5 * G_USEC_PER_SEC;

  start_shock (start, 10);
  *whole = *start;
  al_simulation_advance (whole, duration_us, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (portions_us); i++) {
    gint64 shown_us = al_simulation_get_time_us (start), end_us = shown_us + duration_us;

    *sliced = *start;
    while (shown_us < end_us) {
      shown_us = MIN (shown_us + portions_us[i], end_us);
      al_simulation_advance (sliced, shown_us - al_simulation_get_time_us (sliced), NULL, NULL);
      assert_between (al_simulation_get_time_us (sliced), shown_us, shown_us + AL_STEP_US - 1);
    }
    g_assert_true (same (whole, sliced));
  }
}

/* Copying the struct saves, restores and branches. */
static void
test_branch (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1), *saved = g_new (AlSimulation, 1),
                          *first = g_new (AlSimulation, 1);

  start_shock (a, 10);
  *saved = *a;
  al_simulation_advance (a, 2 * G_USEC_PER_SEC, NULL, NULL);
  *first = *a;
  al_simulation_set (a, AL_PARAMETER_LV_EES, 1.5);
  al_simulation_advance (a, 2 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_false (same (a, first));
  *a = *saved;
  al_simulation_advance (a, 2 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_true (same (a, first));
}

/* Out-of-range values are refused and change nothing. */
static void
test_refuses (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1), *before = g_new (AlSimulation, 1);

  start_shock (a, 10);
  *before = *a;
  g_assert_false (al_simulation_set (a, AL_PARAMETER_ECMO_FLOW, 60));
  g_assert_false (al_simulation_set (a, AL_PARAMETER_LV_EES, NAN));
  g_assert_true (same (a, before));
}

/* When the model leaves the numbers, the simulation stands where it stood. */
static void
test_not_finite (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1), *before = g_new (AlSimulation, 1);

  start_shock (a, 10);
  a->circulation.core.y[AL_V_ARCH] = NAN;
  *before = *a;
  g_assert_cmpint (al_simulation_advance (a, G_USEC_PER_SEC, NULL, NULL), ==, AL_STATUS_NOT_FINITE);
  g_assert_true (same (a, before));
}

static void
largest_jump (const AlSample *sample, gpointer user_data)
{
  double *last_and_jump = user_data, p = sample->value[AL_SIGNAL_LV_PRESSURE];

  last_and_jump[1] = MAX (last_and_jump[1], fabs (p - last_and_jump[0]));
  last_and_jump[0] = p;
}

/*
 * A dragged setting reaches its value, and pressures do not jump on the way: a stronger heart is
 * faster in proportion, and its share of the change in a step is that of a tick in the glide, for
 * the equations follow at ticks. Taken over at once it would be the whole change.
 */
static void
test_glide (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);
  const double from = 0.72, to = 2.0, glide_us = 300000;
  double usual[2] = {0}, dragged[2] = {0}, whole_mmhg;
  AlSample sample;

  start_shock (a, 10);
  al_simulation_sample (a, &sample);
  usual[0] = dragged[0] = sample.value[AL_SIGNAL_LV_PRESSURE];
  al_simulation_advance (a, 2 * G_USEC_PER_SEC, largest_jump, usual);
  dragged[0] = usual[0];
  whole_mmhg = (to - from) * sample.value[AL_SIGNAL_LV_VOLUME];
  al_simulation_set (a, AL_PARAMETER_LV_EES, to);
  al_simulation_advance (a, G_USEC_PER_SEC / 2, largest_jump, dragged);
  g_assert_cmpfloat (dragged[1], <, to / from * usual[1] + whole_mmhg * AL_TICK_US / glide_us);
  g_assert_cmpfloat (dragged[1], <, 0.1 * whole_mmhg);
  g_assert_cmpfloat (a->effective.value[AL_PARAMETER_LV_EES], ==, to);
}

/* One grid step; returns whether forward flow through the aortic valve ended in it, and when on the
 * straight line between its ends. */
static gboolean
step_through_closure (AlSimulation *simulation, double *closure_us)
{
  const double *flow_ml_s = &simulation->circulation.core.y[AL_Q_AORTIC];
  gint64 start_us = al_simulation_get_time_us (simulation);
  double before = *flow_ml_s, share;

  al_simulation_advance (simulation, AL_STEP_US, NULL, NULL);
  share = before / (before - *flow_ml_s);
  *closure_us = (double) start_us + share * AL_STEP_US;
  return before > 0 && *flow_ml_s <= 0 && share > 0.1;
}

/* The pump learns when the valve closed to the microsecond, not to the step. */
static void
test_closure (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);
  const AlCirculation *circulation = &a->circulation;
  AlSettings settings;
  AlIndices mean;

  test_patient_normal (&settings);
  test_settle (a, &settings, 20, &mean);
  for (int beat = 0; beat < 10; beat++) {
    const AlRhythm *rhythm = &circulation->rhythm;
    double closure_us, learned_us;

    while (!step_through_closure (a, &closure_us))
      ;
    learned_us = 1e6 * circulation->pump.closure_per_root_s * sqrt (al_rhythm_interval_s (rhythm));
    g_assert_cmpfloat_with_epsilon (learned_us, closure_us - (double) rhythm->beat_us, 1.1);
  }
}

/* A balloon is in the way of the blood, with the third power of what is in it; the reference is 40
 * mL, and upstream of it half as much. */
static void
test_balloon_in_the_way (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);
  AlCore *core = &a->circulation.core;
  AlSettings settings;

  test_patient_normal (&settings);
  al_simulation_init (a, &settings);
  for (double ml = 0; ml <= 40; ml += 20) {
    double share = ml / 40,
           added = settings.value[AL_PARAMETER_IABP_OCCLUSION] * share * share * share;

    core->y[AL_V_BALLOON] = ml;
    al_circulation_refresh (&a->circulation);
    g_assert_cmpfloat_with_epsilon (core->h.abdominal_r - core->c.abdominal_r, added, 1e-12);
    g_assert_cmpfloat_with_epsilon (core->h.arch_r - core->c.arch_r, 0.5 * added, 1e-12);
  }
}

/* Applying settings is setting those that differ. */
static void
test_apply_is_set (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1), *b = g_new (AlSimulation, 1);
  AlSettings settings;

  start_shock (a, 10);
  *b = *a;
  settings = a->settings;
  settings.value[AL_PARAMETER_IABP_ON] = 0;
  al_simulation_apply (a, &settings);
  al_simulation_set (b, AL_PARAMETER_IABP_ON, 0);
  al_simulation_advance (a, G_USEC_PER_SEC, NULL, NULL);
  al_simulation_advance (b, G_USEC_PER_SEC, NULL, NULL);
  g_assert_true (same (a, b));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/simulation/display-speed", test_display_speed);
  g_test_add_func ("/engine/simulation/branch", test_branch);
  g_test_add_func ("/engine/simulation/refuses", test_refuses);
  g_test_add_func ("/engine/simulation/not-finite", test_not_finite);
  g_test_add_func ("/engine/simulation/glide", test_glide);
  g_test_add_func ("/engine/simulation/closure", test_closure);
  g_test_add_func ("/engine/simulation/balloon-in-the-way", test_balloon_in_the_way);
  g_test_add_func ("/engine/simulation/apply-is-set", test_apply_is_set);
  return g_test_run ();
}
