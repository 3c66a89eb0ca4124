/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-comparison.h"
#include "al-session-fixture.h"

#include <math.h>
#include <string.h>

static void
count_cb (AlSessionFixture *self)
{
  self->n_signals++;
}

static AlSimulation *
dup_simulation (AlSession *session)
{
  return g_memdup2 (al_session_get_simulation (session), sizeof (AlSimulation));
}

static void
assert_same_bytes (const AlSimulation *a, const AlSimulation *b)
{
  g_assert_cmpmem (a, sizeof *a, b, sizeof *b);
}

/* Frames come at any pace; the first only starts the clock. */
static void
play_for (AlSession *session, gint64 *clock_us, gint64 duration_us, gint64 frame_us)
{
  al_session_set_playing (session, TRUE);
  al_session_tick (session, *clock_us);
  for (gint64 passed = 0; passed < duration_us; passed += frame_us) {
    *clock_us += frame_us;
    al_session_tick (session, *clock_us);
  }
}

static void
test_starts_settled (AlSessionFixture *self, gconstpointer data)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  AlIndices indices;
  guint n_points;

  g_assert_true (al_session_get_ready (self->session));
  g_assert_true (al_session_get_indices (self->session, &indices));
  g_assert_cmpfloat (indices.value[AL_INDEX_MAP], >, 55);
  g_assert_cmpfloat (indices.value[AL_INDEX_MAP], <, 75);
  /* The charts and the loop are full before the first frame. */
  g_assert_cmpint (al_trace_get_last_us (trace) - al_trace_get_first_us (trace), >=,
                   AL_SESSION_SWEEP_US - 2 * 4000);
  al_loops_get (al_session_get_loops (self->session), 1, &n_points);
  g_assert_cmpuint (n_points, >, 200);
}

static AlSupport
get_shown (AlSession *session)
{
  return al_support_of (al_session_get_shown (session));
}

/* What is set while time stands still has moved no beat that is seen. */
static void
test_frozen_beats_keep_their_name (AlSessionFixture *self, gconstpointer data)
{
  al_session_set_playing (self->session, FALSE);
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_set_support (self->session, AL_SUPPORT_BOTH);
  g_assert_cmpint (get_shown (self->session), ==, AL_SUPPORT_NONE);
  g_assert_cmpstr (al_session_get_shown_name (self->session), ==, "Baseline");
  al_session_step_beat (self->session);
  g_assert_cmpint (get_shown (self->session), ==, AL_SUPPORT_BOTH);
  /* Back in the beats before it. */
  al_session_set_cursor_us (self->session, al_session_get_time_us (self->session) - 3000000);
  g_assert_cmpint (get_shown (self->session), ==, AL_SUPPORT_NONE);
}

/* Freezing lets no time pass, whatever the frame clock says meanwhile. */
static void
test_freeze (AlSessionFixture *self, gconstpointer data)
{
  g_autofree AlSimulation *before = NULL;
  gint64 clock_us = 1000000;

  play_for (self->session, &clock_us, 500000, 16667);
  al_session_set_playing (self->session, FALSE);
  before = dup_simulation (self->session);
  al_session_tick (self->session, clock_us + 20000);
  al_session_tick (self->session, clock_us + 10 * G_USEC_PER_SEC);
  assert_same_bytes (al_session_get_simulation (self->session), before);

  /* Nor is the pause made up for afterwards. */
  al_session_set_playing (self->session, TRUE);
  al_session_tick (self->session, clock_us + 20 * G_USEC_PER_SEC);
  assert_same_bytes (al_session_get_simulation (self->session), before);
}

