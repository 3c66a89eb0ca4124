/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-figure.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define MARGIN    40
#define BEAT_MS   700
#define N_SAMPLES (4 * BEAT_MS)

/* Beats that look like beats, of a heart as strong as @strength. */
static GArray *
create_samples (double strength, double balloon_ml)
{
  GArray *samples = g_array_new (FALSE, TRUE, sizeof (AlSample));

  for (int i = 0; i < N_SAMPLES; i++) {
    double phase = 2 * G_PI * (i % BEAT_MS) / BEAT_MS;
    AlSample sample = {.time_us = (gint64) i * 1000};

    sample.value[AL_SIGNAL_LV_VOLUME] = 120 + 30 * strength * cos (phase);
    sample.value[AL_SIGNAL_LV_PRESSURE] = 50 + 45 * strength * sin (phase);
    sample.value[AL_SIGNAL_AO_PRESSURE] = 80 + 10 * strength * sin (phase);
    sample.value[AL_SIGNAL_LA_PRESSURE] = 12 + 3 * cos (phase);
    sample.value[AL_SIGNAL_PA_PRESSURE] = 22 + 8 * sin (phase);
    sample.value[AL_SIGNAL_AORTIC_FLOW] = MAX (0, 300 * sin (phase));
    sample.value[AL_SIGNAL_BALLOON_VOLUME] = balloon_ml * (sin (phase) < 0);
    g_array_append_val (samples, sample);
  }
  return samples;
}

static AlFigureRun
run_new (AlRole role, const char *name, const GArray *samples)
{
  return (AlFigureRun){
      .role = role,
      .name = name,
      .samples = (const AlSample *) (gconstpointer) samples->data,
      .n_samples = samples->len,
      .loop_start_us = 2 * BEAT_MS * 1000,
      .loop_end_us = 3 * BEAT_MS * 1000,
  };
}

static cairo_surface_t *
draw (const AlFigure *figure, AlStyleKind kind, int width, int height)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, width + 2 * MARGIN, height + 2 * MARGIN);
  cairo_t *cr = cairo_create (surface);
  AlPlotStyle style;

  al_plot_style_init (&style, kind);
  al_plot_style_fit (&style, width, height);
  al_color_set_source (&style.ground, cr);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  al_figure_draw (figure, cr, width, height, &style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface);

  row += (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++) {
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      n += pixel_at (a, x, y) != pixel_at (b, x, y);
  }
  return n;
}

/* One pixel is left to the soft edge of a letter. */
static void
assert_inside (cairo_surface_t *surface, int width, int height)
{
  guint32 ground = pixel_at (surface, 0, 0);
  const int edge = MARGIN - 1;

  for (int y = 0; y < height + 2 * MARGIN; y++) {
    for (int x = 0; x < width + 2 * MARGIN; x++) {
      gboolean is_inside = x >= edge && x <= MARGIN + width && y >= edge && y <= MARGIN + height;

      if (!is_inside && pixel_at (surface, x, y) != ground)
        g_error ("ink at %d, %d of a figure of %d by %d", x - MARGIN, y - MARGIN, width, height);
    }
  }
}

/* Every view, in every style and shape, with one run and with four. */
static void
test_stays_inside (void)
{
  const int sizes[][2] = {{1200, 640}, {640, 900}, {800, 800}, {560, 400}};
  g_autoptr (GArray) weak = create_samples (0.4, 0);
  g_autoptr (GArray) strong = create_samples (1, 40);
  AlIndices indices;
  AlFigureRun runs[] = {
      run_new (AL_ROLE_BASELINE, "No device", weak),
      run_new (AL_ROLE_IABP, "IABP 1:1", strong),
      run_new (AL_ROLE_ECMO, "VA-ECMO 4 L/min", weak),
      run_new (AL_ROLE_BOTH, "VA-ECMO 4 L/min + IABP 1:1", strong),
  };

  for (guint i = 0; i < AL_N_INDICES; i++)
    indices.value[i] = 12345.6;
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    runs[i].indices = &indices;

  for (int kind = 0; kind < AL_N_STYLES; kind++) {
    for (guint i = 0; i < 6 * G_N_ELEMENTS (sizes); i++) {
      const AlFigure figure = {.view = (AlFigureView) (i % 3),
                               .runs = runs,
                               .n_runs = i / 3 % 2 == 0 ? 1 : 4,
                               .has_moment = TRUE,
                               .moment_us = 2.5 * BEAT_MS * 1000};
      int width = sizes[i / 6][0], height = sizes[i / 6][1];
      cairo_surface_t *surface = draw (&figure, kind, width, height);

      assert_inside (surface, width, height);
      cairo_surface_destroy (surface);
    }
  }
}

