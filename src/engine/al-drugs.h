/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-parameter.h"

G_BEGIN_DECLS

/*
 * Drugs: dose, level, effect.
 *
 *   target of the level  2 d / (d + d_ref)     1 at the reference dose, 2 at the most
 *   level                follows its target with a time constant of onset or offset
 *   effect               multiplier^level, rate x level, volume x level
 *
 * The effects of several drugs multiply (rate and volume: add), between bounds. Furosemide is given
 * as boluses: what is given fills two pools that empty by themselves. The one widens the veins for
 * about half an hour, the other makes urine for some hours; most of that water is replaced from the
 * tissue, the rest is lost from the blood. The kidney's own perfusion does not limit it here: a
 * patient in shock answers less than this one does.
 */

/**
 * AlDrug:
 *
 * Every drug, from `al-drug-table.h`.
 */
typedef enum {
#define AL_DRUG(ID, ...) AL_DRUG_##ID,
#include "al-drug-table.h"
#undef AL_DRUG
  AL_N_DRUGS
} AlDrug;

/**
 * AlDrugInfo:
 * @dose: the parameter that holds the dose
 * @reference_dose: the dose at which the effects below are reached, in the unit of @dose
 * @rate_bpm: added to the heart rate
 * @lv_ees: multiplies left ventricular elastance
 * @rv_ees: multiplies right ventricular elastance
 * @resistance: multiplies the resistance of both systemic beds
 * @lung_resistance: multiplies pulmonary vascular resistance
 * @venous_ml: added to the unstressed volume of the systemic veins
 * @relaxation: multiplies the time constant of relaxation
 * @lactate: multiplies the production of lactate
 * @onset_s: time constant of a rising effect
 * @offset_s: time constant of a falling effect
 * @source: where the numbers come from; "MC" is a modelling choice
 */
typedef struct {
  AlParameter dose;
  double reference_dose;
  double rate_bpm;
  double lv_ees;
  double rv_ees;
  double resistance;
  double lung_resistance;
  double venous_ml;
  double relaxation;
  double lactate;
  double onset_s;
  double offset_s;
  const char *source;
} AlDrugInfo;

/**
 * AlDrugEffects:
 * @rate_bpm: added to the heart rate, 1/min
 * @lv_ees: multiplies left ventricular elastance, at most 3
 * @rv_ees: multiplies right ventricular elastance, at most 3
 * @atrial_ees: multiplies left atrial elastance: the root of @lv_ees
 * @resistance: multiplies the resistance of both systemic beds, 0.35 to 3
 * @lung_resistance: multiplies pulmonary vascular resistance, 0.35 to 3
 * @relaxation: multiplies the time constant of relaxation
 * @venous_ml: added to the unstressed volume of the systemic veins, a quarter of it to the upper
 * @lactate_factor: multiplies the production of lactate
 * @diuresis_ml_s: blood volume that is lost as urine and not replaced
 * @urine_ml_s: all urine that a diuretic makes, of which @diuresis_ml_s is a part
 *
 * What all drugs together do. Without drugs: multipliers 1, the rest 0.
 */
typedef struct {
  double rate_bpm;
  double lv_ees;
  double rv_ees;
  double atrial_ees;
  double resistance;
  double lung_resistance;
  double relaxation;
  double venous_ml;
  double lactate_factor;
  double diuresis_ml_s;
  double urine_ml_s;
} AlDrugEffects;

/**
 * AlDrugs:
 * @level: the effect reached by each drug, 0 to 2, 1 being that of the reference dose
 * @furosemide_given_mg: furosemide given so far
 * @furosemide_vein_mg: what of it still widens the veins
 * @furosemide_kidney_mg: what of it still makes urine
 * @effects: what all that does; kept because it seldom changes
 *
 * The drugs in a patient. Plain data: copy it by assignment.
 */
typedef struct {
  double level[AL_N_DRUGS];
  double furosemide_given_mg;
  double furosemide_vein_mg;
  double furosemide_kidney_mg;
  AlDrugEffects effects;
} AlDrugs;

const AlDrugInfo *al_drug_get_info (AlDrug drug);

void al_drugs_init (AlDrugs *self, const AlSettings *settings);
gboolean al_drugs_advance (AlDrugs *self, const AlSettings *settings, double dt_s);
void al_drugs_effects (const AlDrugs *self, AlDrugEffects *effects);

G_END_DECLS
