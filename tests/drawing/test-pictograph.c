/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-canvas.h"
#include "al-pictograph.h"

#define MARGIN 60

/* DanGer Shock: deaths and safety events. */
static AlPictograph *
make_pictograph (void)
{
  AlPictograph *pictograph = al_pictograph_new ();
  const AlPictographRow death = {
      .title = "Death from any cause, 180 days",
      .treated = {"Micro-axial flow pump: 46 of 100", 0.458},
      .control = {"Standard care: 59 of 100", 0.585},
      .summary = "13 fewer of 100.",
  };
  const AlPictographRow safety = {
      .title =
          "A very long name of several harms that have to be broken into lines where it is narrow",
      .treated = {"Micro-axial flow pump: 24 of 100", 0.240},
      .control = {"Standard care: 6 of 100", 0.062},
      .summary = "18 more of 100.",
  };

  al_pictograph_add_row (pictograph, &death);
  al_pictograph_add_row (pictograph, &safety);
  return pictograph;
}

/* The rounded numbers and their difference agree by themselves. */
static void
test_counts (void)
{
  g_assert_cmpuint (al_pictograph_count (0.458), ==, 46);
  g_assert_cmpuint (al_pictograph_count (0.585), ==, 59);
  g_assert_cmpuint (al_pictograph_count (0.240), ==, 24);
  g_assert_cmpuint (al_pictograph_count (0.062), ==, 6);
  g_assert_cmpuint (al_pictograph_count (0), ==, 0);
  g_assert_cmpuint (al_pictograph_count (1), ==, 100);
  g_assert_cmpuint (al_pictograph_count (1.2), ==, 100);
}

static AlCanvas *
draw (AlPictograph *pictograph, AlStyleKind kind, double width, double *height)
{
  AlPlotStyle style;
  AlCanvas *canvas;

  al_plot_style_init (&style, kind);
  al_pictograph_set_style (pictograph, &style);
  *height = al_pictograph_measure_height (pictograph, width);
  canvas = al_canvas_new ((int) width + 2 * MARGIN, (int) *height + 2 * MARGIN, &style.ground);
  cairo_translate (canvas->cr, MARGIN, MARGIN);
  al_pictograph_draw (pictograph, width, canvas->cr);
  return canvas;
}

/* In every style and at every width it stays where it has room. */
static void
test_stays_inside (void)
{
  static const int widths[] = {240, 320, 480, 640, 960, 1600};

  for (guint kind = 0; kind < AL_N_STYLES; kind++) {
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
      g_autoptr (AlPictograph) pictograph = make_pictograph ();
      double height;
      g_autoptr (AlCanvas) canvas = draw (pictograph, (AlStyleKind) kind, widths[i], &height);

      g_assert_cmpuint (al_canvas_count_ink_outside (canvas, MARGIN - 1, MARGIN - 1, widths[i] + 2,
                                                     (int) height + 3),
                        ==, 0);
      g_assert_cmpuint (al_canvas_count_ink (canvas, MARGIN, MARGIN, widths[i], (int) height), >,
                        2000);
    }
  }
}

/* Where it is narrow the groups stand under each other. */
static void
test_narrow_is_higher (void)
{
  g_autoptr (AlPictograph) pictograph = make_pictograph ();

  g_assert_cmpuint (al_pictograph_get_n_rows (pictograph), ==, 2);
  g_assert_cmpfloat (al_pictograph_measure_height (pictograph, 300), >,
                     1.3 * al_pictograph_measure_height (pictograph, 900));
}

/* More people with the event make more ink. */
static void
test_people_are_filled (void)
{
  guint ink[2];

  for (guint i = 0; i < 2; i++) {
    g_autoptr (AlPictograph) pictograph = al_pictograph_new ();
    const double share = i == 0 ? 0.1 : 0.9;
    const AlPictographRow row = {"Death", {"A", share}, {"B", share}, "."};
    double height;
    g_autoptr (AlCanvas) canvas = NULL;

    al_pictograph_add_row (pictograph, &row);
    canvas = draw (pictograph, AL_STYLE_PRINT, 640, &height);
    ink[i] = al_canvas_count_ink (canvas, MARGIN, MARGIN, 640, (int) height);
  }
  g_assert_cmpuint (ink[1], >, 3 * ink[0] / 2);
}

/* Without colour, too, those by whom the groups differ are told from those with the event. */
static void
test_greyscale (void)
{
  for (guint kind = 0; kind < AL_N_STYLES; kind++) {
    AlPlotStyle style;

    al_plot_style_init (&style, (AlStyleKind) kind);
    g_assert_cmpfloat (al_color_contrast (&style.role[AL_ROLE_ECMO].color, &style.ground), >=, 3);
    g_assert_cmpfloat (al_color_contrast (&style.role[AL_ROLE_ECMO].color, &style.text), >=, 1.5);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pictograph/counts", test_counts);
  g_test_add_func ("/pictograph/stays-inside", test_stays_inside);
  g_test_add_func ("/pictograph/narrow-is-higher", test_narrow_is_higher);
  g_test_add_func ("/pictograph/people-are-filled", test_people_are_filled);
  g_test_add_func ("/pictograph/greyscale", test_greyscale);
  return g_test_run ();
}
