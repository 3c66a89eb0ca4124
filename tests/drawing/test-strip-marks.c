/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-canvas.h"
#include "al-strip-ecg.h"
#include "al-strip-landmarks.h"

#include <math.h>

#define BEAT_US (G_GINT64_CONSTANT (800000))

static void
add_event (AlStripEvents *events, AlStripEventKind kind, gint64 time_us)
{
  const AlStripEvent event = {.time_us = time_us, .kind = kind, .interval_us = BEAT_US};

  al_strip_events_add (events, &event);
}

static double
get_highest (const AlStripEvents *events, gint64 from_us, gint64 to_us)
{
  double highest = -G_MAXDOUBLE;

  for (gint64 time_us = from_us; time_us < to_us; time_us += 2000)
    highest = MAX (highest, al_strip_ecg_get_value (time_us, events));
  return highest;
}

static void
test_events_stand_in_order (void)
{
  g_autofree AlStripEvents *events = g_new0 (AlStripEvents, 1);

  add_event (events, AL_STRIP_EVENT_VENTRICLES, 2 * BEAT_US);
  add_event (events, AL_STRIP_EVENT_TRIGGER, BEAT_US);
  add_event (events, AL_STRIP_EVENT_VENTRICLES, BEAT_US);
  for (guint i = 1; i < events->n_events; i++)
    g_assert_cmpint (al_strip_events_get (events, i - 1)->time_us, <=,
                     al_strip_events_get (events, i)->time_us);
  g_assert_cmpint (al_strip_events_last_beat (events, 2 * BEAT_US)->time_us, ==, BEAT_US);
  g_assert_nonnull (al_strip_events_find_beat (events, BEAT_US));
  g_assert_null (al_strip_events_find_beat (events, BEAT_US + 1));
  g_assert_null (al_strip_events_last_beat (events, BEAT_US));
}

/* More than there is room for: the oldest go. */
static void
test_events_forget_the_oldest (void)
{
  g_autofree AlStripEvents *events = g_new0 (AlStripEvents, 1);

  for (gint64 i = 0; i < AL_STRIP_EVENTS_MAX + 100; i++)
    add_event (events, AL_STRIP_EVENT_VENTRICLES, i * BEAT_US);
  g_assert_cmpuint (events->n_events, ==, AL_STRIP_EVENTS_MAX);
  g_assert_cmpint (al_strip_events_get (events, 0)->time_us, ==, 100 * BEAT_US);
}

static void
test_ecg_of_a_sinus_beat (void)
{
  g_autofree AlStripEvents *events = g_new0 (AlStripEvents, 1);

  add_event (events, AL_STRIP_EVENT_ATRIA, 10 * BEAT_US - 140000);
  add_event (events, AL_STRIP_EVENT_VENTRICLES, 10 * BEAT_US);
  /* P, then R, then T; and nothing before its cause. */
  g_assert_cmpfloat (get_highest (events, 10 * BEAT_US - 140000, 10 * BEAT_US), >, 0.1);
  g_assert_cmpfloat (get_highest (events, 10 * BEAT_US, 10 * BEAT_US + 70000), >, 0.9);
  g_assert_cmpfloat (get_highest (events, 10 * BEAT_US + 150000, 11 * BEAT_US), >, 0.2);
  g_assert_cmpfloat (get_highest (events, 0, 10 * BEAT_US - 141000), <, 1e-9);
}

static void
test_ecg_without_an_activation_is_flat (void)
{
  g_autofree AlStripEvents *events = g_new0 (AlStripEvents, 1);

  g_assert_cmpfloat (get_highest (events, 0, 5 * BEAT_US), <=, 0);
  add_event (events, AL_STRIP_EVENT_VENTRICLES, BEAT_US);
  g_assert_cmpfloat (get_highest (events, 3 * BEAT_US, 9 * BEAT_US), <=, 1e-9);
}

