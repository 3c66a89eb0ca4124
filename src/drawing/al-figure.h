/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-axis.h"
#include "al-page.h"
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
} AlFigureRun;

typedef enum {
  AL_FIGURE_PV,
  AL_FIGURE_WAVES,
} AlFigureView;

/**
 * AlFigure:
 * @view: loop with a table of indices, or strip charts
 * @title: (nullable): above the figure
 * @caption: (nullable): under the figure
 * @runs: what is shown; the last one is drawn on top
 * @n_runs: at least one
 *
 * A figure made of finished simulations. Its axes hold all of its runs.
 */
typedef struct {
  AlFigureView view;
  const char *title;
  const char *caption;
  const AlFigureRun *runs;
  guint n_runs;
} AlFigure;

void al_figure_draw (const AlFigure *self, cairo_t *cr, double width, double height,
                     const AlPlotStyle *style);
gboolean al_figure_write (const AlFigure *self, const char *path, AlStyleKind style, double width,
                          double height, GError **error);

G_END_DECLS
