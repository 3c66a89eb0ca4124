/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-option-card.h"

#include <glib/gi18n.h>

#include "al-case-blocks.h"

struct _AlCaseOptionCard {
  AdwBin parent_instance;

  GtkWidget *button;
  GtkLabel *number_label;
  GtkLabel *text_label;
  GtkWidget *chosen_icon;
  GtkRevealer *revealer;
  GtkWidget *sign_box;
  GtkWidget *sign_icon;
  GtkWidget *sign_label;
  GtkLabel *because_label;
  AdwBin *outcome;
};

G_DEFINE_FINAL_TYPE (AlCaseOptionCard, al_case_option_card, ADW_TYPE_BIN)

static void
show_choice (AlCaseOptionCard *self, const AlCaseEntry *entry)
{
  gtk_widget_set_visible (self->chosen_icon, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "al-chosen");
  if (entry->has_outcome)
    adw_bin_set_child (self->outcome, al_case_outcome_table_new (entry));
  else
    adw_bin_set_child (
        self->outcome,
        al_case_text_new (
            entry->node->options[entry->chosen].change.n_commands > 0
                ? _ ("The model is settling…")
                : _ ("This changes nothing in the model: the patient stays as before."),
            "dim-label"));
  /* What was chosen is there at once; only what is asked for later unfolds. */
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_NONE);
  al_case_option_card_set_explained (self, TRUE);
}

static void
al_case_option_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CASE_OPTION_CARD);
  G_OBJECT_CLASS (al_case_option_card_parent_class)->dispose (object);
}

static void
al_case_option_card_class_init (AlCaseOptionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_case_option_card_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-case-option-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AlCaseOptionCard, button);
  gtk_widget_class_bind_template_child (widget_class, AlCaseOptionCard, number_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseOptionCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseOptionCard, chosen_icon);
  gtk_widget_class_bind_template_child (widget_class, AlCaseOptionCard, revealer);
  gtk_widget_class_bind_template_child (widget_class, AlCaseOptionCard, sign_box);
  gtk_widget_class_bind_template_child (widget_class, AlCaseOptionCard, sign_icon);
  gtk_widget_class_bind_template_child (widget_class, AlCaseOptionCard, sign_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseOptionCard, because_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseOptionCard, outcome);
}

static void
al_case_option_card_init (AlCaseOptionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_case_option_card_new:
 * @entry: a decision
 * @option: which of its options
 *
 * Creates the card. It is explained from the start if it is the choice that stands.
 *
 * Returns: (transfer floating): the card
 */
AlCaseOptionCard *
al_case_option_card_new (const AlCaseEntry *entry, guint option)
{
  AlCaseOptionCard *self = g_object_new (AL_TYPE_CASE_OPTION_CARD, NULL);
  const AlCaseOption *content = &entry->node->options[option];
  g_autofree char *number = g_strdup_printf ("%u", option + 1);

  gtk_label_set_label (self->number_label, number);
  gtk_label_set_label (self->text_label, content->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  content->text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "u", option);
  al_case_set_sign (self->sign_box, self->sign_icon, self->sign_label, content->accepted,
                    content->accepted ? _ ("A reasonable choice")
                                      : _ ("There are better choices here"));
  gtk_label_set_label (self->because_label, content->because);
  if (entry->chosen == (int) option)
    show_choice (self, entry);
  return self;
}

/**
 * al_case_option_card_set_explained:
 * @self: a card
 * @explained: whether the because is shown
 *
 * Shows or hides why the option is a good or a poor idea.
 */
void
al_case_option_card_set_explained (AlCaseOptionCard *self, gboolean explained)
{
  g_return_if_fail (AL_IS_CASE_OPTION_CARD (self));

  gtk_revealer_set_reveal_child (self->revealer, explained);
}
