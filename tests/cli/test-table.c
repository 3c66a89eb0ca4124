/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-table.h"

static void
test_columns (void)
{
  g_autoptr (AlTable) table = al_table_new ("lrl");
  g_autofree char *text = NULL;

  al_table_add_line (table, "A heading that is wider than the columns");
  al_table_add (table, (const char *[]){"a", "1.5", "short", NULL});
  al_table_add (table, (const char *[]){"µµµ", "100", "", NULL});
  text = al_table_to_text (table);
  g_assert_cmpstr (text, ==,
                   "A heading that is wider than the columns\n"
                   "a    1.5  short\n"
                   "µµµ  100\n");
}

static void
test_empty (void)
{
  g_autoptr (AlTable) table = al_table_new ("ll");
  g_autofree char *text = al_table_to_text (table);

  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/columns", test_columns);
  g_test_add_func ("/table/empty", test_empty);
  return g_test_run ();
}
