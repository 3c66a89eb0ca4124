/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-help-page.h"

#include "al-help-figure.h"

struct _AlHelpPage {
  AdwBin parent_instance;

  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (AlHelpPage, al_help_page, ADW_TYPE_BIN)

/* Page Up and Page Down then scroll at once. */
static gboolean
al_help_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AL_HELP_PAGE (widget)->scroller);
}

static void
al_help_page_class_init (AlHelpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = al_help_page_grab_focus;
  g_type_ensure (AL_TYPE_HELP_FIGURE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-help-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AlHelpPage, scroller);
}

static void
al_help_page_init (AlHelpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_help_page_new:
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
al_help_page_new (void)
{
  return g_object_new (AL_TYPE_HELP_PAGE, NULL);
}
