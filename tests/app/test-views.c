/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdlib.h>

#include "al-catalogue.h"
#include "al-loop-view.h"
#include "al-strip-view.h"
#include "al-widget-tree.h"

#define WIDTH  480
#define HEIGHT 420

/* Where two drawings of a line meet, its edge may be a little darker: such pixels are few. */
#define VISIBLE_DIFFERENCE 40
#define FEW_PIXELS         (WIDTH * HEIGHT / 500)

/* A layer as large as the view is kept in tiles of 256 pixels. */
#define N_TILES 4

/* What is drawn in parts that are kept must be what is drawn afresh. */
typedef struct {
  AlCatalogue *catalogue;
  AlSession *session;
  GskRenderer *renderer;
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
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gsk_renderer_unrealize (self->renderer);
  g_clear_object (&self->renderer);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->catalogue);
}

static GtkWidget *
make_loop (AlSession *session)
{
  GtkWidget *view = g_object_ref_sink (al_loop_view_new ());

  al_loop_view_set_session (AL_LOOP_VIEW (view), session);
  gtk_widget_allocate (view, WIDTH, HEIGHT, -1, NULL);
  return view;
}

static GtkWidget *
make_strips (AlSession *session)
{
  GtkWidget *view = g_object_ref_sink (al_strip_view_new ());

  for (int strip = 0; strip < AL_N_STRIPS; strip++)
    al_strip_view_add_strip (AL_STRIP_VIEW (view), (AlStrip) strip);
  al_strip_view_set_session (AL_STRIP_VIEW (view), session);
  gtk_widget_allocate (view, WIDTH, HEIGHT, -1, NULL);
  return view;
}

