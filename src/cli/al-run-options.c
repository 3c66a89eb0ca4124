/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-number.h"
#include "al-run-options.h"

#include <glib/gi18n.h>

#define DEFAULT_BEATS 10

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
  if (al_number_parse (text, seconds) && *seconds >= 0 && *seconds <= AL_RUN_LONGEST_S)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("%s takes 0 to %d seconds, and '%s' is not that"), option, AL_RUN_LONGEST_S,
               text);
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
    g_autofree char *option = NULL;

    if (!apart && !g_str_has_prefix (words[i], "--at=")) {
      g_strv_builder_add (joined, words[i]);
      continue;
    }
    if (words[i + 1] == NULL || (apart && words[i + 2] == NULL)) {
      al_cli_error (
          _ ("--at takes two words, SECONDS and NAME=VALUE, such as '--at 30 iabp.on=on'."));
      return FALSE;
    }
    option = apart ? g_strdup_printf ("--at=%s %s", words[i + 1], words[i + 2])
                   : g_strdup_printf ("%s %s", words[i], words[i + 1]);
    g_strv_builder_add (joined, option);
    i += apart ? 2 : 1;
  }
  *argv = g_strv_builder_end (joined);
  return TRUE;
}
