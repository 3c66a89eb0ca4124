/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli-runner.h"

#include <string.h>

static void
write_file (const char *name, const char *contents)
{
  g_autofree char *path = al_cli_file (name);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

/* Each wrong file is named with the line of the mistake. */
static void
test_broken_files (void)
{
  const struct {
    const char *contents, *where;
  } cases[] = {
      {"<patient id='p' schema='1'>\n<name>P</name>\n<story>S", ".xml:3: error: "},
      {"<patient id='p' schema='1'>\n<name>P</name>\n<story>S</story>\n<shoe/>\n</patient>\n",
       ".xml:4: error: "},
      {"<patient id='p' schema='1'>\n<name>P</name>\n<story>S</story>\n<set name='lv.shoe' "
       "value='1'/>\n</patient>\n",
       ".xml:4: error: "},
      {"<patient id='p' schema='1'>\n<name>P</name>\n<story>S</story>\n<set name='lv.ees_mmhg_ml' "
       "value='99'/>\n</patient>\n",
       ".xml:4: error: "},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strdup_printf ("wrong-%u.xml", i);
    g_autofree char *line = g_strdup_printf ("check @/%s", name);
    g_autofree char *where = g_strdup_printf ("wrong-%u%s", i, cases[i].where);

    write_file (name, cases[i].contents);
    al_cli_refuse (line, 1, where);
  }
}

static void
test_missing_file (void)
{
  al_cli_refuse ("check @/nobody.xml", 1, "nobody.xml:1: error: ");
}

static void
test_good_file (void)
{
  g_autoptr (AlCliResult) result = NULL;

  write_file ("good.xml",
              "<patient id='good' schema='1'><name>G</name><story>S.</story></patient>");
  result = al_cli_succeed ("check @/good.xml");
  g_assert_cmpstr (result->out, ==, "");
}

static void
add_tests (void)
{
  g_test_add_func ("/check/broken-files", test_broken_files);
  g_test_add_func ("/check/missing-file", test_missing_file);
  g_test_add_func ("/check/good-file", test_good_file);
}

int
main (int argc, char **argv)
{
  return al_cli_test_main (argc, argv, add_tests);
}
