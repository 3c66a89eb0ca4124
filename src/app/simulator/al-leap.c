/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-leap.h"

#define REPORT_INTERVAL_MS 50

/* Between two looks at whether it is given up. */
#define PART_US (10 * G_USEC_PER_SEC)

typedef struct {
  AlLeap *leap;
  gint64 duration_us;
  AlLeapFunc progress;
  gpointer user_data;
  int permille; /* atomic: written by the thread, read by the main loop */
} Journey;

/**
 * al_leap_new:
 * @simulation: the state as it is; copied
 * @timeline: the commands that are still to come; copied
 * @trends: what is slow; copied
 *
 * Prepares a leap.
 *
 * Returns: (transfer full): a new leap
 */
AlLeap *
al_leap_new (const AlSimulation *simulation, const AlTimeline *timeline, const AlTrends *trends)
{
  AlLeap *self = g_new0 (AlLeap, 1);

  self->simulation = *simulation;
  self->timeline = *timeline;
  if (timeline->scenario != NULL)
    self->timeline.scenario = al_scenario_copy (timeline->scenario);
  al_trends_init (&self->trends);
  al_trends_copy (&self->trends, trends);
  return self;
}

/**
 * al_leap_free:
 * @self: (transfer full): a leap
 *
 * Frees a leap.
 */
void
al_leap_free (AlLeap *self)
{
  al_timeline_finalize (&self->timeline);
  al_trends_finalize (&self->trends);
  g_free (self);
}

static void
apply_due_commands (AlLeap *self)
{
  const AlSettings before = self->simulation.settings;
  const gint64 now_us = al_simulation_get_time_us (&self->simulation);
  AlSettings after = before;

  if (!al_timeline_apply_due (&self->timeline, now_us, &after) ||
      al_settings_equal (&before, &after))
    return;
  al_simulation_apply (&self->simulation, &after);
  al_trends_mark_change (&self->trends, now_us, &before, &after);
}

/**
 * al_leap_advance:
 * @self: a leap
 * @duration_us: simulated time
 *
 * Lets time pass, with the commands that fall into it.
 *
 * Returns: %FALSE when the model left the numbers
 */
gboolean
al_leap_advance (AlLeap *self, gint64 duration_us)
{
  while (duration_us > 0) {
    gint64 now_us;
    gint64 part_us;

    apply_due_commands (self);
    now_us = al_simulation_get_time_us (&self->simulation);
    part_us = MIN (duration_us, al_timeline_get_wait_us (&self->timeline, now_us));
    part_us = MIN (part_us, al_trends_get_wait_us (&self->trends, now_us));
    if (al_simulation_advance (&self->simulation, part_us, NULL, NULL) != AL_STATUS_OK)
      return FALSE;
    al_trends_follow (&self->trends, &self->simulation);
    duration_us -= part_us;
  }
  return TRUE;
}

static void
journey_free (gpointer data)
{
  Journey *journey = data;

  g_clear_pointer (&journey->leap, al_leap_free);
  g_free (journey);
}

static void
leap_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Journey *journey = task_data;

  for (gint64 passed_us = 0; passed_us < journey->duration_us; passed_us += PART_US) {
    if (g_task_return_error_if_cancelled (task))
      return;
    if (!al_leap_advance (journey->leap, MIN (PART_US, journey->duration_us - passed_us))) {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "the model left the numbers");
      return;
    }
    g_atomic_int_set (&journey->permille, (int) (1000 * passed_us / journey->duration_us));
  }
  g_task_return_boolean (task, TRUE);
}

static gboolean
report_cb (gpointer user_data)
{
  GTask *task = user_data;
  Journey *journey = g_task_get_task_data (task);

  if (g_task_get_completed (task) || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return G_SOURCE_REMOVE;
  journey->progress (g_atomic_int_get (&journey->permille) / 1000.0, journey->user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * al_leap_start:
 * @self: (transfer full): a leap
 * @duration_us: simulated time
 * @cancellable: gives it up
 * @progress: called now and then on the main loop, until it is given up
 * @done: called in the end; it calls al_leap_finish()
 * @user_data: for both
 *
 * Lets hours pass in a thread.
 */
void
al_leap_start (AlLeap *self, gint64 duration_us, GCancellable *cancellable, AlLeapFunc progress,
               GAsyncReadyCallback done, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Journey *journey = g_new0 (Journey, 1);

  journey->leap = self;
  journey->duration_us = duration_us;
  journey->progress = progress;
  journey->user_data = user_data;
  g_task_set_source_tag (task, al_leap_start);
  g_task_set_task_data (task, journey, journey_free);
  g_timeout_add_full (G_PRIORITY_DEFAULT, REPORT_INTERVAL_MS, report_cb, g_object_ref (task),
                      g_object_unref);
  g_task_run_in_thread (task, leap_in_thread);
}

/**
 * al_leap_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_FAILED when the model leaves
 * the numbers
 *
 * Where the leap led.
 *
 * Returns: (transfer full) (nullable): the leap
 */
AlLeap *
al_leap_finish (GAsyncResult *result, GError **error)
{
  Journey *journey = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&journey->leap);
}
