/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-study-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (AlStudy, al_study, G_TYPE_OBJECT)

static const char *const design_labels[] = {
    N_ ("Randomised trial"),
    N_ ("Individual-patient meta-analysis of randomised trials"),
    N_ ("Meta-analysis of randomised trials"),
    N_ ("Meta-analysis of observational studies"),
    N_ ("Registry or cohort, not randomised"),
};

static const char *const certainty_labels[] = {
    N_ ("Confirmed in a public source"),
    N_ ("Counts reconstructed from percentages"),
    N_ ("From memory, not confirmed"),
};

static const char *const kind_labels[] = {
    N_ ("Primary outcome"),
    N_ ("Further outcome"),
    N_ ("Harm"),
};

static const char *const measure_labels[] = {
    N_ ("Risk ratio"),
    N_ ("Odds ratio"),
    N_ ("Hazard ratio"),
    N_ ("Risk difference"),
};

static const char *const measure_short_labels[] = {
    NC_ ("measure", "RR"),
    NC_ ("measure", "OR"),
    NC_ ("measure", "HR"),
    NC_ ("measure", "RD"),
};

static void
al_study_finalize (GObject *object)
{
  AlStudy *self = AL_STUDY (object);

  g_array_unref (self->outcomes);
  g_string_chunk_free (self->strings);
  G_OBJECT_CLASS (al_study_parent_class)->finalize (object);
}

static void
al_study_class_init (AlStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_study_finalize;
}

static void
al_study_init (AlStudy *self)
{
  self->strings = g_string_chunk_new (2048);
  self->outcomes = g_array_new (FALSE, TRUE, sizeof (AlOutcome));
}

/**
 * al_study_get_id:
 * @self: a study
 *
 * Returns: (transfer none): its id, unique among studies
 */
const char *
al_study_get_id (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->id;
}

/**
 * al_study_get_name:
 * @self: a study
 *
 * Returns: (transfer none): the short name by which people know it
 */
const char *
al_study_get_name (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->name;
}

/**
 * al_study_get_year:
 * @self: a study
 *
 * Returns: the year of publication
 */
guint
al_study_get_year (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), 0);

  return self->year;
}

/**
 * al_study_get_title:
 * @self: a study
 *
 * Returns: (transfer none) (nullable): the title as published, %NULL where it is not known
 */
const char *
al_study_get_title (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->title;
}

/**
 * al_study_get_citation:
 * @self: a study
 *
 * Returns: (transfer none): first author, journal, year, volume and pages, in the language of the
 * person
 */
const char *
al_study_get_citation (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->citation_text;
}

/**
 * al_study_get_citation_parts:
 * @self: a study
 *
 * Returns: (transfer none): the same in parts, the same in every language
 */
const AlCitation *
al_study_get_citation_parts (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return &self->citation;
}

/**
 * al_study_get_doi:
 * @self: a study
 *
 * Returns: (transfer none) (nullable): the digital object identifier, beginning with `10.`
 */
const char *
al_study_get_doi (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->doi;
}

/**
 * al_study_get_pmid:
 * @self: a study
 *
 * Returns: (transfer none) (nullable): the PubMed number
 */
const char *
al_study_get_pmid (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->pmid;
}

/**
 * al_study_get_registration:
 * @self: a study
 *
 * Returns: (transfer none) (nullable): the number in a register of trials or of reviews
 */
const char *
al_study_get_registration (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->registration;
}

/**
 * al_study_get_parent:
 * @self: a study
 *
 * A later report on the same people names the study that reported on them first. Whether that one
 * exists is known only when all files are read: see al_evidence_check().
 *
 * Returns: (transfer none) (nullable): the id of that study, %NULL if this is the first report
 */
const char *
al_study_get_parent (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->parent;
}

/**
 * al_study_get_design:
 * @self: a study
 *
 * Returns: how its groups came about
 */
AlStudyDesign
al_study_get_design (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), AL_DESIGN_REGISTRY);

  return self->design;
}

/**
 * al_study_get_population:
 * @self: a study
 *
 * Returns: (transfer none): who was studied
 */
const char *
al_study_get_population (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->population;
}

