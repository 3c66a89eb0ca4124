/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-index-popover.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-index-text.h"
#include "al-index-words.h"
#include "al-stage-text.h"

#define FACT_WIDTH_CHARS 32

typedef enum {
  FACT_NOW,
  FACT_CHANGE,
  FACT_NORMAL,
  FACT_SOURCE,
  FACT_FORMULA,
  N_FACTS
} Fact;

static const char *const fact_titles[N_FACTS] = {
    [FACT_NOW] = N_ ("Now"),
    [FACT_CHANGE] = N_ ("Change"),
    [FACT_NORMAL] = N_ ("Resting adult"),
    [FACT_SOURCE] = N_ ("Range from"),
    [FACT_FORMULA] = N_ ("Formula"),
};

/**
 * AlIndexPopover:
 *
 * All about one number: what it is, how it is worked out, its normal range, where it stands and
 * what became of it.
 */
struct _AlIndexPopover {
  GtkPopover parent_instance;

  AlIndex index;
  GtkLabel *name;
  GtkLabel *definition;
  GtkLabel *meaning;
  GtkGrid *facts;
  GtkWidget *card_button;
  GtkLabel *titles[N_FACTS];
  GtkLabel *values[N_FACTS];
};

G_DEFINE_FINAL_TYPE (AlIndexPopover, al_index_popover, GTK_TYPE_POPOVER)

static void
set_fact (AlIndexPopover *self, Fact fact, const char *text)
{
  gtk_label_set_text (self->values[fact], text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->titles[fact]), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->values[fact]), text != NULL);
}

static char *
format_with_unit (AlIndex index, double value)
{
  g_autofree char *number = al_index_format (index, value);

  return g_strstrip (g_strdup_printf ("%s %s", number, al_index_get_display_unit (index)));
}

/* The other end of the body belongs to it. */
static char *
format_saturations (const AlIndices *now)
{
  g_autofree char *hand = al_index_format (AL_INDEX_SAO2_RADIAL, now->value[AL_INDEX_SAO2_RADIAL]);
  g_autofree char *leg = al_index_format (AL_INDEX_SAO2_FEMORAL, now->value[AL_INDEX_SAO2_FEMORAL]);

  /* Translators: two saturations in per cent */
  return g_strdup_printf (_ ("right hand %s %%, leg %s %%"), hand, leg);
}

static char *
format_stage (const AlSimulation *simulation, const AlIndices *now)
{
  g_autofree char *stage = al_stage_format (now);
  g_autofree char *modifiers = al_stage_format_modifiers (&simulation->settings);
  g_autofree char *reasons = NULL;
  AlScai scai;

  al_simulation_get_scai (simulation, &scai);
  reasons = al_stage_describe_reasons (&scai);
  return g_strdup_printf ("%s %s%s", stage, modifiers,
                          reasons[0] != '\0' ? reasons : _ ("\nno sign of shock"));
}

static char *
format_now (AlIndex index, const AlSimulation *simulation, const AlIndices *now)
{
  if (index == AL_INDEX_SCAI_LOW)
    return format_stage (simulation, now);
  if (index == AL_INDEX_SAO2_RADIAL)
    return format_saturations (now);
  return format_with_unit (index, now->value[index]);
}

static char *
format_change (AlIndex index, const char *reference_name, const AlIndices *reference,
               const AlIndices *now)
{
  const double before = reference->value[index];
  const double after = now->value[index];
  g_autofree char *from = format_with_unit (index, before);
  g_autofree char *difference = al_index_format_change (index, before, after);

  if (index == AL_INDEX_SCAI_LOW || !isfinite (before) || !isfinite (after))
    return NULL;
  if (al_index_get_change (index, before, after) == AL_INDEX_CHANGE_SAME)
    /* Translators: the name of a state, such as Baseline */
    return g_strdup_printf (_ ("none to speak of since “%s”"), reference_name);
  /* Translators: a difference with its sign, the name of a state such as Baseline, a value */
  return g_strdup_printf (_ ("%s since “%s” (%s)"), difference, reference_name, from);
}

static void
set_normal (AlIndexPopover *self)
{
  const AlIndexWords *words = al_index_get_words (self->index);
  g_autofree char *range = al_index_format_normal (self->index);
  g_autofree char *text = NULL;

  if (range == NULL) {
    set_fact (self, FACT_NORMAL, NULL);
    set_fact (self, FACT_SOURCE, NULL);
    return;
  }
  text = g_strdup_printf ("%s %s", range, al_index_get_display_unit (self->index));
  set_fact (self, FACT_NORMAL, text);
  set_fact (self, FACT_SOURCE,
            words != NULL && words->source != NULL ? _ (words->source)
                                                   : _ ("common clinical use, rounded"));
}

