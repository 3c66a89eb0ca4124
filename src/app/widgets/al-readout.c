/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-readout.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-index-text.h"
#include "al-widget.h"

/**
 * AlReadout:
 *
 * One index: value, unit, normal range, and the change since the reference as an arrow and a
 * number. Or a few words in the same form. A click or Enter asks for more about it: `activate`.
 */
struct _AlReadout {
  GtkWidget parent_instance;

  AlIndex index;
  GtkWidget *label;
  GtkWidget *value;
  GtkWidget *unit;
  GtkWidget *normal;
  GtkWidget *change;
};

G_DEFINE_FINAL_TYPE (AlReadout, al_readout, GTK_TYPE_WIDGET)

enum {
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_change (AlReadout *self, double value, double reference)
{
  const AlIndexChange change = al_index_get_change (self->index, reference, value);
  const int approach = al_index_get_approach (self->index, reference, value);
  gboolean changed = change == AL_INDEX_CHANGE_UP || change == AL_INDEX_CHANGE_DOWN;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  set_css_class (self->change, "toward-normal", changed && approach > 0);
  set_css_class (self->change, "away-from-normal", changed && approach < 0);
  if (!changed) {
    gtk_label_set_text (GTK_LABEL (self->change), "");
    return;
  }
  /* The arrow is the sign. */
  number = al_index_format (self->index, fabs (value - reference));
  text = g_strdup_printf ("%s\u2009%s", change == AL_INDEX_CHANGE_UP ? "▲" : "▼", number);
  gtk_label_set_text (GTK_LABEL (self->change), text);
}

static void
describe (AlReadout *self, const char *number, double value, double reference)
{
  const char *unit = al_index_get_display_unit (self->index);
  g_autofree char *normal = al_index_format_normal (self->index);
  g_autofree char *change = al_index_format_change (self->index, reference, value);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s %s %s", gtk_label_get_text (GTK_LABEL (self->label)), number, unit);
  if (normal != NULL)
    /* Translators: %s is a range of numbers */
    g_string_append_printf (text, _ (", normal %s"), normal);
  if (gtk_label_get_text (GTK_LABEL (self->change))[0] != '\0')
    /* Translators: %s is a difference with its sign */
    g_string_append_printf (text, _ (", change %s"), change);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
}

/**
 * al_readout_update:
 * @self: a readout
 * @value: the value in the unit of the index; NAN for none
 * @reference: what the change is counted from; NAN for nothing
 *
 * Shows a new value.
 */
void
al_readout_update (AlReadout *self, double value, double reference)
{
  g_autofree char *number = NULL;

  g_return_if_fail (AL_IS_READOUT (self));
  number = al_index_format (self->index, value);
  gtk_label_set_text (GTK_LABEL (self->value), number);
  show_change (self, value, reference);
  describe (self, number, value, reference);
}

/**
 * al_readout_set_brief:
 * @self: a readout
 * @brief: whether to leave out the normal range
 *
 * Leaves the room to the number itself, for those who see it from afar.
 */
void
al_readout_set_brief (AlReadout *self, gboolean brief)
{
  g_return_if_fail (AL_IS_READOUT (self));
  gtk_widget_set_visible (self->normal, !brief);
}

/**
 * al_readout_set_text:
 * @self: a readout of words
 * @value: what is shown large
 * @unit: what is shown small behind it, may be empty
 *
 * Shows other words.
 */
void
al_readout_set_text (AlReadout *self, const char *value, const char *unit)
{
  g_autofree char *text = NULL;

  g_return_if_fail (AL_IS_READOUT (self));
  text = g_strdup_printf ("%s %s %s", gtk_label_get_text (GTK_LABEL (self->label)), value, unit);
  gtk_label_set_text (GTK_LABEL (self->value), value);
  gtk_label_set_text (GTK_LABEL (self->unit), unit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
al_readout_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_READOUT);
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_readout_parent_class)->dispose (object);
}

