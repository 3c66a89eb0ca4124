/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-loops.h"
#include "al-blood-record.h"
#include "al-simulation.h"
#include "al-trace.h"

G_BEGIN_DECLS

/**
 * AlRecorder:
 * @simulation: (not owned): what is recorded
 * @trace: its signals over the last seconds
 * @loops: its loops over the last beats
 * @n_beats: beats that it had at the last sample
 * @blood: (element-type AlBloodRecord): blood and devices at the ends of the last beats, the oldest
 * overwritten first
 * @n_blood: how many were taken
 *
 * What the views of a simulation draw.
 */
typedef struct {
  const AlSimulation *simulation;
  AlTrace *trace;
  AlLoops loops;
  gint64 n_beats;
  AlBloodRecord *blood;
  guint n_blood;
} AlRecorder;

void al_recorder_init (AlRecorder *self, const AlSimulation *simulation, gint64 duration_us);
void al_recorder_finalize (AlRecorder *self);
void al_recorder_clear (AlRecorder *self);
void al_recorder_copy (AlRecorder *self, const AlRecorder *other);
const AlBloodRecord *al_recorder_find_blood (const AlRecorder *self, gint64 time_us);
void al_recorder_record_cb (const AlSample *sample, gpointer user_data);

G_END_DECLS
