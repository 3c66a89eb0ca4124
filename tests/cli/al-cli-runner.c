/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *program;
static char *folder;
static GSubprocessLauncher *launcher;

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_remove (path);
  }
  g_rmdir (folder);
}

/**
 * al_cli_test_main:
 * @argc: of main()
 * @argv: of main(); the last argument is the program to test
 * @add_tests: adds the tests
 *
 * Runs the tests with a folder of their own, in the C locale and without files of a user.
 *
 * Returns: the status of g_test_run()
 */
int
al_cli_test_main (int argc, char **argv, void (*add_tests) (void))
{
  int status;

  g_assert_cmpint (argc, >, 1);
  program = argv[argc - 1];
  argc--;
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("afterload-test-XXXXXX", NULL);
  g_assert_nonnull (folder);
  launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  al_cli_setenv ("LC_ALL", "C.UTF-8");
  al_cli_setenv ("XDG_DATA_HOME", folder);
  add_tests ();
  status = g_test_run ();
  remove_folder ();
  g_free (folder);
  g_object_unref (launcher);
  return status;
}

/**
 * al_cli_setenv:
 * @name: a variable of the environment
 * @value: its value for the program
 *
 * Sets a variable for the runs that follow.
 */
void
al_cli_setenv (const char *name, const char *value)
{
  g_subprocess_launcher_setenv (launcher, name, value, TRUE);
}

/**
 * al_cli_folder:
 *
 * Returns: a folder that is removed when the tests have ended
 */
const char *
al_cli_folder (void)
{
  return folder;
}

/**
 * al_cli_file:
 * @name: the name of a file
 *
 * Returns: (transfer full): its path in the folder of the tests
 */
char *
al_cli_file (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/**
 * al_cli_run:
 * @arguments: arguments as typed in a shell; `@` stands for the folder of the tests
 *
 * Runs the program to its end.
 *
 * Returns: (transfer full): how it ended
 */
AlCliResult *
al_cli_run (const char *arguments)
{
  g_auto (GStrv) parts = g_strsplit (arguments, "@", -1);
  g_autofree char *with_folder = g_strjoinv (folder, parts);
  g_autofree char *line = g_strdup_printf ("'%s' %s", program, with_folder);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  AlCliResult *result = g_new0 (AlCliResult, 1);

  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result->out, &result->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result->status = g_subprocess_get_exit_status (process);
  return result;
}

/**
 * al_cli_succeed:
 * @arguments: as al_cli_run()
 *
 * Runs the program, which must succeed and complain of nothing.
 *
 * Returns: (transfer full): how it ended
 */
AlCliResult *
al_cli_succeed (const char *arguments)
{
  AlCliResult *result = al_cli_run (arguments);

  g_assert_cmpstr (result->err, ==, "");
  g_assert_cmpint (result->status, ==, 0);
  return result;
}

/**
 * al_cli_refuse:
 * @arguments: as al_cli_run()
 * @status: the exit status that is wanted
 * @sentence: what standard error must say
 *
 * Runs the program, which must refuse with a sentence and print no result.
 */
void
al_cli_refuse (const char *arguments, int status, const char *sentence)
{
  g_autoptr (AlCliResult) result = al_cli_run (arguments);

  if (strstr (result->err, sentence) == NULL)
    g_test_message ("'%s' says: %s", arguments, result->err);
  g_assert_nonnull (strstr (result->err, sentence));
  g_assert_cmpstr (result->out, ==, "");
  g_assert_cmpint (result->status, ==, status);
}

/**
 * al_cli_result_free:
 * @self: (transfer full): a result
 *
 * Frees a result.
 */
void
al_cli_result_free (AlCliResult *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

/**
 * al_cli_json:
 * @arguments: as al_cli_run()
 *
 * Runs the program, which must succeed and print an object.
 *
 * Returns: (transfer full): the object
 */
JsonObject *
al_cli_json (const char *arguments)
{
  g_autoptr (AlCliResult) result = al_cli_succeed (arguments);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, result->out, -1, &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)));
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

/**
 * al_cli_index:
 * @report: what `simulate` printed
 * @key: the key of an index
 *
 * Returns: its value; the test fails when it has none
 */
double
al_cli_index (JsonObject *report, const char *key)
{
  JsonObject *indices = json_object_get_object_member (report, "indices");

  g_assert_true (json_object_has_member (indices, key));
  g_assert_false (json_object_get_null_member (indices, key));
  return json_object_get_double_member (indices, key);
}