/* The same simulated time gives the same bytes at any speed and frame rate. */
static void
test_speed_changes_nothing (AlSessionFixture *self, gconstpointer data)
{
  g_autoptr (AlSession) slow = al_session_new ();
  g_autoptr (AlSession) at_once = al_session_new ();
  const gint64 start_us = al_session_get_time_us (self->session);
  gint64 clock_us = 5000;

  al_session_load (slow, self->scenario);
  al_session_load (at_once, self->scenario);
  /* Neither kind of frame is a whole number of steps. */
  play_for (self->session, &clock_us, 2000000, 16000);
  al_session_set_speed (slow, 0.25);
  play_for (slow, &clock_us, 8000000, 8000);
  al_session_advance (at_once, 2000000);

  g_assert_cmpint (al_session_get_time_us (self->session) - start_us, ==, 2000000);
  assert_same_bytes (al_session_get_simulation (self->session), al_session_get_simulation (slow));
  assert_same_bytes (al_session_get_simulation (self->session),
                     al_session_get_simulation (at_once));
}

static void
test_late_frame (AlSessionFixture *self, gconstpointer data)
{
  const gint64 start_us = al_session_get_time_us (self->session);
  gint64 clock_us = 1000000;

  play_for (self->session, &clock_us, 20000, 20000);
  al_session_tick (self->session, clock_us + 5 * G_USEC_PER_SEC);
  /* The heart pauses with the machine; it does not jump. */
  g_assert_cmpint (al_session_get_time_us (self->session) - start_us, <=, 120000);
}

static void
test_step_beat (AlSessionFixture *self, gconstpointer data)
{
  const gint64 n_beats = al_simulation_get_n_beats (al_session_get_simulation (self->session));

  g_signal_connect_swapped (self->session, "beat", G_CALLBACK (count_cb), self);
  al_session_step_beat (self->session);
  g_assert_cmpint (al_simulation_get_n_beats (al_session_get_simulation (self->session)), ==,
                   n_beats + 1);
  g_assert_cmpuint (self->n_signals, ==, 1);
}

/* What has been can be looked at again, and looking changes nothing. */
static void
test_looking_back (AlSessionFixture *self, gconstpointer data)
{
  g_autofree AlSimulation *before = dup_simulation (self->session);
  const gint64 now_us = al_session_get_time_us (self->session);
  AlSample past, present;

  al_session_set_playing (self->session, TRUE);
  g_assert_true (al_session_get_sample (self->session, &present));
  g_signal_connect_swapped (self->session, "cursor-moved", G_CALLBACK (count_cb), self);
  al_session_set_cursor_us (self->session, now_us - 2 * G_USEC_PER_SEC);
  g_assert_false (al_session_get_playing (self->session));
  g_assert_true (al_session_get_reviewing (self->session));
  g_assert_true (al_session_get_sample (self->session, &past));
  g_assert_cmpint (ABS (past.time_us - (now_us - 2 * G_USEC_PER_SEC)), <=, 4000);
  g_assert_cmpint (past.time_us, <, present.time_us);
  al_session_set_cursor_us (self->session, -G_USEC_PER_SEC);
  g_assert_cmpint (al_session_get_cursor_us (self->session), ==,
                   al_trace_get_first_us (al_session_get_trace (self->session)));
  assert_same_bytes (al_session_get_simulation (self->session), before);
  al_session_set_playing (self->session, TRUE);
  g_assert_false (al_session_get_reviewing (self->session));
  g_assert_cmpint (al_session_get_cursor_us (self->session), ==, now_us);
  g_assert_cmpuint (self->n_signals, ==, 3);
}

/* Steps go back through what has been, forward again, and then further than before. */
static void
test_step (AlSessionFixture *self, gconstpointer data)
{
  const gint64 start_us = al_session_get_time_us (self->session);

  al_session_step (self->session, -10000);
  al_session_step (self->session, -10000);
  g_assert_cmpint (al_session_get_cursor_us (self->session), ==, start_us - 20000);
  g_assert_cmpint (al_session_get_time_us (self->session), ==, start_us);
  al_session_step (self->session, 10000);
  al_session_step (self->session, 10000);
  g_assert_false (al_session_get_reviewing (self->session));
  al_session_step (self->session, 10000);
  g_assert_cmpint (al_session_get_time_us (self->session), ==, start_us + 10000);
}

