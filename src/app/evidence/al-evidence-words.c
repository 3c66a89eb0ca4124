/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-words.h"

#include <glib/gi18n.h>
#include <math.h>

static const struct {
  const char *icon;
  const char *css_class;
  const char *short_label;
  const char *meaning;
} verdicts[AL_N_VERDICTS] = {
    [AL_VERDICT_SUPPORTED] = {"al-supported-symbolic", "al-supported", NC_ ("verdict", "Supported"),
                              N_ ("What was measured agrees with the claim")},
    [AL_VERDICT_PARTLY] = {"al-partly-symbolic", "al-partly", NC_ ("verdict", "Partly"),
                           N_ ("What was measured agrees with a part of the claim")},
    [AL_VERDICT_CONTRADICTED] = {"al-contradicted-symbolic", "al-contradicted",
                                 NC_ ("verdict", "Contradicted"),
                                 N_ ("What was measured speaks against the claim")},
    [AL_VERDICT_OVERTAKEN] = {"al-overtaken-symbolic", "al-overtaken", NC_ ("verdict", "Overtaken"),
                              N_ ("It was so once; later studies have changed it")},
    [AL_VERDICT_OPEN] = {"al-open-symbolic", "al-open", NC_ ("verdict", "Open"),
                         N_ ("No study has settled it so far")},
    [AL_VERDICT_VALUE_STATEMENT] = {"al-value-statement-symbolic", "al-value-statement",
                                    NC_ ("verdict", "Value statement"),
                                    N_ ("A judgement, which no measurement can settle")},
};

/**
 * al_verdict_get_icon:
 * @verdict: a verdict
 *
 * Gets the name of the sign that stands for a verdict, so that colour is never alone.
 *
 * Returns: an icon name
 */
const char *
al_verdict_get_icon (AlVerdict verdict)
{
  return verdicts[verdict].icon;
}

/**
 * al_verdict_get_css_class:
 * @verdict: a verdict
 *
 * Gets the style class that colours a verdict.
 *
 * Returns: a style class
 */
const char *
al_verdict_get_css_class (AlVerdict verdict)
{
  return verdicts[verdict].css_class;
}

/**
 * al_verdict_get_short_label:
 * @verdict: a verdict
 *
 * Gets a word for a verdict, for a narrow place.
 *
 * Returns: the translated word
 */
const char *
al_verdict_get_short_label (AlVerdict verdict)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "verdict", verdicts[verdict].short_label);
}

/**
 * al_verdict_get_meaning:
 * @verdict: a verdict
 *
 * Gets a sentence that says what a verdict means.
 *
 * Returns: the translated sentence
 */
const char *
al_verdict_get_meaning (AlVerdict verdict)
{
  return _ (verdicts[verdict].meaning);
}

/**
 * al_bearing_get_icon:
 * @bearing: which way a study points
 *
 * Gets the name of the sign that stands for the bearing of a study on a claim.
 *
 * Returns: an icon name
 */
const char *
al_bearing_get_icon (AlDirection bearing)
{
  switch (bearing) {
  case AL_DIRECTION_SUPPORTS:
    return "al-supported-symbolic";
  case AL_DIRECTION_CONTRADICTS:
    return "al-contradicted-symbolic";
  case AL_DIRECTION_NEUTRAL:
    return "al-open-symbolic";
  case AL_DIRECTION_CONTEXT:
  default:
    return "dialog-information-symbolic";
  }
}

/**
 * al_words_for_result:
 * @result: an outcome in one group
 *
 * Writes events, size and share: "119 / 300", then the share after a line break. What is not known
 * is left out; a dash stands for nothing known.
 *
 * Returns: (transfer full): the text
 */
char *
al_words_for_result (const AlResult *result)
{
  double percent = al_result_get_percent (result);
  guint decimals = isnan (result->percent) ? 1 : result->percent_decimals;
  g_autofree char *share =
      isnan (percent) ? NULL : g_strdup_printf ("%.*f %%", (int) decimals, percent);

  if (!result->has_counts)
    return g_strdup (share ? share : "–");
  return g_strdup_printf ("%u / %u\n%s", result->counts.events, result->counts.total,
                          share ? share : "");
}

/* A risk difference is a share of one; people read it in points of a hundred. */
static double
factor_of (AlMeasure measure)
{
  return al_measure_is_ratio (measure) ? 1.0 : 100.0;
}

static int
digits_of (AlMeasure measure, guint decimals)
{
  return al_measure_is_ratio (measure) ? (int) decimals : MAX ((int) decimals - 2, 0);
}

