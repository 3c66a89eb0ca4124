/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-session.h"
#include "al-strip-chart.h"
#include "al-strip-view.h"

G_BEGIN_DECLS

#define AL_STRIP_MAX_CURVES 3
#define AL_STRIP_N_NUMBERS  3

/**
 * AlStripLayout:
 * @word: what stands for it in preferences and names of actions
 * @title: untranslated
 * @unit: of its axis
 * @curves: signals with their names in the context "curve", and factors to the unit
 * @n_curves: how many
 * @numbers: indices written above it; %AL_N_INDICES for none
 * @least: what the axis reaches at least, for signals that no survey knows
 *
 * What a strip is made of.
 */
typedef struct {
  const char *word;
  const char *title;
  const char *unit;
  struct {
    AlSignal signal;
    const char *name;
    double factor;
  } curves[AL_STRIP_MAX_CURVES];
  guint n_curves;
  AlIndex numbers[AL_STRIP_N_NUMBERS];
  double least;
} AlStripLayout;

const AlStripLayout *al_strip_layout_get (AlStrip strip);
gboolean al_strip_layout_find (const char *word, AlStrip *strip);
AlStripChart *al_strip_layout_create_chart (AlStrip strip);
AlRange al_strip_layout_choose_range (AlStrip strip, const AlSurvey *survey);
char *al_strip_layout_format_numbers (AlStrip strip, AlSupport support, const AlIndices *indices);
char *al_strip_layout_describe_ecg (const AlSimulation *simulation);
char *al_strip_layout_describe (AlStrip strip, const AlIndices *indices);

G_END_DECLS
