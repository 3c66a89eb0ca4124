/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session-store.h"

#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* So that a slider on its way does not write. */
#define DEBOUNCE_S 2

#define VERSION        1
#define GROUP_SESSION  "session"
#define GROUP_SETTINGS "settings"
#define KEY_VERSION    "version"
#define KEY_PATIENT    "patient"
#define KEY_PRESET     "preset"

/**
 * AlSessionStore:
 *
 * Writes down what a session is, a moment after each change, so that it is found again after a
 * crash or another day.
 */
struct _AlSessionStore {
  GObject parent_instance;

  AlSession *session;
  char *path;
  char *patient; /* NULL before anything was opened */
  char *preset;
  AlSettings origin; /* the settings that patient or preset begins with */
  guint timeout;     /* 0 when there is nothing to write */
};

G_DEFINE_FINAL_TYPE (AlSessionStore, al_session_store, G_TYPE_OBJECT)

/* Records */

/**
 * al_session_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void
al_session_record_free (AlSessionRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->patient);
  g_free (self->preset);
  g_free (self);
}

/**
 * al_session_record_has_changes:
 * @self: a record
 *
 * Whether anything was set otherwise than in the patient or preset.
 */
gboolean
al_session_record_has_changes (const AlSessionRecord *self)
{
  gboolean has_changes = FALSE;

  for (guint i = 0; i < AL_N_PARAMETERS; i++)
    has_changes = has_changes || self->is_set[i];
  return has_changes;
}

/**
 * al_session_record_apply:
 * @self: a record
 * @session: a session that is ready with its patient or preset
 *
 * Sets again what was set, in one step that undo takes back.
 */
void
al_session_record_apply (const AlSessionRecord *self, AlSession *session)
{
  al_session_set_holding (session, TRUE);
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (self->is_set[i])
      al_session_set (session, (AlParameter) i, self->settings.value[i]);
  }
  al_session_apply_held (session);
  al_session_set_holding (session, FALSE);
}

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, what);
  return FALSE;
}

static gboolean
read_setting (AlSessionRecord *self, GKeyFile *file, const char *name, GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP_SETTINGS, name, error);
  AlParameter parameter;

  if (text == NULL)
    return FALSE;
  if (!al_parameter_find (name, &parameter) ||
      !al_parameter_parse (parameter, text, &self->settings.value[parameter]))
    return refuse (error, name);
  self->is_set[parameter] = TRUE;
  return TRUE;
}

static gboolean
read_settings (AlSessionRecord *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) names = g_key_file_get_keys (file, GROUP_SETTINGS, NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    if (!read_setting (self, file, names[i], error))
      return FALSE;
  }
  return TRUE;
}

static AlSessionRecord *
read_record (const char *path, GError **error)
{
  g_autoptr (AlSessionRecord) self = g_new0 (AlSessionRecord, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return NULL;
  self->patient = g_key_file_get_string (file, GROUP_SESSION, KEY_PATIENT, error);
  if (self->patient == NULL)
    return NULL;
  if (g_key_file_get_integer (file, GROUP_SESSION, KEY_VERSION, NULL) != VERSION) {
    refuse (error, KEY_VERSION);
    return NULL;
  }
  self->preset = g_key_file_get_string (file, GROUP_SESSION, KEY_PRESET, NULL);
  return read_settings (self, file, error) ? g_steal_pointer (&self) : NULL;
}

/* Writing */

static char *
format_record (AlSessionStore *self)
{
  const AlSettings *now = &al_session_get_simulation (self->session)->settings;
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_integer (file, GROUP_SESSION, KEY_VERSION, VERSION);
  g_key_file_set_string (file, GROUP_SESSION, KEY_PATIENT, self->patient);
  if (self->preset != NULL)
    g_key_file_set_string (file, GROUP_SESSION, KEY_PRESET, self->preset);
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    const double difference = now->value[i] - self->origin.value[i];
    g_autofree char *text = al_parameter_format ((AlParameter) i, now->value[i]);

    if (difference < 0 || difference > 0)
      g_key_file_set_string (file, GROUP_SETTINGS, al_parameter_get_info ((AlParameter) i)->name,
                             text);
  }
  return g_key_file_to_data (file, NULL, NULL);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_info ("The session was not written down: %s", error->message);
}

