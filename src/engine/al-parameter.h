/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlParameter:
 *
 * Every setting of the model, from `al-parameter-table.h`.
 */
typedef enum {
#define AL_PARAMETER(ID, ...) AL_PARAMETER_##ID,
#include "al-parameter-table.h"
#undef AL_PARAMETER
  AL_N_PARAMETERS
} AlParameter;

typedef enum {
  AL_KIND_PATIENT, /* set by a patient file */
  AL_KIND_COMMAND, /* changed while the heart beats */
  AL_KIND_MODEL,   /* a constant of the model */
  AL_KIND_CHOICE,  /* a command whose value is the index of a word in choices */
} AlParameterKind;

/**
 * AlParameterInfo:
 * @name: the name in files and on the command line, with its unit
 * @symbol: short symbol, may be empty
 * @unit: unit as text, empty for choices
 * @choices: (nullable): words separated by '|', only for AL_KIND_CHOICE
 * @description: untranslated; show it through gettext
 * @source: where the value comes from; "MC" is a modelling choice
 */
typedef struct {
  const char *name;
  const char *symbol;
  const char *unit;
  AlParameterKind kind;
  const char *choices;
  double default_value;
  double minimum;
  double maximum;
  const char *description;
  const char *source;
} AlParameterInfo;

/**
 * AlSettings:
 *
 * One value for every parameter. Plain data: copy it by assignment.
 */
typedef struct {
  double value[AL_N_PARAMETERS];
} AlSettings;

const AlParameterInfo *al_parameter_get_info (AlParameter parameter);
gboolean al_parameter_find (const char *name, AlParameter *parameter);
gboolean al_parameter_in_range (AlParameter parameter, double value);
gboolean al_parameter_parse (AlParameter parameter, const char *text, double *value);
char *al_parameter_format (AlParameter parameter, double value);

void al_settings_init (AlSettings *self);
gboolean al_settings_equal (const AlSettings *self, const AlSettings *other);

G_END_DECLS
