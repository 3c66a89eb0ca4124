/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-validation.h"

G_BEGIN_DECLS

#define AL_TYPE_LIMITS_VIEW (al_limits_view_get_type ())

/**
 * AlLimitsView:
 *
 * What the model cannot do, in plain words.
 */
G_DECLARE_FINAL_TYPE (AlLimitsView, al_limits_view, AL, LIMITS_VIEW, AdwBin)

void al_limits_view_set_table (AlLimitsView *self, const AlValidation *table);
gboolean al_limits_view_show (AlLimitsView *self, const char *limit_id);

G_END_DECLS