/* Space plays and freezes, here as everywhere on the page. */
static void
add_enter (GtkWidgetClass *widget_class, guint keyval)
{
  gtk_widget_class_add_binding_signal (widget_class, keyval, 0, "activate", NULL);
}

static void
released_cb (AlReadout *self, int n_press, double x, double y)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    gtk_widget_activate (GTK_WIDGET (self));
}

static void
al_readout_class_init (AlReadoutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_readout_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-readout.ui");
  gtk_widget_class_bind_template_child (widget_class, AlReadout, label);
  gtk_widget_class_bind_template_child (widget_class, AlReadout, value);
  gtk_widget_class_bind_template_child (widget_class, AlReadout, unit);
  gtk_widget_class_bind_template_child (widget_class, AlReadout, normal);
  gtk_widget_class_bind_template_child (widget_class, AlReadout, change);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "readout");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  /* More about the number is asked for, with a click or Enter. */
  signals[ACTIVATE] =
      g_signal_new ("activate", AL_TYPE_READOUT, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  add_enter (widget_class, GDK_KEY_Return);
  add_enter (widget_class, GDK_KEY_KP_Enter);
  add_enter (widget_class, GDK_KEY_ISO_Enter);
}

static void
al_readout_init (AlReadout *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Numbers, ranges and signs are read from left to right everywhere. */
  gtk_widget_set_direction (self->value, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (self->normal, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (self->change, GTK_TEXT_DIR_LTR);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

static char *
make_tooltip (AlIndex index)
{
  const AlIndexInfo *info = al_index_get_info (index);
  g_autofree char *normal = al_index_format_normal (index);

  if (normal == NULL)
    /* Translators: label, description */
    return g_strdup_printf (_ ("%s\n%s\nClick or Enter: more about it"), _ (info->label),
                            _ (info->description));
  /* Translators: label, description, range, unit */
  return g_strdup_printf (_ ("%s\n%s\nResting adult: %s %s\nClick or Enter: more about it"),
                          _ (info->label), _ (info->description), normal,
                          al_index_get_display_unit (index));
}

/**
 * al_readout_new:
 * @index: what is shown
 *
 * Makes a readout without a value.
 *
 * Returns: (transfer floating): a new readout
 */
GtkWidget *
al_readout_new (AlIndex index)
{
  AlReadout *self = g_object_new (AL_TYPE_READOUT, NULL);
  g_autofree char *tooltip = make_tooltip (index);
  g_autofree char *normal = al_index_format_normal (index);

  self->index = index;
  gtk_label_set_text (GTK_LABEL (self->label), al_index_get_short_label (index));
  gtk_label_set_text (GTK_LABEL (self->unit), al_index_get_display_unit (index));
  gtk_label_set_text (GTK_LABEL (self->normal), normal != NULL ? normal : "");
  al_widget_set_tooltip (GTK_WIDGET (self), tooltip);
  al_readout_update (self, NAN, NAN);
  return GTK_WIDGET (self);
}

/**
 * al_readout_new_text:
 * @label: what it is about, translated
 * @tooltip: more about it, translated
 *
 * Makes a readout of words.
 *
 * Returns: (transfer floating): a new readout
 */
GtkWidget *
al_readout_new_text (const char *label, const char *tooltip)
{
  AlReadout *self = g_object_new (AL_TYPE_READOUT, NULL);

  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_widget_set_visible (self->normal, FALSE);
  gtk_widget_set_visible (self->change, FALSE);
  al_widget_set_tooltip (GTK_WIDGET (self), tooltip);
  al_readout_set_text (self, "–", "");
  return GTK_WIDGET (self);
}

/**
 * al_readout_set_compact:
 * @self: a readout
 * @compact: whether room is scarce
 *
 * Leaves the normal range to the tooltip and to what is said about the number, or shows it.
 */
void
al_readout_set_compact (AlReadout *self, gboolean compact)
{
  g_return_if_fail (AL_IS_READOUT (self));
  gtk_widget_set_visible (self->normal,
                          !compact && gtk_label_get_text (GTK_LABEL (self->normal))[0] != '\0');
}
