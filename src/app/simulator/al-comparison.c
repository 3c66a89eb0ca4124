/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-comparison.h"

#include <glib/gi18n.h>

/* Ghosts beyond this number push out the oldest. */
#define MAX_GHOSTS 6

/**
 * al_comparison_init:
 * @self: memory for a comparison
 *
 * Makes a comparison with nothing.
 */
void
al_comparison_init (AlComparison *self)
{
  *self = (AlComparison){NULL};
  self->ghosts = g_ptr_array_new_with_free_func ((GDestroyNotify) al_ghost_free);
}

/**
 * al_comparison_clear:
 * @self: a comparison
 *
 * Forgets every ghost and the reference.
 */
void
al_comparison_clear (AlComparison *self)
{
  g_ptr_array_set_size (self->ghosts, 0);
  self->has_reference = FALSE;
  g_clear_pointer (&self->reference_name, g_free);
}

/**
 * al_comparison_finalize:
 * @self: a comparison
 *
 * Frees what a comparison holds, not the comparison.
 */
void
al_comparison_finalize (AlComparison *self)
{
  g_clear_pointer (&self->ghosts, g_ptr_array_unref);
  g_clear_pointer (&self->reference_name, g_free);
}

/**
 * al_comparison_find_automatic:
 * @self: a comparison
 * @support: which devices
 *
 * The ghost that was kept by itself for a state of the devices; there is at most one.
 *
 * Returns: (transfer none) (nullable): a ghost
 */
AlGhost *
al_comparison_find_automatic (const AlComparison *self, AlSupport support)
{
  for (guint i = 0; i < self->ghosts->len; i++) {
    AlGhost *ghost = g_ptr_array_index (self->ghosts, i);

    if (ghost->automatic && ghost->support == support)
      return ghost;
  }
  return NULL;
}

/**
 * al_comparison_refer:
 * @self: a comparison
 * @name: the name of a state
 * @indices: its indices
 *
 * Says what changes are counted from.
 */
void
al_comparison_refer (AlComparison *self, const char *name, const AlIndices *indices)
{
  g_autofree char *old_name = g_steal_pointer (&self->reference_name);

  self->reference = *indices;
  self->has_reference = TRUE;
  self->reference_name = g_strdup (name);
}

static AlGhost *
find_automatic_named (const AlComparison *self, const char *name)
{
  for (guint i = 0; i < self->ghosts->len; i++) {
    AlGhost *ghost = g_ptr_array_index (self->ghosts, i);

    if (ghost->automatic && g_str_equal (ghost->name, name))
      return ghost;
  }
  return NULL;
}

/**
 * al_comparison_add:
 * @self: a comparison
 * @ghost: (transfer full): a ghost
 *
 * Keeps a loop, and counts changes from it.
 *
 * An automatic ghost takes the place of the last one of the same name.
 */
void
al_comparison_add (AlComparison *self, AlGhost *ghost)
{
  AlGhost *old = ghost->automatic ? find_automatic_named (self, ghost->name) : NULL;

  if (old != NULL)
    g_ptr_array_remove (self->ghosts, old);
  g_ptr_array_add (self->ghosts, ghost);
  if (self->ghosts->len > MAX_GHOSTS)
    g_ptr_array_remove_index (self->ghosts, 0);
  al_comparison_refer (self, ghost->name, &ghost->indices);
}

/**
 * al_comparison_refer_to_present:
 * @self: a comparison
 * @simulation: the state as it stands
 * @n_beats: how many beats to take the mean of
 *
 * Counts changes from the state as it stands, without keeping its loop.
 */
void
al_comparison_refer_to_present (AlComparison *self, const AlSimulation *simulation, guint n_beats)
{
  AlIndices indices;

  if (al_simulation_mean_indices (simulation, n_beats, &indices) > 0)
    al_comparison_refer (self, al_support_get_name (al_support_of (&simulation->settings)),
                         &indices);
}

/**
 * al_comparison_keep:
 * @self: a comparison
 * @name: what stands on the curve
 * @simulation: the state as it stands
 * @loops: its loops; the last whole one is kept
 * @n_beats: how many beats its indices are the mean of
 *
 * Keeps the loop as it stands, at the wish of a person.
 *
 * Returns: whether there was a beat to keep
 */
gboolean
al_comparison_keep (AlComparison *self, const char *name, const AlSimulation *simulation,
                    const AlLoops *loops, guint n_beats)
{
  guint n_points;
  const double *points = al_loops_get (loops, 1, &n_points);
  AlIndices indices;

  if (al_simulation_mean_indices (simulation, n_beats, &indices) == 0)
    return FALSE;
  al_comparison_add (self, al_ghost_new (name, &simulation->settings, &indices, points, n_points));
  return TRUE;
}

/**
 * al_comparison_keep_settled:
 * @self: a comparison
 * @simulation: the state that is about to be left
 * @settling_us: simulated time until it would have settled; 0 or less if it has
 * @n_beats: how many beats its indices are the mean of
 *
 * Keeps the loop that a state would settle on. One caught on the way there would show the next
 * device to do what the last one was still doing: pressures that rise when a balloon is added, for
 * instance, because ECMO had just been started.
 */
void
al_comparison_keep_settled (AlComparison *self, const AlSimulation *simulation, gint64 settling_us,
                            guint n_beats)
{
  AlGhost *ghost = al_ghost_new_of_state (simulation, MAX (settling_us, 0), n_beats);

  if (ghost != NULL)
    al_comparison_add (self, ghost);
}

/**
 * al_comparison_keep_before:
 * @self: a comparison
 * @simulation: the state that is about to be left
 * @settling_us: simulated time until it would have settled; 0 or less if it has
 * @n_beats: how many beats its indices are the mean of
 *
 * The same for a change that leaves the devices as they are: the loop gets a name of its own, since
 * the name of the devices goes on to stand for the changed heart.
 */
void
al_comparison_keep_before (AlComparison *self, const AlSimulation *simulation, gint64 settling_us,
                           guint n_beats)
{
  AlGhost *ghost = al_ghost_new_of_state (simulation, MAX (settling_us, 0), n_beats);
  g_autofree char *name = NULL;

  if (ghost == NULL)
    return;
  name = g_steal_pointer (&ghost->name);
  /* Translators: a loop as it was before a setting was changed; %s is the name of the devices */
  ghost->name = g_strdup_printf (_ ("%s, before"), name);
  al_comparison_add (self, ghost);
}

/**
 * al_comparison_name_next:
 * @self: a comparison
 * @support: which devices run
 *
 * A name for the next loop that a person keeps.
 *
 * Returns: (transfer full): a letter and the name of the devices
 */
char *
al_comparison_name_next (const AlComparison *self, AlSupport support)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->ghosts->len; i++)
    n_kept += !((const AlGhost *) g_ptr_array_index (self->ghosts, i))->automatic;
  return g_strdup_printf ("%c: %s", 'A' + (char) (n_kept % 26), al_support_get_name (support));
}
