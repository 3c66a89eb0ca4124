/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-search.h"

#include <string.h>

static gboolean
any_contains (char **folded_texts, const char *folded_word)
{
  for (guint i = 0; folded_texts[i] != NULL; i++) {
    if (strstr (folded_texts[i], folded_word) != NULL)
      return TRUE;
  }
  return FALSE;
}

static char **
fold_all (const char *const *texts)
{
  g_autoptr (GStrvBuilder) folded = g_strv_builder_new ();

  for (guint i = 0; texts[i] != NULL; i++) {
    g_autofree char *text = g_utf8_casefold (texts[i], -1);
    g_strv_builder_add (folded, text);
  }
  return g_strv_builder_end (folded);
}

/**
 * al_search_matches:
 * @texts: (array zero-terminated=1): what can be found
 * @words: what a person looks for, with spaces between
 *
 * Whether every word is part of one of the texts, in capitals or not.
 *
 * Returns: %TRUE also when there is no word at all
 */
gboolean
al_search_matches (const char *const *texts, const char *words)
{
  g_autofree char *folded_words = g_utf8_casefold (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded_words, " \t", -1);
  g_auto (GStrv) folded_texts = fold_all (texts);

  for (guint i = 0; parts[i] != NULL; i++) {
    if (parts[i][0] != '\0' && !any_contains (folded_texts, parts[i]))
      return FALSE;
  }
  return TRUE;
}
