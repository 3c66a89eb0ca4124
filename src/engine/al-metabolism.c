/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-metabolism.h"

#include "al-maths.h"

#define S_PER_MIN 60.0
#define S_PER_H   3600.0

/* Lactate. Calibrated on the lactate of the SCAI stages, not on a measured turnover. MC */
#define LACTATE_PRODUCTION_MMOL_L_H 2.0
#define LACTATE_SHOCK_GAIN          6.0
#define LACTATE_CLEARANCE_PER_H     2.0
/* With hardly any oxygen the whole body lives on glycolysis: without flow several mmol/L within ten
 * minutes. Nothing above this share of the critical delivery, which no stage but an arrest is. MC
 */
#define LACTATE_ANOXIA_GAIN  9.0
#define LACTATE_ANOXIA_SHARE 0.33
/* Acid stops glycolysis at its slowest enzyme, so that lactate cannot rise without end: in full
 * above the first pH, not at all below the second. MC */
#define LACTATE_ACID_FREE 7.0
#define LACTATE_ACID_STOP 6.6
#define LIVER_FLOW_L_MIN  2.5 /* lower-body flow at which the liver clears in full */
#define LIVER_LEAST       0.2

/* Carbon dioxide: one store, so that arterial and venous tension differ by nothing. MC */
#define RESPIRATORY_QUOTIENT 0.8
#define CO2_MMHG_L_BTPS      863.0 /* links a flow of gas at 37 degrees to one of dry gas */
#define CO2_STORE_ML_MMHG_KG 0.65  /* apnoea: about 4 mmHg/min; textbooks say 3 to 6 */
/* Ventilation meets blood: with a flow of 5.5 L/min all of it counts, with 1 L/min half is dead
 * space. MC */
#define LUNG_FULL_FLOW_L_MIN 5.5
#define LUNG_HALF_FLOW_L_MIN 1.2
/* Tissue that gets no oxygen goes on giving off carbon dioxide, as its lactic acid is buffered. MC
 */
#define LEAST_CO2_ML_MIN_KG 1.6
#define BLOOD_CO2_CAPACITY  4.0 /* 4.7 mL/L/mmHg, a textbook slope, times 0.863 */
#define CO2_MEMORY_S        S_PER_H

/* Henderson and Hasselbalch; no kidney, which would take days. */
#define BICARBONATE_MMOL_L         24.0
#define BICARBONATE_LEAST_MMOL_L   2.0
#define BICARBONATE_PER_MMHG       0.1 /* acute: 1 mmol/L for 10 mmHg */
#define CO2_NORMAL_MMHG            40.0
#define LACTATE_NORMAL_MMOL_L      1.0
#define CARBONIC_PK                6.1
#define CO2_SOLUBILITY_MMOL_L_MMHG 0.03
#define LN_10                      2.302585092994046

/* Urine: perfusion pressure alone; kidneys that have failed already are not represented. MC */
#define URINE_FROM_MMHG 45.0
#define URINE_OVER_MMHG 30.0
#define URINE_MOST      1.3
#define URINE_TAU_S     600.0

/* Lung water: leaves above a threshold, is drained slowly below it. No protein, no lymph. MC */
#define WATER_DRAINED_ML_MIN  0.5
#define WATER_DRAINED_HALF_ML 50.0
#define WATER_DRAINED_BELOW   5.0   /* mmHg below the threshold for the full rate */
#define WATER_HELD_ML         100.0 /* in the interstitium, before alveoli fill */
#define WATER_SHUNT_HALF_ML   500.0
#define WATER_SHUNT_MOST      0.6

/* PEEP opens alveoli and its lack closes them. All MC */
#define WATER_RECRUITABLE     0.5
#define RECRUITING_OVER_CMH2O 10.0

/* An alveolus that is hardly ventilated for its blood is a shunt after a minute or two. MC */
#define VENTILATION_PER_FLOW 0.2
#define LUNG_GAS_TAU_S       60.0

