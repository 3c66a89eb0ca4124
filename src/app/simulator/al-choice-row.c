/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-choice-row.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-widget.h"
#include "al-wrap-layout.h"

#define GAP 6

/* More choices than this do not fit beside each other. */
#define MOST_BUTTONS 3

/**
 * AlChoiceRow:
 *
 * A setting of a session that is one of a few, as linked toggle buttons, or as a list when they are
 * more than that.
 */
struct _AlChoiceRow {
  GtkWidget parent_instance;

  const AlControl *control;
  AlSession *session;
  GtkWidget *list;    /* not owned; NULL where there are buttons */
  GPtrArray *buttons; /* not owned; empty where there is a list */
};

G_DEFINE_FINAL_TYPE (AlChoiceRow, al_choice_row, GTK_TYPE_WIDGET)

static void
choose (AlChoiceRow *self, guint position)
{
  if (self->session != NULL)
    al_session_set (self->session, self->control->parameter,
                    al_control_get_choice_value (self->control, position));
}

static void
toggled_cb (AlChoiceRow *self, GtkToggleButton *button)
{
  guint position = 0;

  if (gtk_toggle_button_get_active (button) && g_ptr_array_find (self->buttons, button, &position))
    choose (self, position);
}

static void
selected_cb (AlChoiceRow *self)
{
  const guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));

  if (position != GTK_INVALID_LIST_POSITION)
    choose (self, position);
}

/* A value between the choices, which a file may set, is none of them. */
static guint
find_choice (AlChoiceRow *self, double value)
{
  for (guint i = 0; self->control->choices[i] != NULL; i++) {
    if (fabs (value - al_control_get_choice_value (self->control, i)) < 0.5)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

static void
settings_changed_cb (AlChoiceRow *self)
{
  const guint position =
      find_choice (self, al_session_get (self->session, self->control->parameter));

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), i == position);
  if (self->list != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), position);
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
  gtk_widget_class_set_layout_manager_type (widget_class, AL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choicerow");
}

static void
al_choice_row_init (AlChoiceRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  g_object_set (layout, "spacing", GAP, NULL);
  self->buttons = g_ptr_array_new ();
}

static const char *
translate_choice (const char *choice)
{
  return g_dpgettext2 (NULL, "choice", choice);
}

static GtkWidget *
make_buttons (AlChoiceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *const *choices = self->control->choices;

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; choices[i] != NULL; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (translate_choice (choices[i]));
    g_autofree char *name =
        g_strdup_printf ("%s %s", _ (self->control->label), translate_choice (choices[i]));

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

static GtkWidget *
make_list (AlChoiceRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; self->control->choices[i] != NULL; i++)
    gtk_string_list_append (names, translate_choice (self->control->choices[i]));
  self->list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_focus_on_click (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->control->label), -1);
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
  return self->list;
}

static gboolean
has_list (const AlControl *control)
{
  return g_strv_length ((char **) control->choices) > MOST_BUTTONS;
}

/**
 * al_choice_row_new:
 * @control: what is set, and the choices; it must outlive the row
 *
 * Makes a row that sets nothing yet.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
al_choice_row_new (const AlControl *control)
{
  AlChoiceRow *self = g_object_new (AL_TYPE_CHOICE_ROW, NULL);
  GtkWidget *name = gtk_label_new (_ (control->label));
  g_autofree char *description = al_control_describe (control);

  self->control = control;
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_parent (name, GTK_WIDGET (self));
  gtk_widget_set_parent (has_list (control) ? make_list (self) : make_buttons (self),
                         GTK_WIDGET (self));
  al_widget_set_tooltip (GTK_WIDGET (self), description);
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
