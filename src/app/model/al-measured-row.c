/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-measured-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "al-band-bar.h"
#include "al-number-words.h"
#include "al-search.h"
#include "al-unit.h"

static const char *const unchecked_words = N_ ("not yet checked against its source");

struct _AlMeasuredRow {
  GtkListBoxRow parent_instance;

  const AlValidationRow *row;
  AlValidationVerdict verdict;

  GtkLabel *id_label;
  GtkLabel *variable_label;
  GtkLabel *source_label;
  GtkLabel *published_label;
  GtkLabel *band_label;
  AlBandBar *bar;
  GtkLabel *value_label;
  GtkImage *verdict_icon;
  GtkLabel *verdict_label;
  GtkLabel *reason_label;
  GtkButton *limit_button;
  GtkLabel *limit_label;
};

G_DEFINE_FINAL_TYPE (AlMeasuredRow, al_measured_row, GTK_TYPE_LIST_BOX_ROW)

/* A verdict is a sign and a word; the colour only helps to find it again. */
typedef struct {
  const char *word;
  const char *icon;
  const char *css_class;
} Look;

static const Look pending = {N_ ("not run yet"), "al-open-symbolic", "al-open"};

static const Look looks[] = {
    [AL_VALIDATION_NOT_RUN] = {N_ ("not run"), "al-open-symbolic", "al-open"},
    [AL_VALIDATION_PASS] = {N_ ("in band"), "al-supported-symbolic", "al-supported"},
    [AL_VALIDATION_FAIL] = {N_ ("out of band"), "al-contradicted-symbolic", "al-contradicted"},
};

/* A plain number has no unit to show. */
static char *
with_unit (const char *number, const char *unit)
{
  const char *text = al_unit_get_text (unit);

  return *text != '\0' ? g_strdup_printf ("%s %s", number, text) : g_strdup (number);
}

static char *
band_text (const AlValidationRow *row)
{
  g_autofree char *low = al_words_for_number (row->low);
  g_autofree char *high = al_words_for_number (row->high);
  /* Translators: from the lowest to the highest value of a band. */
  g_autofree char *both = g_strdup_printf (_ ("%s to %s"), low, high);

  return with_unit (both, row->unit);
}

static void
show_look (AlMeasuredRow *self, const Look *look)
{
  GtkWidget *icon = GTK_WIDGET (self->verdict_icon);

  gtk_widget_remove_css_class (icon, pending.css_class);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (icon, looks[i].css_class);
  gtk_widget_add_css_class (icon, look->css_class);
  gtk_image_set_from_icon_name (self->verdict_icon, look->icon);
  gtk_label_set_label (self->verdict_label, _ (look->word));
}

/* The columns are told by their place, which is not heard. */
static void
say (AlMeasuredRow *self, const char *value, const char *why)
{
  g_autofree char *band = band_text (self->row);
  /* Translators: for a screen reader: id and what is compared, what was published, the band, what
   * the model gives, the verdict. */
  g_autofree char *spoken = g_strdup_printf (
      _ ("%s: %s. Published: %s. Band: %s. Model: %s, %s."), self->row->id, self->row->variable,
      self->row->published, band, value, gtk_label_get_label (self->verdict_label));
  g_autoptr (GString) more = g_string_new (why);

  if (more->len > 0)
    g_string_append (more, " · ");
  g_string_append (more, self->row->source);
  if (self->row->status == AL_VALIDATION_MEMORY)
    g_string_append_printf (more, " · %s", _ (unchecked_words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, more->str, -1);
}

/* What the dagger means is said once, at the head of the list. */
static void
show_source (AlMeasuredRow *self, const AlValidationRow *row)
{
  gboolean unchecked = row->status == AL_VALIDATION_MEMORY;
  g_autofree char *source = g_strdup_printf ("%s%s", row->source, unchecked ? " †" : "");

  gtk_label_set_label (self->source_label, source);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source_label),
                               unchecked ? _ (unchecked_words) : NULL);
}

