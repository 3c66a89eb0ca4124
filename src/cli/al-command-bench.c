/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-benchmark.h"
#include "al-cli.h"
#include "al-json.h"
#include "al-lanes.h"
#include "al-number.h"
#include "al-run-plan.h"
#include "al-table.h"

#include <glib/gi18n.h>

/* The patient of the measurements: an anterior infarct in shock, balloon and ECMO on. */
#define PRESET "cs-ecmo-iabp"

static const char *const format_words[] = {"text", "json", NULL};
static const AlCliFormats formats = {format_words, N_ ("text (default) or json")};

typedef enum {
  FORMAT_TEXT,
  FORMAT_JSON,
} Format;

static double
patient_ratio (const AlBenchmark *benchmark)
{
  return benchmark->simulated_seconds_per_cpu_second / benchmark->textbook_seconds_per_cpu_second;
}

static double
cohort_ratio (const AlBenchmark *benchmark)
{
  return benchmark->patient_seconds_per_cpu_second / benchmark->textbook_seconds_per_cpu_second;
}

static char *
benchmark_json (const AlBenchmark *benchmark)
{
  g_autoptr (AlJson) json = al_json_new ();
  const AlLanes *lanes = al_lanes_get ();

  al_json_begin_object (json, NULL);
  al_json_string (json, "version", PACKAGE_VERSION);
  al_json_string (json, "preset", PRESET);
  al_json_number (json, "simulated_seconds_per_cpu_second",
                  benchmark->simulated_seconds_per_cpu_second);
  al_json_number (json, "patient_seconds_per_cpu_second",
                  benchmark->patient_seconds_per_cpu_second);
  al_json_number (json, "textbook_seconds_per_cpu_second",
                  benchmark->textbook_seconds_per_cpu_second);
  al_json_number (json, "patient_to_textbook_ratio", patient_ratio (benchmark));
  al_json_number (json, "cohort_to_textbook_ratio", cohort_ratio (benchmark));
  al_json_number (json, "two_core_speedup", benchmark->two_core_speedup);
  al_json_number (json, "display_frame_us", benchmark->display_frame_us);
  al_json_integer (json, "cohort_patients", AL_BENCHMARK_PATIENTS);
  al_json_integer (json, "cohort_lanes", lanes != NULL ? lanes->n : 1);
  al_json_integer (json, "processors", g_get_num_processors ());
  al_json_end_object (json);
  return g_strdup_printf ("%s\n", al_json_get_text (json));
}

static void
add_row (AlTable *table, const char *what, double value, const char *unit)
{
  g_autofree char *number = al_number_four_digits (value);

  al_table_add (table, (const char *[]){what, number, unit, NULL});
}

static char *
benchmark_text (const AlBenchmark *benchmark)
{
  g_autoptr (AlTable) table = al_table_new ("lrl");
  g_autofree char *cohort =
      g_strdup_printf (_ ("%d different patients, one thread"), AL_BENCHMARK_PATIENTS);

  add_row (table, _ ("One patient, balloon and ECMO on"),
           benchmark->simulated_seconds_per_cpu_second, _ ("simulated seconds per CPU second"));
  add_row (table, cohort, benchmark->patient_seconds_per_cpu_second,
           _ ("patient-seconds per CPU second"));
  add_row (table, _ ("Textbook Runge-Kutta, 1 ms, same equations"),
           benchmark->textbook_seconds_per_cpu_second, _ ("simulated seconds per CPU second"));
  add_row (table, _ ("One patient"), patient_ratio (benchmark), _ ("times the textbook"));
  add_row (table, cohort, cohort_ratio (benchmark), _ ("times the textbook"));
  add_row (table, _ ("Two threads"), benchmark->two_core_speedup,
           _ ("times one thread, wall time"));
  add_row (table, _ ("One display frame at 60 Hz"), benchmark->display_frame_us,
           _ ("microseconds of CPU"));
  return al_table_to_text (table);
}

static int
bench (Format format)
{
  g_autoptr (AlCatalogue) catalogue = al_cli_open_catalogue ();
  g_autoptr (AlRunPlan) plan = al_run_plan_new_for_preset (catalogue, PRESET);
  g_autofree char *text = NULL;
  AlBenchmark benchmark;
  AlSettings settings;

  if (plan == NULL)
    return AL_EXIT_FAILED;
  al_scenario_get_settings (plan->scenario, &settings);
  if (al_benchmark_run (&benchmark, &settings) != AL_STATUS_OK) {
    al_cli_error (_ ("The model does not settle."));
    return AL_EXIT_FAILED;
  }
  text = format == FORMAT_JSON ? benchmark_json (&benchmark) : benchmark_text (&benchmark);
  return al_cli_print (text);
}

/**
 * al_command_bench:
 * @argv: `bench` and its options
 *
 * Measures how fast the model is; see `bench --help`.
 *
 * Returns: the exit status
 */
int
al_command_bench (char **argv)
{
  const char *summary =
      N_ ("Measures how fast the model is on this computer, beside a textbook solver of the "
          "same\n"
          "equations. The best of several rounds; nothing else should run meanwhile.");
  guint chosen = 0;

  if (!al_cli_parse_format (argv, summary, &formats, &chosen))
    return AL_EXIT_USAGE;
  return bench ((Format) chosen);
}
