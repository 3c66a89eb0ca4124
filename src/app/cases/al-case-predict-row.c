/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-predict-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "al-index-text.h"

struct _AlCasePredictRow {
  AdwBin parent_instance;

  AlCaseRun *run;
  guint row;
  AlIndex index; /* of its own: the run may have left the step when the patient begins anew */
  AlSession *session;

  GtkLabel *name_label;
  GtkLabel *now_label;
  GtkToggleButton *up_button;
  GtkToggleButton *same_button;
  GtkToggleButton *down_button;
  GtkToggleButton *sure_button;
};

G_DEFINE_FINAL_TYPE (AlCasePredictRow, al_case_predict_row, ADW_TYPE_BIN)

static GtkToggleButton *
button_of (AlCasePredictRow *self, AlTrend trend)
{
  switch (trend) {
  case AL_TREND_UP:
    return self->up_button;
  case AL_TREND_DOWN:
    return self->down_button;
  case AL_TREND_SAME:
  default:
    return self->same_button;
  }
}

static void
trend_toggled_cb (AlCasePredictRow *self, GtkToggleButton *button)
{
  static const AlTrend trends[] = {AL_TREND_UP, AL_TREND_SAME, AL_TREND_DOWN};

  if (!self->run || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (trends); i++) {
    if (button == button_of (self, trends[i]))
      al_case_run_predict (self->run, self->row, trends[i]);
  }
}

static void
sure_toggled_cb (AlCasePredictRow *self)
{
  if (self->run)
    al_case_run_set_sure (self->run, self->row, gtk_toggle_button_get_active (self->sure_button));
}

/* From where the index starts. */
static void
show_now (AlCasePredictRow *self)
{
  const AlIndex index = self->index;
  AlIndices indices;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!al_session_get_ready (self->session) || !al_session_get_indices (self->session, &indices))
    return;
  number = al_index_format (index, indices.value[index]);
  /* Translators: the present value and its unit. */
  text = g_strdup_printf (_ ("now %s %s"), number, al_index_get_display_unit (index));
  gtk_label_set_label (self->now_label, text);
}

static void
show_given (AlCasePredictRow *self, const AlCaseGuess *guess)
{
  if (guess->given)
    gtk_toggle_button_set_active (button_of (self, guess->trend), TRUE);
  gtk_toggle_button_set_active (self->sure_button, guess->sure);
}

static void
al_case_predict_row_dispose (GObject *object)
{
  AlCasePredictRow *self = AL_CASE_PREDICT_ROW (object);

  g_clear_object (&self->run);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CASE_PREDICT_ROW);
  G_OBJECT_CLASS (al_case_predict_row_parent_class)->dispose (object);
}

static void
al_case_predict_row_class_init (AlCasePredictRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_case_predict_row_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-case-predict-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AlCasePredictRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, AlCasePredictRow, now_label);
  gtk_widget_class_bind_template_child (widget_class, AlCasePredictRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, AlCasePredictRow, same_button);
  gtk_widget_class_bind_template_child (widget_class, AlCasePredictRow, down_button);
  gtk_widget_class_bind_template_child (widget_class, AlCasePredictRow, sure_button);
  gtk_widget_class_bind_template_callback (widget_class, trend_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, sure_toggled_cb);
}

static void
al_case_predict_row_init (AlCasePredictRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_case_predict_row_new:
 * @run: a run at a prediction
 * @row: which of its rows
 * @session: the patient, whose present value is shown
 *
 * Creates the row, with what was answered before.
 *
 * Returns: (transfer floating): the row
 */
AlCasePredictRow *
al_case_predict_row_new (AlCaseRun *run, guint row, AlSession *session)
{
  AlCasePredictRow *self = g_object_new (AL_TYPE_CASE_PREDICT_ROW, NULL);
  const char *name;

  self->row = row;
  self->index = al_case_run_get_node (run)->predictions[row].index;
  show_given (self, &al_case_run_get_current (run)->guesses[row]);
  self->run = g_object_ref (run);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "beat", G_CALLBACK (show_now), self, G_CONNECT_SWAPPED);
  show_now (self);

  name = _ (al_index_get_info (self->index)->label);
  /* "Up" alone says nothing to a person who hears one button at a time: the row names them all. */
  gtk_label_set_label (self->name_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

/**
 * al_case_predict_row_answer:
 * @self: a row
 * @trend: where the index goes
 *
 * Answers as a click on one of the three buttons does.
 */
void
al_case_predict_row_answer (AlCasePredictRow *self, AlTrend trend)
{
  g_return_if_fail (AL_IS_CASE_PREDICT_ROW (self));

  gtk_toggle_button_set_active (button_of (self, trend), TRUE);
}
