/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *test_folder_new (void);
void test_folder_remove (char *folder);
char *test_file_write (const char *folder, const char *name, const char *text);
char *test_built_in_text (const char *path);
char *test_replaced (const char *text, const char *find, const char *replace);
int test_line_of (const char *text, const char *find);
void test_assert_message (const char *const *messages, const char *file, int line,
                          const char *words);

G_END_DECLS
