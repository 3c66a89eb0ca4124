/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-figure-table.h"
#include "al-pv-private.h"

/* Points of the two relations. */
#define RELATION_POINTS 121

/* Free room above and right of the loops, for their names. */
#define HEADROOM 1.06

/* The table leaves most of the room to the plot. */
#define TABLE_SHARE       0.44
#define TABLE_SHARE_BELOW 0.38

/* Wider than this, the table stands beside the plot, else under it. */
#define LANDSCAPE 1.15

/* Between plot and table, in parts of the text height. */
#define TABLE_GAP 2.2

/* Under a table that stands under the plot. */
#define TABLE_FOOT 1.0

/* A plot wider than this, in parts of its height, stretches the loop. */
#define WIDEST_PLOT 1.15

static AlPvPoint
get_point (const AlSample *sample)
{
  return (AlPvPoint){sample->value[AL_SIGNAL_LV_VOLUME], sample->value[AL_SIGNAL_LV_PRESSURE]};
}

static GArray *
get_part (const AlFigureRun *run, gint64 start_us, gint64 end_us)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));

  for (gsize i = 0; i < run->n_samples; i++) {
    const AlSample *sample = &run->samples[i];
    const AlPvPoint point = get_point (sample);

    if (sample->time_us >= start_us && sample->time_us <= end_us)
      g_array_append_val (points, point);
  }
  return points;
}

static GArray *
get_loop (const AlFigureRun *run)
{
  if (run->loop_start_us >= run->loop_end_us)
    return get_part (run, G_MININT64, G_MAXINT64);
  return get_part (run, run->loop_start_us, run->loop_end_us);
}

static const AlPvPoint *
get_points (const GArray *points)
{
  return (const AlPvPoint *) (gconstpointer) points->data;
}

/* Axes that hold every run, unless it was said what they hold. */
static void
set_range (AlPvPlot *plot, const AlFigure *figure)
{
  const AlRange *given = &figure->volume_ml;
  AlRange volume = AL_RANGE_EMPTY, pressure = AL_RANGE_EMPTY;

  for (guint i = 0; i < figure->n_runs; i++) {
    g_autoptr (GArray) loop = get_loop (&figure->runs[i]);

    for (guint k = 0; k < loop->len; k++) {
      al_range_include (&volume, get_points (loop)[k].volume_ml * HEADROOM);
      al_range_include (&pressure, get_points (loop)[k].pressure_mmhg * HEADROOM);
    }
  }
  volume = given->high > given->low ? *given : al_range_nice (&volume);
  given = &figure->pressure_mmhg;
  pressure = given->high > given->low ? *given : al_range_nice (&pressure);
  al_pv_plot_set_range (plot, volume, pressure);
}

static void
set_relations (AlPvPlot *plot, const AlSimulation *simulation)
{
  double v0 = al_simulation_get (simulation, AL_PARAMETER_LV_V0);
  double vd = al_simulation_get (simulation, AL_PARAMETER_LV_VD);
  AlPvPoint espvr[RELATION_POINTS], edpvr[RELATION_POINTS];
  AlRange volume, pressure;

  al_pv_plot_get_range (plot, &volume, &pressure);
  for (guint i = 0; i < RELATION_POINTS; i++) {
    double share = i / (RELATION_POINTS - 1.0);

    espvr[i].volume_ml = v0 + share * (volume.high - v0);
    espvr[i].pressure_mmhg = al_simulation_lv_espvr (simulation, espvr[i].volume_ml);
    edpvr[i].volume_ml = vd + share * (volume.high - vd);
    edpvr[i].pressure_mmhg = al_simulation_lv_edpvr (simulation, edpvr[i].volume_ml);
  }
  al_pv_plot_set_espvr (plot, espvr, RELATION_POINTS);
  al_pv_plot_set_edpvr (plot, edpvr, RELATION_POINTS);
}

static void
add_ghost (AlPvPlot *plot, const AlFigureRun *run)
{
  g_autoptr (GArray) loop = get_loop (run);

  al_pv_plot_add_ghost (plot, run->role, run->name, get_points (loop), loop->len);
}

