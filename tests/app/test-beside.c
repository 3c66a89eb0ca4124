/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <adwaita.h>

#include "al-beside.h"
#include "al-loop-view.h"
#include "al-run-view.h"
#include "al-session-fixture.h"
#include "al-widget-tree.h"
#include "al-window.h"

static void
assert_same_bytes (AlSession *one, AlSession *other)
{
  g_assert_cmpmem (al_session_get_simulation (one), sizeof (AlSimulation),
                   al_session_get_simulation (other), sizeof (AlSimulation));
}

/* The session with two runs, the second selected. */
typedef struct {
  AlSessionFixture fixture;
  AlSession *session;
  AlBeside *beside;
  guint n_parted;
} Runs;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Runs *self, gconstpointer data)
{
  al_session_fixture_set_up (&self->fixture, data);
  self->session = self->fixture.session;
  self->beside = al_beside_new (self->session);
  g_signal_connect_swapped (self->beside, "parted", G_CALLBACK (count_cb), &self->n_parted);
  al_beside_begin (self->beside);
}

static void
tear_down (Runs *self, gconstpointer data)
{
  gpointer other = al_beside_get_on (self->beside)
                       ? al_beside_get_run (self->beside, 1 - al_beside_get_selected (self->beside))
                       : NULL;

  if (other != NULL)
    g_object_add_weak_pointer (other, &other);
  g_assert_finalize_object (self->beside);
  g_assert_null (other);
  al_session_fixture_tear_down (&self->fixture, data);
}

static AlSession *
get_run (Runs *self, guint run)
{
  return al_beside_get_run (self->beside, run);
}

/* What nobody sets goes on as it would have alone, to the byte. */
static void
test_same_time (Runs *self, gconstpointer data)
{
  g_autoptr (AlSession) alone = al_session_branch (self->session);

  g_assert_cmpuint (al_beside_get_selected (self->beside), ==, 1);
  g_assert_true (get_run (self, 1) == self->session);
  assert_same_bytes (get_run (self, 0), get_run (self, 1));
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  for (int i = 0; i < 40; i++)
    al_session_advance (self->session, 50000);
  al_session_step_beat (self->session);
  g_assert_cmpint (al_session_get_time_us (get_run (self, 0)), ==,
                   al_session_get_time_us (get_run (self, 1)));
  g_assert_cmpint (al_session_get_support (get_run (self, 0)), ==, AL_SUPPORT_NONE);
  al_session_advance (alone,
                      al_session_get_time_us (self->session) - al_session_get_time_us (alone));
  assert_same_bytes (alone, get_run (self, 0));
}

/* The session is the run that is selected: settings, undo, kept loops and what is recorded. */
static void
test_select (Runs *self, gconstpointer data)
{
  g_autofree AlSimulation *second = NULL;

  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 6 * G_USEC_PER_SEC);
  second = g_memdup2 (al_session_get_simulation (self->session), sizeof *second);
  al_beside_select (self->beside, 0);
  g_assert_true (get_run (self, 0) == self->session);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
  g_assert_false (al_session_get_can_undo (self->session));
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 0);
  g_assert_cmpmem (al_session_get_simulation (get_run (self, 1)), sizeof *second, second,
                   sizeof *second);
  al_session_set_support (self->session, AL_SUPPORT_IABP);
  al_beside_select (self->beside, 1);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_ECMO);
  g_assert_cmpint (al_session_get_support (get_run (self, 0)), ==, AL_SUPPORT_IABP);
  al_session_undo (self->session);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
  g_assert_cmpint (al_session_get_support (get_run (self, 0)), ==, AL_SUPPORT_IABP);
}

/* What stays is what was selected; the other is gone. */
static void
test_leave (Runs *self, gconstpointer data)
{
  gpointer other = get_run (self, 0);

  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  g_object_add_weak_pointer (other, &other);
  al_beside_leave (self->beside);
  g_assert_null (other);
  g_assert_false (al_beside_get_on (self->beside));
  g_assert_null (get_run (self, 1));
  g_assert_cmpint (al_session_get_support (get_run (self, 0)), ==, AL_SUPPORT_ECMO);
}

static void
test_new_patient_leaves (Runs *self, gconstpointer data)
{
  al_session_load (self->session, self->fixture.scenario);
  g_assert_false (al_beside_get_on (self->beside));
  al_beside_begin (self->beside);
  g_assert_true (al_beside_get_on (self->beside));
  al_session_reset (self->session);
  g_assert_false (al_beside_get_on (self->beside));
  g_assert_cmpuint (self->n_parted, ==, 0);
}

static gboolean
same_signal (AlSession *one, AlSession *other)
{
  AlSample a, b;

  return al_session_get_sample (one, &a) && al_session_get_sample (other, &b) &&
         memcmp (&a, &b, sizeof a) == 0;
}

