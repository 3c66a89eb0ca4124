/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-lanes.h"
#include "al-simulation.h"

G_BEGIN_DECLS

AlStatus al_cohort_advance_lanes (const AlLanes *lanes, AlSimulation *patients, gsize n_patients,
                                  gint64 duration_us, guint n_threads);

G_END_DECLS
