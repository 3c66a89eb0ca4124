/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-help-figure.h"

#include <glib/gi18n.h>
#include <math.h>

#include "al-layer.h"
#include "al-pv-plot.h"
#include "al-text.h"

/* A heart made up for the figure: what its four corners are, in mL and mmHg. */
#define V0               8.0
#define ESV              50.0
#define EDV              120.0
#define FILLING_PRESSURE 5.0
#define OPENING_PRESSURE 78.0
#define END_SYSTOLIC     88.0
#define BULGE            30.0
#define N_PER_PART       40

#define MAX_VOLUME   150.0
#define MAX_PRESSURE 140.0

/* The stroke volume is drawn as an arrow at this pressure. */
#define ARROW_PRESSURE 46.0
#define ARROW_HEAD     6.0

#define WIDTH  640
#define HEIGHT 400

struct _AlHelpFigure {
  GtkWidget parent_instance;

  AlPvPlot *plot;
};

G_DEFINE_FINAL_TYPE (AlHelpFigure, al_help_figure, GTK_TYPE_WIDGET)

/* What is written within the loop, centred on a point. */
typedef struct {
  AlPvPoint at;
  double align_x;
  const char *text;
} Name;

static const Name names[] = {
    {{85, 17}, 0.5, N_ ("1 Filling")},     {{118, 62}, 1.0, N_ ("2 Contraction")},
    {{84, 98}, 0.5, N_ ("3 Ejection")},    {{52, 30}, 0.0, N_ ("4 Relaxation")},
    {{85, 51}, 0.5, N_ ("Stroke volume")},
};

static double
get_passive (double volume_ml)
{
  return 0.5 * (exp (0.0255 * (volume_ml - V0)) - 1);
}

/* A point of the beat: the part it is in, 0 to 3, and how much of that is over, 0 to 1. */
static AlPvPoint
get_point (int part, double share)
{
  const double end_diastolic = get_passive (EDV);
  const double stroke = EDV - ESV;

  switch (part) {
  case 0:
    return (AlPvPoint){ESV + share * stroke,
                       get_passive (ESV + share * stroke) +
                           (1 - share) * (FILLING_PRESSURE - get_passive (ESV))};
  case 1:
    return (AlPvPoint){EDV, end_diastolic + share * (OPENING_PRESSURE - end_diastolic)};
  case 2:
    return (AlPvPoint){EDV - share * stroke, OPENING_PRESSURE +
                                                 share * (END_SYSTOLIC - OPENING_PRESSURE) +
                                                 BULGE * sin (G_PI * share)};
  default:
    return (AlPvPoint){ESV, END_SYSTOLIC + share * (FILLING_PRESSURE - END_SYSTOLIC)};
  }
}

static void
add_loop (AlPvPlot *plot)
{
  AlPvPoint points[4 * N_PER_PART];

  for (int i = 0; i < 4 * N_PER_PART; i++)
    points[i] = get_point (i / N_PER_PART, (double) (i % N_PER_PART) / N_PER_PART);
  al_pv_plot_add_ghost (plot, AL_ROLE_BOTH, "", points, G_N_ELEMENTS (points));
}

static void
add_relations (AlPvPlot *plot)
{
  const double slope = END_SYSTOLIC / (ESV - V0);
  const AlPvPoint espvr[] = {{V0, 0}, {V0 + MAX_PRESSURE / slope, MAX_PRESSURE}};
  AlPvPoint edpvr[N_PER_PART];

  for (int i = 0; i < N_PER_PART; i++) {
    edpvr[i].volume_ml = V0 + i * (MAX_VOLUME - V0) / (N_PER_PART - 1);
    edpvr[i].pressure_mmhg = get_passive (edpvr[i].volume_ml);
  }
  al_pv_plot_set_espvr (plot, espvr, G_N_ELEMENTS (espvr));
  al_pv_plot_set_edpvr (plot, edpvr, G_N_ELEMENTS (edpvr));
}

