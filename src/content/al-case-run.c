/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-run.h"
#include "al-content-error.h"

#include <glib/gi18n-lib.h>

/**
 * AlCaseRun:
 *
 * One person's way through a case: where they stand, what they predicted and chose, and what the
 * model did. It knows no window. "notify::node" is emitted when the node changes, "changed" when
 * anything does.
 */
struct _AlCaseRun {
  GObject parent_instance;
  AlCase *content;
  GPtrArray *entries; /* (element-type AlCaseEntry): the path, and what was left by going back */
  guint position;     /* of the current node in entries */
};

enum {
  PROP_NODE = 1,
  N_PROPS,
};

enum {
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AlCaseRun, al_case_run, G_TYPE_OBJECT)

static void
free_entry (gpointer data)
{
  AlCaseEntry *entry = data;

  g_free (entry->guesses);
  g_free (entry);
}

static AlCaseEntry *
new_entry (const AlCaseNode *node)
{
  AlCaseEntry *entry = g_new0 (AlCaseEntry, 1);

  entry->node = node;
  entry->guesses = g_new0 (AlCaseGuess, node->n_predictions);
  entry->chosen = -1;
  return entry;
}

static void
al_case_run_finalize (GObject *object)
{
  AlCaseRun *self = AL_CASE_RUN (object);

  g_clear_object (&self->content);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (al_case_run_parent_class)->finalize (object);
}

