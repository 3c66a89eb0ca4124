/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-private.h"
#include "al-reader.h"
#include "al-suggest.h"
#include "al-unit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than a person can choose between or answer; choices are kept as the bits of a number. */
#define MAX_ROWS 32

/* A step of a case is an element named after its kind. */
static const char *const kinds[] = {
    [AL_CASE_PAGE] = "page",     [AL_CASE_SIMULATE] = "simulate", [AL_CASE_PREDICT] = "predict",
    [AL_CASE_DECIDE] = "decide", [AL_CASE_EVIDENCE] = "evidence", [AL_CASE_DEBRIEF] = "debrief",
};

static const char *const supports[] = {
    [AL_CASE_EXAMPLE] = "example",
    [AL_CASE_GUIDED] = "guided",
    [AL_CASE_FREE] = "free",
};

static int
position_of (const char *word, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++) {
    if (g_strcmp0 (word, words[i]) == 0)
      return (int) i;
  }
  return -1;
}

static void
read_change (AlXml *xml, const xmlNode *parent, AlCaseChange *change)
{
  const xmlNode *node = al_xml_child (parent, "change");
  GArray *commands;

  if (node == NULL)
    return;
  commands = g_array_new (FALSE, FALSE, sizeof (AlCommand));
  al_actions_read (xml, node, 0, commands);
  if (commands->len == 0 && !al_xml_failed (xml))
    al_xml_error_at (xml, node, _ ("this change changes nothing"));
  change->n_commands = commands->len;
  change->commands = (AlCommand *) g_array_free (commands, FALSE);
}

static void
explain_index (AlXml *xml, const xmlNode *node, const char *key)
{
  const char *meant = al_suggest_index (key);

  if (meant != NULL)
    al_xml_error_at (xml, node, _ ("there is no index '%s'; did you mean '%s'?"), key, meant);
  else
    al_xml_error_at (
        xml, node, _ ("there is no index '%s'; \"afterload-cli parameters\" lists them all"), key);
}

static gboolean
read_index (AlXml *xml, const xmlNode *node, AlIndex *index)
{
  g_autofree char *key = al_xml_attribute (node, "index");

  if (al_index_find (key, index))
    return TRUE;
  explain_index (xml, node, key);
  return FALSE;
}

static char *
value_with_unit (const char *value, const char *unit)
{
  const char *text = al_unit_get_text (unit);

  return *text != '\0' ? g_strdup_printf ("%s %s", value, text) : g_strdup (value);
}

/* A finding that names an index is a promise about the model, so it needs a number and a tolerance.
 */
static void
read_model_finding (AlXml *xml, const xmlNode *node, AlCaseFinding *finding)
{
  g_autofree char *value = al_xml_attribute (node, "value");
  AlIndex index;

  if (!read_index (xml, node, &index))
    return;
  const AlIndexInfo *info = al_index_get_info (index);
  finding->index = (int) index;
  finding->value = value_with_unit (value, info->unit);
  if (*finding->name == '\0') {
    g_free (finding->name);
    finding->name = g_strdup (g_dgettext (GETTEXT_PACKAGE, info->label));
  }
  al_xml_attribute_double (xml, node, "value", &finding->number);
  if (!al_xml_attribute_double (xml, node, "within", &finding->within) || finding->within <= 0)
    al_xml_error_at (xml, node, _ ("a finding of the model needs 'within', a number above 0"));
}

static void
read_finding (AlXml *xml, const xmlNode *node, AlCaseFinding *finding)
{
  finding->line = al_xml_line (node);
  finding->index = -1;
  finding->name = al_xml_text (node);
  if (xmlHasProp (node, (const xmlChar *) "index") != NULL) {
    read_model_finding (xml, node, finding);
    return;
  }
  g_autofree char *value = al_xml_attribute (node, "value");
  g_autofree char *unit = al_xml_attribute (node, "unit");
  finding->value = value_with_unit (value, unit);
  if (*finding->name == '\0')
    al_xml_error_at (xml, node, _ ("this finding has no name"));
}

static void
read_findings (AlXml *xml, const xmlNode *element, AlCaseNode *node)
{
  guint i = 0;

  node->n_findings = al_xml_count (element, "finding");
  node->findings = g_new0 (AlCaseFinding, node->n_findings);
  for (xmlNode *child = al_xml_child (element, "finding"); child != NULL;
       child = al_xml_next (child, "finding"))
    read_finding (xml, child, &node->findings[i++]);
}

static AlTrend
read_answer (const xmlNode *node)
{
  g_autofree char *answer = al_xml_attribute (node, "answer");

  if (g_strcmp0 (answer, "up") == 0)
    return AL_TREND_UP;
  return g_strcmp0 (answer, "down") == 0 ? AL_TREND_DOWN : AL_TREND_SAME;
}

