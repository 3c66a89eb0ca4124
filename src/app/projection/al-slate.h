/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-ink.h"

G_BEGIN_DECLS

#define AL_TYPE_SLATE (al_slate_get_type ())

G_DECLARE_FINAL_TYPE (AlSlate, al_slate, AL, SLATE, AdwBin)

GtkWidget *al_slate_new (void);

AlInk *al_slate_get_ink (AlSlate *self);
void al_slate_set_ink (AlSlate *self, AlInk *ink);
void al_slate_set_place (AlSlate *self, AlPlace place, GtkWidget *widget);
void al_slate_set_pointed (AlSlate *self, GtkWidget *stage);
gboolean al_slate_find_spot (AlSlate *self, double x, double y, AlSpot *spot);
gboolean al_slate_get_position (AlSlate *self, const AlSpot *spot, graphene_point_t *position);

gboolean al_slate_get_blank (AlSlate *self);
void al_slate_set_blank (AlSlate *self, gboolean blank);
gboolean al_slate_get_frozen (AlSlate *self);
void al_slate_set_frozen (AlSlate *self, gboolean frozen);
gboolean al_slate_get_veiled (AlSlate *self);
void al_slate_set_veiled (AlSlate *self, gboolean veiled);

G_END_DECLS
