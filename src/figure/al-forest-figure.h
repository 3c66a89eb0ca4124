/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-forest-plot.h"
#include "al-forest.h"
#include "al-page.h"

G_BEGIN_DECLS

AlForestPlot *al_forest_figure_new (AlForest *forest);
gboolean al_forest_figure_write (AlForest *forest, AlPage *page, const char *path, GError **error);

G_END_DECLS
