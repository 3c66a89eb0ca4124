/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-number.h"

#include <math.h>
#include <string.h>

static void
test_text (void)
{
  const struct {
    double value;
    const char *text;
  } cases[] = {
      {0, "0"},
      {4, "4"},
      {0.72, "0.72"},
      {-1.5, "-1.5"},
      {1e-9, "1e-09"},
      {1234567.25, "1234567.25"},
      {65.1234567891, "65.1234568"},
      {-0.0, "0"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = al_number_text (cases[i].value, AL_NUMBER_DIGITS);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_fixed (void)
{
  g_autofree char *half = al_number_fixed (0.5, 3);
  g_autofree char *large = al_number_fixed (1e300, 0);
  g_autofree char *nearly_nothing = al_number_fixed (-0.0001, 2);

  g_assert_cmpstr (half, ==, "0.500");
  g_assert_cmpint (strlen (large), ==, 301);
  g_assert_cmpstr (nearly_nothing, ==, "0.00");
}

static void
test_four_digits (void)
{
  const struct {
    double value;
    const char *text;
  } cases[] = {
      {0.6006, "0.601"}, {2.272, "2.27"}, {116.47, "116.5"}, {1473.2, "1473"}, {NAN, "-"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = al_number_four_digits (cases[i].value);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_parse (void)
{
  const char *const wrong[] = {"", "x", "1,5", "1.5x", "nan", "inf", "1 2"};
  double value = 7;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (al_number_parse (wrong[i], &value));
  g_assert_cmpfloat (value, ==, 7);
  g_assert_true (al_number_parse ("-1.5", &value));
  g_assert_cmpfloat (value, ==, -1.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/text", test_text);
  g_test_add_func ("/number/fixed", test_fixed);
  g_test_add_func ("/number/four-digits", test_four_digits);
  g_test_add_func ("/number/parse", test_parse);
  return g_test_run ();
}
