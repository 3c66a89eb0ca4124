/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-evidence.h"

#include <math.h>
#include <string.h>

#define FOLDER  "/io/github/afterload/Afterload/evidence"
#define PRESETS "/io/github/afterload/Afterload/presets"

static gboolean
is_shipped_preset (const char *preset_id, gpointer user_data)
{
  g_autofree char *path = g_strdup_printf (PRESETS "/%s.xml", preset_id);

  return g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

static void
print_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
}

/* All that is shipped, with everything checked; fails if anything is wrong with it. */
static AlEvidence *
load_shipped (void)
{
  g_auto (GStrv) names =
      g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  AlEvidence *evidence = al_evidence_new ();

  g_assert_nonnull (names);
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *path = g_build_path ("/", FOLDER, names[i], NULL);
    g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

    al_evidence_add (evidence, bytes, names[i], problems);
  }
  al_evidence_check (evidence, is_shipped_preset, NULL, problems);
  print_problems (problems);
  g_assert_cmpuint (problems->len, ==, 0);
  return evidence;
}

static AlClaim *
get_claim (AlEvidence *evidence, guint position)
{
  g_autoptr (AlClaim) claim = g_list_model_get_item (al_evidence_get_claims (evidence), position);

  return claim;
}

static AlStudy *
get_study (AlEvidence *evidence, guint position)
{
  g_autoptr (AlStudy) study = g_list_model_get_item (al_evidence_get_studies (evidence), position);

  return study;
}

static AlForest *
get_forest (AlEvidence *evidence, guint position)
{
  g_autoptr (AlForest) forest =
      g_list_model_get_item (al_evidence_get_forests (evidence), position);

  return forest;
}

/* The twenty-five claims of the review in its order, and what it leaves out. */
static void
test_claims (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  guint n_claims = g_list_model_get_n_items (al_evidence_get_claims (evidence));

  g_assert_cmpuint (n_claims, ==, 26);
  for (guint i = 0; i < n_claims; i++) {
    AlClaim *claim = get_claim (evidence, i);
    gsize n_findings = 0;

    g_assert_cmpuint (al_claim_get_number (claim), ==, i + 1);
    g_assert_true (al_evidence_find_claim (evidence, al_claim_get_id (claim)) == claim);
    g_assert_nonnull (al_claim_get_statement (claim));
    g_assert_nonnull (al_claim_get_measured (claim));
    g_assert_nonnull (al_claim_get_why (claim));
    al_claim_get_findings (claim, &n_findings);
    g_assert_cmpuint (n_findings, >, 0);
  }
}

/* What is not known to be right is marked, and every study says how to read it. */
static void
test_studies (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  guint n_studies = g_list_model_get_n_items (al_evidence_get_studies (evidence));
  guint n_with_doi = 0;

  g_assert_cmpuint (n_studies, >=, 20);
  for (guint i = 0; i < n_studies; i++) {
    AlStudy *study = get_study (evidence, i);

    g_assert_nonnull (al_study_get_citation (study));
    g_assert_nonnull (al_study_get_limits (study));
    g_assert_nonnull (al_study_get_takeaway (study));
    g_assert_cmpuint (strlen (al_study_get_checked (study)), ==, strlen ("2026-11-22"));
    n_with_doi += al_study_get_doi (study) != NULL ? 1 : 0;
  }
  g_assert_cmpuint (n_with_doi, >=, 20);
}

static void
assert_counts (AlEvidence *evidence, const char *study, const char *outcome, guint treated,
               guint n_treated, guint control, guint n_control)
{
  const AlOutcome *found =
      al_study_find_outcome (al_evidence_find_study (evidence, study), outcome);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->treated.counts.events, ==, treated);
  g_assert_cmpuint (found->treated.counts.total, ==, n_treated);
  g_assert_cmpuint (found->control.counts.events, ==, control);
  g_assert_cmpuint (found->control.counts.total, ==, n_control);
}

