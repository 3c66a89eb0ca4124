/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-chronology.h"

G_BEGIN_DECLS

#define AL_TYPE_CHRONOLOGY_VIEW (al_chronology_view_get_type ())
G_DECLARE_FINAL_TYPE (AlChronologyView, al_chronology_view, AL, CHRONOLOGY_VIEW, GtkWidget)

GtkWidget *al_chronology_view_new (AlChronology *chronology);
const AlChronologyEvent *al_chronology_view_get_current (AlChronologyView *self);
void al_chronology_view_move (AlChronologyView *self, int dx, int dy);
gboolean al_chronology_view_show_current (AlChronologyView *self);

G_END_DECLS