static void
read_prediction (AlXml *xml, const xmlNode *node, AlCasePrediction *prediction)
{
  read_index (xml, node, &prediction->index);
  prediction->line = al_xml_line (node);
  prediction->answer = read_answer (node);
  prediction->because = al_xml_child_text (node, "because");
  if (al_xml_attribute_double (xml, node, "margin", &prediction->margin) && prediction->margin <= 0)
    al_xml_error_at (xml, node, _ ("the margin must be above 0"));
}

/* Rows are compared with one another, so their number is judged first. */
static gboolean
check_number (AlXml *xml, const xmlNode *element, const char *name)
{
  guint number = al_xml_count (element, name);

  if (number <= MAX_ROWS)
    return TRUE;
  al_xml_error_at (xml, element, _ ("there are %u elements '%s' here; at most %d are read"), number,
                   name, MAX_ROWS);
  return FALSE;
}

static void
check_asked_once (AlXml *xml, const xmlNode *node, const AlCaseNode *step, guint i)
{
  for (guint k = 0; k < i; k++) {
    if (step->predictions[k].index == step->predictions[i].index)
      al_xml_error_at (xml, node, _ ("'%s' is asked twice"),
                       al_index_get_info (step->predictions[i].index)->key);
  }
}

static void
read_predictions (AlXml *xml, const xmlNode *element, AlCaseNode *node)
{
  guint i = 0;

  if (!check_number (xml, element, "prediction"))
    return;
  node->n_predictions = al_xml_count (element, "prediction");
  node->predictions = g_new0 (AlCasePrediction, node->n_predictions);
  for (xmlNode *child = al_xml_child (element, "prediction"); child != NULL;
       child = al_xml_next (child, "prediction")) {
    read_prediction (xml, child, &node->predictions[i]);
    check_asked_once (xml, child, node, i);
    i++;
  }
}

static void
read_option (AlXml *xml, const xmlNode *element, AlCaseOption *option)
{
  g_autofree char *accepted = al_xml_attribute (element, "accepted");

  option->line = al_xml_line (element);
  option->id = al_xml_attribute (element, "id");
  option->text = al_xml_child_text (element, "text");
  option->because = al_xml_child_text (element, "because");
  option->to = al_xml_attribute (element, "to");
  option->accepted = g_strcmp0 (accepted, "yes") == 0;
  read_change (xml, element, &option->change);
}

static void
check_options (AlXml *xml, const xmlNode *element, const AlCaseNode *node)
{
  gboolean any_accepted = FALSE;

  for (guint i = 0; i < node->n_options; i++) {
    any_accepted |= node->options[i].accepted;
    for (guint k = 0; k < i; k++) {
      if (g_str_equal (node->options[k].id, node->options[i].id))
        al_xml_problem (xml, AL_CONTENT_ERROR_MEANING, node->options[i].line,
                        _ ("there are two options '%s' in this step"), node->options[i].id);
    }
  }
  if (node->n_options < 2)
    al_xml_error_at (xml, element, _ ("a decision needs at least two options"));
  if (!any_accepted)
    al_xml_error_at (xml, element, _ ("no option of this decision is an acceptable answer"));
}

static void
read_options (AlXml *xml, const xmlNode *element, AlCaseNode *node)
{
  guint i = 0;

  if (!check_number (xml, element, "option"))
    return;
  node->n_options = al_xml_count (element, "option");
  node->options = g_new0 (AlCaseOption, node->n_options);
  for (xmlNode *child = al_xml_child (element, "option"); child != NULL;
       child = al_xml_next (child, "option"))
    read_option (xml, child, &node->options[i++]);
  check_options (xml, element, node);
}

static void
read_reference (AlXml *xml, const xmlNode *element, AlEvidence *evidence, AlCaseEvidence *reference)
{
  reference->is_claim = al_xml_is (element, "claim");
  reference->id = al_xml_attribute (element, "ref");
  reference->note = al_xml_text (element);
  if (reference->is_claim && al_evidence_find_claim (evidence, reference->id) == NULL)
    al_xml_error_at (xml, element, _ ("there is no claim '%s' in the evidence"), reference->id);
  if (!reference->is_claim && al_evidence_find_study (evidence, reference->id) == NULL)
    al_xml_error_at (xml, element, _ ("there is no study '%s' in the evidence"), reference->id);
}

static void
read_references (AlXml *xml, const xmlNode *element, AlEvidence *evidence, AlCaseNode *node)
{
  guint i = 0;

  node->n_evidence = al_xml_count (element, "claim") + al_xml_count (element, "study");
  node->evidence = g_new0 (AlCaseEvidence, node->n_evidence);
  for (xmlNode *child = al_xml_child (element, NULL); child != NULL;
       child = al_xml_next (child, NULL)) {
    if (al_xml_is (child, "claim") || al_xml_is (child, "study"))
      read_reference (xml, child, evidence, &node->evidence[i++]);
  }
}

