/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-catalogue.h"
#include "al-content-check.h"
#include "test-files.h"

/* What is built in, and what a person adds to it. */

#define OWN_PATIENT                                                                                \
  "<patient id=\"mine\" schema=\"1\"><name>Mine</name>\n<story>s</story>\n"                        \
  "<set name=\"lv.ees_mmhg_ml\" value=\"1.25\"/></patient>"

static void
test_built_in (void)
{
  static const char *const presets[] = {"cs-baseline",      "cs-iabp",         "cs-ecmo",
                                        "cs-ecmo-iabp",     "cs-ecmo3",        "cs-ecmo3-iabp",
                                        "cs-ecmo-map-held", "cs-ecmo-profound"};
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  const char *const *problems = al_catalogue_get_problems (catalogue);

  for (guint i = 0; problems[i] != NULL; i++)
    g_test_message ("%s", problems[i]);
  g_assert_null (problems[0]);
  g_assert_nonnull (al_catalogue_find_patient (catalogue, "normal"));
  g_assert_nonnull (al_catalogue_find_patient (catalogue, "ami-cs"));
  g_assert_nonnull (al_catalogue_find_case (catalogue, "ami-ecmo-01"));
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    g_assert_nonnull (al_catalogue_find_preset (catalogue, presets[i]));
  g_assert_cmpuint (g_list_model_get_n_items (al_catalogue_get_patients (catalogue)), >=, 3);
}

/* The normal adult is the defaults; the patient in shock is what the reference tables say. */
static void
test_settings (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlPatient *shock = al_catalogue_find_patient (catalogue, "ami-cs");
  AlSettings defaults;

  al_settings_init (&defaults);
  g_assert_true (al_settings_equal (
      al_patient_get_settings (al_catalogue_find_patient (catalogue, "normal")), &defaults));
  g_assert_cmpfloat (al_patient_get_settings (shock)->value[AL_PARAMETER_LV_EES], ==, 0.72);
  g_assert_cmpfloat (al_patient_get_settings (shock)->value[AL_PARAMETER_VENTILATION_MODE], ==, 1);
  g_assert_cmpfloat (al_patient_get_settings (shock)->value[AL_PARAMETER_LVOT_AREA], ==,
                     defaults.value[AL_PARAMETER_LVOT_AREA]);
}

/* In an order that a person would put them in: a thing before what is added to it. */
static void
test_order (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  GListModel *presets = al_catalogue_get_presets (catalogue);

  for (guint i = 1; i < g_list_model_get_n_items (presets); i++) {
    g_autoptr (AlPreset) before = g_list_model_get_item (presets, i - 1);
    g_autoptr (AlPreset) after = g_list_model_get_item (presets, i);
    g_assert_cmpstr (al_preset_get_id (before), <, al_preset_get_id (after));
  }
}

static void
test_preset (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlPreset *preset = al_catalogue_find_preset (catalogue, "cs-ecmo-iabp");
  AlSettings settings;

  al_scenario_get_settings (al_preset_get_scenario (preset), &settings);
  g_assert_cmpstr (al_patient_get_id (al_preset_get_patient (preset)), ==, "ami-cs");
  g_assert_cmpfloat (settings.value[AL_PARAMETER_ECMO_ON], ==, 1);
  g_assert_cmpfloat (settings.value[AL_PARAMETER_ECMO_FLOW], ==, 4);
  g_assert_cmpfloat (settings.value[AL_PARAMETER_IABP_ON], ==, 1);
  g_assert_cmpfloat (settings.value[AL_PARAMETER_LV_EES], ==, 0.72);
  g_assert_nonnull (al_preset_get_cannot_tell (preset)[0]);
}

/* Broken files are named and left out; the good one beside them is there, and so is all that is
 * built in. */
