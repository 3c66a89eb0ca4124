/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-catalogue.h"
#include "al-validation.h"

G_BEGIN_DECLS

#define AL_TYPE_MEASURED_VIEW (al_measured_view_get_type ())

/**
 * AlMeasuredView:
 *
 * The published measurements beside what the model gives, run when a person asks for it.
 */
G_DECLARE_FINAL_TYPE (AlMeasuredView, al_measured_view, AL, MEASURED_VIEW, AdwBin)

void al_measured_view_set_catalogue (AlMeasuredView *self, AlCatalogue *catalogue);
const AlValidation *al_measured_view_get_table (AlMeasuredView *self);

void al_measured_view_run (AlMeasuredView *self);
void al_measured_view_cancel (AlMeasuredView *self);
gboolean al_measured_view_is_running (AlMeasuredView *self);
guint al_measured_view_count (AlMeasuredView *self, AlValidationVerdict verdict);
guint al_measured_view_get_n_listed (AlMeasuredView *self);
void al_measured_view_focus_search (AlMeasuredView *self);

G_END_DECLS
