/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-comparison.h"

#include <glib/gi18n.h>

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
  self->reference_serial = 0;
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
 * @settings: its settings
 * @indices: its indices
 *
 * Says what changes are counted from.
 */
void
al_comparison_refer (AlComparison *self, const char *name, const AlSettings *settings,
                     const AlIndices *indices)
{
  g_autofree char *old_name = g_steal_pointer (&self->reference_name);

  self->reference = *indices;
  self->reference_settings = *settings;
  self->has_reference = TRUE;
  self->reference_name = g_strdup (name);
  self->reference_serial = 0;
}

static AlGhost *
find (const AlComparison *self, gint64 serial, guint *position)
{
  for (guint i = 0; i < self->ghosts->len; i++) {
    AlGhost *ghost = g_ptr_array_index (self->ghosts, i);

    if (ghost->serial == serial) {
      *position = i;
      return ghost;
    }
  }
  return NULL;
}

/**
 * al_comparison_refer_to_ghost:
 * @self: a comparison
 * @ghost: one of its ghosts
 *
 * Counts changes from a kept loop.
 */
void
al_comparison_refer_to_ghost (AlComparison *self, const AlGhost *ghost)
{
  al_comparison_refer (self, ghost->name, &ghost->settings, &ghost->indices);
  self->reference_serial = ghost->serial;
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

/* The oldest makes room, but not the one that changes are counted from. */
static void
make_room (AlComparison *self)
{
  const AlGhost *oldest = g_ptr_array_index (self->ghosts, 0);
  const gboolean is_reference = oldest->serial == self->reference_serial;

  g_ptr_array_remove_index (self->ghosts, is_reference ? 1 : 0);
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
  if (self->ghosts->len == AL_COMPARISON_MOST)
    make_room (self);
  ghost->serial = ++self->last_serial;
  g_ptr_array_add (self->ghosts, ghost);
  al_comparison_refer_to_ghost (self, ghost);
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
                         &simulation->settings, &indices);
}

static AlGhost *
new_ghost_of_present (const char *name, const AlSimulation *simulation, const AlLoops *loops,
                      guint n_beats)
{
  AlIndices indices;

  if (al_simulation_mean_indices (simulation, n_beats, &indices) == 0)
    return NULL;
  return al_ghost_new (name, &simulation->settings, &indices, loops, 1);
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
  AlGhost *ghost = new_ghost_of_present (name, simulation, loops, n_beats);

  if (ghost != NULL)
    al_comparison_add (self, ghost);
  return ghost != NULL;
}

/**
 * al_comparison_keep_passing:
 * @self: a comparison
 * @name: (nullable): what stands on the curve, %NULL for the name of the devices
 * @simulation: the state that is about to be left
 * @loops: its loops; the last whole one is kept
 * @n_beats: how many beats its indices are the mean of
 *
 * Keeps the loop of a state that is about to be left, of its own accord.
 *
 * Returns: the serial of the ghost, for al_comparison_replace(); 0 if there was no beat to keep
 */
gint64
al_comparison_keep_passing (AlComparison *self, const char *name, const AlSimulation *simulation,
                            const AlLoops *loops, guint n_beats)
{
  AlGhost *ghost = new_ghost_of_present (name, simulation, loops, n_beats);

  if (ghost == NULL)
    return 0;
  ghost->automatic = TRUE;
  al_comparison_add (self, ghost);
  return ghost->serial;
}

/**
 * al_comparison_replace:
 * @self: a comparison
 * @serial: a ghost that was kept while its state was still on its way
 * @ghost: (transfer full): where the state settles
 *
 * Puts the settled loop in the place, under the name and in the part of the passing one; if that
 * was removed meanwhile, nothing.
 *
 * Returns: whether the passing one was still there
 */
