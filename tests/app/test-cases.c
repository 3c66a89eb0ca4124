/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "al-case-answer-card.h"
#include "al-case-list-row.h"
#include "al-case-option-card.h"
#include "al-case-predict-row.h"
#include "al-cases-page.h"
#include "al-claim-card.h"
#include "al-study-card.h"
#include "al-widget-tree.h"

/* The case that is shipped, on a page in a window, played as a person plays it. */
typedef struct {
  AlCatalogue *catalogue;
  GtkWidget *window;
  AlCasesPage *page;
  char *evidence_key; /* what was last asked of the Evidence page */
} Fixture;

static const char CASE_ID[] = "ami-ecmo-01";

#define N_KEYS 300

static void
show_evidence_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *self = user_data;

  g_free (self->evidence_key);
  self->evidence_key = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const GActionEntry entries[] = {
      {.name = "show-evidence", .activate = show_evidence_cb, .parameter_type = "s"}};
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->catalogue = al_catalogue_new (NULL);
  self->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  self->page = AL_CASES_PAGE (al_cases_page_new ());
  al_cases_page_set_catalogue (self->page, self->catalogue);
  al_tree_show (GTK_WIDGET (self->page), GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->catalogue);
  g_free (self->evidence_key);
}

/* Playing */

static AlCasePlayer *
open_case (Fixture *self)
{
  GtkWidget *button = al_tree_find_action (GTK_WIDGET (self->page), "cases.open");

  al_tree_click (button);
  g_assert_nonnull (al_cases_page_get_player (self->page));
  return al_cases_page_get_player (self->page);
}

static gboolean
is_settled (gpointer user_data)
{
  AlCasePlayer *player = user_data;

  return !al_case_player_get_asking (player) &&
         al_session_get_ready (al_case_stage_get_session (al_case_player_get_stage (player)));
}

static void
wait_for_model (AlCasePlayer *player)
{
  g_assert_true (al_tree_wait (is_settled, player));
}

static const AlCaseNode *
node_of (AlCasePlayer *player)
{
  return al_case_run_get_node (al_case_player_get_run (player));
}

static const AlCaseEntry *
entry_of (AlCasePlayer *player)
{
  return al_case_run_get_current (al_case_player_get_run (player));
}

static gboolean
can_press_next (AlCasePlayer *player)
{
  GtkWidget *button = al_tree_find_action (GTK_WIDGET (player), "case.next");

  return gtk_widget_get_visible (button) && gtk_widget_is_sensitive (button);
}

static void
press_next (AlCasePlayer *player)
{
  al_tree_click (al_tree_find_action (GTK_WIDGET (player), "case.next"));
}

/* Answers all rows, truly or by the opposite, and reveals. */
static void
predict (AlCasePlayer *player, gboolean truly, gboolean sure)
{
  const AlCaseNode *node = node_of (player);

  for (guint i = 0; i < node->n_predictions; i++) {
    GtkWidget *row = al_tree_find (GTK_WIDGET (player), AL_TYPE_CASE_PREDICT_ROW, i);
    AlTrend answer = node->predictions[i].answer;

    g_assert_false (can_press_next (player));
    g_assert_nonnull (row);
    if (!truly)
      answer = answer == AL_TREND_UP ? AL_TREND_DOWN : AL_TREND_UP;
    al_case_predict_row_answer (AL_CASE_PREDICT_ROW (row), answer);
    if (sure)
      al_case_run_set_sure (al_case_player_get_run (player), i, TRUE);
  }
  press_next (player);
  g_assert_true (entry_of (player)->revealed);
  wait_for_model (player);
}

static void
choose (AlCasePlayer *player, guint option)
{
  GtkWidget *card = al_tree_find (GTK_WIDGET (player), AL_TYPE_CASE_OPTION_CARD, option);

  al_tree_click (al_tree_find_action (card, "case.choose"));
  g_assert_cmpint (entry_of (player)->chosen, ==, (int) option);
  wait_for_model (player);
}