static void
test_undo_redo (AlSessionFixture *self, gconstpointer data)
{
  const double ees = al_session_get (self->session, AL_PARAMETER_LV_EES);
  const double rate = al_session_get (self->session, AL_PARAMETER_RHYTHM_RATE);

  g_assert_false (al_session_get_can_undo (self->session));
  /* A drag is many changes and one step. */
  al_session_set (self->session, AL_PARAMETER_LV_EES, ees + 0.1);
  al_session_set (self->session, AL_PARAMETER_LV_EES, ees + 0.2);
  al_session_set (self->session, AL_PARAMETER_RHYTHM_RATE, rate - 10);
  al_session_undo (self->session);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_RHYTHM_RATE), ==, rate);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_LV_EES), ==, ees + 0.2);
  al_session_undo (self->session);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_LV_EES), ==, ees);
  g_assert_false (al_session_get_can_undo (self->session));
  al_session_redo (self->session);
  al_session_redo (self->session);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_RHYTHM_RATE), ==, rate - 10);
  g_assert_false (al_session_get_can_redo (self->session));
  /* A new change leaves the undone path. */
  al_session_undo (self->session);
  al_session_set (self->session, AL_PARAMETER_IABP_VOLUME, 30);
  g_assert_false (al_session_get_can_redo (self->session));
}

/* Undo changes settings and lets time go on. */
static void
test_undo_keeps_time (AlSessionFixture *self, gconstpointer data)
{
  gint64 time_us;

  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 3 * G_USEC_PER_SEC);
  time_us = al_session_get_time_us (self->session);
  al_session_undo (self->session);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
  g_assert_cmpint (al_session_get_time_us (self->session), ==, time_us);
}

static void
test_same_value_is_no_step (AlSessionFixture *self, gconstpointer data)
{
  al_session_set (self->session, AL_PARAMETER_LV_EES,
                  al_session_get (self->session, AL_PARAMETER_LV_EES));
  al_session_set_support (self->session, AL_SUPPORT_NONE);
  g_assert_false (al_session_get_can_undo (self->session));
}

static void
test_value_is_brought_into_range (AlSessionFixture *self, gconstpointer data)
{
  const AlParameterInfo *info = al_parameter_get_info (AL_PARAMETER_ECMO_FLOW);

  al_session_set (self->session, AL_PARAMETER_ECMO_FLOW, 99);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_ECMO_FLOW), ==, info->maximum);
}

static void
test_device_keeps_the_state_before (AlSessionFixture *self, gconstpointer data)
{
  const AlGhost *ghost;
  AlIndices before;
  AlIndices reference;

  g_signal_connect_swapped (self->session, "ghosts-changed", G_CALLBACK (count_cb), self);
  g_assert_true (al_session_get_indices (self->session, &before));
  al_session_set (self->session, AL_PARAMETER_ECMO_ON, 1);
  g_assert_cmpuint (self->n_signals, ==, 1);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 1);
  ghost = al_session_get_ghost (self->session, 0);
  g_assert_cmpstr (ghost->name, ==, "Baseline");
  g_assert_cmpint (ghost->support, ==, AL_SUPPORT_NONE);
  g_assert_cmpuint (ghost->n_points, >, 200);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline");

  /* The reference stands still while the heart answers. */
  al_session_advance (self->session, 30 * G_USEC_PER_SEC);
  g_assert_true (al_session_get_reference (self->session, &reference));
  g_assert_cmpfloat_with_epsilon (reference.value[AL_INDEX_LV_EDP], before.value[AL_INDEX_LV_EDP],
                                  1);
  g_assert_true (al_session_get_indices (self->session, &before));
  g_assert_cmpfloat (before.value[AL_INDEX_LV_EDP], >, reference.value[AL_INDEX_LV_EDP] + 1);
  g_assert_cmpfloat (before.value[AL_INDEX_AO_PULSE], <, reference.value[AL_INDEX_AO_PULSE] - 2);
}

