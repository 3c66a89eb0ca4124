/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-slow.h"

#include "al-rhythm.h"
#include "al-units.h"

#include <math.h>

/* What is infused or bled flows within so many ticks: 10 s. */
#define INFUSION_TICKS 500

/* The share of a crystalloid that stays in the vessels. */
#define CRYSTALLOID_STAYS 0.27

#define INFUSION_UPPER_SHARE 0.25

#define MEAN_TAU_S 2.0

/* Fluid of the tissue comes in for what the vessels have lost to the lung or by bleeding. MC: half
 * of it within two hours. */
#define REFILL_TAU_S (2 / 0.6931471805599453 * 3600)

#define LEAST_URINE_ML_KG_H 0.25

/* While a patient settles: the veins turn over in seconds instead of minutes. */
#define VEIN_HASTE 15.0

/* A heart without oxygen loses its force within minutes: all of it is there above the first
 * saturation of its blood, a fifth below the second. MC */
#define HYPOXIA_TAU_S    60.0
#define HYPOXIA_FREE     0.45
#define HYPOXIA_COMPLETE 0.15
#define HYPOXIA_LEAST    0.2

/**
 * al_slow_haemoglobin_g_dl:
 * @self: slow states
 * @blood_ml: all the blood
 *
 * Returns: haemoglobin, g/dL
 */
double
al_slow_haemoglobin_g_dl (const AlSlow *self, double blood_ml)
{
  return 100 * self->haemoglobin_g / blood_ml;
}

static double
hypoxia_factor (double saturation)
{
  double share = (saturation - HYPOXIA_COMPLETE) / (HYPOXIA_FREE - HYPOXIA_COMPLETE);

  return HYPOXIA_LEAST + (1 - HYPOXIA_LEAST) * CLAMP (share, 0, 1);
}

/* What acts on the equations now. */
static void
work_out_tune (AlSlow *self, const AlSettings *settings)
{
  const double *v = settings->value;
  const AlDrugEffects *drugs = &self->drugs.effects;
  const AlReflex *reflex = &self->reflex;
  double gain = v[AL_PARAMETER_REFLEX_GAIN], given_ml_s = self->blood.rate_ml_s;
  double elastance = (1 + AL_REFLEX_EES_GAIN * gain * reflex->elastance) *
                     hypoxia_factor (self->arterial_saturation);
  double ischaemia = al_ischaemia_factor (v[AL_PARAMETER_ISCHAEMIA_GAIN],
                                          v[AL_PARAMETER_ISCHAEMIA_FLOW], reflex->coronary_ml_s);
  double rv_ischaemia = al_rv_perfusion_factor (
      v[AL_PARAMETER_RV_PERFUSION_GAIN], v[AL_PARAMETER_RV_PERFUSION], reflex->rv_perfusion_mmhg);
  double obstructed = v[AL_PARAMETER_LUNG_OBSTRUCTED];
  double speed = v[AL_PARAMETER_SLOW_ACCELERATION];

  self->tune = (AlTune){
      .lv_ees =
          elastance * ischaemia * al_exp (v[AL_PARAMETER_LV_RESERVE] * al_log (drugs->lv_ees)),
      .rv_ees = elastance * rv_ischaemia * drugs->rv_ees,
      .atrial_ees = drugs->atrial_ees,
      .resistance = (1 + AL_REFLEX_R_GAIN * gain * reflex->resistance) * drugs->resistance,
      .lung_resistance = obstructed + (1 - obstructed) * drugs->lung_resistance,
      .relaxation = drugs->relaxation,
      .venous_ml = drugs->venous_ml - AL_REFLEX_VEIN_ML * gain * reflex->veins -
                   AL_FIBRILLATION_VEIN_ML * reflex->fibrillation,
      .given_upper_ml_s = INFUSION_UPPER_SHARE * given_ml_s,
      .given_lower_ml_s = (1 - INFUSION_UPPER_SHARE) * given_ml_s - speed * self->bleeding_ml_s,
      .lung_water_ml_s = self->tune.lung_water_ml_s,
      .water_ml_s = speed * (drugs->diuresis_ml_s - self->refill_ml / REFILL_TAU_S) -
                    self->crystalloid.rate_ml_s,
  };
}

