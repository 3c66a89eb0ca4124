/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-stage.h"

#include <glib/gi18n.h>

#include "al-change-text.h"
#include "al-driver.h"
#include "al-index-text.h"
#include "al-loop-view.h"
#include "al-strip-view.h"

/* A change has done what it does after this time; until then the patient is on the way. */
#define SETTLED_US (45 * G_USEC_PER_SEC)

/* Settling that is done sooner is not worth a notice. */
#define NOTICE_AFTER_MS 400

/* What stands beside the loop: few enough to be read at a glance. */
static const AlIndex readout_indices[] = {
    AL_INDEX_MAP,   AL_INDEX_AO_PULSE,  AL_INDEX_LV_EDP,     AL_INDEX_PCWP,
    AL_INDEX_LV_SV, AL_INDEX_NATIVE_CO, AL_INDEX_TOTAL_FLOW,
};

#define N_READOUTS G_N_ELEMENTS (readout_indices)

typedef struct {
  GtkLabel *value;
  GtkLabel *change;
} Readout;

struct _AlCaseStage {
  AdwBin parent_instance;

  AlSession *session;
  Readout readouts[N_READOUTS];

  GArray *waiting; /* (element-type AlCommand): what is still to be done to the patient */
  gint64 waiting_since_us;
  gboolean changed; /* since the patient was put on the stage */
  guint notice;

