/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-case-run.h"

G_BEGIN_DECLS

#define AL_TYPE_CASE_ANSWER_CARD (al_case_answer_card_get_type ())

/**
 * AlCaseAnswerCard:
 *
 * One index after the reveal: what was predicted, what the model did, and because of what.
 */
G_DECLARE_FINAL_TYPE (AlCaseAnswerCard, al_case_answer_card, AL, CASE_ANSWER_CARD, AdwBin)

AlCaseAnswerCard *al_case_answer_card_new (const AlCaseEntry *entry, guint row);

G_END_DECLS
