/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AL_TYPE_PROGRESS (al_progress_get_type ())
G_DECLARE_FINAL_TYPE (AlProgress, al_progress, AL, PROGRESS, GObject)

AlProgress *al_progress_new (const char *path);
gboolean al_progress_load (AlProgress *self, GError **error);
GVariant *al_progress_get_run (AlProgress *self, const char *case_id);
gboolean al_progress_keep_run (AlProgress *self, const char *case_id, GVariant *run,
                               GError **error);

G_END_DECLS
