/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-style.h"

G_BEGIN_DECLS

/**
 * AlChronologyShape:
 * @AL_CHRONOLOGY_SQUARE: a study
 * @AL_CHRONOLOGY_DIAMOND: a summary of studies, as in a forest plot
 * @AL_CHRONOLOGY_FLAG: a guideline
 */
typedef enum {
  AL_CHRONOLOGY_SQUARE,
  AL_CHRONOLOGY_DIAMOND,
  AL_CHRONOLOGY_FLAG,
} AlChronologyShape;

/**
 * AlChronologySign:
 *
 * What stands in a mark.
 */
typedef enum {
  AL_CHRONOLOGY_NO_SIGN,
  AL_CHRONOLOGY_PLUS,
  AL_CHRONOLOGY_MINUS,
  AL_CHRONOLOGY_EQUALS,
} AlChronologySign;

/**
 * AlChronologyMark:
 * @shape: its outline
 * @sign: what stands in it
 * @solid: whether it is filled
 *
 * How an event is marked. None of it is told by colour.
 */
typedef struct {
  AlChronologyShape shape;
  AlChronologySign sign;
  gboolean solid;
} AlChronologyMark;

void al_chronology_mark_draw (const AlChronologyMark *self, const AlPlotStyle *style,
                              const AlColor *color, cairo_t *cr, double x, double y, double size);

G_END_DECLS
