/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-study.h"
#include "al-text-table.h"

G_BEGIN_DECLS

/*
 * The outcomes of a study as tables: counts and shares of both groups, the effect as published and
 * the effect that the counts give, side by side.
 */

guint al_study_fill_outcomes (AlStudy *study, AlTextTable *table);
guint al_study_fill_harms (AlStudy *study, AlTextTable *table);
guint al_study_fill_primary (AlStudy *study, AlTextTable *table);
char *al_study_dup_certainty_note (AlStudy *study);

G_END_DECLS
