/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-strip-landmarks.h"

#include "config.h"

#include "al-text.h"
#include "al-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A valve is taken for open or shut at this part of its opening. */
#define VALVE_OPEN 0.05

/* The notch is the lowest pressure about the closure. */
#define NOTCH_BEFORE_US 60000
#define NOTCH_AFTER_US  40000

/* Of labels, in parts of the text height. */
#define LABEL_SIZE 0.88
#define LABEL_WRAP 7.4
#define POINT_SIZE 0.24
#define LEADER_GAP 0.2

static const struct {
  const char *name;
  gboolean is_above; /* the label, when there is room */
  guint back;        /* which of its kind, the newest being 0: labels of one beat have no room */
} kinds[AL_N_STRIP_LANDMARKS] = {
    [AL_STRIP_LANDMARK_SYSTOLE] = {NC_ ("landmark", "Unassisted systole"), TRUE, 1},
    [AL_STRIP_LANDMARK_ASSISTED_SYSTOLE] = {NC_ ("landmark", "Assisted systole"), TRUE, 1},
    [AL_STRIP_LANDMARK_AUGMENTATION] = {NC_ ("landmark", "Augmentation"), TRUE, 0},
    [AL_STRIP_LANDMARK_END_DIASTOLE] = {NC_ ("landmark", "Unassisted end-diastole"), FALSE, 2},
    [AL_STRIP_LANDMARK_ASSISTED_END_DIASTOLE] = {NC_ ("landmark", "Assisted end-diastole"), FALSE,
                                                 2},
    [AL_STRIP_LANDMARK_NOTCH] = {NC_ ("landmark", "Notch"), FALSE, 0},
};

/* A beat, cut where its valve opens and closes; AL_NO_TIME for never. */
#define AL_NO_TIME G_MININT64

typedef struct {
  const AlStripEvent *event;
  gint64 end_us;
  gint64 opening_us;
  gint64 closure_us;
} Beat;

typedef struct {
  gint64 time_us;
  double pressure_mmhg;
} Extreme;

/**
 * al_strip_landmark_get_name:
 * @kind: a kind
 *
 * Returns: (transfer none): its name, translated
 */
const char *
al_strip_landmark_get_name (AlStripLandmarkKind kind)
{
  g_return_val_if_fail (kind < AL_N_STRIP_LANDMARKS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "landmark", kinds[kind].name);
}

/* The last ejection counts: a valve may flutter as it opens. */
static void
find_ejection (Beat *beat, const AlTrace *trace)
{
  guint n_samples = al_trace_get_n_samples (trace);
  gboolean was_open = FALSE;

  beat->opening_us = beat->closure_us = AL_NO_TIME;
  for (guint i = al_trace_find (trace, beat->event->time_us); i < n_samples; i++) {
    gint64 time_us = al_trace_get_time_us (trace, i);
    gboolean is_open = al_trace_get_value (trace, i, AL_SIGNAL_AORTIC_OPENING) > VALVE_OPEN;

    if (time_us >= beat->end_us)
      break;
    if (is_open && !was_open && beat->opening_us == AL_NO_TIME)
      beat->opening_us = time_us;
    if (!is_open && was_open)
      beat->closure_us = time_us;
    was_open = is_open;
  }
}

/* The highest pressure between two times for a @sign of 1, the lowest for -1. */
static gboolean
find_extreme (const AlTrace *trace, gint64 from_us, gint64 to_us, double sign, Extreme *extreme)
{
  guint n_samples = al_trace_get_n_samples (trace);
  double best = -G_MAXDOUBLE;

  for (guint i = al_trace_find (trace, from_us);
       i < n_samples && al_trace_get_time_us (trace, i) <= to_us; i++) {
    double pressure = al_trace_get_value (trace, i, AL_SIGNAL_AO_PRESSURE);

    if (isfinite (pressure) && sign * pressure > best) {
      best = sign * pressure;
      *extreme = (Extreme){al_trace_get_time_us (trace, i), pressure};
    }
  }
  return best > -G_MAXDOUBLE;
}

