/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-canvas.h"
#include "al-strip-chart.h"

#include <math.h>

#define WIDTH  640
#define HEIGHT 200

/* A shape with steep and flat parts, 0.8 s long. */
static double
get_pressure (gint64 time_us)
{
  double phase = fmod ((double) time_us / 800000, 1);

  return phase < 0.4 ? 60 + 50 * sin (G_PI * phase / 0.4) : 60 - 20 * (phase - 0.4);
}

static AlTrace *
make_trace (gint64 from_us, gint64 to_us)
{
  AlTrace *trace = al_trace_new (10 * G_USEC_PER_SEC, 4000);

  for (gint64 time_us = from_us; time_us <= to_us; time_us += 4000) {
    AlSample sample = {.time_us = time_us};

    sample.value[AL_SIGNAL_AO_PRESSURE] = get_pressure (time_us);
    sample.value[AL_SIGNAL_LA_PRESSURE] = 25 + 3 * sin ((double) time_us / 90000);
    sample.value[AL_SIGNAL_PA_PRESSURE] = 0.4 * get_pressure (time_us);
    al_trace_push (trace, &sample);
  }
  return trace;
}

static AlStripChart *
make_chart (void)
{
  AlStripChart *chart = al_strip_chart_new ("Pressures", "mmHg");

  al_strip_chart_add_signal (chart, AL_SIGNAL_AO_PRESSURE, "Aorta", 1);
  al_strip_chart_add_signal (chart, AL_SIGNAL_LA_PRESSURE, "LA", 1);
  al_strip_chart_add_signal (chart, AL_SIGNAL_PA_PRESSURE, "PA", 1);
  al_strip_chart_set_size (chart, WIDTH, HEIGHT);
  return chart;
}

static AlCanvas *
make_canvas (AlStyleKind kind)
{
  AlPlotStyle style;

  al_plot_style_init (&style, kind);
  return al_canvas_new (WIDTH, HEIGHT, &style.ground);
}

static void
test_sweep_goes_round (void)
{
  g_autoptr (AlStripChart) chart = make_chart ();
  cairo_rectangle_t area;

  al_strip_chart_set_sweep (chart, 6 * G_USEC_PER_SEC);
  al_strip_chart_get_area (chart, &area);
  g_assert_cmpfloat_with_epsilon (al_strip_chart_get_x (chart, 0), area.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (al_strip_chart_get_x (chart, 3 * G_USEC_PER_SEC),
                                  area.x + area.width / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (al_strip_chart_get_x (chart, 15 * G_USEC_PER_SEC),
                                  area.x + area.width / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (al_strip_chart_get_x (chart, -3 * G_USEC_PER_SEC),
                                  area.x + area.width / 2, 1e-6);
  /* The gap: less than a whole sweep is seen. */
  g_assert_cmpint (al_strip_chart_get_oldest_us (chart, 10 * G_USEC_PER_SEC), >,
                   4 * G_USEC_PER_SEC);
}

static void
test_value_axis_stays (void)
{
  g_autoptr (AlStripChart) chart = make_chart ();
  g_autoptr (AlTrace) trace = make_trace (0, 5 * G_USEC_PER_SEC);
  g_autoptr (AlCanvas) canvas = make_canvas (AL_STYLE_LIGHT);
  cairo_rectangle_t area;

  al_strip_chart_set_range (chart, (AlRange){0, 40});
  al_strip_chart_get_area (chart, &area);
  al_strip_chart_draw_live (chart, canvas->cr, trace);
  /* Curves that leave the range do not leave the area, and do not move the axis. */
  g_assert_cmpfloat_with_epsilon (al_strip_chart_get_y (chart, 40), area.y, 1e-6);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 0, 0, WIDTH, (int) area.y - 8), ==, 0);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 0, 0, WIDTH, HEIGHT), >, 500);
}

