/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-choice-row.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-widget.h"

#define GAP 6

/**
 * AlChoiceRow:
 *
 * A setting of a session that is one of a few, as linked toggle buttons.
 */
struct _AlChoiceRow {
  GtkWidget parent_instance;

  AlParameter parameter;
  AlSession *session;
  GPtrArray *buttons; /* not owned; the first stands for the lowest value */
};

G_DEFINE_FINAL_TYPE (AlChoiceRow, al_choice_row, GTK_TYPE_WIDGET)

static double
get_button_value (AlChoiceRow *self, guint position)
{
  return al_parameter_get_info (self->parameter)->minimum + position;
}

static void
toggled_cb (AlChoiceRow *self, GtkToggleButton *button)
{
  guint position = 0;

  if (self->session == NULL || !gtk_toggle_button_get_active (button) ||
      !g_ptr_array_find (self->buttons, button, &position))
    return;
  al_session_set (self->session, self->parameter, get_button_value (self, position));
}

static void
settings_changed_cb (AlChoiceRow *self)
{
  const double value = al_session_get (self->session, self->parameter);

  for (guint i = 0; i < self->buttons->len; i++) {
    GtkToggleButton *button = g_ptr_array_index (self->buttons, i);

    if (fabs (value - get_button_value (self, i)) < 0.5 && !gtk_toggle_button_get_active (button))
      gtk_toggle_button_set_active (button, TRUE);
  }
}

static void
forget_session (AlChoiceRow *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_choice_row_dispose (GObject *object)
{

  forget_session (AL_CHOICE_ROW (object));
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_choice_row_parent_class)->dispose (object);
}

static void
al_choice_row_finalize (GObject *object)
{
  g_clear_pointer (&AL_CHOICE_ROW (object)->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (al_choice_row_parent_class)->finalize (object);
}

static void
al_choice_row_class_init (AlChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = al_choice_row_dispose;
  object_class->finalize = al_choice_row_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choicerow");
}

static void
al_choice_row_init (AlChoiceRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), GAP);
  self->buttons = g_ptr_array_new ();
}

static GtkWidget *
make_buttons (AlChoiceRow *self, const char *label, const char *const *choices)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; choices[i] != NULL; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (choices[i]);
    g_autofree char *name = g_strdup_printf ("%s %s", label, choices[i]);

    if (i > 0)
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                   g_ptr_array_index (self->buttons, 0));
    gtk_widget_set_focus_on_click (button, FALSE);
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
    g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
    g_ptr_array_add (self->buttons, button);
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

/**
 * al_choice_row_new:
 * @parameter: what is set; its values are whole numbers
 * @label: a short label, translated
 * @choices: (array zero-terminated=1): a translated word for each value, from the lowest
 *
 * Makes a row that sets nothing yet.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
al_choice_row_new (AlParameter parameter, const char *label, const char *const *choices)
{
  AlChoiceRow *self = g_object_new (AL_TYPE_CHOICE_ROW, NULL);
  const char *description = _ (al_parameter_get_info (parameter)->description);
  GtkWidget *name = gtk_label_new (label);

  self->parameter = parameter;
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_parent (name, GTK_WIDGET (self));
  gtk_widget_set_parent (make_buttons (self, label, choices), GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  return GTK_WIDGET (self);
}

/**
 * al_choice_row_set_session:
 * @self: a row
 * @session: (nullable): the session whose setting is shown and set
 *
 * Connects a row to a session.
 */
void
al_choice_row_set_session (AlChoiceRow *self, AlSession *session)
{
  g_return_if_fail (AL_IS_CHOICE_ROW (self));
  forget_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (settings_changed_cb), self);
  settings_changed_cb (self);
}
