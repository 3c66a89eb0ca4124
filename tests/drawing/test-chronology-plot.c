/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-canvas.h"
#include "al-chronology-plot.h"

#define MARGIN 60

static const int widths[] = {240, 320, 480, 640, 960, 1600};

static const AlChronologyMark trial = {AL_CHRONOLOGY_SQUARE, AL_CHRONOLOGY_EQUALS, TRUE};
static const AlChronologyMark summary = {AL_CHRONOLOGY_DIAMOND, AL_CHRONOLOGY_PLUS, FALSE};
static const AlChronologyMark guideline = {AL_CHRONOLOGY_FLAG, AL_CHRONOLOGY_NO_SIGN, TRUE};

/* A crowded year, names longer than a narrow picture is wide, and the ends of the axis. */
static AlChronologyPlot *
make_plot (void)
{
  AlChronologyPlot *plot = al_chronology_plot_new ();

  al_chronology_plot_add_lane (plot, "VA-ECMO", AL_ROLE_ECMO);
  al_chronology_plot_add_event (plot, 1999, "The first", &trial);
  for (guint i = 0; i < 6; i++)
    al_chronology_plot_add_event (plot, 2023, "A trial of the same year", &trial);
  al_chronology_plot_add_event (plot, 2025, "The last of them all, with a rather long name",
                                &summary);
  al_chronology_plot_add_lane (plot, "Guidelines", AL_ROLE_BASELINE);
  al_chronology_plot_add_event (plot, 2012, "A guideline on acute coronary syndromes", &guideline);
  al_chronology_plot_add_event (plot, 2013, "Another one", &guideline);
  al_chronology_plot_set_span (plot, 2023, 2024, "The review");
  al_chronology_plot_add_key (plot, "Randomised trial", &trial);
  al_chronology_plot_add_key (plot, "Summary of observations", &summary);
  al_chronology_plot_add_key (plot, "Guideline", &guideline);
  return plot;
}

static void
lay_out (AlChronologyPlot *plot, AlStyleKind kind, double width)
{
  AlPlotStyle style;

  al_plot_style_init (&style, kind);
  al_chronology_plot_set_style (plot, &style);
  al_chronology_plot_set_width (plot, width);
}

static AlCanvas *
draw (AlChronologyPlot *plot, AlStyleKind kind, double width, int current)
{
  AlPlotStyle style;
  AlCanvas *canvas;

  lay_out (plot, kind, width);
  al_plot_style_init (&style, kind);
  canvas = al_canvas_new ((int) width + 2 * MARGIN,
                          (int) al_chronology_plot_get_height (plot) + 2 * MARGIN, &style.ground);
  cairo_translate (canvas->cr, MARGIN, MARGIN);
  al_chronology_plot_draw (plot, current, canvas->cr);
  return canvas;
}

static guint
count_ink (AlChronologyPlot *plot, int current)
{
  g_autoptr (AlCanvas) canvas = draw (plot, AL_STYLE_PRINT, 960, current);

  return al_canvas_count_ink (canvas, MARGIN, MARGIN, 960,
                              (int) al_chronology_plot_get_height (plot));
}

/* In every style and at every width it stays where it has room. */
static void
test_stays_inside (void)
{
  for (guint kind = 0; kind < AL_N_STYLES; kind++) {
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
      g_autoptr (AlChronologyPlot) plot = make_plot ();
      g_autoptr (AlCanvas) canvas = draw (plot, (AlStyleKind) kind, widths[i], -1);
      const int height = (int) al_chronology_plot_get_height (plot);

      g_assert_cmpuint (
          al_canvas_count_ink_outside (canvas, MARGIN - 2, MARGIN - 2, widths[i] + 4, height + 4),
          ==, 0);
      g_assert_cmpuint (al_canvas_count_ink (canvas, MARGIN, MARGIN, widths[i], height), >, 2000);
    }
  }
}

