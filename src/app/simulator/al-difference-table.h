/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_DIFFERENCE_TABLE (al_difference_table_get_type ())

G_DECLARE_FINAL_TYPE (AlDifferenceTable, al_difference_table, AL, DIFFERENCE_TABLE, GtkWidget)

GtkWidget *al_difference_table_new (void);

void al_difference_table_set_session (AlDifferenceTable *self, AlSession *session);
char *al_difference_table_to_text (AlDifferenceTable *self);

G_END_DECLS
