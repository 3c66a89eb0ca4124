/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-forest.h"

G_BEGIN_DECLS

#define AL_TYPE_FOREST_VIEW (al_forest_view_get_type ())

/**
 * AlForestView:
 *
 * A forest plot on the page: as wide as there is room, as high as it needs.
 */
G_DECLARE_FINAL_TYPE (AlForestView, al_forest_view, AL, FOREST_VIEW, GtkWidget)

GtkWidget *al_forest_view_new (void);

void al_forest_view_set_forest (AlForestView *self, AlForest *forest);

char *al_forest_dup_sentence (AlForest *forest);

G_END_DECLS
