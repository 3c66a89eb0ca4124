/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-rhythm.h"

#include "al-maths.h"
#include "al-units.h"

#include <math.h>

/* An ectopic beat comes at this share of the interval. */
#define COUPLING 0.6

/* The atrioventricular node lets nothing through sooner than that after a beat. */
#define SHORTEST_FIBRILLATION_S 0.3

#define ASYSTOLE_WINDOW_US AL_US_PER_S

/* A pause makes the next systole longer, but not without limit. */
#define SHORTEST_GOVERNING_S 0.25
#define LONGEST_GOVERNING_S  2.0

static gint64
to_us (double seconds)
{
  return (gint64) (seconds * AL_US_PER_S + 0.5);
}

/* Uniform in [0, 1): Steele, Lea and Flood's splitmix64, and the upper 53 bits of it. */
static double
draw_uniform (AlRhythm *self)
{
  guint64 z = self->random += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;
  return (double) (z >> 11) * (1.0 / 9007199254740992.0);
}

/* Mean 0, standard deviation 1, within +-3: bell-shaped, and needs no logarithm. */
static double
draw_bell (AlRhythm *self)
{
  double sum = draw_uniform (self);

  sum += draw_uniform (self);
  sum += draw_uniform (self);
  return 2 * sum - 3;
}

static double
systole_root_of (gint64 interval_us)
{
  double interval_s = (double) interval_us * AL_S_PER_US;

  return sqrt (al_clamp (interval_s, SHORTEST_GOVERNING_S, LONGEST_GOVERNING_S) /
               AL_RHYTHM_REFERENCE_S);
}

/* The next atrial activation, AL_NEVER for none; one that is overdue happens at once. */
static void
plan_atria (AlRhythm *self, gint64 next_us)
{
  self->atrial_interval_us = 0;
  self->next_atrial_us = next_us == AL_NEVER ? AL_NEVER : MAX (next_us, self->window_us + 1);
}

/*
 * After a sinus beat. The atria that an ectopic beat forestalled are activated in its systole; the
 * next ones lead in the beat after the pause.
 */
static void
plan_after_sinus (AlRhythm *self, const AlRhythmDrive *drive)
{
  gint64 interval_us = to_us (drive->interval_s), pr_us = to_us (drive->pr_s);

  self->next_ectopic = drive->kind == AL_RHYTHM_ECTOPY && !self->ectopic &&
                       self->beats_since_ectopic >= drive->ectopic_every - 1;
  if (self->ectopic) {
    self->next_beat_us = MAX (self->beat_before_us + 2 * interval_us, self->beat_us + interval_us);
    plan_atria (self, self->next_beat_us - interval_us - pr_us);
    self->atrial_interval_us = interval_us;
  } else if (self->next_ectopic) {
    self->next_beat_us = self->beat_us + to_us (COUPLING * drive->interval_s);
    plan_atria (self, AL_NEVER);
  } else {
    self->next_beat_us = self->beat_us + interval_us;
    plan_atria (self, self->next_beat_us - pr_us);
  }
}

static void
plan_after_fibrillation (AlRhythm *self, const AlRhythmDrive *drive)
{
  double interval_s = drive->interval_s * (1 + drive->irregularity * draw_bell (self));

  self->next_beat_us = self->beat_us + to_us (MAX (interval_s, SHORTEST_FIBRILLATION_S));
  plan_atria (self, AL_NEVER);
}

static void
plan_after_tachycardia (AlRhythm *self, const AlRhythmDrive *drive)
{
  gint64 interval_us = to_us (drive->interval_s);

  self->next_beat_us = self->beat_us + to_us (drive->tachycardia_interval_s);
  plan_atria (self, self->atrial_us + interval_us);
  self->atrial_interval_us = interval_us;
}

static void
plan_next (AlRhythm *self, const AlRhythmDrive *drive)
{
  self->next_ectopic = FALSE;
  switch (drive->kind) {
  case AL_RHYTHM_ATRIAL_FIBRILLATION:
    plan_after_fibrillation (self, drive);
    break;
  case AL_RHYTHM_VENTRICULAR_TACHYCARDIA:
    plan_after_tachycardia (self, drive);
    break;
  case AL_RHYTHM_ASYSTOLE:
    self->next_beat_us = self->window_us + ASYSTOLE_WINDOW_US;
    plan_atria (self, AL_NEVER);
    break;
  case AL_RHYTHM_SINUS:
  case AL_RHYTHM_ECTOPY:
  default:
    plan_after_sinus (self, drive);
    break;
  }
}

/**
 * al_rhythm_drive_from_settings:
 * @self: (out caller-allocates): what the rhythm is asked for
 * @settings: settings
 * @interval_s: sinus interval in seconds, > 0: the setting's own or what reflex and drugs made of
 * it
 *
 * Gathers what the rhythm obeys.
 */
