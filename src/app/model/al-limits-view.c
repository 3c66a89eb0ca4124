/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-limits-view.h"

#include <glib/gi18n.h>

static const char ID_KEY[] = "al-limit-id";

struct _AlLimitsView {
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AlLimitsView, al_limits_view, ADW_TYPE_BIN)

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
rows_text (const AlValidationLimit *limit)
{
  g_autofree char *rows = g_strjoinv (", ", (char **) limit->rows);

  /* Translators: the ids of measurements, such as C17, D24. */
  return g_strdup_printf (_ ("Measurements out of band because of it: %s"), rows);
}

static GtkWidget *
create_row (const AlValidationLimit *limit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *rows = limit->rows[0] != NULL ? rows_text (limit) : NULL;

  gtk_widget_add_css_class (box, "al-card");
  gtk_box_append (GTK_BOX (box), create_label (limit->title, "heading"));
  gtk_box_append (GTK_BOX (box), create_label (limit->text, "al-prose"));
  if (rows != NULL) {
    GtkWidget *label = create_label (rows, "caption");
    gtk_widget_add_css_class (label, "dim-label");
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, limit->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, limit->text, -1);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (limit->id), g_free);
  return row;
}

static void
al_limits_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_LIMITS_VIEW);
  G_OBJECT_CLASS (al_limits_view_parent_class)->dispose (object);
}

static void
al_limits_view_class_init (AlLimitsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_limits_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-limits-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AlLimitsView, list);
}

static void
al_limits_view_init (AlLimitsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_limits_view_set_table:
 * @self: an empty view
 * @table: names the limits; only read now
 *
 * Shows the limits.
 */
void
al_limits_view_set_table (AlLimitsView *self, const AlValidation *table)
{
  g_return_if_fail (AL_IS_LIMITS_VIEW (self));

  for (guint i = 0; i < al_validation_get_n_limits (table); i++)
    gtk_list_box_append (self->list, create_row (al_validation_get_limit (table, i)));
}

/**
 * al_limits_view_show:
 * @self: a view
 * @limit_id: the id of a limit
 *
 * Brings a limit into view.
 *
 * Returns: whether there is one of that id
 */
gboolean
al_limits_view_show (AlLimitsView *self, const char *limit_id)
{
  GtkListBoxRow *row;
  GtkWidget *found = NULL;

  g_return_val_if_fail (AL_IS_LIMITS_VIEW (self), FALSE);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++) {
    gtk_widget_remove_css_class (GTK_WIDGET (row), "al-asked-for");
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), ID_KEY), limit_id) == 0)
      found = GTK_WIDGET (row);
  }
  if (found == NULL)
    return FALSE;
  gtk_widget_add_css_class (found, "al-asked-for");
  /* The list scrolls to what has the focus. */
  gtk_widget_grab_focus (found);
  return TRUE;
}
