/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "al-content-watch.h"
#include "al-evidence-page.h"
#include "al-widget-tree.h"

/* A folder of a person who writes evidence, and the page on which it is seen. */
typedef struct {
  char *folder;
  char *file;
  AlContentWatch *watch;
  AlCatalogue *catalogue; /* as it was read last */
  guint n_read;
} Fixture;

static const char card[] =
    "<?xml version='1.0'?><evidence schema='1'>"
    "<card id='mine' kind='practice' checked='2026-01-31'><title>%s</title><summary>S</summary>"
    "<point status='memory'>P</point></card></evidence>";

static void
read_cb (Fixture *self, AlCatalogue *catalogue)
{
  g_set_object (&self->catalogue, catalogue);
  self->n_read++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("afterload-test-XXXXXX", NULL);
  self->file = g_build_filename (self->folder, "mine.xml", NULL);
  self->watch = al_content_watch_new (self->folder);
  g_signal_connect_swapped (self->watch, "read", G_CALLBACK (read_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->watch);
  g_clear_object (&self->catalogue);
  g_unlink (self->file);
  g_rmdir (self->folder);
  g_free (self->file);
  g_free (self->folder);
}

static void
write_card (Fixture *self, const char *path, const char *title)
{
  g_autofree char *text = g_strdup_printf (card, title);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static gboolean
was_read (gpointer data)
{
  return ((Fixture *) data)->n_read > 0;
}

static void
wait_until_read (Fixture *self)
{
  self->n_read = 0;
  g_assert_true (al_tree_wait (was_read, self));
}

static AlCard *
find_mine (Fixture *self)
{
  return al_evidence_find_card (al_catalogue_get_evidence (self->catalogue), "mine");
}

/* A new file, a changed one, one that is gone. */
static void
test_file (Fixture *self, gconstpointer data)
{
  write_card (self, self->file, "First");
  wait_until_read (self);
  g_assert_cmpstr (al_card_get_title (find_mine (self)), ==, "First");
  write_card (self, self->file, "Second");
  wait_until_read (self);
  g_assert_cmpstr (al_card_get_title (find_mine (self)), ==, "Second");
  g_unlink (self->file);
  wait_until_read (self);
  g_assert_null (find_mine (self));
}

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/* As long as a change would be noticed. */
static void
rest (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  al_tree_wait (is_over, &end);
}

/* A folder that is made later is watched as well. */
static void
test_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (self->folder, "inner", NULL);
  g_autofree char *path = g_build_filename (inner, "a.xml", NULL);

  g_mkdir (inner, 0700);
  rest ();
  g_assert_cmpuint (self->n_read, ==, 0); /* nothing is in it yet */
  write_card (self, path, "Inside");
  wait_until_read (self);
  g_assert_cmpstr (al_card_get_title (find_mine (self)), ==, "Inside");
  g_unlink (path);
  g_rmdir (inner);
}

/* What is wrong is told, and what is right stays. */
static void
test_mistake (Fixture *self, gconstpointer data)
{
  g_file_set_contents (self->file, "<evidence schema='1'><claim/></evidence>", -1, NULL);
  wait_until_read (self);
  g_assert_nonnull (strstr (al_catalogue_get_problems (self->catalogue)[0], "mine.xml:1: error: "));
  g_assert_cmpuint (g_list_model_get_n_items (
                        al_evidence_get_claims (al_catalogue_get_evidence (self->catalogue))),
                    >, 20);
}

/* The session is written there every few seconds; that is not content. */
static void
test_other_files (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "session.ini", NULL);

  g_file_set_contents (path, "[a]", -1, NULL);
  rest ();
  g_assert_cmpuint (self->n_read, ==, 0);
  g_unlink (path);
}

/* The page goes on with what it showed, in its new words, and forgets what is gone. */
static void
test_page (Fixture *self, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  AlEvidencePage *page = AL_EVIDENCE_PAGE (al_evidence_page_new ());

  write_card (self, self->file, "First");
  wait_until_read (self);
  al_evidence_page_set_catalogue (page, self->catalogue);
  al_tree_show (GTK_WIDGET (page), GTK_WINDOW (window));
  g_assert_true (al_evidence_page_show (page, "practice:mine", NULL));
  write_card (self, self->file, "Second");
  wait_until_read (self);
  al_evidence_page_set_catalogue (page, self->catalogue);
  g_assert_cmpstr (al_evidence_page_get_shown (page), ==, "practice:mine");
  g_assert_true (al_tree_says (GTK_WIDGET (page), "Second"));
  g_assert_false (al_tree_says (GTK_WIDGET (page), "First"));
  g_unlink (self->file);
  wait_until_read (self);
  al_evidence_page_set_catalogue (page, self->catalogue);
  g_assert_cmpstr (al_evidence_page_get_shown (page), !=, "practice:mine");
  g_assert_nonnull (al_evidence_page_get_shown (page));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);
  add ("/content-watch/file", test_file);
  add ("/content-watch/folder", test_folder);
  add ("/content-watch/mistake", test_mistake);
  add ("/content-watch/other-files", test_other_files);
  add ("/content-watch/page", test_page);
  return g_test_run ();
}
