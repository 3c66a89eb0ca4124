/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-debrief.h"

#include <glib/gi18n.h>

#include "al-case-blocks.h"
#include "al-index-text.h"
#include "al-text-table.h"

static GtkWidget *
create_card (const char *caption, const char *title)
{
  GtkWidget *card = al_case_column_new (9);
  GtkWidget *head = al_case_column_new (3);
  GtkWidget *caption_label = al_case_text_new (caption, "caption-heading");

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "al-card");
  gtk_widget_add_css_class (caption_label, "dim-label");
  gtk_box_append (GTK_BOX (head), caption_label);
  gtk_box_append (GTK_BOX (head), al_case_text_new (title, "heading"));
  gtk_box_append (GTK_BOX (card), head);
  return card;
}

static GtkWidget *
create_sign (gboolean fits, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "al-badge");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  al_case_set_sign (box, icon, label, fits, words);
  return box;
}

static void
add_prediction (AlTextTable *table, const AlCaseEntry *entry, guint row)
{
  const AlCasePrediction *prediction = &entry->node->predictions[row];
  g_autofree char *guess = al_case_words_for_guess (&entry->guesses[row]);
  g_autofree char *outcome =
      entry->has_outcome ? al_case_words_for_outcome (entry, prediction->index, prediction->margin)
                         : g_strdup (al_trend_get_label (prediction->answer));
  const char *cells[] = {al_index_get_short_label (prediction->index), guess, outcome,
                         al_case_guess_fits (entry, row) ? _ ("✓ as you said") : _ ("≠ otherwise")};

  al_text_table_add_row (table, cells);
}

static GtkWidget *
create_predictions (const AlCaseEntry *entry)
{
  GtkWidget *card = create_card (_ ("You predicted"), entry->node->title);
  AlTextTable *table = al_text_table_new ();
  const char *titles[] = {_ ("Index"), _ ("You"), _ ("Model"), _ ("Compared"), NULL};

  al_text_table_set_titles (table, titles);
  for (guint i = 0; i < entry->node->n_predictions; i++)
    add_prediction (table, entry, i);
  gtk_widget_add_css_class (GTK_WIDGET (table), "al-tight");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (table));
  return card;
}

static void
append_tried (GtkWidget *card, const AlCaseEntry *entry)
{
  for (guint i = 0; i < entry->node->n_options; i++) {
    g_autofree char *text = NULL;

    if ((int) i == entry->chosen || !(entry->tried & (1u << i)))
      continue;
    /* Translators: an option that was tried before the one that stands. */
    text = g_strdup_printf (_ ("You also tried: %s"), entry->node->options[i].text);
    gtk_box_append (GTK_BOX (card), al_case_text_new (text, "dim-label"));
  }
}

static GtkWidget *
create_decision (const AlCaseEntry *entry)
{
  const AlCaseOption *option = &entry->node->options[entry->chosen];
  GtkWidget *card = create_card (_ ("You decided"), option->text);

  gtk_box_append (GTK_BOX (card),
                  create_sign (option->accepted, option->accepted
                                                     ? _ ("A reasonable choice")
                                                     : _ ("There are better choices here")));
  gtk_box_append (GTK_BOX (card), al_case_text_new (option->because, "al-prose"));
  if (entry->has_outcome) {
    g_autofree char *change = al_case_words_for_change (entry);

    gtk_box_append (GTK_BOX (card), al_case_text_new (change, "numeric"));
  }
  append_tried (card, entry);
  return card;
}

/* Confident errors are the ones that are put right best: they come first. */
static void
append_sure_and_otherwise (GtkWidget *column, const AlCaseEntry *entry)
{
  for (guint i = 0; i < entry->node->n_predictions; i++) {
    const AlCasePrediction *prediction = &entry->node->predictions[i];
    GtkWidget *card;

    if (!entry->revealed || !entry->guesses[i].sure || al_case_guess_fits (entry, i))
      continue;
    card = create_card (_ ("You were sure, and the model did otherwise"),
                        _ (al_index_get_info (prediction->index)->label));
    gtk_widget_add_css_class (card, "al-callout");
    gtk_box_append (GTK_BOX (card), al_case_text_new (prediction->because, "al-prose"));
    gtk_box_append (GTK_BOX (column), card);
  }
}

static void
append_path (GtkWidget *column, AlCaseRun *run)
{
  for (guint i = 0; i < al_case_run_get_n_entries (run); i++)
    append_sure_and_otherwise (column, al_case_run_get_entry (run, i));
  for (guint i = 0; i < al_case_run_get_n_entries (run); i++) {
    const AlCaseEntry *entry = al_case_run_get_entry (run, i);

    if (entry->revealed)
      gtk_box_append (GTK_BOX (column), create_predictions (entry));
    else if (entry->chosen >= 0)
      gtk_box_append (GTK_BOX (column), create_decision (entry));
  }
}

static void
append_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * al_case_debrief_new:
 * @run: a run at its debrief
 *
 * Creates the debrief: what was predicted and decided on this path, what to take away, and what the
 * model cannot tell.
 *
 * Returns: (transfer floating): the debrief
 */
GtkWidget *
al_case_debrief_new (AlCaseRun *run)
{
  const AlCaseNode *node = al_case_run_get_node (run);
  GtkWidget *column = al_case_column_new (18);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (column), al_case_text_new (_ ("Your way"), "heading"));
  append_path (column, run);
  al_case_append_texts (column, node->paragraphs);
  al_case_append_list (column, _ ("To take away"), node->points);
  al_case_append_list (column, _ ("What the model cannot tell you"), node->cannot_tell);

  append_button (buttons, _ ("Try Another Choice"), "case.retry");
  append_button (buttons, _ ("Play Again"), "case.restart");
  append_button (buttons, _ ("All Cases"), "case.leave");
  gtk_box_append (GTK_BOX (column), buttons);
  return column;
}
