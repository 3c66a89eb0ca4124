/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "al-audience-window.h"
#include "al-control-panel.h"
#include "al-ink.h"
#include "al-loop-view.h"
#include "al-slate.h"
#include "al-schematic-view.h"
#include "al-strip-view.h"
#include "al-widget-tree.h"
#include "al-window.h"

/* The real window, frozen, with a window for the room. */
typedef struct {
  AlWindow *window;
  AlSession *session; /* of the window */
  AlSlate *slate;     /* over the window */
} Fixture;

static gboolean
is_drawn (gpointer view)
{
  double x, y;

  return al_loop_view_to_pixels (AL_LOOP_VIEW (view), 100, 50, &x, &y);
}

static gboolean
is_seen (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = al_window_new (NULL);
  self->session = al_window_get_session (self->window);
  self->slate = AL_SLATE (al_tree_find (GTK_WIDGET (self->window), AL_TYPE_SLATE, 0));
  al_session_set_playing (self->session, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1366, 768);
  gtk_window_present (GTK_WINDOW (self->window));
  g_assert_true (
      al_tree_wait (is_drawn, al_tree_find (GTK_WIDGET (self->window), AL_TYPE_LOOP_VIEW, 0)));
}

/* The room is left with nothing when the presenter goes. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer window = self->window;
  gpointer session = self->session;

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (session, &session);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
  g_assert_null (session);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

static void
activate (Fixture *self, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), name, NULL);
}

static gboolean
is_on (Fixture *self, const char *name)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (self->window), name);

  return g_variant_get_boolean (state);
}

static gboolean
is_enabled (Fixture *self, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), name);
}

static AlAudienceWindow *
find_audience (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (AL_IS_AUDIENCE_WINDOW (window))
      return AL_AUDIENCE_WINDOW (window);
  }
  return NULL;
}

static AlAudienceWindow *
open_audience (Fixture *self)
{
  AlAudienceWindow *audience;

  activate (self, "audience");
  audience = find_audience ();
  g_assert_nonnull (audience);
  g_assert_true (al_tree_wait (is_drawn, al_audience_window_get_loop (audience)));
  return audience;
}

/* What the room sees is the session of the presenter, without anything to press. */
static void
test_audience (Fixture *self, gconstpointer data)
{
  AlAudienceWindow *audience = open_audience (self);
  GtkWidget *slate = GTK_WIDGET (al_audience_window_get_slate (audience));

  g_assert_true (al_loop_view_get_session (al_audience_window_get_loop (audience)) ==
                 self->session);
  g_assert_true (al_loop_view_get_projector (al_audience_window_get_loop (audience)));
  g_assert_cmpuint (
      al_strip_view_get_n_strips (AL_STRIP_VIEW (al_tree_find (slate, AL_TYPE_STRIP_VIEW, 0))), ==,
      2);
  g_assert_cmpuint (al_tree_count (slate, AL_TYPE_CONTROL_PANEL), ==, 0);
  g_assert_cmpuint (al_tree_count (slate, GTK_TYPE_SCALE), ==, 0);
  g_assert_true (al_tree_says (slate, "Anterior infarct"));
  activate (self, "audience");
  g_assert_null (find_audience ());
  g_assert_false (is_on (self, "audience"));
}

/* The room sees beside the loop what the presenter sees there. */
static void
test_room_sees_what_is_shown (Fixture *self, gconstpointer data)
{
  AlAudienceWindow *audience = open_audience (self);
  GtkWidget *slate = GTK_WIDGET (al_audience_window_get_slate (audience));
  GtkWidget *charts = al_tree_find (slate, AL_TYPE_STRIP_VIEW, 0);
  GtkWidget *circulation = al_tree_find (slate, AL_TYPE_SCHEMATIC_VIEW, 0);
  GtkWidget *loop = al_tree_find (GTK_WIDGET (self->window), AL_TYPE_LOOP_VIEW, 0);

  g_assert_true (gtk_widget_get_visible (charts));
  g_assert_false (gtk_widget_get_visible (circulation));
  g_assert_true (gtk_widget_activate_action (loop, "sim.panel", "s", "circulation"));
  g_assert_true (al_tree_wait (is_seen, circulation));
  g_assert_true (gtk_widget_get_visible (circulation));
  g_assert_false (gtk_widget_get_visible (charts));
  /* A page without either changes nothing for the room. */
  al_window_show_page (self->window, "evidence");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_true (gtk_widget_get_visible (circulation));
  al_window_show_page (self->window, "simulator");
  g_assert_true (gtk_widget_activate_action (loop, "sim.panel", "s", "charts"));
  g_assert_true (al_tree_wait (is_seen, charts));
  g_assert_false (gtk_widget_get_visible (circulation));
}

