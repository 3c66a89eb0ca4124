/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-reader.h"
#include "al-evidence.h"

#include <glib/gi18n-lib.h>

struct _AlEvidence {
  GObject parent_instance;

  GListStore *claims;
  GListStore *studies;
  GListStore *forests;
};

G_DEFINE_FINAL_TYPE (AlEvidence, al_evidence, G_TYPE_OBJECT)

static void
al_evidence_finalize (GObject *object)
{
  AlEvidence *self = AL_EVIDENCE (object);

  g_object_unref (self->claims);
  g_object_unref (self->studies);
  g_object_unref (self->forests);
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
  self->claims = g_list_store_new (AL_TYPE_CLAIM);
  self->studies = g_list_store_new (AL_TYPE_STUDY);
  self->forests = g_list_store_new (AL_TYPE_FOREST);
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

typedef const char *(*GetId) (gpointer item);

static gpointer
find (GListStore *store, const char *id, GetId get_id)
{
  GListModel *model = G_LIST_MODEL (store);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (model, i);

    /* The store keeps it alive. */
    if (g_strcmp0 (get_id (item), id) == 0)
      return item;
  }
  return NULL;
}

static gpointer
find_claim (AlEvidence *self, const char *id)
{
  return find (self->claims, id, (GetId) al_claim_get_id);
}

static gpointer
find_study (AlEvidence *self, const char *id)
{
  return find (self->studies, id, (GetId) al_study_get_id);
}

static gpointer
find_forest (AlEvidence *self, const char *id)
{
  return find (self->forests, id, (GetId) al_forest_get_id);
}

static void
read_item (AlEvidence *self, AlXml *xml, const xmlNode *node)
{
  g_autofree char *id = al_xml_attribute (node, "id");
  g_autoptr (GObject) item = NULL;
  gboolean taken;

  if (al_xml_is (node, "claim")) {
    taken = find_claim (self, id) != NULL;
    item = G_OBJECT (al_claim_read (xml, node));
    g_list_store_append (self->claims, item);
  } else if (al_xml_is (node, "study")) {
    taken = find_study (self, id) != NULL;
    item = G_OBJECT (al_study_read (xml, node));
    g_list_store_append (self->studies, item);
  } else {
    taken = find_forest (self, id) != NULL;
    item = G_OBJECT (al_forest_read (xml, node));
    g_list_store_append (self->forests, item);
  }
  if (taken)
    /* Translators: the first placeholder is "claim", "study" or "forest" as in the file */
    al_xml_error_at (xml, node, _ ("there is already a %s with the id '%s'"),
                     (const char *) node->name, id);
}

typedef const AlEvidencePlace *(*GetOrigin) (gpointer item);

/* What an earlier file holds stays, and the rest of the later file is still good. */
static void
move_items (GListStore *to, GListStore *from, GetId get_id, GetOrigin get_origin,
            GPtrArray *problems)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (from)); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (from), i);
    gpointer earlier = find (to, get_id (item), get_id);

    if (earlier == NULL)
      g_list_store_append (to, item);
    else
      al_evidence_problem (problems, get_origin (item),
                           _ ("'%s' stands already in %s, line %d, and the one there is used"),
                           get_id (item), get_origin (earlier)->file, get_origin (earlier)->line);
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
  move_items (self->claims, read->claims, (GetId) al_claim_get_id, (GetOrigin) al_claim_get_origin,
              problems);
  move_items (self->studies, read->studies, (GetId) al_study_get_id,
              (GetOrigin) al_study_get_origin, problems);
  move_items (self->forests, read->forests, (GetId) al_forest_get_id,
              (GetOrigin) al_forest_get_origin, problems);
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

static void
check_findings (AlEvidence *self, AlClaim *claim, GPtrArray *problems)
{
  gsize n_findings = 0;
  const AlFinding *findings = al_claim_get_findings (claim, &n_findings);

  for (gsize i = 0; i < n_findings; i++) {
    if (find_study (self, findings[i].study) == NULL)
      al_evidence_problem (problems, al_claim_get_finding_origin (claim, i),
                           _ ("there is no study '%s'"), findings[i].study);
  }
}

static void
check_preset (AlClaim *claim, AlEvidenceHasPreset has_preset, gpointer user_data,
              GPtrArray *problems)
{
  const char *preset = al_claim_get_preset (claim);

  if (has_preset != NULL && preset != NULL && !has_preset (preset, user_data))
    al_evidence_problem (problems, al_claim_get_origin (claim), _ ("there is no preset '%s'"),
                         preset);
}

static void
check_claims (AlEvidence *self, AlEvidenceHasPreset has_preset, gpointer user_data,
              GPtrArray *problems)
{
  guint i = 0;

  while (i < g_list_model_get_n_items (G_LIST_MODEL (self->claims))) {
    g_autoptr (AlClaim) claim = g_list_model_get_item (G_LIST_MODEL (self->claims), i);
    guint n_problems = problems->len;

    check_findings (self, claim, problems);
    check_preset (claim, has_preset, user_data, problems);
    if (problems->len > n_problems)
      g_list_store_remove (self->claims, i);
    else
      i++;
  }
}

static AlStudy *
find_study_of_forest (const char *id, gpointer user_data)
{
  return find_study (user_data, id);
}

static void
check_forests (AlEvidence *self, GPtrArray *problems)
{
  guint i = 0;

  while (i < g_list_model_get_n_items (G_LIST_MODEL (self->forests))) {
    g_autoptr (AlForest) forest = g_list_model_get_item (G_LIST_MODEL (self->forests), i);

    if (al_forest_resolve (forest, find_study_of_forest, self, problems))
      i++;
    else
      g_list_store_remove (self->forests, i);
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
 * shown.
 *
 * Returns: whether nothing is wrong
 */
gboolean
al_evidence_check (AlEvidence *self, AlEvidenceHasPreset has_preset, gpointer user_data,
                   GPtrArray *problems)
{
  guint n_problems = problems->len;

  g_return_val_if_fail (AL_IS_EVIDENCE (self), FALSE);

  check_claims (self, has_preset, user_data, problems);
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

  return G_LIST_MODEL (self->claims);
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

  return G_LIST_MODEL (self->studies);
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

  return G_LIST_MODEL (self->forests);
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

  return find_claim (self, id);
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

  return find_study (self, id);
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

  return find_forest (self, id);
}
