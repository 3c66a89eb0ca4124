/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-case-run.h"
#include "al-catalogue.h"
#include "al-progress.h"
#include "test-files.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a person did in the cases, kept in a file through whatever happens to it. */

#define CASE_ID "ami-ecmo-01"
#define N_KILLS 50

typedef struct {
  char *folder;
  char *path;
  AlCatalogue *catalogue;
  AlCase *content;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->path = g_build_filename (self->folder, "progress.log", NULL);
  self->catalogue = al_catalogue_new (NULL);
  self->content = al_catalogue_find_case (self->catalogue, CASE_ID);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->catalogue);
  g_free (self->path);
  test_folder_remove (self->folder);
}

static AlProgress *
load (Fixture *self)
{
  AlProgress *progress = al_progress_new (self->path);
  g_autoptr (GError) error = NULL;

  al_progress_load (progress, &error);
  g_assert_no_error (error);
  return progress;
}

static void
keep (AlProgress *progress, AlCaseRun *run)
{
  g_autoptr (GError) error = NULL;

  al_progress_keep_run (progress, al_case_get_id (al_case_run_get_case (run)),
                        al_case_run_to_variant (run), &error);
  g_assert_no_error (error);
}

/* The number of the step at which the file says the person stands; 0 for none. */
static guint
step_in (AlProgress *progress, AlCase *content)
{
  GVariant *record = al_progress_get_run (progress, al_case_get_id (content));
  g_autoptr (AlCaseRun) run = NULL;

  if (record == NULL)
    return 0;
  run = al_case_run_new_from_variant (content, record, NULL);
  g_assert_nonnull (run);
  return al_case_run_get_step (run);
}

/* Any step that goes on: what the person says does not matter here. */
static void
do_something (AlCaseRun *run)
{
  const AlCaseNode *node = al_case_run_get_node (run);

  for (guint i = 0; i < node->n_predictions; i++)
    al_case_run_predict (run, i, AL_TREND_UP);
  al_case_run_reveal (run);
  al_case_run_choose (run, 0);
  if (!al_case_run_continue (run))
    al_case_run_restart (run);
}

static void
write_steps (Fixture *self, guint n_steps)
{
  g_autoptr (AlProgress) progress = load (self);
  g_autoptr (AlCaseRun) run = al_case_run_new (self->content);

  for (guint i = 0; i < n_steps; i++) {
    do_something (run);
    keep (progress, run);
  }
}

static char *
read_text (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (self->path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_text (Fixture *self, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, text, length, &error);
  g_assert_no_error (error);
}

static guint
count_lines (Fixture *self)
{
  g_autofree char *text = read_text (self);
  guint n_lines = 0;

  for (const char *c = text; *c != '\0'; c++)
    n_lines += *c == '\n';
  return n_lines;
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (AlProgress) first = load (self);
  g_autoptr (AlCaseRun) run = al_case_run_new (self->content);
  g_autoptr (AlProgress) again = NULL;

  g_assert_null (al_progress_get_run (first, CASE_ID));
  /* Nothing was done, so nothing is written. */
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  keep (first, run);
  do_something (run);
  keep (first, run);
  keep (first, run);
  g_assert_cmpuint (count_lines (self), ==, 2);
  again = load (self);
  g_assert_cmpuint (step_in (again, self->content), ==, 2);
}

/* Wherever the writing was cut off, only the line that was being written is missing. */
static void
test_cut_off_anywhere (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  guint n_whole = 0;

  write_steps (self, 4);
  text = read_text (self);
  for (gsize length = 0; length <= strlen (text); length++) {
    g_autoptr (AlProgress) progress = NULL;

    n_whole += length > 0 && text[length - 1] == '\n';
    write_text (self, text, (gssize) length);
    progress = load (self);
    g_assert_cmpuint (step_in (progress, self->content), ==, n_whole == 0 ? 0 : n_whole + 1);
  }
  g_assert_cmpuint (n_whole, ==, 4);
}

/* What is written after a cut-off line is not joined to it. */
static void
test_goes_on_after_cut (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (AlProgress) cut = NULL;
  g_autoptr (AlProgress) again = NULL;
  g_autoptr (AlCaseRun) run = al_case_run_new (self->content);

  write_steps (self, 3);
  text = read_text (self);
  write_text (self, text, (gssize) strlen (text) - 5);
  cut = load (self);
  g_assert_cmpuint (step_in (cut, self->content), ==, 3);
  keep (cut, run);
  again = load (self);
  g_assert_cmpuint (step_in (again, self->content), ==, 1);
}

/* The name of the file that was set aside; there is one. */
static char *
find_aside (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    if (strstr (name, ".damaged-") != NULL)
      return g_build_filename (self->folder, name, NULL);
  }
  g_assert_not_reached ();
}

