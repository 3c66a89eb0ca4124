/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-placer.h"

#include <math.h>

static const cairo_rectangle_t bounds = {0, 0, 100, 100};

static void
test_takes_the_cheapest (void)
{
  const AlPlace places[] = {
      {.box = {10, 10, 20, 10}, .penalty = 5},
      {.box = {50, 50, 20, 10}, .penalty = 1},
      {.box = {70, 80, 20, 10}, .penalty = 3},
  };
  g_auto (AlPlacer) placer;

  al_placer_init (&placer, &bounds);
  g_assert_cmpint (al_placer_choose (&placer, places, 3, -1), ==, 1);
  /* The place is taken now. */
  g_assert_cmpint (al_placer_choose (&placer, places, 3, -1), ==, 2);
  g_assert_cmpint (al_placer_choose (&placer, places, 0, -1), ==, -1);
}

static void
test_keeps_off_curves (void)
{
  const AlPlace places[] = {
      {.box = {10, 40, 30, 10}, .penalty = 0},
      {.box = {10, 60, 30, 10}, .penalty = 4},
  };
  g_auto (AlPlacer) placer;

  al_placer_init (&placer, &bounds);
  for (double x = 0; x < 100; x += 3)
    al_placer_add_point (&placer, x, 45);
  al_placer_add_point (&placer, NAN, 65);
  g_assert_cmpuint (al_placer_get_n_points (&placer), ==, 34);
  g_assert_cmpfloat_with_epsilon (al_placer_cost (&placer, &places[0]), 10, 1e-9);
  g_assert_cmpint (al_placer_choose (&placer, places, 2, -1), ==, 1);
  al_placer_forget_points (&placer, 0);
  g_assert_cmpfloat_with_epsilon (al_placer_cost (&placer, &places[0]), 0, 1e-9);
}

static void
test_stays_inside (void)
{
  const AlPlace places[] = {
      {.box = {85, 10, 20, 10}, .penalty = 0},
      {.box = {40, 10, 20, 10}, .penalty = 300},
  };
  g_auto (AlPlacer) placer;

  al_placer_init (&placer, &bounds);
  g_assert_cmpint (al_placer_choose (&placer, places, 2, -1), ==, 1);
}

static void
test_does_not_jump (void)
{
  const AlPlace places[] = {
      {.box = {10, 10, 20, 10}, .penalty = 0},
      {.box = {50, 50, 20, 10}, .penalty = 6},
      {.box = {10, 80, 20, 10}, .penalty = 60},
  };
  g_auto (AlPlacer) placer, fresh;

  al_placer_init (&placer, &bounds);
  al_placer_init (&fresh, &bounds);
  /* A little worse is not worth a move, much worse is. */
  g_assert_cmpint (al_placer_choose (&placer, places, 3, 1), ==, 1);
  g_assert_cmpint (al_placer_choose (&fresh, places, 3, 2), ==, 0);
}

/* A line from the curve must not run through another label, nor a label lie on the line. */
static void
test_leaders_keep_off_labels (void)
{
  const cairo_rectangle_t label = {40, 40, 20, 10};
  const AlPlace places[] = {
      {.box = {40, 10, 20, 10}, .leader = {49, 20, 2, 60}},
      {.box = {10, 10, 20, 10}, .leader = {19, 20, 2, 60}, .penalty = 50},
      {.box = {10, 60, 20, 10}},
  };
  g_auto (AlPlacer) placer;

  al_placer_init (&placer, &bounds);
  al_placer_take (&placer, &label);
  g_assert_cmpint (al_placer_choose (&placer, places, 2, -1), ==, 1);
  g_assert_cmpfloat (al_placer_cost (&placer, &places[2]), >, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placer/takes-the-cheapest", test_takes_the_cheapest);
  g_test_add_func ("/placer/keeps-off-curves", test_keeps_off_curves);
  g_test_add_func ("/placer/stays-inside", test_stays_inside);
  g_test_add_func ("/placer/does-not-jump", test_does_not_jump);
  g_test_add_func ("/placer/leaders-keep-off-labels", test_leaders_keep_off_labels);
  return g_test_run ();
}
