/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-canvas.h"
#include "al-pv-plot.h"

#include <math.h>

#define SIZE     420
#define N_POINTS 200

/* A loop like that of a ventricle: it fills, contracts, ejects and relaxes. */
static void
fill_loop (AlPvPoint *points, double edv_ml, double esv_ml, double peak_mmhg)
{
  for (guint i = 0; i < N_POINTS; i++) {
    double angle = 2 * G_PI * i / N_POINTS;
    double across = cos (angle), up = sin (angle);

    /* A rounded square rather than an ellipse. */
    across = copysign (pow (fabs (across), 0.4), across);
    up = copysign (pow (fabs (up), 0.5), up);
    points[i].volume_ml = (edv_ml + esv_ml) / 2 + across * (edv_ml - esv_ml) / 2;
    points[i].pressure_mmhg = (peak_mmhg + 20) / 2 + up * (peak_mmhg - 20) / 2;
  }
}

static void
add_beat (AlPvPlot *plot, double edv_ml, double esv_ml, double peak_mmhg, guint n_points)
{
  AlPvPoint points[N_POINTS];

  fill_loop (points, edv_ml, esv_ml, peak_mmhg);
  for (guint i = 0; i < n_points; i++)
    al_pv_plot_add_point (plot, points[i].volume_ml, points[i].pressure_mmhg);
}

static void
add_ghost (AlPvPlot *plot, AlRole role, const char *name, double edv_ml, double esv_ml,
           double peak_mmhg)
{
  AlPvPoint points[N_POINTS];

  fill_loop (points, edv_ml, esv_ml, peak_mmhg);
  al_pv_plot_add_ghost (plot, role, name, points, N_POINTS);
}

static void
set_relations (AlPvPlot *plot)
{
  AlPvPoint espvr[60], edpvr[60];

  for (guint i = 0; i < 60; i++) {
    espvr[i] = (AlPvPoint){10 + 4 * i, 0.8 * 4 * i};
    edpvr[i] = (AlPvPoint){10 + 4 * i, exp (0.018 * 4 * i) - 1};
  }
  al_pv_plot_set_espvr (plot, espvr, 60);
  al_pv_plot_set_edpvr (plot, edpvr, 60);
}

/* A plot with everything on it, in the middle of a beat. */
static AlPvPlot *
make_plot (double width, double height)
{
  AlPvPlot *plot = al_pv_plot_new ();

  al_pv_plot_set_size (plot, width, height);
  al_pv_plot_set_range (plot, (AlRange){0, 220}, (AlRange){0, 140});
  set_relations (plot);
  add_ghost (plot, AL_ROLE_BASELINE, "Baseline", 160, 110, 80);
  add_ghost (plot, AL_ROLE_IABP, "IABP", 155, 105, 75);
  add_ghost (plot, AL_ROLE_ECMO, "VA-ECMO 4 L/min", 175, 150, 105);
  al_pv_plot_set_live (plot, AL_ROLE_BOTH, "VA-ECMO + IABP");
  for (guint i = 0; i < 7; i++) {
    add_beat (plot, 168 + i, 140 - i, 95, N_POINTS);
    al_pv_plot_end_beat (plot);
  }
  add_beat (plot, 174, 134, 95, N_POINTS / 2);
  return plot;
}

static AlCanvas *
make_canvas (void)
{
  const AlColor white = {1, 1, 1, 1};

  return al_canvas_new (SIZE, SIZE, &white);
}

static void
test_points_map_both_ways (void)
{
  g_autoptr (AlPvPlot) plot = make_plot (SIZE, SIZE);
  const AlPvPoint corner = {0, 0};
  const AlPvPoint point = {137, 64};
  cairo_rectangle_t area;
  AlPvPoint back;
  double x, y;

  al_pv_plot_get_area (plot, &area);
  al_pv_plot_to_pixels (plot, &corner, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, area.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, area.y + area.height, 1e-6);
  al_pv_plot_to_pixels (plot, &point, &x, &y);
  al_pv_plot_from_pixels (plot, x, y, &back);
  g_assert_cmpfloat_with_epsilon (back.volume_ml, 137, 1e-6);
  g_assert_cmpfloat_with_epsilon (back.pressure_mmhg, 64, 1e-6);
}

