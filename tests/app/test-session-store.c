/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-session-store.h"

#include <glib/gstdio.h>

/* Longer than a store waits before it writes */
#define PATIENCE_MS 8000

typedef struct {
  char *folder;
  char *path;
  AlSession *session;
  AlSessionStore *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  AlSettings settings;
  g_autoptr (AlScenario) scenario = NULL;
  g_autofree AlSimulation *settled = g_new0 (AlSimulation, 1);

  self->folder = g_dir_make_tmp ("afterload-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "below", "session.ini", NULL);
  al_settings_init (&settings);
  scenario = al_scenario_new (&settings);
  al_simulation_init (settled, &settings);
  self->session = al_session_new ();
  al_session_load_settled (self->session, settled, scenario);
  self->store = al_session_store_new (self->session, self->path);
  al_session_store_set_origin (self->store, "normal", NULL, &settings);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *below = g_path_get_dirname (self->path);
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  g_clear_object (&self->store);
  g_clear_object (&self->session);
  g_unlink (self->path);
  g_unlink (aside);
  g_rmdir (below);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autoptr (AlSessionRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  guint n_set = 0;

  al_session_set (self->session, AL_PARAMETER_ECMO_ON, 1);
  al_session_set (self->session, AL_PARAMETER_ECMO_FLOW, 3.2);
  al_session_store_flush (self->store);
  record = al_session_store_take (self->store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
  g_assert_cmpstr (record->patient, ==, "normal");
  g_assert_null (record->preset);
  for (guint i = 0; i < AL_N_PARAMETERS; i++)
    n_set += record->is_set[i];
  g_assert_cmpuint (n_set, ==, 2);
  g_assert_cmpfloat (record->settings.value[AL_PARAMETER_ECMO_FLOW], ==, 3.2);

  /* One step of undo leads to the fresh patient. */
  al_session_reset (self->session);
  al_session_record_apply (record, self->session);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_ECMO_ON), ==, 1);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_ECMO_FLOW), ==, 3.2);
  al_session_undo (self->session);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_ECMO_ON), ==, 0);
}

/* A session with which the program crashes at once is not found a second time. */
static void
test_taken_once (Fixture *self, gconstpointer data)
{
  g_autoptr (AlSessionRecord) first = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (al_session_store_take (self->store, &error));
  g_assert_no_error (error);
  al_session_store_flush (self->store);
  first = al_session_store_take (self->store, &error);
  g_assert_nonnull (first);
  g_assert_false (al_session_record_has_changes (first));
  g_assert_null (al_session_store_take (self->store, &error));
  g_assert_no_error (error);
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* It is written without being asked: a crash does not ask. */
static void
test_by_itself (Fixture *self, gconstpointer data)
{
  gboolean over = FALSE;
  guint timeout = g_timeout_add (PATIENCE_MS, stop_cb, &over);

  al_session_set (self->session, AL_PARAMETER_IABP_ON, 1);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  while (!over && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (over);
  g_source_remove (timeout);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  const char *const texts[] = {
      "",
      "\x01\x02 nothing",
      "[session]\nversion=1\n",
      "[session]\nversion=7\npatient=normal\n",
      "[session]\nversion=1\npatient=normal\n[settings]\necmo.on=perhaps\n",
      "[session]\nversion=1\npatient=normal\n[settings]\nno.such=1\n",
      "[session]\nversion=1\npatient=normal\n[settings]\necmo.flow_l_min=1e9\n",
  };
  g_autofree char *below = g_path_get_dirname (self->path);
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (self->path, texts[i], -1, NULL));
    g_assert_null (al_session_store_take (self->store, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    g_assert_nonnull (strstr (error->message, aside));
    g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
    g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  }
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/session-store/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("taken-once", test_taken_once);
  ADD ("by-itself", test_by_itself);
  ADD ("damaged", test_damaged);
#undef ADD
  return g_test_run ();
}