/* Records of every sort: with a further publication, without pages, without a volume. */
static void
test_shipped_citations (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  const struct {
    const char *study, *citation;
  } cases[] = {
      {"iabp-shock-ii", "Thiele and others, N Engl J Med 2012;367:1287-1296"},
      {"culprit-shock",
       "Thiele and others, N Engl J Med 2017;377:2419-2432; one year: N Engl J Med "
       "2018;379:1699-1710"},
      {"osman-2021", "Osman and others, J Am Heart Assoc 2021;10(15)"},
      {"zeng-2022", "Zeng and others, Front Cardiovasc Med 2022;9:917610"},
      {"vallabhajosyula-2018", "Vallabhajosyula and others, Circ Heart Fail 2018"},
      {"danger-shock-10y", "Møller and others, N Engl J Med 2025; correspondence, presented at the "
                           "congress of the European Society of Cardiology 2025"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (al_study_get_citation (al_evidence_find_study (evidence, cases[i].study)), ==,
                     cases[i].citation);
}

/* The counts on which most of the verdicts stand. */
static void
test_counts (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();

  assert_counts (evidence, "iabp-shock-ii", "death-30d", 119, 300, 123, 298);
  assert_counts (evidence, "iabp-shock-ii-12m", "death-12m", 155, 299, 152, 296);
  assert_counts (evidence, "ecls-shock", "death-30d", 100, 209, 102, 208);
  assert_counts (evidence, "ecmo-cs", "death-30d", 29, 58, 28, 59);
  assert_counts (evidence, "danger-shock", "death-180d", 82, 179, 103, 176);
  assert_counts (evidence, "culprit-shock", "death-or-rrt-30d", 158, 344, 189, 341);
}

/* What percentages give, and how far they may be off; nothing of one percentage or of none. */
static void
test_shares (void)
{
  AlOutcome outcome = {
      .treated = {.percent = 50.8, .percent_decimals = 1},
      .control = {.percent = 62.4, .percent_decimals = 1},
  };
  double value, error;

  g_assert_true (al_outcome_compute_from_shares (&outcome, AL_MEASURE_RISK_RATIO, &value, &error));
  g_assert_cmpfloat_with_epsilon (value, 0.8141, 1e-4);
  g_assert_cmpfloat_with_epsilon (error, 0.8141 * (0.0005 / 0.508 + 0.0005 / 0.624), 1e-5);
  g_assert_true (al_outcome_compute_from_shares (&outcome, AL_MEASURE_ODDS_RATIO, &value, &error));
  g_assert_cmpfloat_with_epsilon (value, 0.6222, 1e-4);
  g_assert_true (
      al_outcome_compute_from_shares (&outcome, AL_MEASURE_RISK_DIFFERENCE, &value, &error));
  g_assert_cmpfloat_with_epsilon (value, -0.116, 1e-9);
  g_assert_cmpfloat_with_epsilon (error, 0.001, 1e-9);
  g_assert_false (
      al_outcome_compute_from_shares (&outcome, AL_MEASURE_HAZARD_RATIO, &value, &error));
  outcome.control.percent = NAN;
  g_assert_false (al_outcome_compute_from_shares (&outcome, AL_MEASURE_RISK_RATIO, &value, &error));
}

/* A published ratio that the counts do not give is explained, and nothing else is. */
static void
test_discrepancies (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  guint n_studies = g_list_model_get_n_items (al_evidence_get_studies (evidence));
  guint n_explained = 0;

  for (guint i = 0; i < n_studies; i++) {
    gsize n_outcomes = 0;
    const AlOutcome *outcomes = al_study_get_outcomes (get_study (evidence, i), &n_outcomes);

    for (gsize j = 0; j < n_outcomes; j++) {
      const AlMeasure measure = outcomes[j].effect.measure;
      AlEffect effect = {0};
      double error;

      if (outcomes[j].discrepancy == NULL)
        continue;
      n_explained++;
      g_assert_true (al_outcome_compute (&outcomes[j], measure, &effect) ||
                     al_outcome_compute_from_shares (&outcomes[j], measure, &effect.value, &error));
      g_assert_true (fabs (effect.value - outcomes[j].effect.value) > 0.01 ||
                     fabs (effect.low - outcomes[j].effect.low) > 0.01);
    }
  }
  g_assert_cmpuint (n_explained, ==, 7);
}

static gboolean
says (double figure, const char *number)
{
  const char *point = strchr (number, '.');
  char printed[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *format = g_strdup_printf ("%%.%df", (int) strlen (point + 1));

  /* Rounding in the last place may fall either way. */
  if (!isfinite (figure))
    return FALSE;
  g_ascii_formatd (printed, sizeof printed, format, figure);
  return fabs (g_ascii_strtod (printed, NULL) - g_ascii_strtod (number, NULL)) <
         1.01 * pow (10.0, -(double) strlen (point + 1));
}

static gboolean
outcome_says (const AlOutcome *outcome, const char *number)
{
  const AlPublishedEffect *effect = &outcome->effect;

  if (outcome->note != NULL && strstr (outcome->note, number) != NULL)
    return TRUE;
  if (says (al_result_get_percent (&outcome->treated), number) ||
      says (al_result_get_percent (&outcome->control), number))
    return TRUE;
  return outcome->has_effect && (says (effect->value, number) || says (effect->low, number) ||
                                 says (effect->high, number) || says (effect->p, number));
}

static gboolean
study_says (AlStudy *study, const char *number)
{
  gsize n_outcomes = 0;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);

  for (gsize i = 0; i < n_outcomes; i++) {
    if (outcome_says (&outcomes[i], number))
      return TRUE;
  }
  return strstr (al_study_get_limits (study), number) != NULL;
}

/* Any of the studies of a claim. */
static gboolean
studies_say (AlEvidence *evidence, AlClaim *claim, const char *number)
{
  gsize n_findings = 0;
  const AlFinding *findings = al_claim_get_findings (claim, &n_findings);

  for (gsize i = 0; i < n_findings; i++) {
    if (study_says (al_evidence_find_study (evidence, findings[i].study), number))
      return TRUE;
  }
  return FALSE;
}

/* Nor in what is said of a claim as a whole. */
static void
test_figures_of_claims (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  g_autoptr (GRegex) decimal = g_regex_new ("[0-9]+\\.[0-9]+", 0, 0, NULL);
  const guint n_claims = g_list_model_get_n_items (al_evidence_get_claims (evidence));

  for (guint i = 0; i < n_claims; i++) {
    AlClaim *claim = get_claim (evidence, i);
    g_autofree char *text =
        g_strjoin (" ", al_claim_get_statement (claim), al_claim_get_measured (claim),
                   al_claim_get_why (claim), NULL);
    g_autoptr (GMatchInfo) match = NULL;

    for (g_regex_match (decimal, text, 0, &match); g_match_info_matches (match);
         g_match_info_next (match, NULL)) {
      g_autofree char *number = g_match_info_fetch (match, 0);

      g_test_message ("claim %u: %s", i + 1, number);
      g_assert_true (studies_say (evidence, claim, number));
    }
  }
}

/* No figure in a finding without the study that measured it: each number with decimals is looked
 * up. */
static void
test_findings (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  g_autoptr (GRegex) decimal = g_regex_new ("[0-9]+\\.[0-9]+", 0, 0, NULL);
  guint n_claims = g_list_model_get_n_items (al_evidence_get_claims (evidence));
  guint n_figures = 0;

  for (guint i = 0; i < n_claims; i++) {
    gsize n_findings = 0;
    const AlFinding *findings = al_claim_get_findings (get_claim (evidence, i), &n_findings);

    for (gsize j = 0; j < n_findings; j++) {
      AlStudy *study = al_evidence_find_study (evidence, findings[j].study);
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (decimal, findings[j].text, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL)) {
        g_autofree char *number = g_match_info_fetch (match, 0);

        g_test_message ("claim %u, %s: %s", i + 1, findings[j].study, number);
        g_assert_true (study_says (study, number));
        n_figures++;
      }
    }
  }
  g_assert_cmpuint (n_figures, >, 100);
}

static void
assert_near (double value, double expected, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (value, expected, tolerance);
}

/* Our own summary of the four trials, against the one that was published from the same four. */
static void
test_pooled_forest (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  AlForest *forest = al_evidence_find_forest (evidence, "va-ecmo-early");
  const AlPooled *pooled = al_forest_get_pooled (forest);
  g_autofree char *heterogeneity = al_forest_dup_heterogeneity (forest);
  gsize n_entries = 0;
  const AlForestEntry *entries = al_forest_get_entries (forest, &n_entries);
  double weights = 0.0;

  g_assert_nonnull (pooled);
  g_assert_nonnull (heterogeneity);
  g_assert_cmpuint (pooled->n_studies, ==, 4);
  assert_near (pooled->effect.value, 0.96, 0.01);
  assert_near (pooled->effect.low, 0.81, 0.01);
  assert_near (pooled->effect.high, 1.13, 0.01);
  g_assert_cmpuint (n_entries, ==, 6);
  for (gsize i = 0; i < 4; i++)
    weights += entries[i].weight;
  assert_near (weights, 1.0, 1e-9);
  g_assert_true (isnan (entries[4].weight));
  g_assert_false (entries[4].from_counts);
  g_assert_true (entries[5].is_summary);
  g_assert_cmpuint (entries[5].treated.events, ==, 4 + 29 + 7 + 100);
  g_assert_cmpint (entries[5].certainty, ==, AL_CERTAINTY_RECONSTRUCTED);
}

static void
test_forests (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  guint n_forests = g_list_model_get_n_items (al_evidence_get_forests (evidence));

  g_assert_cmpuint (n_forests, >=, 3);
  for (guint i = 0; i < n_forests; i++) {
    AlForest *forest = get_forest (evidence, i);
    gsize n_entries = 0;
    const AlForestEntry *entries = al_forest_get_entries (forest, &n_entries);

    g_assert_cmpuint (n_entries, >=, 2);
    for (gsize j = 0; j < n_entries; j++) {
      const AlForestEntry *entry = &entries[j];

      g_assert_true (entry->effect.low <= entry->effect.value);
      g_assert_true (entry->effect.value <= entry->effect.high);
      if (entry->study != NULL)
        g_assert_true (al_study_design_is_randomised (al_study_get_design (al_evidence_find_study (
                           evidence, entry->study))) == al_forest_is_randomised (forest));
    }
  }
}

/* The sum of the counts of a meta-analysis is not its result; that of a cohort is. */
static void
test_effects_of_summaries (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  gsize n_entries = 0;
  const AlForestEntry *entries =
      al_forest_get_entries (al_evidence_find_forest (evidence, "iabp-with-ecmo"), &n_entries);

  g_assert_cmpuint (n_entries, ==, 4);
  g_assert_cmpstr (entries[1].study, ==, "aso-2016");
  g_assert_true (entries[1].from_counts);
  assert_near (entries[1].effect.value, 258.0 / 310.0, 1e-9);
  g_assert_cmpstr (entries[3].study, ==, "li-2019");
  g_assert_false (entries[3].from_counts);
  assert_near (entries[3].effect.value, 0.90, 1e-9);
}

static void
test_place (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  g_autofree char *one = al_claim_dup_place_text (al_evidence_find_claim (evidence, "claim-16"));
  g_autofree char *two = al_claim_dup_place_text (al_evidence_find_claim (evidence, "claim-01"));

  g_assert_cmpstr (one, ==, "Reflection, sentence 10");
  g_assert_cmpstr (two, ==, "Description, sentence 1; Introduction, sentences 7 to 8");
}

static void
test_labels (void)
{
  g_assert_cmpstr (al_verdict_get_label (AL_VERDICT_OVERTAKEN), ==, "Overtaken by later studies");
  g_assert_cmpstr (al_verdict_get_id (AL_VERDICT_VALUE_STATEMENT), ==, "value-statement");
  g_assert_cmpstr (al_measure_get_short_label (AL_MEASURE_HAZARD_RATIO), ==, "HR");
  g_assert_cmpstr (al_certainty_get_label (AL_CERTAINTY_MEMORY), ==, "From memory, not confirmed");
  g_assert_true (al_study_design_is_summary (AL_DESIGN_OBSERVATIONAL_META_ANALYSIS));
  g_assert_false (al_study_design_is_randomised (AL_DESIGN_OBSERVATIONAL_META_ANALYSIS));
}

/* The same rows in other measures and models: as al_pool() gives them, and never what the file does
 * not pool. */
static void
test_forest_variants (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  AlForest *forest = al_evidence_find_forest (evidence, "va-ecmo-early");
  AlForestOptions options = *al_forest_get_options (forest);
  g_autoptr (AlForest) odds = NULL;
  g_autoptr (AlForest) reml = NULL;
  g_autoptr (AlForest) cumulative = NULL;
  const AlForestEntry *entries;
  gsize n_entries, n_odds;

  g_assert_true (al_forest_has_measure (forest, AL_MEASURE_ODDS_RATIO));
  g_assert_false (al_forest_has_measure (forest, AL_MEASURE_HAZARD_RATIO));
  options.pooling.measure = AL_MEASURE_ODDS_RATIO;
  odds = al_forest_new_variant (forest, &options);
  al_forest_get_entries (forest, &n_entries);
  al_forest_get_entries (odds, &n_odds);
  /* The meta-analysis has no counts of its own. */
  g_assert_cmpuint (n_odds, ==, n_entries - 1);
  /* Individual patients of these trials gave 0.93. */
  g_assert_cmpfloat_with_epsilon (al_forest_get_pooled (odds)->effect.value, 0.93, 0.02);

  options = *al_forest_get_options (forest);
  options.pooling.model = AL_POOLING_REML;
  options.pooling.hartung_knapp = TRUE;
  reml = al_forest_new_variant (forest, &options);
  g_assert_cmpfloat (al_forest_get_pooled (reml)->effect.high, !=,
                     al_forest_get_pooled (forest)->effect.high);

  options = *al_forest_get_options (forest);
  options.cumulative = TRUE;
  cumulative = al_forest_new_variant (forest, &options);
  entries = al_forest_get_entries (cumulative, &n_entries);
  g_assert_cmpuint (n_entries, ==, 4);
  g_assert_null (al_forest_get_pooled (cumulative));
  g_assert_true (g_str_has_prefix (entries[1].label, "+ "));
  g_assert_cmpuint (entries[3].treated.total, ==, 304);
  g_assert_cmpfloat_with_epsilon (entries[3].effect.value,
                                  al_forest_get_pooled (forest)->effect.value, 1e-12);
}

static void
test_forest_not_pooled (void)
{
  g_autoptr (AlEvidence) evidence = load_shipped ();
  AlForest *forest = al_evidence_find_forest (evidence, "mafp");
  AlForestOptions options = *al_forest_get_options (forest);
  g_autoptr (AlForest) variant = NULL;
  gsize n_entries, n_shown;

  options.cumulative = TRUE;
  variant = al_forest_new_variant (forest, &options);
  g_assert_nonnull (variant);
  g_assert_null (al_forest_get_pooled (variant));
  al_forest_get_entries (forest, &n_entries);
  al_forest_get_entries (variant, &n_shown);
  g_assert_cmpuint (n_shown, ==, n_entries);
}

/* A small file with one study and one forest; each test below breaks one thing on one line of it.
 */
static const char *const good[] = {
    /*  1 */ "<evidence schema='1'>",
    /*  2 */ "<claim id='c1' number='1' place='R9' kind='contested' verdict='open'>",
    /*  3 */ "<statement>A</statement><measured>B</measured>",
    /*  4 */ "<finding study='s1' direction='neutral'>C</finding>",
    /*  5 */ "<why>D</why></claim>",
    /*  6 */
    "<study id='s1' question='va-ecmo' design='rct' year='2020' checked='2026-01-31' "
    "doi='10.1000/x' pmid='123'>",
    /*  7 */
    "<name>S</name><citation author='A' journal='J' pages='1-9'/><population>P</population>",
    /*  8 */ "<treated n='100'>T</treated><control n='100'>U</control>",
    /*  9 */ "<outcome id='death' kind='primary' status='confirmed'><label>L</label><time>M</time>",
    /* 10 */ "<treated events='20' of='100' percent='20.0'/>",
    /* 11 */ "<control events='10' of='100'/>",
    /* 12 */
    "<published measure='risk-ratio' status='confirmed' value='2.00' low='0.99' high='4.05'/>",
    /* 13 */ "</outcome><limits>N</limits><takeaway>O</takeaway></study>",
    /* 14 */ "<forest id='f1' design='randomised' measure='risk-ratio' pool='none'>",
    /* 15 */ "<title>T</title><treated>T</treated><control>U</control>",
    /* 16 */
    "<favours-treated>V</favours-treated><favours-control>W</favours-control><note>X</note>",
    /* 17 */ "<row study='s1' outcome='death'/>",
    /* 18 */ "</forest>",
    /* 19 */ "<passage id='r' code='R'><title>T</title>",
    /* 20 */
    "<sentence>1</sentence><sentence>2</sentence><sentence>3</sentence><sentence>4</sentence>"
    "<sentence>5</sentence><sentence>6</sentence><sentence>7</sentence><sentence>8</sentence>"
    "<sentence>9</sentence></passage>",
    /* 21 */ "<card id='k' kind='guideline' year='2025' checked='2026-01-31'><title>T</title>",
    /* 22 */ "<summary>U</summary>",
    /* 23 */ "<point status='confirmed' source='J' doi='10.1000/x' class='IIb' level='C'>V</point>",
    /* 24 */ "<point status='memory' study='s1'>W</point></card>",
    /* 25 */ "<exercise id='e'><title>T</title><question>Q</question>",
    /* 26 */ "<analysis study='s1' outcome='death'/>",
    /* 27 */ "<analysis study='s1' outcome='death'/>",
    /* 28 */ "<reason right='yes'><text>A</text><because>B</because></reason>",
    /* 29 */ "<reason right='no'><text>C</text><because>D</because></reason>",
    /* 30 */ "<lesson>L</lesson></exercise></evidence>",
};

typedef struct {
  int line;
  const char *from;
  const char *to;
  int blamed;          /* the line of the message */
  const char *message; /* what the person reads after FILE:LINE: error: */
} Break;

/* An effect that contradicts its counts is blamed on the outcome, a missing element on its parent.
 */
static const Break breaks[] = {
    {2, "place='R9'", "place='R9' preset='nowhere'", 2, "'cannot-tell' must say"},
    {2, "place='R9'", "place='X9'", 2, "is not a place"},
    {2, "verdict='open'", "verdict='good'", 2, "may be"},
    {3, "<statement>A</statement>", "<statement> </statement>", 3, "holds no text"},
    {4, "study='s1'", "study='s2'", 4, "there is no study 's2'"},
    {5, "<why>D</why>", "", 2, "'why'"},
    {6, "10.1000/x", "11.1000/x", 6, "is not a DOI"},
    {6, "pmid='123'", "pmid='PMC123'", 6, "is not a PubMed number"},
    {6, "year='2020'", "year='202'", 6, "is not the year"},
    {6, "question='va-ecmo'", "question='drugs'", 6, "may be"},
    {6, "question='va-ecmo'", "question='va-ecmo' parent='s9'", 6, "there is no study 's9'"},
    {6, "question='va-ecmo'", "question='va-ecmo' parent='s1'", 6, "is itself a later report"},
    {7, "author='A'", "", 7, "'citation' needs the attribute 'author'"},
    {7, "author='A'", "author=' '", 7, "the attribute 'author' of 'citation' is empty"},
    {7, "author='A'", "author='A and others'", 7, "'A and others' is not a family name alone"},
    {7, "author='A'", "author='A, B'", 7, "'A, B' is not a family name alone"},
    {7, "author='A'", "author='A' others='yes'", 7, "it may be: no"},
    {7, "journal='J'", "", 7, "'citation' needs the attribute 'journal'"},
    {7, "journal='J'", "journal=''", 7, "the attribute 'journal' of 'citation' is empty"},
    {7, "pages='1-9'", "pages='1 to 9'", 7, "the attribute 'pages' of 'citation' is '1 to 9'"},
    {7, "pages='1-9'", "pages='11-19, 22'", 7, "which is not of the form"},
    {7, "pages='1-9'", "pages='1296-1287'", 7, "the pages 1296-1287 run backwards"},
    {7, "pages='1-9'", "volume=''", 7, "which is not of the form"},
    {7, "pages='1-9'", "issue='(3)'", 7, "the attribute 'issue' of 'citation' is '(3)'"},
    {7, "pages='1-9'", "page='1-9'", 7, "'citation' has no attribute 'page'"},
    {9, "kind='primary'", "kind='primary' better='less'", 9, "it may be: more"},
    {10, "events='20'", "events='120'", 10, "120 events among 100 people"},
    {10, "events='20'", "events='21'", 10, "21 of 100 is 21.00 %, not 20.0 %"},
    {10, "percent='20.0'", "percent='x'", 10, "is not a number"},
    {11, "of='100'", "of='101'", 11, "101 people are counted in a group of 100"},
    {12, "value='2.00'", "value='0.50'", 12, "does not hold the value"},
    {12, "low='0.99'", "low='-1.0'", 12, "begins above zero"},
    {12, "high='4.05'", "high='4.05' p='5'", 12, "p lies between 0 and 1"},
    {10, "percent='20.0'", "percent='20.1'", 10, "20 of 100 is 20.00 %, not 20.1 %"},
    {12, "value='2.00'", "value='2.02'", 9, "'discrepancy' must say why"},
    {12, "high='4.05'", "high='4.07'", 9, "'discrepancy' must say why"},
    {12, "value='2.00'", "value='1.50'", 9, "'discrepancy' must say why"},
    {21, " year='2025'", "", 21, "a guideline needs the year in which it appeared"},
    {14, "pool='none'", "pool='random'", 14, "fewer than two"},
    {17, "outcome='death'", "outcome='life'", 17, "has no outcome 'life'"},
    {17, "study='s1'", "study='s9'", 17, "there is no study 's9'"},
    {17, "/>", ">", 18, "of line 17 is closed by"},
    {2, "place='R9'", "place='R3 R9-10'", 2, "part R of the review has no sentence 10"},
    {19, "code='R'", "code='X'", 19, "may be"},
    {20, "<sentence>9</sentence>", "<sentence> </sentence>", 20, "holds no text"},
    {21, "checked='2026-01-31'", "checked='January'", 21, "January"},
    {23, "source='J'", "", 23, "the point has no source"},
    {23, "10.1000/x", "11.1000/x", 23, "is not a DOI"},
    {23, "class='IIb'", "class='IV'", 23, "may be"},
    {24, "study='s1'", "study='s7'", 24, "there is no study 's7'"},
    {26, "study='s1'", "study='s8'", 26, "there is no study 's8'"},
    {27, "outcome='death'", "outcome='life'", 27, "has no outcome 'life'"},
    {28, "right='yes'", "right='no'", 25, "none of the reasons of exercise 'e' is right"},
    {29, "<because>D</because>", "", 29, "'because'"},
};

static char *
break_file (const Break *what)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < (int) G_N_ELEMENTS (good); i++) {
    g_autoptr (GString) line = g_string_new (good[i]);

    if (i + 1 == what->line)
      g_assert_cmpuint (g_string_replace (line, what->from, what->to, 1), ==, 1);
    g_string_append_printf (text, "%s\n", line->str);
  }
  return g_string_free (text, FALSE);
}

