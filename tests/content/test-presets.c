/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fixture.h"

#include "al-case-model.h"

/* What the descriptions of the presets say is what the model does. */

static double
index_of (Fixture *fixture, const char *preset_id, AlIndex index)
{
  AlPreset *preset = al_catalogue_find_preset (fixture->catalogue, preset_id);
  AlIndices indices;

  g_assert_nonnull (preset);
  g_assert_true (al_case_model_run (al_preset_get_scenario (preset), NULL, &indices, NULL));
  return indices.value[index];
}

static void
assert_between (double value, double low, double high)
{
  g_assert_cmpfloat (value, >=, low);
  g_assert_cmpfloat (value, <=, high);
}

static void
test_baseline (Fixture *fixture, gconstpointer data)
{
  assert_between (index_of (fixture, "cs-baseline", AL_INDEX_MAP), 63, 67);
  assert_between (index_of (fixture, "cs-baseline", AL_INDEX_PCWP), 26, 30);
  assert_between (index_of (fixture, "cs-baseline", AL_INDEX_LV_EF), 20, 30);
  assert_between (index_of (fixture, "normal-rest", AL_INDEX_LV_EF), 55, 65);
}

static void
test_balloon (Fixture *fixture, gconstpointer data)
{
  double gain = index_of (fixture, "cs-iabp", AL_INDEX_NATIVE_CO) -
                index_of (fixture, "cs-baseline", AL_INDEX_NATIVE_CO);

  assert_between (gain, 0.1, 0.5);
  g_assert_cmpfloat (index_of (fixture, "cs-iabp", AL_INDEX_AO_AUGMENTED), >,
                     index_of (fixture, "cs-iabp", AL_INDEX_AO_SYSTOLIC));
  g_assert_cmpfloat (index_of (fixture, "cs-iabp", AL_INDEX_AO_END_DIASTOLIC), <,
                     index_of (fixture, "cs-baseline", AL_INDEX_AO_END_DIASTOLIC) - 3);
}

static void
test_ecmo (Fixture *fixture, gconstpointer data)
{
  static const AlIndex up[] = {AL_INDEX_MAP, AL_INDEX_LV_EDP, AL_INDEX_PCWP, AL_INDEX_LV_ESV,
                               AL_INDEX_TOTAL_FLOW};
  static const AlIndex down[] = {AL_INDEX_AO_PULSE, AL_INDEX_LV_SV, AL_INDEX_RA_MEAN};

  for (guint i = 0; i < G_N_ELEMENTS (up); i++)
    g_assert_cmpfloat (index_of (fixture, "cs-ecmo", up[i]), >,
                       index_of (fixture, "cs-baseline", up[i]));
  for (guint i = 0; i < G_N_ELEMENTS (down); i++)
    g_assert_cmpfloat (index_of (fixture, "cs-ecmo", down[i]), <,
                       index_of (fixture, "cs-baseline", down[i]));
}

/* "By about 3 mmHg", at both flows. */
static void
test_balloon_on_ecmo (Fixture *fixture, gconstpointer data)
{
  static const char *const pairs[][2] = {{"cs-ecmo", "cs-ecmo-iabp"},
                                         {"cs-ecmo3", "cs-ecmo3-iabp"}};

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    assert_between (index_of (fixture, pairs[i][0], AL_INDEX_PCWP) -
                        index_of (fixture, pairs[i][1], AL_INDEX_PCWP),
                    2, 4);
    g_assert_cmpfloat (index_of (fixture, pairs[i][1], AL_INDEX_CORONARY_DIASTOLIC_FLOW), >,
                       index_of (fixture, pairs[i][0], AL_INDEX_CORONARY_DIASTOLIC_FLOW));
  }
  assert_between (index_of (fixture, "cs-ecmo3-iabp", AL_INDEX_AO_PULSE) /
                      index_of (fixture, "cs-ecmo3", AL_INDEX_AO_PULSE),
                  1.6, 2.2);
}

/* The pressures are held where the names say; the ventricle is then not distended, and no more is
 * claimed. */
