/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-loops.h"
#include "al-simulation.h"
#include "al-trace.h"

G_BEGIN_DECLS

/**
 * AlRecorder:
 * @simulation: (not owned): what is recorded
 * @trace: its signals over the last seconds
 * @loops: its loops over the last beats
 * @n_beats: beats that it had at the last sample
 *
 * What the views of a simulation draw.
 */
typedef struct {
  const AlSimulation *simulation;
  AlTrace *trace;
  AlLoops loops;
  gint64 n_beats;
} AlRecorder;

void al_recorder_init (AlRecorder *self, const AlSimulation *simulation, gint64 duration_us);
void al_recorder_finalize (AlRecorder *self);
void al_recorder_clear (AlRecorder *self);
void al_recorder_copy (AlRecorder *self, const AlRecorder *other);
void al_recorder_record_cb (const AlSample *sample, gpointer user_data);

G_END_DECLS
