/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-style.h"

G_BEGIN_DECLS

/* A picture in memory, so that drawing is tested without a display. */
typedef struct {
  cairo_surface_t *surface;
  cairo_t *cr;
  int width;
  int height;
} AlCanvas;

AlCanvas *al_canvas_new (int width, int height, const AlColor *ground);
void al_canvas_free (AlCanvas *self);
guint al_canvas_count_ink (const AlCanvas *self, int x, int y, int width, int height);
guint al_canvas_count_ink_outside (const AlCanvas *self, int x, int y, int width, int height);
double al_canvas_compare (const AlCanvas *self, const AlCanvas *other, int tolerance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlCanvas, al_canvas_free)

G_END_DECLS
