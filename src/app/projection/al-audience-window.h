/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-loop-view.h"
#include "al-session.h"
#include "al-slate.h"

G_BEGIN_DECLS

/* A room reads no more than this at once. */
#define AL_AUDIENCE_NUMBERS 7

#define AL_TYPE_AUDIENCE_WINDOW (al_audience_window_get_type ())

G_DECLARE_FINAL_TYPE (AlAudienceWindow, al_audience_window, AL, AUDIENCE_WINDOW, GtkWindow)

AlAudienceWindow *al_audience_window_new (AlSession *session, AlInk *ink);

AlSlate *al_audience_window_get_slate (AlAudienceWindow *self);
AlLoopView *al_audience_window_get_loop (AlAudienceWindow *self);
void al_audience_window_show_circulation (AlAudienceWindow *self, gboolean circulation);
void al_audience_window_set_patient (AlAudienceWindow *self, const char *name);
void al_audience_window_present_beside (AlAudienceWindow *self, GtkWindow *presenter);

G_END_DECLS