static void
show_row (AlMeasuredRow *self, const AlValidationRow *row)
{
  g_autofree char *band = band_text (row);

  self->row = row;
  gtk_label_set_label (self->id_label, row->id);
  gtk_label_set_label (self->variable_label, row->variable);
  show_source (self, row);
  gtk_label_set_label (self->published_label, row->published);
  gtk_label_set_label (self->band_label, band);
  if (row->low < row->high)
    al_band_bar_set (self->bar, row->low, row->high, NAN);
  show_look (self, &pending);
  say (self, "–", NULL);
}

static void
al_measured_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_MEASURED_ROW);
  G_OBJECT_CLASS (al_measured_row_parent_class)->dispose (object);
}

static void
al_measured_row_class_init (AlMeasuredRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_measured_row_dispose;
  g_type_ensure (AL_TYPE_BAND_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-measured-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, id_label);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, variable_label);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, published_label);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, band_label);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, bar);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, limit_button);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredRow, limit_label);
}

static void
al_measured_row_init (AlMeasuredRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_measured_row_new:
 * @row: what was published; it outlives the widget
 *
 * Creates a row that has not been run yet.
 *
 * Returns: (transfer floating): the row
 */
AlMeasuredRow *
al_measured_row_new (const AlValidationRow *row)
{
  AlMeasuredRow *self = g_object_new (AL_TYPE_MEASURED_ROW, NULL);

  show_row (self, row);
  return self;
}

/**
 * al_measured_row_get_row:
 * @self: a row
 *
 * Returns: (transfer none): what was published
 */
const AlValidationRow *
al_measured_row_get_row (AlMeasuredRow *self)
{
  g_return_val_if_fail (AL_IS_MEASURED_ROW (self), NULL);
  return self->row;
}

/**
 * al_measured_row_get_verdict:
 * @self: a row
 *
 * Returns: the verdict; %AL_VALIDATION_NOT_RUN before the first result
 */
AlValidationVerdict
al_measured_row_get_verdict (AlMeasuredRow *self)
{
  g_return_val_if_fail (AL_IS_MEASURED_ROW (self), AL_VALIDATION_NOT_RUN);
  return self->verdict;
}

static void
show_limit (AlMeasuredRow *self, const AlValidationLimit *limit)
{
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->limit_button), limit != NULL);
  if (limit == NULL)
    return;
  spoken = g_strdup_printf ("%s %s", _ ("Known limit:"), limit->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->limit_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_label_set_label (self->limit_label, limit->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->limit_button), limit->text);
  /* The action wants its target from the start. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->limit_button), "s", limit->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->limit_button), "model.show-limit");
}

/**
 * al_measured_row_set_result:
 * @self: a row
 * @result: what the model gives
 * @limit: (nullable): why it is out of band, when it is
 *
 * Shows a result.
 */
void
al_measured_row_set_result (AlMeasuredRow *self, const AlValidationResult *result,
                            const AlValidationLimit *limit)
{
  g_autofree char *value = al_words_for_measured (result->value);
  gboolean missed = result->verdict == AL_VALIDATION_FAIL;

  g_return_if_fail (AL_IS_MEASURED_ROW (self));

  self->verdict = result->verdict;
  gtk_label_set_label (self->value_label, value);
  if (self->row->low < self->row->high)
    al_band_bar_set (self->bar, self->row->low, self->row->high, result->value);
  show_look (self, &looks[result->verdict]);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), result->reason != NULL);
  gtk_label_set_label (self->reason_label, result->reason != NULL ? result->reason : "");
  show_limit (self, missed ? limit : NULL);
  say (self, value, missed && limit != NULL ? limit->title : result->reason);
}

/**
 * al_measured_row_matches:
 * @self: a row
 * @words: what a person looks for
 *
 * Whether every word is part of what the row says.
 *
 * Returns: whether to show it
 */
gboolean
al_measured_row_matches (AlMeasuredRow *self, const char *words)
{
  const AlValidationRow *row = self->row;
  const char *const texts[] = {row->id,     row->variable, row->published,
                               row->source, row->group,    NULL};

  g_return_val_if_fail (AL_IS_MEASURED_ROW (self), FALSE);
  return al_search_matches (texts, words);
}
