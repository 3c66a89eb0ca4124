/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-catalogue.h"
#include "al-settled.h"

#include <math.h>

/*
 * Each built-in patient stands where the criteria of its stage or lesion put it.
 *
 * Stages: SCAI 2019 and its update of 2022. A stage B has hypotension or a heart rate of 100 and
 * more without hypoperfusion; a stage C a cardiac index below 2.2 L/min/m2, a wedge pressure above
 * 15 mmHg, a lactate of 2 mmol/L and more; a stage D did not answer to its first treatment; a stage
 * E has a lactate of 8 (2022; 5 in 2019) and more. Bounds without a source beside them are textbook
 * values.
 */

/* Beats that are averaged: more than one breath. */
#define BEATS 20

/* The index lies in [low, high]. */
typedef struct {
  AlIndex index;
  double low;
  double high;
} Criterion;

typedef struct {
  const char *id;
  Criterion criteria[8]; /* those with no bound at all are not used */
} Patient;

/* clang-format off */
static const Patient patients[] = {
  {"normal", {
    {AL_INDEX_SCAI_HIGH, 1, 1},
    {AL_INDEX_CI, 2.5, 4.2},
    {AL_INDEX_PCWP, 4, 12},
    {AL_INDEX_LV_EF, 52, 72},
    {AL_INDEX_SVO2, 65, 79},
    {AL_INDEX_LACTATE, 0.5, 2},
  }},
  {"scai-b", {
    {AL_INDEX_SCAI_LOW, 2, 2},
    {AL_INDEX_SCAI_HIGH, 2, 2},
    {AL_INDEX_HR, 100, 130},
    {AL_INDEX_CI, 2.2, 4},
    {AL_INDEX_LACTATE, 0.5, 1.99},
    {AL_INDEX_URINE, 0.5, INFINITY},
  }},
  {"ami-cs", {
    {AL_INDEX_SCAI_LOW, 3, 3},
    {AL_INDEX_SCAI_HIGH, 3, 3},
    {AL_INDEX_CI, 1, 2.19},
    {AL_INDEX_PCWP, 15.1, 35},
    {AL_INDEX_LACTATE, 2, 4.99},
    {AL_INDEX_AO_SYSTOLIC, 60, 89.9},
    {AL_INDEX_CPO, 0.2, 0.6},
    {AL_INDEX_URINE, 0, 0.49},
  }},
  /* The 2019 criteria already call a lactate of 5 a stage E. */
  {"scai-d", {
    {AL_INDEX_SCAI_LOW, 4, 4},
    {AL_INDEX_SCAI_HIGH, 4, 5},
    {AL_INDEX_CI, 1, 1.6},
    {AL_INDEX_PCWP, 15.1, 40},
    {AL_INDEX_LACTATE, 4, 6.5},
    {AL_INDEX_MAP, 45, 60},
    {AL_INDEX_CPO, 0.2, 0.4},
    {AL_INDEX_URINE, 0, 0.3},
  }},
  {"scai-e", {
    {AL_INDEX_SCAI_LOW, 5, 5},
    {AL_INDEX_SCAI_HIGH, 5, 5},
    {AL_INDEX_CI, 0.5, 1.2},
    {AL_INDEX_LACTATE, 8, 12},
    {AL_INDEX_MAP, 30, 50},
    {AL_INDEX_CPO, 0.05, 0.25},
    {AL_INDEX_PH, 7, 7.32},
  }},
  /* Monrad 1986: cardiac index 1.7 to 1.9, wedge 26 to 27, mean arterial pressure 83 +- 9. */
  {"hf-dcm", {
    {AL_INDEX_CI, 1.6, 2.1},
    {AL_INDEX_PCWP, 23, 31},
    {AL_INDEX_MAP, 75, 95},
    {AL_INDEX_LV_EDV, 190, 280},
    {AL_INDEX_LACTATE, 0.5, 1.99},
  }},
  /* PAPi of 0.9 and less in inferior infarction. */
  {"rv-infarct", {
    {AL_INDEX_CVP_PCWP, 0.8, 2},
    {AL_INDEX_PAPI, 0, 0.9},
    {AL_INDEX_CI, 1, 2.19},
    {AL_INDEX_RA_MEAN, 10, 20},
    {AL_INDEX_PCWP, 4, 15},
    {AL_INDEX_PVR, 0.5, 2},
    {AL_INDEX_SCAI_LOW, 3, 3},
  }},
  {"biventricular", {
    {AL_INDEX_PAPI, 0, 1},
    {AL_INDEX_RA_MEAN, 10, 20},
    {AL_INDEX_PCWP, 15.1, 25},
    {AL_INDEX_CI, 1, 1.6},
    {AL_INDEX_LACTATE, 2, 6},
    {AL_INDEX_SCAI_LOW, 3, 3},
  }},
  /* Two weak ventricles without dilatation. */
  {"myocarditis-fulminant", {
    {AL_INDEX_HR, 100, 140},
    {AL_INDEX_LV_EF, 10, 30},
    {AL_INDEX_LV_EDV, 80, 140},
    {AL_INDEX_PCWP, 15.1, 30},
    {AL_INDEX_PAPI, 0, 1},
    {AL_INDEX_CI, 1, 2.19},
    {AL_INDEX_LACTATE, 2, 6},
  }},
  /* A regurgitant volume of 60 mL and more is severe. */
  {"mitral-regurgitation-acute", {
    {AL_INDEX_MITRAL_LEAK, 60, 120},
    {AL_INDEX_LV_EF, 50, 75},
    {AL_INDEX_PCWP, 25, 45},
    {AL_INDEX_CI, 1.2, 2.19},
    {AL_INDEX_LACTATE, 2, 5},
    {AL_INDEX_SAO2_RADIAL, 80, 94},
  }},
  {"septal-rupture", {
    {AL_INDEX_QP_QS, 1.5, 4},
    {AL_INDEX_SVO2, 76, 95}, /* the step up in the right heart */
    {AL_INDEX_CI, 1, 2.19},
    {AL_INDEX_PCWP, 15.1, 35},
    {AL_INDEX_LACTATE, 2, 5},
    {AL_INDEX_AO_SYSTOLIC, 60, 89.9},
  }},
  {"aortic-regurgitation-acute", {
    {AL_INDEX_AO_DIASTOLIC, 25, 50},
    {AL_INDEX_AO_PULSE, 35, 90},
    {AL_INDEX_LV_EDP, 25, 45},
    {AL_INDEX_LV_EDV, 110, 180}, /* not the large ventricle of chronic regurgitation */
    {AL_INDEX_HR, 100, 130},
    {AL_INDEX_CI, 1.2, 2.19},
  }},
  {"post-arrest", {
    {AL_INDEX_LV_EF, 15, 35},
    {AL_INDEX_CI, 1.2, 2.19},
    {AL_INDEX_PCWP, 15.1, 30},
    {AL_INDEX_LACTATE, 2, 6},
    {AL_INDEX_SVR, 800, 1400},
    {AL_INDEX_SCAI_LOW, 3, 4},
  }},
  /* Prondzinsky 2012: 769 dyn s cm-5 after four days. */
  {"sepsis-on-top", {
    {AL_INDEX_SVR, 500, 850},
    {AL_INDEX_CI, 2.2, 3.5},
    {AL_INDEX_MAP, 40, 60},
    {AL_INDEX_LACTATE, 2, 5},
    {AL_INDEX_LV_EF, 20, 45},
    {AL_INDEX_SCAI_LOW, 3, 4},
    {AL_INDEX_SVO2, 60, 75}, /* tissue takes up little */
  }},
  {"pulmonary-embolism", {
    {AL_INDEX_PA_MEAN, 30, 45},
    {AL_INDEX_PVR, 5, 15},
    {AL_INDEX_LV_EDV, 40, 90},
    {AL_INDEX_RV_EDV, 150, 250},
    {AL_INDEX_RA_MEAN, 10, 20},
    {AL_INDEX_PCWP, 0, 12},
    {AL_INDEX_CI, 1.2, 2.19},
    {AL_INDEX_SAO2_RADIAL, 80, 92},
  }},
  /* An obstruction from 30 mmHg on. */
  {"takotsubo-lvoto", {
    {AL_INDEX_LVOT_GRADIENT, 30, 100},
    {AL_INDEX_MITRAL_LEAK, 8, 50},
    {AL_INDEX_AO_SYSTOLIC, 55, 89.9},
    {AL_INDEX_CI, 1.2, 2.19},
    {AL_INDEX_PCWP, 15.1, 30},
    {AL_INDEX_LV_EDV, 60, 120},
  }},
  {"tamponade", {
    {AL_INDEX_HR, 100, 140},
    {AL_INDEX_RA_MEAN, 12, 22},
    {AL_INDEX_CVP_PCWP, 0.8, 1.25}, /* equal on both sides */
    {AL_INDEX_LV_EDV, 30, 90},
    {AL_INDEX_RV_EDV, 30, 90},
    {AL_INDEX_CI, 1, 2.19},
    {AL_INDEX_LACTATE, 2, 5},
  }},
};
/* clang-format on */

