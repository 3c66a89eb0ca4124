/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-case-model.h"
#include "al-catalogue.h"

/* What the descriptions of the presets say is what the model does. */

typedef struct {
  AlCatalogue *catalogue;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalogue = al_catalogue_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->catalogue);
}

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

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/content/presets/baseline", test_baseline);
  add ("/content/presets/balloon", test_balloon);
  add ("/content/presets/ecmo", test_ecmo);
  add ("/content/presets/balloon-on-ecmo", test_balloon_on_ecmo);
  add ("/content/presets/pressure-held", test_pressure_held);
  add ("/content/presets/profound", test_profound);
  add ("/content/presets/timing-errors", test_timing_errors);
  return g_test_run ();
}
