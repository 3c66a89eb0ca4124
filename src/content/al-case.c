/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * AlCase:
 *
 * A vignette on the live model, told in nodes that branch and always end in a debrief. It never
 * changes.
 */
G_DEFINE_FINAL_TYPE (AlCase, al_case, G_TYPE_OBJECT)

static void
free_findings (AlCaseNode *node)
{
  for (guint i = 0; i < node->n_findings; i++) {
    g_free (node->findings[i].name);
    g_free (node->findings[i].value);
  }
  g_free (node->findings);
}

static void
free_predictions (AlCaseNode *node)
{
  for (guint i = 0; i < node->n_predictions; i++)
    g_free (node->predictions[i].because);
  g_free (node->predictions);
}

static void
free_options (AlCaseNode *node)
{
  for (guint i = 0; i < node->n_options; i++) {
    g_free (node->options[i].id);
    g_free (node->options[i].text);
    g_free (node->options[i].because);
    g_free (node->options[i].change.commands);
    g_free (node->options[i].to);
  }
  g_free (node->options);
}

static void
free_evidence (AlCaseNode *node)
{
  for (guint i = 0; i < node->n_evidence; i++) {
    g_free (node->evidence[i].id);
    g_free (node->evidence[i].note);
  }
  g_free (node->evidence);
}

static void
free_node (gpointer data)
{
  AlCaseNode *node = data;

  free_findings (node);
  free_predictions (node);
  free_options (node);
  free_evidence (node);
  g_free (node->id);
  g_free (node->title);
  g_strfreev (node->paragraphs);
  g_clear_pointer (&node->scenario, al_scenario_free);
  g_clear_object (&node->patient);
  g_strfreev (node->look_for);
  g_free (node->change.commands);
  g_strfreev (node->explanation);
  g_strfreev (node->points);
  g_strfreev (node->cannot_tell);
  g_free (node->to);
  g_free (node);
}

static void
al_case_finalize (GObject *object)
{
  AlCase *self = AL_CASE (object);

  g_free (self->file_name);
  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->author);
  g_free (self->licence);
  g_strfreev (self->objectives);
  g_free (self->start);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->nodes);
  G_OBJECT_CLASS (al_case_parent_class)->finalize (object);
}

static void
al_case_class_init (AlCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_case_finalize;
}

static void
al_case_init (AlCase *self)
{
  self->nodes = g_ptr_array_new_with_free_func (free_node);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * al_case_get_id:
 * @self: a case
 *
 * Returns: (transfer none): the name in files and on the command line
 */
const char *
al_case_get_id (AlCase *self)
{
  return self->id;
}

/**
 * al_case_get_version:
 * @self: a case
 *
 * Returns: (transfer none): the version of its content, such as 1.0
 */
const char *
al_case_get_version (AlCase *self)
{
  return self->version;
}

/**
 * al_case_get_title:
 * @self: a case
 *
 * Returns: (transfer none): what a list of cases shows, in the language of the person
 */
const char *
al_case_get_title (AlCase *self)
{
  return self->title;
}

/**
 * al_case_get_summary:
 * @self: a case
 *
 * Returns: (transfer none): what it is about without giving the answer away
 */
const char *
al_case_get_summary (AlCase *self)
{
  return self->summary;
}

/**
 * al_case_get_author:
 * @self: a case
 *
 * Returns: (transfer none): who wrote it, several names joined by commas
 */
const char *
al_case_get_author (AlCase *self)
{
  return self->author;
}

/**
 * al_case_get_licence:
 * @self: a case
 *
 * Returns: (transfer none): an SPDX licence expression
 */
const char *
al_case_get_licence (AlCase *self)
{
  return self->licence;
}

/**
 * al_case_get_difficulty:
 * @self: a case
 *
 * Returns: from 1, first contact, to 4, where experts disagree
 */
guint
al_case_get_difficulty (AlCase *self)
{
  return self->difficulty;
}

/**
 * al_case_get_minutes:
 * @self: a case
 *
 * Returns: how long it takes, about, in minutes
 */
guint
al_case_get_minutes (AlCase *self)
{
  return self->minutes;
}

/**
 * al_case_get_support:
 * @self: a case
 *
 * Returns: how much help it gives
 */
AlCaseSupport
al_case_get_support (AlCase *self)
{
  return self->support;
}

/**
 * al_case_get_objectives:
 * @self: a case
 *
 * Returns: (transfer none): what a person can do afterwards, %NULL-terminated
 */
const char *const *
al_case_get_objectives (AlCase *self)
{
  return (const char *const *) self->objectives;
}

/**
 * al_case_get_file_name:
 * @self: a case
 *
 * Returns: (transfer none): what its file is called in messages
 */
const char *
al_case_get_file_name (AlCase *self)
{
  return self->file_name;
}

/**
 * al_case_get_n_nodes:
 * @self: a case
 *
 * Returns: how many nodes it has, over all paths
 */
guint
al_case_get_n_nodes (AlCase *self)
{
  return self->nodes->len;
}

/**
 * al_case_get_node:
 * @self: a case
 * @index: below al_case_get_n_nodes()
 *
 * Returns: (transfer none): a node, in the order of the file
 */
const AlCaseNode *
al_case_get_node (AlCase *self, guint index)
{
  g_return_val_if_fail (index < self->nodes->len, NULL);
  return g_ptr_array_index (self->nodes, index);
}

/**
 * al_case_find_node:
 * @self: a case
 * @id: the id of a node
 *
 * Returns: (transfer none) (nullable): the node
 */
const AlCaseNode *
al_case_find_node (AlCase *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/**
 * al_case_get_start:
 * @self: a case
 *
 * Returns: (transfer none): the node at which it begins
 */
const AlCaseNode *
al_case_get_start (AlCase *self)
{
  return al_case_find_node (self, self->start);
}

/**
 * al_trend_of:
 * @before: a value
 * @after: the same index later
 * @margin: a smaller change than this is none
 *
 * Where an index went. What is undefined on one side went nowhere.
 *
 * Returns: up, down or the same
 */
AlTrend
al_trend_of (double before, double after, double margin)
{
  double change = after - before;

  if (isnan (change) || fabs (change) < margin)
    return AL_TREND_SAME;
  return change > 0 ? AL_TREND_UP : AL_TREND_DOWN;
}

/**
 * al_trend_get_label:
 * @trend: where an index goes
 *
 * Returns: (transfer none): that in a word, in the language of the person
 */
const char *
al_trend_get_label (AlTrend trend)
{
  switch (trend) {
  case AL_TREND_DOWN:
    return C_ ("trend", "Down");
  case AL_TREND_UP:
    return C_ ("trend", "Up");
  case AL_TREND_SAME:
  default:
    return C_ ("trend", "No change");
  }
}
