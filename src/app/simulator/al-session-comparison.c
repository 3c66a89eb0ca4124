/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session-private.h"

#include <string.h>

#include "al-four-way.h"

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
  return al_comparison_get (&self->comparison, position);
}

/**
 * al_session_keep_ghost:
 * @self: a session
 * @name: (nullable): what stands on the curve, %NULL for a letter and the name of the devices
 *
 * Keeps the last whole loop for comparison; it becomes the reference. A four-way comparison ends.
 */
void
al_session_keep_ghost (AlSession *self, const char *name)
{
  g_autofree char *own_name = NULL;

  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->ready)
    return;
  al_session_set_four_way (self, FALSE);
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
  al_session_forget_ghosts (self);
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
  return al_comparison_get_reference (&self->comparison, indices);
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

/**
 * al_session_get_reference_settings:
 * @self: a session
 *
 * The settings of what changes are counted from.
 *
 * Returns: (transfer none) (nullable): the settings, %NULL without a reference
 */
const AlSettings *
al_session_get_reference_settings (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  return self->comparison.has_reference ? &self->comparison.reference_settings : NULL;
}

/**
 * al_session_rename_ghost:
 * @self: a session
 * @position: 0 is the oldest
 * @name: what is to stand on the curve
 *
 * Gives a kept loop another name.
 */
void
al_session_rename_ghost (AlSession *self, guint position, const char *name)
{
  g_return_if_fail (AL_IS_SESSION (self));
  g_return_if_fail (position < self->comparison.ghosts->len);
  g_return_if_fail (name != NULL);
  al_comparison_rename (&self->comparison, position, name);
  al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
}

/**
 * al_session_remove_ghost:
 * @self: a session
 * @position: 0 is the oldest
 *
 * Removes a kept loop.
 */
void
al_session_remove_ghost (AlSession *self, guint position)
{
  g_return_if_fail (AL_IS_SESSION (self));
  g_return_if_fail (position < self->comparison.ghosts->len);
  al_comparison_remove (&self->comparison, position);
  al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
}

/**
 * al_session_refer_to_ghost:
 * @self: a session
 * @position: 0 is the oldest
 *
 * Counts changes from a kept loop.
 */
void
al_session_refer_to_ghost (AlSession *self, guint position)
{
  g_return_if_fail (AL_IS_SESSION (self));
  g_return_if_fail (position < self->comparison.ghosts->len);
  al_comparison_refer_to_ghost (&self->comparison,
                                g_ptr_array_index (self->comparison.ghosts, position));
  al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
}

/**
 * al_session_is_reference:
 * @self: a session
 * @position: 0 is the oldest
 *
 * Whether changes are counted from a kept loop.
 */
gboolean
al_session_is_reference (AlSession *self, guint position)
{
  const AlGhost *ghost;

  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (position < self->comparison.ghosts->len, FALSE);
  ghost = g_ptr_array_index (self->comparison.ghosts, position);
  return ghost->serial == self->comparison.reference_serial;
}

/* First beats, and where they settle */

/**
 * al_session_get_first_beats:
 * @self: a session
 *
 * Whether the comparison shows first beats where it knows them.
 */
gboolean
al_session_get_first_beats (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->comparison.first_beats;
}

/**
 * al_session_set_first_beats:
 * @self: a session
 * @first_beats: whether to show the first beats of states, not where they settle
 *
 * Shows what a device does at once, before blood has moved: the loops and indices of the beat in
 * which it first acts in full. The four-way comparison knows it; other kept loops have none and
 * stay as they are.
 */
void
al_session_set_first_beats (AlSession *self, gboolean first_beats)
{
  g_return_if_fail (AL_IS_SESSION (self));
  if (self->comparison.first_beats == !!first_beats)
    return;
  self->comparison.first_beats = !!first_beats;
  al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
}

/* Four states at once */

/* Ghosts that are on their way or set aside are not wanted any more. */
void
al_session_forget_ghosts (AlSession *self)
{
  if (self->ghosts_on_way != NULL)
    g_cancellable_cancel (self->ghosts_on_way);
  g_clear_object (&self->ghosts_on_way);
  if (self->work == AL_SESSION_COMPARING)
    al_session_cancel_work (self);
  if (self->set_aside == NULL)
    return;
  g_clear_pointer (&self->set_aside, g_ptr_array_unref);
  al_session_notify (self, AL_SESSION_PROP_FOUR_WAY);
}