/* Capillaries of the lung fail: from this pressure on water leaves so much faster. It is what keeps
 * left atrial pressure from rising without end behind a valve that stays shut. MC */
#define WATER_FAILURE_MMHG        40.0
#define WATER_FAILURE_ML_MIN_MMHG 2.0

/* Leg beyond a femoral cannula: size and pressure alone, no vessel disease, no clot. MC */
#define LIMB_REFERENCE_FR      17.0
#define LIMB_CLOSED_BY_ECMO    0.55 /* of the artery, by 17 Fr without a distal cannula */
#define LIMB_CLOSED_MOST       0.95
#define LIMB_CLOSED_DISTAL     0.15 /* with one */
#define LIMB_CLOSED_BY_MAFP    0.20
#define LIMB_CLOSED_BY_BALLOON 0.05
#define LIMB_FULL_MAP_MMHG     70.0 /* below it collaterals fill less */
#define LIMB_LEAST_PRESSURE    0.2
#define LIMB_TAU_S             300.0
#define LIMB_ISCHAEMIC_PERCENT 50.0

/* Free haemoglobin: speed and suction; no clot in the pump, which is the usual cause. MC */
#define FREE_HB_NORMAL_MG_DL 2.0
#define FREE_HB_TAU_S        (4 / 0.6931471805599453 * S_PER_H) /* half-life 4 h */
#define FREE_HB_ECMO         0.5 /* mg/dL/h at the reference speed and blood volume */
#define FREE_HB_ECMO_RPM     3000.0
#define FREE_HB_ECMO_SUCTION 12.0
#define FREE_HB_MAFP         0.3 /* mg/dL/h at the reference level */
#define FREE_HB_MAFP_LEVEL   6.0
#define FREE_HB_MAFP_SUCTION 15.0
#define FREE_HB_BLOOD_ML     4000.0

/* Bleeding on anticoagulation: means of a cohort turned into a trickle; no bleed is sudden. MC */
#define BLEEDING_BALLOON_ML_H 1.0
#define BLEEDING_MAFP_ML_H    4.0
#define BLEEDING_FEMORAL_ML_H 6.0
#define BLEEDING_CENTRAL_ML_H 20.0
#define BLEEDING_TAU_S        S_PER_H

/* Clots in the circuit at low flow: rate after the shortfall squared, on anticoagulation. MC */
#define CLOT_FLOW_L_MIN 2.0
#define CLOT_PER_H      0.15 /* at 1 L/min below it; 4 times that at standstill */

/* A first-order step that no length of time makes unstable. */
static double
follow (double value, double target, double tau_s, double dt_s)
{
  return value + (target - value) * dt_s / (tau_s + dt_s);
}

/* value' = production - rate x value, exactly. */
static double
balance (double value, double production, double rate, double dt)
{
  double settled, decay;

  if (rate < 1e-9)
    return value + production * dt;
  settled = production / rate;
  decay = al_exp (-rate * dt);
  return settled + (value - settled) * decay;
}

/**
 * al_metabolism_init:
 * @self: (out caller-allocates): metabolism
 *
 * Starts in health.
 */
void
al_metabolism_init (AlMetabolism *self)
{
  *self = (AlMetabolism){
      .lactate_mmol_l = LACTATE_NORMAL_MMOL_L,
      .paco2_mmhg = CO2_NORMAL_MMHG,
      .paco2_before_mmhg = CO2_NORMAL_MMHG,
      .ph = 7.4,
      .urine_ml_kg_h = 1,
      .limb_percent = 100,
      .free_haemoglobin_mg_dl = FREE_HB_NORMAL_MG_DL,
  };
}

