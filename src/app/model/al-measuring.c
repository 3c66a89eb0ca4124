/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-measuring.h"

#define REPORT_INTERVAL_MS 50

typedef struct {
  AlMeasuring what;   /* with a reference on the catalogue */
  gpointer user_data; /* of who asked */
  int permille;       /* atomic: written by the thread, read by the main loop */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->what.catalogue);
  g_free (work);
}

static void
note_progress_cb (guint done, guint all, gpointer user_data)
{
  Work *work = user_data;

  g_atomic_int_set (&work->permille, (int) (1000 * done / all));
}

static void
measure_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  const AlValidationTask validation = {.catalogue = work->what.catalogue,
                                       .progress = note_progress_cb,
                                       .user_data = work,
                                       .cancellable = cancellable};
  GError *error = NULL;
  GPtrArray *results = al_validation_run (work->what.table, &validation, &error);

  if (results == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, results, (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
report_cb (gpointer user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);

  if (g_task_get_completed (task) || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return G_SOURCE_REMOVE;
  work->what.progress (g_atomic_int_get (&work->permille) / 1000.0, work->user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * al_measuring_start:
 * @what: what to run; copied
 * @cancellable: gives it up
 * @done: called in the end; it calls al_measuring_finish()
 * @user_data: for @done and for the progress, which is told until it is given up
 *
 * Runs a table of published measurements in a thread.
 */
void
al_measuring_start (const AlMeasuring *what, GCancellable *cancellable, GAsyncReadyCallback done,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Work *work = g_new0 (Work, 1);

  work->what = *what;
  work->user_data = user_data;
  g_object_ref (work->what.catalogue);
  g_task_set_source_tag (task, al_measuring_start);
  g_task_set_task_data (task, work, work_free);
  g_timeout_add_full (G_PRIORITY_DEFAULT, REPORT_INTERVAL_MS, report_cb, g_object_ref (task),
                      g_object_unref);
  g_task_run_in_thread (task, measure_in_thread);
}

/**
 * al_measuring_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * What the model says.
 *
 * Returns: (transfer full) (element-type AlValidationResult) (nullable): an answer to each row,
 * valid as long as the table
 */
GPtrArray *
al_measuring_finish (GAsyncResult *result, GError **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  /* Here and not in the thread, which may let go of the task after this. */
  g_clear_object (&work->what.catalogue);
  return g_task_propagate_pointer (G_TASK (result), error);
}
