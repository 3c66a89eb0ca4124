/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-difference-table.h"

#include <string.h>

#include <glib/gi18n.h>

#include "al-comparison.h"
#include "al-difference-head.h"
#include "al-index-text.h"
#include "al-widget.h"

/* The kept states, the reference when it is none of them, and now. */
#define MOST_COLUMNS (AL_COMPARISON_MOST + 2)

/* Columns before the first state. */
#define STATES_AT 2

/* Room for a change such as "+0.07", so that numbers stand under each other. */
#define CHANGE_CHARS 5

/* The groups of the readouts. */
static const struct {
  const char *title; /* of the group that begins here, NULL within one */
  AlIndex index;
} lines[] = {
    {N_ ("Body"), AL_INDEX_MAP},  {NULL, AL_INDEX_TOTAL_FLOW},    {NULL, AL_INDEX_SVO2},
    {NULL, AL_INDEX_LACTATE},     {NULL, AL_INDEX_URINE},         {N_ ("Heart"), AL_INDEX_HR},
    {NULL, AL_INDEX_NATIVE_CO},   {NULL, AL_INDEX_CPO},           {NULL, AL_INDEX_LV_SV},
    {NULL, AL_INDEX_LV_EF},       {NULL, AL_INDEX_LV_EDV},        {NULL, AL_INDEX_LV_EDP},
    {NULL, AL_INDEX_LV_PVA},      {NULL, AL_INDEX_CORONARY_FLOW}, {NULL, AL_INDEX_AO_PULSE},
    {NULL, AL_INDEX_RA_MEAN},     {N_ ("Lungs"), AL_INDEX_PCWP},  {NULL, AL_INDEX_PA_MEAN},
    {NULL, AL_INDEX_LUNG_WATER},  {NULL, AL_INDEX_SAO2_RADIAL},   {N_ ("Harm"), AL_INDEX_FREE_HB},
    {NULL, AL_INDEX_HAEMOGLOBIN}, {NULL, AL_INDEX_LIMB_FLOW},     {NULL, AL_INDEX_BLEEDING},
};

#define N_LINES G_N_ELEMENTS (lines)

/* A number, and beside it by how much it differs. */
typedef struct {
  GtkLabel *value;
  GtkLabel *change; /* NULL in the column that changes are counted from */
} Cell;

/**
 * AlDifferenceTable:
 *
 * The indices of the kept states and of the present one side by side, and how each differs from
 * the first. A click on the head of a column names it, removes it or makes it the first.
 */
struct _AlDifferenceTable {
  GtkWidget parent_instance;

  AlSession *session;
  GtkGrid *heads; /* stays while the grid scrolls */
  GtkGrid *grid;
  GtkWidget *beats;
  GtkWidget *hint;                                /* while nothing is kept */
  GtkSizeGroup *widths[STATES_AT + MOST_COLUMNS]; /* of a column of both grids */
  guint n_columns;                                /* the first is the reference, the last is now */
  AlDifferenceColumn columns[MOST_COLUMNS];
  Cell cells[N_LINES][MOST_COLUMNS]; /* without widgets where nothing is told */
};

G_DEFINE_FINAL_TYPE (AlDifferenceTable, al_difference_table, GTK_TYPE_WIDGET)

/* Columns */

static void
forget_columns (AlDifferenceTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->columns[i].name, g_free);
  self->n_columns = 0;
}

static void
add_column (AlDifferenceTable *self, const char *name, int position, const AlIndices *indices)
{
  self->columns[self->n_columns++] = (AlDifferenceColumn){g_strdup (name), position, *indices};
}

static void
collect_columns (AlDifferenceTable *self)
{
  const guint n = al_session_get_n_ghosts (self->session);
  AlIndices indices;
  int reference = -1;

  forget_columns (self);
  for (guint i = 0; i < n; i++) {
    if (al_session_is_reference (self->session, i))
      reference = (int) i;
  }
  if (al_session_get_reference (self->session, &indices))
    add_column (self, al_session_get_reference_name (self->session), reference, &indices);
  for (guint i = 0; i < n; i++) {
    const AlGhost *ghost = al_session_get_ghost (self->session, i);

    if ((int) i != reference)
      add_column (self, ghost->name, (int) i, &ghost->indices);
  }
  if (al_session_get_indices (self->session, &indices))
    add_column (self, _ ("Now"), -1, &indices);
}

