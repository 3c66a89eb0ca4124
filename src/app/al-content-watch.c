/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-content-watch.h"

#include <gio/gio.h>

/* An editor writes a file in several steps, and a person copies several files. */
#define PAUSE_MS 300

/* As deep as content is read. */
#define MAX_DEPTH 8

/**
 * AlContentWatch:
 *
 * Reads the content anew, beside the window, whenever a file in a person's own folder is changed:
 * who writes evidence sees it at once.
 */
struct _AlContentWatch {
  GObject parent_instance;

  char *folder;
  GPtrArray *monitors;
  GString *seen; /* each file with its size and when it was changed */
  guint pause;
  gboolean reading;
  gboolean changed_meanwhile;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AlContentWatch, al_content_watch, G_TYPE_OBJECT)

enum {
  SIGNAL_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean watch_all (AlContentWatch *self);

static void
al_content_watch_dispose (GObject *object)
{
  AlContentWatch *self = AL_CONTENT_WATCH (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  G_OBJECT_CLASS (al_content_watch_parent_class)->dispose (object);
}

static void
al_content_watch_finalize (GObject *object)
{
  AlContentWatch *self = AL_CONTENT_WATCH (object);

  g_free (self->folder);
  g_string_free (self->seen, TRUE);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (al_content_watch_parent_class)->finalize (object);
}

static void
al_content_watch_class_init (AlContentWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = al_content_watch_dispose;
  object_class->finalize = al_content_watch_finalize;
  /* The content was read anew: an #AlCatalogue */
  signals[SIGNAL_READ] = g_signal_new ("read", AL_TYPE_CONTENT_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, AL_TYPE_CATALOGUE);
}

static void
al_content_watch_init (AlContentWatch *self)
{
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  self->seen = g_string_new (NULL);
  self->cancellable = g_cancellable_new ();
}

/* Reading */

static void
read_in_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  g_task_return_pointer (task, al_catalogue_new (folder), g_object_unref);
}

static void read_anew (AlContentWatch *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AlContentWatch *self = AL_CONTENT_WATCH (source);
  g_autoptr (AlCatalogue) catalogue = g_task_propagate_pointer (G_TASK (result), NULL);

  self->reading = FALSE;
  if (catalogue == NULL)
    return;
  if (self->changed_meanwhile)
    read_anew (self);
  else
    g_signal_emit (self, signals[SIGNAL_READ], 0, catalogue);
}

static void
read_anew (AlContentWatch *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);

  self->reading = TRUE;
  self->changed_meanwhile = FALSE;
  g_task_set_task_data (task, g_strdup (self->folder), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* Watching */

static gboolean
pause_over_cb (gpointer user_data)
{
  AlContentWatch *self = AL_CONTENT_WATCH (user_data);

  self->pause = 0;
  if (!watch_all (self))
    return G_SOURCE_REMOVE;
  if (self->reading)
    self->changed_meanwhile = TRUE;
  else
    read_anew (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_content (GFile *file)
{
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  return path != NULL && g_str_has_suffix (path, ".xml");
}

/* Other files stand there, too: the session is written every few seconds. */
static gboolean
matters (AlContentWatch *self, GFile *file, GFile *other)
{
  const char *path = g_file_peek_path (file);

  return is_content (file) || is_content (other) || g_strcmp0 (path, self->folder) == 0 ||
         g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

static void
changed_cb (AlContentWatch *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  if (!matters (self, file, other))
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

static void
watch (AlContentWatch *self, const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GFileMonitor *monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  /* Where a system cannot watch, content is read at the start alone. */
  if (monitor == NULL)
    return;
  g_signal_connect_object (monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->monitors, monitor);
}

static void
note_file (AlContentWatch *self, GFileInfo *info, const char *path)
{
  g_string_append_printf (
      self->seen, "%s %" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT ".%u\n", path,
      g_file_info_get_size (info),
      g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
      g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC));
}

static GFileEnumerator *
open_folder (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  return g_file_enumerate_children (file,
                                    G_FILE_ATTRIBUTE_STANDARD_NAME
                                    "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                    "," G_FILE_ATTRIBUTE_STANDARD_SIZE ",time::*",
                                    G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
}

static void
watch_below (AlContentWatch *self, const char *folder, int depth)
{
  g_autoptr (GFileEnumerator) children = depth <= MAX_DEPTH ? open_folder (folder) : NULL;
  GFileInfo *info;

  watch (self, folder);
  while (children != NULL && g_file_enumerator_iterate (children, &info, NULL, NULL, NULL) &&
         info != NULL) {
    g_autofree char *path = g_build_filename (folder, g_file_info_get_name (info), NULL);

    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      watch_below (self, path, depth + 1);
    else if (g_str_has_suffix (path, ".xml"))
      note_file (self, info, path);
  }
}

/* Each folder has a monitor of its own; there may be other folders now. Returns: whether there are
 * other files, or files that were changed */
static gboolean
watch_all (AlContentWatch *self)
{
  g_autofree char *before = g_strdup (self->seen->str);

  g_ptr_array_set_size (self->monitors, 0);
  g_string_truncate (self->seen, 0);
  watch_below (self, self->folder, 0);
  return !g_str_equal (before, self->seen->str);
}

/**
 * al_content_watch_new:
 * @folder: a person's own files, which need not exist yet
 *
 * Begins to watch a folder and those in it. Once it has changed and rested for a moment,
 * `read (catalogue)` is emitted, with problems in the catalogue as from al_catalogue_new().
 *
 * Returns: (transfer full): the watch, which ends with its last reference
 */
AlContentWatch *
al_content_watch_new (const char *folder)
{
  AlContentWatch *self = g_object_new (AL_TYPE_CONTENT_WATCH, NULL);

  self->folder = g_strdup (folder);
  watch_all (self);
  return self;
}
