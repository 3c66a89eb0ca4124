/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-metabolism.h"

#include "test-patients.h"

#include <math.h>

#define MIN_S 60.0
#define H_S   3600.0

static const AlMetabolismInput healthy = {
    .map_mmhg = 90,
    .cvp_mmhg = 3,
    .capillary_mmhg = 10,
    .do2_ml_min = 1000,
    .vo2_ml_min = 250,
    .lower_flow_l_min = 3.7,
    .lactate_factor = 1,
    .weight_kg = 75,
    .critical_do2_ml_min = 600,
    .water_threshold_mmhg = 26,
    .water_rate_ml_min_mmhg = 0.2,
    .alveolar_l_min = 4.3,
    .lung_flow_l_min = 5.5,
    .return_cannula_fr = 17,
    .femoral_return = TRUE,
    .blood_ml = 4000,
};

static AlMetabolismInput
on_ecmo (double flow_l_min)
{
  AlMetabolismInput input = healthy;

  input.ecmo_on = TRUE;
  input.ecmo_flow_l_min = flow_l_min;
  input.ecmo_rpm = 3000;
  input.sweep_l_min = 4;
  input.oxygenator_transfer = 1;
  input.distal_perfusion = TRUE;
  return input;
}

static void
run (AlMetabolism *self, const AlMetabolismInput *input, double seconds)
{
  for (double t = 0; t < seconds; t++)
    al_metabolism_advance (self, input, 1);
}

/* Where @input settles in a day. */
static AlMetabolism
settled (const AlMetabolismInput *input)
{
  AlMetabolism self;

  al_metabolism_init (&self);
  for (int i = 0; i < 24 * 60; i++)
    al_metabolism_advance (&self, input, MIN_S);
  return self;
}

/* The lactate that belongs to an output: Hb 12, saturation 0.975, 68 % of it to the lower body. */
static double
lactate_at (double output_l_min, double haemoglobin_g_dl)
{
  AlMetabolismInput input = healthy;

  input.do2_ml_min = output_l_min * 1000 * 0.0134 * haemoglobin_g_dl * 0.975;
  input.lower_flow_l_min = 0.68 * output_l_min;
  return settled (&input).lactate_mmol_l;
}

/* The outputs of the SCAI presets of the reference run, and the lactate each stage stands for. */
static void
test_lactate_of_the_stages (void)
{
  assert_between (lactate_at (5.5, 14), 0.95, 1.05);
  assert_between (lactate_at (3.7, 12), 1.0, 1.5);
  assert_between (lactate_at (2.9, 12), 2.7, 3.4);
  assert_between (lactate_at (2.4, 12), 4.5, 5.5);
  assert_between (lactate_at (1.8, 12), 8.0, 9.5);
}

/* Any step gives the same lactate and carbon dioxide, and epinephrine raises lactate by itself. */
static void
test_lactate_in_time (void)
{
  AlMetabolismInput input = healthy;
  AlMetabolism fine, coarse, mild;

  input.do2_ml_min = 300;
  input.alveolar_l_min = 2;
  al_metabolism_init (&fine);
  al_metabolism_init (&coarse);
  for (int i = 0; i < 36000; i++)
    al_metabolism_chemistry (&fine, &input, 0.1);
  al_metabolism_chemistry (&coarse, &input, H_S);
  g_assert_cmpfloat (fabs (fine.lactate_mmol_l - coarse.lactate_mmol_l), <, 1e-9);
  g_assert_cmpfloat (fabs (fine.paco2_mmhg - coarse.paco2_mmhg), <, 1e-9);
  /* dL/dt = 2 (1 + 6 / 2) - 2 L, from 1 */
  g_assert_cmpfloat (fabs (fine.lactate_mmol_l - (4 - 3 * exp (-2))), <, 1e-9);

  input = healthy;
  input.lactate_factor = 1.5;
  mild = settled (&input);
  g_assert_cmpfloat (fabs (mild.lactate_mmol_l - 1.5), <, 1e-6);
}

