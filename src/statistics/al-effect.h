/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** AL_Z95: the two-sided 95 % point of the normal distribution, 0.975 quantile */
#define AL_Z95 1.959963984540054

/**
 * AlMeasure:
 *
 * What an effect compares; always the first (treated) group against the second (control) group, so
 * that a ratio below one, or a difference below zero, means fewer events with the treatment.
 */
typedef enum {
  AL_MEASURE_RISK_RATIO,
  AL_MEASURE_ODDS_RATIO,
  AL_MEASURE_HAZARD_RATIO,
  AL_MEASURE_RISK_DIFFERENCE,
} AlMeasure;

#define AL_N_MEASURES (AL_MEASURE_RISK_DIFFERENCE + 1)

/**
 * AlCounts:
 * @events: how many had the event
 * @total: of how many
 */
typedef struct {
  guint events;
  guint total;
} AlCounts;

/**
 * AlEffect:
 * @value: the point estimate: a ratio, or for a risk difference a share of 1 (-0.127 is 12.7
 * points)
 * @low: lower end of the 95 % interval
 * @high: upper end of the 95 % interval
 * @standard_error: on the scale on which effects add: the logarithm of a ratio, the difference
 * itself
 * @corrected: whether 0.5 was added to each cell because one was empty
 */
typedef struct {
  double value;
  double low;
  double high;
  double standard_error;
  gboolean corrected;
} AlEffect;

/**
 * AlNumberNeeded:
 * @value: how many to treat for one event less (benefit) or one event more (harm); above or equal 1
 * @harm: whether it counts events more
 * @low: the end of the 95 % interval nearest to one, on the side of @value
 * @high: the far end, on the side of @value; infinity if the interval of the difference holds zero
 * @conclusive: whether the interval of the risk difference leaves out zero
 */
typedef struct {
  double value;
  gboolean harm;
  double low;
  double high;
  gboolean conclusive;
} AlNumberNeeded;

double al_counts_get_risk (const AlCounts *counts);
gboolean al_counts_are_valid (const AlCounts *counts);

gboolean al_measure_is_ratio (AlMeasure measure);
double al_measure_get_null (AlMeasure measure);

gboolean al_effect_from_counts (AlMeasure measure, const AlCounts *treated, const AlCounts *control,
                                AlEffect *effect);
gboolean al_effect_from_interval (AlMeasure measure, double value, double low, double high,
                                  AlEffect *effect);
gboolean al_number_needed (const AlCounts *treated, const AlCounts *control,
                           AlNumberNeeded *needed);

G_END_DECLS
