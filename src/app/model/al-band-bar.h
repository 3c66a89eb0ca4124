/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AL_TYPE_BAND_BAR (al_band_bar_get_type ())

/**
 * AlBandBar:
 *
 * Where a value falls: the band in the middle, the value as a dot in it or a diamond beside it.
 *
 * It is a picture of what stands beside it in words, and says nothing to a screen reader.
 */
G_DECLARE_FINAL_TYPE (AlBandBar, al_band_bar, AL, BAND_BAR, GtkWidget)

void al_band_bar_set (AlBandBar *self, double low, double high, double value);

double al_band_bar_place (double low, double high, double value);

G_END_DECLS
