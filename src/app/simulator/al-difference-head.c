/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-difference-head.h"

#include <glib/gi18n.h>

/* A name is broken into lines of so many characters, and cut after two. */
#define NAME_CHARS 9
#define NAME_LINES 2

static int
get_position (GtkWidget *widget)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "al-position"));
}

static void
close_popover (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
name_cb (GtkEntry *entry, AlSession *session)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  const int position = get_position (GTK_WIDGET (entry));

  close_popover (GTK_WIDGET (entry));
  if (position < 0)
    al_session_keep_ghost (session, name[0] != '\0' ? name : NULL);
  else if (name[0] != '\0')
    al_session_rename_ghost (session, (guint) position, name);
}

static void
refer_cb (GtkWidget *button, AlSession *session)
{
  close_popover (button);
  al_session_refer_to_ghost (session, (guint) get_position (button));
}

static void
remove_cb (GtkWidget *button, AlSession *session)
{
  close_popover (button);
  al_session_remove_ghost (session, (guint) get_position (button));
}

static GtkWidget *
new_button (const char *label, int position)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "al-position", GINT_TO_POINTER (position));
  return button;
}

/* The entry takes a name with Enter; the state as it is now is kept under it. */
static GtkWidget *
new_entry (const AlDifferenceColumn *column, gboolean is_now)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *hint = is_now ? _ ("Keep as… (Enter)") : _ ("Name (Enter)");

  g_object_set_data (G_OBJECT (entry), "al-position", GINT_TO_POINTER (column->position));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  if (!is_now)
    gtk_editable_set_text (GTK_EDITABLE (entry), column->name);
  return entry;
}

static GtkWidget *
new_popover (AlSession *session, const AlDifferenceColumn *column, gboolean is_now)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = new_entry (column, is_now);

  g_signal_connect_object (entry, "activate", G_CALLBACK (name_cb), session, 0);
  gtk_box_append (GTK_BOX (box), entry);
  if (!is_now) {
    GtkWidget *refer = new_button (_ ("Count changes from this"), column->position);
    GtkWidget *remove = new_button (_ ("Remove"), column->position);

    g_signal_connect_object (refer, "clicked", G_CALLBACK (refer_cb), session, 0);
    g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), session, 0);
    gtk_box_append (GTK_BOX (box), refer);
    gtk_box_append (GTK_BOX (box), remove);
  }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static GtkWidget *
new_name (const char *name)
{
  return g_object_new (GTK_TYPE_LABEL, "label", name, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "lines", NAME_LINES, "ellipsize", PANGO_ELLIPSIZE_END,
                       "width-chars", NAME_CHARS, "max-width-chars", NAME_CHARS, "xalign", 0.5,
                       "justify", GTK_JUSTIFY_CENTER, "css-classes",
                       (const char *[]){"caption-heading", NULL}, NULL);
}

/**
 * al_difference_head_new:
 * @session: whose state it is
 * @column: the state; not needed any longer afterwards
 * @is_now: whether it is the present, which can be kept
 *
 * Makes the head of a column: a click names the state, removes it or counts changes from it. A
 * state that is neither kept nor the present has its name alone.
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
al_difference_head_new (AlSession *session, const AlDifferenceColumn *column, gboolean is_now)
{
  GtkWidget *head;
  g_autofree char *tooltip = NULL;

  if (!is_now && column->position < 0)
    return new_name (column->name);
  head = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (head), new_name (column->name));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (head), new_popover (session, column, is_now));
  gtk_widget_add_css_class (head, "flat");
  gtk_widget_add_css_class (head, "difference-head");
  tooltip = g_strdup_printf (is_now ? _ ("%s: keep this state under a name")
                                    : _ ("%s: name it, remove it, or count changes from it"),
                             column->name);
  gtk_widget_set_tooltip_text (head, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  column->name, -1);
  return head;
}
