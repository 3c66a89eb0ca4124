/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-prediction.h"

#include <glib/gi18n.h>

#include "al-setting-text.h"
#include "al-steady-state.h"

/* Simulated time after which a change is taken as it stands. */
#define LIMIT_US (120 * G_USEC_PER_SEC)

/* Beats behind the indices of a state that has settled. */
#define N_BEATS 12

#define REPORT_INTERVAL_MS 50

/* What is asked about unless a person chooses. */
static const AlIndex usual[] = {AL_INDEX_MAP,    AL_INDEX_LV_EDP, AL_INDEX_LV_SV,
                                AL_INDEX_LV_EDV, AL_INDEX_PCWP,   AL_INDEX_LV_PVA};

/* A state that has settled. */
typedef struct {
  AlIndices indices;
  GArray *loop; /* of AlPvPoint */
} Settled;

/* The same patient with and without the change, each until it repeats. */
typedef struct {
  AlPrediction *prediction; /* lives at least until search_done_cb() */
  AlSimulation *simulation;
  AlSettings to;
  AlCause cause;
  Settled before;
  Settled after;
  GCancellable *cancellable;
  gint64 passed_us; /* in the search that has ended */
  int permille;     /* atomic: written by the thread, read by the main loop */
} Search;

/**
 * AlPrediction:
 *
 * A change of settings put as a question: what a person says about it, what the model does with it,
 * and why. Nothing is stored.
 */
struct _AlPrediction {
  GObject parent_instance;

  AlSession *session;
  AlPredictionState state;
  GArray *guesses;
  AlSketch start;
  AlSketch sketch;
  gboolean sketched;
  GArray *loop; /* as it is while the question stands */
  char *change;
  Search *search; /* that runs or has ended */
};

G_DEFINE_FINAL_TYPE (AlPrediction, al_prediction, G_TYPE_OBJECT)

enum {
  CHANGED,
  PROGRESS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_state (AlPrediction *self, AlPredictionState state)
{
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The search, in a thread */

static void
search_clear (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->simulation, g_free);
  g_clear_pointer (&search->before.loop, g_array_unref);
  g_clear_pointer (&search->after.loop, g_array_unref);
  g_clear_object (&search->cancellable);
}

/* Held by the task and by the prediction, which does not hold the task. */
static void
search_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, search_clear);
}

static gboolean
passed_cb (gint64 passed_us, gpointer user_data)
{
  Search *search = user_data;

  g_atomic_int_set (&search->permille,
                    (int) (1000 * (search->passed_us + passed_us) / (2 * LIMIT_US)));
  return !g_cancellable_is_cancelled (search->cancellable);
}

static void
add_sample (const AlSample *sample, gpointer user_data)
{
  const AlPvPoint point = {sample->value[AL_SIGNAL_LV_VOLUME],
                           sample->value[AL_SIGNAL_LV_PRESSURE]};

  g_array_append_val ((GArray *) user_data, point);
}

static gboolean
settle (Search *search, AlSimulation *simulation, Settled *settled)
{
  const AlSteadyStateGoal goal = {AL_STEADY_STATE_TOLERANCE, LIMIT_US, passed_cb, search};
  const AlSteadyStateEnd end = al_steady_state_find (simulation, &goal).end;

  if (end == AL_STEADY_STATE_NOT_FINITE || end == AL_STEADY_STATE_CANCELLED)
    return FALSE;
  search->passed_us += LIMIT_US;
  al_simulation_mean_indices (simulation, N_BEATS, &settled->indices);
  settled->loop = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  /* To the next activation, and from there round once. */
  return al_simulation_advance_beat (simulation, NULL, NULL) == AL_STATUS_OK &&
         al_simulation_advance_beat (simulation, add_sample, settled->loop) == AL_STATUS_OK;
}

