/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-case.h"

G_BEGIN_DECLS

gboolean al_case_model_run (const AlScenario *scenario, const AlCaseChange *change,
                            AlIndices *before, AlIndices *after);

G_END_DECLS
