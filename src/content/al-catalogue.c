/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-catalogue-private.h"
#include "al-evidence-reader.h"
#include "al-reader.h"

#include <glib/gi18n-lib.h>

/**
 * AlCatalogue:
 *
 * Everything there is to open: what is built in, and what a person put into the folder for it. A
 * file that cannot be used is left out and listed as a problem, so that the program always starts.
 */
struct _AlCatalogue {
  GObject parent_instance;
  GListStore *patients;
  GListStore *presets;
  GListStore *cases;
  AlEvidence *evidence;
  GHashTable *by_kind[AL_N_KINDS]; /* id to object, borrowed from the lists */
  GHashTable *origins;             /* "kind id" to the name of its file */
  GPtrArray *problems;
};

G_DEFINE_FINAL_TYPE (AlCatalogue, al_catalogue, G_TYPE_OBJECT)

/* The order in which kinds are read: each refers only to those before it. */
static const char *const kind_names[AL_N_KINDS] = {
    [AL_KIND_OF_PATIENT] = "patient",
    [AL_KIND_OF_PRESET] = "preset",
    [AL_KIND_OF_EVIDENCE] = "evidence",
    [AL_KIND_OF_CASE] = "case",
};

static void
al_catalogue_finalize (GObject *object)
{
  AlCatalogue *self = AL_CATALOGUE (object);

  for (guint i = 0; i < AL_N_KINDS; i++)
    g_hash_table_unref (self->by_kind[i]);
  g_hash_table_unref (self->origins);
  g_object_unref (self->patients);
  g_object_unref (self->presets);
  g_object_unref (self->cases);
  g_object_unref (self->evidence);
  g_ptr_array_unref (self->problems);
  G_OBJECT_CLASS (al_catalogue_parent_class)->finalize (object);
}

static void
al_catalogue_class_init (AlCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_catalogue_finalize;
}

static void
al_catalogue_init (AlCatalogue *self)
{
  self->patients = g_list_store_new (AL_TYPE_PATIENT);
  self->presets = g_list_store_new (AL_TYPE_PRESET);
  self->cases = g_list_store_new (AL_TYPE_CASE);
  self->evidence = al_evidence_new ();
  for (guint i = 0; i < AL_N_KINDS; i++)
    self->by_kind[i] = g_hash_table_new (g_str_hash, g_str_equal);
  self->origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->problems = g_ptr_array_new_null_terminated (0, g_free, TRUE);
}

static int
kind_of (const char *name)
{
  for (int i = 0; i < AL_N_KINDS; i++) {
    if (g_str_equal (kind_names[i], name))
      return i;
  }
  return -1;
}

/* Whether a file is the first of its id; a shadowed built-in one gives way in silence. */
static gboolean
claim_id (AlCatalogue *self, AlXml *xml, const char *id, gboolean may_give_way)
{
  g_autofree char *key = g_strdup_printf ("%s %s", al_xml_get_kind (xml), id);
  const char *origin = g_hash_table_lookup (self->origins, key);

  if (origin == NULL) {
    g_hash_table_insert (self->origins, g_steal_pointer (&key),
                         g_strdup (al_xml_get_file_name (xml)));
    return TRUE;
  }
  if (!may_give_way)
    al_xml_error_at (xml, al_xml_get_root (xml), _ ("the id '%s' is taken already, by %s"), id,
                     origin);
  return FALSE;
}

static void
keep (AlCatalogue *self, AlContentKind kind, const char *id, GListStore *list, gpointer object)
{
  g_list_store_append (list, object);
  g_hash_table_insert (self->by_kind[kind], (gpointer) id, object);
}

static void
read_patient (AlCatalogue *self, AlXml *xml, gboolean may_give_way)
{
  g_autoptr (AlPatient) patient = al_patient_read (xml);

  if (patient != NULL && claim_id (self, xml, al_patient_get_id (patient), may_give_way))
    keep (self, AL_KIND_OF_PATIENT, al_patient_get_id (patient), self->patients, patient);
}

static void
read_preset (AlCatalogue *self, AlXml *xml, gboolean may_give_way)
{
  g_autoptr (AlPreset) preset = al_preset_read (xml, self);

  if (preset != NULL && claim_id (self, xml, al_preset_get_id (preset), may_give_way))
    keep (self, AL_KIND_OF_PRESET, al_preset_get_id (preset), self->presets, preset);
}

static void
read_case (AlCatalogue *self, AlXml *xml, gboolean may_give_way)
{
  g_autoptr (AlCase) content = al_case_read (xml, self);

  if (content != NULL && claim_id (self, xml, al_case_get_id (content), may_give_way))
    keep (self, AL_KIND_OF_CASE, al_case_get_id (content), self->cases, content);
}

/* Evidence has no id of a file but many inside; a built-in file gives way to one of the same name.
 */
static void
read_evidence (AlCatalogue *self, AlXml *xml, gboolean may_give_way)
{
  const char *file_name = al_xml_get_file_name (xml);
  g_autofree char *name = g_path_get_basename (file_name);
  g_autofree char *key = g_strdup_printf ("evidence %s", name);

  if (may_give_way && g_hash_table_contains (self->origins, key))
    return;
  g_hash_table_insert (self->origins, g_steal_pointer (&key), g_strdup (file_name));
  al_evidence_read (self->evidence, xml, self->problems);
}

static void
read_file (AlCatalogue *self, AlXml *xml, gboolean may_give_way)
{
  switch (kind_of (al_xml_get_kind (xml))) {
  case AL_KIND_OF_PATIENT:
    read_patient (self, xml, may_give_way);
    break;
  case AL_KIND_OF_PRESET:
    read_preset (self, xml, may_give_way);
    break;
  case AL_KIND_OF_CASE:
    read_case (self, xml, may_give_way);
    break;
  case AL_KIND_OF_EVIDENCE:
    read_evidence (self, xml, may_give_way);
    break;
  default:
    break;
  }
}

