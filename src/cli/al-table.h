/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlTable:
 *
 * A table in plain text whose columns are as wide as what stands in them.
 */
typedef struct _AlTable AlTable;

AlTable *al_table_new (const char *alignment);
void al_table_free (AlTable *self);
void al_table_add (AlTable *self, const char *const *cells);
void al_table_add_line (AlTable *self, const char *text);
char *al_table_to_text (const AlTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlTable, al_table_free)

G_END_DECLS
