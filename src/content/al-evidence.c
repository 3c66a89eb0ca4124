/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-reader.h"
#include "al-evidence.h"

#include <glib/gi18n-lib.h>

typedef gpointer (*ReadItem) (AlXml *xml, const xmlNode *node);
typedef const char *(*GetId) (gpointer item);
typedef const AlEvidencePlace *(*GetOrigin) (gpointer item);

/* What a file may hold. */
typedef enum {
  KIND_CLAIM,
  KIND_STUDY,
  KIND_FOREST,
  KIND_PASSAGE,
  KIND_CARD,
  KIND_EXERCISE,
  N_KINDS,
} KindId;

typedef struct {
  const char *element;
  GType (*get_type) (void);
  ReadItem read;
  GetId get_id;
  GetOrigin get_origin;
} Kind;

#define KIND(name)                                                                                 \
  {                                                                                                \
#name, al_##name##_get_type, (ReadItem) al_##name##_read, (GetId) al_##name##_get_id,          \
        (GetOrigin) al_##name##_get_origin                                                         \
  }

static const Kind kinds[N_KINDS] = {
    [KIND_CLAIM] = KIND (claim),     [KIND_STUDY] = KIND (study), [KIND_FOREST] = KIND (forest),
    [KIND_PASSAGE] = KIND (passage), [KIND_CARD] = KIND (card),   [KIND_EXERCISE] = KIND (exercise),
};

struct _AlEvidence {
  GObject parent_instance;

  GListStore *items[N_KINDS];
};

G_DEFINE_FINAL_TYPE (AlEvidence, al_evidence, G_TYPE_OBJECT)

static void
al_evidence_finalize (GObject *object)
{
  for (guint i = 0; i < N_KINDS; i++)
    g_object_unref (AL_EVIDENCE (object)->items[i]);
  G_OBJECT_CLASS (al_evidence_parent_class)->finalize (object);
}

static void
al_evidence_class_init (AlEvidenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_evidence_finalize;
}

static void
al_evidence_init (AlEvidence *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    self->items[i] = g_list_store_new (kinds[i].get_type ());
}

/**
 * al_evidence_new:
 *
 * Returns: (transfer full): evidence with nothing in it
 */
AlEvidence *
al_evidence_new (void)
{
  return g_object_new (AL_TYPE_EVIDENCE, NULL);
}

static gpointer
find (AlEvidence *self, KindId kind, const char *id)
{
  GListModel *model = G_LIST_MODEL (self->items[kind]);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (model, i);

    /* The store keeps it alive. */
    if (g_strcmp0 (kinds[kind].get_id (item), id) == 0)
      return item;
  }
  return NULL;
}

/* The schema lets no other element through. */
static KindId
get_kind (const xmlNode *node)
{
  for (guint i = 0; i < N_KINDS; i++) {
    if (al_xml_is (node, kinds[i].element))
      return (KindId) i;
  }
  g_return_val_if_reached (KIND_CLAIM);
}

static void
read_item (AlEvidence *self, AlXml *xml, const xmlNode *node)
{
  const KindId kind = get_kind (node);
  g_autofree char *id = al_xml_attribute (node, "id");
  const gboolean taken = find (self, kind, id) != NULL;
  g_autoptr (GObject) item = kinds[kind].read (xml, node);

  g_list_store_append (self->items[kind], item);
  if (taken)
    /* Translators: the first placeholder is "claim", "study" or "forest" as in the file */
    al_xml_error_at (xml, node, _ ("there is already a %s with the id '%s'"),
                     (const char *) node->name, id);
}

/* What an earlier file holds stays, and the rest of the later file is still good. */
static void
move_items (AlEvidence *self, AlEvidence *from, KindId kind, GPtrArray *problems)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (from->items[kind])); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (from->items[kind]), i);
    const char *id = kinds[kind].get_id (item);
    gpointer earlier = find (self, kind, id);
    const AlEvidencePlace *place = earlier != NULL ? kinds[kind].get_origin (earlier) : NULL;

    if (earlier == NULL)
      g_list_store_append (self->items[kind], item);
    else
      al_evidence_problem (problems, kinds[kind].get_origin (item),
                           _ ("'%s' stands already in %s, line %d, and the one there is used"), id,
                           place->file, place->line);
  }
}

