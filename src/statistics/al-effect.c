/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-effect.h"

#include <math.h>

/*
 * Wald intervals throughout, on the logarithm for ratios: what the reports of trials print, so that
 * counts and print can be laid side by side.
 */

/* A 2x2 table; doubles, since an empty cell makes all of them half a patient larger. */
typedef struct {
  double treated_events;
  double treated_rest;
  double control_events;
  double control_rest;
} Table;

/**
 * al_counts_are_valid:
 * @counts: events and total
 *
 * Returns: whether there is anyone, and no more events than people
 */
gboolean
al_counts_are_valid (const AlCounts *counts)
{
  return counts->total > 0 && counts->events <= counts->total;
}

/**
 * al_counts_get_risk:
 * @counts: events and total
 *
 * Returns: the share with the event, 0 to 1; NAN if the counts are not valid
 */
double
al_counts_get_risk (const AlCounts *counts)
{
  if (!al_counts_are_valid (counts))
    return NAN;
  return (double) counts->events / (double) counts->total;
}

/**
 * al_measure_is_ratio:
 * @measure: a measure
 *
 * Returns: whether effects of this measure multiply, so that they add on the logarithm
 */
gboolean
al_measure_is_ratio (AlMeasure measure)
{
  return measure != AL_MEASURE_RISK_DIFFERENCE;
}

/**
 * al_measure_get_null:
 * @measure: a measure
 *
 * Returns: the value that means no effect: 1 for ratios, 0 for differences
 */
double
al_measure_get_null (AlMeasure measure)
{
  return al_measure_is_ratio (measure) ? 1.0 : 0.0;
}

static gboolean
has_empty_cell (const AlCounts *treated, const AlCounts *control)
{
  return treated->events == 0 || treated->events == treated->total || control->events == 0 ||
         control->events == control->total;
}

static Table
make_table (const AlCounts *treated, const AlCounts *control, double added)
{
  return (Table){
      .treated_events = treated->events + added,
      .treated_rest = treated->total - treated->events + added,
      .control_events = control->events + added,
      .control_rest = control->total - control->events + added,
  };
}

static void
set_ratio (double log_value, double variance, AlEffect *effect)
{
  effect->standard_error = sqrt (variance);
  effect->value = exp (log_value);
  effect->low = exp (log_value - AL_Z95 * effect->standard_error);
  effect->high = exp (log_value + AL_Z95 * effect->standard_error);
}

static void
set_risk_ratio (const Table *table, AlEffect *effect)
{
  double treated = table->treated_events + table->treated_rest;
  double control = table->control_events + table->control_rest;
  double value = log (table->treated_events / treated) - log (table->control_events / control);
  double variance =
      1.0 / table->treated_events - 1.0 / treated + 1.0 / table->control_events - 1.0 / control;

  set_ratio (value, variance, effect);
}

static void
set_odds_ratio (const Table *table, AlEffect *effect)
{
  double value = log (table->treated_events / table->treated_rest) -
                 log (table->control_events / table->control_rest);
  double variance = 1.0 / table->treated_events + 1.0 / table->treated_rest +
                    1.0 / table->control_events + 1.0 / table->control_rest;

  set_ratio (value, variance, effect);
}

static double
risk_variance (double events, double rest)
{
  double total = events + rest;

  return events * rest / (total * total * total);
}

/* The difference itself needs no correction; only its variance would be zero with an empty cell. */
static void
set_risk_difference (double difference, const Table *table, AlEffect *effect)
{
  double variance = risk_variance (table->treated_events, table->treated_rest) +
                    risk_variance (table->control_events, table->control_rest);

  effect->standard_error = sqrt (variance);
  effect->value = difference;
  effect->low = MAX (difference - AL_Z95 * effect->standard_error, -1.0);
  effect->high = MIN (difference + AL_Z95 * effect->standard_error, 1.0);
}

