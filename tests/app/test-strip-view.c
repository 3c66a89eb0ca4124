/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdlib.h>

#include "al-catalogue.h"
#include "al-strip-view.h"
#include "al-strip-watch.h"
#include "al-widget-tree.h"

#define WIDTH  480
#define HEIGHT 420

#define VISIBLE_DIFFERENCE 40
#define FEW_PIXELS         (WIDTH * HEIGHT / 500)

typedef struct {
  AlCatalogue *catalogue;
  AlSession *session;
  GskRenderer *renderer;
  AlStripView *view;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (AlScenario) scenario = NULL;

  self->catalogue = al_catalogue_new (NULL);
  scenario = al_scenario_new (
      al_patient_get_settings (al_catalogue_find_patient (self->catalogue, "ami-cs")));
  self->session = al_session_new ();
  al_session_load (self->session, scenario);
  self->renderer = gsk_cairo_renderer_new ();
  g_assert_true (gsk_renderer_realize (self->renderer, NULL, NULL));
  self->view = g_object_ref_sink (AL_STRIP_VIEW (al_strip_view_new ()));
  al_strip_view_add_strip (self->view, AL_STRIP_ARTERIAL);
  al_strip_view_add_strip (self->view, AL_STRIP_FILLING);
  al_strip_view_set_session (self->view, self->session);
  gtk_widget_allocate (GTK_WIDGET (self->view), WIDTH, HEIGHT, -1, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gsk_renderer_unrealize (self->renderer);
  g_clear_object (&self->renderer);
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->catalogue);
}

