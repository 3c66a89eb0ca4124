/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-session-fixture.h"

#include <string.h>

static const AlTrendPoint *
get_point (AlSession *session, guint position)
{
  return &g_array_index (al_session_get_trends (session)->points, AlTrendPoint, position);
}

static const AlTrendMark *
get_mark (AlSession *session, guint position)
{
  return &g_array_index (al_session_get_trends (session)->marks, AlTrendMark, position);
}

/* However the frames fall, there is one record every ten seconds. */
static void
test_every_ten_seconds (AlSessionFixture *self, gconstpointer data)
{
  const gint64 origin_us = al_session_get_time_us (self->session);

  al_session_advance (self->session, 35 * G_USEC_PER_SEC);
  for (int i = 0; i < 2000; i++)
    al_session_advance (self->session, 7500);
  g_assert_cmpuint (al_session_get_trends (self->session)->points->len, ==, 6);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (get_point (self->session, i)->time_us - origin_us, ==,
                     (gint64) i * 10 * G_USEC_PER_SEC);
  g_assert_cmpfloat (get_point (self->session, 5)->value[2], >, 50);
  g_assert_cmpfloat (get_point (self->session, 5)->value[2], <, 80);
}

static void
test_marks (AlSessionFixture *self, gconstpointer data)
{
  al_session_set_support (self->session, AL_SUPPORT_ECMO);
  al_session_advance (self->session, 60 * G_USEC_PER_SEC);
  for (int i = 0; i < 10; i++)
    al_session_set (self->session, AL_PARAMETER_ECMO_FLOW, 2 + 0.1 * i);
  g_assert_cmpuint (al_session_get_trends (self->session)->marks->len, ==, 2);
  g_assert_cmpstr (get_mark (self->session, 0)->text, ==, "VA-ECMO");
  g_assert_true (g_str_has_prefix (get_mark (self->session, 1)->text, "Flow 2.9"));
  g_assert_cmpint (get_mark (self->session, 1)->time_us - get_mark (self->session, 0)->time_us, ==,
                   60 * G_USEC_PER_SEC);
}

/* Any time fits into the same memory, evenly spaced. */
static void
test_thins_out (AlSessionFixture *self, gconstpointer data)
{
  AlSimulation simulation = *al_session_get_simulation (self->session);
  AlTrends trends;
  gint64 spacing_us;

  al_trends_init (&trends);
  al_trends_start (&trends, &simulation);
  for (int i = 0; i < 17280; i++) {
    simulation.circulation.time_us += 10 * G_USEC_PER_SEC;
    al_trends_follow (&trends, &simulation);
  }
  g_assert_cmpuint (trends.points->len, <=, 4321);
  g_assert_cmpuint (trends.points->len, >, 2000);
  spacing_us = trends.interval_us;
  for (guint i = 1; i < trends.points->len; i++)
    g_assert_cmpint (g_array_index (trends.points, AlTrendPoint, i).time_us -
                         g_array_index (trends.points, AlTrendPoint, i - 1).time_us,
                     ==, spacing_us);
  g_assert_cmpint (g_array_index (trends.points, AlTrendPoint, trends.points->len - 1).time_us -
                       trends.origin_us,
                   ==, (gint64) 48 * 3600 * G_USEC_PER_SEC);
  al_trends_finalize (&trends);
}

static void
test_reset (AlSessionFixture *self, gconstpointer data)
{
  al_session_set_support (self->session, AL_SUPPORT_IABP);
  al_session_advance (self->session, 60 * G_USEC_PER_SEC);
  al_session_reset (self->session);
  g_assert_cmpuint (al_session_get_trends (self->session)->points->len, ==, 1);
  g_assert_cmpuint (al_session_get_trends (self->session)->marks->len, ==, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/trends/" path, AlSessionFixture, NULL, al_session_fixture_set_up, func,            \
              al_session_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("every-ten-seconds", test_every_ten_seconds);
  ADD ("marks", test_marks);
  ADD ("thins-out", test_thins_out);
  ADD ("reset", test_reset);
  return g_test_run ();
}
