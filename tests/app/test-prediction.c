/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-catalogue.h"
#include "al-prediction-view.h"
#include "al-prediction.h"
#include "al-sketch-view.h"
#include "al-widget-tree.h"

/* The patient in shock, about whom every change is asked. */
typedef struct {
  AlSession *session;
  AlPrediction *prediction;
} Fixture;

static AlSession *
make_session (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlPatient *patient = al_catalogue_find_patient (catalogue, "ami-cs");
  g_autoptr (AlScenario) scenario = al_scenario_new (al_patient_get_settings (patient));
  AlSession *session = al_session_new ();

  al_session_load (session, scenario);
  return session;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = make_session ();
  self->prediction = al_prediction_new (self->session);
  al_prediction_set_on (self->prediction, TRUE);
}

/* A thread that was given up lets go in its own time. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  while (G_OBJECT (self->prediction)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (self->prediction);
  g_assert_finalize_object (self->session);
}

static void
assert_state (Fixture *self, AlPredictionState state)
{
  g_assert_cmpint (al_prediction_get_state (self->prediction), ==, state);
}

static void
reveal (Fixture *self)
{
  al_prediction_reveal (self->prediction);
  assert_state (self, AL_PREDICTION_SETTLING);
  while (al_prediction_get_state (self->prediction) == AL_PREDICTION_SETTLING)
    g_main_context_iteration (NULL, TRUE);
}

static double
get_running (Fixture *self, AlParameter parameter)
{
  return al_session_get_simulation (self->session)->settings.value[parameter];
}

static void
test_change_waits (Fixture *self, gconstpointer data)
{
  g_autofree char *change = NULL;

  assert_state (self, AL_PREDICTION_WAITING);
  al_session_set (self->session, AL_PARAMETER_ECMO_FLOW, 3);
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  assert_state (self, AL_PREDICTION_ASKED);
  /* Controls show what waits; the patient knows nothing of it. */
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_ECMO_ON), ==, 1);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_ECMO_FLOW), ==, 3);
  g_assert_cmpfloat (get_running (self, AL_PARAMETER_ECMO_ON), ==, 0);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
  g_assert_false (al_session_get_can_undo (self->session));
  change = al_prediction_describe_change (self->prediction);
  g_assert_cmpstr (change, ==, "VA-ECMO on\nFlow from 4.0\u00a0L/min to 3.0\u00a0L/min");
}

static void
test_change_taken_back (Fixture *self, gconstpointer data)
{
  al_session_set (self->session, AL_PARAMETER_IABP_ON, 1);
  al_session_set (self->session, AL_PARAMETER_IABP_ON, 0);
  assert_state (self, AL_PREDICTION_WAITING);
  al_session_set (self->session, AL_PARAMETER_IABP_ON, 1);
  al_session_reset (self->session);
  assert_state (self, AL_PREDICTION_WAITING);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_IABP_ON), ==, 0);
}

static void
test_leave (Fixture *self, gconstpointer data)
{
  al_session_set (self->session, AL_PARAMETER_IABP_ON, 1);
  al_prediction_set_on (self->prediction, FALSE);
  assert_state (self, AL_PREDICTION_OFF);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_IABP_ON), ==, 0);
  al_session_set (self->session, AL_PARAMETER_IABP_ON, 1);
  g_assert_cmpfloat (get_running (self, AL_PARAMETER_IABP_ON), ==, 1);
}

