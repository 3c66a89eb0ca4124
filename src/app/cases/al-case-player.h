/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-case-run.h"
#include "al-case-stage.h"
#include "al-catalogue.h"

G_BEGIN_DECLS

#define AL_TYPE_CASE_PLAYER (al_case_player_get_type ())

/**
 * AlCasePlayer:
 *
 * One case while it is played: the text of the step on the left, the patient on the right.
 *
 * Everything can be done through actions: `case.next` (reveal, or go on), `case.back`,
 * `case.restart`, `case.retry` (back to the last decision), `case.choose` (an option, from 0),
 * `case.digit` (a key, from 1). `case.leave` belongs to the page around it.
 */
G_DECLARE_FINAL_TYPE (AlCasePlayer, al_case_player, AL, CASE_PLAYER, AdwBin)

AlCasePlayer *al_case_player_new (AlCaseRun *run, AlCatalogue *catalogue);

AlCaseRun *al_case_player_get_run (AlCasePlayer *self);
AlCaseStage *al_case_player_get_stage (AlCasePlayer *self);
gboolean al_case_player_get_asking (AlCasePlayer *self);

G_END_DECLS
