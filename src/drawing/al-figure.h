/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-axis.h"
#include "al-page.h"
#include "al-schematic.h"
#include "al-simulation.h"
#include "al-style.h"

G_BEGIN_DECLS

/**
 * AlFigureRun:
 * @role: which device, for colour and dash
 * @name: (nullable): written on the curve
 * @simulation: (nullable): where the run ended: gives the ESPVR and the EDPVR
 * @indices: (nullable): numbers for the table
 * @samples: signals, ascending in time
 * @n_samples: how many
 * @loop_start_us: start of the beat that is drawn as the loop
 * @loop_end_us: its end; equal to @loop_start_us for all samples
 * @trail_us: how long before the loop the beats are that are drawn faintly behind it; 0 for none
 *
 * One simulation in a figure.
 */
typedef struct {
  AlRole role;
  const char *name;
  const AlSimulation *simulation;
  const AlIndices *indices;
  const AlSample *samples;
  gsize n_samples;
  gint64 loop_start_us;
  gint64 loop_end_us;
  gint64 trail_us;
} AlFigureRun;

/**
 * AlFigureView:
 * @AL_FIGURE_PV: loops, with a table of indices
 * @AL_FIGURE_WAVES: strip charts, a column for each run
 * @AL_FIGURE_BOTH: loops and their table, and the strip charts of the last run
 * @AL_FIGURE_CIRCULATION: the schematic of the last run, with a table of indices
 */
typedef enum {
  AL_FIGURE_PV,
  AL_FIGURE_WAVES,
  AL_FIGURE_BOTH,
  AL_FIGURE_CIRCULATION,
} AlFigureView;

/**
 * AlFigure:
 * @view: what of the runs
 * @title: (nullable): above the figure
 * @caption: (nullable): under the figure
 * @runs: what is shown; the last one is drawn on top
 * @n_runs: at least one
 * @volume_ml: axis of the loops; low and high equal for one that holds all runs
 * @pressure_mmhg: axis of the loops; low and high equal for one that holds all runs
 * @start_us: start of the strip charts
 * @end_us: their end; equal to @start_us for the last seconds of each run
 * @has_moment: whether a moment of the last run is marked in loop and charts
 * @moment_us: which
 * @circulation: (nullable): what the schematic shows; there is one where it is drawn
 * @is_moving: whether the figure is one of many that make a moving picture
 * @is_brief: whether only those strip charts are drawn that a slide has room for
 *
 * A figure made of finished simulations. Its axes hold all of its runs, unless they are given.
 */
typedef struct {
  AlFigureView view;
  const char *title;
  const char *caption;
  const AlFigureRun *runs;
  guint n_runs;
  AlRange volume_ml;
  AlRange pressure_mmhg;
  gint64 start_us;
  gint64 end_us;
  gboolean has_moment;
  gint64 moment_us;
  const AlSchematicState *circulation;
  gboolean is_moving;
  gboolean is_brief;
} AlFigure;

void al_figure_draw (const AlFigure *self, cairo_t *cr, double width, double height,
                     const AlPlotStyle *style);
void al_figure_init_page (const AlFigure *self, AlPage *page);
gboolean al_figure_write (const AlFigure *self, const char *path, AlStyleKind style, double width,
                          double height, GError **error);

G_END_DECLS
