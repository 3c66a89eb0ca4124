/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-signal.h"

G_BEGIN_DECLS

/**
 * AlTrace:
 *
 * The last seconds of every signal: a ring that forgets the oldest sample. Samples are numbered
 * from 0, the oldest one that is still there.
 */
typedef struct _AlTrace AlTrace;

AlTrace *al_trace_new (gint64 duration_us, gint64 interval_us);
AlTrace *al_trace_copy (const AlTrace *self);
void al_trace_free (AlTrace *self);

void al_trace_push (AlTrace *self, const AlSample *sample);
void al_trace_clear (AlTrace *self);

guint al_trace_get_n_samples (const AlTrace *self);
const AlSample *al_trace_get_sample (const AlTrace *self, guint index);
gint64 al_trace_get_time_us (const AlTrace *self, guint index);
double al_trace_get_value (const AlTrace *self, guint index, AlSignal signal);
guint al_trace_find (const AlTrace *self, gint64 time_us);
gint64 al_trace_get_first_us (const AlTrace *self);
gint64 al_trace_get_last_us (const AlTrace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlTrace, al_trace_free)

G_END_DECLS
