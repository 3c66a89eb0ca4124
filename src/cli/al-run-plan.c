/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-number.h"
#include "al-run-plan.h"
#include "al-unit.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_SETTLE_S 120

/* Says what a parameter takes. */
static void
explain_value (const AlParameterInfo *info, const char *value)
{
  g_autofree char *minimum = al_number_text (info->minimum, AL_NUMBER_DIGITS);
  g_autofree char *maximum = al_number_text (info->maximum, AL_NUMBER_DIGITS);
  g_autofree char *limit = g_strdup_printf ("%s %s", maximum, al_unit_get_text (info->unit));

  g_strchomp (limit);
  if (info->choices != NULL) {
    g_auto (GStrv) words = g_strsplit (info->choices, "|", -1);
    g_autofree char *list = g_strjoinv (", ", words);
    al_cli_error (_ ("%s is one of %s; '%s' is not."), info->name, list, value);
    return;
  }
  al_cli_error (_ ("%s takes %s to %s; '%s' is not in that range."), info->name, minimum, limit,
                value);
}

static gboolean
parse_assignment (const char *text, AlParameter *parameter, double *value)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = NULL;

  if (equals == NULL) {
    al_cli_error (_ ("'%s' is not of the form NAME=VALUE."), text);
    return FALSE;
  }
  name = g_strndup (text, (gsize) (equals - text));
  if (!al_parameter_find (name, parameter)) {
    al_cli_error (_ ("There is no parameter '%s'. 'afterload-cli parameters' lists them all."),
                  name);
    return FALSE;
  }
  if (al_parameter_parse (*parameter, equals + 1, value))
    return TRUE;
  explain_value (al_parameter_get_info (*parameter), equals + 1);
  return FALSE;
}

static gboolean
add_set (AlScenario *scenario, const char *text)
{
  AlParameter parameter = 0;
  double value = 0;

  if (!parse_assignment (text, &parameter, &value))
    return FALSE;
  al_scenario_set (scenario, parameter, value);
  return TRUE;
}

static gboolean
add_at (AlScenario *scenario, const char *text)
{
  const char *space = strchr (text, ' ');
  g_autofree char *time = space != NULL ? g_strndup (text, (gsize) (space - text)) : NULL;
  AlParameter parameter = 0;
  double seconds = 0, value = 0;

  if (time == NULL || !al_number_parse (time, &seconds) || seconds < 0 ||
      seconds > AL_RUN_LONGEST_S) {
    al_cli_error (_ ("--at takes a time of 0 to %d seconds and NAME=VALUE; '%s' is not that."),
                  AL_RUN_LONGEST_S, text);
    return FALSE;
  }
  if (!parse_assignment (space + 1, &parameter, &value))
    return FALSE;
  al_scenario_at (scenario, (gint64) (seconds * G_USEC_PER_SEC + 0.5), parameter, value);
  return TRUE;
}

static gboolean
add_all (AlScenario *scenario, char **texts, gboolean (*add) (AlScenario *, const char *))
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++) {
    if (!add (scenario, texts[i]))
      return FALSE;
  }
  return TRUE;
}

/* An id of the catalogue is taken before a file of that name. */
static AlPatient *
find_patient (AlCatalogue *catalogue, const char *patient)
{
  AlPatient *found = al_catalogue_find_patient (catalogue, patient);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (found != NULL)
    return g_object_ref (found);
  if (!g_file_test (patient, G_FILE_TEST_EXISTS)) {
    al_cli_error (_ ("There is no patient '%s', and no file of that name. "
                     "'afterload-cli patients' lists the patients."),
                  patient);
    return NULL;
  }
  if (!g_file_get_contents (patient, &contents, &length, &error)) {
    al_cli_error (_ ("The patient file cannot be read: %s."), error->message);
    return NULL;
  }
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  found = al_patient_new_from_bytes (bytes, patient, &error);
  if (found == NULL)
    g_printerr ("%s\n", error->message);
  return found;
}

static AlPreset *
find_preset (AlCatalogue *catalogue, const char *id)
{
  AlPreset *preset = al_catalogue_find_preset (catalogue, id);

  if (preset == NULL)
    al_cli_error (_ ("There is no preset '%s'. 'afterload-cli presets' lists them."), id);
  return preset;
}

