/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-pictograph-view.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-layer.h"
#include "al-pictograph-figure.h"

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

/**
 * al_pictograph_view_set_study:
 * @self: a view
 * @study: a study
 *
 * Draws what a study counted.
 *
 * Returns: how many outcomes are drawn; none where groups were not compared or not counted
 */
guint
al_pictograph_view_set_study (AlPictographView *self, AlStudy *study)
{
  g_autofree char *spoken = NULL;

  g_return_val_if_fail (AL_IS_PICTOGRAPH_VIEW (self), 0);

  al_pictograph_free (self->pictograph);
  self->pictograph = al_pictograph_figure_new (study, &spoken);
  update_style (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Of 100 people"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  -1);
  return al_pictograph_get_n_rows (self->pictograph);
}
