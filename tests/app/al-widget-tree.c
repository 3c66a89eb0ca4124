/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-widget-tree.h"

#include <adwaita.h>
#include <locale.h>

/* Long enough for a loaded machine; a test that passes never waits for it. */
#define PATIENCE_US (60 * G_USEC_PER_SEC)

/* As gtk_test_init (), in a locale that every system has. */
void
al_tree_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_unsetenv ("LANGUAGE");
  gtk_disable_setlocale ();
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
}

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer what);

static GtkWidget *
find (GtkWidget *root, Wanted wanted, gconstpointer what, guint *skip)
{
  GtkWidget *child;

  if (wanted (root, what) && (*skip)-- == 0)
    return root;
  for (child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, wanted, what, skip);

    if (found)
      return found;
  }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer what)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (what));
}

static gboolean
has_action (GtkWidget *widget, gconstpointer what)
{
  return GTK_IS_ACTIONABLE (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), what) == 0;
}

static gboolean
has_text (GtkWidget *widget, gconstpointer what)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_child_visible (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), what);
}

/* The widget of a type at a position, counted from 0 in reading order. */
GtkWidget *
al_tree_find (GtkWidget *root, GType type, guint position)
{
  return find (root, has_type, GSIZE_TO_POINTER (type), &position);
}

guint
al_tree_count (GtkWidget *root, GType type)
{
  guint count = 0;

  while (al_tree_find (root, type, count))
    count++;
  return count;
}

/* The first widget that activates an action. */
GtkWidget *
al_tree_find_action (GtkWidget *root, const char *action_name)
{
  guint skip = 0;

  return find (root, has_action, action_name, &skip);
}

/* Whether a text is part of what some label says. */
gboolean
al_tree_says (GtkWidget *root, const char *text)
{
  guint skip = 0;

  return find (root, has_text, text, &skip) != NULL;
}

/* What a click does, without the quarter of a second for which a button looks pressed. */
void
al_tree_click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_is_visible (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
al_tree_show (GtkWidget *widget, GtkWindow *window)
{
  gtk_window_set_default_size (window, 1366, 768);
  gtk_window_set_child (window, widget);
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (widget);
}

/* Lets the main loop run until something is done; FALSE if it never is. */
gboolean
al_tree_wait (gboolean (*done) (gpointer), gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (!done (user_data)) {
    if (g_get_monotonic_time () > end)
      return FALSE;
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
  return TRUE;
}

typedef struct {
  GtkWidget *root;
  GType type;
} Awaited;

static gboolean
is_there (gpointer user_data)
{
  const Awaited *awaited = user_data;

  return al_tree_find (awaited->root, awaited->type, 0) != NULL;
}

/* Lets frames pass until what comes later than the window has come, such as the controls. */
void
al_tree_wait_for_type (GtkWidget *root, GType type)
{
  Awaited awaited = {root, type};

  g_assert_true (al_tree_wait (is_there, &awaited));
  gtk_test_widget_wait_for_draw (root);
}

/* The widget itself, and everything in it. */
void
al_tree_each (GtkWidget *root, void (*func) (GtkWidget *, gpointer), gpointer user_data)
{
  func (root, user_data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    al_tree_each (child, func, user_data);
}
