/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *al_words_for_number (double value);
char *al_words_for_measured (double value);

G_END_DECLS