/* Going to and fro keeps one ghost a state, and not the ghost of a state that was only passed. */
static void
test_one_ghost_a_state (AlSessionFixture *self, gconstpointer data)
{
  double edv;

  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 20 * G_USEC_PER_SEC);
  al_session_set_support (self->session, AL_SUPPORT_BOTH);
  al_session_advance (self->session, 20 * G_USEC_PER_SEC);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 2);
  edv = al_session_get_ghost (self->session, 0)->indices.value[AL_INDEX_LV_EDV];

  al_session_set_support (self->session, AL_SUPPORT_NONE);
  al_session_advance (self->session, 2 * G_USEC_PER_SEC);
  al_session_set_support (self->session, AL_SUPPORT_IABP);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 3);
  g_assert_cmpfloat (al_session_get_ghost (self->session, 0)->indices.value[AL_INDEX_LV_EDV], ==,
                     edv);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline");
}

/*
 * ECMO for six seconds, then the balloon as well: filling pressures are still on their way up, and
 * must not look as if the balloon raised them.
 */
static void
test_reference_is_where_a_state_settles (AlSessionFixture *self, gconstpointer data)
{
  AlIndices reference, now;

  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 6 * G_USEC_PER_SEC);
  al_session_set_support (self->session, AL_SUPPORT_BOTH);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "VA-ECMO");
  /* What it settles on comes a little later, and nothing waits for it. */
  g_signal_connect_swapped (self->session, "ghosts-changed", G_CALLBACK (count_cb), self);
  while (self->n_signals == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 2);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "VA-ECMO");
  al_session_advance (self->session, 60 * G_USEC_PER_SEC);
  g_assert_true (al_session_get_reference (self->session, &reference));
  g_assert_true (al_session_get_indices (self->session, &now));
  g_assert_cmpfloat (now.value[AL_INDEX_LV_EDP], <, reference.value[AL_INDEX_LV_EDP] - 1);
  g_assert_cmpfloat (now.value[AL_INDEX_PCWP], <, reference.value[AL_INDEX_PCWP] - 1);
}

/* A changed heart is told from the one before, and taking a step back leaves no ghost. */
static void
test_changed_heart_has_its_own_name (AlSessionFixture *self, gconstpointer data)
{
  al_session_set (self->session, AL_PARAMETER_LV_EES, 1.0);
  al_session_set (self->session, AL_PARAMETER_LV_EES, 1.4);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 1);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline, before");
  al_session_advance (self->session, 10 * G_USEC_PER_SEC);
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 2);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline");
  al_session_advance (self->session, 10 * G_USEC_PER_SEC);
  al_session_undo (self->session);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 2);
}

/* What was switched through on the way to something else is not what one compares with. */
static void
test_passed_state_leaves_no_ghost (AlSessionFixture *self, gconstpointer data)
{
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, G_USEC_PER_SEC);
  al_session_set_support (self->session, AL_SUPPORT_BOTH);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 1);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline");
}

static void
test_kept_loops (AlSessionFixture *self, gconstpointer data)
{
  al_session_keep_ghost (self->session, NULL);
  al_session_keep_ghost (self->session, "Mine");
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 2);
  g_assert_cmpstr (al_session_get_ghost (self->session, 0)->name, ==, "A: Baseline");
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Mine");
  for (int i = 0; i < 10; i++)
    al_session_keep_ghost (self->session, NULL);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, AL_COMPARISON_MOST);
  al_session_clear_ghosts (self->session);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 0);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline");
}

