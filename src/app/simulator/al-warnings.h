/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-indices.h"
#include "al-parameter.h"

G_BEGIN_DECLS

/**
 * AlWarning:
 *
 * What a colleague at the bedside would point at, the most urgent first.
 */
typedef enum {
  AL_WARNING_BACKFLOW,
  AL_WARNING_NO_TRIGGER,
  AL_WARNING_DIFFERENTIAL_HYPOXAEMIA,
  AL_WARNING_POOR_OXYGENATOR,
  AL_WARNING_SUCTION,
  AL_WARNING_PUMP_SUCTION,
  AL_WARNING_VALVE_SHUT,
  AL_WARNING_LIMB,
  AL_WARNING_FAST_FALL_OF_CO2,
  AL_WARNING_CO2_HELD,
  AL_WARNING_HAEMOLYSIS,
  AL_WARNING_LOW_FLOW,
  AL_WARNING_OWN_CLOCK,
  AL_WARNING_LEAKING_VALVE,
  AL_WARNING_OUTFLOW,
  AL_WARNING_WIDE_VESSELS,
  AL_WARNING_LATE_DEFLATION,
  AL_WARNING_EARLY_DEFLATION,
  AL_WARNING_EARLY_INFLATION,
  AL_WARNING_LATE_INFLATION,
  AL_WARNING_NORMAL_HEART,
  AL_N_WARNINGS
} AlWarning;

#define AL_WARNINGS_CO2_BINS 12

/**
 * AlWarnings:
 * @time_us: simulated time of the last look, negative before the first
 * @organ_s: time that has passed for slow organs, in s
 * @low_flow_s: for how much of it the flow of the ECMO has been low
 * @highest_paco2_mmhg: of each part of the last hour of it, NAN for none
 * @seen_us: when each warning last held, negative for never
 *
 * What has to be remembered to know what lasts. Plain data.
 */
typedef struct {
  gint64 time_us;
  double organ_s;
  double low_flow_s;
  double highest_paco2_mmhg[AL_WARNINGS_CO2_BINS];
  gint64 seen_us[AL_N_WARNINGS];
} AlWarnings;

void al_warnings_init (AlWarnings *self);
guint32 al_warnings_observe (AlWarnings *self, gint64 time_us, const AlSettings *settings,
                             const AlIndices *now);
const char *al_warning_get_text (AlWarning warning);

G_END_DECLS
