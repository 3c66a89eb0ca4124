/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-chronology.h"

#include <glib/gi18n-lib.h>

/**
 * AlChronology:
 *
 * What appeared when: the studies of one question, or all of them, and the guidelines, in the order
 * of their years.
 */
struct _AlChronology {
  GObject parent_instance;

  const char *id;
  const char *title;
  GArray *events; /* of AlChronologyEvent */
};

G_DEFINE_FINAL_TYPE (AlChronology, al_chronology, G_TYPE_OBJECT)

static void
event_clear (gpointer data)
{
  AlChronologyEvent *event = data;

  g_clear_object (&event->study);
  g_clear_object (&event->guideline);
}

static void
al_chronology_finalize (GObject *object)
{
  g_array_unref (AL_CHRONOLOGY (object)->events);
  G_OBJECT_CLASS (al_chronology_parent_class)->finalize (object);
}

static void
al_chronology_class_init (AlChronologyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_chronology_finalize;
}

static void
al_chronology_init (AlChronology *self)
{
  self->events = g_array_new (FALSE, TRUE, sizeof (AlChronologyEvent));
  g_array_set_clear_func (self->events, event_clear);
}

/* Within a year randomised studies come first, and guidelines last. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const AlChronologyEvent *first = a, *second = b;

  if (first->year != second->year)
    return first->year < second->year ? -1 : 1;
  if ((first->study != NULL) != (second->study != NULL))
    return first->study != NULL ? -1 : 1;
  if (first->study != NULL &&
      al_study_get_design (first->study) != al_study_get_design (second->study))
    return (int) al_study_get_design (first->study) - (int) al_study_get_design (second->study);
  return g_strcmp0 (al_chronology_event_get_name (first), al_chronology_event_get_name (second));
}

static void
add_studies (AlChronology *self, AlEvidence *evidence, const AlStudyQuestion *question)
{
  GListModel *studies = al_evidence_get_studies (evidence);

  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) study = g_list_model_get_item (studies, i);
    const AlChronologyEvent event = {.year = al_study_get_year (study), .study = study};

    if (question != NULL && al_study_get_question (study) != *question)
      continue;
    g_object_ref (study);
    g_array_append_val (self->events, event);
  }
}

static void
add_guidelines (AlChronology *self, AlEvidence *evidence)
{
  GListModel *cards = al_evidence_get_cards (evidence);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++) {
    g_autoptr (AlCard) card = g_list_model_get_item (cards, i);
    const AlChronologyEvent event = {.year = al_card_get_year (card), .guideline = card};

    if (al_card_get_kind (card) != AL_CARD_GUIDELINE)
      continue;
    g_object_ref (card);
    g_array_append_val (self->events, event);
  }
}

/* Of a question nothing was asked of, there is none. */
static void
add_chronology (GListStore *list, AlEvidence *evidence, const AlStudyQuestion *question)
{
  static const char *const ids[AL_N_QUESTIONS] = {
      "revascularisation", "balloon-pump", "va-ecmo", "flow-pump",
      "any-device",        "combination",  "arrest",  "course",
  };
  g_autoptr (AlChronology) self = g_object_new (AL_TYPE_CHRONOLOGY, NULL);

  self->id = question != NULL ? ids[*question] : "all";
  self->title = question != NULL ? al_study_question_get_label (*question) : _ ("All questions");
  add_studies (self, evidence, question);
  if (self->events->len == 0)
    return;
  add_guidelines (self, evidence);
  g_array_sort (self->events, compare_events);
  g_list_store_append (list, self);
}

/**
 * al_chronology_list:
 * @evidence: studies and guidelines
 *
 * Orders what there is by its years: all of it, and then question by question.
 *
 * Returns: (transfer full): a list of #AlChronology
 */
GListModel *
al_chronology_list (AlEvidence *evidence)
{
  GListStore *list = g_list_store_new (AL_TYPE_CHRONOLOGY);

  add_chronology (list, evidence, NULL);
  for (guint i = 0; i < AL_N_QUESTIONS; i++) {
    const AlStudyQuestion question = (AlStudyQuestion) i;

    add_chronology (list, evidence, &question);
  }
  return G_LIST_MODEL (list);
}

/**
 * al_chronology_find:
 * @evidence: studies and guidelines
 * @id: `all`, or a question as evidence files name it
 *
 * Returns: (transfer full) (nullable): the chronology of that question
 */
AlChronology *
al_chronology_find (AlEvidence *evidence, const char *id)
{
  g_autoptr (GListModel) list = al_chronology_list (evidence);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AlChronology) chronology = g_list_model_get_item (list, i);

    if (g_str_equal (chronology->id, id))
      return g_steal_pointer (&chronology);
  }
  return NULL;
}

/**
 * al_chronology_get_id:
 * @self: a chronology
 *
 * Returns: (transfer none): its id, as for al_chronology_find()
 */
const char *
al_chronology_get_id (AlChronology *self)
{
  g_return_val_if_fail (AL_IS_CHRONOLOGY (self), NULL);

  return self->id;
}

/**
 * al_chronology_get_title:
 * @self: a chronology
 *
 * Returns: (transfer none): its question, in the language of the person
 */
const char *
al_chronology_get_title (AlChronology *self)
{
  g_return_val_if_fail (AL_IS_CHRONOLOGY (self), NULL);

  return self->title;
}

/**
 * al_chronology_get_events:
 * @self: a chronology
 * @n_events: (out): how many
 *
 * Returns: (transfer none) (array length=n_events): what appeared, the earliest first
 */
const AlChronologyEvent *
al_chronology_get_events (AlChronology *self, gsize *n_events)
{
  g_return_val_if_fail (AL_IS_CHRONOLOGY (self), NULL);

  *n_events = self->events->len;
  return (const AlChronologyEvent *) self->events->data;
}

/**
 * al_chronology_event_get_name:
 * @event: an event
 *
 * Returns: (transfer none): the short name of the study, or the title of the guideline
 */
const char *
al_chronology_event_get_name (const AlChronologyEvent *event)
{
  return event->study != NULL ? al_study_get_name (event->study)
                              : al_card_get_title (event->guideline);
}
