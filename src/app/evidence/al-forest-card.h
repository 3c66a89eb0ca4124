/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-evidence.h"

G_BEGIN_DECLS

#define AL_TYPE_FOREST_CARD (al_forest_card_get_type ())

/**
 * AlForestCard:
 *
 * A forest plot, the same figures as a table, and the studies that are in it.
 */
G_DECLARE_FINAL_TYPE (AlForestCard, al_forest_card, AL, FOREST_CARD, AdwBin)

AlForestCard *al_forest_card_new (AlForest *forest, AlEvidence *evidence);
AlForest *al_forest_card_get_shown (AlForestCard *self);

G_END_DECLS
