/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-number.h"

#include <math.h>

/*
 * Numbers for programs and for the command line are read and written with a decimal point in every
 * locale, so that a script gets the same bytes on every machine.
 */

static char *
format_number (const char *kind, int digits, double value)
{
  g_autofree char *format = g_strdup_printf ("%%.%d%s", digits, kind);
  /* The longest number in fixed notation has 309 digits before the point. */
  char buffer[400];

  g_ascii_formatd (buffer, sizeof buffer, format, value);
  /* A small negative number that rounds to zero is zero. */
  if (buffer[0] == '-' && g_ascii_strtod (buffer, NULL) >= 0)
    return g_strdup (buffer + 1);
  return g_strdup (buffer);
}

/**
 * al_number_text:
 * @value: a finite number
 * @digits: significant digits, 1 to 17
 *
 * Writes a number as short as its digits allow: 4 is "4".
 *
 * Returns: (transfer full): the number with a decimal point
 */
char *
al_number_text (double value, int digits)
{
  return format_number ("g", digits, value);
}

/**
 * al_number_fixed:
 * @value: a finite number
 * @decimals: digits behind the point
 *
 * Writes a number with a fixed count of decimals, as a column of a table wants it.
 *
 * Returns: (transfer full): the number with a decimal point
 */
char *
al_number_fixed (double value, int decimals)
{
  return format_number ("f", decimals, value);
}

/**
 * al_number_four_digits:
 * @value: a number
 *
 * Writes a number for people: about four digits, never in exponential form; NAN is a dash.
 *
 * Returns: (transfer full): the number with a decimal point
 */
char *
al_number_four_digits (double value)
{
  int decimals;

  if (!isfinite (value))
    return g_strdup ("-");
  decimals = fabs (value) >= 1000 ? 0 : fabs (value) >= 100 ? 1 : fabs (value) >= 1 ? 2 : 3;
  return al_number_fixed (value, decimals);
}

/**
 * al_number_parse:
 * @text: what a person wrote
 * @value: (out): the number, untouched on failure
 *
 * Reads a finite number with a decimal point; nothing may follow it.
 *
 * Returns: whether it is one
 */
gboolean
al_number_parse (const char *text, double *value)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (number))
    return FALSE;
  *value = number;
  return TRUE;
}
