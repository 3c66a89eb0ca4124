/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/**
 * AlExcursion:
 * @low: the lowest value of every signal, in its unit
 * @high: the highest
 *
 * How far every signal of a patient goes with no device, with each and with both. Of a signal that
 * was never seen @low is above @high.
 */
typedef struct {
  double low[AL_N_SIGNALS];
  double high[AL_N_SIGNALS];
} AlExcursion;

void al_excursion_find (AlExcursion *self, const AlSimulation *start);

G_END_DECLS