static GskRenderNode *
take_node (GtkWidget *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (view)->snapshot (view, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
add_parts (GPtrArray *parts, GskRenderNode *node)
{
  const GskRenderNodeType type = gsk_render_node_get_node_type (node);

  if (type == GSK_CLIP_NODE) {
    add_parts (parts, gsk_clip_node_get_child (node));
  } else if (type == GSK_CONTAINER_NODE) {
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      add_parts (parts, gsk_container_node_get_child (node, i));
  } else {
    g_ptr_array_add (parts, gsk_render_node_ref (node));
  }
}

/* What lies on the ground, by what is painted: GTK leaves out a clip that cuts nothing away, and
 * newer GTK every container within another. */
static GPtrArray *
take_parts (GtkWidget *view)
{
  g_autoptr (GskRenderNode) node = take_node (view);
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  for (guint i = 1; i < gsk_container_node_get_n_children (node); i++)
    add_parts (parts, gsk_container_node_get_child (node, i));
  return parts;
}

static guchar *
render (Fixture *self, GtkWidget *view)
{
  g_autoptr (GskRenderNode) node = take_node (view);
  g_autoptr (GdkTexture) texture =
      gsk_renderer_render_texture (self->renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  guchar *pixels = g_malloc (4 * WIDTH * HEIGHT);

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

/* Each frame is drawn, as on a screen, so that every part is kept as it is finished. */
static void
live_through (Fixture *self, GtkWidget *view, int n_frames)
{
  for (int i = 0; i < n_frames; i++) {
    al_session_advance (self->session, 17000);
    gsk_render_node_unref (take_node (view));
  }
}

/* At the end of a beat, when names and numbers are new as well. Another size and back makes a view
 * forget every part it kept. */
static void
compare_with_fresh (Fixture *self, GtkWidget *view)
{
  g_autofree guchar *grown = NULL;
  g_autofree guchar *fresh = NULL;

  al_session_step_beat (self->session);
  grown = render (self, view);
  gtk_widget_allocate (view, WIDTH - 10, HEIGHT, -1, NULL);
  gtk_widget_allocate (view, WIDTH, HEIGHT, -1, NULL);
  fresh = render (self, view);
  g_assert_cmpuint (count_differences (grown, fresh), <, FEW_PIXELS);
}

static void
test_grown_loop (Fixture *self, gconstpointer data)
{
  GtkWidget *view = make_loop (self->session);

  /* Over several beats, and with a device switched on the way. */
  for (int i = 0; i < 5; i++) {
    live_through (self, view, 23);
    compare_with_fresh (self, view);
    if (i == 2)
      al_session_set_support (self->session, AL_SUPPORT_IABP);
  }
  g_object_unref (view);
}

static void
test_grown_strips (Fixture *self, gconstpointer data)
{
  GtkWidget *view = make_strips (self->session);

  /* More than a whole sweep. */
  for (int i = 0; i < 5; i++) {
    live_through (self, view, 89);
    compare_with_fresh (self, view);
  }
  g_object_unref (view);
}

/* A frame in which nothing happened shows the very same nodes, so that nothing is painted again. */
static void
test_layers_are_kept (Fixture *self, gconstpointer data)
{
  GtkWidget *view = make_loop (self->session);
  g_autoptr (GPtrArray) first = take_parts (view);
  g_autoptr (GPtrArray) second = take_parts (view);
  guint n_kept = 0;

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    n_kept += first->pdata[i] == second->pdata[i];
  /* All but the head of the loop. */
  g_assert_cmpuint (n_kept, >, N_TILES);
  g_assert_cmpuint (n_kept, >=, first->len - 1);
  g_object_unref (view);
}

/* The parts of a beat that has ended are no longer shown as those of the beat that runs. */
static void
test_a_beat_begins_anew (Fixture *self, gconstpointer data)
{
  GtkWidget *view = make_loop (self->session);
  g_autoptr (GPtrArray) late = NULL;
  g_autoptr (GPtrArray) begun = NULL;

  al_session_step_beat (self->session);
  al_session_advance (self->session, 500000);
  late = take_parts (view);
  al_session_step_beat (self->session);
  begun = take_parts (view);
  /* The axes, what lasts for a beat, and the head; late in a beat, what is finished of it, too. */
  g_assert_cmpuint (begun->len, <=, 2 * N_TILES + 1);
  g_assert_cmpuint (late->len, >=, begun->len + 3);
  g_object_unref (view);
}

static void
test_a_ghost_is_seen (Fixture *self, gconstpointer data)
{
  GtkWidget *view = make_loop (self->session);
  g_autofree guchar *without = NULL;
  g_autofree guchar *with = NULL;

  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 30 * G_USEC_PER_SEC);
  with = render (self, view);
  al_session_clear_ghosts (self->session);
  without = render (self, view);
  g_assert_cmpuint (count_differences (with, without), >, FEW_PIXELS);
  g_object_unref (view);
}

static void
test_dark_and_projector (Fixture *self, gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *view = make_loop (self->session);
  g_autofree guchar *light = render (self, view);
  g_autofree guchar *dark = NULL;
  g_autofree guchar *projector = NULL;

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  dark = render (self, view);
  al_loop_view_set_projector (AL_LOOP_VIEW (view), TRUE);
  projector = render (self, view);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  g_assert_cmpuint (light[0], >, 240);
  g_assert_cmpuint (dark[0], <, 80);
  g_assert_cmpuint (projector[0], ==, 255);
  g_object_unref (view);
}

/* Each of what can be asked for is seen, and gone again when it is hidden. */
static void
test_what_is_asked_for_is_seen (Fixture *self, gconstpointer data)
{
  GtkWidget *view = make_loop (self->session);
  g_autofree guchar *without = NULL;

  al_session_step_beat (self->session);
  al_session_step_beat (self->session);
  without = render (self, view);
  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++) {
    g_autofree guchar *with = NULL;

    al_loop_view_set_shown (AL_LOOP_VIEW (view), (AlLoopOption) i, TRUE);
    with = render (self, view);
    g_test_message ("option %u changes %u pixels", i, count_differences (with, without));
    g_assert_cmpuint (count_differences (with, without), >, 60);
    al_loop_view_set_shown (AL_LOOP_VIEW (view), (AlLoopOption) i, FALSE);
  }
  g_object_unref (view);
}

/* Looking back shows the beat under the cursor; the present comes back without a trace of it. */
static void
test_a_past_beat_is_shown (Fixture *self, gconstpointer data)
{
  GtkWidget *view = make_loop (self->session);
  g_autofree guchar *present = NULL;
  g_autofree guchar *past = NULL;
  g_autofree guchar *again = NULL;
  g_autofree char *spoken = NULL;
  gint64 now_us;

  for (int i = 0; i < 12; i++)
    al_session_step_beat (self->session);
  al_session_advance (self->session, 300000);
  now_us = al_session_get_time_us (self->session);
  present = render (self, view);
  al_session_set_cursor_us (self->session, now_us - 5 * G_USEC_PER_SEC);
  g_assert_true (al_session_get_reviewing (self->session));
  past = render (self, view);
  spoken = gtk_test_accessible_check_property (GTK_ACCESSIBLE (view),
                                               GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_true (g_str_has_prefix (spoken, "5.00 s ago: "));
  g_assert_nonnull (strstr (spoken, "The left ventricle fills to"));
  al_session_set_cursor_us (self->session, now_us);
  g_free (spoken);
  spoken = gtk_test_accessible_check_property (GTK_ACCESSIBLE (view),
                                               GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_true (g_str_has_prefix (spoken, "The left ventricle fills to"));
  again = render (self, view);
  g_assert_cmpuint (count_differences (present, past), >, FEW_PIXELS);
  g_assert_cmpuint (count_differences (present, again), ==, 0);
  g_object_unref (view);
}

/* Every moment of the last minute belongs to a beat, and every chamber has the same moments. */
static void
test_four_chambers_are_recorded (Fixture *self, gconstpointer data)
{
  const AlLoops *loops = al_session_get_loops (self->session);
  gint64 start_us, end_us, now_us;
  guint n_points, n_others;

  al_session_advance (self->session, 20 * G_USEC_PER_SEC);
  now_us = al_session_get_time_us (self->session);
  for (gint64 back_us = 0; back_us < 18 * G_USEC_PER_SEC; back_us += 170000) {
    g_assert_true (al_loops_find_beat (loops, now_us - back_us, &start_us, &end_us));
    g_assert_cmpint (start_us, <=, now_us - back_us);
    g_assert_cmpint (end_us, >=, now_us - back_us);
    g_assert_cmpint (end_us - start_us, <, 2 * G_USEC_PER_SEC);
  }
  al_loops_get_cavity (loops, AL_CAVITY_LV, 1, &n_points);
  for (guint cavity = 0; cavity < AL_N_CAVITIES; cavity++) {
    const double *points = al_loops_get_cavity (loops, (AlCavity) cavity, 1, &n_others);

    g_assert_cmpuint (n_others, ==, n_points);
    g_assert_cmpfloat (points[0], >, 1);
  }
}

#define ADD(path, func) g_test_add ("/views/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);

  ADD ("grown-loop", test_grown_loop);
  ADD ("grown-strips", test_grown_strips);
  ADD ("layers-are-kept", test_layers_are_kept);
  ADD ("a-beat-begins-anew", test_a_beat_begins_anew);
  ADD ("a-ghost-is-seen", test_a_ghost_is_seen);
  ADD ("what-is-asked-for-is-seen", test_what_is_asked_for_is_seen);
  ADD ("a-past-beat-is-shown", test_a_past_beat_is_shown);
  ADD ("four-chambers-are-recorded", test_four_chambers_are_recorded);
  ADD ("dark-and-projector", test_dark_and_projector);
  return g_test_run ();
}
