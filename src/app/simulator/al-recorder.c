/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-recorder.h"

#include <string.h>

/* A chart of the width of a screen has fewer columns than this leaves samples. */
#define TRACE_INTERVAL_US 4000

/* What a chart of @duration_us shows must still be there when it draws. */
#define TRACE_SPARE_US G_USEC_PER_SEC

/* More than the beats of the last minute, at any rate. */
#define RECORDS 320

/**
 * al_recorder_init:
 * @self: memory for a recorder
 * @simulation: what is recorded; it outlives the recorder
 * @duration_us: simulated time to remember
 *
 * Makes an empty recorder.
 */
void
al_recorder_init (AlRecorder *self, const AlSimulation *simulation, gint64 duration_us)
{
  self->simulation = simulation;
  self->trace = al_trace_new (duration_us + TRACE_SPARE_US, TRACE_INTERVAL_US);
  al_loops_init (&self->loops);
  self->n_beats = al_simulation_get_n_beats (simulation);
  self->blood = g_new0 (AlBloodRecord, RECORDS);
  self->n_blood = 0;
}

/**
 * al_recorder_finalize:
 * @self: a recorder
 *
 * Frees what a recorder holds, not the recorder.
 */
void
al_recorder_finalize (AlRecorder *self)
{
  g_clear_pointer (&self->trace, al_trace_free);
  al_loops_finalize (&self->loops);
  g_clear_pointer (&self->blood, g_free);
}

/**
 * al_recorder_clear:
 * @self: a recorder
 *
 * Forgets everything, as after a leap in time.
 */
void
al_recorder_clear (AlRecorder *self)
{
  al_trace_clear (self->trace);
  al_loops_clear (&self->loops);
  self->n_blood = 0;
  self->n_beats = al_simulation_get_n_beats (self->simulation);
}

/**
 * al_recorder_copy:
 * @self: a recorder of a copy of what @other records
 * @other: a recorder
 *
 * Takes what another has recorded, and goes on from there.
 */
void
al_recorder_copy (AlRecorder *self, const AlRecorder *other)
{
  al_trace_free (self->trace);
  self->trace = al_trace_copy (other->trace);
  al_loops_copy (&self->loops, &other->loops);
  self->n_beats = other->n_beats;
  memcpy (self->blood, other->blood, RECORDS * sizeof *self->blood);
  self->n_blood = other->n_blood;
}

/**
 * al_recorder_find_blood:
 * @self: a recorder
 * @time_us: simulated time
 *
 * The blood and the devices as they were in the beat of a time.
 *
 * Returns: (transfer none) (nullable): %NULL where nothing was recorded
 */
const AlBloodRecord *
al_recorder_find_blood (const AlRecorder *self, gint64 time_us)
{
  const AlBloodRecord *found = NULL;

  /* Each stands at the end of its beat. */
  for (guint back = 1; back <= MIN (self->n_blood, RECORDS); back++) {
    const AlBloodRecord *blood = &self->blood[(self->n_blood - back) % RECORDS];

    if (blood->time_us < time_us)
      break;
    found = blood;
  }
  return found;
}

/**
 * al_recorder_record_cb:
 * @sample: a sample of the simulation
 * @user_data: the recorder
 *
 * Takes a sample, as #AlSampleFunc.
 */
void
al_recorder_record_cb (const AlSample *sample, gpointer user_data)
{
  AlRecorder *self = user_data;
  const gint64 n_beats = al_simulation_get_n_beats (self->simulation);

  al_loops_add (&self->loops, sample);
  if (n_beats != self->n_beats) {
    al_loops_next (&self->loops);
    al_blood_record_take (&self->blood[self->n_blood++ % RECORDS], self->simulation);
  }
  self->n_beats = n_beats;
  al_trace_push (self->trace, sample);
}