static void
test_carbon_dioxide (void)
{
  AlMetabolismInput input = healthy;
  AlMetabolism self = settled (&input);

  g_assert_cmpfloat (fabs (self.paco2_mmhg - 863 * 0.2 / 4.3), <, 1e-6);
  assert_between (self.ph, 7.38, 7.42);
  input.alveolar_l_min = 2.15;
  g_assert_cmpfloat (fabs (settled (&input).paco2_mmhg - 863 * 0.2 / 2.15), <, 1e-6);
  g_assert_cmpfloat (settled (&input).ph, <, 7.25);

  input.alveolar_l_min = 0;
  al_metabolism_init (&self);
  run (&self, &input, MIN_S);
  assert_between (self.paco2_mmhg - 40, 3, 6);
  /* A lung that nobody ventilates is a shunt soon. */
  run (&self, &input, 2 * MIN_S);
  g_assert_cmpfloat (al_metabolism_shunt (&self, 0, 0, AL_PEEP_USUAL_CMH2O), >, 0.8);
  run (&self, &healthy, 10 * MIN_S);
  g_assert_cmpfloat (al_metabolism_shunt (&self, 0, 0, AL_PEEP_USUAL_CMH2O), <, 0.01);
}

/* Sweep gas replaces the lung, more of it removes more, blood that does not flow gives nothing. */
static void
test_sweep (void)
{
  AlMetabolismInput input = on_ecmo (4);
  double two, six, failed, stopped;

  input.alveolar_l_min = 0;
  input.sweep_l_min = 2;
  two = settled (&input).paco2_mmhg;
  input.sweep_l_min = 6;
  six = settled (&input).paco2_mmhg;
  g_assert_cmpfloat (six, <, two / 2);
  assert_between (six, 25, 50);
  input.alveolar_l_min = 1;
  input.oxygenator_transfer = 0;
  failed = settled (&input).paco2_mmhg;
  input.oxygenator_transfer = 1;
  input.ecmo_flow_l_min = 0;
  stopped = settled (&input).paco2_mmhg;
  g_assert_cmpfloat (fabs (failed - stopped), <, 1e-9);
  g_assert_cmpfloat (failed, >, two);

  input = healthy;
  input.lung_flow_l_min = 0.5;
  assert_between (settled (&input).paco2_mmhg, 100, 125);
}

/* The brain minds how fast, not only how low. */
static void
test_fast_fall (void)
{
  AlMetabolismInput input = healthy;
  AlMetabolism self;

  input.alveolar_l_min = 2.15;
  self = settled (&input);
  g_assert_cmpfloat (al_metabolism_co2_fall_mmhg (&self), <, 0.1);
  input = on_ecmo (4);
  input.sweep_l_min = 8;
  run (&self, &input, 30 * MIN_S);
  g_assert_cmpfloat (al_metabolism_co2_fall_mmhg (&self), >, 20);
  run (&self, &input, 12 * H_S);
  g_assert_cmpfloat (al_metabolism_co2_fall_mmhg (&self), <, 1);
}

/* pH of a lactate of 8 with normal carbon dioxide: bicarbonate 17. */
static void
test_ph (void)
{
  AlMetabolism self;

  al_metabolism_init (&self);
  self.lactate_mmol_l = 8;
  al_metabolism_chemistry (&self, &healthy, 1e-6);
  g_assert_cmpfloat (fabs (self.ph - (6.1 + log10 (17 / (0.03 * 40)))), <, 1e-4);
}

/* Stage C is oliguric, stage B is not. */
static void
test_urine (void)
{
  AlMetabolismInput input = healthy;

  input.map_mmhg = 76;
  input.cvp_mmhg = 7;
  g_assert_cmpfloat (settled (&input).urine_ml_kg_h, >, 0.5);
  input.map_mmhg = 65;
  input.cvp_mmhg = 10.5;
  g_assert_cmpfloat (settled (&input).urine_ml_kg_h, <, 0.5);
  input.map_mmhg = 50;
  assert_between (settled (&input).urine_ml_kg_h, 0, 0.01);
}

static void
test_lung_water (void)
{
  AlMetabolismInput input = healthy;
  AlMetabolism self;
  double full;

  al_metabolism_init (&self);
  g_assert_cmpfloat (al_metabolism_water_ml_min (&self, &input), ==, 0);
  input.capillary_mmhg = 36;
  g_assert_cmpfloat (fabs (al_metabolism_water_ml_min (&self, &input) - 2), <, 1e-12);
  run (&self, &input, 6 * H_S);
  g_assert_cmpfloat (fabs (self.lung_water_ml - 720), <, 1e-6);
  full = al_metabolism_shunt (&self, 0.1, 0, AL_PEEP_USUAL_CMH2O);
  assert_between (full, 0.3, 0.6);

  assert_between (al_metabolism_water_ml_min (&self, &healthy), -0.5, -0.4);
  run (&self, &healthy, 12 * H_S);
  assert_between (self.lung_water_ml, 350, 500);
  g_assert_cmpfloat (al_metabolism_shunt (&self, 0.1, 0, AL_PEEP_USUAL_CMH2O), <, full);
  run (&self, &healthy, 48 * H_S);
  assert_between (self.lung_water_ml, 0, 50);
  g_assert_cmpfloat (fabs (al_metabolism_shunt (&self, 0.1, 0, AL_PEEP_USUAL_CMH2O) - 0.1), <,
                     1e-9);
}