/* A loop that leaves the axes does not move them: a comparison would lie. */
static void
test_axes_stay (void)
{
  g_autoptr (AlPvPlot) plot = make_plot (SIZE, SIZE);
  AlRange volume, pressure;
  cairo_rectangle_t before, after;

  al_pv_plot_get_area (plot, &before);
  add_beat (plot, 500, 400, 300, N_POINTS);
  al_pv_plot_end_beat (plot);
  al_pv_plot_get_range (plot, &volume, &pressure);
  al_pv_plot_get_area (plot, &after);
  g_assert_cmpfloat (volume.high, ==, 220);
  g_assert_cmpfloat (pressure.high, ==, 140);
  g_assert_cmpfloat (before.x, ==, after.x);
  g_assert_cmpfloat (before.width, ==, after.width);
}

static void
test_beats_follow_each_other (void)
{
  g_autoptr (AlPvPlot) plot = al_pv_plot_new ();
  const AlPvPoint *points;
  guint n_points;

  g_assert_null (al_pv_plot_get_last_beat (plot, &n_points));
  g_assert_cmpuint (n_points, ==, 0);
  al_pv_plot_end_beat (plot);
  g_assert_null (al_pv_plot_get_last_beat (plot, &n_points));

  al_pv_plot_add_point (plot, 120, 10);
  al_pv_plot_add_point (plot, 80, 90);
  al_pv_plot_end_beat (plot);
  points = al_pv_plot_get_last_beat (plot, &n_points);
  g_assert_cmpuint (n_points, ==, 2);
  g_assert_cmpfloat (points[0].volume_ml, ==, 120);
  /* The next beat begins where this one ended, so that the curve has no hole. */
  g_assert_cmpuint (al_pv_plot_get_n_points (plot), ==, 1);
  al_pv_plot_end_beat (plot);
  points = al_pv_plot_get_last_beat (plot, &n_points);
  g_assert_cmpuint (n_points, ==, 1);
  g_assert_cmpfloat (points[0].pressure_mmhg, ==, 90);

  al_pv_plot_clear_beats (plot);
  g_assert_null (al_pv_plot_get_last_beat (plot, &n_points));
  g_assert_cmpuint (al_pv_plot_get_n_points (plot), ==, 0);
}

static void
test_layers_make_the_whole (void)
{
  g_autoptr (AlPvPlot) plot = make_plot (SIZE, SIZE);
  g_autoptr (AlCanvas) whole = make_canvas ();
  g_autoptr (AlCanvas) stacked = make_canvas ();

  al_pv_plot_draw (plot, whole->cr);
  for (guint layer = 0; layer < 3; layer++) {
    g_autoptr (AlCanvas) sheet = al_canvas_new (SIZE, SIZE, NULL);

    if (layer == 0)
      al_pv_plot_draw_static (plot, sheet->cr);
    else if (layer == 1)
      al_pv_plot_draw_beat (plot, sheet->cr);
    else
      al_pv_plot_draw_live (plot, sheet->cr);
    cairo_set_source_surface (stacked->cr, sheet->surface, 0, 0);
    cairo_paint (stacked->cr);
  }
  g_assert_cmpfloat (al_canvas_compare (whole, stacked, 6), <, 0.001);
}

static void
test_parts_make_the_beat (void)
{
  g_autoptr (AlPvPlot) plot = make_plot (SIZE, SIZE);
  g_autoptr (AlCanvas) whole = make_canvas ();
  g_autoptr (AlCanvas) parts = make_canvas ();
  guint n_points = al_pv_plot_get_n_points (plot);

  al_pv_plot_draw_live (plot, whole->cr);
  for (guint first = 0; first + 1 < n_points; first += 13)
    al_pv_plot_draw_live_part (plot, parts->cr, first, first + 13);
  al_pv_plot_draw_live_point (plot, parts->cr);
  g_assert_cmpuint (al_canvas_count_ink (whole, 0, 0, SIZE, SIZE), >, 300);
  g_assert_cmpfloat (al_canvas_compare (whole, parts, 40), <, 0.001);
}