/* The sentence that the program makes of a citation on line 7 of the file. */
static char *
cite (const char *citation)
{
  const Break what = {7, "<citation author='A' journal='J' pages='1-9'/>", citation};
  g_autofree char *text = break_file (&what);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AlEvidence) evidence = al_evidence_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (al_evidence_add (evidence, bytes, "mine.xml", problems));
  print_problems (problems);
  g_assert_cmpuint (problems->len, ==, 0);
  return g_strdup (al_study_get_citation (al_evidence_find_study (evidence, "s1")));
}

static void
test_citation (void)
{
  const struct {
    const char *citation, *sentence;
  } cases[] = {
      {"<citation author='A' journal='J'/>", "A and others, J 2020"},
      {"<citation author='A' others='no' journal='J' volume='3'/>", "A, J 2020;3"},
      {"<citation author='De Á' journal='J &amp; K' volume='3' issue='4' pages='E9-E10'/>",
       "De Á and others, J & K 2020;3(4):E9-E10"},
      {"<citation author='A' journal='J' issue='Suppl 1'/>", "A and others, J 2020;(Suppl 1)"},
      {"<citation author='A' journal='J' volume='3' pages='1287-96'>\n one\n year: K </citation>",
       "A and others, J 2020;3:1287-96; one year: K"},
      {"<citation author='A' journal='J' volume='3' pages='917610'> </citation>",
       "A and others, J 2020;3:917610"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *sentence = cite (cases[i].citation);

    g_assert_cmpstr (sentence, ==, cases[i].sentence);
  }
}

static gboolean
read_text (const char *text, GPtrArray *problems)
{
  g_autoptr (AlEvidence) evidence = al_evidence_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return al_evidence_add (evidence, bytes, "mine.xml", problems) &&
         al_evidence_check (evidence, NULL, NULL, problems);
}

static void
test_good (void)
{
  const Break nothing = {0};
  g_autofree char *text = break_file (&nothing);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (read_text (text, problems));
  print_problems (problems);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
assert_problem (GPtrArray *problems, int line, const char *message)
{
  g_autofree char *start = g_strdup_printf ("mine.xml:%d: error: ", line);

  print_problems (problems);
  g_assert_cmpuint (problems->len, >, 0);
  for (guint i = 0; i < problems->len; i++) {
    const char *problem = g_ptr_array_index (problems, i);

    if (g_str_has_prefix (problem, start) && strstr (problem, message) != NULL)
      return;
  }
  g_error ("no problem on line %d says: %s", line, message);
}

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++) {
    g_autofree char *text = break_file (&breaks[i]);
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

    g_assert_false (read_text (text, problems));
    assert_problem (problems, breaks[i].blamed, breaks[i].message);
  }
}

