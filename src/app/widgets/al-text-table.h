/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AlTextTable:
 *
 * A small table that is read, not sorted: a heading line, then lines of text. The first column
 * holds what a line is about and takes the room that is left; the others hold numbers and stand
 * flush right. To a screen reader every cell says its column as well.
 */
#define AL_TYPE_TEXT_TABLE (al_text_table_get_type ())

G_DECLARE_FINAL_TYPE (AlTextTable, al_text_table, AL, TEXT_TABLE, AdwBin)

AlTextTable *al_text_table_new (void);

void al_text_table_set_titles (AlTextTable *self, const char *const *titles);
guint al_text_table_get_n_rows (AlTextTable *self);

void al_text_table_add_row (AlTextTable *self, const char *const *cells);
void al_text_table_clear (AlTextTable *self);

G_END_DECLS
