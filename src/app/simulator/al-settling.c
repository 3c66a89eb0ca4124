/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-settling.h"

#define REPORT_INTERVAL_MS 50

typedef struct {
  AlScenario *scenario;
  AlSimulation *simulation;
  AlSettlingFunc progress;
  gpointer user_data;
  int permille; /* atomic: written by the thread, read by the main loop */
} Settling;

static void
settling_free (gpointer data)
{
  Settling *settling = data;

  g_clear_pointer (&settling->scenario, al_scenario_free);
  g_clear_pointer (&settling->simulation, g_free);
  g_free (settling);
}

/* In parts of a second, so that it can be given up. */
static void
settle_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Settling *settling = task_data;
  const double settle_s = al_scenario_get_settle_s (settling->scenario);
  AlSettings settings;

  al_scenario_get_settings (settling->scenario, &settings);
  al_simulation_init (settling->simulation, &settings);
  al_simulation_set_settling (settling->simulation, TRUE);
  for (int second = 0; second < settle_s; second++) {
    if (g_task_return_error_if_cancelled (task))
      return;
    if (al_simulation_advance (settling->simulation, G_USEC_PER_SEC, NULL, NULL) != AL_STATUS_OK) {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "the model does not settle");
      return;
    }
    g_atomic_int_set (&settling->permille, (int) (1000 * (second + 1) / settle_s));
  }
  al_simulation_set_settling (settling->simulation, FALSE);
  al_scenario_take_stage (&settings, settle_s, settling->simulation);
  g_task_return_boolean (task, TRUE);
}

static gboolean
report_cb (gpointer user_data)
{
  GTask *task = user_data;
  Settling *settling = g_task_get_task_data (task);

  if (g_task_get_completed (task) || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return G_SOURCE_REMOVE;
  settling->progress (g_atomic_int_get (&settling->permille) / 1000.0, settling->user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * al_settling_start:
 * @scenario: what to settle; copied
 * @cancellable: gives it up
 * @progress: called now and then on the main loop, until it is given up
 * @done: called in the end; it calls al_settling_finish()
 * @user_data: for both
 *
 * Settles a scenario in a thread.
 */
void
al_settling_start (const AlScenario *scenario, GCancellable *cancellable, AlSettlingFunc progress,
                   GAsyncReadyCallback done, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Settling *settling = g_new0 (Settling, 1);

  settling->scenario = al_scenario_copy (scenario);
  settling->simulation = g_new0 (AlSimulation, 1);
  settling->progress = progress;
  settling->user_data = user_data;
  g_task_set_source_tag (task, al_settling_start);
  g_task_set_task_data (task, settling, settling_free);
  g_timeout_add_full (G_PRIORITY_DEFAULT, REPORT_INTERVAL_MS, report_cb, g_object_ref (task),
                      g_object_unref);
  g_task_run_in_thread (task, settle_in_thread);
}

/**
 * al_settling_finish:
 * @result: what the callback was given
 * @scenario: (out) (transfer none): the scenario that was settled
 * @error: return location for %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_FAILED when the model leaves
 * the numbers
 *
 * The settled scenario.
 *
 * Returns: (transfer none) (nullable): a simulation that lives as long as @result
 */
const AlSimulation *
al_settling_finish (GAsyncResult *result, const AlScenario **scenario, GError **error)
{
  const Settling *settling = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *scenario = settling->scenario;
  return settling->simulation;
}
