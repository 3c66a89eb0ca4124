/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlFrameTime:
 * @speed: simulated seconds in a second of the frame clock
 * @last_us: the time of the last frame, 0 before the first
 * @owed_us: simulated time that did not fill a step yet
 *
 * Makes simulated time of the time of frames, in whole steps and with nothing lost.
 */
typedef struct {
  double speed;
  gint64 last_us;
  double owed_us;
} AlFrameTime;

void al_frame_time_stop (AlFrameTime *self);
gint64 al_frame_time_pass (AlFrameTime *self, gint64 frame_us);

G_END_DECLS