/* What a preset does, done to another patient. */
static AlScenario *
scenario_for (AlPatient *patient, AlPreset *preset)
{
  AlScenario *scenario = al_scenario_new (al_patient_get_settings (patient));
  const AlCommand *commands;
  guint n_commands = 0;

  if (preset == NULL) {
    al_scenario_set_settle_s (scenario, DEFAULT_SETTLE_S);
    return scenario;
  }
  commands = al_scenario_get_commands (al_preset_get_scenario (preset), &n_commands);
  for (guint i = 0; i < n_commands; i++) {
    if (commands[i].time_us < 0)
      al_scenario_set (scenario, commands[i].parameter, commands[i].value);
    else
      al_scenario_at (scenario, commands[i].time_us, commands[i].parameter, commands[i].value);
  }
  al_scenario_set_settle_s (scenario, al_scenario_get_settle_s (al_preset_get_scenario (preset)));
  return scenario;
}

static AlRunPlan *
plan_begin (const AlRunOptions *options, AlCatalogue *catalogue)
{
  AlPreset *preset = options->preset != NULL ? find_preset (catalogue, options->preset) : NULL;
  g_autoptr (AlPatient) patient = NULL;
  AlRunPlan *plan;

  if (options->preset != NULL && preset == NULL)
    return NULL;
  if (options->patient != NULL)
    patient = find_patient (catalogue, options->patient);
  else if (preset != NULL)
    patient = g_object_ref (al_preset_get_patient (preset));
  else
    al_cli_error (_ ("Name a patient with --patient, or a preset with --preset."));
  if (patient == NULL)
    return NULL;
  plan = g_new0 (AlRunPlan, 1);
  plan->patient_id = g_strdup (al_patient_get_id (patient));
  plan->preset_id = g_strdup (options->preset);
  plan->title =
      g_strdup (preset != NULL ? al_preset_get_name (preset) : al_patient_get_name (patient));
  plan->scenario = scenario_for (patient, preset);
  return plan;
}

/* What it takes to get the same picture again. */
static char *
describe (const AlRunOptions *options, const AlRunPlan *plan)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, _ ("Patient %s"), plan->patient_id);
  if (plan->preset_id != NULL)
    g_string_append_printf (text, _ (", preset %s"), plan->preset_id);
  for (guint i = 0; options->sets != NULL && options->sets[i] != NULL; i++)
    g_string_append_printf (text, ", %s", options->sets[i]);
  for (guint i = 0; options->ats != NULL && options->ats[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (options->ats[i], " ", 2);
    g_string_append_printf (text, _ (", after %s s %s"), words[0], words[1]);
  }
  g_string_append (text, ".");
  return g_string_free (text, FALSE);
}

/**
 * al_run_plan_new:
 * @options: what was asked for
 * @catalogue: where patients and presets are looked up
 *
 * Turns what was asked for into something that can be run.
 *
 * Returns: (transfer full) (nullable): a plan, or %NULL when it cannot be; then it has been said
 */
AlRunPlan *
al_run_plan_new (const AlRunOptions *options, AlCatalogue *catalogue)
{
  g_autoptr (AlRunPlan) plan = plan_begin (options, catalogue);

  if (plan == NULL)
    return NULL;
  if (options->settle_s >= 0)
    al_scenario_set_settle_s (plan->scenario, options->settle_s);
  plan->run_s = options->run_s;
  plan->n_beats = (guint) options->n_beats;
  if (!add_all (plan->scenario, options->sets, add_set) ||
      !add_all (plan->scenario, options->ats, add_at))
    return NULL;
  plan->subtitle = describe (options, plan);
  return g_steal_pointer (&plan);
}

/**
 * al_run_plan_new_for_preset:
 * @catalogue: where presets are looked up
 * @preset_id: which
 *
 * A plan with every option but the preset left as it is.
 *
 * Returns: (transfer full) (nullable): a plan, or %NULL when there is no such preset; then it has
 * been said
 */
AlRunPlan *
al_run_plan_new_for_preset (AlCatalogue *catalogue, const char *preset_id)
{
  g_auto (AlRunOptions) options = {0};

  al_run_options_init (&options);
  options.preset = g_strdup (preset_id);
  return al_run_plan_new (&options, catalogue);
}

/**
 * al_run_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees a plan.
 */
void
al_run_plan_free (AlRunPlan *self)
{
  g_clear_pointer (&self->scenario, al_scenario_free);
  g_free (self->patient_id);
  g_free (self->preset_id);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}