/* A widget repaints no more than the extents. */
static void
test_extents_hold_the_live_part (void)
{
  g_autoptr (AlPvPlot) plot = make_plot (SIZE, SIZE);
  g_autoptr (AlCanvas) canvas = make_canvas ();
  guint last = al_pv_plot_get_n_points (plot) - 1;
  cairo_rectangle_t extents;

  g_assert_true (al_pv_plot_get_live_extents (plot, last - 20, last, &extents));
  al_pv_plot_draw_live_part (plot, canvas->cr, last - 20, last);
  al_pv_plot_draw_live_point (plot, canvas->cr);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 0, 0, SIZE, SIZE), >, 100);
  g_assert_cmpuint (al_canvas_count_ink_outside (canvas, (int) extents.x, (int) extents.y,
                                                 (int) extents.width, (int) extents.height),
                    ==, 0);
  g_assert_cmpfloat (extents.width * extents.height, <, SIZE * SIZE / 4);

  al_pv_plot_clear_beats (plot);
  g_assert_false (al_pv_plot_get_live_extents (plot, 0, 10, &extents));
}

static void
test_nothing_is_drawn_of_nothing (void)
{
  g_autoptr (AlPvPlot) plot = al_pv_plot_new ();
  g_autoptr (AlCanvas) canvas = make_canvas ();

  al_pv_plot_set_live (plot, AL_ROLE_ECMO, "VA-ECMO");
  al_pv_plot_set_pva_visible (plot, TRUE);
  al_pv_plot_add_ghost (plot, AL_ROLE_IABP, "IABP", NULL, 0);
  al_pv_plot_draw_beat (plot, canvas->cr);
  al_pv_plot_draw_live (plot, canvas->cr);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 0, 0, SIZE, SIZE), ==, 0);
}

/* Points, lines and flat loops, and what is no number: all are drawn as far as they can be. */
static void
test_odd_data (void)
{
  static const AlPvPoint flat[] = {{100, 20}, {100, 20}, {100, 20}};
  static const AlPvPoint holes[] = {{50, 40}, {NAN, 40}, {100, INFINITY}, {150, 40}};
  static const AlPvPoint far[] = {{1e30, -1e30}, {-1e30, 1e30}, {100, 20}};
  g_autoptr (AlPvPlot) plot = al_pv_plot_new ();
  g_autoptr (AlCanvas) canvas = make_canvas ();

  al_pv_plot_set_pva_visible (plot, TRUE);
  al_pv_plot_add_ghost (plot, AL_ROLE_IABP, "One", flat, 1);
  al_pv_plot_add_ghost (plot, AL_ROLE_ECMO, "Flat", flat, 3);
  al_pv_plot_add_ghost (plot, AL_ROLE_BASELINE, "Holes", holes, 4);
  al_pv_plot_add_ghost (plot, AL_ROLE_OTHER, "Far", far, 3);
  al_pv_plot_set_espvr (plot, flat, 1);
  al_pv_plot_set_edpvr (plot, holes, 4);
  for (guint i = 0; i < 4; i++) {
    al_pv_plot_add_point (plot, holes[i].volume_ml, holes[i].pressure_mmhg);
    al_pv_plot_draw (plot, canvas->cr);
    al_pv_plot_end_beat (plot);
  }
  al_pv_plot_set_range (plot, (AlRange){5, 5}, (AlRange){0, 0});
  al_pv_plot_draw (plot, canvas->cr);
  al_pv_plot_set_size (plot, 0, 0);
  al_pv_plot_draw (plot, canvas->cr);
  g_assert_cmpint (cairo_status (canvas->cr), ==, CAIRO_STATUS_SUCCESS);
}

