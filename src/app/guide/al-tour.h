/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AL_TYPE_TOUR (al_tour_get_type ())

/**
 * AlTour:
 *
 * A few words beside each part of the simulator page, one part after the other.
 *
 * The page stays alive and takes every key meanwhile; Escape leaves.
 */
G_DECLARE_FINAL_TYPE (AlTour, al_tour, AL, TOUR, GtkPopover)

GtkWidget *al_tour_new (GtkWidget *page);

gboolean al_tour_start (AlTour *self);
void al_tour_leave (AlTour *self);
void al_tour_place (AlTour *self);
guint al_tour_get_position (AlTour *self, guint *n_steps);
GtkWidget *al_tour_get_target (AlTour *self);

G_END_DECLS
