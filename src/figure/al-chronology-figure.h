/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-chronology-plot.h"
#include "al-chronology.h"
#include "al-page.h"

G_BEGIN_DECLS

AlChronologyPlot *al_chronology_figure_new (AlChronology *chronology, GArray **order);
gboolean al_chronology_figure_write (AlChronology *chronology, AlPage *page, const char *path,
                                     GError **error);

G_END_DECLS
