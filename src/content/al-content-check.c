/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-model.h"
#include "al-case-private.h"
#include "al-case-run.h"
#include "al-catalogue-private.h"
#include "al-content-check.h"
#include "al-unit.h"
#include "al-xml.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * Checks files as an author needs it: what reading them can tell, and on demand whether the model
 * does what they say it does.
 */

typedef struct {
  AlCase *content;
  GPtrArray *messages;
  GHashTable *seen; /* node and settings that were looked at already */
  GCancellable *cancellable;
} Tour;

static void
add_message (Tour *tour, int line, const char *sentence)
{
  g_autofree char *message =
      g_strdup_printf ("%s:%d: error: %s", al_case_get_file_name (tour->content), line, sentence);

  /* The same step on several paths says the same several times. */
  if (!g_ptr_array_find_with_equal_func (tour->messages, message, g_str_equal, NULL))
    g_ptr_array_add (tour->messages, g_steal_pointer (&message));
}

static void
check_finding (Tour *tour, const AlCaseFinding *finding, const AlIndices *indices)
{
  const AlIndexInfo *info = al_index_get_info ((AlIndex) finding->index);
  const char *unit = al_unit_get_text (info->unit);
  double value = indices->value[finding->index];
  g_autofree char *sentence = NULL;

  if (fabs (value - finding->number) <= finding->within)
    return;
  sentence = g_strdup_printf (_ ("the finding says %s %.4g %s, but the model gives %.4g %s"),
                              info->key, finding->number, unit, value, unit);
  add_message (tour, finding->line, sentence);
}

static void
check_findings (Tour *tour, const AlCaseNode *node, const AlIndices *indices)
{
  for (guint i = 0; i < node->n_findings; i++) {
    if (node->findings[i].index >= 0)
      check_finding (tour, &node->findings[i], indices);
  }
}

static void
check_prediction (Tour *tour, const AlCasePrediction *prediction, const AlIndices *before,
                  const AlIndices *after)
{
  const AlIndexInfo *info = al_index_get_info (prediction->index);
  double from = before->value[prediction->index], to = after->value[prediction->index];
  AlTrend trend = al_trend_of (from, to, prediction->margin);
  g_autofree char *sentence = NULL;

  if (isnan (from) || isnan (to))
    sentence = g_strdup_printf (_ ("the model does not compute %s, so it cannot be asked here"),
                                info->key);
  else if (trend != prediction->answer)
    sentence = g_strdup_printf (
        _ ("the answer for %s is \"%s\", but the model goes from %.4g to %.4g %s (margin %.4g)"),
        info->key, al_trend_get_label (prediction->answer), from, to, al_unit_get_text (info->unit),
        prediction->margin);
  if (sentence != NULL)
    add_message (tour, prediction->line, sentence);
}

static gboolean
has_model_findings (const AlCaseNode *node)
{
  for (guint i = 0; i < node->n_findings; i++) {
    if (node->findings[i].index >= 0)
      return TRUE;
  }
  return FALSE;
}

/* Runs the model at this node, with the change that was just made there, if any. */
static void
check_node (Tour *tour, AlCaseRun *run)
{
  const AlCaseNode *node = al_case_run_get_node (run);
  const AlCaseChange *change = al_case_run_get_change (run);
  g_autoptr (AlScenario) scenario = al_case_run_dup_scenario (run, al_case_run_get_position (run));
  AlIndices before, after;

  if (node->scenario == NULL && change == NULL && !has_model_findings (node))
    return;
  if (!al_case_model_run (scenario, change, &before, &after)) {
    add_message (tour, node->line, _ ("the model cannot be run with these settings"));
    return;
  }
  check_findings (tour, node, &before);
  for (guint i = 0; i < node->n_predictions; i++)
    check_prediction (tour, &node->predictions[i], &before, &after);
}

/* Whether this node was not yet looked at with a patient who stands like this. */
static gboolean
is_new_state (Tour *tour, AlCaseRun *run)
{
  g_autoptr (AlScenario) scenario = al_case_run_dup_scenario (run, al_case_run_get_position (run));
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  AlSettings settings;

  al_scenario_get_settings (scenario, &settings);
  g_checksum_update (checksum, (const guchar *) &settings, sizeof settings);
  g_checksum_update (checksum, (const guchar *) al_case_run_get_node (run)->id, -1);
  return g_hash_table_add (tour->seen, g_strdup (g_checksum_get_string (checksum)));
}