static void
test_broken_user_files (void)
{
  g_autoptr (AlCatalogue) built_in = al_catalogue_new (NULL);
  char *folder = test_folder_new ();
  g_autofree char *good = test_file_write (folder, "patients/mine.xml", OWN_PATIENT);
  g_autofree char *malformed = test_file_write (folder, "cases/a.xml", "<case>\n<page>\n");
  g_autofree char *wrong = test_file_write (folder, "presets/b.xml", "<preset/>");
  g_autofree char *other = test_file_write (folder, "notes.txt", "not content");
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (folder);
  const char *const *problems = al_catalogue_get_problems (catalogue);
  AlPatient *mine = al_catalogue_find_patient (catalogue, "mine");

  g_assert_nonnull (mine);
  g_assert_cmpfloat (al_patient_get_settings (mine)->value[AL_PARAMETER_LV_EES], ==, 1.25);
  test_assert_message (problems, malformed, 3, "not well-formed");
  test_assert_message (problems, wrong, 1, "needs the attribute 'id'");
  g_assert_cmpuint (g_list_model_get_n_items (al_catalogue_get_cases (catalogue)), ==,
                    g_list_model_get_n_items (al_catalogue_get_cases (built_in)));
  g_assert_cmpuint (g_list_model_get_n_items (al_catalogue_get_presets (catalogue)), ==,
                    g_list_model_get_n_items (al_catalogue_get_presets (built_in)));
  test_folder_remove (folder);
}

/* What is built in cannot be replaced by accident. */
static void
test_taken_id (void)
{
  char *folder = test_folder_new ();
  g_autofree char *text = test_replaced (OWN_PATIENT, "id=\"mine\"", "id=\"ami-cs\"");
  g_autofree char *path = test_file_write (folder, "patients/mine.xml", text);
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (folder);
  AlPatient *patient = al_catalogue_find_patient (catalogue, "ami-cs");

  g_assert_cmpfloat (al_patient_get_settings (patient)->value[AL_PARAMETER_LV_EES], ==, 0.72);
  test_assert_message (al_catalogue_get_problems (catalogue), path, 1, "'ami-cs' is taken already");
  test_folder_remove (folder);
}

static void
test_no_folder (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new ("/no/such/folder");

  g_assert_null (al_catalogue_get_problems (catalogue)[0]);
  g_assert_nonnull (al_catalogue_find_patient (catalogue, "normal"));
}

/* A shipped file that is checked by its path stands in the place of the built-in one. */
static void
test_check_shipped_file (void)
{
  char *folder = test_folder_new ();
  g_autofree char *text = test_built_in_text ("patients/ami-cs.xml");
  g_autofree char *path = test_file_write (folder, "ami-cs.xml", text);
  const char *paths[] = {path, NULL};
  g_auto (GStrv) messages = al_content_check_paths (paths, AL_CONTENT_CHECK_NONE, NULL);

  g_assert_cmpuint (g_strv_length (messages), ==, 0);
  test_folder_remove (folder);
}

/* Every finding and prediction that is shipped is what the model does, on every path. */
static void
test_built_in_with_model (void)
{
  g_auto (GStrv) messages = al_content_check_built_in (AL_CONTENT_CHECK_MODEL, NULL);

  for (guint i = 0; messages[i] != NULL; i++)
    g_test_message ("%s", messages[i]);
  g_assert_cmpuint (g_strv_length (messages), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/catalogue/built-in", test_built_in);
  g_test_add_func ("/content/catalogue/settings", test_settings);
  g_test_add_func ("/content/catalogue/order", test_order);
  g_test_add_func ("/content/catalogue/preset", test_preset);
  g_test_add_func ("/content/catalogue/broken-user-files", test_broken_user_files);
  g_test_add_func ("/content/catalogue/taken-id", test_taken_id);
  g_test_add_func ("/content/catalogue/no-folder", test_no_folder);
  g_test_add_func ("/content/catalogue/check-shipped-file", test_check_shipped_file);
  g_test_add_func ("/content/catalogue/model", test_built_in_with_model);
  return g_test_run ();
}
