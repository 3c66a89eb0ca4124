/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "al-ghost.h"

G_BEGIN_DECLS

void al_ghost_task_start (const AlSimulation *state, gint64 settling_us, guint n_beats,
                          GCancellable *cancellable, GAsyncReadyCallback done, gpointer user_data);
AlGhost *al_ghost_task_finish (GAsyncResult *result, GError **error);

G_END_DECLS
