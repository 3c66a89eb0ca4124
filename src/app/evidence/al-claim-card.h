/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-claim.h"

G_BEGIN_DECLS

#define AL_TYPE_CLAIM_CARD (al_claim_card_get_type ())

/**
 * AlClaimCard:
 *
 * The short form of a claim, for a page that is about something else.
 */
G_DECLARE_FINAL_TYPE (AlClaimCard, al_claim_card, AL, CLAIM_CARD, AdwBin)

AlClaimCard *al_claim_card_new (AlClaim *claim);

G_END_DECLS
