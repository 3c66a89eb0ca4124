/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-case-run.h"

G_BEGIN_DECLS

/*
 * Pieces of a case's text: paragraphs, lists, findings, what the model did.
 */

GtkWidget *al_case_text_new (const char *text, const char *css_class);
GtkWidget *al_case_column_new (int spacing);
void al_case_append_texts (GtkWidget *column, char **texts);
void al_case_append_point (GtkWidget *column, const char *text);
void al_case_append_list (GtkWidget *column, const char *title, char **texts);
void al_case_append_findings (GtkWidget *column, const AlCaseNode *node);

char *al_case_words_for_guess (const AlCaseGuess *guess);
char *al_case_words_for_outcome (const AlCaseEntry *entry, AlIndex index, double margin);
char *al_case_words_for_change (const AlCaseEntry *entry);
gboolean al_case_guess_fits (const AlCaseEntry *entry, guint row);
GtkWidget *al_case_outcome_table_new (const AlCaseEntry *entry);

void al_case_set_sign (GtkWidget *box, GtkWidget *icon, GtkWidget *label, gboolean fits,
                       const char *words);

G_END_DECLS
