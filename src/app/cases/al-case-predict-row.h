/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-case-run.h"
#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_CASE_PREDICT_ROW (al_case_predict_row_get_type ())

/**
 * AlCasePredictRow:
 *
 * One index to predict: up, no change or down, and whether the person is sure.
 */
G_DECLARE_FINAL_TYPE (AlCasePredictRow, al_case_predict_row, AL, CASE_PREDICT_ROW, AdwBin)

AlCasePredictRow *al_case_predict_row_new (AlCaseRun *run, guint row, AlSession *session);

void al_case_predict_row_answer (AlCasePredictRow *self, AlTrend trend);

G_END_DECLS
