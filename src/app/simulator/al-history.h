/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/**
 * AlMoment:
 * @settings: the settings to return to
 * @state: (nullable): the whole state to return to, time included; %NULL when time goes on
 *
 * What a step of undo or redo returns to.
 */
typedef struct {
  AlSettings settings;
  AlSimulation *state;
} AlMoment;

/**
 * AlHistory:
 *
 * What undo and redo return to: settings, while time goes on; or, after a leap in time, the state
 * as it was before.
 */
typedef struct _AlHistory AlHistory;

AlHistory *al_history_new (void);
void al_history_free (AlHistory *self);
void al_history_clear (AlHistory *self);
gboolean al_history_remember (AlHistory *self, const AlSettings *before, int subject,
                              gint64 now_us);
void al_history_remember_state (AlHistory *self, const AlSimulation *before);
gboolean al_history_get_can_undo (const AlHistory *self);
gboolean al_history_get_can_redo (const AlHistory *self);
gboolean al_history_undo (AlHistory *self, const AlSimulation *now, AlMoment *moment);
gboolean al_history_redo (AlHistory *self, const AlSimulation *now, AlMoment *moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlHistory, al_history_free)

G_END_DECLS
