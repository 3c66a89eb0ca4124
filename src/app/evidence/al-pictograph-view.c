/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-pictograph-view.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-layer.h"
#include "al-pictograph.h"

/* A benefit and its price; more would be a wall of people. */
#define MOST_HARMS 2

#define MIN_WIDTH     240
#define NATURAL_WIDTH 640

/**
 * AlPictographView:
 *
 * What a study found, as a hundred people in either group: what it was built to answer, and harms
 * beside it.
 */
struct _AlPictographView {
  GtkWidget parent_instance;

  AlPictograph *pictograph;
};

G_DEFINE_FINAL_TYPE (AlPictographView, al_pictograph_view, GTK_TYPE_WIDGET)

static void
update_style (AlPictographView *self)
{
  AlPlotStyle style;

  al_layer_init_style (GTK_WIDGET (self), FALSE, &style);
  al_pictograph_set_style (self->pictograph, &style);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
al_pictograph_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  AlPictographView *self = AL_PICTOGRAPH_VIEW (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MIN_WIDTH;
    *natural = NATURAL_WIDTH;
    return;
  }
  *minimum = *natural = (int) ceil (
      al_pictograph_measure_height (self->pictograph, for_size > 0 ? for_size : NATURAL_WIDTH));
}

static GtkSizeRequestMode
al_pictograph_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
al_pictograph_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  al_pictograph_draw (AL_PICTOGRAPH_VIEW (widget)->pictograph, (double) width, cr);
  cairo_destroy (cr);
}

static void
al_pictograph_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (al_pictograph_view_parent_class)->css_changed (widget, change);
  update_style (AL_PICTOGRAPH_VIEW (widget));
}

static void
al_pictograph_view_finalize (GObject *object)
{
  al_pictograph_free (AL_PICTOGRAPH_VIEW (object)->pictograph);
  G_OBJECT_CLASS (al_pictograph_view_parent_class)->finalize (object);
}

static void
al_pictograph_view_class_init (AlPictographViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = al_pictograph_view_finalize;
  widget_class->get_request_mode = al_pictograph_view_get_request_mode;
  widget_class->measure = al_pictograph_view_measure;
  widget_class->snapshot = al_pictograph_view_snapshot;
  widget_class->css_changed = al_pictograph_view_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
al_pictograph_view_init (AlPictographView *self)
{
  self->pictograph = al_pictograph_new ();
}

static char *
describe_group (const AlArm *arm, const AlResult *result)
{
  /* Translators: what a group was given, and how many of 100 people had an event */
  return g_strdup_printf (_ ("%s: %u of 100"), arm->label,
                          al_pictograph_count (al_counts_get_risk (&result->counts)));
}

static char *
describe_difference (const AlOutcome *outcome)
{
  const int treated = (int) al_pictograph_count (al_counts_get_risk (&outcome->treated.counts));
  const int control = (int) al_pictograph_count (al_counts_get_risk (&outcome->control.counts));

  if (treated == control)
    return g_strdup (_ ("As many of 100 in both groups."));
  if (treated < control)
    return g_strdup_printf (_ ("%d fewer of 100."), control - treated);
  return g_strdup_printf (_ ("%d more of 100."), treated - control);
}

/* Adds a row, and what it says for who does not see it. */
static void
add_outcome (AlPictographView *self, AlStudy *study, const AlOutcome *outcome, GString *spoken)
{
  g_autofree char *title = g_strdup_printf ("%s, %s", outcome->label, outcome->time);
  g_autofree char *treated = describe_group (al_study_get_treated (study), &outcome->treated);
  g_autofree char *control = describe_group (al_study_get_control (study), &outcome->control);
  g_autofree char *summary = describe_difference (outcome);
  const AlPictographRow row = {
      .title = title,
      .treated = {treated, al_counts_get_risk (&outcome->treated.counts)},
      .control = {control, al_counts_get_risk (&outcome->control.counts)},
      .summary = summary,
  };

  al_pictograph_add_row (self->pictograph, &row);
  g_string_append_printf (spoken, "%s. %s. %s. %s ", title, control, treated, summary);
}

static gboolean
can_be_drawn (const AlOutcome *outcome)
{
  return outcome->treated.has_counts && outcome->control.has_counts;
}

/* The first that can be drawn: the primary one stands first in its file. */
static void
add_main (AlPictographView *self, AlStudy *study, GString *spoken)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);

  for (gsize i = 0; i < n_outcomes; i++) {
    if (outcomes[i].kind != AL_OUTCOME_HARM && can_be_drawn (&outcomes[i])) {
      add_outcome (self, study, &outcomes[i], spoken);
      return;
    }
  }
}

static void
add_harms (AlPictographView *self, AlStudy *study, GString *spoken)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);
  guint n = 0;

  for (gsize i = 0; i < n_outcomes && n < MOST_HARMS; i++) {
    if (outcomes[i].kind == AL_OUTCOME_HARM && can_be_drawn (&outcomes[i])) {
      add_outcome (self, study, &outcomes[i], spoken);
      n++;
    }
  }
}

/**
 * al_pictograph_view_set_study:
 * @self: a view that shows nothing yet
 * @study: a study
 *
 * Draws what a study counted: its first outcome and its first harms.
 *
 * Returns: how many outcomes are drawn; none where groups were not compared or not counted
 */
guint
al_pictograph_view_set_study (AlPictographView *self, AlStudy *study)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  g_return_val_if_fail (AL_IS_PICTOGRAPH_VIEW (self), 0);

  if (al_study_get_treated (study) == NULL || al_study_get_control (study) == NULL)
    return 0;
  add_main (self, study, spoken);
  add_harms (self, study, spoken);
  update_style (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Of 100 people"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  g_strchomp (spoken->str), -1);
  return al_pictograph_get_n_rows (self->pictograph);
}
