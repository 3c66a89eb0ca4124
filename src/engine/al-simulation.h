/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-beat.h"
#include "al-circulation.h"
#include "al-indices.h"
#include "al-parameter.h"
#include "al-scai.h"
#include "al-signal.h"
#include "al-slow.h"

G_BEGIN_DECLS

/* The fixed grid of simulated time, in microseconds; events divide a step, the display never does.
 */
#define AL_STEP_US 2500

/* Beats whose indices a simulation remembers. */
#define AL_BEAT_HISTORY 32

/**
 * AlBeat:
 * @start_us: time of ventricular activation
 * @end_us: time of the next ventricular activation
 * @assisted: whether the balloon inflated in this beat
 * @after_assisted: whether it deflated before this beat's ejection
 * @indices: the indices of this beat
 */
typedef struct {
  gint64 start_us;
  gint64 end_us;
  gboolean assisted;
  gboolean after_assisted;
  AlIndices indices;
} AlBeat;

/**
 * AlSimulation:
 *
 * One patient, all of it: settings, circulation, devices, rhythm, beat detector. It holds no
 * pointer: copying the struct saves it, copying it back restores it, and a copy advanced on its own
 * is a branch. Two simulations that start equal and get the same commands stay equal bit for bit.
 */
typedef struct {
  guint32 version;
  AlSettings settings;  /* what is asked for */
  AlSettings effective; /* what the equations see: it glides to what is asked for */
  AlSettings glide_from;
  gint64 glide_start_us;  /* AL_NEVER when nothing glides */
  AlCoefficients patient; /* of the effective settings, before anything slow acts on them */
  AlCirculation circulation;
  AlSlow slow;
  gboolean assisted;             /* the balloon inflates in the running beat */
  gboolean after_assisted;       /* it did in the beat before */
  AlBeat beats[AL_BEAT_HISTORY]; /* a ring: beat k stands at k % AL_BEAT_HISTORY */
  gint64 n_beats;
  AlScai worst; /* since the patient had settled */
} AlSimulation;

/* The layout of AlSimulation; a stored one of another version is not read. */
#define AL_SIMULATION_VERSION 5

typedef enum {
  AL_STATUS_OK,
  AL_STATUS_NOT_FINITE, /* the model left the numbers; the simulation stands where it stood before
                         */
} AlStatus;

/**
 * AlSampleFunc:
 * @sample: the signals at a point of the grid, valid during the call
 * @user_data: what was given
 */
typedef void (*AlSampleFunc) (const AlSample *sample, gpointer user_data);

void al_simulation_init (AlSimulation *self, const AlSettings *settings);
gint64 al_simulation_get_time_us (const AlSimulation *self);
double al_simulation_get (const AlSimulation *self, AlParameter parameter);
gboolean al_simulation_set (AlSimulation *self, AlParameter parameter, double value);
void al_simulation_apply (AlSimulation *self, const AlSettings *settings);
AlStatus al_simulation_advance (AlSimulation *self, gint64 duration_us, AlSampleFunc func,
                                gpointer user_data);
AlStatus al_simulation_advance_beat (AlSimulation *self, AlSampleFunc func, gpointer user_data);
void al_simulation_sample (const AlSimulation *self, AlSample *sample);
gint64 al_simulation_get_n_beats (const AlSimulation *self);
const AlBeat *al_simulation_get_beat (const AlSimulation *self, guint back);
guint al_simulation_mean_indices (const AlSimulation *self, guint n_beats, AlIndices *mean);
guint al_simulation_mean_indices_where (const AlSimulation *self, guint n_beats, gboolean assisted,
                                        AlIndices *mean);
void al_simulation_set_settling (AlSimulation *self, gboolean settling);
void al_simulation_get_scai (const AlSimulation *self, AlScai *scai);
double al_simulation_blood_ml (const AlSimulation *self);
double al_simulation_blood_given_ml (const AlSimulation *self);
double al_simulation_lv_espvr (const AlSimulation *self, double volume_ml);
double al_simulation_lv_edpvr (const AlSimulation *self, double volume_ml);

G_END_DECLS
