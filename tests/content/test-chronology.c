/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-catalogue.h"
#include "al-chronology.h"

typedef struct {
  const char *study;
  AlStudyAnswer answer;
} Expected;

/* As their authors published them; each interval stands in its record. */
static const Expected expected[] = {
    {"danger-shock", AL_ANSWER_BETTER},
    {"culprit-shock", AL_ANSWER_BETTER},
    {"ecls-shock", AL_ANSWER_NO_DIFFERENCE},
    {"iabp-shock-ii", AL_ANSWER_NO_DIFFERENCE},
    /* The later benefit does not mend a primary outcome that was missed. */
    {"shock", AL_ANSWER_NO_DIFFERENCE},
    /* Survival: more is better. */
    {"zeng-2022", AL_ANSWER_BETTER},
    /* No groups, or no interval. */
    {"jin-2022", AL_ANSWER_UNTOLD},
    {"jentzer-2019", AL_ANSWER_UNTOLD},
    {"crisp-ami", AL_ANSWER_UNTOLD},
};

static void
test_answers (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlEvidence *evidence = al_catalogue_get_evidence (catalogue);
  GListModel *studies = al_evidence_get_studies (evidence);

  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) study = g_list_model_get_item (studies, i);

    g_test_message ("%s: %s", al_study_get_name (study),
                    al_study_answer_get_label (al_study_get_answer (study)));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
    AlStudy *study = al_evidence_find_study (evidence, expected[i].study);

    g_assert_nonnull (study);
    g_assert_cmpint (al_study_get_answer (study), ==, expected[i].answer);
  }
}

/* Every study and every guideline once in the first, in order; each study once among the others. */
static void
test_list (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlEvidence *evidence = al_catalogue_get_evidence (catalogue);
  const guint n_studies = g_list_model_get_n_items (al_evidence_get_studies (evidence));
  g_autoptr (GListModel) list = al_chronology_list (evidence);
  guint seen = 0, n_guidelines = 0;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1 + AL_N_QUESTIONS);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AlChronology) chronology = g_list_model_get_item (list, i);
    gsize n_events;
    const AlChronologyEvent *events = al_chronology_get_events (chronology, &n_events);

    g_assert_cmpuint (n_events, >, 0);
    n_guidelines = 0;
    for (gsize j = 0; j < n_events; j++) {
      g_assert_true ((events[j].study != NULL) != (events[j].guideline != NULL));
      g_assert_cmpuint (events[j].year, >=, j > 0 ? events[j - 1].year : 1990);
      n_guidelines += events[j].guideline != NULL;
      seen += i > 0 && events[j].study != NULL;
    }
    if (i == 0)
      g_assert_cmpuint (n_events, ==, n_studies + n_guidelines);
  }
  g_assert_cmpuint (n_guidelines, >=, 4);
  g_assert_cmpuint (seen, ==, n_studies);
}

static void
test_find (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlEvidence *evidence = al_catalogue_get_evidence (catalogue);
  g_autoptr (AlChronology) chronology = al_chronology_find (evidence, "va-ecmo");
  g_autoptr (AlChronology) none = al_chronology_find (evidence, "leeches");
  gsize n_events;
  const AlChronologyEvent *events;

  g_assert_null (none);
  g_assert_cmpstr (al_chronology_get_id (chronology), ==, "va-ecmo");
  g_assert_cmpstr (al_chronology_get_title (chronology), ==, "VA-ECMO");
  events = al_chronology_get_events (chronology, &n_events);
  for (gsize i = 0; i < n_events; i++) {
    g_assert_nonnull (al_chronology_event_get_name (&events[i]));
    if (events[i].study != NULL)
      g_assert_cmpint (al_study_get_question (events[i].study), ==, AL_QUESTION_VA_ECMO);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/chronology/answers", test_answers);
  g_test_add_func ("/content/chronology/list", test_list);
  g_test_add_func ("/content/chronology/find", test_find);
  return g_test_run ();
}