/* Cells */

static const char *
get_direction (AlIndexChange change)
{
  return change == AL_INDEX_CHANGE_UP     ? C_ ("change", "up")
         : change == AL_INDEX_CHANGE_DOWN ? C_ ("change", "down")
                                          : C_ ("change", "same");
}

/* The four states are settled as to pressures and flows; what takes hours is not. */
static gboolean
is_unsettled (AlDifferenceTable *self, guint line, guint column)
{
  return column + 1 < self->n_columns && al_session_get_four_way (self->session) &&
         al_session_get_work (self->session) != AL_SESSION_COMPARING &&
         al_index_is_slow (lines[line].index);
}

/* Empty in the column that changes are counted from, and where one of the two is not known. */
static char *
format_change (AlDifferenceTable *self, guint line, guint column)
{
  const AlIndex index = lines[line].index;
  const double value = self->columns[column].indices.value[index];
  const double reference = self->columns[0].indices.value[index];
  const AlIndexChange change = al_index_get_change (index, reference, value);

  if (column == 0 || change == AL_INDEX_CHANGE_UNKNOWN || is_unsettled (self, line, 0))
    return g_strdup ("");
  if (change == AL_INDEX_CHANGE_SAME)
    return g_strdup ("=");
  return al_index_format_change (index, reference, value);
}

static char *
describe_cell (AlDifferenceTable *self, guint line, guint column)
{
  const AlIndex index = lines[line].index;
  const double value = self->columns[column].indices.value[index];
  const double reference = self->columns[0].indices.value[index];
  g_autofree char *number = al_index_format (index, value);
  g_autofree char *change = format_change (self, line, column);
  const char *direction =
      change[0] != '\0' ? get_direction (al_index_get_change (index, reference, value)) : "";

  return g_strdup_printf ("%s, %s: %s %s %s", al_index_get_short_label (index),
                          self->columns[column].name, number, direction, change);
}

static void
update_cell (AlDifferenceTable *self, guint line, guint column)
{
  const AlIndex index = lines[line].index;
  const Cell *cell = &self->cells[line][column];
  g_autofree char *number = NULL;
  g_autofree char *change = NULL;
  g_autofree char *spoken = NULL;

  if (cell->value == NULL)
    return;
  number = al_index_format (index, self->columns[column].indices.value[index]);
  change = format_change (self, line, column);
  if (g_str_equal (number, gtk_label_get_text (cell->value)) &&
      (cell->change == NULL || g_str_equal (change, gtk_label_get_text (cell->change))))
    return;
  spoken = describe_cell (self, line, column);
  gtk_label_set_text (cell->value, number);
  if (cell->change != NULL)
    gtk_label_set_text (cell->change, change);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->value), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static GtkWidget *
add_label (AlDifferenceTable *self, const char *text, int column, int row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL,
                                   "label", text, "xalign", 0.0, NULL);

  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  gtk_size_group_add_widget (self->widths[column], label);
  return label;
}

static void
add_cell (AlDifferenceTable *self, guint line, guint column, int row)
{
  Cell *cell = &self->cells[line][column];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  /* The number takes the room of its column, and the column no more than its head does. */
  gtk_widget_set_hexpand (box, FALSE);
  cell->value =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL, "xalign", 1.0,
                    "hexpand", TRUE, "css-classes", (const char *[]){"numeric", NULL}, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->value));
  if (column > 0) {
    cell->change =
        g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "xalign",
                      0.0, "width-chars", CHANGE_CHARS, "css-classes",
                      (const char *[]){"numeric", "caption", "dim-label", NULL}, NULL);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->change));
  }
  gtk_grid_attach (self->grid, box, STATES_AT + (int) column, row, 1, 1);
  gtk_size_group_add_widget (self->widths[STATES_AT + column], box);
  update_cell (self, line, column);
}

