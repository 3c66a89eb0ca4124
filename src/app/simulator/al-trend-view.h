/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_TREND_VIEW (al_trend_view_get_type ())

G_DECLARE_FINAL_TYPE (AlTrendView, al_trend_view, AL, TREND_VIEW, GtkWidget)

GtkWidget *al_trend_view_new (void);

void al_trend_view_set_session (AlTrendView *self, AlSession *session);
void al_trend_view_set_projector (AlTrendView *self, gboolean projector);

G_END_DECLS
