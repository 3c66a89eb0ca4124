/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-reader.h"
#include "al-forest-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (AlForest, al_forest, G_TYPE_OBJECT)

static const char *const design_words[] = {"randomised", "observational", NULL};
static const char *const pool_words[] = {"none", "fixed", "random", NULL};

static void
al_forest_finalize (GObject *object)
{
  AlForest *self = AL_FOREST (object);

  g_array_unref (self->rows);
  g_array_unref (self->entries);
  g_string_chunk_free (self->strings);
  g_clear_object (&self->base);
  G_OBJECT_CLASS (al_forest_parent_class)->finalize (object);
}

static void
al_forest_class_init (AlForestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_forest_finalize;
}

static void
al_forest_init (AlForest *self)
{
  self->strings = g_string_chunk_new (1024);
  self->rows = g_array_new (FALSE, TRUE, sizeof (AlForestSource));
  self->entries = g_array_new (FALSE, TRUE, sizeof (AlForestEntry));
}

static void
read_rows (AlForest *self, AlEvidenceReader *reader, const xmlNode *node)
{
  const xmlNode *child = al_xml_child (node, "row");

  for (; child != NULL; child = al_xml_next (child, "row")) {
    g_autofree char *pooled = al_xml_attribute (child, "pooled");
    AlForestSource row = {
        .origin = al_evidence_reader_place (reader, child),
        .study = al_evidence_reader_attribute (reader, child, "study"),
        .outcome = al_evidence_reader_attribute (reader, child, "outcome"),
        .pooled = self->pool != AL_FOREST_POOL_NONE && pooled == NULL,
    };

    g_array_append_val (self->rows, row);
  }
}

/**
 * al_forest_read:
 * @xml: a file whose schema has been checked
 * @node: a `forest` element of it
 *
 * Reads a forest; it has no entries until al_forest_resolve() has found its studies.
 *
 * Returns: (transfer full): the forest
 */
AlForest *
al_forest_read (AlXml *xml, const xmlNode *node)
{
  AlForest *self = g_object_new (AL_TYPE_FOREST, NULL);
  AlEvidenceReader reader = {xml, self->strings};

  self->origin = al_evidence_reader_place (&reader, node);
  self->id = al_evidence_reader_attribute (&reader, node, "id");
  self->measure = al_evidence_reader_word (node, "measure", al_measure_words);
  self->options.pooling.measure = self->measure;
  self->randomised = al_evidence_reader_word (node, "design", design_words) == 0;
  self->pool = al_evidence_reader_word (node, "pool", pool_words);
  self->options.pooling.model =
      self->pool == AL_FOREST_POOL_FIXED ? AL_POOLING_FIXED : AL_POOLING_DERSIMONIAN_LAIRD;
  self->title = al_evidence_reader_child_text (&reader, node, "title");
  self->treated_label = al_evidence_reader_child_text (&reader, node, "treated");
  self->control_label = al_evidence_reader_child_text (&reader, node, "control");
  self->favours_treated = al_evidence_reader_child_text (&reader, node, "favours-treated");
  self->favours_control = al_evidence_reader_child_text (&reader, node, "favours-control");
  self->note = al_evidence_reader_child_text (&reader, node, "note");
  read_rows (self, &reader, node);
  return self;
}

/**
 * al_forest_get_origin:
 * @self: a forest
 *
 * Returns: (transfer none): where it was read
 */
const AlEvidencePlace *
al_forest_get_origin (AlForest *self)
{
  return &self->origin;
}

static const char *
keep (AlForest *self, char *text)
{
  const char *kept = g_string_chunk_insert (self->strings, text);

  g_free (text);
  return kept;
}

/*
 * Counts come first, since every row is then computed in one way. A meta-analysis is the exception:
 * the sum of its counts is not what it found.
 */
static gboolean
set_effect (const AlForest *self, AlStudy *study, const AlOutcome *outcome, AlForestEntry *entry)
{
  const AlPublishedEffect *published = &outcome->effect;

  if (!al_study_design_is_summary (al_study_get_design (study)) &&
      al_outcome_compute (outcome, self->measure, &entry->effect)) {
    entry->from_counts = TRUE;
    entry->certainty = outcome->certainty;
    return TRUE;
  }
  entry->from_counts = FALSE;
  entry->certainty = published->certainty;
  return outcome->has_effect && published->measure == self->measure &&
         al_effect_from_interval (self->measure, published->value, published->low, published->high,
                                  &entry->effect);
}

