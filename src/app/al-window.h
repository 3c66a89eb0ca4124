/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_WINDOW (al_window_get_type ())

G_DECLARE_FINAL_TYPE (AlWindow, al_window, AL, WINDOW, AdwApplicationWindow)

AlWindow *al_window_new (GtkApplication *application);

AlSession *al_window_get_session (AlWindow *self);

void al_window_show_page (AlWindow *self, const char *page);
gboolean al_window_open_preset (AlWindow *self, const char *preset_id);
void al_window_add_toast (AlWindow *self, const char *text);

void al_window_keep_session (AlWindow *self);

G_END_DECLS
