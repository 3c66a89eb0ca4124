/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_CONTROL_PANEL (al_control_panel_get_type ())

G_DECLARE_FINAL_TYPE (AlControlPanel, al_control_panel, AL, CONTROL_PANEL, GtkWidget)

GtkWidget *al_control_panel_new (void);
void al_control_panel_unfold (AlControlPanel *self, gboolean has_room);
void al_control_panel_set_session (AlControlPanel *self, AlSession *session);

G_END_DECLS
