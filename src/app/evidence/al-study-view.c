/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-study-view.h"

#include <glib/gi18n.h>

#include "al-citation.h"
#include "al-evidence-links.h"
#include "al-evidence-words.h"
#include "al-pictograph-view.h"
#include "al-study-tables.h"

struct _AlStudyView {
  AdwBin parent_instance;

  GtkLabel *design_label;
  GtkLabel *name_label;
  GtkLabel *title_label;
  GtkWidget *takeaway_box;
  GtkLabel *takeaway_label;
  GtkLabel *population_label;
  GtkBox *arms_box;
  GtkWidget *outcomes_box;
  AlTextTable *outcomes_table;
  GtkBox *differences_box;
  GtkWidget *people_box;
  AlPictographView *people;
  GtkBox *cite_box;
  GtkLabel *count_note_label;
  GtkWidget *discrepancy_box;
  GtkLabel *discrepancy_label;
  GtkWidget *harms_box;
  AlTextTable *harms_table;
  GtkBox *harm_differences_box;
  GtkWidget *limits_box;
  GtkLabel *limits_label;
  GtkWidget *claims_box;
  GtkListBox *claims_list;
  GtkLabel *citation_label;
  GtkBox *identifiers_box;
  GtkLabel *checked_label;
};

G_DEFINE_FINAL_TYPE (AlStudyView, al_study_view, ADW_TYPE_BIN)

static GtkWidget *
create_paragraph (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "al-prose");
  return label;
}

/* "Randomised trial · 2025 · later report on the people of DanGer Shock" */
static char *
describe_design (AlStudy *study, AlEvidence *evidence)
{
  const char *parent_id = al_study_get_parent (study);
  AlStudy *parent = parent_id != NULL ? al_evidence_find_study (evidence, parent_id) : NULL;
  g_autofree char *design =
      g_strdup_printf ("%s · %u", al_study_design_get_label (al_study_get_design (study)),
                       al_study_get_year (study));
  g_autofree char *later = NULL;

  if (parent == NULL)
    return g_steal_pointer (&design);
  later = g_strdup_printf (_ ("later report on the people of %s"), al_study_get_name (parent));
  return g_strdup_printf ("%s · %s", design, later);
}

static void
show_head (AlStudyView *self, AlStudy *study, AlEvidence *evidence)
{
  g_autofree char *design = describe_design (study, evidence);

  gtk_label_set_label (self->design_label, design);
  gtk_label_set_label (self->name_label, al_study_get_name (study));
  al_label_set_or_hide (self->title_label, GTK_WIDGET (self->title_label),
                        al_study_get_title (study));
  al_label_set_or_hide (self->takeaway_label, self->takeaway_box, al_study_get_takeaway (study));
}

static void
add_arm (AlStudyView *self, const AlArm *arm)
{
  g_autofree char *text = NULL;

  if (!arm || !arm->label)
    return;
  text = arm->n > 0 ? g_strdup_printf ("•  %s: %u", arm->label, arm->n)
                    : g_strdup_printf ("•  %s", arm->label);
  gtk_box_append (self->arms_box, create_paragraph (text));
}

static void
show_population (AlStudyView *self, AlStudy *study)
{
  al_label_set_or_hide (self->population_label, GTK_WIDGET (self->population_label),
                        al_study_get_population (study));
  add_arm (self, al_study_get_treated (study));
  add_arm (self, al_study_get_control (study));
}

static void
append_sentence (GtkBox *box, const char *sentence)
{
  if (sentence)
    gtk_box_append (box, create_paragraph (sentence));
}

static void
show_differences (AlStudyView *self, AlStudy *study)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);
  const AlArm *treated = al_study_get_treated (study);
  const AlArm *control = al_study_get_control (study);

  if (!treated || !control)
    return;
  for (gsize i = 0; i < n_outcomes; i++) {
    g_autofree char *difference =
        al_words_for_difference (&outcomes[i], treated->label, control->label);
    g_autofree char *needed = al_words_for_number_needed (&outcomes[i]);

    if (outcomes[i].kind == AL_OUTCOME_PRIMARY)
      append_sentence (self->differences_box, difference);
    append_sentence (outcomes[i].kind == AL_OUTCOME_HARM ? self->harm_differences_box
                                                         : self->differences_box,
                     needed);
  }
}

/* What an outcome adds in words, under its label. */
static void
append_remark (GString *text, const AlOutcome *outcome, const char *remark)
{
  if (!remark)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s (%s): %s", outcome->label, outcome->time, remark);
}

static void
show_discrepancies (AlStudyView *self, AlStudy *study)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n_outcomes; i++)
    append_remark (text, &outcomes[i], outcomes[i].discrepancy);
  al_label_set_or_hide (self->discrepancy_label, self->discrepancy_box, text->str);
}

