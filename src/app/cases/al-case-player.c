/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-player.h"

#include <glib/gi18n.h>

#include "al-case-body.h"
#include "al-case-model.h"

/* A step is read in a narrow column; the debrief has the page to itself. */
#define STEP_WIDTH    600
#define DEBRIEF_WIDTH 820

/* Pixels over the option that was chosen, so that it is seen that others stand above it. */
#define SPACE_ABOVE_CHOICE 96

struct _AlCasePlayer {
  AdwBin parent_instance;

  AlCaseRun *run;
  AlCatalogue *catalogue;
  GCancellable *asking; /* set while the model is asked for the outcome of a change */
  guint frames_to_scroll;

  GtkLabel *case_label;
  GtkLabel *step_label;
  GtkProgressBar *step_bar;
  GtkWidget *text_box;
  GtkScrolledWindow *scroll;
  AdwClamp *clamp;
  GtkLabel *kind_label;
  GtkLabel *title_label;
  AdwBin *body;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkWidget *stage_separator;
  AlCaseStage *stage;
};

G_DEFINE_FINAL_TYPE (AlCasePlayer, al_case_player, ADW_TYPE_BIN)

static AlSession *
get_session (AlCasePlayer *self)
{
  return al_case_stage_get_session (self->stage);
}

/* What is shown */

static gboolean
is_open_prediction (AlCasePlayer *self)
{
  const AlCaseEntry *entry = al_case_run_get_current (self->run);

  return entry->node->kind == AL_CASE_PREDICT && !entry->revealed;
}

static gboolean
can_retry (AlCasePlayer *self)
{
  for (guint i = 0; i < al_case_run_get_n_entries (self->run); i++) {
    if (al_case_run_get_entry (self->run, i)->chosen >= 0)
      return TRUE;
  }
  return FALSE;
}

static void
update_actions (AlCasePlayer *self)
{
  gboolean open = is_open_prediction (self);
  gboolean can_go_on =
      open ? al_case_run_can_reveal (self->run) : al_case_run_can_continue (self->run);

  gtk_button_set_label (GTK_BUTTON (self->next_button), open ? _ ("Reveal") : _ ("Continue"));
  gtk_widget_set_visible (self->next_button, !al_case_run_is_finished (self->run));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.next", can_go_on);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.back",
                                 al_case_run_can_go_back (self->run));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.retry", can_retry (self));
}

static void
show_progress (AlCasePlayer *self)
{
  guint step = al_case_run_get_step (self->run);
  guint n_steps = al_case_run_get_n_steps (self->run);
  g_autofree char *text = g_strdup_printf (_ ("Step %u of %u"), step, n_steps);

  gtk_label_set_label (self->step_label, text);
  gtk_progress_bar_set_fraction (self->step_bar, (double) step / n_steps);
}

static void
show_body (AlCasePlayer *self)
{
  const AlCaseEntry *entry = al_case_run_get_current (self->run);

  gtk_label_set_label (self->kind_label, entry->revealed
                                             ? _ ("Revealed")
                                             : al_case_node_kind_get_label (entry->node->kind));
  adw_bin_set_child (self->body, al_case_body_new (self->run, self->catalogue, get_session (self)));
  update_actions (self);
}

/* The keyboard goes on where there is something to do next. */
static void
focus_next (AlCasePlayer *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (gtk_widget_get_sensitive (self->next_button) && gtk_widget_get_visible (self->next_button))
    gtk_widget_grab_focus (self->next_button);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->body), GTK_DIR_TAB_FORWARD);
}

static void
show_step (AlCasePlayer *self)
{
  const AlCaseNode *node = al_case_run_get_node (self->run);
  gboolean wide = node->kind == AL_CASE_DEBRIEF;

  gtk_label_set_label (self->title_label, node->title);
  adw_clamp_set_maximum_size (self->clamp, wide ? DEBRIEF_WIDTH : STEP_WIDTH);
  gtk_widget_set_hexpand (self->text_box, wide);
  gtk_widget_set_visible (GTK_WIDGET (self->stage), !wide);
  gtk_widget_set_visible (self->stage_separator, !wide);
  show_progress (self);
  show_body (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0.0);
  focus_next (self);
}

