/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-reader.h"

/**
 * AlPatient:
 *
 * A patient: a name, a story, and what differs from the normal adult. It never changes.
 */
struct _AlPatient {
  GObject parent_instance;
  char *id;
  char *name;
  char *story;
  char **sources;
  AlSettings settings;
};

G_DEFINE_FINAL_TYPE (AlPatient, al_patient, G_TYPE_OBJECT)

static void
al_patient_finalize (GObject *object)
{
  AlPatient *self = AL_PATIENT (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->story);
  g_strfreev (self->sources);
  G_OBJECT_CLASS (al_patient_parent_class)->finalize (object);
}

static void
al_patient_class_init (AlPatientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_patient_finalize;
}

static void
al_patient_init (AlPatient *self)
{
  al_settings_init (&self->settings);
}

static void
read_settings (AlPatient *self, AlXml *xml)
{
  g_autoptr (GArray) commands = g_array_new (FALSE, FALSE, sizeof (AlCommand));

  al_actions_read (xml, al_xml_get_root (xml), 0, commands);
  for (guint i = 0; i < commands->len; i++) {
    const AlCommand *command = &g_array_index (commands, AlCommand, i);
    self->settings.value[command->parameter] = command->value;
  }
}

/**
 * al_patient_read:
 * @xml: a patient file
 *
 * Reads a patient; what is wrong is noted in @xml.
 *
 * Returns: (transfer full) (nullable): the patient, %NULL when the file cannot be used
 */
AlPatient *
al_patient_read (AlXml *xml)
{
  g_autoptr (AlPatient) self = NULL;
  const xmlNode *root;

  if (!al_xml_check_schema (xml, "patient"))
    return NULL;
  al_xml_check_empty (xml);
  root = al_xml_get_root (xml);
  self = g_object_new (AL_TYPE_PATIENT, NULL);
  self->id = al_xml_attribute (root, "id");
  self->name = al_xml_child_text (root, "name");
  self->story = al_xml_child_text (root, "story");
  self->sources = al_xml_child_texts (root, "source");
  read_settings (self, xml);
  return al_xml_failed (xml) ? NULL : g_steal_pointer (&self);
}

/**
 * al_patient_new_from_bytes:
 * @bytes: what a patient file holds
 * @file_name: what to call it in messages
 * @error: (out) (optional): what is wrong, in the domain %AL_CONTENT_ERROR
 *
 * Reads a patient that stands outside the catalogue.
 *
 * Returns: (transfer full) (nullable): the patient
 */
AlPatient *
al_patient_new_from_bytes (GBytes *bytes, const char *file_name, GError **error)
{
  g_autoptr (AlXml) xml = al_xml_new (bytes, file_name);
  g_autoptr (AlPatient) self = al_patient_read (xml);

  if (!al_xml_finish (xml, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * al_patient_get_id:
 * @self: a patient
 *
 * Returns: (transfer none): the name in files and on the command line
 */
const char *
al_patient_get_id (AlPatient *self)
{
  return self->id;
}

/**
 * al_patient_get_name:
 * @self: a patient
 *
 * Returns: (transfer none): a short name in the language of the person
 */
const char *
al_patient_get_name (AlPatient *self)
{
  return self->name;
}

/**
 * al_patient_get_story:
 * @self: a patient
 *
 * Returns: (transfer none): who this is and how ill, in the language of the person
 */
const char *
al_patient_get_story (AlPatient *self)
{
  return self->story;
}

/**
 * al_patient_get_sources:
 * @self: a patient
 *
 * Returns: (transfer none): where the numbers come from, %NULL-terminated
 */
const char *const *
al_patient_get_sources (AlPatient *self)
{
  return (const char *const *) self->sources;
}

/**
 * al_patient_get_settings:
 * @self: a patient
 *
 * Returns: (transfer none): a value for every parameter
 */
const AlSettings *
al_patient_get_settings (AlPatient *self)
{
  return &self->settings;
}
