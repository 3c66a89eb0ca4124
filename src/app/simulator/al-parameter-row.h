/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-controls.h"
#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_PARAMETER_ROW (al_parameter_row_get_type ())

G_DECLARE_FINAL_TYPE (AlParameterRow, al_parameter_row, AL, PARAMETER_ROW, GtkWidget)

GtkWidget *al_parameter_row_new (const AlControl *control);
void al_parameter_row_set_session (AlParameterRow *self, AlSession *session);

G_END_DECLS