static void
search_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;
  g_autofree AlSimulation *changed = g_memdup2 (search->simulation, sizeof (AlSimulation));

  al_simulation_apply (changed, &search->to);
  g_task_return_boolean (task, settle (search, search->simulation, &search->before) &&
                                   settle (search, changed, &search->after));
}

static void
take_outcome (AlPrediction *self, gboolean found)
{
  if (!found) {
    set_state (self, AL_PREDICTION_FAILED);
    return;
  }
  self->state = AL_PREDICTION_REVEALED;
  al_session_apply_held (self->session);
  set_state (self, AL_PREDICTION_REVEALED);
}

/* The last reference may be the one that waited for this: it is dropped here, never in a thread. */
static void
search_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AlPrediction) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean found = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->search == g_task_get_task_data (G_TASK (result)) && error == NULL &&
      self->state == AL_PREDICTION_SETTLING)
    take_outcome (self, found);
}

static gboolean
report_cb (gpointer user_data)
{
  GTask *task = user_data;
  Search *search = g_task_get_task_data (task);

  if (g_task_get_completed (task) || g_cancellable_is_cancelled (search->cancellable))
    return G_SOURCE_REMOVE;
  g_signal_emit (search->prediction, signals[PROGRESS], 0);
  return G_SOURCE_CONTINUE;
}

static void
forget_search (AlPrediction *self)
{
  if (self->search != NULL)
    g_cancellable_cancel (self->search->cancellable);
  g_clear_pointer (&self->search, search_unref);
}

static Search *
new_search (AlPrediction *self, const AlSettings *from, const AlSettings *to)
{
  Search *search = g_atomic_rc_box_new0 (Search);

  search->prediction = self;
  search->simulation = g_memdup2 (al_session_get_simulation (self->session), sizeof (AlSimulation));
  search->to = *to;
  search->cause = al_explain_find_cause (from, to);
  search->cancellable = g_cancellable_new ();
  return search;
}

static void
start_search (AlPrediction *self, const AlSettings *from, const AlSettings *to)
{
  g_autoptr (GTask) task = NULL;

  forget_search (self);
  self->search = new_search (self, from, to);
  task = g_task_new (NULL, self->search->cancellable, search_done_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_search);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->search), search_unref);
  g_timeout_add_full (G_PRIORITY_DEFAULT, REPORT_INTERVAL_MS, report_cb, g_object_ref (task),
                      g_object_unref);
  g_task_run_in_thread (task, search_in_thread);
}

static const Search *
get_outcome (AlPrediction *self)
{
  return self->state == AL_PREDICTION_REVEALED ? self->search : NULL;
}

/* The change in words */

static char *
describe_change (const AlSettings *from, const AlSettings *to)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (from->value[i] != to->value[i])
      g_ptr_array_add (parts, al_setting_describe ((AlParameter) i, from->value[i], to->value[i]));
  }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\n", (char **) parts->pdata);
}

/* The question */

static void
clear_answers (AlPrediction *self)
{
  for (guint i = 0; i < self->guesses->len; i++) {
    AlGuess *guess = &g_array_index (self->guesses, AlGuess, i);

    guess->change = AL_INDEX_CHANGE_UNKNOWN;
    guess->sure = FALSE;
  }
  self->sketch = self->start;
  self->sketched = FALSE;
}

/* The present loop is what a sketch begins with. */
static void
take_loop (AlPrediction *self)
{
  const AlBeat *beat = al_simulation_get_beat (al_session_get_simulation (self->session), 0);
  guint n_points;
  const double *points = al_loops_get (al_session_get_loops (self->session), 1, &n_points);

  g_array_set_size (self->loop, 0);
  for (guint i = 0; i < n_points; i++) {
    const AlPvPoint point = {points[2 * i], points[2 * i + 1]};

    g_array_append_val (self->loop, point);
  }
  if (beat != NULL)
    al_sketch_init (&self->start, &beat->indices);
}

static void
begin_question (AlPrediction *self)
{
  take_loop (self);
  clear_answers (self);
}

