/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-parameter.h"

G_BEGIN_DECLS

/**
 * AlHistory:
 *
 * What undo and redo return to: settings, never time.
 */
typedef struct _AlHistory AlHistory;

AlHistory *al_history_new (void);
void al_history_free (AlHistory *self);
void al_history_clear (AlHistory *self);
gboolean al_history_remember (AlHistory *self, const AlSettings *before, int subject,
                              gint64 now_us);
gboolean al_history_get_can_undo (const AlHistory *self);
gboolean al_history_get_can_redo (const AlHistory *self);
gboolean al_history_undo (AlHistory *self, AlSettings *settings);
gboolean al_history_redo (AlHistory *self, AlSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlHistory, al_history_free)

G_END_DECLS
