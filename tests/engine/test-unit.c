/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "al-indices.h"
#include "al-parameter.h"
#include "al-signal.h"
#include "al-unit.h"

static void
test_powers (void)
{
  g_assert_cmpstr (al_unit_get_text ("m2"), ==, "m²");
  g_assert_cmpstr (al_unit_get_text ("L/min/m2"), ==, "L/min/m²");
  g_assert_cmpstr (al_unit_get_text ("mmHg s2/mL2"), ==, "mmHg s²/mL²");
  g_assert_cmpstr (al_unit_get_text ("dyn s cm-5"), ==, "dyn s cm⁻⁵");
}

static void
test_plain (void)
{
  g_assert_cmpstr (al_unit_get_text ("1"), ==, "");
  g_assert_cmpstr (al_unit_get_text (""), ==, "");
  g_assert_cmpstr (al_unit_get_text ("1/min"), ==, "1/min");
  g_assert_cmpstr (al_unit_get_text ("cmH2O"), ==, "cmH2O");
  g_assert_cmpstr (al_unit_get_text ("µg/kg/min"), ==, "µg/kg/min");
}

/* A digit that is left is part of a name, or the one above the stroke. */
static void
check_digits (const char *unit)
{
  const char *text = al_unit_get_text (unit);

  for (const char *at = text; *at != '\0'; at++) {
    if (g_ascii_isdigit (*at))
      g_assert_true (g_str_has_prefix (at, "1/") || g_str_has_prefix (at, "2O"));
  }
}

static void
test_tables (void)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++)
    check_digits (al_parameter_get_info ((AlParameter) i)->unit);
  for (guint i = 0; i < AL_N_INDICES; i++)
    check_digits (al_index_get_info ((AlIndex) i)->unit);
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    check_digits (al_signal_get_info ((AlSignal) i)->unit);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit/powers", test_powers);
  g_test_add_func ("/unit/plain", test_plain);
  g_test_add_func ("/unit/tables", test_tables);
  return g_test_run ();
}