/**
 * al_study_get_treated:
 * @self: a study
 *
 * Returns: (transfer none) (nullable): the group under test; %NULL if groups were not compared
 */
const AlArm *
al_study_get_treated (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->treated.label != NULL ? &self->treated : NULL;
}

/**
 * al_study_get_control:
 * @self: a study
 *
 * Returns: (transfer none) (nullable): the other group; %NULL if groups were not compared
 */
const AlArm *
al_study_get_control (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->control.label != NULL ? &self->control : NULL;
}

/**
 * al_study_get_outcomes:
 * @self: a study
 * @n_outcomes: (out): how many
 *
 * Returns: (transfer none) (array length=n_outcomes): what was counted, harms included
 */
const AlOutcome *
al_study_get_outcomes (AlStudy *self, gsize *n_outcomes)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  *n_outcomes = self->outcomes->len;
  return (const AlOutcome *) self->outcomes->data;
}

/**
 * al_study_find_outcome:
 * @self: a study
 * @outcome_id: the id of one of its outcomes
 *
 * Returns: (transfer none) (nullable): the outcome
 */
const AlOutcome *
al_study_find_outcome (AlStudy *self, const char *outcome_id)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  for (guint i = 0; i < self->outcomes->len; i++) {
    const AlOutcome *outcome = &g_array_index (self->outcomes, AlOutcome, i);

    if (g_strcmp0 (outcome->id, outcome_id) == 0)
      return outcome;
  }
  return NULL;
}

/**
 * al_study_get_limits:
 * @self: a study
 *
 * Returns: (transfer none): what weakens its conclusion
 */
const char *
al_study_get_limits (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->limits;
}

/**
 * al_study_get_takeaway:
 * @self: a study
 *
 * Returns: (transfer none): what to keep of it, in one sentence
 */
const char *
al_study_get_takeaway (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->takeaway;
}

/**
 * al_study_get_checked:
 * @self: a study
 *
 * Returns: (transfer none): the day on which the figures were last checked, as `2026-11-22`
 */
const char *
al_study_get_checked (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), NULL);

  return self->checked;
}

/**
 * al_result_get_percent:
 * @result: an outcome in one group
 *
 * The share to show: from the counts where they are known, as printed elsewhere.
 *
 * Returns: percent, 0 to 100; NAN if neither is known
 */
double
al_result_get_percent (const AlResult *result)
{
  return result->has_counts ? 100.0 * al_counts_get_risk (&result->counts) : result->percent;
}

/**
 * al_outcome_compute:
 * @outcome: an outcome
 * @measure: what to compare
 * @effect: (out): the effect with its interval
 *
 * Computes an effect from the counts; nothing of it is stored in the files.
 *
 * Returns: whether it could be computed: not without counts, nor for a hazard ratio
 */
gboolean
al_outcome_compute (const AlOutcome *outcome, AlMeasure measure, AlEffect *effect)
{
  return outcome->treated.has_counts && outcome->control.has_counts &&
         al_effect_from_counts (measure, &outcome->treated.counts, &outcome->control.counts,
                                effect);
}

/**
 * al_outcome_compute_from_shares:
 * @outcome: an outcome without counts
 * @measure: what to compare by
 * @value: (out): the effect, as in #AlEffect
 * @error: (out): by how much it may be off, since percentages are printed rounded
 *
 * What the printed percentages alone give. They tell nothing of an interval.
 *
 * Returns: whether it could be computed: not without both percentages, nor for a hazard ratio
 */
gboolean
al_outcome_compute_from_shares (const AlOutcome *outcome, AlMeasure measure, double *value,
                                double *error)
{
  const double a = outcome->treated.percent / 100, b = outcome->control.percent / 100;
  const double off_a = 0.005 * pow (10, -(double) outcome->treated.percent_decimals);
  const double off_b = 0.005 * pow (10, -(double) outcome->control.percent_decimals);

  if (!(a > 0 && a < 1 && b > 0 && b < 1))
    return FALSE;
  switch (measure) {
  case AL_MEASURE_RISK_DIFFERENCE:
    *value = a - b;
    *error = off_a + off_b;
    return TRUE;
  case AL_MEASURE_RISK_RATIO:
    *value = a / b;
    *error = *value * (off_a / a + off_b / b);
    return TRUE;
  case AL_MEASURE_ODDS_RATIO:
    *value = a / (1 - a) / (b / (1 - b));
    *error = *value * (off_a / (a * (1 - a)) + off_b / (b * (1 - b)));
    return TRUE;
  case AL_MEASURE_HAZARD_RATIO:
  default:
    return FALSE;
  }
}

