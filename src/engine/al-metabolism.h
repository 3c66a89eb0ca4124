/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What answers over minutes and hours: lactate, carbon dioxide, urine, lung water, the cannulated
 * leg, blood damage, bleeding, clots in the circuit.
 *
 * All of it is coarse: one compartment and one rate each, modelling choices (MC) that get the
 * direction and the order of size right. Nothing here predicts a value for a patient.
 */

/* At this PEEP the shunt of a patient is what it is said to be, cmH2O. */
#define AL_PEEP_USUAL_CMH2O 5.0

/**
 * AlMetabolism:
 * @lactate_mmol_l: arterial lactate, mmol/L
 * @paco2_mmhg: carbon dioxide tension of the one store of the body, mmHg
 * @paco2_before_mmhg: the same, about an hour late
 * @ph: arterial pH
 * @urine_ml_kg_h: urine, mL/kg/h
 * @lung_water_ml: water in the lung above the normal, mL
 * @unventilated: share of the lung whose gas is used up and not renewed, 0 to 1
 * @limb_percent: perfusion of the cannulated leg, percent of the other
 * @limb_ischaemia_h: hours for which that leg got less than half
 * @free_haemoglobin_mg_dl: haemoglobin in plasma, mg/dL
 * @bleeding_ml_h: blood lost around devices, mL/h
 * @clot_risk: how likely the ECMO circuit has clotted by now, 0 to 1
 *
 * The slow state. Plain data.
 */
typedef struct {
  double lactate_mmol_l;
  double paco2_mmhg, paco2_before_mmhg, ph;
  double urine_ml_kg_h;
  double lung_water_ml, unventilated;
  double limb_percent, limb_ischaemia_h;
  double free_haemoglobin_mg_dl;
  double bleeding_ml_h;
  double clot_risk;
} AlMetabolism;

/**
 * AlMetabolismInput:
 * @map_mmhg: mean arterial pressure, mmHg
 * @cvp_mmhg: central venous pressure, mmHg
 * @capillary_mmhg: pulmonary capillary pressure, mmHg
 * @do2_ml_min: oxygen delivery, mL/min
 * @vo2_ml_min: oxygen consumption, mL/min
 * @lower_flow_l_min: flow of the lower body, which feeds the liver, L/min
 * @lactate_factor: what drugs make of the production of lactate, 1 to 1.5
 * @weight_kg: body weight, kg
 * @critical_do2_ml_min: delivery below which regions of the body make lactate, mL/min
 * @water_threshold_mmhg: capillary pressure above which water leaves, mmHg
 * @water_rate_ml_min_mmhg: how much of it, mL/min/mmHg
 * @alveolar_l_min: alveolar ventilation, L/min
 * @lung_flow_l_min: flow through the lungs, L/min
 * @ecmo_flow_l_min: flow through the circuit, L/min
 * @sweep_l_min: sweep gas, L/min
 * @oxygenator_transfer: what the oxygenator achieves, 0 to 1
 * @ecmo_rpm: speed of the ECMO pump, 1/min
 * @ecmo_suction: collapse of the vein around the drainage cannula, 0 to 1
 * @mafp_level: P level of the micro-axial pump, 0 when off
 * @mafp_suction: how much of its inlet is closed, 0 to 1
 * @return_cannula_fr: size of the return cannula, Fr
 * @femoral_return: the ECMO returns into the femoral artery
 * @distal_perfusion: the leg beyond the return cannula is perfused
 * @iabp_on: there is a balloon pump
 * @ecmo_on: there is an ECMO
 * @mafp_on: there is a micro-axial pump
 * @blood_ml: blood in the model, mL
 *
 * What holds for the time that is advanced; means over about a beat or more.
 */
typedef struct {
  double map_mmhg, cvp_mmhg, capillary_mmhg;
  double do2_ml_min, vo2_ml_min;
  double lower_flow_l_min;
  double lactate_factor;
  double weight_kg, critical_do2_ml_min, water_threshold_mmhg, water_rate_ml_min_mmhg;
  double alveolar_l_min, lung_flow_l_min, ecmo_flow_l_min, sweep_l_min, oxygenator_transfer;
  double ecmo_rpm, ecmo_suction, mafp_level, mafp_suction, return_cannula_fr;
  gboolean femoral_return, distal_perfusion, iabp_on, ecmo_on, mafp_on;
  double blood_ml;
} AlMetabolismInput;

void al_metabolism_init (AlMetabolism *self);
void al_metabolism_advance (AlMetabolism *self, const AlMetabolismInput *input, double dt_s);
void al_metabolism_chemistry (AlMetabolism *self, const AlMetabolismInput *input, double dt_s);

double al_metabolism_water_ml_min (const AlMetabolism *self, const AlMetabolismInput *input);
double al_metabolism_shunt (const AlMetabolism *self, double baseline_shunt,
                            double recruitable_share, double peep_cmh2o);
double al_metabolism_co2_fall_mmhg (const AlMetabolism *self);

G_END_DECLS
