/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-json.h"
#include "al-number.h"
#include "al-table.h"
#include "al-unit.h"
#include "al-validation.h"

#include <glib/gi18n.h>

static const char *const formats[] = {"text", "json", NULL};

typedef enum {
  FORMAT_TEXT,
  FORMAT_JSON,
} Format;

typedef struct {
  char *format;
  char *rows;
  gboolean strict;
} Options;

/* How many results there are of each verdict. */
typedef struct {
  guint all;
  guint passed;
  guint failed;
  guint not_run;
} Counts;

/* Of the printed table, or of the rows that are reported beside it. */
static Counts
count (GPtrArray *results, gboolean further)
{
  Counts counts = {0};

  for (guint i = 0; i < results->len; i++) {
    const AlValidationResult *result = g_ptr_array_index (results, i);

    if (result->row->further != further)
      continue;
    counts.all++;
    counts.passed += result->verdict == AL_VALIDATION_PASS;
    counts.failed += result->verdict == AL_VALIDATION_FAIL;
    counts.not_run += result->verdict == AL_VALIDATION_NOT_RUN;
  }
  return counts;
}

static gboolean
any_failed (GPtrArray *results)
{
  return count (results, FALSE).failed + count (results, TRUE).failed > 0;
}

static void
add_counts (AlJson *json, const Counts *counts)
{
  al_json_integer (json, "passed", counts->passed);
  al_json_integer (json, "failed", counts->failed);
  al_json_integer (json, "not_run", counts->not_run);
}

/* Why a row is out of band, as far as that is known. */
static const char *
limit_title (const AlValidation *validation, const AlValidationResult *result)
{
  const AlValidationLimit *limit = NULL;

  if (result->verdict == AL_VALIDATION_FAIL)
    limit = al_validation_find_limit_of_row (validation, result->row->id);
  return limit != NULL ? limit->title : NULL;
}

static void
add_result (AlJson *json, const AlValidation *validation, const AlValidationResult *result)
{
  const AlValidationRow *row = result->row;

  al_json_begin_object (json, NULL);
  al_json_string (json, "id", row->id);
  al_json_string (json, "group", row->group);
  al_json_string (json, "variable", row->variable);
  al_json_string (json, "unit", row->unit);
  al_json_string (json, "published", row->published);
  al_json_string (json, "source", row->source);
  al_json_string (json, "status", al_validation_status_get_id (row->status));
  al_json_number (json, "value", result->value);
  al_json_number (json, "low", row->low);
  al_json_number (json, "high", row->high);
  if (result->verdict == AL_VALIDATION_NOT_RUN)
    al_json_null (json, "pass");
  else
    al_json_boolean (json, "pass", result->verdict == AL_VALIDATION_PASS);
  al_json_string (json, "reason", result->reason);
  al_json_boolean (json, "further", row->further);
  al_json_string (json, "known_limit", limit_title (validation, result));
  al_json_end_object (json);
}

static char *
results_json (const AlValidation *validation, GPtrArray *results)
{
  const Counts printed = count (results, FALSE), further = count (results, TRUE);
  g_autoptr (AlJson) json = al_json_new ();

  al_json_begin_object (json, NULL);
  al_json_string (json, "version", PACKAGE_VERSION);
  al_json_begin_array (json, "rows");
  for (guint i = 0; i < results->len; i++)
    add_result (json, validation, g_ptr_array_index (results, i));
  al_json_end_array (json);
  add_counts (json, &printed);
  al_json_begin_object (json, "further");
  add_counts (json, &further);
  al_json_end_object (json);
  al_json_end_object (json);
  return g_strdup_printf ("%s\n", al_json_get_text (json));
}

static const char *
verdict_text (AlValidationVerdict verdict)
{
  if (verdict == AL_VALIDATION_PASS)
    return _ ("in");
  return verdict == AL_VALIDATION_FAIL ? _ ("OUT") : _ ("not run");
}

/* What was published; behind it, in brackets, why it was not run or not met. */
static char *
published_text (const AlValidation *validation, const AlValidationResult *result)
{
  const char *limit = limit_title (validation, result);

  if (result->reason != NULL)
    return g_strdup_printf ("[%s]", result->reason);
  if (limit != NULL)
    return g_strdup_printf ("%s [%s]", result->row->published, limit);
  return g_strdup (result->row->published);
}

