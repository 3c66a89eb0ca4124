/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-ticks.h"

#include <math.h>
#include <string.h>

static const double steps[] = {1, 2, 5, 10};

/* The smallest step of 1, 2 or 5 times a power of ten that is not below @value. */
static double
step_at_least (double value)
{
  double decade = pow (10, floor (log10 (value)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    if (value <= steps[i] * decade * (1 + 1e-9))
      return steps[i] * decade;
  }
  return 10 * decade;
}

static int
decimals_of (double step)
{
  return MAX (0, (int) -floor (log10 (step) + 1e-9));
}

static void
fill_linear (AlTicks *self, const AlRange *range, guint n_wanted)
{
  double extent = range->high - range->low;
  double step = step_at_least (extent / n_wanted);
  double first = ceil (range->low / step - 1e-9);

  self->decimals = decimals_of (step);
  for (guint i = 0; i < AL_TICKS_MAX; i++) {
    double value = (first + i) * step;

    if (value > range->high + 1e-9 * extent)
      break;
    /* Minus zero would be printed as such. */
    self->value[self->n_values++] = fabs (value) < 1e-9 * step ? 0 : value;
  }
}

/* Adds the numbers @mantissa times a power of ten that lie in @range. */
static void
fill_decades (AlTicks *self, const AlRange *range, const double *mantissas, guint n_mantissas)
{
  for (double decade = floor (log10 (range->low)); decade <= ceil (log10 (range->high)); decade++) {
    for (guint i = 0; i < n_mantissas && self->n_values < AL_TICKS_MAX; i++) {
      double value = mantissas[i] * pow (10, decade);

      if (value >= range->low * (1 - 1e-9) && value <= range->high * (1 + 1e-9))
        self->value[self->n_values++] = value;
    }
  }
}

static void
fill_log (AlTicks *self, const AlRange *range, guint n_wanted)
{
  fill_decades (self, range, steps, 3);
  if (self->n_values > n_wanted) {
    self->n_values = 0;
    fill_decades (self, range, steps, 1);
  }
}

/**
 * al_ticks_init:
 * @self: (out): ticks
 * @range: what the axis shows
 * @scale: how
 * @n_wanted: how many there is room for, 1 or more; there may be one more
 *
 * Chooses round numbers in a range. An empty, flat or endless range has no ticks.
 */
void
al_ticks_init (AlTicks *self, const AlRange *range, AlScale scale, guint n_wanted)
{
  const AlAxis axis = {.range = *range, .scale = scale};

  *self = (AlTicks){.scale = scale};
  if (al_axis_is_flat (&axis))
    return;

  n_wanted = CLAMP (n_wanted, 1, AL_TICKS_MAX - 1);
  if (scale == AL_SCALE_LOG)
    fill_log (self, range, n_wanted);
  else
    fill_linear (self, range, n_wanted);
}

/**
 * al_ticks_format:
 * @self: ticks
 * @index: below `n_values`
 *
 * One tick in the person's own way of writing numbers. On a linear axis all have the same number of
 * digits after the point, on a logarithmic one each has those that it needs.
 *
 * Returns: (transfer full): the text
 */
char *
al_ticks_format (const AlTicks *self, guint index)
{
  g_return_val_if_fail (index < self->n_values, NULL);

  double value = self->value[index];

  return al_format_number (value,
                           self->scale == AL_SCALE_LOG ? decimals_of (value) : self->decimals);
}

/**
 * al_format_number:
 * @value: any number
 * @decimals: digits after the point, 0 to 9
 *
 * A number as people read it: with the locale's decimal sign, a true minus, and a dash in place of
 * what is not a number.
 *
 * Returns: (transfer full): the text
 */
char *
al_format_number (double value, int decimals)
{
  if (!isfinite (value))
    return g_strdup ("\342\200\223"); /* en dash */

  g_autofree char *text = g_strdup_printf ("%.*f", CLAMP (decimals, 0, 9), fabs (value));

  /* What rounds to zero has no sign. */
  if (value < 0 && strpbrk (text, "123456789") != NULL)
    return g_strconcat ("\342\210\222", text, NULL); /* minus sign */
  return g_steal_pointer (&text);
}
