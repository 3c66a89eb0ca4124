/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-driver.h"

/* Ticks a session with the frames of a widget, for as long as there is something to see. */
typedef struct {
  GtkWidget *widget; /* not owned: the driver dies with it */
  AlSession *session;
  guint tick;
} Driver;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Driver *driver = user_data;

  al_session_tick (driver->session, gdk_frame_clock_get_frame_time (clock));
  return G_SOURCE_CONTINUE;
}

/* Frozen or hidden, no frame is asked for: the page then costs nothing. */
static void
update (Driver *driver)
{
  gboolean wanted = gtk_widget_get_mapped (driver->widget) &&
                    al_session_get_ready (driver->session) &&
                    al_session_get_playing (driver->session);

  if (wanted && driver->tick == 0) {
    driver->tick = gtk_widget_add_tick_callback (driver->widget, tick_cb, driver, NULL);
  } else if (!wanted && driver->tick != 0) {
    gtk_widget_remove_tick_callback (driver->widget, driver->tick);
    driver->tick = 0;
    al_session_pause_clock (driver->session);
  }
}

static void
driver_free (gpointer data)
{
  Driver *driver = data;

  g_signal_handlers_disconnect_by_data (driver->session, driver);
  g_object_unref (driver->session);
  g_free (driver);
}

/**
 * al_driver_attach:
 * @widget: a widget that shows a session, such as a page
 * @session: a session; the widget keeps a reference
 *
 * Lets a session's time go on with the frames of a widget.
 *
 * It does so while the widget is mapped and the session plays. A session should have one driver
 * that is mapped at a time. Attaching another session lets go of the first.
 */
void
al_driver_attach (GtkWidget *widget, AlSession *session)
{
  Driver *driver;
  Driver *old = g_object_get_data (G_OBJECT (widget), "al-driver");

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (AL_IS_SESSION (session));
  if (old != NULL) {
    g_signal_handlers_disconnect_by_data (widget, old);
    if (old->tick != 0)
      gtk_widget_remove_tick_callback (widget, old->tick);
  }
  driver = g_new0 (Driver, 1);
  driver->widget = widget;
  driver->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (widget), "al-driver", driver, driver_free);
  g_signal_connect_swapped (widget, "map", G_CALLBACK (update), driver);
  g_signal_connect_data (widget, "unmap", G_CALLBACK (update), driver, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (session, "notify::playing", G_CALLBACK (update), driver);
  g_signal_connect_swapped (session, "notify::ready", G_CALLBACK (update), driver);
  update (driver);
}
