/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-parameter.h"

G_BEGIN_DECLS

/**
 * AlControl:
 * @parameter: what is set
 * @label: untranslated; short
 * @step: the step of a scale in the unit of the parameter
 * @choices: (nullable): what is offered instead of a scale, untranslated, in the context "choice"
 * @values: (nullable): the value of each choice; %NULL for whole numbers from the minimum
 * @factor: from the unit of the parameter to what is shown; 0 for none
 * @unit: (nullable): of what is shown; %NULL for the unit of the parameter
 * @usual_low: the lower end of what is usual, in the unit of the parameter
 * @usual_high: the upper end of what is usual; 0 for nothing to say
 *
 * How a setting is offered to a person. Plain data.
 */
typedef struct {
  AlParameter parameter;
  const char *label;
  double step;
  const char *const *choices;
  const double *values;
  double factor;
  const char *unit;
  double usual_low;
  double usual_high;
} AlControl;

/**
 * AlUnfold:
 *
 * When a group shows its controls without being asked.
 */
typedef enum {
  AL_UNFOLD_ON_DEMAND, /* or when its device is switched on */
  AL_UNFOLD_WITH_ROOM,
  AL_UNFOLD_ALWAYS,
} AlUnfold;

/**
 * AlControlGroup:
 * @title: untranslated
 * @device: the setting that switches the device of the group, %AL_N_PARAMETERS for none
 * @unfold: when it shows its controls
 * @counts: whether it says how many of its controls are above their lowest value
 * @controls: (array length=n_controls): from the top
 * @n_controls: how many there are
 *
 * Controls that a clinician thinks of together.
 */
typedef struct {
  const char *title;
  AlParameter device;
  AlUnfold unfold;
  gboolean counts;
  const AlControl *controls;
  guint n_controls;
} AlControlGroup;

const AlControlGroup *al_control_get_groups (guint *n_groups);
gboolean al_control_matters (AlParameter parameter, const AlSettings *settings);
gboolean al_control_group_matters (const AlControlGroup *group, const AlSettings *settings);
guint al_control_group_count_active (const AlControlGroup *group, const AlSettings *settings);

double al_control_get_choice_value (const AlControl *control, guint position);
char *al_control_format (const AlControl *control, double value);
char *al_control_describe (const AlControl *control);

G_END_DECLS
