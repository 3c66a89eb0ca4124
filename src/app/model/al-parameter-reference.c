/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-parameter-reference.h"

#include <glib/gi18n.h>

#include "al-reference-row.h"

struct _AlParameterReference {
  AdwBin parent_instance;

  GPtrArray *rows; /* of AlReferenceRow; empty until shown */
  GtkEditable *search_entry;
  GtkLabel *count_label;
  GtkStack *lists;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AlParameterReference, al_parameter_reference, ADW_TYPE_BIN)

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  AlParameterReference *self = user_data;

  return al_reference_row_matches (AL_REFERENCE_ROW (row),
                                   gtk_editable_get_text (self->search_entry));
}

static AlParameterGroup
group_of (GtkListBoxRow *row)
{
  return al_parameter_get_group (al_reference_row_get_parameter (AL_REFERENCE_ROW (row)));
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GtkWidget *label;

  if (before != NULL && group_of (before) == group_of (row)) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (_ (al_parameter_group_get_title (group_of (row))));
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "al-group-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
update_filter (AlParameterReference *self)
{
  guint n = al_parameter_reference_get_n_listed (self);
  /* Translators: how many parameters are listed, of how many. */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), n, (guint) AL_N_PARAMETERS);

  gtk_label_set_label (self->count_label, count);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  gtk_stack_set_visible_child_name (self->lists, n > 0 ? "rows" : "nothing");
}

static void
search_changed_cb (AlParameterReference *self)
{
  if (self->rows->len > 0)
    update_filter (self);
}

/* Escape takes the words away, and without words the page. */
static void
search_stopped_cb (AlParameterReference *self)
{
  if (gtk_editable_get_text (self->search_entry)[0] != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
add_group (AlParameterReference *self, AlParameterGroup group)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    AlReferenceRow *row;

    if (al_parameter_get_group ((AlParameter) i) != group)
      continue;
    row = al_reference_row_new ((AlParameter) i);
    gtk_list_box_append (self->list, GTK_WIDGET (row));
    g_ptr_array_add (self->rows, row);
  }
}

/* A long list is made when it is first looked at. */
static void
al_parameter_reference_map (GtkWidget *widget)
{
  AlParameterReference *self = AL_PARAMETER_REFERENCE (widget);

  if (self->rows->len == 0) {
    for (guint i = 0; i < AL_N_PARAMETER_GROUPS; i++)
      add_group (self, (AlParameterGroup) i);
    update_filter (self);
  }
  GTK_WIDGET_CLASS (al_parameter_reference_parent_class)->map (widget);
}

static void
show_all_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlParameterReference *self = AL_PARAMETER_REFERENCE (widget);

  gtk_editable_set_text (self->search_entry, "");
  /* The entry tells of its change only after a pause in typing. */
  update_filter (self);
}

static void
al_parameter_reference_dispose (GObject *object)
{
  AlParameterReference *self = AL_PARAMETER_REFERENCE (object);

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_PARAMETER_REFERENCE);
  G_OBJECT_CLASS (al_parameter_reference_parent_class)->dispose (object);
}

static void
al_parameter_reference_finalize (GObject *object)
{
  g_ptr_array_unref (AL_PARAMETER_REFERENCE (object)->rows);
  G_OBJECT_CLASS (al_parameter_reference_parent_class)->finalize (object);
}

static void
al_parameter_reference_class_init (AlParameterReferenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_parameter_reference_dispose;
  G_OBJECT_CLASS (klass)->finalize = al_parameter_reference_finalize;
  widget_class->map = al_parameter_reference_map;
  gtk_widget_class_install_action (widget_class, "parameters.show-all", NULL, show_all_action_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-parameter-reference.ui");
  gtk_widget_class_bind_template_child (widget_class, AlParameterReference, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AlParameterReference, count_label);
  gtk_widget_class_bind_template_child (widget_class, AlParameterReference, lists);
  gtk_widget_class_bind_template_child (widget_class, AlParameterReference, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
al_parameter_reference_init (AlParameterReference *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
}

/**
 * al_parameter_reference_get_n_listed:
 * @self: a reference
 *
 * Returns: how many parameters the search leaves
 */
guint
al_parameter_reference_get_n_listed (AlParameterReference *self)
{
  guint n = 0;

  g_return_val_if_fail (AL_IS_PARAMETER_REFERENCE (self), 0);
  for (guint i = 0; i < self->rows->len; i++)
    n += filter_cb (g_ptr_array_index (self->rows, i), self);
  return n;
}

/**
 * al_parameter_reference_focus_search:
 * @self: a reference
 *
 * Goes to the search entry.
 */
void
al_parameter_reference_focus_search (AlParameterReference *self)
{
  g_return_if_fail (AL_IS_PARAMETER_REFERENCE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
