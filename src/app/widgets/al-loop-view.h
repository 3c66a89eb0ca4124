/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_LOOP_VIEW (al_loop_view_get_type ())

G_DECLARE_FINAL_TYPE (AlLoopView, al_loop_view, AL, LOOP_VIEW, GtkWidget)

GtkWidget *al_loop_view_new (void);

AlSession *al_loop_view_get_session (AlLoopView *self);
void al_loop_view_set_session (AlLoopView *self, AlSession *session);
gboolean al_loop_view_get_projector (AlLoopView *self);
void al_loop_view_set_projector (AlLoopView *self, gboolean projector);

G_END_DECLS