/* What is wrong with the patient, the room reads, too, and no plot moves for it. */
static void
test_room_is_warned (Fixture *self, gconstpointer data)
{
  AlAudienceWindow *audience = open_audience (self);
  GtkWidget *loop = GTK_WIDGET (al_audience_window_get_loop (audience));
  GtkWidget *slate = GTK_WIDGET (al_audience_window_get_slate (audience));
  int height;

  gtk_test_widget_wait_for_draw (loop);
  gtk_test_widget_wait_for_draw (loop);
  height = gtk_widget_get_height (loop);
  g_assert_false (al_tree_says (slate, "Contraindicated"));
  al_session_set (self->session, AL_PARAMETER_AORTIC_LEAK, 0.3);
  al_session_set_support (self->session, AL_SUPPORT_IABP);
  al_session_advance (self->session, 5 * G_USEC_PER_SEC);
  g_assert_true (al_tree_says (slate, "Contraindicated: the aortic valve leaks"));
  gtk_test_widget_wait_for_draw (loop);
  gtk_test_widget_wait_for_draw (loop);
  g_assert_cmpint (gtk_widget_get_height (loop), ==, height);
}

/* A sentence of two lines takes no room from the plots. */
static void
test_plots_stay (Fixture *self, gconstpointer data)
{
  AlAudienceWindow *audience = open_audience (self);
  GtkWidget *loop = GTK_WIDGET (al_audience_window_get_loop (audience));
  GtkWidget *slate = GTK_WIDGET (al_audience_window_get_slate (audience));
  int height;

  gtk_test_widget_wait_for_draw (loop);
  gtk_test_widget_wait_for_draw (loop);
  height = gtk_widget_get_height (loop);
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 20 * G_USEC_PER_SEC);
  g_assert_true (al_tree_says (slate, "VA-ECMO on: "));
  gtk_test_widget_wait_for_draw (loop);
  gtk_test_widget_wait_for_draw (loop);
  g_assert_cmpint (gtk_widget_get_height (loop), ==, height);
}

static void
test_room_closes_its_window (Fixture *self, gconstpointer data)
{
  AlAudienceWindow *audience = open_audience (self);

  activate (self, "blank");
  gtk_window_close (GTK_WINDOW (audience));
  g_assert_null (find_audience ());
  g_assert_false (is_on (self, "audience"));
  g_assert_false (is_on (self, "blank"));
  g_assert_false (al_slate_get_blank (self->slate));
}

/* The room goes dark, not the presenter; without a window of its own it is this one. */
static void
test_blank (Fixture *self, gconstpointer data)
{
  AlAudienceWindow *audience;

  activate (self, "blank");
  g_assert_true (al_slate_get_blank (self->slate));
  g_assert_true (is_enabled (self, "leave-tool"));
  activate (self, "leave-tool");
  g_assert_false (al_slate_get_blank (self->slate));
  g_assert_false (is_enabled (self, "leave-tool"));
  audience = open_audience (self);
  activate (self, "blank");
  g_assert_false (al_slate_get_blank (self->slate));
  g_assert_true (al_slate_get_blank (al_audience_window_get_slate (audience)));
  g_assert_false (is_enabled (self, "freeze-audience"));
}

/* The room keeps its picture while the presenter goes on. */
static void
test_freeze (Fixture *self, gconstpointer data)
{
  AlAudienceWindow *audience;

  g_assert_false (is_enabled (self, "freeze-audience"));
  audience = open_audience (self);
  activate (self, "freeze-audience");
  g_assert_true (al_slate_get_frozen (al_audience_window_get_slate (audience)));
  g_assert_true (al_tree_says (GTK_WIDGET (self->window), "Room sees a still"));
  activate (self, "freeze-audience");
  g_assert_false (al_slate_get_frozen (al_audience_window_get_slate (audience)));
}

static AlInk *
get_ink (Fixture *self)
{
  return al_slate_get_ink (self->slate);
}

/* A pen is taken up on a picture that stands still; what was drawn goes with the picture. */
static void
test_pen (Fixture *self, gconstpointer data)
{
  const AlSpot spot = {AL_PLACE_LOOP, 120, 60};
  AlInk *ink = get_ink (self);
  guint n_spots;
  gboolean red;

  al_session_set_playing (self->session, TRUE);
  activate (self, "pen");
  g_assert_false (al_session_get_playing (self->session));
  g_assert_cmpint (al_ink_get_tool (ink), ==, AL_TOOL_PEN);
  al_ink_begin_stroke (ink, &spot);
  al_ink_continue_stroke (ink, 130, 70);
  activate (self, "red-pen");
  al_ink_begin_stroke (ink, &spot);
  g_assert_cmpfloat (al_ink_get_stroke (ink, 0, &n_spots, &red)[1].y, ==, 70);
  g_assert_cmpuint (n_spots, ==, 2);
  g_assert_false (red);
  al_ink_get_stroke (ink, 1, &n_spots, &red);
  g_assert_true (red);
  activate (self, "undo-stroke");
  g_assert_cmpuint (al_ink_get_n_strokes (ink), ==, 1);
  activate (self, "leave-tool");
  g_assert_cmpint (al_ink_get_tool (ink), ==, AL_TOOL_NONE);
  g_assert_cmpuint (al_ink_get_n_strokes (ink), ==, 1);
  al_session_set_playing (self->session, TRUE);
  g_assert_cmpuint (al_ink_get_n_strokes (ink), ==, 0);
  g_assert_false (is_enabled (self, "undo-stroke"));
}