/* Another file takes the place of the old one when it is complete. No frame waits for a disk. */
static gboolean
write_cb (gpointer user_data)
{
  AlSessionStore *self = user_data;
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GBytes) bytes = NULL;

  self->timeout = 0;
  if (!al_session_get_ready (self->session))
    return G_SOURCE_REMOVE;
  text = format_record (self);
  bytes = g_bytes_new (text, strlen (text));
  g_mkdir_with_parents (folder, 0700);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AlSessionStore *self)
{
  if (self->patient == NULL)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_seconds (DEBOUNCE_S, write_cb, self);
}

/* The object */

static void
al_session_store_dispose (GObject *object)
{
  AlSessionStore *self = AL_SESSION_STORE (object);

  if (self->session != NULL) {
    al_session_store_flush (self);
    g_signal_handlers_disconnect_by_data (self->session, self);
  }
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (al_session_store_parent_class)->dispose (object);
}

static void
al_session_store_finalize (GObject *object)
{
  AlSessionStore *self = AL_SESSION_STORE (object);

  g_free (self->path);
  g_free (self->patient);
  g_free (self->preset);
  G_OBJECT_CLASS (al_session_store_parent_class)->finalize (object);
}

static void
al_session_store_class_init (AlSessionStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = al_session_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = al_session_store_finalize;
}

static void
al_session_store_init (AlSessionStore *self)
{
}

/**
 * al_session_store_new:
 * @session: the session that is written down
 * @path: the file
 *
 * Makes a store that writes nothing before it is told what was opened.
 *
 * Returns: (transfer full): a new store
 */
AlSessionStore *
al_session_store_new (AlSession *session, const char *path)
{
  AlSessionStore *self = g_object_new (AL_TYPE_SESSION_STORE, NULL);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (session, "restarted", G_CALLBACK (changed_cb), self);
  return self;
}

/**
 * al_session_store_take:
 * @self: a store
 * @error: where to say what is wrong with the file
 *
 * Takes what was written down last. The file is gone until the next one is written, so that a
 * session with which the program crashes at once is not found a second time. A damaged file is set
 * aside, beside its place.
 *
 * Returns: (transfer full) (nullable): the record; %NULL without an error when there is none
 */
AlSessionRecord *
al_session_store_take (AlSessionStore *self, GError **error)
{
  g_autoptr (AlSessionRecord) record = NULL;
  g_autoptr (GError) found = NULL;
  g_autofree char *aside = NULL;

  g_return_val_if_fail (AL_IS_SESSION_STORE (self), NULL);
  record = read_record (self->path, &found);
  if (record != NULL) {
    g_unlink (self->path);
    return g_steal_pointer (&record);
  }
  if (g_error_matches (found, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return NULL;
  aside = g_strconcat (self->path, ".damaged", NULL);
  g_rename (self->path, aside);
  /* Translators: the name of a file, and what is wrong with it */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("The last session could not be read; its file is kept as %s (%s)."), aside,
               found->message);
  return NULL;
}

/**
 * al_session_store_set_origin:
 * @self: a store
 * @patient: the id of the patient
 * @preset: (nullable): the id of the preset
 * @settings: the settings it begins with
 *
 * Says what was opened, from which changes are counted.
 */
void
al_session_store_set_origin (AlSessionStore *self, const char *patient, const char *preset,
                             const AlSettings *settings)
{
  g_return_if_fail (AL_IS_SESSION_STORE (self));
  g_free (self->patient);
  g_free (self->preset);
  self->patient = g_strdup (patient);
  self->preset = g_strdup (preset);
  self->origin = *settings;
  changed_cb (self);
}

/**
 * al_session_store_flush:
 * @self: a store
 *
 * Writes at once what is still to be written.
 */
void
al_session_store_flush (AlSessionStore *self)
{
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (AL_IS_SESSION_STORE (self));
  if (self->timeout == 0 || !al_session_get_ready (self->session))
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  folder = g_path_get_dirname (self->path);
  text = format_record (self);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    g_info ("The session was not written down: %s", error->message);
}
