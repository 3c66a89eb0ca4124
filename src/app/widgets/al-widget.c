/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-widget.h"

/**
 * al_widget_unparent_children:
 * @widget: a widget that is being disposed of
 *
 * Lets go of every child, as a direct subclass of GtkWidget must.
 */
void
al_widget_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
