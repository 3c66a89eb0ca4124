/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-time-bar.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-widget.h"

/**
 * AlTimeBar:
 *
 * What is done with the time of a session: start, freeze, step, speed, leaps.
 *
 * It stands in a page with the actions "sim.reset", "sim.play" and "sim.step-beat", and those of
 * al_session_actions_add().
 */
struct _AlTimeBar {
  GtkWidget parent_instance;

  AlSession *session;
  GtkWidget *play;
  GtkMenuButton *speed;
  GtkMenuButton *leap;
  GMenuModel *speeds;
  GMenuModel *leaps;
  GtkWidget *working;
  GtkLabel *work_name;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (AlTimeBar, al_time_bar, GTK_TYPE_WIDGET)

static void
update_play (AlTimeBar *self)
{
  const gboolean playing = al_session_get_playing (self->session);

  gtk_button_set_icon_name (GTK_BUTTON (self->play), playing ? "media-playback-pause-symbolic"
                                                             : "media-playback-start-symbolic");
  al_widget_set_tooltip (self->play, playing ? _ ("Freeze (Space)") : _ ("Play (Space)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  playing ? _ ("Freeze") : _ ("Play"), -1);
}

static void
update_speed (AlTimeBar *self)
{
  const double speed = al_session_get_speed (self->session);
  g_autofree char *factor = speed < 1 ? g_strdup_printf ("1/%d×", (int) lround (1 / speed))
                                      : g_strdup_printf ("%d×", (int) lround (speed));
  /* Between isolates, or it would read "×1" where text runs from right to left. */
  g_autofree char *label = g_strdup_printf ("\u2066%s\u2069", factor);
  /* Translators: %s is such as "1/4×" or "60×" */
  g_autofree char *spoken = g_strdup_printf (_ ("Speed, %s"), factor);

  gtk_menu_button_set_label (self->speed, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speed), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
update_work (AlTimeBar *self)
{
  const AlSessionWork work = al_session_get_work (self->session);

  gtk_widget_set_visible (self->working, work != AL_SESSION_IDLE);
  gtk_label_set_text (self->work_name,
                      work == AL_SESSION_LEAPING ? _ ("Hours pass…") : _ ("Comparing…"));
  gtk_progress_bar_set_fraction (self->progress, al_session_get_work_progress (self->session));
}

static void
forget_session (AlTimeBar *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_time_bar_dispose (GObject *object)
{
  forget_session (AL_TIME_BAR (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_TIME_BAR);
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_time_bar_parent_class)->dispose (object);
}

static void
al_time_bar_class_init (AlTimeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_time_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-time-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AlTimeBar, play);
  gtk_widget_class_bind_template_child (widget_class, AlTimeBar, speed);
  gtk_widget_class_bind_template_child (widget_class, AlTimeBar, leap);
  gtk_widget_class_bind_template_child (widget_class, AlTimeBar, speeds);
  gtk_widget_class_bind_template_child (widget_class, AlTimeBar, leaps);
  gtk_widget_class_bind_template_child (widget_class, AlTimeBar, working);
  gtk_widget_class_bind_template_child (widget_class, AlTimeBar, work_name);
  gtk_widget_class_bind_template_child (widget_class, AlTimeBar, progress);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timebar");
}

static void
al_time_bar_init (AlTimeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  al_widget_set_menu (self->speed, self->speeds);
  al_widget_set_menu (self->leap, self->leaps);
}

/**
 * al_time_bar_new:
 *
 * Makes a bar without a session.
 *
 * Returns: (transfer floating): a new bar
 */
GtkWidget *
al_time_bar_new (void)
{
  return g_object_new (AL_TYPE_TIME_BAR, NULL);
}

/**
 * al_time_bar_set_session:
 * @self: a bar
 * @session: (nullable): whose time it is
 *
 * Shows the time of a session.
 */
void
al_time_bar_set_session (AlTimeBar *self, AlSession *session)
{
  g_return_if_fail (AL_IS_TIME_BAR (self));
  if (session == self->session)
    return;
  forget_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::playing", G_CALLBACK (update_play), self);
  g_signal_connect_swapped (session, "notify::speed", G_CALLBACK (update_speed), self);
  g_signal_connect_swapped (session, "notify::work", G_CALLBACK (update_work), self);
  g_signal_connect_swapped (session, "notify::work-progress", G_CALLBACK (update_work), self);
  update_play (self);
  update_speed (self);
  update_work (self);
}