typedef struct {
  AlCatalogue *catalogue;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalogue = al_catalogue_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->catalogue);
}

/* One thing that is done to a patient before it settles. */
typedef struct {
  AlParameter parameter;
  double value;
} Treatment;

static AlSimulation *
start (Fixture *fixture, const char *id, const Treatment *treatment)
{
  AlPatient *patient = al_catalogue_find_patient (fixture->catalogue, id);
  AlSimulation *simulation = g_new (AlSimulation, 1);
  g_autoptr (AlScenario) scenario = NULL;

  g_assert_nonnull (patient);
  scenario = al_scenario_new (al_patient_get_settings (patient));
  if (treatment != NULL)
    al_scenario_set (scenario, treatment->parameter, treatment->value);
  g_assert_cmpint (al_settled_start (scenario, simulation), ==, AL_STATUS_OK);
  return simulation;
}

static AlIndices
settle (Fixture *fixture, const char *id, const Treatment *treatment)
{
  g_autofree AlSimulation *simulation = start (fixture, id, treatment);
  AlIndices mean;

  g_assert_cmpuint (al_simulation_mean_indices (simulation, BEATS, &mean), >, 0);
  return mean;
}

static double
change (Fixture *fixture, const char *id, AlIndex index, AlParameter parameter, double value)
{
  const Treatment treatment = {parameter, value};
  AlIndices before = settle (fixture, id, NULL), after = settle (fixture, id, &treatment);

  return after.value[index] - before.value[index];
}

