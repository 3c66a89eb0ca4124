/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-style.h"

G_BEGIN_DECLS

/**
 * AlPictographGroup:
 * @label: what the group was given, and how many of 100 had the event, in words
 * @share: how many had it, 0 to 1
 */
typedef struct {
  const char *label;
  double share;
} AlPictographGroup;

/**
 * AlPictographRow:
 * @title: what is counted
 * @treated: the group under test
 * @control: the other one
 * @summary: the difference, in words
 *
 * One outcome in two groups.
 */
typedef struct {
  const char *title;
  AlPictographGroup treated;
  AlPictographGroup control;
  const char *summary;
} AlPictographRow;

/**
 * AlPictograph:
 *
 * Absolute numbers as people: for each outcome a hundred in either group. Those with the event are
 * filled; those by whom the groups differ are marked, in the group with more of them by a fill of
 * their own, in the other by a ring. The ground is not painted: the caller does.
 */
typedef struct _AlPictograph AlPictograph;

AlPictograph *al_pictograph_new (void);
void al_pictograph_free (AlPictograph *self);

void al_pictograph_add_row (AlPictograph *self, const AlPictographRow *row);
guint al_pictograph_get_n_rows (const AlPictograph *self);
void al_pictograph_set_style (AlPictograph *self, const AlPlotStyle *style);
double al_pictograph_measure_height (const AlPictograph *self, double width);
void al_pictograph_draw (const AlPictograph *self, double width, cairo_t *cr);

guint al_pictograph_count (double share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlPictograph, al_pictograph_free)

G_END_DECLS