/* What is kept in layers looks as what is drawn at once. */
static void
test_layers_make_the_whole (void)
{
  g_autoptr (AlStripChart) chart = make_chart ();
  g_autoptr (AlTrace) trace = make_trace (0, 8 * G_USEC_PER_SEC);
  g_autoptr (AlCanvas) whole = make_canvas (AL_STYLE_LIGHT);
  g_autoptr (AlCanvas) stacked = make_canvas (AL_STYLE_LIGHT);

  al_strip_chart_draw (chart, whole->cr, trace);
  for (guint layer = 0; layer < 3; layer++) {
    g_autoptr (AlCanvas) sheet = al_canvas_new (WIDTH, HEIGHT, NULL);

    if (layer == 0)
      al_strip_chart_draw_static (chart, sheet->cr);
    else if (layer == 1)
      al_strip_chart_draw_beat (chart, sheet->cr, trace);
    else
      al_strip_chart_draw_live (chart, sheet->cr, trace);
    cairo_set_source_surface (stacked->cr, sheet->surface, 0, 0);
    cairo_paint (stacked->cr);
  }
  g_assert_cmpfloat (al_canvas_compare (whole, stacked, 6), <, 0.001);
}

/* Finished parts, kept and put together, look as the sweep drawn at once; dashes go on over seams.
 */
static void
test_parts_make_the_sweep (void)
{
  g_autoptr (AlStripChart) chart = make_chart ();
  g_autoptr (AlTrace) trace = make_trace (0, 8 * G_USEC_PER_SEC);
  g_autoptr (AlCanvas) whole = make_canvas (AL_STYLE_LIGHT);
  g_autoptr (AlCanvas) parts = make_canvas (AL_STYLE_LIGHT);
  gint64 head_us = al_trace_get_last_us (trace);
  gint64 from_us = al_strip_chart_get_oldest_us (chart, head_us);

  al_strip_chart_draw_live (chart, whole->cr, trace);
  while (from_us < head_us) {
    gint64 to_us = MIN (head_us, from_us + 173000);

    al_strip_chart_draw_part (chart, parts->cr, trace, from_us, to_us);
    from_us = to_us;
  }
  al_strip_chart_draw_head (chart, parts->cr, trace);
  g_assert_cmpuint (al_canvas_count_ink (whole, 0, 0, WIDTH, HEIGHT), >, 1000);
  g_assert_cmpfloat (al_canvas_compare (whole, parts, 40), <, 0.002);
}

static void
test_gap_ahead_of_the_head (void)
{
  g_autoptr (AlStripChart) chart = make_chart ();
  g_autoptr (AlTrace) trace = make_trace (0, 9 * G_USEC_PER_SEC);
  g_autoptr (AlCanvas) canvas = make_canvas (AL_STYLE_LIGHT);
  cairo_rectangle_t area;
  int head_x;

  al_strip_chart_set_sweep (chart, 6 * G_USEC_PER_SEC);
  al_strip_chart_get_area (chart, &area);
  al_strip_chart_draw_live (chart, canvas->cr, trace);
  head_x = (int) al_strip_chart_get_x (chart, al_trace_get_last_us (trace));
  g_assert_cmpuint (al_canvas_count_ink (canvas, head_x + 5, 0, 10, HEIGHT), ==, 0);
  g_assert_cmpuint (al_canvas_count_ink (canvas, head_x + 60, 0, 10, HEIGHT), >, 0);
  g_assert_cmpuint (al_canvas_count_ink (canvas, head_x - 20, 0, 10, HEIGHT), >, 0);
}

