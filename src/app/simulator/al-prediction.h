/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-explain.h"
#include "al-session.h"
#include "al-sketch.h"

G_BEGIN_DECLS

/**
 * AlPredictionState:
 *
 * How far a question has come.
 */
typedef enum {
  AL_PREDICTION_OFF,      /* changes act at once */
  AL_PREDICTION_WAITING,  /* for a change to ask about */
  AL_PREDICTION_ASKED,    /* a change waits for an answer */
  AL_PREDICTION_SETTLING, /* the model looks for where it settles */
  AL_PREDICTION_REVEALED,
  AL_PREDICTION_FAILED, /* the model does not settle with it */
} AlPredictionState;

/**
 * AlGuess:
 * @index: what is asked about
 * @change: what the person says, %AL_INDEX_CHANGE_UNKNOWN for nothing
 * @sure: whether the person is sure
 */
typedef struct {
  AlIndex index;
  AlIndexChange change;
  gboolean sure;
} AlGuess;

#define AL_TYPE_PREDICTION (al_prediction_get_type ())

G_DECLARE_FINAL_TYPE (AlPrediction, al_prediction, AL, PREDICTION, GObject)

AlPrediction *al_prediction_new (AlSession *session);
AlPredictionState al_prediction_get_state (AlPrediction *self);
double al_prediction_get_progress (AlPrediction *self);
void al_prediction_set_on (AlPrediction *self, gboolean on);

/* The question */
char *al_prediction_describe_change (AlPrediction *self);
gboolean al_prediction_asks (AlPrediction *self, AlIndex index);
void al_prediction_ask (AlPrediction *self, AlIndex index, gboolean asked);
const AlGuess *al_prediction_get_guesses (AlPrediction *self, guint *n_guesses);

/* The answer */
void al_prediction_guess (AlPrediction *self, AlIndex index, AlIndexChange change);
void al_prediction_set_sure (AlPrediction *self, AlIndex index, gboolean sure);
void al_prediction_sketch (AlPrediction *self, AlSketchCorner corner, const AlPvPoint *point);
const AlSketch *al_prediction_get_sketch (AlPrediction *self);
gboolean al_prediction_get_sketched (AlPrediction *self);
AlIndexChange al_prediction_get_sketched_change (AlPrediction *self, AlIndex index);

/* The outcome */
void al_prediction_reveal (AlPrediction *self);
void al_prediction_cancel (AlPrediction *self);
void al_prediction_ask_again (AlPrediction *self);
const AlIndices *al_prediction_get_before (AlPrediction *self);
const AlIndices *al_prediction_get_after (AlPrediction *self);
char *al_prediction_explain (AlPrediction *self, AlIndex index);
const AlPvPoint *al_prediction_get_loop (AlPrediction *self, gboolean after, guint *n_points);

G_END_DECLS
