/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-application.h"

#include "al-preferences.h"
#include "al-preload.h"
#include "al-shortcuts.h"
#include "al-window.h"

/**
 * AlApplication:
 *
 * The program: its one window, and whether it is light or dark.
 */
struct _AlApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (AlApplication, al_application, ADW_TYPE_APPLICATION)

static AdwColorScheme
find_color_scheme (const char *name)
{
  if (g_str_equal (name, "light"))
    return ADW_COLOR_SCHEME_FORCE_LIGHT;
  if (g_str_equal (name, "dark"))
    return ADW_COLOR_SCHEME_FORCE_DARK;
  return ADW_COLOR_SCHEME_DEFAULT;
}

static void
change_color_scheme_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  const char *name = g_variant_get_string (state, NULL);

  g_simple_action_set_state (action, state);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), find_color_scheme (name));
  al_preferences_set_color_scheme (al_preferences_get_default (), name);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  /* Closing is what remembers the window. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (user_data));
}

static const GActionEntry action_entries[] = {
    {.name = "color-scheme",
     .parameter_type = "s",
     .state = "'follow'",
     .change_state = change_color_scheme_cb},
    {.name = "quit", .activate = quit_cb},
};

static void
al_application_startup (GApplication *application)
{
  g_autofree char *color_scheme = NULL;

  al_preload_begin ();
  G_APPLICATION_CLASS (al_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), action_entries,
                                   G_N_ELEMENTS (action_entries), application);
  al_shortcuts_install (GTK_APPLICATION (application));
  color_scheme = al_preferences_dup_color_scheme (al_preferences_get_default ());
  if (color_scheme[0] != '\0')
    g_action_group_change_action_state (G_ACTION_GROUP (application), "color-scheme",
                                        g_variant_new_string (color_scheme));
}

/* What GTK left for an idle moment, above all that it knows of our icons: after the first frame
 * every icon would be looked for again. */
static void
finish_startup (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
al_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL) {
    finish_startup ();
    window = GTK_WINDOW (al_window_new (GTK_APPLICATION (application)));
    al_window_keep_session (AL_WINDOW (window));
  }
  gtk_window_present (window);
}

static void
al_application_class_init (AlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = al_application_startup;
  application_class->activate = al_application_activate;
}

static void
al_application_init (AlApplication *self)
{
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

/**
 * al_application_new:
 *
 * Makes the program.
 *
 * Returns: (transfer full): a new application
 */
AlApplication *
al_application_new (void)
{
  return g_object_new (AL_TYPE_APPLICATION, "application-id", APPLICATION_ID, "resource-base-path",
                       "/io/github/afterload/Afterload", NULL);
}
