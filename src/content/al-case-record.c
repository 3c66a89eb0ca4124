/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-run.h"
#include "al-content-error.h"

#include <glib/gi18n-lib.h>

/*
 * A run as a small record and back. The record says what the person did, not what the model did:
 * the same steps are gone again, so that a record of a case that has changed since cannot lead
 * astray.
 */

/* Version of the record, case, its version, the number of the step, and for each step, also those
 * left by going back: node, revealed, chosen, tried, guesses. */
#define RECORD_TYPE    "(ussua(sbiua(byb)))"
#define STEPS_TYPE     "a(sbiua(byb))"
#define GUESSES_TYPE   "a(byb)"
#define RECORD_VERSION 1

static GVariant *
guesses_to_variant (const AlCaseEntry *entry)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (GUESSES_TYPE));
  for (guint i = 0; i < entry->node->n_predictions; i++) {
    const AlCaseGuess *guess = &entry->guesses[i];
    g_variant_builder_add (&builder, "(byb)", guess->given, (guchar) (guess->trend + 1),
                           guess->sure);
  }
  return g_variant_builder_end (&builder);
}

/**
 * al_case_run_to_variant:
 * @self: a run
 *
 * A record from which al_case_run_new_from_variant() goes the same way again.
 *
 * Returns: (transfer floating): the record
 */
GVariant *
al_case_run_to_variant (AlCaseRun *self)
{
  AlCase *content = al_case_run_get_case (self);
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE (STEPS_TYPE));
  for (guint i = 0; i < al_case_run_get_n_known (self); i++) {
    const AlCaseEntry *entry = al_case_run_get_entry (self, i);
    g_variant_builder_add (&steps, "(sbiu@a(byb))", entry->node->id, entry->revealed, entry->chosen,
                           entry->tried, guesses_to_variant (entry));
  }
  return g_variant_new (RECORD_TYPE, RECORD_VERSION, al_case_get_id (content),
                        al_case_get_version (content), al_case_run_get_step (self), &steps);
}

static gboolean
restore_guesses (AlCaseRun *self, GVariant *guesses)
{
  const AlCaseNode *node = al_case_run_get_node (self);

  if (g_variant_n_children (guesses) != node->n_predictions)
    return FALSE;
  for (guint i = 0; i < node->n_predictions; i++) {
    gboolean given = FALSE, sure = FALSE;
    guchar trend = 0;

    g_variant_get_child (guesses, i, "(byb)", &given, &trend, &sure);
    if (trend > AL_TREND_UP + 1)
      return FALSE;
    if (given)
      al_case_run_predict (self, i, (AlTrend) ((int) trend - 1));
    al_case_run_set_sure (self, i, sure);
  }
  return TRUE;
}

static gboolean
restore_choices (AlCaseRun *self, int chosen, guint32 tried)
{
  const AlCaseNode *node = al_case_run_get_node (self);

  if (chosen < 0)
    return tried == 0;
  for (guint i = 0; i < node->n_options; i++) {
    if ((tried >> i & 1) != 0)
      al_case_run_choose (self, i);
  }
  return al_case_run_choose (self, (guint) chosen);
}

static gboolean
restore_step (AlCaseRun *self, GVariant *step)
{
  g_autoptr (GVariant) guesses = NULL;
  const char *id = NULL;
  gboolean revealed = FALSE;
  int chosen = -1;
  guint32 tried = 0;

  g_variant_get (step, "(&sbiu@a(byb))", &id, &revealed, &chosen, &tried, &guesses);
  if (!g_str_equal (id, al_case_run_get_node (self)->id) || !restore_guesses (self, guesses))
    return FALSE;
  if (revealed && !al_case_run_reveal (self))
    return FALSE;
  return restore_choices (self, chosen, tried);
}

static gboolean
restore_steps (AlCaseRun *self, guint step, GVariant *steps)
{
  gsize n_steps = g_variant_n_children (steps);

  if (step < 1 || step > n_steps)
    return FALSE;
  for (gsize i = 0; i < n_steps; i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (steps, i);
    if (i > 0 && !al_case_run_continue (self))
      return FALSE;
    if (!restore_step (self, record))
      return FALSE;
  }
  while (al_case_run_get_step (self) > step)
    al_case_run_go_back (self);
  return TRUE;
}

static gboolean
is_record_of (AlCase *content, GVariant *record, guint32 *step, GVariant **steps)
{
  const char *id = NULL, *version = NULL;
  guint32 format = 0;

  if (!g_variant_is_of_type (record, G_VARIANT_TYPE (RECORD_TYPE)))
    return FALSE;
  g_variant_get (record, "(u&s&su@" STEPS_TYPE ")", &format, &id, &version, step, steps);
  return format == RECORD_VERSION && g_str_equal (id, al_case_get_id (content)) &&
         g_str_equal (version, al_case_get_version (content));
}

/**
 * al_case_run_new_from_variant:
 * @content: the case
 * @record: what al_case_run_to_variant() gave, possibly damaged
 * @error: (out) (optional): why it cannot be used: %AL_CONTENT_ERROR_VERSION when the case or the
 *   record is another one, %AL_CONTENT_ERROR_MEANING when the steps do not fit the case
 *
 * Goes a recorded way again. What the model did is not in the record: run it again where it is
 * shown.
 *
 * Returns: (transfer full) (nullable): the run
 */
AlCaseRun *
al_case_run_new_from_variant (AlCase *content, GVariant *record, GError **error)
{
  g_autoptr (AlCaseRun) self = al_case_run_new (content);
  g_autoptr (GVariant) steps = NULL;
  guint32 step = 0;

  if (!is_record_of (content, record, &step, &steps)) {
    g_set_error (error, AL_CONTENT_ERROR, AL_CONTENT_ERROR_VERSION,
                 _ ("what was kept does not belong to this version of the case '%s'"),
                 al_case_get_id (content));
    return NULL;
  }
  if (!restore_steps (self, step, steps)) {
    g_set_error (error, AL_CONTENT_ERROR, AL_CONTENT_ERROR_MEANING,
                 _ ("what was kept does not fit the steps of the case '%s'"),
                 al_case_get_id (content));
    return NULL;
  }
  return g_steal_pointer (&self);
}