/* Two studies of one trial, and a forest over them. */
static char *
two_studies (const char *first, const char *second, const char *forest)
{
  return g_strdup_printf (
      "<evidence schema='1'>\n"
      "<study id='a' question='va-ecmo' %s year='2020' checked='2026-01-31'>\n"
      "<name>A</name><citation author='A' journal='J'/><population>P</population>"
      "<outcome id='death' kind='primary' status='confirmed'><label>L</label><time>M</time>"
      "<treated events='20' of='100'/><control events='10' of='100'/></outcome>"
      "<limits>N</limits><takeaway>O</takeaway></study>\n"
      "<study id='b' question='va-ecmo' %s year='2021' checked='2026-01-31'>\n"
      "<name>B</name><citation author='A' journal='J'/><population>P</population>"
      "<outcome id='death' kind='primary' status='memory'><label>L</label><time>M</time>"
      "<treated events='30' of='100'/><control events='20' of='100'/></outcome>"
      "<limits>N</limits><takeaway>O</takeaway></study>\n"
      "<forest id='f' %s measure='risk-ratio' pool='fixed'>\n"
      "<title>T</title><treated>T</treated><control>U</control><favours-treated>V</favours-treated>"
      "<favours-control>W</favours-control><note>X</note>\n"
      "<row study='a' outcome='death'/>\n"
      "<row study='b' outcome='death'/>\n"
      "</forest></evidence>",
      first, second, forest);
}

