/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-style.h"

G_BEGIN_DECLS

/**
 * AlLayerFunc:
 * @cr: where to draw, in the coordinates of the widget
 * @user_data: what was given
 */
typedef void (*AlLayerFunc) (cairo_t *cr, gpointer user_data);

GskRenderNode *al_layer_new (GtkWidget *widget, const graphene_rect_t *bounds, AlLayerFunc func,
                             gpointer user_data);
void al_layer_renew (GskRenderNode **layer, GtkWidget *widget, const graphene_rect_t *bounds,
                     AlLayerFunc func, gpointer user_data);
void al_layer_snapshot_ground (GtkWidget *widget, GtkSnapshot *snapshot, const AlColor *color);
AlStyleKind al_layer_choose_style (gboolean projector);
void al_layer_init_style (GtkWidget *widget, gboolean projector, AlPlotStyle *style);
gboolean al_layer_depends_on (GtkSystemSetting setting);
int al_layer_get_picture_height (GtkWidget *widget);

G_END_DECLS