static void
take_messages (const AlXml *xml, GPtrArray *problems)
{
  GPtrArray *messages = al_xml_get_messages (xml);

  for (guint i = 0; i < messages->len; i++)
    g_ptr_array_add (problems, g_strdup (g_ptr_array_index (messages, i)));
}

/**
 * al_evidence_read:
 * @self: the evidence
 * @xml: an evidence file; what is wrong in it is noted there
 * @problems: (element-type utf8): receives what is wrong between this file and those before
 *
 * Adds what a file holds, or nothing if anything is wrong with it.
 *
 * Returns: whether the file could be read
 */
gboolean
al_evidence_read (AlEvidence *self, AlXml *xml, GPtrArray *problems)
{
  g_autoptr (AlEvidence) read = al_evidence_new ();

  if (al_xml_check_schema (xml, "evidence")) {
    const xmlNode *node = al_xml_child (al_xml_get_root (xml), NULL);

    for (; node != NULL; node = al_xml_next (node, NULL))
      read_item (read, xml, node);
  }
  if (al_xml_failed (xml))
    return FALSE;
  for (guint i = 0; i < N_KINDS; i++)
    move_items (self, read, (KindId) i, problems);
  return TRUE;
}

/**
 * al_evidence_add:
 * @self: the evidence
 * @bytes: what an evidence file holds
 * @file: what to call it in messages
 * @problems: (element-type utf8): receives what is wrong, as `FILE:LINE: error: sentence`
 *
 * Reads a file and adds what it holds, or nothing if anything is wrong with it.
 *
 * Where an id stands already in an earlier file, that one stays, and @problems says so. References
 * between files are followed later, by al_evidence_check().
 *
 * Returns: whether the file could be read
 */
gboolean
al_evidence_add (AlEvidence *self, GBytes *bytes, const char *file, GPtrArray *problems)
{
  g_autoptr (AlXml) xml = al_xml_new (bytes, file);
  gboolean good;

  g_return_val_if_fail (AL_IS_EVIDENCE (self), FALSE);
  good = al_evidence_read (self, xml, problems);
  take_messages (xml, problems);
  return good;
}

/* A family has one parent, so that its members are told to be the same people at one glance. */
static void
check_parent (AlEvidence *self, AlStudy *study, GPtrArray *problems)
{
  const char *id = al_study_get_parent (study);
  AlStudy *parent = id != NULL ? find (self, KIND_STUDY, id) : NULL;

  if (id == NULL)
    return;
  if (parent == NULL)
    al_evidence_problem (problems, al_study_get_origin (study), _ ("there is no study '%s'"), id);
  else if (parent == study || al_study_get_parent (parent) != NULL)
    al_evidence_problem (problems, al_study_get_origin (study),
                         _ ("'%s' is itself a later report, and cannot be the parent of one"), id);
}

static void
check_studies (AlEvidence *self, GPtrArray *problems)
{
  GListModel *studies = G_LIST_MODEL (self->items[KIND_STUDY]);

  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) study = g_list_model_get_item (studies, i);

    check_parent (self, study, problems);
  }
}

static void
check_findings (AlEvidence *self, AlClaim *claim, GPtrArray *problems)
{
  gsize n_findings = 0;
  const AlFinding *findings = al_claim_get_findings (claim, &n_findings);

  for (gsize i = 0; i < n_findings; i++) {
    if (find (self, KIND_STUDY, findings[i].study) == NULL)
      al_evidence_problem (problems, al_claim_get_finding_origin (claim, i),
                           _ ("there is no study '%s'"), findings[i].study);
  }
}

static void
check_preset (const char *preset, const AlEvidencePlace *origin, AlEvidenceHasPreset has_preset,
              gpointer user_data, GPtrArray *problems)
{
  if (has_preset != NULL && preset != NULL && !has_preset (preset, user_data))
    al_evidence_problem (problems, origin, _ ("there is no preset '%s'"), preset);
}

/* Where the review is there to be read, a claim must stand in it. */
static void
check_places (AlEvidence *self, AlClaim *claim, GPtrArray *problems)
{
  GListModel *passages = G_LIST_MODEL (self->items[KIND_PASSAGE]);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++) {
    g_autoptr (AlPassage) passage = g_list_model_get_item (passages, i);
    const guint last = al_claim_get_last_sentence (claim, al_passage_get_code (passage));

    if (last > al_passage_get_n_sentences (passage))
      al_evidence_problem (problems, al_claim_get_origin (claim),
                           _ ("part %c of the review has no sentence %u"),
                           al_passage_get_code (passage), last);
  }
}

