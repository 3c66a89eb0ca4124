/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-widget.h"

#include <pango/pangocairo.h>

/* Of text of the usual size, in dots per inch. */
#define USUAL_RESOLUTION 96.0

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

/**
 * al_widget_get_text_scale:
 * @widget: a widget
 *
 * How large a person wants text to be. What must hold text is as much wider.
 *
 * Returns: 1 for the usual size, above 0
 */
double
al_widget_get_text_scale (GtkWidget *widget)
{
  const double resolution =
      pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));

  return resolution > 0 ? resolution / USUAL_RESOLUTION : 1;
}
