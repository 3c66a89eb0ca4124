/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same studies in another measure, or pooled in another way. */

#include "config.h"

#include "al-forest-private.h"

#include <math.h>

/* Counts give every measure but the hazard ratio; what was published without counts, its own. */
static gboolean
set_effect (const AlForest *base, AlMeasure measure, AlForestEntry *entry)
{
  if (measure == base->measure)
    return TRUE;
  return entry->from_counts && entry->has_counts &&
         al_effect_from_counts (measure, &entry->treated, &entry->control, &entry->effect);
}

static void
copy_rows (AlForest *self, const AlForest *base)
{
  for (guint i = 0; i < base->rows->len; i++) {
    const AlForestSource row = g_array_index (base->rows, AlForestSource, i);
    AlForestEntry entry = g_array_index (base->entries, AlForestEntry, i);

    entry.weight = NAN;
    if (!set_effect (base, self->measure, &entry))
      continue;
    g_array_append_val (self->rows, row);
    g_array_append_val (self->entries, entry);
  }
}

static void
add_counts (AlForestEntry *entry, const AlForestEntry *before)
{
  entry->has_counts = entry->has_counts && before->has_counts;
  entry->treated.events += before->treated.events;
  entry->treated.total += before->treated.total;
  entry->control.events += before->control.events;
  entry->control.total += before->control.total;
}

/* "+ ECMO-CS 2023" */
static const char *
make_plus (AlForest *self, const char *label)
{
  g_autofree char *text = g_strdup_printf ("+ %s", label);

  return g_string_chunk_insert (self->strings, text);
}

/* Each row becomes the summary of those up to it, and says what it adds; what is not pooled is left
 * out. */
static gboolean
accumulate (AlForest *self)
{
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (AlEffect));
  guint i = 0;

  while (i < self->rows->len) {
    AlForestEntry *entry = &g_array_index (self->entries, AlForestEntry, i);
    AlPooled pooled;

    if (!g_array_index (self->rows, AlForestSource, i).pooled) {
      g_array_remove_index (self->rows, i);
      g_array_remove_index (self->entries, i);
      continue;
    }
    g_array_append_val (effects, entry->effect);
    if (!al_pool (&self->options.pooling, (const AlEffect *) effects->data, effects->len, NULL,
                  &pooled))
      return FALSE;
    entry->effect = pooled.effect;
    if (i > 0) {
      add_counts (entry, entry - 1);
      entry->label = make_plus (self, entry->label);
    }
    i++;
  }
  return TRUE;
}

static AlForest *
copy_head (AlForest *base)
{
  AlForest *self = g_object_new (AL_TYPE_FOREST, NULL);

  self->base = g_object_ref (base);
  self->origin = base->origin;
  self->id = base->id;
  self->title = base->title;
  self->randomised = base->randomised;
  self->pool = base->pool;
  self->treated_label = base->treated_label;
  self->control_label = base->control_label;
  self->favours_treated = base->favours_treated;
  self->favours_control = base->favours_control;
  self->note = base->note;
  return self;
}

/**
 * al_forest_new_variant:
 * @self: a forest as it was read
 * @options: how to draw it
 *
 * Draws the same rows in another way. What the file does not pool is not pooled here either; a row
 * that has no counts for another measure is left out. Cumulative summaries go in the order of the
 * rows, which is that of the years.
 *
 * Returns: (transfer full) (nullable): a forest, %NULL where the rows do not give it
 */
AlForest *
al_forest_new_variant (AlForest *self, const AlForestOptions *options)
{
  g_autoptr (AlForest) variant = NULL;

  g_return_val_if_fail (AL_IS_FOREST (self), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  variant = copy_head (self);
  variant->measure = options->pooling.measure;
  variant->options = *options;
  copy_rows (variant, self);
  if (variant->entries->len == 0)
    return NULL;
  if (self->pool == AL_FOREST_POOL_NONE)
    return g_steal_pointer (&variant);
  if (options->cumulative ? !accumulate (variant) : !al_forest_pool (variant))
    return NULL;
  return g_steal_pointer (&variant);
}

/**
 * al_forest_has_measure:
 * @self: a forest as it was read
 * @measure: a measure
 *
 * Whether every row can be drawn in a measure.
 */
gboolean
al_forest_has_measure (AlForest *self, AlMeasure measure)
{
  g_return_val_if_fail (AL_IS_FOREST (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++) {
    AlForestEntry entry = g_array_index (self->entries, AlForestEntry, i);

    if (g_array_index (self->rows, AlForestSource, i).pooled && !set_effect (self, measure, &entry))
      return FALSE;
  }
  return measure == self->measure || measure != AL_MEASURE_HAZARD_RATIO;
}