static void
al_case_run_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AlCaseRun *self = AL_CASE_RUN (object);

  switch (id) {
  case PROP_NODE:
    g_value_set_pointer (value, (gpointer) al_case_run_get_node (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
al_case_run_class_init (AlCaseRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = al_case_run_finalize;
  object_class->get_property = al_case_run_get_property;

  /**
   * AlCaseRun:node:
   *
   * The node at which the person stands, an #AlCaseNode.
   */
  props[PROP_NODE] =
      g_param_spec_pointer ("node", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * AlCaseRun::changed:
   * @self: a run
   *
   * Emitted when a prediction, a choice, an outcome or the node has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
al_case_run_init (AlCaseRun *self)
{
  self->entries = g_ptr_array_new_with_free_func (free_entry);
}

static AlCaseEntry *
current (AlCaseRun *self)
{
  return g_ptr_array_index (self->entries, self->position);
}

/* What lies ahead was done on another path, or on a patient that stood otherwise. */
static void
forget_ahead (AlCaseRun *self)
{
  g_ptr_array_set_size (self->entries, (int) self->position + 1);
}

static void
emit_changed (AlCaseRun *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
emit_moved (AlCaseRun *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NODE]);
  emit_changed (self);
}

/**
 * al_case_run_new:
 * @content: a case
 *
 * Begins a case.
 *
 * Returns: (transfer full): a run that stands at the first node
 */
AlCaseRun *
al_case_run_new (AlCase *content)
{
  AlCaseRun *self = g_object_new (AL_TYPE_CASE_RUN, NULL);

  self->content = g_object_ref (content);
  g_ptr_array_add (self->entries, new_entry (al_case_get_start (content)));
  return self;
}

/**
 * al_case_run_get_case:
 * @self: a run
 *
 * Returns: (transfer none): the case
 */
AlCase *
al_case_run_get_case (AlCaseRun *self)
{
  return self->content;
}

/**
 * al_case_run_get_node:
 * @self: a run
 *
 * Returns: (transfer none): the node at which the person stands
 */
const AlCaseNode *
al_case_run_get_node (AlCaseRun *self)
{
  return current (self)->node;
}

/**
 * al_case_run_get_current:
 * @self: a run
 *
 * Returns: (transfer none): what was done at this node so far
 */
const AlCaseEntry *
al_case_run_get_current (AlCaseRun *self)
{
  return current (self);
}

/**
 * al_case_run_get_n_entries:
 * @self: a run
 *
 * Returns: how many nodes the path has so far, this one included
 */
guint
al_case_run_get_n_entries (AlCaseRun *self)
{
  return self->position + 1;
}

/**
 * al_case_run_get_entry:
 * @self: a run
 * @index: below al_case_run_get_n_known()
 *
 * Returns: (transfer none): what was done at a node of the path, or ahead of it
 */
const AlCaseEntry *
al_case_run_get_entry (AlCaseRun *self, guint index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);
  return g_ptr_array_index (self->entries, index);
}

/**
 * al_case_run_get_position:
 * @self: a run
 *
 * Returns: the index of the entry at which the person stands
 */
guint
al_case_run_get_position (AlCaseRun *self)
{
  return self->position;
}

/**
 * al_case_run_get_n_known:
 * @self: a run
 *
 * Returns: how many entries there are with those ahead, that were left by going back
 */
guint
al_case_run_get_n_known (AlCaseRun *self)
{
  return self->entries->len;
}

/**
 * al_case_run_get_step:
 * @self: a run
 *
 * Returns: the number of this step, from 1
 */
guint
al_case_run_get_step (AlCaseRun *self)
{
  return self->position + 1;
}

/* The longest way on, remembered by node: without that, branches that join again would double it.
 */
static guint
longest_way (AlCase *content, const AlCaseNode *node, GHashTable *known)
{
  guint longest = 0;

  if (g_hash_table_contains (known, node))
    return GPOINTER_TO_UINT (g_hash_table_lookup (known, node));
  if (node->to != NULL)
    longest = 1 + longest_way (content, al_case_find_node (content, node->to), known);
  for (guint i = 0; i < node->n_options; i++) {
    guint way = 1 + longest_way (content, al_case_find_node (content, node->options[i].to), known);
    longest = MAX (longest, way);
  }
  g_hash_table_insert (known, (gpointer) node, GUINT_TO_POINTER (longest));
  return longest;
}

/**
 * al_case_run_get_n_steps:
 * @self: a run
 *
 * Returns: how many steps this path has if the longest way on is taken
 */
guint
al_case_run_get_n_steps (AlCaseRun *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  return al_case_run_get_step (self) +
         longest_way (self->content, al_case_run_get_node (self), known);
}

/**
 * al_case_entry_get_change:
 * @entry: a step of the path
 *
 * Returns: (transfer none) (nullable): what was done there to the patient, possibly without
 * commands; %NULL if nothing was done
 */
const AlCaseChange *
al_case_entry_get_change (const AlCaseEntry *entry)
{
  if (entry->revealed)
    return &entry->node->change;
  if (entry->chosen >= 0)
    return &entry->node->options[entry->chosen].change;
  return NULL;
}

/* The state to which a scenario leads in the end, as one that stands so from the beginning. */
static AlScenario *
flatten (const AlScenario *scenario)
{
  AlSettings settings;
  guint n_commands = 0;
  const AlCommand *commands = al_scenario_get_commands (scenario, &n_commands);
  AlScenario *flat;

  al_scenario_get_settings (scenario, &settings);
  flat = al_scenario_new (&settings);
  al_scenario_set_settle_s (flat, al_scenario_get_settle_s (scenario));
  for (guint i = 0; i < n_commands; i++) {
    if (commands[i].time_us >= 0)
      al_scenario_set (flat, commands[i].parameter, commands[i].value);
  }
  return flat;
}

static void
apply_change (AlScenario *scenario, const AlCaseChange *change)
{
  for (guint i = 0; change != NULL && i < change->n_commands; i++)
    al_scenario_set (scenario, change->commands[i].parameter, change->commands[i].value);
}

static guint
last_with_scenario (AlCaseRun *self, guint entry)
{
  guint i = entry;

  /* The first node has one: the reader sees to that. */
  while (al_case_run_get_entry (self, i)->node->scenario == NULL)
    i--;
  return i;
}

/**
 * al_case_run_dup_scenario:
 * @self: a run
 * @index: below al_case_run_get_n_entries()
 *
 * How the patient stands as a node of the path is entered, before anything is revealed or chosen
 * there: the last scenario on the path, and every change made since.
 *
 * Returns: (transfer full): the scenario
 */
AlScenario *
al_case_run_dup_scenario (AlCaseRun *self, guint index)
{
  guint first = last_with_scenario (self, index);
  const AlScenario *start = al_case_run_get_entry (self, first)->node->scenario;
  AlScenario *scenario;

  if (first == index)
    return al_scenario_copy (start);
  scenario = flatten (start);
  for (guint i = first; i < index; i++)
    apply_change (scenario, al_case_entry_get_change (al_case_run_get_entry (self, i)));
  return scenario;
}

/**
 * al_case_run_get_patient:
 * @self: a run
 *
 * Returns: (transfer none): the patient as this node is entered
 */
AlPatient *
al_case_run_get_patient (AlCaseRun *self)
{
  return al_case_run_get_entry (self, last_with_scenario (self, self->position))->node->patient;
}

/**
 * al_case_run_get_change:
 * @self: a run
 *
 * What was done to the patient at this node: once the prediction is revealed, or an option is
 * chosen.
 *
 * Returns: (transfer none) (nullable): the change, possibly without commands; %NULL if nothing was
 * done
 */
const AlCaseChange *
al_case_run_get_change (AlCaseRun *self)
{
  return al_case_entry_get_change (current (self));
}

static gboolean
may_predict (AlCaseRun *self, guint row)
{
  const AlCaseEntry *entry = current (self);

  return row < entry->node->n_predictions && !entry->revealed;
}

/**
 * al_case_run_predict:
 * @self: a run at a prediction
 * @row: a row of it
 * @trend: where the person thinks it goes
 *
 * Notes a prediction; it can be changed until it is revealed.
 *
 * Returns: whether it was noted
 */
gboolean
al_case_run_predict (AlCaseRun *self, guint row, AlTrend trend)
{
  if (!may_predict (self, row))
    return FALSE;
  current (self)->guesses[row].given = TRUE;
  current (self)->guesses[row].trend = trend;
  emit_changed (self);
  return TRUE;
}

/**
 * al_case_run_set_sure:
 * @self: a run at a prediction
 * @row: a row of it
 * @sure: whether the person is sure of it
 *
 * Notes how sure a person is; it can be changed until the prediction is revealed.
 *
 * Returns: whether it was noted
 */
gboolean
al_case_run_set_sure (AlCaseRun *self, guint row, gboolean sure)
{
  if (!may_predict (self, row))
    return FALSE;
  current (self)->guesses[row].sure = sure;
  emit_changed (self);
  return TRUE;
}

/**
 * al_case_run_can_reveal:
 * @self: a run
 *
 * Returns: whether every row is predicted and nothing is revealed yet
 */
gboolean
al_case_run_can_reveal (AlCaseRun *self)
{
  const AlCaseEntry *entry = current (self);

  if (entry->node->kind != AL_CASE_PREDICT || entry->revealed)
    return FALSE;
  for (guint i = 0; i < entry->node->n_predictions; i++) {
    if (!entry->guesses[i].given)
      return FALSE;
  }
  return TRUE;
}

/**
 * al_case_run_reveal:
 * @self: a run
 *
 * Closes the prediction; from now on al_case_run_get_change() says what is done to the patient.
 *
 * Returns: whether it could be revealed
 */
gboolean
al_case_run_reveal (AlCaseRun *self)
{
  if (!al_case_run_can_reveal (self))
    return FALSE;
  current (self)->revealed = TRUE;
  emit_changed (self);
  return TRUE;
}

/**
 * al_case_run_choose:
 * @self: a run at a decision
 * @option: the number of an option, from 0
 *
 * Notes a choice. Another one may be tried until the person goes on; all of them are remembered.
 *
 * Returns: whether it was noted
 */
gboolean
al_case_run_choose (AlCaseRun *self, guint option)
{
  AlCaseEntry *entry = current (self);

  if (option >= entry->node->n_options)
    return FALSE;
  if (entry->chosen != (int) option) {
    entry->has_outcome = FALSE;
    forget_ahead (self);
  }
  entry->chosen = (int) option;
  entry->tried |= 1u << option;
  emit_changed (self);
  return TRUE;
}

/**
 * al_case_run_record:
 * @self: a run
 * @index: below al_case_run_get_n_entries()
 * @before: the beat before the change
 * @after: the beat once the model has settled
 *
 * Keeps what the model did, for the debrief.
 *
 * Returns: whether anything was done at that node
 */
gboolean
al_case_run_record (AlCaseRun *self, guint index, const AlIndices *before, const AlIndices *after)
{
  AlCaseEntry *entry;

  g_return_val_if_fail (index <= self->position, FALSE);
  entry = g_ptr_array_index (self->entries, index);
  if (al_case_entry_get_change (entry) == NULL)
    return FALSE;
  entry->has_outcome = TRUE;
  entry->before = *before;
  entry->after = *after;
  emit_changed (self);
  return TRUE;
}

static const char *
way_on (AlCaseRun *self)
{
  const AlCaseEntry *entry = current (self);

  if (entry->node->kind == AL_CASE_PREDICT && !entry->revealed)
    return NULL;
  if (entry->node->kind == AL_CASE_DECIDE)
    return entry->chosen >= 0 ? entry->node->options[entry->chosen].to : NULL;
  return entry->node->to;
}

/**
 * al_case_run_can_continue:
 * @self: a run
 *
 * Returns: whether all is done here and there is a next node
 */
gboolean
al_case_run_can_continue (AlCaseRun *self)
{
  return way_on (self) != NULL;
}

/**
 * al_case_run_continue:
 * @self: a run
 *
 * Goes to the next node.
 *
 * Returns: whether there was one
 */
gboolean
al_case_run_continue (AlCaseRun *self)
{
  const char *to = way_on (self);

  if (to == NULL)
    return FALSE;
  if (self->position + 1 == self->entries->len)
    g_ptr_array_add (self->entries, new_entry (al_case_find_node (self->content, to)));
  self->position++;
  emit_moved (self);
  return TRUE;
}

/**
 * al_case_run_can_go_back:
 * @self: a run
 *
 * Returns: whether there is a node before this one
 */
gboolean
al_case_run_can_go_back (AlCaseRun *self)
{
  return self->position > 0;
}

/**
 * al_case_run_go_back:
 * @self: a run
 *
 * Goes to the node before. Everything that was predicted and chosen stands, here and there, until
 * another option is chosen.
 *
 * Returns: whether there was one
 */
gboolean
al_case_run_go_back (AlCaseRun *self)
{
  if (!al_case_run_can_go_back (self))
    return FALSE;
  self->position--;
  emit_moved (self);
  return TRUE;
}

/**
 * al_case_run_restart:
 * @self: a run
 *
 * Begins again and forgets what was done.
 */
void
al_case_run_restart (AlCaseRun *self)
{
  g_ptr_array_set_size (self->entries, 0);
  self->position = 0;
  g_ptr_array_add (self->entries, new_entry (al_case_get_start (self->content)));
  emit_moved (self);
}

/**
 * al_case_run_is_finished:
 * @self: a run
 *
 * Returns: whether the debrief is reached
 */
gboolean
al_case_run_is_finished (AlCaseRun *self)
{
  return al_case_run_get_node (self)->kind == AL_CASE_DEBRIEF;
}
