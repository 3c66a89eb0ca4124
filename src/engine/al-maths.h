/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * The transcendental functions of the model, written out so that they give the same bytes with
 * every C library and in every lane. Relative error below 4e-16 in the ranges named; checked in
 * tests/engine against libm.
 */

#include "al-lane.h"

#define AL_PI 3.14159265358979323846

static inline AlReal
al_clamp (AlReal x, AlReal low, AlReal high)
{
  return al_min (al_max (x, low), high);
}

/* 0 at x <= 0, 1 at x >= 1, both slopes 0. */
static inline AlReal
al_smoothstep (AlReal x)
{
  AlReal s = al_clamp (x, al_real (0), al_real (1));

  return s * s * (3 - 2 * s);
}

/*
 * exp (x) for |x| <= 700: range reduction to +-ln(2)/2 and the polynomial of degree 11 that is
 * nearly best there (Chebyshev, error 3e-18), summed in pairs.
 */
static inline AlReal
al_exp_bounded (AlReal x)
{
  const double log2e = 1.4426950408889634074, ln2_high = 6.93147180369123816490e-01,
               ln2_low = 1.90821492927058770002e-10, shift = 6755399441055744.0;
  AlReal shifted = x * log2e + shift, k = shifted - shift;
  AlReal r = (x - k * ln2_high) - k * ln2_low, r2 = r * r, r4 = r2 * r2;
  AlReal p01 = 1.0 + r, p23 = 0.5000000000000019 + 0.1666666666666668 * r;
  AlReal p45 = 0.04166666666648738 + 0.008333333333319546 * r;
  AlReal p67 = 0.0013888888952505406 + 0.00019841269890193705 * r;
  AlReal p89 = 2.4801485278370062e-05 + 2.7557240761739257e-06 * r;
  AlReal p1011 = 2.7632715071632255e-07 + 2.5110095611886237e-08 * r;
  AlReal p = (p01 + p23 * r2) + ((p45 + p67 * r2) + (p89 + p1011 * r2) * r4) * r4;
  /* The low bits of the shifted number are k, which becomes the exponent of a power of two. */
  AlBits scale = al_shift_left (al_bits (shifted), 52) + ((gint64) 1023 << 52);

  return p * al_from_bits (scale);
}

/* exp (x), with x held to +-700. */
static inline AlReal
al_exp (AlReal x)
{
  return al_exp_bounded (al_clamp (x, al_real (-700), al_real (700)));
}

/* exp (x) up to a point, and from there on its tangent. */
static inline AlReal
al_exp_then_line (AlReal x, double from)
{
  AlReal held = al_min (x, al_real (from));

  return al_exp (held) * (1 + (x - held));
}

/* ln (x) for normal x > 0: ln(m 2^k) = k ln(2) + 2 artanh((m - 1) / (m + 1)). */
static inline AlReal
al_log (AlReal x)
{
  const double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10,
               two52 = 4503599627370496.0;
  AlBits bits = al_bits (x);
  AlReal exponent = al_from_bits ((bits >> 52) | ((gint64) (1023 + 52) << 52)) - (two52 + 1023.0);
  AlReal m = al_from_bits ((bits & 0x000fffffffffffff) | ((gint64) 1023 << 52)), s, z, p;

  exponent = al_select (m > 1.4142135623730951, exponent + 1, exponent);
  m = al_select (m > 1.4142135623730951, m * 0.5, m);
  s = (m - 1) / (m + 1);
  z = s * s;
  p = z * (1.0 / 21.0) + 1.0 / 19.0;
  p = p * z + 1.0 / 17.0;
  p = p * z + 1.0 / 15.0;
  p = p * z + 1.0 / 13.0;
  p = p * z + 1.0 / 11.0;
  p = p * z + 1.0 / 9.0;
  p = p * z + 1.0 / 7.0;
  p = p * z + 1.0 / 5.0;
  p = p * z + 1.0 / 3.0;
  p = p * z + 1.0;
  return exponent * ln2_high + (2 * s * p + exponent * ln2_low);
}

/* sin (x) for |x| <= pi/2. */
static inline AlReal
al_sin (AlReal x)
{
  AlReal z = x * x, p = z * (-1.0 / 121645100408832000.0) + 1.0 / 355687428096000.0;

  p = p * z - 1.0 / 1307674368000.0;
  p = p * z + 1.0 / 6227020800.0;
  p = p * z - 1.0 / 39916800.0;
  p = p * z + 1.0 / 362880.0;
  p = p * z - 1.0 / 5040.0;
  p = p * z + 1.0 / 120.0;
  p = p * z - 1.0 / 6.0;
  return x + x * z * p;
}

/* x to the power p, 0 < p <= 1, for 0 < x < 1e300; 0 for x <= 0. */
static inline AlReal
al_pow (AlReal x, double p)
{
  AlReal safe = al_max (x, al_real (1e-300));

  return al_select (x > 0, al_exp_bounded (p * al_log (safe)), al_real (0));
}

static inline AlReal
al_tanh (AlReal x)
{
  AlReal e = al_exp (-2 * al_abs (x)), t = (1 - e) / (1 + e);

  return al_select (x < 0, -t, t);
}

/* 1 / (1 + exp (-x)) */
static inline AlReal
al_logistic (AlReal x)
{
  return 1 / (1 + al_exp (-x));
}
