/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli-runner.h"

#include <math.h>
#include <string.h>

#define BASELINE  "simulate --patient ami-cs"
#define WITH_IABP "simulate --patient ami-cs --set iabp.on=on"
#define ECMO(q)   "simulate --patient ami-cs --set ecmo.on=on --set ecmo.flow_l_min=" q

#define assert_between(value, low, high)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpfloat ((value), >=, (low));                                                        \
    g_assert_cmpfloat ((value), <=, (high));                                                       \
  }                                                                                                \
  G_STMT_END

static double
change (JsonObject *from, JsonObject *to, const char *key)
{
  return al_cli_index (to, key) - al_cli_index (from, key);
}

static void
test_report (void)
{
  g_autoptr (JsonObject) report = al_cli_json ("simulate --patient ami-cs --set iabp.on=on --at 5 "
                                               "ecmo.on=on --settle 20 --run 10 --beats 7");
  JsonObject *settings = json_object_get_object_member (report, "settings");
  JsonArray *commands = json_object_get_array_member (report, "commands");
  JsonObject *later = json_array_get_object_element (commands, 1);

  g_assert_cmpstr (json_object_get_string_member (report, "patient"), ==, "ami-cs");
  g_assert_true (json_object_has_member (report, "version"));
  g_assert_cmpfloat (json_object_get_double_member (report, "settle_s"), ==, 20);
  g_assert_cmpfloat (json_object_get_double_member (report, "run_s"), ==, 10);
  g_assert_cmpint (json_object_get_int_member (report, "beats"), ==, 7);
  g_assert_cmpstr (json_object_get_string_member (settings, "iabp.on"), ==, "on");
  g_assert_cmpstr (json_object_get_string_member (settings, "ecmo.on"), ==, "on");
  g_assert_cmpfloat (json_object_get_double_member (settings, "lv.ees_mmhg_ml"), ==, 0.72);
  g_assert_cmpuint (json_array_get_length (commands), ==, 2);
  g_assert_cmpfloat (json_object_get_double_member (later, "time_s"), ==, 5);
  g_assert_cmpstr (json_object_get_string_member (later, "name"), ==, "ecmo.on");
}

/* The contract of the keys: computed ones are numbers, the others null. */
static void
test_keys (void)
{
  const char *const keys[] = {
      "hr_bpm",
      "map_mmhg",
      "ao_systolic_mmhg",
      "ao_diastolic_mmhg",
      "ao_augmented_mmhg",
      "ao_end_diastolic_mmhg",
      "ao_pulse_pressure_mmhg",
      "lv_edp_mmhg",
      "lv_edv_ml",
      "lv_esv_ml",
      "lv_sv_ml",
      "lv_ef_percent",
      "lv_sw_mmhg_ml",
      "lv_pva_mmhg_ml",
      "lv_ees_mmhg_ml",
      "lv_ea_mmhg_ml",
      "lv_dpdt_max_mmhg_s",
      "lv_ejection_time_s",
      "rv_edv_ml",
      "rv_esv_ml",
      "rv_systolic_mmhg",
      "la_mean_mmhg",
      "la_max_ml",
      "la_stroke_volume_ml",
      "pcwp_mmhg",
      "ra_mean_mmhg",
      "pa_systolic_mmhg",
      "pa_diastolic_mmhg",
      "pa_mean_mmhg",
      "native_co_l_min",
      "ecmo_flow_l_min",
      "total_flow_l_min",
      "cpo_w",
      "total_power_w",
      "ci_l_min_m2",
      "papi",
      "lvot_vti_cm",
      "av_opening_fraction",
      "svr_dyn_s_cm5",
      "pvr_wu",
      "coronary_flow_ml_min",
      "coronary_diastolic_percent",
      "lv_total_sv_ml",
      "mafp_flow_l_min",
      "do2_ml_min",
      "svo2_percent",
      "sao2_right_radial_percent",
      "sao2_femoral_percent",
      "lactate_mmol_l",
      "haemoglobin_g_dl",
      "ph",
      "paco2_mmhg",
      "urine_ml_kg_h",
      "qp_qs",
      "lvot_gradient_mmhg",
      "scai_stage_low",
      "scai_stage_high",
  };
  /* Not defined without ECMO: null, never a number that means nothing. */
  const char *const undefined[] = {"sao2_preoxygenator_percent"};
  g_autoptr (JsonObject) report = al_cli_json (BASELINE);
  JsonObject *indices = json_object_get_object_member (report, "indices");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (isfinite (al_cli_index (report, keys[i])));
  for (guint i = 0; i < G_N_ELEMENTS (undefined); i++)
    g_assert_true (json_object_get_null_member (indices, undefined[i]));
  g_assert_false (json_object_has_member (report, "assisted"));
}

