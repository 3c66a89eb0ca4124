/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-study-card.h"

#include "al-evidence-words.h"
#include "al-study-tables.h"

struct _AlStudyCard {
  AdwBin parent_instance;

  GtkLabel *design_label;
  GtkLabel *name_label;
  GtkLabel *takeaway_label;
  AlTextTable *table;
  GtkWidget *open_button;
};

G_DEFINE_FINAL_TYPE (AlStudyCard, al_study_card, ADW_TYPE_BIN)

static void
al_study_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_STUDY_CARD);
  G_OBJECT_CLASS (al_study_card_parent_class)->dispose (object);
}

static void
al_study_card_class_init (AlStudyCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_study_card_dispose;

  g_type_ensure (AL_TYPE_TEXT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-study-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AlStudyCard, design_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyCard, takeaway_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyCard, table);
  gtk_widget_class_bind_template_child (widget_class, AlStudyCard, open_button);
}

static void
al_study_card_init (AlStudyCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_study_card_new:
 * @study: what to show
 *
 * Creates the short form of a study: its design, what to take from it, and its primary outcome. Its
 * button activates `win.show-evidence`.
 *
 * Returns: (transfer floating): the card
 */
AlStudyCard *
al_study_card_new (AlStudy *study)
{
  AlStudyCard *self = g_object_new (AL_TYPE_STUDY_CARD, NULL);
  g_autofree char *key = al_study_dup_key (study);
  g_autofree char *name = al_study_dup_name_and_year (study);

  gtk_label_set_label (self->design_label, al_study_design_get_label (al_study_get_design (study)));
  gtk_label_set_label (self->name_label, name);
  al_label_set_or_hide (self->takeaway_label, GTK_WIDGET (self->takeaway_label),
                        al_study_get_takeaway (study));
  gtk_widget_set_visible (GTK_WIDGET (self->table), al_study_fill_primary (study, self->table) > 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", key);
  return self;
}
