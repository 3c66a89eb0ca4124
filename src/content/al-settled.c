/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-settled.h"
#include "al-settled-format.h"

#include <gio/gio.h>
#include <string.h>

/*
 * Patients and presets that were settled when the program was built, so that it opens on a heart
 * that beats already. Whatever is not among them, or was written by another build, is settled now.
 */

static gboolean
head_fits (const AlSettledHead *head, gsize size)
{
  return memcmp (head->magic, AL_SETTLED_MAGIC, sizeof head->magic) == 0 &&
         head->version == AL_SIMULATION_VERSION && head->record_size == sizeof (AlSettledRecord) &&
         head->n_parameters == AL_N_PARAMETERS &&
         size == sizeof *head + (gsize) head->n_records * sizeof (AlSettledRecord);
}

static gboolean
same_time (double a, double b)
{
  return a <= b && a >= b;
}

/* The key of a record is the whole of its settings: more cannot be asked of a checksum. */
static gboolean
find_record (const char *records, guint n_records, const AlSettings *settings, double settle_s,
             AlSimulation *simulation, AlExcursion *excursion)
{
  g_autofree AlSettledRecord *record = g_new (AlSettledRecord, 1);

  for (guint i = 0; i < n_records; i++) {
    memcpy (record, records + i * sizeof *record, sizeof *record);
    if (same_time (record->settle_s, settle_s) &&
        al_settings_equal (&record->simulation.settings, settings)) {
      *simulation = record->simulation;
      if (excursion != NULL)
        *excursion = record->excursion;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * al_settled_lookup:
 * @scenario: a patient and what is done
 * @simulation: (out caller-allocates): the patient, settled; untouched when it is not known
 * @excursion: (out caller-allocates) (optional): how far its signals go; untouched as well
 *
 * Looks for a patient that was settled when the program was built. It takes microseconds.
 *
 * Returns: whether it is known
 */
gboolean
al_settled_lookup (const AlScenario *scenario, AlSimulation *simulation, AlExcursion *excursion)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (AL_SETTLED_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  AlSettledHead head;
  AlSettings settings;

  if (size < sizeof head)
    return FALSE;
  memcpy (&head, data, sizeof head);
  if (!head_fits (&head, size))
    return FALSE;
  al_scenario_get_settings (scenario, &settings);
  return find_record (data + sizeof head, head.n_records, &settings,
                      al_scenario_get_settle_s (scenario), simulation, excursion);
}

/**
 * al_settled_start:
 * @scenario: a patient and what is done
 * @simulation: (out caller-allocates): the patient, settled
 *
 * Does what al_scenario_start() does, at once where that was done when the program was built.
 *
 * Returns: as al_scenario_start()
 */
AlStatus
al_settled_start (const AlScenario *scenario, AlSimulation *simulation)
{
  if (al_settled_lookup (scenario, simulation, NULL))
    return AL_STATUS_OK;
  return al_scenario_start (scenario, simulation);
}
