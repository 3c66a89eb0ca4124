/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/**
 * AlCsvTrace:
 * @text: (not owned): where rows go; whoever owns it may take them out between two samples
 * @interval_us: from row to row
 * @before: the last sample
 * @due_us: time of the next row
 * @start_us: time of the first sample; below 0 before it
 *
 * Signals as rows at even times. Plain data, but for the text.
 */
typedef struct {
  GString *text;
  gint64 interval_us;
  AlSample before;
  gint64 due_us;
  gint64 start_us;
} AlCsvTrace;

void al_csv_trace_begin (AlCsvTrace *self, GString *text, gint64 interval_us);
void al_csv_trace_add (AlCsvTrace *self, const AlSample *sample);

void al_csv_append_comment (GString *text, const char *comment);
void al_csv_append_beat_heading (GString *text);
void al_csv_append_beat (GString *text, const AlBeat *beat, gint64 start_us);

G_END_DECLS
