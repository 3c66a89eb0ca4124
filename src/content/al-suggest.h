/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlNameFunc:
 * @position: from 0
 * @user_data: as given to al_suggest()
 *
 * Returns: (transfer none): a name that is known
 */
typedef const char *(*AlNameFunc) (guint position, gpointer user_data);

const char *al_suggest (const char *wrong, guint n_names, AlNameFunc name, gpointer user_data);
const char *al_suggest_parameter (const char *wrong);
const char *al_suggest_index (const char *wrong);

G_END_DECLS
