/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "al-choice-row.h"
#include "al-control-section.h"
#include "al-evidence-page.h"
#include "al-loop-view.h"
#include "al-model-page.h"
#include "al-parameter-row.h"
#include "al-presets-popover.h"
#include "al-readout-board.h"
#include "al-strip-view.h"
#include "al-warning-bar.h"
#include "al-widget-tree.h"
#include "al-window.h"

/* The real window on the patient in shock, frozen so that a test decides when time passes. */
typedef struct {
  AlWindow *window;
  AlSession *session; /* of the window */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = al_window_new (NULL);
  self->session = al_window_get_session (self->window);
  al_session_set_playing (self->session, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1366, 768);
  /* Wherever the test before was left. */
  al_window_show_page (self->window, "simulator");
  gtk_window_present (GTK_WINDOW (self->window));
  al_tree_wait_for_type (GTK_WIDGET (self->window), AL_TYPE_CONTROL_SECTION);
}

/* Every window must go when it is closed, with all that it holds. */
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
}

static GtkWidget *
get_loop (Fixture *self)
{
  return al_tree_find (GTK_WIDGET (self->window), AL_TYPE_LOOP_VIEW, 0);
}

static void
activate (Fixture *self, const char *name, const char *target)
{
  GtkWidget *from = g_str_has_prefix (name, "win.") ? GTK_WIDGET (self->window) : get_loop (self);

  g_assert_true (gtk_widget_activate_action_variant (
      from, name, target != NULL ? g_variant_new_string (target) : NULL));
}

static gboolean
is_enabled (Fixture *self, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), name);
}

static void
test_new_destroy (Fixture *self, gconstpointer data)
{
  g_assert_true (al_session_get_ready (self->session));
  g_assert_nonnull (get_loop (self));
}

/* The heart is seen before the controls, and stays where it is when they come. */
static void
test_heart_first (void)
{
  AlWindow *window = al_window_new (NULL);
  GtkWidget *loop = al_tree_find (GTK_WIDGET (window), AL_TYPE_LOOP_VIEW, 0);
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (loop);
  g_assert_null (al_tree_find (GTK_WIDGET (window), AL_TYPE_CONTROL_SECTION, 0));
  width = gtk_widget_get_width (loop);
  height = gtk_widget_get_height (loop);
  al_tree_wait_for_type (GTK_WIDGET (window), AL_TYPE_CONTROL_SECTION);
  g_assert_cmpint (gtk_widget_get_width (loop), ==, width);
  g_assert_cmpint (gtk_widget_get_height (loop), ==, height);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_devices_by_action (Fixture *self, gconstpointer data)
{
  activate (self, "sim.support", "ecmo");
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_ECMO);
  activate (self, "sim.support", "both");
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_BOTH);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 1);
  activate (self, "sim.support", "baseline");
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
}

/* The row of a setting: they are in the order of the table. */
static GtkWidget *
find_row (Fixture *self, GType type, AlParameter parameter)
{
  guint position = 0;
  guint n_groups;
  const AlControlGroup *groups = al_control_get_groups (&n_groups);

  for (guint i = 0; i < n_groups; i++) {
    for (guint k = 0; k < groups[i].n_controls; k++) {
      gboolean is_choice = groups[i].controls[k].choices != NULL;

      if (groups[i].controls[k].parameter == parameter)
        return al_tree_find (GTK_WIDGET (self->window), type, position);
      position += is_choice == (type == AL_TYPE_CHOICE_ROW);
    }
  }
  return NULL;
}

static GtkWidget *
find_section (Fixture *self, AlParameter choice)
{
  return gtk_widget_get_ancestor (find_row (self, AL_TYPE_CHOICE_ROW, choice),
                                  AL_TYPE_CONTROL_SECTION);
}