static gboolean
add_entry (AlForest *self, const AlForestSource *row, AlStudy *study, const AlOutcome *outcome)
{
  AlForestEntry entry = {
      .study = row->study,
      .label = keep (
          self, g_strdup_printf ("%s %u", al_study_get_name (study), al_study_get_year (study))),
      .detail = keep (self, g_strdup_printf ("%s, %s", outcome->label, outcome->time)),
      .has_counts = outcome->treated.has_counts && outcome->control.has_counts,
      .treated = outcome->treated.counts,
      .control = outcome->control.counts,
      .weight = NAN,
  };

  if (!set_effect (self, study, outcome, &entry))
    return FALSE;
  g_array_append_val (self->entries, entry);
  return TRUE;
}

static gboolean
resolve_row (AlForest *self, const AlForestSource *row, AlStudy *study, GPtrArray *problems)
{
  const AlOutcome *outcome = al_study_find_outcome (study, row->outcome);
  AlStudyDesign design = al_study_get_design (study);

  if (outcome == NULL)
    al_evidence_problem (problems, &row->origin, _ ("study '%s' has no outcome '%s'"), row->study,
                         row->outcome);
  else if (al_study_design_is_randomised (design) != self->randomised)
    al_evidence_problem (problems, &row->origin,
                         _ ("study '%s' does not belong here: randomised and observational studies "
                            "never stand in one forest"),
                         row->study);
  else if (row->pooled && al_study_design_is_summary (design))
    al_evidence_problem (problems, &row->origin,
                         _ ("'%s' is itself a summary: pooled with its own trials they would count "
                            "twice"),
                         row->study);
  else if (!add_entry (self, row, study, outcome))
    al_evidence_problem (problems, &row->origin,
                         _ ("outcome '%s' of study '%s' has neither counts nor a published %s with "
                            "its interval"),
                         row->outcome, row->study, al_measure_get_short_label (self->measure));
  else
    return TRUE;
  return FALSE;
}

/* A later report belongs to the study that reported on the same people first. */
static const char *
get_family (AlStudy *study)
{
  const char *parent = al_study_get_parent (study);

  return parent != NULL ? parent : al_study_get_id (study);
}

static gboolean
are_same_patients (AlStudy *a, AlStudy *b)
{
  const char *registration = al_study_get_registration (a);

  return g_str_equal (get_family (a), get_family (b)) ||
         (registration != NULL && g_strcmp0 (registration, al_study_get_registration (b)) == 0);
}

static gboolean
check_twice (const AlForest *self, guint last, AlEvidenceFindStudy find, gpointer user_data,
             GPtrArray *problems)
{
  const AlForestSource *row = &g_array_index (self->rows, AlForestSource, last);

  for (guint i = 0; row->pooled && i < last; i++) {
    const AlForestSource *earlier = &g_array_index (self->rows, AlForestSource, i);

    if (!earlier->pooled ||
        !are_same_patients (find (earlier->study, user_data), find (row->study, user_data)))
      continue;
    al_evidence_problem (problems, &row->origin,
                         _ ("'%s' and '%s' are the same patients: they cannot be pooled"),
                         earlier->study, row->study);
    return FALSE;
  }
  return TRUE;
}

static gboolean
resolve_rows (AlForest *self, AlEvidenceFindStudy find, gpointer user_data, GPtrArray *problems)
{
  guint n_problems = problems->len;

  for (guint i = 0; i < self->rows->len; i++) {
    const AlForestSource *row = &g_array_index (self->rows, AlForestSource, i);
    AlStudy *study = find (row->study, user_data);

    if (study == NULL)
      al_evidence_problem (problems, &row->origin, _ ("there is no study '%s'"), row->study);
    else if (resolve_row (self, row, study, problems) && problems->len == n_problems)
      check_twice (self, i, find, user_data, problems);
  }
  return problems->len == n_problems;
}