static void
advance_lactate (AlMetabolism *self, const AlMetabolismInput *input, double dt_h)
{
  double delivered = input->do2_ml_min / input->critical_do2_ml_min;
  double missing = MAX (0, 1 - delivered), anoxia = MAX (0, 1 - delivered / LACTATE_ANOXIA_SHARE);
  double liver = CLAMP (input->lower_flow_l_min / LIVER_FLOW_L_MIN, LIVER_LEAST, 1);
  double acid =
      CLAMP ((self->ph - LACTATE_ACID_STOP) / (LACTATE_ACID_FREE - LACTATE_ACID_STOP), 0, 1);
  double production = LACTATE_PRODUCTION_MMOL_L_H *
                      (1 + LACTATE_SHOCK_GAIN * missing + LACTATE_ANOXIA_GAIN * anoxia) *
                      input->lactate_factor * acid;

  self->lactate_mmol_l =
      balance (self->lactate_mmol_l, production, LACTATE_CLEARANCE_PER_H * liver, dt_h);
}

/* Ventilation that meets blood, of the lung and of the oxygenator, L/min. */
static double
effective_ventilation (const AlMetabolismInput *input)
{
  double flow = CLAMP (input->lung_flow_l_min, 0, LUNG_FULL_FLOW_L_MIN);
  double perfused = flow / (flow + LUNG_HALF_FLOW_L_MIN) *
                    (LUNG_FULL_FLOW_L_MIN + LUNG_HALF_FLOW_L_MIN) / LUNG_FULL_FLOW_L_MIN;
  double lung = input->alveolar_l_min * perfused;
  double blood = BLOOD_CO2_CAPACITY * ABS (input->ecmo_flow_l_min);
  double sweep = input->sweep_l_min, both = sweep + blood;

  return lung + (both > 0 ? input->oxygenator_transfer * sweep * blood / both : 0);
}

static void
advance_co2 (AlMetabolism *self, const AlMetabolismInput *input, double dt_min)
{
  double store_ml_mmhg = CO2_STORE_ML_MMHG_KG * input->weight_kg;
  double produced_ml_min =
      MAX (RESPIRATORY_QUOTIENT * input->vo2_ml_min, LEAST_CO2_ML_MIN_KG * input->weight_kg);
  double removed_ml_min_mmhg = effective_ventilation (input) * 1000 / CO2_MMHG_L_BTPS;

  self->paco2_mmhg = balance (self->paco2_mmhg, produced_ml_min / store_ml_mmhg,
                              removed_ml_min_mmhg / store_ml_mmhg, dt_min);
  self->paco2_before_mmhg =
      follow (self->paco2_before_mmhg, self->paco2_mmhg, CO2_MEMORY_S, dt_min * S_PER_MIN);
}

static double
arterial_ph (const AlMetabolism *self)
{
  double bicarbonate = BICARBONATE_MMOL_L +
                       BICARBONATE_PER_MMHG * (self->paco2_mmhg - CO2_NORMAL_MMHG) -
                       MAX (0, self->lactate_mmol_l - LACTATE_NORMAL_MMOL_L);
  double carbonic = CO2_SOLUBILITY_MMOL_L_MMHG * MAX (self->paco2_mmhg, 1);

  return CARBONIC_PK + al_log (MAX (bicarbonate, BICARBONATE_LEAST_MMOL_L) / carbonic) / LN_10;
}

/**
 * al_metabolism_chemistry:
 * @self: metabolism
 * @input: what holds meanwhile
 * @dt_s: time to advance, s, of any length
 *
 * Advances lactate, carbon dioxide, pH and urine alone.
 *
 * For constant input the length of the steps does not matter to the first two, so that a long
 * step settles them.
 */
void
al_metabolism_chemistry (AlMetabolism *self, const AlMetabolismInput *input, double dt_s)
{
  double urine = CLAMP ((input->map_mmhg - input->cvp_mmhg - URINE_FROM_MMHG) / URINE_OVER_MMHG, 0,
                        URINE_MOST);

  advance_lactate (self, input, dt_s / S_PER_H);
  advance_co2 (self, input, dt_s / S_PER_MIN);
  self->ph = arterial_ph (self);
  self->urine_ml_kg_h = follow (self->urine_ml_kg_h, urine, URINE_TAU_S, dt_s);
}