/* A line to a place that is not known would be an invention. */
static void
test_what_is_no_number_is_a_gap (void)
{
  g_autoptr (AlPvPlot) plot = al_pv_plot_new ();
  g_autoptr (AlCanvas) canvas = make_canvas ();
  const AlPvPoint middle = {100, 80};
  double x, y;

  al_pv_plot_set_size (plot, SIZE, SIZE);
  al_pv_plot_add_point (plot, 40, 80);
  al_pv_plot_add_point (plot, 70, 80);
  al_pv_plot_add_point (plot, NAN, 80);
  al_pv_plot_add_point (plot, 130, 80);
  al_pv_plot_add_point (plot, 160, 80);
  al_pv_plot_draw_live (plot, canvas->cr);
  al_pv_plot_to_pixels (plot, &middle, &x, &y);
  g_assert_cmpuint (al_canvas_count_ink (canvas, (int) x - 10, (int) y - 10, 20, 20), ==, 0);
  g_assert_cmpuint (al_canvas_count_ink (canvas, (int) x - 100, (int) y - 10, 60, 20), >, 20);
}

/* A ghost is a closed curve, whatever lies between its last sample and its first. */
static void
test_ghosts_are_closed (void)
{
  static const AlPvPoint open[] = {{60, 40}, {60, 120}, {140, 120}, {140, 40}};
  const AlPvPoint gap = {100, 40};
  g_autoptr (AlPvPlot) plot = al_pv_plot_new ();
  g_autoptr (AlCanvas) canvas = make_canvas ();
  double x, y;

  al_pv_plot_set_size (plot, SIZE, SIZE);
  al_pv_plot_add_ghost (plot, AL_ROLE_ECMO, NULL, open, 4);
  al_pv_plot_draw_beat (plot, canvas->cr);
  al_pv_plot_to_pixels (plot, &gap, &x, &y);
  g_assert_cmpuint (al_canvas_count_ink (canvas, (int) x - 5, (int) y - 3, 10, 6), >, 10);
}

/* No number, name or curve is cut off at an edge, in any style and shape. */
static void
test_stays_inside_its_edges (void)
{
  static const int sizes[][2] = {{420, 420}, {900, 600}, {260, 240}, {1200, 1200}};

  for (guint kind = 0; kind < AL_N_STYLES; kind++) {
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
      int width = sizes[i][0], height = sizes[i][1];
      g_autoptr (AlPvPlot) plot = make_plot (width, height);
      AlPlotStyle style;

      al_plot_style_init (&style, kind);
      if (width > 800)
        al_plot_style_fit (&style, width, height);

      g_autoptr (AlCanvas) canvas = al_canvas_new (width + 200, height + 200, &style.ground);

      al_pv_plot_set_style (plot, &style);
      cairo_translate (canvas->cr, 100, 100);
      al_pv_plot_draw (plot, canvas->cr);
      g_assert_cmpuint (al_canvas_count_ink_outside (canvas, 100, 100, width, height), ==, 0);
      g_assert_cmpuint (al_canvas_count_ink (canvas, 100, 100, width, height), >, 1000);
    }
  }
}

/* The same state twice is the same picture, labels included: they do not wander. */
static void
test_labels_do_not_wander (void)
{
  g_autoptr (AlPvPlot) plot = make_plot (SIZE, SIZE);
  g_autoptr (AlCanvas) first = make_canvas ();
  g_autoptr (AlCanvas) second = make_canvas ();

  al_pv_plot_draw (plot, first->cr);
  al_pv_plot_draw (plot, second->cr);
  g_assert_cmpfloat (al_canvas_compare (first, second, 0), ==, 0);
}

static void
add_rectangle (AlPvPlot *plot, const char *name, AlRange volume_ml, AlRange pressure_mmhg)
{
  const AlPvPoint points[] = {{volume_ml.low, pressure_mmhg.low},
                              {volume_ml.low, pressure_mmhg.high},
                              {volume_ml.high, pressure_mmhg.high},
                              {volume_ml.high, pressure_mmhg.low},
                              {volume_ml.low, pressure_mmhg.low}};

  al_pv_plot_add_ghost (plot, AL_ROLE_ECMO, name, points, G_N_ELEMENTS (points));
}

