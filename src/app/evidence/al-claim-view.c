/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-claim-view.h"

#include <glib/gi18n.h>

#include "al-evidence-links.h"
#include "al-evidence-words.h"
#include "al-verdict-badge.h"

struct _AlClaimView {
  AdwBin parent_instance;

  GtkLabel *place_label;
  GtkLabel *statement_label;
  AlVerdictBadge *badge;
  GtkLabel *kind_label;
  GtkWidget *measured_box;
  GtkLabel *measured_label;
  GtkWidget *why_box;
  GtkLabel *why_label;
  GtkWidget *studies_box;
  GtkListBox *studies_list;
  GtkWidget *see_box;
  GtkLabel *preset_label;
  GtkWidget *see_button;
  GtkLabel *cannot_tell_label;
};

G_DEFINE_FINAL_TYPE (AlClaimView, al_claim_view, ADW_TYPE_BIN)

static void
show_head (AlClaimView *self, AlClaim *claim)
{
  g_autofree char *place = al_claim_dup_place_text (claim);
  /* Translators: number of the claim; where the review says it. */
  g_autofree char *where =
      g_strdup_printf (_ ("Claim %u · %s"), al_claim_get_number (claim), place);

  gtk_label_set_label (self->place_label, where);
  gtk_label_set_label (self->statement_label, al_claim_get_statement (claim));
  al_verdict_badge_set_verdict (self->badge, al_claim_get_verdict (claim));
  gtk_label_set_label (self->kind_label, al_claim_kind_get_label (al_claim_get_kind (claim)));
}

static void
show_studies (AlClaimView *self, AlClaim *claim, AlEvidence *evidence)
{
  gsize n_findings;
  const AlFinding *findings = al_claim_get_findings (claim, &n_findings);

  gtk_widget_set_visible (self->studies_box, n_findings > 0);
  for (gsize i = 0; i < n_findings; i++) {
    AlStudy *study = al_evidence_find_study (evidence, findings[i].study);

    if (study)
      gtk_list_box_append (self->studies_list, al_finding_link_new (&findings[i], study));
  }
}

/* A claim about costs or about the grading of shock has no picture in the model. */
static void
show_preset (AlClaimView *self, AlClaim *claim, AlCatalogue *catalogue)
{
  const char *id = al_claim_get_preset (claim);
  AlPreset *preset = id ? al_catalogue_find_preset (catalogue, id) : NULL;
  const char *cannot_tell = al_claim_get_cannot_tell (claim);

  gtk_widget_set_visible (self->see_box, preset || cannot_tell);
  gtk_widget_set_visible (self->see_button, preset != NULL);
  gtk_label_set_label (self->preset_label,
                       preset ? al_preset_get_name (preset)
                              : _ ("The model has nothing to show for this claim."));
  if (preset) {
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->see_button), "s", id);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->see_button), "win.open-preset");
  }
  al_label_set_or_hide (self->cannot_tell_label,
                        gtk_widget_get_parent (GTK_WIDGET (self->cannot_tell_label)), cannot_tell);
}

static void
al_claim_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CLAIM_VIEW);
  G_OBJECT_CLASS (al_claim_view_parent_class)->dispose (object);
}

static void
al_claim_view_class_init (AlClaimViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_claim_view_dispose;

  g_type_ensure (AL_TYPE_VERDICT_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-claim-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, place_label);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, statement_label);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, badge);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, kind_label);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, measured_box);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, measured_label);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, why_box);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, why_label);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, studies_box);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, studies_list);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, see_box);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, preset_label);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, see_button);
  gtk_widget_class_bind_template_child (widget_class, AlClaimView, cannot_tell_label);
}

static void
al_claim_view_init (AlClaimView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_claim_view_new:
 * @claim: what to show
 * @catalogue: where its studies and its preset are found
 *
 * Creates a view of a claim.
 *
 * Returns: (transfer floating): the view
 */
AlClaimView *
al_claim_view_new (AlClaim *claim, AlCatalogue *catalogue)
{
  AlClaimView *self = g_object_new (AL_TYPE_CLAIM_VIEW, NULL);

  show_head (self, claim);
  al_label_set_or_hide (self->measured_label, self->measured_box, al_claim_get_measured (claim));
  al_label_set_or_hide (self->why_label, self->why_box, al_claim_get_why (claim));
  show_studies (self, claim, al_catalogue_get_evidence (catalogue));
  show_preset (self, claim, catalogue);
  return self;
}