/* The loop is one beat: what was before and after it does not show. */
static void
test_loop_is_one_beat (void)
{
  g_autoptr (GArray) samples = create_samples (1, 0);
  AlFigureRun whole = run_new (AL_ROLE_ECMO, NULL, samples);
  AlFigureRun only = whole;
  const AlFigure a = {.view = AL_FIGURE_PV, .runs = &whole, .n_runs = 1};
  const AlFigure b = {.view = AL_FIGURE_PV, .runs = &only, .n_runs = 1};
  cairo_surface_t *one, *other;

  /* Elsewhere the heart is somewhere else. */
  for (guint i = 0; i < 2 * BEAT_MS; i++)
    g_array_index (samples, AlSample, i).value[AL_SIGNAL_LV_VOLUME] = 400;
  only.samples += 2 * BEAT_MS;
  only.n_samples = BEAT_MS + 1;
  one = draw (&a, AL_STYLE_LIGHT, 700, 500);
  other = draw (&b, AL_STYLE_LIGHT, 700, 500);
  g_assert_cmpuint (count_differences (one, other), ==, 0);
  cairo_surface_destroy (other);

  /* All samples when no beat is named. */
  whole.loop_end_us = whole.loop_start_us;
  other = draw (&a, AL_STYLE_LIGHT, 700, 500);
  g_assert_cmpuint (count_differences (one, other), >, 100);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

static void
test_relations_come_from_the_simulation (void)
{
  g_autoptr (GArray) samples = create_samples (1, 0);
  AlFigureRun run = run_new (AL_ROLE_ECMO, NULL, samples);
  const AlFigure figure = {.view = AL_FIGURE_PV, .runs = &run, .n_runs = 1};
  g_autofree AlSimulation *simulation = g_new0 (AlSimulation, 1);
  cairo_surface_t *without, *with;
  AlSettings settings;

  al_settings_init (&settings);
  al_simulation_init (simulation, &settings);
  without = draw (&figure, AL_STYLE_LIGHT, 700, 500);
  run.simulation = simulation;
  with = draw (&figure, AL_STYLE_LIGHT, 700, 500);
  g_assert_cmpuint (count_differences (without, with), >, 200);
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

static void
test_balloon_strip_only_where_used (void)
{
  g_autoptr (GArray) without = create_samples (1, 0);
  g_autoptr (GArray) with = create_samples (1, 40);
  AlFigureRun run = run_new (AL_ROLE_IABP, NULL, without);
  const AlFigure figure = {.view = AL_FIGURE_WAVES, .runs = &run, .n_runs = 1};
  AlPlotStyle style;
  guint32 blue;
  guint n[2] = {0, 0};

  al_plot_style_init (&style, AL_STYLE_LIGHT);
  const AlColor *color = &style.signal[AL_SIGNAL_BALLOON_VOLUME].color;
  blue = (guint32) (round (255 * color->red) * 65536 + round (255 * color->green) * 256 +
                    round (255 * color->blue));
  for (guint i = 0; i < 2; i++) {
    cairo_surface_t *surface;

    run = run_new (AL_ROLE_BASELINE, NULL, i == 0 ? without : with);
    surface = draw (&figure, AL_STYLE_LIGHT, 900, 600);
    for (int y = 0; y < 600 + 2 * MARGIN; y++) {
      for (int x = 0; x < 900 + 2 * MARGIN; x++)
        n[i] += pixel_at (surface, x, y) == blue;
    }
    cairo_surface_destroy (surface);
  }
  g_assert_cmpuint (n[0], ==, 0);
  g_assert_cmpuint (n[1], >, 50);
}

/* Pixels that differ between a figure and the same without the mark of a moment. */
static guint
count_mark (const AlFigure *figure)
{
  AlFigure unmarked = *figure;
  cairo_surface_t *with = draw (figure, AL_STYLE_LIGHT, 700, 500);
  cairo_surface_t *without;
  guint n;

  unmarked.has_moment = FALSE;
  without = draw (&unmarked, AL_STYLE_LIGHT, 700, 500);
  n = count_differences (with, without);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
  return n;
}

/* A moment is marked in loop and charts, and leaves everything else where it was. */
static void
test_moment (void)
{
  g_autoptr (GArray) samples = create_samples (1, 0);
  AlFigureRun run = run_new (AL_ROLE_ECMO, NULL, samples);

  for (int view = AL_FIGURE_PV; view <= AL_FIGURE_BOTH; view++) {
    AlFigure figure = {.view = (AlFigureView) view,
                       .runs = &run,
                       .n_runs = 1,
                       .has_moment = TRUE,
                       .moment_us = 2.3 * BEAT_MS * 1000};

    g_assert_cmpuint (count_mark (&figure), >, 50);
    g_assert_cmpuint (count_mark (&figure), <, 8000);
    figure.moment_us = -1;
    g_assert_cmpuint (count_mark (&figure), ==, 0);
  }
}

/* Axes and times that are given are kept, whatever the run reaches. */
static void
test_given_axes (void)
{
  g_autoptr (GArray) samples = create_samples (1, 0);
  AlFigureRun run = run_new (AL_ROLE_ECMO, NULL, samples);
  AlFigure figure = {.view = AL_FIGURE_PV, .runs = &run, .n_runs = 1};
  cairo_surface_t *fitted = draw (&figure, AL_STYLE_LIGHT, 700, 500), *given, *both;

  figure.volume_ml = (AlRange){0, 300};
  given = draw (&figure, AL_STYLE_LIGHT, 700, 500);
  g_assert_cmpuint (count_differences (fitted, given), >, 500);
  figure.pressure_mmhg = (AlRange){0, 200};
  both = draw (&figure, AL_STYLE_LIGHT, 700, 500);
  g_assert_cmpuint (count_differences (given, both), >, 500);
  cairo_surface_destroy (fitted);
  cairo_surface_destroy (given);
  cairo_surface_destroy (both);

  figure.view = AL_FIGURE_WAVES;
  fitted = draw (&figure, AL_STYLE_LIGHT, 700, 500);
  figure.start_us = BEAT_MS * 1000;
  figure.end_us = 2 * BEAT_MS * 1000;
  given = draw (&figure, AL_STYLE_LIGHT, 700, 500);
  g_assert_cmpuint (count_differences (fitted, given), >, 500);
  cairo_surface_destroy (fitted);
  cairo_surface_destroy (given);
}

/* Beats before the loop are drawn, and fainter than the loop: its pixels stay. */
static void
test_trail (void)
{
  g_autoptr (GArray) samples = create_samples (1, 0);
  AlFigureRun run = run_new (AL_ROLE_ECMO, NULL, samples);
  const AlFigure figure = {.view = AL_FIGURE_PV, .runs = &run, .n_runs = 1};
  cairo_surface_t *without, *with;

  for (guint i = BEAT_MS; i < 2 * BEAT_MS; i++)
    g_array_index (samples, AlSample, i).value[AL_SIGNAL_LV_VOLUME] -= 12;
  without = draw (&figure, AL_STYLE_LIGHT, 700, 500);
  run.trail_us = BEAT_MS * 1000;
  with = draw (&figure, AL_STYLE_LIGHT, 700, 500);
  g_assert_cmpuint (count_differences (without, with), >, 500);
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

static void
test_odd_data (void)
{
  g_autoptr (GArray) none = g_array_new (FALSE, TRUE, sizeof (AlSample));
  g_autoptr (GArray) one = g_array_new (FALSE, TRUE, sizeof (AlSample));
  g_autoptr (GArray) broken = create_samples (1, 0);
  g_autoptr (GArray) flat = create_samples (0, 0);
  const GArray *cases[] = {none, one, broken, flat};
  AlIndices indices;

  g_array_set_size (one, 1);
  for (guint i = 0; i < AL_N_INDICES; i++)
    indices.value[i] = NAN;
  for (guint i = 0; i < broken->len; i += 3) {
    AlSample *sample = &g_array_index (broken, AlSample, i);

    for (guint k = 0; k < AL_N_SIGNALS; k++)
      sample->value[k] = k % 2 == 0 ? NAN : INFINITY;
  }
  for (guint i = 0; i < 3 * G_N_ELEMENTS (cases); i++) {
    AlFigureRun run = run_new (AL_ROLE_OTHER, i % 3 == 0 ? NULL : "", cases[i / 3]);
    const AlFigure figure = {.view = (AlFigureView) (i % 3),
                             .runs = &run,
                             .n_runs = 1,
                             .has_moment = TRUE,
                             .moment_us = i * 1000};
    cairo_surface_t *surface;

    run.indices = i % 3 == 0 ? NULL : &indices;
    surface = draw (&figure, AL_STYLE_DARK, 700, 500);
    assert_inside (surface, 700, 500);
    cairo_surface_destroy (surface);
  }
}

static void
test_writes (void)
{
  g_autoptr (GArray) samples = create_samples (1, 0);
  const AlFigureRun run = run_new (AL_ROLE_BASELINE, "No device", samples);
  const AlFigure figure = {.view = AL_FIGURE_PV,
                           .title = "A loop",
                           .caption = "Of no patient.",
                           .runs = &run,
                           .n_runs = 1};
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("afterload-figure-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "loop.png", NULL);
  cairo_surface_t *surface;

  g_assert_true (al_figure_write (&figure, path, AL_STYLE_PRINT, 700, 500, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 700);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 500);
  cairo_surface_destroy (surface);
  g_remove (path);
  g_rmdir (folder);
  g_assert_false (al_figure_write (&figure, path, AL_STYLE_PRINT, 700, 500, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/stays-inside", test_stays_inside);
  g_test_add_func ("/figure/loop-is-one-beat", test_loop_is_one_beat);
  g_test_add_func ("/figure/relations-come-from-the-simulation",
                   test_relations_come_from_the_simulation);
  g_test_add_func ("/figure/balloon-strip-only-where-used", test_balloon_strip_only_where_used);
  g_test_add_func ("/figure/moment", test_moment);
  g_test_add_func ("/figure/given-axes", test_given_axes);
  g_test_add_func ("/figure/trail", test_trail);
  g_test_add_func ("/figure/odd-data", test_odd_data);
  g_test_add_func ("/figure/writes", test_writes);
  return g_test_run ();
}