/* The choice grows by its explanation, possibly out of sight. */
static gboolean
scroll_to_choice_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AlCasePlayer *self = AL_CASE_PLAYER (widget);
  GtkWidget *body = adw_bin_get_child (self->body);
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->body));
  GtkWidget *card = al_case_body_get_choice (body);
  graphene_rect_t bounds;

  if (self->frames_to_scroll-- > 0)
    return G_SOURCE_CONTINUE;
  if (card && gtk_widget_compute_bounds (card, content, &bounds))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll),
                              (double) bounds.origin.y - SPACE_ABOVE_CHOICE);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_choice (AlCasePlayer *self)
{
  /* The new text has its place when a frame has passed. */
  self->frames_to_scroll = 1;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_choice_cb, NULL, NULL);
}

/* What the patient does */

static void
set_patient (AlCasePlayer *self)
{
  g_autoptr (AlScenario) scenario =
      al_case_run_dup_scenario (self->run, al_case_run_get_position (self->run));

  al_case_stage_start (self->stage, scenario, al_case_run_get_change (self->run));
}

/* The patient goes on living from step to step, unless the step says otherwise or was done before.
 */
static void
enter_forward (AlCasePlayer *self)
{
  const AlCaseNode *node = al_case_run_get_node (self->run);

  if (node->scenario || al_case_run_get_change (self->run) ||
      !al_case_stage_get_settled (self->stage))
    set_patient (self);
  else if (node->kind == AL_CASE_PREDICT || node->kind == AL_CASE_DECIDE)
    al_session_clear_ghosts (get_session (self));
}

typedef struct {
  guint entry; /* of the run */
  AlScenario *scenario;
  const AlCaseChange *change; /* of the case, which the run keeps */
  AlCaseRun *run;
  AlIndices before;
  AlIndices after;
} Question;

static void ask_model (AlCasePlayer *self);

static void
question_free (gpointer data)
{
  Question *question = data;

  al_scenario_free (question->scenario);
  g_clear_object (&question->run);
  g_free (question);
}

static void
ask_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Question *question = task_data;

  g_task_return_boolean (task, al_case_model_run (question->scenario, question->change,
                                                  &question->before, &question->after));
}

static void
show_outcome (AlCasePlayer *self, guint entry)
{
  if (al_case_run_is_finished (self->run)) {
    show_body (self);
  } else if (entry == al_case_run_get_position (self->run)) {
    show_body (self);
    focus_next (self);
    scroll_to_choice (self);
  }
}

/* The last reference may be the one that waited for this: it is dropped here, never in a thread. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AlCasePlayer) self = user_data;
  GTask *task = G_TASK (result);
  Question *question = g_task_get_task_data (task);

  g_clear_object (&question->run);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return;
  g_clear_object (&self->asking);
  if (!g_task_propagate_boolean (task, NULL))
    return;
  al_case_run_record (self->run, question->entry, &question->before, &question->after);
  show_outcome (self, question->entry);
  ask_model (self);
}

static void
stop_asking (AlCasePlayer *self)
{
  if (self->asking)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static gboolean
lacks_outcome (const AlCaseEntry *entry)
{
  const AlCaseChange *change = al_case_entry_get_change (entry);

  return change != NULL && change->n_commands > 0 && !entry->has_outcome;
}

/* The step that is seen comes first, then those before it, as after a new start. */
static gboolean
find_question (AlCasePlayer *self, guint *index)
{
  for (*index = al_case_run_get_n_entries (self->run); (*index)-- > 0;) {
    if (lacks_outcome (al_case_run_get_entry (self->run, *index)))
      return TRUE;
  }
  return FALSE;
}

