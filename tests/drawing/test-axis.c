/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-axis.h"

#include <math.h>

static void
test_maps_both_ways (void)
{
  const AlAxis up = {.range = {-10, 30}, .start = 200, .end = 40};
  const AlAxis log_axis = {.range = {0.1, 10}, .scale = AL_SCALE_LOG, .start = 0, .end = 100};

  g_assert_cmpfloat_with_epsilon (al_axis_map (&up, -10), 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (al_axis_map (&up, 30), 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (al_axis_map (&up, 10), 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (al_axis_map (&up, 50), -40, 1e-9);
  /* A ratio and its inverse lie equally far from one. */
  g_assert_cmpfloat_with_epsilon (al_axis_map (&log_axis, 1), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (50 - al_axis_map (&log_axis, 0.5),
                                  al_axis_map (&log_axis, 2) - 50, 1e-9);

  for (double value = 0.2; value < 9; value += 0.7) {
    g_assert_cmpfloat_with_epsilon (al_axis_unmap (&up, al_axis_map (&up, value)), value, 1e-9);
    g_assert_cmpfloat_with_epsilon (al_axis_unmap (&log_axis, al_axis_map (&log_axis, value)),
                                    value, 1e-9);
  }
}

static void
test_flat_axis (void)
{
  const AlAxis flat = {.range = {5, 5}, .start = 0, .end = 100};
  const AlAxis backward = {.range = {5, 4}, .start = 0, .end = 100};
  const AlAxis not_positive = {.range = {0, 5}, .scale = AL_SCALE_LOG, .end = 100};
  const AlAxis endless = {.range = {0, INFINITY}, .end = 100};
  const AlAxis no_room = {.range = {2, 3}, .start = 7, .end = 7};

  g_assert_true (al_axis_is_flat (&flat));
  g_assert_true (al_axis_is_flat (&backward));
  g_assert_true (al_axis_is_flat (&not_positive));
  g_assert_true (al_axis_is_flat (&endless));
  g_assert_false (al_axis_is_flat (&no_room));
  g_assert_cmpfloat_with_epsilon (al_axis_map (&flat, 5), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (al_axis_map (&flat, 1e6), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (al_axis_unmap (&flat, 10), 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (al_axis_unmap (&no_room, 7), 2, 1e-9);
}

static void
test_what_is_no_number (void)
{
  const AlAxis axis = {.range = {0, 1}, .end = 100};
  const AlAxis log_axis = {.range = {0.1, 10}, .scale = AL_SCALE_LOG, .end = 100};
  AlRange range = AL_RANGE_EMPTY;

  g_assert_true (isnan (al_axis_map (&axis, NAN)));
  g_assert_true (isnan (al_axis_map (&log_axis, 0)));
  g_assert_true (isnan (al_axis_map (&log_axis, -1)));

  al_range_include (&range, NAN);
  al_range_include (&range, INFINITY);
  g_assert_true (al_range_is_empty (&range));
  al_range_include (&range, 3);
  g_assert_false (al_range_is_empty (&range));
  g_assert_cmpfloat (range.low, ==, 3);
  g_assert_cmpfloat (range.high, ==, 3);
}

static AlRange
nice (double low, double high)
{
  const AlRange range = {low, high};

  return al_range_nice (&range);
}

static void
test_nice_range_holds_everything (void)
{
  const AlRange empty = AL_RANGE_EMPTY;
  AlRange range;

  for (double high = 0.013; high < 5000; high *= 1.37) {
    range = nice (0.2 * high, high);
    g_assert_cmpfloat (range.low, ==, 0);
    g_assert_cmpfloat (range.high, >=, high);
    /* No more than a third of the axis is empty. */
    g_assert_cmpfloat (range.high, <=, 1.35 * high);
  }
  range = nice (-42, 130);
  g_assert_cmpfloat_with_epsilon (range.low, -50, 1e-9);
  g_assert_cmpfloat_with_epsilon (range.high, 140, 1e-9);
  /* What is round already stays. */
  g_assert_cmpfloat_with_epsilon (nice (0, 160).high, 160, 1e-9);
  g_assert_cmpfloat_with_epsilon (nice (0, 0.3).high, 0.3, 1e-9);

  range = al_range_nice (&empty);
  g_assert_cmpfloat (range.low, <, range.high);
  range = nice (0, 0);
  g_assert_cmpfloat (range.low, <, range.high);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis/maps-both-ways", test_maps_both_ways);
  g_test_add_func ("/axis/flat", test_flat_axis);
  g_test_add_func ("/axis/what-is-no-number", test_what_is_no_number);
  g_test_add_func ("/axis/nice-range-holds-everything", test_nice_range_holds_everything);
  return g_test_run ();
}
