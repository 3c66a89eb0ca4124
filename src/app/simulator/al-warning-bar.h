/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_WARNING_BAR (al_warning_bar_get_type ())

G_DECLARE_FINAL_TYPE (AlWarningBar, al_warning_bar, AL, WARNING_BAR, GtkWidget)

GtkWidget *al_warning_bar_new (void);
void al_warning_bar_set_session (AlWarningBar *self, AlSession *session);

G_END_DECLS
