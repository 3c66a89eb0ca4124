/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-catalogue.h"

G_BEGIN_DECLS

/**
 * AlValidationStatus:
 * @AL_VALIDATION_OPENED: the abstract or an excerpt of the source was read
 * @AL_VALIDATION_MEMORY: general knowledge, still to be checked against a source
 *
 * How well the published figure is known.
 */
typedef enum {
  AL_VALIDATION_OPENED,
  AL_VALIDATION_MEMORY,
} AlValidationStatus;

/**
 * AlValidationRow:
 * @id: unique, such as C1
 * @group: heading of the rows that it belongs to
 * @variable: what is compared
 * @unit: unit of the value and its band
 * @published: what was published, in words
 * @source: where
 * @status: how well that is known
 * @low: lowest value that passes
 * @high: highest value that passes
 * @further: found after the table had been printed: reported beside it, not counted in it
 *
 * One published figure and its acceptance band.
 */
typedef struct {
  const char *id;
  const char *group;
  const char *variable;
  const char *unit;
  const char *published;
  const char *source;
  AlValidationStatus status;
  double low;
  double high;
  gboolean further;
} AlValidationRow;

/**
 * AlValidationVerdict:
 * @AL_VALIDATION_NOT_RUN: the model cannot be asked, or was not
 * @AL_VALIDATION_PASS: the value is in its band
 * @AL_VALIDATION_FAIL: it is not
 */
typedef enum {
  AL_VALIDATION_NOT_RUN,
  AL_VALIDATION_PASS,
  AL_VALIDATION_FAIL,
} AlValidationVerdict;

/**
 * AlValidationResult:
 * @row: the row that this is the answer to
 * @verdict: whether the value is in its band
 * @value: what the model gives, in the unit of the row; NAN when not run
 * @reason: (nullable): why it was not run, a sentence
 *
 * What the model says to a row.
 */
typedef struct {
  const AlValidationRow *row;
  AlValidationVerdict verdict;
  double value;
  char *reason;
} AlValidationResult;

/**
 * AlValidationLimit:
 * @id: unique
 * @title: what the model cannot do, in a few words
 * @text: why, and what that means for a person who uses it
 * @rows: (array zero-terminated=1): ids of the rows that are out of band because of it; may be
 * empty
 *
 * A known limit of the model.
 */
typedef struct {
  const char *id;
  const char *title;
  const char *text;
  const char *const *rows;
} AlValidationLimit;

/**
 * AlValidationProgress:
 * @done: conditions that have been run
 * @all: conditions that are to be run
 * @user_data: as given
 *
 * Called in the thread that called al_validation_run().
 */
typedef void (*AlValidationProgress) (guint done, guint all, gpointer user_data);

/**
 * AlValidationTask:
 * @catalogue: where the patients are
 * @ids: (nullable): %NULL-terminated ids of the rows to run; %NULL for all
 * @progress: (nullable): told after each condition
 * @user_data: for @progress
 * @cancellable: (nullable): stops before the next condition
 *
 * What to run, and whom to tell.
 */
typedef struct {
  AlCatalogue *catalogue;
  const char *const *ids;
  AlValidationProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} AlValidationTask;

/**
 * AlValidation:
 *
 * The table of published measurements. It never changes once it is read.
 */
typedef struct _AlValidation AlValidation;

AlValidation *al_validation_new (GError **error);
AlValidation *al_validation_new_from_bytes (GBytes *bytes, const char *file_name, GError **error);
void al_validation_free (AlValidation *self);

guint al_validation_get_n_rows (const AlValidation *self);
const AlValidationRow *al_validation_get_row (const AlValidation *self, guint index);
const AlValidationRow *al_validation_find_row (const AlValidation *self, const char *id);
const char *al_validation_status_get_id (AlValidationStatus status);

guint al_validation_get_n_limits (const AlValidation *self);
const AlValidationLimit *al_validation_get_limit (const AlValidation *self, guint index);
const AlValidationLimit *al_validation_find_limit_of_row (const AlValidation *self,
                                                          const char *row_id);

GPtrArray *al_validation_run (const AlValidation *self, const AlValidationTask *task,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlValidation, al_validation_free)

G_END_DECLS
