/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-validation.h"

G_BEGIN_DECLS

#define AL_TYPE_MEASURED_ROW (al_measured_row_get_type ())

/**
 * AlMeasuredRow:
 *
 * A published measurement beside what the model gives for it.
 */
G_DECLARE_FINAL_TYPE (AlMeasuredRow, al_measured_row, AL, MEASURED_ROW, GtkListBoxRow)

AlMeasuredRow *al_measured_row_new (const AlValidationRow *row);

const AlValidationRow *al_measured_row_get_row (AlMeasuredRow *self);
AlValidationVerdict al_measured_row_get_verdict (AlMeasuredRow *self);
void al_measured_row_set_result (AlMeasuredRow *self, const AlValidationResult *result,
                                 const AlValidationLimit *limit);
gboolean al_measured_row_matches (AlMeasuredRow *self, const char *words);

G_END_DECLS
