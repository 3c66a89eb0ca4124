/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * The transcendental functions of the model, written out so that they give the same bytes with
 * every C library. Relative error below 4e-16 in the ranges named; checked in tests/engine against
 * libm.
 */

#include <glib.h>
#include <string.h>

static inline double
al_clamp (double x, double low, double high)
{
  return x < low ? low : (x > high ? high : x);
}

/* 0 at x <= 0, 1 at x >= 1, both slopes 0. */
static inline double
al_smoothstep (double x)
{
  double s = al_clamp (x, 0, 1);

  return s * s * (3 - 2 * s);
}

/* exp (x): range reduction to +-ln(2)/2 and a Taylor polynomial; x is held to +-700. */
static inline double
al_exp (double x)
{
  const double log2e = 1.4426950408889634074, ln2_high = 6.93147180369123816490e-01,
               ln2_low = 1.90821492927058770002e-10, shift = 6755399441055744.0;
  double held = al_clamp (x, -700, 700), k = (held * log2e + shift) - shift;
  double r = (held - k * ln2_high) - k * ln2_low, p = 1.0 / 6227020800.0, scale;
  gint64 bits = ((gint64) k + 1023) << 52;

  p = p * r + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  p = p * r + 1.0;
  p = p * r + 1.0;
  memcpy (&scale, &bits, sizeof scale);
  return p * scale;
}

/* exp (x) up to a point, and from there on its tangent. */
static inline double
al_exp_then_line (double x, double from)
{
  return x <= from ? al_exp (x) : al_exp (from) * (1 + x - from);
}

/* ln (x) for normal x > 0: ln(m 2^k) = k ln(2) + 2 artanh((m - 1) / (m + 1)). */
static inline double
al_log (double x)
{
  const double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10;
  gint64 bits, exponent;
  double m, s, z, p = 1.0 / 21.0;

  memcpy (&bits, &x, sizeof bits);
  exponent = (bits >> 52) - 1023;
  bits = (bits & 0x000fffffffffffff) | ((gint64) 1023 << 52);
  memcpy (&m, &bits, sizeof m);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    exponent++;
  }
  s = (m - 1) / (m + 1);
  z = s * s;
  p = p * z + 1.0 / 19.0;
  p = p * z + 1.0 / 17.0;
  p = p * z + 1.0 / 15.0;
  p = p * z + 1.0 / 13.0;
  p = p * z + 1.0 / 11.0;
  p = p * z + 1.0 / 9.0;
  p = p * z + 1.0 / 7.0;
  p = p * z + 1.0 / 5.0;
  p = p * z + 1.0 / 3.0;
  p = p * z + 1.0;
  return (double) exponent * ln2_high + (2 * s * p + (double) exponent * ln2_low);
}

/* sin (x) for |x| <= pi/2. */
static inline double
al_sin (double x)
{
  double z = x * x, p = -1.0 / 121645100408832000.0;

  p = p * z + 1.0 / 355687428096000.0;
  p = p * z - 1.0 / 1307674368000.0;
  p = p * z + 1.0 / 6227020800.0;
  p = p * z - 1.0 / 39916800.0;
  p = p * z + 1.0 / 362880.0;
  p = p * z - 1.0 / 5040.0;
  p = p * z + 1.0 / 120.0;
  p = p * z - 1.0 / 6.0;
  return x + x * z * p;
}

/* cos (x) for 0 <= x <= pi. */
static inline double
al_cos_half_turn (double x)
{
  return al_sin (1.57079632679489661923 - x);
}

/* x to the power p for x > 0; 0 for x <= 0. */
static inline double
al_pow (double x, double p)
{
  return x > 0 ? al_exp (p * al_log (x)) : 0;
}

static inline double
al_tanh (double x)
{
  double e = al_exp (-2 * (x < 0 ? -x : x)), t = (1 - e) / (1 + e);

  return x < 0 ? -t : t;
}

/* 1 / (1 + exp (-x)) */
static inline double
al_logistic (double x)
{
  return 1 / (1 + al_exp (-x));
}
