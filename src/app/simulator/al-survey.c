/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-survey.h"

#include <math.h>

/**
 * al_survey_take:
 * @self: (out caller-allocates): memory for a survey
 * @excursion: how far the signals go
 *
 * Makes ranges of what the engine found.
 */
void
al_survey_take (AlSurvey *self, const AlExcursion *excursion)
{
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    self->extent[i] = (AlRange){excursion->low[i], excursion->high[i]};
}

/**
 * al_survey_run:
 * @self: (out caller-allocates): memory for a survey
 * @start: a settled patient
 *
 * Surveys a patient for whom that was not done when the program was built.
 */
void
al_survey_run (AlSurvey *self, const AlSimulation *start)
{
  AlExcursion excursion;

  al_excursion_find (&excursion, start);
  al_survey_take (self, &excursion);
}

/**
 * al_survey_is_same_patient:
 * @a: settings
 * @b: other settings
 *
 * Whether two settings differ in commands at most.
 */
gboolean
al_survey_is_same_patient (const AlSettings *a, const AlSettings *b)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    const AlParameterKind kind = al_parameter_get_info ((AlParameter) i)->kind;
    gboolean is_command = kind == AL_KIND_COMMAND || kind == AL_KIND_CHOICE;

    if (!is_command && fabs (a->value[i] - b->value[i]) > 0)
      return FALSE;
  }
  return TRUE;
}

/**
 * al_survey_include:
 * @self: a survey
 * @other: another
 *
 * Widens a survey so that it holds another as well.
 */
void
al_survey_include (AlSurvey *self, const AlSurvey *other)
{
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    al_range_include_range (&self->extent[i], &other->extent[i]);
}

/**
 * al_survey_get_range:
 * @self: a survey
 * @signals: signals that share an axis
 * @n_signals: how many
 *
 * A range of round numbers, from zero or below, that holds several signals.
 */
AlRange
al_survey_get_range (const AlSurvey *self, const AlSignal *signals, guint n_signals)
{
  AlRange range = AL_RANGE_EMPTY;

  al_range_include (&range, 0);
  for (guint i = 0; i < n_signals; i++)
    al_range_include_range (&range, &self->extent[signals[i]]);
  return al_range_nice (&range);
}
