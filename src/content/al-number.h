/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Significant digits of numbers in JSON and CSV: finer than any measurement, the same on every
 * machine. */
#define AL_NUMBER_DIGITS 9

char *al_number_text (double value, int digits);
char *al_number_fixed (double value, int decimals);
char *al_number_four_digits (double value);
gboolean al_number_parse (const char *text, double *value);

G_END_DECLS