static gboolean
is_met (const Criterion *criterion, double value)
{
  return value >= criterion->low && value <= criterion->high;
}

static void
test_criteria (Fixture *fixture, gconstpointer data)
{
  const Patient *patient = data;
  AlIndices mean = settle (fixture, patient->id, NULL);
  gboolean all_met = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (patient->criteria); i++) {
    const Criterion *criterion = &patient->criteria[i];
    double value = mean.value[criterion->index];

    if (criterion->high <= 0 || is_met (criterion, value))
      continue;
    g_test_message ("%s: %s is %g, not %g to %g", patient->id,
                    al_index_get_info (criterion->index)->key, value, criterion->low,
                    criterion->high);
    all_met = FALSE;
  }
  g_assert_true (all_met);
}

/* A patient that is added needs criteria that it meets. */
static void
test_every_patient_has_criteria (Fixture *fixture, gconstpointer data)
{
  GListModel *built_in = al_catalogue_get_patients (fixture->catalogue);

  g_assert_cmpuint (g_list_model_get_n_items (built_in), >=, 16);
  for (guint i = 0; i < g_list_model_get_n_items (built_in); i++) {
    g_autoptr (AlPatient) patient = g_list_model_get_item (built_in, i);
    gboolean found = FALSE;

    for (guint k = 0; k < G_N_ELEMENTS (patients); k++)
      found = found || g_str_equal (patients[k].id, al_patient_get_id (patient));
    if (!found)
      g_test_message ("%s has no criteria", al_patient_get_id (patient));
    g_assert_true (found);
  }
}

/* Worse from stage to stage, the lactate near 1, 3, 5 and 8.5. */
static void
test_order_of_stages (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = {"normal", "scai-b", "ami-cs", "scai-d", "scai-e"};
  static const double lactate[] = {1, 1.2, 3, 5, 8.5};
  AlIndices before = settle (fixture, ids[0], NULL);

  for (guint i = 1; i < G_N_ELEMENTS (ids); i++) {
    AlIndices after = settle (fixture, ids[i], NULL);

    g_assert_cmpfloat (after.value[AL_INDEX_CI], <, before.value[AL_INDEX_CI]);
    g_assert_cmpfloat (after.value[AL_INDEX_CPO], <, before.value[AL_INDEX_CPO]);
    g_assert_cmpfloat (after.value[AL_INDEX_DO2], <, before.value[AL_INDEX_DO2]);
    g_assert_cmpfloat_with_epsilon (after.value[AL_INDEX_LACTATE], lactate[i], 0.25);
    before = after;
  }
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *id;
    AlParameter parameter;
    gboolean yes;
  } flags[] = {
      {"post-arrest", AL_PARAMETER_HISTORY_ARREST, TRUE},
      {"ami-cs", AL_PARAMETER_HISTORY_ARREST, FALSE},
      {"scai-d", AL_PARAMETER_HISTORY_FAILED, TRUE},
      {"scai-e", AL_PARAMETER_HISTORY_FAILED, TRUE},
      {"ami-cs", AL_PARAMETER_HISTORY_FAILED, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    AlPatient *patient = al_catalogue_find_patient (fixture->catalogue, flags[i].id);
    g_assert_cmpint (al_patient_get_settings (patient)->value[flags[i].parameter] > 0.5, ==,
                     flags[i].yes);
  }
}

