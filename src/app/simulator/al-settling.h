/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "al-scenario.h"

G_BEGIN_DECLS

/**
 * AlSettlingFunc:
 * @source: what was given
 * @share: how much is done, 0 to 1
 */
typedef void (*AlSettlingFunc) (GObject *source, double share);

void al_settling_start (GObject *source, const AlScenario *scenario, GCancellable *cancellable,
                        AlSettlingFunc progress, GAsyncReadyCallback done);
const AlSimulation *al_settling_finish (GAsyncResult *result, const AlScenario **scenario,
                                        GError **error);

G_END_DECLS
