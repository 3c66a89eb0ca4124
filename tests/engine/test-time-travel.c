/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <string.h>

#define HOUR_S G_GINT64_CONSTANT (3600)

/* Everything at once: each device, drugs, a fibrillating heart, an infusion under way. */
static void
start_with_everything (AlSimulation *simulation)
{
  const struct {
    AlParameter parameter;
    double value;
  } everything[] = {
      {AL_PARAMETER_RHYTHM, AL_RHYTHM_ATRIAL_FIBRILLATION},
      {AL_PARAMETER_IABP_ON, 1},
      {AL_PARAMETER_IABP_RATIO, 2},
      {AL_PARAMETER_ECMO_ON, 1},
      {AL_PARAMETER_MAFP_ON, 1},
      {AL_PARAMETER_LA_VENT_ON, 1},
      {AL_PARAMETER_SEPTOSTOMY, 0.5},
      {AL_PARAMETER_DRUG_NOREPINEPHRINE, 0.1},
      {AL_PARAMETER_DRUG_DOBUTAMINE, 5},
      {AL_PARAMETER_BLOOD_CRYSTALLOID, 500},
  };
  AlSettings settings;

  test_patient_shock (&settings);
  for (guint i = 0; i < G_N_ELEMENTS (everything); i++)
    settings.value[everything[i].parameter] = everything[i].value;
  al_simulation_init (simulation, &settings);
}

static gboolean
same (const AlSimulation *a, const AlSimulation *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

static void
record (const AlSample *sample, gpointer user_data)
{
  g_checksum_update (user_data, (const guchar *) sample->value, sizeof sample->value);
}

/* The waveforms of the next seconds, as a digest. A setting is dragged and the balloon is told
 * something else on the way. */
static char *
live_on (AlSimulation *simulation)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  al_simulation_set (simulation, AL_PARAMETER_LV_EES, 1.1);
  al_simulation_advance (simulation, 5 * G_USEC_PER_SEC, record, checksum);
  al_simulation_set (simulation, AL_PARAMETER_IABP_RATIO, 1);
  al_simulation_set (simulation, AL_PARAMETER_BLOOD_INFUSION, -300);
  al_simulation_advance (simulation, 15 * G_USEC_PER_SEC, record, checksum);
  return g_strdup (g_checksum_get_string (checksum));
}

/* Saved as bytes anywhere in a beat, tick or glide, and restored elsewhere in memory, it lives the
 * same seconds again. */
static void
test_restore (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);

  start_with_everything (a);
  for (int moment = 0; moment < 5; moment++) {
    g_autofree char *once = NULL, *again = NULL;
    g_autofree guchar *saved = NULL;
    g_autofree AlSimulation *end = NULL, *restored = g_new (AlSimulation, 1);

    al_simulation_set (a, AL_PARAMETER_ECMO_FLOW, 3 + 0.3 * moment);
    al_simulation_advance (a, 97500, NULL, NULL);
    saved = g_memdup2 (a, sizeof *a);
    once = live_on (a);
    end = g_memdup2 (a, sizeof *a);
    memcpy (restored, saved, sizeof *restored);
    again = live_on (restored);
    g_assert_cmpstr (once, ==, again);
    g_assert_true (same (restored, end));
  }
}