static void
keep_problems (AlCatalogue *self, const AlXml *xml)
{
  GPtrArray *messages = al_xml_get_messages (xml);

  for (guint i = 0; i < messages->len; i++)
    g_ptr_array_add (self->problems, g_strdup (g_ptr_array_index (messages, i)));
}

static gboolean
has_preset (const char *id, gpointer user_data)
{
  return al_catalogue_find_preset (user_data, id) != NULL;
}

static void
report_unknown_kind (AlXml *xml)
{
  al_xml_problem (
      xml, AL_CONTENT_ERROR_SCHEMA, al_xml_line (al_xml_get_root (xml)),
      _ ("'%s' is not a kind of content; a file is a patient, a preset, a case or evidence"),
      al_xml_get_kind (xml));
}

/**
 * al_catalogue_load:
 * @self: a catalogue
 * @sources: (array length=n_sources): where files come from, the first first
 * @n_sources: how many
 *
 * Reads all files, kind after kind, so that a file may refer to what another source holds. Where
 * two files have the same id the first one stays.
 */
void
al_catalogue_load (AlCatalogue *self, const AlContentSource *sources, guint n_sources)
{
  for (int kind = 0; kind < AL_N_KINDS; kind++) {
    for (guint s = 0; s < n_sources; s++) {
      for (guint i = 0; i < sources[s].files->len; i++) {
        AlXml *xml = g_ptr_array_index (sources[s].files, i);
        if (kind_of (al_xml_get_kind (xml)) == kind)
          read_file (self, xml, sources[s].may_give_way);
      }
    }
    if (kind == AL_KIND_OF_EVIDENCE)
      al_evidence_check (self->evidence, has_preset, self, self->problems);
  }
  for (guint s = 0; s < n_sources; s++) {
    for (guint i = 0; i < sources[s].files->len; i++) {
      AlXml *xml = g_ptr_array_index (sources[s].files, i);
      if (!al_xml_failed (xml) && kind_of (al_xml_get_kind (xml)) < 0)
        report_unknown_kind (xml);
      keep_problems (self, xml);
    }
  }
}

/**
 * al_catalogue_dup_default_folder:
 *
 * Returns: (transfer full): the folder for a person's own files, which need not exist
 */
char *
al_catalogue_dup_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "afterload", NULL);
}

/**
 * al_catalogue_new:
 * @user_folder: (nullable): a folder with a person's own files, %NULL for the built-in content
 * alone
 *
 * Reads everything there is. It takes milliseconds and never fails: see
 * al_catalogue_get_problems().
 *
 * Returns: (transfer full): the catalogue
 */
AlCatalogue *
al_catalogue_new (const char *user_folder)
{
  gboolean exists = user_folder != NULL && g_file_test (user_folder, G_FILE_TEST_IS_DIR);
  const char *paths[] = {exists ? user_folder : NULL, NULL};
  g_autoptr (GPtrArray) built_in = al_content_source_built_in ();
  g_autoptr (GPtrArray) own = al_content_source_paths (paths);
  const AlContentSource sources[] = {{.files = built_in}, {.files = own}};
  AlCatalogue *self = g_object_new (AL_TYPE_CATALOGUE, NULL);

  for (guint i = 0; i < built_in->len; i++)
    al_xml_trust (g_ptr_array_index (built_in, i));
  al_catalogue_load (self, sources, G_N_ELEMENTS (sources));
  return self;
}

/**
 * al_catalogue_get_patients:
 * @self: a catalogue
 *
 * Returns: (transfer none): a list of #AlPatient
 */
GListModel *
al_catalogue_get_patients (AlCatalogue *self)
{
  return G_LIST_MODEL (self->patients);
}

/**
 * al_catalogue_get_presets:
 * @self: a catalogue
 *
 * Returns: (transfer none): a list of #AlPreset
 */
GListModel *
al_catalogue_get_presets (AlCatalogue *self)
{
  return G_LIST_MODEL (self->presets);
}

/**
 * al_catalogue_get_cases:
 * @self: a catalogue
 *
 * Returns: (transfer none): a list of #AlCase
 */
GListModel *
al_catalogue_get_cases (AlCatalogue *self)
{
  return G_LIST_MODEL (self->cases);
}

/**
 * al_catalogue_get_evidence:
 * @self: a catalogue
 *
 * Returns: (transfer none): claims, studies and forest plots
 */
AlEvidence *
al_catalogue_get_evidence (AlCatalogue *self)
{
  return self->evidence;
}

/**
 * al_catalogue_find_patient:
 * @self: a catalogue
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the patient
 */
AlPatient *
al_catalogue_find_patient (AlCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->by_kind[AL_KIND_OF_PATIENT], id);
}

/**
 * al_catalogue_find_preset:
 * @self: a catalogue
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the preset
 */
AlPreset *
al_catalogue_find_preset (AlCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->by_kind[AL_KIND_OF_PRESET], id);
}

/**
 * al_catalogue_find_case:
 * @self: a catalogue
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the case
 */
AlCase *
al_catalogue_find_case (AlCatalogue *self, const char *id)
{
  return g_hash_table_lookup (self->by_kind[AL_KIND_OF_CASE], id);
}

/**
 * al_catalogue_get_problems:
 * @self: a catalogue
 *
 * Returns: (transfer none): `FILE:LINE: error: sentence` for everything that was left out,
 *   %NULL-terminated
 */
const char *const *
al_catalogue_get_problems (AlCatalogue *self)
{
  static const char *const none[] = {NULL};

  return self->problems->len > 0 ? (const char *const *) self->problems->pdata : none;
}
