/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-links.h"

#include "al-evidence-rows.h"
#include "al-evidence-words.h"

static GtkWidget *
create_link (const char *key, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "evidence.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", key);
  return row;
}

static void
add_sign (GtkWidget *row, const char *icon_name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 15);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

static void
add_word_and_arrow (GtkWidget *row, const char *word)
{
  if (word) {
    GtkWidget *label = gtk_label_new (word);

    gtk_widget_add_css_class (label, "dim-label");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/**
 * al_finding_link_new:
 * @finding: how a study bears on a claim
 * @study: the study
 *
 * Creates a row that leads from a claim to a study and says what it measured.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_finding_link_new (const AlFinding *finding, AlStudy *study)
{
  g_autofree char *key = al_study_dup_key (study);
  g_autofree char *name = al_study_dup_name_and_year (study);
  GtkWidget *row = create_link (key, name, finding->text);

  add_sign (row, al_bearing_get_icon (finding->direction));
  add_word_and_arrow (row, al_direction_get_label (finding->direction));
  return row;
}

/**
 * al_claim_link_new:
 * @claim: the claim
 * @bearing: how the study on which the row stands bears on it
 *
 * Creates a row that leads from a study to a claim.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_claim_link_new (AlClaim *claim, AlDirection bearing)
{
  g_autofree char *key = al_claim_dup_key (claim);
  g_autofree char *title =
      g_strdup_printf ("%u  %s", al_claim_get_number (claim), al_claim_get_statement (claim));
  GtkWidget *row = create_link (key, title, al_verdict_get_label (al_claim_get_verdict (claim)));

  add_sign (row, al_verdict_get_icon (al_claim_get_verdict (claim)));
  add_word_and_arrow (row, al_direction_get_label (bearing));
  return row;
}

/**
 * al_study_link_new:
 * @study: the study
 *
 * Creates a row that leads to a study.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_study_link_new (AlStudy *study)
{
  g_autofree char *key = al_study_dup_key (study);
  g_autofree char *name = al_study_dup_name_and_year (study);
  GtkWidget *row = create_link (key, name, al_study_get_takeaway (study));

  add_word_and_arrow (row, NULL);
  return row;
}

/**
 * al_card_link_new:
 * @card: the card
 *
 * Creates a row that leads to a card.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_card_link_new (AlCard *card)
{
  g_autofree char *key = al_evidence_item_dup_key (G_OBJECT (card));
  GtkWidget *row = create_link (key, al_card_get_title (card), al_card_get_summary (card));

  add_word_and_arrow (row, NULL);
  return row;
}
