/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AL_NEVER G_MAXINT64

/*
 * When the chambers are activated. The sinus node fires, the atria follow at once and the
 * ventricles after the PR interval. Times are whole microseconds of simulated time, so that a step
 * can be divided at them.
 */
typedef struct {
  gint64 beat_us;          /* last ventricular activation (R wave) */
  gint64 beat_before_us;   /* the one before */
  gint64 next_beat_us;     /* the next one, fixed when the last one happened */
  gint64 atrial_us;        /* last atrial activation */
  gint64 atrial_before_us; /* the one before */
  gint64 next_atrial_us;   /* the next one */
  gint64 n_beats;
} AlRhythm;

void al_rhythm_init (AlRhythm *self, gint64 now_us, double interval_s, double pr_s);
void al_rhythm_on_atrial (AlRhythm *self);
void al_rhythm_on_beat (AlRhythm *self, double interval_s, double pr_s);
double al_rhythm_interval_s (const AlRhythm *self);
double al_rhythm_next_interval_s (const AlRhythm *self);

G_END_DECLS
