/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-forest-card.h"

#include <glib/gi18n.h>
#include <math.h>

#include "al-evidence-links.h"
#include "al-evidence-words.h"
#include "al-forest-view.h"
#include "al-text-table.h"
#include "al-wrap-layout.h"

struct _AlForestCard {
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *note_label;
  AlForestView *forest_view;
  AlTextTable *table;
  GtkLabel *table_note_label;
  GtkListBox *studies_list;

  AlForest *forest; /* as it was read */
  AlForest *shown;  /* as it is drawn */
  gboolean filling;
  GtkWidget *models;
  GtkToggleButton *measure[AL_N_MEASURES]; /* NULL for what counts do not give */
  GtkToggleButton *model[AL_N_POOLING_MODELS];
  GtkToggleButton *hartung_knapp;
  GtkToggleButton *cumulative;
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

  al_text_table_clear (self->table);
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

/* What is chosen, as the buttons stand. */
static AlForestOptions
get_options (AlForestCard *self)
{
  AlForestOptions options = *al_forest_get_options (self->forest);

  for (guint i = 0; i < AL_N_MEASURES; i++) {
    if (self->measure[i] != NULL && gtk_toggle_button_get_active (self->measure[i]))
      options.pooling.measure = (AlMeasure) i;
  }
  for (guint i = 0; i < AL_N_POOLING_MODELS; i++) {
    if (gtk_toggle_button_get_active (self->model[i]))
      options.pooling.model = (AlPoolingModel) i;
  }
  options.pooling.hartung_knapp = gtk_toggle_button_get_active (self->hartung_knapp);
  options.cumulative = gtk_toggle_button_get_active (self->cumulative);
  return options;
}

static gboolean
are_equal (const AlForestOptions *a, const AlForestOptions *b)
{
  return a->pooling.measure == b->pooling.measure && a->pooling.model == b->pooling.model &&
         a->pooling.hartung_knapp == b->pooling.hartung_knapp && a->cumulative == b->cumulative;
}

/* As it was read, rows without counts are there, too. */
static AlForest *
create_shown (AlForestCard *self)
{
  const AlForestOptions options = get_options (self);

  if (are_equal (&options, al_forest_get_options (self->forest)))
    return g_object_ref (self->forest);
  return al_forest_new_variant (self->forest, &options);
}

static void
show (AlForestCard *self)
{
  g_autoptr (AlForest) shown = create_shown (self);

  if (shown == NULL)
    return;
  g_set_object (&self->shown, shown);
  al_forest_view_set_forest (self->forest_view, shown);
  show_table (self, shown);
}

static void
option_toggled_cb (AlForestCard *self)
{
  if (!self->filling)
    show (self);
}

/* The buttons say how it was read; what its rows do not give cannot be pressed. */
static void
fill_options (AlForestCard *self)
{
  const AlForestOptions *options = al_forest_get_options (self->forest);
  const gboolean pooled = al_forest_get_pooled (self->forest) != NULL;

  self->filling = TRUE;
  for (guint i = 0; i < AL_N_MEASURES; i++) {
    if (self->measure[i] == NULL)
      continue;
    gtk_toggle_button_set_active (self->measure[i], options->pooling.measure == i);
    gtk_widget_set_sensitive (GTK_WIDGET (self->measure[i]),
                              al_forest_has_measure (self->forest, (AlMeasure) i));
  }
  for (guint i = 0; i < AL_N_POOLING_MODELS; i++)
    gtk_toggle_button_set_active (self->model[i], options->pooling.model == i);
  gtk_widget_set_visible (self->models, pooled);
  gtk_widget_set_visible (GTK_WIDGET (self->hartung_knapp), pooled);
  gtk_widget_set_visible (GTK_WIDGET (self->cumulative), pooled);
  self->filling = FALSE;
}

static void
al_forest_card_finalize (GObject *object)
{
  AlForestCard *self = AL_FOREST_CARD (object);

  g_clear_object (&self->forest);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (al_forest_card_parent_class)->finalize (object);
}

/* The buttons of the template, each in its place. */
static void
bind_options (GtkWidgetClass *widget_class)
{
  const struct {
    const char *name;
    gssize offset;
  } buttons[] = {
#define MEASURE(ID) G_STRUCT_OFFSET (AlForestCard, measure) + (gssize) sizeof (gpointer) * (ID)
#define MODEL(ID)   G_STRUCT_OFFSET (AlForestCard, model) + (gssize) sizeof (gpointer) * (ID)
      {"risk_ratio", MEASURE (AL_MEASURE_RISK_RATIO)},
      {"odds_ratio", MEASURE (AL_MEASURE_ODDS_RATIO)},
      {"risk_difference", MEASURE (AL_MEASURE_RISK_DIFFERENCE)},
      {"fixed", MODEL (AL_POOLING_FIXED)},
      {"dersimonian_laird", MODEL (AL_POOLING_DERSIMONIAN_LAIRD)},
      {"paule_mandel", MODEL (AL_POOLING_PAULE_MANDEL)},
      {"reml", MODEL (AL_POOLING_REML)},
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_class_bind_template_child_full (widget_class, buttons[i].name, FALSE,
                                               buttons[i].offset);
  gtk_widget_class_bind_template_child (widget_class, AlForestCard, models);
  gtk_widget_class_bind_template_child (widget_class, AlForestCard, hartung_knapp);
  gtk_widget_class_bind_template_child (widget_class, AlForestCard, cumulative);
  gtk_widget_class_bind_template_callback (widget_class, option_toggled_cb);
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
  G_OBJECT_CLASS (klass)->finalize = al_forest_card_finalize;

  g_type_ensure (AL_TYPE_WRAP_LAYOUT);
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
  bind_options (widget_class);
}

static void
al_forest_card_init (AlForestCard *self)
{
  self->filling = TRUE;
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
  self->forest = g_object_ref (forest);
  fill_options (self);
  show (self);
  show_studies (self, forest, evidence);
  return self;
}

/**
 * al_forest_card_get_shown:
 * @self: a view
 *
 * Gets the plot as it is drawn now, with the measure and the model that were chosen.
 *
 * Returns: (transfer none): the plot
 */
AlForest *
al_forest_card_get_shown (AlForestCard *self)
{
  g_return_val_if_fail (AL_IS_FOREST_CARD (self), NULL);

  return self->shown;
}
