/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-forest-card.h"

#include <glib/gi18n.h>
#include <math.h>

#include "al-evidence-links.h"
#include "al-evidence-words.h"
#include "al-forest-view.h"
#include "al-text-table.h"

struct _AlForestCard {
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *note_label;
  AlForestView *forest_view;
  AlTextTable *table;
  GtkLabel *table_note_label;
  GtkListBox *studies_list;
};

G_DEFINE_FINAL_TYPE (AlForestCard, al_forest_card, ADW_TYPE_BIN)

static char *
dup_counts (const AlForestEntry *entry, const AlCounts *counts)
{
  if (!entry->has_counts)
    return g_strdup ("–");
  return g_strdup_printf ("%u / %u\n%.1f %%", counts->events, counts->total,
                          100.0 * al_counts_get_risk (counts));
}

static void
add_row (AlTextTable *table, const AlForestEntry *entry)
{
  g_autofree char *label = entry->detail ? g_strdup_printf ("%s\n%s", entry->label, entry->detail)
                                         : g_strdup (entry->label);
  g_autofree char *treated = dup_counts (entry, &entry->treated);
  g_autofree char *control = dup_counts (entry, &entry->control);
  g_autofree char *effect = g_strdup_printf (_ ("%.2f\n%.2f to %.2f"), entry->effect.value,
                                             entry->effect.low, entry->effect.high);
  g_autofree char *weight = isnan (entry->weight)
                                ? g_strdup (_ ("not pooled"))
                                : g_strdup_printf ("%.1f %%", 100.0 * entry->weight);
  const char *cells[] = {label, treated, control, effect, weight};

  al_text_table_add_row (table, cells);
}

static void
show_table (AlForestCard *self, AlForest *forest)
{
  const char *titles[] = {_ ("Study"),   _ ("Treated"),
                          _ ("Control"), al_measure_get_label (al_forest_get_measure (forest)),
                          _ ("Weight"),  NULL};
  gsize n_entries;
  const AlForestEntry *entries = al_forest_get_entries (forest, &n_entries);
  g_autofree char *sentence = al_forest_dup_sentence (forest);

  al_text_table_set_titles (self->table, titles);
  for (gsize i = 0; i < n_entries; i++)
    add_row (self->table, &entries[i]);
  gtk_label_set_label (self->table_note_label, sentence);
}

/* A study that stands in the plot with several outcomes is linked once. */
static void
show_studies (AlForestCard *self, AlForest *forest, AlEvidence *evidence)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_entries;
  const AlForestEntry *entries = al_forest_get_entries (forest, &n_entries);

  for (gsize i = 0; i < n_entries; i++) {
    AlStudy *study = NULL;

    if (entries[i].study && g_hash_table_add (seen, (gpointer) entries[i].study))
      study = al_evidence_find_study (evidence, entries[i].study);
    if (study)
      gtk_list_box_append (self->studies_list, al_study_link_new (study));
  }
}

static void
al_forest_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_FOREST_CARD);
  G_OBJECT_CLASS (al_forest_card_parent_class)->dispose (object);
}

static void
al_forest_card_class_init (AlForestCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_forest_card_dispose;

  g_type_ensure (AL_TYPE_FOREST_VIEW);
  g_type_ensure (AL_TYPE_TEXT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-forest-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AlForestCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, AlForestCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, AlForestCard, forest_view);
  gtk_widget_class_bind_template_child (widget_class, AlForestCard, table);
  gtk_widget_class_bind_template_child (widget_class, AlForestCard, table_note_label);
  gtk_widget_class_bind_template_child (widget_class, AlForestCard, studies_list);
}

static void
al_forest_card_init (AlForestCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_forest_card_new:
 * @forest: what to show
 * @evidence: where its studies are found
 *
 * Creates a view of a forest plot.
 *
 * Returns: (transfer floating): the view
 */
AlForestCard *
al_forest_card_new (AlForest *forest, AlEvidence *evidence)
{
  AlForestCard *self = g_object_new (AL_TYPE_FOREST_CARD, NULL);

  gtk_label_set_label (self->title_label, al_forest_get_title (forest));
  al_label_set_or_hide (self->note_label, GTK_WIDGET (self->note_label),
                        al_forest_get_note (forest));
  al_forest_view_set_forest (self->forest_view, forest);
  show_table (self, forest);
  show_studies (self, forest, evidence);
  return self;
}
