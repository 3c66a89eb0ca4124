/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-claim-card.h"

#include <glib/gi18n.h>

#include "al-evidence-words.h"
#include "al-verdict-badge.h"

struct _AlClaimCard {
  AdwBin parent_instance;

  GtkLabel *place_label;
  AlVerdictBadge *badge;
  GtkLabel *statement_label;
  GtkLabel *measured_label;
  GtkLabel *why_label;
  GtkWidget *open_button;
};

G_DEFINE_FINAL_TYPE (AlClaimCard, al_claim_card, ADW_TYPE_BIN)

static void
al_claim_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CLAIM_CARD);
  G_OBJECT_CLASS (al_claim_card_parent_class)->dispose (object);
}

static void
al_claim_card_class_init (AlClaimCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_claim_card_dispose;

  g_type_ensure (AL_TYPE_VERDICT_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-claim-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AlClaimCard, place_label);
  gtk_widget_class_bind_template_child (widget_class, AlClaimCard, badge);
  gtk_widget_class_bind_template_child (widget_class, AlClaimCard, statement_label);
  gtk_widget_class_bind_template_child (widget_class, AlClaimCard, measured_label);
  gtk_widget_class_bind_template_child (widget_class, AlClaimCard, why_label);
  gtk_widget_class_bind_template_child (widget_class, AlClaimCard, open_button);
}

static void
al_claim_card_init (AlClaimCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_claim_card_new:
 * @claim: what to show
 *
 * Creates the short form of a claim. Its button activates `win.show-evidence`.
 *
 * Returns: (transfer floating): the card
 */
AlClaimCard *
al_claim_card_new (AlClaim *claim)
{
  AlClaimCard *self = g_object_new (AL_TYPE_CLAIM_CARD, NULL);
  g_autofree char *key = al_claim_dup_key (claim);
  g_autofree char *place =
      g_strdup_printf (_ ("The review, claim %u"), al_claim_get_number (claim));

  gtk_label_set_label (self->place_label, place);
  al_verdict_badge_set_verdict (self->badge, al_claim_get_verdict (claim));
  gtk_label_set_label (self->statement_label, al_claim_get_statement (claim));
  al_label_set_or_hide (self->measured_label, GTK_WIDGET (self->measured_label),
                        al_claim_get_measured (claim));
  al_label_set_or_hide (self->why_label, GTK_WIDGET (self->why_label), al_claim_get_why (claim));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", key);
  return self;
}
