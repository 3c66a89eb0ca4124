/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlRange:
 * @low: lower end
 * @high: upper end
 *
 * An interval of values. It is empty when @low is above @high.
 */
typedef struct {
  double low;
  double high;
} AlRange;

/* The range that holds nothing: the start of a search for extremes. */
#define AL_RANGE_EMPTY ((AlRange){G_MAXDOUBLE, -G_MAXDOUBLE})

typedef enum {
  AL_SCALE_LINEAR,
  AL_SCALE_LOG,
} AlScale;

/**
 * AlAxis:
 * @range: values at the two ends
 * @scale: linear, or logarithmic for ratios
 * @start: pixel at the lower end
 * @end: pixel at the upper end; less than @start for an axis that points up
 *
 * Maps values to pixels. An axis never changes its own range.
 */
typedef struct {
  AlRange range;
  AlScale scale;
  double start;
  double end;
} AlAxis;

gboolean al_range_is_empty (const AlRange *self);
void al_range_include (AlRange *self, double value);
void al_range_include_range (AlRange *self, const AlRange *other);
AlRange al_range_nice (const AlRange *self);

gboolean al_axis_is_flat (const AlAxis *self);
double al_axis_map (const AlAxis *self, double value);
double al_axis_unmap (const AlAxis *self, double pixel);

G_END_DECLS
