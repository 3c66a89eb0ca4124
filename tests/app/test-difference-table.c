/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <adwaita.h>

#include "al-difference-table.h"
#include "al-session-fixture.h"
#include "al-widget-tree.h"

/* Beside the loop on the smallest screen there is so much room. */
#define MOST_WIDTH 640

typedef struct {
  AlSessionFixture fixture;
  AlSession *session;
  GtkWidget *table;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  al_session_fixture_set_up (&self->fixture, data);
  self->session = self->fixture.session;
  self->table = g_object_ref_sink (al_difference_table_new ());
  al_difference_table_set_session (AL_DIFFERENCE_TABLE (self->table), self->session);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  al_difference_table_set_session (AL_DIFFERENCE_TABLE (self->table), NULL);
  g_assert_finalize_object (self->table);
  al_session_fixture_tear_down (&self->fixture, data);
}

static void
compare_all (Fixture *self)
{
  al_session_set_four_way (self->session, TRUE);
  while (al_session_get_work (self->session) != AL_SESSION_IDLE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 4);
}

/* The line of an index in the text of the table. */
static char *
dup_line (Fixture *self, const char *label)
{
  g_autofree char *text = al_difference_table_to_text (AL_DIFFERENCE_TABLE (self->table));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], label) && lines[i][strlen (label)] == '\t')
      return g_strdup (lines[i]);
  }
  return NULL;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

/* All four and the present have room beside the loop. */
static void
test_width (Fixture *self, gconstpointer data)
{
  int minimum;

  compare_all (self);
  gtk_widget_measure (self->table, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, MOST_WIDTH);
  g_assert_true (al_tree_says (self->table, "VA-ECMO + IABP"));
}

/* What has not settled is said not to have, and has no number but that of now. */
static void
test_unsettled (Fixture *self, gconstpointer data)
{
  g_autofree char *alone = dup_line (self, "Lactate");
  g_autofree char *pressure = NULL;
  g_autofree char *lactate = NULL;

  g_assert_cmpuint (count (alone, "still changing"), ==, 0);
  compare_all (self);
  pressure = dup_line (self, "MAP");
  lactate = dup_line (self, "Lactate");
  g_assert_cmpuint (count (pressure, "still changing"), ==, 0);
  g_assert_cmpuint (count (lactate, "still changing"), ==, 4);
  g_assert_true (al_tree_says (self->table, "still changing"));
  al_session_set_four_way (self->session, FALSE);
  g_assert_false (al_tree_says (self->table, "still changing"));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/difference-table/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  al_tree_init (&argc, &argv);

  ADD ("width", test_width);
  ADD ("unsettled", test_unsettled);
  return g_test_run ();
}
