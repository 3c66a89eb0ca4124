/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-signal.h"

#define N_(text) text

static const AlSignalInfo infos[AL_N_SIGNALS] = {
#define AL_SIGNAL(ID, ...) [AL_SIGNAL_##ID] = {__VA_ARGS__},
#include "al-signal-table.h"
#undef AL_SIGNAL
};

/**
 * al_signal_get_info:
 * @signal: a signal
 *
 * What the table says of a signal.
 *
 * Returns: (transfer none): a row that lives as long as the program
 */
const AlSignalInfo *
al_signal_get_info (AlSignal signal)
{
  g_return_val_if_fail (signal < AL_N_SIGNALS, NULL);
  return &infos[signal];
}

/**
 * al_signal_find:
 * @key: a key such as `lv_pressure_mmhg`
 * @signal: (out): the signal, untouched when there is none
 *
 * Looks a signal up by key.
 *
 * Returns: whether there is one of that key
 */
gboolean
al_signal_find (const char *key, AlSignal *signal)
{
  for (guint i = 0; i < AL_N_SIGNALS; i++) {
    if (g_str_equal (infos[i].key, key)) {
      *signal = (AlSignal) i;
      return TRUE;
    }
  }
  return FALSE;
}