/* Buttons, switches and the session always agree, whoever made the change. */
static void
test_controls_agree (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);
  GtkWidget *pump = al_tree_find (find_section (self, AL_PARAMETER_IABP_RATIO), GTK_TYPE_SWITCH, 0);
  GtkWidget *ecmo = al_tree_find (find_section (self, AL_PARAMETER_ECMO_MODE), GTK_TYPE_SWITCH, 0);
  GtkWidget *rate = al_tree_find (root, GTK_TYPE_SCALE, 0);

  gtk_switch_set_active (GTK_SWITCH (pump), TRUE);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_IABP);
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (pump)));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (ecmo)));
  gtk_range_set_value (GTK_RANGE (rate), 75);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_RHYTHM_RATE), ==, 75);
  activate (self, "win.undo", NULL);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (rate)), ==, 98);
}

/* A choice is shown and set by its value, in a list and by buttons. */
static void
test_choices_agree (Fixture *self, gconstpointer data)
{
  GtkWidget *rhythm = find_row (self, AL_TYPE_CHOICE_ROW, AL_PARAMETER_RHYTHM);
  GtkWidget *list = al_tree_find (rhythm, GTK_TYPE_DROP_DOWN, 0);
  GtkWidget *volume = find_row (self, AL_TYPE_CHOICE_ROW, AL_PARAMETER_IABP_VOLUME);
  GtkWidget *largest = al_tree_find (volume, GTK_TYPE_TOGGLE_BUTTON, 2);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 1);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_RHYTHM), ==, 1);
  activate (self, "win.undo", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (list)), ==, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (largest), TRUE);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_IABP_VOLUME), ==, 50);
  /* What a file may set and no button stands for leaves every button up, and stays as it is. */
  al_session_set (self->session, AL_PARAMETER_IABP_VOLUME, 34);
  for (guint i = 0; i < 3; i++)
    g_assert_false (gtk_toggle_button_get_active (
        GTK_TOGGLE_BUTTON (al_tree_find (volume, GTK_TYPE_TOGGLE_BUTTON, i))));
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_IABP_VOLUME), ==, 34);
}

/* What has no effect is not there, a device that is switched on can be set at once. */
static void
test_only_what_matters (Fixture *self, gconstpointer data)
{
  GtkWidget *sweep = find_row (self, AL_TYPE_PARAMETER_ROW, AL_PARAMETER_ECMO_SWEEP);
  GtkWidget *level = find_row (self, AL_TYPE_PARAMETER_ROW, AL_PARAMETER_MAFP_LEVEL);
  GtkWidget *circuit = gtk_widget_get_ancestor (sweep, AL_TYPE_CONTROL_SECTION);
  GtkWidget *pump = gtk_widget_get_ancestor (level, AL_TYPE_CONTROL_SECTION);
  GtkWidget *rows = al_tree_find (pump, GTK_TYPE_REVEALER, 0);

  g_assert_false (gtk_widget_is_visible (circuit));
  al_session_set (self->session, AL_PARAMETER_ECMO_ON, 1);
  g_assert_true (gtk_widget_is_visible (circuit));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (rows)));
  al_session_set (self->session, AL_PARAMETER_MAFP_ON, 1);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (rows)));
}

/* A folded section says that something runs in it. */
static void
test_drugs_are_counted (Fixture *self, gconstpointer data)
{
  g_assert_false (al_tree_says (GTK_WIDGET (self->window), "active"));
  al_session_set (self->session, AL_PARAMETER_DRUG_DOBUTAMINE, 5);
  al_session_set (self->session, AL_PARAMETER_DRUG_MILRINONE, 0.5);
  g_assert_true (al_tree_says (GTK_WIDGET (self->window), "2 active"));
}

static int
get_bottom (Fixture *self, GtkWidget *widget)
{
  graphene_rect_t bounds;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->window), &bounds));
  return (int) (bounds.origin.y + bounds.size.height);
}