static void
test_reveal (Fixture *self, gconstpointer data)
{
  const AlIndices *before, *after;
  g_autofree char *why = NULL;
  guint n_guesses, n_points;

  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_prediction_guess (self->prediction, AL_INDEX_MAP, AL_INDEX_CHANGE_UP);
  g_assert_null (al_prediction_get_after (self->prediction));
  reveal (self);
  assert_state (self, AL_PREDICTION_REVEALED);
  before = al_prediction_get_before (self->prediction);
  after = al_prediction_get_after (self->prediction);
  g_assert_cmpfloat (after->value[AL_INDEX_LV_EDP], >, before->value[AL_INDEX_LV_EDP] + 2);
  g_assert_cmpfloat (after->value[AL_INDEX_LV_SV], <, before->value[AL_INDEX_LV_SV] - 4);
  why = al_prediction_explain (self->prediction, AL_INDEX_LV_EDP);
  g_assert_nonnull (strstr (why, "open its valve against a higher pressure"));
  al_prediction_get_loop (self->prediction, TRUE, &n_points);
  g_assert_cmpuint (n_points, >, 200);
  g_assert_cmpint (al_prediction_get_guesses (self->prediction, &n_guesses)[0].change, ==,
                   AL_INDEX_CHANGE_UP);
  g_assert_cmpuint (n_guesses, ==, 6);

  /* It acts now, and one step takes it back. */
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_ECMO);
  al_session_undo (self->session);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
  al_prediction_ask_again (self->prediction);
  assert_state (self, AL_PREDICTION_WAITING);
}

/* The next change is the next question, with no answers left from the last. */
static void
test_next_question (Fixture *self, gconstpointer data)
{
  guint n_guesses;

  al_session_set (self->session, AL_PARAMETER_IABP_ON, 1);
  al_prediction_guess (self->prediction, AL_INDEX_MAP, AL_INDEX_CHANGE_DOWN);
  reveal (self);
  al_session_set (self->session, AL_PARAMETER_IABP_RATIO, 2);
  assert_state (self, AL_PREDICTION_ASKED);
  g_assert_cmpfloat (get_running (self, AL_PARAMETER_IABP_ON), ==, 1);
  g_assert_cmpfloat (get_running (self, AL_PARAMETER_IABP_RATIO), ==, 1);
  g_assert_cmpint (al_prediction_get_guesses (self->prediction, &n_guesses)[0].change, ==,
                   AL_INDEX_CHANGE_UNKNOWN);
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  al_session_set (self->session, AL_PARAMETER_IABP_ON, 1);
  al_prediction_reveal (self->prediction);
  al_prediction_cancel (self->prediction);
  assert_state (self, AL_PREDICTION_ASKED);
  g_assert_cmpfloat (get_running (self, AL_PARAMETER_IABP_ON), ==, 0);
  reveal (self);
  assert_state (self, AL_PREDICTION_REVEALED);
}

/* Landmarks go where corners go, and nothing else counts. */
static void
test_sketch (Fixture *self, gconstpointer data)
{
  AlPvPoint point;

  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  g_assert_cmpint (al_prediction_get_sketched_change (self->prediction, AL_INDEX_LV_EDV), ==,
                   AL_INDEX_CHANGE_UNKNOWN);
  point = al_prediction_get_sketch (self->prediction)->corner[AL_SKETCH_AORTIC_CLOSES];
  point.volume_ml += 20;
  point.pressure_mmhg += 10;
  al_prediction_sketch (self->prediction, AL_SKETCH_AORTIC_CLOSES, &point);
  g_assert_cmpint (al_prediction_get_sketched_change (self->prediction, AL_INDEX_LV_EDV), ==,
                   AL_INDEX_CHANGE_SAME);
  g_assert_cmpint (al_prediction_get_sketched_change (self->prediction, AL_INDEX_LV_ESV), ==,
                   AL_INDEX_CHANGE_UP);
  g_assert_cmpint (al_prediction_get_sketched_change (self->prediction, AL_INDEX_LV_SV), ==,
                   AL_INDEX_CHANGE_DOWN);
  g_assert_cmpint (al_prediction_get_sketched_change (self->prediction, AL_INDEX_LV_PEAK), ==,
                   AL_INDEX_CHANGE_UP);
  g_assert_cmpint (al_prediction_get_sketched_change (self->prediction, AL_INDEX_MAP), ==,
                   AL_INDEX_CHANGE_UNKNOWN);
}

