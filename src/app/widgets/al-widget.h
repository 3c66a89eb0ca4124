/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void al_widget_unparent_children (GtkWidget *widget);
void al_widget_set_tooltip (GtkWidget *widget, const char *text);
void al_widget_set_menu (GtkMenuButton *button, GMenuModel *model);
double al_widget_get_text_scale (GtkWidget *widget);

G_END_DECLS
