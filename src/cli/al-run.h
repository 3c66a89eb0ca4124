/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-run-plan.h"

G_BEGIN_DECLS

/**
 * AlRun:
 * @simulation: where the run ended
 * @settled_us: simulated time at which settling ended: time zero of `--at` and of a trace
 * @n_beats: how many beats are averaged; fewer than asked for in a short run
 * @mean: their indices
 * @two_kinds: whether only every second or third of them was assisted
 * @assisted: indices of those in which the balloon inflated
 * @unassisted: indices of the others
 *
 * A finished run.
 */
typedef struct {
  AlSimulation simulation;
  gint64 settled_us;
  guint n_beats;
  AlIndices mean;
  gboolean two_kinds;
  AlIndices assisted;
  AlIndices unassisted;
} AlRun;

AlRun *al_run_new (const AlRunPlan *plan, AlSampleFunc func, gpointer user_data);

G_END_DECLS
