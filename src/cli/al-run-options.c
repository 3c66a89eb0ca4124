/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-number.h"
#include "al-run-options.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_SETTLE_S 120
#define DEFAULT_BEATS    10

/* No teaching question needs a longer run, and a slip of a finger should not take an hour. */
#define LONGEST_S 7200

/**
 * al_run_options_init:
 * @self: options
 *
 * Sets every option to what it is when it is not given.
 */
void
al_run_options_init (AlRunOptions *self)
{
  *self = (AlRunOptions){.settle_s = -1, .run_s = -1, .n_beats = DEFAULT_BEATS};
}

/**
 * al_run_options_clear:
 * @self: options
 *
 * Frees what the options hold.
 */
void
al_run_options_clear (AlRunOptions *self)
{
  g_clear_pointer (&self->patient, g_free);
  g_clear_pointer (&self->preset, g_free);
  g_clear_pointer (&self->sets, g_strfreev);
  g_clear_pointer (&self->ats, g_strfreev);
}

static gboolean
parse_seconds (const char *option, const char *text, double *seconds, GError **error)
{
  if (al_number_parse (text, seconds) && *seconds >= 0 && *seconds <= LONGEST_S)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("%s takes 0 to %d seconds, and '%s' is not that"), option, LONGEST_S, text);
  return FALSE;
}

static gboolean
parse_settle_cb (const char *option, const char *text, gpointer data, GError **error)
{
  return parse_seconds (option, text, &((AlRunOptions *) data)->settle_s, error);
}

static gboolean
parse_run_cb (const char *option, const char *text, gpointer data, GError **error)
{
  return parse_seconds (option, text, &((AlRunOptions *) data)->run_s, error);
}

static gboolean
parse_beats_cb (const char *option, const char *text, gpointer data, GError **error)
{
  gint64 beats = 0;

  if (g_ascii_string_to_signed (text, 10, 1, AL_RUN_MAX_BEATS, &beats, NULL)) {
    ((AlRunOptions *) data)->n_beats = (int) beats;
    return TRUE;
  }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("%s takes 1 to %d beats, and '%s' is not that"), option, AL_RUN_MAX_BEATS, text);
  return FALSE;
}

/**
 * al_run_options_add_to:
 * @self: options, which must outlive @context
 * @context: the options of a command
 *
 * Adds the options that say what is run.
 */
void
al_run_options_add_to (AlRunOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
      {"patient", 0, 0, G_OPTION_ARG_STRING, &self->patient,
       N_ ("Who: the id of a patient, or a patient file"), N_ ("ID|FILE")},
      {"preset", 0, 0, G_OPTION_ARG_STRING, &self->preset,
       N_ ("Begin with a preset; its own patient, unless --patient is given"), N_ ("ID")},
      {"set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->sets,
       N_ ("Set a parameter before settling; may be repeated"), N_ ("NAME=VALUE")},
      {"at", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->ats,
       N_ ("Set a parameter so many seconds after settling; may be repeated"),
       N_ ("SECONDS NAME=VALUE")},
      {"settle", 0, 0, G_OPTION_ARG_CALLBACK, parse_settle_cb,
       N_ ("Settle for so long (default: what the preset says, else 120)"), N_ ("SECONDS")},
      {"run", 0, 0, G_OPTION_ARG_CALLBACK, parse_run_cb,
       N_ ("Run for so long after settling (default: 120 s beyond the last --at, then the beats)"),
       N_ ("SECONDS")},
      {"beats", 0, 0, G_OPTION_ARG_CALLBACK, parse_beats_cb,
       N_ ("Average the last N beats (default: 10)"), N_ ("N")},
      {NULL},
  };
  GOptionGroup *group = g_option_group_new ("run", "", "", self, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, group);
}

/**
 * al_run_options_join_at:
 * @argv: (inout): arguments; a vector of its own
 *
 * Makes one word of the two that follow `--at`, since the option parser of GLib takes one.
 *
 * Returns: whether two words follow every `--at`; if not, it has been said
 */