static void
test_span_shows_only_itself (void)
{
  g_autoptr (AlStripChart) chart = make_chart ();
  g_autoptr (AlTrace) trace = make_trace (0, 8 * G_USEC_PER_SEC);
  g_autoptr (AlCanvas) canvas = make_canvas (AL_STYLE_LIGHT);
  cairo_rectangle_t area;
  int end;

  al_strip_chart_set_span (chart, 2 * G_USEC_PER_SEC, 4 * G_USEC_PER_SEC);
  al_strip_chart_get_area (chart, &area);
  g_assert_cmpfloat_with_epsilon (al_strip_chart_get_x (chart, 2 * G_USEC_PER_SEC), area.x, 1e-6);
  al_strip_chart_draw_live (chart, canvas->cr, trace);
  end = (int) ceil (area.x + area.width) + 3;
  g_assert_cmpuint (al_canvas_count_ink (canvas, end, 0, WIDTH - end, HEIGHT), ==, 0);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 0, 0, (int) area.x - 3, HEIGHT), ==, 0);
  g_assert_cmpuint (al_canvas_count_ink (canvas, end - 20, 0, 15, HEIGHT), >, 0);
}

static void
test_nothing_is_drawn_of_nothing (void)
{
  g_autoptr (AlStripChart) chart = make_chart ();
  g_autoptr (AlTrace) empty = al_trace_new (G_USEC_PER_SEC, 4000);
  g_autoptr (AlTrace) one = make_trace (1000000, 1000000);
  g_autoptr (AlCanvas) canvas = make_canvas (AL_STYLE_LIGHT);

  al_strip_chart_draw_live (chart, canvas->cr, empty);
  al_strip_chart_draw_part (chart, canvas->cr, empty, 0, G_USEC_PER_SEC);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 0, 0, WIDTH, HEIGHT), ==, 0);
  /* The names are there before the first sample. */
  al_strip_chart_draw_beat (chart, canvas->cr, empty);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 0, 0, WIDTH, HEIGHT), >, 0);
  al_strip_chart_draw (chart, canvas->cr, one);
}

static void
test_what_is_no_number_is_a_gap (void)
{
  g_autoptr (AlStripChart) chart = al_strip_chart_new ("Pressures", "mmHg");
  g_autoptr (AlTrace) trace = al_trace_new (5 * G_USEC_PER_SEC, 4000);
  g_autoptr (AlCanvas) canvas = make_canvas (AL_STYLE_LIGHT);
  int from, to;

  al_strip_chart_set_size (chart, WIDTH, HEIGHT);
  al_strip_chart_add_signal (chart, AL_SIGNAL_AO_PRESSURE, "Aorta", 1);
  for (gint64 time_us = 0; time_us <= 4 * G_USEC_PER_SEC; time_us += 4000) {
    AlSample sample = {.time_us = time_us};
    gboolean is_known = time_us < G_USEC_PER_SEC || time_us > 2 * G_USEC_PER_SEC;

    sample.value[AL_SIGNAL_AO_PRESSURE] = is_known ? 60 : NAN;
    al_trace_push (trace, &sample);
  }
  al_strip_chart_draw (chart, canvas->cr, trace);

  g_autoptr (AlCanvas) bare = make_canvas (AL_STYLE_LIGHT);

  al_strip_chart_draw_static (chart, bare->cr);
  al_strip_chart_draw_beat (chart, bare->cr, trace);
  from = (int) al_strip_chart_get_x (chart, G_USEC_PER_SEC) + 4;
  to = (int) al_strip_chart_get_x (chart, 2 * G_USEC_PER_SEC) - 4;
  g_assert_cmpuint (al_canvas_count_ink (canvas, from, 0, to - from, HEIGHT), ==,
                    al_canvas_count_ink (bare, from, 0, to - from, HEIGHT));
  g_assert_cmpuint (al_canvas_count_ink (canvas, 0, 0, WIDTH, HEIGHT), >,
                    al_canvas_count_ink (bare, 0, 0, WIDTH, HEIGHT) + 200);
}

/* Names of a length nobody expects, and a chart with hardly any room, stay inside their own edges.
 */
