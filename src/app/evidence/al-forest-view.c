/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-forest-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "al-forest-figure.h"
#include "al-layer.h"

struct _AlForestView {
  GtkWidget parent_instance;

  AlForest *forest;
  AlForestPlot *plot;
};

G_DEFINE_FINAL_TYPE (AlForestView, al_forest_view, GTK_TYPE_WIDGET)

/* The plot reads like the page around it: in its font, at its size. */
static void
update_style (AlForestView *self)
{
  AlPlotStyle style;

  if (!self->plot)
    return;
  al_layer_init_style (GTK_WIDGET (self), FALSE, &style);
  al_forest_plot_set_style (self->plot, &style);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * al_forest_dup_sentence:
 * @forest: a forest plot
 *
 * Says in a sentence what the picture shows.
 *
 * Returns: (transfer full): the sentence
 */
char *
al_forest_dup_sentence (AlForest *forest)
{
  const AlPooled *pooled = al_forest_get_pooled (forest);
  const char *measure = al_measure_get_label (al_forest_get_measure (forest));
  gsize n_entries;

  al_forest_get_entries (forest, &n_entries);
  if (!pooled || pooled->n_studies == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u study, not pooled.",
                                         "%u studies, side by side and not pooled.",
                                         (gulong) n_entries),
                            (guint) n_entries);
  return g_strdup_printf (_ ("%u studies pooled: %s %.2f, 95 %% interval %.2f to %.2f."),
                          (guint) pooled->n_studies, measure, pooled->effect.value,
                          pooled->effect.low, pooled->effect.high);
}

static void
al_forest_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  AlForestView *self = AL_FOREST_VIEW (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (!self->plot)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = *natural = (int) ceil (al_forest_plot_measure_width (self->plot));
    return;
  }
  if (for_size > 0)
    al_forest_plot_set_width (self->plot, for_size);
  *minimum = *natural = (int) ceil (al_forest_plot_measure_height (self->plot));
}

/* Labels fold where there is little room. */
static GtkSizeRequestMode
al_forest_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
al_forest_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlForestView *self = AL_FOREST_VIEW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!self->plot)
    return;
  al_forest_plot_set_width (self->plot, (double) width);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, width, height));
  al_forest_plot_draw (self->plot, cr);
  cairo_destroy (cr);
}

static void
al_forest_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (al_forest_view_parent_class)->css_changed (widget, change);
  update_style (AL_FOREST_VIEW (widget));
}

static void
al_forest_view_finalize (GObject *object)
{
  AlForestView *self = AL_FOREST_VIEW (object);

  g_clear_pointer (&self->plot, al_forest_plot_free);
  g_clear_object (&self->forest);
  G_OBJECT_CLASS (al_forest_view_parent_class)->finalize (object);
}

static void
al_forest_view_class_init (AlForestViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = al_forest_view_finalize;
  widget_class->get_request_mode = al_forest_view_get_request_mode;
  widget_class->measure = al_forest_view_measure;
  widget_class->snapshot = al_forest_view_snapshot;
  widget_class->css_changed = al_forest_view_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
al_forest_view_init (AlForestView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_style), self,
                           G_CONNECT_SWAPPED);
}

/**
 * al_forest_view_new:
 *
 * Creates an empty view.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
al_forest_view_new (void)
{
  return g_object_new (AL_TYPE_FOREST_VIEW, NULL);
}

/**
 * al_forest_view_set_forest:
 * @self: a view
 * @forest: what to draw
 *
 * Shows a forest plot.
 */
void
al_forest_view_set_forest (AlForestView *self, AlForest *forest)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (AL_IS_FOREST_VIEW (self));
  g_return_if_fail (AL_IS_FOREST (forest));

  g_set_object (&self->forest, forest);
  g_clear_pointer (&self->plot, al_forest_plot_free);
  self->plot = al_forest_figure_new (forest);
  update_style (self);

  sentence = al_forest_dup_sentence (forest);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  al_forest_get_title (forest), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
}