/* How long the line stays above a third of its highest. */
static guint
measure_width (const AlStripEvents *events, gint64 time_us)
{
  const double third = get_highest (events, time_us, time_us + 200000) / 3;
  guint n = 0;

  for (gint64 t = time_us; t < time_us + 200000; t += 1000)
    n += al_strip_ecg_get_value (t, events) > third;
  return n;
}

static void
test_ecg_of_the_ventricles_alone_is_wide (void)
{
  g_autofree AlStripEvents *events = g_new0 (AlStripEvents, 1);
  const AlStripEvent wide = {.time_us = 9 * BEAT_US,
                             .kind = AL_STRIP_EVENT_VENTRICLES,
                             .interval_us = BEAT_US,
                             .wide = TRUE};

  add_event (events, AL_STRIP_EVENT_VENTRICLES, BEAT_US);
  al_strip_events_add (events, &wide);
  g_assert_cmpuint (measure_width (events, 9 * BEAT_US), >, 3 * measure_width (events, BEAT_US));
}

/* Every second beat assisted: the known pressures are found, each with the right name. */
static AlTrace *
make_trace (AlStripEvents *events, guint n_beats)
{
  AlTrace *trace = al_trace_new (60 * G_USEC_PER_SEC, 4000);

  for (guint i = 0; i < n_beats; i++) {
    const AlStripEvent beat = {.time_us = i * BEAT_US,
                               .kind = AL_STRIP_EVENT_VENTRICLES,
                               .interval_us = BEAT_US,
                               .assisted = i % 2 == 0,
                               .after_assisted = i % 2 == 1};

    al_strip_events_add (events, &beat);
  }
  for (gint64 time_us = 0; time_us < n_beats * BEAT_US; time_us += 4000) {
    const gint64 phase_us = time_us % BEAT_US;
    const gboolean first = time_us / BEAT_US % 2 == 0;
    AlSample sample = {.time_us = time_us};
    double pressure = 60;

    if (phase_us < 100000)
      pressure = first ? 55 : 45;
    else if (phase_us < 400000)
      pressure = first ? 80 : 72;
    else if (phase_us < 440000)
      pressure = 62;
    else if (first && phase_us < 700000)
      pressure = 95;
    sample.value[AL_SIGNAL_AO_PRESSURE] = pressure;
    sample.value[AL_SIGNAL_AORTIC_OPENING] = phase_us >= 100000 && phase_us < 400000;
    al_trace_push (trace, &sample);
  }
  return trace;
}

static void
test_landmarks_of_both_kinds_of_beat (void)
{
  static const double expected[AL_N_STRIP_LANDMARKS] = {80, 72, 95, 55, 45, 62};
  g_autofree AlStripEvents *events = g_new0 (AlStripEvents, 1);
  g_autoptr (AlTrace) trace = make_trace (events, 8);
  AlStripLandmark landmarks[AL_N_STRIP_LANDMARKS];
  guint n = al_strip_landmarks_find (landmarks, trace, events, 0, 8 * BEAT_US);

  g_assert_cmpuint (n, ==, AL_N_STRIP_LANDMARKS);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (landmarks[i].pressure_mmhg, expected[landmarks[i].kind], 1e-9);
}

/* What is not seen has no label; and a beat that has not ended is not read. */
static void
test_landmarks_stay_in_sight (void)
{
  g_autofree AlStripEvents *events = g_new0 (AlStripEvents, 1);
  g_autoptr (AlTrace) trace = make_trace (events, 8);
  AlStripLandmark landmarks[AL_N_STRIP_LANDMARKS];
  guint n = al_strip_landmarks_find (landmarks, trace, events, 3 * BEAT_US, 6 * BEAT_US - 1);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++) {
    g_assert_cmpint (landmarks[i].time_us, >=, 3 * BEAT_US);
    g_assert_cmpint (landmarks[i].time_us, <, 5 * BEAT_US);
  }
  g_assert_cmpuint (al_strip_landmarks_find (landmarks, trace, events, 0, BEAT_US - 1), ==, 0);
}