  GtkStack *stack;
  GtkProgressBar *progress;
  AlLoopView *loop_view;
  AlStripView *strip_view;
  GtkBox *readouts_box;
  GtkToggleButton *freeze_button;
  GtkToggleButton *slow_button;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (AlCaseStage, al_case_stage, ADW_TYPE_BIN)

/* Readouts: once a beat */

static void
show_readout (Readout *readout, AlIndex index, const AlIndices *now, const AlIndices *reference)
{
  g_autofree char *number = al_index_format (index, now->value[index]);
  g_autofree char *text =
      g_strdup_printf ("%s <small>%s</small>", number, al_index_get_display_unit (index));
  g_autofree char *difference = NULL;
  AlIndexChange change = AL_INDEX_CHANGE_UNKNOWN;

  gtk_label_set_markup (readout->value, text);
  if (reference)
    change = al_index_get_change (index, reference->value[index], now->value[index]);
  if (change == AL_INDEX_CHANGE_UP || change == AL_INDEX_CHANGE_DOWN) {
    g_autofree char *points =
        al_index_format_change (index, reference->value[index], now->value[index]);

    difference = g_strdup_printf ("%s %s", change == AL_INDEX_CHANGE_UP ? "▲" : "▼", points);
  }
  gtk_label_set_label (readout->change, difference ? difference : "");
}

static void
beat_cb (AlCaseStage *self)
{
  AlIndices now;
  AlIndices reference;
  gboolean has_reference = al_session_get_n_ghosts (self->session) > 0 &&
                           al_session_get_reference (self->session, &reference);

  if (!al_session_get_indices (self->session, &now))
    return;
  for (guint i = 0; i < N_READOUTS; i++)
    show_readout (&self->readouts[i], readout_indices[i], &now, has_reference ? &reference : NULL);

  if (has_reference) {
    g_autofree char *text = al_change_describe_session (self->session);

    gtk_label_set_label (self->sentence, text);
  } else {
    g_autofree char *text = al_index_describe_state (&now);

    gtk_label_set_label (self->sentence, text);
  }
}

static void
create_readouts (AlCaseStage *self)
{
  for (guint i = 0; i < N_READOUTS; i++) {
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *name = gtk_label_new (al_index_get_short_label (readout_indices[i]));
    GtkWidget *value = gtk_label_new ("–");
    GtkWidget *change = gtk_label_new (NULL);

    gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
    gtk_widget_add_css_class (name, "caption");
    gtk_widget_add_css_class (name, "dim-label");
    gtk_widget_add_css_class (value, "al-stage-value");
    gtk_widget_add_css_class (change, "caption");
    gtk_widget_add_css_class (change, "numeric");
    gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
    gtk_box_append (GTK_BOX (line), value);
    gtk_box_append (GTK_BOX (line), change);
    gtk_box_append (GTK_BOX (box), name);
    gtk_box_append (GTK_BOX (box), line);
    gtk_box_append (self->readouts_box, box);
    self->readouts[i].value = GTK_LABEL (value);
    self->readouts[i].change = GTK_LABEL (change);
  }
}

/* What is done to the patient */

static void
carry_out_due (AlCaseStage *self)
{
  gint64 since_us = al_session_get_time_us (self->session) - self->waiting_since_us;

  for (guint i = 0; i < self->waiting->len;) {
    AlCommand command = g_array_index (self->waiting, AlCommand, i);

    if (command.time_us > since_us) {
      i++;
      continue;
    }
    g_array_remove_index (self->waiting, i);
    al_session_set (self->session, command.parameter, command.value);
  }
}

/* A device that is switched keeps a ghost of its own accord; anything else asks for one. */
static gboolean
change_switches_device (AlCaseStage *self, const AlCaseChange *change)
{
  AlSettings settings = al_session_get_simulation (self->session)->settings;

  for (guint i = 0; i < change->n_commands; i++)
    settings.value[change->commands[i].parameter] = change->commands[i].value;
  return al_support_of (&settings) != al_session_get_support (self->session);
}

static void
begin_waiting (AlCaseStage *self)
{
  AlCaseChange change = {(AlCommand *) (gpointer) self->waiting->data, self->waiting->len};

  if (change.n_commands == 0)
    return;
  if (!change_switches_device (self, &change))
    al_session_keep_ghost (self->session, _ ("Before"));
  self->waiting_since_us = al_session_get_time_us (self->session);
  self->changed = TRUE;
  /* Who asked for a change wants to see it happen. */
  gtk_toggle_button_set_active (self->freeze_button, FALSE);
  carry_out_due (self);
}

static gboolean
show_notice_cb (gpointer user_data)
{
  AlCaseStage *self = AL_CASE_STAGE (user_data);

  self->notice = 0;
  gtk_stack_set_visible_child_name (self->stack, "settling");
  return G_SOURCE_REMOVE;
}

static void
ready_cb (AlCaseStage *self)
{
  gboolean ready = al_session_get_ready (self->session);

  g_clear_handle_id (&self->notice, g_source_remove);
  if (!ready) {
    self->notice = g_timeout_add (NOTICE_AFTER_MS, show_notice_cb, self);
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, "model");
  begin_waiting (self);
  beat_cb (self);
}

static void
progress_cb (AlCaseStage *self)
{
  gtk_progress_bar_set_fraction (self->progress, al_session_get_progress (self->session));
}

static void
freeze_toggled_cb (AlCaseStage *self)
{
  al_session_set_playing (self->session, !gtk_toggle_button_get_active (self->freeze_button));
}

static void
slow_toggled_cb (AlCaseStage *self)
{
  al_session_set_speed (self->session,
                        gtk_toggle_button_get_active (self->slow_button) ? 0.25 : 1.0);
}

static void
al_case_stage_dispose (GObject *object)
{
  AlCaseStage *self = AL_CASE_STAGE (object);

  g_clear_handle_id (&self->notice, g_source_remove);
  /* The child is named in the template: disposing of that first would leave the bin a dead one. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CASE_STAGE);
  g_clear_pointer (&self->waiting, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (al_case_stage_parent_class)->dispose (object);
}

static void
al_case_stage_class_init (AlCaseStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_case_stage_dispose;

  g_type_ensure (AL_TYPE_LOOP_VIEW);
  g_type_ensure (AL_TYPE_STRIP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-case-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, AlCaseStage, stack);
  gtk_widget_class_bind_template_child (widget_class, AlCaseStage, progress);
  gtk_widget_class_bind_template_child (widget_class, AlCaseStage, loop_view);
  gtk_widget_class_bind_template_child (widget_class, AlCaseStage, strip_view);
  gtk_widget_class_bind_template_child (widget_class, AlCaseStage, readouts_box);
  gtk_widget_class_bind_template_child (widget_class, AlCaseStage, freeze_button);
  gtk_widget_class_bind_template_child (widget_class, AlCaseStage, slow_button);
  gtk_widget_class_bind_template_child (widget_class, AlCaseStage, sentence);
  gtk_widget_class_bind_template_callback (widget_class, freeze_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, slow_toggled_cb);
}

static void
al_case_stage_init (AlCaseStage *self)
{
  self->waiting = g_array_new (FALSE, FALSE, sizeof (AlCommand));
  self->session = al_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  create_readouts (self);

  al_loop_view_set_session (self->loop_view, self->session);
  al_strip_view_set_session (self->strip_view, self->session);
  al_strip_view_add_strip (self->strip_view, AL_STRIP_ARTERIAL);
  al_driver_attach (GTK_WIDGET (self), self->session);
  g_signal_connect_object (self->session, "beat", G_CALLBACK (beat_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "advanced", G_CALLBACK (carry_out_due), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::ready", G_CALLBACK (ready_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  al_session_set_playing (self->session, TRUE);
}

/**
 * al_case_stage_new:
 *
 * Creates a stage without a patient.
 *
 * Returns: (transfer floating): the stage
 */
GtkWidget *
al_case_stage_new (void)
{
  return g_object_new (AL_TYPE_CASE_STAGE, NULL);
}

/**
 * al_case_stage_get_session:
 * @self: a stage
 *
 * Gets what runs on the stage.
 *
 * Returns: (transfer none): the session
 */
AlSession *
al_case_stage_get_session (AlCaseStage *self)
{
  g_return_val_if_fail (AL_IS_CASE_STAGE (self), NULL);

  return self->session;
}

static void
wait_for (AlCaseStage *self, const AlCaseChange *change)
{
  g_array_set_size (self->waiting, 0);
  if (change && change->n_commands > 0)
    g_array_append_vals (self->waiting, change->commands, change->n_commands);
}

/**
 * al_case_stage_start:
 * @self: a stage
 * @scenario: how the patient stands
 * @change: (nullable): what is done as soon as the patient stands so
 *
 * Puts a patient on the stage, settled.
 */
void
al_case_stage_start (AlCaseStage *self, const AlScenario *scenario, const AlCaseChange *change)
{
  g_return_if_fail (AL_IS_CASE_STAGE (self));
  g_return_if_fail (scenario != NULL);

  wait_for (self, change);
  self->changed = FALSE;
  if (al_session_get_ready (self->session)) {
    /* Loading from the store does not pass through "not ready". */
    al_session_load (self->session, scenario);
    if (al_session_get_ready (self->session))
      ready_cb (self);
    return;
  }
  al_session_load (self->session, scenario);
}

/**
 * al_case_stage_change:
 * @self: a stage with a patient
 * @change: what is done to the patient
 *
 * Carries a change out on the beating patient, each command at its time. The loop before it stays
 * as a ghost.
 */
void
al_case_stage_change (AlCaseStage *self, const AlCaseChange *change)
{
  g_return_if_fail (AL_IS_CASE_STAGE (self));
  g_return_if_fail (change != NULL);

  wait_for (self, change);
  if (al_session_get_ready (self->session))
    begin_waiting (self);
}

/**
 * al_case_stage_get_settled:
 * @self: a stage
 *
 * Checks whether the patient has had time to settle since the last change.
 *
 * Returns: %FALSE while a change is still at work
 */
gboolean
al_case_stage_get_settled (AlCaseStage *self)
{
  g_return_val_if_fail (AL_IS_CASE_STAGE (self), TRUE);

  return self->waiting->len == 0 &&
         (!self->changed ||
          al_session_get_time_us (self->session) - self->waiting_since_us >= SETTLED_US);
}
