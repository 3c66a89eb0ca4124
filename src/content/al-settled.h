/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-excursion.h"
#include "al-scenario.h"

G_BEGIN_DECLS

gboolean al_settled_lookup (const AlScenario *scenario, AlSimulation *simulation,
                            AlExcursion *excursion);
AlStatus al_settled_start (const AlScenario *scenario, AlSimulation *simulation);

G_END_DECLS
