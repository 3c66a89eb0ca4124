/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-scenario.h"

/* The two patients of the tests, as the engine sees them: content is a layer above. */
void test_patient_normal (AlSettings *settings);
void test_patient_shock (AlSettings *settings);

/* Settles settings for some seconds and averages ten beats. */
void test_settle (AlSimulation *simulation, const AlSettings *settings, double seconds,
                  AlIndices *mean);

#define assert_between(value, low, high)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    double v_ = (value);                                                                           \
    g_assert_cmpfloat (v_, >=, low);                                                               \
    g_assert_cmpfloat (v_, <=, high);                                                              \
  }                                                                                                \
  G_STMT_END