/* Said in words over the four, where their numbers would mislead. */
static void
add_unsettled (AlDifferenceTable *self, int row)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL, "label",
                    _ ("still changing: takes hours"), "ellipsize", PANGO_ELLIPSIZE_END,
                    "css-classes", (const char *[]){"caption", "dim-label", NULL}, NULL);

  gtk_widget_set_tooltip_text (label, _ ("Pressures and flows have settled in these states; this "
                                         "has not. Let hours pass and look at the trends."));
  gtk_grid_attach (self->grid, label, STATES_AT, row, (int) self->n_columns - 1, 1);
}

/* The whole */

static int
add_title (AlDifferenceTable *self, guint line, int row)
{
  if (lines[line].title == NULL)
    return row;
  gtk_widget_add_css_class (add_label (self, _ (lines[line].title), 0, row), "heading");
  return row + 1;
}

/* The abbreviation is explained, and the normal range told, by the tooltip. */
static void
explain (GtkWidget *label, AlIndex index)
{
  g_autofree char *normal = al_index_format_normal (index);
  g_autofree char *tooltip = NULL;

  if (normal != NULL)
    /* Translators: an index, its normal range and its unit */
    tooltip = g_strdup_printf (_ ("%s, normal %s %s"), al_index_get_short_label (index), normal,
                               al_index_get_display_unit (index));
  else
    tooltip = g_strdup (al_index_get_short_label (index));
  gtk_widget_set_tooltip_text (label, tooltip);
}

static void
add_line (AlDifferenceTable *self, guint line, int row)
{
  const AlIndex index = lines[line].index;
  GtkWidget *label = add_label (self, al_index_get_abbreviation (index), 0, row);
  GtkWidget *unit = add_label (self, al_index_get_display_unit (index), 1, row);

  explain (label, index);
  explain (unit, index);
  gtk_widget_add_css_class (unit, "dim-label");
  gtk_widget_add_css_class (unit, "caption");
  if (self->n_columns > 1 && is_unsettled (self, line, 0))
    add_unsettled (self, row);
  for (guint i = 0; i < self->n_columns; i++) {
    if (!is_unsettled (self, line, i))
      add_cell (self, line, i, row);
  }
}

static void
add_head (AlDifferenceTable *self, guint column)
{
  GtkWidget *head =
      al_difference_head_new (self->session, &self->columns[column], column + 1 == self->n_columns);

  /* As its numbers, beside which no change is told. */
  if (column == 0)
    gtk_widget_set_halign (head, GTK_ALIGN_END);
  gtk_grid_attach (self->heads, head, STATES_AT + (int) column, 0, 1, 1);
  gtk_size_group_add_widget (self->widths[STATES_AT + column], head);
}

/* What stands over the names of the indices is as wide as they are. */
static void
add_corner (AlDifferenceTable *self)
{
  for (int i = 0; i < STATES_AT; i++) {
    GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

    gtk_grid_attach (self->heads, space, i, 0, 1, 1);
    gtk_size_group_add_widget (self->widths[i], space);
  }
}

static void
empty (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
rebuild (AlDifferenceTable *self)
{
  int row = 0;

  empty (self->heads);
  empty (self->grid);
  memset (self->cells, 0, sizeof self->cells);
  collect_columns (self);
  gtk_widget_set_visible (self->beats, al_session_get_four_way (self->session));
  gtk_widget_set_visible (self->hint, al_session_get_n_ghosts (self->session) == 0);
  add_corner (self);
  for (guint i = 0; i < self->n_columns; i++)
    add_head (self, i);
  for (guint line = 0; line < N_LINES; line++) {
    row = add_title (self, line, row);
    add_line (self, line, row++);
  }
}

/* Between two beats nothing but the last column changes; hidden, not even that. */
static void
beat_cb (AlDifferenceTable *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->n_columns == 0)
    return;
  if (!al_session_get_indices (self->session, &self->columns[self->n_columns - 1].indices))
    return;
  for (guint line = 0; line < N_LINES; line++)
    update_cell (self, line, self->n_columns - 1);
}

