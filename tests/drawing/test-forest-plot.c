/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-forest-plot.h"

#include <math.h>

#define MARGIN 30

static const AlForestTitles titles = {
    .measure = "Risk ratio",
    .device = "VA-ECMO and balloon pump",
    .control = "VA-ECMO alone",
    .favours_device = "Favours adding the balloon pump",
    .favours_control = "Favours VA-ECMO alone",
};

static AlForestRow
study (double effect, double low, double high, double weight)
{
  return (AlForestRow){
      .kind = AL_FOREST_STUDY,
      .label = "A study 2020",
      .detail = "Death, 30 days",
      .events_device = 10,
      .n_device = 100,
      .events_control = 12,
      .n_control = 101,
      .effect = effect,
      .low = low,
      .high = high,
      .weight_percent = weight,
  };
}

static AlForestRow
summary (double effect, double low, double high)
{
  AlForestRow row = study (effect, low, high, NAN);

  row.kind = AL_FOREST_SUMMARY;
  row.label = "Summary";
  row.detail = NULL;
  return row;
}

static AlForestRow
note (const char *text)
{
  return (AlForestRow){.kind = AL_FOREST_NOTE, .label = text};
}

static void
add (AlForestPlot *plot, AlForestRow row)
{
  al_forest_plot_add_row (plot, &row);
}

static AlForestPlot *
plot_new (void)
{
  AlForestPlot *plot = al_forest_plot_new (&titles, AL_SCALE_LOG);

  add (plot, study (0.8, 0.6, 1.1, 30));
  add (plot, study (0.95, 0.85, 1.06, 70));
  add (plot, summary (0.9, 0.8, 1.01));
  add (plot, note ("Heterogeneity: none to speak of, in a sentence of some length."));
  return plot;
}

/* Draws a plot with free room on all sides of it. */
static cairo_surface_t *
draw (const AlForestPlot *plot, double width)
{
  int height = (int) ceil (al_forest_plot_measure_height (plot));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) width + 2 * MARGIN, height + 2 * MARGIN);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  al_forest_plot_draw (plot, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* 0 for white to 255 for black. */
static int
ink_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface);

  row += (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
  return 255 - (int) (((const guint32 *) (const void *) row)[x] >> 8 & 0xff);
}

static guint
count_ink (cairo_surface_t *surface, cairo_rectangle_int_t area)
{
  guint n = 0;

  for (int y = area.y; y < area.y + area.height; y++) {
    for (int x = area.x; x < area.x + area.width; x++)
      n += ink_at (surface, x, y) > 100;
  }
  return n;
}

static double
middle_of_row (const AlForestPlot *plot, int row)
{
  double first = -1, last = -1;

  for (double y = 0; y < al_forest_plot_measure_height (plot); y += 0.25) {
    if (al_forest_plot_get_row_at (plot, y) != row)
      continue;
    first = first < 0 ? y : first;
    last = y;
  }
  g_assert_cmpfloat (last, >, first);
  return (first + last) / 2;
}

