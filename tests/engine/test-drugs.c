/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-drugs.h"

#include <math.h>

/* A tick of the simulation, s. */
#define TICK 0.01

static void
init_with (AlDrugs *drugs, AlSettings *settings, AlDrug drug, double dose)
{
  al_settings_init (settings);
  settings->value[al_drug_get_info (drug)->dose] = dose;
  al_drugs_init (drugs, settings);
}

static void
give (AlSettings *settings, AlDrug drug, double references)
{
  const AlDrugInfo *info = al_drug_get_info (drug);

  settings->value[info->dose] = references * info->reference_dose;
}

static void
assert_neutral (const AlDrugEffects *effects)
{
  AlDrugEffects neutral = {
      .lv_ees = 1,
      .rv_ees = 1,
      .atrial_ees = 1,
      .resistance = 1,
      .lung_resistance = 1,
      .relaxation = 1,
      .lactate_factor = 1,
  };

  g_assert_cmpmem (effects, sizeof *effects, &neutral, sizeof neutral);
}

/* A reference dose can be given, and no row of the table has been forgotten half way. */
static void
test_table (void)
{
  for (guint i = 0; i < AL_N_DRUGS; i++) {
    const AlDrugInfo *info = al_drug_get_info ((AlDrug) i);

    g_assert_true (g_str_has_prefix (al_parameter_get_info (info->dose)->name, "drug."));
    g_assert_true (al_parameter_in_range (info->dose, info->reference_dose));
    g_assert_cmpfloat (info->onset_s, >, 0);
    g_assert_cmpfloat (info->offset_s, >=, info->onset_s);
    g_assert_cmpstr (info->source, !=, "");
  }
}

/* Without drugs nothing acts, to the last bit. */
static void
test_nothing (void)
{
  AlSettings settings;
  AlDrugs drugs;
  AlDrugEffects effects;

  al_settings_init (&settings);
  al_drugs_init (&drugs, &settings);
  g_assert_false (al_drugs_advance (&drugs, &settings, TICK));
  al_drugs_effects (&drugs, &effects);
  assert_neutral (&effects);
}

/* At its reference dose a drug does what the table says. */
static void
test_reference_dose (void)
{
  for (guint i = 0; i < AL_DRUG_FUROSEMIDE; i++) {
    const AlDrugInfo *info = al_drug_get_info ((AlDrug) i);
    AlSettings settings;
    AlDrugs drugs;
    AlDrugEffects effects;

    init_with (&drugs, &settings, (AlDrug) i, info->reference_dose);
    al_drugs_effects (&drugs, &effects);
    g_assert_cmpfloat_with_epsilon (drugs.level[i], 1, 1e-15);
    g_assert_cmpfloat_with_epsilon (effects.rate_bpm, info->rate_bpm, 1e-12);
    g_assert_cmpfloat_with_epsilon (effects.lv_ees, info->lv_ees, 1e-12);
    g_assert_cmpfloat_with_epsilon (effects.rv_ees, info->rv_ees, 1e-12);
    g_assert_cmpfloat_with_epsilon (effects.atrial_ees, sqrt (info->lv_ees), 1e-12);
    g_assert_cmpfloat_with_epsilon (effects.resistance, info->resistance, 1e-12);
    g_assert_cmpfloat_with_epsilon (effects.lung_resistance, info->lung_resistance, 1e-12);
    g_assert_cmpfloat_with_epsilon (effects.relaxation, info->relaxation, 1e-12);
    g_assert_cmpfloat_with_epsilon (effects.venous_ml, info->venous_ml, 1e-12);
    g_assert_cmpfloat_with_epsilon (effects.lactate_factor, info->lactate, 1e-12);
    g_assert_true (al_drugs_advance (&drugs, &settings, TICK));
  }
}

