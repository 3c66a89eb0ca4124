/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-case-run.h"

G_BEGIN_DECLS

#define AL_TYPE_CASE_OPTION_CARD (al_case_option_card_get_type ())

/**
 * AlCaseOptionCard:
 *
 * One option of a decision: a large button, and under it, once it is time, why it is a good or a
 * poor idea and what the model made of it. The button activates `case.choose`.
 */
G_DECLARE_FINAL_TYPE (AlCaseOptionCard, al_case_option_card, AL, CASE_OPTION_CARD, AdwBin)

AlCaseOptionCard *al_case_option_card_new (const AlCaseEntry *entry, guint option);

void al_case_option_card_set_explained (AlCaseOptionCard *self, gboolean explained);

G_END_DECLS
