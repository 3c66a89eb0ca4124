/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-validation-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * Every condition that a chosen row needs is run once, on all processors: the engine has no
 * globals, and a condition is plain numbers, so a thread gets its own copy and touches nothing
 * else. The thread that called waits, tells the progress, and reads the rows off the results.
 */

/* A multiple of 2 and 3, so that every assist ratio is averaged over whole cycles. */
#define BEATS 24

/* A held index is met when it is this near, in its own unit. */
#define HOLD_TOLERANCE 0.02
#define HOLD_TRIALS    16

/* One condition while it is run. */
typedef struct {
  const AlValidationCondition *condition;
  AlSettings settings;
  gboolean settings_fit; /* every value within its range */
  gboolean ran;
  AlIndices indices[AL_N_BEATS_KINDS];
} Run;

typedef struct {
  GAsyncQueue *finished;
  GCancellable *cancellable;
} Pool;

static gboolean
settings_fit (const AlSettings *settings)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (!al_parameter_in_range ((AlParameter) i, settings->value[i]))
      return FALSE;
  }
  return TRUE;
}

static void
adjust_settings (const AlValidationCondition *condition, AlSettings *settings)
{
  for (guint i = 0; i < condition->adjusts->len; i++) {
    const AlAdjust *adjust = &g_array_index (condition->adjusts, AlAdjust, i);
    double *value = &settings->value[adjust->parameter];

    if (adjust->kind == AL_ADJUST_SET)
      *value = adjust->number;
    else if (adjust->kind == AL_ADJUST_SCALE)
      *value *= adjust->number;
    else
      *value += adjust->number;
  }
}

static gboolean
settle (const AlSettings *settings, double settle_s, AlSimulation *simulation)
{
  g_autoptr (AlScenario) scenario = al_scenario_new (settings);

  al_scenario_set_settle_s (scenario, settle_s);
  return al_scenario_start (scenario, simulation) == AL_STATUS_OK;
}

/* Settles with the held parameters scaled, and says where the held index comes to stand. */
static double
try_factor (const Run *run, double factor, AlSimulation *simulation)
{
  const AlValidationCondition *condition = run->condition;
  AlSettings settings = run->settings;
  AlIndices mean;

  for (guint i = 0; i < condition->held->len; i++) {
    AlParameter parameter = g_array_index (condition->held, AlParameter, i);
    const AlParameterInfo *info = al_parameter_get_info (parameter);
    settings.value[parameter] =
        CLAMP (settings.value[parameter] * factor, info->minimum, info->maximum);
  }
  if (!settle (&settings, condition->settle_s, simulation))
    return NAN;
  al_simulation_mean_indices (simulation, BEATS, &mean);
  return mean.value[condition->hold_index];
}

/* The secant method on the logarithm of the factor: pressure is nearly a straight line in it. */
static gboolean
hold (const Run *run, AlSimulation *simulation)
{
  double log_factor[2] = {0, 0.1}, off[2], next;

  off[0] = try_factor (run, 1, simulation) - run->condition->hold_at;
  for (guint i = 0; i < HOLD_TRIALS; i++) {
    off[1] = try_factor (run, exp (log_factor[1]), simulation) - run->condition->hold_at;
    if (fabs (off[1]) < HOLD_TOLERANCE)
      return TRUE;
    next = log_factor[1] - off[1] * (log_factor[1] - log_factor[0]) / (off[1] - off[0]);
    if (!isfinite (next))
      return FALSE;
    log_factor[0] = log_factor[1];
    off[0] = off[1];
    log_factor[1] = CLAMP (next, log_factor[1] - 1, log_factor[1] + 1);
  }
  return FALSE;
}

static void
run_condition_cb (gpointer data, gpointer user_data)
{
  Pool *pool = user_data;
  Run *run = data;
  g_autofree AlSimulation *simulation = g_new0 (AlSimulation, 1);

  if (run->settings_fit && !g_cancellable_is_cancelled (pool->cancellable)) {
    if (run->condition->held->len > 0)
      run->ran = hold (run, simulation);
    else
      run->ran = settle (&run->settings, run->condition->settle_s, simulation);
    al_simulation_mean_indices (simulation, BEATS, &run->indices[AL_BEATS_ALL]);
    al_simulation_mean_indices_where (simulation, BEATS, TRUE, &run->indices[AL_BEATS_ASSISTED]);
    al_simulation_mean_indices_where (simulation, BEATS, FALSE, &run->indices[AL_BEATS_UNASSISTED]);
  }
  g_async_queue_push (pool->finished, run);
}

static void
prepare_run (Run *run, const AlValidationCondition *condition, AlCatalogue *catalogue)
{
  AlPatient *patient = al_catalogue_find_patient (catalogue, condition->patient);

  run->condition = condition;
  if (patient == NULL)
    return;
  run->settings = *al_patient_get_settings (patient);
  adjust_settings (condition, &run->settings);
  run->settings_fit = settings_fit (&run->settings);
}

static gboolean
is_chosen (const AlValidationTask *task, const AlValidationRow *row)
{
  return task->ids == NULL || g_strv_contains (task->ids, row->id);
}

static gboolean
uses_y (AlComparisonKind kind)
{
  return kind != AL_COMPARE_VALUE;
}

static void
mark_conditions (const AlValidation *self, const AlValidationTask *task, gboolean *needed)
{
  for (guint i = 0; i < self->entries->len; i++) {
    const AlValidationEntry *entry = g_ptr_array_index (self->entries, i);
    const AlComparison *comparison = &entry->comparison;

    if (entry->not_run != NULL || !is_chosen (task, &entry->row))
      continue;
    needed[comparison->x.condition] = TRUE;
    if (uses_y (comparison->kind))
      needed[comparison->y.condition] = TRUE;
    if (comparison->kind == AL_COMPARE_GAIN_RATIO)
      needed[comparison->z.condition] = needed[comparison->w.condition] = TRUE;
  }
}

