/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-filter.h"

#include <glib/gi18n.h>

#include "al-evidence-rows.h"
#include "al-evidence-words.h"
#include "al-filter-chips.h"

/* What entries are chosen by. */
typedef enum {
  BY_VERDICT,
  BY_QUESTION,
  BY_DESIGN,
  BY_PERIOD,
  N_GROUPS,
} GroupId;

/**
 * AlEvidenceFilter:
 *
 * Chips by which the entries of a section are chosen: claims by their verdict, studies by question,
 * design and year. Those of the studies are behind a button, so that there is room for the list.
 */
struct _AlEvidenceFilter {
  GtkBox parent_instance;

  AlFilterChips *chips[N_GROUPS];
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (AlEvidenceFilter, al_evidence_filter, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Up to the trial that ended the routine use of the balloon; up to the review; and since. */
static const struct {
  const char *label;
  guint last;
} periods[] = {
    {N_ ("Until 2011"), 2011},
    {N_ ("2012 to 2018"), 2018},
    {N_ ("2019 to 2022"), 2022},
    {N_ ("Since 2023"), G_MAXUINT},
};

static guint
get_verdict (gpointer claim)
{
  return al_claim_get_verdict (claim);
}

static guint
get_question (gpointer study)
{
  return al_study_get_question (study);
}

static guint
get_design (gpointer study)
{
  return al_study_get_design (study);
}

static guint
get_period (gpointer study)
{
  guint period = 0;

  while (al_study_get_year (study) > periods[period].last)
    period++;
  return period;
}

static AlFilterChip
get_verdict_chip (guint verdict)
{
  return (AlFilterChip){al_verdict_get_icon ((AlVerdict) verdict),
                        al_verdict_get_css_class ((AlVerdict) verdict),
                        al_verdict_get_short_label ((AlVerdict) verdict),
                        al_verdict_get_meaning ((AlVerdict) verdict)};
}

static AlFilterChip
get_question_chip (guint question)
{
  return (AlFilterChip){.label = al_study_question_get_label ((AlStudyQuestion) question),
                        .tooltip = _ ("Show only studies of this question")};
}

static AlFilterChip
get_design_chip (guint design)
{
  const char *label = al_study_design_get_label ((AlStudyDesign) design);

  return (AlFilterChip){.label = label, .tooltip = label};
}

static AlFilterChip
get_period_chip (guint period)
{
  return (AlFilterChip){.label = _ (periods[period].label),
                        .tooltip = _ ("Show only studies of these years")};
}

static const struct {
  AlEvidenceSectionId section;
  gboolean folded;
  const char *title;
  guint n_chips;
  guint (*get_position) (gpointer item);
  AlFilterChip (*get_chip) (guint position);
} groups[N_GROUPS] = {
    [BY_VERDICT] = {AL_EVIDENCE_CLAIMS, FALSE, N_ ("Show only these verdicts"), AL_N_VERDICTS,
                    get_verdict, get_verdict_chip},
    [BY_QUESTION] = {AL_EVIDENCE_STUDIES, TRUE, N_ ("Question"), AL_N_QUESTIONS, get_question,
                     get_question_chip},
    [BY_DESIGN] = {AL_EVIDENCE_STUDIES, TRUE, N_ ("Design"), AL_N_DESIGNS, get_design,
                   get_design_chip},
    [BY_PERIOD] = {AL_EVIDENCE_STUDIES, TRUE, N_ ("Year"), G_N_ELEMENTS (periods), get_period,
                   get_period_chip},
};

/* Which entries a group of chips speaks of. */
static gboolean
speaks_of (GroupId group, GObject *item)
{
  return groups[group].section == AL_EVIDENCE_CLAIMS ? AL_IS_CLAIM (item) : AL_IS_STUDY (item);
}

static void
update_more (AlEvidenceFilter *self)
{
  guint n_chosen = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < N_GROUPS; i++) {
    if (groups[i].folded)
      n_chosen += al_filter_chips_get_n_chosen (self->chips[i]);
  }
  /* Translators: the ways to choose studies, and how many choices are made */
  label = n_chosen > 0 ? g_strdup_printf (_ ("Question, design, year: %u chosen"), n_chosen)
                       : g_strdup (_ ("Question, design, year"));
  gtk_menu_button_set_label (self->more, label);
}

static void
chips_changed_cb (AlEvidenceFilter *self)
{
  update_more (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static AlFilterChips *
create_chips (AlEvidenceFilter *self, GroupId group)
{
  AlFilterChips *chips = AL_FILTER_CHIPS (al_filter_chips_new (_ (groups[group].title)));

  for (guint i = 0; i < groups[group].n_chips; i++) {
    const AlFilterChip chip = groups[group].get_chip (i);

    al_filter_chips_add (chips, &chip);
  }
  g_signal_connect_object (chips, "changed", G_CALLBACK (chips_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return chips;
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
create_more (AlEvidenceFilter *self, GtkBox *folded)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (folded));
  self->more = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (self->more, popover);
  gtk_menu_button_set_always_show_arrow (self->more, TRUE);
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (self->more),
      _ ("Choose studies by what they asked, how they were made and when they appeared"));
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "al-more-chips");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->more));
}