static void
check_claims (AlEvidence *self, AlEvidenceHasPreset has_preset, gpointer user_data,
              GPtrArray *problems)
{
  guint i = 0;

  while (i < g_list_model_get_n_items (G_LIST_MODEL (self->items[KIND_CLAIM]))) {
    g_autoptr (AlClaim) claim = g_list_model_get_item (G_LIST_MODEL (self->items[KIND_CLAIM]), i);
    guint n_problems = problems->len;

    check_findings (self, claim, problems);
    check_preset (al_claim_get_preset (claim), al_claim_get_origin (claim), has_preset, user_data,
                  problems);
    check_places (self, claim, problems);
    if (problems->len > n_problems)
      g_list_store_remove (self->items[KIND_CLAIM], i);
    else
      i++;
  }
}

static void
check_points (AlEvidence *self, AlCard *card, GPtrArray *problems)
{
  gsize n_points;
  const AlCardPoint *points = al_card_get_points (card, &n_points);

  for (gsize i = 0; i < n_points; i++) {
    if (points[i].study != NULL && find (self, KIND_STUDY, points[i].study) == NULL)
      al_evidence_problem (problems, al_card_get_point_origin (card, i),
                           _ ("there is no study '%s'"), points[i].study);
  }
}

static void
check_cards (AlEvidence *self, AlEvidenceHasPreset has_preset, gpointer user_data,
             GPtrArray *problems)
{
  GListStore *cards = self->items[KIND_CARD];
  guint i = 0;

  while (i < g_list_model_get_n_items (G_LIST_MODEL (cards))) {
    g_autoptr (AlCard) card = g_list_model_get_item (G_LIST_MODEL (cards), i);
    guint n_problems = problems->len;

    check_points (self, card, problems);
    check_preset (al_card_get_preset (card), al_card_get_origin (card), has_preset, user_data,
                  problems);
    if (problems->len > n_problems)
      g_list_store_remove (cards, i);
    else
      i++;
  }
}

static void
check_analyses (AlEvidence *self, AlExercise *exercise, GPtrArray *problems)
{
  gsize n_analyses;
  const AlAnalysis *analyses = al_exercise_get_analyses (exercise, &n_analyses);

  for (gsize i = 0; i < n_analyses; i++) {
    const AlEvidencePlace *origin = al_exercise_get_analysis_origin (exercise, i);
    AlStudy *study = find (self, KIND_STUDY, analyses[i].study);

    if (study == NULL)
      al_evidence_problem (problems, origin, _ ("there is no study '%s'"), analyses[i].study);
    else if (al_study_find_outcome (study, analyses[i].outcome) == NULL)
      al_evidence_problem (problems, origin, _ ("study '%s' has no outcome '%s'"),
                           analyses[i].study, analyses[i].outcome);
  }
}

static void
check_exercises (AlEvidence *self, GPtrArray *problems)
{
  GListStore *exercises = self->items[KIND_EXERCISE];
  guint i = 0;

  while (i < g_list_model_get_n_items (G_LIST_MODEL (exercises))) {
    g_autoptr (AlExercise) exercise = g_list_model_get_item (G_LIST_MODEL (exercises), i);
    guint n_problems = problems->len;

    check_analyses (self, exercise, problems);
    if (problems->len > n_problems)
      g_list_store_remove (exercises, i);
    else
      i++;
  }
}

static AlStudy *
find_study_of_forest (const char *id, gpointer user_data)
{
  return find (user_data, KIND_STUDY, id);
}

static void
check_forests (AlEvidence *self, GPtrArray *problems)
{
  guint i = 0;

  while (i < g_list_model_get_n_items (G_LIST_MODEL (self->items[KIND_FOREST]))) {
    g_autoptr (AlForest) forest =
        g_list_model_get_item (G_LIST_MODEL (self->items[KIND_FOREST]), i);

    if (al_forest_resolve (forest, find_study_of_forest, self, problems))
      i++;
    else
      g_list_store_remove (self->items[KIND_FOREST], i);
  }
}

/**
 * al_evidence_check:
 * @self: the evidence, all files of which have been added
 * @has_preset: (nullable) (scope call): answers whether a preset exists; %NULL to believe every
 * claim
 * @user_data: given to @has_preset
 * @problems: (element-type utf8): receives what is wrong, as `FILE:LINE: error: sentence`
 *
 * Follows the references between claims, studies, forests and presets, and computes the forests.
 *
 * A claim or forest with a reference that leads nowhere is taken out, so that what remains can be
 * shown. A study stays even if its parent is not found: its figures stand by themselves.
 *
 * Returns: whether nothing is wrong
 */
