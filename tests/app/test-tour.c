/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "al-control-section.h"
#include "al-help-figure.h"
#include "al-help-page.h"
#include "al-simulator-page.h"
#include "al-tour.h"
#include "al-widget-tree.h"
#include "al-window.h"

#define N_STEPS 6

typedef struct {
  AlWindow *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = al_window_new (NULL);
  al_session_set_playing (al_window_get_session (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1366, 768);
  al_window_show_page (self->window, "simulator");
  gtk_window_present (GTK_WINDOW (self->window));
  al_tree_wait_for_type (GTK_WIDGET (self->window), AL_TYPE_CONTROL_SECTION);
  self->page = al_tree_find (GTK_WIDGET (self->window), AL_TYPE_SIMULATOR_PAGE, 0);
}

/* A tour that was begun must not keep its window alive. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer window = self->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
}

static AlTour *
start (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.tour", NULL));
  return AL_TOUR (al_tree_find (self->page, AL_TYPE_TOUR, 0));
}

static GtkWidget *
find_button (AlTour *tour, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (tour), AL_TYPE_TOUR, name));
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

static void
test_walk (Fixture *self, gconstpointer data)
{
  GtkWidget *before = get_focus (self);
  AlTour *tour = start (self);
  guint n_steps;

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (tour)));
  for (guint position = 1; position <= N_STEPS; position++) {
    GtkWidget *target = al_tour_get_target (tour);

    g_assert_cmpuint (al_tour_get_position (tour, &n_steps), ==, position);
    g_assert_cmpuint (n_steps, ==, N_STEPS);
    g_assert_true (gtk_widget_get_mapped (target));
    g_assert_true (gtk_widget_has_css_class (target, "tour-target"));
    g_assert_true (get_focus (self) == find_button (tour, "next"));
    al_tree_click (find_button (tour, "next"));
    g_assert_false (gtk_widget_has_css_class (target, "tour-target"));
  }
  g_assert_cmpuint (al_tour_get_position (tour, NULL), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (tour)));
  g_assert_true (get_focus (self) == before);
}

static void
test_back (Fixture *self, gconstpointer data)
{
  AlTour *tour = start (self);
  GtkWidget *first = al_tour_get_target (tour);

  g_assert_false (gtk_widget_is_sensitive (find_button (tour, "back")));
  al_tree_click (find_button (tour, "next"));
  al_tree_click (find_button (tour, "back"));
  g_assert_true (al_tour_get_target (tour) == first);
}

/* Begun again from the menu, it begins at the first step. */
static void
test_leave_and_return (Fixture *self, gconstpointer data)
{
  GtkWidget *before = get_focus (self);
  AlTour *tour = start (self);

  al_tree_click (find_button (tour, "next"));
  al_tour_leave (tour);
  g_assert_true (get_focus (self) == before);
  g_assert_null (al_tour_get_target (tour));
  g_assert_true (start (self) == tour);
  g_assert_cmpuint (al_tour_get_position (tour, NULL), ==, 1);
}

/* What is not seen in this layout is pointed at through what leads there. */
static void
test_hidden_parts (Fixture *self, gconstpointer data)
{
  AlTour *tour;
  guint n_steps;

  g_assert_true (gtk_widget_activate_action (self->page, "sim.controls", NULL));
  g_assert_true (gtk_widget_activate_action (self->page, "sim.panel", "s", "trends"));
  gtk_test_widget_wait_for_draw (self->page);
  tour = start (self);
  al_tour_get_position (tour, &n_steps);
  g_assert_cmpuint (n_steps, ==, N_STEPS);
  for (guint position = 1; position <= N_STEPS; position++) {
    g_assert_true (gtk_widget_get_mapped (al_tour_get_target (tour)));
    al_tree_click (find_button (tour, "next"));
  }
}

static void
test_help (Fixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWidget *help;

  g_assert_true (gtk_widget_activate_action (window, "win.help", NULL));
  help = al_tree_find (window, AL_TYPE_HELP_PAGE, 0);
  g_assert_true (gtk_widget_get_mapped (help));
  g_assert_true (gtk_widget_get_mapped (al_tree_find (help, AL_TYPE_HELP_FIGURE, 0)));
  g_assert_true (gtk_widget_is_ancestor (get_focus (self), help));
  g_assert_true (gtk_widget_activate_action (window, "win.model", NULL));
  g_assert_false (gtk_widget_get_mapped (help));
  g_assert_true (gtk_widget_activate_action (window, "win.back", NULL));
  g_assert_true (gtk_widget_get_mapped (self->page));
}

/* From the help, too, the tour shows the page that it is about. */
static void
test_tour_from_help (Fixture *self, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.help", NULL));
  al_tree_click (al_tree_find_action (
      al_tree_find (GTK_WIDGET (self->window), AL_TYPE_HELP_PAGE, 0), "win.tour"));
  g_assert_true (gtk_widget_get_mapped (self->page));
}

/* Every control of the page says what it is */

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) ||
         GTK_IS_SWITCH (widget) || GTK_IS_SCALE (widget) || GTK_IS_SPIN_BUTTON (widget) ||
         GTK_IS_DROP_DOWN (widget);
}

/* The inner parts of a control are named by it. */
static gboolean
is_part_of_control (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent)) {
    if (GTK_IS_MENU_BUTTON (parent) || GTK_IS_SPIN_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) ||
        GTK_IS_EXPANDER (parent))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (has_words (child))
      return TRUE;
  }
  return FALSE;
}

/* In older GTK a button is labelled by its icon, which has no name either. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  const gboolean has_icon =
      GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL;

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         (!has_icon &&
          gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)) ||
         has_words (widget);
}

static gboolean
is_explained (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_parent (widget);

  /* A slider or switch stands in a row with its label. */
  return gtk_widget_get_tooltip_text (widget) != NULL || has_words (widget) ||
         gtk_widget_get_tooltip_text (row) != NULL ||
         (!GTK_IS_BUTTON (widget) && (has_words (row) || has_words (gtk_widget_get_parent (row))));
}

/* GTK and libadwaita name their own buttons of the window and its bar, in their own language. */
static gboolean
is_of_toolkit (GtkWidget *widget)
{
  const char *action =
      GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  return action != NULL &&
         (g_str_has_prefix (action, "window.") || g_str_has_prefix (action, "navigation."));
}

static void
check_control (GtkWidget *widget)
{
  if (has_name (widget) && is_explained (widget))
    return;
  g_test_message ("no %s:", has_name (widget) ? "tooltip and no words" : "name");
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_test_message ("  %s", G_OBJECT_TYPE_NAME (widget));
  g_test_fail ();
}

static guint
check_controls (GtkWidget *widget)
{
  guint n = 0;

  if (is_control (widget) && !is_part_of_control (widget) && !is_of_toolkit (widget)) {
    check_control (widget);
    n++;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_controls (child);
  return n;
}

static void
test_controls_say_what_they_are (Fixture *self, gconstpointer data)
{
  /* What the page about the model shows, it makes when it is first seen. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.model", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL));
  start (self);
  g_assert_cmpuint (check_controls (GTK_WIDGET (self->window)), >, 60);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  al_tree_init (&argc, &argv);
  ADD ("/app/tour/walk", test_walk);
  ADD ("/app/tour/back", test_back);
  ADD ("/app/tour/leave-and-return", test_leave_and_return);
  ADD ("/app/tour/hidden-parts", test_hidden_parts);
  ADD ("/app/tour/from-help", test_tour_from_help);
  ADD ("/app/help/over-the-others", test_help);
  ADD ("/app/controls/say-what-they-are", test_controls_say_what_they_are);
  return g_test_run ();
}
