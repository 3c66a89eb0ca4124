/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-case-model.h"
#include "al-case-run.h"
#include "al-catalogue.h"

#include <math.h>

/* A person's way through the shipped case, without a window. */

typedef struct {
  AlCatalogue *catalogue;
  AlCaseRun *run;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalogue = al_catalogue_new (NULL);
  fixture->run = al_case_run_new (al_catalogue_find_case (fixture->catalogue, "ami-ecmo-01"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->run);
  g_object_unref (fixture->catalogue);
}

static void
assert_at (AlCaseRun *run, const char *id)
{
  g_assert_cmpstr (al_case_run_get_node (run)->id, ==, id);
}

static guint
option_of (AlCaseRun *run, const char *id)
{
  const AlCaseNode *node = al_case_run_get_node (run);

  for (guint i = 0; i < node->n_options; i++) {
    if (g_str_equal (node->options[i].id, id))
      return i;
  }
  g_assert_not_reached ();
}

static void
choose_and_go (AlCaseRun *run, const char *id)
{
  g_assert_true (al_case_run_choose (run, option_of (run, id)));
  g_assert_true (al_case_run_continue (run));
}

static void
go_to_prediction (AlCaseRun *run)
{
  g_assert_true (al_case_run_continue (run));
  choose_and_go (run, "culprit");
  g_assert_true (al_case_run_continue (run));
  choose_and_go (run, "now");
  g_assert_true (al_case_run_continue (run));
  assert_at (run, "start-ecmo");
}

static void
predict_all (AlCaseRun *run, AlTrend trend)
{
  for (guint i = 0; i < al_case_run_get_node (run)->n_predictions; i++)
    g_assert_true (al_case_run_predict (run, i, trend));
}

static double
setting_of (AlCaseRun *run, AlParameter parameter)
{
  g_autoptr (AlScenario) scenario = al_case_run_dup_scenario (run, al_case_run_get_position (run));
  AlSettings settings;

  al_scenario_get_settings (scenario, &settings);
  return settings.value[parameter];
}

static void
test_whole_way (Fixture *fixture, gconstpointer data)
{
  AlCaseRun *run = fixture->run;

  assert_at (run, "arrival");
  g_assert_cmpuint (al_case_run_get_step (run), ==, 1);
  g_assert_cmpuint (al_case_run_get_n_steps (run), ==, 11);
  go_to_prediction (run);
  predict_all (run, AL_TREND_UP);
  g_assert_true (al_case_run_reveal (run));
  g_assert_true (al_case_run_continue (run));
  g_assert_true (al_case_run_continue (run));
  choose_and_go (run, "balloon");
  assert_at (run, "after-balloon");
  g_assert_true (al_case_run_continue (run));
  g_assert_false (al_case_run_is_finished (run));
  g_assert_true (al_case_run_continue (run));
  g_assert_true (al_case_run_is_finished (run));
  g_assert_false (al_case_run_can_continue (run));
  g_assert_false (al_case_run_continue (run));
  g_assert_cmpuint (al_case_run_get_n_entries (run), ==, 11);
  g_assert_cmpuint (al_case_run_get_n_steps (run), ==, 11);
}

static void
test_decision_holds (Fixture *fixture, gconstpointer data)
{
  AlCaseRun *run = fixture->run;

  g_assert_true (al_case_run_continue (run));
  g_assert_false (al_case_run_can_continue (run));
  g_assert_false (al_case_run_continue (run));
  g_assert_false (al_case_run_choose (run, 99));
  g_assert_false (al_case_run_can_continue (run));
  g_assert_true (al_case_run_choose (run, 0));
  g_assert_true (al_case_run_can_continue (run));
}

static void
test_prediction_holds (Fixture *fixture, gconstpointer data)
{
  AlCaseRun *run = fixture->run;

  go_to_prediction (run);
  g_assert_false (al_case_run_can_reveal (run));
  g_assert_false (al_case_run_predict (run, 99, AL_TREND_UP));
  predict_all (run, AL_TREND_DOWN);
  g_assert_true (al_case_run_predict (run, 0, AL_TREND_UP));
  g_assert_true (al_case_run_set_sure (run, 0, TRUE));
  g_assert_false (al_case_run_can_continue (run));
  g_assert_null (al_case_run_get_change (run));
  g_assert_true (al_case_run_reveal (run));
  g_assert_false (al_case_run_reveal (run));
  g_assert_false (al_case_run_predict (run, 0, AL_TREND_DOWN));
  g_assert_false (al_case_run_set_sure (run, 0, FALSE));
  g_assert_cmpint (al_case_run_get_current (run)->guesses[0].trend, ==, AL_TREND_UP);
  g_assert_true (al_case_run_get_current (run)->guesses[0].sure);
  g_assert_cmpuint (al_case_run_get_change (run)->n_commands, ==, 2);
}

/* The patient carries what was done to him from step to step, but not what was only tried. */
static void
test_patient_follows (Fixture *fixture, gconstpointer data)
{
  AlCaseRun *run = fixture->run;

  go_to_prediction (run);
  g_assert_cmpfloat (setting_of (run, AL_PARAMETER_ECMO_ON), ==, 0);
  predict_all (run, AL_TREND_UP);
  al_case_run_reveal (run);
  g_assert_cmpfloat (setting_of (run, AL_PARAMETER_ECMO_ON), ==, 0);
  al_case_run_continue (run);
  g_assert_cmpfloat (setting_of (run, AL_PARAMETER_ECMO_ON), ==, 1);
  g_assert_cmpfloat (setting_of (run, AL_PARAMETER_ECMO_FLOW), ==, 4);
  al_case_run_continue (run);
  al_case_run_choose (run, option_of (run, "balloon"));
  al_case_run_choose (run, option_of (run, "less-flow"));
  g_assert_cmpfloat (setting_of (run, AL_PARAMETER_ECMO_FLOW), ==, 4);
  al_case_run_continue (run);
  assert_at (run, "after-less-flow");
  g_assert_cmpfloat (setting_of (run, AL_PARAMETER_ECMO_FLOW), ==, 2.5);
  g_assert_cmpfloat (setting_of (run, AL_PARAMETER_IABP_ON), ==, 0);
  g_assert_cmpstr (al_patient_get_id (al_case_run_get_patient (run)), ==, "ami-cs");
}

/* Tightened vessels are loosened again: the next step says how the patient stands. */
static void
test_scenario_starts_afresh (Fixture *fixture, gconstpointer data)
{
  AlCaseRun *run = fixture->run;
  double before = setting_of (run, AL_PARAMETER_UPPER_BED_R);

  al_case_run_continue (run);
  choose_and_go (run, "culprit");
  al_case_run_continue (run);
  choose_and_go (run, "pressors");
  assert_at (run, "worse");
  g_assert_cmpfloat (setting_of (run, AL_PARAMETER_UPPER_BED_R), ==, before);
}

static void
test_back_and_forth (Fixture *fixture, gconstpointer data)
{
  AlCaseRun *run = fixture->run;

  g_assert_false (al_case_run_can_go_back (run));
  go_to_prediction (run);
  predict_all (run, AL_TREND_SAME);
  g_assert_true (al_case_run_go_back (run));
  assert_at (run, "worse");
  g_assert_true (al_case_run_continue (run));
  g_assert_true (al_case_run_can_reveal (run));
  al_case_run_go_back (run);
  al_case_run_go_back (run);
  assert_at (run, "support");
  al_case_run_choose (run, option_of (run, "reassess"));
  g_assert_cmpuint (al_case_run_get_current (run)->tried, ==,
                    1u << option_of (run, "now") | 1u << option_of (run, "reassess"));
  al_case_run_continue (run);
  al_case_run_continue (run);
  assert_at (run, "start-ecmo");
  g_assert_false (al_case_run_can_reveal (run));
}

static void
count (AlCaseRun *run, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  guint changed = 0;

  g_signal_connect (fixture->run, "changed", G_CALLBACK (count), &changed);
  al_case_run_continue (fixture->run);
  g_assert_cmpuint (changed, ==, 1);
  al_case_run_choose (fixture->run, 0);
  g_assert_cmpuint (changed, ==, 2);
  al_case_run_choose (fixture->run, 99);
  g_assert_cmpuint (changed, ==, 2);
  al_case_run_restart (fixture->run);
  g_assert_cmpuint (changed, ==, 3);
  assert_at (fixture->run, "arrival");
  g_assert_cmpint (al_case_run_get_current (fixture->run)->chosen, ==, -1);
}

static void
test_outcome (Fixture *fixture, gconstpointer data)
{
  AlCaseRun *run = fixture->run;
  AlIndices before = {{0}}, after = {{0}};

  g_assert_false (al_case_run_record (run, al_case_run_get_position (run), &before, &after));
  go_to_prediction (run);
  predict_all (run, AL_TREND_UP);
  al_case_run_reveal (run);
  g_autoptr (AlScenario) scenario = al_case_run_dup_scenario (run, al_case_run_get_position (run));
  g_assert_true (al_case_model_run (scenario, al_case_run_get_change (run), &before, &after));
  g_assert_true (al_case_run_record (run, al_case_run_get_position (run), &before, &after));
  g_assert_true (al_case_run_get_current (run)->has_outcome);
  g_assert_cmpfloat (al_case_run_get_current (run)->after.value[AL_INDEX_LV_EDP], >,
                     al_case_run_get_current (run)->before.value[AL_INDEX_LV_EDP] + 2);
}

/* What the model did for one option is not what it does for another. */
static void
test_other_choice_has_no_outcome (Fixture *fixture, gconstpointer data)
{
  AlCaseRun *run = fixture->run;
  AlIndices indices = {{0}};

  al_case_run_continue (run);
  al_case_run_choose (run, 0);
  al_case_run_record (run, al_case_run_get_position (run), &indices, &indices);
  al_case_run_choose (run, 0);
  g_assert_true (al_case_run_get_current (run)->has_outcome);
  al_case_run_choose (run, 1);
  g_assert_false (al_case_run_get_current (run)->has_outcome);
}

static void
test_trend (void)
{
  g_assert_cmpint (al_trend_of (10, 12, 1), ==, AL_TREND_UP);
  g_assert_cmpint (al_trend_of (12, 10, 1), ==, AL_TREND_DOWN);
  g_assert_cmpint (al_trend_of (10, 10.9, 1), ==, AL_TREND_SAME);
  g_assert_cmpint (al_trend_of (10, 9.1, 1), ==, AL_TREND_SAME);
  g_assert_cmpint (al_trend_of (10, NAN, 1), ==, AL_TREND_SAME);
}

static void
test_record (Fixture *fixture, gconstpointer data)
{
  AlCaseRun *run = fixture->run;
  g_autoptr (GError) error = NULL;

  go_to_prediction (run);
  predict_all (run, AL_TREND_DOWN);
  al_case_run_set_sure (run, 2, TRUE);
  al_case_run_reveal (run);
  al_case_run_continue (run);
  al_case_run_continue (run);
  al_case_run_choose (run, option_of (run, "wait"));
  al_case_run_choose (run, option_of (run, "widen"));
  al_case_run_continue (run);
  al_case_run_go_back (run);
  g_autoptr (GVariant) record = g_variant_ref_sink (al_case_run_to_variant (run));
  g_autofree char *text = g_variant_print (record, TRUE);
  g_autoptr (GVariant) read = g_variant_parse (NULL, text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (AlCaseRun) again =
      al_case_run_new_from_variant (al_case_run_get_case (run), read, &error);
  g_assert_no_error (error);
  assert_at (again, "loaded");
  g_assert_cmpint (al_case_run_get_current (again)->chosen, ==, (int) option_of (run, "widen"));
  g_assert_cmpuint (al_case_run_get_current (again)->tried, ==,
                    al_case_run_get_current (run)->tried);
  g_assert_cmpuint (al_case_run_get_n_known (again), ==, al_case_run_get_n_known (run));
  g_autoptr (GVariant) second = g_variant_ref_sink (al_case_run_to_variant (again));
  g_assert_true (g_variant_equal (record, second));
}

static void
test_foreign_record (Fixture *fixture, gconstpointer data)
{
  static const char *const records[] = {
      "(uint32 1, 'another-case', '1.0', uint32 1, @a(sbiua(byb)) [])",
      "(uint32 9, 'ami-ecmo-01', '1.0', uint32 1, @a(sbiua(byb)) [])",
      "(uint32 1, 'ami-ecmo-01', '0.9', uint32 1, @a(sbiua(byb)) [])",
      "(uint32 1, 'ami-ecmo-01', '1.0', uint32 1, @a(sbiua(byb)) [])",
      "(uint32 1, 'ami-ecmo-01', '1.0', uint32 1, [('first', false, -1, uint32 0, @a(byb) [])])",
      "(uint32 1, 'ami-ecmo-01', '1.0', uint32 1, [('arrival', true, -1, uint32 0, @a(byb) [])])",
      "(uint32 1, 'ami-ecmo-01', '1.0', uint32 1, [('arrival', false, 3, uint32 8, @a(byb) [])])",
      "(uint32 1, 'ami-ecmo-01', '1.0', uint32 1, [('arrival', false, -1, uint32 0, [(true, 2, "
      "true)])])",
      "'nonsense'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GVariant) record = g_variant_parse (NULL, records[i], NULL, NULL, &error);
    g_autoptr (AlCaseRun) run = NULL;

    /* In text a number in (true, 2, true) is an integer; a record that is of another type is
     * foreign too. */
    g_assert_no_error (error);
    run = al_case_run_new_from_variant (al_case_run_get_case (fixture->run), record, &error);
    g_assert_null (run);
    g_assert_nonnull (error);
    g_assert_true (error->domain == AL_CONTENT_ERROR);
  }
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
  add ("/content/case-run/whole-way", test_whole_way);
  add ("/content/case-run/decision-holds", test_decision_holds);
  add ("/content/case-run/prediction-holds", test_prediction_holds);
  add ("/content/case-run/patient-follows", test_patient_follows);
  add ("/content/case-run/scenario-starts-afresh", test_scenario_starts_afresh);
  add ("/content/case-run/back-and-forth", test_back_and_forth);
  add ("/content/case-run/signals", test_signals);
  add ("/content/case-run/outcome", test_outcome);
  add ("/content/case-run/other-choice", test_other_choice_has_no_outcome);
  add ("/content/case-run/record", test_record);
  add ("/content/case-run/foreign-record", test_foreign_record);
  g_test_add_func ("/content/case-run/trend", test_trend);
  return g_test_run ();
}
