/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-json.h"
#include "al-number.h"
#include "al-report.h"

#include <math.h>

static const char *
stage_letter (double stage)
{
  return al_scai_stage_get_letter ((AlScaiStage) lround (stage));
}

/* The stage of shock is a letter, or two where the criteria disagree. */
static void
add_stage (AlJson *json, const AlIndices *indices)
{
  double low = indices->value[AL_INDEX_SCAI_LOW], high = indices->value[AL_INDEX_SCAI_HIGH];
  g_autofree char *range = NULL;

  if (!isfinite (low) || !isfinite (high)) {
    al_json_null (json, "scai_stage");
    return;
  }
  range = g_strdup_printf ("%s-%s", stage_letter (low), stage_letter (high));
  al_json_string (json, "scai_stage", lround (low) < lround (high) ? range : stage_letter (low));
}

static void
add_indices (AlJson *json, const char *key, const AlIndices *indices)
{
  al_json_begin_object (json, key);
  for (guint i = 0; i < AL_N_INDICES; i++)
    al_json_number (json, al_index_get_info ((AlIndex) i)->key, indices->value[i]);
  add_stage (json, indices);
  al_json_end_object (json);
}

static void
add_reasons (AlJson *json, const char *key, guint32 reasons)
{
  al_json_begin_array (json, key);
  for (guint i = 0; i < AL_N_SCAI_REASONS; i++) {
    if (reasons & (1u << i))
      al_json_string (json, NULL, al_scai_reason_get_text ((AlScaiReason) i));
  }
  al_json_end_array (json);
}

/* Why that stage; under a device or a drug the worst since the patient had settled. */
static void
add_scai (AlJson *json, const AlSimulation *simulation)
{
  AlScai scai;

  al_simulation_get_scai (simulation, &scai);
  al_json_begin_object (json, "scai");
  al_json_string (json, "low", al_scai_stage_get_letter (scai.low));
  al_json_string (json, "high", al_scai_stage_get_letter (scai.high));
  al_json_string (json, "device", scai.supported ? "yes" : "no");
  al_json_string (json, "arrest", scai.arrest ? "yes" : "no");
  add_reasons (json, "reasons", scai.reasons & ~scai.past);
  add_reasons (json, "reasons_before", scai.past);
  al_json_end_object (json);
}

/* A choice is its word, as `--set` takes it; everything else a number. */
static void
add_value (AlJson *json, const char *key, AlParameter parameter, double value)
{
  g_autofree char *word = NULL;

  if (al_parameter_get_info (parameter)->choices == NULL) {
    al_json_number (json, key, value);
    return;
  }
  word = al_parameter_format (parameter, value);
  al_json_string (json, key, word);
}

static void
add_settings (AlJson *json, const AlSettings *settings)
{
  al_json_begin_object (json, "settings");
  for (guint i = 0; i < AL_N_PARAMETERS; i++)
    add_value (json, al_parameter_get_info ((AlParameter) i)->name, (AlParameter) i,
               settings->value[i]);
  al_json_end_object (json);
}

static void
add_commands (AlJson *json, const AlScenario *scenario)
{
  guint n_commands = 0;
  const AlCommand *commands = al_scenario_get_commands (scenario, &n_commands);

  al_json_begin_array (json, "commands");
  for (guint i = 0; i < n_commands; i++) {
    al_json_begin_object (json, NULL);
    if (commands[i].time_us < 0)
      al_json_null (json, "time_s");
    else
      al_json_number (json, "time_s", (double) commands[i].time_us / G_USEC_PER_SEC);
    al_json_string (json, "name", al_parameter_get_info (commands[i].parameter)->name);
    add_value (json, "value", commands[i].parameter, commands[i].value);
    al_json_end_object (json);
  }
  al_json_end_array (json);
}

static double
run_seconds (const AlRun *run)
{
  return (double) (al_simulation_get_time_us (&run->simulation) - run->settled_us) / G_USEC_PER_SEC;
}

/**
 * al_report_json:
 * @run: a finished run
 * @plan: what was asked for
 *
 * One object: the patient, the version of the program, how long was run, the indices averaged over
 * the last beats (null where the engine computes none), and all settings as they were in the end.
 * `scai` says which criteria of the stage of shock hold at the end. Where only some beats were
 * assisted, `assisted` and `unassisted` hold the indices of the two kinds. A command before
 * settling has a `time_s` of null.
 *
 * Returns: (transfer full): JSON with a newline at its end
 */
char *
al_report_json (const AlRun *run, const AlRunPlan *plan)
{
  g_autoptr (AlJson) json = al_json_new ();

  al_json_begin_object (json, NULL);
  al_json_string (json, "patient", plan->patient_id);
  al_json_string (json, "preset", plan->preset_id);
  al_json_string (json, "version", PACKAGE_VERSION);
  al_json_number (json, "settle_s", al_scenario_get_settle_s (plan->scenario));
  al_json_number (json, "run_s", run_seconds (run));
  al_json_integer (json, "beats", run->n_beats);
  add_commands (json, plan->scenario);
  add_indices (json, "indices", &run->mean);
  if (run->two_kinds) {
    add_indices (json, "assisted", &run->assisted);
    add_indices (json, "unassisted", &run->unassisted);
  }
  add_scai (json, &run->simulation);
  add_settings (json, &run->simulation.settings);
  al_json_end_object (json);
  return g_strdup_printf ("%s\n", al_json_get_text (json));
}

static void
append_field (GString *csv, double value)
{
  g_autofree char *number = isfinite (value) ? al_number_text (value, AL_NUMBER_DIGITS) : NULL;

  g_string_append_printf (csv, ",%s", number != NULL ? number : "");
}

/**
 * al_report_csv:
 * @run: a finished run
 *
 * A row for each index: its key, its unit and the mean over the last beats, empty where the engine
 * computes none; where only some beats were assisted, two more columns.
 *
 * Returns: (transfer full): comma-separated values with a heading
 */
char *
al_report_csv (const AlRun *run)
{
  GString *csv = g_string_new ("index,unit,value");

  g_string_append (csv, run->two_kinds ? ",assisted,unassisted\n" : "\n");
  for (guint i = 0; i < AL_N_INDICES; i++) {
    const AlIndexInfo *info = al_index_get_info ((AlIndex) i);

    g_string_append_printf (csv, "%s,%s", info->key, info->unit);
    append_field (csv, run->mean.value[i]);
    if (run->two_kinds) {
      append_field (csv, run->assisted.value[i]);
      append_field (csv, run->unassisted.value[i]);
    }
    g_string_append_c (csv, '\n');
  }
  return g_string_free (csv, FALSE);
}