/* PEEP opens a part of what water or collapse has closed; what is shut for good it does not. */
static void
test_peep_opens (void)
{
  AlMetabolism self;

  al_metabolism_init (&self);
  g_assert_cmpfloat_with_epsilon (al_metabolism_shunt (&self, 0.2, 0, 15), 0.2, 1e-12);
  assert_between (al_metabolism_shunt (&self, 0.2, 0.5, 15), 0.12, 0.15);
  assert_between (al_metabolism_shunt (&self, 0.2, 0.5, 0), 0.25, 0.3);
  self.lung_water_ml = 600;
  assert_between (al_metabolism_shunt (&self, 0, 0, 15), 0.1,
                  0.8 * al_metabolism_shunt (&self, 0, 0, 5));
  self.lung_water_ml = 1e6;
  g_assert_cmpfloat (al_metabolism_shunt (&self, 0.9, 0.9, 0), <=, 1);
}

static void
test_limb (void)
{
  AlMetabolismInput input = on_ecmo (4);
  double with, without, larger, lower;

  with = settled (&input).limb_percent;
  input.distal_perfusion = FALSE;
  without = settled (&input).limb_percent;
  input.return_cannula_fr = 21;
  larger = settled (&input).limb_percent;
  input.map_mmhg = 50;
  lower = settled (&input).limb_percent;
  g_assert_cmpfloat (with, >, 70);
  assert_between (without, 44, 46);
  assert_between (larger, 15, 17); /* the closed share goes with the area of the cannula */
  g_assert_cmpfloat (larger, <, without);
  g_assert_cmpfloat (lower, <, larger);
  assert_between (settled (&input).limb_ischaemia_h, 23, 24);
  input.femoral_return = FALSE;
  g_assert_cmpfloat (settled (&input).limb_percent, ==, 100);
  g_assert_cmpfloat (settled (&healthy).limb_percent, ==, 100);
}

/* Above 50 mg/dL is haemolysis: suction makes it, a quiet pump does not. */
static void
test_blood_damage (void)
{
  AlMetabolismInput input = on_ecmo (4);
  double quiet, fast;

  g_assert_cmpfloat (fabs (settled (&healthy).free_haemoglobin_mg_dl - 2), <, 1e-9);
  quiet = settled (&input).free_haemoglobin_mg_dl;
  input.ecmo_rpm = 4500;
  fast = settled (&input).free_haemoglobin_mg_dl;
  assert_between (quiet, 2, 10);
  g_assert_cmpfloat (fast, >, quiet);
  input.ecmo_suction = 1;
  g_assert_cmpfloat (settled (&input).free_haemoglobin_mg_dl, >, 50);

  input = healthy;
  input.mafp_on = TRUE;
  input.mafp_level = 8;
  assert_between (settled (&input).free_haemoglobin_mg_dl, 3, 15);
  input.mafp_suction = 0.8;
  g_assert_cmpfloat (settled (&input).free_haemoglobin_mg_dl, >, 50);
}

static void
test_bleeding (void)
{
  AlMetabolismInput balloon = healthy, ecmo = on_ecmo (4), both = on_ecmo (4);
  double least;

  balloon.iabp_on = TRUE;
  both.iabp_on = TRUE;
  least = settled (&balloon).bleeding_ml_h;
  g_assert_cmpfloat (settled (&healthy).bleeding_ml_h, ==, 0);
  g_assert_cmpfloat (least, <, settled (&ecmo).bleeding_ml_h);
  g_assert_cmpfloat (settled (&both).bleeding_ml_h, >, settled (&ecmo).bleeding_ml_h);
}

