/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-evidence.h"

G_BEGIN_DECLS

/*
 * How evidence is put into words and signs on a page: numbers with their intervals, counts with
 * their shares, an icon for each verdict. What the words are about comes from the content layer.
 */

const char *al_verdict_get_icon (AlVerdict verdict);
const char *al_verdict_get_css_class (AlVerdict verdict);
const char *al_verdict_get_short_label (AlVerdict verdict);
const char *al_verdict_get_meaning (AlVerdict verdict);
const char *al_bearing_get_icon (AlDirection direction);

char *al_words_for_result (const AlResult *result);
char *al_words_for_published (const AlPublishedEffect *effect);
char *al_words_for_computed (const AlOutcome *outcome);
char *al_words_join_lines (char *words);
char *al_words_for_outcome (AlStudy *study, const AlOutcome *outcome);
char *al_words_for_source (const AlCardPoint *point, AlEvidence *evidence);
char *al_words_for_difference (const AlOutcome *outcome, const char *treated, const char *control);
char *al_words_for_number_needed (const AlOutcome *outcome);

char *al_claim_dup_key (AlClaim *claim);
char *al_study_dup_key (AlStudy *study);
char *al_study_dup_name_and_year (AlStudy *study);

void al_label_set_or_hide (GtkLabel *label, GtkWidget *box, const char *text);

G_END_DECLS