/**
 * al_slow_init:
 * @self: (out caller-allocates): slow states
 * @settings: settings
 * @core: the circulation that they belong to, its volumes filled
 *
 * A patient at rest at the operating point: filters at their set points, infused drugs at their
 * full effect, arterial blood saturated.
 */
void
al_slow_init (AlSlow *self, const AlSettings *settings, const AlCore *core)
{
  const double *v = settings->value;

  memset (self, 0, sizeof *self);
  self->reflex.map_mmhg = v[AL_PARAMETER_REFLEX_SET_POINT];
  self->reflex.coronary_ml_s = v[AL_PARAMETER_ISCHAEMIA_FLOW];
  self->reflex.rv_perfusion_mmhg = v[AL_PARAMETER_RV_PERFUSION];
  al_drugs_init (&self->drugs, settings);
  al_metabolism_init (&self->metabolism);
  self->haemoglobin_g = v[AL_PARAMETER_BLOOD_HAEMOGLOBIN] * al_state_blood_ml (core->y) / 100;
  al_oxygen_init (&self->oxygen, core->y, v[AL_PARAMETER_BLOOD_HAEMOGLOBIN]);
  self->chemistry_speed = 1;
  self->arterial_saturation = 1;
  al_slow_give (self, settings);
  work_out_tune (self, settings);
}

/* What flows in the tick that runs is given already when this one begins. */
static void
start_infusion (AlInfusion *self, double wanted_ml)
{
  const double tick_s = AL_TICK_US * AL_S_PER_US;
  double rest_ml = wanted_ml - self->given_ml - self->rate_ml_s * tick_s;

  self->ticks_left = fabs (rest_ml) > 0 ? INFUSION_TICKS : 0;
  self->next_ml_s = rest_ml / (INFUSION_TICKS * tick_s);
}

static void
advance_infusion (AlInfusion *self, double dt_s)
{
  self->given_ml += self->rate_ml_s * dt_s;
  self->rate_ml_s = self->ticks_left > 0 ? self->next_ml_s : 0;
  if (self->ticks_left > 0)
    self->ticks_left--;
}

/**
 * al_slow_give:
 * @self: slow states
 * @settings: settings
 *
 * Begins to give, or to take, what is wanted in all and was not given yet. It flows from the next
 * tick on.
 */
void
al_slow_give (AlSlow *self, const AlSettings *settings)
{
  start_infusion (&self->blood, settings->value[AL_PARAMETER_BLOOD_INFUSION]);
  start_infusion (&self->crystalloid,
                  CRYSTALLOID_STAYS * settings->value[AL_PARAMETER_BLOOD_CRYSTALLOID]);
}

static double
fibrillates (const AlSettings *settings)
{
  return lround (settings->value[AL_PARAMETER_RHYTHM]) == AL_RHYTHM_ATRIAL_FIBRILLATION ? 1 : 0;
}

static void
tick_means (AlSlow *self, const AlTally *tally)
{
  double dt_s = tally->duration_s;
  const double *edge = tally->edge_ml;

  al_reflex_follow (&self->ra_mmhg, tally->ra_s / dt_s, MEAN_TAU_S, dt_s);
  al_reflex_follow (&self->capillary_mmhg, tally->capillary_s / dt_s, MEAN_TAU_S, dt_s);
  al_reflex_follow (&self->lower_ml_s, edge[AL_EDGE_LOWER_BED] / dt_s, MEAN_TAU_S, dt_s);
  al_reflex_follow (&self->lung_ml_s, edge[AL_EDGE_LUNG] / dt_s, MEAN_TAU_S, dt_s);
  al_reflex_follow (&self->mafp_closed, tally->mafp_closed_s / dt_s, MEAN_TAU_S, dt_s);
  al_reflex_follow (&self->ecmo_ml_s,
                    (edge[AL_EDGE_RETURN_ABDOMINAL] + edge[AL_EDGE_RETURN_ARCH]) / dt_s, MEAN_TAU_S,
                    dt_s);
}

/* Without sweep gas, or without a pump, the oxygenator transfers nothing. */
static double
oxygenator_transfer (const AlSettings *settings)
{
  const double *v = settings->value;

  return v[AL_PARAMETER_ECMO_SWEEP] > 0 ? v[AL_PARAMETER_ECMO_OXYGENATOR] : 0;
}