typedef struct {
  AlStripLandmark *landmarks;
  guint n_landmarks;
  guint n_seen[AL_N_STRIP_LANDMARKS];
  gint64 from_us;
  gint64 to_us;
} Finds;

/* Beats come newest first: a kind takes over from the one before as far back as it should stand. */
static void
note (Finds *finds, AlStripLandmarkKind kind, const Extreme *extreme)
{
  guint place = 0;

  if (extreme->time_us < finds->from_us || extreme->time_us > finds->to_us)
    return;
  if (finds->n_seen[kind]++ > kinds[kind].back)
    return;
  while (place < finds->n_landmarks && finds->landmarks[place].kind != kind)
    place++;
  finds->n_landmarks = MAX (finds->n_landmarks, place + 1);
  finds->landmarks[place] = (AlStripLandmark){
      .kind = kind, .time_us = extreme->time_us, .pressure_mmhg = extreme->pressure_mmhg};
}

static void
note_beat (Finds *finds, const Beat *beat, const AlTrace *trace)
{
  gboolean after = beat->event->after_assisted;
  Extreme extreme;

  if (beat->closure_us == AL_NO_TIME)
    return;
  if (find_extreme (trace, beat->event->time_us, beat->opening_us, -1, &extreme))
    note (finds, after ? AL_STRIP_LANDMARK_ASSISTED_END_DIASTOLE : AL_STRIP_LANDMARK_END_DIASTOLE,
          &extreme);
  if (find_extreme (trace, beat->opening_us, beat->closure_us, 1, &extreme))
    note (finds, after ? AL_STRIP_LANDMARK_ASSISTED_SYSTOLE : AL_STRIP_LANDMARK_SYSTOLE, &extreme);
  if (find_extreme (trace, MAX (beat->opening_us, beat->closure_us - NOTCH_BEFORE_US),
                    beat->closure_us + NOTCH_AFTER_US, -1, &extreme))
    note (finds, AL_STRIP_LANDMARK_NOTCH, &extreme);
  if (beat->event->assisted &&
      find_extreme (trace, beat->closure_us + NOTCH_AFTER_US, beat->end_us, 1, &extreme))
    note (finds, AL_STRIP_LANDMARK_AUGMENTATION, &extreme);
}

/**
 * al_strip_landmarks_find:
 * @landmarks: (out caller-allocates) (array fixed-size=6): room for one of each kind
 * @trace: the signals
 * @events: what happened
 * @from_us: simulated time that is seen
 * @to_us: simulated time
 *
 * Finds in the last whole beats what is read from an arterial curve. Of every kind there is one, so
 * that with every second or third beat assisted both kinds of beat are named. A beat in which the
 * valve stays shut has nothing to read.
 *
 * Returns: how many were found
 */
guint
al_strip_landmarks_find (AlStripLandmark *landmarks, const AlTrace *trace,
                         const AlStripEvents *events, gint64 from_us, gint64 to_us)
{
  Finds finds = {.landmarks = landmarks, .from_us = from_us, .to_us = to_us};
  gint64 end_us = AL_NO_TIME;

  for (guint i = al_strip_events_find (events, to_us + 1); i > 0; i--) {
    const AlStripEvent *event = al_strip_events_get (events, i - 1);
    Beat beat = {.event = event, .end_us = end_us};

    if (event->kind != AL_STRIP_EVENT_VENTRICLES)
      continue;
    if (end_us != AL_NO_TIME) {
      if (end_us < from_us)
        break;
      find_ejection (&beat, trace);
      note_beat (&finds, &beat, trace);
    }
    end_us = event->time_us;
  }
  return finds.n_landmarks;
}

static char *
format_label (const AlStripLandmark *landmark)
{
  return g_strdup_printf ("%s %.0f", al_strip_landmark_get_name (landmark->kind),
                          landmark->pressure_mmhg);
}

/* A peak is labelled from above and a trough from below, unless much is in the way. */
#define COST_OF_WRONG_SIDE 80

/* Above and below, near and far, leaning to either side. */
#define N_DISTANCES 5
#define N_LEANS     5
#define N_PLACES    (2 * N_DISTANCES * N_LEANS)

