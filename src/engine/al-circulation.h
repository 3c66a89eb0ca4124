/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-balloon-pump.h"
#include "al-coefficients.h"
#include "al-core.h"
#include "al-rhythm.h"

G_BEGIN_DECLS

/**
 * AlCirculation:
 * @time_us: simulated time
 * @core: continuous states and what follows from them
 * @rhythm: when chambers are activated
 * @pump: when the balloon is told what
 *
 * The closed loop at a moment.
 */
typedef struct {
  gint64 time_us;
  AlCore core;
  AlRhythm rhythm;
  AlBalloonPump pump;
} AlCirculation;

void al_circulation_init (AlCirculation *self, const AlSettings *settings,
                          const AlCoefficients *patient);
void al_circulation_refresh (AlCirculation *self);
void al_circulation_take_timing (AlCirculation *self, const AlSettings *settings);
double al_circulation_time_s (const AlCirculation *self);
double al_circulation_blood_ml (const AlCirculation *self);

G_END_DECLS