static double
lung_shunt (const AlSlow *self, const double *v)
{
  double peep_cmh2o = v[AL_PARAMETER_VENTILATION_MODE] > 0.5 ? v[AL_PARAMETER_VENTILATION_PEEP]
                                                             : AL_PEEP_USUAL_CMH2O;

  return al_metabolism_shunt (&self->metabolism, v[AL_PARAMETER_LUNG_SHUNT],
                              v[AL_PARAMETER_LUNG_RECRUITABLE], peep_cmh2o);
}

/* What is given pays the debt; a diuretic draws on the tissue already. */
static void
tick_refill (AlSlow *self, const AlSettings *settings, const AlTally *tally)
{
  const double *edge = tally->edge_ml;
  double refilled_ml = settings->value[AL_PARAMETER_SLOW_ACCELERATION] * tally->duration_s *
                       self->refill_ml / REFILL_TAU_S;
  double given_ml = edge[AL_EDGE_GIVEN_UPPER] + edge[AL_EDGE_GIVEN_LOWER] +
                    self->crystalloid.rate_ml_s * tally->duration_s;

  self->refill_ml = MAX (0, self->refill_ml - refilled_ml - given_ml + edge[AL_EDGE_LUNG_WATER]);
}

static void
tick_oxygen (AlSlow *self, const AlSettings *settings, const AlCore *core)
{
  const double *v = settings->value;
  double hb = al_slow_haemoglobin_g_dl (self, al_state_blood_ml (core->tally.start_ml));
  AlOxygenInput input = {
      .haemoglobin_g_dl = hb,
      .vo2_ml_min = v[AL_PARAMETER_BODY_VO2],
      .lung_shunt = lung_shunt (self, v),
      .fio2 = v[AL_PARAMETER_VENTILATION_FIO2],
      .paco2_mmhg = self->metabolism.paco2_mmhg,
      .fdo2 = v[AL_PARAMETER_ECMO_FDO2],
      .oxygenator_transfer = oxygenator_transfer (settings),
      .given_haemoglobin_share = 1,
      .vein_haste = self->chemistry_speed > 1 ? VEIN_HASTE : 0,
  };
  const double *edge = core->tally.edge_ml;
  double given_ml = edge[AL_EDGE_GIVEN_UPPER] + edge[AL_EDGE_GIVEN_LOWER];

  al_oxygen_tick (&self->oxygen, &input, edge, core->tally.start_ml, core->tally.duration_s);
  al_reflex_follow (&self->arterial_saturation,
                    al_oxygen_saturation (&self->oxygen, core->y, AL_O2_ARCH, hb), HYPOXIA_TAU_S,
                    core->tally.duration_s);
  self->haemoglobin_g += given_ml * hb / 100;
  self->ledger_ml += given_ml - edge[AL_EDGE_LUNG_WATER] - edge[AL_EDGE_WATER];
}

static void
organ_input (const AlSlow *self, const AlSettings *settings, const AlCore *core,
             AlMetabolismInput *input)
{
  const double *v = settings->value;

  *input = (AlMetabolismInput){
      .map_mmhg = self->reflex.map_mmhg,
      .cvp_mmhg = self->ra_mmhg,
      .capillary_mmhg = self->capillary_mmhg,
      .do2_ml_min = self->oxygen.do2_ml_min,
      .vo2_ml_min = self->oxygen.vo2_ml_min,
      .lower_flow_l_min = self->lower_ml_s * AL_L_MIN_PER_ML_S,
      .lactate_factor = self->drugs.effects.lactate_factor,
      .weight_kg = v[AL_PARAMETER_BODY_WEIGHT],
      .critical_do2_ml_min = v[AL_PARAMETER_LACTATE_DO2],
      .water_threshold_mmhg = v[AL_PARAMETER_LUNG_WATER_THRESHOLD],
      .water_rate_ml_min_mmhg = v[AL_PARAMETER_LUNG_WATER_RATE],
      .alveolar_l_min = v[AL_PARAMETER_VENTILATION_ALVEOLAR],
      .lung_flow_l_min = self->lung_ml_s * AL_L_MIN_PER_ML_S,
      .ecmo_flow_l_min = self->ecmo_ml_s * AL_L_MIN_PER_ML_S,
      .sweep_l_min = v[AL_PARAMETER_ECMO_SWEEP],
      .oxygenator_transfer = oxygenator_transfer (settings),
      .ecmo_rpm = core->y[AL_ECMO_RPM],
      .ecmo_suction = core->y[AL_ECMO_COLLAPSE],
      .mafp_level = v[AL_PARAMETER_MAFP_ON] > 0.5 ? v[AL_PARAMETER_MAFP_LEVEL] : 0,
      .mafp_suction = self->mafp_closed,
      .return_cannula_fr = v[AL_PARAMETER_ECMO_RETURN_FR],
      .femoral_return = v[AL_PARAMETER_ECMO_RETURN_SITE]<0.5, .distal_perfusion =
                                                                  v[AL_PARAMETER_ECMO_DISTAL]> 0.5,
      .iabp_on = v[AL_PARAMETER_IABP_ON] > 0.5,
      .ecmo_on = v[AL_PARAMETER_ECMO_ON] > 0.5,
      .mafp_on = v[AL_PARAMETER_MAFP_ON] > 0.5,
      .blood_ml = al_state_blood_ml (core->y),
  };
}