static void
test_baseline (void)
{
  g_autoptr (JsonObject) baseline = al_cli_json (BASELINE);

  assert_between (al_cli_index (baseline, "map_mmhg"), 55, 75);
  assert_between (al_cli_index (baseline, "pcwp_mmhg"), 19, 30);
  assert_between (al_cli_index (baseline, "lv_ef_percent"), 18, 40);
}

static void
test_ecmo_loads_the_ventricle (void)
{
  g_autoptr (JsonObject) baseline = al_cli_json (BASELINE);
  g_autoptr (JsonObject) ecmo = al_cli_json (ECMO ("4"));

  assert_between (al_cli_index (ecmo, "ecmo_flow_l_min"), 3.9, 4.1);
  g_assert_cmpfloat (change (baseline, ecmo, "lv_edp_mmhg"), >, 1);
  g_assert_cmpfloat (change (baseline, ecmo, "lv_esv_ml"), >, 5);
  g_assert_cmpfloat (change (baseline, ecmo, "ao_pulse_pressure_mmhg"), <, -2);
  g_assert_cmpfloat (change (baseline, ecmo, "native_co_l_min"), <, -0.5);
  g_assert_cmpfloat (change (baseline, ecmo, "ra_mean_mmhg"), <, -0.8);
}

static void
test_balloon_on_ecmo_unloads (void)
{
  g_autoptr (JsonObject) ecmo = al_cli_json (ECMO ("3"));
  g_autoptr (JsonObject) both = al_cli_json (ECMO ("3") " --set iabp.on=on");

  assert_between (change (ecmo, both, "pcwp_mmhg"), -7, -0.8);
  g_assert_cmpfloat (change (ecmo, both, "ao_pulse_pressure_mmhg"), >, 0);
  g_assert_cmpfloat (change (ecmo, both, "coronary_diastolic_flow_ml_min"), >, 0);
}

static void
test_balloon_alone (void)
{
  g_autoptr (JsonObject) off = al_cli_json (BASELINE);
  g_autoptr (JsonObject) on = al_cli_json (WITH_IABP);
  double stroke_ml = al_cli_index (off, "lv_sv_ml");

  assert_between (change (off, on, "ao_end_diastolic_mmhg"), -18, -3);
  g_assert_cmpfloat (al_cli_index (on, "ao_augmented_mmhg"), >,
                     al_cli_index (off, "ao_systolic_mmhg"));
  assert_between (100 * change (off, on, "lv_sv_ml") / stroke_ml, 4, 22);
}

static void
test_two_kinds_of_beat (void)
{
  g_autoptr (JsonObject) report = al_cli_json (WITH_IABP " --set iabp.ratio=3 --beats 12");
  JsonObject *assisted = json_object_get_object_member (report, "assisted");
  JsonObject *unassisted = json_object_get_object_member (report, "unassisted");
  const char *key = "ao_augmented_mmhg";
  double high = json_object_get_double_member (assisted, key);
  double low = json_object_get_double_member (unassisted, key);

  g_assert_cmpfloat (high, >, low + 10);
  assert_between (al_cli_index (report, key), low, high);
}

