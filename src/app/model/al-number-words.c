/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-number-words.h"

#include <math.h>

/* The digits of a number that somebody wrote down; more would be noise of the floating point. */
#define WRITTEN_DIGITS 9

/* The minus sign of print, as wide as a plus. */
static char *
with_sign (double value, const char *magnitude)
{
  return g_strdup_printf ("%s%s", value < 0 ? "−" : "", magnitude);
}

/**
 * al_words_for_number:
 * @value: a finite number that somebody wrote down
 *
 * Writes a number as short as it is, in the reader's way.
 *
 * Returns: (transfer full): the text
 */
char *
al_words_for_number (double value)
{
  g_autofree char *magnitude = g_strdup_printf ("%.*g", WRITTEN_DIGITS, fabs (value));

  return with_sign (value, magnitude);
}

static int
decimals_of (double magnitude)
{
  if (magnitude >= 1000)
    return 0;
  return magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3;
}

/**
 * al_words_for_measured:
 * @value: what a model gives; NAN for nothing
 *
 * Writes a number with about three significant digits, in the reader's way.
 *
 * Returns: (transfer full): the text; a dash for nothing
 */
char *
al_words_for_measured (double value)
{
  g_autofree char *magnitude = NULL;

  if (!isfinite (value))
    return g_strdup ("–");
  magnitude = g_strdup_printf ("%.*f", decimals_of (fabs (value)), fabs (value));
  /* What rounds to zero has no sign. */
  return fabs (value) < 0.0005 ? g_steal_pointer (&magnitude) : with_sign (value, magnitude);
}
