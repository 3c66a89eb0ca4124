/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-json.h"

#include "al-number.h"

#include <math.h>

struct _AlJson {
  GString *text;
  guint depth;
  gboolean empty; /* nothing stands yet in the object or array that is open */
};

/**
 * al_json_new:
 *
 * Begins with nothing: the first value is the whole document.
 *
 * Returns: (transfer full): a writer
 */
AlJson *
al_json_new (void)
{
  AlJson *self = g_new0 (AlJson, 1);

  self->text = g_string_new (NULL);
  self->empty = TRUE;
  return self;
}

/**
 * al_json_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer and its text.
 */
void
al_json_free (AlJson *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append_line (AlJson *self)
{
  g_string_append_printf (self->text, "\n%*s", (int) self->depth * 2, "");
}

static void
append_quoted (AlJson *self, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (self->text, '"');
  for (const char *c = valid; *c != '\0'; c++) {
    if (*c == '"' || *c == '\\')
      g_string_append_printf (self->text, "\\%c", *c);
    else if ((guchar) *c < 0x20)
      g_string_append_printf (self->text, "\\u%04x", (guint) *c);
    else
      g_string_append_c (self->text, *c);
  }
  g_string_append_c (self->text, '"');
}

static void
begin_value (AlJson *self, const char *key)
{
  if (self->depth > 0) {
    if (!self->empty)
      g_string_append_c (self->text, ',');
    append_line (self);
  }
  self->empty = FALSE;
  if (key != NULL) {
    append_quoted (self, key);
    g_string_append (self->text, ": ");
  }
}

static void
begin (AlJson *self, const char *key, char bracket)
{
  begin_value (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->empty = TRUE;
}

static void
end (AlJson *self, char bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (!self->empty)
    append_line (self);
  g_string_append_c (self->text, bracket);
  self->empty = FALSE;
}

/**
 * al_json_begin_object:
 * @self: a writer
 * @key: (nullable): key in the object that is open, %NULL elsewhere
 *
 * Opens an object; what follows stands in it.
 */
void
al_json_begin_object (AlJson *self, const char *key)
{
  begin (self, key, '{');
}

/**
 * al_json_end_object:
 * @self: a writer
 *
 * Closes the object opened last.
 */
void
al_json_end_object (AlJson *self)
{
  end (self, '}');
}

/**
 * al_json_begin_array:
 * @self: a writer
 * @key: (nullable): key in the object that is open, %NULL elsewhere
 *
 * Opens an array; what follows stands in it.
 */
void
al_json_begin_array (AlJson *self, const char *key)
{
  begin (self, key, '[');
}

/**
 * al_json_end_array:
 * @self: a writer
 *
 * Closes the array opened last.
 */
void
al_json_end_array (AlJson *self)
{
  end (self, ']');
}

/**
 * al_json_string:
 * @self: a writer
 * @key: (nullable): key in the object that is open, %NULL elsewhere
 * @value: (nullable): text; %NULL is written as null
 *
 * Writes a text.
 */
void
al_json_string (AlJson *self, const char *key, const char *value)
{
  begin_value (self, key);
  if (value != NULL)
    append_quoted (self, value);
  else
    g_string_append (self->text, "null");
}

/**
 * al_json_number:
 * @self: a writer
 * @key: (nullable): key in the object that is open, %NULL elsewhere
 * @value: a number; one that is not finite is written as null
 *
 * Writes a number with a decimal point and %AL_NUMBER_DIGITS digits.
 */
void
al_json_number (AlJson *self, const char *key, double value)
{
  g_autofree char *number = isfinite (value) ? al_number_text (value, AL_NUMBER_DIGITS) : NULL;

  begin_value (self, key);
  g_string_append (self->text, number != NULL ? number : "null");
}

/**
 * al_json_integer:
 * @self: a writer
 * @key: (nullable): key in the object that is open, %NULL elsewhere
 * @value: a whole number
 *
 * Writes a whole number.
 */
void
al_json_integer (AlJson *self, const char *key, gint64 value)
{
  begin_value (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * al_json_boolean:
 * @self: a writer
 * @key: (nullable): key in the object that is open, %NULL elsewhere
 * @value: a truth
 *
 * Writes true or false.
 */
void
al_json_boolean (AlJson *self, const char *key, gboolean value)
{
  begin_value (self, key);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * al_json_null:
 * @self: a writer
 * @key: (nullable): key in the object that is open, %NULL elsewhere
 *
 * Writes null.
 */
void
al_json_null (AlJson *self, const char *key)
{
  al_json_string (self, key, NULL);
}

/**
 * al_json_get_text:
 * @self: a writer whose objects and arrays are closed
 *
 * Returns: (transfer none): the document, without a newline at its end
 */
const char *
al_json_get_text (const AlJson *self)
{
  g_return_val_if_fail (self->depth == 0, NULL);

  return self->text->str;
}
