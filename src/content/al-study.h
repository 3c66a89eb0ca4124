/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "al-effect.h"

G_BEGIN_DECLS

/**
 * AlStudyDesign:
 *
 * How the groups came about. Randomised and observational studies are never pooled together.
 */
typedef enum {
  AL_DESIGN_RCT,
  AL_DESIGN_IPD_META_ANALYSIS,
  AL_DESIGN_META_ANALYSIS,
  AL_DESIGN_OBSERVATIONAL_META_ANALYSIS,
  AL_DESIGN_REGISTRY,
} AlStudyDesign;

#define AL_N_DESIGNS (AL_DESIGN_REGISTRY + 1)

/**
 * AlStudyQuestion:
 *
 * What a study asks: which strategy or device it tests, a combination of devices, resuscitation
 * with VA-ECMO, or the course of shock.
 */
typedef enum {
  AL_QUESTION_REVASCULARISATION,
  AL_QUESTION_BALLOON_PUMP,
  AL_QUESTION_VA_ECMO,
  AL_QUESTION_FLOW_PUMP,
  AL_QUESTION_ANY_DEVICE,
  AL_QUESTION_COMBINATION,
  AL_QUESTION_ARREST,
  AL_QUESTION_COURSE,
} AlStudyQuestion;

#define AL_N_QUESTIONS (AL_QUESTION_COURSE + 1)

/**
 * AlCertainty:
 * @AL_CERTAINTY_CONFIRMED: read in a public abstract or page
 * @AL_CERTAINTY_RECONSTRUCTED: counts computed from a printed percentage and the size of the group
 * @AL_CERTAINTY_MEMORY: written down from memory and not yet confirmed
 */
typedef enum {
  AL_CERTAINTY_CONFIRMED,
  AL_CERTAINTY_RECONSTRUCTED,
  AL_CERTAINTY_MEMORY,
} AlCertainty;

/**
 * AlOutcomeKind:
 *
 * Whether the study was built to answer this, reports it besides, or counts it as harm.
 */
typedef enum {
  AL_OUTCOME_PRIMARY,
  AL_OUTCOME_SECONDARY,
  AL_OUTCOME_HARM,
} AlOutcomeKind;

/**
 * AlStudyAnswer:
 * @AL_ANSWER_BETTER: the 95 % interval lies where the group under test fares better
 * @AL_ANSWER_WORSE: it lies where that group fares worse
 * @AL_ANSWER_NO_DIFFERENCE: it holds no difference, which is not the same as showing that there is
 *   none
 * @AL_ANSWER_UNTOLD: there is no interval: groups were not compared, or not counted
 *
 * What a study found on what it was built to answer.
 */
typedef enum {
  AL_ANSWER_BETTER,
  AL_ANSWER_WORSE,
  AL_ANSWER_NO_DIFFERENCE,
  AL_ANSWER_UNTOLD,
} AlStudyAnswer;

#define AL_N_ANSWERS (AL_ANSWER_UNTOLD + 1)

/**
 * AlCitation:
 * @author: family name of the first author
 * @has_others: whether there are more authors
 * @journal: the journal, abbreviated as in PubMed
 * @volume: (nullable): the volume
 * @issue: (nullable): the number within the volume
 * @pages: (nullable): first and last page as `1287-1296`, or the number of the article
 * @further: (nullable): what else there is to say, such as a second publication, in English
 *
 * Where a study was published, in parts; al_study_get_citation() is the sentence for people.
 */
typedef struct {
  const char *author;
  gboolean has_others;
  const char *journal;
  const char *volume;
  const char *issue;
  const char *pages;
  const char *further;
} AlCitation;

/**
 * AlArm:
 * @label: what the group was given
 * @n: its size as analysed; 0 if not known
 */
typedef struct {
  const char *label;
  guint n;
} AlArm;

/**
 * AlResult:
 * @has_counts: whether @counts is known
 * @counts: events and of how many
 * @percent: the share in percent, as printed; NAN if none is printed
 * @percent_decimals: with how many decimals it is printed
 *
 * One outcome in one group. Use al_result_get_percent() to show it.
 */