static void
copy_cb (AlDifferenceTable *self)
{
  g_autofree char *text = al_difference_table_to_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* The object */

static void
forget_session (AlDifferenceTable *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_difference_table_dispose (GObject *object)
{
  AlDifferenceTable *self = AL_DIFFERENCE_TABLE (object);

  forget_session (self);
  forget_columns (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->widths); i++)
    g_clear_object (&self->widths[i]);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_DIFFERENCE_TABLE);
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_difference_table_parent_class)->dispose (object);
}

static void
al_difference_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (al_difference_table_parent_class)->map (widget);
  if (AL_DIFFERENCE_TABLE (widget)->session != NULL)
    beat_cb (AL_DIFFERENCE_TABLE (widget));
}

static void
al_difference_table_class_init (AlDifferenceTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_difference_table_dispose;
  widget_class->map = al_difference_table_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-difference-table.ui");
  gtk_widget_class_bind_template_child (widget_class, AlDifferenceTable, heads);
  gtk_widget_class_bind_template_child (widget_class, AlDifferenceTable, grid);
  gtk_widget_class_bind_template_child (widget_class, AlDifferenceTable, beats);
  gtk_widget_class_bind_template_child (widget_class, AlDifferenceTable, hint);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "differencetable");
}

static void
al_difference_table_init (AlDifferenceTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->widths); i++)
    self->widths[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

/**
 * al_difference_table_new:
 *
 * Makes a table without a session.
 *
 * Returns: (transfer floating): a new table
 */
GtkWidget *
al_difference_table_new (void)
{
  return g_object_new (AL_TYPE_DIFFERENCE_TABLE, NULL);
}

/**
 * al_difference_table_set_session:
 * @self: a table
 * @session: (nullable): whose states are compared
 *
 * Compares the states of a session.
 */
void
al_difference_table_set_session (AlDifferenceTable *self, AlSession *session)
{
  g_return_if_fail (AL_IS_DIFFERENCE_TABLE (self));
  if (session == self->session)
    return;
  forget_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "beat", G_CALLBACK (beat_cb), self);
  g_signal_connect_swapped (session, "ghosts-changed", G_CALLBACK (rebuild), self);
  g_signal_connect_swapped (session, "restarted", G_CALLBACK (rebuild), self);
  rebuild (self);
}

/**
 * al_difference_table_to_text:
 * @self: a table
 *
 * The table as text, with tabs between columns, as a spreadsheet takes it.
 *
 * Returns: (transfer full): lines of text
 */
char *
al_difference_table_to_text (AlDifferenceTable *self)
{
  g_autoptr (GString) text = g_string_new (_ ("Index"));

  g_return_val_if_fail (AL_IS_DIFFERENCE_TABLE (self), NULL);
  g_string_append_printf (text, "\t%s\t%s", _ ("Unit"), _ ("Normal"));
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (text, "\t%s", self->columns[i].name);
  for (guint line = 0; line < N_LINES; line++) {
    const AlIndex index = lines[line].index;
    const char *unit = al_index_get_display_unit (index);
    g_autofree char *normal = al_index_format_normal (index);

    g_string_append_printf (text, "\n%s\t%s\t%s", al_index_get_short_label (index),
                            unit != NULL ? unit : "", normal != NULL ? normal : "");
    for (guint i = 0; i < self->n_columns; i++) {
      g_autofree char *number = al_index_format (index, self->columns[i].indices.value[index]);
      g_autofree char *change = format_change (self, line, i);

      if (is_unsettled (self, line, i))
        g_string_append_printf (text, "\t%s", _ ("still changing"));
      else
        g_string_append_printf (text, change[0] != '\0' ? "\t%s (%s)" : "\t%s", number, change);
    }
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
