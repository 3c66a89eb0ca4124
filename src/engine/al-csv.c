/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-csv.h"

#include <math.h>

/*
 * Tables of comma-separated values, with a decimal point in every locale, so that a script gets the
 * same bytes on every machine. Names of columns bear their unit.
 */

/* Finer than the model is exact, and still short. */
#define SIGNAL_FORMAT "%.7g"
#define INDEX_FORMAT  "%.9g"
#define TIME_FORMAT   "%.3f"

static void
append_number (GString *text, const char *format, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, format, value));
}

static void
append_seconds (GString *text, gint64 time_us)
{
  append_number (text, TIME_FORMAT, (double) time_us / G_USEC_PER_SEC);
}

/**
 * al_csv_trace_begin:
 * @self: memory for a trace
 * @text: where rows go; it outlives the trace
 * @interval_us: simulated time from row to row in microseconds, above 0
 *
 * Begins a table with its heading: a column of time and one for each signal.
 */
void
al_csv_trace_begin (AlCsvTrace *self, GString *text, gint64 interval_us)
{
  self->text = text;
  self->interval_us = interval_us;
  self->start_us = -1;
  g_string_append (text, "time_s");
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    g_string_append_printf (text, ",%s", al_signal_get_info ((AlSignal) i)->key);
  g_string_append_c (text, '\n');
}

static void
append_row (AlCsvTrace *self, const AlSample *sample)
{
  append_seconds (self->text, sample->time_us - self->start_us);
  for (guint i = 0; i < AL_N_SIGNALS; i++) {
    g_string_append_c (self->text, ',');
    append_number (self->text, SIGNAL_FORMAT, sample->value[i]);
  }
  g_string_append_c (self->text, '\n');
}

/* The signals at a time between two samples, on the straight line. */
static void
interpolate (const AlSample *before, const AlSample *after, gint64 time_us, AlSample *between)
{
  double share = (double) (time_us - before->time_us) / (double) (after->time_us - before->time_us);

  between->time_us = time_us;
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    between->value[i] = before->value[i] + share * (after->value[i] - before->value[i]);
}

/**
 * al_csv_trace_add:
 * @self: a trace
 * @sample: the signals at a time not before that of the last sample
 *
 * Adds the rows that are due up to this sample; between two samples they lie on straight lines. The
 * time of the first sample becomes zero.
 */
void
al_csv_trace_add (AlCsvTrace *self, const AlSample *sample)
{
  AlSample row;

  if (self->start_us < 0) {
    self->start_us = self->due_us = sample->time_us;
    self->before = *sample;
  }
  while (self->due_us < sample->time_us) {
    interpolate (&self->before, sample, self->due_us, &row);
    append_row (self, &row);
    self->due_us += self->interval_us;
  }
  if (self->due_us == sample->time_us) {
    append_row (self, sample);
    self->due_us += self->interval_us;
  }
  self->before = *sample;
}

/**
 * al_csv_append_comment:
 * @text: a table
 * @comment: what to say of it, without a mark
 *
 * Adds a comment, each line of it behind a number sign.
 */
void
al_csv_append_comment (GString *text, const char *comment)
{
  g_auto (GStrv) lines = g_strsplit (comment, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "# %s\n", lines[i]);
}

/**
 * al_csv_append_beat_heading:
 * @text: a table
 *
 * Adds the names of the columns of al_csv_append_beat().
 */
void
al_csv_append_beat_heading (GString *text)
{
  g_string_append (text, "start_s,end_s,assisted,after_assisted");
  for (guint i = 0; i < AL_N_INDICES; i++)
    g_string_append_printf (text, ",%s", al_index_get_info ((AlIndex) i)->key);
  g_string_append_c (text, '\n');
}

/**
 * al_csv_append_beat:
 * @text: a table
 * @beat: a beat
 * @start_us: the simulated time that is called zero, in microseconds
 *
 * Adds a row with the indices of a beat; one that is not defined has an empty field. Whether the
 * balloon inflated in the beat, and whether it did in the beat before, are 1 or 0.
 */
void
al_csv_append_beat (GString *text, const AlBeat *beat, gint64 start_us)
{
  append_seconds (text, beat->start_us - start_us);
  g_string_append_c (text, ',');
  append_seconds (text, beat->end_us - start_us);
  g_string_append_printf (text, ",%d,%d", beat->assisted ? 1 : 0, beat->after_assisted ? 1 : 0);
  for (guint i = 0; i < AL_N_INDICES; i++) {
    g_string_append_c (text, ',');
    if (isfinite (beat->indices.value[i]))
      append_number (text, INDEX_FORMAT, beat->indices.value[i]);
  }
  g_string_append_c (text, '\n');
}
