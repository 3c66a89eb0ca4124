/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-json.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
test_layout (void)
{
  g_autoptr (AlJson) json = al_json_new ();

  al_json_begin_object (json, NULL);
  al_json_string (json, "name", "ami-cs");
  al_json_begin_array (json, "beats");
  al_json_integer (json, NULL, 1);
  al_json_number (json, NULL, 0.72);
  al_json_end_array (json);
  al_json_begin_object (json, "empty");
  al_json_end_object (json);
  al_json_boolean (json, "on", TRUE);
  al_json_end_object (json);
  g_assert_cmpstr (al_json_get_text (json), ==,
                   "{\n"
                   "  \"name\": \"ami-cs\",\n"
                   "  \"beats\": [\n"
                   "    1,\n"
                   "    0.72\n"
                   "  ],\n"
                   "  \"empty\": {},\n"
                   "  \"on\": true\n"
                   "}");
}

static char *
read_back (const char *value)
{
  g_autoptr (AlJson) json = al_json_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  al_json_begin_array (json, NULL);
  al_json_string (json, NULL, value);
  al_json_end_array (json);
  json_parser_load_from_data (parser, al_json_get_text (json), -1, &error);
  g_assert_no_error (error);
  return g_strdup (
      json_array_get_string_element (json_node_get_array (json_parser_get_root (parser)), 0));
}

static void
test_strings_come_back (void)
{
  const char *const values[] = {"",
                                "plain",
                                "quote \" and \\ back",
                                "tab\tline\nend\r",
                                "\x01\x1f",
                                "10 µg/kg/min ≤ 5",
                                "</script>"};

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *back = read_back (values[i]);
    g_assert_cmpstr (back, ==, values[i]);
  }
}

static void
test_broken_utf8_is_mended (void)
{
  g_autofree char *back = read_back ("caf\xe9");

  g_assert_true (g_utf8_validate (back, -1, NULL));
  g_assert_true (g_str_has_prefix (back, "caf"));
}

static void
test_what_is_no_number_is_null (void)
{
  const double values[] = {NAN, INFINITY, -INFINITY};

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autoptr (AlJson) json = al_json_new ();
    al_json_number (json, NULL, values[i]);
    g_assert_cmpstr (al_json_get_text (json), ==, "null");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/layout", test_layout);
  g_test_add_func ("/json/strings-come-back", test_strings_come_back);
  g_test_add_func ("/json/broken-utf8-is-mended", test_broken_utf8_is_mended);
  g_test_add_func ("/json/what-is-no-number-is-null", test_what_is_no_number_is_null);
  return g_test_run ();
}
