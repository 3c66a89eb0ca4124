/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-blocks.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "al-index-text.h"
#include "al-text-table.h"

/* What a choice is judged by: the body, then the heart, then the lungs. */
static const AlIndex outcome_indices[] = {
    AL_INDEX_MAP,   AL_INDEX_AO_PULSE, AL_INDEX_TOTAL_FLOW, AL_INDEX_NATIVE_CO,
    AL_INDEX_LV_SV, AL_INDEX_LV_EDP,   AL_INDEX_LV_PVA,     AL_INDEX_PCWP,
};

/**
 * al_case_text_new:
 * @text: a paragraph
 * @css_class: (nullable): a style class
 *
 * Creates a paragraph.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
al_case_text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * al_case_column_new:
 * @spacing: pixels between two pieces
 *
 * Creates the box in which the pieces of a step stand one below the other.
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
al_case_column_new (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

/**
 * al_case_append_texts:
 * @column: a box
 * @texts: (array zero-terminated=1): paragraphs
 *
 * Adds paragraphs.
 */
void
al_case_append_texts (GtkWidget *column, char **texts)
{
  for (guint i = 0; texts[i]; i++)
    gtk_box_append (GTK_BOX (column), al_case_text_new (texts[i], "al-prose"));
}

/**
 * al_case_append_point:
 * @column: a box
 * @text: a point of a list
 *
 * Adds a point, with its lines under one another.
 */
void
al_case_append_point (GtkWidget *column, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *bullet = gtk_label_new ("•");
  GtkWidget *label = al_case_text_new (text, "al-prose");

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_add_css_class (bullet, "al-prose");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), bullet);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (column), line);
}

/**
 * al_case_append_list:
 * @column: a box
 * @title: what the list is
 * @texts: (array zero-terminated=1): its points; nothing is added when there are none
 *
 * Adds a list of points under a heading.
 */
void
al_case_append_list (GtkWidget *column, const char *title, char **texts)
{
  GtkWidget *list;

  if (!texts[0])
    return;
  list = al_case_column_new (6);
  gtk_box_append (GTK_BOX (list), al_case_text_new (title, "heading"));
  for (guint i = 0; texts[i]; i++)
    al_case_append_point (list, texts[i]);
  gtk_box_append (GTK_BOX (column), list);
}

/**
 * al_case_append_findings:
 * @column: a box
 * @node: a step
 *
 * Adds what was found at the bedside, as a table; nothing is added when there is nothing.
 */
void
al_case_append_findings (GtkWidget *column, const AlCaseNode *node)
{
  AlTextTable *table;
  const char *titles[] = {_ ("Finding"), _ ("Value"), NULL};

  if (node->n_findings == 0)
    return;
  table = al_text_table_new ();
  al_text_table_set_titles (table, titles);
  for (guint i = 0; i < node->n_findings; i++) {
    const char *cells[] = {node->findings[i].name, node->findings[i].value};

    al_text_table_add_row (table, cells);
  }
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (table));
}

/**
 * al_case_words_for_guess:
 * @guess: a prediction
 *
 * Says what was predicted, and whether the person was sure.
 *
 * Returns: (transfer full): the words
 */
char *
al_case_words_for_guess (const AlCaseGuess *guess)
{
  if (!guess->given)
    return g_strdup (_ ("no answer"));
  if (!guess->sure)
    return g_strdup (al_trend_get_label (guess->trend));
  /* Translators: a predicted direction, such as "Up". */
  return g_strdup_printf (_ ("%s, and sure of it"), al_trend_get_label (guess->trend));
}

/**
 * al_case_words_for_outcome:
 * @entry: a step whose outcome is known
 * @index: what is asked
 * @margin: a smaller change is none, in the unit of the index
 *
 * Says what the model did: "27 → 34 mmHg, Up".
 *
 * Returns: (transfer full): the words
 */
char *
al_case_words_for_outcome (const AlCaseEntry *entry, AlIndex index, double margin)
{
  double before = entry->before.value[index];
  double after = entry->after.value[index];
  g_autofree char *from = al_index_format (index, before);
  g_autofree char *to = al_index_format (index, after);
  AlTrend trend = al_trend_of (before, after, margin);

  return g_strdup_printf ("%s → %s %s, %s", from, to, al_index_get_display_unit (index),
                          al_trend_get_label (trend));
}

/**
 * al_case_words_for_change:
 * @entry: a step whose outcome is known
 *
 * Says what changed by more than one would notice: "LVEDP 34 → 31 mmHg; MAP 85 → 89 mmHg".
 *
 * Returns: (transfer full): the words
 */
char *
al_case_words_for_change (const AlCaseEntry *entry)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (outcome_indices); i++) {
    AlIndex index = outcome_indices[i];
    double before = entry->before.value[index];
    double after = entry->after.value[index];
    g_autofree char *from = al_index_format (index, before);
    g_autofree char *to = al_index_format (index, after);

    if (al_index_get_change (index, before, after) <= AL_INDEX_CHANGE_SAME)
      continue;
    g_string_append_printf (words, "%s%s %s → %s %s", words->len > 0 ? "; " : "",
                            al_index_get_short_label (index), from, to,
                            al_index_get_display_unit (index));
  }
  if (words->len == 0)
    g_string_append (words, _ ("Nothing that one would notice changed in the model."));
  return g_string_free (words, FALSE);
}

/**
 * al_case_guess_fits:
 * @entry: a revealed prediction
 * @row: a row of it
 *
 * Checks whether a person predicted what the model does.
 *
 * Returns: %TRUE if so
 */
gboolean
al_case_guess_fits (const AlCaseEntry *entry, guint row)
{
  return entry->guesses[row].given &&
         entry->guesses[row].trend == entry->node->predictions[row].answer;
}

/**
 * al_case_outcome_table_new:
 * @entry: a step whose outcome is known
 *
 * Creates a table of the indices before and after, once the model has settled.
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
al_case_outcome_table_new (const AlCaseEntry *entry)
{
  AlTextTable *table = al_text_table_new ();
  const char *titles[] = {_ ("In the model"), _ ("Before"), _ ("After"), NULL};

  al_text_table_set_titles (table, titles);
  for (guint i = 0; i < G_N_ELEMENTS (outcome_indices); i++) {
    AlIndex index = outcome_indices[i];
    g_autofree char *name = g_strdup_printf ("%s (%s)", al_index_get_short_label (index),
                                             al_index_get_display_unit (index));
    g_autofree char *before = al_index_format (index, entry->before.value[index]);
    g_autofree char *after = al_index_format (index, entry->after.value[index]);
    const char *cells[] = {name, before, after};

    al_text_table_add_row (table, cells);
  }
  gtk_widget_add_css_class (GTK_WIDGET (table), "al-tight");
  return GTK_WIDGET (table);
}

/**
 * al_case_set_sign:
 * @box: the badge
 * @icon: the image in it
 * @label: the label in it
 * @fits: whether it is as it should be
 * @words: what the badge says
 *
 * Fills a badge with a sign and words, so that it does not depend on colour.
 */
void
al_case_set_sign (GtkWidget *box, GtkWidget *icon, GtkWidget *label, gboolean fits,
                  const char *words)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                fits ? "al-supported-symbolic" : "al-differs-symbolic");
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_widget_remove_css_class (box, fits ? "al-partly" : "al-supported");
  gtk_widget_add_css_class (box, fits ? "al-supported" : "al-partly");
}
