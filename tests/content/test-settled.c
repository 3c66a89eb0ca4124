/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-catalogue.h"
#include "al-settled.h"

#include <string.h>

/* Patients that were settled while the program was built are the ones it would settle now. */

static void
test_every_patient (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  GListModel *patients = al_catalogue_get_patients (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (patients); i++) {
    g_autoptr (AlPatient) patient = g_list_model_get_item (patients, i);
    g_autoptr (AlScenario) scenario = al_scenario_new (al_patient_get_settings (patient));
    g_autofree AlSimulation *simulation = g_new0 (AlSimulation, 1);
    g_assert_true (al_settled_lookup (scenario, simulation, NULL));
  }
}

static void
test_every_preset (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  GListModel *presets = al_catalogue_get_presets (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (presets); i++) {
    g_autoptr (AlPreset) preset = g_list_model_get_item (presets, i);
    g_autofree AlSimulation *simulation = g_new0 (AlSimulation, 1);
    g_assert_true (al_settled_lookup (al_preset_get_scenario (preset), simulation, NULL));
    g_assert_cmpint (al_simulation_get_n_beats (simulation), >, 60);
  }
}

/* Not only alike: the same bytes, and they stay the same while time goes on. */
static void
test_same_as_live (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlPreset *preset = al_catalogue_find_preset (catalogue, "cs-ecmo-iabp");
  g_autofree AlSimulation *kept = g_new0 (AlSimulation, 1);
  g_autofree AlSimulation *live = g_new0 (AlSimulation, 1);

  g_assert_true (al_settled_lookup (al_preset_get_scenario (preset), kept, NULL));
  g_assert_cmpint (al_scenario_start (al_preset_get_scenario (preset), live), ==, AL_STATUS_OK);
  g_assert_cmpmem (kept, sizeof *kept, live, sizeof *live);
  al_simulation_advance (kept, 3 * G_USEC_PER_SEC, NULL, NULL);
  al_simulation_advance (live, 3 * G_USEC_PER_SEC, NULL, NULL);
  g_assert_cmpmem (kept, sizeof *kept, live, sizeof *live);
}

/* A setting that differs by the least bit is another patient. */
static void
test_unknown (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlPatient *patient = al_catalogue_find_patient (catalogue, "normal");
  g_autoptr (AlScenario) scenario = al_scenario_new (al_patient_get_settings (patient));
  g_autoptr (AlScenario) shorter = al_scenario_copy (scenario);
  g_autofree AlSimulation *simulation = g_new0 (AlSimulation, 1);

  al_scenario_set_settle_s (shorter, 5);
  g_assert_false (al_settled_lookup (shorter, simulation, NULL));
  al_scenario_set (scenario, AL_PARAMETER_LV_EES, 2.8 + 1e-12);
  g_assert_false (al_settled_lookup (scenario, simulation, NULL));
  g_assert_cmpint (al_settled_start (shorter, simulation), ==, AL_STATUS_OK);
  g_assert_cmpint (al_simulation_get_time_us (simulation), ==, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/settled/patients", test_every_patient);
  g_test_add_func ("/content/settled/presets", test_every_preset);
  g_test_add_func ("/content/settled/same-as-live", test_same_as_live);
  g_test_add_func ("/content/settled/unknown", test_unknown);
  return g_test_run ();
}
