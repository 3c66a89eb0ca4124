/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-canvas.h"
#include "al-sheet.h"

#define MARGIN 40

static AlPictograph *
make_pictograph (guint n_rows)
{
  AlPictograph *pictograph = al_pictograph_new ();
  const AlPictographRow row = {"Death", {"A", 0.4}, {"B", 0.6}, "20 fewer of 100."};

  for (guint i = 0; i < n_rows; i++)
    al_pictograph_add_row (pictograph, &row);
  return pictograph;
}

static AlSheet *
make_sheet (guint n_rows)
{
  AlSheet *sheet = al_sheet_new ();

  al_sheet_add (sheet, AL_SHEET_HEADING, "What was measured");
  al_sheet_add (
      sheet, AL_SHEET_BODY,
      "A sentence that is long enough to be broken into several lines where it is narrow, "
      "as most of them are.");
  al_sheet_add_pictograph (sheet, make_pictograph (n_rows));
  al_sheet_add (sheet, AL_SHEET_CAPTION, "N Engl J Med 2024;390:1382-1393");
  al_sheet_add (sheet, AL_SHEET_BODY, NULL);
  al_sheet_add (sheet, AL_SHEET_BODY, "");
  return sheet;
}

/* What is empty is not there. */
static void
test_paragraphs (void)
{
  g_autoptr (AlSheet) without = make_sheet (0);
  g_autoptr (AlSheet) with = make_sheet (2);

  g_assert_cmpuint (al_sheet_get_n_paragraphs (without), ==, 3);
  g_assert_cmpuint (al_sheet_get_n_paragraphs (with), ==, 4);
}

/* The height that it says is the height that it has, with pictures and without. */
static void
test_height (void)
{
  static const int widths[] = {300, 500, 720};

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    for (guint n_rows = 0; n_rows < 3; n_rows++) {
      g_autoptr (AlSheet) sheet = make_sheet (n_rows);
      g_autoptr (AlCanvas) canvas = NULL;
      AlPlotStyle style;
      double height;

      al_plot_style_init (&style, AL_STYLE_PRINT);
      height = al_sheet_measure_height (sheet, &style, widths[i]);
      canvas = al_canvas_new (widths[i] + 2 * MARGIN, (int) height + 2 * MARGIN, &style.ground);
      cairo_translate (canvas->cr, MARGIN, MARGIN);
      al_sheet_draw (sheet, &style, widths[i], canvas->cr);
      g_assert_cmpuint (al_canvas_count_ink_outside (canvas, MARGIN - 1, MARGIN - 1, widths[i] + 2,
                                                     (int) height + 3),
                        ==, 0);
      /* The last line stands at the lower edge. */
      g_assert_cmpuint (
          al_canvas_count_ink (canvas, MARGIN, MARGIN + (int) (height - 20), widths[i], 20), >, 0);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/sheet/paragraphs", test_paragraphs);
  g_test_add_func ("/drawing/sheet/height", test_height);
  return g_test_run ();
}
