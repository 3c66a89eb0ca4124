/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-catalogue.h"
#include "al-content-check.h"
#include "al-settled-format.h"

#include <glib/gstdio.h>
#include <string.h>

/* Runs while the program is built: settles every built-in patient, preset and case and keeps them.
 */

typedef struct {
  GByteArray *records;
  guint n_records;
} Settled;

static gboolean
is_known (const Settled *settled, const AlSettings *settings, double settle_s)
{
  g_autofree AlSettledRecord *record = g_new (AlSettledRecord, 1);

  for (guint i = 0; i < settled->n_records; i++) {
    memcpy (record, settled->records->data + i * sizeof *record, sizeof *record);
    if (al_settings_equal (&record->simulation.settings, settings) &&
        record->settle_s <= settle_s && record->settle_s >= settle_s)
      return TRUE;
  }
  return FALSE;
}

static void
settle (Settled *settled, const AlScenario *scenario)
{
  g_autofree AlSettledRecord *record = g_new0 (AlSettledRecord, 1);
  AlSettings settings;

  al_scenario_get_settings (scenario, &settings);
  record->settle_s = al_scenario_get_settle_s (scenario);
  if (is_known (settled, &settings, record->settle_s))
    return;
  if (al_scenario_start (scenario, &record->simulation) != AL_STATUS_OK)
    g_error ("a built-in scenario leaves the numbers");
  al_excursion_find (&record->excursion, &record->simulation);
  g_byte_array_append (settled->records, (const guint8 *) record, sizeof *record);
  settled->n_records++;
}

static void
settle_patients (Settled *settled, GListModel *patients)
{
  for (guint i = 0; i < g_list_model_get_n_items (patients); i++) {
    g_autoptr (AlPatient) patient = g_list_model_get_item (patients, i);
    g_autoptr (AlScenario) scenario = al_scenario_new (al_patient_get_settings (patient));
    settle (settled, scenario);
  }
}

static void
settle_presets (Settled *settled, GListModel *presets)
{
  for (guint i = 0; i < g_list_model_get_n_items (presets); i++) {
    g_autoptr (AlPreset) preset = g_list_model_get_item (presets, i);
    settle (settled, al_preset_get_scenario (preset));
  }
}

static void
settle_cases (Settled *settled, GListModel *cases)
{
  for (guint i = 0; i < g_list_model_get_n_items (cases); i++) {
    g_autoptr (AlCase) content = g_list_model_get_item (cases, i);
    for (guint k = 0; k < al_case_get_n_nodes (content); k++) {
      const AlCaseNode *node = al_case_get_node (content, k);
      if (node->scenario != NULL)
        settle (settled, node->scenario);
    }
  }
}

static gboolean
write_file (const Settled *settled, const char *path, GError **error)
{
  AlSettledHead head = {
      .version = AL_SIMULATION_VERSION,
      .record_size = sizeof (AlSettledRecord),
      .n_parameters = AL_N_PARAMETERS,
      .n_records = settled->n_records,
  };
  g_autoptr (GByteArray) file = g_byte_array_new ();

  memcpy (head.magic, AL_SETTLED_MAGIC, sizeof head.magic);
  g_byte_array_append (file, (const guint8 *) &head, sizeof head);
  g_byte_array_append (file, settled->records->data, settled->records->len);
  return g_file_set_contents (path, (const char *) file->data, file->len, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  g_autoptr (GByteArray) records = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  Settled settled = {.records = records};
  g_auto (GStrv) problems = al_content_check_built_in (AL_CONTENT_CHECK_NONE, NULL);

  if (argc != 2) {
    g_printerr ("usage: %s FILE\n", argv[0]);
    return 2;
  }
  for (guint i = 0; problems[i] != NULL; i++)
    g_printerr ("%s\n", problems[i]);
  if (problems[0] != NULL)
    return 1;
  settle_patients (&settled, al_catalogue_get_patients (catalogue));
  settle_presets (&settled, al_catalogue_get_presets (catalogue));
  settle_cases (&settled, al_catalogue_get_cases (catalogue));
  if (!write_file (&settled, argv[1], &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  return 0;
}
