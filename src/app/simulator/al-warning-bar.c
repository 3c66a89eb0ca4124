/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-warning-bar.h"

#include <glib/gi18n.h>

#include "al-warnings.h"
#include "al-widget.h"

/**
 * AlWarningBar:
 *
 * What is wrong with a session, in words, in one line of always the same height; not there while
 * nothing is.
 */
struct _AlWarningBar {
  GtkWidget parent_instance;

  AlSession *session;
  AlWarnings memory;
  guint32 shown;
  GtkLabel *label;       /* the most urgent, in one line */
  GtkMenuButton *others; /* how many there are besides */
  GtkLabel *list;        /* all of them, in a popover */
};

enum {
  PROP_0,
  PROP_MOST_URGENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AlWarningBar, al_warning_bar, GTK_TYPE_WIDGET)

static GStrv
list_texts (guint32 warnings)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < AL_N_WARNINGS; i++) {
    if (warnings & (1u << i))
      g_strv_builder_add (texts, al_warning_get_text ((AlWarning) i));
  }
  return g_strv_builder_end (texts);
}

static void
show_others (AlWarningBar *self, guint n)
{
  /* Translators: how many warnings there are besides the one that is seen */
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->others), n > 0);
  gtk_menu_button_set_label (self->others, text);
  if (n == 0)
    gtk_menu_button_popdown (self->others);
}

static void
show (AlWarningBar *self, guint32 warnings)
{
  g_auto (GStrv) texts = list_texts (warnings);
  const guint n = g_strv_length (texts);
  g_autofree char *all = g_strjoinv ("\n", texts);

  if (warnings == self->shown)
    return;
  self->shown = warnings;
  gtk_label_set_text (self->label, n > 0 ? texts[0] : "");
  gtk_label_set_text (self->list, all);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), all);
  show_others (self, n > 0 ? n - 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), warnings != 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOST_URGENT]);
}

static void
look (AlWarningBar *self)
{
  AlIndices now;

  if (!al_session_get_indices (self->session, &now)) {
    show (self, 0);
    return;
  }
  show (self, al_warnings_observe (&self->memory, al_session_get_time_us (self->session),
                                   &al_session_get_simulation (self->session)->settings, &now));
}

static void
restarted_cb (AlWarningBar *self)
{
  al_warnings_init (&self->memory);
  look (self);
}

static void
forget_session (AlWarningBar *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_warning_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_MOST_URGENT:
    g_value_set_string (value, gtk_label_get_text (AL_WARNING_BAR (object)->label));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
al_warning_bar_dispose (GObject *object)
{
  forget_session (AL_WARNING_BAR (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_WARNING_BAR);
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_warning_bar_parent_class)->dispose (object);
}

static void
al_warning_bar_class_init (AlWarningBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = al_warning_bar_get_property;
  G_OBJECT_CLASS (klass)->dispose = al_warning_bar_dispose;
  /* What matters most of what is wrong, in words; empty while nothing is */
  properties[PROP_MOST_URGENT] = g_param_spec_string ("most-urgent", NULL, NULL, "",
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-warning-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AlWarningBar, label);
  gtk_widget_class_bind_template_child (widget_class, AlWarningBar, others);
  gtk_widget_class_bind_template_child (widget_class, AlWarningBar, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "warningbar");
  /* A status is read out when it changes, and interrupts nothing. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
al_warning_bar_init (AlWarningBar *self)
{
  al_warnings_init (&self->memory);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * al_warning_bar_new:
 *
 * Makes a bar that warns of nothing yet.
 *
 * Returns: (transfer floating): a new bar
 */
GtkWidget *
al_warning_bar_new (void)
{
  return g_object_new (AL_TYPE_WARNING_BAR, NULL);
}

/**
 * al_warning_bar_set_session:
 * @self: a bar
 * @session: the session that is looked after
 *
 * Looks after a session.
 */
void
al_warning_bar_set_session (AlWarningBar *self, AlSession *session)
{
  g_return_if_fail (AL_IS_WARNING_BAR (self));
  g_return_if_fail (AL_IS_SESSION (session));
  forget_session (self);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "beat", G_CALLBACK (look), self);
  g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (look), self);
  g_signal_connect_swapped (session, "notify::ready", G_CALLBACK (look), self);
  g_signal_connect_swapped (session, "restarted", G_CALLBACK (restarted_cb), self);
  restarted_cb (self);
}
