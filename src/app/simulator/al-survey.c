/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-survey.h"

#include <math.h>

/* How long each state is watched: the patient as he is for a breath, a device until it has moved
 * the volumes nearly to where they settle. The balloon acts within beats, ECMO moves blood. */
static const struct {
  gboolean iabp;
  gboolean ecmo;
  gint64 duration_us;
} states[] = {
    {FALSE, FALSE, 4 * G_USEC_PER_SEC},
    {TRUE, FALSE, 8 * G_USEC_PER_SEC},
    {FALSE, TRUE, 20 * G_USEC_PER_SEC},
    {TRUE, TRUE, 12 * G_USEC_PER_SEC},
};

/* Switching itself makes strokes that no one compares. */
#define TRANSIENT_US (2 * G_USEC_PER_SEC)

static void
include_cb (const AlSample *sample, gpointer user_data)
{
  AlSurvey *self = user_data;

  for (guint i = 0; i < AL_N_SIGNALS; i++)
    al_range_include (&self->extent[i], sample->value[i]);
}

/**
 * al_survey_run:
 * @self: (out caller-allocates): memory for a survey
 * @start: a settled patient
 *
 * Lets copies of a patient live with no device, with each and with both.
 *
 * The patient itself stays as it is. A state that the model cannot follow is left out.
 */
void
al_survey_run (AlSurvey *self, const AlSimulation *start)
{
  g_autofree AlSimulation *branch = g_new (AlSimulation, 1);

  for (guint i = 0; i < AL_N_SIGNALS; i++)
    self->extent[i] = AL_RANGE_EMPTY;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    *branch = *start;
    al_simulation_set (branch, AL_PARAMETER_IABP_ON, states[i].iabp);
    al_simulation_set (branch, AL_PARAMETER_ECMO_ON, states[i].ecmo);
    if (al_simulation_advance (branch, TRANSIENT_US, NULL, NULL) == AL_STATUS_OK)
      al_simulation_advance (branch, states[i].duration_us, include_cb, self);
  }
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
