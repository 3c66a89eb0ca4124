/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AL_TYPE_PARAMETER_REFERENCE (al_parameter_reference_get_type ())

/**
 * AlParameterReference:
 *
 * Every parameter of the model with its range, its meaning and where it comes from.
 */
G_DECLARE_FINAL_TYPE (AlParameterReference, al_parameter_reference, AL, PARAMETER_REFERENCE, AdwBin)

guint al_parameter_reference_get_n_listed (AlParameterReference *self);
void al_parameter_reference_focus_search (AlParameterReference *self);

G_END_DECLS