gboolean
al_run_options_join_at (char ***argv)
{
  g_auto (GStrv) words = g_steal_pointer (argv);
  g_autoptr (GStrvBuilder) joined = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++) {
    gboolean apart = g_str_equal (words[i], "--at");
    const char *time = apart ? words[i + 1] : words[i] + strlen ("--at=");

    if (!apart && !g_str_has_prefix (words[i], "--at=")) {
      g_strv_builder_add (joined, words[i]);
      continue;
    }
    i += apart ? 2 : 1;
    if (time == NULL || words[i] == NULL) {
      al_cli_error (
          _ ("--at takes two words, SECONDS and NAME=VALUE, such as '--at 30 iabp.on=on'."));
      return FALSE;
    }
    g_autofree char *option = g_strdup_printf ("--at=%s %s", time, words[i]);
    g_strv_builder_add (joined, option);
  }
  *argv = g_strv_builder_end (joined);
  return TRUE;
}

/* Says what a parameter takes. */
static void
explain_value (const AlParameterInfo *info, const char *value)
{
  g_autofree char *minimum = al_number_text (info->minimum, AL_NUMBER_DIGITS);
  g_autofree char *maximum = al_number_text (info->maximum, AL_NUMBER_DIGITS);

  if (info->choices != NULL) {
    g_auto (GStrv) words = g_strsplit (info->choices, "|", -1);
    g_autofree char *list = g_strjoinv (", ", words);
    al_cli_error (_ ("%s is one of %s; '%s' is not."), info->name, list, value);
    return;
  }
  al_cli_error (_ ("%s takes %s to %s %s; '%s' is not in that range."), info->name, minimum,
                maximum, info->unit, value);
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

  if (time == NULL || !al_number_parse (time, &seconds) || seconds < 0 || seconds > LONGEST_S) {
    al_cli_error (_ ("--at takes a time of 0 to %d seconds and NAME=VALUE; '%s' is not that."),
                  LONGEST_S, text);
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
plan_begin (const AlRunOptions *self, AlCatalogue *catalogue)
{
  AlPreset *preset = self->preset != NULL ? find_preset (catalogue, self->preset) : NULL;
  g_autoptr (AlPatient) patient = NULL;
  AlRunPlan *plan;

  if (self->preset != NULL && preset == NULL)
    return NULL;
  if (self->patient != NULL)
    patient = find_patient (catalogue, self->patient);
  else if (preset != NULL)
    patient = g_object_ref (al_preset_get_patient (preset));
  else
    al_cli_error (_ ("Name a patient with --patient, or a preset with --preset."));
  if (patient == NULL)
    return NULL;
  plan = g_new0 (AlRunPlan, 1);
  plan->patient_id = g_strdup (al_patient_get_id (patient));
  plan->preset_id = g_strdup (self->preset);
  plan->title =
      g_strdup (preset != NULL ? al_preset_get_name (preset) : al_patient_get_name (patient));
  plan->scenario = scenario_for (patient, preset);
  return plan;
}

/* What it takes to get the same picture again. */
static char *
describe (const AlRunOptions *self, const AlRunPlan *plan)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, _ ("Patient %s"), plan->patient_id);
  if (plan->preset_id != NULL)
    g_string_append_printf (text, _ (", preset %s"), plan->preset_id);
  for (guint i = 0; self->sets != NULL && self->sets[i] != NULL; i++)
    g_string_append_printf (text, ", %s", self->sets[i]);
  for (guint i = 0; self->ats != NULL && self->ats[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (self->ats[i], " ", 2);
    g_string_append_printf (text, _ (", after %s s %s"), words[0], words[1]);
  }
  g_string_append (text, ".");
  return g_string_free (text, FALSE);
}

/**
 * al_run_options_plan:
 * @self: options
 * @catalogue: where patients and presets are looked up
 *
 * Turns what was asked for into something that can be run.
 *
 * Returns: (transfer full) (nullable): a plan, or %NULL when it cannot be; then it has been said
 */
AlRunPlan *
al_run_options_plan (const AlRunOptions *self, AlCatalogue *catalogue)
{
  g_autoptr (AlRunPlan) plan = plan_begin (self, catalogue);

  if (plan == NULL)
    return NULL;
  if (self->settle_s >= 0)
    al_scenario_set_settle_s (plan->scenario, self->settle_s);
  plan->run_s = self->run_s;
  plan->n_beats = (guint) self->n_beats;
  if (!add_all (plan->scenario, self->sets, add_set) ||
      !add_all (plan->scenario, self->ats, add_at))
    return NULL;
  plan->subtitle = describe (self, plan);
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
  return al_run_options_plan (&options, catalogue);
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
