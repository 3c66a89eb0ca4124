/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
array_has (JsonArray *array, const char *member, const char *value)
{
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *item = json_array_get_object_element (array, i);
    if (g_strcmp0 (json_object_get_string_member (item, member), value) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
test_parameters (void)
{
  g_autoptr (JsonObject) lists = al_cli_json ("parameters --format json");
  JsonArray *parameters = json_object_get_array_member (lists, "parameters");

  g_assert_true (array_has (parameters, "name", "lv.ees_mmhg_ml"));
  g_assert_true (array_has (parameters, "name", "iabp.inflation_offset_ms"));
  g_assert_true (array_has (parameters, "name", "ecmo.return_cannula_fr"));
  g_assert_true (array_has (json_object_get_array_member (lists, "indices"), "key", "pcwp_mmhg"));
  g_assert_true (
      array_has (json_object_get_array_member (lists, "signals"), "key", "lv_volume_ml"));
  for (guint i = 0; i < json_array_get_length (parameters); i++) {
    JsonObject *parameter = json_array_get_object_element (parameters, i);

    g_assert_cmpstr (json_object_get_string_member (parameter, "description"), !=, "");
    if (json_object_has_member (parameter, "choices"))
      continue;
    g_assert_cmpfloat (json_object_get_double_member (parameter, "minimum"), <=,
                       json_object_get_double_member (parameter, "default"));
    g_assert_cmpfloat (json_object_get_double_member (parameter, "default"), <=,
                       json_object_get_double_member (parameter, "maximum"));
  }
}

static void
test_parameters_as_text (void)
{
  g_autoptr (AlCliResult) text = al_cli_succeed ("parameters");

  g_assert_nonnull (strstr (text->out, "\nlv.ees_mmhg_ml "));
  g_assert_nonnull (strstr (text->out, "\npcwp_mmhg "));
  g_assert_nonnull (strstr (text->out, "\nlv_volume_ml "));
}

static void
expect_rows (const char *document, JsonArray *items, const char *member)
{
  for (guint i = 0; i < json_array_get_length (items); i++) {
    JsonObject *item = json_array_get_object_element (items, i);
    g_autofree char *row =
        g_strdup_printf ("\n| `%s` |", json_object_get_string_member (item, member));

    if (strstr (document, row) == NULL)
      g_test_message ("%s is missing", row);
    g_assert_nonnull (strstr (document, row));
  }
}

static guint
count_cells (const char *line)
{
  guint n = 0;

  for (const char *c = line; *c != '\0'; c++)
    n += *c == '|' && (c == line || c[-1] != '\\');
  return n;
}

/* The reference leaves nothing out, and every row has the cells of its heading. */
static void
test_reference (void)
{
  g_autoptr (JsonObject) lists = al_cli_json ("parameters --format json");
  g_autoptr (AlCliResult) result = al_cli_succeed ("parameters --format markdown");
  g_auto (GStrv) lines = g_strsplit (result->out, "\n", -1);
  guint n_cells = 0;

  expect_rows (result->out, json_object_get_array_member (lists, "parameters"), "name");
  expect_rows (result->out, json_object_get_array_member (lists, "indices"), "key");
  expect_rows (result->out, json_object_get_array_member (lists, "signals"), "key");
  for (guint i = 0; lines[i] != NULL; i++) {
    guint n = lines[i][0] == '|' ? count_cells (lines[i]) : 0;

    if (n > 0 && n_cells > 0)
      g_assert_cmpuint (n, ==, n_cells);
    n_cells = n;
  }
  g_assert_nonnull (strstr (result->out, "| `ecmo.mode` |"));
  g_assert_nonnull (strstr (result->out, "`flow`, `speed`"));
}

static void
test_catalogue (void)
{
  const struct {
    const char *command, *key, *id;
  } cases[] = {
      {"patients", "patients", "normal"},
      {"patients", "patients", "ami-cs"},
      {"presets", "presets", "cs-ecmo3-iabp"},
      {"cases", "cases", "ami-ecmo-01"},
      {"evidence", "claims", NULL},
      {"evidence", "studies", NULL},
      {"evidence", "forests", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *line = g_strdup_printf ("%s --format json", cases[i].command);
    g_autoptr (JsonObject) lists = al_cli_json (line);
    JsonArray *items = json_object_get_array_member (lists, cases[i].key);

    g_assert_cmpuint (json_array_get_length (items), >, 0);
    if (cases[i].id != NULL)
      g_assert_true (array_has (items, "id", cases[i].id));
  }
}

static void
test_catalogue_as_text (void)
{
  g_autoptr (AlCliResult) patients = al_cli_succeed ("patients");
  g_autoptr (AlCliResult) evidence = al_cli_succeed ("evidence");

  g_assert_nonnull (strstr (patients->out, "ami-cs"));
  g_assert_nonnull (strstr (evidence->out, "CLAIMS"));
  g_assert_nonnull (strstr (evidence->out, "STUDIES"));
}

/* A broken file of the user is named, and everything else is there. */
static void
test_broken_user_file (void)
{
  g_autofree char *folder = al_cli_file ("afterload");
  g_autofree char *patients = g_build_filename (folder, "patients", NULL);
  g_autofree char *path = g_build_filename (patients, "broken.xml", NULL);
  g_autoptr (AlCliResult) result = NULL;

  g_assert_no_errno (g_mkdir_with_parents (patients, 0700));
  g_assert_true (g_file_set_contents (path, "<patient", -1, NULL));
  result = al_cli_run ("patients");
  g_remove (path);
  g_rmdir (patients);
  g_rmdir (folder);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_nonnull (strstr (result->out, "ami-cs"));
  g_assert_nonnull (strstr (result->err, "broken.xml:1: error: "));
}

static void
add_tests (void)
{
  g_test_add_func ("/lists/parameters", test_parameters);
  g_test_add_func ("/lists/parameters-as-text", test_parameters_as_text);
  g_test_add_func ("/lists/reference", test_reference);
  g_test_add_func ("/lists/catalogue", test_catalogue);
  g_test_add_func ("/lists/catalogue-as-text", test_catalogue_as_text);
  g_test_add_func ("/lists/broken-user-file", test_broken_user_file);
}

int
main (int argc, char **argv)
{
  return al_cli_test_main (argc, argv, add_tests);
}
