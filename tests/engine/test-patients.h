/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-scenario.h"

/* The two patients of the tests, as the engine sees them: content is a layer above. */
void test_patient_normal (AlSettings *settings);
void test_patient_shock (AlSettings *settings);

/* Settles settings for some seconds and averages ten beats. */
void test_settle (AlSimulation *simulation, const AlSettings *settings, double seconds,
                  AlIndices *mean);

/* The next beat, atrial activation or command of the balloon, and where the part of a step ends
 * that comes next: there, or at the next point of the grid. Not asked from the engine, so that it
 * can be told from what the engine does. */
gint64 test_next_event_us (const AlCirculation *circulation);
gint64 test_part_end_us (const AlCirculation *circulation);

/* The largest difference between two moments of any pressure, mmHg. */
double test_largest_difference (const AlHaemodynamics *a, const AlHaemodynamics *b);

#define assert_between(value, low, high)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    double v_ = (value);                                                                           \
    g_assert_cmpfloat (v_, >=, low);                                                               \
    g_assert_cmpfloat (v_, <=, high);                                                              \
  }                                                                                                \
  G_STMT_END
