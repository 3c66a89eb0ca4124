/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/* The slow variables, in the order in which they are shown. */
#define AL_N_TRENDS 8

/* Simulated time between two records, until so much time has passed that fewer must do. */
#define AL_TRENDS_INTERVAL_US (10 * G_USEC_PER_SEC)

/**
 * AlTrendPoint:
 * @time_us: simulated time
 * @value: the mean of the beats before it, NAN where there is none
 */
typedef struct {
  gint64 time_us;
  float value[AL_N_TRENDS];
} AlTrendPoint;

/**
 * AlTrendMark:
 * @time_us: simulated time
 * @text: what was changed then, in words
 */
typedef struct {
  gint64 time_us;
  char *text;
} AlTrendMark;

/**
 * AlTrends:
 * @points: of #AlTrendPoint, the oldest first
 * @marks: of #AlTrendMark, the oldest first
 * @interval_us: simulated time between two records
 * @origin_us: the time that counts as zero hours
 * @serial: counts what was added or removed, so that a view can tell whether it has seen it
 *
 * How what is slow went over the hours.
 *
 * After half a day every second record is dropped, and half as many are made from then on, and so
 * on: what is kept never grows beyond a bound, and holds any time.
 */
typedef struct {
  GArray *points;
  GArray *marks;
  gint64 interval_us;
  gint64 origin_us;
  guint64 serial;
} AlTrends;

AlIndex al_trends_get_index (guint trend);

void al_trends_init (AlTrends *self);
void al_trends_finalize (AlTrends *self);
void al_trends_start (AlTrends *self, const AlSimulation *simulation);
void al_trends_copy (AlTrends *self, const AlTrends *other);
void al_trends_take (AlTrends *self, AlTrends *other);
gint64 al_trends_get_wait_us (const AlTrends *self, gint64 now_us);
void al_trends_follow (AlTrends *self, const AlSimulation *simulation);
void al_trends_mark_change (AlTrends *self, gint64 now_us, const AlSettings *before,
                            const AlSettings *after);
void al_trends_forget_after (AlTrends *self, gint64 time_us);

G_END_DECLS
