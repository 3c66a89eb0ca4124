/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_PREDICTION_VIEW (al_prediction_view_get_type ())

/**
 * AlPredictionView:
 *
 * Puts the next change of settings as a question, takes the answer, reveals and says why.
 *
 * [property@PredictionView:on] is a toggle: a property action stands for it.
 */
G_DECLARE_FINAL_TYPE (AlPredictionView, al_prediction_view, AL, PREDICTION_VIEW, AdwBin)

GtkWidget *al_prediction_view_new (void);
void al_prediction_view_set_session (AlPredictionView *self, AlSession *session);
gboolean al_prediction_view_get_on (AlPredictionView *self);
void al_prediction_view_set_on (AlPredictionView *self, gboolean on);

G_END_DECLS