/* What the change leads to is computed at once, while the patient on the stage takes its time. */
static void
ask_model (AlCasePlayer *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question;
  guint index;

  stop_asking (self);
  if (!find_question (self, &index))
    return;
  question = g_new0 (Question, 1);
  question->entry = index;
  question->scenario = al_case_run_dup_scenario (self->run, index);
  question->change = al_case_entry_get_change (al_case_run_get_entry (self->run, index));
  question->run = g_object_ref (self->run);
  self->asking = g_cancellable_new ();
  task = g_task_new (NULL, self->asking, answered_cb, g_object_ref (self));
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, ask_in_thread);
}

/* Actions */

static void
reveal (AlCasePlayer *self)
{
  if (!al_case_run_reveal (self->run))
    return;
  al_case_stage_change (self->stage, al_case_run_get_change (self->run));
  ask_model (self);
  show_body (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0.0);
  focus_next (self);
}

static void
next_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlCasePlayer *self = AL_CASE_PLAYER (widget);

  if (is_open_prediction (self)) {
    reveal (self);
    return;
  }
  if (!al_case_run_continue (self->run))
    return;
  enter_forward (self);
  show_step (self);
  /* A question that is on its way stays right: nothing behind it has changed. */
  if (!self->asking)
    ask_model (self);
}

static void
back_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlCasePlayer *self = AL_CASE_PLAYER (widget);

  if (!al_case_run_go_back (self->run))
    return;
  set_patient (self);
  show_step (self);
  ask_model (self);
}

static void
restart_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlCasePlayer *self = AL_CASE_PLAYER (widget);

  al_case_run_restart (self->run);
  set_patient (self);
  show_step (self);
  ask_model (self);
}

static void
retry_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlCasePlayer *self = AL_CASE_PLAYER (widget);

  if (!can_retry (self))
    return;
  do {
    if (!al_case_run_go_back (self->run))
      break;
  } while (al_case_run_get_current (self->run)->chosen < 0);
  set_patient (self);
  show_step (self);
  ask_model (self);
}

static void
choose (AlCasePlayer *self, guint option)
{
  gboolean again = al_case_run_get_current (self->run)->chosen >= 0;

  if (al_case_run_get_current (self->run)->chosen == (int) option ||
      !al_case_run_choose (self->run, option))
    return;
  if (again)
    set_patient (self);
  else
    al_case_stage_change (self->stage, al_case_run_get_change (self->run));
  ask_model (self);
  show_progress (self);
  show_body (self);
  focus_next (self);
  scroll_to_choice (self);
}

static void
choose_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  choose (AL_CASE_PLAYER (widget), g_variant_get_uint32 (parameter));
}

static guint
first_unanswered (AlCasePlayer *self)
{
  const AlCaseEntry *entry = al_case_run_get_current (self->run);
  guint row = 0;

  while (row < entry->node->n_predictions && entry->guesses[row].given)
    row++;
  return row;
}

/* The row in which the keyboard stands, or else the first that waits for an answer. */
static AlCasePredictRow *
find_row_for_key (AlCasePlayer *self)
{
  GtkWidget *body = adw_bin_get_child (self->body);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, AL_TYPE_CASE_PREDICT_ROW) : NULL;
  guint waiting = first_unanswered (self);

  if (row && waiting == al_case_run_get_node (self->run)->n_predictions)
    return AL_CASE_PREDICT_ROW (row);
  return al_case_body_get_row (body, waiting);
}

/* From answer to answer by keys alone; what has the focus is scrolled into sight. */
static void
focus_unanswered (AlCasePlayer *self)
{
  AlCasePredictRow *row =
      al_case_body_get_row (adw_bin_get_child (self->body), first_unanswered (self));

  if (row)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->next_button);
}

static void
digit_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const AlTrend trends[] = {AL_TREND_UP, AL_TREND_SAME, AL_TREND_DOWN};
  AlCasePlayer *self = AL_CASE_PLAYER (widget);
  guint digit = g_variant_get_uint32 (parameter);
  AlCasePredictRow *row;

  if (al_case_run_get_node (self->run)->kind == AL_CASE_DECIDE) {
    choose (self, digit - 1);
    return;
  }
  if (!is_open_prediction (self) || digit > G_N_ELEMENTS (trends))
    return;
  row = find_row_for_key (self);
  if (row)
    al_case_predict_row_answer (row, trends[digit - 1]);
  focus_unanswered (self);
}

