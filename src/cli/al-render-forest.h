/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-forest.h"
#include "al-page.h"

G_BEGIN_DECLS

gboolean al_render_forest (AlForest *forest, AlPage *page, const char *path, GError **error);

G_END_DECLS
