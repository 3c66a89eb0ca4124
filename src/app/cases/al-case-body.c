/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-body.h"

#include <glib/gi18n.h>

#include "al-case-answer-card.h"
#include "al-case-blocks.h"
#include "al-case-debrief.h"
#include "al-case-option-card.h"
#include "al-claim-card.h"
#include "al-study-card.h"

/**
 * al_case_node_kind_get_label:
 * @kind: the kind of a step
 *
 * Says in a word or two what a step asks of the person.
 *
 * Returns: the translated label
 */
const char *
al_case_node_kind_get_label (AlCaseNodeKind kind)
{
  switch (kind) {
  case AL_CASE_SIMULATE:
    return _ ("Look");
  case AL_CASE_PREDICT:
    return _ ("Predict");
  case AL_CASE_DECIDE:
    return _ ("Decide");
  case AL_CASE_EVIDENCE:
    return _ ("Evidence");
  case AL_CASE_DEBRIEF:
    return _ ("Debrief");
  case AL_CASE_PAGE:
  default:
    return _ ("Read");
  }
}

/* Predict */

static void
append_questions (GtkWidget *column, AlCaseRun *run, AlSession *session)
{
  const AlCaseNode *node = al_case_run_get_node (run);

  for (guint i = 0; i < node->n_predictions; i++) {
    AlCasePredictRow *row = al_case_predict_row_new (run, i, session);

    gtk_box_append (GTK_BOX (column), GTK_WIDGET (row));
  }
  gtk_box_append (GTK_BOX (column),
                  al_case_text_new (_ ("Answer every row, then reveal. Keys: 1 up, 2 no change, "
                                       "3 down."),
                                    "caption"));
}

static void
append_answers (GtkWidget *column, AlCaseRun *run)
{
  const AlCaseEntry *entry = al_case_run_get_current (run);

  for (guint i = 0; i < entry->node->n_predictions; i++)
    gtk_box_append (GTK_BOX (column), GTK_WIDGET (al_case_answer_card_new (entry, i)));
  al_case_append_texts (column, entry->node->explanation);
}

/* Decide */

static void
explain_others_cb (GtkToggleButton *button, GtkWidget *column)
{
  gboolean explained = gtk_toggle_button_get_active (button);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (column); child;
       child = gtk_widget_get_next_sibling (child)) {
    if (AL_IS_CASE_OPTION_CARD (child) && !gtk_widget_has_css_class (child, "al-chosen"))
      al_case_option_card_set_explained (AL_CASE_OPTION_CARD (child), explained);
  }
}

static void
append_options (GtkWidget *column, AlCaseRun *run)
{
  const AlCaseEntry *entry = al_case_run_get_current (run);
  GtkWidget *others;

  for (guint i = 0; i < entry->node->n_options; i++)
    gtk_box_append (GTK_BOX (column), GTK_WIDGET (al_case_option_card_new (entry, i)));
  if (entry->chosen < 0) {
    gtk_box_append (
        GTK_BOX (column),
        al_case_text_new (_ ("Choose one; you may try another before you go on."), "caption"));
    return;
  }
  others = gtk_toggle_button_new_with_label (_ ("Why Not the Others?"));
  gtk_widget_set_halign (others, GTK_ALIGN_START);
  g_signal_connect_object (others, "toggled", G_CALLBACK (explain_others_cb), column, 0);
  gtk_box_append (GTK_BOX (column), others);
}

/* Evidence */

static void
append_evidence (GtkWidget *column, const AlCaseNode *node, AlEvidence *evidence)
{
  for (guint i = 0; i < node->n_evidence; i++) {
    const AlCaseEvidence *reference = &node->evidence[i];
    AlClaim *claim = reference->is_claim ? al_evidence_find_claim (evidence, reference->id) : NULL;
    AlStudy *study = reference->is_claim ? NULL : al_evidence_find_study (evidence, reference->id);

    if (reference->note && *reference->note)
      gtk_box_append (GTK_BOX (column), al_case_text_new (reference->note, "al-prose"));
    if (claim)
      gtk_box_append (GTK_BOX (column), GTK_WIDGET (al_claim_card_new (claim)));
    if (study)
      gtk_box_append (GTK_BOX (column), GTK_WIDGET (al_study_card_new (study)));
  }
}

/**
 * al_case_body_new:
 * @run: a run
 * @catalogue: where claims and studies are found
 * @session: what runs on the stage
 *
 * Creates the body of the step at which a run stands.
 *
 * Returns: (transfer floating): the body
 */
GtkWidget *
al_case_body_new (AlCaseRun *run, AlCatalogue *catalogue, AlSession *session)
{
  const AlCaseEntry *entry = al_case_run_get_current (run);
  const AlCaseNode *node = entry->node;
  GtkWidget *column;

  if (node->kind == AL_CASE_DEBRIEF)
    return al_case_debrief_new (run);

  column = al_case_column_new (12);
  al_case_append_texts (column, node->paragraphs);
  al_case_append_findings (column, node);
  al_case_append_list (column, _ ("Look for"), node->look_for);
  if (node->kind == AL_CASE_PREDICT && !entry->revealed)
    append_questions (column, run, session);
  else if (node->kind == AL_CASE_PREDICT)
    append_answers (column, run);
  append_evidence (column, node, al_catalogue_get_evidence (catalogue));
  if (node->kind == AL_CASE_DECIDE)
    append_options (column, run);
  return column;
}

/**
 * al_case_body_get_row:
 * @body: the body of a prediction
 * @row: the number of a row, from 0
 *
 * Finds the widget of a row.
 *
 * Returns: (transfer none) (nullable): the row; %NULL if there is none
 */
AlCasePredictRow *
al_case_body_get_row (GtkWidget *body, guint row)
{
  guint n_rows = 0;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (body); child;
       child = gtk_widget_get_next_sibling (child)) {
    if (AL_IS_CASE_PREDICT_ROW (child) && n_rows++ == row)
      return AL_CASE_PREDICT_ROW (child);
  }
  return NULL;
}

/**
 * al_case_body_get_choice:
 * @body: the body of a decision
 *
 * Finds the card of the option that was chosen.
 *
 * Returns: (transfer none) (nullable): the card; %NULL if there is none
 */
GtkWidget *
al_case_body_get_choice (GtkWidget *body)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (body); child;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_widget_has_css_class (child, "al-chosen"))
      return child;
  }
  return NULL;
}
