/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-preferences.h"

#include <gio/gio.h>

#define KEY_WIDTH        "window-width"
#define KEY_HEIGHT       "window-height"
#define KEY_MAXIMIZED    "window-maximized"
#define KEY_PAGE         "page"
#define KEY_PATIENT      "patient"
#define KEY_COLOR_SCHEME "color-scheme"
#define KEY_EXPORT       "export"
#define KEY_LOOP         "loop"
#define KEY_TOUR         "tour-offered"
#define KEY_STRIPS       "strips"

#define DEFAULT_WIDTH  1280
#define DEFAULT_HEIGHT 720

struct _AlPreferences {
  GObject parent_instance;

  GSettings *settings; /* NULL when the schema is not installed: then nothing is remembered */
};

G_DEFINE_FINAL_TYPE (AlPreferences, al_preferences, G_TYPE_OBJECT)

static void
al_preferences_finalize (GObject *object)
{
  g_clear_object (&AL_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (al_preferences_parent_class)->finalize (object);
}

static void
al_preferences_class_init (AlPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_preferences_finalize;
}

/* A missing schema is fatal to g_settings_new(); run from a build folder, the program does without.
 */
static void
al_preferences_init (AlPreferences *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema != NULL)
    self->settings = g_settings_new_full (schema, NULL, NULL);
}

/**
 * al_preferences_get_default:
 *
 * The preferences of this program.
 *
 * Returns: (transfer none): the one instance
 */
AlPreferences *
al_preferences_get_default (void)
{
  static AlPreferences *self = NULL;

  if (self == NULL)
    self = g_object_new (AL_TYPE_PREFERENCES, NULL);
  return self;
}

static char *
dup_string (AlPreferences *self, const char *key)
{
  return self->settings != NULL ? g_settings_get_string (self->settings, key) : g_strdup ("");
}

static void
set_string (AlPreferences *self, const char *key, const char *value)
{
  if (self->settings != NULL)
    g_settings_set_string (self->settings, key, value);
}

/**
 * al_preferences_get_window:
 * @self: the preferences
 * @width: (out): width in pixels
 * @height: (out): height in pixels
 * @maximized: (out): whether the window filled the screen
 *
 * How the window was left.
 */
void
al_preferences_get_window (AlPreferences *self, int *width, int *height, gboolean *maximized)
{
  *width = DEFAULT_WIDTH;
  *height = DEFAULT_HEIGHT;
  *maximized = TRUE;
  if (self->settings == NULL)
    return;
  *width = g_settings_get_int (self->settings, KEY_WIDTH);
  *height = g_settings_get_int (self->settings, KEY_HEIGHT);
  *maximized = g_settings_get_boolean (self->settings, KEY_MAXIMIZED);
}

/**
 * al_preferences_set_window:
 * @self: the preferences
 * @width: width in pixels
 * @height: height in pixels
 * @maximized: whether the window fills the screen
 *
 * Remembers how the window is left.
 */
void
al_preferences_set_window (AlPreferences *self, int width, int height, gboolean maximized)
{
  if (self->settings == NULL)
    return;
  g_settings_set_int (self->settings, KEY_WIDTH, width);
  g_settings_set_int (self->settings, KEY_HEIGHT, height);
  g_settings_set_boolean (self->settings, KEY_MAXIMIZED, maximized);
}

/**
 * al_preferences_dup_page:
 * @self: the preferences
 *
 * The page that was shown last.
 *
 * Returns: (transfer full): its name, empty for none
 */
char *
al_preferences_dup_page (AlPreferences *self)
{
  return dup_string (self, KEY_PAGE);
}

/**
 * al_preferences_set_page:
 * @self: the preferences
 * @page: the name of a page
 *
 * Remembers the page that is shown.
 */
void
al_preferences_set_page (AlPreferences *self, const char *page)
{
  set_string (self, KEY_PAGE, page);
}

