/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-text-table.h"

/* The words of the first column are not squeezed by long headings over the others, which fold. */
#define FIRST_COLUMN_CHARS 14
#define TITLE_CHARS        16

struct _AlTextTable {
  AdwBin parent_instance;

  GtkWidget *grid;
  GStrv titles;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (AlTextTable, al_text_table, ADW_TYPE_BIN)

static GtkWidget *
create_line (const char *text, gboolean first_column)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), first_column);
  gtk_label_set_xalign (GTK_LABEL (label), first_column ? 0.0f : 1.0f);
  if (first_column)
    gtk_label_set_width_chars (GTK_LABEL (label), FIRST_COLUMN_CHARS);
  else
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
fold_title (GtkWidget *cell)
{
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (cell));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_RIGHT);
  gtk_label_set_max_width_chars (label, TITLE_CHARS);
}

static GtkWidget *
create_cell (const char *text, guint column)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  gtk_widget_set_hexpand (cell, column == 0);
  gtk_widget_add_css_class (cell, "al-cell");
  for (guint i = 0; lines[i]; i++) {
    GtkWidget *line = create_line (lines[i], column == 0);

    if (i > 0) {
      gtk_widget_add_css_class (line, "caption");
      gtk_widget_add_css_class (line, "dim-label");
    }
    gtk_box_append (GTK_BOX (cell), line);
  }
  return cell;
}

/* What stands over a number is told by its place, which is not heard. */
static void
say_column (GtkWidget *cell, const char *title, const char *text)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
remove_rows (AlTextTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)))
    gtk_grid_remove (GTK_GRID (self->grid), child);
  self->n_rows = 0;
}

static void
al_text_table_finalize (GObject *object)
{
  AlTextTable *self = AL_TEXT_TABLE (object);

  g_clear_pointer (&self->titles, g_strfreev);
  G_OBJECT_CLASS (al_text_table_parent_class)->finalize (object);
}

static void
al_text_table_class_init (AlTextTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_text_table_finalize;
}

static void
al_text_table_init (AlTextTable *self)
{
  self->grid = gtk_grid_new ();
  gtk_widget_set_overflow (self->grid, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->grid, "card");
  gtk_widget_add_css_class (self->grid, "al-table");
  adw_bin_set_child (ADW_BIN (self), self->grid);
}

/**
 * al_text_table_new:
 *
 * Creates a table without titles and rows.
 *
 * Returns: (transfer floating): the table
 */
AlTextTable *
al_text_table_new (void)
{
  return g_object_new (AL_TYPE_TEXT_TABLE, NULL);
}

/**
 * al_text_table_set_titles:
 * @self: a table
 * @titles: (array zero-terminated=1): the headings, one for each column
 *
 * Sets the headings and removes all rows.
 */
void
al_text_table_set_titles (AlTextTable *self, const char *const *titles)
{
  g_return_if_fail (AL_IS_TEXT_TABLE (self));

  remove_rows (self);
  g_strfreev (self->titles);
  self->titles = g_strdupv ((GStrv) titles);

  for (guint i = 0; titles[i]; i++) {
    GtkWidget *cell = create_cell (titles[i], i);

    gtk_widget_add_css_class (cell, "al-cell-title");
    if (i > 0)
      fold_title (cell);
    gtk_grid_attach (GTK_GRID (self->grid), cell, (int) i, 0, 1, 1);
  }
}

/**
 * al_text_table_get_n_rows:
 * @self: a table
 *
 * Gets how many rows stand under the headings.
 *
 * Returns: the number of rows
 */
guint
al_text_table_get_n_rows (AlTextTable *self)
{
  g_return_val_if_fail (AL_IS_TEXT_TABLE (self), 0);

  return self->n_rows;
}

/**
 * al_text_table_add_row:
 * @self: a table whose titles are set
 * @cells: (array): as many texts as there are titles
 *
 * Adds a row at the end. In a cell, what follows a line break is set smaller and dimmer.
 */
void
al_text_table_add_row (AlTextTable *self, const char *const *cells)
{
  g_return_if_fail (AL_IS_TEXT_TABLE (self));
  g_return_if_fail (self->titles != NULL);

  self->n_rows++;
  for (guint i = 0; self->titles[i]; i++) {
    GtkWidget *cell = create_cell (cells[i], i);

    if (i > 0)
      say_column (cell, self->titles[i], cells[i]);
    gtk_grid_attach (GTK_GRID (self->grid), cell, (int) i, (int) self->n_rows, 1, 1);
  }
}

/**
 * al_text_table_clear:
 * @self: a table
 *
 * Removes the rows and the headings.
 */
void
al_text_table_clear (AlTextTable *self)
{
  g_return_if_fail (AL_IS_TEXT_TABLE (self));

  remove_rows (self);
  g_clear_pointer (&self->titles, g_strfreev);
}
