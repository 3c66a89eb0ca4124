/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-progress.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/*
 * A log of lines, each of them "CHECKSUM KIND TEXT": the checksum is the beginning of the SHA-256
 * of what follows it. A line is added with every step and none is ever changed, so that a program
 * that is killed loses the line it was writing and no other. The last line about a case is the one
 * that counts.
 */

#define CHECKSUM_LENGTH 16
#define KIND_RUN        "run "

/* A line of a long case is about a kilobyte, and a log is made short again long before this. */
#define MAX_BYTES (16 * 1024 * 1024)

/* With more lines than this the next start leaves only those that count. */
#define MAX_LINES 2000

/**
 * AlProgress:
 *
 * How far a person has come in each case, kept in a file of this computer.
 */
struct _AlProgress {
  GObject parent_instance;

  char *path;
  GHashTable *runs;   /* id of a case -> record of a run */
  GPtrArray *foreign; /* sound lines of a kind that a newer version writes */
};

G_DEFINE_FINAL_TYPE (AlProgress, al_progress, G_TYPE_OBJECT)

static void
al_progress_finalize (GObject *object)
{
  AlProgress *self = AL_PROGRESS (object);

  g_free (self->path);
  g_hash_table_unref (self->runs);
  g_ptr_array_unref (self->foreign);
  G_OBJECT_CLASS (al_progress_parent_class)->finalize (object);
}

static void
al_progress_class_init (AlProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_progress_finalize;
}

static void
al_progress_init (AlProgress *self)
{
  self->runs =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  self->foreign = g_ptr_array_new_with_free_func (g_free);
}

/**
 * al_progress_new:
 * @path: the log; it and its folder are made when there is something to keep
 *
 * Creates progress without any case.
 *
 * Returns: (transfer full): the progress
 */
AlProgress *
al_progress_new (const char *path)
{
  AlProgress *self = g_object_new (AL_TYPE_PROGRESS, NULL);

  self->path = g_strdup (path);
  return self;
}

/* Lines */

static char *
format_line (const char *kind, const char *text)
{
  g_autofree char *rest = g_strconcat (kind, text, NULL);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, rest, -1);

  return g_strdup_printf ("%.*s %s\n", CHECKSUM_LENGTH, checksum, rest);
}

static char *
format_run (const char *case_id, GVariant *run)
{
  g_autoptr (GVariant) record = g_variant_ref_sink (g_variant_new ("(sv)", case_id, run));
  g_autofree char *text = g_variant_print (record, TRUE);

  return format_line (KIND_RUN, text);
}

/* What follows the checksum, or NULL if that does not fit. */
static const char *
check_line (const char *line)
{
  const char *rest = line + CHECKSUM_LENGTH + 1;
  g_autofree char *checksum = NULL;

  if (strlen (line) <= CHECKSUM_LENGTH + 1 || line[CHECKSUM_LENGTH] != ' ')
    return NULL;
  checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, rest, -1);
  return strncmp (line, checksum, CHECKSUM_LENGTH) == 0 ? rest : NULL;
}

static void
take_run (AlProgress *self, const char *case_id, GVariant *run)
{
  g_hash_table_replace (self->runs, g_strdup (case_id), g_variant_ref (run));
}

static gboolean
read_run (AlProgress *self, const char *text)
{
  g_autoptr (GVariant) record = g_variant_parse (G_VARIANT_TYPE ("(sv)"), text, NULL, NULL, NULL);
  g_autoptr (GVariant) run = NULL;
  const char *case_id = NULL;

  if (record == NULL)
    return FALSE;
  g_variant_get (record, "(&sv)", &case_id, &run);
  take_run (self, case_id, run);
  return TRUE;
}

static gboolean
read_line (AlProgress *self, const char *line)
{
  const char *rest = check_line (line);

  if (rest == NULL)
    return FALSE;
  if (g_str_has_prefix (rest, KIND_RUN))
    return read_run (self, rest + strlen (KIND_RUN));
  g_ptr_array_add (self->foreign, g_strconcat (line, "\n", NULL));
  return TRUE;
}

/* Whether all lines were sound; those that are count, whatever the others are. */
static gboolean
read_lines (AlProgress *self, char **lines)
{
  gboolean sound = TRUE;

  for (guint i = 0; lines[i] != NULL; i++) {
    if (!read_line (self, lines[i]))
      sound = FALSE;
  }
  return sound;
}

/* The file */

static char *
read_file (AlProgress *self, gsize *length, GError **error)
{
  GStatBuf status;
  char *text = NULL;

  if (g_stat (self->path, &status) == 0 && status.st_size > MAX_BYTES) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("it is far too large"));
    return NULL;
  }
  return g_file_get_contents (self->path, &text, length, error) ? text : NULL;
}

