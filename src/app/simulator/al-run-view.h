/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-loop-view.h"

G_BEGIN_DECLS

#define AL_TYPE_RUN_VIEW (al_run_view_get_type ())

G_DECLARE_FINAL_TYPE (AlRunView, al_run_view, AL, RUN_VIEW, GtkWidget)

GtkWidget *al_run_view_new (void);
AlLoopView *al_run_view_get_loop (AlRunView *self);
void al_run_view_set_session (AlRunView *self, AlSession *session);
void al_run_view_set_head (AlRunView *self, const char *title, const char *note);
void al_run_view_set_selected (AlRunView *self, gboolean selected);

G_END_DECLS
