/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-case-player.h"
#include "al-catalogue.h"
#include "al-progress.h"

G_BEGIN_DECLS

#define AL_TYPE_CASES_PAGE (al_cases_page_get_type ())

/**
 * AlCasesPage:
 *
 * The list of cases, and the case that is played. A case that is left waits where it was left;
 * with progress it does so after the program was closed. Actions: `cases.open` with the id of a
 * case, and `case.leave`.
 */
G_DECLARE_FINAL_TYPE (AlCasesPage, al_cases_page, AL, CASES_PAGE, AdwBin)

GtkWidget *al_cases_page_new (void);

AlCatalogue *al_cases_page_get_catalogue (AlCasesPage *self);
void al_cases_page_set_catalogue (AlCasesPage *self, AlCatalogue *catalogue);
void al_cases_page_set_progress (AlCasesPage *self, AlProgress *progress);

AlCasePlayer *al_cases_page_get_player (AlCasesPage *self);

gboolean al_cases_page_open (AlCasesPage *self, const char *case_id);
void al_cases_page_leave (AlCasesPage *self);

G_END_DECLS
