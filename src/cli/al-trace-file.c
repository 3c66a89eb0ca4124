/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-trace-file.h"

/* Finer than the model is exact, and still short. */
#define SIGNAL_FORMAT "%.7g"
#define TIME_FORMAT   "%.3f"

#define BUFFER_BYTES 65536

struct _AlTraceFile {
  GOutputStream *stream; /* of a temporary file that replaces the old one when closed */
  GString *buffer;
  AlSample before; /* the last sample */
  gint64 due_us;   /* time of the next row */
  gint64 interval_us;
  gint64 start_us; /* time of the first sample; -1 before it */
  GError *error;   /* the first one; nothing is written after it */
};

static void
flush (AlTraceFile *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, NULL,
                               &self->error);
  g_string_truncate (self->buffer, 0);
}

static void
append_number (GString *buffer, const char *format, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (buffer, g_ascii_formatd (text, sizeof text, format, value));
}

static void
append_heading (GString *buffer)
{
  g_string_append (buffer, "time_s");
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    g_string_append_printf (buffer, ",%s", al_signal_get_info ((AlSignal) i)->key);
  g_string_append_c (buffer, '\n');
}

/**
 * al_trace_file_new:
 * @path: the file; one that exists is replaced
 * @interval_ms: milliseconds of simulated time from row to row, at least 1
 * @error: (out) (optional): why it cannot be written, in the domain %G_IO_ERROR
 *
 * Begins a file.
 *
 * Returns: (transfer full) (nullable): the file
 */
AlTraceFile *
al_trace_file_new (const char *path, guint interval_ms, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileOutputStream *stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  AlTraceFile *self;

  if (stream == NULL)
    return NULL;
  self = g_new0 (AlTraceFile, 1);
  self->stream = G_OUTPUT_STREAM (stream);
  self->buffer = g_string_sized_new (BUFFER_BYTES + 1024);
  self->interval_us = (gint64) interval_ms * 1000;
  self->start_us = -1;
  append_heading (self->buffer);
  return self;
}

static void
append_row (AlTraceFile *self, const AlSample *sample)
{
  append_number (self->buffer, TIME_FORMAT,
                 (double) (sample->time_us - self->start_us) / G_USEC_PER_SEC);
  for (guint i = 0; i < AL_N_SIGNALS; i++) {
    g_string_append_c (self->buffer, ',');
    append_number (self->buffer, SIGNAL_FORMAT, sample->value[i]);
  }
  g_string_append_c (self->buffer, '\n');
  if (self->buffer->len >= BUFFER_BYTES)
    flush (self);
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
 * al_trace_file_add:
 * @sample: the signals at a time
 * @self: the file
 *
 * Adds the rows that are due up to this sample; between the points of the solver's grid they lie on
 * straight lines. Of the type #AlSampleFunc; the time of the first sample becomes zero.
 */
void
al_trace_file_add (const AlSample *sample, gpointer self)
{
  AlTraceFile *file = self;
  AlSample row;

  if (file->start_us < 0) {
    file->start_us = file->due_us = sample->time_us;
    file->before = *sample;
  }
  while (file->due_us < sample->time_us) {
    interpolate (&file->before, sample, file->due_us, &row);
    append_row (file, &row);
    file->due_us += file->interval_us;
  }
  if (file->due_us == sample->time_us) {
    append_row (file, sample);
    file->due_us += file->interval_us;
  }
  file->before = *sample;
}

/**
 * al_trace_file_close:
 * @self: the file
 * @error: (out) (optional): why it could not be written, in the domain %G_IO_ERROR
 *
 * Completes the file and puts it in its place.
 *
 * Returns: whether it is there
 */
gboolean
al_trace_file_close (AlTraceFile *self, GError **error)
{
  flush (self);
  if (self->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&self->error));
    return FALSE;
  }
  return g_output_stream_close (self->stream, NULL, error);
}

/**
 * al_trace_file_free:
 * @self: (transfer full): the file
 *
 * Frees the writer. A file that was not closed is not put in its place.
 */
void
al_trace_file_free (AlTraceFile *self)
{
  if (!g_output_stream_is_closed (self->stream)) {
    g_autoptr (GCancellable) cancelled = g_cancellable_new ();
    /* Closing with a cancelled operation discards what was written so far. */
    g_cancellable_cancel (cancelled);
    g_output_stream_close (self->stream, cancelled, NULL);
  }
  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}