static void
held_cb (AlPrediction *self)
{
  AlSettings from, to;

  if (self->state == AL_PREDICTION_OFF)
    return;
  if (!al_session_get_held (self->session, &from, &to)) {
    if (self->state == AL_PREDICTION_ASKED || self->state == AL_PREDICTION_SETTLING ||
        self->state == AL_PREDICTION_FAILED) {
      forget_search (self);
      set_state (self, AL_PREDICTION_WAITING);
    }
    return;
  }
  /* Another change while one is looked at or looked for: the question is another, too. */
  if (self->state != AL_PREDICTION_ASKED)
    begin_question (self);
  forget_search (self);
  g_free (self->change);
  self->change = describe_change (&from, &to);
  set_state (self, AL_PREDICTION_ASKED);
}

static void
restarted_cb (AlPrediction *self)
{
  if (self->state == AL_PREDICTION_OFF)
    return;
  forget_search (self);
  set_state (self, AL_PREDICTION_WAITING);
}

static AlGuess *
find_guess (AlPrediction *self, AlIndex index)
{
  for (guint i = 0; i < self->guesses->len; i++) {
    AlGuess *guess = &g_array_index (self->guesses, AlGuess, i);

    if (guess->index == index)
      return guess;
  }
  return NULL;
}

/* The object */