/**
 * al_outcome_compute_number_needed:
 * @outcome: an outcome
 * @needed: (out): the number needed to treat, or to harm
 *
 * Returns: whether it could be computed: not without counts, nor where the risks are equal
 */
gboolean
al_outcome_compute_number_needed (const AlOutcome *outcome, AlNumberNeeded *needed)
{
  return outcome->treated.has_counts && outcome->control.has_counts &&
         al_number_needed (&outcome->treated.counts, &outcome->control.counts, needed);
}

/**
 * al_study_get_question:
 * @self: a study
 *
 * Returns: what it asks
 */
AlStudyQuestion
al_study_get_question (AlStudy *self)
{
  g_return_val_if_fail (AL_IS_STUDY (self), AL_QUESTION_COURSE);

  return self->question;
}

/**
 * al_study_question_get_label:
 * @question: a question
 *
 * Returns: (transfer none): its name in the language of the person
 */
const char *
al_study_question_get_label (AlStudyQuestion question)
{
  static const char *const labels[AL_N_QUESTIONS] = {
      N_ ("Revascularisation"), N_ ("Balloon pump"), N_ ("VA-ECMO"),        N_ ("Flow pump"),
      N_ ("Any device"),        N_ ("Combination"),  N_ ("Cardiac arrest"), N_ ("Course of shock"),
  };

  g_return_val_if_fail (question < AL_N_QUESTIONS, NULL);

  return _ (labels[question]);
}

/**
 * al_study_design_is_randomised:
 * @design: a design
 *
 * Returns: whether chance made the groups
 */
gboolean
al_study_design_is_randomised (AlStudyDesign design)
{
  return design <= AL_DESIGN_META_ANALYSIS;
}

/**
 * al_study_design_is_summary:
 * @design: a design
 *
 * Returns: whether it summarises other studies, so that it must not be pooled with them
 */
gboolean
al_study_design_is_summary (AlStudyDesign design)
{
  return design != AL_DESIGN_RCT && design != AL_DESIGN_REGISTRY;
}

/**
 * al_study_design_get_label:
 * @design: a design
 *
 * Returns: (transfer none): its name in the language of the person
 */
const char *
al_study_design_get_label (AlStudyDesign design)
{
  g_return_val_if_fail (design < G_N_ELEMENTS (design_labels), NULL);

  return _ (design_labels[design]);
}

/**
 * al_certainty_get_label:
 * @certainty: how sure a figure is
 *
 * Returns: (transfer none): that, in the language of the person
 */
const char *
al_certainty_get_label (AlCertainty certainty)
{
  g_return_val_if_fail (certainty < G_N_ELEMENTS (certainty_labels), NULL);

  return _ (certainty_labels[certainty]);
}

/**
 * al_outcome_kind_get_label:
 * @kind: a kind of outcome
 *
 * Returns: (transfer none): its name in the language of the person
 */
const char *
al_outcome_kind_get_label (AlOutcomeKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_labels), NULL);

  return _ (kind_labels[kind]);
}

/**
 * al_measure_get_label:
 * @measure: a measure
 *
 * Returns: (transfer none): its name in the language of the person
 */
const char *
al_measure_get_label (AlMeasure measure)
{
  g_return_val_if_fail (measure < AL_N_MEASURES, NULL);

  return _ (measure_labels[measure]);
}

/**
 * al_measure_get_short_label:
 * @measure: a measure
 *
 * Returns: (transfer none): its abbreviation in the language of the person, such as RR
 */
const char *
al_measure_get_short_label (AlMeasure measure)
{
  g_return_val_if_fail (measure < AL_N_MEASURES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "measure", measure_short_labels[measure]);
}
