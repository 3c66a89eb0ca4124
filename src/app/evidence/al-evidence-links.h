/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-card.h"
#include "al-claim.h"
#include "al-study.h"

G_BEGIN_DECLS

/*
 * Rows of boxed lists that lead to another entry of the Evidence page, by the action evidence.show.
 */

GtkWidget *al_finding_link_new (const AlFinding *finding, AlStudy *study);
GtkWidget *al_claim_link_new (AlClaim *claim, AlDirection bearing);
GtkWidget *al_study_link_new (AlStudy *study);
GtkWidget *al_card_link_new (AlCard *card);

G_END_DECLS
