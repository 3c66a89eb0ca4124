/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-control-section.h"

#include <glib/gi18n.h>

#include "al-still.h"
#include "al-widget.h"

/**
 * AlControlSection:
 *
 * Rows of controls under a title that folds them away; a device has its switch beside the title.
 */
struct _AlControlSection {
  GtkWidget parent_instance;

  AlSession *session;
  AlParameter parameter;
  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *note;
  GtkWidget *arrow;
  GtkWidget *device_switch;
  GtkWidget *revealer;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (AlControlSection, al_control_section, GTK_TYPE_WIDGET)

static void
fold_cb (AlControlSection *self)
{
  gboolean expanded = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->header));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), expanded);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
}

static void
switched_cb (AlControlSection *self)
{
  if (self->session != NULL)
    al_session_set (self->session, self->parameter,
                    gtk_switch_get_active (GTK_SWITCH (self->device_switch)));
}

static void
settings_changed_cb (AlControlSection *self)
{
  gboolean on = al_session_get (self->session, self->parameter) > 0.5;
  gboolean was_on = gtk_switch_get_active (GTK_SWITCH (self->device_switch));

  gtk_switch_set_active (GTK_SWITCH (self->device_switch), on);
  /* Who starts a device wants to set it. */
  if (on && !was_on)
    al_control_section_set_expanded (self, TRUE);
}

static void
forget_session (AlControlSection *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_control_section_dispose (GObject *object)
{
  forget_session (AL_CONTROL_SECTION (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CONTROL_SECTION);
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_control_section_parent_class)->dispose (object);
}

static void
al_control_section_class_init (AlControlSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_control_section_dispose;
  widget_class->snapshot = al_still_snapshot;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-control-section.ui");
  gtk_widget_class_bind_template_child (widget_class, AlControlSection, header);
  gtk_widget_class_bind_template_child (widget_class, AlControlSection, title);
  gtk_widget_class_bind_template_child (widget_class, AlControlSection, note);
  gtk_widget_class_bind_template_child (widget_class, AlControlSection, arrow);
  gtk_widget_class_bind_template_child (widget_class, AlControlSection, device_switch);
  gtk_widget_class_bind_template_child (widget_class, AlControlSection, revealer);
  gtk_widget_class_bind_template_child (widget_class, AlControlSection, rows);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "controlsection");
}

static void
al_control_section_init (AlControlSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * al_control_section_new:
 * @title: a title, translated
 *
 * Makes a folded section without rows.
 *
 * Returns: (transfer floating): a new section
 */
GtkWidget *
al_control_section_new (const char *title)
{
  AlControlSection *self = g_object_new (AL_TYPE_CONTROL_SECTION, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->device_switch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  fold_cb (self);
  return GTK_WIDGET (self);
}

/**
 * al_control_section_set_expanded:
 * @self: a section
 * @expanded: whether its rows are shown
 *
 * Folds or unfolds a section.
 */
void
al_control_section_set_expanded (AlControlSection *self, gboolean expanded)
{
  g_return_if_fail (AL_IS_CONTROL_SECTION (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->header), expanded);
}

/**
 * al_control_section_set_note:
 * @self: a section
 * @note: (nullable): a few words, translated
 *
 * Says beside the title what goes on below it, which is seen while it is folded.
 */
void
al_control_section_set_note (AlControlSection *self, const char *note)
{
  const char *title = gtk_label_get_text (GTK_LABEL (self->title));
  g_autofree char *name = note != NULL ? g_strdup_printf ("%s, %s", title, note) : g_strdup (title);

  g_return_if_fail (AL_IS_CONTROL_SECTION (self));
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * al_control_section_add:
 * @self: a section
 * @row: (transfer floating): a widget
 *
 * Adds a row below the others.
 */
void
al_control_section_add (AlControlSection *self, GtkWidget *row)
{
  g_return_if_fail (AL_IS_CONTROL_SECTION (self));
  gtk_box_append (GTK_BOX (self->rows), row);
}

/**
 * al_control_section_bind_switch:
 * @self: a section
 * @session: the session whose device is switched
 * @parameter: the setting that switches it
 *
 * Shows the switch of a device beside the title.
 */
void
al_control_section_bind_switch (AlControlSection *self, AlSession *session, AlParameter parameter)
{
  const char *description = _ (al_parameter_get_info (parameter)->description);

  g_return_if_fail (AL_IS_CONTROL_SECTION (self));
  forget_session (self);
  self->session = g_object_ref (session);
  self->parameter = parameter;
  gtk_widget_set_visible (self->device_switch, TRUE);
  al_widget_set_tooltip (self->device_switch, description);
  g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (settings_changed_cb), self);
  settings_changed_cb (self);
}