static void
al_prediction_dispose (GObject *object)
{
  AlPrediction *self = AL_PREDICTION (object);

  forget_search (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (al_prediction_parent_class)->dispose (object);
}

static void
al_prediction_finalize (GObject *object)
{
  AlPrediction *self = AL_PREDICTION (object);

  g_clear_pointer (&self->guesses, g_array_unref);
  g_clear_pointer (&self->loop, g_array_unref);
  g_clear_pointer (&self->change, g_free);
  G_OBJECT_CLASS (al_prediction_parent_class)->finalize (object);
}

static void
al_prediction_class_init (AlPredictionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = al_prediction_dispose;
  G_OBJECT_CLASS (klass)->finalize = al_prediction_finalize;

  /* The question, the answer or the state is another */
  signals[CHANGED] = g_signal_new ("changed", AL_TYPE_PREDICTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /* The search has come further */
  signals[PROGRESS] = g_signal_new ("progress", AL_TYPE_PREDICTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
al_prediction_init (AlPrediction *self)
{
  self->guesses = g_array_new (FALSE, TRUE, sizeof (AlGuess));
  self->loop = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    al_prediction_ask (self, usual[i], TRUE);
}

/**
 * al_prediction_new:
 * @session: whose changes are asked about
 *
 * Makes questions that are still off.
 *
 * Returns: (transfer full): a new object
 */
AlPrediction *
al_prediction_new (AlSession *session)
{
  AlPrediction *self = g_object_new (AL_TYPE_PREDICTION, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "held", G_CALLBACK (held_cb), self);
  g_signal_connect_swapped (session, "restarted", G_CALLBACK (restarted_cb), self);
  return self;
}

/**
 * al_prediction_get_state:
 * @self: a prediction
 *
 * How far the question has come.
 */
AlPredictionState
al_prediction_get_state (AlPrediction *self)
{
  return self->state;
}

/**
 * al_prediction_get_progress:
 * @self: a prediction
 *
 * How far the search has come, from 0 to 1. It may end before 1.
 */
double
al_prediction_get_progress (AlPrediction *self)
{
  return self->search != NULL ? g_atomic_int_get (&self->search->permille) / 1000.0 : 0;
}

/**
 * al_prediction_set_on:
 * @self: a prediction
 * @on: whether changes are put as questions
 *
 * Begins or ends asking. A change that still waits in the end is dropped.
 */
void
al_prediction_set_on (AlPrediction *self, gboolean on)
{
  g_return_if_fail (AL_IS_PREDICTION (self));
  if (on == (self->state != AL_PREDICTION_OFF))
    return;
  forget_search (self);
  self->state = on ? AL_PREDICTION_WAITING : AL_PREDICTION_OFF;
  al_session_set_holding (self->session, on);
  set_state (self, self->state);
}

/**
 * al_prediction_describe_change:
 * @self: a prediction
 *
 * What is about to change, a line for each setting.
 *
 * Returns: (transfer full): lines of text, translated
 */
char *
al_prediction_describe_change (AlPrediction *self)
{
  return g_strdup (self->change != NULL ? self->change : "");
}

/**
 * al_prediction_asks:
 * @self: a prediction
 * @index: an index
 *
 * Whether an index is asked about.
 */
gboolean
al_prediction_asks (AlPrediction *self, AlIndex index)
{
  return find_guess (self, index) != NULL;
}

static int
compare_guesses (gconstpointer a, gconstpointer b)
{
  return (int) ((const AlGuess *) a)->index - (int) ((const AlGuess *) b)->index;
}

/**
 * al_prediction_ask:
 * @self: a prediction
 * @index: an index
 * @asked: whether it is asked about
 *
 * Chooses what is asked about.
 */
void
al_prediction_ask (AlPrediction *self, AlIndex index, gboolean asked)
{
  AlGuess *guess = find_guess (self, index);
  const AlGuess fresh = {index, AL_INDEX_CHANGE_UNKNOWN, FALSE};

  if (asked == (guess != NULL))
    return;
  if (guess != NULL)
    g_array_remove_index (self->guesses, (guint) (guess - (AlGuess *) self->guesses->data));
  else
    g_array_append_val (self->guesses, fresh);
  g_array_sort (self->guesses, compare_guesses);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * al_prediction_get_guesses:
 * @self: a prediction
 * @n_guesses: (out): how many there are
 *
 * What is asked about, and what was said.
 *
 * Returns: (transfer none) (array length=n_guesses): valid until something else is asked
 */
const AlGuess *
al_prediction_get_guesses (AlPrediction *self, guint *n_guesses)
{
  *n_guesses = self->guesses->len;
  return (const AlGuess *) self->guesses->data;
}

/**
 * al_prediction_guess:
 * @self: a prediction
 * @index: an index that is asked about
 * @change: where the person thinks it goes
 *
 * Takes an answer, as long as the question stands.
 */
void
al_prediction_guess (AlPrediction *self, AlIndex index, AlIndexChange change)
{
  AlGuess *guess = find_guess (self, index);

  if (guess != NULL && self->state == AL_PREDICTION_ASKED)
    guess->change = change;
}

/**
 * al_prediction_set_sure:
 * @self: a prediction
 * @index: an index that is asked about
 * @sure: whether the person is sure
 *
 * Takes how sure an answer is.
 */
void
al_prediction_set_sure (AlPrediction *self, AlIndex index, gboolean sure)
{
  AlGuess *guess = find_guess (self, index);

  if (guess != NULL && self->state == AL_PREDICTION_ASKED)
    guess->sure = sure;
}

/**
 * al_prediction_sketch:
 * @self: a prediction
 * @corner: a corner of the loop
 * @point: where the person thinks it goes
 *
 * Moves a corner of the sketch, as long as the question stands.
 */
void
al_prediction_sketch (AlPrediction *self, AlSketchCorner corner, const AlPvPoint *point)
{
  if (self->state != AL_PREDICTION_ASKED)
    return;
  al_sketch_move (&self->sketch, corner, point);
  self->sketched = TRUE;
}

/**
 * al_prediction_get_sketch:
 * @self: a prediction
 *
 * The loop as it was sketched; the present loop where nothing was moved.
 *
 * Returns: (transfer none): the sketch
 */
const AlSketch *
al_prediction_get_sketch (AlPrediction *self)
{
  return &self->sketch;
}

/**
 * al_prediction_get_sketched:
 * @self: a prediction
 *
 * Whether a corner was moved.
 */
gboolean
al_prediction_get_sketched (AlPrediction *self)
{
  return self->sketched;
}

/**
 * al_prediction_get_sketched_change:
 * @self: a prediction
 * @index: a landmark of a loop
 *
 * Where the sketch says that a landmark goes.
 */
AlIndexChange
al_prediction_get_sketched_change (AlPrediction *self, AlIndex index)
{
  double from, to;

  if (!self->sketched || !al_sketch_get_landmark (&self->start, index, &from) ||
      !al_sketch_get_landmark (&self->sketch, index, &to))
    return AL_INDEX_CHANGE_UNKNOWN;
  return al_index_get_change (index, from, to);
}

/**
 * al_prediction_reveal:
 * @self: a prediction
 *
 * Looks for where the patient settles with the change and without it, and then lets it act.
 */
void
al_prediction_reveal (AlPrediction *self)
{
  AlSettings from, to;

  if (self->state != AL_PREDICTION_ASKED || !al_session_get_held (self->session, &from, &to))
    return;
  start_search (self, &from, &to);
  set_state (self, AL_PREDICTION_SETTLING);
}

/**
 * al_prediction_cancel:
 * @self: a prediction
 *
 * Gives up the search: the question stands as before.
 */
void
al_prediction_cancel (AlPrediction *self)
{
  if (self->state != AL_PREDICTION_SETTLING)
    return;
  forget_search (self);
  set_state (self, AL_PREDICTION_ASKED);
}

/**
 * al_prediction_ask_again:
 * @self: a prediction
 *
 * Is done with what was revealed and waits for the next change.
 */
void
al_prediction_ask_again (AlPrediction *self)
{
  if (self->state != AL_PREDICTION_REVEALED && self->state != AL_PREDICTION_FAILED)
    return;
  /* What the model cannot settle with is dropped. */
  self->state = AL_PREDICTION_WAITING;
  al_session_set_holding (self->session, FALSE);
  al_session_set_holding (self->session, TRUE);
  forget_search (self);
  set_state (self, AL_PREDICTION_WAITING);
}

/**
 * al_prediction_get_before:
 * @self: a prediction
 *
 * Where the patient settles without the change.
 *
 * Returns: (transfer none) (nullable): the indices, %NULL before they are revealed
 */
const AlIndices *
al_prediction_get_before (AlPrediction *self)
{
  const Search *search = get_outcome (self);

  return search != NULL ? &search->before.indices : NULL;
}

/**
 * al_prediction_get_after:
 * @self: a prediction
 *
 * Where the patient settles with the change.
 *
 * Returns: (transfer none) (nullable): the indices, %NULL before they are revealed
 */
const AlIndices *
al_prediction_get_after (AlPrediction *self)
{
  const Search *search = get_outcome (self);

  return search != NULL ? &search->after.indices : NULL;
}

/**
 * al_prediction_explain:
 * @self: a prediction that is revealed
 * @index: an index
 *
 * Why it went where it went.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL before it is revealed
 */
char *
al_prediction_explain (AlPrediction *self, AlIndex index)
{
  const Search *search = get_outcome (self);

  if (search == NULL)
    return NULL;
  return al_explain (search->cause, index, &search->before.indices, &search->after.indices);
}

/**
 * al_prediction_get_loop:
 * @self: a prediction
 * @after: the loop after the change, else the one before it
 * @n_points: (out): how many points it has
 *
 * A loop to draw. The one after the change is empty until it is revealed.
 *
 * Returns: (transfer none) (array length=n_points): the points
 */
const AlPvPoint *
al_prediction_get_loop (AlPrediction *self, gboolean after, guint *n_points)
{
  const Search *search = get_outcome (self);
  const GArray *loop = search == NULL ? self->loop
                       : after        ? search->after.loop
                                      : search->before.loop;

  if (search == NULL && after) {
    *n_points = 0;
    return NULL;
  }
  *n_points = loop->len;
  return (const AlPvPoint *) loop->data;
}
