/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-parameter.h"

#include <glib.h>

G_BEGIN_DECLS

#define AL_NEVER G_MAXINT64

/* An event that has not happened yet lies so far before the beginning that nothing is left of it.
 */
#define AL_LONG_AGO_US (-G_GINT64_CONSTANT (3600000000))

/* The beat interval at which systole lasts as long as its parameter says. */
#define AL_RHYTHM_REFERENCE_S 0.882

/* In the order of the choices of the parameter "rhythm". */
typedef enum {
  AL_RHYTHM_SINUS,
  AL_RHYTHM_ATRIAL_FIBRILLATION,
  AL_RHYTHM_ECTOPY,
  AL_RHYTHM_VENTRICULAR_TACHYCARDIA,
  AL_RHYTHM_ASYSTOLE,
} AlRhythmKind;

/* What the rhythm is asked for at the moment. */
typedef struct {
  AlRhythmKind kind;
  double interval_s;             /* sinus interval that node, drugs and reflex ask for */
  double pr_s;                   /* from atrial to ventricular activation */
  double tachycardia_interval_s; /* of the ventricular tachycardia */
  gint64 ectopic_every;          /* one beat in so many is ectopic, >= 2 */
  double irregularity;           /* sd of the interval in fibrillation, as a share of it */
} AlRhythmDrive;

/*
 * When the chambers are activated. Times are whole microseconds of simulated time, so that a step
 * can be divided at them.
 *
 *   sinus          the node fires, the atria follow at once, the ventricles after the PR interval
 *   fibrillation   no atrial activation; every interval is drawn, none below 0.3 s
 *   ectopy         every n-th beat comes at 0.6 of the interval, before its atria; the atria go on
 *                  as they were, so the one it swallowed leaves a pause: both make two intervals
 *   tachycardia    the ventricles have their own rate, the atria go on at that of the node
 *   asystole       nothing is activated; events go on every second, as windows to report
 *
 * Time is divided into windows that end at next_beat_us. A window begins with a ventricular
 * activation, but in asystole. A change of the drive is taken up at the next such event.
 *
 * How long systole lasts follows from the interval before it, since that is known when it begins.
 */
typedef struct {
  gint64 beat_us;          /* last ventricular activation (R wave) */
  gint64 beat_before_us;   /* the one before */
  gint64 next_beat_us;     /* end of the running window, fixed when it began */
  gint64 atrial_us;        /* last atrial activation */
  gint64 atrial_before_us; /* the one before */
  gint64 next_atrial_us;   /* the next one, AL_NEVER for none */
  gint64 window_us;        /* when the running window began */
  gint64 n_beats;          /* ventricular activations since the beginning */

  gint64 atrial_interval_us;  /* the atria go on by themselves at this, 0 for not */
  guint64 random;             /* of splitmix64: any value is a good one */
  double systole_root;        /* root of (interval that governs systole / reference) */
  double systole_before_root; /* that of the beat before */
  gint beats_since_ectopic;   /* regular ones */
  gboolean activated;         /* whether the running window began with an activation */
  gboolean ectopic;           /* whether the running beat is ectopic */
  gboolean next_ectopic;      /* whether the next one is to be */
} AlRhythm;

void al_rhythm_drive_from_settings (AlRhythmDrive *self, const AlSettings *settings,
                                    double interval_s);

void al_rhythm_init (AlRhythm *self, gint64 now_us, const AlRhythmDrive *drive, guint64 seed);
void al_rhythm_on_atrial (AlRhythm *self);
void al_rhythm_on_beat (AlRhythm *self, const AlRhythmDrive *drive);
double al_rhythm_interval_s (const AlRhythm *self);
double al_rhythm_next_interval_s (const AlRhythm *self);

G_END_DECLS
