/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-catalogue.h"
#include "al-explain.h"
#include "al-settled.h"
#include "al-steady-state.h"

/* Simulated time in which a change shows where it goes. */
#define LIMIT_US (120 * G_USEC_PER_SEC)

/* Beats behind a mean. */
#define N_BEATS 12

#define MOST_SETTINGS 3

/* A value is set, or with `times` the present one is multiplied by it. */
typedef struct {
  AlParameter parameter;
  double value;
  gboolean times;
} Setting;

/* One way to bring a cause about: what is set before, and what is changed. */
typedef struct {
  AlCause cause;
  Setting before[MOST_SETTINGS];
  Setting change[MOST_SETTINGS];
} Trial;

#define P(ID) AL_PARAMETER_##ID
#define ON(ID)                                                                                     \
  {                                                                                                \
    P (ID), 1                                                                                      \
  }
#define NO_CHANGE                                                                                  \
  {                                                                                                \
    {                                                                                              \
      0                                                                                            \
    }                                                                                              \
  }

static const Trial trials[] = {
    {AL_CAUSE_IABP_ON, NO_CHANGE, {ON (IABP_ON)}},
    {AL_CAUSE_IABP_OFF, {ON (IABP_ON)}, {{P (IABP_ON), 0}}},
    {AL_CAUSE_IABP_ON_ECMO, {ON (ECMO_ON)}, {ON (IABP_ON)}},
    {AL_CAUSE_IABP_OFF_ECMO, {ON (ECMO_ON), ON (IABP_ON)}, {{P (IABP_ON), 0}}},
    {AL_CAUSE_EARLY_INFLATION, {ON (IABP_ON)}, {{P (IABP_INFLATION_OFFSET), -100}}},
    {AL_CAUSE_LATE_INFLATION, {ON (IABP_ON)}, {{P (IABP_INFLATION_OFFSET), 120}}},
    {AL_CAUSE_EARLY_DEFLATION, {ON (IABP_ON)}, {{P (IABP_DEFLATION_OFFSET), -150}}},
    {AL_CAUSE_LATE_DEFLATION, {ON (IABP_ON)}, {{P (IABP_DEFLATION_OFFSET), 100}}},
    {AL_CAUSE_RATIO_WIDER, {ON (IABP_ON)}, {{P (IABP_RATIO), 3}}},
    {AL_CAUSE_RATIO_CLOSER, {ON (IABP_ON), {P (IABP_RATIO), 3}}, {{P (IABP_RATIO), 1}}},
    {AL_CAUSE_BALLOON_LARGER, {ON (IABP_ON), {P (IABP_VOLUME), 30}}, {{P (IABP_VOLUME), 50}}},
    {AL_CAUSE_BALLOON_SMALLER, {ON (IABP_ON)}, {{P (IABP_VOLUME), 25}}},
    {AL_CAUSE_ECMO_ON, NO_CHANGE, {ON (ECMO_ON), {P (ECMO_FLOW), 4}}},
    {AL_CAUSE_ECMO_OFF, {ON (ECMO_ON)}, {{P (ECMO_ON), 0}}},
    {AL_CAUSE_ECMO_MORE, {ON (ECMO_ON), {P (ECMO_FLOW), 3}}, {{P (ECMO_FLOW), 4.5}}},
    {AL_CAUSE_ECMO_LESS, {ON (ECMO_ON), {P (ECMO_FLOW), 4.5}}, {{P (ECMO_FLOW), 3}}},
    {AL_CAUSE_BOTH_ON, NO_CHANGE, {ON (IABP_ON), ON (ECMO_ON)}},
    {AL_CAUSE_MAFP_ON, NO_CHANGE, {ON (MAFP_ON)}},
    {AL_CAUSE_MAFP_OFF, {ON (MAFP_ON)}, {{P (MAFP_ON), 0}}},
    {AL_CAUSE_MAFP_MORE, {ON (MAFP_ON), {P (MAFP_LEVEL), 4}}, {{P (MAFP_LEVEL), 8}}},
    {AL_CAUSE_MAFP_LESS, {ON (MAFP_ON), {P (MAFP_LEVEL), 8}}, {{P (MAFP_LEVEL), 4}}},
    {AL_CAUSE_MAFP_ON_ECMO, {ON (ECMO_ON)}, {ON (MAFP_ON)}},
    {AL_CAUSE_VENT_ON, {ON (ECMO_ON)}, {ON (LA_VENT_ON)}},
    {AL_CAUSE_VENT_OFF, {ON (ECMO_ON), ON (LA_VENT_ON)}, {{P (LA_VENT_ON), 0}}},
    {AL_CAUSE_SEPTOSTOMY, NO_CHANGE, {{P (SEPTOSTOMY), 0.8}}},
    {AL_CAUSE_SEPTOSTOMY_ECMO, {ON (ECMO_ON)}, {{P (SEPTOSTOMY), 0.8}}},
    {AL_CAUSE_NOREPINEPHRINE_MORE, NO_CHANGE, {{P (DRUG_NOREPINEPHRINE), 0.2}}},
    {AL_CAUSE_VASOPRESSIN_MORE, NO_CHANGE, {{P (DRUG_VASOPRESSIN), 0.04}}},
    {AL_CAUSE_PHENYLEPHRINE_MORE, NO_CHANGE, {{P (DRUG_PHENYLEPHRINE), 2}}},
    {AL_CAUSE_EPINEPHRINE_MORE, NO_CHANGE, {{P (DRUG_EPINEPHRINE), 0.1}}},
    {AL_CAUSE_DOBUTAMINE_MORE, NO_CHANGE, {{P (DRUG_DOBUTAMINE), 5}}},
    {AL_CAUSE_MILRINONE_MORE, NO_CHANGE, {{P (DRUG_MILRINONE), 0.5}}},
    {AL_CAUSE_NITROPRUSSIDE_MORE, NO_CHANGE, {{P (DRUG_NITROPRUSSIDE), 1}}},
    {AL_CAUSE_BLOOD_GIVEN, NO_CHANGE, {{P (BLOOD_INFUSION), 500}}},
    {AL_CAUSE_BLOOD_LOST, NO_CHANGE, {{P (BLOOD_INFUSION), -500}}},
    {AL_CAUSE_CRYSTALLOID_GIVEN, NO_CHANGE, {{P (BLOOD_CRYSTALLOID), 1000}}},
    {AL_CAUSE_LV_STRONGER, NO_CHANGE, {{P (LV_EES), 1.4, TRUE}}},
    {AL_CAUSE_LV_WEAKER, NO_CHANGE, {{P (LV_EES), 0.7, TRUE}}},
    {AL_CAUSE_RV_STRONGER, NO_CHANGE, {{P (RV_EES), 1.5, TRUE}}},
    {AL_CAUSE_RV_WEAKER, NO_CHANGE, {{P (RV_EES), 0.6, TRUE}}},
    {AL_CAUSE_RESISTANCE_UP,
     NO_CHANGE,
     {{P (UPPER_BED_R), 1.3, TRUE}, {P (LOWER_BED_R), 1.3, TRUE}}},
    {AL_CAUSE_RESISTANCE_DOWN,
     NO_CHANGE,
     {{P (UPPER_BED_R), 0.7, TRUE}, {P (LOWER_BED_R), 0.7, TRUE}}},
    {AL_CAUSE_RATE_UP, NO_CHANGE, {{P (RHYTHM_RATE), 1.25, TRUE}}},
    {AL_CAUSE_RATE_DOWN, NO_CHANGE, {{P (RHYTHM_RATE), 0.75, TRUE}}},
    {AL_CAUSE_FIBRILLATION, NO_CHANGE, {{P (RHYTHM), 1}}},
    {AL_CAUSE_TACHYCARDIA, NO_CHANGE, {{P (RHYTHM), 3}}},
    {AL_CAUSE_PEEP_UP, {ON (VENTILATION_MODE)}, {{P (VENTILATION_PEEP), 14}}},
    {AL_CAUSE_PEEP_DOWN,
     {ON (VENTILATION_MODE), {P (VENTILATION_PEEP), 14}},
     {{P (VENTILATION_PEEP), 5}}},
    {AL_CAUSE_MITRAL_LEAK_UP, NO_CHANGE, {{P (MITRAL_LEAK), 0.4}}},
    {AL_CAUSE_AORTIC_LEAK_UP, NO_CHANGE, {{P (AORTIC_LEAK), 0.25}}},
    {AL_CAUSE_SEPTAL_DEFECT_UP, NO_CHANGE, {{P (SEPTUM_DEFECT), 1}}},
    {AL_CAUSE_EFFUSION_UP, NO_CHANGE, {{P (PERICARDIUM_EFFUSION), 250}}},
};

