/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_TIME_BAR (al_time_bar_get_type ())

G_DECLARE_FINAL_TYPE (AlTimeBar, al_time_bar, AL, TIME_BAR, GtkWidget)

GtkWidget *al_time_bar_new (void);

void al_time_bar_set_session (AlTimeBar *self, AlSession *session);

G_END_DECLS