static void
list_places (const AlStripLandmark *landmark, double em, const cairo_rectangle_t *size,
             AlPlace *places)
{
  guint n = 0;

  for (int side = 0; side < 2; side++) {
    gboolean is_above = (side == 0) == kinds[landmark->kind].is_above;

    for (int distance = 0; distance < N_DISTANCES; distance++) {
      double gap = (0.45 + 0.9 * distance) * em;

      for (int lean = 0; lean < N_LEANS; lean++) {
        static const double leans[N_LEANS] = {-0.5, -0.15, -0.85, 0.05, -1.05};
        double y = is_above ? landmark->y - gap - size->height : landmark->y + gap;

        places[n++] = (AlPlace){
            .box = {landmark->x + leans[lean] * size->width, y, size->width, size->height},
            .leader = {landmark->x, is_above ? y + size->height : landmark->y + 0.3 * em, 1,
                       MAX (0, gap - 0.3 * em)},
            .penalty = 4 * distance + lean + COST_OF_WRONG_SIDE * side,
        };
      }
    }
  }
}

static void
draw_point (const AlStripLandmark *landmark, const AlPlotStyle *style, cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, landmark->x, landmark->y, POINT_SIZE * style->font_size, 0, 2 * G_PI);
  al_color_set_source (&style->ground, cr);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 0.12 * style->font_size);
  al_color_set_source (&style->text, cr);
  cairo_stroke (cr);
}

/* From the point to the nearest place of the label. */
static void
draw_leader (const AlStripLandmark *landmark, const cairo_rectangle_t *box,
             const AlPlotStyle *style, cairo_t *cr)
{
  const double em = style->font_size;
  const double x = CLAMP (landmark->x, box->x + 0.3 * em, box->x + box->width - 0.3 * em);
  const double y = box->y > landmark->y ? box->y : box->y + box->height;

  if (hypot (x - landmark->x, y - landmark->y) < (POINT_SIZE + LEADER_GAP + 0.3) * em)
    return;
  cairo_move_to (cr, landmark->x, landmark->y);
  cairo_line_to (cr, x, y);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, MAX (1, 0.08 * em));
  al_color_set_source (&style->text_dim, cr);
  cairo_stroke (cr);
}

static void
draw_landmark (const AlStripLandmark *landmark, const AlPlotStyle *style, AlPlacer *placer,
               cairo_t *cr)
{
  g_autofree char *label = format_label (landmark);
  const AlText text = {.text = label,
                       .size = LABEL_SIZE,
                       .bold = TRUE,
                       .halo = TRUE,
                       .wrap = LABEL_WRAP * style->font_size};
  cairo_rectangle_t size = {0};
  AlPlace places[N_PLACES];
  const AlPlace *place;
  int chosen;

  al_text_measure (&text, style, &size.width, &size.height);
  list_places (landmark, style->font_size, &size, places);
  chosen = al_placer_choose (placer, places, N_PLACES, -1);
  place = &places[MAX (0, chosen)];
  draw_leader (landmark, &place->box, style, cr);
  draw_point (landmark, style, cr);
  al_text_draw (&text, style, cr, place->box.x, place->box.y);
}

/**
 * al_strip_landmarks_draw:
 * @landmarks: (array length=n_landmarks): landmarks that have their pixels
 * @n_landmarks: how many
 * @style: looks
 * @placer: what is in the way already; it learns of the labels
 * @cr: where to draw
 *
 * Draws landmarks with their names and pressures on the curve.
 */
void
al_strip_landmarks_draw (const AlStripLandmark *landmarks, guint n_landmarks,
                         const AlPlotStyle *style, AlPlacer *placer, cairo_t *cr)
{
  const double room = 0.5 * style->font_size;

  for (guint i = 0; i < n_landmarks; i++) {
    const cairo_rectangle_t box = {landmarks[i].x - room / 2, landmarks[i].y - room / 2, room,
                                   room};

    al_placer_take (placer, &box);
  }
  for (guint i = 0; i < n_landmarks; i++)
    draw_landmark (&landmarks[i], style, placer, cr);
}
