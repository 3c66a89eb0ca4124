/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-claim.h"

G_BEGIN_DECLS

#define AL_TYPE_VERDICT_BADGE (al_verdict_badge_get_type ())

/**
 * AlVerdictBadge:
 *
 * The verdict on a claim as a small pill: a sign, a word and a colour.
 */
G_DECLARE_FINAL_TYPE (AlVerdictBadge, al_verdict_badge, AL, VERDICT_BADGE, AdwBin)

AlVerdictBadge *al_verdict_badge_new (AlVerdict verdict);

AlVerdict al_verdict_badge_get_verdict (AlVerdictBadge *self);
void al_verdict_badge_set_verdict (AlVerdictBadge *self, AlVerdict verdict);

G_END_DECLS