static void
show_outcomes (AlStudyView *self, AlStudy *study)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);
  g_autofree char *certainty = al_study_dup_certainty_note (study);
  g_autoptr (GString) note = g_string_new (NULL);

  for (gsize i = 0; i < n_outcomes; i++)
    append_remark (note, &outcomes[i], outcomes[i].note);
  if (note->len > 0)
    g_string_append_c (note, '\n');
  g_string_append (note, certainty);
  gtk_label_set_label (self->count_note_label, note->str);

  gtk_widget_set_visible (self->outcomes_box,
                          al_study_fill_outcomes (study, self->outcomes_table) > 0);
  gtk_widget_set_visible (self->harms_box, al_study_fill_harms (study, self->harms_table) > 0);
}

static void
show_claims (AlStudyView *self, AlStudy *study, AlEvidence *evidence)
{
  GListModel *claims = al_evidence_get_claims (evidence);
  guint n_links = 0;

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++) {
    g_autoptr (AlClaim) claim = g_list_model_get_item (claims, i);
    gsize n_findings;
    const AlFinding *findings = al_claim_get_findings (claim, &n_findings);

    for (gsize j = 0; j < n_findings; j++) {
      if (!g_str_equal (findings[j].study, al_study_get_id (study)))
        continue;
      gtk_list_box_append (self->claims_list, al_claim_link_new (claim, findings[j].direction));
      n_links++;
      break;
    }
  }
  gtk_widget_set_visible (self->claims_box, n_links > 0);
}

/* There is no network: an identifier is there to be copied, not opened. */
static void
add_identifier (AlStudyView *self, const char *name, const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label;
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *text = g_strdup_printf ("%s  %s", name, value);
  g_autofree char *hint = g_strdup_printf (_ ("Copy the %s"), name);

  label = gtk_label_new (text);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "numeric");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "evidence.copy");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", value);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (self->identifiers_box, box);
}

static void
add_citation (AlStudyView *self, AlStudy *study, AlCitationFormat format, const char *name)
{
  g_autoptr (GListStore) studies = g_list_store_new (AL_TYPE_STUDY);
  g_autofree char *citation = NULL;
  /* Translators: the name of a format of citations, such as BibTeX */
  g_autofree char *hint = g_strdup_printf (_ ("Copy the citation as %s"), name);
  GtkWidget *button = gtk_button_new_with_label (name);

  g_list_store_append (studies, study);
  citation = al_citation_write (G_LIST_MODEL (studies), format);
  gtk_widget_add_css_class (button, "al-chip");
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "evidence.copy");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", citation);
  gtk_box_append (self->cite_box, button);
}

static void
show_source (AlStudyView *self, AlStudy *study)
{
  g_autofree char *checked = NULL;

  gtk_label_set_label (self->citation_label, al_study_get_citation (study));
  if (al_study_get_doi (study))
    add_identifier (self, "DOI", al_study_get_doi (study));
  if (al_study_get_pmid (study))
    add_identifier (self, "PMID", al_study_get_pmid (study));
  if (al_study_get_registration (study))
    add_identifier (self, _ ("Registration"), al_study_get_registration (study));

  add_citation (self, study, AL_CITATION_BIBTEX, "BibTeX");
  add_citation (self, study, AL_CITATION_RIS, "RIS");
  add_citation (self, study, AL_CITATION_CSL_JSON, "CSL-JSON");

  if (al_study_get_checked (study))
    checked = g_strdup_printf (_ ("Figures last checked on %s."), al_study_get_checked (study));
  al_label_set_or_hide (self->checked_label, GTK_WIDGET (self->checked_label), checked);
}

static void
al_study_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_STUDY_VIEW);
  G_OBJECT_CLASS (al_study_view_parent_class)->dispose (object);
}

static void
al_study_view_class_init (AlStudyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_study_view_dispose;

  g_type_ensure (AL_TYPE_PICTOGRAPH_VIEW);
  g_type_ensure (AL_TYPE_TEXT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-study-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, design_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, name_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, title_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, takeaway_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, takeaway_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, population_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, arms_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, outcomes_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, outcomes_table);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, differences_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, people_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, people);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, cite_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, count_note_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, discrepancy_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, discrepancy_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, harms_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, harms_table);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, harm_differences_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, limits_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, limits_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, claims_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, claims_list);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, citation_label);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, identifiers_box);
  gtk_widget_class_bind_template_child (widget_class, AlStudyView, checked_label);
}

static void
al_study_view_init (AlStudyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_study_view_new:
 * @study: what to show
 * @evidence: where the claims are found on which it bears
 *
 * Creates a view of a study.
 *
 * Returns: (transfer floating): the view
 */
AlStudyView *
al_study_view_new (AlStudy *study, AlEvidence *evidence)
{
  AlStudyView *self = g_object_new (AL_TYPE_STUDY_VIEW, NULL);

  show_head (self, study, evidence);
  show_population (self, study);
  show_outcomes (self, study);
  show_differences (self, study);
  gtk_widget_set_visible (self->people_box, al_pictograph_view_set_study (self->people, study) > 0);
  show_discrepancies (self, study);
  al_label_set_or_hide (self->limits_label, self->limits_box, al_study_get_limits (study));
  show_claims (self, study, evidence);
  show_source (self, study);
  return self;
}
