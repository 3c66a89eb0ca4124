/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-indices.h"
#include "al-patient.h"
#include "al-scenario.h"

G_BEGIN_DECLS

#define AL_TYPE_CASE (al_case_get_type ())
G_DECLARE_FINAL_TYPE (AlCase, al_case, AL, CASE, GObject)

/**
 * AlCaseNodeKind:
 * @AL_CASE_PAGE: something to read, with findings
 * @AL_CASE_SIMULATE: something to look at on the live model
 * @AL_CASE_PREDICT: rows to predict before the change is made
 * @AL_CASE_DECIDE: options to choose from
 * @AL_CASE_EVIDENCE: claims and studies that bear on the question
 * @AL_CASE_DEBRIEF: what was learnt; the end of every path
 */
typedef enum {
  AL_CASE_PAGE,
  AL_CASE_SIMULATE,
  AL_CASE_PREDICT,
  AL_CASE_DECIDE,
  AL_CASE_EVIDENCE,
  AL_CASE_DEBRIEF,
} AlCaseNodeKind;

/**
 * AlCaseSupport:
 * @AL_CASE_EXAMPLE: watch an expert
 * @AL_CASE_GUIDED: hints on the way
 * @AL_CASE_FREE: on one's own
 *
 * How much help a case gives.
 */
typedef enum {
  AL_CASE_EXAMPLE,
  AL_CASE_GUIDED,
  AL_CASE_FREE,
} AlCaseSupport;

/**
 * AlTrend:
 *
 * Where an index goes.
 */
typedef enum {
  AL_TREND_DOWN = -1,
  AL_TREND_SAME = 0,
  AL_TREND_UP = 1,
} AlTrend;

/**
 * AlCaseChange:
 * @commands: (nullable): what is done and when, in microseconds after the change begins
 * @n_commands: how many
 *
 * What is done to the beating patient: when a prediction is revealed or an option is chosen.
 */
typedef struct {
  AlCommand *commands;
  guint n_commands;
} AlCaseChange;

/**
 * AlCaseFinding:
 * @name: what was found, in the language of the person
 * @value: its value, a number with unit or words
 * @index: the index of the model that it agrees with, or -1
 * @number: the value as a number where @index is given
 * @within: how far the model may be from @number
 * @line: where it stands in the file
 *
 * Something found at the bedside or in the laboratory.
 */
typedef struct {
  char *name;
  char *value;
  int index;
  double number;
  double within;
  int line;
} AlCaseFinding;

/**
 * AlCasePrediction:
 * @index: what is asked
 * @answer: where it goes, as the model has confirmed
 * @margin: a change of less than this, in the unit of the index, is "no change"
 * @because: why
 * @line: where it stands in the file
 *
 * One row of a prediction.
 */
typedef struct {
  AlIndex index;
  AlTrend answer;
  double margin;
  char *because;
  int line;
} AlCasePrediction;

/**
 * AlCaseOption:
 * @id: unique in its node
 * @text: what may be done
 * @because: why it is a good or a poor idea
 * @accepted: whether it is one of the acceptable answers
 * @change: what it does to the patient, possibly nothing
 * @to: the id of the node that follows
 * @line: where it stands in the file
 *
 * One thing that may be done.
 */
typedef struct {
  char *id;
  char *text;
  char *because;
  gboolean accepted;
  AlCaseChange change;
  char *to;
  int line;
} AlCaseOption;

/**
 * AlCaseEvidence:
 * @is_claim: a claim, otherwise a study
 * @id: its id in the evidence
 * @note: why it is shown here, possibly empty
 *
 * A claim or a study that a node shows.
 */
typedef struct {
  gboolean is_claim;
  char *id;
  char *note;
} AlCaseEvidence;

/**
 * AlCaseNode:
 * @id: unique in the case
 * @kind: which of the fields below are used
 * @title: a heading
 * @paragraphs: %NULL-terminated text to read, possibly empty
 * @scenario: (nullable): the patient stands so when the node is entered; %NULL: as the path left it
 * @patient: (nullable): the patient of @scenario
 * @findings: what was found (page, simulate)
 * @look_for: %NULL-terminated hints what to look at (simulate)
 * @change: what happens on reveal (predict)
 * @predictions: rows of a prediction (predict)
 * @explanation: %NULL-terminated text shown after reveal (predict)
 * @options: what to choose from (decide)
 * @evidence: what bears on it (evidence)
 * @points: %NULL-terminated learning points (debrief)
 * @cannot_tell: %NULL-terminated limits of the model (debrief)
 * @to: (nullable): the id of the node that follows; %NULL for decide and debrief
 * @line: where it stands in the file
 *
 * One step of a case. All fields are read only.
 */
typedef struct {
  char *id;
  AlCaseNodeKind kind;
  char *title;
  char **paragraphs;
  AlScenario *scenario;
  AlPatient *patient;
  AlCaseFinding *findings;
  guint n_findings;
  char **look_for;
  AlCaseChange change;
  AlCasePrediction *predictions;
  guint n_predictions;
  char **explanation;
  AlCaseOption *options;
  guint n_options;
  AlCaseEvidence *evidence;
  guint n_evidence;
  char **points;
  char **cannot_tell;
  char *to;
  int line;
} AlCaseNode;

const char *al_case_get_id (AlCase *self);
const char *al_case_get_version (AlCase *self);
const char *al_case_get_title (AlCase *self);
const char *al_case_get_summary (AlCase *self);
const char *al_case_get_author (AlCase *self);
const char *al_case_get_licence (AlCase *self);
guint al_case_get_difficulty (AlCase *self);
guint al_case_get_minutes (AlCase *self);
AlCaseSupport al_case_get_support (AlCase *self);
const char *const *al_case_get_objectives (AlCase *self);

const char *al_case_get_file_name (AlCase *self);

guint al_case_get_n_nodes (AlCase *self);
const AlCaseNode *al_case_get_node (AlCase *self, guint index);
const AlCaseNode *al_case_find_node (AlCase *self, const char *id);
const AlCaseNode *al_case_get_start (AlCase *self);

AlTrend al_trend_of (double before, double after, double margin);
const char *al_trend_get_label (AlTrend trend);

G_END_DECLS