static void
run_changed_cb (AlCasePlayer *self)
{
  update_actions (self);
}

static void
al_case_player_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (al_case_player_parent_class)->map (widget);
  focus_next (AL_CASE_PLAYER (widget));
}

static gboolean
al_case_player_grab_focus (GtkWidget *widget)
{
  focus_next (AL_CASE_PLAYER (widget));
  return gtk_widget_get_mapped (widget);
}

static void
al_case_player_dispose (GObject *object)
{
  AlCasePlayer *self = AL_CASE_PLAYER (object);

  stop_asking (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CASE_PLAYER);
  g_clear_object (&self->run);
  g_clear_object (&self->catalogue);
  G_OBJECT_CLASS (al_case_player_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "case.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "case.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "case.back", NULL);
  for (guint i = 1; i <= 9; i++) {
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "case.digit", "u", i);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, 0, "case.digit", "u", i);
  }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-case-player.ui");
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, case_label);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, step_label);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, step_bar);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, text_box);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, scroll);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, clamp);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, kind_label);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, title_label);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, body);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, back_button);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, next_button);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, stage_separator);
  gtk_widget_class_bind_template_child (widget_class, AlCasePlayer, stage);
}

static void
al_case_player_class_init (AlCasePlayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_case_player_dispose;
  widget_class->map = al_case_player_map;
  widget_class->grab_focus = al_case_player_grab_focus;

  g_type_ensure (AL_TYPE_CASE_STAGE);
  gtk_widget_class_install_action (widget_class, "case.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "case.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "case.restart", NULL, restart_action_cb);
  gtk_widget_class_install_action (widget_class, "case.retry", NULL, retry_action_cb);
  gtk_widget_class_install_action (widget_class, "case.choose", "u", choose_action_cb);
  gtk_widget_class_install_action (widget_class, "case.digit", "u", digit_action_cb);
  bind_keys (widget_class);
  bind_template (widget_class);
}

static void
al_case_player_init (AlCasePlayer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The keyboard waits on this button at most steps: with it, a screen reader tells where one is.
   */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->next_button),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->title_label, NULL,
                                  -1);
}

/**
 * al_case_player_new:
 * @run: what to play, and where the person stands in it
 * @catalogue: where claims and studies are found
 *
 * Creates a player. What the model did on the way is asked again where the run does not know it.
 *
 * Returns: (transfer floating): the player
 */
AlCasePlayer *
al_case_player_new (AlCaseRun *run, AlCatalogue *catalogue)
{
  AlCasePlayer *self = g_object_new (AL_TYPE_CASE_PLAYER, NULL);

  self->run = g_object_ref (run);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (self->run, "changed", G_CALLBACK (run_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_label_set_label (self->case_label, al_case_get_title (al_case_run_get_case (run)));
  set_patient (self);
  show_step (self);
  ask_model (self);
  return self;
}

/**
 * al_case_player_get_run:
 * @self: a player
 *
 * Gets where the person stands.
 *
 * Returns: (transfer none): the run
 */
AlCaseRun *
al_case_player_get_run (AlCasePlayer *self)
{
  g_return_val_if_fail (AL_IS_CASE_PLAYER (self), NULL);

  return self->run;
}

/**
 * al_case_player_get_stage:
 * @self: a player
 *
 * Gets where the patient is.
 *
 * Returns: (transfer none): the stage
 */
AlCaseStage *
al_case_player_get_stage (AlCasePlayer *self)
{
  g_return_val_if_fail (AL_IS_CASE_PLAYER (self), NULL);

  return self->stage;
}

/**
 * al_case_player_get_asking:
 * @self: a player
 *
 * Checks whether the model is still being asked for the outcome of a change.
 *
 * Returns: %TRUE until the outcome is shown
 */
gboolean
al_case_player_get_asking (AlCasePlayer *self)
{
  g_return_val_if_fail (AL_IS_CASE_PLAYER (self), FALSE);

  return self->asking != NULL;
}
