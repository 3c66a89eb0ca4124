/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "al-catalogue.h"
#include "al-chronology.h"
#include "al-evidence-page.h"
#include "al-evidence-rows.h"
#include "al-evidence-sections.h"
#include "al-evidence-words.h"
#include "al-stage-explorer.h"
#include "al-widget-tree.h"

/*
 * Every figure on the Evidence page traces to a record: what a record says, or what its counts
 * give. Each record has a source, and each of its figures a status.
 */

/* What an entry may say. */
typedef struct {
  GString *texts;
  GArray *values; /* of double */
} Record;

typedef struct {
  AlCatalogue *catalogue;
  AlEvidence *evidence;
  GtkWidget *window;
  AlEvidencePage *page;
  GRegex *number;
  guint n_figures;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->catalogue = al_catalogue_new (NULL);
  self->evidence = al_catalogue_get_evidence (self->catalogue);
  self->window = gtk_window_new ();
  self->page = AL_EVIDENCE_PAGE (al_evidence_page_new ());
  self->number = g_regex_new ("[0-9]+(\\.[0-9]+)?", 0, 0, NULL);
  al_evidence_page_set_catalogue (self->page, self->catalogue);
  al_tree_show (GTK_WIDGET (self->page), GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_regex_unref (self->number);
  g_assert_finalize_object (self->catalogue);
}

/* Filling a record */

static void
add_text (Record *record, const char *text)
{
  if (text != NULL)
    g_string_append_printf (record->texts, " %s ", text);
}

static void
add_value (Record *record, double value)
{
  if (isfinite (value))
    g_array_append_val (record->values, value);
}

static void
add_effect (Record *record, AlMeasure measure, double value, double low, double high)
{
  const double scale = al_measure_is_ratio (measure) ? 1 : 100;

  add_value (record, scale * value);
  add_value (record, scale * low);
  add_value (record, scale * high);
}

static void
add_counts (Record *record, const AlCounts *counts)
{
  add_value (record, counts->events);
  add_value (record, counts->total);
  add_value (record, 100 * al_counts_get_risk (counts));
}

static void
add_result (Record *record, const AlResult *result)
{
  add_value (record, al_result_get_percent (result));
  if (result->has_counts)
    add_counts (record, &result->counts);
}

static void
add_arm (Record *record, const AlArm *arm)
{
  if (arm == NULL)
    return;
  add_text (record, arm->label);
  add_value (record, arm->n);
}

static void
add_computed (Record *record, const AlOutcome *outcome)
{
  AlNumberNeeded needed;
  AlEffect effect;

  for (guint measure = 0; measure < AL_N_MEASURES; measure++) {
    if (al_outcome_compute (outcome, (AlMeasure) measure, &effect))
      add_effect (record, (AlMeasure) measure, effect.value, effect.low, effect.high);
    else if (al_outcome_compute_from_shares (outcome, (AlMeasure) measure, &effect.value,
                                             &effect.low))
      add_effect (record, (AlMeasure) measure, effect.value, NAN, NAN);
  }
  if (al_outcome_compute_number_needed (outcome, &needed)) {
    add_value (record, needed.value);
    add_value (record, needed.low);
    add_value (record, needed.high);
  }
}

static void
add_outcome (Record *record, const AlOutcome *outcome)
{
  const AlPublishedEffect *effect = &outcome->effect;

  add_text (record, outcome->label);
  add_text (record, outcome->time);
  add_text (record, outcome->note);
  add_text (record, outcome->discrepancy);
  add_result (record, &outcome->treated);
  add_result (record, &outcome->control);
  if (outcome->has_effect) {
    add_effect (record, effect->measure, effect->value, effect->low, effect->high);
    add_value (record, effect->p);
  }
  add_computed (record, outcome);
}

/* What a row that leads to a study says of it. */
static void
add_link (Record *record, AlStudy *study)
{
  add_text (record, al_study_get_name (study));
  add_value (record, al_study_get_year (study));
  add_text (record, al_study_get_takeaway (study));
}

static void
add_study (Record *record, AlStudy *study)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);

  add_link (record, study);
  add_text (record, al_study_get_title (study));
  add_text (record, al_study_get_citation (study));
  add_text (record, al_study_get_doi (study));
  add_text (record, al_study_get_pmid (study));
  add_text (record, al_study_get_registration (study));
  add_text (record, al_study_get_population (study));
  add_text (record, al_study_get_limits (study));
  add_text (record, al_study_get_checked (study));
  add_arm (record, al_study_get_treated (study));
  add_arm (record, al_study_get_control (study));
  for (gsize i = 0; i < n_outcomes; i++)
    add_outcome (record, &outcomes[i]);
}

