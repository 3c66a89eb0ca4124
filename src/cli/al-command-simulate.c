/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-report.h"
#include "al-run.h"
#include "al-trace-file.h"

#include <glib/gi18n.h>

static const char *const formats[] = {"json", "csv", NULL};

typedef enum {
  FORMAT_JSON,
  FORMAT_CSV,
} Format;

#define LONGEST_INTERVAL_MS 1000

typedef struct {
  AlRunOptions run;
  char *format;
  char *trace;
  int trace_interval_ms;
} Options;

static GOptionContext *
context_new (Options *options)
{
  const GOptionEntry entries[] = {
      {"format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_ ("json (default) or csv"),
       N_ ("FORMAT")},
      {"trace", 0, 0, G_OPTION_ARG_FILENAME, &options->trace,
       N_ ("Write the signals after settling as comma-separated values"), N_ ("FILE")},
      {"trace-interval-ms", 0, 0, G_OPTION_ARG_INT, &options->trace_interval_ms,
       N_ ("Time from row to row of the trace (default: 1)"), N_ ("N")},
      {NULL},
  };
  GOptionContext *context = al_cli_context_new (
      NULL, N_ ("Settles a patient, runs the model and prints the indices of the last beats.\n"
                "Example: simulate --patient ami-cs --set ecmo.on=on --at 30 iabp.on=on"));

  al_run_options_add_to (&options->run, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static gboolean
read_options (Options *options, char ***argv, Format *format)
{
  g_autoptr (GOptionContext) context = context_new (options);
  guint chosen = 0;

  if (!al_run_options_join_at (argv) || !al_cli_parse (context, argv) ||
      !al_cli_refuse_rest (*argv))
    return FALSE;
  if (!al_cli_choose ("--format", options->format, formats, &chosen))
    return FALSE;
  *format = (Format) chosen;
  if (options->trace_interval_ms >= 1 && options->trace_interval_ms <= LONGEST_INTERVAL_MS)
    return TRUE;
  al_cli_error (_ ("--trace-interval-ms takes 1 to %d milliseconds; %d is not in that range."),
                LONGEST_INTERVAL_MS, options->trace_interval_ms);
  return FALSE;
}

static AlRun *
run_with_trace (const Options *options, const AlRunPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlTraceFile) trace =
      al_trace_file_new (options->trace, (guint) options->trace_interval_ms, &error);
  g_autofree AlRun *run = trace != NULL ? al_run_new (plan, al_trace_file_add, trace) : NULL;

  if (run != NULL && al_trace_file_close (trace, &error))
    return g_steal_pointer (&run);
  if (error != NULL)
    al_cli_error (_ ("The trace cannot be written: %s."), error->message);
  return NULL;
}

static int
simulate (const Options *options, const AlRunPlan *plan, Format format)
{
  g_autofree AlRun *run =
      options->trace != NULL ? run_with_trace (options, plan) : al_run_new (plan, NULL, NULL);
  g_autofree char *report = NULL;

  if (run == NULL)
    return AL_EXIT_FAILED;
  report = format == FORMAT_JSON ? al_report_json (run, plan) : al_report_csv (run);
  return al_cli_print (report);
}

static void
options_clear (Options *options)
{
  al_run_options_clear (&options->run);
  g_free (options->format);
  g_free (options->trace);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/**
 * al_command_simulate:
 * @argv: `simulate` and its options
 *
 * Runs a patient and prints the indices of the last beats; see `simulate --help`.
 *
 * Returns: the exit status
 */
int
al_command_simulate (char **argv)
{
  g_auto (Options) options = {.trace_interval_ms = 1};
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (AlCatalogue) catalogue = NULL;
  g_autoptr (AlRunPlan) plan = NULL;
  Format format = FORMAT_JSON;

  al_run_options_init (&options.run);
  if (!read_options (&options, &arguments, &format))
    return AL_EXIT_USAGE;
  catalogue = al_cli_open_catalogue ();
  plan = al_run_plan_new (&options.run, catalogue);
  return plan != NULL ? simulate (&options, plan, format) : AL_EXIT_USAGE;
}