static guchar *
render (Fixture *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels = g_malloc (4 * WIDTH * HEIGHT);

  GTK_WIDGET_GET_CLASS (self->view)->snapshot (GTK_WIDGET (self->view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture =
      gsk_renderer_render_texture (self->renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  gdk_texture_download (texture, pixels, 4 * WIDTH);
  return pixels;
}

static guint
count_differences (const guchar *a, const guchar *b)
{
  guint n = 0;

  for (guint i = 0; i < 4 * WIDTH * HEIGHT; i += 4) {
    int difference = 0;

    for (guint k = 0; k < 4; k++)
      difference = MAX (difference, abs (a[i + k] - b[i + k]));
    n += difference > VISIBLE_DIFFERENCE;
  }
  return n;
}

static void
live_through (Fixture *self, int n_frames)
{
  for (int i = 0; i < n_frames; i++) {
    al_session_advance (self->session, 17500);
    g_free (render (self));
  }
}

static void
forget_layers (Fixture *self)
{
  gtk_widget_allocate (GTK_WIDGET (self->view), WIDTH - 10, HEIGHT, -1, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->view), WIDTH, HEIGHT, -1, NULL);
}

/* What is kept and moved must be what is drawn afresh. */
static void
compare_with_fresh (Fixture *self)
{
  g_autofree guchar *grown = NULL;
  g_autofree guchar *fresh = NULL;

  al_session_step_beat (self->session);
  grown = render (self);
  forget_layers (self);
  fresh = render (self);
  g_assert_cmpuint (count_differences (grown, fresh), <, FEW_PIXELS);
}

static void
test_scroll_grows (Fixture *self, gconstpointer data)
{
  al_strip_view_set_ecg (self->view, TRUE);
  al_strip_view_set_landmarks (self->view, TRUE);
  al_strip_view_set_scrolling (self->view, TRUE);
  al_session_set_support (self->session, AL_SUPPORT_IABP);
  for (int i = 0; i < 4; i++) {
    live_through (self, 60);
    compare_with_fresh (self);
  }
}

static void
test_sweep_with_marks_grows (Fixture *self, gconstpointer data)
{
  al_strip_view_set_ecg (self->view, TRUE);
  al_session_set_support (self->session, AL_SUPPORT_IABP);
  for (int i = 0; i < 4; i++) {
    live_through (self, 60);
    compare_with_fresh (self);
  }
}

/* Looking back moves the window; playing returns to the present. */
static void
test_review_and_back (Fixture *self, gconstpointer data)
{
  g_autofree guchar *present = NULL;
  g_autofree guchar *past = NULL;
  g_autofree guchar *again = NULL;

  al_session_advance (self->session, 30 * G_USEC_PER_SEC);
  al_session_step_beat (self->session);
  present = render (self);
  al_session_set_cursor_us (self->session,
                            al_session_get_time_us (self->session) - 20 * G_USEC_PER_SEC);
  past = render (self);
  g_assert_cmpuint (count_differences (present, past), >, 5 * FEW_PIXELS);
  al_session_set_cursor_us (self->session, G_MAXINT64);
  again = render (self);
  g_assert_cmpuint (count_differences (present, again), <, FEW_PIXELS);
}

/* Neither too few charts nor too many can be asked for. */
static void
test_menu_keeps_its_limits (Fixture *self, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GActionGroup *group = G_ACTION_GROUP (actions);
  static const char *const more[] = {"strip-flow", "strip-right", "strip-volumes"};

  al_strip_view_add_actions (self->view, G_ACTION_MAP (actions));
  g_assert_false (g_action_group_get_action_enabled (group, "strip-arterial"));
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    g_action_group_activate_action (group, more[i], NULL);
  g_assert_cmpuint (al_strip_view_get_n_strips (self->view), ==, AL_STRIPS_MOST);
  g_assert_true (g_action_group_get_action_enabled (group, "strip-arterial"));
  g_assert_false (g_action_group_get_action_enabled (group, "strip-coronary"));
  g_action_group_activate_action (group, "strip-display", g_variant_new_string ("scroll"));
  g_assert_true (al_strip_view_get_scrolling (self->view));
  g_action_group_activate_action (group, "strip-duration", g_variant_new_string ("12"));
  g_assert_cmpint (al_strip_view_get_duration_us (self->view), ==, 12 * G_USEC_PER_SEC);
  g_assert_cmpint (g_menu_model_get_n_items (al_strip_view_get_menu (self->view)), ==, 4);
}

/* However often somebody looks, the same beats are written down. */
static void
test_watch_misses_no_beat (Fixture *self, gconstpointer data)
{
  g_autofree AlStripWatch *often = g_new0 (AlStripWatch, 1);
  g_autofree AlStripWatch *seldom = g_new0 (AlStripWatch, 1);
  const AlSimulation *simulation = al_session_get_simulation (self->session);
  const AlStripEvent *last = NULL;

  al_strip_watch_restart (often, simulation);
  al_strip_watch_restart (seldom, simulation);
  for (int i = 0; i < 500; i++) {
    al_session_advance (self->session, 20000);
    al_strip_watch_follow (often, simulation);
  }
  al_strip_watch_follow (seldom, simulation);
  g_assert_cmpuint (often->events.n_events, >, 20);
  g_assert_cmpuint (often->events.n_events, ==, seldom->events.n_events);
  for (guint i = 0; i < often->events.n_events; i++) {
    last = al_strip_events_get (&often->events, i);
    g_assert_cmpint (last->time_us, ==, al_strip_events_get (&seldom->events, i)->time_us);
    g_assert_cmpint (last->kind, ==, al_strip_events_get (&seldom->events, i)->kind);
  }
}

static guint
count_kind (const AlStripWatch *watch, AlStripEventKind kind, gint64 from_us)
{
  guint n = 0;

  for (guint i = al_strip_events_find (&watch->events, from_us); i < watch->events.n_events; i++)
    n += al_strip_events_get (&watch->events, i)->kind == kind;
  return n;
}

static void
follow_rhythm (Fixture *self, AlStripWatch *watch, AlRhythmKind rhythm, gint64 *from_us)
{
  const AlSimulation *simulation = al_session_get_simulation (self->session);

  al_session_set (self->session, AL_PARAMETER_RHYTHM, rhythm);
  al_session_advance (self->session, 3 * G_USEC_PER_SEC);
  al_strip_watch_follow (watch, simulation);
  *from_us = al_session_get_time_us (self->session);
  for (int i = 0; i < 250; i++) {
    al_session_advance (self->session, 20000);
    al_strip_watch_follow (watch, simulation);
  }
}

/* No P wave in fibrillation, and nothing at all in asystole. */
static void
test_watch_knows_rhythms (Fixture *self, gconstpointer data)
{
  g_autofree AlStripWatch *watch = g_new0 (AlStripWatch, 1);
  gint64 from_us;

  al_strip_watch_restart (watch, al_session_get_simulation (self->session));
  follow_rhythm (self, watch, AL_RHYTHM_ATRIAL_FIBRILLATION, &from_us);
  g_assert_cmpuint (count_kind (watch, AL_STRIP_EVENT_ATRIA, from_us), ==, 0);
  g_assert_cmpuint (count_kind (watch, AL_STRIP_EVENT_VENTRICLES, from_us), >, 3);
  follow_rhythm (self, watch, AL_RHYTHM_ASYSTOLE, &from_us);
  g_assert_cmpuint (count_kind (watch, AL_STRIP_EVENT_VENTRICLES, from_us), ==, 0);
}

#define ADD(path, func) g_test_add ("/strip-view/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);

  ADD ("scroll-grows", test_scroll_grows);
  ADD ("sweep-with-marks-grows", test_sweep_with_marks_grows);
  ADD ("review-and-back", test_review_and_back);
  ADD ("menu-keeps-its-limits", test_menu_keeps_its_limits);
  ADD ("watch-misses-no-beat", test_watch_misses_no_beat);
  ADD ("watch-knows-rhythms", test_watch_knows_rhythms);
  return g_test_run ();
}
