/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "al-ghost.h"

G_BEGIN_DECLS

/* No device, the balloon pump, VA-ECMO, both. */
#define AL_N_FOUR_WAY 4

/**
 * AlFourWayFunc:
 * @share: how much is done, 0 to 1
 * @user_data: what was given
 */
typedef void (*AlFourWayFunc) (double share, gpointer user_data);

void al_four_way_start (const AlSimulation *now, guint n_beats, GCancellable *cancellable,
                        AlFourWayFunc progress, GAsyncReadyCallback done, gpointer user_data);
GPtrArray *al_four_way_finish (GAsyncResult *result, GError **error);

G_END_DECLS
