/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-core.h"

G_BEGIN_DECLS

void al_solver_step (AlCore *core, double time_s, double end_s, double h_s);
void al_solver_refresh (AlCore *core, double time_s);

G_END_DECLS
