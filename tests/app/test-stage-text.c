/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-stage-text.h"

#include <math.h>

static AlSettings settings;
static AlIndices now;

static void
begin (double low, double high)
{
  al_settings_init (&settings);
  for (guint i = 0; i < AL_N_INDICES; i++)
    now.value[i] = NAN;
  now.value[AL_INDEX_SCAI_LOW] = low;
  now.value[AL_INDEX_SCAI_HIGH] = high;
}

static void
assert_takes (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_stages (void)
{
  begin (3, 3);
  assert_takes (al_stage_format (&now), "C");
  begin (1, 5);
  assert_takes (al_stage_format (&now), "A–E");
  /* A mean of beats between which it changed. */
  begin (2.9, 4.2);
  assert_takes (al_stage_format (&now), "C–D");
  begin (NAN, NAN);
  assert_takes (al_stage_format (&now), "–");
}

static void
test_modifiers (void)
{
  begin (3, 3);
  assert_takes (al_stage_format_modifiers (&settings), "");
  settings.value[AL_PARAMETER_HISTORY_ARREST] = 1;
  assert_takes (al_stage_format_modifiers (&settings), "arrest");
  settings.value[AL_PARAMETER_MAFP_ON] = 1;
  assert_takes (al_stage_format_modifiers (&settings), "arrest, supported");
  settings.value[AL_PARAMETER_HISTORY_ARREST] = 0;
  assert_takes (al_stage_format_modifiers (&settings), "supported");
}

static void
test_reasons (void)
{
  AlScai scai = {AL_SCAI_C, AL_SCAI_C, 0, 0, FALSE, FALSE};

  assert_takes (al_stage_describe_reasons (&scai), "");
  scai.reasons = 1u << AL_SCAI_REASON_LACTATE | 1u << AL_SCAI_REASON_MEAN;
  {
    g_autofree char *reasons = al_stage_describe_reasons (&scai);

    g_assert_nonnull (strstr (reasons, "actate"));
    g_assert_nonnull (strstr (reasons, "60 mmHg"));
    g_assert_null (strstr (reasons, "pulse"));
    g_assert_null (strstr (reasons, "Before"));
  }
  scai.past = 1u << AL_SCAI_REASON_LACTATE;
  {
    g_autofree char *reasons = al_stage_describe_reasons (&scai);

    g_assert_cmpint (strstr (reasons, "60 mmHg") - reasons, <,
                     strstr (reasons, "Before") - reasons);
    g_assert_cmpint (strstr (reasons, "Before") - reasons, <, strstr (reasons, "actate") - reasons);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage-text/stages", test_stages);
  g_test_add_func ("/stage-text/modifiers", test_modifiers);
  g_test_add_func ("/stage-text/reasons", test_reasons);
  return g_test_run ();
}