/* What the program does of itself, and a window alone does not. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/afterload/Afterload/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* A warning hides nothing of the loop, however many there are, and nothing moves when it comes. */
static void
test_warning_has_room (Fixture *self, gconstpointer data)
{
  GtkWidget *bar = al_tree_find (GTK_WIDGET (self->window), AL_TYPE_WARNING_BAR, 0);
  int bottom;
  int height;

  load_style ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  bottom = get_bottom (self, get_loop (self));
  activate (self, "sim.support", "iabp");
  al_session_set (self->session, AL_PARAMETER_IABP_INFLATION_OFFSET, 150);
  al_session_set (self->session, AL_PARAMETER_IABP_DEFLATION_OFFSET, 100);
  g_assert_true (al_tree_says (bar, "1 more"));
  g_assert_cmpint (get_bottom (self, get_loop (self)), ==, bottom);
  height = gtk_widget_get_height (bar);
  g_assert_cmpint (get_bottom (self, bar) - height, >=, bottom);
}

static void
test_warning (Fixture *self, gconstpointer data)
{
  GtkWidget *bar = al_tree_find (GTK_WIDGET (self->window), AL_TYPE_WARNING_BAR, 0);

  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_false (gtk_widget_get_visible (bar));
  activate (self, "sim.support", "iabp");
  al_session_set (self->session, AL_PARAMETER_IABP_DEFLATION_OFFSET, 100);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_true (al_tree_says (bar, "Late deflation"));
  al_session_set (self->session, AL_PARAMETER_IABP_DEFLATION_OFFSET, 0);
  g_assert_false (gtk_widget_get_visible (bar));
}

/* What devices cost is shown while one runs. */
static void
test_price (Fixture *self, gconstpointer data)
{
  GtkWidget *board = al_tree_find (GTK_WIDGET (self->window), AL_TYPE_READOUT_BOARD, 0);
  GtkStack *price = GTK_STACK (al_tree_find (board, GTK_TYPE_STACK, 0));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (price), ==, "none");
  g_assert_false (al_tree_says (board, "supported"));
  activate (self, "sim.support", "ecmo");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (price), ==, "price");
  g_assert_true (al_tree_says (board, "supported"));
}

static void
test_undo_belongs_to_the_simulator (Fixture *self, gconstpointer data)
{
  g_assert_false (is_enabled (self, "undo"));
  activate (self, "sim.support", "iabp");
  g_assert_true (is_enabled (self, "undo"));
  activate (self, "win.page", "evidence");
  g_assert_false (is_enabled (self, "undo"));
  activate (self, "win.page", "simulator");
  activate (self, "win.undo", NULL);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
  g_assert_true (is_enabled (self, "redo"));
}

/* The list of the evidence has the focus, so that its keys work and typing searches. */
static void
test_evidence_has_the_focus (Fixture *self, gconstpointer data)
{
  GtkWidget *focus;

  activate (self, "win.page", "evidence");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, AL_TYPE_EVIDENCE_PAGE));
}

static gboolean
shows_page (Fixture *self, const char *name)
{
  g_autoptr (GVariant) page =
      g_action_group_get_action_state (G_ACTION_GROUP (self->window), "page");

  return g_str_equal (g_variant_get_string (page, NULL), name);
}

/* A link from elsewhere is followed back, over the entries that were read on the way. */
static void
test_back_from_the_evidence (Fixture *self, gconstpointer data)
{
  GtkWidget *evidence;

  activate (self, "win.page", "cases");
  activate (self, "win.show-evidence", "study:shock");
  g_assert_true (shows_page (self, "evidence"));
  evidence = al_tree_find (GTK_WIDGET (self->window), AL_TYPE_EVIDENCE_PAGE, 0);
  gtk_widget_activate_action (evidence, "evidence.show", "s", "claim:claim-01");
  gtk_widget_activate_action (evidence, "evidence.back", NULL);
  g_assert_true (shows_page (self, "evidence"));
  g_assert_cmpstr (al_evidence_page_get_shown (AL_EVIDENCE_PAGE (evidence)), ==, "study:shock");
  gtk_widget_activate_action (evidence, "evidence.back", NULL);
  g_assert_true (shows_page (self, "cases"));
}

