/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-study-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The words of the files, in the order of the enumerations. */
static const char *const design_words[] = {
    "rct", "ipd-meta-analysis", "meta-analysis", "observational-meta-analysis", "registry", NULL,
};
static const char *const question_words[] = {
    "revascularisation", "balloon-pump", "va-ecmo", "flow-pump", "any-device",
    "combination",       "arrest",       "course",  NULL,
};
static const char *const kind_words[] = {"primary", "secondary", "harm", NULL};

static void
check_year (const AlStudy *self, AlXml *xml, const xmlNode *node)
{
  if (self->year < 1950 || self->year > 2100)
    al_xml_error_at (xml, node, _ ("%u is not the year of a study"), self->year);
}

static AlArm
read_arm (AlEvidenceReader *reader, const xmlNode *node, const char *name)
{
  const xmlNode *child = al_xml_child (node, name);
  AlArm arm = {NULL, 0};

  if (child == NULL)
    return arm;
  arm.label = al_evidence_reader_text (reader, child);
  al_xml_attribute_uint (reader->xml, child, "n", &arm.n);
  return arm;
}

static void
check_counts (const AlResult *result, const AlArm *arm, AlXml *xml, const xmlNode *node)
{
  const AlCounts *counts = &result->counts;

  if (!al_counts_are_valid (counts))
    al_xml_error_at (xml, node, _ ("%u events among %u people is not possible"), counts->events,
                     counts->total);
  else if (arm->n > 0 && counts->total > arm->n)
    al_xml_error_at (xml, node, _ ("%u people are counted in a group of %u"), counts->total,
                     arm->n);
}

/* A percentage fits when it is the share rounded, or cut, to the decimals that are printed. */
static void
check_percent (const AlResult *result, AlXml *xml, const xmlNode *node)
{
  double share = 100.0 * al_counts_get_risk (&result->counts);
  double tolerance = 0.5 * pow (10.0, -(double) result->percent_decimals) + 1e-9;

  if (result->percent < 0.0 || result->percent > 100.0)
    al_xml_error_at (xml, node, _ ("%g is not a percentage"), result->percent);
  else if (result->has_counts && fabs (share - result->percent) > tolerance)
    al_xml_error_at (xml, node, _ ("%u of %u is %.*f %%, not %.*f %%"), result->counts.events,
                     result->counts.total, (int) result->percent_decimals + 1, share,
                     (int) result->percent_decimals, result->percent);
}

static AlResult
read_result (AlEvidenceReader *reader, const xmlNode *node, const AlArm *arm)
{
  AlResult result = {.percent = NAN};

  result.has_counts = al_xml_attribute_uint (reader->xml, node, "events", &result.counts.events) &&
                      al_xml_attribute_uint (reader->xml, node, "of", &result.counts.total);
  if (result.has_counts)
    check_counts (&result, arm, reader->xml, node);
  if (al_evidence_reader_decimal (reader, node, "percent", &result.percent,
                                  &result.percent_decimals))
    check_percent (&result, reader->xml, node);
  return result;
}

static void
check_published (const AlPublishedEffect *effect, AlXml *xml, const xmlNode *node)
{
  gboolean ratio = al_measure_is_ratio (effect->measure);

  if (ratio && !(effect->value > 0.0))
    al_xml_error_at (xml, node, _ ("a ratio is above zero, and this one is %g"), effect->value);
  if (isfinite (effect->low) && !(effect->low <= effect->value && effect->value <= effect->high))
    al_xml_error_at (xml, node, _ ("the interval from %g to %g does not hold the value %g"),
                     effect->low, effect->high, effect->value);
  else if (isfinite (effect->low) && ratio && !(effect->low > 0.0))
    al_xml_error_at (xml, node, _ ("the interval of a ratio begins above zero, not at %g"),
                     effect->low);
  if (effect->p < 0.0 || effect->p > 1.0)
    al_xml_error_at (xml, node, _ ("%g is not a probability: p lies between 0 and 1"), effect->p);
}

static void
read_published (AlEvidenceReader *reader, const xmlNode *node, AlPublishedEffect *effect)
{
  *effect = (AlPublishedEffect){
      .measure = al_evidence_reader_word (node, "measure", al_measure_words),
      .certainty = al_evidence_reader_word (node, "status", al_certainty_words),
      .value = NAN,
      .low = NAN,
      .high = NAN,
      .p = NAN,
  };
  al_evidence_reader_decimal (reader, node, "value", &effect->value, &effect->decimals);
  al_evidence_reader_decimal (reader, node, "low", &effect->low, NULL);
  al_evidence_reader_decimal (reader, node, "high", &effect->high, NULL);
  al_evidence_reader_decimal (reader, node, "p", &effect->p, NULL);
  check_published (effect, reader->xml, node);
}

/* One unit of the last place: authors round, and now and then they cut. */
static gboolean
agrees (double published, double computed, guint decimals)
{
  return !isfinite (published) || fabs (published - computed) <= pow (10.0, -(double) decimals);
}

/* Where there are no counts, percentages tell whether a ratio can be one of theirs. */
static void
check_shares (const AlOutcome *outcome, AlXml *xml, const xmlNode *node)
{
  const AlPublishedEffect *published = &outcome->effect;
  double value, error;

  if (!al_outcome_compute_from_shares (outcome, published->measure, &value, &error) ||
      fabs (published->value - value) <= error + pow (10.0, -(double) published->decimals))
    return;
  al_xml_error_at (xml, node,
                   _ ("the published %s is %g, but the percentages give %.3g: 'discrepancy' must "
                      "say why"),
                   al_measure_get_short_label (published->measure), published->value, value);
}

