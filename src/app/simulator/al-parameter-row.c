/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-parameter-row.h"

#include "al-widget.h"

#include <math.h>

#include <glib/gi18n.h>

/* A page of the keyboard is this many steps. */
#define STEPS_IN_A_PAGE 5

/**
 * AlParameterRow:
 *
 * A setting of a session on a scale, with its value and unit.
 */
struct _AlParameterRow {
  GtkWidget parent_instance;

  const AlControl *control;
  AlSession *session;
  GtkWidget *label;
  GtkWidget *value;
  GtkWidget *scale;
  GtkAdjustment *adjustment;
};

G_DEFINE_FINAL_TYPE (AlParameterRow, al_parameter_row, GTK_TYPE_WIDGET)

static void
show_value (AlParameterRow *self)
{
  g_autofree char *text =
      al_control_format (self->control, gtk_adjustment_get_value (self->adjustment));

  gtk_label_set_text (GTK_LABEL (self->value), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

static void
value_changed_cb (AlParameterRow *self)
{
  show_value (self);
  if (self->session != NULL)
    al_session_set (self->session, self->control->parameter,
                    gtk_adjustment_get_value (self->adjustment));
}

static void
settings_changed_cb (AlParameterRow *self)
{
  g_signal_handlers_block_by_func (self->adjustment, value_changed_cb, self);
  gtk_adjustment_set_value (self->adjustment,
                            al_session_get (self->session, self->control->parameter));
  g_signal_handlers_unblock_by_func (self->adjustment, value_changed_cb, self);
  show_value (self);
}

static gboolean
snap_cb (AlParameterRow *self, GtkScrollType scroll, double value)
{
  const AlParameterInfo *info = al_parameter_get_info (self->control->parameter);
  const double step = gtk_adjustment_get_step_increment (self->adjustment);

  value = CLAMP (round (value / step) * step, info->minimum, info->maximum);
  gtk_adjustment_set_value (self->adjustment, value);
  return GDK_EVENT_STOP;
}

/* A wheel that scrolls the panel must not turn what happens to lie under the pointer. */
static void
ignore_wheel (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
  }
}

static void
forget_session (AlParameterRow *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_parameter_row_dispose (GObject *object)
{
  forget_session (AL_PARAMETER_ROW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_PARAMETER_ROW);
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_parameter_row_parent_class)->dispose (object);
}

static void
al_parameter_row_class_init (AlParameterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_parameter_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-parameter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AlParameterRow, label);
  gtk_widget_class_bind_template_child (widget_class, AlParameterRow, value);
  gtk_widget_class_bind_template_child (widget_class, AlParameterRow, scale);
  gtk_widget_class_bind_template_child (widget_class, AlParameterRow, adjustment);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, snap_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "parameterrow");
}

static void
al_parameter_row_init (AlParameterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  ignore_wheel (self->scale);
}

/**
 * al_parameter_row_new:
 * @control: what is set, and how it is offered; it must outlive the row
 *
 * Makes a row that sets nothing yet.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
al_parameter_row_new (const AlControl *control)
{
  AlParameterRow *self = g_object_new (AL_TYPE_PARAMETER_ROW, NULL);
  const AlParameterInfo *info = al_parameter_get_info (control->parameter);
  const char *label = _ (control->label);
  g_autofree char *description = al_control_describe (control);

  self->control = control;
  gtk_label_set_text (GTK_LABEL (self->label), label);
  g_signal_handlers_block_by_func (self->adjustment, value_changed_cb, self);
  gtk_adjustment_configure (self->adjustment, info->default_value, info->minimum, info->maximum,
                            control->step, STEPS_IN_A_PAGE * control->step, 0);
  g_signal_handlers_unblock_by_func (self->adjustment, value_changed_cb, self);
  al_widget_set_tooltip (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  /* Where less and more are two directions of going wrong, the bar starts at neither end. */
  gtk_scale_set_has_origin (GTK_SCALE (self->scale), info->minimum >= 0);
  show_value (self);
  return GTK_WIDGET (self);
}

/**
 * al_parameter_row_set_session:
 * @self: a row
 * @session: (nullable): the session whose setting is shown and set
 *
 * Connects a row to a session.
 */
void
al_parameter_row_set_session (AlParameterRow *self, AlSession *session)
{
  g_return_if_fail (AL_IS_PARAMETER_ROW (self));
  forget_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (settings_changed_cb), self);
  settings_changed_cb (self);
}
