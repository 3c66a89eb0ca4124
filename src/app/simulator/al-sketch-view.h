/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-prediction.h"

G_BEGIN_DECLS

#define AL_TYPE_SKETCH_VIEW (al_sketch_view_get_type ())

G_DECLARE_FINAL_TYPE (AlSketchView, al_sketch_view, AL, SKETCH_VIEW, GtkWidget)

void al_sketch_view_set_prediction (AlSketchView *self, AlPrediction *prediction,
                                    AlSession *session);
void al_sketch_view_update (AlSketchView *self);

G_END_DECLS
