/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-study-tables.h"

#include <glib/gi18n.h>

#include "al-evidence-words.h"

static char *
dup_arm_title (const AlArm *arm, const char *otherwise)
{
  if (!arm || !arm->label)
    return g_strdup (otherwise);
  if (arm->n == 0)
    return g_strdup (arm->label);
  return g_strdup_printf ("%s\nn = %u", arm->label, arm->n);
}

static void
set_titles (AlTextTable *table, AlStudy *study, gboolean both_effects)
{
  g_autofree char *treated = dup_arm_title (al_study_get_treated (study), _ ("Treated"));
  g_autofree char *control = dup_arm_title (al_study_get_control (study), _ ("Control"));
  const char *titles[] = {
      _ ("Outcome"),         treated, control, both_effects ? _ ("As published") : NULL,
      _ ("From the counts"), NULL};

  al_text_table_set_titles (table, titles);
}

static char *
dup_outcome_label (const AlOutcome *outcome)
{
  /* Translators: outcome; then on a line of its own: when, main or other outcome, how sure. */
  return g_strdup_printf (_ ("%s\n%s · %s\n%s"), outcome->label, outcome->time,
                          al_outcome_kind_get_label (outcome->kind),
                          al_certainty_get_label (outcome->certainty));
}

static void
add_outcome (AlTextTable *table, const AlOutcome *outcome, gboolean both_effects)
{
  g_autofree char *label = dup_outcome_label (outcome);
  g_autofree char *treated = al_words_for_result (&outcome->treated);
  g_autofree char *control = al_words_for_result (&outcome->control);
  g_autofree char *published =
      outcome->has_effect ? al_words_for_published (&outcome->effect) : g_strdup ("–");
  g_autofree char *computed = al_words_for_computed (outcome);
  const char *cells[] = {label, treated, control, published, computed};

  if (!both_effects)
    cells[3] = outcome->has_effect ? published : computed;
  al_text_table_add_row (table, cells);
}

static guint
fill (AlStudy *study, AlTextTable *table, gboolean (*wanted) (AlOutcomeKind kind),
      gboolean both_effects)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);

  set_titles (table, study, both_effects);
  for (gsize i = 0; i < n_outcomes; i++) {
    if (wanted (outcomes[i].kind))
      add_outcome (table, &outcomes[i], both_effects);
  }
  return al_text_table_get_n_rows (table);
}

static gboolean
is_outcome (AlOutcomeKind kind)
{
  return kind != AL_OUTCOME_HARM;
}

static gboolean
is_harm (AlOutcomeKind kind)
{
  return kind == AL_OUTCOME_HARM;
}

static gboolean
is_primary (AlOutcomeKind kind)
{
  return kind == AL_OUTCOME_PRIMARY;
}

/**
 * al_study_fill_outcomes:
 * @study: a study
 * @table: where to write
 *
 * Writes the primary and secondary outcomes.
 *
 * Returns: the number of rows
 */
guint
al_study_fill_outcomes (AlStudy *study, AlTextTable *table)
{
  return fill (study, table, is_outcome, TRUE);
}

/**
 * al_study_fill_harms:
 * @study: a study
 * @table: where to write
 *
 * Writes the harms.
 *
 * Returns: the number of rows
 */
guint
al_study_fill_harms (AlStudy *study, AlTextTable *table)
{
  return fill (study, table, is_harm, TRUE);
}

/**
 * al_study_fill_primary:
 * @study: a study
 * @table: where to write
 *
 * Writes the primary outcomes only, with one column for the effect, for a narrow card.
 *
 * Returns: the number of rows
 */
guint
al_study_fill_primary (AlStudy *study, AlTextTable *table)
{
  return fill (study, table, is_primary, FALSE);
}

/**
 * al_study_dup_certainty_note:
 * @study: a study
 *
 * Says in words what the marks of its figures mean, for the marks that it has.
 *
 * Returns: (transfer full): the text
 */
char *
al_study_dup_certainty_note (AlStudy *study)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);
  gboolean reconstructed = FALSE;
  gboolean memory = FALSE;
  GString *text =
      g_string_new (_ ("All intervals are 95 %. The last column is computed here from the counts, "
                       "without adjustment."));

  for (gsize i = 0; i < n_outcomes; i++) {
    reconstructed |= outcomes[i].certainty == AL_CERTAINTY_RECONSTRUCTED;
    memory |= outcomes[i].certainty == AL_CERTAINTY_MEMORY;
  }
  if (reconstructed)
    g_string_append_printf (text, " %s: %s", al_certainty_get_label (AL_CERTAINTY_RECONSTRUCTED),
                            _ ("the counts were worked out from a printed percentage and the size "
                               "of the group."));
  if (memory)
    g_string_append_printf (text, " %s: %s", al_certainty_get_label (AL_CERTAINTY_MEMORY),
                            _ ("not yet compared with the source; do not quote."));
  return g_string_free (text, FALSE);
}
