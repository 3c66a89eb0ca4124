/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-chronology.h"

G_BEGIN_DECLS

#define AL_TYPE_CHRONOLOGY_CARD (al_chronology_card_get_type ())
G_DECLARE_FINAL_TYPE (AlChronologyCard, al_chronology_card, AL, CHRONOLOGY_CARD, AdwBin)

GtkWidget *al_chronology_card_new (AlChronology *chronology);

G_END_DECLS