static guint
count_ink_between (const AlPvPlot *plot, const AlCanvas *canvas, AlRange volume_ml,
                   AlRange pressure_mmhg)
{
  const AlPvPoint corner = {volume_ml.low, pressure_mmhg.high};
  const AlPvPoint opposite = {volume_ml.high, pressure_mmhg.low};
  double left, top, right, bottom;

  al_pv_plot_to_pixels (plot, &corner, &left, &top);
  al_pv_plot_to_pixels (plot, &opposite, &right, &bottom);
  return al_canvas_count_ink (canvas, (int) left, (int) top, (int) (right - left),
                              (int) (bottom - top));
}

/* A small loop whose name would like the room above or on its right, which others enclose. */
static void
test_names_keep_out_of_other_loops (void)
{
  g_autoptr (AlPvPlot) plot = al_pv_plot_new ();
  g_autoptr (AlCanvas) canvas = make_canvas ();

  al_pv_plot_set_size (plot, SIZE, SIZE);
  add_rectangle (plot, "ECMO", (AlRange){70, 100}, (AlRange){30, 80});
  add_rectangle (plot, NULL, (AlRange){20, 190}, (AlRange){70, 150});
  add_rectangle (plot, NULL, (AlRange){85, 190}, (AlRange){10, 70});
  al_pv_plot_draw_beat (plot, canvas->cr);

  g_assert_cmpuint (count_ink_between (plot, canvas, (AlRange){23, 187}, (AlRange){84, 147}), ==,
                    0);
  g_assert_cmpuint (count_ink_between (plot, canvas, (AlRange){104, 187}, (AlRange){13, 67}), ==,
                    0);
  g_assert_cmpuint (count_ink_between (plot, canvas, (AlRange){5, 67}, (AlRange){5, 67}), >, 50);
}

/* A name that a person gave is as long as it likes, and the plot as narrow. */
static void
test_long_name_is_written_in_lines (void)
{
  g_autoptr (AlPvPlot) plot = al_pv_plot_new ();
  g_autoptr (AlCanvas) canvas = make_canvas ();

  al_pv_plot_set_size (plot, SIZE, SIZE);
  add_rectangle (plot, "Balloon pump in a regurgitant aortic valve, with noradrenaline",
                 (AlRange){120, 180}, (AlRange){10, 140});
  al_pv_plot_draw_beat (plot, canvas->cr);

  g_assert_cmpuint (count_ink_between (plot, canvas, (AlRange){5, 115}, (AlRange){5, 145}), >, 500);
  g_assert_cmpuint (count_ink_between (plot, canvas, (AlRange){123, 177}, (AlRange){13, 137}), ==,
                    0);
}

static void
test_ghosts_come_and_go (void)
{
  g_autoptr (AlPvPlot) plot = al_pv_plot_new ();
  g_autoptr (AlCanvas) with = make_canvas ();
  g_autoptr (AlCanvas) without = make_canvas ();

  add_ghost (plot, AL_ROLE_IABP, "IABP", 150, 90, 100);
  al_pv_plot_draw_beat (plot, with->cr);
  al_pv_plot_clear_ghosts (plot);
  al_pv_plot_draw_beat (plot, without->cr);
  g_assert_cmpuint (al_canvas_count_ink (with, 0, 0, SIZE, SIZE), >, 300);
  g_assert_cmpuint (al_canvas_count_ink (without, 0, 0, SIZE, SIZE), ==, 0);
}

static void
test_area_of_work_is_shaded (void)
{
  g_autoptr (AlPvPlot) plot = make_plot (SIZE, SIZE);
  g_autoptr (AlCanvas) with = make_canvas ();
  g_autoptr (AlCanvas) without = make_canvas ();

  al_pv_plot_draw_beat (plot, without->cr);
  al_pv_plot_set_pva_visible (plot, TRUE);
  al_pv_plot_draw_beat (plot, with->cr);
  g_assert_cmpuint (al_canvas_count_ink (with, 0, 0, SIZE, SIZE), >,
                    al_canvas_count_ink (without, 0, 0, SIZE, SIZE) + 2000);
}

static AlPvEvent
make_event (double volume_ml, double pressure_mmhg, const char *name, gboolean opens)
{
  return (AlPvEvent){{volume_ml, pressure_mmhg}, name, opens};
}

