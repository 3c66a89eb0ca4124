/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AlAnalysis:
 * @study: id of a study
 * @outcome: id of one of its outcomes
 *
 * One of the results that disagree.
 */
typedef struct {
  const char *study;
  const char *outcome;
} AlAnalysis;

/**
 * AlReason:
 * @right: whether it explains the disagreement
 * @text: what might explain it
 * @because: why it does or does not
 */
typedef struct {
  gboolean right;
  const char *text;
  const char *because;
} AlReason;

#define AL_TYPE_EXERCISE (al_exercise_get_type ())
G_DECLARE_FINAL_TYPE (AlExercise, al_exercise, AL, EXERCISE, GObject)

const char *al_exercise_get_id (AlExercise *self);
const char *al_exercise_get_title (AlExercise *self);
const char *al_exercise_get_question (AlExercise *self);
const AlAnalysis *al_exercise_get_analyses (AlExercise *self, gsize *n_analyses);
const AlReason *al_exercise_get_reasons (AlExercise *self, gsize *n_reasons);
const char *al_exercise_get_lesson (AlExercise *self);

G_END_DECLS