static void
test_no_effect_is_in_the_middle (void)
{
  g_autoptr (AlForestPlot) plot = plot_new ();
  AlRange range = al_forest_plot_get_range (plot);
  double low = al_forest_plot_get_x (plot, range.low);
  double high = al_forest_plot_get_x (plot, range.high);

  g_assert_cmpfloat_with_epsilon (range.low * range.high, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (al_forest_plot_get_x (plot, 1), (low + high) / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (
      al_forest_plot_get_x (plot, 1) - al_forest_plot_get_x (plot, 0.8),
      al_forest_plot_get_x (plot, 1.25) - al_forest_plot_get_x (plot, 1), 1e-6);
}

static void
test_difference_has_zero_in_the_middle (void)
{
  g_autoptr (AlForestPlot) plot = al_forest_plot_new (&titles, AL_SCALE_LINEAR);

  add (plot, study (-0.05, -0.12, 0.02, NAN));
  AlRange range = al_forest_plot_get_range (plot);
  g_assert_cmpfloat_with_epsilon (range.low, -range.high, 1e-9);
  g_assert_cmpfloat (range.high, >=, 0.12);
  g_assert_cmpfloat (range.high, <=, 0.2);
}

/* Every effect is on the axis; an interval may leave it when it is very wide. */
static void
test_range_holds_effects (void)
{
  const double effects[] = {0.02, 0.3, 0.5, 0.99, 1, 1.9, 4, 11, 60};

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++) {
    g_autoptr (AlForestPlot) plot = al_forest_plot_new (&titles, AL_SCALE_LOG);

    add (plot, study (effects[i], effects[i] / 1000, effects[i] * 1000, NAN));
    AlRange range = al_forest_plot_get_range (plot);
    g_assert_cmpfloat (range.low, <=, effects[i]);
    g_assert_cmpfloat (range.high, >=, effects[i]);
    g_assert_cmpfloat (range.high, <=, 100);
  }
}

static void
test_range_can_be_set (void)
{
  g_autoptr (AlForestPlot) plot = plot_new ();

  al_forest_plot_set_range (plot, (AlRange){0.1, 10});
  add (plot, study (50, 20, 90, NAN));
  g_assert_cmpfloat_with_epsilon (al_forest_plot_get_range (plot).high, 10, 1e-9);
}

static void
test_rows_make_it_higher (void)
{
  g_autoptr (AlForestPlot) plot = al_forest_plot_new (&titles, AL_SCALE_LOG);
  double before = al_forest_plot_measure_height (plot);

  g_assert_cmpfloat (before, >, 0);
  for (int i = 0; i < 5; i++) {
    add (plot, study (0.9, 0.8, 1.0, 20));
    g_assert_cmpfloat (al_forest_plot_measure_height (plot), >, before + 15);
    before = al_forest_plot_measure_height (plot);
  }
}

static void
test_height_does_not_depend_on_width (void)
{
  g_autoptr (AlForestPlot) plot = plot_new ();
  double height, least = al_forest_plot_measure_width (plot);

  al_forest_plot_set_width (plot, 3 * least);
  height = al_forest_plot_measure_height (plot);
  for (double width = least; width < 3 * least; width += 37) {
    al_forest_plot_set_width (plot, width);
    g_assert_cmpfloat_with_epsilon (al_forest_plot_measure_height (plot), height, 1e-6);
  }
}

static void
test_row_at (void)
{
  g_autoptr (AlForestPlot) plot = plot_new ();

  g_assert_cmpint (al_forest_plot_get_row_at (plot, 0), ==, -1);
  g_assert_cmpint (al_forest_plot_get_row_at (plot, 1e6), ==, -1);
  for (int i = 1; i < 4; i++)
    g_assert_cmpfloat (middle_of_row (plot, i), >, middle_of_row (plot, i - 1) + 10);
}

/* At any width and in any style, nothing is drawn outside of what was measured. */
static void
test_stays_inside (void)
{
  for (int kind = 0; kind < AL_N_STYLES; kind++) {
    g_autoptr (AlForestPlot) plot = plot_new ();
    AlPlotStyle style;

    al_plot_style_init (&style, kind);
    style.ground = (AlColor){1, 1, 1, 1};
    al_forest_plot_set_style (plot, &style);
    for (double factor = 1; factor < 3; factor += 0.4) {
      double width = ceil (factor * al_forest_plot_measure_width (plot));
      int height = (int) ceil (al_forest_plot_measure_height (plot));
      cairo_surface_t *surface;

      al_forest_plot_set_width (plot, width);
      surface = draw (plot, width);
      int whole = (int) width + 2 * MARGIN;
      g_assert_cmpuint (
          count_ink (surface, (cairo_rectangle_int_t){0, 0, MARGIN, height + 2 * MARGIN}), ==, 0);
      g_assert_cmpuint (count_ink (surface, (cairo_rectangle_int_t){whole - MARGIN, 0, MARGIN,
                                                                    height + 2 * MARGIN}),
                        ==, 0);
      g_assert_cmpuint (count_ink (surface, (cairo_rectangle_int_t){0, 0, whole, MARGIN}), ==, 0);
      g_assert_cmpuint (
          count_ink (surface, (cairo_rectangle_int_t){0, height + MARGIN, whole, MARGIN}), ==, 0);
      cairo_surface_destroy (surface);
    }
  }
}

/* How high the mark of a row is, two pixels beside its middle so that no line is in the way. */
static guint
get_mark_height (const AlForestPlot *plot, cairo_surface_t *surface, int row, double effect)
{
  int x = MARGIN + (int) al_forest_plot_get_x (plot, effect) + 2;
  int y = MARGIN + (int) middle_of_row (plot, row);

  return count_ink (surface, (cairo_rectangle_int_t){x, y - 12, 1, 24});
}

static void
test_weight_is_area (void)
{
  g_autoptr (AlForestPlot) plot = al_forest_plot_new (&titles, AL_SCALE_LOG);
  cairo_surface_t *surface;
  guint light, heavy;

  add (plot, study (0.7, 0.5, 0.9, 20));
  add (plot, study (0.7, 0.5, 0.9, 80));
  al_forest_plot_set_width (plot, 900);
  surface = draw (plot, 900);
  light = get_mark_height (plot, surface, 0, 0.7);
  heavy = get_mark_height (plot, surface, 1, 0.7);
  g_assert_cmpuint (light, >=, 5);
  /* Four times the weight is twice the side. */
  g_assert_cmpuint (heavy, >=, 2 * light - 2);
  g_assert_cmpuint (heavy, <=, 2 * light + 2);
  cairo_surface_destroy (surface);
}

/* An interval that goes on past the axis ends in an arrow head, which is higher than a line. */
static void
test_arrow_where_the_interval_goes_on (void)
{
  g_autoptr (AlForestPlot) plot = al_forest_plot_new (&titles, AL_SCALE_LOG);
  cairo_surface_t *surface;
  int end, y;

  add (plot, study (1.2, 0.9, 1.99, NAN));
  add (plot, study (1.2, 0.9, 40, NAN));
  al_forest_plot_set_range (plot, (AlRange){0.5, 2});
  al_forest_plot_set_width (plot, 900);
  surface = draw (plot, 900);
  end = MARGIN + (int) al_forest_plot_get_x (plot, 2);
  y = MARGIN + (int) middle_of_row (plot, 0);
  g_assert_cmpuint (count_ink (surface, (cairo_rectangle_int_t){end - 5, y - 6, 1, 12}), <=, 2);
  y = MARGIN + (int) middle_of_row (plot, 1);
  g_assert_cmpuint (count_ink (surface, (cairo_rectangle_int_t){end - 5, y - 6, 1, 12}), >=, 4);
  cairo_surface_destroy (surface);
}

static void
test_odd_rows (void)
{
  const AlForestRow rows[] = {
      study (NAN, NAN, NAN, NAN),
      study (0.9, NAN, NAN, 50),
      study (0, 0, 0, 0),
      study (-1, -2, 3, NAN),
      study (INFINITY, 0, INFINITY, NAN),
      study (1, 1, 1, 100),
      summary (NAN, NAN, NAN),
      summary (1e-9, 1e-12, 1e9),
      note (""),
      {.kind = AL_FOREST_HEADING, .label = NULL},
  };

  for (AlScale scale = AL_SCALE_LINEAR; scale <= AL_SCALE_LOG; scale++) {
    g_autoptr (AlForestPlot) plot = al_forest_plot_new (&titles, scale);

    cairo_surface_destroy (draw (plot, 700));
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
      al_forest_plot_add_row (plot, &rows[i]);
      al_forest_plot_set_width (plot, 700);
      cairo_surface_destroy (draw (plot, 700));
    }
  }
}