static void
test_stays_inside_its_edges (void)
{
  static const int sizes[][2] = {{640, 200}, {320, 110}, {220, 100}, {1600, 400}};

  for (guint kind = 0; kind < AL_N_STYLES; kind++) {
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
      g_autoptr (AlStripChart) chart = make_chart ();
      g_autoptr (AlTrace) trace = make_trace (0, 8 * G_USEC_PER_SEC);
      AlPlotStyle style;
      int width = sizes[i][0], height = sizes[i][1];

      al_plot_style_init (&style, kind);

      g_autoptr (AlCanvas) canvas = al_canvas_new (width + 200, height + 200, &style.ground);

      al_strip_chart_add_signal (chart, AL_SIGNAL_RA_PRESSURE, "Right atrium, mean", 1);
      al_strip_chart_set_style (chart, &style);
      al_strip_chart_set_size (chart, width, height);
      cairo_translate (canvas->cr, 100, 100);
      al_strip_chart_draw (chart, canvas->cr, trace);
      g_assert_cmpuint (al_canvas_count_ink_outside (canvas, 100, 100, width, height), ==, 0);
    }
  }
}

/* Curves that all lie on the axis have names that do not lie on each other, nor under the axis. */
static void
test_names_keep_apart (void)
{
  g_autoptr (AlStripChart) chart = make_chart ();
  g_autoptr (AlTrace) trace = al_trace_new (G_USEC_PER_SEC, 4000);
  g_autoptr (AlCanvas) canvas = make_canvas (AL_STYLE_LIGHT);
  const AlSample zero = {.time_us = 0};
  cairo_rectangle_t area;
  int bottom;

  al_trace_push (trace, &zero);
  al_strip_chart_get_area (chart, &area);
  bottom = (int) (area.y + area.height);
  al_strip_chart_draw_beat (chart, canvas->cr, trace);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 0, bottom, WIDTH, HEIGHT - bottom), ==, 0);
  for (int i = 0; i < 3; i++)
    g_assert_cmpuint (al_canvas_count_ink (canvas, 0, bottom - 15 * (i + 1), WIDTH, 15), >, 20);
}

static void
test_charts_share_margins (void)
{
  g_autoptr (AlStripChart) wide = make_chart ();
  g_autoptr (AlStripChart) narrow = make_chart ();
  cairo_rectangle_t one, other;
  double left, right;

  al_strip_chart_set_range (wide, (AlRange){0, 12000});
  al_strip_chart_measure_margins (wide, &left, &right);
  al_strip_chart_set_margins (wide, left, right);
  al_strip_chart_set_margins (narrow, left, right);
  al_strip_chart_get_area (wide, &one);
  al_strip_chart_get_area (narrow, &other);
  g_assert_cmpfloat_with_epsilon (one.x, other.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (one.width, other.width, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strip-chart/sweep-goes-round", test_sweep_goes_round);
  g_test_add_func ("/strip-chart/value-axis-stays", test_value_axis_stays);
  g_test_add_func ("/strip-chart/layers-make-the-whole", test_layers_make_the_whole);
  g_test_add_func ("/strip-chart/parts-make-the-sweep", test_parts_make_the_sweep);
  g_test_add_func ("/strip-chart/gap-ahead-of-the-head", test_gap_ahead_of_the_head);
  g_test_add_func ("/strip-chart/span-shows-only-itself", test_span_shows_only_itself);
  g_test_add_func ("/strip-chart/nothing-is-drawn-of-nothing", test_nothing_is_drawn_of_nothing);
  g_test_add_func ("/strip-chart/what-is-no-number-is-a-gap", test_what_is_no_number_is_a_gap);
  g_test_add_func ("/strip-chart/stays-inside-its-edges", test_stays_inside_its_edges);
  g_test_add_func ("/strip-chart/names-keep-apart", test_names_keep_apart);
  g_test_add_func ("/strip-chart/charts-share-margins", test_charts_share_margins);
  return g_test_run ();
}
