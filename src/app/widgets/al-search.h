/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean al_search_matches (const char *const *texts, const char *words);

G_END_DECLS