static void
read_patient (AlXml *xml, const xmlNode *element, AlCatalogue *catalogue, AlCaseNode *node)
{
  const xmlNode *scenario = al_xml_child (element, "scenario");
  AlPatient *patient = NULL;
  AlSettings settings;

  if (scenario == NULL)
    return;
  node->scenario = al_scenario_read (xml, scenario, catalogue, &patient);
  g_set_object (&node->patient, patient);
  if (node->scenario == NULL) {
    /* The mistake is noted and the case will not load: a stand-in keeps it from being told twice.
     */
    al_settings_init (&settings);
    node->scenario = al_scenario_new (&settings);
  }
}

static AlCaseNode *
read_node (AlXml *xml, const xmlNode *element, AlCatalogue *catalogue)
{
  AlCaseNode *node = g_new0 (AlCaseNode, 1);
  int kind = position_of ((const char *) element->name, kinds, G_N_ELEMENTS (kinds));

  node->kind = (AlCaseNodeKind) kind;
  node->line = al_xml_line (element);
  node->id = al_xml_attribute (element, "id");
  node->to = al_xml_attribute (element, "to");
  node->title = al_xml_child_text (element, "title");
  node->paragraphs = al_xml_child_texts (element, "p");
  node->look_for = al_xml_child_texts (element, "look-for");
  node->explanation = al_xml_child_texts (element, "explain");
  node->points = al_xml_child_texts (element, "point");
  node->cannot_tell = al_xml_child_texts (element, "cannot-tell");
  read_patient (xml, element, catalogue, node);
  read_findings (xml, element, node);
  read_change (xml, element, &node->change);
  read_predictions (xml, element, node);
  if (node->kind == AL_CASE_DECIDE)
    read_options (xml, element, node);
  if (node->kind == AL_CASE_EVIDENCE)
    read_references (xml, element, al_catalogue_get_evidence (catalogue), node);
  return node;
}

static void
read_nodes (AlCase *self, AlXml *xml, AlCatalogue *catalogue)
{
  for (xmlNode *element = al_xml_child (al_xml_get_root (xml), NULL); element != NULL;
       element = al_xml_next (element, NULL)) {
    AlCaseNode *node;

    if (position_of ((const char *) element->name, kinds, G_N_ELEMENTS (kinds)) < 0)
      continue;
    node = read_node (xml, element, catalogue);
    g_ptr_array_add (self->nodes, node);
    if (!g_hash_table_contains (self->by_id, node->id))
      g_hash_table_insert (self->by_id, node->id, node);
    else
      al_xml_error_at (xml, element, _ ("there are two steps '%s'"), node->id);
  }
}

static void
read_head (AlCase *self, AlXml *xml)
{
  const xmlNode *root = al_xml_get_root (xml);
  g_autofree char *support = al_xml_attribute (root, "support");
  g_auto (GStrv) authors = al_xml_child_texts (root, "author");

  self->file_name = g_strdup (al_xml_get_file_name (xml));
  self->id = al_xml_attribute (root, "id");
  self->version = al_xml_attribute (root, "version");
  self->licence = al_xml_attribute (root, "licence");
  self->start = al_xml_attribute (root, "start");
  self->support = (AlCaseSupport) position_of (support, supports, G_N_ELEMENTS (supports));
  al_xml_attribute_uint (xml, root, "difficulty", &self->difficulty);
  al_xml_attribute_uint (xml, root, "minutes", &self->minutes);
  self->title = al_xml_child_text (root, "title");
  self->summary = al_xml_child_text (root, "summary");
  self->author = g_strjoinv (", ", authors);
  self->objectives = al_xml_child_texts (al_xml_child (root, "objectives"), "objective");
}

/**
 * al_case_read:
 * @xml: a case file
 * @catalogue: where patients and evidence are looked up
 *
 * Reads a case; what is wrong is noted in @xml.
 *
 * Returns: (transfer full) (nullable): the case, %NULL when the file cannot be used
 */
AlCase *
al_case_read (AlXml *xml, AlCatalogue *catalogue)
{
  g_autoptr (AlCase) self = NULL;

  if (!al_xml_check_schema (xml, "case"))
    return NULL;
  al_xml_check_empty (xml);
  self = g_object_new (AL_TYPE_CASE, NULL);
  read_head (self, xml);
  read_nodes (self, xml, catalogue);
  al_case_check_paths (self, xml);
  return al_xml_failed (xml) ? NULL : g_steal_pointer (&self);
}