/* Names of valves, areas, slopes and chambers: all find room beside four loops. */
static void
test_everything_on_request (void)
{
  static const AlPvPoint right[] = {{60, 5}, {60, 30}, {110, 32}, {112, 6}, {60, 5}};
  g_autoptr (AlPvPlot) plot = make_plot (SIZE, SIZE);
  g_autoptr (AlCanvas) before = make_canvas ();
  g_autoptr (AlCanvas) after = make_canvas ();
  const AlPvEvent events[] = {
      make_event (174, 20, "MC", FALSE),
      make_event (174, 70, "AO", TRUE),
      make_event (134, 80, "AC", FALSE),
      make_event (134, 20, "MO", TRUE),
  };

  al_pv_plot_draw (plot, before->cr);
  al_pv_plot_set_pva_visible (plot, TRUE);
  al_pv_plot_set_ea_visible (plot, TRUE);
  al_pv_plot_set_events (plot, events, G_N_ELEMENTS (events));
  al_pv_plot_set_event_names_visible (plot, TRUE);
  al_pv_plot_set_n_companions (plot, 1);
  al_pv_plot_set_companion (plot, 0, "RV", right, G_N_ELEMENTS (right));
  al_pv_plot_draw (plot, after->cr);
  g_assert_cmpint (cairo_status (after->cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (al_canvas_count_ink (after, 0, 0, SIZE, SIZE), >,
                    al_canvas_count_ink (before, 0, 0, SIZE, SIZE) + 2000);
  g_assert_cmpuint (count_ink_between (plot, after, (AlRange){55, 117}, (AlRange){0, 40}), >,
                    count_ink_between (plot, before, (AlRange){55, 117}, (AlRange){0, 40}) + 50);
}

static void
test_companion_point_stays_in_its_extents (void)
{
  g_autoptr (AlPvPlot) plot = make_plot (SIZE, SIZE);
  g_autoptr (AlCanvas) canvas = make_canvas ();
  const AlPvPoint now = {90, 25};
  cairo_rectangle_t extents;

  al_pv_plot_set_n_companions (plot, 2);
  g_assert_false (al_pv_plot_get_companion_extents (plot, 1, &extents));
  al_pv_plot_move_companion (plot, 1, &now);
  g_assert_true (al_pv_plot_get_companion_extents (plot, 1, &extents));
  al_pv_plot_draw_companion_point (plot, canvas->cr, 1);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 0, 0, SIZE, SIZE), >, 20);
  g_assert_cmpuint (al_canvas_count_ink_outside (canvas, (int) extents.x, (int) extents.y,
                                                 (int) extents.width, (int) extents.height),
                    ==, 0);
}

static void
test_a_moment_is_found_on_the_loop (void)
{
  static const AlPvPoint beat[] = {{150, 10}, {150, 80}, {100, 90}, {100, 10}};
  g_autoptr (AlPvPlot) plot = al_pv_plot_new ();
  double x, y;

  g_assert_cmpuint (al_pv_plot_find_nearest (plot, 10, 10), ==, 0);
  al_pv_plot_set_review (plot, beat, G_N_ELEMENTS (beat), 0);
  for (guint i = 0; i < G_N_ELEMENTS (beat); i++) {
    al_pv_plot_to_pixels (plot, &beat[i], &x, &y);
    g_assert_cmpuint (al_pv_plot_find_nearest (plot, x + 3, y - 3), ==, i);
  }
}

static void
test_a_loop_leaves_the_axes (void)
{
  g_autoptr (AlPvPlot) plot = make_plot (SIZE, SIZE);

  g_assert_false (al_pv_plot_is_left (plot));
  add_beat (plot, 174, 134, 180, N_POINTS);
  al_pv_plot_end_beat (plot);
  g_assert_true (al_pv_plot_is_left (plot));
  al_pv_plot_set_range (plot, (AlRange){0, 220}, (AlRange){0, 200});
  g_assert_false (al_pv_plot_is_left (plot));
}