/* The page about the model lies over the others, and leaves them as they were. */
static void
test_model_and_back (Fixture *self, gconstpointer data)
{
  GtkWidget *page;

  g_assert_false (is_enabled (self, "back"));
  activate (self, "sim.support", "iabp");
  /* It is made when it is first seen, which opens the window sooner. */
  g_assert_null (al_tree_find (GTK_WIDGET (self->window), AL_TYPE_MODEL_PAGE, 0));
  activate (self, "win.model", NULL);
  page = al_tree_find (GTK_WIDGET (self->window), AL_TYPE_MODEL_PAGE, 0);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_false (gtk_widget_get_mapped (get_loop (self)));
  g_assert_false (is_enabled (self, "undo"));
  activate (self, "win.back", NULL);
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_true (gtk_widget_get_mapped (get_loop (self)));
  g_assert_true (is_enabled (self, "undo"));
  activate (self, "win.model", NULL);
  activate (self, "win.page", "cases");
  g_assert_false (gtk_widget_get_mapped (page));
}

/* The next window opens on the page that was left. */
static void
test_page_is_remembered (void)
{
  g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (
      g_settings_schema_source_get_default (), APPLICATION_ID, TRUE);
  AlWindow *window;

  if (schema == NULL) {
    g_test_skip ("the settings are not installed");
    return;
  }
  window = al_window_new (NULL);
  gtk_window_present (GTK_WINDOW (window));
  al_window_show_page (window, "cases");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  gtk_window_destroy (GTK_WINDOW (window));
  window = al_window_new (NULL);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (
                       ADW_VIEW_STACK (al_tree_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK, 0))),
                   ==, "cases");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
shows_words_of_preset (Fixture *self)
{
  GtkWidget *close = al_tree_find_action (GTK_WIDGET (self->window), "sim.close-preset");
  GtkWidget *revealer = gtk_widget_get_ancestor (close, GTK_TYPE_REVEALER);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

static void
test_open_preset (Fixture *self, gconstpointer data)
{
  activate (self, "win.page", "cases");
  activate (self, "win.open-preset", "cs-ecmo");
  g_assert_true (al_session_get_ready (self->session));
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_ECMO);
  g_assert_true (gtk_widget_get_mapped (get_loop (self)));
  /* It begins beside the same patient without the device, and does so again after a reset. */
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 1);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline");
  activate (self, "sim.reset", NULL);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 1);
  g_assert_cmpuint (al_session_get_ghost (self->session, 0)->n_points, >, 200);
  /* Its words are about its devices. */
  g_assert_true (shows_words_of_preset (self));
  al_session_set (self->session, AL_PARAMETER_ECMO_FLOW, 3);
  g_assert_true (shows_words_of_preset (self));
  al_session_set_support (self->session, AL_SUPPORT_NONE);
  g_assert_false (shows_words_of_preset (self));
  /* A preset with another heart does not stand beside the patient's own. */
  activate (self, "win.open-preset", "cs-ecmo-map-held");
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 0);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "VA-ECMO");
  g_assert_false (al_window_open_preset (self->window, "no-such-preset"));
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_ECMO);
}

static void
test_transport (Fixture *self, gconstpointer data)
{
  const gint64 start_us = al_session_get_time_us (self->session);

  activate (self, "sim.play", NULL);
  g_assert_true (al_session_get_playing (self->session));
  activate (self, "sim.step-beat", NULL);
  g_assert_false (al_session_get_playing (self->session));
  g_assert_cmpint (al_session_get_time_us (self->session), >, start_us);
  activate (self, "sim.rate", "1/16");
  g_assert_cmpfloat (al_session_get_speed (self->session), ==, 0.0625);
  activate (self, "sim.slow", NULL);
  g_assert_cmpfloat (al_session_get_speed (self->session), ==, 1);
  activate (self, "sim.keep-ghost", NULL);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 1);
  activate (self, "sim.clear-ghosts", NULL);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 0);
  activate (self, "sim.reset", NULL);
  g_assert_cmpint (al_session_get_time_us (self->session), ==, start_us);
}

static gboolean
has_moved (gpointer data)
{
  const gint64 *start_us = data;

  return al_session_get_time_us (*(AlSession **) (start_us + 1)) > *start_us;
}

