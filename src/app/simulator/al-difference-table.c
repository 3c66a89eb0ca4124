/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-difference-table.h"

#include <glib/gi18n.h>

#include "al-comparison.h"
#include "al-index-text.h"
#include "al-widget.h"

/* The kept states, the reference when it is none of them, and now. */
#define MOST_COLUMNS (AL_COMPARISON_MOST + 2)

/* Columns before the first state. */
#define STATES_AT 2

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

/* The first column is the reference. */
typedef struct {
  char *name;
  int position; /* of its ghost, -1 for none */
  AlIndices indices;
} Column;

/**
 * AlDifferenceTable:
 *
 * The indices of the kept states and of the present one side by side, and how each differs from
 * the first. A click on the head of a column names it, removes it or makes it the first.
 */
struct _AlDifferenceTable {
  GtkWidget parent_instance;

  AlSession *session;
  GtkGrid *grid;
  guint n_columns; /* the last is now */
  Column columns[MOST_COLUMNS];
  GtkLabel *cells[N_LINES][MOST_COLUMNS];
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
  self->columns[self->n_columns++] = (Column){g_strdup (name), position, *indices};
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
get_arrow (AlIndexChange change)
{
  return change == AL_INDEX_CHANGE_UP ? "↑" : change == AL_INDEX_CHANGE_DOWN ? "↓" : "=";
}

static const char *
get_direction (AlIndexChange change)
{
  return change == AL_INDEX_CHANGE_UP     ? C_ ("change", "up")
         : change == AL_INDEX_CHANGE_DOWN ? C_ ("change", "down")
                                          : C_ ("change", "same");
}

static char *
format_cell (AlDifferenceTable *self, guint line, guint column, gboolean spoken)
{
  const AlIndex index = lines[line].index;
  const double value = self->columns[column].indices.value[index];
  const double reference = self->columns[0].indices.value[index];
  const AlIndexChange change = al_index_get_change (index, reference, value);
  g_autofree char *number = al_index_format (index, value);
  g_autofree char *difference = NULL;

  if (column == 0 || change == AL_INDEX_CHANGE_UNKNOWN)
    return g_steal_pointer (&number);
  if (change == AL_INDEX_CHANGE_SAME)
    return g_strdup_printf ("%s  %s", number, spoken ? get_direction (change) : "=");
  difference = al_index_format_change (index, reference, value);
  return g_strdup_printf ("%s  %s %s", number, spoken ? get_direction (change) : get_arrow (change),
                          difference);
}

static void
update_cell (AlDifferenceTable *self, guint line, guint column)
{
  GtkLabel *label = self->cells[line][column];
  g_autofree char *text = format_cell (self, line, column, FALSE);
  g_autofree char *value = NULL;
  g_autofree char *spoken = NULL;

  if (g_str_equal (text, gtk_label_get_text (label)))
    return;
  value = format_cell (self, line, column, TRUE);
  spoken = g_strdup_printf ("%s, %s: %s", al_index_get_short_label (lines[line].index),
                            self->columns[column].name, value);
  gtk_label_set_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static GtkLabel *
add_label (AlDifferenceTable *self, const char *text, int column, int row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL,
                                   "label", text, "xalign", column < STATES_AT ? 0.0 : 1.0, NULL);

  if (column >= STATES_AT)
    gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  return GTK_LABEL (label);
}

/* Heads */

static int
get_position (GtkWidget *widget)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "al-position"));
}

static void
close_popover (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
name_cb (GtkEntry *entry, AlDifferenceTable *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  const int position = get_position (GTK_WIDGET (entry));

  close_popover (GTK_WIDGET (entry));
  if (position < 0)
    al_session_keep_ghost (self->session, name[0] != '\0' ? name : NULL);
  else if (name[0] != '\0')
    al_session_rename_ghost (self->session, (guint) position, name);
}

static void
refer_cb (GtkWidget *button, AlDifferenceTable *self)
{
  close_popover (button);
  al_session_refer_to_ghost (self->session, (guint) get_position (button));
}

static void
remove_cb (GtkWidget *button, AlDifferenceTable *self)
{
  close_popover (button);
  al_session_remove_ghost (self->session, (guint) get_position (button));
}

static void
append_button (AlDifferenceTable *self, GtkWidget *box, const char *label, GCallback callback,
               int position)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "al-position", GINT_TO_POINTER (position));
  g_signal_connect_object (button, "clicked", callback, self, 0);
  gtk_box_append (GTK_BOX (box), button);
}

/* The entry takes a name with Enter; the state as it is now is kept under it. */
static GtkWidget *
new_popover (AlDifferenceTable *self, const Column *column, gboolean is_now)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  const char *hint = is_now ? _ ("Keep as… (Enter)") : _ ("Name (Enter)");

  g_object_set_data (G_OBJECT (entry), "al-position", GINT_TO_POINTER (column->position));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  if (!is_now)
    gtk_editable_set_text (GTK_EDITABLE (entry), column->name);
  g_signal_connect_object (entry, "activate", G_CALLBACK (name_cb), self, 0);
  gtk_box_append (GTK_BOX (box), entry);
  if (!is_now) {
    append_button (self, box, _ ("Count changes from this"), G_CALLBACK (refer_cb),
                   column->position);
    append_button (self, box, _ ("Remove"), G_CALLBACK (remove_cb), column->position);
  }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
add_head (AlDifferenceTable *self, guint position)
{
  const Column *column = &self->columns[position];
  const gboolean is_now = position + 1 == self->n_columns;
  GtkWidget *head;

  if (!is_now && column->position < 0) {
    add_label (self, column->name, STATES_AT + (int) position, 0);
    return;
  }
  head = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (head), column->name);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (head), new_popover (self, column, is_now));
  gtk_widget_add_css_class (head, "flat");
  gtk_widget_set_halign (head, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (head, is_now ? _ ("Keep this state under a name")
                                            : _ ("Name it, remove it, or count changes from it"));
  gtk_grid_attach (self->grid, head, STATES_AT + (int) position, 0, 1, 1);
}

/* The whole */

static int
add_title (AlDifferenceTable *self, guint line, int row)
{
  if (lines[line].title == NULL)
    return row;
  gtk_widget_add_css_class (GTK_WIDGET (add_label (self, _ (lines[line].title), 0, row)),
                            "heading");
  return row + 1;
}

static void
add_line (AlDifferenceTable *self, guint line, int row)
{
  const AlIndex index = lines[line].index;
  const char *unit = al_index_get_display_unit (index);
  g_autofree char *normal = al_index_format_normal (index);
  g_autofree char *scale =
      g_strdup_printf ("%s  %s", unit != NULL ? unit : "", normal != NULL ? normal : "");

  add_label (self, al_index_get_short_label (index), 0, row);
  gtk_widget_add_css_class (GTK_WIDGET (add_label (self, scale, 1, row)), "dim-label");
  for (guint i = 0; i < self->n_columns; i++) {
    self->cells[line][i] = add_label (self, "", STATES_AT + (int) i, row);
    update_cell (self, line, i);
  }
}

static void
rebuild (AlDifferenceTable *self)
{
  GtkWidget *child;
  int row = 1;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  collect_columns (self);
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
  gtk_widget_class_bind_template_child (widget_class, AlDifferenceTable, grid);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "differencetable");
}

static void
al_difference_table_init (AlDifferenceTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
      g_autofree char *cell = format_cell (self, line, i, FALSE);

      g_string_append_printf (text, "\t%s", cell);
    }
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
