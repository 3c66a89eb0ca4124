/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-strip-chart.h"
#include "al-strip-events.h"

G_BEGIN_DECLS

/* What the ECG needs: the lowest and highest it gets, in millivolts. */
#define AL_STRIP_ECG_LOW  -0.75
#define AL_STRIP_ECG_HIGH 1.35

double al_strip_ecg_get_value (gint64 time_us, gconstpointer events);
void al_strip_ecg_draw_triggers (const AlStripChart *chart, const AlPlotStyle *style, cairo_t *cr,
                                 const AlStripEvents *events, gint64 from_us, gint64 to_us);

G_END_DECLS