/* A damaged file is set aside and named; what is sound in it counts. */
static void
assert_set_aside (Fixture *self, const char *damaged, gsize length, guint step)
{
  g_autoptr (AlProgress) progress = al_progress_new (self->path);
  g_autoptr (AlProgress) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  gsize kept_length = 0;

  write_text (self, damaged, (gssize) length);
  g_assert_false (al_progress_load (progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  aside = find_aside (self);
  g_assert_nonnull (strstr (error->message, aside));
  g_file_get_contents (aside, &kept, &kept_length, NULL);
  g_assert_cmpmem (kept, kept_length, damaged, length);
  g_assert_cmpuint (step_in (progress, self->content), ==, step);
  again = load (self);
  g_assert_cmpuint (step_in (again, self->content), ==, step);
  g_assert_cmpint (g_remove (aside), ==, 0);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *holed = NULL;
  gsize length;

  write_steps (self, 3);
  text = read_text (self);
  length = strlen (text);
  /* In the first line, which does not count any more */
  damaged = g_strdup (text);
  damaged[40] ^= 1;
  assert_set_aside (self, damaged, length, 4);
  /* In the last line, which was finished */
  memcpy (damaged, text, length);
  damaged[length - 3] ^= 1;
  assert_set_aside (self, damaged, length, 3);
  /* A hole, as a file system leaves it */
  holed = g_strdup (text);
  memset (holed + length / 2, 0, 8);
  assert_set_aside (self, holed, length, 2);
  assert_set_aside (self, "no log at all\n", 14, 0);
}

/* A newer version may keep more; this one does not take it away. */
static void
test_foreign_line (Fixture *self, gconstpointer data)
{
  static const char foreign[] = "something new";
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, foreign, -1);
  g_autofree char *line = g_strdup_printf ("%.16s %s\n", checksum, foreign);
  g_autofree char *unfinished = g_strconcat (line, "0123", NULL);
  g_autofree char *text = NULL;
  g_autoptr (AlProgress) progress = NULL;

  write_text (self, unfinished, -1);
  progress = load (self);
  text = read_text (self);
  g_assert_cmpstr (text, ==, line);
}

/* A long log is made short: only the last line about a case counts. */
static void
test_made_short (Fixture *self, gconstpointer data)
{
  g_autoptr (AlProgress) progress = NULL;

  write_steps (self, 2100);
  g_assert_cmpuint (count_lines (self), ==, 2100);
  progress = load (self);
  g_assert_cmpuint (count_lines (self), ==, 1);
  g_assert_cmpuint (step_in (progress, self->content), >, 0);
}

static void
test_cannot_write (Fixture *self, gconstpointer data)
{
  g_autofree char *file = test_file_write (self->folder, "file", "");
  g_autofree char *path = g_build_filename (file, "progress.log", NULL);
  g_autoptr (AlProgress) progress = al_progress_new (path);
  g_autoptr (AlCaseRun) run = al_case_run_new (self->content);
  g_autoptr (GError) error = NULL;

  g_assert_false (al_progress_keep_run (progress, CASE_ID, al_case_run_to_variant (run), &error));
  g_assert_nonnull (error);
  /* What is not in the file is tried again. */
  g_assert_false (al_progress_keep_run (progress, CASE_ID, al_case_run_to_variant (run), NULL));
  g_assert_null (al_progress_get_run (progress, CASE_ID));
}

/* Plays for ever, and says after each step that it was kept. */
static void
play_until_killed (Fixture *self, int said)
{
  g_autoptr (AlProgress) progress = load (self);
  g_autoptr (AlCaseRun) run = al_case_run_new (self->content);

  for (;;) {
    guint8 step;

    do_something (run);
    keep (progress, run);
    step = (guint8) al_case_run_get_step (run);
    if (write (said, &step, 1) != 1)
      _exit (1);
  }
}

static guint
read_last (int said)
{
  guint8 step = 0;

  while (read (said, &step, 1) == 1)
    ;
  return step;
}

/* After a kill the file has the last step that was said, or the one after it. */
static void
test_killed (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < N_KILLS; i++) {
    g_autoptr (AlProgress) progress = NULL;
    g_autoptr (AlCaseRun) next = NULL;
    int ends[2];
    guint said, found;
    pid_t child;

    g_assert_cmpint (pipe (ends), ==, 0);
    child = fork ();
    if (child == 0)
      play_until_killed (self, ends[1]);
    close (ends[1]);
    g_usleep ((gulong) g_test_rand_int_range (2000, 40000));
    kill (child, SIGKILL);
    waitpid (child, NULL, 0);
    said = read_last (ends[0]);
    close (ends[0]);
    progress = load (self);
    found = step_in (progress, self->content);
    if (said == 0 || found == said)
      continue;
    next = al_case_run_new (self->content);
    while (al_case_run_get_step (next) != said)
      do_something (next);
    do_something (next);
    g_assert_cmpuint (found, ==, al_case_run_get_step (next));
  }
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/content/progress/kept", test_kept);
  add ("/content/progress/cut-off-anywhere", test_cut_off_anywhere);
  add ("/content/progress/goes-on-after-cut", test_goes_on_after_cut);
  add ("/content/progress/damaged", test_damaged);
  add ("/content/progress/foreign-line", test_foreign_line);
  add ("/content/progress/made-short", test_made_short);
  add ("/content/progress/cannot-write", test_cannot_write);
  add ("/content/progress/killed", test_killed);
  return g_test_run ();
}