/* Both are looked at at the same moment, from before the second began. */
static void
test_review (Runs *self, gconstpointer data)
{
  const gint64 begun_us = al_session_get_time_us (self->session);

  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 2 * G_USEC_PER_SEC);
  al_session_set_cursor_us (self->session, begun_us - G_USEC_PER_SEC);
  g_assert_cmpint (al_session_get_cursor_us (get_run (self, 0)), ==, begun_us - G_USEC_PER_SEC);
  g_assert_true (same_signal (get_run (self, 0), get_run (self, 1)));
  al_beside_select (self->beside, 0);
  g_assert_cmpint (al_session_get_cursor_us (self->session), ==, begun_us - G_USEC_PER_SEC);
  al_session_set_playing (self->session, TRUE);
  g_assert_false (al_session_get_reviewing (get_run (self, 1)));
}

static void
test_axes (Runs *self, gconstpointer data)
{
  al_session_set (self->session, AL_PARAMETER_LV_EES, 4);
  al_session_advance (self->session, 5 * G_USEC_PER_SEC);
  al_session_fit_axes (self->session);
  g_assert_cmpmem (al_session_get_survey (get_run (self, 0)), sizeof (AlSurvey),
                   al_session_get_survey (get_run (self, 1)), sizeof (AlSurvey));
}

static void
wait_until_together (Runs *self)
{
  while (al_session_get_work (self->session) != AL_SESSION_IDLE ||
         al_beside_get_catching_up (self->beside))
    g_main_context_iteration (NULL, TRUE);
}

/* A leap of one is a leap of both, and so is its undo. */
static void
test_leap (Runs *self, gconstpointer data)
{
  const gint64 begun_us = al_session_get_time_us (self->session);

  al_session_leap (self->session, 60 * G_USEC_PER_SEC);
  wait_until_together (self);
  g_assert_cmpint (al_session_get_time_us (self->session), ==, begun_us + 60 * G_USEC_PER_SEC);
  assert_same_bytes (get_run (self, 0), get_run (self, 1));
  al_session_undo (self->session);
  g_assert_cmpint (al_session_get_time_us (get_run (self, 0)), ==, begun_us);
  g_assert_cmpint (al_session_get_time_us (get_run (self, 1)), ==, begun_us);
  g_assert_cmpuint (self->n_parted, ==, 0);
}

/* Where one cannot follow, there is one run again. */
static void
test_parted (Runs *self, gconstpointer data)
{
  al_session_leap (self->session, 60 * G_USEC_PER_SEC);
  wait_until_together (self);
  al_beside_select (self->beside, 0);
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_beside_select (self->beside, 1);
  al_session_undo (self->session);
  g_assert_false (al_beside_get_on (self->beside));
  g_assert_cmpuint (self->n_parted, ==, 1);
}

/* The page */

static AlRunView *
get_view (AlWindow *window, guint run)
{
  return AL_RUN_VIEW (al_tree_find (GTK_WIDGET (window), AL_TYPE_RUN_VIEW, run));
}

static AlSession *
get_shown (AlWindow *window, guint run)
{
  return al_loop_view_get_session (al_run_view_get_loop (get_view (window, run)));
}

static void
activate (AlWindow *window, const char *name)
{
  g_assert_true (
      gtk_widget_activate_action_variant (GTK_WIDGET (get_view (window, 0)), name, NULL));
}

static void
settle_window (AlWindow *window)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

/* From the page: two loops, of which the one that is selected is that of the window. */
static void
test_page (void)
{
  AlWindow *window = al_window_new (NULL);
  AlSession *session = al_window_get_session (window);
  gpointer gone = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  settle_window (window);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_view (window, 1))));
  activate (window, "sim.beside");
  settle_window (window);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_view (window, 1))));
  g_assert_true (get_shown (window, 1) == session);
  g_assert_true (get_shown (window, 0) != session);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_view (window, 1)), "selected"));
  activate (window, "sim.swap-run");
  g_assert_true (get_shown (window, 0) == session);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_view (window, 0)), "selected"));
  gone = get_shown (window, 1);
  g_object_add_weak_pointer (gone, &gone);
  activate (window, "sim.beside");
  settle_window (window);
  g_assert_null (gone);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_view (window, 1))));
  g_assert_true (get_shown (window, 0) == session);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Closed with two runs, all of it goes. */
static void
test_close (void)
{
  AlWindow *window = al_window_new (NULL);
  gpointer one, other;

  gtk_window_present (GTK_WINDOW (window));
  settle_window (window);
  activate (window, "sim.beside");
  one = get_shown (window, 0);
  other = get_shown (window, 1);
  g_object_add_weak_pointer (one, &one);
  g_object_add_weak_pointer (other, &other);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (one);
  g_assert_null (other);
}

static void
add (const char *name, void (*test) (Runs *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/beside/", name, NULL);

  g_test_add (path, Runs, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  al_tree_init (&argc, &argv);

  add ("same-time", test_same_time);
  add ("select", test_select);
  add ("leave", test_leave);
  add ("new-patient-leaves", test_new_patient_leaves);
  add ("review", test_review);
  add ("axes", test_axes);
  add ("leap", test_leap);
  add ("parted", test_parted);
  g_test_add_func ("/beside/page", test_page);
  g_test_add_func ("/beside/close", test_close);
  return g_test_run ();
}
