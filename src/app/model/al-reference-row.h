/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-parameter-group.h"

G_BEGIN_DECLS

#define AL_TYPE_REFERENCE_ROW (al_reference_row_get_type ())

/**
 * AlReferenceRow:
 *
 * One parameter of the model in a reference.
 */
G_DECLARE_FINAL_TYPE (AlReferenceRow, al_reference_row, AL, REFERENCE_ROW, GtkListBoxRow)

AlReferenceRow *al_reference_row_new (AlParameter parameter);

AlParameter al_reference_row_get_parameter (AlReferenceRow *self);
void al_reference_row_copy (AlReferenceRow *self);
gboolean al_reference_row_matches (AlReferenceRow *self, const char *words);

G_END_DECLS