/* A device does not make the stage better: a patient who settled on one is as ill as without, now
 * and in the indices of the beats to come. */
static void
test_stage_under_a_device (Fixture *fixture, gconstpointer data)
{
  const Treatment ecmo = {AL_PARAMETER_ECMO_ON, 1};
  g_autofree AlSimulation *simulation = start (fixture, "ami-cs", &ecmo);
  AlScai scai;

  al_simulation_get_scai (simulation, &scai);
  g_assert_cmpint (scai.low, ==, AL_SCAI_C);
  g_assert_true (scai.supported);
  g_assert_cmpint (al_simulation_advance (simulation, 3 * G_USEC_PER_SEC, NULL, NULL), ==,
                   AL_STATUS_OK);
  g_assert_cmpfloat (al_simulation_get_beat (simulation, 0)->indices.value[AL_INDEX_SCAI_LOW], ==,
                     AL_SCAI_C);
  g_assert_cmpfloat (al_simulation_get_beat (simulation, 0)->indices.value[AL_INDEX_LACTATE], <, 2);
}

/* Nor does a drug: a normal output on dobutamine is no recovery. */
static void
test_stage_on_a_drug (Fixture *fixture, gconstpointer data)
{
  const Treatment dobutamine = {AL_PARAMETER_DRUG_DOBUTAMINE, 10};
  g_autofree AlSimulation *simulation = start (fixture, "ami-cs", &dobutamine);
  AlScai scai;

  al_simulation_get_scai (simulation, &scai);
  g_assert_cmpint (scai.low, ==, AL_SCAI_C);
  g_assert_false (scai.supported);
}

/* A right ventricle against clots lives on the pressure that feeds it: norepinephrine raised output
 * and left the resistance of the lung (Molloy 1984, doi 10.1164/arrd.1984.130.5.870). No
 * vasodilator opens a clot. */
static void
test_drugs_in_embolism (Fixture *fixture, gconstpointer data)
{
  const char *id = "pulmonary-embolism";

  g_assert_cmpfloat (
      change (fixture, id, AL_INDEX_NATIVE_CO, AL_PARAMETER_DRUG_NOREPINEPHRINE, 0.3), >, 0.2);
  g_assert_cmpfloat (change (fixture, id, AL_INDEX_RA_MEAN, AL_PARAMETER_DRUG_NOREPINEPHRINE, 0.3),
                     <, 0);
  g_assert_cmpfloat (change (fixture, id, AL_INDEX_PVR, AL_PARAMETER_DRUG_NOREPINEPHRINE, 0.3), <,
                     0.5);
  g_assert_cmpfloat (change (fixture, id, AL_INDEX_NATIVE_CO, AL_PARAMETER_DRUG_NITROPRUSSIDE, 1),
                     <, 0);
  g_assert_cmpfloat (change (fixture, id, AL_INDEX_MAP, AL_PARAMETER_DRUG_NITROPRUSSIDE, 1), <,
                     -10);
}

/* An unvented ventricle is not relieved by waiting: what floods the lung comes in from the tissue.
 */
static void
test_night_on_ecmo (Fixture *fixture, gconstpointer data)
{
  const Treatment hours = {AL_PARAMETER_SLOW_ACCELERATION, 240};
  g_autofree AlSimulation *simulation = start (fixture, "scai-d", &hours);
  AlIndices mean;

  al_simulation_set (simulation, AL_PARAMETER_ECMO_ON, 1);
  g_assert_cmpint (al_simulation_advance (simulation, 200 * G_USEC_PER_SEC, NULL, NULL), ==,
                   AL_STATUS_OK);
  al_simulation_mean_indices (simulation, BEATS, &mean);
  g_assert_cmpfloat (mean.value[AL_INDEX_PCWP], >, 32);
  g_assert_cmpfloat (mean.value[AL_INDEX_LUNG_WATER], >, 1000);
}

