/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-table.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#define PROGRAM "afterload-cli"

typedef struct {
  const char *name;
  int (*run) (char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
    {"parameters", al_command_parameters, N_ ("List every setting, index and signal of the model")},
    {"patients", al_command_patients, N_ ("List the patients")},
    {"presets", al_command_presets, N_ ("List the presets: a patient with devices")},
    {"cases", al_command_cases, N_ ("List the cases")},
    {"evidence", al_command_evidence, N_ ("List the claims, the studies and the forest plots")},
    {"cite", al_command_cite,
     N_ ("Write the citations of studies for programs that keep literature")},
    {"simulate", al_command_simulate, N_ ("Run the model and print the indices of its beats")},
    {"render", al_command_render, N_ ("Run the model and draw it into a file")},
    {"check", al_command_check, N_ ("Check content files and say what is wrong where")},
    {"validate", al_command_validate, N_ ("Compare the model with published measurements")},
    {"bench", al_command_bench, N_ ("Measure how fast the model is")},
};

/**
 * al_cli_error:
 * @format: a sentence, with printf() placeholders
 *
 * Says on standard error what is wrong.
 */
void
al_cli_error (const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, PROGRAM ": %s\n", sentence);
}

/**
 * al_cli_print:
 * @text: what a command gives
 *
 * Writes to standard output, as UTF-8 in every locale.
 *
 * Returns: %AL_EXIT_OK, or %AL_EXIT_FAILED when it could not be written
 */
int
al_cli_print (const char *text)
{
  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return AL_EXIT_OK;
  al_cli_error (_ ("The result could not be written to standard output."));
  return AL_EXIT_FAILED;
}

/**
 * al_cli_context_new:
 * @arguments: (nullable): what follows the options in the line of usage
 * @summary: untranslated sentence that the help begins with
 *
 * Returns: (transfer full): a parser for the options of a command
 */
GOptionContext *
al_cli_context_new (const char *arguments, const char *summary)
{
  GOptionContext *context = g_option_context_new (arguments);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  return context;
}

/**
 * al_cli_parse:
 * @context: the options of a command
 * @argv: (inout): its arguments, afterwards those that are left; a vector of its own
 *
 * Reads the options. `--help` prints and ends the program.
 *
 * Returns: whether they can be understood; if not, it has been said
 */
gboolean
al_cli_parse (GOptionContext *context, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf (PROGRAM " %s", (*argv)[0]);

  g_set_prgname (name);
  if (g_option_context_parse_strv (context, argv, &error))
    return TRUE;
  al_cli_error (_ ("%s. '%s --help' explains the options."), error->message, name);
  return FALSE;
}

/**
 * al_cli_refuse_rest:
 * @argv: what al_cli_parse() left
 *
 * Refuses arguments that are no options.
 *
 * Returns: whether there are none; if there are, it has been said
 */
gboolean
al_cli_refuse_rest (char **argv)
{
  if (argv[1] == NULL)
    return TRUE;
  al_cli_error (_ ("'%s' is not expected here. '%s --help' explains the options."), argv[1],
                g_get_prgname ());
  return FALSE;
}

/**
 * al_cli_choose:
 * @option: the option, such as `--format`
 * @word: (nullable): what was given with it
 * @words: %NULL-terminated choices; the first one is taken when @word is %NULL
 * @chosen: (out): which
 *
 * Reads an option that is one of some words.
 *
 * Returns: whether it is one of them; if not, it has been said
 */
gboolean
al_cli_choose (const char *option, const char *word, const char *const *words, guint *chosen)
{
  g_autofree char *list = NULL;

  *chosen = 0;
  for (guint i = 0; words[i] != NULL; i++) {
    if (word == NULL || g_str_equal (words[i], word)) {
      *chosen = i;
      return TRUE;
    }
  }
  list = g_strjoinv (", ", (char **) words);
  al_cli_error (_ ("%s is one of %s; '%s' is not."), option, list, word);
  return FALSE;
}

/**
 * al_cli_parse_format:
 * @argv: a command whose only option is its format
 * @summary: untranslated sentence that the help begins with
 * @formats: the formats
 * @chosen: (out): which
 *
 * Reads `--format` and refuses all else.
 *
 * Returns: whether it can be understood; if not, it has been said
 */
gboolean
al_cli_parse_format (char **argv, const char *summary, const AlCliFormats *formats, guint *chosen)
{
  g_autofree char *format = NULL;
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (GOptionContext) context = al_cli_context_new (NULL, summary);
  const GOptionEntry entries[] = {
      {"format", 0, 0, G_OPTION_ARG_STRING, &format, formats->help, N_ ("FORMAT")},
      {NULL},
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return al_cli_parse (context, &arguments) && al_cli_refuse_rest (arguments) &&
         al_cli_choose ("--format", format, formats->words, chosen);
}

/**
 * al_cli_open_catalogue:
 *
 * Opens the built-in content and the files of the user. A file that cannot be used is named on
 * standard error and left out.
 *
 * Returns: (transfer full): the catalogue
 */
AlCatalogue *
al_cli_open_catalogue (void)
{
  g_autofree char *folder = al_catalogue_dup_default_folder ();
  AlCatalogue *catalogue = al_catalogue_new (folder);
  const char *const *problems = al_catalogue_get_problems (catalogue);

  for (guint i = 0; problems[i] != NULL; i++)
    fprintf (stderr, "%s\n", problems[i]);
  return catalogue;
}

static char *
help_text (void)
{
  g_autoptr (AlTable) table = al_table_new ("ll");
  g_autofree char *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *name = g_strdup_printf ("  %s", commands[i].name);
    al_table_add (table, (const char *[]){name, _ (commands[i].summary), NULL});
  }
  list = al_table_to_text (table);
  return g_strdup_printf (
      _ ("Usage:\n"
         "  %s COMMAND [OPTION...]\n"
         "\n"
         "A beating model of the failing heart with a balloon pump and VA-ECMO.\n"
         "A teaching model. Not for patient care.\n"
         "\n"
         "Commands:\n"
         "%s"
         "\n"
         "'%s COMMAND --help' explains a command; '%s --version' prints the version.\n"),
      PROGRAM, list, PROGRAM, PROGRAM);
}

static int
print_help (void)
{
  g_autofree char *text = help_text ();

  return al_cli_print (text);
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  }
  return NULL;
}

static int
run (char **argv)
{
  const Command *command;

  if (argv[0] == NULL) {
    al_cli_error (_ ("Which command? '%s --help' lists them."), PROGRAM);
    return AL_EXIT_USAGE;
  }
  if (g_str_equal (argv[0], "--help") || g_str_equal (argv[0], "-h") ||
      g_str_equal (argv[0], "help"))
    return print_help ();
  if (g_str_equal (argv[0], "--version"))
    return al_cli_print (PROGRAM " " PACKAGE_VERSION "\n");
  command = find_command (argv[0]);
  if (command != NULL)
    return command->run (argv);
  al_cli_error (_ ("There is no command '%s'. '%s --help' lists the commands."), argv[0], PROGRAM);
  return AL_EXIT_USAGE;
}

static void
set_up_translations (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * al_cli_main:
 * @argc: count of @argv
 * @argv: the arguments of the program
 *
 * Runs the command that the arguments name.
 *
 * Returns: the exit status of the program
 */
int
al_cli_main (int argc, char **argv)
{
  set_up_translations ();
  g_set_prgname (PROGRAM);
  return run (argc > 0 ? argv + 1 : argv);
}
