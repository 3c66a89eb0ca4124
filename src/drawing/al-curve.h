/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * AlCurve:
 *
 * Builds the path of a measured curve: gaps where a point is not finite, and no points that lie
 * closer together than anybody can see. It lives on the stack between begin and end.
 */
typedef struct {
  cairo_t *cr;
  gboolean is_open;
  gboolean is_pending;
  double x;
  double y;
  double pending_x;
  double pending_y;
} AlCurve;

void al_curve_begin (AlCurve *self, cairo_t *cr);
void al_curve_add (AlCurve *self, double x, double y);
void al_curve_break (AlCurve *self);

double al_pixel_snap (double pixel, double line_width);

G_END_DECLS