static void
assert_forest_refused (const char *first, const char *second, const char *forest, int line,
                       const char *message)
{
  g_autofree char *text = two_studies (first, second, forest);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_false (read_text (text, problems));
  assert_problem (problems, line, message);
}

static void
test_what_is_never_pooled (void)
{
  g_autofree char *fine = two_studies ("design='rct' registration='N1'",
                                       "design='rct' registration='N2'", "design='randomised'");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (read_text (fine, problems));
  assert_forest_refused ("design='rct'", "design='registry'", "design='randomised'", 9,
                         "never stand in one forest");
  assert_forest_refused ("design='rct'", "design='registry'", "design='observational'", 8,
                         "never stand in one forest");
  assert_forest_refused ("design='rct'", "design='meta-analysis'", "design='randomised'", 9,
                         "would count twice");
  assert_forest_refused ("design='rct' registration='N1'", "design='rct' registration='N1'",
                         "design='randomised'", 9, "are the same patients");
}

/* Of a forest over two trials that contradict each other. */
static AlPooled
pool_as (const char *model)
{
  g_autofree char *agreeing = two_studies ("design='rct'", "design='rct'", "design='randomised'");
  g_autofree char *pool = g_strdup_printf ("pool='%s'", model);
  g_autoptr (GString) text = g_string_new (agreeing);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AlEvidence) evidence = al_evidence_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AlForest) forest = NULL;

  g_string_replace (text, "pool='fixed'", pool, 1);
  g_string_replace (text, "events='30' of='100'/><control events='20'",
                    "events='20' of='100'/><control events='40'", 1);
  bytes = g_bytes_new (text->str, text->len);
  g_assert_true (al_evidence_add (evidence, bytes, "mine.xml", problems));
  g_assert_true (al_evidence_check (evidence, NULL, NULL, problems));
  forest = g_list_model_get_item (al_evidence_get_forests (evidence), 0);
  return *al_forest_get_pooled (forest);
}

