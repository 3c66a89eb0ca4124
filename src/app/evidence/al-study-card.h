/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-study.h"

G_BEGIN_DECLS

#define AL_TYPE_STUDY_CARD (al_study_card_get_type ())

/**
 * AlStudyCard:
 *
 * The short form of a study, for a page that is about something else.
 */
G_DECLARE_FINAL_TYPE (AlStudyCard, al_study_card, AL, STUDY_CARD, AdwBin)

AlStudyCard *al_study_card_new (AlStudy *study);

G_END_DECLS