/* What is done after settling ends where what is done before it ends. */
static void
test_at_ends_where_set_ends (void)
{
  g_autoptr (JsonObject) before = al_cli_json (WITH_IABP);
  g_autoptr (JsonObject) after = al_cli_json ("simulate --patient ami-cs --at 30 iabp.on=on");
  g_autoptr (JsonObject) off =
      al_cli_json ("simulate --patient ami-cs --at 30 iabp.on=on --run 29");

  g_assert_cmpfloat (fabs (change (before, after, "map_mmhg")), <, 0.5);
  g_assert_cmpfloat (fabs (change (before, after, "pcwp_mmhg")), <, 0.5);
  g_assert_cmpfloat (change (off, after, "ao_end_diastolic_mmhg"), <, -3);
}

static void
test_preset_and_patient_file (void)
{
  g_autoptr (JsonObject) preset = al_cli_json ("simulate --preset cs-ecmo");
  g_autoptr (JsonObject) other = al_cli_json ("simulate --preset cs-ecmo --patient normal");
  g_autofree char *path = al_cli_file ("weak.xml");
  g_autoptr (JsonObject) own = NULL;

  g_assert_cmpstr (json_object_get_string_member (preset, "patient"), ==, "ami-cs");
  g_assert_cmpstr (json_object_get_string_member (preset, "preset"), ==, "cs-ecmo");
  assert_between (al_cli_index (preset, "ecmo_flow_l_min"), 3.9, 4.1);
  g_assert_cmpstr (json_object_get_string_member (other, "patient"), ==, "normal");
  g_assert_true (
      g_file_set_contents (path,
                           "<patient id='weak' schema='1'><name>Weak</name><story>A weaker "
                           "heart.</story><set name='lv.ees_mmhg_ml' value='1.4'/></patient>",
                           -1, NULL));
  own = al_cli_json ("simulate --patient @/weak.xml");
  g_assert_cmpstr (json_object_get_string_member (own, "patient"), ==, "weak");
  assert_between (al_cli_index (own, "lv_ef_percent"), 25, 55);
}

static void
test_same_bytes (void)
{
  g_autoptr (AlCliResult) once = al_cli_succeed (ECMO ("3") " --set iabp.on=on --trace @/1.csv");
  g_autoptr (AlCliResult) again = al_cli_succeed (ECMO ("3") " --set iabp.on=on --trace @/2.csv");
  g_autofree char *first = al_cli_file ("1.csv"), *second = al_cli_file ("2.csv");
  g_autofree char *trace = NULL, *other = NULL;

  g_assert_cmpstr (once->out, ==, again->out);
  g_assert_true (g_file_get_contents (first, &trace, NULL, NULL));
  g_assert_true (g_file_get_contents (second, &other, NULL, NULL));
  g_assert_cmpstr (trace, ==, other);
}

static void
test_csv (void)
{
  g_autoptr (AlCliResult) plain = al_cli_succeed (BASELINE " --format csv");
  g_autoptr (AlCliResult) kinds = al_cli_succeed (WITH_IABP " --set iabp.ratio=2 --format csv");

  g_assert_true (g_str_has_prefix (plain->out, "index,unit,value\nhr_bpm,1/min,"));
  g_assert_nonnull (strstr (plain->out, "\nsao2_preoxygenator_percent,%,\n"));
  g_assert_true (g_str_has_prefix (kinds->out, "index,unit,value,assisted,unassisted\n"));
}

static void
test_trace (void)
{
  g_autoptr (AlCliResult) result =
      al_cli_succeed (BASELINE " --settle 5 --run 2 --trace @/trace.csv --trace-interval-ms 5");
  g_autofree char *path = al_cli_file ("trace.csv"), *trace = NULL;
  g_auto (GStrv) lines = NULL, names = NULL, first = NULL, last = NULL;
  guint n_lines;

  g_assert_true (g_file_get_contents (path, &trace, NULL, NULL));
  lines = g_strsplit (trace, "\n", -1);
  n_lines = g_strv_length (lines);
  g_assert_cmpuint (n_lines, ==,
                    1 + 401 + 1); /* heading, 0.000 to 2.000, the end of the last line */
  names = g_strsplit (lines[0], ",", -1);
  first = g_strsplit (lines[1], ",", -1);
  last = g_strsplit (lines[401], ",", -1);
  g_assert_cmpstr (names[0], ==, "time_s");
  g_assert_true (g_strv_contains ((const char *const *) names, "lv_pressure_mmhg"));
  g_assert_true (g_strv_contains ((const char *const *) names, "balloon_volume_ml"));
  g_assert_cmpuint (g_strv_length (first), ==, g_strv_length (names));
  g_assert_cmpuint (g_strv_length (last), ==, g_strv_length (names));
  g_assert_cmpstr (first[0], ==, "0.000");
  g_assert_cmpstr (last[0], ==, "2.000");
}

