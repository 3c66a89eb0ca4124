/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include "al-cohort-private.h"
#include "al-cohort.h"
#include "al-solver.h"

#include <math.h>
#include <string.h>

/* Not a multiple of any number of lanes. */
#define N_PATIENTS 19

/* Nobody is like anybody: rhythms, devices, drugs and times differ. */
static void
start_patient (AlSimulation *simulation, int i)
{
  AlSettings settings;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_RHYTHM] = i % 5;
  settings.value[AL_PARAMETER_RHYTHM_SEED] = i;
  settings.value[AL_PARAMETER_LV_EES] = 0.5 + 0.1 * i;
  settings.value[AL_PARAMETER_IABP_ON] = i % 2;
  settings.value[AL_PARAMETER_IABP_RATIO] = 1 + i % 3;
  settings.value[AL_PARAMETER_IABP_TRIGGER] = i / 2 % 3;
  settings.value[AL_PARAMETER_ECMO_ON] = i / 2 % 2;
  settings.value[AL_PARAMETER_MAFP_ON] = i % 7 == 0;
  settings.value[AL_PARAMETER_LA_VENT_ON] = i % 6 == 0;
  settings.value[AL_PARAMETER_SEPTOSTOMY] = i % 4 == 0 ? 0.5 : 0;
  settings.value[AL_PARAMETER_MITRAL_LEAK] = i % 3 == 0 ? 0.3 : 0;
  settings.value[AL_PARAMETER_DRUG_DOBUTAMINE] = i % 4;
  settings.value[AL_PARAMETER_VENTILATION_MODE] = i % 2;
  al_simulation_init (simulation, &settings);
  al_simulation_advance (simulation, i * AL_STEP_US, NULL, NULL);
  al_simulation_set (simulation, AL_PARAMETER_BLOOD_INFUSION, 20 * i);
  al_simulation_set (simulation, AL_PARAMETER_ARCH_C, 0.5 + 0.02 * i);
  al_simulation_set (simulation, AL_PARAMETER_VENTILATION_PEEP, i);
}

static void
start_patients (AlSimulation *patients)
{
  for (int i = 0; i < N_PATIENTS; i++)
    start_patient (&patients[i], i);
}

