/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-evidence.h"

G_BEGIN_DECLS

#define AL_TYPE_EXERCISE_VIEW (al_exercise_view_get_type ())
G_DECLARE_FINAL_TYPE (AlExerciseView, al_exercise_view, AL, EXERCISE_VIEW, AdwBin)

GtkWidget *al_exercise_view_new (AlExercise *exercise, AlEvidence *evidence);

G_END_DECLS
