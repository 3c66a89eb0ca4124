/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "al-scenario.h"

G_BEGIN_DECLS

/**
 * AlSettlingFunc:
 * @share: how much is done, 0 to 1
 * @user_data: what was given
 */
typedef void (*AlSettlingFunc) (double share, gpointer user_data);

void al_settling_start (const AlScenario *scenario, GCancellable *cancellable,
                        AlSettlingFunc progress, GAsyncReadyCallback done, gpointer user_data);
const AlSimulation *al_settling_finish (GAsyncResult *result, const AlScenario **scenario,
                                        GError **error);

G_END_DECLS