/* What a trial did to a patient. */
typedef struct {
  AlSettings from;
  AlSettings to;
  AlIndices before;
  AlIndices after;
} Outcome;

static void
set_all (AlSettings *settings, const Setting *list)
{
  /* The first parameter of all is no command, so that an empty setting is the end. */
  for (guint i = 0; i < MOST_SETTINGS && list[i].parameter != 0; i++) {
    double *value = &settings->value[list[i].parameter];

    *value = list[i].times ? *value * list[i].value : list[i].value;
  }
}

static void
settle (AlSimulation *simulation, AlIndices *indices)
{
  const AlSteadyStateGoal goal = {AL_STEADY_STATE_TOLERANCE, LIMIT_US, NULL, NULL};

  g_assert_cmpint (al_steady_state_find (simulation, &goal).end, !=, AL_STEADY_STATE_NOT_FINITE);
  al_simulation_mean_indices (simulation, N_BEATS, indices);
}

static void
run_trial (const Trial *trial, const AlSimulation *start, Outcome *outcome)
{
  g_autofree AlSimulation *simulation = g_memdup2 (start, sizeof *start);

  outcome->from = start->settings;
  set_all (&outcome->from, trial->before);
  al_simulation_apply (simulation, &outcome->from);
  settle (simulation, &outcome->before);
  outcome->to = outcome->from;
  set_all (&outcome->to, trial->change);
  al_simulation_apply (simulation, &outcome->to);
  settle (simulation, &outcome->after);
}