static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/* No name lies on another one, and each is found where it stands. */
static void
test_names_apart (void)
{
  g_autoptr (AlChronologyPlot) plot = make_plot ();

  g_assert_cmpuint (al_chronology_plot_get_n_events (plot), ==, 10);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    lay_out (plot, AL_STYLE_LIGHT, widths[i]);
    for (guint a = 0; a < al_chronology_plot_get_n_events (plot); a++) {
      cairo_rectangle_t box, other;

      al_chronology_plot_get_box (plot, a, &box);
      g_assert_cmpint (
          al_chronology_plot_find (plot, box.x + box.width / 2, box.y + box.height / 2), ==,
          (int) a);
      for (guint b = 0; b < a; b++) {
        al_chronology_plot_get_box (plot, b, &other);
        g_assert_false (overlap (&box, &other));
      }
    }
  }
  g_assert_cmpint (al_chronology_plot_find (plot, -5, -5), ==, -1);
}

/* Left is earlier, and a year is a place. */
static void
test_years (void)
{
  g_autoptr (AlChronologyPlot) plot = make_plot ();
  cairo_rectangle_t first, second, later;

  lay_out (plot, AL_STYLE_LIGHT, 1600);
  al_chronology_plot_get_box (plot, 0, &first);
  al_chronology_plot_get_box (plot, 1, &second);
  al_chronology_plot_get_box (plot, 8, &later);
  g_assert_cmpfloat (first.x, <, later.x);
  g_assert_cmpfloat (later.x, <, second.x);
  al_chronology_plot_get_box (plot, 2, &later);
  g_assert_cmpfloat (ABS (second.x + second.width - later.x - later.width), <, second.width);
}

/* Where it is narrow, names break into lines. */
static void
test_narrow_is_higher (void)
{
  g_autoptr (AlChronologyPlot) plot = make_plot ();
  double wide;

  lay_out (plot, AL_STYLE_LIGHT, 960);
  wide = al_chronology_plot_get_height (plot);
  lay_out (plot, AL_STYLE_LIGHT, 240);
  g_assert_cmpfloat (al_chronology_plot_get_height (plot), >, 1.2 * wide);
}

/* The chosen event is framed; what is not there is not. */
static void
test_current (void)
{
  g_autoptr (AlChronologyPlot) plot = make_plot ();
  const guint ink = count_ink (plot, -1);

  g_assert_cmpuint (count_ink (plot, 3), >, ink + 100);
  g_assert_cmpuint (count_ink (plot, 99), ==, ink);
}

static guint
count_ink_of_mark (const AlChronologyMark *mark)
{
  AlPlotStyle style;
  g_autoptr (AlCanvas) canvas = NULL;

  al_plot_style_init (&style, AL_STYLE_PRINT);
  canvas = al_canvas_new (80, 80, &style.ground);
  al_chronology_mark_draw (mark, &style, &style.text, canvas->cr, 40, 40, 40);
  return al_canvas_count_ink (canvas, 0, 0, 80, 80);
}

/* Every sign and every shape makes a picture of its own, filled and empty. */
static void
test_marks_differ (void)
{
  GHashTable *seen = g_hash_table_new (NULL, NULL);

  for (guint shape = 0; shape <= AL_CHRONOLOGY_FLAG; shape++) {
    for (guint sign = 0; sign <= AL_CHRONOLOGY_EQUALS; sign++) {
      for (guint solid = 0; solid < 2; solid++) {
        const AlChronologyMark mark = {(AlChronologyShape) shape, (AlChronologySign) sign, solid};

        g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (count_ink_of_mark (&mark))));
      }
    }
  }
  g_hash_table_unref (seen);
}

static void
test_empty (void)
{
  g_autoptr (AlChronologyPlot) plot = al_chronology_plot_new ();

  g_assert_cmpuint (count_ink (plot, 0), <, 2000);
  g_assert_cmpuint (al_chronology_plot_get_n_events (plot), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/chronology/stays-inside", test_stays_inside);
  g_test_add_func ("/drawing/chronology/names-apart", test_names_apart);
  g_test_add_func ("/drawing/chronology/years", test_years);
  g_test_add_func ("/drawing/chronology/narrow-is-higher", test_narrow_is_higher);
  g_test_add_func ("/drawing/chronology/current", test_current);
  g_test_add_func ("/drawing/chronology/marks-differ", test_marks_differ);
  g_test_add_func ("/drawing/chronology/empty", test_empty);
  return g_test_run ();
}
