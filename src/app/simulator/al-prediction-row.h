/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-prediction.h"

G_BEGIN_DECLS

#define AL_TYPE_PREDICTION_ROW (al_prediction_row_get_type ())

G_DECLARE_FINAL_TYPE (AlPredictionRow, al_prediction_row, AL, PREDICTION_ROW, AdwBin)

GtkWidget *al_prediction_row_new (AlPrediction *prediction, AlIndex index);
GtkWidget *al_prediction_row_new_revealed (AlPrediction *prediction, AlIndex index,
                                           AlIndexChange guess, gboolean sure);

G_END_DECLS
