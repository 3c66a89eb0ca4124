/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-files.h"

#include <glib/gstdio.h>
#include <string.h>

/* Files for tests: written to a folder of their own, and removed with it. */

char *
test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp (NULL, &error);

  g_assert_no_error (error);
  return folder;
}

void
test_folder_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
      test_folder_remove (path);
      continue;
    }
    g_assert_cmpint (g_remove (path), ==, 0);
    g_free (path);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

char *
test_file_write (const char *folder, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* A file that is part of the program: the best material to break. */
char *
test_built_in_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *full = g_strdup_printf ("/io/github/afterload/Afterload/%s", path);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (full, 0, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
test_replaced (const char *text, const char *find, const char *replace)
{
  const char *at = strstr (text, find);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, replace, at + strlen (find));
}

int
test_line_of (const char *text, const char *find)
{
  const char *at = strstr (text, find);
  int line = 1;

  g_assert_nonnull (at);
  for (const char *c = text; c < at; c++)
    line += *c == '\n';
  return line;
}

void
test_assert_message (const char *const *messages, const char *file, int line, const char *words)
{
  g_autofree char *start = g_strdup_printf ("%s:%d: error: ", file, line);

  for (guint i = 0; messages[i] != NULL; i++) {
    if (g_str_has_prefix (messages[i], start) && strstr (messages[i], words) != NULL)
      return;
  }
  g_test_message ("wanted: %s... %s", start, words);
  for (guint i = 0; messages[i] != NULL; i++)
    g_test_message ("got: %s", messages[i]);
  g_test_fail ();
}