static void
test_pressure_held (Fixture *fixture, gconstpointer data)
{
  assert_between (index_of (fixture, "cs-ecmo-map-low", AL_INDEX_MAP), 74, 76);
  assert_between (index_of (fixture, "cs-ecmo-map-held", AL_INDEX_MAP), 79, 81);
  assert_between (index_of (fixture, "cs-ecmo-map-held", AL_INDEX_LV_EDP) -
                      index_of (fixture, "cs-ecmo-map-low", AL_INDEX_LV_EDP),
                  -9, 0);
}

static void
test_profound (Fixture *fixture, gconstpointer data)
{
  assert_between (index_of (fixture, "cs-ecmo-profound", AL_INDEX_AV_OPENING), 0, 0.1);
  assert_between (index_of (fixture, "cs-ecmo-profound", AL_INDEX_AO_PULSE), 0, 1);
  g_assert_cmpfloat (index_of (fixture, "cs-ecmo-profound", AL_INDEX_PCWP), >, 35);
}

/* Each error loses what its description says it loses; late deflation costs work, not stroke
 * volume. */
static void
test_timing_errors (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (index_of (fixture, "iabp-early-inflation", AL_INDEX_LV_SV), <,
                     index_of (fixture, "cs-iabp", AL_INDEX_LV_SV));
  g_assert_cmpfloat (index_of (fixture, "iabp-late-inflation", AL_INDEX_CORONARY_DIASTOLIC_FLOW), <,
                     index_of (fixture, "cs-iabp", AL_INDEX_CORONARY_DIASTOLIC_FLOW));
  assert_between (index_of (fixture, "cs-baseline", AL_INDEX_AO_END_DIASTOLIC) -
                      index_of (fixture, "iabp-early-deflation", AL_INDEX_AO_END_DIASTOLIC),
                  -1, 4);
  g_assert_cmpfloat (index_of (fixture, "iabp-late-deflation", AL_INDEX_AO_END_DIASTOLIC), >,
                     index_of (fixture, "cs-iabp", AL_INDEX_AO_END_DIASTOLIC) + 3);
  g_assert_cmpfloat (index_of (fixture, "iabp-late-deflation", AL_INDEX_LV_SW), >,
                     index_of (fixture, "cs-iabp", AL_INDEX_LV_SW));
}

/* What is said of a state does not depend on where in a breath it is looked at. */
static void
test_breathing (Fixture *fixture, gconstpointer data)
{
  AlPreset *preset = al_catalogue_find_preset (fixture->catalogue, "cs-baseline");
  g_autoptr (AlScenario) scenario = al_scenario_copy (al_preset_get_scenario (preset));
  AlIndices first, later;

  al_scenario_set_settle_s (scenario, 120);
  g_assert_true (al_case_model_run (scenario, NULL, &first, NULL));
  for (int half_s = 1; half_s < 8; half_s++) {
    al_scenario_set_settle_s (scenario, 120 + 0.5 * half_s);
    g_assert_true (al_case_model_run (scenario, NULL, &later, NULL));
    g_assert_cmpfloat_with_epsilon (later.value[AL_INDEX_PCWP], first.value[AL_INDEX_PCWP], 0.1);
    g_assert_cmpfloat_with_epsilon (later.value[AL_INDEX_RA_MEAN], first.value[AL_INDEX_RA_MEAN],
                                    0.1);
  }
}

static double
difference (Fixture *fixture, const char *with, const char *without, AlIndex index)
{
  return index_of (fixture, with, index) - index_of (fixture, without, index);
}

static void
test_micro_axial_pump (Fixture *fixture, gconstpointer data)
{
  assert_between (index_of (fixture, "cs-mafp", AL_INDEX_MAFP_FLOW), 3.4, 4);
  assert_between (index_of (fixture, "cs-mafp", AL_INDEX_AV_OPENING), 0, 0.1);
  assert_between (difference (fixture, "cs-mafp", "cs-baseline", AL_INDEX_PCWP), -13, -8);
  g_assert_cmpfloat (difference (fixture, "cs-mafp", "cs-baseline", AL_INDEX_LV_PVA), <, -300);
  g_assert_cmpfloat (difference (fixture, "cs-mafp", "cs-baseline", AL_INDEX_MAP), >, 5);
}

