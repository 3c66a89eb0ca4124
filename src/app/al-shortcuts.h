/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void al_shortcuts_install (GtkApplication *application);
void al_shortcuts_add_to_page (GtkWidget *page);
void al_shortcuts_present (GtkWindow *parent);

G_END_DECLS