/* What is pointed at in one window is the same volume and pressure in the other. */
static void
test_same_place (Fixture *self, gconstpointer data)
{
  AlAudienceWindow *audience = open_audience (self);
  AlSlate *other = al_audience_window_get_slate (audience);
  const AlSpot spot = {AL_PLACE_LOOP, 120, 60};
  const AlSpot own = {AL_PLACE_WINDOW, 0.5F, 0.5F};
  graphene_point_t here, there;
  AlSpot found;

  g_assert_true (al_slate_get_position (self->slate, &spot, &here));
  g_assert_true (al_slate_get_position (other, &spot, &there));
  g_assert_false (graphene_point_near (&here, &there, 1));
  g_assert_true (al_slate_find_spot (self->slate, here.x, here.y, &found));
  g_assert_cmpint (found.place, ==, AL_PLACE_LOOP);
  g_assert_cmpfloat_with_epsilon (found.x, 120, 0.1);
  g_assert_cmpfloat_with_epsilon (found.y, 60, 0.1);
  g_assert_true (al_slate_find_spot (other, there.x, there.y, &found));
  g_assert_cmpfloat_with_epsilon (found.x, 120, 0.1);
  g_assert_cmpfloat_with_epsilon (found.y, 60, 0.1);
  /* What only the presenter sees is nowhere in the room. */
  g_assert_true (al_slate_get_position (self->slate, &own, &here));
  g_assert_false (al_slate_get_position (other, &own, &there));
}

static void
test_spotlight (Fixture *self, gconstpointer data)
{
  const AlSpot spot = {AL_PLACE_CHARTS, 0.5F, 0.5F};
  AlInk *ink = get_ink (self);
  AlSpot light;

  al_ink_set_light (ink, &spot);
  g_assert_false (al_ink_get_light (ink, &light));
  activate (self, "spotlight");
  al_ink_set_light (ink, &spot);
  g_assert_true (al_ink_get_light (ink, &light));
  g_assert_cmpint (light.place, ==, AL_PLACE_CHARTS);
  activate (self, "pen");
  g_assert_false (al_ink_get_light (ink, &light));
  g_assert_false (is_on (self, "spotlight"));
}

/* A nudge ruins nothing. */
static void
test_lock (Fixture *self, gconstpointer data)
{
  GtkWidget *controls = al_tree_find (GTK_WIDGET (self->window), AL_TYPE_CONTROL_PANEL, 0);
  AlSession *session = al_window_get_session (self->window);
  gint64 time_us;

  al_session_advance (session, G_USEC_PER_SEC);
  time_us = al_session_get_time_us (session);
  activate (self, "lock");
  g_assert_false (gtk_widget_get_sensitive (controls));
  gtk_widget_activate_action (controls, "sim.reset", NULL);
  g_assert_cmpint (al_session_get_time_us (session), >=, time_us);
  g_assert_true (al_tree_says (GTK_WIDGET (self->window), "Locked"));
  activate (self, "lock");
  g_assert_true (gtk_widget_get_sensitive (controls));
}

static void
test_projector_check (Fixture *self, gconstpointer data)
{
  activate (self, "projector-check");
  g_assert_true (al_slate_get_veiled (self->slate));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  activate (self, "leave-tool");
  g_assert_false (al_slate_get_veiled (self->slate));
}

#define ADD(path, func) g_test_add ("/projection/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);

  ADD ("audience", test_audience);
  ADD ("room-is-warned", test_room_is_warned);
  ADD ("plots-stay", test_plots_stay);
  ADD ("room-closes-its-window", test_room_closes_its_window);
  ADD ("blank", test_blank);
  ADD ("freeze", test_freeze);
  ADD ("pen", test_pen);
  ADD ("same-place", test_same_place);
  ADD ("spotlight", test_spotlight);
  ADD ("room-sees-what-is-shown", test_room_sees_what_is_shown);
  ADD ("lock", test_lock);
  ADD ("projector-check", test_projector_check);
  return g_test_run ();
}
