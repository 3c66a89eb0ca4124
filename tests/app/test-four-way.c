/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-session-fixture.h"

#include <math.h>

static void
wait_for_work (AlSession *session)
{
  while (al_session_get_work (session) != AL_SESSION_IDLE)
    g_main_context_iteration (NULL, TRUE);
}

static double
get (AlSession *session, guint position, AlIndex index)
{
  return al_session_get_ghost (session, position)->indices.value[index];
}

/* Each state is as if the patient had lived there. */
static void
test_four_states (AlSessionFixture *self, gconstpointer data)
{
  g_autofree AlSimulation *before =
      g_memdup2 (al_session_get_simulation (self->session), sizeof (AlSimulation));

  al_session_set_four_way (self->session, TRUE);
  g_assert_true (al_session_get_four_way (self->session));
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 0);
  wait_for_work (self->session);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 4);
  for (guint i = 0; i < 4; i++) {
    g_assert_cmpint (al_session_get_ghost (self->session, i)->support, ==, i);
    g_assert_true (al_session_get_ghost (self->session, i)->automatic);
    g_assert_cmpstr (al_session_get_ghost (self->session, i)->name, ==,
                     al_support_get_name ((AlSupport) i));
  }
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline");
  /* ECMO loads the ventricle and the balloon takes some of it away. */
  g_assert_cmpfloat (get (self->session, 2, AL_INDEX_LV_EDP), >,
                     get (self->session, 0, AL_INDEX_LV_EDP) + 1);
  g_assert_cmpfloat (get (self->session, 3, AL_INDEX_LV_EDP), <,
                     get (self->session, 2, AL_INDEX_LV_EDP) - 1);
  g_assert_cmpmem (before, sizeof *before, al_session_get_simulation (self->session),
                   sizeof *before);
}

static void
test_same_as_lived_through (AlSessionFixture *self, gconstpointer data)
{
  AlIndices lived;

  al_session_set_four_way (self->session, TRUE);
  wait_for_work (self->session);
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 120 * G_USEC_PER_SEC);
  g_assert_true (al_session_get_indices (self->session, &lived));
  g_assert_cmpfloat_with_epsilon (get (self->session, 2, AL_INDEX_MAP), lived.value[AL_INDEX_MAP],
                                  0.5);
  g_assert_cmpfloat_with_epsilon (get (self->session, 2, AL_INDEX_LV_EDP),
                                  lived.value[AL_INDEX_LV_EDP], 0.5);
  /* The four stay as they are; changes are counted from where one came from. */
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 4);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline");
}

static guint
count_shown (AlSession *session)
{
  guint n = 0;

  for (guint i = 0; i < al_session_get_n_ghosts (session); i++)
    n += al_session_shows (session, al_session_get_ghost (session, i));
  return n;
}