/*
 * What is printed and what the counts give must agree, or the file says why not: misnamed measures,
 * adjusted or pooled effects and slips of the press are found here and nowhere else.
 */
static void
check_agreement (const AlOutcome *outcome, AlXml *xml, const xmlNode *node)
{
  const AlPublishedEffect *published = &outcome->effect;
  AlEffect computed;

  if (!outcome->has_effect || outcome->discrepancy != NULL)
    return;
  if (!al_outcome_compute (outcome, published->measure, &computed)) {
    check_shares (outcome, xml, node);
    return;
  }
  if (agrees (published->value, computed.value, published->decimals) &&
      agrees (published->low, computed.low, published->decimals) &&
      agrees (published->high, computed.high, published->decimals))
    return;
  al_xml_error_at (xml, node,
                   _ ("the published %s is %g (%g to %g), but the counts give %.3g (%.3g to %.3g): "
                      "'discrepancy' must say why"),
                   al_measure_get_short_label (published->measure), published->value,
                   published->low, published->high, computed.value, computed.low, computed.high);
}

static void
read_results (AlOutcome *outcome, const AlStudy *study, AlEvidenceReader *reader,
              const xmlNode *node)
{
  const xmlNode *treated = al_xml_child (node, "treated");
  const xmlNode *published = al_xml_child (node, "published");

  outcome->treated.percent = NAN;
  outcome->control.percent = NAN;
  if (treated != NULL) {
    outcome->treated = read_result (reader, treated, &study->treated);
    outcome->control = read_result (reader, al_xml_child (node, "control"), &study->control);
  }
  outcome->has_effect = published != NULL;
  if (published != NULL)
    read_published (reader, published, &outcome->effect);
  if (treated == NULL && published == NULL && outcome->note == NULL)
    al_xml_error_at (reader->xml, node,
                     _ ("outcome '%s' has neither results nor an effect: a note must say why"),
                     outcome->id);
}

static void
read_outcome (AlStudy *self, AlEvidenceReader *reader, const xmlNode *node)
{
  AlOutcome outcome = {
      .id = al_evidence_reader_attribute (reader, node, "id"),
      .kind = al_evidence_reader_word (node, "kind", kind_words),
      .certainty = al_evidence_reader_word (node, "status", al_certainty_words),
      .label = al_evidence_reader_child_text (reader, node, "label"),
      .time = al_evidence_reader_child_text (reader, node, "time"),
      .note = al_evidence_reader_child_text (reader, node, "note"),
      .discrepancy = al_evidence_reader_child_text (reader, node, "discrepancy"),
      .more_is_better = al_evidence_reader_attribute (reader, node, "better") != NULL,
  };
  guint n_messages;

  if (al_study_find_outcome (self, outcome.id) != NULL)
    al_xml_error_at (reader->xml, node, _ ("study '%s' has two outcomes with the id '%s'"),
                     self->id, outcome.id);
  n_messages = al_xml_get_messages (reader->xml)->len;
  read_results (&outcome, self, reader, node);
  /* Figures that are wrong in themselves need not be told to disagree as well. */
  if (al_xml_get_messages (reader->xml)->len == n_messages)
    check_agreement (&outcome, reader->xml, node);
  g_array_append_val (self->outcomes, outcome);
}

static void
read_head (AlStudy *self, AlEvidenceReader *reader, const xmlNode *node)
{
  self->id = al_evidence_reader_attribute (reader, node, "id");
  self->design = al_evidence_reader_word (node, "design", design_words);
  self->question = al_evidence_reader_word (node, "question", question_words);
  al_xml_attribute_uint (reader->xml, node, "year", &self->year);
  self->checked = al_evidence_reader_attribute (reader, node, "checked");
  self->doi = al_evidence_reader_attribute (reader, node, "doi");
  self->pmid = al_evidence_reader_attribute (reader, node, "pmid");
  self->registration = al_evidence_reader_attribute (reader, node, "registration");
  self->parent = al_evidence_reader_attribute (reader, node, "parent");
  al_evidence_reader_check_identifiers (reader, node, self->doi, self->pmid);
  check_year (self, reader->xml, node);
}

/**
 * al_study_read:
 * @xml: a file whose schema has been checked
 * @node: a `study` element of it
 *
 * Reads a study. What is wrong with it is noted in @xml.
 *
 * Returns: (transfer full): the study
 */
AlStudy *
al_study_read (AlXml *xml, const xmlNode *node)
{
  AlStudy *self = g_object_new (AL_TYPE_STUDY, NULL);
  AlEvidenceReader reader = {xml, self->strings};
  const xmlNode *child = al_xml_child (node, "outcome");

  self->origin = al_evidence_reader_place (&reader, node);
  read_head (self, &reader, node);
  self->name = al_evidence_reader_child_name (&reader, node, "name");
  self->title = al_evidence_reader_child_name (&reader, node, "published-title");
  al_study_read_citation (self, &reader, al_xml_child (node, "citation"));
  self->population = al_evidence_reader_child_text (&reader, node, "population");
  self->treated = read_arm (&reader, node, "treated");
  self->control = read_arm (&reader, node, "control");
  for (; child != NULL; child = al_xml_next (child, "outcome"))
    read_outcome (self, &reader, child);
  self->limits = al_evidence_reader_child_text (&reader, node, "limits");
  self->takeaway = al_evidence_reader_child_text (&reader, node, "takeaway");
  return self;
}

/**
 * al_study_get_origin:
 * @self: a study
 *
 * Returns: (transfer none): where it was read
 */
const AlEvidencePlace *
al_study_get_origin (AlStudy *self)
{
  return &self->origin;
}
