/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-study.h"

G_BEGIN_DECLS

#define AL_TYPE_PICTOGRAPH_VIEW (al_pictograph_view_get_type ())
G_DECLARE_FINAL_TYPE (AlPictographView, al_pictograph_view, AL, PICTOGRAPH_VIEW, GtkWidget)

guint al_pictograph_view_set_study (AlPictographView *self, AlStudy *study);

G_END_DECLS