static void
test_kept_loops_in_hand (AlSessionFixture *self, gconstpointer data)
{
  AlIndices reference;

  al_session_keep_ghost (self->session, "One");
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 20 * G_USEC_PER_SEC);
  al_session_keep_ghost (self->session, "Two");
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 3);
  g_assert_true (al_session_is_reference (self->session, 2));
  al_session_refer_to_ghost (self->session, 0);
  al_session_rename_ghost (self->session, 0, "Uno");
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Uno");
  g_assert_true (al_session_get_reference (self->session, &reference));
  g_assert_cmpfloat (reference.value[AL_INDEX_LV_EDP], ==,
                     al_session_get_ghost (self->session, 0)->indices.value[AL_INDEX_LV_EDP]);
  /* The reference does not make room for others. */
  al_session_refer_to_ghost (self->session, 0);
  al_session_keep_ghost (self->session, "Three");
  al_session_refer_to_ghost (self->session, 0);
  al_session_keep_ghost (self->session, "Four");
  g_assert_cmpstr (al_session_get_ghost (self->session, 0)->name, ==, "Uno");
  al_session_refer_to_ghost (self->session, 0);
  al_session_remove_ghost (self->session, 0);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 3);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Four");
}

/* A loop that was removed while its state was still settling does not come back. */
static void
test_removed_ghost_stays_away (AlSessionFixture *self, gconstpointer data)
{
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 6 * G_USEC_PER_SEC);
  al_session_set_support (self->session, AL_SUPPORT_BOTH);
  al_session_remove_ghost (self->session, 1);
  for (int i = 0; i < 50; i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (10000);
  }
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 1);
}

static void
test_branch (AlSessionFixture *self, gconstpointer data)
{
  g_autoptr (AlSession) branch = al_session_branch (self->session);

  assert_same_bytes (al_session_get_simulation (branch), al_session_get_simulation (self->session));
  al_session_advance (branch, 3 * G_USEC_PER_SEC);
  al_session_advance (self->session, 3 * G_USEC_PER_SEC);
  assert_same_bytes (al_session_get_simulation (branch), al_session_get_simulation (self->session));
  al_session_set_support (branch, AL_SUPPORT_ECMO);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
  g_assert_false (al_session_get_can_undo (self->session));
}

static void
wait_for_work (AlSession *session)
{
  while (al_session_get_work (session) != AL_SESSION_IDLE)
    g_main_context_iteration (NULL, TRUE);
}

/* A leap is what living through it would have been, and undo takes it back to the byte. */
static void
test_leap (AlSessionFixture *self, gconstpointer data)
{
  g_autoptr (AlSession) lived = al_session_branch (self->session);
  g_autofree AlSimulation *before = dup_simulation (self->session);
  g_autofree AlSimulation *after = NULL;
  const gint64 duration_us = 130 * G_USEC_PER_SEC;

  al_session_set_playing (self->session, TRUE);
  al_session_leap (self->session, duration_us);
  g_assert_false (al_session_get_playing (self->session));
  assert_same_bytes (al_session_get_simulation (self->session), before);
  wait_for_work (self->session);
  after = dup_simulation (self->session);
  al_session_advance (lived, duration_us);
  assert_same_bytes (after, al_session_get_simulation (lived));
  g_assert_cmpuint (al_session_get_trends (self->session)->points->len, ==,
                    al_session_get_trends (lived)->points->len);

  al_session_undo (self->session);
  assert_same_bytes (al_session_get_simulation (self->session), before);
  g_assert_cmpuint (al_session_get_trends (self->session)->points->len, ==, 1);
  al_session_redo (self->session);
  assert_same_bytes (al_session_get_simulation (self->session), after);
}

static void
test_leap_is_given_up (AlSessionFixture *self, gconstpointer data)
{
  g_autofree AlSimulation *before = dup_simulation (self->session);

  al_session_leap (self->session, (gint64) 6 * 3600 * G_USEC_PER_SEC);
  for (int i = 0; i < 20; i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (10000);
  }
  al_session_cancel_work (self->session);
  for (int i = 0; i < 20; i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (10000);
  }
  assert_same_bytes (al_session_get_simulation (self->session), before);
  g_assert_false (al_session_get_can_undo (self->session));
  /* So does any change. */
  al_session_leap (self->session, (gint64) 6 * 3600 * G_USEC_PER_SEC);
  al_session_set_support (self->session, AL_SUPPORT_IABP);
  g_assert_cmpint (al_session_get_work (self->session), ==, AL_SESSION_IDLE);
}

