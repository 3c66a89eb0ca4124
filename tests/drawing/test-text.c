/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-canvas.h"
#include "al-text.h"

#include <math.h>

#define SIZE 200

static void
measure (const AlText *text, double font_size, double *width, double *height)
{
  AlPlotStyle style;

  al_plot_style_init (&style, AL_STYLE_LIGHT);
  style.font_size = font_size;
  al_text_measure (text, &style, width, height);
}

/* What is drawn lies in the box that was measured, however it hangs at its point. */
static void
test_ink_is_where_it_was_measured (void)
{
  static const double aligns[] = {0, 0.5, 1};
  AlText text = {.text = "mmHg 120"};
  double width, height;
  AlPlotStyle style;

  al_plot_style_init (&style, AL_STYLE_LIGHT);
  al_text_measure (&text, &style, &width, &height);
  for (guint i = 0; i < G_N_ELEMENTS (aligns); i++) {
    g_autoptr (AlCanvas) canvas = al_canvas_new (SIZE, SIZE, &style.ground);
    int x = (int) floor (SIZE / 2.0 - aligns[i] * width) - 1;
    int y = (int) floor (SIZE / 2.0 - aligns[i] * height) - 1;

    text.align_x = aligns[i];
    text.align_y = aligns[i];
    al_text_draw (&text, &style, canvas->cr, SIZE / 2.0, SIZE / 2.0);
    g_assert_cmpuint (al_canvas_count_ink_outside (canvas, x, y, (int) width + 3, (int) height + 3),
                      ==, 0);
    g_assert_cmpuint (al_canvas_count_ink (canvas, x, y, (int) width + 3, (int) height + 3), >, 50);
  }
}

/* Columns of numbers stand still while the numbers change. */
static void
test_digits_are_of_one_width (void)
{
  double narrow, wide, height;

  measure (&(AlText){.text = "111"}, 13, &narrow, &height);
  measure (&(AlText){.text = "888"}, 13, &wide, &height);
  g_assert_cmpfloat_with_epsilon (narrow, wide, 0.01);
}

static void
test_lines_break (void)
{
  const char *words = "one word after another";
  double width, height, wrapped_width, wrapped_height;

  measure (&(AlText){.text = words}, 13, &width, &height);
  measure (&(AlText){.text = words, .wrap = width / 2}, 13, &wrapped_width, &wrapped_height);
  g_assert_cmpfloat (wrapped_width, <, width);
  g_assert_cmpfloat (wrapped_height, >, 1.5 * height);
}

/* A window that is being resized does not fill the memory with fonts that differ by a hair. */
static void
test_sizes_come_in_steps (void)
{
  const AlText text = {.text = "Pressure (mmHg)"};
  double width, same, larger, height;

  measure (&text, 13, &width, &height);
  measure (&text, 13.04, &same, &height);
  measure (&text, 13.5, &larger, &height);
  g_assert_cmpfloat (same, ==, width);
  g_assert_cmpfloat (larger, >, width);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/ink-is-where-it-was-measured", test_ink_is_where_it_was_measured);
  g_test_add_func ("/text/digits-are-of-one-width", test_digits_are_of_one_width);
  g_test_add_func ("/text/lines-break", test_lines_break);
  g_test_add_func ("/text/sizes-come-in-steps", test_sizes_come_in_steps);
  return g_test_run ();
}
