/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-axis.h"

#include <math.h>

/* An axis may end at these, times a power of ten: fine enough that little paper is wasted. */
static const double nice_ends[] = {1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10};

/**
 * al_range_is_empty:
 * @self: a range
 *
 * Whether nothing was included yet.
 *
 * Returns: whether it holds no value
 */
gboolean
al_range_is_empty (const AlRange *self)
{
  return !(self->low <= self->high);
}

/**
 * al_range_include:
 * @self: a range
 * @value: any number; one that is not finite changes nothing
 *
 * Widens a range so that it holds a value.
 */
void
al_range_include (AlRange *self, double value)
{
  if (!isfinite (value))
    return;
  self->low = MIN (self->low, value);
  self->high = MAX (self->high, value);
}

/**
 * al_range_include_range:
 * @self: a range
 * @other: another range; an empty one changes nothing
 *
 * Widens a range so that it holds another.
 */
void
al_range_include_range (AlRange *self, const AlRange *other)
{
  if (al_range_is_empty (other))
    return;
  al_range_include (self, other->low);
  al_range_include (self, other->high);
}

/* The smallest round number at or above @value, which is not negative. */
static double
round_up (double value)
{
  if (value <= 0)
    return 0;

  double decade = pow (10, floor (log10 (value)));

  for (guint i = 0; i < G_N_ELEMENTS (nice_ends); i++) {
    /* A hair of tolerance: 0.3 is not exactly 3 x 0.1. */
    if (value <= nice_ends[i] * decade * (1 + 1e-9))
      return nice_ends[i] * decade;
  }
  return 10 * decade;
}

/**
 * al_range_nice:
 * @self: what an axis must hold
 *
 * The range for an axis that holds zero and everything in @self, with round ends. It is chosen once
 * for a whole comparison: an axis that moves with the curve hides what the curve does.
 *
 * Returns: a range that is neither empty nor flat
 */
AlRange
al_range_nice (const AlRange *self)
{
  AlRange range = {0, 0};

  al_range_include_range (&range, self);
  if (range.low >= range.high)
    return (AlRange){0, 1};
  return (AlRange){-round_up (-range.low), round_up (range.high)};
}

static double
position (const AlAxis *self, double value)
{
  return self->scale == AL_SCALE_LOG ? log (value) : value;
}

/**
 * al_axis_is_flat:
 * @self: an axis
 *
 * Whether the axis has no extent, or a logarithmic one reaches zero, so that nothing can be placed.
 *
 * Returns: whether [func@axis_map] has nothing to go by
 */
gboolean
al_axis_is_flat (const AlAxis *self)
{
  if (self->scale == AL_SCALE_LOG && !(self->range.low > 0))
    return TRUE;
  return !(self->range.low < self->range.high) || !isfinite (self->range.high - self->range.low);
}

/**
 * al_axis_map:
 * @self: an axis
 * @value: a value; it may lie outside the range
 *
 * Where a value stands. On a flat axis everything stands in the middle.
 *
 * Returns: a pixel, NAN for NAN or for a ratio that is not above 0
 */
double
al_axis_map (const AlAxis *self, double value)
{
  if (isnan (value) || (self->scale == AL_SCALE_LOG && !(value > 0)))
    return NAN;
  if (al_axis_is_flat (self))
    return (self->start + self->end) / 2;

  double low = position (self, self->range.low);
  double high = position (self, self->range.high);

  return self->start + (position (self, value) - low) / (high - low) * (self->end - self->start);
}

/**
 * al_axis_unmap:
 * @self: an axis
 * @pixel: a pixel
 *
 * Which value stands at a pixel: the inverse of [func@axis_map].
 *
 * Returns: the value; the lower end on a flat axis
 */
double
al_axis_unmap (const AlAxis *self, double pixel)
{
  double extent = self->end - self->start;

  if (al_axis_is_flat (self) || !(fabs (extent) > 0))
    return self->range.low;

  double low = position (self, self->range.low);
  double high = position (self, self->range.high);
  double value = low + (pixel - self->start) / extent * (high - low);

  return self->scale == AL_SCALE_LOG ? exp (value) : value;
}