typedef struct {
  gboolean has_counts;
  AlCounts counts;
  double percent;
  guint percent_decimals;
} AlResult;

/**
 * AlPublishedEffect:
 * @measure: what the authors report
 * @value: the point estimate; a risk difference is a share of 1, as in #AlEffect
 * @low: lower end of the 95 % interval; NAN if not known
 * @high: upper end of the 95 % interval; NAN if not known
 * @p: two-sided p; NAN if not known
 * @decimals: with how many decimals it is printed
 * @certainty: how sure this figure is
 */
typedef struct {
  AlMeasure measure;
  double value;
  double low;
  double high;
  double p;
  guint decimals;
  AlCertainty certainty;
} AlPublishedEffect;

/**
 * AlOutcome:
 * @id: unique in the study
 * @kind: primary, secondary or harm
 * @label: what was counted
 * @time: when, in words
 * @certainty: how sure the counts and percentages are
 * @treated: the group that had the device or strategy under test
 * @control: the other group
 * @more_is_better: whether it is a good outcome, such as survival
 * @has_effect: whether @effect is set
 * @effect: as published
 * @note: (nullable): how to read the figures
 * @discrepancy: (nullable): why what is published and what the counts give differ
 */
typedef struct {
  const char *id;
  AlOutcomeKind kind;
  const char *label;
  const char *time;
  AlCertainty certainty;
  AlResult treated;
  AlResult control;
  gboolean more_is_better;
  gboolean has_effect;
  AlPublishedEffect effect;
  const char *note;
  const char *discrepancy;
} AlOutcome;

#define AL_TYPE_STUDY (al_study_get_type ())
G_DECLARE_FINAL_TYPE (AlStudy, al_study, AL, STUDY, GObject)

const char *al_study_get_id (AlStudy *self);
const char *al_study_get_name (AlStudy *self);
guint al_study_get_year (AlStudy *self);
const char *al_study_get_title (AlStudy *self);
const char *al_study_get_citation (AlStudy *self);
const AlCitation *al_study_get_citation_parts (AlStudy *self);
const char *al_study_get_doi (AlStudy *self);
const char *al_study_get_pmid (AlStudy *self);
const char *al_study_get_registration (AlStudy *self);
const char *al_study_get_parent (AlStudy *self);
AlStudyDesign al_study_get_design (AlStudy *self);
AlStudyQuestion al_study_get_question (AlStudy *self);
const char *al_study_get_population (AlStudy *self);
const AlArm *al_study_get_treated (AlStudy *self);
const AlArm *al_study_get_control (AlStudy *self);
const AlOutcome *al_study_get_outcomes (AlStudy *self, gsize *n_outcomes);
const AlOutcome *al_study_find_outcome (AlStudy *self, const char *outcome_id);
AlStudyAnswer al_study_get_answer (AlStudy *self);
const char *al_study_get_limits (AlStudy *self);
const char *al_study_get_takeaway (AlStudy *self);
const char *al_study_get_checked (AlStudy *self);

double al_result_get_percent (const AlResult *result);
gboolean al_outcome_compute (const AlOutcome *outcome, AlMeasure measure, AlEffect *effect);
gboolean al_outcome_compute_from_shares (const AlOutcome *outcome, AlMeasure measure, double *value,
                                         double *error);
gboolean al_outcome_compute_number_needed (const AlOutcome *outcome, AlNumberNeeded *needed);

gboolean al_study_design_is_randomised (AlStudyDesign design);
gboolean al_study_design_is_summary (AlStudyDesign design);
const char *al_study_design_get_label (AlStudyDesign design);
const char *al_study_question_get_label (AlStudyQuestion question);
const char *al_study_answer_get_label (AlStudyAnswer answer);
const char *al_certainty_get_label (AlCertainty certainty);
const char *al_outcome_kind_get_label (AlOutcomeKind kind);
const char *al_measure_get_label (AlMeasure measure);
const char *al_measure_get_short_label (AlMeasure measure);

G_END_DECLS