/* A peak is labelled from above where there is room, and each label takes one place. */
static void
test_labels_take_one_place (void)
{
  const cairo_rectangle_t area = {0, 0, 400, 200};
  const AlStripLandmark landmark = {AL_STRIP_LANDMARK_SYSTOLE, 0, 90, 200, 100};
  g_auto (AlPlacer) placer = {0};
  AlPlotStyle style;

  al_plot_style_init (&style, AL_STYLE_LIGHT);

  g_autoptr (AlCanvas) canvas = al_canvas_new (400, 200, &style.ground);

  al_placer_init (&placer, &area);
  al_strip_landmarks_draw (&landmark, 1, &style, &placer, canvas->cr);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 100, 40, 200, 50), >, 50);
  g_assert_cmpuint (al_canvas_count_ink (canvas, 100, 110, 200, 80), ==, 0);
}

/* A bar below the chart while the balloon is full, and none while it is empty. */
static void
test_band_follows_the_balloon (void)
{
  g_autoptr (AlStripChart) chart = al_strip_chart_new ("Pressure", "mmHg");
  g_autoptr (AlTrace) trace = al_trace_new (10 * G_USEC_PER_SEC, 4000);
  AlPlotStyle style;
  cairo_rectangle_t area;
  int y, full, empty;

  al_plot_style_init (&style, AL_STYLE_LIGHT);
  for (gint64 time_us = 0; time_us < 5 * G_USEC_PER_SEC; time_us += 4000) {
    AlSample sample = {.time_us = time_us};

    sample.value[AL_SIGNAL_BALLOON_VOLUME] = time_us / G_USEC_PER_SEC % 2 == 1 ? 40 : 0;
    al_trace_push (trace, &sample);
  }
  al_strip_chart_set_size (chart, 640, 200);
  al_strip_chart_set_time_visible (chart, FALSE);
  al_strip_chart_set_band (chart, "Balloon", AL_SIGNAL_BALLOON_VOLUME, 4);

  g_autoptr (AlCanvas) whole = al_canvas_new (640, 200, &style.ground);
  g_autoptr (AlCanvas) parts = al_canvas_new (640, 200, &style.ground);

  al_strip_chart_draw_part (chart, whole->cr, trace, 0, 5 * G_USEC_PER_SEC);
  for (gint64 t = 0; t < 5 * G_USEC_PER_SEC; t += 130000)
    al_strip_chart_draw_part (chart, parts->cr, trace, t, MIN (t + 130000, 5 * G_USEC_PER_SEC));
  al_strip_chart_get_area (chart, &area);
  y = (int) (area.y + area.height);
  full = (int) al_strip_chart_get_x (chart, 1500000);
  empty = (int) al_strip_chart_get_x (chart, 2500000);
  g_assert_cmpuint (al_canvas_count_ink (whole, full - 10, y, 20, 200 - y), >, 60);
  g_assert_cmpuint (al_canvas_count_ink (whole, empty - 10, y, 20, 200 - y), ==, 0);
  g_assert_cmpfloat (al_canvas_compare (whole, parts, 6), <, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strip-marks/events-stand-in-order", test_events_stand_in_order);
  g_test_add_func ("/strip-marks/events-forget-the-oldest", test_events_forget_the_oldest);
  g_test_add_func ("/strip-marks/ecg-of-a-sinus-beat", test_ecg_of_a_sinus_beat);
  g_test_add_func ("/strip-marks/ecg-without-an-activation-is-flat",
                   test_ecg_without_an_activation_is_flat);
  g_test_add_func ("/strip-marks/ecg-of-the-ventricles-alone-is-wide",
                   test_ecg_of_the_ventricles_alone_is_wide);
  g_test_add_func ("/strip-marks/landmarks-of-both-kinds-of-beat",
                   test_landmarks_of_both_kinds_of_beat);
  g_test_add_func ("/strip-marks/landmarks-stay-in-sight", test_landmarks_stay_in_sight);
  g_test_add_func ("/strip-marks/labels-take-one-place", test_labels_take_one_place);
  g_test_add_func ("/strip-marks/band-follows-the-balloon", test_band_follows_the_balloon);
  return g_test_run ();
}
