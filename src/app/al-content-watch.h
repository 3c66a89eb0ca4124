/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-catalogue.h"

G_BEGIN_DECLS

#define AL_TYPE_CONTENT_WATCH (al_content_watch_get_type ())
G_DECLARE_FINAL_TYPE (AlContentWatch, al_content_watch, AL, CONTENT_WATCH, GObject)

AlContentWatch *al_content_watch_new (const char *folder);

G_END_DECLS
