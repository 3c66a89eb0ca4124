/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-index-text.h"

#include <math.h>

static void
assert_takes (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_numbers (void)
{
  assert_takes (al_index_format (AL_INDEX_LV_EDP, 27.4), "27");
  assert_takes (al_index_format (AL_INDEX_NATIVE_CO, 2.96), "3.0");
  assert_takes (al_index_format (AL_INDEX_AV_OPENING, 0.5), "50");
  assert_takes (al_index_format (AL_INDEX_RA_MEAN, -0.2), "0");
  assert_takes (al_index_format (AL_INDEX_LACTATE, NAN), "–");
  assert_takes (al_index_format_change (AL_INDEX_LV_EDP, 27, 34), "+7");
  assert_takes (al_index_format_change (AL_INDEX_LV_EDP, 34, 27), "−7");
}

static void
test_normal_ranges (void)
{
  assert_takes (al_index_format_normal (AL_INDEX_LV_EDP), "5–12");
  assert_takes (al_index_format_normal (AL_INDEX_AV_OPENING), "100");
  assert_takes (al_index_format_normal (AL_INDEX_CPO), "0.6–1.4");
  assert_takes (al_index_format_normal (AL_INDEX_PAPI), "≥ 1.9");
  g_assert_null (al_index_format_normal (AL_INDEX_ECMO_FLOW));
}

static void
test_changes (void)
{
  g_assert_cmpint (al_index_get_change (AL_INDEX_LV_EDP, 27, 27.3), ==, AL_INDEX_CHANGE_SAME);
  g_assert_cmpint (al_index_get_change (AL_INDEX_LV_EDP, 27, 34), ==, AL_INDEX_CHANGE_UP);
  g_assert_cmpint (al_index_get_change (AL_INDEX_LV_EDP, 34, 27), ==, AL_INDEX_CHANGE_DOWN);
  g_assert_cmpint (al_index_get_change (AL_INDEX_LV_EDP, NAN, 27), ==, AL_INDEX_CHANGE_UNKNOWN);
}

static void
test_approach (void)
{
  g_assert_cmpint (al_index_get_approach (AL_INDEX_LV_EDP, 27, 34), <, 0);
  g_assert_cmpint (al_index_get_approach (AL_INDEX_LV_EDP, 34, 27), >, 0);
  /* Within the normal range one value is as good as another. */
  g_assert_cmpint (al_index_get_approach (AL_INDEX_LV_EDP, 6, 10), ==, 0);
  /* Less work is rest. */
  g_assert_cmpint (al_index_get_approach (AL_INDEX_LV_PVA, 6000, 5000), ==, 0);
}

/* What takes hours is told from what settles with the pressures. */
static void
test_slow (void)
{
  g_assert_true (al_index_is_slow (AL_INDEX_LACTATE));
  g_assert_false (al_index_is_slow (AL_INDEX_LV_EDP));
}

static void
test_weight (void)
{
  g_assert_cmpfloat (al_index_weigh_change (AL_INDEX_LV_EDP, 20, 24), >, 4);
  g_assert_cmpfloat (al_index_weigh_change (AL_INDEX_LV_EDP, 24, 20), >, 4);
  g_assert_cmpfloat (al_index_weigh_change (AL_INDEX_LV_EDP, NAN, 20), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/index-text/numbers", test_numbers);
  g_test_add_func ("/index-text/normal-ranges", test_normal_ranges);
  g_test_add_func ("/index-text/changes", test_changes);
  g_test_add_func ("/index-text/approach", test_approach);
  g_test_add_func ("/index-text/slow", test_slow);
  g_test_add_func ("/index-text/weight", test_weight);
  return g_test_run ();
}
