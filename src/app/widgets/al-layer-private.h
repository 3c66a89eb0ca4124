/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For tests and benchmarks alone: what a page looks like, and costs, that keeps nothing. */

void al_layer_set_plain (gboolean plain);
gboolean al_layer_get_plain (void);
guint al_layer_get_n_drawn (void);

G_END_DECLS
