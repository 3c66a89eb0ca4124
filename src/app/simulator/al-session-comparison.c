/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session-private.h"

/**
 * al_session_get_n_ghosts:
 * @self: a session
 *
 * How many loops are kept for comparison.
 */
guint
al_session_get_n_ghosts (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), 0);
  return self->comparison.ghosts->len;
}

/**
 * al_session_get_ghost:
 * @self: a session
 * @position: 0 is the oldest
 *
 * A loop that is kept for comparison.
 *
 * Returns: (transfer none): a ghost, valid until the ghosts change
 */
const AlGhost *
al_session_get_ghost (AlSession *self, guint position)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  g_return_val_if_fail (position < self->comparison.ghosts->len, NULL);
  return g_ptr_array_index (self->comparison.ghosts, position);
}

/**
 * al_session_keep_ghost:
 * @self: a session
 * @name: (nullable): what stands on the curve, %NULL for a letter and the name of the devices
 *
 * Keeps the last whole loop for comparison; it becomes the reference.
 */
void
al_session_keep_ghost (AlSession *self, const char *name)
{
  g_autofree char *own_name = NULL;

  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->ready)
    return;
  if (name == NULL)
    name = own_name = al_comparison_name_next (&self->comparison, al_session_get_support (self));
  if (al_comparison_keep (&self->comparison, name, self->simulation, &self->recorder.loops,
                          AL_SESSION_REFERENCE_BEATS))
    al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
}

/**
 * al_session_clear_ghosts:
 * @self: a session
 *
 * Removes every kept loop; the state as it is becomes the reference.
 */
void
al_session_clear_ghosts (AlSession *self)
{
  g_return_if_fail (AL_IS_SESSION (self));
  al_comparison_clear (&self->comparison);
  al_comparison_refer_to_present (&self->comparison, self->simulation, AL_SESSION_REFERENCE_BEATS);
  al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
}

/**
 * al_session_get_indices:
 * @self: a session
 * @indices: (out): the mean of the last beats
 *
 * What the readouts show.
 *
 * Returns: whether there was a whole beat
 */
gboolean
al_session_get_indices (AlSession *self, AlIndices *indices)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->ready &&
         al_simulation_mean_indices (self->simulation, AL_SESSION_MEAN_BEATS, indices) > 0;
}

/**
 * al_session_get_reference:
 * @self: a session
 * @indices: (out): what changes are counted from
 *
 * The indices of the last kept loop, or of the scenario as it began.
 *
 * Returns: whether there is a reference
 */
gboolean
al_session_get_reference (AlSession *self, AlIndices *indices)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  if (self->comparison.has_reference)
    *indices = self->comparison.reference;
  return self->comparison.has_reference;
}

/**
 * al_session_get_reference_name:
 * @self: a session
 *
 * The name of what changes are counted from.
 *
 * Returns: (transfer none) (nullable): a name
 */
const char *
al_session_get_reference_name (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  return self->comparison.reference_name;
}
