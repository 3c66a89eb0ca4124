/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-ghost-task.h"

/* Between two looks at whether it is given up. */
#define PART_US (2 * G_USEC_PER_SEC)

typedef struct {
  AlSimulation state;
  gint64 settling_us;
  guint n_beats;
} Errand;

static void
settle_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  AlGhost *ghost;

  while (errand->settling_us > 0) {
    const gint64 part_us = MIN (PART_US, errand->settling_us);

    if (g_task_return_error_if_cancelled (task))
      return;
    if (al_simulation_advance (&errand->state, part_us, NULL, NULL) != AL_STATUS_OK)
      break;
    errand->settling_us -= part_us;
  }
  ghost =
      errand->settling_us <= 0 ? al_ghost_new_of_state (&errand->state, 0, errand->n_beats) : NULL;
  if (ghost != NULL)
    g_task_return_pointer (task, ghost, (GDestroyNotify) al_ghost_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "the model left the numbers");
}

/**
 * al_ghost_task_start:
 * @state: a state; copied
 * @settling_us: simulated time until it has settled, 0 if it has
 * @n_beats: how many beats the indices of the ghost are the mean of
 * @cancellable: gives it up
 * @done: called in the end; it calls al_ghost_task_finish()
 * @user_data: for @done
 *
 * Makes the ghost of the loop that a state settles on, in a thread.
 */
void
al_ghost_task_start (const AlSimulation *state, gint64 settling_us, guint n_beats,
                     GCancellable *cancellable, GAsyncReadyCallback done, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Errand *errand = g_new (Errand, 1);

  errand->state = *state;
  errand->settling_us = settling_us;
  errand->n_beats = n_beats;
  g_task_set_source_tag (task, al_ghost_task_start);
  g_task_set_task_data (task, errand, g_free);
  g_task_run_in_thread (task, settle_in_thread);
}

/**
 * al_ghost_task_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_FAILED when the model leaves
 * the numbers
 *
 * The ghost of the settled loop.
 *
 * Returns: (transfer full) (nullable): a new automatic ghost
 */
AlGhost *
al_ghost_task_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
