/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "al-pv-private.h"

G_BEGIN_DECLS

typedef struct {
  double x;
  double y;
} AlPixel;

/* A curve of the plot by points at equal distances, and the smallest rectangle around them. */
typedef struct {
  GArray *pixels;
  AlRange x;
  AlRange y;
} AlPvOutline;

GArray *al_pv_outline_to_pixels (const AlPvPlot *plot, const GArray *points);
AlPvOutline *al_pv_outline_new (const AlPvPlot *plot, const GArray *points);
void al_pv_outline_free (AlPvOutline *self);
AlPixel al_pv_outline_get_middle (const AlPvOutline *self);
gboolean al_pv_outline_is_around (const AlPvOutline *self, AlPixel point);
guint al_pv_outline_count_near (const AlPvOutline *self, const cairo_rectangle_t *box,
                                double reach);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlPvOutline, al_pv_outline_free)

G_END_DECLS