static void
show_words (AlIndexPopover *self)
{
  const AlIndexInfo *info = al_index_get_info (self->index);
  const AlIndexWords *words = al_index_get_words (self->index);
  const gboolean stage = self->index == AL_INDEX_SCAI_LOW;
  g_autofree char *definition = g_strdup_printf ("%s.", _ (info->description));

  gtk_label_set_text (self->name, stage ? _ ("SCAI stage of shock") : _ (info->label));
  gtk_label_set_text (self->definition, definition);
  /* A stage is not the number that its index is. */
  gtk_widget_set_visible (GTK_WIDGET (self->definition), !stage);
  gtk_label_set_text (self->meaning, words != NULL ? _ (words->meaning) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), words != NULL);
  set_fact (self, FACT_FORMULA,
            words != NULL && words->formula != NULL ? _ (words->formula) : NULL);
}

static void
show_card (AlIndexPopover *self)
{
  const char *key = al_index_get_card (self->index);

  gtk_widget_set_visible (self->card_button, key != NULL);
  if (key != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->card_button), "s", key);
}

static GtkLabel *
attach_label (AlIndexPopover *self, const char *text, int column, Fact fact)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_grid_attach (self->facts, label, column, (int) fact, 1, 1);
  return GTK_LABEL (label);
}

static void
add_facts (AlIndexPopover *self)
{
  for (int fact = 0; fact < N_FACTS; fact++) {
    self->titles[fact] = attach_label (self, _ (fact_titles[fact]), 0, (Fact) fact);
    gtk_widget_add_css_class (GTK_WIDGET (self->titles[fact]), "dim-label");
    self->values[fact] = attach_label (self, "", 1, (Fact) fact);
    gtk_label_set_wrap (self->values[fact], TRUE);
    gtk_label_set_max_width_chars (self->values[fact], FACT_WIDTH_CHARS);
    gtk_widget_set_hexpand (GTK_WIDGET (self->values[fact]), TRUE);
    gtk_widget_add_css_class (GTK_WIDGET (self->values[fact]), "numeric");
  }
}

static void
al_index_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_INDEX_POPOVER);
  G_OBJECT_CLASS (al_index_popover_parent_class)->dispose (object);
}

static void
al_index_popover_class_init (AlIndexPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_index_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-index-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AlIndexPopover, name);
  gtk_widget_class_bind_template_child (widget_class, AlIndexPopover, definition);
  gtk_widget_class_bind_template_child (widget_class, AlIndexPopover, meaning);
  gtk_widget_class_bind_template_child (widget_class, AlIndexPopover, facts);
  gtk_widget_class_bind_template_child (widget_class, AlIndexPopover, card_button);
}

static void
al_index_popover_init (AlIndexPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_facts (self);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_TOP);
}

/**
 * al_index_popover_new:
 *
 * Makes a popover about nothing yet.
 *
 * Returns: (transfer floating): a new popover
 */
GtkWidget *
al_index_popover_new (void)
{
  return g_object_new (AL_TYPE_INDEX_POPOVER, NULL);
}

/**
 * al_index_popover_set_index:
 * @self: a popover
 * @index: what it is about
 *
 * Shows the words about an index, and its normal range.
 */
void
al_index_popover_set_index (AlIndexPopover *self, AlIndex index)
{
  g_return_if_fail (AL_IS_INDEX_POPOVER (self));
  self->index = index;
  show_words (self);
  show_card (self);
  set_normal (self);
  set_fact (self, FACT_NOW, "–");
  set_fact (self, FACT_CHANGE, NULL);
}

/**
 * al_index_popover_update:
 * @self: a popover with an index
 * @session: where its value comes from
 *
 * Shows the value as it is now, and what became of it since the reference.
 */
void
al_index_popover_update (AlIndexPopover *self, AlSession *session)
{
  g_autofree char *value = NULL;
  g_autofree char *change = NULL;
  g_autofree char *text = NULL;
  AlIndices now;
  AlIndices reference;

  g_return_if_fail (AL_IS_INDEX_POPOVER (self));
  if (!al_session_get_indices (session, &now))
    return;
  value = format_now (self->index, al_session_get_simulation (session), &now);
  set_fact (self, FACT_NOW, value);
  if (al_session_get_reference (session, &reference))
    change = format_change (self->index, al_session_get_reference_name (session), &reference, &now);
  set_fact (self, FACT_CHANGE, change);
  text = al_index_popover_dup_text (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->name),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/**
 * al_index_popover_dup_text:
 * @self: a popover
 *
 * All that it says, for those who hear it.
 *
 * Returns: (transfer full): the text
 */
char *
al_index_popover_dup_text (AlIndexPopover *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (AL_IS_INDEX_POPOVER (self), NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->definition)))
    g_string_append_printf (text, "%s ", gtk_label_get_text (self->definition));
  g_string_append (text, gtk_label_get_text (self->meaning));
  for (int fact = 0; fact < N_FACTS; fact++) {
    if (gtk_widget_get_visible (GTK_WIDGET (self->values[fact])))
      g_string_append_printf (text, "\n%s: %s", gtk_label_get_text (self->titles[fact]),
                              gtk_label_get_text (self->values[fact]));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
