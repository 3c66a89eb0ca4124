/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-rhythm.h"
#include "al-units.h"
#include "test-patients.h"

#include <math.h>

#define N_BEATS 4000

static const AlRhythmDrive sinus = {
    .kind = AL_RHYTHM_SINUS,
    .interval_s = 0.8,
    .pr_s = 0.14,
    .tachycardia_interval_s = 0.35,
    .ectopic_every = 4,
    .irregularity = 0.2,
};

static AlRhythmDrive
drive_of (AlRhythmKind kind)
{
  AlRhythmDrive drive = sinus;

  drive.kind = kind;
  return drive;
}

/* To the end of the running window; returns how many atrial activations there were in it. */
static guint
next_beat (AlRhythm *rhythm, const AlRhythmDrive *drive)
{
  guint atrial = 0;

  while (rhythm->next_atrial_us <= rhythm->next_beat_us) {
    gint64 due_us = rhythm->next_atrial_us;

    g_assert_cmpint (due_us, >, rhythm->window_us);
    al_rhythm_on_atrial (rhythm);
    g_assert_cmpint (rhythm->atrial_us, ==, due_us);
    g_assert_cmpint (rhythm->next_atrial_us, >, due_us);
    atrial++;
  }
  al_rhythm_on_beat (rhythm, drive);
  g_assert_cmpint (rhythm->next_beat_us, >, rhythm->window_us);
  return atrial;
}