/* Nobody or everybody had the event, in both groups: no ratio can be told from that. */
static gboolean
says_nothing_of_a_ratio (const AlCounts *treated, const AlCounts *control)
{
  return (treated->events == 0 && control->events == 0) ||
         (treated->events == treated->total && control->events == control->total);
}

/**
 * al_effect_from_counts:
 * @measure: any but the hazard ratio, which counts do not hold
 * @treated: events in the group under test
 * @control: events in the other group
 * @effect: (out): the effect with its 95 % interval
 *
 * Computes an effect from the four numbers of a trial.
 *
 * Where a cell is empty, 0.5 is added to each of the four (Haldane and Anscombe) and the effect
 * says so; for a risk difference only the interval is corrected.
 *
 * Returns: whether there is an effect: not for invalid counts, for a hazard ratio, or for a ratio
 * when nobody or everybody had the event in both groups
 */
gboolean
al_effect_from_counts (AlMeasure measure, const AlCounts *treated, const AlCounts *control,
                       AlEffect *effect)
{
  Table table;

  if (!al_counts_are_valid (treated) || !al_counts_are_valid (control))
    return FALSE;
  if (al_measure_is_ratio (measure) && says_nothing_of_a_ratio (treated, control))
    return FALSE;
  effect->corrected = has_empty_cell (treated, control);
  table = make_table (treated, control, effect->corrected ? 0.5 : 0.0);
  switch (measure) {
  case AL_MEASURE_RISK_RATIO:
    set_risk_ratio (&table, effect);
    return TRUE;
  case AL_MEASURE_ODDS_RATIO:
    set_odds_ratio (&table, effect);
    return TRUE;
  case AL_MEASURE_RISK_DIFFERENCE:
    set_risk_difference (al_counts_get_risk (treated) - al_counts_get_risk (control), &table,
                         effect);
    return TRUE;
  case AL_MEASURE_HAZARD_RATIO:
  default:
    return FALSE;
  }
}

/**
 * al_effect_from_interval:
 * @measure: what is compared
 * @value: the point estimate as published
 * @low: lower end of its 95 % interval
 * @high: upper end of its 95 % interval
 * @effect: (out): the same, with the standard error that the width of the interval implies
 *
 * Takes over a published effect, so that it can be drawn and pooled.
 *
 * Returns: whether the interval holds the value, and is positive where a ratio must be
 */
gboolean
al_effect_from_interval (AlMeasure measure, double value, double low, double high, AlEffect *effect)
{
  gboolean ratio = al_measure_is_ratio (measure);

  if (!(low <= value && value <= high && low < high) || (ratio && !(low > 0.0)))
    return FALSE;
  effect->value = value;
  effect->low = low;
  effect->high = high;
  effect->standard_error = (ratio ? log (high / low) : high - low) / (2.0 * AL_Z95);
  effect->corrected = FALSE;
  return TRUE;
}

/**
 * al_number_needed:
 * @treated: events in the group under test
 * @control: events in the other group
 * @needed: (out): the number, whether it is of benefit or of harm, and its interval
 *
 * How many to treat for one event less, or for one more.
 *
 * Where the risk difference may be zero the interval has no far end: treating ever more people may
 * still not prevent, nor cause, a single event.
 *
 * Returns: whether there is such a number: not for invalid counts or equal risks
 */
gboolean
al_number_needed (const AlCounts *treated, const AlCounts *control, AlNumberNeeded *needed)
{
  AlEffect difference;
  double nearest, farthest;

  if (!al_effect_from_counts (AL_MEASURE_RISK_DIFFERENCE, treated, control, &difference))
    return FALSE;
  if (!(fabs (difference.value) > 0.0))
    return FALSE;
  needed->harm = difference.value > 0.0;
  nearest = needed->harm ? difference.high : -difference.low;
  farthest = needed->harm ? difference.low : -difference.high;
  needed->value = 1.0 / fabs (difference.value);
  needed->low = 1.0 / nearest;
  needed->conclusive = farthest > 0.0;
  needed->high = needed->conclusive ? 1.0 / farthest : (double) INFINITY;
  return TRUE;
}
