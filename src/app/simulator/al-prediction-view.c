/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-prediction-view.h"

#include <glib/gi18n.h>

#include "al-prediction-row.h"
#include "al-prediction.h"
#include "al-sketch-view.h"

struct _AlPredictionView {
  AdwBin parent_instance;

  AlPrediction *prediction;

  GtkLabel *title;
  GtkLabel *change;
  GtkLabel *prompt;
  GtkWidget *tabs;
  GtkStack *pages;
  GtkBox *rows;
  AlSketchView *sketch;
  GtkLabel *sketch_hint;
  GtkBox *landmarks;
  GtkProgressBar *progress;
  GtkMenuButton *choose;
  GtkBox *choices;
  GtkWidget *examples;
  GtkWidget *leave;
  GtkWidget *cancel;
  GtkWidget *again;
  GtkWidget *reveal;
};

G_DEFINE_FINAL_TYPE (AlPredictionView, al_prediction_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What can be asked about. */
static const AlIndex offered[] = {
    AL_INDEX_MAP,        AL_INDEX_AO_PULSE, AL_INDEX_LV_EDP,        AL_INDEX_LV_EDV,
    AL_INDEX_LV_ESV,     AL_INDEX_LV_PEAK,  AL_INDEX_LV_SV,         AL_INDEX_LV_PVA,
    AL_INDEX_PCWP,       AL_INDEX_RA_MEAN,  AL_INDEX_CORONARY_FLOW, AL_INDEX_NATIVE_CO,
    AL_INDEX_TOTAL_FLOW,
};

#define INDEX_KEY "al-index"

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_rows (AlPredictionView *self, gboolean revealed)
{
  guint n_guesses;
  const AlGuess *guesses = al_prediction_get_guesses (self->prediction, &n_guesses);

  clear (self->rows);
  for (guint i = 0; i < n_guesses; i++)
    gtk_box_append (self->rows,
                    revealed ? al_prediction_row_new_revealed (self->prediction, guesses[i].index,
                                                               guesses[i].change, guesses[i].sure)
                             : al_prediction_row_new (self->prediction, guesses[i].index));
}

/* A sketch is judged by where its landmarks went. */
static void
fill_landmarks (AlPredictionView *self, gboolean revealed)
{
  guint n_landmarks;
  const AlIndex *landmarks = al_sketch_get_landmarks (&n_landmarks);

  clear (self->landmarks);
  for (guint i = 0; i < n_landmarks && revealed; i++)
    gtk_box_append (self->landmarks,
                    al_prediction_row_new_revealed (
                        self->prediction, landmarks[i],
                        al_prediction_get_sketched_change (self->prediction, landmarks[i]), FALSE));
  gtk_widget_set_visible (GTK_WIDGET (self->landmarks), revealed);
  gtk_widget_set_visible (GTK_WIDGET (self->sketch_hint), !revealed);
}

static const char *
get_title (AlPredictionState state)
{
  switch (state) {
  case AL_PREDICTION_ASKED:
    return _ ("What will happen?");
  case AL_PREDICTION_SETTLING:
    return _ ("The model settles…");
  case AL_PREDICTION_REVEALED:
    return _ ("What happened");
  case AL_PREDICTION_FAILED:
    return _ ("The model does not settle with this change");
  case AL_PREDICTION_OFF:
  case AL_PREDICTION_WAITING:
  default:
    return _ ("Predict first");
  }
}

static const char *
get_prompt (AlPredictionState state)
{
  switch (state) {
  case AL_PREDICTION_ASKED:
    return _ ("Once it has settled: say where each goes, or sketch the loop. Further changes join "
              "the question. Then reveal; you may also reveal at once.");
  case AL_PREDICTION_REVEALED:
    return _ ("Both states as they settle. What was predicted is remembered better than what was "
              "only watched.");
  case AL_PREDICTION_SETTLING:
    return "";
  case AL_PREDICTION_FAILED:
    return _ ("It was not applied. Try a smaller one.");
  case AL_PREDICTION_OFF:
  case AL_PREDICTION_WAITING:
  default:
    return _ ("Change any setting: switch a device on, give a drug, move a slider. The change "
              "waits, and you are asked first what it will do.");
  }
}

static void
update_buttons (AlPredictionView *self, AlPredictionState state)
{
  const gboolean ended = state == AL_PREDICTION_REVEALED || state == AL_PREDICTION_FAILED;

  gtk_widget_set_visible (self->reveal, state == AL_PREDICTION_ASKED);
  gtk_widget_set_visible (self->cancel, state == AL_PREDICTION_SETTLING);
  gtk_widget_set_visible (self->again, ended);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), state == AL_PREDICTION_SETTLING);
  gtk_widget_set_visible (GTK_WIDGET (self->choose), state == AL_PREDICTION_ASKED);
}

