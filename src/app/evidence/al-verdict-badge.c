/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-verdict-badge.h"

#include "al-evidence-words.h"

struct _AlVerdictBadge {
  AdwBin parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  AlVerdict verdict;
};

G_DEFINE_FINAL_TYPE (AlVerdictBadge, al_verdict_badge, ADW_TYPE_BIN)

static void
al_verdict_badge_class_init (AlVerdictBadgeClass *klass)
{
}

static void
al_verdict_badge_init (AlVerdictBadge *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->label);
  adw_bin_set_child (ADW_BIN (self), box);

  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "al-badge");
  al_verdict_badge_set_verdict (self, AL_VERDICT_OPEN);
}

/**
 * al_verdict_badge_new:
 * @verdict: what it shows
 *
 * Creates a badge.
 *
 * Returns: (transfer floating): the badge
 */
AlVerdictBadge *
al_verdict_badge_new (AlVerdict verdict)
{
  AlVerdictBadge *self = g_object_new (AL_TYPE_VERDICT_BADGE, NULL);

  al_verdict_badge_set_verdict (self, verdict);
  return self;
}

/**
 * al_verdict_badge_get_verdict:
 * @self: a badge
 *
 * Gets the verdict that is shown.
 *
 * Returns: the verdict
 */
AlVerdict
al_verdict_badge_get_verdict (AlVerdictBadge *self)
{
  g_return_val_if_fail (AL_IS_VERDICT_BADGE (self), AL_VERDICT_OPEN);

  return self->verdict;
}

/**
 * al_verdict_badge_set_verdict:
 * @self: a badge
 * @verdict: what it shows
 *
 * Changes the verdict.
 */
void
al_verdict_badge_set_verdict (AlVerdictBadge *self, AlVerdict verdict)
{
  g_return_if_fail (AL_IS_VERDICT_BADGE (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self), al_verdict_get_css_class (self->verdict));
  self->verdict = verdict;
  gtk_widget_add_css_class (GTK_WIDGET (self), al_verdict_get_css_class (verdict));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), al_verdict_get_icon (verdict));
  gtk_label_set_label (GTK_LABEL (self->label), al_verdict_get_label (verdict));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), al_verdict_get_meaning (verdict));
}