/* Commands of the scenario act in a leap; what undo returns to has them still to come. */
static void
test_leap_over_commands (AlSessionFixture *self, gconstpointer data)
{
  g_autofree AlSimulation *settled = dup_simulation (self->session);

  al_scenario_at (self->scenario, 20 * G_USEC_PER_SEC, AL_PARAMETER_ECMO_ON, 1);
  al_session_load_settled (self->session, settled, self->scenario);
  al_session_leap (self->session, 60 * G_USEC_PER_SEC);
  wait_for_work (self->session);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_ECMO);
  g_assert_cmpuint (al_session_get_trends (self->session)->marks->len, ==, 1);
  al_session_undo (self->session);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
  al_session_advance (self->session, 21 * G_USEC_PER_SEC);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_ECMO);
}

static void
test_reset_is_the_beginning (AlSessionFixture *self, gconstpointer data)
{
  g_autofree AlSimulation *beginning = dup_simulation (self->session);

  al_session_set_support (self->session, AL_SUPPORT_BOTH);
  al_session_advance (self->session, 5 * G_USEC_PER_SEC);
  al_session_reset (self->session);
  assert_same_bytes (al_session_get_simulation (self->session), beginning);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 0);
  /* What reset took away can be had back. */
  al_session_undo (self->session);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_BOTH);
}

/* Commands act at their time, also in the middle of a long advance. */
static void
test_timed_commands (AlSessionFixture *self, gconstpointer data)
{
  g_autoptr (AlSession) in_parts = al_session_new ();
  g_autofree AlSimulation *settled = g_new0 (AlSimulation, 1);

  al_scenario_at (self->scenario, 2 * G_USEC_PER_SEC, AL_PARAMETER_ECMO_ON, 1);
  al_scenario_at (self->scenario, 5500000, AL_PARAMETER_IABP_ON, 1);
  *settled = *al_session_get_simulation (self->session);
  al_session_load_settled (self->session, settled, self->scenario);
  al_session_load_settled (in_parts, settled, self->scenario);

  al_session_advance (self->session, 1997500);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_NONE);
  al_session_advance (self->session, 5000);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 3997500);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_BOTH);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 2);

  for (int i = 0; i < 60; i++)
    al_session_advance (in_parts, 100000);
  assert_same_bytes (al_session_get_simulation (self->session),
                     al_session_get_simulation (in_parts));
}