/* Levy 2018 (J Am Coll Cardiol 72:173): pressure and index as with norepinephrine, rate and lactate
 * higher. */
static void
test_epinephrine (Fixture *fixture, gconstpointer data)
{
  const Treatment norepinephrine = {AL_PARAMETER_DRUG_NOREPINEPHRINE, 0.3},
                  epinephrine = {AL_PARAMETER_DRUG_EPINEPHRINE, 0.2};
  AlIndices a = settle (fixture, "ami-cs", &norepinephrine),
            b = settle (fixture, "ami-cs", &epinephrine);

  g_assert_cmpfloat_with_epsilon (b.value[AL_INDEX_MAP], a.value[AL_INDEX_MAP], 6);
  g_assert_cmpfloat (b.value[AL_INDEX_CI], <, a.value[AL_INDEX_CI] + 0.4);
  g_assert_cmpfloat (b.value[AL_INDEX_HR], >, a.value[AL_INDEX_HR] + 4);
  g_assert_cmpfloat (b.value[AL_INDEX_LACTATE], >, a.value[AL_INDEX_LACTATE] + 0.5);
}

/* Most of a ventricle in stage D has nothing left that dobutamine could drive. */
static void
test_dead_muscle (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (
      change (fixture, "scai-d", AL_INDEX_NATIVE_CO, AL_PARAMETER_DRUG_DOBUTAMINE, 10), <, 1.7);
}

/* Known to be wrong in its direction, held at what the tightened veins leave of it. */
static void
test_fibrillation (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (change (fixture, "ami-cs", AL_INDEX_NATIVE_CO, AL_PARAMETER_RHYTHM, 1), <,
                     -0.3);
  g_assert_cmpfloat (change (fixture, "ami-cs", AL_INDEX_RA_MEAN, AL_PARAMETER_RHYTHM, 1), >, 3);
  g_assert_cmpfloat (change (fixture, "ami-cs", AL_INDEX_PCWP, AL_PARAMETER_RHYTHM, 1), >, -6);
}

/* What a balloon does for the coronary flow of the infarct it does not do through a leaking valve,
 * and the leak grows. */
static void
test_balloon_in_aortic_regurgitation (Fixture *fixture, gconstpointer data)
{
  const char *id = "aortic-regurgitation-acute";
  const Treatment balloon = {AL_PARAMETER_IABP_ON, 1};
  AlIndices alone = settle (fixture, id, NULL), with = settle (fixture, id, &balloon);
  double leak_alone = alone.value[AL_INDEX_LV_TOTAL_SV] - alone.value[AL_INDEX_LV_SV];
  double leak_with = with.value[AL_INDEX_LV_TOTAL_SV] - with.value[AL_INDEX_LV_SV];

  g_assert_cmpfloat (leak_alone, >, 30);
  g_assert_cmpfloat (leak_with, >, leak_alone + 2);
  g_assert_cmpfloat (with.value[AL_INDEX_MAP], <, alone.value[AL_INDEX_MAP]);
  g_assert_cmpfloat (with.value[AL_INDEX_CORONARY_FLOW], <, alone.value[AL_INDEX_CORONARY_FLOW]);
  g_assert_cmpfloat (change (fixture, "ami-cs", AL_INDEX_CORONARY_FLOW, AL_PARAMETER_IABP_ON, 1), >,
                     5);
}

static void
test_ecmo_in_aortic_regurgitation (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (
      change (fixture, "aortic-regurgitation-acute", AL_INDEX_LV_EDV, AL_PARAMETER_ECMO_ON, 1), >,
      10);
}