/**
 * al_preferences_dup_patient:
 * @self: the preferences
 *
 * The patient that was simulated last.
 *
 * Returns: (transfer full): its id, empty for none
 */
char *
al_preferences_dup_patient (AlPreferences *self)
{
  return dup_string (self, KEY_PATIENT);
}

/**
 * al_preferences_set_patient:
 * @self: the preferences
 * @patient: the id of a patient
 *
 * Remembers the patient that is simulated.
 */
void
al_preferences_set_patient (AlPreferences *self, const char *patient)
{
  set_string (self, KEY_PATIENT, patient);
}

/**
 * al_preferences_get_tour_offered:
 * @self: the preferences
 *
 * Whether to offer the guided tour: until it was taken or declined, if that can be remembered.
 */
gboolean
al_preferences_get_tour_offered (AlPreferences *self)
{
  return self->settings != NULL && g_settings_get_boolean (self->settings, KEY_TOUR);
}

/**
 * al_preferences_set_tour_offered:
 * @self: the preferences
 * @offered: whether to offer it next time
 *
 * Remembers whether to offer the guided tour.
 */
void
al_preferences_set_tour_offered (AlPreferences *self, gboolean offered)
{
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, KEY_TOUR, offered);
}

/**
 * al_preferences_dup_export:
 * @self: the preferences
 *
 * How something was taken away last.
 *
 * Returns: (transfer full) (nullable): words for content, format, style and shape
 */
char **
al_preferences_dup_export (AlPreferences *self)
{
  return self->settings != NULL ? g_settings_get_strv (self->settings, KEY_EXPORT) : NULL;
}

/**
 * al_preferences_set_export:
 * @self: the preferences
 * @choice: words for content, format, style and shape
 *
 * Remembers how something is taken away.
 */
void
al_preferences_set_export (AlPreferences *self, const char *const *choice)
{
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, KEY_EXPORT, choice);
}

/**
 * al_preferences_dup_loop:
 * @self: the preferences
 *
 * What was shown with the loop last.
 *
 * Returns: (transfer full): names of options of the view
 */
char **
al_preferences_dup_loop (AlPreferences *self)
{
  return self->settings != NULL ? g_settings_get_strv (self->settings, KEY_LOOP)
                                : g_new0 (char *, 1);
}

/**
 * al_preferences_set_loop:
 * @self: the preferences
 * @shown: names of options of the view
 *
 * Remembers what is shown with the loop.
 */
void
al_preferences_set_loop (AlPreferences *self, const char *const *shown)
{
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, KEY_LOOP, shown);
}

/**
 * al_preferences_dup_strips:
 * @self: the preferences
 *
 * Which charts were shown last, and how.
 *
 * Returns: (transfer full) (nullable): words for charts, marks, display and seconds
 */
char **
al_preferences_dup_strips (AlPreferences *self)
{
  return self->settings != NULL ? g_settings_get_strv (self->settings, KEY_STRIPS) : NULL;
}

/**
 * al_preferences_set_strips:
 * @self: the preferences
 * @words: words for charts, marks, display and seconds
 *
 * Remembers which charts are shown, and how.
 */
void
al_preferences_set_strips (AlPreferences *self, const char *const *words)
{
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, KEY_STRIPS, words);
}

/**
 * al_preferences_dup_color_scheme:
 * @self: the preferences
 *
 * Whether the person chose light or dark.
 *
 * Returns: (transfer full): `light`, `dark`, or `follow` the desktop; empty for no choice yet
 */
char *
al_preferences_dup_color_scheme (AlPreferences *self)
{
  return dup_string (self, KEY_COLOR_SCHEME);
}

/**
 * al_preferences_set_color_scheme:
 * @self: the preferences
 * @color_scheme: `light`, `dark` or `follow`
 *
 * Remembers the choice of light or dark.
 */
void
al_preferences_set_color_scheme (AlPreferences *self, const char *color_scheme)
{
  set_string (self, KEY_COLOR_SCHEME, color_scheme);
}