/* Plays one step, with right answers and the first option, and goes on. */
static void
play_step (AlCasePlayer *player)
{
  wait_for_model (player);
  if (node_of (player)->kind == AL_CASE_PREDICT)
    predict (player, TRUE, FALSE);
  else if (node_of (player)->kind == AL_CASE_DECIDE)
    choose (player, 0);
  press_next (player);
}

static void
play_until (AlCasePlayer *player, AlCaseNodeKind kind)
{
  for (guint steps = 0; node_of (player)->kind != kind; steps++) {
    g_assert_cmpuint (steps, <, 100);
    play_step (player);
  }
  wait_for_model (player);
}

/* Tests */

static void
test_list (Fixture *self, gconstpointer data)
{
  GListModel *cases = al_catalogue_get_cases (self->catalogue);
  AlCase *content = al_catalogue_find_case (self->catalogue, CASE_ID);

  g_assert_cmpuint (g_list_model_get_n_items (cases), >, 0);
  g_assert_cmpuint (al_tree_count (GTK_WIDGET (self->page), AL_TYPE_CASE_LIST_ROW), ==,
                    g_list_model_get_n_items (cases));
  g_assert_nonnull (content);
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), al_case_get_title (content)));
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), al_case_get_objectives (content)[0]));
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "Not for patient care"));
  g_assert_false (al_cases_page_open (self->page, "no-such-case"));
  g_assert_null (al_cases_page_get_player (self->page));
}

static void
test_whole_case (Fixture *self, gconstpointer data)
{
  AlCasePlayer *player = open_case (self);
  AlCaseRun *run = al_case_player_get_run (player);
  guint step = 0;

  while (!al_case_run_is_finished (run)) {
    step++;
    g_assert_cmpuint (al_case_run_get_step (run), ==, step);
    g_assert_true (al_tree_says (GTK_WIDGET (player), node_of (player)->title));
    play_step (player);
  }

  g_assert_cmpuint (al_case_run_get_step (run), ==, al_case_run_get_n_steps (run));
  for (guint i = 0; node_of (player)->points[i]; i++)
    g_assert_true (al_tree_says (GTK_WIDGET (player), node_of (player)->points[i]));
  for (guint i = 0; node_of (player)->cannot_tell[i]; i++)
    g_assert_true (al_tree_says (GTK_WIDGET (player), node_of (player)->cannot_tell[i]));
  g_assert_false (gtk_widget_get_visible (al_tree_find_action (GTK_WIDGET (player), "case.next")));
}

static void
test_reveal (Fixture *self, gconstpointer data)
{
  AlCasePlayer *player = open_case (self);
  const AlCaseNode *node;

  play_until (player, AL_CASE_PREDICT);
  node = node_of (player);
  predict (player, TRUE, FALSE);

  g_assert_true (entry_of (player)->has_outcome);
  g_assert_cmpuint (al_tree_count (GTK_WIDGET (player), AL_TYPE_CASE_ANSWER_CARD), ==,
                    node->n_predictions);
  g_assert_true (al_tree_says (GTK_WIDGET (player), "As you said"));
  g_assert_false (al_tree_says (GTK_WIDGET (player), "Not as you said"));
  g_assert_true (al_tree_says (GTK_WIDGET (player), node->predictions[0].because));
  /* The loop before the change stays beside the one that runs. */
  g_assert_cmpuint (
      al_session_get_n_ghosts (al_case_stage_get_session (al_case_player_get_stage (player))), >,
      0);
}

static void
test_sure_and_wrong (Fixture *self, gconstpointer data)
{
  AlCasePlayer *player = open_case (self);

  play_until (player, AL_CASE_PREDICT);
  predict (player, FALSE, TRUE);
  g_assert_true (al_tree_says (GTK_WIDGET (player), "Not as you said"));
  press_next (player);
  play_until (player, AL_CASE_DEBRIEF);
  g_assert_true (al_tree_says (GTK_WIDGET (player), "You were sure"));
}

