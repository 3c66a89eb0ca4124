/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-rows.h"

#include <glib/gi18n.h>

#include "al-card.h"
#include "al-chronology.h"
#include "al-evidence-words.h"
#include "al-exercise.h"
#include "al-forest.h"
#include "al-passage.h"
#include "al-search.h"

static const char ITEM_KEY[] = "al-evidence-item";

static GtkWidget *
create_label (const char *text, const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_row (GObject *item, GtkWidget *child, const char *spoken)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), ITEM_KEY, g_object_ref (item), g_object_unref);
  return row;
}

static GtkWidget *
create_two_lines (const char *first, const char *second, int first_lines, int second_lines)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = create_label (second, "caption", second_lines);

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), create_label (first, NULL, first_lines));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/**
 * al_claim_row_new:
 * @claim: an #AlClaim
 * @user_data: unused
 *
 * Creates the row of a claim: its number, its words, and the sign of its verdict.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_claim_row_new (gpointer claim, gpointer user_data)
{
  AlVerdict verdict = al_claim_get_verdict (claim);
  const char *word = al_verdict_get_short_label (verdict);
  g_autofree char *number = g_strdup_printf ("%u", al_claim_get_number (claim));
  /* Translators: number, words and verdict of a claim, for a screen reader. */
  g_autofree char *spoken =
      g_strdup_printf (_ ("Claim %s: %s %s"), number, al_claim_get_statement (claim), word);
  g_autofree char *place = al_claim_dup_place_text (claim);
  g_autofree char *second = g_strdup_printf ("%s · %s", word, place);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *number_label = gtk_label_new (number);
  GtkWidget *icon = gtk_image_new_from_icon_name (al_verdict_get_icon (verdict));

  gtk_label_set_width_chars (GTK_LABEL (number_label), 2);
  gtk_label_set_xalign (GTK_LABEL (number_label), 1.0f);
  gtk_widget_set_valign (number_label, GTK_ALIGN_START);
  gtk_widget_add_css_class (number_label, "numeric");
  gtk_widget_add_css_class (number_label, "dim-label");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "al-verdict-icon");
  gtk_widget_add_css_class (icon, al_verdict_get_css_class (verdict));

  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), create_two_lines (al_claim_get_statement (claim), second, 3, 1));
  gtk_box_append (GTK_BOX (box), icon);
  return create_row (claim, box, spoken);
}

/**
 * al_study_row_new:
 * @study: an #AlStudy
 * @user_data: unused
 *
 * Creates the row of a study: its name and year, and what to take from it.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_study_row_new (gpointer study, gpointer user_data)
{
  const char *design = al_study_design_get_label (al_study_get_design (study));
  const char *takeaway = al_study_get_takeaway (study);
  g_autofree char *name = al_study_dup_name_and_year (study);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, design);

  return create_row (study, create_two_lines (name, takeaway ? takeaway : design, 2, 2), spoken);
}

/**
 * al_forest_row_new:
 * @forest: an #AlForest
 * @user_data: unused
 *
 * Creates the row of a forest plot: its title and whether its studies are randomised.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_forest_row_new (gpointer forest, gpointer user_data)
{
  const char *sort =
      al_forest_is_randomised (forest) ? _ ("Randomised studies") : _ ("Observational studies");
  const char *title = al_forest_get_title (forest);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", title, sort);

  return create_row (forest, create_two_lines (title, sort, 2, 1), spoken);
}

/**
 * al_passage_row_new:
 * @passage: an #AlPassage
 * @user_data: unused
 *
 * Creates the row of a part of the review: its heading and how it begins.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_passage_row_new (gpointer passage, gpointer user_data)
{
  const char *title = al_passage_get_title (passage);

  return create_row (passage, create_two_lines (title, al_passage_get_sentence (passage, 1), 2, 2),
                     title);
}

/**
 * al_card_row_new:
 * @card: an #AlCard
 * @user_data: unused
 *
 * Creates the row of a card: what it is about, and what to keep of it.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_card_row_new (gpointer card, gpointer user_data)
{
  const char *title = al_card_get_title (card);

  return create_row (card, create_two_lines (title, al_card_get_summary (card), 2, 2), title);
}

/**
 * al_exercise_row_new:
 * @exercise: an #AlExercise
 * @user_data: unused
 *
 * Creates the row of an exercise: its title and its question.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_exercise_row_new (gpointer exercise, gpointer user_data)
{
  const char *title = al_exercise_get_title (exercise);

  return create_row (exercise, create_two_lines (title, al_exercise_get_question (exercise), 2, 2),
                     title);
}

/**
 * al_chronology_row_new:
 * @chronology: an #AlChronology
 * @user_data: unused
 *
 * Creates the row of a timeline: its question, and from when to when it goes.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
al_chronology_row_new (gpointer chronology, gpointer user_data)
{
  const char *title = al_chronology_get_title (chronology);
  gsize n_events;
  const AlChronologyEvent *events = al_chronology_get_events (chronology, &n_events);
  /* Translators: how many publications, and the years of the first and the last */
  g_autofree char *span = g_strdup_printf (_ ("%u publications, %u to %u"), (guint) n_events,
                                           events[0].year, events[n_events - 1].year);

  return create_row (chronology, create_two_lines (title, span, 2, 1), title);
}