/* The minus sign is as wide as a plus, so that columns stand under one another. */
static char *
format_number (AlMeasure measure, double value, guint decimals)
{
  double shown = value * factor_of (measure);

  return g_strdup_printf ("%s%.*f", shown < 0.0 ? "−" : "", digits_of (measure, decimals),
                          fabs (shown));
}

static void
append_interval (GString *text, AlMeasure measure, double low, double high, guint decimals)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (isnan (low) || isnan (high))
    return;
  from = format_number (measure, low, decimals);
  to = format_number (measure, high, decimals);
  g_string_append_c (text, '\n');
  /* Translators: the two ends of a 95 % confidence interval. */
  g_string_append_printf (text, _ ("%s to %s"), from, to);
}

static void
append_estimate (GString *text, AlMeasure measure, double value, guint decimals)
{
  g_autofree char *number = format_number (measure, value, decimals);

  g_string_append_printf (text, "%s %s", al_measure_get_short_label (measure), number);
}

/**
 * al_words_for_published:
 * @effect: an effect as its authors print it
 *
 * Writes the measure and the estimate, then the interval and p after a line break.
 *
 * Returns: (transfer full): the text
 */
char *
al_words_for_published (const AlPublishedEffect *effect)
{
  GString *text = g_string_new (NULL);

  append_estimate (text, effect->measure, effect->value, effect->decimals);
  append_interval (text, effect->measure, effect->low, effect->high, effect->decimals);
  if (!isnan (effect->p))
    g_string_append_printf (text, "\np = %.*f", effect->p < 0.01 ? 3 : 2, effect->p);
  return g_string_free (text, FALSE);
}

static char *
dup_from_shares (const AlOutcome *outcome, AlMeasure measure, guint decimals)
{
  double value, error;
  GString *text;

  if (!outcome->has_effect || !al_outcome_compute_from_shares (outcome, measure, &value, &error))
    return g_strdup ("–");
  text = g_string_new (NULL);
  append_estimate (text, measure, value, decimals);
  g_string_append_printf (text, "\n%s", _ ("from the percentages"));
  return g_string_free (text, FALSE);
}

/**
 * al_words_for_computed:
 * @outcome: an outcome
 *
 * Writes the effect that its counts give, in the measure in which it was published. A hazard ratio
 * cannot come from counts: a risk ratio stands beside it, and says so. Where the authors print
 * percentages alone, it is what these give, without an interval.
 *
 * Returns: (transfer full): the text; a dash where nothing can be computed
 */
char *
al_words_for_computed (const AlOutcome *outcome)
{
  AlMeasure measure = outcome->has_effect ? outcome->effect.measure : AL_MEASURE_RISK_RATIO;
  guint decimals = outcome->has_effect ? outcome->effect.decimals : 2;
  AlEffect effect;
  GString *text;

  if (measure == AL_MEASURE_HAZARD_RATIO)
    measure = AL_MEASURE_RISK_RATIO;
  if (!al_outcome_compute (outcome, measure, &effect))
    return dup_from_shares (outcome, measure, decimals);

  text = g_string_new (NULL);
  append_estimate (text, measure, effect.value, decimals);
  append_interval (text, measure, effect.low, effect.high, decimals);
  return g_string_free (text, FALSE);
}

static char *
fewer_or_more (double difference)
{
  double points = fabs (difference) * 100.0;

  if (difference < 0.0)
    return g_strdup_printf (_ ("%.1f fewer"), points);
  return g_strdup_printf (_ ("%.1f more"), points);
}

/**
 * al_words_for_difference:
 * @outcome: an outcome
 * @treated: what the first group was given
 * @control: what the other group was given
 *
 * Says what the counts mean for a hundred patients, with the 95 % interval of the difference.
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL where there are no counts
 */
char *
al_words_for_difference (const AlOutcome *outcome, const char *treated, const char *control)
{
  g_autofree char *difference = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  AlEffect effect;

  if (!al_outcome_compute (outcome, AL_MEASURE_RISK_DIFFERENCE, &effect))
    return NULL;

  difference = fewer_or_more (effect.value);
  low = fewer_or_more (effect.low);
  high = fewer_or_more (effect.high);
  /* Translators: outcome and time; group and its share, twice; the difference; its interval. */
  return g_strdup_printf (
      _ ("%s, %s. In every 100 patients: %s %.1f, %s %.1f. Difference: %s (95 %% "
         "interval from %s to %s)."),
      outcome->label, outcome->time, treated, 100.0 * al_counts_get_risk (&outcome->treated.counts),
      control, 100.0 * al_counts_get_risk (&outcome->control.counts), difference, low, high);
}

/**
 * al_words_for_number_needed:
 * @outcome: an outcome
 *
 * Says how many people are treated for one event more or less, where the counts can tell.
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL where the interval of the difference
 * holds zero, or where there are no counts
 */