/* Sides stay upright and do not cross; bottoms stay below tops. */
static void
test_sketch_stays_a_loop (Fixture *self, gconstpointer data)
{
  AlSketch sketch = {.corner = {{150, 20}, {150, 60}, {110, 70}, {110, 15}}, .bulge_mmhg = 6};
  AlPvPoint points[AL_SKETCH_POINTS];
  double top = 0;

  al_sketch_get_points (&sketch, points);
  for (guint i = 0; i < AL_SKETCH_POINTS; i++)
    top = MAX (top, points[i].pressure_mmhg);
  g_assert_cmpfloat_with_epsilon (top, 72, 2);
  al_sketch_move (&sketch, AL_SKETCH_MITRAL_OPENS, &(AlPvPoint){200, 200});
  g_assert_cmpfloat (sketch.corner[AL_SKETCH_AORTIC_CLOSES].volume_ml, ==, 149);
  g_assert_cmpfloat (sketch.corner[AL_SKETCH_MITRAL_OPENS].pressure_mmhg, ==, 70);
  al_sketch_move (&sketch, AL_SKETCH_MITRAL_CLOSES, &(AlPvPoint){0, -10});
  g_assert_cmpfloat (sketch.corner[AL_SKETCH_AORTIC_OPENS].volume_ml, ==, 150);
  g_assert_cmpfloat (sketch.corner[AL_SKETCH_MITRAL_CLOSES].pressure_mmhg, ==, 0);
}

static GtkWidget *
find_button (GtkWidget *view, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = al_tree_find (view, GTK_TYPE_BUTTON, i)) != NULL; i++) {
    if (gtk_widget_get_mapped (button) && al_tree_says (button, label))
      return button;
  }
  g_assert_not_reached ();
}

static gboolean
is_revealed (gpointer view)
{
  return al_tree_says (view, "Model: Rises");
}

static void
assert_corner_takes_focus (GtkWidget *view)
{
  GtkWidget *corner = gtk_widget_get_first_child (al_tree_find (view, AL_TYPE_SKETCH_VIEW, 0));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (corner), GTK_ACCESSIBLE_ROLE_SLIDER);
  g_assert_true (gtk_widget_grab_focus (corner));
}

/* As a person does it: the buttons of the view. */
static void
test_view (void)
{
  g_autoptr (AlSession) session = make_session ();
  GtkWidget *view = al_prediction_view_new ();
  GtkWidget *window = gtk_window_new ();

  al_prediction_view_set_session (AL_PREDICTION_VIEW (view), session);
  al_tree_show (view, GTK_WINDOW (window));
  g_object_set (view, "on", TRUE, NULL);
  g_assert_true (al_session_get_holding (session));
  g_assert_true (al_tree_says (view, "Predict first"));
  al_session_set_support (session, AL_SUPPORT_ECMO);
  g_assert_true (al_tree_says (view, "VA-ECMO on"));
  gtk_stack_set_visible_child_name (GTK_STACK (al_tree_find (view, GTK_TYPE_STACK, 0)), "sketch");
  assert_corner_takes_focus (view);
  gtk_stack_set_visible_child_name (GTK_STACK (al_tree_find (view, GTK_TYPE_STACK, 0)),
                                    "directions");
  gtk_test_widget_wait_for_draw (view);
  /* The first row is the mean pressure: it rises. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (view, "Rises")), TRUE);
  al_tree_click (find_button (view, "Reveal"));
  g_assert_true (al_tree_wait (is_revealed, view));
  g_assert_true (al_tree_says (view, "As you said"));
  g_assert_false (al_tree_says (view, "Not as you said"));
  g_assert_true (al_tree_says (view, "You gave no answer"));
  gtk_test_widget_wait_for_draw (view);
  al_tree_click (find_button (view, "Leave"));
  g_assert_false (al_session_get_holding (session));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) g_test_add ("/prediction/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);

  ADD ("change-waits", test_change_waits);
  ADD ("change-taken-back", test_change_taken_back);
  ADD ("leave", test_leave);
  ADD ("reveal", test_reveal);
  ADD ("next-question", test_next_question);
  ADD ("cancel", test_cancel);
  ADD ("sketch", test_sketch);
  ADD ("sketch-stays-a-loop", test_sketch_stays_a_loop);
  g_test_add_func ("/prediction/view", test_view);
  return g_test_run ();
}
