/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-scenario.h"

G_BEGIN_DECLS

/**
 * AlTimeline:
 * @scenario: (nullable): whose timed commands are meant
 * @next: the command that comes next
 * @origin_us: the simulated time that the commands count from
 *
 * The commands of a scenario that are still to come.
 */
typedef struct {
  AlScenario *scenario;
  guint next;
  gint64 origin_us;
} AlTimeline;

void al_timeline_set_scenario (AlTimeline *self, const AlScenario *scenario);
void al_timeline_finalize (AlTimeline *self);
void al_timeline_start (AlTimeline *self, gint64 now_us);
gint64 al_timeline_get_wait_us (AlTimeline *self, gint64 now_us);
gboolean al_timeline_apply_due (AlTimeline *self, gint64 now_us, AlSettings *settings);

G_END_DECLS