/* Time passes while the page is seen and plays, and only then. */
static void
test_frames_drive_the_heart (Fixture *self, gconstpointer data)
{
  struct {
    gint64 start_us;
    AlSession *session;
  } watch = {al_session_get_time_us (self->session), self->session};

  activate (self, "sim.play", NULL);
  g_assert_true (al_tree_wait (has_moved, &watch));
  activate (self, "win.page", "evidence");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  watch.start_us = al_session_get_time_us (self->session);
  for (int i = 0; i < 20; i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (5000);
  }
  g_assert_cmpint (al_session_get_time_us (self->session), ==, watch.start_us);
}

static void
test_accessible (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);
  GtkWidget *strips = al_tree_find (root, AL_TYPE_STRIP_VIEW, 0);

  gtk_test_accessible_assert_role (get_loop (self), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (get_loop (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Pressure-volume loop of the left ventricle");
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (get_loop (self)),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  gtk_test_accessible_assert_role (strips, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (strips),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  for (guint i = 0; i < al_tree_count (root, GTK_TYPE_SCALE); i++) {
    GtkWidget *scale = al_tree_find (root, GTK_TYPE_SCALE, i);

    g_assert_true (
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL));
  }
}

/* The sentence is words for what the loop shows. */
static void
test_sentence (Fixture *self, gconstpointer data)
{
  activate (self, "sim.support", "ecmo");
  al_session_advance (self->session, 30 * G_USEC_PER_SEC);
  g_assert_true (al_tree_says (GTK_WIDGET (self->window), "VA-ECMO on: the heart ejects less"));
}

#define ADD(path, func) g_test_add ("/window/" path, Fixture, NULL, set_up, func, tear_down)

static guint
count_shown_rows (GtkWidget *list)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n += GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row);
  return n;
}

/* Every preset is listed; a search narrows the list, and Enter opens what is left. */
static void
test_presets (Fixture *self, gconstpointer data)
{
  GtkWidget *popover = al_tree_find (GTK_WIDGET (self->window), AL_TYPE_PRESETS_POPOVER, 0);
  GtkWidget *list = al_tree_find (popover, GTK_TYPE_LIST_BOX, 0);
  GtkWidget *search = al_tree_find (popover, GTK_TYPE_SEARCH_ENTRY, 0);
  guint n_presets;

  gtk_popover_popup (GTK_POPOVER (popover));
  n_presets = count_shown_rows (list);
  g_assert_cmpuint (n_presets, >=, 20);
  gtk_editable_set_text (GTK_EDITABLE (search), "aortic regurgitation");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_shown_rows (list), >, 0);
  g_assert_cmpuint (count_shown_rows (list), <, n_presets);
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_AORTIC_LEAK), >, 0);
}

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);

  ADD ("new-destroy", test_new_destroy);
  g_test_add_func ("/window/heart-first", test_heart_first);
  ADD ("devices-by-action", test_devices_by_action);
  ADD ("controls-agree", test_controls_agree);
  ADD ("choices-agree", test_choices_agree);
  ADD ("only-what-matters", test_only_what_matters);
  ADD ("drugs-are-counted", test_drugs_are_counted);
  ADD ("warning", test_warning);
  ADD ("warning-has-room", test_warning_has_room);
  ADD ("price", test_price);
  ADD ("undo-belongs-to-the-simulator", test_undo_belongs_to_the_simulator);
  ADD ("evidence-has-the-focus", test_evidence_has_the_focus);
  ADD ("back-from-the-evidence", test_back_from_the_evidence);
  ADD ("model-and-back", test_model_and_back);
  g_test_add_func ("/window/page-is-remembered", test_page_is_remembered);
  ADD ("open-preset", test_open_preset);
  ADD ("transport", test_transport);
  ADD ("frames-drive-the-heart", test_frames_drive_the_heart);
  ADD ("accessible", test_accessible);
  ADD ("sentence", test_sentence);
  ADD ("presets", test_presets);
  return g_test_run ();
}