static gboolean
same (const AlSimulation *a, const AlSimulation *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

/* A patient has the same bytes alone and in company, however many threads there are. */
static void
test_same_bytes (void)
{
  g_autofree AlSimulation *alone = g_new (AlSimulation, N_PATIENTS),
                          *company = g_new (AlSimulation, N_PATIENTS);

  start_patients (alone);
  for (int i = 0; i < N_PATIENTS; i++)
    al_simulation_advance (&alone[i], 20 * G_USEC_PER_SEC, NULL, NULL);
  for (guint n_threads = 1; n_threads <= 3; n_threads++) {
    start_patients (company);
    g_assert_cmpint (al_cohort_advance (company, N_PATIENTS, 20 * G_USEC_PER_SEC, n_threads), ==,
                     AL_STATUS_OK);
    for (int i = 0; i < N_PATIENTS; i++)
      g_assert_true (same (&company[i], &alone[i]));
  }
}

/* Nor does it matter who the others are, and how time is sliced. */
static void
test_any_company (void)
{
  g_autofree AlSimulation *whole = g_new (AlSimulation, N_PATIENTS),
                          *parts = g_new (AlSimulation, N_PATIENTS);

  start_patients (whole);
  start_patients (parts);
  al_cohort_advance (whole, N_PATIENTS, 3 * G_USEC_PER_SEC, 1);
  for (int i = 0; i < 12; i++) {
    al_cohort_advance (parts, 5, G_USEC_PER_SEC / 4, 1);
    al_cohort_advance (parts + 5, N_PATIENTS - 5, G_USEC_PER_SEC / 4, 2);
  }
  for (int i = 0; i < N_PATIENTS; i++)
    g_assert_true (same (&whole[i], &parts[i]));
}

static void
test_nothing_to_do (void)
{
  g_autofree AlSimulation *patients = g_new (AlSimulation, 2), *before = g_new (AlSimulation, 2);

  start_patient (&patients[0], 0);
  start_patient (&patients[1], 1);
  memcpy (before, patients, 2 * sizeof *before);
  g_assert_cmpint (al_cohort_advance (patients, 0, G_USEC_PER_SEC, 2), ==, AL_STATUS_OK);
  g_assert_cmpint (al_cohort_advance (patients, 2, 0, 1), ==, AL_STATUS_OK);
  g_assert_true (same (&patients[0], &before[0]) && same (&patients[1], &before[1]));
}

/* Who leaves the numbers stands where he stood, and takes nobody with him. */
static void
test_not_finite (void)
{
  g_autofree AlSimulation *patients = g_new (AlSimulation, N_PATIENTS),
                          *alone = g_new (AlSimulation, N_PATIENTS);
  g_autofree AlSimulation *lost = g_new (AlSimulation, 1);

  start_patients (patients);
  patients[3].circulation.core.y[AL_V_ARCH] = NAN;
  *lost = patients[3];
  memcpy (alone, patients, N_PATIENTS * sizeof *alone);
  g_assert_cmpint (al_cohort_advance (patients, N_PATIENTS, G_USEC_PER_SEC, 1), ==,
                   AL_STATUS_NOT_FINITE);
  g_assert_true (same (&patients[3], lost));
  for (int i = 0; i < N_PATIENTS; i++) {
    al_simulation_advance (&alone[i], G_USEC_PER_SEC, NULL, NULL);
    g_assert_true (same (&patients[i], &alone[i]));
  }
}

#if defined(__x86_64__)

static void
load (const AlLanes *lanes, double *cores, const AlSimulation *patients)
{
  for (guint lane = 0; lane < lanes->n; lane++) {
    const double *core = (const double *) &patients[lane].circulation.core;

    for (gsize k = 0; k < sizeof (AlCore) / sizeof (double); k++)
      cores[k * lanes->n + lane] = core[k];
  }
}

/* Steps of different lengths in each lane, one lane at rest, against the solver for one patient. */
static void
compare_lanes (const AlLanes *lanes)
{
  g_autofree AlSimulation *patients = g_new (AlSimulation, N_PATIENTS);
  gsize n_values = sizeof (AlCore) / sizeof (double);
  double *cores = g_aligned_alloc (1, lanes->size, 64);
  double time_s[8] = {0}, end_s[8] = {0}, h_s[8] = {0};

  start_patients (patients);
  load (lanes, cores, patients);
  for (guint lane = 0; lane < lanes->n; lane++)
    time_s[lane] = al_circulation_time_s (&patients[lane].circulation);
  for (int step = 0; step < 400; step++) {
    for (guint lane = 0; lane < lanes->n; lane++) {
      h_s[lane] = lane == 2 ? 0 : 0.0025 / (1 + (step + (int) lane) % 3);
      end_s[lane] = time_s[lane] + h_s[lane];
      if (h_s[lane] > 0)
        al_solver_step (&patients[lane].circulation.core, time_s[lane], end_s[lane], h_s[lane]);
    }
    lanes->step (cores, time_s, end_s, h_s);
    memcpy (time_s, end_s, sizeof time_s);
  }
  lanes->refresh (cores, time_s);
  for (guint lane = 0; lane < lanes->n; lane++) {
    const double *core = (const double *) &patients[lane].circulation.core;

    al_solver_refresh (&patients[lane].circulation.core, time_s[lane]);
    for (gsize k = 0; k < n_values; k++)
      g_assert_true (memcmp (&cores[k * lanes->n + lane], &core[k], sizeof (double)) == 0);
  }
  g_aligned_free (cores);
}

/* Not there where the build has no wide lanes. */
extern const AlLanes al_lanes_4 __attribute__ ((weak)), al_lanes_8 __attribute__ ((weak));

static void
test_every_width (void)
{
  const AlLanes *widest = al_lanes_get ();

  if (widest == NULL) {
    g_test_skip ("no wide lanes here");
    return;
  }
  compare_lanes (&al_lanes_4);
  if (widest->n == 8)
    compare_lanes (&al_lanes_8);
}
#endif

/* What this processor has; none of them stands for one patient at a time. */
static guint
find_lanes (const AlLanes *lanes[3])
{
  guint n = 0;

  lanes[n++] = NULL;
#if defined(__x86_64__)
  if (al_lanes_get () != NULL)
    lanes[n++] = &al_lanes_4;
  if (al_lanes_get () == &al_lanes_8)
    lanes[n++] = &al_lanes_8;
#endif
  return n;
}

/* As a display does it: so much simulated time as it has shown, a portion a frame. */
static void
show (const AlLanes *lanes, AlSimulation *patients, gint64 portion_us, gint64 duration_us)
{
  gint64 start_us = al_simulation_get_time_us (&patients[0]), shown_us = 0;

  while (shown_us < duration_us) {
    gint64 due_us;

    shown_us = MIN (shown_us + portion_us, duration_us);
    due_us = start_us + shown_us - al_simulation_get_time_us (&patients[0]);
    al_cohort_advance_lanes (lanes, patients, N_PATIENTS, due_us, 2);
    assert_between (al_simulation_get_time_us (&patients[0]), start_us + shown_us,
                    start_us + shown_us + AL_STEP_US - 1);
  }
}

/* One by one, four and eight side by side, in portions of any length: the same bytes. */
static void
test_every_portion (void)
{
  static const gint64 portions_us[] = {1000, 16667, G_USEC_PER_SEC};
  const gint64 duration_us = 3 * G_USEC_PER_SEC;
  g_autofree AlSimulation *start = g_new (AlSimulation, N_PATIENTS),
                          *alone = g_new (AlSimulation, N_PATIENTS),
                          *shown = g_new (AlSimulation, N_PATIENTS);
  const AlLanes *lanes[3];
  guint n_lanes = find_lanes (lanes);

  start_patients (start);
  memcpy (alone, start, N_PATIENTS * sizeof *alone);
  for (int i = 0; i < N_PATIENTS; i++)
    al_simulation_advance (&alone[i], duration_us, NULL, NULL);
  for (guint k = 0; k < n_lanes * G_N_ELEMENTS (portions_us); k++) {
    const AlLanes *wide = lanes[k % n_lanes];
    gint64 portion_us = portions_us[k / n_lanes];

    memcpy (shown, start, N_PATIENTS * sizeof *shown);
    show (wide, shown, portion_us, duration_us);
    g_test_message ("%u lanes, %d us", wide != NULL ? wide->n : 1, (int) portion_us);
    for (int i = 0; i < N_PATIENTS; i++)
      g_assert_true (same (&shown[i], &alone[i]));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/cohort/same-bytes", test_same_bytes);
  g_test_add_func ("/engine/cohort/any-company", test_any_company);
  g_test_add_func ("/engine/cohort/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/engine/cohort/not-finite", test_not_finite);
#if defined(__x86_64__)
  g_test_add_func ("/engine/cohort/every-width", test_every_width);
#endif
  g_test_add_func ("/engine/cohort/every-portion", test_every_portion);
  return g_test_run ();
}
