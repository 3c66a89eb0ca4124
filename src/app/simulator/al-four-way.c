/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-four-way.h"

#include <math.h>

#include "al-steady-state.h"

#define REPORT_INTERVAL_MS 50

/* Beats that do not repeat by then, as in atrial fibrillation, are taken as they are. */
#define SETTLE_LIMIT_US (120 * G_USEC_PER_SEC)

/* A device that does not act in full by then, such as a drainage that sucks the vein empty, is
 * taken as it is then. */
#define FIRST_LIMIT_US (20 * G_USEC_PER_SEC)

/* ECMO acts in full when its flow has come so near to where it settles. */
#define FLOW_SHARE 0.1
#define FLOW_L_MIN 0.1

/*
 * The first beat of a state is the first in which each device does what it does once all has
 * settled: the balloon deflates before its ejection, or does not any more, and the flow of ECMO has
 * come within 10 % (or 0.1 L/min) of where it settles. The servo takes longer to raise that flow
 * than blood takes to move; so the pump begins at the speed at which it settles. What is seen then
 * is what the device does to the heart as it was filled before.
 */

typedef struct {
  AlSimulation now;
  guint n_beats;
  GCancellable *cancellable;
  AlFourWayFunc progress;
  gpointer user_data;
  GPtrArray *ghosts;
  int passed_s[AL_N_FOUR_WAY]; /* atomic: written by threads, read by the main loop */
} FourWay;

typedef struct {
  FourWay *all;
  AlSupport support;
  AlGhost *ghost;
} Branch;

static gboolean
going_on (gint64 passed_us, gpointer user_data)
{
  Branch *branch = user_data;

  g_atomic_int_set (&branch->all->passed_s[branch->support], (int) (passed_us / G_USEC_PER_SEC));
  return !g_cancellable_is_cancelled (branch->all->cancellable);
}

static gboolean
settle (Branch *branch, AlSimulation *simulation)
{
  const AlSteadyStateGoal goal = {AL_STEADY_STATE_TOLERANCE, SETTLE_LIMIT_US, going_on, branch};
  const AlSteadyState found = al_steady_state_find (simulation, &goal);

  return found.end == AL_STEADY_STATE_FOUND || found.end == AL_STEADY_STATE_LIMIT;
}

static void
switch_devices (AlSimulation *simulation, AlSupport support)
{
  AlSettings settings = simulation->settings;

  al_support_apply (support, &settings);
  al_simulation_apply (simulation, &settings);
}

static gboolean
acts_in_full (const AlSimulation *simulation, double settled_flow)
{
  const AlBeat *beat = al_simulation_get_beat (simulation, 0);
  const AlSettings *settings = &simulation->settings;
  const gboolean balloon = settings->value[AL_PARAMETER_IABP_ON] > 0.5;
  const gboolean every_beat = settings->value[AL_PARAMETER_IABP_RATIO] < 1.5;
  const double flow = beat->indices.value[AL_INDEX_ECMO_FLOW];

  if (beat->after_assisted != balloon || (every_beat && beat->assisted != balloon))
    return FALSE;
  return !isfinite (settled_flow) || !isfinite (flow) ||
         fabs (flow - settled_flow) <= MAX (FLOW_L_MIN, FLOW_SHARE * fabs (settled_flow));
}

/* The loop of the beat is recorded once it is known which: from the state two beats before its end,
 * as a ghost begins at the end of a beat. */
static AlGhost *
find_first_beat (const AlSimulation *now, AlSupport support, const AlSimulation *settled,
                 double settled_flow)
{
  g_autofree AlSimulation *branch = g_memdup2 (now, sizeof *now);
  g_autofree AlSimulation *before = NULL;
  g_autofree AlSimulation *long_before = NULL;
  const gint64 limit_us = al_simulation_get_time_us (now) + FIRST_LIMIT_US;

  switch_devices (branch, support);
  branch->circulation.core.y[AL_ECMO_RPM] = settled->circulation.core.y[AL_ECMO_RPM];
  do {
    g_free (long_before);
    long_before = g_steal_pointer (&before);
    before = g_memdup2 (branch, sizeof *branch);
    if (al_simulation_advance_beat (branch, NULL, NULL) != AL_STATUS_OK)
      return NULL;
  } while (long_before == NULL ||
           (al_simulation_get_time_us (branch) < limit_us && !acts_in_full (branch, settled_flow)));
  return al_ghost_new_of_state (long_before, 0, 1);
}

