/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-card-view.h"

#include <glib/gi18n.h>

#include "al-evidence-words.h"
#include "al-stage-explorer.h"

/**
 * AlCardView:
 *
 * A card of practice or of a guideline: its points, each with its class, its source and how sure it
 * is.
 */
struct _AlCardView {
  AdwBin parent_instance;

  GtkLabel *kind_label;
  GtkLabel *title_label;
  GtkLabel *summary_label;
  AdwBin *explorer;
  GtkListBox *points;
  GtkWidget *see_button;
  GtkLabel *checked_label;
};

G_DEFINE_FINAL_TYPE (AlCardView, al_card_view, ADW_TYPE_BIN)

static void
al_card_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CARD_VIEW);
  G_OBJECT_CLASS (al_card_view_parent_class)->dispose (object);
}

static void
al_card_view_class_init (AlCardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_card_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-card-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AlCardView, kind_label);
  gtk_widget_class_bind_template_child (widget_class, AlCardView, title_label);
  gtk_widget_class_bind_template_child (widget_class, AlCardView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, AlCardView, explorer);
  gtk_widget_class_bind_template_child (widget_class, AlCardView, points);
  gtk_widget_class_bind_template_child (widget_class, AlCardView, see_button);
  gtk_widget_class_bind_template_child (widget_class, AlCardView, checked_label);
}

static void
al_card_view_init (AlCardView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_kind_name (AlCardKind kind)
{
  const char *const names[] = {[AL_CARD_PRACTICE] = _ ("Practice"),
                               [AL_CARD_GUIDELINE] = _ ("Guideline"),
                               [AL_CARD_STAGE] = _ ("Stage of shock, SCAI classification")};

  return names[kind];
}

/* European and American classes: 1 is done, 2 may be, 3 is not. */
static const char *
get_class_style (const char *class_of_recommendation)
{
  if (g_str_equal (class_of_recommendation, "I") || g_str_equal (class_of_recommendation, "1"))
    return "al-supported";
  if (g_str_equal (class_of_recommendation, "III") || g_str_equal (class_of_recommendation, "3"))
    return "al-contradicted";
  return "al-partly";
}

static GtkWidget *
create_class_badge (const AlCardPoint *point)
{
  g_autofree char *words = al_card_point_dup_class (point);
  GtkWidget *badge = gtk_label_new (words);
  /* Translators: of a recommendation in a guideline; for instance "Class IIb, level C" */
  g_autofree char *spoken =
      point->level != NULL
          ? g_strdup_printf (_ ("Class %s, level %s"), point->class_of_recommendation, point->level)
          : g_strdup_printf (_ ("Class %s"), point->class_of_recommendation);

  gtk_label_set_width_chars (GTK_LABEL (badge), 6);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "al-badge");
  gtk_widget_add_css_class (badge, get_class_style (point->class_of_recommendation));
  gtk_widget_set_tooltip_text (badge, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return badge;
}

static void
lead_to_study (GtkWidget *row, AlStudy *study)
{
  g_autofree char *key = al_study_dup_key (study);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "evidence.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", key);
}

static GtkWidget *
create_point (const AlCardPoint *point, AlEvidence *evidence)
{
  AlStudy *study = point->study != NULL ? al_evidence_find_study (evidence, point->study) : NULL;
  g_autofree char *source = al_words_for_source (point, evidence);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), point->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (point->class_of_recommendation != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_class_badge (point));
  if (study != NULL)
    lead_to_study (row, study);
  return row;
}

static void
show_preset (AlCardView *self, AlCard *card, AlCatalogue *catalogue)
{
  const char *id = al_card_get_preset (card);
  const gboolean exists = id != NULL && al_catalogue_find_preset (catalogue, id) != NULL;

  gtk_widget_set_visible (self->see_button, exists);
  if (exists) {
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->see_button), "s", id);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->see_button), "win.open-preset");
  }
}

/**
 * al_card_view_new:
 * @card: a card
 * @catalogue: where studies and presets are
 *
 * Creates a view of a card.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
al_card_view_new (AlCard *card, AlCatalogue *catalogue)
{
  AlCardView *self = g_object_new (AL_TYPE_CARD_VIEW, NULL);
  AlEvidence *evidence = al_catalogue_get_evidence (catalogue);
  /* Translators: the date on which a card was last held against its sources */
  g_autofree char *checked =
      g_strdup_printf (_ ("Last checked on %s."), al_card_get_checked (card));
  gsize n_points;
  const AlCardPoint *points = al_card_get_points (card, &n_points);

  gtk_label_set_label (self->kind_label, get_kind_name (al_card_get_kind (card)));
  gtk_label_set_label (self->title_label, al_card_get_title (card));
  gtk_label_set_label (self->summary_label, al_card_get_summary (card));
  gtk_label_set_label (self->checked_label, checked);
  for (gsize i = 0; i < n_points; i++)
    gtk_list_box_append (self->points, create_point (&points[i], evidence));
  show_preset (self, card, catalogue);
  if (al_card_get_kind (card) == AL_CARD_STAGE)
    adw_bin_set_child (self->explorer, al_stage_explorer_new (card, evidence));
  gtk_widget_set_visible (GTK_WIDGET (self->explorer), al_card_get_kind (card) == AL_CARD_STAGE);
  return GTK_WIDGET (self);
}
