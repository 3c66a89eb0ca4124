/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The rows of the lists of the Evidence page. Each is made for a #GtkListBox that is bound to
 * a list of claims, studies or other entries, and remembers its item.
 */

GtkWidget *al_claim_row_new (gpointer claim, gpointer user_data);
GtkWidget *al_study_row_new (gpointer study, gpointer user_data);
GtkWidget *al_forest_row_new (gpointer forest, gpointer user_data);
GtkWidget *al_passage_row_new (gpointer passage, gpointer user_data);
GtkWidget *al_card_row_new (gpointer card, gpointer user_data);
GtkWidget *al_chronology_row_new (gpointer chronology, gpointer user_data);
GtkWidget *al_exercise_row_new (gpointer exercise, gpointer user_data);

void al_study_row_update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data);
int al_study_compare (gconstpointer a, gconstpointer b, gpointer user_data);

char *al_evidence_item_dup_key (GObject *item);
char *al_evidence_row_dup_key (GtkListBoxRow *row);
gboolean al_evidence_item_matches (GObject *item, const char *needle);

G_END_DECLS