static void
check_row (const AlExplainRow *row, const Outcome *outcome, const char *patient)
{
  const double before = outcome->before.value[row->index];
  const double after = outcome->after.value[row->index];

  if (al_index_get_change (row->index, before, after) == row->change)
    return;
  g_test_message ("%s: %s goes from %.2f to %.2f, not as said: %s", patient,
                  al_index_get_info (row->index)->key, before, after, row->text);
  g_test_fail ();
}

static void
check_trial (const Trial *trial, const AlSimulation *start, const char *patient,
             AlExplainPatients least)
{
  g_autofree Outcome *outcome = g_new0 (Outcome, 1);
  guint n_rows;
  const AlExplainRow *rows = al_explain_get_rows (&n_rows);
  guint n = 0;

  run_trial (trial, start, outcome);
  g_assert_cmpint (al_explain_find_cause (&outcome->from, &outcome->to), ==, trial->cause);
  for (guint i = 0; i < n_rows; i++) {
    if (rows[i].cause != trial->cause)
      continue;
    n++;
    if (rows[i].patients >= least)
      check_row (&rows[i], outcome, patient);
  }
  g_assert_cmpuint (n, >, 0);
}

static void
check_patient (const char *id, AlExplainPatients least)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlPatient *patient = al_catalogue_find_patient (catalogue, id);
  g_autoptr (AlScenario) scenario = al_scenario_new (al_patient_get_settings (patient));
  g_autofree AlSimulation *start = g_new0 (AlSimulation, 1);

  g_assert_cmpint (al_settled_start (scenario, start), ==, AL_STATUS_OK);
  for (guint i = 0; i < G_N_ELEMENTS (trials); i++)
    check_trial (&trials[i], start, id, least);
}

static void
test_patient_in_shock (void)
{
  check_patient ("ami-cs", AL_EXPLAIN_SHOCK);
}

