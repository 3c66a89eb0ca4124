/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "al-catalogue.h"
#include "al-schematic-view.h"
#include "al-widget-tree.h"

#define WIDTH  420
#define HEIGHT 520

typedef struct {
  AlCatalogue *catalogue;
  AlSession *session;
  GtkWidget *view;
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
  while (!al_session_get_ready (self->session))
    g_main_context_iteration (NULL, TRUE);
  self->view = g_object_ref_sink (al_schematic_view_new ());
  al_schematic_view_set_session (AL_SCHEMATIC_VIEW (self->view), self->session);
  gtk_widget_allocate (self->view, WIDTH, HEIGHT, -1, NULL);
  self->renderer = gsk_cairo_renderer_new ();
  g_assert_true (gsk_renderer_realize (self->renderer, NULL, NULL));
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

static GskRenderNode *
take_node (Fixture *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (self->view)->snapshot (self->view, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static guchar *
render (Fixture *self)
{
  g_autoptr (GskRenderNode) node = take_node (self);
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

  for (guint i = 0; i < 4 * WIDTH * HEIGHT; i += 4)
    n += memcmp (a + i, b + i, 4) != 0;
  return n;
}

static void
live_for (Fixture *self, int n_frames)
{
  for (int i = 0; i < n_frames; i++) {
    al_session_advance (self->session, 17500);
    gsk_render_node_unref (take_node (self));
  }
}

/* What a screen reader hears. */
static char *
get_description (Fixture *self)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->view),
                                             GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static void
assert_says (Fixture *self, const char *words)
{
  g_autofree char *description = get_description (self);

  g_assert_nonnull (description);
  if (strstr (description, words) == NULL)
    g_error ("\"%s\" is not in \"%s\"", words, description);
}

static void
test_role (Fixture *self, gconstpointer data)
{
  gtk_test_accessible_assert_role (self->view, GTK_ACCESSIBLE_ROLE_IMG);
}

/* What is kept while it looks the same must be what is drawn afresh. */
static void
test_kept_layers (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < 4; i++) {
    g_autofree guchar *kept = NULL;
    g_autofree guchar *fresh = NULL;

    live_for (self, 30);
    if (i == 1)
      al_session_set_support (self->session, AL_SUPPORT_BOTH);
    al_session_step_beat (self->session);
    kept = render (self);
    gtk_widget_allocate (self->view, WIDTH - 10, HEIGHT, -1, NULL);
    gtk_widget_allocate (self->view, WIDTH, HEIGHT, -1, NULL);
    fresh = render (self);
    /* Blood may be half a percent, arrows and marks half a step from what is kept. */
    g_assert_cmpuint (count_differences (kept, fresh), <, WIDTH * HEIGHT / 3);
    for (guint k = 0; k < 4 * WIDTH * HEIGHT; k++)
      g_assert_cmpint (ABS (kept[k] - fresh[k]), <, 128);
  }
}

/* A view that is looked at twice makes the same picture, of the same nodes. */
static void
test_frozen (Fixture *self, gconstpointer data)
{
  g_autofree guchar *first = NULL;
  g_autofree guchar *second = NULL;

  live_for (self, 20);
  first = render (self);
  second = render (self);
  g_assert_cmpuint (count_differences (first, second), ==, 0);
  live_for (self, 1);
  g_free (second);
  second = render (self);
  g_assert_cmpuint (count_differences (first, second), >, 100);
}

static void
test_words (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  al_session_step_beat (self->session);
  assert_says (self, "Left ventricle");
  assert_says (self, "aortic valve open");
  before = get_description (self);
  g_assert_null (strstr (before, "ECMO"));
  g_assert_null (strstr (before, "mixing point"));

  al_session_set_support (self->session, AL_SUPPORT_BOTH);
  al_session_advance (self->session, 10 * G_USEC_PER_SEC);
  assert_says (self, "balloon on 1:1");
  assert_says (self, "ECMO");
  assert_says (self, "L/min into the femoral artery");
  assert_says (self, "mixing point in");
  assert_says (self, "at the right hand");
}

/* Who looks back at the time before a device sees neither the device nor what it did to the blood.
 */
static void
test_past_blood (Fixture *self, gconstpointer data)
{
  gint64 before_us;
  AlBloodRecord then;
  const AlBloodRecord *blood;

  live_for (self, 120);
  then = *al_session_get_blood (self->session);
  before_us = al_session_get_time_us (self->session);
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 40 * G_USEC_PER_SEC);
  blood = al_session_get_blood (self->session);
  g_assert_cmpfloat (blood->saturation[AL_O2_LOWER_VEIN], >,
                     then.saturation[AL_O2_LOWER_VEIN] + 0.02);
  assert_says (self, "ECMO");

  al_session_set_cursor_us (self->session, before_us - 2 * G_USEC_PER_SEC);
  blood = al_session_get_blood (self->session);
  g_assert_cmpfloat_with_epsilon (blood->saturation[AL_O2_LOWER_VEIN],
                                  then.saturation[AL_O2_LOWER_VEIN], 0.002);
  g_assert_cmpfloat (blood->settings.value[AL_PARAMETER_ECMO_ON], ==, 0);
  g_autofree char *past = get_description (self);
  g_assert_null (strstr (past, "ECMO"));
  al_session_set_playing (self->session, TRUE);
  assert_says (self, "ECMO");
}

