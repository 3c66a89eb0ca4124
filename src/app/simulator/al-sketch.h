/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-indices.h"
#include "al-pv-plot.h"

G_BEGIN_DECLS

/**
 * AlSketchCorner:
 *
 * The corners of a loop, in the order in which a beat passes them.
 */
typedef enum {
  AL_SKETCH_MITRAL_CLOSES,
  AL_SKETCH_AORTIC_OPENS,
  AL_SKETCH_AORTIC_CLOSES,
  AL_SKETCH_MITRAL_OPENS,
  AL_SKETCH_N_CORNERS
} AlSketchCorner;

/* Points of a drawn sketch. */
#define AL_SKETCH_POINTS 96

/**
 * AlSketch:
 * @corner: where each corner is
 * @bulge_mmhg: how far the curve of ejection rises above its corners
 *
 * A loop as a person draws it: four corners with a smooth line through them.
 */
typedef struct {
  AlPvPoint corner[AL_SKETCH_N_CORNERS];
  double bulge_mmhg;
} AlSketch;

void al_sketch_init (AlSketch *self, const AlIndices *indices);
void al_sketch_move (AlSketch *self, AlSketchCorner corner, const AlPvPoint *point);
void al_sketch_get_points (const AlSketch *self, AlPvPoint *points);
gboolean al_sketch_get_landmark (const AlSketch *self, AlIndex index, double *value);
const AlIndex *al_sketch_get_landmarks (guint *n_landmarks);
const char *al_sketch_corner_get_name (AlSketchCorner corner);
char *al_sketch_describe_corner (const AlSketch *self, AlSketchCorner corner);

G_END_DECLS