static void
add_row (AlTable *table, const AlValidation *validation, const AlValidationResult *result)
{
  const AlValidationRow *row = result->row;
  g_autofree char *value = al_number_four_digits (result->value);
  g_autofree char *low = al_number_text (row->low, AL_NUMBER_DIGITS);
  g_autofree char *high = al_number_text (row->high, AL_NUMBER_DIGITS);
  g_autofree char *band = g_strdup_printf ("%s .. %s", low, high);
  g_autofree char *published = published_text (validation, result);

  al_table_add (table,
                (const char *[]){row->id, verdict_text (result->verdict), value, band,
                                 al_unit_get_text (row->unit), row->variable, published, NULL});
}

static void
add_summary (AlTable *table, GPtrArray *results)
{
  const Counts printed = count (results, FALSE), further = count (results, TRUE);
  g_autofree char *table_line =
      g_strdup_printf (_ ("%u of %u printed rows in band, %u out of band, %u not run"),
                       printed.passed, printed.all, printed.failed, printed.not_run);
  g_autofree char *further_line =
      g_strdup_printf (_ ("%u of %u further rows in band, %u out of band, %u not run"),
                       further.passed, further.all, further.failed, further.not_run);

  al_table_add_line (table, "");
  if (printed.all > 0)
    al_table_add_line (table, table_line);
  if (further.all > 0)
    al_table_add_line (table, further_line);
}

static char *
results_text (const AlValidation *validation, GPtrArray *results)
{
  g_autoptr (AlTable) table = al_table_new ("llrrlll");
  const char *group = NULL;

  al_table_add (table, (const char *[]){_ ("ROW"), "", _ ("MODEL"), _ ("BAND"), _ ("UNIT"),
                                        _ ("WHAT"), _ ("PUBLISHED"), NULL});
  for (guint i = 0; i < results->len; i++) {
    const AlValidationResult *result = g_ptr_array_index (results, i);
    if (group != result->row->group) {
      al_table_add_line (table, "");
      al_table_add_line (table, result->row->group);
      group = result->row->group;
    }
    add_row (table, validation, result);
  }
  add_summary (table, results);
  return al_table_to_text (table);
}

static gboolean
all_known (const AlValidation *validation, char **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++) {
    if (al_validation_find_row (validation, g_strstrip (ids[i])) == NULL) {
      al_cli_error (_ ("There is no row '%s'. 'afterload-cli validate' prints them all."), ids[i]);
      return FALSE;
    }
  }
  return TRUE;
}

static int
validate (const AlValidation *validation, const Options *options, Format format, char **ids)
{
  g_autoptr (AlCatalogue) catalogue = al_cli_open_catalogue ();
  const AlValidationTask task = {.catalogue = catalogue, .ids = (const char *const *) ids};
  g_autoptr (GPtrArray) results = al_validation_run (validation, &task, NULL);
  g_autofree char *text = format == FORMAT_JSON ? results_json (validation, results)
                                                : results_text (validation, results);
  int status = al_cli_print (text);

  if (status == AL_EXIT_OK && options->strict && any_failed (results))
    return AL_EXIT_FAILED;
  return status;
}

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_options (Options *options, char ***argv, Format *format)
{
  g_autoptr (GOptionContext) context = al_cli_context_new (
      NULL, N_ ("Runs the model against published measurements. Each row has an acceptance band "
                "that was\n"
                "written down beforehand. A row out of band is a finding, not an error."));
  const GOptionEntry entries[] = {
      {"format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_ ("text (default) or json"),
       N_ ("FORMAT")},
      {"rows", 0, 0, G_OPTION_ARG_STRING, &options->rows, N_ ("Only these rows"), N_ ("ID,ID,...")},
      {"strict", 0, 0, G_OPTION_ARG_NONE, &options->strict,
       N_ ("End with status 1 when a row is out of band"), NULL},
      {NULL},
  };
  guint chosen = 0;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!al_cli_parse (context, argv) || !al_cli_refuse_rest (*argv) ||
      !al_cli_choose ("--format", options->format, formats, &chosen))
    return FALSE;
  *format = (Format) chosen;
  return TRUE;
}

/**
 * al_command_validate:
 * @argv: `validate` and its options
 *
 * Compares the model with published measurements; see `validate --help`.
 *
 * Returns: the exit status
 */
int
al_command_validate (char **argv)
{
  g_auto (Options) options = {0};
  g_auto (GStrv) arguments = g_strdupv (argv), ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlValidation) validation = NULL;
  Format format = FORMAT_TEXT;

  if (!read_options (&options, &arguments, &format))
    return AL_EXIT_USAGE;
  validation = al_validation_new (&error);
  if (validation == NULL) {
    g_printerr ("%s\n", error->message);
    return AL_EXIT_FAILED;
  }
  ids = options.rows != NULL ? g_strsplit (options.rows, ",", -1) : NULL;
  if (!all_known (validation, ids))
    return AL_EXIT_USAGE;
  return validate (validation, &options, format, ids);
}