void
al_rhythm_drive_from_settings (AlRhythmDrive *self, const AlSettings *settings, double interval_s)
{
  const double *v = settings->value;

  *self = (AlRhythmDrive){
      .kind = (AlRhythmKind) v[AL_PARAMETER_RHYTHM],
      .interval_s = interval_s,
      .pr_s = v[AL_PARAMETER_RHYTHM_PR],
      .tachycardia_interval_s = 60 / v[AL_PARAMETER_RHYTHM_VT_RATE],
      .ectopic_every = (gint64) v[AL_PARAMETER_RHYTHM_ECTOPIC_EVERY],
      .irregularity = v[AL_PARAMETER_RHYTHM_IRREGULARITY],
  };
}

/**
 * al_rhythm_init:
 * @self: a rhythm
 * @now_us: simulated time, taken as that of a ventricular activation unless in asystole
 * @drive: what is asked for
 * @seed: of the random intervals: the same seed gives the same beats
 *
 * Starts a rhythm, as if it had been regular so far.
 */
void
al_rhythm_init (AlRhythm *self, gint64 now_us, const AlRhythmDrive *drive, guint64 seed)
{
  gboolean tachycardia = drive->kind == AL_RHYTHM_VENTRICULAR_TACHYCARDIA;
  gint64 atrial_interval_us = to_us (drive->interval_s), pr_us = to_us (drive->pr_s);
  gint64 interval_us = tachycardia ? to_us (drive->tachycardia_interval_s) : atrial_interval_us;

  *self = (AlRhythm){
      .beat_us = now_us,
      .beat_before_us = now_us - interval_us,
      .atrial_us = now_us - pr_us,
      .atrial_before_us = now_us - pr_us - atrial_interval_us,
      .window_us = now_us,
      .random = seed,
      .systole_root = systole_root_of (interval_us),
      .systole_before_root = systole_root_of (interval_us),
      .activated = drive->kind != AL_RHYTHM_ASYSTOLE,
  };
  if (drive->kind == AL_RHYTHM_ASYSTOLE)
    self->beat_us = self->beat_before_us = now_us + AL_LONG_AGO_US;
  if (drive->kind == AL_RHYTHM_ASYSTOLE || drive->kind == AL_RHYTHM_ATRIAL_FIBRILLATION)
    self->atrial_us = self->atrial_before_us = now_us + AL_LONG_AGO_US;
  plan_next (self, drive);
}

/**
 * al_rhythm_on_atrial:
 * @self: a rhythm at the time of its next atrial activation
 *
 * The atria are activated.
 */
void
al_rhythm_on_atrial (AlRhythm *self)
{
  self->atrial_before_us = self->atrial_us;
  self->atrial_us = self->next_atrial_us;
  self->next_atrial_us =
      self->atrial_interval_us > 0 ? self->atrial_us + self->atrial_interval_us : AL_NEVER;
}

static void
activate_ventricles (AlRhythm *self)
{
  self->beat_before_us = self->beat_us;
  self->beat_us = self->window_us;
  self->systole_before_root = self->systole_root;
  self->systole_root = systole_root_of (self->beat_us - self->beat_before_us);
  self->ectopic = self->next_ectopic;
  self->beats_since_ectopic = self->ectopic ? 0 : self->beats_since_ectopic + 1;
  self->n_beats++;
}

/**
 * al_rhythm_on_beat:
 * @self: a rhythm whose simulated time has reached next_beat_us
 * @drive: what is asked for now
 *
 * Begins the next window: the ventricles are activated, unless @drive is asystole, and the event
 * after that is fixed.
 */
void
al_rhythm_on_beat (AlRhythm *self, const AlRhythmDrive *drive)
{
  self->window_us = self->next_beat_us;
  self->activated = drive->kind != AL_RHYTHM_ASYSTOLE;
  if (self->activated)
    activate_ventricles (self);
  else
    self->ectopic = FALSE;
  plan_next (self, drive);
}

/**
 * al_rhythm_interval_s:
 * @self: a rhythm
 *
 * Returns: the interval before the last beat, seconds: what a device can know
 */
double
al_rhythm_interval_s (const AlRhythm *self)
{
  return (double) (self->beat_us - self->beat_before_us) * AL_S_PER_US;
}

/**
 * al_rhythm_next_interval_s:
 * @self: a rhythm
 *
 * Returns: how long the running window will have been, seconds; that is the interval to the next
 *   beat, but in asystole
 */
double
al_rhythm_next_interval_s (const AlRhythm *self)
{
  return (double) (self->next_beat_us - self->window_us) * AL_S_PER_US;
}
