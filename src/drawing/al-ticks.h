/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-axis.h"

G_BEGIN_DECLS

/* More ticks than anybody can read on one axis. */
#define AL_TICKS_MAX 64

/**
 * AlTicks:
 * @value: where the ticks stand, ascending
 * @n_values: how many
 * @decimals: digits after the point that tell them apart, on a linear axis
 * @scale: the axis they are for
 *
 * Round numbers on an axis: 1, 2 or 5 times a power of ten apart, or the 1-2-5 numbers themselves
 * on a logarithmic axis.
 */
typedef struct {
  double value[AL_TICKS_MAX];
  guint n_values;
  int decimals;
  AlScale scale;
} AlTicks;

void al_ticks_init (AlTicks *self, const AlRange *range, AlScale scale, guint n_wanted);
char *al_ticks_format (const AlTicks *self, guint index);
char *al_format_number (double value, int decimals);

G_END_DECLS
