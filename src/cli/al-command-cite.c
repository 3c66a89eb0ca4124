/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-citation.h"
#include "al-cli.h"
#include "al-suggest.h"

#include <glib/gi18n.h>

/* In the order of AlCitationFormat. */
static const char *const format_words[] = {"bibtex", "ris", "csl-json", NULL};

typedef struct {
  char *format_name;
  char *out;
  AlCitationFormat format;
} Options;

static GOptionContext *
context_new (Options *options)
{
  const GOptionEntry entries[] = {
      {"format", 0, 0, G_OPTION_ARG_STRING, &options->format_name,
       N_ ("bibtex (default), ris or csl-json"), N_ ("FORMAT")},
      {"out", 0, 0, G_OPTION_ARG_FILENAME, &options->out,
       N_ ("Write into a file instead of standard output"), N_ ("FILE")},
      {NULL},
  };
  GOptionContext *context = al_cli_context_new (
      N_ ("[STUDY...]"),
      N_ ("Writes the citations of studies, of all when none is named, for programs that keep "
          "literature.\n"
          "Example: cite iabp-shock-ii danger-shock --format ris --out studies.ris"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static gboolean
read_options (Options *options, char ***argv)
{
  g_autoptr (GOptionContext) context = context_new (options);
  guint chosen = 0;

  if (!al_cli_parse (context, argv) ||
      !al_cli_choose ("--format", options->format_name, format_words, &chosen))
    return FALSE;
  options->format = (AlCitationFormat) chosen;
  return TRUE;
}

static const char *
study_id (guint position, gpointer studies)
{
  g_autoptr (AlStudy) study = g_list_model_get_item (studies, position);

  /* The catalogue keeps the study, and with it the id. */
  return al_study_get_id (study);
}

static void
refuse_study (GListModel *studies, const char *id)
{
  const char *meant = al_suggest (id, g_list_model_get_n_items (studies), study_id, studies);

  if (meant != NULL)
    al_cli_error (_ ("There is no study '%s'; did you mean '%s'? "
                     "'afterload-cli evidence' lists the studies."),
                  id, meant);
  else
    al_cli_error (_ ("There is no study '%s'. 'afterload-cli evidence' lists the studies."), id);
}

/* As they are named; a second record with the same key would be refused by whoever reads it. */
static GListModel *
find_studies (AlEvidence *evidence, char **ids)
{
  g_autoptr (GListStore) found = g_list_store_new (AL_TYPE_STUDY);

  for (guint i = 0; ids[i] != NULL; i++) {
    AlStudy *study = al_evidence_find_study (evidence, ids[i]);

    if (study == NULL) {
      refuse_study (al_evidence_get_studies (evidence), ids[i]);
      return NULL;
    }
    if (!g_list_store_find (found, study, NULL))
      g_list_store_append (found, study);
  }
  return G_LIST_MODEL (g_steal_pointer (&found));
}

static int
write_out (const char *text, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return al_cli_print (text);
  if (g_file_set_contents (path, text, -1, &error))
    return AL_EXIT_OK;
  al_cli_error (_ ("The citations cannot be written: %s."), error->message);
  return AL_EXIT_FAILED;
}

static void
options_clear (Options *options)
{
  g_free (options->format_name);
  g_free (options->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/**
 * al_command_cite:
 * @argv: `cite`, ids of studies, and its options
 *
 * Writes the citations of studies; see `cite --help`.
 *
 * Returns: the exit status
 */
int
al_command_cite (char **argv)
{
  g_auto (Options) options = {0};
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (AlCatalogue) catalogue = NULL;
  g_autoptr (GListModel) studies = NULL;
  g_autofree char *text = NULL;
  AlEvidence *evidence;

  if (!read_options (&options, &arguments))
    return AL_EXIT_USAGE;
  catalogue = al_cli_open_catalogue ();
  evidence = al_catalogue_get_evidence (catalogue);
  studies = arguments[1] != NULL ? find_studies (evidence, arguments + 1)
                                 : g_object_ref (al_evidence_get_studies (evidence));
  if (studies == NULL)
    return AL_EXIT_USAGE;
  text = al_citation_write (studies, options.format);
  return write_out (text, options.out);
}