static void
add_points (AlPvPlot *plot, const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    al_pv_plot_add_point (plot, get_points (points)[i].volume_ml,
                          get_points (points)[i].pressure_mmhg);
  al_pv_plot_end_beat (plot);
}

/* The run that matters is the newest whole beat, which has marks and a name. */
static void
add_beat (AlPvPlot *plot, const AlFigureRun *run)
{
  g_autoptr (GArray) loop = get_loop (run);

  plot->is_still = TRUE;
  al_pv_plot_set_live (plot, run->role, run->name);
  if (run->trail_us > 0) {
    g_autoptr (GArray) trail =
        get_part (run, run->loop_start_us - run->trail_us, run->loop_start_us);

    add_points (plot, trail);
  }
  add_points (plot, loop);
}

/* The point where the ventricle is at the moment that is looked at. */
static void
draw_moment (AlPvPlot *plot, const AlFigure *figure, cairo_t *cr)
{
  const AlSample *sample = al_figure_get_moment (figure);
  AlPvPoint point;

  if (sample == NULL)
    return;
  point = get_point (sample);
  al_pv_plot_add_point (plot, point.volume_ml, point.pressure_mmhg);
  al_pv_plot_draw_live_point (plot, cr);
}

/* Draws the loops of all runs alone. */
void
al_figure_draw_plot (const AlFigure *self, cairo_t *cr, double width, double height,
                     const AlPlotStyle *style)
{
  g_autoptr (AlPvPlot) plot = al_pv_plot_new ();
  const AlFigureRun *last = &self->runs[self->n_runs - 1];

  al_pv_plot_set_style (plot, style);
  al_pv_plot_set_size (plot, width, height);
  set_range (plot, self);
  if (last->simulation != NULL)
    set_relations (plot, last->simulation);
  for (guint i = 0; i + 1 < self->n_runs; i++)
    add_ghost (plot, &self->runs[i]);
  add_beat (plot, last);
  al_pv_plot_draw_static (plot, cr);
  al_pv_plot_draw_beat (plot, cr);
  draw_moment (plot, self, cr);
}

static gboolean
draw_beside (const AlFigure *self, cairo_t *cr, double width, double height,
             const AlPlotStyle *style)
{
  AlFigureTable table = {
      .figure = self, .style = style, .is_brief = style->kind == AL_STYLE_PROJECTOR};
  double gap = TABLE_GAP * style->font_size;
  double table_width, table_height, plot_width;

  if (!al_figure_table_fit (&table, TABLE_SHARE * width, height))
    return FALSE;
  al_figure_table_measure (&table, &table_width, &table_height);
  plot_width = MIN (width - table_width - gap, WIDEST_PLOT * height);
  al_figure_draw_plot (self, cr, plot_width, height, style);
  /* What the plot leaves free is shared by the gap and the right margin. */
  al_figure_table_draw (&table, cr, (plot_width + gap + width - table_width) / 2, 0);
  return TRUE;
}

static gboolean
draw_below (const AlFigure *self, cairo_t *cr, double width, double height,
            const AlPlotStyle *style)
{
  /* Every line of the table is a line less for the plot, which should be nearly square. */
  AlFigureTable table = {.figure = self, .style = style, .is_brief = TRUE};
  double gap = TABLE_GAP * style->font_size;
  double bottom = height - TABLE_FOOT * style->font_size;
  double table_width, table_height;

  if (!al_figure_table_fit (&table, width, TABLE_SHARE_BELOW * height))
    return FALSE;
  al_figure_table_measure (&table, &table_width, &table_height);
  al_figure_draw_plot (self, cr, width, bottom - table_height - gap, style);
  al_figure_table_draw (&table, cr, (width - table_width) / 2, bottom - table_height);
  return TRUE;
}

/* Draws the loops of all runs, with a table of their indices where there is room for one. */
void
al_figure_draw_loops (const AlFigure *self, cairo_t *cr, double width, double height,
                      const AlPlotStyle *style)
{
  if (width >= LANDSCAPE * height && draw_beside (self, cr, width, height, style))
    return;
  if (!draw_below (self, cr, width, height, style))
    al_figure_draw_plot (self, cr, width, height, style);
}
