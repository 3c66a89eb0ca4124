/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-schematic.h"
#include "al-session.h"

G_BEGIN_DECLS

/**
 * AlSchematicReading:
 * @state: what is drawn
 * @time_us: the moment of it, or below 0 before the first
 * @lv_low_ml: smallest volume of the left ventricle in the beat
 * @lv_high_ml: its largest
 * @open_share: share of the beat in which the aortic valve is open
 * @balloon_ratio: 1 to 3: the balloon helps every so many beats
 *
 * What a schematic shows of a session.
 */
typedef struct {
  AlSchematicState state;
  gint64 time_us;
  double lv_low_ml, lv_high_ml;
  double open_share;
  int balloon_ratio;
} AlSchematicReading;

void al_schematic_reading_init (AlSchematicReading *self);
void al_schematic_reading_take (AlSchematicReading *self, const AlSample *sample);
gboolean al_schematic_reading_take_sample (AlSchematicReading *self, AlSession *session);
void al_schematic_reading_take_beat (AlSchematicReading *self, AlSession *session);
char *al_schematic_reading_describe (const AlSchematicReading *self);

G_END_DECLS