static void
advance_lung (AlMetabolism *self, const AlMetabolismInput *input, double dt_s)
{
  double water_ml = al_metabolism_water_ml_min (self, input) * dt_s / S_PER_MIN;
  double flow_l_min = MAX (input->lung_flow_l_min, 0.1);
  double renewed = input->alveolar_l_min / (VENTILATION_PER_FLOW * flow_l_min);

  self->lung_water_ml = MAX (0, self->lung_water_ml + water_ml);
  self->unventilated = follow (self->unventilated, CLAMP (1 - renewed, 0, 1), LUNG_GAS_TAU_S, dt_s);
}

/* Share of a leg's artery that a cannula closes, the worst of the legs. */
static double
limb_closed (const AlMetabolismInput *input)
{
  double size = input->return_cannula_fr / LIMB_REFERENCE_FR;
  double closed = 0;

  if (input->iabp_on)
    closed = LIMB_CLOSED_BY_BALLOON;
  if (input->mafp_on)
    closed = LIMB_CLOSED_BY_MAFP;
  if (input->ecmo_on && input->femoral_return)
    closed = MAX (closed, input->distal_perfusion
                              ? LIMB_CLOSED_DISTAL
                              : MIN (LIMB_CLOSED_BY_ECMO * size * size, LIMB_CLOSED_MOST));
  return closed;
}

static void
advance_limb (AlMetabolism *self, const AlMetabolismInput *input, double dt_s)
{
  double closed = limb_closed (input), target = 100;

  if (closed > 0)
    target =
        100 * (1 - closed) * CLAMP (input->map_mmhg / LIMB_FULL_MAP_MMHG, LIMB_LEAST_PRESSURE, 1);
  self->limb_percent = follow (self->limb_percent, target, LIMB_TAU_S, dt_s);
  if (self->limb_percent < LIMB_ISCHAEMIC_PERCENT)
    self->limb_ischaemia_h += dt_s / S_PER_H;
}

static double
cube (double x)
{
  return x * x * x;
}

/* Haemoglobin set free by the pumps, mg/dL/h. */
static double
haemolysis (const AlMetabolismInput *input)
{
  double rate = 0;

  if (input->ecmo_on)
    rate += FREE_HB_ECMO * cube (input->ecmo_rpm / FREE_HB_ECMO_RPM) *
            (1 + FREE_HB_ECMO_SUCTION * input->ecmo_suction);
  if (input->mafp_on)
    rate += FREE_HB_MAFP * cube (input->mafp_level / FREE_HB_MAFP_LEVEL) *
            (1 + FREE_HB_MAFP_SUCTION * input->mafp_suction);
  return rate * FREE_HB_BLOOD_ML / MAX (input->blood_ml, 1000);
}

static double
bleeding (const AlMetabolismInput *input)
{
  double ml_h = 0;

  if (input->iabp_on)
    ml_h += BLEEDING_BALLOON_ML_H;
  if (input->mafp_on)
    ml_h += BLEEDING_MAFP_ML_H;
  if (input->ecmo_on)
    ml_h += input->femoral_return
                ? BLEEDING_FEMORAL_ML_H * input->return_cannula_fr / LIMB_REFERENCE_FR
                : BLEEDING_CENTRAL_ML_H;
  return ml_h;
}

static void
advance_blood (AlMetabolism *self, const AlMetabolismInput *input, double dt_s)
{
  double freed = FREE_HB_NORMAL_MG_DL + haemolysis (input) * FREE_HB_TAU_S / S_PER_H;

  self->free_haemoglobin_mg_dl = follow (self->free_haemoglobin_mg_dl, freed, FREE_HB_TAU_S, dt_s);
  self->bleeding_ml_h = follow (self->bleeding_ml_h, bleeding (input), BLEEDING_TAU_S, dt_s);
}

