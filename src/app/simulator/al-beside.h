/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-session.h"

G_BEGIN_DECLS

#define AL_N_RUNS 2

#define AL_TYPE_BESIDE (al_beside_get_type ())

G_DECLARE_FINAL_TYPE (AlBeside, al_beside, AL, BESIDE, GObject)

AlBeside *al_beside_new (AlSession *session);
void al_beside_begin (AlBeside *self);
void al_beside_leave (AlBeside *self);
gboolean al_beside_get_on (AlBeside *self);
gboolean al_beside_get_catching_up (AlBeside *self);
guint al_beside_get_selected (AlBeside *self);
void al_beside_select (AlBeside *self, guint run);
AlSession *al_beside_get_run (AlBeside *self, guint run);

G_END_DECLS