/* Rows and entries run in step here: every row has become an entry. */
static GArray *
collect_pooled (const AlForest *self)
{
  GArray *effects = g_array_new (FALSE, FALSE, sizeof (AlEffect));

  for (guint i = 0; i < self->rows->len; i++) {
    if (g_array_index (self->rows, AlForestSource, i).pooled)
      g_array_append_val (effects, g_array_index (self->entries, AlForestEntry, i).effect);
  }
  return effects;
}

static void
spread_weights (AlForest *self, const double *weights)
{
  for (guint i = 0; i < self->rows->len; i++) {
    if (g_array_index (self->rows, AlForestSource, i).pooled)
      g_array_index (self->entries, AlForestEntry, i).weight = *weights++;
  }
}

static void
sum_counts (const AlForest *self, AlForestEntry *summary)
{
  summary->has_counts = TRUE;
  for (guint i = 0; i < self->rows->len; i++) {
    const AlForestEntry *entry = &g_array_index (self->entries, AlForestEntry, i);

    if (!g_array_index (self->rows, AlForestSource, i).pooled)
      continue;
    summary->has_counts = summary->has_counts && entry->has_counts;
    summary->treated.events += entry->treated.events;
    summary->treated.total += entry->treated.total;
    summary->control.events += entry->control.events;
    summary->control.total += entry->control.total;
    summary->certainty = MAX (summary->certainty, entry->certainty);
  }
}

static void
add_summary (AlForest *self)
{
  AlForestEntry summary = {
      .label = self->options.pooling.model == AL_POOLING_FIXED ? _ ("Summary, fixed effect")
                                                               : _ ("Summary, random effects"),
      .detail = "",
      .effect = self->pooled.effect,
      .from_counts = TRUE,
      .weight = 1.0,
      .is_summary = TRUE,
      .certainty = AL_CERTAINTY_CONFIRMED,
  };

  sum_counts (self, &summary);
  g_array_append_val (self->entries, summary);
  self->has_summary = TRUE;
}

/*
 * al_forest_pool:
 * @self: a forest with its entries
 *
 * Pools those rows that the file says may be pooled, as the options say.
 *
 * Returns: FALSE if they cannot be pooled
 */
gboolean
al_forest_pool (AlForest *self)
{
  g_autoptr (GArray) effects = collect_pooled (self);
  g_autofree double *weights = g_new0 (double, effects->len + 1);

  if (!al_pool (&self->options.pooling, (const AlEffect *) effects->data, effects->len, weights,
                &self->pooled))
    return FALSE;
  spread_weights (self, weights);
  add_summary (self);
  return TRUE;
}

static guint
count_pooled (const AlForest *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += g_array_index (self->rows, AlForestSource, i).pooled;
  return n;
}

static gboolean
pool (AlForest *self, GPtrArray *problems)
{
  if (count_pooled (self) < 2) {
    al_evidence_problem (problems, &self->origin,
                         _ ("forest '%s' pools, but fewer than two of its rows can be pooled"),
                         self->id);
    return FALSE;
  }
  if (!al_forest_pool (self)) {
    al_evidence_problem (problems, &self->origin, _ ("the rows of forest '%s' cannot be pooled"),
                         self->id);
    return FALSE;
  }
  return TRUE;
}

/**
 * al_forest_resolve:
 * @self: a forest
 * @find: finds a study by its id
 * @user_data: given to @find
 * @problems: (element-type utf8): receives what is wrong, as `FILE:LINE: error: sentence`
 *
 * Looks up the outcomes of all rows, computes their effects and pools them where the file says so.
 *
 * Returns: whether nothing is wrong; otherwise the forest cannot be drawn
 */
gboolean
al_forest_resolve (AlForest *self, AlEvidenceFindStudy find, gpointer user_data,
                   GPtrArray *problems)
{
  g_array_set_size (self->entries, 0);
  self->has_summary = FALSE;
  return resolve_rows (self, find, user_data, problems) &&
         (self->pool == AL_FOREST_POOL_NONE || pool (self, problems));
}

