/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AL_TYPE_WRAP_LAYOUT (al_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (AlWrapLayout, al_wrap_layout, AL, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *al_wrap_layout_new (int spacing);

G_END_DECLS