static void
test_decide_again (Fixture *self, gconstpointer data)
{
  AlCasePlayer *player = open_case (self);
  double first;

  play_until (player, AL_CASE_PREDICT);
  play_step (player);
  play_until (player, AL_CASE_DECIDE);
  g_assert_false (can_press_next (player));
  choose (player, 0);
  g_assert_true (entry_of (player)->has_outcome);
  first = entry_of (player)->after.value[AL_INDEX_LV_EDP];
  g_assert_true (al_tree_says (GTK_WIDGET (player), node_of (player)->options[0].because));

  choose (player, 1);
  g_assert_cmpfloat (entry_of (player)->after.value[AL_INDEX_LV_EDP], !=, first);
  g_assert_cmpuint (entry_of (player)->tried, ==, 3);

  press_next (player);
  play_until (player, AL_CASE_DEBRIEF);
  g_assert_true (al_tree_says (GTK_WIDGET (player), "You also tried"));
  gtk_widget_activate_action (GTK_WIDGET (player), "case.retry", NULL);
  g_assert_cmpint (node_of (player)->kind, ==, AL_CASE_DECIDE);
  g_assert_cmpint (entry_of (player)->chosen, ==, 1);
  wait_for_model (player);
}

static void
test_leave_and_return (Fixture *self, gconstpointer data)
{
  AlCasePlayer *player = open_case (self);
  guint step;

  play_until (player, AL_CASE_PREDICT);
  step = al_case_run_get_step (al_case_player_get_run (player));
  gtk_widget_activate_action (GTK_WIDGET (player), "case.digit", "u", 1);
  g_assert_true (entry_of (player)->guesses[0].given);
  g_assert_cmpint (entry_of (player)->guesses[0].trend, ==, AL_TREND_UP);

  gtk_widget_activate_action (GTK_WIDGET (player), "case.leave", NULL);
  g_assert_null (al_cases_page_get_player (self->page));
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "You are at step"));

  player = open_case (self);
  g_assert_cmpuint (al_case_run_get_step (al_case_player_get_run (player)), ==, step);
  g_assert_true (entry_of (player)->guesses[0].given);
}

static void
test_back_and_restart (Fixture *self, gconstpointer data)
{
  AlCasePlayer *player = open_case (self);
  AlCaseRun *run = al_case_player_get_run (player);

  play_until (player, AL_CASE_DECIDE);
  choose (player, 1);
  press_next (player);
  gtk_widget_activate_action (GTK_WIDGET (player), "case.back", NULL);
  wait_for_model (player);
  g_assert_cmpint (entry_of (player)->chosen, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (player), "case.restart", NULL);
  wait_for_model (player);
  g_assert_cmpuint (al_case_run_get_step (run), ==, 1);
  g_assert_cmpuint (al_case_run_get_n_entries (run), ==, 1);
}

/* Enter goes on, without a look for where the keyboard is. */
static void
test_focus (Fixture *self, gconstpointer data)
{
  AlCasePlayer *player = open_case (self);
  GtkWidget *next = al_tree_find_action (GTK_WIDGET (player), "case.next");

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == next);
  play_until (player, AL_CASE_PREDICT);
  for (guint i = 0; i < node_of (player)->n_predictions; i++) {
    GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
    GtkWidget *row = al_tree_find (GTK_WIDGET (player), AL_TYPE_CASE_PREDICT_ROW, i);

    g_assert_true (gtk_widget_is_ancestor (focus, row));
    gtk_widget_activate_action (GTK_WIDGET (player), "case.digit", "u", 2);
  }
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == next);
}

