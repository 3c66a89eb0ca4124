/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-answer-card.h"

#include <glib/gi18n.h>

#include "al-case-blocks.h"

struct _AlCaseAnswerCard {
  AdwBin parent_instance;

  GtkLabel *name_label;
  GtkWidget *sign_box;
  GtkWidget *sign_icon;
  GtkWidget *sign_label;
  GtkLabel *guess_label;
  GtkLabel *outcome_label;
  GtkLabel *because_label;
};

G_DEFINE_FINAL_TYPE (AlCaseAnswerCard, al_case_answer_card, ADW_TYPE_BIN)

static void
al_case_answer_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CASE_ANSWER_CARD);
  G_OBJECT_CLASS (al_case_answer_card_parent_class)->dispose (object);
}

static void
al_case_answer_card_class_init (AlCaseAnswerCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_case_answer_card_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-case-answer-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AlCaseAnswerCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseAnswerCard, sign_box);
  gtk_widget_class_bind_template_child (widget_class, AlCaseAnswerCard, sign_icon);
  gtk_widget_class_bind_template_child (widget_class, AlCaseAnswerCard, sign_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseAnswerCard, guess_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseAnswerCard, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseAnswerCard, because_label);
}

static void
al_case_answer_card_init (AlCaseAnswerCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_case_answer_card_new:
 * @entry: a revealed prediction
 * @row: which of its rows
 *
 * Creates the card. Until the model has settled it says so instead of numbers.
 *
 * Returns: (transfer floating): the card
 */
AlCaseAnswerCard *
al_case_answer_card_new (const AlCaseEntry *entry, guint row)
{
  AlCaseAnswerCard *self = g_object_new (AL_TYPE_CASE_ANSWER_CARD, NULL);
  const AlCasePrediction *prediction = &entry->node->predictions[row];
  gboolean fits = al_case_guess_fits (entry, row);
  g_autofree char *guess = al_case_words_for_guess (&entry->guesses[row]);
  g_autofree char *outcome =
      entry->has_outcome ? al_case_words_for_outcome (entry, prediction->index, prediction->margin)
                         : g_strdup (_ ("settling…"));

  gtk_label_set_label (self->name_label, _ (al_index_get_info (prediction->index)->label));
  al_case_set_sign (self->sign_box, self->sign_icon, self->sign_label, fits,
                    fits ? _ ("As you said") : _ ("Not as you said"));
  gtk_label_set_label (self->guess_label, guess);
  gtk_label_set_label (self->outcome_label, outcome);
  gtk_label_set_label (self->because_label, prediction->because);
  return self;
}