/* Flow below 2 L/min clots a circuit in hours; a new circuit starts clean. */
static void
test_clots (void)
{
  AlMetabolismInput enough = on_ecmo (2.5), little = on_ecmo (1);
  AlMetabolism self;

  al_metabolism_init (&self);
  run (&self, &enough, 6 * H_S);
  g_assert_cmpfloat (self.clot_risk, ==, 0);
  run (&self, &little, 6 * H_S);
  assert_between (self.clot_risk, 0.4, 0.8);
  run (&self, &little, 100 * H_S);
  g_assert_cmpfloat (self.clot_risk, <=, 1);
  run (&self, &healthy, 1);
  g_assert_cmpfloat (self.clot_risk, ==, 0);
}

/* The lungs of a heart that stands still clear nothing: sweep gas has to, as much as there is
 * blood. */
static void
test_sweep_alone (void)
{
  AlMetabolismInput input = on_ecmo (4.5);
  double before;

  input.lung_flow_l_min = 0.1;
  input.sweep_l_min = 0;
  before = settled (&input).paco2_mmhg;
  g_assert_cmpfloat (before, >, 100);
  input.sweep_l_min = 2;
  g_assert_cmpfloat (settled (&input).paco2_mmhg, <, before - 20);
  g_assert_cmpfloat (settled (&input).paco2_mmhg, >, 60);
  input.sweep_l_min = 4.5;
  assert_between (settled (&input).paco2_mmhg, 35, 55);
}

/* Capillaries fail from 40 mmHg on: water then leaves several times as fast. */
static void
test_capillary_failure (void)
{
  AlMetabolismInput input = healthy;
  AlMetabolism self;
  double at_30, at_40, at_50;

  al_metabolism_init (&self);
  input.capillary_mmhg = 30;
  at_30 = al_metabolism_water_ml_min (&self, &input);
  input.capillary_mmhg = 40;
  at_40 = al_metabolism_water_ml_min (&self, &input);
  input.capillary_mmhg = 50;
  at_50 = al_metabolism_water_ml_min (&self, &input);
  assert_between (at_40 - at_30, 1.99, 2.01);
  g_assert_cmpfloat (at_50 - at_40, >, 5 * (at_40 - at_30));
}

/* Several mmol/L within ten minutes without flow; none of it at the delivery of stage E. */
static void
test_no_flow (void)
{
  AlMetabolismInput input = healthy;
  AlMetabolism self;

  al_metabolism_init (&self);
  input.do2_ml_min = input.vo2_ml_min = input.lower_flow_l_min = input.lung_flow_l_min = 0;
  run (&self, &input, 600);
  assert_between (self.lactate_mmol_l, 4, 9);
  g_assert_cmpfloat (self.ph, <, 7.25);
  input.do2_ml_min = 265;
  input.lower_flow_l_min = 1;
  input.lung_flow_l_min = 2;
  assert_between (settled (&input).lactate_mmol_l, 7, 12);
}

/* Hours without oxygen: acid stops what makes the acid. */
static void
test_acid (void)
{
  AlMetabolismInput input = healthy;

  input.do2_ml_min = input.vo2_ml_min = input.lower_flow_l_min = 0;
  assert_between (settled (&input).lactate_mmol_l, 18, 24);
  g_assert_cmpfloat (settled (&input).ph, >, 6.6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/metabolism/lactate-of-the-stages", test_lactate_of_the_stages);
  g_test_add_func ("/engine/metabolism/acid", test_acid);
  g_test_add_func ("/engine/metabolism/lactate-in-time", test_lactate_in_time);
  g_test_add_func ("/engine/metabolism/carbon-dioxide", test_carbon_dioxide);
  g_test_add_func ("/engine/metabolism/sweep", test_sweep);
  g_test_add_func ("/engine/metabolism/fast-fall", test_fast_fall);
  g_test_add_func ("/engine/metabolism/ph", test_ph);
  g_test_add_func ("/engine/metabolism/urine", test_urine);
  g_test_add_func ("/engine/metabolism/lung-water", test_lung_water);
  g_test_add_func ("/engine/metabolism/peep-opens", test_peep_opens);
  g_test_add_func ("/engine/metabolism/limb", test_limb);
  g_test_add_func ("/engine/metabolism/blood-damage", test_blood_damage);
  g_test_add_func ("/engine/metabolism/bleeding", test_bleeding);
  g_test_add_func ("/engine/metabolism/clots", test_clots);
  g_test_add_func ("/engine/metabolism/sweep-alone", test_sweep_alone);
  g_test_add_func ("/engine/metabolism/capillary-failure", test_capillary_failure);
  g_test_add_func ("/engine/metabolism/no-flow", test_no_flow);
  return g_test_run ();
}