static void
test_fits_a_page (void)
{
  const double sizes[][2] = {{1200, 700}, {1200, 320}, {760, 600}, {1900, 1000}};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (AlForestPlot) plot = plot_new ();
    AlPlotStyle style;

    al_plot_style_init (&style, AL_STYLE_PRINT);
    al_forest_plot_fit (plot, &style, sizes[i][0], sizes[i][1]);
    g_assert_cmpfloat (al_forest_plot_measure_height (plot), <=, sizes[i][1]);
    g_assert_cmpfloat (al_forest_plot_measure_width (plot), <=, sizes[i][0]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forest-plot/no-effect-is-in-the-middle", test_no_effect_is_in_the_middle);
  g_test_add_func ("/forest-plot/difference-has-zero-in-the-middle",
                   test_difference_has_zero_in_the_middle);
  g_test_add_func ("/forest-plot/range-holds-effects", test_range_holds_effects);
  g_test_add_func ("/forest-plot/range-can-be-set", test_range_can_be_set);
  g_test_add_func ("/forest-plot/rows-make-it-higher", test_rows_make_it_higher);
  g_test_add_func ("/forest-plot/height-does-not-depend-on-width",
                   test_height_does_not_depend_on_width);
  g_test_add_func ("/forest-plot/row-at", test_row_at);
  g_test_add_func ("/forest-plot/stays-inside", test_stays_inside);
  g_test_add_func ("/forest-plot/weight-is-area", test_weight_is_area);
  g_test_add_func ("/forest-plot/arrow-where-the-interval-goes-on",
                   test_arrow_where_the_interval_goes_on);
  g_test_add_func ("/forest-plot/odd-rows", test_odd_rows);
  g_test_add_func ("/forest-plot/fits-a-page", test_fits_a_page);
  return g_test_run ();
}
