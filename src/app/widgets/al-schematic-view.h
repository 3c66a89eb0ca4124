/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_SCHEMATIC_VIEW (al_schematic_view_get_type ())

G_DECLARE_FINAL_TYPE (AlSchematicView, al_schematic_view, AL, SCHEMATIC_VIEW, GtkWidget)

GtkWidget *al_schematic_view_new (void);

AlSession *al_schematic_view_get_session (AlSchematicView *self);
void al_schematic_view_set_session (AlSchematicView *self, AlSession *session);
gboolean al_schematic_view_get_projector (AlSchematicView *self);
void al_schematic_view_set_projector (AlSchematicView *self, gboolean projector);

G_END_DECLS