/* Every millisecond is there, whatever the grid of the solver. */
static void
test_trace_milliseconds (void)
{
  g_autoptr (AlCliResult) result = al_cli_succeed (BASELINE " --settle 5 --run 1 --trace @/ms.csv");
  g_autofree char *path = al_cli_file ("ms.csv"), *trace = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &trace, NULL, NULL));
  lines = g_strsplit (trace, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 1001 + 1);
  for (guint i = 0; i < 1001; i++) {
    g_autofree char *time = g_strdup_printf ("%u.%03u,", i / 1000, i % 1000);

    g_assert_true (g_str_has_prefix (lines[1 + i], time));
  }
}

/* A trace that cannot be written takes nothing with it. */
static void
test_trace_fails (void)
{
  al_cli_refuse (BASELINE " --trace @/no/such/folder/t.csv", 1, "The trace cannot be written");
}

/* Makes a locale with a decimal comma, where the machine has what it takes. */
static gboolean
make_comma_locale (void)
{
  g_autofree char *path = g_find_program_in_path ("localedef");
  g_autofree char *locale = al_cli_file ("de_DE.UTF-8");
  const char *argv[] = {path, "--no-archive", "-i", "de_DE", "-f", "UTF-8", locale, NULL};
  int status = 1;

  if (path == NULL)
    return FALSE;
  return g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, &status, NULL) &&
         g_spawn_check_wait_status (status, NULL);
}

static void
test_decimal_comma (void)
{
  g_autoptr (AlCliResult) point =
      al_cli_succeed (BASELINE " --set lv.ees_mmhg_ml=0.8 --settle 20.5");
  g_autoptr (AlCliResult) comma = NULL;

  if (!make_comma_locale ()) {
    g_test_skip ("no locale with a decimal comma can be made here");
    return;
  }
  al_cli_setenv ("LOCPATH", al_cli_folder ());
  al_cli_setenv ("LC_ALL", "de_DE.UTF-8");
  al_cli_setenv ("LANGUAGE", "C");
  comma = al_cli_succeed (BASELINE " --set lv.ees_mmhg_ml=0.8 --settle 20.5");
  al_cli_setenv ("LC_ALL", "C.UTF-8");
  g_assert_cmpstr (comma->out, ==, point->out);
}

static void
add_tests (void)
{
  g_test_add_func ("/simulate/report", test_report);
  g_test_add_func ("/simulate/keys", test_keys);
  g_test_add_func ("/simulate/baseline", test_baseline);
  g_test_add_func ("/simulate/ecmo-loads-the-ventricle", test_ecmo_loads_the_ventricle);
  g_test_add_func ("/simulate/balloon-on-ecmo-unloads", test_balloon_on_ecmo_unloads);
  g_test_add_func ("/simulate/balloon-alone", test_balloon_alone);
  g_test_add_func ("/simulate/two-kinds-of-beat", test_two_kinds_of_beat);
  g_test_add_func ("/simulate/at-ends-where-set-ends", test_at_ends_where_set_ends);
  g_test_add_func ("/simulate/preset-and-patient-file", test_preset_and_patient_file);
  g_test_add_func ("/simulate/same-bytes", test_same_bytes);
  g_test_add_func ("/simulate/csv", test_csv);
  g_test_add_func ("/simulate/trace", test_trace);
  g_test_add_func ("/simulate/trace-milliseconds", test_trace_milliseconds);
  g_test_add_func ("/simulate/trace-fails", test_trace_fails);
  g_test_add_func ("/simulate/decimal-comma", test_decimal_comma);
}

int
main (int argc, char **argv)
{
  return al_cli_test_main (argc, argv, add_tests);
}
