/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AlPreferences:
 *
 * What the program remembers about itself. Only this file names a key of the settings.
 */
#define AL_TYPE_PREFERENCES (al_preferences_get_type ())

G_DECLARE_FINAL_TYPE (AlPreferences, al_preferences, AL, PREFERENCES, GObject)

AlPreferences *al_preferences_get_default (void);

void al_preferences_get_window (AlPreferences *self, int *width, int *height, gboolean *maximized);
void al_preferences_set_window (AlPreferences *self, int width, int height, gboolean maximized);
char *al_preferences_dup_page (AlPreferences *self);
void al_preferences_set_page (AlPreferences *self, const char *page);
char *al_preferences_dup_patient (AlPreferences *self);
void al_preferences_set_patient (AlPreferences *self, const char *patient);
gboolean al_preferences_get_tour_offered (AlPreferences *self);
void al_preferences_set_tour_offered (AlPreferences *self, gboolean offered);
char **al_preferences_dup_export (AlPreferences *self);
void al_preferences_set_export (AlPreferences *self, const char *const *choice);
char **al_preferences_dup_loop (AlPreferences *self);
void al_preferences_set_loop (AlPreferences *self, const char *const *shown);
char **al_preferences_dup_strips (AlPreferences *self);
void al_preferences_set_strips (AlPreferences *self, const char *const *words);
char *al_preferences_dup_color_scheme (AlPreferences *self);
void al_preferences_set_color_scheme (AlPreferences *self, const char *color_scheme);

G_END_DECLS
