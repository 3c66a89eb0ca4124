/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-run-options.h"

static char *
join (const char *line)
{
  char **words = g_strsplit (line, " ", -1);
  g_autofree char *joined = NULL;

  if (!al_run_options_join_at (&words))
    return NULL;
  joined = g_strjoinv ("|", words);
  g_strfreev (words);
  return g_steal_pointer (&joined);
}

static void
test_at_takes_two_words (void)
{
  const struct {
    const char *line, *joined;
  } cases[] = {
      {"simulate", "simulate"},
      {"simulate --at 30 iabp.on=on", "simulate|--at=30 iabp.on=on"},
      {"simulate --at=30 iabp.on=on", "simulate|--at=30 iabp.on=on"},
      {"simulate --at 0 a=1 --beats 5 --at 2.5 b=2", "simulate|--at=0 a=1|--beats|5|--at=2.5 b=2"},
      {"simulate --attic x", "simulate|--attic|x"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *joined = join (cases[i].line);
    g_assert_cmpstr (joined, ==, cases[i].joined);
  }
}

static void
test_one_word_is_refused (void)
{
  g_assert_null (join ("simulate --at"));
  g_assert_null (join ("simulate --at 30"));
  g_assert_null (join ("simulate --at=30"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-options/at-takes-two-words", test_at_takes_two_words);
  g_test_add_func ("/run-options/one-word-is-refused", test_one_word_is_refused);
  return g_test_run ();
}
