/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-audience-window.h"
#include "al-simulator-page.h"
#include "al-slate.h"

G_BEGIN_DECLS

#define AL_TYPE_PROJECTION (al_projection_get_type ())

G_DECLARE_FINAL_TYPE (AlProjection, al_projection, AL, PROJECTION, GObject)

AlProjection *al_projection_new (GtkApplicationWindow *window, AlSimulatorPage *page,
                                 AlSlate *slate, GtkLabel *note);

AlAudienceWindow *al_projection_get_audience (AlProjection *self);

G_END_DECLS
