/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-ticks.h"

#include <locale.h>
#include <math.h>

static AlTicks
make (double low, double high, AlScale scale, guint n_wanted)
{
  const AlRange range = {low, high};
  AlTicks ticks;

  al_ticks_init (&ticks, &range, scale, n_wanted);
  return ticks;
}

static void
assert_labels (const AlTicks *ticks, const char *expected)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < ticks->n_values; i++) {
    g_autofree char *label = al_ticks_format (ticks, i);

    g_string_append_printf (labels, "%s%s", i > 0 ? " " : "", label);
  }
  g_assert_cmpstr (labels->str, ==, expected);
}

/* Whether a step is 1, 2 or 5 times a power of ten. */
static gboolean
is_round (double step)
{
  double mantissa = step / pow (10, floor (log10 (step) + 1e-9));

  return fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6 || fabs (mantissa - 5) < 1e-6;
}

static void
test_steps_are_round (void)
{
  for (double extent = 0.004; extent < 1e5; extent *= 1.83) {
    for (guint n_wanted = 1; n_wanted < 14; n_wanted++) {
      AlTicks ticks = make (-0.3 * extent, 0.7 * extent, AL_SCALE_LINEAR, n_wanted);

      g_assert_cmpuint (ticks.n_values, <=, n_wanted + 1);
      for (guint i = 0; i < ticks.n_values; i++) {
        g_assert_cmpfloat (ticks.value[i], >=, -0.300001 * extent);
        g_assert_cmpfloat (ticks.value[i], <=, 0.700001 * extent);
        if (i > 0)
          g_assert_true (is_round (ticks.value[i] - ticks.value[i - 1]));
      }
    }
  }
}

static void
test_labels (void)
{
  AlTicks ticks = make (0, 160, AL_SCALE_LINEAR, 8);

  assert_labels (&ticks, "0 20 40 60 80 100 120 140 160");
  ticks = make (0, 1, AL_SCALE_LINEAR, 5);
  assert_labels (&ticks, "0.0 0.2 0.4 0.6 0.8 1.0");
  ticks = make (-10, 10, AL_SCALE_LINEAR, 4);
  assert_labels (&ticks, "\342\210\22210 \342\210\2225 0 5 10");
  ticks = make (0.3, 0.33, AL_SCALE_LINEAR, 3);
  assert_labels (&ticks, "0.30 0.31 0.32 0.33");
}

static void
test_log_labels (void)
{
  AlTicks ticks = make (0.1, 10, AL_SCALE_LOG, 10);

  assert_labels (&ticks, "0.1 0.2 0.5 1 2 5 10");
  /* With less room only the decades stay. */
  ticks = make (0.1, 10, AL_SCALE_LOG, 4);
  assert_labels (&ticks, "0.1 1 10");
}

static void
test_nothing_to_mark (void)
{
  AlTicks ticks = make (3, 3, AL_SCALE_LINEAR, 5);

  g_assert_cmpuint (ticks.n_values, ==, 0);
  ticks = make (5, 3, AL_SCALE_LINEAR, 5);
  g_assert_cmpuint (ticks.n_values, ==, 0);
  ticks = make (0, 3, AL_SCALE_LOG, 5);
  g_assert_cmpuint (ticks.n_values, ==, 0);
  ticks = make (NAN, 3, AL_SCALE_LINEAR, 5);
  g_assert_cmpuint (ticks.n_values, ==, 0);
  ticks = make (0, 10, AL_SCALE_LINEAR, 0);
  g_assert_cmpuint (ticks.n_values, >, 0);
  ticks = make (0, 10, AL_SCALE_LINEAR, 100000);
  g_assert_cmpuint (ticks.n_values, <=, AL_TICKS_MAX);
}

static void
assert_number (double value, int decimals, const char *expected)
{
  g_autofree char *text = al_format_number (value, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (65.4, 0, "65");
  assert_number (-4.26, 1, "\342\210\2224.3");
  /* What rounds to zero has no sign. */
  assert_number (-0.04, 1, "0.0");
  assert_number (NAN, 1, "\342\200\223");
  assert_number (INFINITY, 1, "\342\200\223");
}

static void
test_numbers_follow_the_locale (void)
{
  static const char *const commas[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8"};

  for (guint i = 0; i < G_N_ELEMENTS (commas); i++) {
    if (setlocale (LC_NUMERIC, commas[i]) == NULL)
      continue;
    assert_number (2.5, 1, "2,5");
    setlocale (LC_NUMERIC, "C");
    return;
  }
  g_test_skip ("no locale with a decimal comma is installed");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/steps-are-round", test_steps_are_round);
  g_test_add_func ("/ticks/labels", test_labels);
  g_test_add_func ("/ticks/log-labels", test_log_labels);
  g_test_add_func ("/ticks/nothing-to-mark", test_nothing_to_mark);
  g_test_add_func ("/ticks/numbers", test_numbers);
  g_test_add_func ("/ticks/numbers-follow-the-locale", test_numbers_follow_the_locale);
  return g_test_run ();
}
