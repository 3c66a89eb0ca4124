/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-trace.h"

/* The value at a time is the time itself, so that a sample tells whether it is the right one. */
static void
push (AlTrace *trace, gint64 time_us)
{
  AlSample sample = {.time_us = time_us};

  sample.value[AL_SIGNAL_LV_PRESSURE] = (double) time_us;
  al_trace_push (trace, &sample);
}

static void
assert_sample (const AlTrace *trace, guint index, gint64 time_us)
{
  g_assert_cmpint (al_trace_get_time_us (trace, index), ==, time_us);
  g_assert_cmpfloat (al_trace_get_value (trace, index, AL_SIGNAL_LV_PRESSURE), ==,
                     (double) time_us);
}

static void
test_empty (void)
{
  g_autoptr (AlTrace) trace = al_trace_new (1000, 10);

  g_assert_cmpuint (al_trace_get_n_samples (trace), ==, 0);
  g_assert_cmpuint (al_trace_find (trace, 5), ==, 0);
  g_assert_cmpint (al_trace_get_first_us (trace), ==, 0);
  g_assert_cmpint (al_trace_get_last_us (trace), ==, 0);
}

static void
test_forgets_the_oldest (void)
{
  g_autoptr (AlTrace) trace = al_trace_new (100, 10);

  for (gint64 time_us = 0; time_us <= 1000; time_us += 10)
    push (trace, time_us);
  /* Eleven samples span the hundred microseconds. */
  g_assert_cmpuint (al_trace_get_n_samples (trace), ==, 11);
  for (guint i = 0; i < 11; i++)
    assert_sample (trace, i, 900 + 10 * i);
  g_assert_cmpint (al_trace_get_first_us (trace), ==, 900);
  g_assert_cmpint (al_trace_get_last_us (trace), ==, 1000);
}

static void
test_thins (void)
{
  g_autoptr (AlTrace) trace = al_trace_new (100, 10);

  for (gint64 time_us = 3; time_us < 50; time_us++)
    push (trace, time_us);
  g_assert_cmpuint (al_trace_get_n_samples (trace), ==, 5);
  assert_sample (trace, 0, 3);
  /* The grid does not depend on where the trace began. */
  assert_sample (trace, 1, 10);
  assert_sample (trace, 4, 40);
}

static void
test_finds (void)
{
  g_autoptr (AlTrace) trace = al_trace_new (100, 10);

  for (gint64 time_us = 0; time_us <= 500; time_us += 10)
    push (trace, time_us);
  g_assert_cmpuint (al_trace_find (trace, -5), ==, 0);
  g_assert_cmpuint (al_trace_find (trace, 400), ==, 0);
  g_assert_cmpuint (al_trace_find (trace, 401), ==, 1);
  g_assert_cmpuint (al_trace_find (trace, 410), ==, 1);
  g_assert_cmpuint (al_trace_find (trace, 500), ==, 10);
  g_assert_cmpuint (al_trace_find (trace, 501), ==, 11);
}

static void
test_step_back_begins_anew (void)
{
  g_autoptr (AlTrace) trace = al_trace_new (100, 10);

  push (trace, 500);
  push (trace, 510);
  push (trace, 200);
  g_assert_cmpuint (al_trace_get_n_samples (trace), ==, 1);
  assert_sample (trace, 0, 200);
  push (trace, 210);
  assert_sample (trace, 1, 210);
}

static void
test_copy_stands_alone (void)
{
  g_autoptr (AlTrace) trace = al_trace_new (100, 10);
  g_autoptr (AlTrace) copy = NULL;

  for (gint64 time_us = 0; time_us <= 300; time_us += 10)
    push (trace, time_us);
  copy = al_trace_copy (trace);
  push (trace, 310);
  al_trace_clear (trace);
  g_assert_cmpuint (al_trace_get_n_samples (trace), ==, 0);
  g_assert_cmpuint (al_trace_get_n_samples (copy), ==, 11);
  assert_sample (copy, 10, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/empty", test_empty);
  g_test_add_func ("/trace/forgets-the-oldest", test_forgets_the_oldest);
  g_test_add_func ("/trace/thins", test_thins);
  g_test_add_func ("/trace/finds", test_finds);
  g_test_add_func ("/trace/step-back-begins-anew", test_step_back_begins_anew);
  g_test_add_func ("/trace/copy-stands-alone", test_copy_stands_alone);
  return g_test_run ();
}
