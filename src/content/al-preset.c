/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-reader.h"

/**
 * AlPreset:
 *
 * A situation that can be opened in the simulator, with what the model cannot tell about it. It
 * never changes.
 */
struct _AlPreset {
  GObject parent_instance;
  char *id;
  char *name;
  char *description;
  char **cannot_tell;
  AlPatient *patient;
  AlScenario *scenario;
};

G_DEFINE_FINAL_TYPE (AlPreset, al_preset, G_TYPE_OBJECT)

static void
al_preset_finalize (GObject *object)
{
  AlPreset *self = AL_PRESET (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_strfreev (self->cannot_tell);
  g_clear_object (&self->patient);
  g_clear_pointer (&self->scenario, al_scenario_free);
  G_OBJECT_CLASS (al_preset_parent_class)->finalize (object);
}

static void
al_preset_class_init (AlPresetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_preset_finalize;
}

static void
al_preset_init (AlPreset *self)
{
}

/**
 * al_preset_read:
 * @xml: a preset file
 * @catalogue: where its patient is looked up
 *
 * Reads a preset; what is wrong is noted in @xml.
 *
 * Returns: (transfer full) (nullable): the preset, %NULL when the file cannot be used
 */
AlPreset *
al_preset_read (AlXml *xml, AlCatalogue *catalogue)
{
  g_autoptr (AlPreset) self = NULL;
  const xmlNode *root;
  AlPatient *patient = NULL;

  if (!al_xml_check_schema (xml, "preset"))
    return NULL;
  al_xml_check_empty (xml);
  root = al_xml_get_root (xml);
  self = g_object_new (AL_TYPE_PRESET, NULL);
  self->id = al_xml_attribute (root, "id");
  self->name = al_xml_child_text (root, "name");
  self->description = al_xml_child_text (root, "description");
  self->cannot_tell = al_xml_child_texts (root, "cannot-tell");
  self->scenario = al_scenario_read (xml, al_xml_child (root, "scenario"), catalogue, &patient);
  g_set_object (&self->patient, patient);
  return al_xml_failed (xml) ? NULL : g_steal_pointer (&self);
}

/**
 * al_preset_get_id:
 * @self: a preset
 *
 * Returns: (transfer none): the name in files and on the command line
 */
const char *
al_preset_get_id (AlPreset *self)
{
  return self->id;
}

/**
 * al_preset_get_name:
 * @self: a preset
 *
 * Returns: (transfer none): a short name in the language of the person
 */
const char *
al_preset_get_name (AlPreset *self)
{
  return self->name;
}

/**
 * al_preset_get_description:
 * @self: a preset
 *
 * Returns: (transfer none): what is set and what to look at, in the language of the person
 */
const char *
al_preset_get_description (AlPreset *self)
{
  return self->description;
}

/**
 * al_preset_get_cannot_tell:
 * @self: a preset
 *
 * Returns: (transfer none): what the model cannot tell about it, %NULL-terminated
 */
const char *const *
al_preset_get_cannot_tell (AlPreset *self)
{
  return (const char *const *) self->cannot_tell;
}

/**
 * al_preset_get_patient:
 * @self: a preset
 *
 * Returns: (transfer none): whom it is about
 */
AlPatient *
al_preset_get_patient (AlPreset *self)
{
  return self->patient;
}

/**
 * al_preset_get_scenario:
 * @self: a preset
 *
 * Returns: (transfer none): how the patient stands and what is done
 */
const AlScenario *
al_preset_get_scenario (AlPreset *self)
{
  return self->scenario;
}
