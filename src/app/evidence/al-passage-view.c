/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-passage-view.h"

#include <glib/gi18n.h>

#include "al-evidence-words.h"

/* Columns of the grid: the number of a sentence, its words, and the claims in the margin. */
enum {
  NUMBER,
  WORDS,
  MARGIN
};

/**
 * AlPassageView:
 *
 * A part of the review to be read, with the claims that it makes in the margin.
 */
struct _AlPassageView {
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkGrid *sentences;
};

G_DEFINE_FINAL_TYPE (AlPassageView, al_passage_view, ADW_TYPE_BIN)

static void
al_passage_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_PASSAGE_VIEW);
  G_OBJECT_CLASS (al_passage_view_parent_class)->dispose (object);
}

static void
al_passage_view_class_init (AlPassageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_passage_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-passage-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AlPassageView, title_label);
  gtk_widget_class_bind_template_child (widget_class, AlPassageView, sentences);
}

static void
al_passage_view_init (AlPassageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_claim_button (AlClaim *claim)
{
  const AlVerdict verdict = al_claim_get_verdict (claim);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (al_verdict_get_icon (verdict));
  g_autofree char *key = al_claim_dup_key (claim);
  /* Translators: the number of a claim */
  g_autofree char *name = g_strdup_printf (_ ("Claim %u"), al_claim_get_number (claim));
  g_autofree char *meaning =
      g_strdup_printf ("%s\n%s", al_claim_get_statement (claim), al_verdict_get_label (verdict));

  gtk_widget_add_css_class (icon, "al-verdict-icon");
  gtk_widget_add_css_class (icon, al_verdict_get_css_class (verdict));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "al-margin-claim");
  gtk_widget_set_tooltip_text (button, meaning);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "evidence.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  return button;
}

static GtkWidget *
create_margin (AlPassage *passage, guint sentence, GListModel *claims)
{
  GtkWidget *margin = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++) {
    g_autoptr (AlClaim) claim = g_list_model_get_item (claims, i);

    if (al_claim_is_at (claim, al_passage_get_code (passage), sentence))
      gtk_box_append (GTK_BOX (margin), create_claim_button (claim));
  }
  return margin;
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_sentence (AlPassageView *self, AlPassage *passage, guint sentence, GListModel *claims)
{
  const int row = (int) sentence - 1;
  g_autofree char *number = g_strdup_printf ("%u", sentence);
  GtkWidget *words = create_label (al_passage_get_sentence (passage, sentence), "al-prose");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_grid_attach (self->sentences, create_label (number, "dim-label"), NUMBER, row, 1, 1);
  gtk_grid_attach (self->sentences, words, WORDS, row, 1, 1);
  gtk_grid_attach (self->sentences, create_margin (passage, sentence, claims), MARGIN, row, 1, 1);
}

/**
 * al_passage_view_new:
 * @passage: a part of the review
 * @evidence: where the claims are
 *
 * Creates a view of a part of the review.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
al_passage_view_new (AlPassage *passage, AlEvidence *evidence)
{
  AlPassageView *self = g_object_new (AL_TYPE_PASSAGE_VIEW, NULL);
  GListModel *claims = al_evidence_get_claims (evidence);

  gtk_label_set_label (self->title_label, al_passage_get_title (passage));
  for (guint i = 1; i <= al_passage_get_n_sentences (passage); i++)
    add_sentence (self, passage, i, claims);
  return GTK_WIDGET (self);
}