static void
add_study_by_id (Record *record, AlEvidence *evidence, const char *id)
{
  AlStudy *study = id != NULL ? al_evidence_find_study (evidence, id) : NULL;

  if (study != NULL)
    add_study (record, study);
}

static void
add_claim_link (Record *record, AlClaim *claim)
{
  add_value (record, al_claim_get_number (claim));
  add_text (record, al_claim_get_statement (claim));
}

static gboolean
names_study (AlClaim *claim, const char *id)
{
  gsize n_findings;
  const AlFinding *findings = al_claim_get_findings (claim, &n_findings);

  for (gsize i = 0; i < n_findings; i++) {
    if (g_str_equal (findings[i].study, id))
      return TRUE;
  }
  return FALSE;
}

/* A study leads to its claims, to its first report and to its later ones. */
static void
add_links_of_study (Record *record, AlStudy *study, AlEvidence *evidence)
{
  GListModel *claims = al_evidence_get_claims (evidence);
  GListModel *studies = al_evidence_get_studies (evidence);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++) {
    g_autoptr (AlClaim) claim = g_list_model_get_item (claims, i);

    if (names_study (claim, al_study_get_id (study)))
      add_claim_link (record, claim);
  }
  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) other = g_list_model_get_item (studies, i);

    if (g_strcmp0 (al_study_get_parent (other), al_study_get_id (study)) == 0 ||
        g_strcmp0 (al_study_get_parent (study), al_study_get_id (other)) == 0)
      add_link (record, other);
  }
}

static void
add_claim (Record *record, AlClaim *claim, AlCatalogue *catalogue)
{
  AlEvidence *evidence = al_catalogue_get_evidence (catalogue);
  const char *preset = al_claim_get_preset (claim);
  g_autofree char *place = al_claim_dup_place_text (claim);
  gsize n_findings;
  const AlFinding *findings = al_claim_get_findings (claim, &n_findings);

  add_claim_link (record, claim);
  add_text (record, place);
  add_text (record, al_claim_get_measured (claim));
  add_text (record, al_claim_get_why (claim));
  add_text (record, al_claim_get_cannot_tell (claim));
  if (preset != NULL)
    add_text (record, al_preset_get_name (al_catalogue_find_preset (catalogue, preset)));
  for (gsize i = 0; i < n_findings; i++) {
    add_text (record, findings[i].text);
    add_link (record, al_evidence_find_study (evidence, findings[i].study));
  }
}

static void
add_pooled (Record *record, AlForest *forest)
{
  g_autofree char *heterogeneity = al_forest_dup_heterogeneity (forest);
  const AlPooled *pooled = al_forest_get_pooled (forest);

  add_text (record, heterogeneity);
  if (pooled == NULL)
    return;
  add_value (record, (double) pooled->n_studies);
  add_effect (record, al_forest_get_measure (forest), pooled->effect.value, pooled->effect.low,
              pooled->effect.high);
}

static void
add_forest (Record *record, AlForest *forest, AlEvidence *evidence)
{
  gsize n_entries;
  const AlForestEntry *entries = al_forest_get_entries (forest, &n_entries);

  add_text (record, al_forest_get_title (forest));
  add_text (record, al_forest_get_note (forest));
  add_value (record, (double) n_entries);
  add_pooled (record, forest);
  for (gsize i = 0; i < n_entries; i++) {
    add_text (record, entries[i].label);
    add_text (record, entries[i].detail);
    add_value (record, 100 * entries[i].weight);
    /* The sums of the summary, and no others, are not those of a study. */
    if (entries[i].is_summary && entries[i].has_counts) {
      add_counts (record, &entries[i].treated);
      add_counts (record, &entries[i].control);
    }
    add_study_by_id (record, evidence, entries[i].study);
  }
}