/* Each way of emptying the left side, against ECMO alone. */
static void
test_vents_on_ecmo (Fixture *fixture, gconstpointer data)
{
  assert_between (index_of (fixture, "cs-ecmo", AL_INDEX_PCWP), 33, 37);
  assert_between (index_of (fixture, "cs-ecmo-mafp", AL_INDEX_PCWP), 20, 26);
  assert_between (index_of (fixture, "cs-ecmo-mafp", AL_INDEX_AV_OPENING), 0, 0.1);
  assert_between (difference (fixture, "cs-ecmo-la-vent", "cs-ecmo", AL_INDEX_LA_MEAN), -13, -7);
  g_assert_cmpfloat (difference (fixture, "cs-ecmo-la-vent", "cs-ecmo", AL_INDEX_LV_SV), <, -1);
  assert_between (index_of (fixture, "cs-ecmo-septostomy", AL_INDEX_LA_MEAN) -
                      index_of (fixture, "cs-ecmo-septostomy", AL_INDEX_RA_MEAN),
                  0, 5);
  g_assert_cmpfloat (index_of (fixture, "cs-ecmo-septostomy", AL_INDEX_NATIVE_CO), <, 0.3);
}

static void
test_differential_hypoxaemia (Fixture *fixture, gconstpointer data)
{
  const char *id = "cs-differential-hypoxaemia";

  assert_between (index_of (fixture, id, AL_INDEX_SAO2_FEMORAL) -
                      index_of (fixture, id, AL_INDEX_SAO2_RADIAL),
                  9, 17);
  g_assert_cmpfloat (index_of (fixture, id, AL_INDEX_SAO2_FEMORAL), >, 97);
}

/* A right ventricle that fails is gone round; the left one behind it is not distended. */
static void
test_ecmo_for_the_right_heart (Fixture *fixture, gconstpointer data)
{
  AlPreset *preset = al_catalogue_find_preset (fixture->catalogue, "rv-infarct-ecmo");
  g_autoptr (AlScenario) infarct =
      al_scenario_new (al_patient_get_settings (al_preset_get_patient (preset)));
  g_autoptr (AlScenario) embolism = al_scenario_new (al_patient_get_settings (
      al_catalogue_find_patient (fixture->catalogue, "pulmonary-embolism")));
  AlIndices before;

  g_assert_true (al_case_model_run (infarct, NULL, &before, NULL));
  assert_between (index_of (fixture, "rv-infarct-ecmo", AL_INDEX_RA_MEAN) -
                      before.value[AL_INDEX_RA_MEAN],
                  -5, -2);
  assert_between (
      index_of (fixture, "rv-infarct-ecmo", AL_INDEX_PCWP) - before.value[AL_INDEX_PCWP], -1, 3);
  g_assert_true (al_case_model_run (embolism, NULL, &before, NULL));
  g_assert_cmpfloat (index_of (fixture, "pe-ecmo", AL_INDEX_RA_MEAN), <,
                     before.value[AL_INDEX_RA_MEAN] - 2);
  g_assert_cmpfloat (index_of (fixture, "pe-ecmo", AL_INDEX_RV_EDV), <,
                     before.value[AL_INDEX_RV_EDV] - 3);
  g_assert_cmpfloat (index_of (fixture, "pe-ecmo", AL_INDEX_LV_EDV), <, 100);
  g_assert_cmpfloat (index_of (fixture, "pe-ecmo", AL_INDEX_SAO2_RADIAL), >,
                     before.value[AL_INDEX_SAO2_RADIAL] + 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_add ("/content/presets/baseline", NULL, test_baseline);
  test_add ("/content/presets/balloon", NULL, test_balloon);
  test_add ("/content/presets/ecmo", NULL, test_ecmo);
  test_add ("/content/presets/balloon-on-ecmo", NULL, test_balloon_on_ecmo);
  test_add ("/content/presets/pressure-held", NULL, test_pressure_held);
  test_add ("/content/presets/profound", NULL, test_profound);
  test_add ("/content/presets/timing-errors", NULL, test_timing_errors);
  test_add ("/content/presets/breathing", NULL, test_breathing);
  test_add ("/content/presets/micro-axial-pump", NULL, test_micro_axial_pump);
  test_add ("/content/presets/vents-on-ecmo", NULL, test_vents_on_ecmo);
  test_add ("/content/presets/differential-hypoxaemia", NULL, test_differential_hypoxaemia);
  test_add ("/content/presets/ecmo-for-the-right-heart", NULL, test_ecmo_for_the_right_heart);
  return g_test_run ();
}
