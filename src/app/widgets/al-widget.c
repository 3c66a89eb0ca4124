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
 * al_widget_set_tooltip:
 * @widget: a widget
 * @text: (nullable): what is said about it under the pointer, translated
 *
 * What gtk_widget_set_tooltip_text() does, at less cost: that one asks the display each time where
 * the pointer is, if the widget is visible, even if it says nothing new or is in no window yet.
 */
void
al_widget_set_tooltip (GtkWidget *widget, const char *text)
{
  const gboolean hide = gtk_widget_get_root (widget) == NULL && gtk_widget_get_visible (widget);

  if (g_strcmp0 (text, gtk_widget_get_tooltip_text (widget)) == 0)
    return;
  if (hide)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (hide)
    gtk_widget_set_visible (widget, TRUE);
}

static void
make_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, user_data);
}

/**
 * al_widget_set_menu:
 * @button: a button
 * @model: what its menu is made of
 *
 * Gives a button a menu that is made when it is first opened: a window need not wait for menus.
 */
void
al_widget_set_menu (GtkMenuButton *button, GMenuModel *model)
{
  gtk_menu_button_set_create_popup_func (button, make_menu_cb, g_object_ref (model),
                                         g_object_unref);
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
