/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-axis.h"
#include "al-excursion.h"

G_BEGIN_DECLS

/**
 * AlSurvey:
 * @extent: the lowest and highest value of every signal
 *
 * How far every signal of a patient goes with no device, with each and with both. Axes that are
 * chosen from it hold a comparison without moving.
 */
typedef struct {
  AlRange extent[AL_N_SIGNALS];
} AlSurvey;

void al_survey_take (AlSurvey *self, const AlExcursion *excursion);
void al_survey_run (AlSurvey *self, const AlSimulation *start);
gboolean al_survey_is_same_patient (const AlSettings *a, const AlSettings *b);
void al_survey_include (AlSurvey *self, const AlSurvey *other);
AlRange al_survey_get_range (const AlSurvey *self, const AlSignal *signals, guint n_signals);

G_END_DECLS
