/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-validation.h"

G_BEGIN_DECLS

/**
 * AlMeasuringFunc:
 * @share: how much is done, 0 to 1
 * @user_data: what was given
 */
typedef void (*AlMeasuringFunc) (double share, gpointer user_data);

/**
 * AlMeasuring:
 * @table: what to measure; whoever asks keeps it alive until the end
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

void al_measuring_start (const AlMeasuring *what, GCancellable *cancellable,
                         GAsyncReadyCallback done, gpointer user_data);
GPtrArray *al_measuring_finish (GAsyncResult *result, GError **error);

G_END_DECLS
