/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-catalogue.h"

G_BEGIN_DECLS

#define AL_TYPE_CARD_VIEW (al_card_view_get_type ())
G_DECLARE_FINAL_TYPE (AlCardView, al_card_view, AL, CARD_VIEW, AdwBin)

GtkWidget *al_card_view_new (AlCard *card, AlCatalogue *catalogue);

G_END_DECLS
