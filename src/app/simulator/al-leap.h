/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "al-timeline.h"
#include "al-trends.h"

G_BEGIN_DECLS

/**
 * AlLeap:
 * @simulation: the state; where it leads in the end
 * @timeline: commands that come on the way; those that are left in the end
 * @trends: what is slow; with what was recorded on the way in the end
 *
 * Hours that pass at once. All of it is its own.
 */
typedef struct {
  AlSimulation simulation;
  AlTimeline timeline;
  AlTrends trends;
} AlLeap;

/**
 * AlLeapFunc:
 * @share: how much is done, 0 to 1
 * @user_data: what was given
 */
typedef void (*AlLeapFunc) (double share, gpointer user_data);

AlLeap *al_leap_new (const AlSimulation *simulation, const AlTimeline *timeline,
                     const AlTrends *trends);
void al_leap_free (AlLeap *self);
gboolean al_leap_advance (AlLeap *self, gint64 duration_us);

void al_leap_start (AlLeap *self, gint64 duration_us, GCancellable *cancellable,
                    AlLeapFunc progress, GAsyncReadyCallback done, gpointer user_data);
AlLeap *al_leap_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlLeap, al_leap_free)

G_END_DECLS
