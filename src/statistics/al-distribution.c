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

/* The regularised incomplete beta function I_x(a, b) as a continued fraction by Lentz's method;
 * good for x < (a + 1) / (a + b + 2). Abramowitz and Stegun, 26.5.8. */
static double
beta_fraction (double a, double b, double x)
{
  double c = 1.0;
  double d = 1.0 / (1.0 - (a + b) * x / (a + 1.0));
  double fraction = d;

  for (int step = 1; step < MAX_STEPS; step++) {
    const double even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step));
    const double odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1));
    double change;

    d = 1.0 / (1.0 + even * d);
    c = 1.0 + even / c;
    fraction *= c * d;
    d = 1.0 / (1.0 + odd * d);
    c = 1.0 + odd / c;
    change = c * d;
    fraction *= change;
    if (fabs (change - 1.0) < DBL_EPSILON)
      break;
  }
  return fraction * exp (a * log (x) + b * log1p (-x) + lgamma (a + b) - lgamma (a) - lgamma (b)) /
         a;
}

static double
incomplete_beta (double a, double b, double x)
{
  if (!(x > 0.0))
    return 0.0;
  if (!(x < 1.0))
    return 1.0;
  return x < (a + 1.0) / (a + b + 2.0) ? beta_fraction (a, b, x)
                                       : 1.0 - beta_fraction (b, a, 1.0 - x);
}

/**
 * al_student_two_sided_p:
 * @t: a value of Student's t distribution
 * @degrees_of_freedom: above 0
 *
 * The probability of a value at least as far from zero as @t, on either side.
 *
 * Returns: 0 to 1
 */
double
al_student_two_sided_p (double t, double degrees_of_freedom)
{
  g_return_val_if_fail (degrees_of_freedom > 0.0, NAN);

  return incomplete_beta (degrees_of_freedom / 2.0, 0.5,
                          degrees_of_freedom / (degrees_of_freedom + t * t));
}

/**
 * al_student_quantile:
 * @two_sided_p: above 0, below 1
 * @degrees_of_freedom: above 0
 *
 * The value that Student's t exceeds on either side with a probability: 0.05 for the ends of a 95 %
 * interval.
 *
 * Returns: above 0
 */
double
al_student_quantile (double two_sided_p, double degrees_of_freedom)
{
  double low = 0.0;
  double high = 1.0;

  g_return_val_if_fail (two_sided_p > 0.0 && two_sided_p < 1.0, NAN);
  g_return_val_if_fail (degrees_of_freedom > 0.0, NAN);

  /* The probability rises with x = df / (df + t^2), which is halved down to the last digit. */
  for (int step = 0; step < MAX_STEPS && high - low > DBL_EPSILON * high; step++) {
    const double middle = (low + high) / 2.0;

    if (incomplete_beta (degrees_of_freedom / 2.0, 0.5, middle) < two_sided_p)
      low = middle;
    else
      high = middle;
  }
  return sqrt (degrees_of_freedom * (1.0 - high) / high);
}
