/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "al-pooling.h"
#include "al-study.h"

G_BEGIN_DECLS

/**
 * AlForestEntry:
 * @study: (nullable): id of the study; %NULL for the summary
 * @label: name and year of the study
 * @detail: the outcome and when it was counted
 * @has_counts: whether @treated and @control are known
 * @treated: events of the group under test; the sum over the studies in the summary
 * @control: events of the other group; likewise
 * @effect: the effect that is drawn
 * @from_counts: whether @effect was computed from the counts; otherwise it is as published
 * @weight: share of the summary, 0 to 1; NAN if the row is shown beside it and not pooled
 * @is_summary: whether this is the pooled effect
 * @certainty: how sure the figures are
 *
 * One line of a forest plot.
 */
typedef struct {
  const char *study;
  const char *label;
  const char *detail;
  gboolean has_counts;
  AlCounts treated;
  AlCounts control;
  AlEffect effect;
  gboolean from_counts;
  double weight;
  gboolean is_summary;
  AlCertainty certainty;
} AlForestEntry;

/**
 * AlForestOptions:
 * @pooling: the measure, and how rows are summarised where they may be
 * @cumulative: whether each pooled row shows the summary of all rows up to it
 *
 * How a forest is drawn.
 */
typedef struct {
  AlPooling pooling;
  gboolean cumulative;
} AlForestOptions;

#define AL_TYPE_FOREST (al_forest_get_type ())
G_DECLARE_FINAL_TYPE (AlForest, al_forest, AL, FOREST, GObject)

const char *al_forest_get_id (AlForest *self);
const char *al_forest_get_title (AlForest *self);
AlMeasure al_forest_get_measure (AlForest *self);
gboolean al_forest_is_randomised (AlForest *self);
const char *al_forest_get_treated_label (AlForest *self);
const char *al_forest_get_control_label (AlForest *self);
const char *al_forest_get_favours_treated (AlForest *self);
const char *al_forest_get_favours_control (AlForest *self);
const char *al_forest_get_note (AlForest *self);
const AlForestEntry *al_forest_get_entries (AlForest *self, gsize *n_entries);
const AlPooled *al_forest_get_pooled (AlForest *self);
char *al_forest_dup_heterogeneity (AlForest *self);
const AlForestOptions *al_forest_get_options (AlForest *self);

AlForest *al_forest_new_variant (AlForest *self, const AlForestOptions *options);
gboolean al_forest_has_measure (AlForest *self, AlMeasure measure);

G_END_DECLS