char *
al_words_for_number_needed (const AlOutcome *outcome)
{
  AlNumberNeeded needed;

  if (!al_outcome_compute_number_needed (outcome, &needed) || !needed.conclusive)
    return NULL;
  if (needed.harm)
    /* Translators: outcome and time; number of people; the ends of its interval. */
    return g_strdup_printf (_ ("%s, %s: one more for every %.0f treated (95 %% interval from %.0f "
                               "to %.0f)."),
                            outcome->label, outcome->time, needed.value, needed.low, needed.high);
  return g_strdup_printf (_ ("%s, %s: one fewer for every %.0f treated (95 %% interval from %.0f "
                             "to %.0f)."),
                          outcome->label, outcome->time, needed.value, needed.low, needed.high);
}

/**
 * al_claim_dup_key:
 * @claim: a claim
 *
 * Gets what names a claim on the Evidence page, for links.
 *
 * Returns: (transfer full): "claim:ID"
 */
char *
al_claim_dup_key (AlClaim *claim)
{
  return g_strconcat ("claim:", al_claim_get_id (claim), NULL);
}

/**
 * al_study_dup_key:
 * @study: a study
 *
 * Gets what names a study on the Evidence page, for links.
 *
 * Returns: (transfer full): "study:ID"
 */
char *
al_study_dup_key (AlStudy *study)
{
  return g_strconcat ("study:", al_study_get_id (study), NULL);
}

/**
 * al_study_dup_name_and_year:
 * @study: a study
 *
 * Gets the short name of a study with its year.
 *
 * Returns: (transfer full): the text
 */
char *
al_study_dup_name_and_year (AlStudy *study)
{
  return g_strdup_printf ("%s (%u)", al_study_get_name (study), al_study_get_year (study));
}

/**
 * al_words_join_lines:
 * @words: (transfer full): words that stand under each other in a table
 *
 * Returns: (transfer full): the same in one line
 */
char *
al_words_join_lines (char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  g_free (words);
  return g_strjoinv (", ", lines);
}

static void
add_arm (GPtrArray *parts, const AlArm *arm, const AlResult *result)
{
  g_autofree char *words = al_words_join_lines (al_words_for_result (result));

  if (arm != NULL && (result->has_counts || isfinite (result->percent)))
    g_ptr_array_add (parts, g_strdup_printf ("%s: %s", arm->label, words));
}

/**
 * al_words_for_outcome:
 * @study: a study
 * @outcome: one of its outcomes
 *
 * Says in one line what was counted, in how many of each group, and the effect; what is not known
 * is left out.
 *
 * Returns: (transfer full): the text
 */
char *
al_words_for_outcome (AlStudy *study, const AlOutcome *outcome)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup_printf ("%s, %s", outcome->label, outcome->time));
  add_arm (parts, al_study_get_treated (study), &outcome->treated);
  add_arm (parts, al_study_get_control (study), &outcome->control);
  if (outcome->has_effect)
    g_ptr_array_add (parts, al_words_join_lines (al_words_for_published (&outcome->effect)));
  else if (outcome->treated.has_counts)
    g_ptr_array_add (parts, al_words_join_lines (al_words_for_computed (outcome)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * al_words_for_source:
 * @point: a point of a card
 * @evidence: where its study is
 *
 * Says what a point rests on and how sure it is: "IABP-SHOCK II (2012) · Confirmed".
 *
 * Returns: (transfer full): the text
 */
char *
al_words_for_source (const AlCardPoint *point, AlEvidence *evidence)
{
  AlStudy *study = point->study != NULL ? al_evidence_find_study (evidence, point->study) : NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (study != NULL) {
    g_autofree char *name = al_study_dup_name_and_year (study);

    g_strv_builder_add (parts, name);
  }
  if (point->source != NULL)
    g_strv_builder_add (parts, point->source);
  if (point->doi != NULL)
    g_strv_builder_add (parts, point->doi);
  else if (point->pmid != NULL) {
    g_autofree char *pmid = g_strdup_printf ("PMID %s", point->pmid);

    g_strv_builder_add (parts, pmid);
  }
  g_strv_builder_add (parts, al_certainty_get_label (point->certainty));
  words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}

/**
 * al_label_set_or_hide:
 * @label: a label
 * @box: what to hide when there is no text; may be @label
 * @text: (nullable): what to show
 *
 * Shows a text, or hides its place when there is none.
 */
void
al_label_set_or_hide (GtkLabel *label, GtkWidget *box, const char *text)
{
  gboolean has_text = text && *text;

  gtk_label_set_label (label, has_text ? text : "");
  gtk_widget_set_visible (box, has_text);
}