static void tour_from (Tour *tour, AlCaseRun *run);

static void
tour_on (Tour *tour, AlCaseRun *run)
{
  check_node (tour, run);
  if (!al_case_run_continue (run))
    return;
  tour_from (tour, run);
  al_case_run_go_back (run);
}

static void
answer_as_the_author (AlCaseRun *run)
{
  const AlCaseNode *node = al_case_run_get_node (run);

  for (guint i = 0; i < node->n_predictions; i++)
    al_case_run_predict (run, i, node->predictions[i].answer);
  al_case_run_reveal (run);
}

static void
tour_from (Tour *tour, AlCaseRun *run)
{
  const AlCaseNode *node = al_case_run_get_node (run);

  if (g_cancellable_is_cancelled (tour->cancellable) || !is_new_state (tour, run))
    return;
  answer_as_the_author (run);
  if (node->n_options == 0)
    tour_on (tour, run);
  for (guint i = 0; i < node->n_options; i++) {
    al_case_run_choose (run, i);
    tour_on (tour, run);
  }
}

static void
check_with_model (AlCase *content, GPtrArray *messages, GCancellable *cancellable)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AlCaseRun) run = al_case_run_new (content);
  Tour tour = {.content = content, .messages = messages, .seen = seen, .cancellable = cancellable};

  tour_from (&tour, run);
}

static gboolean
is_from (AlCase *content, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++) {
    if (g_str_equal (al_xml_get_file_name (g_ptr_array_index (files, i)),
                     al_case_get_file_name (content)))
      return TRUE;
  }
  return FALSE;
}

static char **
check_files (GPtrArray *files, AlCatalogue *catalogue, AlContentCheckFlags flags,
             GCancellable *cancellable)
{
  GPtrArray *messages = g_ptr_array_new ();
  const char *const *problems = al_catalogue_get_problems (catalogue);
  GListModel *cases = al_catalogue_get_cases (catalogue);

  for (guint i = 0; problems[i] != NULL; i++)
    g_ptr_array_add (messages, g_strdup (problems[i]));
  for (guint i = 0; i < files->len; i++) {
    if (g_strcmp0 (al_xml_get_kind (g_ptr_array_index (files, i)), "case") == 0)
      al_case_check_identity (g_ptr_array_index (files, i), messages);
  }
  for (guint i = 0; i < g_list_model_get_n_items (cases); i++) {
    g_autoptr (AlCase) content = g_list_model_get_item (cases, i);
    if ((flags & AL_CONTENT_CHECK_MODEL) != 0 && is_from (content, files))
      check_with_model (content, messages, cancellable);
  }
  g_ptr_array_add (messages, NULL);
  return (char **) g_ptr_array_free (messages, FALSE);
}

/**
 * al_content_check_paths:
 * @paths: files and folders, %NULL-terminated
 * @flags: how thoroughly
 * @cancellable: (nullable): ends a check with the model early
 *
 * Checks content that may refer to one another and to what is built in. A file with the id of a
 * built-in one stands in its place.
 *
 * Returns: (transfer full): `FILE:LINE: error: sentence` for everything that is wrong,
 *   %NULL-terminated
 */
char **
al_content_check_paths (const char *const *paths, AlContentCheckFlags flags,
                        GCancellable *cancellable)
{
  g_autoptr (GPtrArray) files = al_content_source_paths (paths);
  g_autoptr (GPtrArray) built_in = al_content_source_built_in ();
  g_autoptr (AlCatalogue) catalogue = g_object_new (AL_TYPE_CATALOGUE, NULL);
  const AlContentSource sources[] = {
      {.files = files},
      {.files = built_in, .may_give_way = TRUE},
  };

  al_catalogue_load (catalogue, sources, G_N_ELEMENTS (sources));
  return check_files (files, catalogue, flags, cancellable);
}

/**
 * al_content_check_built_in:
 * @flags: how thoroughly
 * @cancellable: (nullable): ends a check with the model early
 *
 * Checks the content that is part of the program.
 *
 * Returns: (transfer full): as al_content_check_paths()
 */
char **
al_content_check_built_in (AlContentCheckFlags flags, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) files = al_content_source_built_in ();
  g_autoptr (AlCatalogue) catalogue = g_object_new (AL_TYPE_CATALOGUE, NULL);
  const AlContentSource sources[] = {{.files = files}};

  al_catalogue_load (catalogue, sources, G_N_ELEMENTS (sources));
  return check_files (files, catalogue, flags, cancellable);
}