static void
add_passage (Record *record, AlPassage *passage, AlEvidence *evidence)
{
  GListModel *claims = al_evidence_get_claims (evidence);

  add_text (record, al_passage_get_title (passage));
  for (guint i = 1; i <= al_passage_get_n_sentences (passage); i++) {
    add_value (record, i);
    add_text (record, al_passage_get_sentence (passage, i));
  }
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++) {
    g_autoptr (AlClaim) claim = g_list_model_get_item (claims, i);

    for (guint j = 1; j <= al_passage_get_n_sentences (passage); j++) {
      if (al_claim_is_at (claim, al_passage_get_code (passage), j))
        add_claim_link (record, claim);
    }
  }
}

static void
add_card (Record *record, AlCard *card, AlEvidence *evidence)
{
  gsize n_points;
  const AlCardPoint *points = al_card_get_points (card, &n_points);

  add_text (record, al_card_get_title (card));
  add_text (record, al_card_get_summary (card));
  add_text (record, al_card_get_checked (card));
  add_value (record, al_card_get_mortality_percent (card));
  for (gsize i = 0; i < n_points; i++) {
    AlStudy *study =
        points[i].study != NULL ? al_evidence_find_study (evidence, points[i].study) : NULL;

    add_text (record, points[i].text);
    add_text (record, points[i].source);
    add_text (record, points[i].doi);
    add_text (record, points[i].pmid);
    add_text (record, points[i].class_of_recommendation);
    if (study != NULL)
      add_link (record, study);
  }
}

static void
add_exercise (Record *record, AlExercise *exercise, AlEvidence *evidence)
{
  gsize n_analyses, n_reasons;
  const AlAnalysis *analyses = al_exercise_get_analyses (exercise, &n_analyses);
  const AlReason *reasons = al_exercise_get_reasons (exercise, &n_reasons);

  add_text (record, al_exercise_get_title (exercise));
  add_text (record, al_exercise_get_question (exercise));
  add_text (record, al_exercise_get_lesson (exercise));
  for (gsize i = 0; i < n_analyses; i++)
    add_study_by_id (record, evidence, analyses[i].study);
  for (gsize i = 0; i < n_reasons; i++) {
    add_text (record, reasons[i].text);
    add_text (record, reasons[i].because);
  }
}

static void
add_chronology (Record *record, AlChronology *chronology)
{
  gsize n_events;
  const AlChronologyEvent *events = al_chronology_get_events (chronology, &n_events);

  for (gsize i = 0; i < n_events; i++) {
    if (events[i].study != NULL) {
      add_link (record, events[i].study);
    } else {
      add_text (record, al_card_get_title (events[i].guideline));
      add_text (record, al_card_get_summary (events[i].guideline));
    }
  }
}

static void
fill (Record *record, GObject *item, AlCatalogue *catalogue)
{
  AlEvidence *evidence = al_catalogue_get_evidence (catalogue);

  if (AL_IS_CLAIM (item)) {
    add_claim (record, AL_CLAIM (item), catalogue);
  } else if (AL_IS_STUDY (item)) {
    add_study (record, AL_STUDY (item));
    add_links_of_study (record, AL_STUDY (item), evidence);
  } else if (AL_IS_FOREST (item)) {
    add_forest (record, AL_FOREST (item), evidence);
  } else if (AL_IS_PASSAGE (item)) {
    add_passage (record, AL_PASSAGE (item), evidence);
  } else if (AL_IS_CARD (item)) {
    add_card (record, AL_CARD (item), evidence);
  } else if (AL_IS_EXERCISE (item)) {
    add_exercise (record, AL_EXERCISE (item), evidence);
  } else {
    add_chronology (record, AL_CHRONOLOGY (item));
  }
}

/* Looking for a figure */

static gboolean
text_says (Fixture *self, const char *text, const char *figure)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (self->number, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *number = g_match_info_fetch (match, 0);

    if (g_str_equal (number, figure))
      return TRUE;
  }
  return FALSE;
}

/* Rounded to the decimals that are shown. */
static gboolean
value_says (const Record *record, const char *figure)
{
  const char *point = strchr (figure, '.');
  const double shown = g_ascii_strtod (figure, NULL);
  const double half = 0.5 * pow (10, point != NULL ? -(double) strlen (point + 1) : 0);

  for (guint i = 0; i < record->values->len; i++) {
    if (fabs (fabs (g_array_index (record->values, double, i)) - shown) <= half + 1e-9)
      return TRUE;
  }
  return FALSE;
}