static AlStudy *
study_of_row (GtkListBoxRow *row)
{
  return AL_STUDY (g_object_get_data (G_OBJECT (row), ITEM_KEY));
}

/**
 * al_study_row_update_header:
 * @row: the row of a study
 * @before: (nullable): the row above
 * @user_data: unused
 *
 * Puts the design over the first study of its kind.
 */
void
al_study_row_update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AlStudyDesign design = al_study_get_design (study_of_row (row));
  GtkWidget *header;

  if (before && al_study_get_design (study_of_row (before)) == design) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  header = create_label (al_study_design_get_label (design), "heading", 2);
  gtk_widget_add_css_class (header, "al-list-heading");
  gtk_list_box_row_set_header (row, header);
}

/**
 * al_study_compare:
 * @a: an #AlStudy
 * @b: another one
 * @user_data: unused
 *
 * Orders studies by design, randomised ones first, and within a design the latest first.
 *
 * Returns: less than, equal to or greater than zero
 */
int
al_study_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  AlStudy *first = AL_STUDY ((gpointer) a);
  AlStudy *second = AL_STUDY ((gpointer) b);
  int design = (int) al_study_get_design (first) - (int) al_study_get_design (second);

  if (design != 0)
    return design;
  return (int) al_study_get_year (second) - (int) al_study_get_year (first);
}

static char *
dup_card_key (AlCard *card)
{
  const char *const kinds[] = {[AL_CARD_PRACTICE] = "practice:",
                               [AL_CARD_GUIDELINE] = "guideline:",
                               [AL_CARD_STAGE] = "stage:"};

  return g_strconcat (kinds[al_card_get_kind (card)], al_card_get_id (card), NULL);
}

/**
 * al_evidence_item_dup_key:
 * @item: an entry of the page
 *
 * Gets the key under which the page shows an item.
 *
 * Returns: (transfer full): the key
 */
char *
al_evidence_item_dup_key (GObject *item)
{
  if (AL_IS_CLAIM (item))
    return al_claim_dup_key (AL_CLAIM (item));
  if (AL_IS_STUDY (item))
    return al_study_dup_key (AL_STUDY (item));
  if (AL_IS_PASSAGE (item))
    return g_strconcat ("passage:", al_passage_get_id (AL_PASSAGE (item)), NULL);
  if (AL_IS_CARD (item))
    return dup_card_key (AL_CARD (item));
  if (AL_IS_EXERCISE (item))
    return g_strconcat ("exercise:", al_exercise_get_id (AL_EXERCISE (item)), NULL);
  if (AL_IS_CHRONOLOGY (item))
    return g_strconcat ("timeline:", al_chronology_get_id (AL_CHRONOLOGY (item)), NULL);
  return g_strconcat ("forest:", al_forest_get_id (AL_FOREST (item)), NULL);
}

/**
 * al_evidence_row_dup_key:
 * @row: a row of one of the lists
 *
 * Gets the key of the item for which a row stands.
 *
 * Returns: (transfer full): the key
 */
char *
al_evidence_row_dup_key (GtkListBoxRow *row)
{
  return al_evidence_item_dup_key (g_object_get_data (G_OBJECT (row), ITEM_KEY));
}

/* Texts that are searched; those that are missing are left out. */
static void
add_text (GPtrArray *texts, const char *text)
{
  if (text != NULL)
    g_ptr_array_add (texts, (gpointer) text);
}

static void
add_arm (GPtrArray *texts, const AlArm *arm)
{
  if (arm != NULL)
    add_text (texts, arm->label);
}

static gboolean
any_matches (GPtrArray *texts, const char *needle)
{
  g_ptr_array_add (texts, NULL);
  return al_search_matches ((const char *const *) texts->pdata, needle);
}

