/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-coefficients.h"
#include "al-core.h"
#include "al-drugs.h"
#include "al-metabolism.h"
#include "al-oxygen.h"
#include "al-reflex.h"

G_BEGIN_DECLS

/* Reflexes and oxygen are advanced every tick, drugs and organs every fifth. */
#define AL_TICK_US         20000
#define AL_TICKS_PER_ORGAN 5

/**
 * AlInfusion:
 * @given_ml: given so far
 * @rate_ml_s: given in this tick
 * @next_ml_s: to be given in the ticks to come
 * @ticks_left: in how many
 *
 * A volume that is on its way into the veins.
 */
typedef struct {
  double given_ml;
  double rate_ml_s;
  double next_ml_s;
  gint64 ticks_left;
} AlInfusion;

/**
 * AlSlow:
 *
 * Everything that changes over more than a beat: it is advanced every tick with what passed since
 * the one before, and turns the coefficients of the equations in between. Plain data.
 */
typedef struct {
  AlReflex reflex;
  AlDrugs drugs;
  AlOxygen oxygen;
  AlMetabolism metabolism;
  AlInfusion blood, crystalloid;
  double haemoglobin_g; /* in all the blood */
  double ledger_ml;     /* blood volume that came in, less what left */
  double refill_ml;     /* what the tissue still owes the vessels for what they lost */
  /* means over about two seconds, for organs that do not care for beats */
  double ra_mmhg, capillary_mmhg, lower_ml_s, lung_ml_s, ecmo_ml_s, mafp_closed;
  double bleeding_ml_s;
  double arterial_saturation; /* of the blood that the coronaries get, mean over a minute */
  double chemistry_speed;     /* more than 1 while a patient settles */
  gint64 n_ticks;
  AlTune tune;
} AlSlow;

void al_slow_init (AlSlow *self, const AlSettings *settings, const AlCore *core);
void al_slow_give (AlSlow *self, const AlSettings *settings);
void al_slow_tick (AlSlow *self, const AlSettings *settings, const AlCore *core);
double al_slow_haemoglobin_g_dl (const AlSlow *self, double blood_ml);
double al_slow_interval_s (const AlSlow *self, const AlSettings *settings);

G_END_DECLS
