/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-frame-time.h"

#include "al-simulation.h"

/* A frame that comes later than this is not made up for: the heart pauses rather than jumps. */
#define LONGEST_FRAME_US 100000

/**
 * al_frame_time_stop:
 * @self: a frame time
 *
 * Says that frames stop: the time until the next one does not count.
 */
void
al_frame_time_stop (AlFrameTime *self)
{
  self->last_us = 0;
}

/**
 * al_frame_time_pass:
 * @self: a frame time
 * @frame_us: the time of a frame
 *
 * What has passed since the last frame.
 *
 * Returns: simulated microseconds, a multiple of %AL_STEP_US
 */
gint64
al_frame_time_pass (AlFrameTime *self, gint64 frame_us)
{
  const gint64 elapsed_us = self->last_us > 0 ? frame_us - self->last_us : 0;
  gint64 due_us;

  self->last_us = frame_us;
  self->owed_us += (double) CLAMP (elapsed_us, 0, LONGEST_FRAME_US) * self->speed;
  due_us = (gint64) (self->owed_us / AL_STEP_US) * AL_STEP_US;
  self->owed_us -= (double) due_us;
  return due_us;
}
