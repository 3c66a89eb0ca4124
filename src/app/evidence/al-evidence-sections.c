/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-sections.h"

#include <glib/gi18n.h>

#include "al-card-view.h"
#include "al-chronology-card.h"
#include "al-claim-view.h"
#include "al-evidence-rows.h"
#include "al-exercise-view.h"
#include "al-forest-card.h"
#include "al-passage-view.h"
#include "al-study-view.h"

static GListModel *
list_claims (AlEvidence *evidence)
{
  return g_object_ref (al_evidence_get_claims (evidence));
}

static GListModel *
list_studies (AlEvidence *evidence)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (al_study_compare, NULL, NULL));

  return G_LIST_MODEL (
      gtk_sort_list_model_new (g_object_ref (al_evidence_get_studies (evidence)), sorter));
}

static GListModel *
list_forests (AlEvidence *evidence)
{
  return g_object_ref (al_evidence_get_forests (evidence));
}

static GListModel *
list_passages (AlEvidence *evidence)
{
  return g_object_ref (al_evidence_get_passages (evidence));
}

static gboolean
is_of_kind (gpointer card, gpointer kind)
{
  return al_card_get_kind (card) == (AlCardKind) GPOINTER_TO_INT (kind);
}

static GListModel *
list_cards (AlEvidence *evidence, AlCardKind kind)
{
  GtkFilter *filter =
      GTK_FILTER (gtk_custom_filter_new (is_of_kind, GINT_TO_POINTER ((int) kind), NULL));

  return G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (al_evidence_get_cards (evidence)), filter));
}

static GListModel *
list_guidelines (AlEvidence *evidence)
{
  return list_cards (evidence, AL_CARD_GUIDELINE);
}

static GListModel *
list_stages (AlEvidence *evidence)
{
  return list_cards (evidence, AL_CARD_STAGE);
}

static GListModel *
list_practice (AlEvidence *evidence)
{
  return list_cards (evidence, AL_CARD_PRACTICE);
}

static GListModel *
list_exercises (AlEvidence *evidence)
{
  return g_object_ref (al_evidence_get_exercises (evidence));
}

static GtkWidget *
show_chronology (AlCatalogue *catalogue, const char *id)
{
  g_autoptr (AlChronology) chronology =
      al_chronology_find (al_catalogue_get_evidence (catalogue), id);

  return chronology != NULL ? al_chronology_card_new (chronology) : NULL;
}

static GtkWidget *
show_claim (AlCatalogue *catalogue, const char *id)
{
  AlClaim *claim = al_evidence_find_claim (al_catalogue_get_evidence (catalogue), id);

  return claim != NULL ? GTK_WIDGET (al_claim_view_new (claim, catalogue)) : NULL;
}

static GtkWidget *
show_study (AlCatalogue *catalogue, const char *id)
{
  AlEvidence *evidence = al_catalogue_get_evidence (catalogue);
  AlStudy *study = al_evidence_find_study (evidence, id);

  return study != NULL ? GTK_WIDGET (al_study_view_new (study, evidence)) : NULL;
}

static GtkWidget *
show_forest (AlCatalogue *catalogue, const char *id)
{
  AlEvidence *evidence = al_catalogue_get_evidence (catalogue);
  AlForest *forest = al_evidence_find_forest (evidence, id);

  return forest != NULL ? GTK_WIDGET (al_forest_card_new (forest, evidence)) : NULL;
}

static GtkWidget *
show_passage (AlCatalogue *catalogue, const char *id)
{
  AlEvidence *evidence = al_catalogue_get_evidence (catalogue);
  AlPassage *passage = al_evidence_find_passage (evidence, id);

  return passage != NULL ? al_passage_view_new (passage, evidence) : NULL;
}

static GtkWidget *
show_card (AlCatalogue *catalogue, const char *id)
{
  AlCard *card = al_evidence_find_card (al_catalogue_get_evidence (catalogue), id);

  return card != NULL ? al_card_view_new (card, catalogue) : NULL;
}

static GtkWidget *
show_exercise (AlCatalogue *catalogue, const char *id)
{
  AlEvidence *evidence = al_catalogue_get_evidence (catalogue);
  AlExercise *exercise = al_evidence_find_exercise (evidence, id);

  return exercise != NULL ? al_exercise_view_new (exercise, evidence) : NULL;
}

static const AlEvidenceSection sections[AL_N_EVIDENCE_SECTIONS] = {
    [AL_EVIDENCE_CLAIMS] = {"claims", "claim", N_ ("Claims"),
                            N_ ("What the review claims, and what was measured"), list_claims,
                            al_claim_row_new, NULL, show_claim},
    [AL_EVIDENCE_STUDIES] = {"studies", "study", N_ ("Studies"),
                             N_ ("The trials and registries, with their counts"), list_studies,
                             al_study_row_new, al_study_row_update_header, show_study},
    [AL_EVIDENCE_FORESTS] = {"forests", "forest", N_ ("Forest plots"),
                             N_ ("Trials of the same question, side by side"), list_forests,
                             al_forest_row_new, NULL, show_forest},
    [AL_EVIDENCE_REVIEW] = {"review", "passage", N_ ("Review"),
                            N_ ("The review sentence by sentence, with its claims in the margin"),
                            list_passages, al_passage_row_new, NULL, show_passage},
    [AL_EVIDENCE_TIMELINE] = {"timeline", "timeline", N_ ("Timeline"),
                              N_ ("What appeared when, and what the review could know"),
                              al_chronology_list, al_chronology_row_new, NULL, show_chronology},
    [AL_EVIDENCE_GUIDELINES] = {"guidelines", "guideline", N_ ("Guidelines"),
                                N_ ("What societies recommend, with class and level"),
                                list_guidelines, al_card_row_new, NULL, show_card},
    [AL_EVIDENCE_STAGES] = {"stages", "stage", N_ ("Stages"),
                            N_ ("The stages of shock: move values and see the rule behind"),
                            list_stages, al_card_row_new, NULL, show_card},
    [AL_EVIDENCE_PRACTICE] = {"practice", "practice", N_ ("Practice"),
                              N_ ("Safety at the bedside, complications, weaning, numbers to know"),
                              list_practice, al_card_row_new, NULL, show_card},
    [AL_EVIDENCE_EXERCISES] = {"exercises", "exercise", N_ ("Exercises"),
                               N_ ("The same question, several answers: find out why"),
                               list_exercises, al_exercise_row_new, NULL, show_exercise},
};

/**
 * al_evidence_section_get:
 * @id: which section
 *
 * Returns: (transfer none): what it is made of
 */
const AlEvidenceSection *
al_evidence_section_get (AlEvidenceSectionId id)
{
  g_return_val_if_fail (id < AL_N_EVIDENCE_SECTIONS, NULL);
  return &sections[id];
}

/**
 * al_evidence_section_find:
 * @key: the key of an entry
 * @id: (out): in which section it stands
 *
 * Finds the section of a key.
 *
 * Returns: whether there is one
 */
gboolean
al_evidence_section_find (const char *key, AlEvidenceSectionId *id)
{
  g_auto (GStrv) parts = g_strsplit (key, ":", 2);

  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++) {
    if (g_strcmp0 (parts[0], sections[i].kind) == 0 && parts[1] != NULL) {
      *id = (AlEvidenceSectionId) i;
      return TRUE;
    }
  }
  return FALSE;
}
