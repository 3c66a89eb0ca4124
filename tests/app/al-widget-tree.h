/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Looking for things in a tree of widgets as a person would: by what they say and what they do.
 */

void al_tree_init (int *argc, char ***argv);

GtkWidget *al_tree_find (GtkWidget *root, GType type, guint position);
guint al_tree_count (GtkWidget *root, GType type);
GtkWidget *al_tree_find_action (GtkWidget *root, const char *action_name);
gboolean al_tree_says (GtkWidget *root, const char *text);
void al_tree_each (GtkWidget *root, void (*func) (GtkWidget *, gpointer), gpointer user_data);
void al_tree_click (GtkWidget *button);

void al_tree_show (GtkWidget *widget, GtkWindow *window);
gboolean al_tree_wait (gboolean (*done) (gpointer), gpointer user_data);
void al_tree_wait_for_type (GtkWidget *root, GType type);

G_END_DECLS