static void
include_loop (AlSurvey *survey, const AlGhost *ghost)
{
  for (guint i = 0; ghost != NULL && i < ghost->n_points; i++) {
    al_range_include (&survey->extent[AL_SIGNAL_LV_VOLUME], ghost->volume_ml[i]);
    al_range_include (&survey->extent[AL_SIGNAL_LV_PRESSURE], ghost->pressure_mmhg[i]);
  }
}

/* One range holds all four, early and late, and does not move between them. */
static void
widen_axes (AlSession *self)
{
  const AlSurvey before = self->survey;

  for (guint i = 0; i < self->comparison.ghosts->len; i++) {
    const AlGhost *ghost = g_ptr_array_index (self->comparison.ghosts, i);

    include_loop (&self->survey, ghost);
    include_loop (&self->survey, ghost->first);
  }
  if (memcmp (&before, &self->survey, sizeof before) != 0)
    al_session_emit (self, AL_SESSION_AXES_CHANGED);
}

static void
show_four_way (AlSession *self, GPtrArray *ghosts)
{
  self->set_aside = ghosts;
  al_comparison_swap_ghosts (&self->comparison, &self->set_aside);
  widen_axes (self);
  al_session_notify (self, AL_SESSION_PROP_FOUR_WAY);
  al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
}

static void
four_way_progress_cb (double share, gpointer user_data)
{
  g_autoptr (AlSession) self = g_weak_ref_get (user_data);

  if (self != NULL)
    al_session_set_work_progress (self, share);
}

static void
four_way_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AlSession) self = g_weak_ref_get (user_data);
  g_autoptr (GError) error = NULL;
  GPtrArray *ghosts = al_four_way_finish (result, &error);

  g_weak_ref_clear (user_data);
  g_free (user_data);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_pointer (&ghosts, g_ptr_array_unref);
    return;
  }
  al_session_end_work (self);
  if (ghosts != NULL)
    show_four_way (self, ghosts);
  else
    al_session_emit (self, AL_SESSION_FAILED);
}

static void
begin_four_way (AlSession *self)
{
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, self);
  al_session_begin_work (self, AL_SESSION_COMPARING);
  al_four_way_start (self->simulation, AL_SESSION_REFERENCE_BEATS, self->working,
                     four_way_progress_cb, four_way_ready_cb, reference);
}

static void
leave_four_way (AlSession *self)
{
  const gboolean on_its_way = al_session_get_on_its_way (self);
  GPtrArray *four = g_steal_pointer (&self->set_aside);

  al_comparison_swap_ghosts (&self->comparison, &four);
  g_ptr_array_unref (four);
  /* What has just been switched is not yet a state that changes could be counted from. */
  if (self->comparison.ghosts->len == 0 && !on_its_way)
    al_comparison_refer_to_present (&self->comparison, self->simulation,
                                    AL_SESSION_REFERENCE_BEATS);
  al_session_notify (self, AL_SESSION_PROP_FOUR_WAY);
  al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
}

/**
 * al_session_get_four_way:
 * @self: a session
 *
 * Whether the four-way comparison is shown or on its way.
 */
gboolean
al_session_get_four_way (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->set_aside != NULL || self->work == AL_SESSION_COMPARING;
}

/**
 * al_session_set_four_way:
 * @self: a session
 * @four_way: whether to compare
 *
 * Compares where the patient as he is now settles with no device, with the balloon pump, with
 * VA-ECMO and with both, or returns to the loops that were kept before.
 *
 * It is found in the background, with progress in [property@Session:work-progress]; meanwhile time
 * goes on.
 */
void
al_session_set_four_way (AlSession *self, gboolean four_way)
{
  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->ready || al_session_get_four_way (self) == !!four_way)
    return;
  if (four_way)
    begin_four_way (self);
  else if (self->set_aside != NULL)
    leave_four_way (self);
  else
    al_session_cancel_work (self);
}