static gpointer
settle_branch (gpointer user_data)
{
  Branch *branch = user_data;
  const AlSimulation *now = &branch->all->now;
  g_autofree AlSimulation *settled = g_memdup2 (now, sizeof *now);

  switch_devices (settled, branch->support);
  if (!settle (branch, settled))
    return NULL;
  branch->ghost = al_ghost_new_of_state (settled, 0, branch->all->n_beats);
  if (branch->ghost != NULL)
    branch->ghost->first = find_first_beat (now, branch->support, settled,
                                            branch->ghost->indices.value[AL_INDEX_ECMO_FLOW]);
  g_atomic_int_set (&branch->all->passed_s[branch->support],
                    (int) (SETTLE_LIMIT_US / G_USEC_PER_SEC));
  return NULL;
}

static void
four_way_free (gpointer data)
{
  FourWay *self = data;

  g_clear_pointer (&self->ghosts, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* A state is a branch of its own, so each may have a processor. */
static void
run_branches (FourWay *self)
{
  Branch branches[AL_N_FOUR_WAY];
  GThread *threads[AL_N_FOUR_WAY];

  for (int i = 0; i < AL_N_FOUR_WAY; i++) {
    branches[i] = (Branch){self, (AlSupport) i, NULL};
    threads[i] = g_thread_new ("four-way", settle_branch, &branches[i]);
  }
  for (int i = 0; i < AL_N_FOUR_WAY; i++) {
    g_thread_join (threads[i]);
    if (branches[i].ghost != NULL)
      g_ptr_array_add (self->ghosts, branches[i].ghost);
  }
}

static void
work_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FourWay *self = task_data;

  self->ghosts = g_ptr_array_new_with_free_func ((GDestroyNotify) al_ghost_free);
  run_branches (self);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->ghosts->len == AL_N_FOUR_WAY)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "the model left the numbers");
}

static gboolean
report_cb (gpointer user_data)
{
  GTask *task = user_data;
  FourWay *self = g_task_get_task_data (task);
  int passed_s = 0;

  if (g_task_get_completed (task) || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return G_SOURCE_REMOVE;
  for (int i = 0; i < AL_N_FOUR_WAY; i++)
    passed_s += g_atomic_int_get (&self->passed_s[i]);
  self->progress (passed_s * (double) G_USEC_PER_SEC / (AL_N_FOUR_WAY * (double) SETTLE_LIMIT_US),
                  self->user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * al_four_way_start:
 * @now: the patient as he is; copied
 * @n_beats: how many beats the indices of the settled states are the mean of
 * @cancellable: gives it up
 * @progress: called now and then on the main loop, until it is given up
 * @done: called in the end; it calls al_four_way_finish()
 * @user_data: for both
 *
 * Finds where a patient settles with no device, with the balloon pump, with VA-ECMO and with both,
 * each set as it is, in threads; and the first beat of each.
 *
 * Any other device is off in all four.
 */
void
al_four_way_start (const AlSimulation *now, guint n_beats, GCancellable *cancellable,
                   AlFourWayFunc progress, GAsyncReadyCallback done, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  FourWay *self = g_new0 (FourWay, 1);

  self->now = *now;
  self->n_beats = n_beats;
  self->cancellable = g_object_ref (cancellable);
  self->progress = progress;
  self->user_data = user_data;
  g_task_set_source_tag (task, al_four_way_start);
  g_task_set_task_data (task, self, four_way_free);
  g_timeout_add_full (G_PRIORITY_DEFAULT, REPORT_INTERVAL_MS, report_cb, g_object_ref (task),
                      g_object_unref);
  g_task_run_in_thread (task, work_in_thread);
}

/**
 * al_four_way_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_FAILED when the model leaves
 * the numbers
 *
 * The four ghosts, in the order of #AlSupport, each with its first beat where there is one.
 *
 * Returns: (transfer full) (nullable) (element-type AlGhost): automatic ghosts
 */
GPtrArray *
al_four_way_finish (GAsyncResult *result, GError **error)
{
  FourWay *self = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&self->ghosts);
}