/* A third of the light on the wall comes from the room: it is added to light, not to sRGB. */
static double
get_lit_contrast (const AlColor *color, const AlColor *ground)
{
  double one = al_color_luminance (color) * 2 / 3 + 1.0 / 3;
  double other = al_color_luminance (ground) * 2 / 3 + 1.0 / 3;

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

static gboolean
have_same_dash (const AlStroke *a, const AlStroke *b)
{
  return a->n_dash == b->n_dash &&
         (a->n_dash == 0 || fabs (a->dash[0] - b->dash[0]) + fabs (a->dash[1] - b->dash[1]) < 1);
}

/* Four loops on one picture, in grey and in a room with light: each is seen, and each pair differs
 * in dash or in width. */
static void
test_roles_are_told_apart_in_a_lit_room (void)
{
  AlPlotStyle style;

  al_plot_style_init (&style, AL_STYLE_PROJECTOR);
  for (guint i = AL_ROLE_BASELINE; i <= AL_ROLE_BOTH; i++) {
    const AlStroke *stroke = &style.role[i];
    const AlColor white = {1, 1, 1, 1};
    const AlColor lit = al_color_mix (&stroke->color, &white, 1.0 / 3);
    const AlColor ground = al_color_mix (&style.ground, &white, 1.0 / 3);

    g_test_message ("role %u: %.2f in the dark, %.2f mixed with white, %.2f with added light", i,
                    al_color_contrast (&stroke->color, &style.ground),
                    al_color_contrast (&lit, &ground),
                    get_lit_contrast (&stroke->color, &style.ground));
    g_assert_cmpfloat (al_color_contrast (&lit, &ground), >=, 2.0);
    for (guint k = i + 1; k <= AL_ROLE_BOTH; k++)
      g_assert_true (!have_same_dash (stroke, &style.role[k]) ||
                     style.role[k].width > 1.2 * stroke->width);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pv-plot/points-map-both-ways", test_points_map_both_ways);
  g_test_add_func ("/pv-plot/axes-stay", test_axes_stay);
  g_test_add_func ("/pv-plot/beats-follow-each-other", test_beats_follow_each_other);
  g_test_add_func ("/pv-plot/layers-make-the-whole", test_layers_make_the_whole);
  g_test_add_func ("/pv-plot/parts-make-the-beat", test_parts_make_the_beat);
  g_test_add_func ("/pv-plot/extents-hold-the-live-part", test_extents_hold_the_live_part);
  g_test_add_func ("/pv-plot/nothing-is-drawn-of-nothing", test_nothing_is_drawn_of_nothing);
  g_test_add_func ("/pv-plot/odd-data", test_odd_data);
  g_test_add_func ("/pv-plot/what-is-no-number-is-a-gap", test_what_is_no_number_is_a_gap);
  g_test_add_func ("/pv-plot/ghosts-are-closed", test_ghosts_are_closed);
  g_test_add_func ("/pv-plot/stays-inside-its-edges", test_stays_inside_its_edges);
  g_test_add_func ("/pv-plot/labels-do-not-wander", test_labels_do_not_wander);
  g_test_add_func ("/pv-plot/long-name-is-written-in-lines", test_long_name_is_written_in_lines);
  g_test_add_func ("/pv-plot/names-keep-out-of-other-loops", test_names_keep_out_of_other_loops);
  g_test_add_func ("/pv-plot/ghosts-come-and-go", test_ghosts_come_and_go);
  g_test_add_func ("/pv-plot/area-of-work-is-shaded", test_area_of_work_is_shaded);
  g_test_add_func ("/pv-plot/everything-on-request", test_everything_on_request);
  g_test_add_func ("/pv-plot/companion-point-stays-in-its-extents",
                   test_companion_point_stays_in_its_extents);
  g_test_add_func ("/pv-plot/a-moment-is-found-on-the-loop", test_a_moment_is_found_on_the_loop);
  g_test_add_func ("/pv-plot/a-loop-leaves-the-axes", test_a_loop_leaves_the_axes);
  g_test_add_func ("/pv-plot/roles-are-told-apart-in-a-lit-room",
                   test_roles_are_told_apart_in_a_lit_room);
  return g_test_run ();
}
