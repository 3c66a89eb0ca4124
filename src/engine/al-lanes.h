/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The core of several patients, number by number: value k of the patient in lane l stands at
 * k * AL_COHORT_LANES + l. Aligned to 64 bytes.
 */
gsize al_lanes_size (void);
void al_lanes_step (double *cores, const double *time_s, const double *end_s, const double *h_s);
void al_lanes_refresh (double *cores, const double *time_s);

G_END_DECLS
