/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/*
 * One patient or several side by side.
 *
 * The equations are written once, over AlReal. Where AL_LANES is 1, as it is by default, that is a
 * plain double; a file that is compiled with AL_LANES 4 or 8 gets a vector of the compiler's, one
 * patient in each lane. Every operation is an elementary one of IEEE 754 on each lane by itself,
 * in the same order, so that a patient has the same bytes alone and in company.
 *
 * What both forms need is written without branches: al_select() instead of an if.
 */
#ifndef AL_LANES
#define AL_LANES 1
#endif

#if AL_LANES == 1

typedef double AlReal;
typedef gint64 AlBits;

static inline AlBits
al_bits (AlReal x)
{
  AlBits bits;

  memcpy (&bits, &x, sizeof bits);
  return bits;
}

static inline AlReal
al_from_bits (AlBits bits)
{
  AlReal x;

  memcpy (&x, &bits, sizeof x);
  return x;
}

/* Bits that are shifted out are meant to be lost. */
static inline AlBits
al_shift_left (AlBits bits, int by)
{
  return (AlBits) ((guint64) bits << by);
}

/* Before a loop over chambers, valves or arteries of one patient: keep it a loop, so that the
 * compiler works on them side by side. */
#define AL_SIDE_BY_SIDE _Pragma ("GCC unroll 1")

#define al_real(x)               ((double) (x))
#define al_select(mask, yes, no) ((mask) ? (yes) : (no))
#define al_any(mask)             (mask)
#define al_sqrt(x)               __builtin_sqrt (x)

static inline AlReal
al_min (AlReal a, AlReal b)
{
  return a < b ? a : b;
}

static inline AlReal
al_max (AlReal a, AlReal b)
{
  return a > b ? a : b;
}

#else

typedef double AlReal __attribute__ ((vector_size (8 * AL_LANES)));
typedef gint64 AlBits __attribute__ ((vector_size (8 * AL_LANES)));

static inline AlBits
al_bits (AlReal x)
{
  return (AlBits) x;
}

static inline AlReal
al_from_bits (AlBits bits)
{
  return (AlReal) bits;
}

static inline AlBits
al_shift_left (AlBits bits, int by)
{
  return bits << by;
}

static inline AlReal
al_real (double x)
{
  return (AlReal){} + x;
}

static inline AlReal
al_select (AlBits mask, AlReal yes, AlReal no)
{
  return (AlReal) ((mask & (AlBits) yes) | (~mask & (AlBits) no));
}

static inline AlReal
al_sqrt (AlReal x)
{
  double each[AL_LANES];
  AlReal root;

  memcpy (each, &x, sizeof x);
  _Pragma ("GCC unroll 1") for (int i = 0; i < AL_LANES; i++) each[i] = __builtin_sqrt (each[i]);
  memcpy (&root, each, sizeof root);
  return root;
}

#define AL_SIDE_BY_SIDE

/* Whether any lane has it. A branch on this may leave out work whose result is known. The lanes are
 * folded onto each other, half by half. */
static inline gboolean
al_any (AlBits mask)
{
#if AL_LANES == 8
  typedef gint64 Four __attribute__ ((vector_size (32)));
  Four half[2];
  gint64 (*each)[4];

  memcpy (half, &mask, sizeof mask);
  half[0] |= half[1];
  each = (gint64 (*)[4]) (void *) &half[0];
#else
  gint64 (*each)[4] = (gint64 (*)[4]) (void *) &mask;
#endif
  return ((*each)[0] | (*each)[1] | (*each)[2] | (*each)[3]) != 0;
}

/* Loops over the lanes, because the compiler knows the instruction that does one of these at a time
 * but not the same of a whole vector. */
static inline AlReal
al_min (AlReal a, AlReal b)
{
  double x[AL_LANES], y[AL_LANES];

  memcpy (x, &a, sizeof a);
  memcpy (y, &b, sizeof b);
  _Pragma ("GCC unroll 1") for (int i = 0; i < AL_LANES; i++) x[i] = x[i] < y[i] ? x[i] : y[i];
  memcpy (&a, x, sizeof a);
  return a;
}

static inline AlReal
al_max (AlReal a, AlReal b)
{
  double x[AL_LANES], y[AL_LANES];

  memcpy (x, &a, sizeof a);
  memcpy (y, &b, sizeof b);
  _Pragma ("GCC unroll 1") for (int i = 0; i < AL_LANES; i++) x[i] = x[i] > y[i] ? x[i] : y[i];
  memcpy (&a, x, sizeof a);
  return a;
}

#define AL_SIDE_BY_SIDE

#endif

static inline AlReal
al_abs (AlReal x)
{
  return al_from_bits (al_bits (x) & G_MAXINT64);
}
