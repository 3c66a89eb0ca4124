/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-stage-explorer.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-scai.h"
#include "al-stage-text.h"
#include "al-wrap-layout.h"

#define N_STAGES (AL_SCAI_E - AL_SCAI_A + 1)

/* So that no scale moves while a number grows. */
#define NUMBER_CHARS 12

/* A number of the patient that can be moved. */
typedef struct {
  const char *name;
  const char *unit;
  gsize offset; /* in AlScaiSigns */
  double minimum;
  double maximum;
  double step;
  guint decimals;
} Value;

#define VALUE(FIELD) G_STRUCT_OFFSET (AlScaiSigns, FIELD)

static const Value values[] = {
    {N_ ("Systolic pressure"), "mmHg", VALUE (sbp_mmhg), 40, 160, 1, 0},
    {N_ ("Mean arterial pressure"), "mmHg", VALUE (map_mmhg), 20, 120, 1, 0},
    {N_ ("Heart rate"), N_ ("/min"), VALUE (hr_bpm), 40, 160, 1, 0},
    {N_ ("Lactate"), "mmol/L", VALUE (lactate_mmol_l), 0.5, 15, 0.1, 1},
    {N_ ("Cardiac index"), "L/min/m²", VALUE (ci_l_min_m2), 0.5, 4, 0.1, 1},
    {N_ ("Wedge pressure"), "mmHg", VALUE (pcwp_mmhg), 2, 40, 1, 0},
    {N_ ("Urine"), "mL/kg/h", VALUE (urine_ml_kg_h), 0, 2, 0.1, 1},
    {N_ ("pH"), "", VALUE (ph), 6.8, 7.6, 0.01, 2},
};

/* What is or is not so. */
typedef struct {
  const char *name;
  gsize offset;
} Sign;

static const Sign signs[] = {
    {N_ ("On a drug"), VALUE (drugs)},
    {N_ ("On a device"), VALUE (device)},
    {N_ ("Worse under it"), VALUE (therapy_failed)},
    {N_ ("No pulse"), VALUE (pulseless)},
    {N_ ("Had an arrest"), VALUE (arrest)},
};

/* Invented, to begin with: one of each stage. */
static const AlScaiSigns examples[N_STAGES] = {
    {120, 85, 84, 1.1, 2.7, 12, 1.0, 7.40},
    {86, 63, 112, 1.5, 2.3, 15, 0.8, 7.38},
    {88, 64, 108, 3.4, 1.8, 22, 0.4, 7.34},
    {84, 62, 116, 4.6, 1.7, 24, 0.2, 7.30, .drugs = TRUE, .therapy_failed = TRUE},
    {64, 44, 128, 9.2, 1.2, 28, 0.0, 7.14, .drugs = TRUE, .device = TRUE, .therapy_failed = TRUE},
};

/**
 * AlStageExplorer:
 *
 * Values of a patient that can be moved, with the stage of shock that they make by both versions of
 * the definition, the rules behind it, and how many died in each stage.
 */
struct _AlStageExplorer {
  AdwBin parent_instance;

  AlScaiSigns signs;
  GtkGrid *values;
  GtkWidget *signs_box;
  GtkLabel *new_stage;
  GtkLabel *old_stage;
  GtkLabel *reasons;
  GtkGrid *deaths;
  GtkWidget *letters[N_STAGES];
};

G_DEFINE_FINAL_TYPE (AlStageExplorer, al_stage_explorer, ADW_TYPE_BIN)

static char *
format_stage (const AlScai *scai)
{
  const char *low = al_scai_stage_get_letter (scai->low);
  const char *high = al_scai_stage_get_letter (scai->high);

  return scai->low == scai->high ? g_strdup (low) : g_strdup_printf ("%s–%s", low, high);
}

static void
show_stage (GtkLabel *label, const AlScai *scai)
{
  g_autofree char *letters = format_stage (scai);
  g_autofree char *text =
      /* Translators: a stage of shock, with the modifier for a cardiac arrest */
      scai->arrest ? g_strdup_printf (_ ("%s, arrest"), letters) : g_strdup (letters);

  gtk_label_set_text (label, text);
}

static void
mark_stages (AlStageExplorer *self, const AlScai *scai)
{
  for (guint i = 0; i < N_STAGES; i++) {
    const AlScaiStage stage = (AlScaiStage) (AL_SCAI_A + i);

    if (stage >= scai->low && stage <= scai->high)
      gtk_widget_add_css_class (self->letters[i], "al-stage-now");
    else
      gtk_widget_remove_css_class (self->letters[i], "al-stage-now");
  }
}

static void
update (AlStageExplorer *self)
{
  AlScai old, new, both;
  g_autofree char *reasons = NULL;

  al_scai_judge (&self->signs, &both);
  al_scai_judge_by (&self->signs, AL_SCAI_2019, &old);
  al_scai_judge_by (&self->signs, AL_SCAI_2022, &new);
  reasons = al_stage_describe_reasons (&both);
  show_stage (self->new_stage, &new);
  show_stage (self->old_stage, &old);
  gtk_label_set_text (self->reasons,
                      reasons[0] != '\0' ? g_strchug (reasons) : _ ("No sign of shock"));
  mark_stages (self, &new);
}