static void
al_evidence_filter_class_init (AlEvidenceFilterClass *klass)
{
  /* Other entries are wanted now */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AL_TYPE_EVIDENCE_FILTER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
al_evidence_filter_init (AlEvidenceFilter *self)
{
  GtkWidget *folded = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (folded, "al-folded-chips");
  for (guint i = 0; i < N_GROUPS; i++) {
    self->chips[i] = create_chips (self, (GroupId) i);
    if (groups[i].folded)
      gtk_box_append (GTK_BOX (folded), create_heading (_ (groups[i].title)));
    gtk_box_append (groups[i].folded ? GTK_BOX (folded) : GTK_BOX (self),
                    GTK_WIDGET (self->chips[i]));
  }
  create_more (self, GTK_BOX (folded));
  update_more (self);
}

/**
 * al_evidence_filter_new:
 *
 * Creates the chips of all sections, none of them pressed.
 *
 * Returns: (transfer floating): the chips
 */
GtkWidget *
al_evidence_filter_new (void)
{
  return g_object_new (AL_TYPE_EVIDENCE_FILTER, NULL);
}

/**
 * al_evidence_filter_set_section:
 * @self: chips
 * @section: what is listed
 *
 * Shows the chips of a section; most have none.
 */
void
al_evidence_filter_set_section (AlEvidenceFilter *self, AlEvidenceSectionId section)
{
  gboolean any = FALSE;

  g_return_if_fail (AL_IS_EVIDENCE_FILTER (self));

  for (guint i = 0; i < N_GROUPS; i++) {
    gtk_widget_set_visible (GTK_WIDGET (self->chips[i]),
                            groups[i].folded || groups[i].section == section);
    any |= groups[i].section == section;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->more), section == AL_EVIDENCE_STUDIES);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

/* Whether an entry is wanted by all groups that speak of it, but for one. */
static gboolean
is_wanted_by_others (AlEvidenceFilter *self, GObject *item, guint but)
{
  for (guint i = 0; i < N_GROUPS; i++) {
    if (i != but && speaks_of ((GroupId) i, item) &&
        !al_filter_chips_wants (self->chips[i], groups[i].get_position (item)))
      return FALSE;
  }
  return TRUE;
}

/**
 * al_evidence_filter_wants:
 * @self: chips
 * @item: an entry of any section
 *
 * Returns: whether the chips let it through; what they do not speak of they do
 */
gboolean
al_evidence_filter_wants (AlEvidenceFilter *self, GObject *item)
{
  g_return_val_if_fail (AL_IS_EVIDENCE_FILTER (self), TRUE);

  return is_wanted_by_others (self, item, N_GROUPS);
}

static void
count_group (AlEvidenceFilter *self, GroupId group, GListModel *entries, const char *words)
{
  g_autofree guint *count = g_new0 (guint, groups[group].n_chips);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++) {
    g_autoptr (GObject) entry = g_list_model_get_item (entries, i);

    if (is_wanted_by_others (self, entry, group) && al_evidence_item_matches (entry, words))
      count[groups[group].get_position (entry)]++;
  }
  for (guint i = 0; i < groups[group].n_chips; i++)
    al_filter_chips_set_count (self->chips[group], i, count[i]);
}

/**
 * al_evidence_filter_count:
 * @self: chips
 * @evidence: the entries
 * @words: what is searched
 *
 * Writes on each chip how many entries it would find, given the words and the other groups.
 */
void
al_evidence_filter_count (AlEvidenceFilter *self, AlEvidence *evidence, const char *words)
{
  g_return_if_fail (AL_IS_EVIDENCE_FILTER (self));

  for (guint i = 0; i < N_GROUPS; i++) {
    g_autoptr (GListModel) entries = al_evidence_section_get (groups[i].section)->list (evidence);

    count_group (self, (GroupId) i, entries, words);
  }
}

/**
 * al_evidence_filter_clear:
 * @self: chips
 *
 * Releases all chips: every entry is wanted.
 */
void
al_evidence_filter_clear (AlEvidenceFilter *self)
{
  g_return_if_fail (AL_IS_EVIDENCE_FILTER (self));

  for (guint i = 0; i < N_GROUPS; i++)
    al_filter_chips_clear (self->chips[i]);
}
