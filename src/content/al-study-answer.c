/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-study.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The primary outcome; where there is none that was planned, the one that stands first. */
static const AlOutcome *
get_main_outcome (AlStudy *self)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (self, &n_outcomes);

  for (gsize i = 0; i < n_outcomes; i++) {
    if (outcomes[i].kind == AL_OUTCOME_PRIMARY)
      return &outcomes[i];
  }
  return n_outcomes > 0 ? &outcomes[0] : NULL;
}

/* As published; where no interval is, from the counts. */
static gboolean
get_interval (const AlOutcome *outcome, AlMeasure *measure, double *low, double *high)
{
  AlEffect computed;

  if (outcome->has_effect && isfinite (outcome->effect.low) && isfinite (outcome->effect.high)) {
    *measure = outcome->effect.measure;
    *low = outcome->effect.low;
    *high = outcome->effect.high;
    return TRUE;
  }
  *measure = AL_MEASURE_RISK_RATIO;
  if (!al_outcome_compute (outcome, *measure, &computed))
    return FALSE;
  *low = computed.low;
  *high = computed.high;
  return TRUE;
}

/**
 * al_study_get_answer:
 * @self: a study
 *
 * What the interval of its main outcome says: the published one, or where none is printed, the one
 * that the counts give.
 *
 * Returns: the answer
 */
AlStudyAnswer
al_study_get_answer (AlStudy *self)
{
  const AlOutcome *outcome;
  AlMeasure measure;
  double low, high, same;

  g_return_val_if_fail (AL_IS_STUDY (self), AL_ANSWER_UNTOLD);

  outcome = get_main_outcome (self);
  if (outcome == NULL || !get_interval (outcome, &measure, &low, &high))
    return AL_ANSWER_UNTOLD;
  same = al_measure_is_ratio (measure) ? 1.0 : 0.0;
  if (low <= same && same <= high)
    return AL_ANSWER_NO_DIFFERENCE;
  return (low > same) == outcome->more_is_better ? AL_ANSWER_BETTER : AL_ANSWER_WORSE;
}

/**
 * al_study_answer_get_label:
 * @answer: an answer
 *
 * Returns: (transfer none): that, in the language of the person
 */
const char *
al_study_answer_get_label (AlStudyAnswer answer)
{
  static const char *const labels[AL_N_ANSWERS] = {
      N_ ("Better with what was tested"),
      N_ ("Worse with what was tested"),
      N_ ("No difference shown"),
      N_ ("No interval to tell"),
  };

  g_return_val_if_fail (answer < AL_N_ANSWERS, NULL);

  return _ (labels[answer]);
}
