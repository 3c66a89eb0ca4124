/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-controls.h"
#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_CHOICE_ROW (al_choice_row_get_type ())

G_DECLARE_FINAL_TYPE (AlChoiceRow, al_choice_row, AL, CHOICE_ROW, GtkWidget)

GtkWidget *al_choice_row_new (const AlControl *control);
void al_choice_row_set_session (AlChoiceRow *self, AlSession *session);

G_END_DECLS
