/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_BESIDE_VIEW (al_beside_view_get_type ())

G_DECLARE_FINAL_TYPE (AlBesideView, al_beside_view, AL, BESIDE_VIEW, GtkWidget)

GtkWidget *al_beside_view_new (void);

void al_beside_view_branch (AlBesideView *self, AlSession *session);
void al_beside_view_leave (AlBesideView *self);
AlSession *al_beside_view_get_selected (AlBesideView *self);
AlSession *al_beside_view_get_branch (AlBesideView *self);
void al_beside_view_select (AlBesideView *self, gboolean branch);
void al_beside_view_set_projector (AlBesideView *self, gboolean projector);

G_END_DECLS