gboolean
al_comparison_replace (AlComparison *self, gint64 serial, AlGhost *ghost)
{
  guint position;
  AlGhost *passing = find (self, serial, &position);

  if (passing == NULL) {
    al_ghost_free (ghost);
    return FALSE;
  }
  g_free (ghost->name);
  ghost->name = g_steal_pointer (&passing->name);
  ghost->serial = serial;
  al_ghost_free (passing);
  g_ptr_array_index (self->ghosts, position) = ghost;
  if (self->reference_serial == serial)
    al_comparison_refer_to_ghost (self, ghost);
  return TRUE;
}

static const AlGhost *
choose_beats (const AlComparison *self, const AlGhost *ghost)
{
  return self->first_beats && ghost->first != NULL ? ghost->first : ghost;
}

/**
 * al_comparison_get:
 * @self: a comparison
 * @position: 0 is the oldest
 *
 * A loop that is kept: of its first beat, where that is asked for and known.
 *
 * Returns: (transfer none): a ghost
 */
const AlGhost *
al_comparison_get (const AlComparison *self, guint position)
{
  return choose_beats (self, g_ptr_array_index (self->ghosts, position));
}

/**
 * al_comparison_get_reference:
 * @self: a comparison
 * @indices: (out): what changes are counted from
 *
 * The indices of the reference: of its first beat, where that is asked for and known.
 *
 * Returns: whether there is a reference
 */
gboolean
al_comparison_get_reference (const AlComparison *self, AlIndices *indices)
{
  guint position;
  const AlGhost *ghost = find (self, self->reference_serial, &position);

  if (self->has_reference)
    *indices = ghost != NULL ? choose_beats (self, ghost)->indices : self->reference;
  return self->has_reference;
}

/**
 * al_comparison_rename:
 * @self: a comparison
 * @position: 0 is the oldest
 * @name: what is to stand on the curve
 *
 * Gives a kept loop another name.
 */
void
al_comparison_rename (AlComparison *self, guint position, const char *name)
{
  AlGhost *ghost = g_ptr_array_index (self->ghosts, position);
  g_autofree char *own_name = g_strdup (name);

  g_free (ghost->name);
  ghost->name = g_strdup (own_name);
  if (ghost->first != NULL) {
    g_free (ghost->first->name);
    ghost->first->name = g_strdup (own_name);
  }
  if (ghost->serial == self->reference_serial)
    al_comparison_refer_to_ghost (self, ghost);
}

/**
 * al_comparison_remove:
 * @self: a comparison
 * @position: 0 is the oldest
 *
 * Removes a kept loop. If changes were counted from it they are counted from the one that was kept
 * last, or if none is left, still from the state that it was.
 */
void
al_comparison_remove (AlComparison *self, guint position)
{
  const AlGhost *ghost = g_ptr_array_index (self->ghosts, position);
  const gboolean was_reference = ghost->serial == self->reference_serial;

  g_ptr_array_remove_index (self->ghosts, position);
  if (!was_reference)
    return;
  self->reference_serial = 0;
  if (self->ghosts->len > 0)
    al_comparison_refer_to_ghost (self, g_ptr_array_index (self->ghosts, self->ghosts->len - 1));
}

/**
 * al_comparison_swap_ghosts:
 * @self: a comparison
 * @ghosts: (inout) (element-type AlGhost): at most %AL_COMPARISON_MOST; those before
 *
 * Shows other ghosts, with the oldest as the reference.
 */
void
al_comparison_swap_ghosts (AlComparison *self, GPtrArray **ghosts)
{
  GPtrArray *before = self->ghosts;

  self->ghosts = *ghosts;
  *ghosts = before;
  for (guint i = 0; i < self->ghosts->len; i++) {
    AlGhost *ghost = g_ptr_array_index (self->ghosts, i);

    if (ghost->serial == 0)
      ghost->serial = ++self->last_serial;
  }
  if (self->ghosts->len > 0)
    al_comparison_refer_to_ghost (self, g_ptr_array_index (self->ghosts, 0));
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