static void
add_valves (AlPvPlot *plot)
{
  const AlPvEvent events[] = {
      {get_point (0, 0), _ ("Mitral valve opens"), TRUE},
      {get_point (1, 0), _ ("Mitral valve closes"), FALSE},
      {get_point (2, 0), _ ("Aortic valve opens"), TRUE},
      {get_point (3, 0), _ ("Aortic valve closes"), FALSE},
  };

  al_pv_plot_set_events (plot, events, G_N_ELEMENTS (events));
  al_pv_plot_set_event_names_visible (plot, TRUE);
}

static void
draw_names (AlHelpFigure *self, const AlPlotStyle *style, cairo_t *cr)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const AlText text = {
        .text = _ (names[i].text), .halo = TRUE, .align_x = names[i].align_x, .align_y = 0.5};
    double x, y;

    al_pv_plot_to_pixels (self->plot, &names[i].at, &x, &y);
    al_text_draw (&text, style, cr, x, y);
  }
}

static void
add_arrow_head (cairo_t *cr, double x, double y, double direction)
{
  cairo_move_to (cr, x + direction * ARROW_HEAD, y - ARROW_HEAD / 2);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + direction * ARROW_HEAD, y + ARROW_HEAD / 2);
}

static void
draw_stroke_volume (AlHelpFigure *self, const AlPlotStyle *style, cairo_t *cr)
{
  const AlPvPoint left = {ESV + 1.5, ARROW_PRESSURE}, right = {EDV - 1.5, ARROW_PRESSURE};
  double from, to, y;

  al_pv_plot_to_pixels (self->plot, &left, &from, &y);
  al_pv_plot_to_pixels (self->plot, &right, &to, &y);
  al_color_set_source (&style->text_dim, cr);
  cairo_set_line_width (cr, 1.5 * style->hairline);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  add_arrow_head (cr, from, y, 1);
  add_arrow_head (cr, to, y, -1);
  cairo_stroke (cr);
}

static void
al_help_figure_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AlHelpFigure *self = AL_HELP_FIGURE (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  AlPlotStyle style;
  cairo_t *cr;

  al_layer_init_style (widget, FALSE, &style);
  al_pv_plot_set_style (self->plot, &style);
  al_pv_plot_set_size (self->plot, width, height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  al_color_set_source (&style.ground, cr);
  cairo_paint (cr);
  al_pv_plot_draw (self->plot, cr);
  draw_stroke_volume (self, &style, cr);
  draw_names (self, &style, cr);
  cairo_destroy (cr);
}

static void
al_help_figure_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH / 2 : HEIGHT;
}

static void
al_help_figure_finalize (GObject *object)
{
  al_pv_plot_free (AL_HELP_FIGURE (object)->plot);
  G_OBJECT_CLASS (al_help_figure_parent_class)->finalize (object);
}

static void
al_help_figure_class_init (AlHelpFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = al_help_figure_finalize;
  widget_class->snapshot = al_help_figure_snapshot;
  widget_class->measure = al_help_figure_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
al_help_figure_init (AlHelpFigure *self)
{
  self->plot = al_pv_plot_new ();
  al_pv_plot_set_range (self->plot, (AlRange){0, MAX_VOLUME}, (AlRange){0, MAX_PRESSURE});
  add_relations (self->plot);
  add_loop (self->plot);
  add_valves (self->plot);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Example of a loop"),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      _ ("A loop that runs counterclockwise: filling along the bottom, contraction up the right "
         "side, ejection along the top, relaxation down the left side. Its upper left corner lies "
         "on the end-systolic relation (ESPVR), its bottom right corner on the end-diastolic one "
         "(EDPVR)."),
      -1);
}

/**
 * al_help_figure_new:
 *
 * Makes the figure.
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
al_help_figure_new (void)
{
  return g_object_new (AL_TYPE_HELP_FIGURE, NULL);
}