gboolean
al_evidence_check (AlEvidence *self, AlEvidenceHasPreset has_preset, gpointer user_data,
                   GPtrArray *problems)
{
  guint n_problems = problems->len;

  g_return_val_if_fail (AL_IS_EVIDENCE (self), FALSE);

  check_studies (self, problems);
  check_claims (self, has_preset, user_data, problems);
  check_cards (self, has_preset, user_data, problems);
  check_exercises (self, problems);
  check_forests (self, problems);
  return problems->len == n_problems;
}

/**
 * al_evidence_get_claims:
 * @self: the evidence
 *
 * Returns: (transfer none): a list of #AlClaim
 */
GListModel *
al_evidence_get_claims (AlEvidence *self)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return G_LIST_MODEL (self->items[KIND_CLAIM]);
}

/**
 * al_evidence_get_studies:
 * @self: the evidence
 *
 * Returns: (transfer none): a list of #AlStudy
 */
GListModel *
al_evidence_get_studies (AlEvidence *self)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return G_LIST_MODEL (self->items[KIND_STUDY]);
}

/**
 * al_evidence_get_forests:
 * @self: the evidence
 *
 * Returns: (transfer none): a list of #AlForest
 */
GListModel *
al_evidence_get_forests (AlEvidence *self)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return G_LIST_MODEL (self->items[KIND_FOREST]);
}

/**
 * al_evidence_get_passages:
 * @self: the evidence
 *
 * Returns: (transfer none): a list of #AlPassage, in the order of the review
 */
GListModel *
al_evidence_get_passages (AlEvidence *self)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return G_LIST_MODEL (self->items[KIND_PASSAGE]);
}

/**
 * al_evidence_get_cards:
 * @self: the evidence
 *
 * Returns: (transfer none): a list of #AlCard
 */
GListModel *
al_evidence_get_cards (AlEvidence *self)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return G_LIST_MODEL (self->items[KIND_CARD]);
}

/**
 * al_evidence_get_exercises:
 * @self: the evidence
 *
 * Returns: (transfer none): a list of #AlExercise
 */
GListModel *
al_evidence_get_exercises (AlEvidence *self)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return G_LIST_MODEL (self->items[KIND_EXERCISE]);
}

/**
 * al_evidence_find_claim:
 * @self: the evidence
 * @id: the id of a claim
 *
 * Returns: (transfer none) (nullable): the claim
 */
AlClaim *
al_evidence_find_claim (AlEvidence *self, const char *id)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return find (self, KIND_CLAIM, id);
}

/**
 * al_evidence_find_study:
 * @self: the evidence
 * @id: the id of a study
 *
 * Returns: (transfer none) (nullable): the study
 */
AlStudy *
al_evidence_find_study (AlEvidence *self, const char *id)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return find (self, KIND_STUDY, id);
}

/**
 * al_evidence_find_forest:
 * @self: the evidence
 * @id: the id of a forest
 *
 * Returns: (transfer none) (nullable): the forest
 */
AlForest *
al_evidence_find_forest (AlEvidence *self, const char *id)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return find (self, KIND_FOREST, id);
}

/**
 * al_evidence_find_passage:
 * @self: the evidence
 * @id: the id of a part of the review
 *
 * Returns: (transfer none) (nullable): the passage
 */
AlPassage *
al_evidence_find_passage (AlEvidence *self, const char *id)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return find (self, KIND_PASSAGE, id);
}

/**
 * al_evidence_find_card:
 * @self: the evidence
 * @id: the id of a card
 *
 * Returns: (transfer none) (nullable): the card
 */
AlCard *
al_evidence_find_card (AlEvidence *self, const char *id)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return find (self, KIND_CARD, id);
}

/**
 * al_evidence_find_exercise:
 * @self: the evidence
 * @id: the id of an exercise
 *
 * Returns: (transfer none) (nullable): the exercise
 */
AlExercise *
al_evidence_find_exercise (AlEvidence *self, const char *id)
{
  g_return_val_if_fail (AL_IS_EVIDENCE (self), NULL);

  return find (self, KIND_EXERCISE, id);
}
