/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-table.h"

#include <string.h>

struct _AlTable {
  char *alignment; /* one letter a column: 'l' or 'r' */
  guint n_columns;
  GPtrArray *rows; /* of GStrv; a vector of one cell is a line across the table */
};

/**
 * al_table_new:
 * @alignment: one letter a column, 'l' for left and 'r' for right
 *
 * An empty table.
 *
 * Returns: (transfer full): a table
 */
AlTable *
al_table_new (const char *alignment)
{
  AlTable *self = g_new0 (AlTable, 1);

  g_assert (strlen (alignment) > 1);
  self->alignment = g_strdup (alignment);
  self->n_columns = (guint) strlen (alignment);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/**
 * al_table_free:
 * @self: (transfer full): a table
 *
 * Frees a table.
 */
void
al_table_free (AlTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->alignment);
  g_free (self);
}

/**
 * al_table_add:
 * @self: a table
 * @cells: (array zero-terminated=1): as many texts as there are columns
 *
 * Adds a row.
 */
void
al_table_add (AlTable *self, const char *const *cells)
{
  g_return_if_fail (g_strv_length ((char **) cells) == self->n_columns);

  g_ptr_array_add (self->rows, g_strdupv ((char **) cells));
}

/**
 * al_table_add_line:
 * @self: a table
 * @text: a heading, or empty
 *
 * Adds a line that belongs to no column.
 */
void
al_table_add_line (AlTable *self, const char *text)
{
  const char *cells[] = {text, NULL};

  g_ptr_array_add (self->rows, g_strdupv ((char **) cells));
}

static glong *
measure_columns (const AlTable *self)
{
  glong *widths = g_new0 (glong, self->n_columns);

  for (guint i = 0; i < self->rows->len; i++) {
    char **cells = g_ptr_array_index (self->rows, i);
    for (guint column = 0; cells[1] != NULL && column < self->n_columns; column++)
      widths[column] = MAX (widths[column], g_utf8_strlen (cells[column], -1));
  }
  return widths;
}

static void
append_cell (const AlTable *self, GString *text, guint column, const char *cell, glong width)
{
  int space = (int) (width - g_utf8_strlen (cell, -1));
  gboolean last = column + 1 == self->n_columns;

  if (self->alignment[column] == 'r')
    g_string_append_printf (text, "%*s%s", space, "", cell);
  else
    g_string_append_printf (text, "%s%*s", cell, last ? 0 : space, "");
  g_string_append (text, last ? "" : "  ");
}

/**
 * al_table_to_text:
 * @self: a table
 *
 * Sets the table in columns two spaces apart.
 *
 * Returns: (transfer full): lines, each with a newline and without space at its end
 */
char *
al_table_to_text (const AlTable *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree glong *widths = measure_columns (self);

  for (guint i = 0; i < self->rows->len; i++) {
    char **cells = g_ptr_array_index (self->rows, i);
    g_autoptr (GString) line = g_string_new (NULL);

    for (guint column = 0; cells[1] != NULL && column < self->n_columns; column++)
      append_cell (self, line, column, cells[column], widths[column]);
    if (cells[1] == NULL)
      g_string_append (line, cells[0]);
    g_string_append_printf (text, "%s\n", g_strchomp (line->str));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
