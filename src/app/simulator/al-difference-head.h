/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

/**
 * AlDifferenceColumn:
 * @name: what the state is called
 * @position: of its ghost, -1 for none
 * @indices: its indices
 *
 * A state that is compared.
 */
typedef struct {
  char *name;
  int position;
  AlIndices indices;
} AlDifferenceColumn;

GtkWidget *al_difference_head_new (AlSession *session, const AlDifferenceColumn *column,
                                   gboolean is_now);

G_END_DECLS