/* The file says how a forest is pooled: risk ratios of 2 (20 and 10 of 100) and 0.5 (20 and 40),
 * worked out by hand with inverse variances, and by DerSimonian and Laird. */
static void
test_pooling_models (void)
{
  AlPooled fixed = pool_as ("fixed"), random = pool_as ("random");

  g_assert_cmpfloat_with_epsilon (fixed.effect.value, 0.7550, 5e-5);
  g_assert_cmpfloat_with_epsilon (random.effect.value, 0.9733, 5e-5);
  g_assert_cmpfloat_with_epsilon (random.tau_squared, 0.8684, 5e-5);
}

/* What a person's own file says first stays, and the built-in rest is still there. */
static void
test_same_id_in_two_files (void)
{
  const Break nothing = {0};
  g_autofree char *text = break_file (&nothing);
  g_autofree char *other = two_studies ("design='rct'", "design='rct'", "design='randomised'");
  g_autoptr (GString) second = g_string_new (other);
  g_autoptr (GBytes) first_bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) second_bytes = NULL;
  g_autoptr (AlEvidence) evidence = al_evidence_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_string_replace (second, "id='a'", "id='s1'", 1);
  second_bytes = g_bytes_new (second->str, second->len);
  g_assert_true (al_evidence_add (evidence, first_bytes, "first.xml", problems));
  g_assert_true (al_evidence_add (evidence, second_bytes, "mine.xml", problems));
  g_assert_cmpuint (problems->len, ==, 1);
  assert_problem (problems, 2, "'s1' stands already in first.xml, line 6");
  g_assert_cmpstr (al_study_get_name (al_evidence_find_study (evidence, "s1")), ==, "S");
  g_assert_nonnull (al_evidence_find_study (evidence, "b"));
}