static void
value_changed_cb (GtkRange *range, GtkLabel *number)
{
  AlStageExplorer *self =
      AL_STAGE_EXPLORER (gtk_widget_get_ancestor (GTK_WIDGET (range), AL_TYPE_STAGE_EXPLORER));
  const Value *value = g_object_get_data (G_OBJECT (range), "al-value");
  g_autofree char *text = NULL;

  G_STRUCT_MEMBER (double, &self->signs, value->offset) = gtk_range_get_value (range);
  text = g_strdup_printf ("%.*f %s", (int) value->decimals, gtk_range_get_value (range),
                          value->unit[0] != '\0' ? _ (value->unit) : "");
  gtk_label_set_text (number, g_strchomp (text));
  update (self);
}

static void
add_value (AlStageExplorer *self, guint position)
{
  const Value *value = &values[position];
  GtkWidget *name = gtk_label_new (_ (value->name));
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, value->minimum,
                                               value->maximum, value->step);

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_xalign (GTK_LABEL (number), 1.0f);
  gtk_label_set_width_chars (GTK_LABEL (number), NUMBER_CHARS);
  gtk_widget_set_hexpand (scale, TRUE);
  gtk_widget_add_css_class (number, "numeric");
  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (value->name), -1);
  gtk_grid_attach (self->values, name, 0, (int) position, 1, 1);
  gtk_grid_attach (self->values, scale, 1, (int) position, 1, 1);
  gtk_grid_attach (self->values, number, 2, (int) position, 1, 1);
  g_object_set_data (G_OBJECT (scale), "al-value", (gpointer) value);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (value_changed_cb), number, 0);
  gtk_range_set_value (GTK_RANGE (scale), G_STRUCT_MEMBER (double, &self->signs, value->offset));
}

static void
sign_toggled_cb (GtkToggleButton *button, AlStageExplorer *self)
{
  const Sign *sign = g_object_get_data (G_OBJECT (button), "al-sign");

  G_STRUCT_MEMBER (gboolean, &self->signs, sign->offset) = gtk_toggle_button_get_active (button);
  update (self);
}

static void
add_sign (AlStageExplorer *self, const Sign *sign)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ (sign->name));

  gtk_widget_add_css_class (button, "al-chip");
  g_object_set_data (G_OBJECT (button), "al-sign", (gpointer) sign);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                G_STRUCT_MEMBER (gboolean, &self->signs, sign->offset));
  g_signal_connect_object (button, "toggled", G_CALLBACK (sign_toggled_cb), self, 0);
  gtk_widget_set_parent (button, self->signs_box);
}

/* A bar as long as the share of those who died. */
static void
add_deaths (AlStageExplorer *self, guint position, double percent)
{
  const char *letter = al_scai_stage_get_letter ((AlScaiStage) (AL_SCAI_A + position));
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 100);
  g_autofree char *text = g_strdup_printf ("%.1f %%", percent);
  GtkWidget *number = gtk_label_new (text);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", letter, text);

  self->letters[position] = gtk_label_new (letter);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), percent);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), NULL);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_xalign (GTK_LABEL (number), 1.0f);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_grid_attach (self->deaths, self->letters[position], 0, (int) position, 1, 1);
  gtk_grid_attach (self->deaths, bar, 1, (int) position, 1, 1);
  gtk_grid_attach (self->deaths, number, 2, (int) position, 1, 1);
}

static double
find_mortality (AlEvidence *evidence, guint position)
{
  const char *letter = al_scai_stage_get_letter ((AlScaiStage) (AL_SCAI_A + position));
  g_autofree char *lower = g_ascii_strdown (letter, -1);
  g_autofree char *id = g_strconcat ("stage-", lower, NULL);
  AlCard *card = al_evidence_find_card (evidence, id);

  return card != NULL ? al_card_get_mortality_percent (card) : NAN;
}

static void
al_stage_explorer_dispose (GObject *object)
{
  AlStageExplorer *self = AL_STAGE_EXPLORER (object);

  while (self->signs_box != NULL && gtk_widget_get_first_child (self->signs_box) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (self->signs_box));
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_STAGE_EXPLORER);
  G_OBJECT_CLASS (al_stage_explorer_parent_class)->dispose (object);
}

static void
al_stage_explorer_class_init (AlStageExplorerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_stage_explorer_dispose;
  g_type_ensure (AL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-stage-explorer.ui");
  gtk_widget_class_bind_template_child (widget_class, AlStageExplorer, values);
  gtk_widget_class_bind_template_child_full (widget_class, "signs", FALSE,
                                             G_STRUCT_OFFSET (AlStageExplorer, signs_box));
  gtk_widget_class_bind_template_child (widget_class, AlStageExplorer, new_stage);
  gtk_widget_class_bind_template_child (widget_class, AlStageExplorer, old_stage);
  gtk_widget_class_bind_template_child (widget_class, AlStageExplorer, reasons);
  gtk_widget_class_bind_template_child (widget_class, AlStageExplorer, deaths);
}

static void
al_stage_explorer_init (AlStageExplorer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_stage_explorer_new:
 * @stage: the stage to begin with, whose id ends in its letter
 * @evidence: where the deaths in each stage are
 *
 * Creates an explorer with an example of a stage.
 *
 * Returns: (transfer floating): the explorer
 */
GtkWidget *
al_stage_explorer_new (AlCard *stage, AlEvidence *evidence)
{
  AlStageExplorer *self = g_object_new (AL_TYPE_STAGE_EXPLORER, NULL);
  const char *id = al_card_get_id (stage);
  const int position = CLAMP (id[strlen (id) - 1] - 'a', 0, N_STAGES - 1);

  self->signs = examples[position];
  for (guint i = 0; i < N_STAGES; i++)
    add_deaths (self, i, find_mortality (evidence, i));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    add_value (self, i);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    add_sign (self, &signs[i]);
  update (self);
  return GTK_WIDGET (self);
}
