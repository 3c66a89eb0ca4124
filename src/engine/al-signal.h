/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlSignal:
 *
 * Every signal of the model, from `al-signal-table.h`.
 */
typedef enum {
#define AL_SIGNAL(ID, ...) AL_SIGNAL_##ID,
#include "al-signal-table.h"
#undef AL_SIGNAL
  AL_N_SIGNALS
} AlSignal;

/**
 * AlSignalInfo:
 * @key: the column name in a trace, with its unit
 * @label: untranslated short name for people
 * @unit: unit as text
 */
typedef struct {
  const char *key;
  const char *label;
  const char *unit;
} AlSignalInfo;

/**
 * AlSample:
 * @time_us: simulated time in microseconds
 * @value: one value for every signal at that time
 */
typedef struct {
  gint64 time_us;
  double value[AL_N_SIGNALS];
} AlSample;

const AlSignalInfo *al_signal_get_info (AlSignal signal);
gboolean al_signal_find (const char *key, AlSignal *signal);

G_END_DECLS
