/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AL_TYPE_STILL (al_still_get_type ())
G_DECLARE_FINAL_TYPE (AlStill, al_still, AL, STILL, AdwBin)

void al_still_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
