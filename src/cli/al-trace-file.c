/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-trace-file.h"

#include "al-csv.h"

#define BUFFER_BYTES 65536

struct _AlTraceFile {
  GOutputStream *stream; /* of a temporary file that replaces the old one when closed */
  GString *buffer;       /* rows that are not written yet */
  AlCsvTrace trace;
  GError *error; /* the first one; nothing is written after it */
};

static void
flush (AlTraceFile *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, NULL,
                               &self->error);
  g_string_truncate (self->buffer, 0);
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
  al_csv_trace_begin (&self->trace, self->buffer, (gint64) interval_ms * 1000);
  return self;
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

  al_csv_trace_add (&file->trace, sample);
  if (file->buffer->len >= BUFFER_BYTES)
    flush (file);
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