static gboolean
claim_matches (AlClaim *claim, const char *needle)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *number = g_strdup_printf ("%u", al_claim_get_number (claim));
  g_autofree char *place = al_claim_dup_place_text (claim);
  gsize n_findings;
  const AlFinding *findings = al_claim_get_findings (claim, &n_findings);

  add_text (texts, number);
  add_text (texts, place);
  add_text (texts, al_claim_get_statement (claim));
  add_text (texts, al_claim_get_measured (claim));
  add_text (texts, al_claim_get_why (claim));
  add_text (texts, al_claim_get_cannot_tell (claim));
  for (gsize i = 0; i < n_findings; i++) {
    add_text (texts, findings[i].study);
    add_text (texts, findings[i].text);
  }
  return any_matches (texts, needle);
}

static gboolean
study_matches (AlStudy *study, const char *needle)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *name = al_study_dup_name_and_year (study);
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);

  add_text (texts, name);
  add_text (texts, al_study_get_title (study));
  add_text (texts, al_study_get_citation (study));
  add_text (texts, al_study_get_doi (study));
  add_text (texts, al_study_get_pmid (study));
  add_text (texts, al_study_get_registration (study));
  add_text (texts, al_study_get_population (study));
  add_arm (texts, al_study_get_treated (study));
  add_arm (texts, al_study_get_control (study));
  add_text (texts, al_study_get_limits (study));
  add_text (texts, al_study_get_takeaway (study));
  for (gsize i = 0; i < n_outcomes; i++) {
    add_text (texts, outcomes[i].label);
    add_text (texts, outcomes[i].note);
    add_text (texts, outcomes[i].discrepancy);
  }
  return any_matches (texts, needle);
}

static gboolean
forest_matches (AlForest *forest, const char *needle)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gsize n_entries;
  const AlForestEntry *entries = al_forest_get_entries (forest, &n_entries);

  add_text (texts, al_forest_get_title (forest));
  add_text (texts, al_forest_get_note (forest));
  for (gsize i = 0; i < n_entries; i++)
    add_text (texts, entries[i].label);
  return any_matches (texts, needle);
}

static gboolean
passage_matches (AlPassage *passage, const char *needle)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  add_text (texts, al_passage_get_title (passage));
  for (guint i = 1; i <= al_passage_get_n_sentences (passage); i++)
    add_text (texts, al_passage_get_sentence (passage, i));
  return any_matches (texts, needle);
}

static gboolean
card_matches (AlCard *card, const char *needle)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gsize n_points;
  const AlCardPoint *points = al_card_get_points (card, &n_points);

  add_text (texts, al_card_get_title (card));
  add_text (texts, al_card_get_summary (card));
  for (gsize i = 0; i < n_points; i++) {
    add_text (texts, points[i].text);
    add_text (texts, points[i].study);
    add_text (texts, points[i].source);
    add_text (texts, points[i].doi);
    add_text (texts, points[i].pmid);
  }
  return any_matches (texts, needle);
}

static gboolean
chronology_matches (AlChronology *chronology, const char *needle)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gsize n_events;
  const AlChronologyEvent *events = al_chronology_get_events (chronology, &n_events);

  add_text (texts, al_chronology_get_title (chronology));
  for (gsize i = 0; i < n_events; i++)
    add_text (texts, al_chronology_event_get_name (&events[i]));
  return any_matches (texts, needle);
}

/* What would give the answer away is not searched. */
static gboolean
exercise_matches (AlExercise *exercise, const char *needle)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  add_text (texts, al_exercise_get_title (exercise));
  add_text (texts, al_exercise_get_question (exercise));
  return any_matches (texts, needle);
}

/**
 * al_evidence_item_matches:
 * @item: an entry of the page
 * @needle: what a person typed
 *
 * Checks whether an item has all the words that were typed.
 *
 * Returns: %TRUE if it has
 */
gboolean
al_evidence_item_matches (GObject *item, const char *needle)
{
  if (AL_IS_CLAIM (item))
    return claim_matches (AL_CLAIM (item), needle);
  if (AL_IS_STUDY (item))
    return study_matches (AL_STUDY (item), needle);
  if (AL_IS_PASSAGE (item))
    return passage_matches (AL_PASSAGE (item), needle);
  if (AL_IS_CARD (item))
    return card_matches (AL_CARD (item), needle);
  if (AL_IS_EXERCISE (item))
    return exercise_matches (AL_EXERCISE (item), needle);
  if (AL_IS_CHRONOLOGY (item))
    return chronology_matches (AL_CHRONOLOGY (item), needle);
  return forest_matches (AL_FOREST (item), needle);
}