static void
update (AlPredictionView *self)
{
  const AlPredictionState state = al_prediction_get_state (self->prediction);
  const gboolean revealed = state == AL_PREDICTION_REVEALED;
  const gboolean open = state == AL_PREDICTION_ASKED || revealed;
  g_autofree char *change = al_prediction_describe_change (self->prediction);

  gtk_label_set_label (self->title, get_title (state));
  gtk_label_set_label (self->prompt, get_prompt (state));
  gtk_label_set_label (self->change, change);
  gtk_widget_set_visible (GTK_WIDGET (self->change), open || state == AL_PREDICTION_SETTLING);
  gtk_widget_set_visible (GTK_WIDGET (self->prompt), *get_prompt (state) != '\0');
  gtk_widget_set_visible (self->examples, state == AL_PREDICTION_WAITING);
  gtk_widget_set_visible (self->tabs, open);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), open);
  update_buttons (self, state);
  fill_rows (self, revealed);
  fill_landmarks (self, revealed);
  al_sketch_view_update (self->sketch);
}

static void
progress_cb (AlPredictionView *self)
{
  gtk_progress_bar_set_fraction (self->progress, al_prediction_get_progress (self->prediction));
}

static void
changed_cb (AlPredictionView *self)
{
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON]);
}

/* Choosing what is asked about */

static void
choice_toggled_cb (AlPredictionView *self, GtkToggleButton *button)
{
  const AlIndex index =
      (AlIndex) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), INDEX_KEY));

  al_prediction_ask (self->prediction, index, gtk_toggle_button_get_active (button));
}

static void
fill_choices (AlPredictionView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++) {
    GtkWidget *button =
        gtk_toggle_button_new_with_label (_ (al_index_get_info (offered[i])->label));

    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  al_prediction_asks (self->prediction, offered[i]));
    g_object_set_data (G_OBJECT (button), INDEX_KEY, GINT_TO_POINTER (offered[i]));
    g_signal_connect_swapped (button, "toggled", G_CALLBACK (choice_toggled_cb), self);
    gtk_box_append (self->choices, button);
  }
}

/* Buttons */

static void
reveal_cb (AlPredictionView *self)
{
  al_prediction_reveal (self->prediction);
}

static void
cancel_cb (AlPredictionView *self)
{
  al_prediction_cancel (self->prediction);
}

static void
again_cb (AlPredictionView *self)
{
  al_prediction_ask_again (self->prediction);
}

static void
leave_cb (AlPredictionView *self)
{
  al_prediction_view_set_on (self, FALSE);
}

/* The object */

static void
al_prediction_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ON)
    g_value_set_boolean (value, al_prediction_view_get_on (AL_PREDICTION_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
al_prediction_view_set_property (GObject *object, guint prop_id, const GValue *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_ON)
    al_prediction_view_set_on (AL_PREDICTION_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
forget_prediction (AlPredictionView *self)
{
  if (self->prediction == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->prediction, self);
  al_prediction_set_on (self->prediction, FALSE);
  g_clear_object (&self->prediction);
}

static void
al_prediction_view_dispose (GObject *object)
{
  forget_prediction (AL_PREDICTION_VIEW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_PREDICTION_VIEW);
  G_OBJECT_CLASS (al_prediction_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-prediction-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, title);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, change);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, prompt);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, tabs);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, pages);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, rows);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, sketch);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, sketch_hint);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, landmarks);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, progress);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, choose);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, choices);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, examples);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, leave);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, cancel);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, again);
  gtk_widget_class_bind_template_child (widget_class, AlPredictionView, reveal);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
al_prediction_view_class_init (AlPredictionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = al_prediction_view_dispose;
  object_class->get_property = al_prediction_view_get_property;
  object_class->set_property = al_prediction_view_set_property;
  /* Whether changes are put as questions */
  properties[PROP_ON] =
      g_param_spec_boolean ("on", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (AL_TYPE_SKETCH_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
al_prediction_view_init (AlPredictionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_prediction_view_new:
 *
 * Makes a view without a session.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
al_prediction_view_new (void)
{
  return g_object_new (AL_TYPE_PREDICTION_VIEW, NULL);
}

/**
 * al_prediction_view_set_session:
 * @self: a view
 * @session: whose changes are asked about
 *
 * Binds the view to a session; asking begins with [property@PredictionView:on].
 */
void
al_prediction_view_set_session (AlPredictionView *self, AlSession *session)
{
  g_return_if_fail (AL_IS_PREDICTION_VIEW (self));
  forget_prediction (self);
  clear (self->choices);
  self->prediction = al_prediction_new (session);
  al_sketch_view_set_prediction (self->sketch, self->prediction, session);
  fill_choices (self);
  g_signal_connect_swapped (self->prediction, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->prediction, "progress", G_CALLBACK (progress_cb), self);
  update (self);
}

/**
 * al_prediction_view_get_on:
 * @self: a view
 *
 * Whether changes are put as questions.
 */
gboolean
al_prediction_view_get_on (AlPredictionView *self)
{
  g_return_val_if_fail (AL_IS_PREDICTION_VIEW (self), FALSE);
  return self->prediction != NULL &&
         al_prediction_get_state (self->prediction) != AL_PREDICTION_OFF;
}

/**
 * al_prediction_view_set_on:
 * @self: a view with a session
 * @on: whether changes are put as questions
 *
 * Begins or ends asking.
 */
void
al_prediction_view_set_on (AlPredictionView *self, gboolean on)
{
  g_return_if_fail (AL_IS_PREDICTION_VIEW (self) && self->prediction != NULL);
  al_prediction_set_on (self->prediction, on);
}