/* "95 % interval", "of 100 people". */
static gboolean
is_wording (const char *figure)
{
  return g_str_equal (figure, "95") || g_str_equal (figure, "100");
}

typedef struct {
  Fixture *fixture;
  Record *record;
  const char *key;
} Walk;

static void
check_figures (Walk *walk, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (walk->fixture->number, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *figure = g_match_info_fetch (match, 0);

    walk->fixture->n_figures++;
    if (is_wording (figure) || value_says (walk->record, figure) ||
        text_says (walk->fixture, walk->record->texts->str, figure))
      continue;
    g_test_message ("%s: nothing says %s in \"%s\"", walk->key, figure, text);
    g_test_fail ();
  }
}

/* Values that a person moves are not figures of the evidence. */
static void
check_widget (GtkWidget *widget, gpointer user_data)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, AL_TYPE_STAGE_EXPLORER) == NULL)
    check_figures (user_data, gtk_label_get_text (GTK_LABEL (widget)));
}

static GtkWidget *
get_detail (Fixture *self)
{
  GtkWidget *page = GTK_WIDGET (self->page);

  return al_tree_find (page, GTK_TYPE_VIEWPORT, al_tree_count (page, GTK_TYPE_VIEWPORT) - 1);
}

static void
walk_entry (Fixture *self, GObject *item)
{
  g_autofree char *key = al_evidence_item_dup_key (item);
  Record record = {g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (double))};
  Walk walk = {self, &record, key};

  fill (&record, item, self->catalogue);
  g_assert_true (al_evidence_page_show (self->page, key, NULL));
  al_tree_each (get_detail (self), check_widget, &walk);
  g_string_free (record.texts, TRUE);
  g_array_unref (record.values);
}

static void
walk_section (Fixture *self, AlEvidenceSectionId id)
{
  g_autoptr (GListModel) items = al_evidence_section_get (id)->list (self->evidence);
  const guint before = self->n_figures;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, i);

    walk_entry (self, item);
  }
  g_test_message ("%s: %u figures", al_evidence_section_get (id)->name, self->n_figures - before);
}

static void
test_traced (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++)
    walk_section (self, (AlEvidenceSectionId) i);
  g_test_message ("%u figures in all", self->n_figures);
  g_assert_cmpuint (self->n_figures, >, 3000);
}

/* A study shows where it was published and how sure each of its outcomes is. */
static void
test_status_of_studies (Fixture *self, gconstpointer data)
{
  GListModel *studies = al_evidence_get_studies (self->evidence);

  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) study = g_list_model_get_item (studies, i);
    g_autofree char *key = al_evidence_item_dup_key (G_OBJECT (study));
    gsize n_outcomes;
    const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);

    g_assert_true (al_evidence_page_show (self->page, key, NULL));
    g_assert_true (al_tree_says (get_detail (self), al_study_get_citation (study)));
    g_assert_true (al_tree_says (get_detail (self), al_study_get_checked (study)));
    for (gsize j = 0; j < n_outcomes; j++)
      g_assert_true (
          al_tree_says (get_detail (self), al_certainty_get_label (outcomes[j].certainty)));
  }
}

/* A point shows its source, or that it is from memory. */
static void
test_status_of_points (Fixture *self, gconstpointer data)
{
  GListModel *cards = al_evidence_get_cards (self->evidence);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++) {
    g_autoptr (AlCard) card = g_list_model_get_item (cards, i);
    g_autofree char *key = al_evidence_item_dup_key (G_OBJECT (card));
    gsize n_points;
    const AlCardPoint *points = al_card_get_points (card, &n_points);

    g_assert_true (al_evidence_page_show (self->page, key, NULL));
    for (gsize j = 0; j < n_points; j++) {
      g_autofree char *source = al_words_for_source (&points[j], self->evidence);

      g_assert_true (al_tree_says (get_detail (self), source));
      g_assert_nonnull (strstr (source, al_certainty_get_label (points[j].certainty)));
    }
  }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);
  add ("/evidence-figures/traced", test_traced);
  add ("/evidence-figures/status-of-studies", test_status_of_studies);
  add ("/evidence-figures/status-of-points", test_status_of_points);
  return g_test_run ();
}
