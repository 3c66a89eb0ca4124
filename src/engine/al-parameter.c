/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-parameter.h"

#include <math.h>
#include <string.h>

#define N_(text) text
#define PATIENT  "patient"
#define COMMAND  "command"
#define MODEL    "model"

/* The fifth column of the table is one of the three words above, or the choices of a command. */
typedef struct {
  const char *name, *symbol, *unit, *kind_or_choices;
  double default_value, minimum, maximum;
  const char *description, *source;
} Row;

static const Row rows[AL_N_PARAMETERS] = {
#define AL_PARAMETER(ID, ...) [AL_PARAMETER_##ID] = {__VA_ARGS__},
#include "al-parameter-table.h"
#undef AL_PARAMETER
};

static AlParameterKind
row_kind (const Row *row)
{
  if (g_str_equal (row->kind_or_choices, PATIENT))
    return AL_KIND_PATIENT;
  if (g_str_equal (row->kind_or_choices, COMMAND))
    return AL_KIND_COMMAND;
  if (g_str_equal (row->kind_or_choices, MODEL))
    return AL_KIND_MODEL;
  return AL_KIND_CHOICE;
}

static void
fill_info (AlParameterInfo *info, const Row *row)
{
  AlParameterKind kind = row_kind (row);

  *info = (AlParameterInfo){
      .name = row->name,
      .symbol = row->symbol,
      .unit = row->unit,
      .kind = kind,
      .choices = kind == AL_KIND_CHOICE ? row->kind_or_choices : NULL,
      .default_value = row->default_value,
      .minimum = row->minimum,
      .maximum = row->maximum,
      .description = row->description,
      .source = row->source,
  };
}

/**
 * al_parameter_get_info:
 * @parameter: a parameter
 *
 * What the table says of a parameter.
 *
 * Returns: (transfer none): a row that lives as long as the program
 */
const AlParameterInfo *
al_parameter_get_info (AlParameter parameter)
{
  static AlParameterInfo infos[AL_N_PARAMETERS];
  static gsize ready = 0;

  g_return_val_if_fail (parameter < AL_N_PARAMETERS, NULL);
  if (g_once_init_enter (&ready)) {
    for (guint i = 0; i < AL_N_PARAMETERS; i++)
      fill_info (&infos[i], &rows[i]);
    g_once_init_leave (&ready, 1);
  }
  return &infos[parameter];
}

/**
 * al_parameter_find:
 * @name: a name such as `lv.ees_mmhg_ml`
 * @parameter: (out): the parameter, untouched when there is none
 *
 * Looks a parameter up by name.
 *
 * Returns: whether there is one of that name
 */
gboolean
al_parameter_find (const char *name, AlParameter *parameter)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (g_str_equal (rows[i].name, name)) {
      *parameter = (AlParameter) i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * al_parameter_in_range:
 * @parameter: a parameter
 * @value: a value in the unit of the parameter
 *
 * Whether a value is finite and within the range of the table.
 */
gboolean
al_parameter_in_range (AlParameter parameter, double value)
{
  return isfinite (value) && value >= rows[parameter].minimum && value <= rows[parameter].maximum;
}

static gboolean
parse_choice (const char *choices, const char *text, double *value)
{
  g_auto (GStrv) words = g_strsplit (choices, "|", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    if (g_str_equal (words[i], text)) {
      *value = i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * al_parameter_parse:
 * @parameter: a parameter
 * @text: a number with a decimal point, or for a choice one of its words
 * @value: (out): the value, untouched on failure
 *
 * Reads a value the same way in every locale.
 *
 * Returns: whether the text is a value in range
 */
gboolean
al_parameter_parse (AlParameter parameter, const char *text, double *value)
{
  const AlParameterInfo *info = al_parameter_get_info (parameter);
  char *end = NULL;
  double number;

  if (info->choices != NULL && parse_choice (info->choices, text, value))
    return TRUE;
  number = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !al_parameter_in_range (parameter, number))
    return FALSE;
  if (info->choices != NULL)
    number = floor (number);
  *value = number;
  return TRUE;
}

/**
 * al_parameter_format:
 * @parameter: a parameter
 * @value: a value in the unit of the parameter
 *
 * The inverse of al_parameter_parse(): the word of a choice, or the shortest number that reads back
 * as the same value.
 *
 * Returns: (transfer full): text without unit, the same in every locale
 */
char *
al_parameter_format (AlParameter parameter, double value)
{
  const AlParameterInfo *info = al_parameter_get_info (parameter);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (info->choices != NULL) {
    g_auto (GStrv) words = g_strsplit (info->choices, "|", -1);
    guint index = (guint) CLAMP (value, 0, g_strv_length (words) - 1);
    return g_strdup (words[index]);
  }
  /* From six digits on, so that 40 is not 4e+01. */
  for (int digits = 6; digits < 17; digits++) {
    g_autofree char *format = g_strdup_printf ("%%.%dg", digits);
    g_ascii_formatd (buffer, sizeof buffer, format, value);
    if (g_ascii_strtod (buffer, NULL) - value >= 0 && g_ascii_strtod (buffer, NULL) - value <= 0)
      return g_strdup (buffer);
  }
  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, value));
}

/**
 * al_settings_init:
 * @self: settings to fill
 *
 * Sets every parameter to its default: the normal adult.
 */
void
al_settings_init (AlSettings *self)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++)
    self->value[i] = rows[i].default_value;
}

/**
 * al_settings_equal:
 * @self: settings
 * @other: other settings
 *
 * Whether every value is the same, bit for bit.
 */
gboolean
al_settings_equal (const AlSettings *self, const AlSettings *other)
{
  return memcmp (self, other, sizeof *self) == 0;
}
