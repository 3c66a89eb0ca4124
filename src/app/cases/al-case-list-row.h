/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-case-run.h"

G_BEGIN_DECLS

#define AL_TYPE_CASE_LIST_ROW (al_case_list_row_get_type ())

/**
 * AlCaseListRow:
 *
 * A case in the list: what it is about, how hard and how long it is, and what one will be able to
 * do after it. Its button activates `cases.open`.
 */
G_DECLARE_FINAL_TYPE (AlCaseListRow, al_case_list_row, AL, CASE_LIST_ROW, AdwBin)

AlCaseListRow *al_case_list_row_new (AlCase *content);

AlCase *al_case_list_row_get_case (AlCaseListRow *self);
void al_case_list_row_set_run (AlCaseListRow *self, AlCaseRun *run);

G_END_DECLS
