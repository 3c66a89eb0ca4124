/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-indices.h"
#include "al-validation.h"

G_BEGIN_DECLS

/* What a condition does to a parameter of its patient. */
typedef enum {
  AL_ADJUST_SET,
  AL_ADJUST_SCALE,
  AL_ADJUST_SHIFT,
} AlAdjustKind;

typedef struct {
  AlAdjustKind kind;
  AlParameter parameter;
  double number;
} AlAdjust;

/**
 * AlValidationCondition:
 * @id: unique
 * @patient: id of the patient
 * @settle_s: seconds of settling
 * @adjusts: (element-type AlAdjust): what is done to the patient's settings, in order
 * @held: (element-type AlParameter): what is scaled to hold an index; empty when none is held
 * @hold_index: the index that is held
 * @hold_at: its value
 */
typedef struct {
  char *id;
  char *patient;
  double settle_s;
  GArray *adjusts;
  GArray *held;
  AlIndex hold_index;
  double hold_at;
} AlValidationCondition;

typedef enum {
  AL_BEATS_ALL,
  AL_BEATS_ASSISTED,
  AL_BEATS_UNASSISTED,
  AL_N_BEATS_KINDS
} AlBeatsKind;

/* In the order of their words in a file. */
typedef enum {
  AL_COMPARE_VALUE,
  AL_COMPARE_CHANGE,
  AL_COMPARE_PERCENT_CHANGE,
  AL_COMPARE_PERCENT_BELOW,
  AL_COMPARE_RATIO,
  AL_COMPARE_GAIN_RATIO,
} AlComparisonKind;

/* An index in a condition, read off some of its beats. */
typedef struct {
  AlIndex index;
  guint condition;
  AlBeatsKind beats;
} AlReading;

/**
 * AlComparison:
 * @kind: how the readings make a value
 * @x: what is measured
 * @y: what it is compared with; unused by %AL_COMPARE_VALUE
 * @z: what counts as the full gain; used only by %AL_COMPARE_GAIN_RATIO
 * @w: what @z is a gain over; used only by %AL_COMPARE_GAIN_RATIO
 */
typedef struct {
  AlComparisonKind kind;
  AlReading x;
  AlReading y;
  AlReading z;
  AlReading w;
} AlComparison;

/* A row with what only the model needs to know. */
typedef struct {
  AlValidationRow row;
  AlComparison comparison;
  char *not_run; /* a reason; then there is no comparison */
} AlValidationEntry;

struct _AlValidation {
  GPtrArray *conditions; /* of AlValidationCondition */
  GPtrArray *entries;    /* of AlValidationEntry */
  GPtrArray *groups;     /* of char, the headings */
  GPtrArray *limits;     /* of AlValidationLimit */
};

G_END_DECLS
