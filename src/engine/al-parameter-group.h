/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-parameter.h"

G_BEGIN_DECLS

/**
 * AlParameterGroup:
 *
 * Parts of the model that parameters belong to, in the order in which a reference lists them.
 */
typedef enum {
  AL_PARAMETER_GROUP_BODY,
  AL_PARAMETER_GROUP_RHYTHM,
  AL_PARAMETER_GROUP_CHAMBERS,
  AL_PARAMETER_GROUP_WALLS,
  AL_PARAMETER_GROUP_VALVES,
  AL_PARAMETER_GROUP_ARTERIES,
  AL_PARAMETER_GROUP_CORONARY,
  AL_PARAMETER_GROUP_VEINS,
  AL_PARAMETER_GROUP_LUNGS,
  AL_PARAMETER_GROUP_FEEDBACK,
  AL_PARAMETER_GROUP_IABP,
  AL_PARAMETER_GROUP_ECMO,
  AL_PARAMETER_GROUP_OTHER_PUMPS,
  AL_PARAMETER_GROUP_DRUGS,
  AL_PARAMETER_GROUP_HOURS,
  AL_N_PARAMETER_GROUPS
} AlParameterGroup;

AlParameterGroup al_parameter_get_group (AlParameter parameter);
const char *al_parameter_group_get_title (AlParameterGroup group);

G_END_DECLS
