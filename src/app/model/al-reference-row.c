/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-reference-row.h"

#include <glib/gi18n.h>

#include "al-number-words.h"
#include "al-search.h"
#include "al-unit.h"

/* Long enough to be seen, in milliseconds. */
#define COPIED_MS 2000

struct _AlReferenceRow {
  GtkListBoxRow parent_instance;

  AlParameter parameter;
  guint copied_source; /* takes the sign of a copy away; 0 for none */

  GtkLabel *name_label;
  GtkLabel *description_label;
  GtkLabel *symbol_label;
  GtkLabel *default_label;
  GtkLabel *range_label;
  GtkLabel *unit_label;
  GtkLabel *kind_label;
  GtkLabel *source_label;
  GtkButton *copy_button;
};

G_DEFINE_FINAL_TYPE (AlReferenceRow, al_reference_row, GTK_TYPE_LIST_BOX_ROW)

static const char *const kinds[] = {
    [AL_KIND_PATIENT] = N_ ("Patient"),
    [AL_KIND_COMMAND] = N_ ("Command"),
    [AL_KIND_MODEL] = N_ ("Constant"),
    [AL_KIND_CHOICE] = N_ ("Choice"),
};

static char *
value_text (AlParameter parameter, double value)
{
  if (al_parameter_get_info (parameter)->choices != NULL)
    return al_parameter_format (parameter, value);
  return al_words_for_number (value);
}

static char *
range_text (const AlParameterInfo *info)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (info->choices != NULL) {
    g_auto (GStrv) words = g_strsplit (info->choices, "|", -1);
    return g_strjoinv (", ", words);
  }
  from = al_words_for_number (info->minimum);
  to = al_words_for_number (info->maximum);
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static void
show_copy_button (AlReferenceRow *self, gboolean copied)
{
  const AlParameterInfo *info = al_parameter_get_info (self->parameter);
  /* Translators: the name of a parameter. */
  g_autofree char *spoken =
      g_strdup_printf (copied ? _ ("%s is copied") : _ ("Copy %s"), info->name);

  gtk_button_set_icon_name (self->copy_button,
                            copied ? "object-select-symbolic" : "edit-copy-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy_button),
                               copied ? _ ("Copied") : _ ("Copy the name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

/* The columns are told by their place, which is not heard. */
static void
say (AlReferenceRow *self, const AlParameterInfo *info)
{
  /* Translators: for a screen reader: name and meaning of a parameter, its default value, range and
   * unit. */
  g_autofree char *spoken =
      g_strdup_printf (_ ("%s: %s. Default %s, range %s %s"), info->name, _ (info->description),
                       gtk_label_get_label (self->default_label),
                       gtk_label_get_label (self->range_label), al_unit_get_text (info->unit));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, info->source, -1);
}

static void
show_parameter (AlReferenceRow *self, AlParameter parameter)
{
  const AlParameterInfo *info = al_parameter_get_info (parameter);
  g_autofree char *value = value_text (parameter, info->default_value);
  g_autofree char *range = range_text (info);

  self->parameter = parameter;
  gtk_label_set_label (self->name_label, info->name);
  gtk_label_set_label (self->description_label, _ (info->description));
  gtk_label_set_label (self->symbol_label, info->symbol);
  gtk_label_set_label (self->default_label, value);
  gtk_label_set_label (self->range_label, range);
  gtk_label_set_label (self->unit_label, al_unit_get_text (info->unit));
  gtk_label_set_label (self->kind_label, _ (kinds[info->kind]));
  gtk_label_set_label (self->source_label, info->source);
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), info->source[0] != '\0');
  show_copy_button (self, FALSE);
  say (self, info);
}

static void
al_reference_row_dispose (GObject *object)
{
  g_clear_handle_id (&AL_REFERENCE_ROW (object)->copied_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_REFERENCE_ROW);
  G_OBJECT_CLASS (al_reference_row_parent_class)->dispose (object);
}

static void
copy_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  al_reference_row_copy (AL_REFERENCE_ROW (widget));
}

static void
al_reference_row_class_init (AlReferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_reference_row_dispose;
  gtk_widget_class_install_action (widget_class, "parameter.copy", NULL, copy_action_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AlReferenceRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, AlReferenceRow, description_label);
  gtk_widget_class_bind_template_child (widget_class, AlReferenceRow, symbol_label);
  gtk_widget_class_bind_template_child (widget_class, AlReferenceRow, default_label);
  gtk_widget_class_bind_template_child (widget_class, AlReferenceRow, range_label);
  gtk_widget_class_bind_template_child (widget_class, AlReferenceRow, unit_label);
  gtk_widget_class_bind_template_child (widget_class, AlReferenceRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, AlReferenceRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, AlReferenceRow, copy_button);
}

static void
al_reference_row_init (AlReferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_reference_row_new:
 * @parameter: what it tells of
 *
 * Creates a row.
 *
 * Returns: (transfer floating): the row
 */
AlReferenceRow *
al_reference_row_new (AlParameter parameter)
{
  AlReferenceRow *self = g_object_new (AL_TYPE_REFERENCE_ROW, NULL);

  show_parameter (self, parameter);
  return self;
}

/**
 * al_reference_row_get_parameter:
 * @self: a row
 *
 * Returns: the parameter that it tells of
 */
AlParameter
al_reference_row_get_parameter (AlReferenceRow *self)
{
  g_return_val_if_fail (AL_IS_REFERENCE_ROW (self), AL_N_PARAMETERS);
  return self->parameter;
}

static gboolean
copied_cb (gpointer user_data)
{
  AlReferenceRow *self = user_data;

  self->copied_source = 0;
  show_copy_button (self, FALSE);
  return G_SOURCE_REMOVE;
}

/**
 * al_reference_row_copy:
 * @self: a row
 *
 * Puts the name of the parameter on the clipboard, and says so for a moment.
 */
void
al_reference_row_copy (AlReferenceRow *self)
{
  g_return_if_fail (AL_IS_REFERENCE_ROW (self));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          al_parameter_get_info (self->parameter)->name);
  show_copy_button (self, TRUE);
  g_clear_handle_id (&self->copied_source, g_source_remove);
  self->copied_source = g_timeout_add (COPIED_MS, copied_cb, self);
}

/**
 * al_reference_row_matches:
 * @self: a row
 * @words: what a person looks for
 *
 * Whether every word is part of what the row says.
 *
 * Returns: whether to show it
 */
gboolean
al_reference_row_matches (AlReferenceRow *self, const char *words)
{
  const AlParameterInfo *info = al_parameter_get_info (self->parameter);
  const char *group = al_parameter_group_get_title (al_parameter_get_group (self->parameter));
  const char *const texts[] = {info->name,   _ (info->description),
                               info->symbol, al_unit_get_text (info->unit),
                               info->source, _ (group),
                               NULL};

  g_return_val_if_fail (AL_IS_REFERENCE_ROW (self), FALSE);
  return al_search_matches (texts, words);
}
