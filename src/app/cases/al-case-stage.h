/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-case.h"
#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_CASE_STAGE (al_case_stage_get_type ())

/**
 * AlCaseStage:
 *
 * The beating patient beside the text of a case: the loop, the arterial strip and a few readouts.
 */
G_DECLARE_FINAL_TYPE (AlCaseStage, al_case_stage, AL, CASE_STAGE, AdwBin)

GtkWidget *al_case_stage_new (void);

AlSession *al_case_stage_get_session (AlCaseStage *self);

void al_case_stage_start (AlCaseStage *self, const AlScenario *scenario,
                          const AlCaseChange *change);
void al_case_stage_change (AlCaseStage *self, const AlCaseChange *change);
gboolean al_case_stage_get_settled (AlCaseStage *self);

G_END_DECLS
