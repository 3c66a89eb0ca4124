/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-chronology-card.h"

#include "al-chronology-view.h"
#include "al-evidence-links.h"

/**
 * AlChronologyCard:
 *
 * What appeared when, as a picture and as a list.
 */
struct _AlChronologyCard {
  AdwBin parent_instance;

  GtkLabel *title_label;
  AdwBin *picture;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AlChronologyCard, al_chronology_card, ADW_TYPE_BIN)

static void
al_chronology_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CHRONOLOGY_CARD);
  G_OBJECT_CLASS (al_chronology_card_parent_class)->dispose (object);
}

static void
al_chronology_card_class_init (AlChronologyCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_chronology_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-chronology-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AlChronologyCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, AlChronologyCard, picture);
  gtk_widget_class_bind_template_child (widget_class, AlChronologyCard, list);
}

static void
al_chronology_card_init (AlChronologyCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_chronology_card_new:
 * @chronology: what to show
 *
 * Creates a view of a chronology.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
al_chronology_card_new (AlChronology *chronology)
{
  AlChronologyCard *self = g_object_new (AL_TYPE_CHRONOLOGY_CARD, NULL);
  gsize n_events;
  const AlChronologyEvent *events = al_chronology_get_events (chronology, &n_events);

  gtk_label_set_label (self->title_label, al_chronology_get_title (chronology));
  adw_bin_set_child (self->picture, al_chronology_view_new (chronology));
  for (gsize i = 0; i < n_events; i++)
    gtk_list_box_append (self->list, events[i].study != NULL
                                         ? al_study_link_new (events[i].study)
                                         : al_card_link_new (events[i].guideline));
  return GTK_WIDGET (self);
}