/* A state that was not settled at build time is settled in the background. */
static void
test_settles_what_is_new (AlSessionFixture *self, gconstpointer data)
{
  g_autoptr (AlScenario) given_up = al_scenario_copy (self->scenario);
  g_autoptr (AlScenario) other = al_scenario_copy (self->scenario);

  al_scenario_set (given_up, AL_PARAMETER_RHYTHM_RATE, 71);
  al_scenario_set_settle_s (given_up, 500);
  al_scenario_set (other, AL_PARAMETER_RHYTHM_RATE, 81);
  al_scenario_set_settle_s (other, 5);
  al_session_load (self->session, given_up);
  g_assert_false (al_session_get_ready (self->session));
  al_session_set (self->session, AL_PARAMETER_LV_EES, 2);
  al_session_advance (self->session, 1000);
  g_assert_false (al_session_get_can_undo (self->session));

  al_session_load (self->session, other);
  while (!al_session_get_ready (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_RHYTHM_RATE), ==, 81);
  /* What was given up lets go of the session in its own time. */
  while (G_OBJECT (self->session)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_axes_hold_every_state (AlSessionFixture *self, gconstpointer data)
{
  const AlSignal shown[] = {AL_SIGNAL_LV_VOLUME, AL_SIGNAL_LV_PRESSURE, AL_SIGNAL_AO_PRESSURE,
                            AL_SIGNAL_PA_PRESSURE};
  const AlSurvey *survey = al_session_get_survey (self->session);

  for (int support = 0; support < 4; support++) {
    al_session_set_support (self->session, (AlSupport) support);
    al_session_advance (self->session, 20 * G_USEC_PER_SEC);
    for (guint i = 0; i < G_N_ELEMENTS (shown); i++) {
      const AlTrace *trace = al_session_get_trace (self->session);
      const AlRange range = al_survey_get_range (survey, &shown[i], 1);

      for (guint k = 0; k < al_trace_get_n_samples (trace); k++) {
        g_assert_cmpfloat (al_trace_get_value (trace, k, shown[i]), >=, range.low);
        g_assert_cmpfloat (al_trace_get_value (trace, k, shown[i]), <=, range.high);
      }
    }
  }
}

/* A third pump has its own name on the curve, and none of the four buttons stands for it. */
static void
test_micro_axial_pump (AlSessionFixture *self, gconstpointer data)
{
  al_session_set (self->session, AL_PARAMETER_MAFP_ON, 1);
  g_assert_cmpint (al_session_get_support (self->session), ==, AL_SUPPORT_MICRO_AXIAL);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline");
  g_assert_cmpstr (al_support_get_name (AL_SUPPORT_MICRO_AXIAL), ==, "Micro-axial pump");
  g_assert_cmpstr (al_support_get_name (AL_SUPPORT_BOTH | AL_SUPPORT_MICRO_AXIAL), ==,
                   "All three pumps");
  /* Who asks for one device alone gets it alone. */
  al_session_set_support (self->session, AL_SUPPORT_IABP);
  g_assert_cmpfloat (al_session_get (self->session, AL_PARAMETER_MAFP_ON), ==, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/session/" path, AlSessionFixture, NULL, al_session_fixture_set_up, func,           \
              al_session_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("starts-settled", test_starts_settled);
  ADD ("freeze", test_freeze);
  ADD ("speed-changes-nothing", test_speed_changes_nothing);
  ADD ("late-frame", test_late_frame);
  ADD ("step-beat", test_step_beat);
  ADD ("looking-back", test_looking_back);
  ADD ("step", test_step);
  ADD ("undo-redo", test_undo_redo);
  ADD ("undo-keeps-time", test_undo_keeps_time);
  ADD ("same-value-is-no-step", test_same_value_is_no_step);
  ADD ("value-is-brought-into-range", test_value_is_brought_into_range);
  ADD ("device-keeps-the-state-before", test_device_keeps_the_state_before);
  ADD ("one-ghost-a-state", test_one_ghost_a_state);
  ADD ("reference-is-where-a-state-settles", test_reference_is_where_a_state_settles);
  ADD ("changed-heart-has-its-own-name", test_changed_heart_has_its_own_name);
  ADD ("passed-state-leaves-no-ghost", test_passed_state_leaves_no_ghost);
  ADD ("kept-loops", test_kept_loops);
  ADD ("kept-loops-in-hand", test_kept_loops_in_hand);
  ADD ("removed-ghost-stays-away", test_removed_ghost_stays_away);
  ADD ("branch", test_branch);
  ADD ("leap", test_leap);
  ADD ("leap-is-given-up", test_leap_is_given_up);
  ADD ("leap-over-commands", test_leap_over_commands);
  ADD ("frozen-beats-keep-their-name", test_frozen_beats_keep_their_name);
  ADD ("reset-is-the-beginning", test_reset_is_the_beginning);
  ADD ("timed-commands", test_timed_commands);
  ADD ("settles-what-is-new", test_settles_what_is_new);
  ADD ("micro-axial-pump", test_micro_axial_pump);
  ADD ("axes-hold-every-state", test_axes_hold_every_state);
  return g_test_run ();
}