/* The risk only grows while the circuit is in place; a new circuit starts clean. */
static void
advance_clot (AlMetabolism *self, const AlMetabolismInput *input, double dt_s)
{
  double missing = CLAMP (CLOT_FLOW_L_MIN - input->ecmo_flow_l_min, 0, CLOT_FLOW_L_MIN);
  double step = CLOT_PER_H * missing * missing * dt_s / S_PER_H;

  self->clot_risk = input->ecmo_on ? (self->clot_risk + step) / (1 + step) : 0;
}

/**
 * al_metabolism_advance:
 * @self: metabolism
 * @input: what holds meanwhile
 * @dt_s: time to advance, s, of slow time
 *
 * Advances everything that is slow.
 */
void
al_metabolism_advance (AlMetabolism *self, const AlMetabolismInput *input, double dt_s)
{
  al_metabolism_chemistry (self, input, dt_s);
  advance_lung (self, input, dt_s);
  advance_limb (self, input, dt_s);
  advance_blood (self, input, dt_s);
  advance_clot (self, input, dt_s);
}

/**
 * al_metabolism_water_ml_min:
 * @self: metabolism
 * @input: what holds now
 *
 * Water that leaves the capillaries of the lung.
 *
 * Returns: mL/min; negative, down to -0.5, where extra water comes back
 */
double
al_metabolism_water_ml_min (const AlMetabolism *self, const AlMetabolismInput *input)
{
  double above_mmhg = input->capillary_mmhg - input->water_threshold_mmhg;
  double held;

  if (above_mmhg > 0)
    return input->water_rate_ml_min_mmhg * above_mmhg +
           WATER_FAILURE_ML_MIN_MMHG * MAX (input->capillary_mmhg - WATER_FAILURE_MMHG, 0);
  held = self->lung_water_ml / (self->lung_water_ml + WATER_DRAINED_HALF_ML);
  return -WATER_DRAINED_ML_MIN * held * MIN (-above_mmhg / WATER_DRAINED_BELOW, 1);
}

/* What PEEP leaves of a shunt of which a share can be opened. */
static double
recruit (double shunt, double share, double peep_cmh2o)
{
  double closed = al_exp ((AL_PEEP_USUAL_CMH2O - peep_cmh2o) / RECRUITING_OVER_CMH2O);

  return MIN (shunt * (1 - share + share * closed), 1);
}

/**
 * al_metabolism_shunt:
 * @self: metabolism
 * @baseline_shunt: shunt of the patient without extra water and at a PEEP of 5 cmH2O, 0 to 1
 * @recruitable_share: share of it that PEEP can open, 0 to 1
 * @peep_cmh2o: PEEP; 5 for a patient who breathes alone
 *
 * Shunt of the lung as it is now: water fills alveoli, PEEP opens some, and gas that is not renewed
 * is used up.
 *
 * Coarse (MC): up to 100 mL of extra water do nothing, 600 mL shunt 0.3, no amount more than 0.6;
 * of a shunt that can be opened 10 cmH2O leave two thirds.
 *
 * Returns: shunt, 0 to 1
 */
double
al_metabolism_shunt (const AlMetabolism *self, double baseline_shunt, double recruitable_share,
                     double peep_cmh2o)
{
  double baseline = recruit (baseline_shunt, recruitable_share, peep_cmh2o);
  double water_ml = MAX (0, self->lung_water_ml - WATER_HELD_ML);
  double flooded = WATER_SHUNT_MOST * water_ml / (water_ml + WATER_SHUNT_HALF_ML);

  flooded = recruit (flooded, WATER_RECRUITABLE, peep_cmh2o);
  return 1 - (1 - baseline) * (1 - flooded) * (1 - self->unventilated);
}

/**
 * al_metabolism_co2_fall_mmhg:
 * @self: metabolism
 *
 * How far carbon dioxide has fallen within about the last hour.
 *
 * A fast fall, as when sweep gas is set high at once, narrows the vessels of the brain.
 *
 * Returns: mmHg, 0 or more
 */
double
al_metabolism_co2_fall_mmhg (const AlMetabolism *self)
{
  return MAX (0, self->paco2_before_mmhg - self->paco2_mmhg);
}
