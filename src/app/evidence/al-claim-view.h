/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-catalogue.h"

G_BEGIN_DECLS

#define AL_TYPE_CLAIM_VIEW (al_claim_view_get_type ())

/**
 * AlClaimView:
 *
 * One claim of the review beside what was measured: the right half of the Evidence page.
 */
G_DECLARE_FINAL_TYPE (AlClaimView, al_claim_view, AL, CLAIM_VIEW, AdwBin)

AlClaimView *al_claim_view_new (AlClaim *claim, AlCatalogue *catalogue);

G_END_DECLS