/* The published table, by two of its rows: a slip of a column would show. */
static void
test_published_rows (void)
{
  AlSettings settings;
  AlDrugs drugs;
  AlDrugEffects effects;

  init_with (&drugs, &settings, AL_DRUG_DOBUTAMINE, 10);
  al_drugs_effects (&drugs, &effects);
  g_assert_cmpfloat_with_epsilon (effects.rate_bpm, 14, 1e-9);
  g_assert_cmpfloat_with_epsilon (effects.lv_ees, 1.40, 1e-9);
  g_assert_cmpfloat_with_epsilon (effects.resistance, 0.64, 1e-9);
  g_assert_cmpfloat_with_epsilon (effects.lung_resistance, 0.65, 1e-9);
  g_assert_cmpfloat_with_epsilon (effects.venous_ml, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (effects.relaxation, 0.85, 1e-9);
  init_with (&drugs, &settings, AL_DRUG_EPINEPHRINE, 0.2);
  al_drugs_effects (&drugs, &effects);
  g_assert_cmpfloat_with_epsilon (effects.rv_ees, 1.24, 1e-9);
  g_assert_cmpfloat_with_epsilon (effects.lactate_factor, 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (effects.venous_ml, -100, 1e-9);
}

/* More dose does more, less and less so, and never more than twice the logarithm. */
static void
test_saturation (void)
{
  double before = 0, step_before = 1;

  for (double dose = 0.1; dose <= 2; dose += 0.1) {
    AlSettings settings;
    AlDrugs drugs;
    double level;

    init_with (&drugs, &settings, AL_DRUG_NOREPINEPHRINE, dose);
    level = drugs.level[AL_DRUG_NOREPINEPHRINE];
    g_assert_cmpfloat_with_epsilon (level, 2 * dose / (dose + 0.3), 1e-12);
    g_assert_cmpfloat (level, >, before);
    g_assert_cmpfloat (level - before, <, step_before);
    g_assert_cmpfloat (level, <, 2);
    step_before = level - before;
    before = level;
  }
}

/* Two drugs multiply; the rate and the veins add. */
static void
test_together (void)
{
  AlSettings settings;
  AlDrugs drugs;
  AlDrugEffects effects;

  al_settings_init (&settings);
  give (&settings, AL_DRUG_NOREPINEPHRINE, 1);
  give (&settings, AL_DRUG_DOBUTAMINE, 1);
  al_drugs_init (&drugs, &settings);
  al_drugs_effects (&drugs, &effects);
  g_assert_cmpfloat_with_epsilon (effects.resistance, 1.34 * 0.64, 1e-12);
  g_assert_cmpfloat_with_epsilon (effects.lv_ees, 1.20 * 1.40, 1e-12);
  g_assert_cmpfloat_with_epsilon (effects.atrial_ees, sqrt (1.20 * 1.40), 1e-12);
  g_assert_cmpfloat_with_epsilon (effects.rate_bpm, 3 + 14, 1e-12);
  g_assert_cmpfloat_with_epsilon (effects.venous_ml, -100 + 60, 1e-12);
}

/* Every constrictor, every dilator and every inotrope at its highest dose. */
static void
test_bounds (void)
{
  AlSettings settings;
  AlDrugs drugs;
  AlDrugEffects effects;

  al_settings_init (&settings);
  give (&settings, AL_DRUG_NOREPINEPHRINE, 6);
  give (&settings, AL_DRUG_VASOPRESSIN, 2.5);
  give (&settings, AL_DRUG_PHENYLEPHRINE, 5);
  al_drugs_init (&drugs, &settings);
  al_drugs_effects (&drugs, &effects);
  g_assert_cmpfloat_with_epsilon (effects.resistance, 3, 1e-12);

  al_settings_init (&settings);
  give (&settings, AL_DRUG_NITROPRUSSIDE, 3);
  give (&settings, AL_DRUG_DOBUTAMINE, 2);
  give (&settings, AL_DRUG_MILRINONE, 2);
  give (&settings, AL_DRUG_EPINEPHRINE, 10);
  al_drugs_init (&drugs, &settings);
  al_drugs_effects (&drugs, &effects);
  g_assert_cmpfloat_with_epsilon (effects.resistance, 0.35, 1e-12);
  g_assert_cmpfloat_with_epsilon (effects.lung_resistance, 0.35, 1e-12);
  g_assert_cmpfloat_with_epsilon (effects.lv_ees, 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (effects.rv_ees, 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (effects.atrial_ees, sqrt (3), 1e-12);
}

/* A constant dose is followed exactly, however the time is cut. */
static void
test_onset (void)
{
  AlSettings settings;
  AlDrugs in_ticks, at_once;
  const AlDrugInfo *info = al_drug_get_info (AL_DRUG_DOBUTAMINE);

  al_settings_init (&settings);
  al_drugs_init (&in_ticks, &settings);
  at_once = in_ticks;
  give (&settings, AL_DRUG_DOBUTAMINE, 1);
  for (guint i = 0; i < 7500; i++)
    g_assert_true (al_drugs_advance (&in_ticks, &settings, TICK));
  al_drugs_advance (&at_once, &settings, 75);
  g_assert_cmpfloat_with_epsilon (at_once.level[AL_DRUG_DOBUTAMINE], 1 - exp (-75 / info->onset_s),
                                  1e-14);
  g_assert_cmpfloat_with_epsilon (in_ticks.level[AL_DRUG_DOBUTAMINE],
                                  at_once.level[AL_DRUG_DOBUTAMINE], 1e-11);
}

/* A drug that is stopped wears off with its own time constant and is then gone without a trace. */
static void
test_offset (void)
{
  for (guint i = 0; i < AL_DRUG_FUROSEMIDE; i++) {
    const AlDrugInfo *info = al_drug_get_info ((AlDrug) i);
    AlSettings settings;
    AlDrugs drugs;
    AlDrugEffects effects;
    guint steps = 0;

    init_with (&drugs, &settings, (AlDrug) i, info->reference_dose);
    settings.value[info->dose] = 0;
    al_drugs_advance (&drugs, &settings, info->offset_s);
    g_assert_cmpfloat_with_epsilon (drugs.level[i], exp (-1), 1e-12);
    while (al_drugs_advance (&drugs, &settings, info->offset_s)) {
      al_drugs_effects (&drugs, &effects);
      g_assert_cmpuint (++steps, <, 30);
    }
    /* The last change was told of. */
    assert_neutral (&effects);
  }
}

/* Advances by minutes in ticks of 1 s, adding up urine and loss. */
static void
pass_minutes (AlDrugs *drugs, const AlSettings *settings, guint minutes, AlDrugEffects *sum)
{
  for (guint i = 0; i < minutes * 60; i++) {
    AlDrugEffects effects;

    al_drugs_advance (drugs, settings, 1);
    al_drugs_effects (drugs, &effects);
    sum->urine_ml_s += effects.urine_ml_s;
    sum->diuresis_ml_s += effects.diuresis_ml_s;
    sum->venous_ml = effects.venous_ml;
  }
}

/* Furosemide: first the veins, for about half an hour, then a litre of urine over hours. */
static void
test_furosemide (void)
{
  AlSettings settings;
  AlDrugs drugs;
  AlDrugEffects sum = {0};

  init_with (&drugs, &settings, AL_DRUG_FUROSEMIDE, 80);
  g_assert_cmpfloat (drugs.level[AL_DRUG_FUROSEMIDE], <=, 0);
  pass_minutes (&drugs, &settings, 15, &sum);
  g_assert_cmpfloat (sum.venous_ml, >, 70);
  g_assert_cmpfloat (sum.venous_ml, <, 100);
  g_assert_cmpfloat (sum.urine_ml_s, >, 150);
  g_assert_cmpfloat (sum.urine_ml_s, <, 250);
  pass_minutes (&drugs, &settings, 45, &sum);
  g_assert_cmpfloat (sum.venous_ml, <, 35);
  pass_minutes (&drugs, &settings, 19 * 60, &sum);
  g_assert_cmpfloat (sum.venous_ml, <, 1e-3);
  g_assert_cmpfloat_with_epsilon (sum.urine_ml_s, 2 * 0.25 * 3600 * log (2), 2);
  g_assert_cmpfloat_with_epsilon (sum.diuresis_ml_s, 0.32 * sum.urine_ml_s, 1e-6);
  g_assert_false (al_drugs_advance (&drugs, &settings, 1));
}

/* 1 mg/kg, 22 men with an infarct and pulmonary oedema: 860 mL of urine in 90 min. */
static void
test_furosemide_measured (void)
{
  AlSettings settings;
  AlDrugs drugs;
  AlDrugEffects sum = {0};

  init_with (&drugs, &settings, AL_DRUG_FUROSEMIDE, 75);
  pass_minutes (&drugs, &settings, 90, &sum);
  g_assert_cmpfloat (sum.urine_ml_s, >, 800);
  g_assert_cmpfloat (sum.urine_ml_s, <, 920);
}

/* The setting is what was given in all: raising it gives the rest, lowering it takes nothing. */
static void
test_furosemide_total (void)
{
  AlSettings settings;
  AlDrugs drugs;

  init_with (&drugs, &settings, AL_DRUG_FUROSEMIDE, 40);
  al_drugs_advance (&drugs, &settings, 0);
  g_assert_cmpfloat_with_epsilon (drugs.furosemide_kidney_mg, 40, 1e-12);
  give (&settings, AL_DRUG_FUROSEMIDE, 1);
  al_drugs_advance (&drugs, &settings, 0);
  g_assert_cmpfloat_with_epsilon (drugs.furosemide_kidney_mg, 80, 1e-12);
  give (&settings, AL_DRUG_FUROSEMIDE, 0);
  al_drugs_advance (&drugs, &settings, 0);
  g_assert_cmpfloat_with_epsilon (drugs.furosemide_kidney_mg, 80, 1e-12);
  give (&settings, AL_DRUG_FUROSEMIDE, 1);
  al_drugs_advance (&drugs, &settings, 0);
  g_assert_cmpfloat_with_epsilon (drugs.furosemide_kidney_mg, 80, 1e-12);
}

/* A copy is a branch: it lives on like the original, bit by bit. */
static void
test_branch (void)
{
  AlSettings settings;
  AlDrugs drugs, copy;

  al_settings_init (&settings);
  al_drugs_init (&drugs, &settings);
  for (guint i = 0; i < AL_N_DRUGS; i++)
    give (&settings, (AlDrug) i, 0.7);
  for (guint i = 0; i < 1000; i++)
    al_drugs_advance (&drugs, &settings, TICK);
  copy = drugs;
  for (guint i = 0; i < 1000; i++) {
    al_drugs_advance (&drugs, &settings, TICK);
    al_drugs_advance (&copy, &settings, TICK);
  }
  g_assert_cmpmem (&drugs, sizeof drugs, &copy, sizeof copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/drugs/table", test_table);
  g_test_add_func ("/engine/drugs/nothing", test_nothing);
  g_test_add_func ("/engine/drugs/reference-dose", test_reference_dose);
  g_test_add_func ("/engine/drugs/published-rows", test_published_rows);
  g_test_add_func ("/engine/drugs/saturation", test_saturation);
  g_test_add_func ("/engine/drugs/together", test_together);
  g_test_add_func ("/engine/drugs/bounds", test_bounds);
  g_test_add_func ("/engine/drugs/onset", test_onset);
  g_test_add_func ("/engine/drugs/offset", test_offset);
  g_test_add_func ("/engine/drugs/furosemide", test_furosemide);
  g_test_add_func ("/engine/drugs/furosemide-measured", test_furosemide_measured);
  g_test_add_func ("/engine/drugs/furosemide-total", test_furosemide_total);
  g_test_add_func ("/engine/drugs/branch", test_branch);
  return g_test_run ();
}