static void
wait_for_all (Pool *pool, guint n_runs, const AlValidationTask *task)
{
  for (guint done = 1; done <= n_runs; done++) {
    g_async_queue_pop (pool->finished);
    if (task->progress != NULL)
      task->progress (done, n_runs, task->user_data);
  }
}

static void
run_conditions (const AlValidation *self, const AlValidationTask *task, Run *runs)
{
  g_autofree gboolean *needed = g_new0 (gboolean, self->conditions->len);
  g_autoptr (GAsyncQueue) finished = g_async_queue_new ();
  Pool pool = {.finished = finished, .cancellable = task->cancellable};
  GThreadPool *threads =
      g_thread_pool_new (run_condition_cb, &pool, (int) g_get_num_processors (), FALSE, NULL);
  guint n_runs = 0;

  mark_conditions (self, task, needed);
  for (guint i = 0; i < self->conditions->len; i++) {
    if (!needed[i])
      continue;
    prepare_run (&runs[i], g_ptr_array_index (self->conditions, i), task->catalogue);
    g_thread_pool_push (threads, &runs[i], NULL);
    n_runs++;
  }
  wait_for_all (&pool, n_runs, task);
  g_thread_pool_free (threads, FALSE, TRUE);
}

static char *
explain_reading (const Run *runs, const AlReading *reading)
{
  const Run *run = &runs[reading->condition];

  if (!run->settings_fit)
    return g_strdup_printf (
        _ ("The condition '%s' asks for a patient or a value that does not exist."),
        run->condition->id);
  if (!run->ran)
    return g_strdup_printf (_ ("The model could not be brought into the condition '%s'."),
                            run->condition->id);
  if (isnan (run->indices[reading->beats].value[reading->index]))
    return g_strdup_printf (_ ("This engine does not compute %s here."),
                            al_index_get_info (reading->index)->key);
  return NULL;
}

static double
read_off (const Run *runs, const AlReading *reading)
{
  return runs[reading->condition].indices[reading->beats].value[reading->index];
}

static double
compare (const Run *runs, const AlComparison *comparison)
{
  double x = read_off (runs, &comparison->x);
  double y = uses_y (comparison->kind) ? read_off (runs, &comparison->y) : 0;

  switch (comparison->kind) {
  case AL_COMPARE_CHANGE:
    return x - y;
  case AL_COMPARE_PERCENT_CHANGE:
    return 100 * (x - y) / y;
  case AL_COMPARE_PERCENT_BELOW:
    return 100 * (y - x) / y;
  case AL_COMPARE_RATIO:
    return x / y;
  case AL_COMPARE_GAIN_RATIO:
    return (x - y) / (read_off (runs, &comparison->z) - read_off (runs, &comparison->w));
  case AL_COMPARE_VALUE:
  default:
    return x;
  }
}

static char *
explain_comparison (const Run *runs, const AlComparison *comparison)
{
  const AlReading readings[] = {comparison->x, comparison->y, comparison->z, comparison->w};
  guint n_readings = 1;
  char *reason = NULL;

  if (uses_y (comparison->kind))
    n_readings = comparison->kind == AL_COMPARE_GAIN_RATIO ? G_N_ELEMENTS (readings) : 2;
  for (guint i = 0; i < n_readings && reason == NULL; i++)
    reason = explain_reading (runs, &readings[i]);
  return reason;
}

static AlValidationResult *
answer (const AlValidationEntry *entry, const Run *runs)
{
  AlValidationResult *result = g_new0 (AlValidationResult, 1);
  const AlValidationRow *row = &entry->row;

  result->row = row;
  result->value = NAN;
  result->reason = entry->not_run != NULL ? g_strdup (entry->not_run)
                                          : explain_comparison (runs, &entry->comparison);
  if (result->reason != NULL)
    return result;
  result->value = compare (runs, &entry->comparison);
  if (!isfinite (result->value))
    result->reason = g_strdup (_ ("The value is not defined: something is divided by nothing."));
  else if (result->value >= row->low && result->value <= row->high)
    result->verdict = AL_VALIDATION_PASS;
  else
    result->verdict = AL_VALIDATION_FAIL;
  return result;
}

static void
result_free (gpointer data)
{
  AlValidationResult *result = data;

  g_free (result->reason);
  g_free (result);
}

/**
 * al_validation_run:
 * @self: a table
 * @task: which rows to run, and whom to tell
 * @error: (out) (optional): %G_IO_ERROR_CANCELLED
 *
 * Asks the model for the chosen rows. Takes a few seconds of all processors for the whole table.
 *
 * Returns: (transfer full) (element-type AlValidationResult) (nullable): an answer to each chosen
 * row, in the order of the table, valid as long as @self; %NULL when cancelled
 */
GPtrArray *
al_validation_run (const AlValidation *self, const AlValidationTask *task, GError **error)
{
  g_autofree Run *runs = g_new0 (Run, self->conditions->len);
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (result_free);

  run_conditions (self, task, runs);
  if (g_cancellable_set_error_if_cancelled (task->cancellable, error))
    return NULL;
  for (guint i = 0; i < self->entries->len; i++) {
    const AlValidationEntry *entry = g_ptr_array_index (self->entries, i);
    if (is_chosen (task, &entry->row))
      g_ptr_array_add (results, answer (entry, runs));
  }
  return g_steal_pointer (&results);
}
