/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-rhythm.h"

#include "al-units.h"

static gint64
to_us (double seconds)
{
  return (gint64) (seconds * AL_US_PER_S + 0.5);
}

/**
 * al_rhythm_init:
 * @self: a rhythm
 * @now_us: simulated time, taken as that of a ventricular activation
 * @interval_s: beat interval in seconds, > 0
 * @pr_s: interval from atrial to ventricular activation in seconds, below @interval_s
 *
 * Starts a regular rhythm.
 */
void
al_rhythm_init (AlRhythm *self, gint64 now_us, double interval_s, double pr_s)
{
  *self = (AlRhythm){
      .beat_us = now_us,
      .beat_before_us = now_us - to_us (interval_s),
      .next_beat_us = now_us + to_us (interval_s),
      .atrial_us = now_us - to_us (pr_s),
      .atrial_before_us = now_us - to_us (interval_s + pr_s),
      .next_atrial_us = now_us + to_us (interval_s - pr_s),
  };
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
  self->next_atrial_us = AL_NEVER;
}

/**
 * al_rhythm_on_beat:
 * @self: a rhythm at the time of its next ventricular activation
 * @interval_s: the interval to the beat after that, seconds
 * @pr_s: interval from atrial to ventricular activation, seconds
 *
 * The ventricles are activated, and the next beat is fixed.
 */
void
al_rhythm_on_beat (AlRhythm *self, double interval_s, double pr_s)
{
  self->beat_before_us = self->beat_us;
  self->beat_us = self->next_beat_us;
  self->next_beat_us = self->beat_us + to_us (interval_s);
  self->next_atrial_us = MAX (self->next_beat_us - to_us (pr_s), self->beat_us);
  self->n_beats++;
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
 * Returns: the interval of the beat that is running, seconds
 */
double
al_rhythm_next_interval_s (const AlRhythm *self)
{
  return (double) (self->next_beat_us - self->beat_us) * AL_S_PER_US;
}
