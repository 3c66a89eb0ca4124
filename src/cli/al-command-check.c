/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-content-check.h"

#include <glib/gi18n.h>

static int
print_messages (char **messages)
{
  g_autofree char *text = NULL;

  if (messages == NULL || messages[0] == NULL)
    return AL_EXIT_OK;
  text = g_strjoinv ("\n", messages);
  g_printerr ("%s\n", text);
  return AL_EXIT_FAILED;
}

/**
 * al_command_check:
 * @argv: `check`, its options, files and folders
 *
 * Checks content files; each error is a line `FILE:LINE: error: sentence` on standard error.
 *
 * Returns: the exit status
 */
int
al_command_check (char **argv)
{
  gboolean run_model = FALSE;
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_auto (GStrv) messages = NULL;
  g_autoptr (GOptionContext) context = al_cli_context_new (
      N_ ("FILE|FOLDER..."), N_ ("Checks content files and all in a folder. Each error is a line\n"
                                 "FILE:LINE: error: sentence, and the exit status is then 1."));
  const GOptionEntry entries[] = {
      {"run-model", 0, 0, G_OPTION_ARG_NONE, &run_model,
       N_ ("Let the model confirm every prediction of a case (takes seconds)"), NULL},
      {NULL},
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!al_cli_parse (context, &arguments))
    return AL_EXIT_USAGE;
  if (arguments[1] == NULL) {
    al_cli_error (_ ("Name the files or folders to check."));
    return AL_EXIT_USAGE;
  }
  messages =
      al_content_check_paths ((const char *const *) arguments + 1,
                              run_model ? AL_CONTENT_CHECK_MODEL : AL_CONTENT_CHECK_NONE, NULL);
  return print_messages (messages);
}