static void
test_same_id_in_one_file (void)
{
  g_autofree char *text = two_studies ("design='rct'", "design='rct'", "design='randomised'");
  g_autoptr (GString) doubled = g_string_new (text);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_string_replace (doubled, "id='b'", "id='a'", 1);
  g_assert_false (read_text (doubled->str, problems));
  assert_problem (problems, 4, "there is already a study with the id 'a'");
}

/* A claim whose preset does not exist is taken out; the others stay. */
static void
test_unknown_preset (void)
{
  const Break what = {2, "place='R9'", "place='R9' preset='nowhere'"};
  g_autofree char *broken = break_file (&what);
  g_autoptr (GString) text = g_string_new (broken);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AlEvidence) evidence = al_evidence_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_string_replace (text, "</claim>", "<cannot-tell>E</cannot-tell></claim>", 1);
  bytes = g_bytes_new (text->str, text->len);
  g_assert_true (al_evidence_add (evidence, bytes, "mine.xml", problems));
  g_assert_false (al_evidence_check (evidence, is_shipped_preset, NULL, problems));
  assert_problem (problems, 2, "there is no preset 'nowhere'");
  g_assert_cmpuint (g_list_model_get_n_items (al_evidence_get_claims (evidence)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (al_evidence_get_forests (evidence)), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/evidence/claims", test_claims);
  g_test_add_func ("/content/forest-variants", test_forest_variants);
  g_test_add_func ("/content/forest-not-pooled", test_forest_not_pooled);
  g_test_add_func ("/content/evidence/studies", test_studies);
  g_test_add_func ("/content/evidence/shipped-citations", test_shipped_citations);
  g_test_add_func ("/content/evidence/counts", test_counts);
  g_test_add_func ("/content/evidence/discrepancies", test_discrepancies);
  g_test_add_func ("/content/evidence/shares", test_shares);
  g_test_add_func ("/content/evidence/findings", test_findings);
  g_test_add_func ("/content/evidence/figures-of-claims", test_figures_of_claims);
  g_test_add_func ("/content/evidence/pooled-forest", test_pooled_forest);
  g_test_add_func ("/content/evidence/forests", test_forests);
  g_test_add_func ("/content/evidence/effects-of-summaries", test_effects_of_summaries);
  g_test_add_func ("/content/evidence/place", test_place);
  g_test_add_func ("/content/evidence/labels", test_labels);
  g_test_add_func ("/content/evidence/good", test_good);
  g_test_add_func ("/content/evidence/broken", test_broken);
  g_test_add_func ("/content/evidence/citation", test_citation);
  g_test_add_func ("/content/evidence/never-pooled", test_what_is_never_pooled);
  g_test_add_func ("/content/evidence/pooling-models", test_pooling_models);
  g_test_add_func ("/content/evidence/same-id-in-two-files", test_same_id_in_two_files);
  g_test_add_func ("/content/evidence/same-id-in-one-file", test_same_id_in_one_file);
  g_test_add_func ("/content/evidence/unknown-preset", test_unknown_preset);
  return g_test_run ();
}
