/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-distribution.h"

#include <float.h>
#include <math.h>

/* Both expansions gain about one digit in three steps where they are used; 500 is far more than
 * they need. */
#define MAX_STEPS 500

/**
 * al_normal_two_sided_p:
 * @z: a standard normal deviate
 *
 * The probability of a deviate at least as far from zero as @z, on either side.
 *
 * Returns: 0 to 1
 */
double
al_normal_two_sided_p (double z)
{
  return erfc (fabs (z) / G_SQRT2);
}

/* The lower regularised incomplete gamma function as a series; good for x < a + 1. */
static double
lower_gamma_series (double a, double x)
{
  double term = 1.0 / a;
  double sum = term;

  for (int step = 1; step < MAX_STEPS && term > sum * DBL_EPSILON; step++) {
    term *= x / (a + step);
    sum += term;
  }
  return sum * exp (a * log (x) - x - lgamma (a));
}

/* The upper one as a continued fraction by Lentz's method; good for x >= a + 1. */
static double
upper_gamma_fraction (double a, double x)
{
  double b = x + 1.0 - a;
  double c = 1.0 / DBL_MIN;
  double d = 1.0 / b;
  double fraction = d;

  for (int step = 1; step < MAX_STEPS; step++) {
    double numerator = -step * (step - a);
    double change;

    b += 2.0;
    d = 1.0 / (numerator * d + b);
    c = numerator / c + b;
    change = c * d;
    fraction *= change;
    if (fabs (change - 1.0) < DBL_EPSILON)
      break;
  }
  return fraction * exp (a * log (x) - x - lgamma (a));
}

/**
 * al_chi_square_upper:
 * @x: a value of the chi-square distribution
 * @degrees_of_freedom: above 0
 *
 * The probability of a value above @x.
 *
 * Returns: 0 to 1; 1 where @x is not above zero
 */
double
al_chi_square_upper (double x, double degrees_of_freedom)
{
  double a = degrees_of_freedom / 2.0;

  g_return_val_if_fail (degrees_of_freedom > 0.0, NAN);

  x /= 2.0;
  if (!(x > 0.0))
    return 1.0;
  return x < a + 1.0 ? 1.0 - lower_gamma_series (a, x) : upper_gamma_fraction (a, x);
}