/* A heart on its way to one of the four takes the place of none of them. */
static void
test_on_the_way (AlSessionFixture *self, gconstpointer data)
{
  al_session_set_four_way (self->session, TRUE);
  wait_for_work (self->session);
  g_assert_cmpuint (count_shown (self->session), ==, 1);
  g_assert_cmpstr (al_session_get_shown_name (self->session), ==, "Baseline");
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (count_shown (self->session), ==, 0);
  g_assert_cmpstr (al_session_get_shown_name (self->session), ==, "Now");
  al_session_advance (self->session, 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (count_shown (self->session), ==, 1);
  g_assert_cmpstr (al_session_get_shown_name (self->session), ==, "VA-ECMO");
}

/* At first ECMO meets the heart as it was filled before; the blood moves later. */
static void
test_first_beats (AlSessionFixture *self, gconstpointer data)
{
  double late_edv, late_flow, base_edv;
  AlIndices reference;

  al_session_set_four_way (self->session, TRUE);
  wait_for_work (self->session);
  base_edv = get (self->session, 0, AL_INDEX_LV_EDV);
  late_edv = get (self->session, 2, AL_INDEX_LV_EDV);
  late_flow = get (self->session, 2, AL_INDEX_ECMO_FLOW);
  al_session_set_first_beats (self->session, TRUE);
  g_test_message ("EDV: baseline %.1f, ECMO at first %.1f, late %.1f mL; flow %.2f, %.2f L/min",
                  base_edv, get (self->session, 2, AL_INDEX_LV_EDV), late_edv,
                  get (self->session, 2, AL_INDEX_ECMO_FLOW), late_flow);
  g_assert_cmpfloat (fabs (get (self->session, 2, AL_INDEX_LV_EDV) - base_edv), <,
                     fabs (late_edv - base_edv));
  g_assert_cmpfloat (get (self->session, 2, AL_INDEX_ECMO_FLOW), >=, 0.9 * late_flow - 0.01);
  /* The balloon pumps fully, and the pulse before it has gone. */
  g_assert_cmpfloat (get (self->session, 1, AL_INDEX_AO_AUGMENTED), >,
                     get (self->session, 0, AL_INDEX_AO_SYSTOLIC) - 10);
  g_assert_cmpuint (al_session_get_ghost (self->session, 1)->n_points, >, 200);
  g_assert_true (al_session_get_reference (self->session, &reference));
  g_assert_cmpfloat (reference.value[AL_INDEX_LV_EDV], ==, get (self->session, 0, AL_INDEX_LV_EDV));
  al_session_set_first_beats (self->session, FALSE);
  g_assert_cmpfloat (get (self->session, 2, AL_INDEX_LV_EDV), ==, late_edv);
}

/* One range holds all four, early and late. */
static void
test_axes (AlSessionFixture *self, gconstpointer data)
{
  const AlSignal volume = AL_SIGNAL_LV_VOLUME;
  AlRange range;

  al_session_set_four_way (self->session, TRUE);
  wait_for_work (self->session);
  range = al_survey_get_range (al_session_get_survey (self->session), &volume, 1);
  for (guint i = 0; i < 8; i++) {
    const AlGhost *ghost;

    al_session_set_first_beats (self->session, i >= 4);
    ghost = al_session_get_ghost (self->session, i % 4);
    for (guint k = 0; k < ghost->n_points; k++) {
      g_assert_cmpfloat (ghost->volume_ml[k], >=, range.low);
      g_assert_cmpfloat (ghost->volume_ml[k], <=, range.high);
    }
  }
}

static void
test_leaving (AlSessionFixture *self, gconstpointer data)
{
  al_session_keep_ghost (self->session, "Mine");
  al_session_set_four_way (self->session, TRUE);
  wait_for_work (self->session);
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 4);
  al_session_set_four_way (self->session, FALSE);
  g_assert_false (al_session_get_four_way (self->session));
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 1);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Mine");
  /* Given up on the way, it leaves everything as it was. */
  al_session_set_four_way (self->session, TRUE);
  al_session_set_four_way (self->session, FALSE);
  g_assert_cmpint (al_session_get_work (self->session), ==, AL_SESSION_IDLE);
  for (int i = 0; i < 100; i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (10000);
  }
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 1);
  /* Who keeps a loop adds it to his own. */
  al_session_set_four_way (self->session, TRUE);
  wait_for_work (self->session);
  al_session_keep_ghost (self->session, "Another");
  g_assert_false (al_session_get_four_way (self->session));
  g_assert_cmpuint (al_session_get_n_ghosts (self->session), ==, 2);
}

/* What has just been switched lends its name to nothing: the beats are still those of before. */
static void
test_leaving_on_the_way (AlSessionFixture *self, gconstpointer data)
{
  AlIndices before, reference;

  al_session_set_four_way (self->session, TRUE);
  wait_for_work (self->session);
  g_assert_true (al_session_get_reference (self->session, &before));
  al_session_set_support (self->session, AL_SUPPORT_BOTH);
  al_session_advance (self->session, G_USEC_PER_SEC);
  al_session_set_four_way (self->session, FALSE);
  g_assert_cmpstr (al_session_get_reference_name (self->session), ==, "Baseline");
  g_assert_true (al_session_get_reference (self->session, &reference));
  g_assert_cmpmem (&reference, sizeof reference, &before, sizeof before);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* The main loop goes on meanwhile. */
static void
test_progress (AlSessionFixture *self, gconstpointer data)
{
  guint n_reports = 0;

  g_signal_connect_swapped (self->session, "notify::work-progress", G_CALLBACK (count_cb),
                            &n_reports);
  al_session_set_four_way (self->session, TRUE);
  g_assert_cmpint (al_session_get_work (self->session), ==, AL_SESSION_COMPARING);
  wait_for_work (self->session);
  g_assert_cmpuint (n_reports, >=, 1);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/four-way/" path, AlSessionFixture, NULL, al_session_fixture_set_up, func,          \
              al_session_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("four-states", test_four_states);
  ADD ("same-as-lived-through", test_same_as_lived_through);
  ADD ("on-the-way", test_on_the_way);
  ADD ("first-beats", test_first_beats);
  ADD ("axes", test_axes);
  ADD ("leaving", test_leaving);
  ADD ("leaving-on-the-way", test_leaving_on_the_way);
  ADD ("progress", test_progress);
  return g_test_run ();
}
