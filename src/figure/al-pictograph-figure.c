/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-pictograph-figure.h"

#include <glib/gi18n-lib.h>

/* A benefit and its price; more would be a wall of people. */
#define MOST_HARMS 2

static char *
describe_group (const AlArm *arm, const AlResult *result)
{
  /* Translators: what a group was given, and how many of 100 people had an event */
  return g_strdup_printf (_ ("%s: %u of 100"), arm->label,
                          al_pictograph_count (al_counts_get_risk (&result->counts)));
}

static char *
describe_difference (const AlOutcome *outcome)
{
  const int treated = (int) al_pictograph_count (al_counts_get_risk (&outcome->treated.counts));
  const int control = (int) al_pictograph_count (al_counts_get_risk (&outcome->control.counts));

  if (treated == control)
    return g_strdup (_ ("As many of 100 in both groups."));
  if (treated < control)
    return g_strdup_printf (_ ("%d fewer of 100."), control - treated);
  return g_strdup_printf (_ ("%d more of 100."), treated - control);
}

/* Adds a row, and what it says for who does not see it. */
static void
add_outcome (AlPictograph *self, AlStudy *study, const AlOutcome *outcome, GString *spoken)
{
  g_autofree char *title = g_strdup_printf ("%s, %s", outcome->label, outcome->time);
  g_autofree char *treated = describe_group (al_study_get_treated (study), &outcome->treated);
  g_autofree char *control = describe_group (al_study_get_control (study), &outcome->control);
  g_autofree char *summary = describe_difference (outcome);
  const AlPictographRow row = {
      .title = title,
      .treated = {treated, al_counts_get_risk (&outcome->treated.counts)},
      .control = {control, al_counts_get_risk (&outcome->control.counts)},
      .summary = summary,
  };

  al_pictograph_add_row (self, &row);
  g_string_append_printf (spoken, "%s. %s. %s. %s ", title, control, treated, summary);
}

static gboolean
can_be_drawn (const AlOutcome *outcome)
{
  return outcome->treated.has_counts && outcome->control.has_counts;
}

/* The first that can be drawn: the primary one stands first in its file. */
static void
add_main (AlPictograph *self, AlStudy *study, GString *spoken)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);

  for (gsize i = 0; i < n_outcomes; i++) {
    if (outcomes[i].kind != AL_OUTCOME_HARM && can_be_drawn (&outcomes[i])) {
      add_outcome (self, study, &outcomes[i], spoken);
      return;
    }
  }
}

static void
add_harms (AlPictograph *self, AlStudy *study, GString *spoken)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);
  guint n = 0;

  for (gsize i = 0; i < n_outcomes && n < MOST_HARMS; i++) {
    if (outcomes[i].kind == AL_OUTCOME_HARM && can_be_drawn (&outcomes[i])) {
      add_outcome (self, study, &outcomes[i], spoken);
      n++;
    }
  }
}

/**
 * al_pictograph_figure_new:
 * @study: a study
 * @spoken: (out) (optional): the same in words
 *
 * Makes the picture of what a study counted: its first outcome and its first harms, as a hundred
 * people in either group. Without groups or counts it has no rows.
 *
 * Returns: (transfer full): a pictograph for a light screen
 */
AlPictograph *
al_pictograph_figure_new (AlStudy *study, char **spoken)
{
  g_autoptr (GString) words = g_string_new (NULL);
  AlPictograph *self = al_pictograph_new ();

  if (al_study_get_treated (study) != NULL && al_study_get_control (study) != NULL) {
    add_main (self, study, words);
    add_harms (self, study, words);
  }
  if (spoken != NULL)
    *spoken = g_strdup (g_strchomp (words->str));
  return self;
}