/* What empties the ventricle obstructs it, what fills or loads it opens it. */
static void
test_outflow_obstruction (Fixture *fixture, gconstpointer data)
{
  const char *id = "takotsubo-lvoto";

  g_assert_cmpfloat (change (fixture, id, AL_INDEX_LVOT_GRADIENT, AL_PARAMETER_IABP_ON, 1), >, 1);
  g_assert_cmpfloat (change (fixture, id, AL_INDEX_LVOT_GRADIENT, AL_PARAMETER_DRUG_DOBUTAMINE, 10),
                     >, 15);
  g_assert_cmpfloat (change (fixture, id, AL_INDEX_MAP, AL_PARAMETER_DRUG_DOBUTAMINE, 10), <, -5);
  g_assert_cmpfloat (
      change (fixture, id, AL_INDEX_LVOT_GRADIENT, AL_PARAMETER_DRUG_PHENYLEPHRINE, 1), <, -5);
  g_assert_cmpfloat (change (fixture, id, AL_INDEX_LVOT_GRADIENT, AL_PARAMETER_BLOOD_INFUSION, 400),
                     <, -2);
  g_assert_cmpfloat (change (fixture, "ami-cs", AL_INDEX_MAP, AL_PARAMETER_DRUG_DOBUTAMINE, 10), >,
                     -5);
}

static void
test_drained_tamponade (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (
      change (fixture, "tamponade", AL_INDEX_CI, AL_PARAMETER_PERICARDIUM_EFFUSION, 50), >, 1);
  g_assert_cmpfloat (
      change (fixture, "tamponade", AL_INDEX_RA_MEAN, AL_PARAMETER_PERICARDIUM_EFFUSION, 50), <,
      -5);
}

static void
highest_cb (const AlSample *sample, gpointer user_data)
{
  double *highest_mmhg = user_data;

  *highest_mmhg = MAX (*highest_mmhg, sample->value[AL_SIGNAL_LA_PRESSURE]);
}

/* How far the left atrium peaks above its mean within two seconds, mmHg. */
static double
v_wave (Fixture *fixture, const char *id)
{
  g_autofree AlSimulation *simulation = start (fixture, id, NULL);
  double highest_mmhg = 0;

  g_assert_cmpint (al_simulation_advance (simulation, 2000000, highest_cb, &highest_mmhg), ==,
                   AL_STATUS_OK);
  return highest_mmhg - al_simulation_get_beat (simulation, 0)->indices.value[AL_INDEX_LA_MEAN];
}

/* An atrium of normal size has no room for what comes back. */
static void
test_v_wave (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (v_wave (fixture, "mitral-regurgitation-acute"), >, 10);
  g_assert_cmpfloat (v_wave (fixture, "normal"), <, 6);
}

/* Less resistance to ejection: less through the leak, and less through the hole. */
static void
test_balloon_in_mechanical_complications (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (
      change (fixture, "mitral-regurgitation-acute", AL_INDEX_MITRAL_LEAK, AL_PARAMETER_IABP_ON, 1),
      <, -1);
  g_assert_cmpfloat (
      change (fixture, "mitral-regurgitation-acute", AL_INDEX_CI, AL_PARAMETER_IABP_ON, 1), >, 0.1);
  g_assert_cmpfloat (change (fixture, "septal-rupture", AL_INDEX_QP_QS, AL_PARAMETER_IABP_ON, 1), <,
                     -0.1);
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (patients); i++) {
    g_autofree char *path = g_strconcat ("/content/stages/", patients[i].id, NULL);
    g_test_add (path, Fixture, &patients[i], set_up, test_criteria, tear_down);
  }
  add ("/content/stages/every-patient-has-criteria", test_every_patient_has_criteria);
  add ("/content/stages/order", test_order_of_stages);
  add ("/content/stages/history", test_history);
  add ("/content/stages/under-a-device", test_stage_under_a_device);
  add ("/content/stages/on-a-drug", test_stage_on_a_drug);
  add ("/content/stages/drugs-in-embolism", test_drugs_in_embolism);
  add ("/content/stages/night-on-ecmo", test_night_on_ecmo);
  add ("/content/stages/epinephrine", test_epinephrine);
  add ("/content/stages/dead-muscle", test_dead_muscle);
  add ("/content/stages/fibrillation", test_fibrillation);
  add ("/content/stages/balloon-in-aortic-regurgitation", test_balloon_in_aortic_regurgitation);
  add ("/content/stages/ecmo-in-aortic-regurgitation", test_ecmo_in_aortic_regurgitation);
  add ("/content/stages/outflow-obstruction", test_outflow_obstruction);
  add ("/content/stages/drained-tamponade", test_drained_tamponade);
  add ("/content/stages/v-wave", test_v_wave);
  add ("/content/stages/balloon-in-mechanical-complications",
       test_balloon_in_mechanical_complications);
  return g_test_run ();
}