/* While time stands still the drawing shows the moment under the cursor. */
static void
test_cursor (Fixture *self, gconstpointer data)
{
  g_autofree guchar *present = NULL;
  g_autofree guchar *past = NULL;
  g_autofree guchar *again = NULL;
  gint64 time_us;

  live_for (self, 120);
  time_us = al_session_get_time_us (self->session);
  present = render (self);
  al_session_set_cursor_us (self->session, time_us - 300000);
  past = render (self);
  g_assert_cmpuint (count_differences (present, past), >, 1000);
  al_session_set_cursor_us (self->session, time_us - 200000);
  again = render (self);
  g_assert_cmpuint (count_differences (past, again), >, 500);
}

static void
test_projector (Fixture *self, gconstpointer data)
{
  g_autofree guchar *plain = NULL;
  g_autofree guchar *projector = NULL;

  live_for (self, 5);
  plain = render (self);
  al_schematic_view_set_projector (AL_SCHEMATIC_VIEW (self->view), TRUE);
  projector = render (self);
  g_assert_cmpuint (count_differences (plain, projector), >, 5000);
  al_schematic_view_set_projector (AL_SCHEMATIC_VIEW (self->view), FALSE);
  g_free (projector);
  projector = render (self);
  g_assert_cmpuint (count_differences (plain, projector), ==, 0);
}

/* Where a person wants no animation, arrows stand for the beads: they do not move within a beat. */
/* A view that changes its style keeps nothing that was drawn in the one before. */
static void
test_style_draws_all_anew (Fixture *self, gconstpointer data)
{
  Fixture other = {.session = self->session, .renderer = self->renderer};
  g_autofree guchar *changed = NULL;
  g_autofree guchar *fresh = NULL;

  g_free (render (self));
  al_schematic_view_set_projector (AL_SCHEMATIC_VIEW (self->view), TRUE);
  changed = render (self);
  other.view = g_object_ref_sink (al_schematic_view_new ());
  al_schematic_view_set_projector (AL_SCHEMATIC_VIEW (other.view), TRUE);
  al_schematic_view_set_session (AL_SCHEMATIC_VIEW (other.view), self->session);
  gtk_widget_allocate (other.view, WIDTH, HEIGHT, -1, NULL);
  fresh = render (&other);
  g_assert_cmpuint (count_differences (changed, fresh), ==, 0);
  g_assert_finalize_object (other.view);
}

static void
test_reduced_motion (Fixture *self, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree guchar *first = NULL;
  g_autofree guchar *second = NULL;
  guint n_top = 0;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  al_session_step_beat (self->session);
  live_for (self, 2);
  first = render (self);
  live_for (self, 1);
  second = render (self);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  /* Above the heart there is nothing but vessels. */
  for (guint i = 0; i < 4 * WIDTH * 150; i += 4)
    n_top += memcmp (first + i, second + i, 4) != 0;
  g_assert_cmpuint (n_top, ==, 0);
  g_assert_cmpuint (count_differences (first, second), >, 20);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);
  ADD ("/schematic-view/role", test_role);
  ADD ("/schematic-view/kept-layers", test_kept_layers);
  ADD ("/schematic-view/frozen", test_frozen);
  ADD ("/schematic-view/words", test_words);
  ADD ("/schematic-view/cursor", test_cursor);
  ADD ("/schematic-view/past-blood", test_past_blood);
  ADD ("/schematic-view/projector", test_projector);
  ADD ("/schematic-view/style-draws-all-anew", test_style_draws_all_anew);
  ADD ("/schematic-view/reduced-motion", test_reduced_motion);
  return g_test_run ();
}
