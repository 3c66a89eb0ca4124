/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli-runner.h"

#include <string.h>

static JsonObject *
find_row (JsonObject *table, const char *id)
{
  JsonArray *rows = json_object_get_array_member (table, "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++) {
    JsonObject *row = json_array_get_object_element (rows, i);
    if (g_strcmp0 (json_object_get_string_member (row, "id"), id) == 0)
      return row;
  }
  return NULL;
}

static void
test_all_rows (void)
{
  g_autoptr (JsonObject) table = al_cli_json ("validate --format json");
  JsonArray *rows = json_object_get_array_member (table, "rows");
  gint64 passed = json_object_get_int_member (table, "passed");
  gint64 failed = json_object_get_int_member (table, "failed");
  gint64 not_run = json_object_get_int_member (table, "not_run");
  guint n_further = 0;

  g_assert_cmpint (passed + failed + not_run, ==, 125);
  g_assert_cmpint (passed, >, 80);
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    JsonObject *row = json_array_get_object_element (rows, i);
    gboolean ran = !json_object_get_null_member (row, "pass");

    n_further += json_object_get_boolean_member (row, "further");
    g_assert_cmpint (json_object_get_null_member (row, "value"), ==, !ran);
    g_assert_cmpint (json_object_get_null_member (row, "reason"), ==, ran);
  }
  g_assert_cmpuint (json_array_get_length (rows), ==, 125 + n_further);
  g_assert_cmpuint (n_further, >, 0);
}

static void
test_chosen_rows (void)
{
  g_autoptr (JsonObject) table = al_cli_json ("validate --format json --rows B2,E3");
  JsonObject *pressure = find_row (table, "B2"), *pump = find_row (table, "E3");

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (table, "rows")), ==, 2);
  g_assert_true (json_object_get_boolean_member (pressure, "pass"));
  g_assert_cmpfloat (json_object_get_double_member (pressure, "low"), ==, 55);
  g_assert_cmpfloat (json_object_get_double_member (pressure, "high"), ==, 75);
  g_assert_cmpstr (json_object_get_string_member (pressure, "status"), ==, "memory");
  g_assert_true (json_object_get_boolean_member (pump, "pass"));
  g_assert_false (json_object_get_boolean_member (pump, "further"));
  al_cli_refuse ("validate --rows B2,Q9", 2, "There is no row 'Q9'");
}

static void
test_text (void)
{
  g_autoptr (AlCliResult) text = al_cli_succeed ("validate --rows B2,E3,R6");

  g_assert_nonnull (strstr (text->out, "B2"));
  g_assert_nonnull (strstr (text->out, "55 .. 75"));
  g_assert_true (g_str_has_suffix (text->out,
                                   "\n2 of 2 printed rows in band, 0 out of band, 0 not run\n"
                                   "1 of 1 further rows in band, 0 out of band, 0 not run\n"));
}

/* What is out of band says why; what is in band has nothing to say. */
static void
test_known_limit (void)
{
  g_autoptr (JsonObject) table = al_cli_json ("validate --rows B2,D24 --format json");
  g_autoptr (AlCliResult) text = al_cli_succeed ("validate --rows B2,D24");
  JsonObject *met = find_row (table, "B2");
  JsonObject *missed = find_row (table, "D24");
  const char *limit = json_object_get_string_member (missed, "known_limit");

  g_assert_true (json_object_get_null_member (met, "known_limit"));
  g_assert_cmpstr (limit, !=, "");
  g_assert_nonnull (strstr (text->out, limit));
}

/* A row that is known to be out of band ends the run with an error only if that was asked for. */
static void
test_strict (void)
{
  g_autoptr (AlCliResult) calm = al_cli_run ("validate --rows D24");
  g_autoptr (AlCliResult) strict = al_cli_run ("validate --rows D24 --strict");
  g_autoptr (AlCliResult) in_band = al_cli_run ("validate --rows B2 --strict");

  g_assert_cmpint (calm->status, ==, 0);
  g_assert_cmpint (strict->status, ==, 1);
  g_assert_cmpstr (calm->out, ==, strict->out);
  g_assert_cmpint (in_band->status, ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/validate/all-rows", test_all_rows);
  g_test_add_func ("/validate/chosen-rows", test_chosen_rows);
  g_test_add_func ("/validate/text", test_text);
  g_test_add_func ("/validate/known-limit", test_known_limit);
  g_test_add_func ("/validate/strict", test_strict);
}

int
main (int argc, char **argv)
{
  return al_cli_test_main (argc, argv, add_tests);
}
