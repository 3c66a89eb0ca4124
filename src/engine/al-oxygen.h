/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-state.h"

#include <glib.h>

G_BEGIN_DECLS

/*
 * Oxygen in the blood of every compartment.
 *
 * What is kept is the amount, content x volume. Over each edge blood leaves with the content that
 * its compartment had at the start of the tick, in whichever direction it flows; so the mixing
 * point on ECMO lies where the flows put it. Oxygen enters in the lung, the oxygenator and with
 * given blood, leaves in the tissues and with lost blood, and each of these is booked in a ledger.
 *
 *   content      = capacity x S + 3e-5 x (PO2 - 150 mmHg), the second part only above 150 mmHg
 *   capacity     = 1.34 mL/g x Hb
 *   S (PO2)      = 1 / (1 + 23400 / (PO2^3 + 150 PO2))                       Severinghaus 1979
 *   alveolar PO2 = FiO2 x 713 - PaCO2 / 0.8
 *
 * Blood that swings back through the lung stays beside the capillaries and is the first to go
 * forwards again; only what is more than they hold mixes with the pulmonary artery. A bed that
 * flowing blood does not feed for seconds takes what it lacks from the blood that stands in it.
 *
 * Limits: one curve, not shifted by pH, carbon dioxide or temperature; compartments are well
 * mixed, so that there is no streaming within the aorta or the right atrium.
 */
#define AL_OXYGEN_COMPARTMENTS 13

/**
 * AlOxygenCompartment:
 *
 * The volumes of blood, in the order of #AlStateIndex.
 */
typedef enum {
  AL_O2_LA,
  AL_O2_LV,
  AL_O2_RA,
  AL_O2_RV,
  AL_O2_ARCH,
  AL_O2_THORACIC,
  AL_O2_ABDOMINAL, /* reads as the femoral artery */
  AL_O2_UPPER,     /* reads as the right radial artery */
  AL_O2_UPPER_VEIN,
  AL_O2_LOWER_VEIN,
  AL_O2_PA, /* reads as mixed venous blood */
  AL_O2_PULMONARY_VEIN,
  AL_O2_CORONARY
} AlOxygenCompartment;

/**
 * AlOxygenBed:
 *
 * Where oxygen is consumed.
 */
typedef enum {
  AL_OXYGEN_BED_UPPER,
  AL_OXYGEN_BED_LOWER,
  AL_OXYGEN_BED_HEART,
  AL_N_OXYGEN_BEDS
} AlOxygenBed;

/**
 * AlOxygenSum:
 * @value: the sum
 * @rest: what rounding left out of it
 *
 * A compensated sum.
 */
typedef struct {
  double value, rest;
} AlOxygenSum;

/**
 * AlOxygen:
 * @amount_ml: oxygen in each compartment, mL; that of @swung_o2_ml included
 * @swung_ml: blood of the pulmonary artery that came back through the lung, mL
 * @swung_o2_ml: oxygen in it, mL
 * @owed_ml: what each bed still wants of the last seconds, mL; not oxygen, so not in the ledger
 * @initial_ml: oxygen at the start, mL; corrected while a patient settles
 * @lung: taken up in the lungs so far, mL; negative where they gave off
 * @oxygenator: taken up in the oxygenator so far, mL
 * @given: came with blood given, less what was lost with blood, mL
 * @consumed: consumed so far, mL
 * @drained_saturation: of the blood that the oxygenator got last, 0 to 1
 * @returned_saturation: of the blood that the oxygenator returned last, 0 to 1
 * @delivered_tick_ml: oxygen that reached the beds in the last tick, mL
 * @consumed_tick_ml: oxygen consumed in the last tick, mL
 * @do2_ml_min: oxygen delivery, mean over about %AL_OXYGEN_MEAN_S, mL/min
 * @vo2_ml_min: oxygen consumption, mean over the same time, mL/min
 * @averaged_s: how long the two means have run, at most %AL_OXYGEN_MEAN_S
 *
 * Oxygen in the blood and where it came from. Plain data.
 */
typedef struct {
  double amount_ml[AL_OXYGEN_COMPARTMENTS];
  double swung_ml, swung_o2_ml;
  double owed_ml[AL_N_OXYGEN_BEDS];
  double initial_ml;
  AlOxygenSum lung, oxygenator, given, consumed;
  double drained_saturation, returned_saturation;
  double delivered_tick_ml, consumed_tick_ml;
  double do2_ml_min, vo2_ml_min, averaged_s;
} AlOxygen;

/* Time over which delivery and consumption are averaged: a few beats. */
#define AL_OXYGEN_MEAN_S 2.0

/**
 * AlOxygenInput:
 * @haemoglobin_g_dl: haemoglobin, g/dL
 * @vo2_ml_min: oxygen that the body wants, mL/min
 * @lung_shunt: share of pulmonary flow that passes the lung unchanged, 0 to 1
 * @fio2: oxygen fraction of the breath, 0 to 1
 * @paco2_mmhg: arterial carbon dioxide tension, mmHg
 * @fdo2: oxygen fraction of the sweep gas, 0 to 1
 * @oxygenator_transfer: what the oxygenator achieves, 0 to 1; 0 without sweep gas
 * @given_haemoglobin_share: haemoglobin of what is given as a share of the patient's: 1 for whole
 *   blood, 0 for crystalloid
 * @vein_haste: how many times more the systemic veins turn over: more than 0 while a patient
 *   settles, who then has the venous blood of the state sooner
 *
 * What holds during a tick.
 */
typedef struct {
  double haemoglobin_g_dl;
  double vo2_ml_min;
  double lung_shunt;
  double fio2;
  double paco2_mmhg;
  double fdo2;
  double oxygenator_transfer;
  double given_haemoglobin_share;
  double vein_haste;
} AlOxygenInput;

void al_oxygen_init (AlOxygen *self, const double volume_ml[AL_OXYGEN_COMPARTMENTS],
                     double haemoglobin_g_dl);
void al_oxygen_tick (AlOxygen *self, const AlOxygenInput *input, const double edge_ml[AL_N_EDGES],
                     const double volume_ml[AL_OXYGEN_COMPARTMENTS], double dt_s);

double al_oxygen_content (const AlOxygen *self, const double volume_ml[AL_OXYGEN_COMPARTMENTS],
                          int compartment);
double al_oxygen_saturation (const AlOxygen *self, const double volume_ml[AL_OXYGEN_COMPARTMENTS],
                             int compartment, double haemoglobin_g_dl);
double al_oxygen_total_ml (const AlOxygen *self);
double al_oxygen_ledger_ml (const AlOxygen *self);

double al_oxygen_saturation_at (double po2_mmhg);
double al_oxygen_content_at (double po2_mmhg, double haemoglobin_g_dl);

G_END_DECLS
