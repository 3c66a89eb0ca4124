/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-prediction-row.h"

#include <glib/gi18n.h>

#include "al-case-blocks.h"

/**
 * AlPredictionRow:
 *
 * One index that is asked about: falls, unchanged or rises. When it is revealed: what was said,
 * what the model does, and why.
 */
struct _AlPredictionRow {
  AdwBin parent_instance;

  AlPrediction *prediction;
  AlIndex index;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (AlPredictionRow, al_prediction_row, ADW_TYPE_BIN)

static const struct {
  AlIndexChange change;
  const char *icon;
  const char *label;
} choices[] = {
    {AL_INDEX_CHANGE_DOWN, "go-down-symbolic", N_ ("Falls")},
    {AL_INDEX_CHANGE_SAME, "al-same-symbolic", N_ ("Unchanged")},
    {AL_INDEX_CHANGE_UP, "go-up-symbolic", N_ ("Rises")},
};

static const char *
get_words (AlIndexChange change)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    if (choices[i].change == change)
      return _ (choices[i].label);
  }
  return "–";
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Asking */

#define CHANGE_KEY "al-change"

static void
choice_toggled_cb (AlPredictionRow *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    al_prediction_guess (
        self->prediction, self->index,
        (AlIndexChange) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), CHANGE_KEY)));
}

static void
sure_toggled_cb (AlPredictionRow *self, GtkToggleButton *button)
{
  al_prediction_set_sure (self->prediction, self->index, gtk_toggle_button_get_active (button));
}

static GtkWidget *
make_choice (AlPredictionRow *self, guint position, GtkWidget *group)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *name = NULL;

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), choices[position].icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ (choices[position].label));
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), content);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_object_set_data (G_OBJECT (button), CHANGE_KEY, GINT_TO_POINTER (choices[position].change));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (choice_toggled_cb), self);
  name = g_strdup_printf ("%s: %s", _ (al_index_get_info (self->index)->label),
                          _ (choices[position].label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_sure (AlPredictionRow *self, gboolean sure)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ ("Sure"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), sure);
  gtk_widget_set_tooltip_text (button, _ ("I am sure of this answer"));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (sure_toggled_cb), self);
  return button;
}

static void
fill_with_choices (AlPredictionRow *self, const AlGuess *guess)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *first = NULL;

  gtk_widget_add_css_class (linked, "linked");
  gtk_box_set_homogeneous (GTK_BOX (linked), TRUE);
  gtk_widget_set_hexpand (linked, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    GtkWidget *button = make_choice (self, i, first);

    first = first != NULL ? first : button;
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), guess->change == choices[i].change);
    gtk_box_append (GTK_BOX (linked), button);
  }
  gtk_box_append (GTK_BOX (line), linked);
  gtk_box_append (GTK_BOX (line), make_sure (self, guess->sure));
  gtk_box_append (GTK_BOX (self->box),
                  make_label (_ (al_index_get_info (self->index)->label), "heading"));
  gtk_box_append (GTK_BOX (self->box), line);
}

/* Revealed */

static GtkWidget *
make_badge (gboolean fits)
{
  GtkWidget *badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (badge, "al-badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  al_case_set_sign (badge, icon, label, fits, fits ? _ ("As you said") : _ ("Not as you said"));
  gtk_box_append (GTK_BOX (badge), icon);
  gtk_box_append (GTK_BOX (badge), label);
  return badge;
}

static char *
describe_outcome (AlPredictionRow *self, AlIndexChange change)
{
  const double before = al_prediction_get_before (self->prediction)->value[self->index];
  const double after = al_prediction_get_after (self->prediction)->value[self->index];
  g_autofree char *from = al_index_format (self->index, before);
  g_autofree char *to = al_index_format (self->index, after);

  /* Translators: where an index goes, its value before and after, and the unit */
  return g_strdup_printf (_ ("Model: %s, %s → %s %s"), get_words (change), from, to,
                          al_index_get_display_unit (self->index));
}

static char *
describe_guess (AlIndexChange guess, gboolean sure)
{
  if (guess == AL_INDEX_CHANGE_UNKNOWN)
    return g_strdup (_ ("You gave no answer"));
  /* Translators: what a person predicted */
  return g_strdup_printf (sure ? _ ("You: %s, sure") : _ ("You: %s"), get_words (guess));
}

static void
fill_with_outcome (AlPredictionRow *self, AlIndexChange guess, gboolean sure)
{
  const AlIndexChange change = al_index_get_change (
      self->index, al_prediction_get_before (self->prediction)->value[self->index],
      al_prediction_get_after (self->prediction)->value[self->index]);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = make_label (_ (al_index_get_info (self->index)->label), "heading");
  g_autofree char *said = describe_guess (guess, sure);
  g_autofree char *outcome = describe_outcome (self, change);
  g_autofree char *why = al_prediction_explain (self->prediction, self->index);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (line), name);
  if (guess != AL_INDEX_CHANGE_UNKNOWN)
    gtk_box_append (GTK_BOX (line), make_badge (guess == change));
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), make_label (said, "dim-label"));
  gtk_box_append (GTK_BOX (self->box), make_label (outcome, "numeric"));
  gtk_box_append (GTK_BOX (self->box), make_label (why, NULL));
}

/* The object */

static void
al_prediction_row_dispose (GObject *object)
{
  g_clear_object (&AL_PREDICTION_ROW (object)->prediction);
  G_OBJECT_CLASS (al_prediction_row_parent_class)->dispose (object);
}

static void
al_prediction_row_class_init (AlPredictionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = al_prediction_row_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
al_prediction_row_init (AlPredictionRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "al-card");
  gtk_widget_add_css_class (self->box, "al-predict");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

static AlPredictionRow *
new_row (AlPrediction *prediction, AlIndex index)
{
  AlPredictionRow *self = g_object_new (AL_TYPE_PREDICTION_ROW, NULL);

  self->prediction = g_object_ref (prediction);
  self->index = index;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (al_index_get_info (index)->label), -1);
  return self;
}

/**
 * al_prediction_row_new:
 * @prediction: a question
 * @index: an index that it asks about
 *
 * Makes a row with the three answers.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
al_prediction_row_new (AlPrediction *prediction, AlIndex index)
{
  AlPredictionRow *self = new_row (prediction, index);
  guint n_guesses;
  const AlGuess *guesses = al_prediction_get_guesses (prediction, &n_guesses);

  for (guint i = 0; i < n_guesses; i++) {
    if (guesses[i].index == index)
      fill_with_choices (self, &guesses[i]);
  }
  return GTK_WIDGET (self);
}

/**
 * al_prediction_row_new_revealed:
 * @prediction: a question that is revealed
 * @index: an index
 * @guess: what was said about it
 * @sure: whether the person was sure
 *
 * Makes a row with the outcome.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
al_prediction_row_new_revealed (AlPrediction *prediction, AlIndex index, AlIndexChange guess,
                                gboolean sure)
{
  AlPredictionRow *self = new_row (prediction, index);

  fill_with_outcome (self, guess, sure);
  return GTK_WIDGET (self);
}