/* What happens in a branch stays there. */
static void
test_branch (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1), *branch = g_new (AlSimulation, 1),
                          *undisturbed = g_new (AlSimulation, 1);

  start_with_everything (a);
  al_simulation_advance (a, 10 * G_USEC_PER_SEC, NULL, NULL);
  *undisturbed = *a;
  *branch = *a;
  al_simulation_set (branch, AL_PARAMETER_ECMO_ON, 0);
  al_simulation_set (branch, AL_PARAMETER_RHYTHM, AL_RHYTHM_ASYSTOLE);
  al_simulation_advance (branch, 10 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_true (same (a, undisturbed));
  al_simulation_advance (a, 10 * G_USEC_PER_SEC, NULL, NULL);
  al_simulation_advance (undisturbed, 10 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_true (same (a, undisturbed));
  g_assert_false (same (a, branch));
}

/* An hour at once is 3600 times a second, and the random heart draws the same beats. */
static void
test_fast_forward (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1), *b = g_new (AlSimulation, 1);

  start_with_everything (a);
  *b = *a;
  g_assert_cmpint (al_simulation_advance (a, HOUR_S * G_USEC_PER_SEC, NULL, NULL), ==,
                   AL_STATUS_OK);
  for (gint64 second = 0; second < HOUR_S; second++)
    al_simulation_advance (b, G_USEC_PER_SEC, NULL, NULL);
  g_assert_cmpint (al_simulation_get_time_us (a), ==, HOUR_S * G_USEC_PER_SEC);
  g_assert_cmpint (al_simulation_get_n_beats (a), >, HOUR_S);
  g_assert_true (same (a, b));
}

/* Blood and oxygen are what was there, and came, less what went: to a thousandth of a millionth,
 * after an hour with everything on and fluids going both ways. */
static void
test_ledgers (void)
{
  g_autofree AlSimulation *a = g_new (AlSimulation, 1);
  const AlOxygen *oxygen = &a->slow.oxygen;
  double before_ml, total_ml, most_water_ml = 0;

  start_with_everything (a);
  before_ml = al_simulation_blood_ml (a);
  for (int minute = 0; minute < 60; minute++) {
    /* So many pumps keep lungs dry; without those of the left side they fill for a while. */
    gboolean wet = minute >= 20 && minute < 40;

    al_simulation_set (a, AL_PARAMETER_MAFP_ON, wet ? 0 : 1);
    al_simulation_set (a, AL_PARAMETER_LA_VENT_ON, wet ? 0 : 1);
    al_simulation_set (a, AL_PARAMETER_SEPTOSTOMY, wet ? 0 : 0.5);
    al_simulation_set (a, AL_PARAMETER_BLOOD_INFUSION, minute % 2 == 0 ? 200 : -300);
    al_simulation_set (a, AL_PARAMETER_BLOOD_CRYSTALLOID, 500 + 10 * minute);
    al_simulation_set (a, AL_PARAMETER_DRUG_FUROSEMIDE, minute);
    al_simulation_advance (a, 60 * G_USEC_PER_SEC, NULL, NULL);
    most_water_ml = MAX (most_water_ml, a->slow.metabolism.lung_water_ml);
  }
  total_ml = before_ml + al_simulation_blood_given_ml (a);
  g_test_message ("water in the lung %.3f mL at most", most_water_ml);
  g_test_message ("blood %.3f mL, off by %.2g; oxygen %.3f mL, off by %.2g", total_ml,
                  al_simulation_blood_ml (a) - total_ml, al_oxygen_total_ml (oxygen),
                  al_oxygen_total_ml (oxygen) - al_oxygen_ledger_ml (oxygen));
  /* Nothing is left out because it does not flow. */
  g_assert_cmpfloat (ABS (al_simulation_blood_given_ml (a)), >, 1);
  g_assert_cmpfloat (most_water_ml, >, 1);
  g_assert_cmpfloat (a->slow.metabolism.bleeding_ml_h, >, 1);
  g_assert_cmpfloat (a->slow.drugs.effects.diuresis_ml_s, >, 0);
  g_assert_cmpfloat (ABS (al_simulation_blood_ml (a) - total_ml), <, 1e-9 * total_ml);
  g_assert_cmpfloat (ABS (al_oxygen_total_ml (oxygen) - al_oxygen_ledger_ml (oxygen)), <,
                     1e-9 * al_oxygen_total_ml (oxygen));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/time-travel/restore", test_restore);
  g_test_add_func ("/engine/time-travel/branch", test_branch);
  g_test_add_func ("/engine/time-travel/fast-forward", test_fast_forward);
  g_test_add_func ("/engine/time-travel/ledgers", test_ledgers);
  return g_test_run ();
}
