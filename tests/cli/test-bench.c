/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli-runner.h"

#include <string.h>

/* The keys, and that each holds what its name says; how fast a machine is, is not tested. */
static void
test_json (void)
{
  g_autoptr (JsonObject) report = al_cli_json ("bench --format json");
  const char *const keys[] = {
      "simulated_seconds_per_cpu_second", "patient_seconds_per_cpu_second",
      "textbook_seconds_per_cpu_second",  "patient_to_textbook_ratio",
      "cohort_to_textbook_ratio",         "display_frame_us",
  };
  double value[G_N_ELEMENTS (keys)];

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    value[i] = json_object_get_double_member (report, keys[i]);
    g_assert_cmpfloat (value[i], >, 0);
  }
  g_assert_cmpfloat_with_epsilon (value[3], value[0] / value[2], 1e-6 * value[3]);
  g_assert_cmpfloat_with_epsilon (value[4], value[1] / value[2], 1e-6 * value[4]);
  g_assert_cmpint (json_object_get_int_member (report, "cohort_lanes"), >=, 1);
  g_assert_cmpint (json_object_get_null_member (report, "two_core_speedup"), ==,
                   json_object_get_int_member (report, "processors") == 1);
}

static void
test_text (void)
{
  g_autoptr (AlCliResult) text = al_cli_succeed ("bench");

  g_assert_nonnull (strstr (text->out, "simulated seconds per CPU second\n"));
  g_assert_nonnull (strstr (text->out, "patient-seconds per CPU second\n"));
  g_assert_nonnull (strstr (text->out, "times the textbook\n"));
  al_cli_refuse ("bench --format xml", 2, "--format is one of text, json; 'xml' is not.");
  al_cli_refuse ("bench fast", 2, "'fast' is not expected here");
}

static void
add_tests (void)
{
  g_test_add_func ("/bench/json", test_json);
  g_test_add_func ("/bench/text", test_text);
}

int
main (int argc, char **argv)
{
  return al_cli_test_main (argc, argv, add_tests);
}
