/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-unit.h"

static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

/* A power stands at the end of its word: "m2", "cm-5 s", but neither "cmH2O" nor "1/min". */
static gboolean
begins_power (const char *unit, const char *at)
{
  const char *digit = *at == '-' ? at + 1 : at;

  return at > unit && g_ascii_isalpha (at[-1]) && g_ascii_isdigit (digit[0]) &&
         !g_ascii_isalnum (digit[1]);
}

/**
 * al_unit_get_text:
 * @unit: a unit as the tables of the engine and files have it, such as `m2`
 *
 * A unit as it is printed for people, such as m², and nothing for a plain number. What machines
 * read keeps the plain form.
 *
 * Returns: (transfer none): the text, valid for ever
 */
const char *
al_unit_get_text (const char *unit)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (unit != NULL, "");
  if (g_str_equal (unit, "1"))
    return "";
  for (const char *at = unit; *at != '\0'; at++) {
    if (!begins_power (unit, at)) {
      g_string_append_c (text, *at);
      continue;
    }
    if (*at == '-') {
      g_string_append (text, "⁻");
      at++;
    }
    g_string_append (text, raised[g_ascii_digit_value (*at)]);
  }
  return g_intern_string (text->str);
}