/* Whatever is pressed, and however soon after the last key, the case goes on. */
static void
test_any_keys (Fixture *self, gconstpointer data)
{
  AlCasePlayer *player = open_case (self);
  GtkWidget *widget = GTK_WIDGET (player);

  for (guint i = 0; i < N_KEYS; i++) {
    switch (g_test_rand_int_range (0, 4)) {
    case 0:
      gtk_widget_activate_action (widget, "case.back", NULL);
      break;
    case 1:
      gtk_widget_activate_action (widget, "case.digit", "u", g_test_rand_int_range (1, 4));
      break;
    default:
      gtk_widget_activate_action (widget, "case.next", NULL);
    }
    for (int rest = g_test_rand_int_range (0, 50); rest > 0; rest--)
      g_main_context_iteration (NULL, FALSE);
  }
  wait_for_model (player);
}

static void
set_progress (Fixture *self, const char *path)
{
  g_autoptr (AlProgress) progress = al_progress_new (path);
  g_autoptr (GError) error = NULL;

  al_progress_load (progress, &error);
  g_assert_no_error (error);
  al_cases_page_set_progress (self->page, progress);
}

/* A page as after a new start of the program. */
static void
start_again (Fixture *self, const char *path)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_pointer (&self->evidence_key, g_free);
  g_assert_finalize_object (self->catalogue);
  set_up (self, NULL);
  set_progress (self, path);
}

/* A case goes on where it was left, with all that was said and all that the model did. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "progress.log", NULL);
  g_autofree char *where = NULL;
  AlCasePlayer *player;
  guint step;

  set_progress (self, path);
  player = open_case (self);
  play_until (player, AL_CASE_PREDICT);
  predict (player, FALSE, TRUE);
  press_next (player);
  play_until (player, AL_CASE_DECIDE);
  choose (player, 0);
  step = al_case_run_get_step (al_case_player_get_run (player));

  start_again (self, path);
  where = g_strdup_printf ("You are at step %u of", step);
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), where));
  player = open_case (self);
  g_assert_cmpuint (al_case_run_get_step (al_case_player_get_run (player)), ==, step);
  g_assert_cmpint (entry_of (player)->chosen, ==, 0);
  wait_for_model (player);
  for (guint i = 0; i < step; i++) {
    const AlCaseEntry *entry = al_case_run_get_entry (al_case_player_get_run (player), i);
    const AlCaseChange *change = al_case_entry_get_change (entry);

    g_assert_true (entry->has_outcome == (change != NULL && change->n_commands > 0));
  }
  play_until (player, AL_CASE_DEBRIEF);
  g_assert_true (al_tree_says (GTK_WIDGET (player), "You were sure"));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_evidence_link (Fixture *self, gconstpointer data)
{
  AlCasePlayer *player = open_case (self);
  const AlCaseNode *node;
  guint n_cards;

  play_until (player, AL_CASE_EVIDENCE);
  node = node_of (player);
  n_cards = al_tree_count (GTK_WIDGET (player), AL_TYPE_CLAIM_CARD) +
            al_tree_count (GTK_WIDGET (player), AL_TYPE_STUDY_CARD);
  g_assert_cmpuint (n_cards, ==, node->n_evidence);

  al_tree_click (al_tree_find_action (GTK_WIDGET (player), "win.show-evidence"));
  g_assert_nonnull (self->evidence_key);
  g_assert_true (g_str_has_suffix (self->evidence_key, node->evidence[0].id));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);

  add ("/cases/list", test_list);
  add ("/cases/whole-case", test_whole_case);
  add ("/cases/reveal", test_reveal);
  add ("/cases/sure-and-wrong", test_sure_and_wrong);
  add ("/cases/decide-again", test_decide_again);
  add ("/cases/any-keys", test_any_keys);
  add ("/cases/kept", test_kept);
  add ("/cases/leave-and-return", test_leave_and_return);
  add ("/cases/back-and-restart", test_back_and_restart);
  add ("/cases/focus", test_focus);
  add ("/cases/evidence-link", test_evidence_link);

  return g_test_run ();
}