/* Only the lines that count; another file takes the place of the old one when it is complete. */
static gboolean
write_anew (AlProgress *self, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer case_id, run;

  for (guint i = 0; i < self->foreign->len; i++)
    g_string_append (text, g_ptr_array_index (self->foreign, i));
  g_hash_table_iter_init (&iter, self->runs);
  while (g_hash_table_iter_next (&iter, &case_id, &run)) {
    g_autofree char *line = format_run (case_id, run);

    g_string_append (text, line);
  }
  return g_file_set_contents_full (self->path, text->str, (gssize) text->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* A name of its own for each: what is set aside never takes the place of what was. */
static char *
set_aside (AlProgress *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  char *aside = g_strconcat (self->path, ".damaged-", time, NULL);

  g_rename (self->path, aside);
  return aside;
}

static gboolean
report_damage (AlProgress *self, const char *what, GError **error)
{
  g_autofree char *aside = set_aside (self);

  if (!write_anew (self, error))
    return FALSE;
  /* Translators: the name of a file, and what is wrong with it */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("Not all of what you did in the cases could be read; the file is kept as %s "
                  "(%s). Go on with what was read."),
               aside, what);
  return FALSE;
}

/* The program was killed while it wrote the last line. */
static gboolean
drop_unfinished_line (char **lines)
{
  const guint n_lines = g_strv_length (lines);
  gboolean unfinished;

  if (n_lines == 0)
    return FALSE;
  /* After the last line break there is nothing. */
  unfinished = *lines[n_lines - 1] != '\0';
  g_clear_pointer (&lines[n_lines - 1], g_free);
  return unfinished;
}

/**
 * al_progress_load:
 * @self: progress without any case
 * @error: what was wrong with the file, and where it is kept
 *
 * Reads the log. A last line that was not finished is dropped. A damaged file is set aside under a
 * name that @error tells, and what is sound in it counts.
 *
 * Returns: %FALSE if not all could be read; @self can be used nevertheless
 */
gboolean
al_progress_load (AlProgress *self, GError **error)
{
  g_autoptr (GError) found = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean unfinished;
  gsize length = 0;

  g_return_val_if_fail (AL_IS_PROGRESS (self), FALSE);
  text = read_file (self, &length, &found);
  if (g_error_matches (found, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  if (text == NULL)
    return report_damage (self, found->message, error);
  lines = g_strsplit (text, "\n", -1);
  unfinished = drop_unfinished_line (lines);
  if (!read_lines (self, lines) || strlen (text) < length)
    return report_damage (self, _ ("damaged lines"), error);
  if (unfinished || g_strv_length (lines) > MAX_LINES)
    return write_anew (self, error);
  return TRUE;
}

/**
 * al_progress_get_run:
 * @self: progress
 * @case_id: the id of a case
 *
 * Gets what was kept of a case, to be given to al_case_run_new_from_variant().
 *
 * Returns: (transfer none) (nullable): the record; %NULL if the case was never begun
 */
GVariant *
al_progress_get_run (AlProgress *self, const char *case_id)
{
  g_return_val_if_fail (AL_IS_PROGRESS (self), NULL);

  return g_hash_table_lookup (self->runs, case_id);
}

static gboolean
append (AlProgress *self, const char *line, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GFileOutputStream) stream = NULL;

  g_mkdir_with_parents (folder, 0700);
  stream = g_file_append_to (file, G_FILE_CREATE_PRIVATE, NULL, error);
  return stream != NULL &&
         g_output_stream_write_all (G_OUTPUT_STREAM (stream), line, strlen (line), NULL, NULL,
                                    error) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/**
 * al_progress_keep_run:
 * @self: progress
 * @case_id: the id of a case
 * @run: (transfer floating): what al_case_run_to_variant() gave
 * @error: why it could not be written
 *
 * Writes at once where a person stands, unless that is what was written last. Once this returns, a
 * program that is killed has it when it starts again.
 *
 * Returns: whether it is in the file
 */
gboolean
al_progress_keep_run (AlProgress *self, const char *case_id, GVariant *run, GError **error)
{
  g_autoptr (GVariant) record = g_variant_ref_sink (run);
  GVariant *last;
  g_autofree char *line = NULL;

  g_return_val_if_fail (AL_IS_PROGRESS (self), FALSE);
  last = al_progress_get_run (self, case_id);
  if (last != NULL && g_variant_equal (last, record))
    return TRUE;
  line = format_run (case_id, record);
  if (!append (self, line, error))
    return FALSE;
  take_run (self, case_id, record);
  return TRUE;
}
