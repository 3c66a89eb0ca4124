/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AlFileChosenFunc:
 * @file: (nullable): what was chosen, %NULL for nothing
 * @user_data: what was given
 */
typedef void (*AlFileChosenFunc) (GFile *file, gpointer user_data);

void al_file_chooser_save (GtkWindow *parent, const char *title, const char *name,
                           AlFileChosenFunc func, gpointer user_data);

G_END_DECLS