/**
 * al_forest_get_id:
 * @self: a forest
 *
 * Returns: (transfer none): its id, unique among forests
 */
const char *
al_forest_get_id (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  return self->id;
}

/**
 * al_forest_get_title:
 * @self: a forest
 *
 * Returns: (transfer none): what is compared and what is counted
 */
const char *
al_forest_get_title (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  return self->title;
}

/**
 * al_forest_get_measure:
 * @self: a forest
 *
 * Returns: the measure of all its effects
 */
AlMeasure
al_forest_get_measure (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), AL_MEASURE_RISK_RATIO);

  return self->measure;
}

/**
 * al_forest_is_randomised:
 * @self: a forest
 *
 * Returns: whether chance made the groups of all its studies; otherwise of none
 */
gboolean
al_forest_is_randomised (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), FALSE);

  return self->randomised;
}

/**
 * al_forest_get_treated_label:
 * @self: a forest
 *
 * Returns: (transfer none): heading of the group under test
 */
const char *
al_forest_get_treated_label (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  return self->treated_label;
}

/**
 * al_forest_get_control_label:
 * @self: a forest
 *
 * Returns: (transfer none): heading of the other group
 */
const char *
al_forest_get_control_label (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  return self->control_label;
}

/**
 * al_forest_get_favours_treated:
 * @self: a forest
 *
 * Returns: (transfer none): words under the axis on the side of fewer events
 */
const char *
al_forest_get_favours_treated (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  return self->favours_treated;
}

/**
 * al_forest_get_favours_control:
 * @self: a forest
 *
 * Returns: (transfer none): words under the axis on the side of more events
 */
const char *
al_forest_get_favours_control (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  return self->favours_control;
}

/**
 * al_forest_get_note:
 * @self: a forest
 *
 * Returns: (transfer none): how to read it
 */
const char *
al_forest_get_note (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  return self->note;
}

/**
 * al_forest_get_entries:
 * @self: a forest
 * @n_entries: (out): how many
 *
 * Its lines in the order of the file; a summary comes last.
 *
 * Returns: (transfer none) (array length=n_entries): the lines
 */
const AlForestEntry *
al_forest_get_entries (AlForest *self, gsize *n_entries)
{
  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  *n_entries = self->entries->len;
  return (const AlForestEntry *) self->entries->data;
}

/**
 * al_forest_get_pooled:
 * @self: a forest
 *
 * Returns: (transfer none) (nullable): the summary of the pooled rows, %NULL if they are not pooled
 */
const AlPooled *
al_forest_get_pooled (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  return self->has_summary ? &self->pooled : NULL;
}

/**
 * al_forest_dup_heterogeneity:
 * @self: a forest
 *
 * How far the pooled studies disagree, as it is printed under a forest plot.
 *
 * Returns: (transfer full) (nullable): a line in the language of the person, %NULL if nothing is
 * pooled
 */
char *
al_forest_dup_heterogeneity (AlForest *self)
{
  g_autofree char *text = NULL;
  g_autofree char *prediction = NULL;

  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  if (!self->has_summary)
    return NULL;
  text = g_strdup_printf (
      /* Translators: the statistics of a meta-analysis; %% is a percent sign */
      _ ("Heterogeneity: I² = %.0f %%, τ² = %.3f, Q = %.2f (p = %.2f, %u studies)"),
      100.0 * self->pooled.i_squared, self->pooled.tau_squared, self->pooled.q, self->pooled.q_p,
      (guint) self->pooled.n_studies);
  if (!isfinite (self->pooled.prediction_low))
    return g_steal_pointer (&text);
  prediction = g_strdup_printf (
      /* Translators: where the effect of a further study is expected, from one number to another */
      _ ("A further study is expected between %.2f and %.2f (95 %% prediction interval)"),
      self->pooled.prediction_low, self->pooled.prediction_high);
  return g_strdup_printf ("%s. %s.", text, prediction);
}

/**
 * al_forest_get_options:
 * @self: a forest
 *
 * Returns: (transfer none): how it is drawn
 */
const AlForestOptions *
al_forest_get_options (AlForest *self)
{
  g_return_val_if_fail (AL_IS_FOREST (self), NULL);

  return &self->options;
}
