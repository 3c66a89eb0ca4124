/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-placer.h"
#include "al-strip-events.h"
#include "al-style.h"
#include "al-trace.h"

G_BEGIN_DECLS

/**
 * AlStripLandmarkKind:
 * @AL_STRIP_LANDMARK_SYSTOLE: highest pressure of an ejection that no balloon prepared
 * @AL_STRIP_LANDMARK_ASSISTED_SYSTOLE: highest pressure of the ejection after the balloon emptied
 * @AL_STRIP_LANDMARK_AUGMENTATION: highest pressure after the valve closed, with the balloon full
 * @AL_STRIP_LANDMARK_END_DIASTOLE: lowest pressure before an ejection that no balloon prepared
 * @AL_STRIP_LANDMARK_ASSISTED_END_DIASTOLE: the same after the balloon emptied
 * @AL_STRIP_LANDMARK_NOTCH: where the aortic valve closes
 *
 * What is read from an arterial curve at the bedside of a balloon pump.
 */
typedef enum {
  AL_STRIP_LANDMARK_SYSTOLE,
  AL_STRIP_LANDMARK_ASSISTED_SYSTOLE,
  AL_STRIP_LANDMARK_AUGMENTATION,
  AL_STRIP_LANDMARK_END_DIASTOLE,
  AL_STRIP_LANDMARK_ASSISTED_END_DIASTOLE,
  AL_STRIP_LANDMARK_NOTCH,
  AL_N_STRIP_LANDMARKS
} AlStripLandmarkKind;

/**
 * AlStripLandmark:
 * @kind: what it is
 * @time_us: when
 * @pressure_mmhg: in the aortic root
 * @x: pixel, for whoever draws it
 * @y: pixel
 */
typedef struct {
  AlStripLandmarkKind kind;
  gint64 time_us;
  double pressure_mmhg;
  double x;
  double y;
} AlStripLandmark;

const char *al_strip_landmark_get_name (AlStripLandmarkKind kind);
guint al_strip_landmarks_find (AlStripLandmark *landmarks, const AlTrace *trace,
                               const AlStripEvents *events, gint64 from_us, gint64 to_us);
void al_strip_landmarks_draw (const AlStripLandmark *landmarks, guint n_landmarks,
                              const AlPlotStyle *style, AlPlacer *placer, cairo_t *cr);

G_END_DECLS
