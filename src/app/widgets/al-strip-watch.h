/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"
#include "al-strip-events.h"

G_BEGIN_DECLS

/**
 * AlStripWatch:
 * @events: what it saw
 * @n_beats: beats that had ended when it last looked
 * @atrial_us: the last atrial activation that it saw
 * @beat_us: the last ventricular one
 * @upstroke_us: the last upstroke that the pump saw
 * @internal_us: the next cycle of the pump's own clock as it was
 * @had_balloon: whether there was ever a trigger
 *
 * Writes down the events of a simulation, which itself remembers the last ones only.
 */
typedef struct {
  AlStripEvents events;
  gint64 n_beats;
  gint64 atrial_us;
  gint64 beat_us;
  gint64 upstroke_us;
  gint64 internal_us;
  gboolean had_balloon;
} AlStripWatch;

void al_strip_watch_restart (AlStripWatch *self, const AlSimulation *simulation);
void al_strip_watch_follow (AlStripWatch *self, const AlSimulation *simulation);

G_END_DECLS