static void
test_sinus (void)
{
  AlRhythmDrive drive = sinus;
  AlRhythm rhythm;

  al_rhythm_init (&rhythm, 0, &drive, 1);
  for (int i = 1; i <= 20; i++) {
    g_assert_cmpuint (next_beat (&rhythm, &drive), ==, 1);
    g_assert_cmpint (rhythm.beat_us, ==, i * 800000);
    g_assert_cmpint (rhythm.window_us, ==, rhythm.beat_us);
    g_assert_cmpint (rhythm.beat_us - rhythm.atrial_us, ==, 140000);
    g_assert_cmpint (rhythm.n_beats, ==, i);
    g_assert_true (rhythm.activated && !rhythm.ectopic);
    g_assert_cmpfloat (fabs (rhythm.systole_root - sqrt (0.8 / 0.882)), <, 1e-12);
    g_assert_cmpfloat (fabs (rhythm.systole_before_root - rhythm.systole_root), <, 1e-12);
  }
  drive.interval_s = 0.6; /* the running interval is over when the new one is heard of */
  next_beat (&rhythm, &drive);
  g_assert_cmpfloat_with_epsilon (al_rhythm_interval_s (&rhythm), 0.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (al_rhythm_next_interval_s (&rhythm), 0.6, 1e-9);
}

static void
draw_beats (guint64 seed, gint64 beats[N_BEATS])
{
  AlRhythmDrive drive = drive_of (AL_RHYTHM_ATRIAL_FIBRILLATION);
  AlRhythm rhythm;

  al_rhythm_init (&rhythm, 0, &drive, seed);
  for (int i = 0; i < N_BEATS; i++) {
    next_beat (&rhythm, &drive);
    beats[i] = rhythm.beat_us;
  }
}

static void
test_seed (void)
{
  static gint64 first[N_BEATS], same[N_BEATS], other[N_BEATS];
  guint equal = 0;

  draw_beats (7, first);
  draw_beats (7, same);
  draw_beats (8, other);
  g_assert_cmpmem (first, sizeof first, same, sizeof same);
  for (int i = 0; i < N_BEATS; i++)
    equal += first[i] == other[i] ? 1 : 0;
  g_assert_cmpuint (equal, <, 5);
}

/* A copy goes on as the original does: what saving and branching stand on. */
static void
test_copy (void)
{
  AlRhythmDrive drive = drive_of (AL_RHYTHM_ATRIAL_FIBRILLATION);
  AlRhythm rhythm, copy;

  al_rhythm_init (&rhythm, 0, &drive, 3);
  for (int i = 0; i < 50; i++)
    next_beat (&rhythm, &drive);
  copy = rhythm;
  for (int i = 0; i < 50; i++) {
    next_beat (&rhythm, &drive);
    next_beat (&copy, &drive);
    g_assert_cmpint (rhythm.beat_us, ==, copy.beat_us);
  }
}

typedef struct {
  double mean_s, sd_s, shortest_s, neighbours;
} Intervals;

static Intervals
measure_fibrillation (double interval_s, double irregularity)
{
  AlRhythmDrive drive = drive_of (AL_RHYTHM_ATRIAL_FIBRILLATION);
  Intervals found = {.shortest_s = INFINITY};
  double squares = 0, products = 0, before = 0;
  AlRhythm rhythm;

  drive.interval_s = interval_s;
  drive.irregularity = irregularity;
  al_rhythm_init (&rhythm, 0, &drive, 1);
  for (int i = 0; i < N_BEATS; i++) {
    double s = al_rhythm_next_interval_s (&rhythm), off = s - interval_s;

    g_assert_cmpuint (next_beat (&rhythm, &drive), ==, 0);
    found.mean_s += s / N_BEATS;
    found.shortest_s = MIN (found.shortest_s, s);
    squares += off * off / N_BEATS;
    products += off * before / N_BEATS;
    before = off;
  }
  found.sd_s = sqrt (squares);
  found.neighbours = products / squares;
  return found;
}

/* Irregularly irregular: mean and spread as asked for, and one interval tells nothing of the next.
 */
static void
test_fibrillation (void)
{
  Intervals found = measure_fibrillation (0.8, 0.2);

  assert_between (found.mean_s, 0.8 * 0.98, 0.8 * 1.02);
  assert_between (found.sd_s, 0.16 * 0.94, 0.16 * 1.06);
  assert_between (found.neighbours, -0.06, 0.06);
  found = measure_fibrillation (0.5, 0.4); /* fast and wild: the node holds back */
  g_assert_cmpfloat_with_epsilon (found.shortest_s, 0.3, 1e-9);
  found = measure_fibrillation (0.8, 0);
  g_assert_cmpfloat (found.sd_s, <, 1e-6);
}

/* No atrium contracts, from the beginning or from the beat at which fibrillation sets in. */
static void
test_fibrillating_atria (void)
{
  AlRhythmDrive drive = drive_of (AL_RHYTHM_ATRIAL_FIBRILLATION);
  gint64 last_us;
  AlRhythm rhythm;

  al_rhythm_init (&rhythm, 0, &drive, 1);
  g_assert_cmpint (rhythm.next_atrial_us, ==, AL_NEVER);
  g_assert_cmpint (rhythm.atrial_us, <, -10 * AL_US_PER_S);
  al_rhythm_init (&rhythm, 0, &sinus, 1);
  next_beat (&rhythm, &sinus);
  g_assert_cmpuint (next_beat (&rhythm, &drive), ==, 1); /* that was under way */
  last_us = rhythm.atrial_us;
  for (int i = 0; i < 20; i++)
    next_beat (&rhythm, &drive);
  g_assert_cmpint (rhythm.atrial_us, ==, last_us);
  next_beat (&rhythm, &sinus);
  g_assert_cmpuint (next_beat (&rhythm, &sinus), ==, 1);
  g_assert_cmpint (rhythm.beat_us - rhythm.atrial_us, ==, 140000);
}

/* Every n-th beat early, the pause after it fills up to two intervals; the node keeps its time. */
static void
check_ectopy (gint64 every)
{
  AlRhythmDrive drive = drive_of (AL_RHYTHM_ECTOPY);
  gint64 ectopic = 0, coupling_us, last_p_us;
  AlRhythm rhythm;

  drive.ectopic_every = every;
  al_rhythm_init (&rhythm, 0, &drive, 1);
  for (gint64 i = 1; i <= 10 * every; i++) {
    last_p_us = rhythm.atrial_us;
    if (next_beat (&rhythm, &drive) > 0)
      g_assert_cmpint ((rhythm.atrial_us - last_p_us) % 800000, ==, 0);
    g_assert_cmpint (rhythm.ectopic, ==, i % every == 0);
    if (!rhythm.ectopic) {
      g_assert_cmpint (rhythm.beat_us - rhythm.atrial_us, ==, 140000);
      continue;
    }
    ectopic++;
    coupling_us = rhythm.beat_us - rhythm.beat_before_us;
    g_assert_cmpint (coupling_us, ==, 480000);
    g_assert_cmpint (coupling_us + rhythm.next_beat_us - rhythm.beat_us, ==, 1600000);
    g_assert_cmpint (rhythm.atrial_us, <, rhythm.beat_before_us);
    g_assert_cmpfloat (rhythm.systole_root, <, rhythm.systole_before_root);
  }
  g_assert_cmpint (ectopic, ==, 10);
}

static void
test_ectopy (void)
{
  check_ectopy (4);
  check_ectopy (2);
  check_ectopy (3);
}

/* The ventricles at their own rate, the atria at the node's, at any distance from each other. */
static void
test_tachycardia (void)
{
  AlRhythmDrive drive = drive_of (AL_RHYTHM_VENTRICULAR_TACHYCARDIA);
  gint64 nearest_us = G_MAXINT64, farthest_us = 0;
  guint atrial = 0;
  AlRhythm rhythm;

  al_rhythm_init (&rhythm, 0, &sinus, 1);
  next_beat (&rhythm, &drive);
  for (int i = 0; i < 800; i++) {
    atrial += next_beat (&rhythm, &drive);
    g_assert_cmpfloat_with_epsilon (al_rhythm_interval_s (&rhythm), 0.35, 1e-9);
    if (i < 3)
      continue;
    g_assert_cmpint (rhythm.atrial_us - rhythm.atrial_before_us, ==, 800000);
    nearest_us = MIN (nearest_us, rhythm.beat_us - rhythm.atrial_us);
    farthest_us = MAX (farthest_us, rhythm.beat_us - rhythm.atrial_us);
  }
  g_assert_cmpuint (atrial, ==, 350); /* 800 x 0.35 s at 0.8 s */
  g_assert_cmpint (nearest_us, <, 60000);
  g_assert_cmpint (farthest_us, >, 740000);
  next_beat (&rhythm, &sinus);
  g_assert_cmpuint (next_beat (&rhythm, &sinus), ==, 1);
  g_assert_cmpuint (next_beat (&rhythm, &sinus), ==, 1);
  g_assert_cmpint (rhythm.beat_us - rhythm.atrial_us, ==, 140000);
}

static void
test_asystole (void)
{
  AlRhythmDrive drive = drive_of (AL_RHYTHM_ASYSTOLE);
  gint64 last_us, before_us;
  AlRhythm rhythm;

  al_rhythm_init (&rhythm, 0, &sinus, 1);
  for (int i = 0; i < 3; i++)
    next_beat (&rhythm, &sinus);
  last_us = rhythm.beat_us;
  before_us = rhythm.beat_before_us;
  for (int i = 0; i < 30; i++) {
    next_beat (&rhythm, &drive);
    g_assert_false (rhythm.activated);
    g_assert_cmpint (rhythm.window_us, ==, last_us + 800000 + i * AL_US_PER_S);
    g_assert_cmpfloat_with_epsilon (al_rhythm_next_interval_s (&rhythm), 1, 1e-9);
    g_assert_cmpint (rhythm.next_atrial_us, ==, AL_NEVER);
    g_assert_cmpint (rhythm.beat_us, ==, last_us);
    g_assert_cmpint (rhythm.beat_before_us, ==, before_us);
    g_assert_cmpint (rhythm.n_beats, ==, 3);
  }
  next_beat (&rhythm, &sinus);
  g_assert_true (rhythm.activated);
  g_assert_cmpint (rhythm.beat_us, ==, last_us + 30800000);
  g_assert_cmpint (rhythm.beat_before_us, ==, last_us);
  g_assert_cmpint (rhythm.n_beats, ==, 4);
  /* Half a minute of rest does not make a systole of two seconds. */
  g_assert_cmpfloat (rhythm.systole_root, <, 1.6);
}

static void
test_born_in_asystole (void)
{
  AlRhythmDrive drive = drive_of (AL_RHYTHM_ASYSTOLE);
  AlRhythm rhythm;

  al_rhythm_init (&rhythm, 0, &drive, 1);
  g_assert_false (rhythm.activated);
  g_assert_cmpint (rhythm.beat_us, <, -10 * AL_US_PER_S);
  g_assert_cmpint (rhythm.atrial_us, <, -10 * AL_US_PER_S);
  g_assert_cmpint (rhythm.next_beat_us, ==, AL_US_PER_S);
  g_assert_cmpint (rhythm.next_atrial_us, ==, AL_NEVER);
  next_beat (&rhythm, &sinus);
  g_assert_true (rhythm.activated);
  g_assert_cmpfloat_with_epsilon (al_rhythm_next_interval_s (&rhythm), 0.8, 1e-9);
}

/* Every change from one rhythm to another, at wandering rates: time goes on and no beat piles up.
 */
static void
test_any_change (void)
{
  GRand *rand = g_rand_new_with_seed (5);
  AlRhythmDrive drive = sinus;
  AlRhythm rhythm;

  al_rhythm_init (&rhythm, 0, &drive, 1);
  for (int i = 0; i < 20000; i++) {
    drive.kind = (AlRhythmKind) g_rand_int_range (rand, 0, AL_RHYTHM_ASYSTOLE + 1);
    drive.interval_s = g_rand_double_range (rand, 60.0 / 180, 2);
    drive.pr_s = g_rand_double_range (rand, 0.08, 0.3);
    drive.tachycardia_interval_s = g_rand_double_range (rand, 0.25, 0.5);
    drive.ectopic_every = g_rand_int_range (rand, 2, 5);
    drive.irregularity = g_rand_double_range (rand, 0, 0.4);
    g_assert_cmpuint (next_beat (&rhythm, &drive), <=, 13); /* 4 s at the fastest node */
    g_assert_cmpint (rhythm.activated, ==, drive.kind != AL_RHYTHM_ASYSTOLE);
    assert_between (al_rhythm_next_interval_s (&rhythm), 0.19, 4.5);
    assert_between (rhythm.systole_root, 0.5, 1.6);
  }
  g_rand_free (rand);
}

static void
test_drive_from_settings (void)
{
  AlRhythmDrive drive;
  AlSettings settings;

  al_settings_init (&settings);
  settings.value[AL_PARAMETER_RHYTHM] = 3;
  settings.value[AL_PARAMETER_RHYTHM_VT_RATE] = 200;
  settings.value[AL_PARAMETER_RHYTHM_ECTOPIC_EVERY] = 5;
  al_rhythm_drive_from_settings (&drive, &settings, 0.7);
  g_assert_cmpint (drive.kind, ==, AL_RHYTHM_VENTRICULAR_TACHYCARDIA);
  g_assert_cmpfloat_with_epsilon (drive.interval_s, 0.7, 1e-9);
  g_assert_cmpfloat_with_epsilon (drive.tachycardia_interval_s, 0.3, 1e-9);
  g_assert_cmpint (drive.ectopic_every, ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/rhythm/sinus", test_sinus);
  g_test_add_func ("/engine/rhythm/seed", test_seed);
  g_test_add_func ("/engine/rhythm/copy", test_copy);
  g_test_add_func ("/engine/rhythm/fibrillation", test_fibrillation);
  g_test_add_func ("/engine/rhythm/fibrillating-atria", test_fibrillating_atria);
  g_test_add_func ("/engine/rhythm/ectopy", test_ectopy);
  g_test_add_func ("/engine/rhythm/tachycardia", test_tachycardia);
  g_test_add_func ("/engine/rhythm/asystole", test_asystole);
  g_test_add_func ("/engine/rhythm/born-in-asystole", test_born_in_asystole);
  g_test_add_func ("/engine/rhythm/any-change", test_any_change);
  g_test_add_func ("/engine/rhythm/drive-from-settings", test_drive_from_settings);
  return g_test_run ();
}