static void
test_healthy_adult (void)
{
  check_patient ("normal", AL_EXPLAIN_ALL);
}

static gboolean
is_tried (AlCause cause)
{
  for (guint i = 0; i < G_N_ELEMENTS (trials); i++) {
    if (trials[i].cause == cause)
      return TRUE;
  }
  return FALSE;
}

/* Each row is a sentence of its own, and there is a way to bring it about. */
static void
test_rows (void)
{
  guint n_rows;
  const AlExplainRow *rows = al_explain_get_rows (&n_rows);

  for (guint i = 0; i < n_rows; i++) {
    g_assert_true (is_tried (rows[i].cause));
    g_assert_true (g_str_has_suffix (rows[i].text, "."));
    for (guint k = 0; k < i; k++)
      g_assert_false (rows[k].cause == rows[i].cause && rows[k].index == rows[i].index &&
                      rows[k].change == rows[i].change);
  }
}

static AlCause
cause_of (const Setting *before, const Setting *change)
{
  AlSettings from, to;

  al_settings_init (&from);
  set_all (&from, before);
  to = from;
  set_all (&to, change);
  return al_explain_find_cause (&from, &to);
}

static void
test_causes (void)
{
  const Setting nothing[MOST_SETTINGS] = {{0}};
  const Setting on[MOST_SETTINGS] = {ON (IABP_ON)};
  const Setting two[MOST_SETTINGS] = {ON (IABP_ON), {P (LV_EES), 1}};
  const Setting timed[MOST_SETTINGS] = {ON (IABP_ON), {P (IABP_INFLATION_OFFSET), -100}};
  const Setting late[MOST_SETTINGS] = {{P (IABP_INFLATION_OFFSET), 100}};
  const Setting right[MOST_SETTINGS] = {{P (IABP_INFLATION_OFFSET), 0}};

  g_assert_cmpint (cause_of (nothing, nothing), ==, AL_CAUSE_NONE);
  g_assert_cmpint (cause_of (nothing, on), ==, AL_CAUSE_IABP_ON);
  /* Two causes at once explain nothing; the setting of a device belongs to its switch. */
  g_assert_cmpint (cause_of (nothing, two), ==, AL_CAUSE_NONE);
  g_assert_cmpint (cause_of (nothing, timed), ==, AL_CAUSE_IABP_ON);
  /* What is put right is no mistake, and what does not run has no timing. */
  g_assert_cmpint (cause_of (timed, right), ==, AL_CAUSE_NONE);
  g_assert_cmpint (cause_of (nothing, late), ==, AL_CAUSE_NONE);
}

static void
assert_generic (AlIndex index, double before, double after, AlIndex other, const char *expected)
{
  AlIndices a, b;
  g_autofree char *text = NULL;

  for (guint i = 0; i < AL_N_INDICES; i++)
    a.value[i] = b.value[i] = 50;
  a.value[index] = before;
  b.value[index] = after;
  a.value[other] = 100;
  b.value[other] = before < after ? 120 : 80;
  text = al_explain (AL_CAUSE_NONE, index, &a, &b);
  g_assert_nonnull (strstr (text, expected));
}

/* Without a row the way leads through the other indices. */
static void
test_generic (void)
{
  assert_generic (AL_INDEX_LV_EDV, 100, 120, AL_INDEX_LV_ESV, "left more behind");
  assert_generic (AL_INDEX_LV_EDV, 120, 100, AL_INDEX_LV_ESV, "left less behind");
  assert_generic (AL_INDEX_PCWP, 10, 20, AL_INDEX_LV_EDP, "LVEDP");
  assert_generic (AL_INDEX_LV_SV, 60, 50, AL_INDEX_LV_EDV, "between the two volumes");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/explain/rows", test_rows);
  g_test_add_func ("/explain/causes", test_causes);
  g_test_add_func ("/explain/generic", test_generic);
  g_test_add_func ("/explain/patient-in-shock", test_patient_in_shock);
  g_test_add_func ("/explain/healthy-adult", test_healthy_adult);
  return g_test_run ();
}
