/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlLanes:
 * @n: how many patients it takes side by side
 * @size: bytes that their cores take
 * @step: al_solver_step() for all of them at once: start, end and length of the step of each; a
 * lane whose step has no length stays as it is
 * @refresh: al_solver_refresh() for all of them at once; a lane in which nothing changed keeps its
 *   bytes
 *
 * The equations over vectors of one width, for one generation of processor. The cores lie number by
 * number: value k of the patient in lane l stands at k * @n + l, aligned to 64 bytes. The bytes of
 * a patient are those of the solver for one.
 */
typedef struct {
  guint n;
  gsize size;
  void (*step) (double *cores, const double *time_s, const double *end_s, const double *h_s);
  void (*refresh) (double *cores, const double *time_s);
} AlLanes;

/* The widest that this processor is made for; NULL where one patient at a time is best. */
const AlLanes *al_lanes_get (void);

G_END_DECLS
