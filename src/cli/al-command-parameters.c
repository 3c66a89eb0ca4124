/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-indices.h"
#include "al-json.h"
#include "al-number.h"
#include "al-parameter.h"
#include "al-reference.h"
#include "al-signal.h"
#include "al-table.h"
#include "al-unit.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *const format_words[] = {"text", "json", "markdown", NULL};
static const AlCliFormats formats = {format_words, N_ ("text (default), json or markdown")};

typedef enum {
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_MARKDOWN,
} Format;

static const char *const kind_names[] = {
    [AL_KIND_PATIENT] = "patient",
    [AL_KIND_COMMAND] = "command",
    [AL_KIND_MODEL] = "model",
    [AL_KIND_CHOICE] = "choice",
};

static char *
range_text (double low, double high)
{
  g_autofree char *from = isfinite (low) ? al_number_text (low, AL_NUMBER_DIGITS) : g_strdup ("");
  g_autofree char *to = isfinite (high) ? al_number_text (high, AL_NUMBER_DIGITS) : g_strdup ("");

  return isnan (low) && isnan (high) ? g_strdup ("") : g_strdup_printf ("%s .. %s", from, to);
}

static void
add_parameter_row (AlTable *table, AlParameter parameter)
{
  const AlParameterInfo *info = al_parameter_get_info (parameter);
  g_autofree char *value = al_parameter_format (parameter, info->default_value);
  g_autofree char *range =
      info->choices != NULL ? g_strdup (info->choices) : range_text (info->minimum, info->maximum);

  al_table_add (table, (const char *[]){info->name, value, range, al_unit_get_text (info->unit),
                                        kind_names[info->kind], _ (info->description), NULL});
}

static void
add_index_row (AlTable *table, AlIndex index)
{
  const AlIndexInfo *info = al_index_get_info (index);
  g_autofree char *range = range_text (info->normal_low, info->normal_high);

  al_table_add (table, (const char *[]){info->key, "", range, al_unit_get_text (info->unit), "",
                                        _ (info->description), NULL});
}

static void
add_signal_row (AlTable *table, AlSignal signal)
{
  const AlSignalInfo *info = al_signal_get_info (signal);

  al_table_add (table, (const char *[]){info->key, "", "", al_unit_get_text (info->unit), "",
                                        _ (info->label), NULL});
}

static char *
parameters_text (void)
{
  g_autoptr (AlTable) table = al_table_new ("lrllll");

  al_table_add_line (
      table, _ ("PARAMETERS, for --set and --at: name, default, range, unit, kind, meaning"));
  for (guint i = 0; i < AL_N_PARAMETERS; i++)
    add_parameter_row (table, (AlParameter) i);
  al_table_add_line (table, "");
  al_table_add_line (table, _ ("INDICES of a beat: key, normal range, unit, meaning"));
  for (guint i = 0; i < AL_N_INDICES; i++)
    add_index_row (table, (AlIndex) i);
  al_table_add_line (table, "");
  al_table_add_line (table, _ ("SIGNALS of a trace: column, unit, meaning"));
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    add_signal_row (table, (AlSignal) i);
  return al_table_to_text (table);
}

static void
add_choices (AlJson *json, const char *choices)
{
  g_auto (GStrv) words = g_strsplit (choices, "|", -1);

  al_json_begin_array (json, "choices");
  for (guint i = 0; words[i] != NULL; i++)
    al_json_string (json, NULL, words[i]);
  al_json_end_array (json);
}

static void
add_parameter (AlJson *json, AlParameter parameter)
{
  const AlParameterInfo *info = al_parameter_get_info (parameter);
  g_autofree char *word = al_parameter_format (parameter, info->default_value);

  al_json_begin_object (json, NULL);
  al_json_string (json, "name", info->name);
  al_json_string (json, "symbol", info->symbol);
  al_json_string (json, "unit", info->unit);
  al_json_string (json, "kind", kind_names[info->kind]);
  if (info->choices != NULL) {
    al_json_string (json, "default", word);
    add_choices (json, info->choices);
  } else {
    al_json_number (json, "default", info->default_value);
    al_json_number (json, "minimum", info->minimum);
    al_json_number (json, "maximum", info->maximum);
  }
  al_json_string (json, "description", info->description);
  al_json_string (json, "source", info->source);
  al_json_end_object (json);
}

static void
add_index (AlJson *json, AlIndex index)
{
  const AlIndexInfo *info = al_index_get_info (index);

  al_json_begin_object (json, NULL);
  al_json_string (json, "key", info->key);
  al_json_string (json, "label", info->label);
  al_json_string (json, "unit", info->unit);
  al_json_number (json, "normal_low", info->normal_low);
  al_json_number (json, "normal_high", info->normal_high);
  al_json_string (json, "description", info->description);
  al_json_end_object (json);
}

static void
add_signal (AlJson *json, AlSignal signal)
{
  const AlSignalInfo *info = al_signal_get_info (signal);

  al_json_begin_object (json, NULL);
  al_json_string (json, "key", info->key);
  al_json_string (json, "label", info->label);
  al_json_string (json, "unit", info->unit);
  al_json_end_object (json);
}

/* In the language of the sources in every locale: programs read it. */
static char *
parameters_json (void)
{
  g_autoptr (AlJson) json = al_json_new ();

  al_json_begin_object (json, NULL);
  al_json_string (json, "version", PACKAGE_VERSION);
  al_json_begin_array (json, "parameters");
  for (guint i = 0; i < AL_N_PARAMETERS; i++)
    add_parameter (json, (AlParameter) i);
  al_json_end_array (json);
  al_json_begin_array (json, "indices");
  for (guint i = 0; i < AL_N_INDICES; i++)
    add_index (json, (AlIndex) i);
  al_json_end_array (json);
  al_json_begin_array (json, "signals");
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    add_signal (json, (AlSignal) i);
  al_json_end_array (json);
  al_json_end_object (json);
  return g_strdup_printf ("%s\n", al_json_get_text (json));
}

static char *
list_in (Format format)
{
  if (format == FORMAT_JSON)
    return parameters_json ();
  return format == FORMAT_MARKDOWN ? al_reference_to_markdown () : parameters_text ();
}

/**
 * al_command_parameters:
 * @argv: `parameters` and its options
 *
 * Lists every parameter, index and signal; see `parameters --help`.
 *
 * Returns: the exit status
 */
int
al_command_parameters (char **argv)
{
  g_autofree char *list = NULL;
  guint chosen = 0;

  if (!al_cli_parse_format (argv, N_ ("Lists every setting, index and signal of the model."),
                            &formats, &chosen))
    return AL_EXIT_USAGE;
  list = list_in ((Format) chosen);
  return al_cli_print (list);
}
