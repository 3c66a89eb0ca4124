/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-strip-ecg.h"

#include <math.h>

/*
 * The model has no electricity: it knows when atria and ventricles are activated. An ECG is drawn
 * from that as a lead would show it, each wave a bell. Waves begin with the activation, so that
 * nothing is drawn before it is known; in the model the heart contracts without a delay as well.
 */

/* A wave: how high, when after the activation, how wide; in mV and s. */
typedef struct {
  double height;
  double after_s;
  double width_s;
} Wave;

static const Wave atrial_waves[] = {{0.13, 0.055, 0.020}};

static const Wave narrow_waves[] = {
    {-0.08, 0.012, 0.006},
    {1.10, 0.034, 0.0095},
    {-0.24, 0.058, 0.009},
};

/* Ventricles that begin by themselves are slow to follow. */
static const Wave wide_waves[] = {
    {0.95, 0.055, 0.026},
    {0.42, 0.105, 0.022},
    {-0.30, 0.155, 0.020},
};

/* The T wave comes the later the longer the interval before it, as systole does. */
#define T_AFTER_S         0.29
#define T_WIDTH_S         0.042
#define T_HEIGHT          0.28
#define T_HEIGHT_WIDE     -0.42
#define REFERENCE_S       0.882
#define SHORTEST_INTERVAL 0.3
#define LONGEST_INTERVAL  1.6

/* No wave reaches farther than this from its activation. */
#define REACH_US 900000

/* Widths from the middle at which a bell has ended. */
#define BELL_END 4.5

/* Waves of fibrillating atria: two frequencies that do not fit each other, in 1/s. */
#define FIBRILLATION_MV   0.045
#define FIBRILLATION_SLOW 5.3
#define FIBRILLATION_FAST 8.1

/* The mark of a trigger, in parts of the text height. */
#define MARK_WIDTH  0.62
#define MARK_HEIGHT 0.52

static double
get_bell (const Wave *wave, double after_s)
{
  double distance = (after_s - wave->after_s) / wave->width_s;

  return fabs (distance) < BELL_END ? wave->height * exp (-0.5 * distance * distance) : 0;
}

static double
sum_waves (const Wave *waves, guint n_waves, double after_s)
{
  double sum = 0;

  for (guint i = 0; i < n_waves; i++)
    sum += get_bell (&waves[i], after_s);
  return sum;
}

static double
get_ventricular (const AlStripEvent *event, double after_s)
{
  double interval_s =
      CLAMP ((double) event->interval_us / G_USEC_PER_SEC, SHORTEST_INTERVAL, LONGEST_INTERVAL);
  double stretch = sqrt (interval_s / REFERENCE_S);
  const Wave t = {event->wide ? T_HEIGHT_WIDE : T_HEIGHT, T_AFTER_S * stretch, T_WIDTH_S * stretch};

  if (event->wide)
    return sum_waves (wide_waves, G_N_ELEMENTS (wide_waves), after_s) + get_bell (&t, after_s);
  return sum_waves (narrow_waves, G_N_ELEMENTS (narrow_waves), after_s) + get_bell (&t, after_s);
}

static double
get_event_value (const AlStripEvent *event, gint64 time_us)
{
  double after_s = (double) (time_us - event->time_us) / G_USEC_PER_SEC;

  switch (event->kind) {
  case AL_STRIP_EVENT_ATRIA:
    return sum_waves (atrial_waves, G_N_ELEMENTS (atrial_waves), after_s);
  case AL_STRIP_EVENT_VENTRICLES:
    return get_ventricular (event, after_s);
  case AL_STRIP_EVENT_TRIGGER:
  default:
    return 0;
  }
}

static double
get_fibrillation (gint64 time_us)
{
  double time_s = (double) time_us / G_USEC_PER_SEC;

  return FIBRILLATION_MV * (sin (2 * G_PI * FIBRILLATION_SLOW * time_s) +
                            0.6 * sin (2 * G_PI * FIBRILLATION_FAST * time_s + 1));
}

/**
 * al_strip_ecg_get_value:
 * @time_us: simulated time
 * @events: an #AlStripEvents
 *
 * What a synthetic ECG shows, as #AlStripFunc: P, QRS and T of a sinus beat, no P but an uneven
 * line in fibrillation, a wide QRS with a T against it where the ventricles begin by themselves,
 * and a flat line without an activation.
 *
 * Returns: millivolts
 */
double
al_strip_ecg_get_value (gint64 time_us, gconstpointer events)
{
  const AlStripEvents *self = events;
  const AlStripEvent *beat = al_strip_events_last_beat (self, time_us + 1);
  double value = 0;

  for (guint i = al_strip_events_find (self, time_us - REACH_US); i < self->n_events; i++) {
    const AlStripEvent *event = al_strip_events_get (self, i);

    if (event->time_us > time_us)
      break;
    value += get_event_value (event, time_us);
  }
  if (beat != NULL && beat->fibrillating)
    value += get_fibrillation (time_us);
  return value;
}

/**
 * al_strip_ecg_draw_triggers:
 * @chart: the chart of the ECG
 * @style: its looks
 * @cr: where to draw
 * @events: what happened
 * @from_us: first simulated time
 * @to_us: simulated time after the last one
 *
 * Marks what the balloon pump took for a trigger by an arrow head at the upper edge: filled where
 * it assists, hollow where it lets the beat pass.
 */
void
al_strip_ecg_draw_triggers (const AlStripChart *chart, const AlPlotStyle *style, cairo_t *cr,
                            const AlStripEvents *events, gint64 from_us, gint64 to_us)
{
  const double em = style->font_size;
  cairo_rectangle_t area;

  al_strip_chart_get_area (chart, &area);
  cairo_save (cr);
  al_color_set_source (&style->role[AL_ROLE_IABP].color, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, MAX (1, 0.09 * em));
  for (guint i = al_strip_events_find (events, from_us); i < events->n_events; i++) {
    const AlStripEvent *event = al_strip_events_get (events, i);
    double x = al_strip_chart_get_x (chart, event->time_us);

    if (event->time_us >= to_us)
      break;
    if (event->kind != AL_STRIP_EVENT_TRIGGER)
      continue;
    cairo_move_to (cr, x - MARK_WIDTH / 2 * em, area.y);
    cairo_rel_line_to (cr, MARK_WIDTH * em, 0);
    cairo_rel_line_to (cr, -MARK_WIDTH / 2 * em, MARK_HEIGHT * em);
    cairo_close_path (cr);
    if (event->assisted)
      cairo_fill_preserve (cr);
    cairo_stroke (cr);
  }
  cairo_restore (cr);
}