/* A diuretic makes no urine in a kidney that blood does not reach (MC: in full from where the
 * kidney itself makes a quarter of what is usual). */
static void
limit_diuresis (AlSlow *self)
{
  const double share = MIN (1, self->metabolism.urine_ml_kg_h / LEAST_URINE_ML_KG_H);

  self->drugs.effects.urine_ml_s *= share;
  self->drugs.effects.diuresis_ml_s *= share;
}

/* Drugs, lactate, carbon dioxide, lung water, leg, blood damage. */
static void
tick_organs (AlSlow *self, const AlSettings *settings, const AlCore *core)
{
  double speed = settings->value[AL_PARAMETER_SLOW_ACCELERATION];
  double dt_s = AL_TICKS_PER_ORGAN * AL_TICK_US * AL_S_PER_US;
  AlMetabolismInput input;

  al_drugs_advance (&self->drugs, settings, speed * dt_s);
  limit_diuresis (self);
  organ_input (self, settings, core, &input);
  al_metabolism_advance (&self->metabolism, &input, speed * dt_s);
  if (self->chemistry_speed > 1)
    al_metabolism_chemistry (&self->metabolism, &input, (self->chemistry_speed - 1) * dt_s);
  self->tune.lung_water_ml_s = speed * al_metabolism_water_ml_min (&self->metabolism, &input) / 60;
  self->bleeding_ml_s = self->metabolism.bleeding_ml_h / 3600;
}

/**
 * al_slow_tick:
 * @self: slow states
 * @settings: settings
 * @core: the circulation, with what passed since the last tick
 *
 * Advances everything slow by the tick that ends now, and works out what acts during the next.
 */
void
al_slow_tick (AlSlow *self, const AlSettings *settings, const AlCore *core)
{
  const AlTally *tally = &core->tally;
  double dt_s = tally->duration_s;

  al_reflex_advance (&self->reflex, settings->value[AL_PARAMETER_REFLEX_SET_POINT],
                     tally->arterial_s / dt_s, tally->edge_ml[AL_EDGE_CORONARY_IN] / dt_s, dt_s);
  tick_means (self, tally);
  tick_refill (self, settings, tally);
  al_reflex_follow (&self->reflex.rv_perfusion_mmhg, self->reflex.map_mmhg - self->ra_mmhg,
                    AL_ISCHAEMIA_TAU_S, dt_s);
  al_reflex_follow (&self->reflex.fibrillation, fibrillates (settings), AL_REFLEX_VEIN_TAU_S, dt_s);
  tick_oxygen (self, settings, core);
  advance_infusion (&self->blood, dt_s);
  advance_infusion (&self->crystalloid, dt_s);
  self->n_ticks++;
  if (self->n_ticks % AL_TICKS_PER_ORGAN == 0)
    tick_organs (self, settings, core);
  work_out_tune (self, settings);
}

/**
 * al_slow_interval_s:
 * @self: slow states
 * @settings: settings
 *
 * Returns: the interval to the next beat that sinus node, drugs and reflex ask for now, seconds
 */
double
al_slow_interval_s (const AlSlow *self, const AlSettings *settings)
{
  const double *v = settings->value;
  double reflex = 1 + AL_REFLEX_RATE_GAIN * v[AL_PARAMETER_REFLEX_GAIN] * self->reflex.rate;

  return 60 / ((v[AL_PARAMETER_RHYTHM_RATE] + self->drugs.effects.rate_bpm) * reflex);
}
