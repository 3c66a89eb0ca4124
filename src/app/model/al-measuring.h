/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-validation.h"

G_BEGIN_DECLS

/**
 * AlMeasuringFunc:
 * @source: who asked
 * @share: how much is done, 0 to 1
 */
typedef void (*AlMeasuringFunc) (gpointer source, double share);

/**
 * AlMeasuring:
 * @table: what to measure; @source of al_measuring_start() keeps it alive
 * @catalogue: where the patients are
 * @progress: called now and then on the main loop
 *
 * What to run, and whom to tell.
 */
typedef struct {
  const AlValidation *table;
  AlCatalogue *catalogue;
  AlMeasuringFunc progress;
} AlMeasuring;

void al_measuring_start (GObject *source, const AlMeasuring *what, GCancellable *cancellable,
                         GAsyncReadyCallback done);
GPtrArray *al_measuring_finish (GAsyncResult *result, GError **error);

G_END_DECLS
