/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-search.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_NAMES 4

/* One thing under several names: who looks for one finds the others. */
static const char *const same[][MOST_NAMES] = {
    {"IABP", N_ ("balloon pump")},
    {"ECMO", "ECLS", N_ ("extracorporeal")},
    {"mAFP", "Impella", N_ ("micro-axial"), N_ ("flow pump")},
    {"LV", N_ ("left ventricle")},
    {"RV", N_ ("right ventricle")},
    {"CPO", N_ ("cardiac power")},
    {"MI", N_ ("infarction")},
};

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

static GStrv
fold_names (const char *const *names)
{
  const char *translated[MOST_NAMES + 1] = {NULL};

  for (guint i = 0; i < MOST_NAMES && names[i] != NULL; i++)
    translated[i] = _ (names[i]);
  return fold_all (translated);
}

/* Takes whole words out of others: "lv" is in "lv failure", not in "valve". Returns: whether they
 * were there. */
static gboolean
take_out (char *folded_words, const char *name)
{
  const gsize length = strlen (name);

  for (char *at = strstr (folded_words, name); at != NULL; at = strstr (at + 1, name)) {
    const gboolean begins = at == folded_words || g_ascii_isspace (at[-1]);
    const gboolean ends = at[length] == '\0' || g_ascii_isspace (at[length]);

    if (begins && ends) {
      memset (at, ' ', length);
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
any_name_is_in (GStrv names, char **folded_texts)
{
  for (guint i = 0; names[i] != NULL; i++) {
    if (any_contains (folded_texts, names[i]))
      return TRUE;
  }
  return FALSE;
}

/* Whether what has several names is found where it is looked for; its names are taken out. */
static gboolean
names_match (char *folded_words, char **folded_texts)
{
  for (guint i = 0; i < G_N_ELEMENTS (same); i++) {
    g_auto (GStrv) names = fold_names (same[i]);
    gboolean wanted = FALSE;

    for (guint k = 0; names[k] != NULL; k++)
      wanted |= take_out (folded_words, names[k]);
    if (wanted && !any_name_is_in (names, folded_texts))
      return FALSE;
  }
  return TRUE;
}

/**
 * al_search_matches:
 * @texts: (array zero-terminated=1): what can be found
 * @words: what a person looks for, with spaces between
 *
 * Whether every word is part of one of the texts, in capitals or not. What has several names, such
 * as IABP and balloon pump, is found by each of them.
 *
 * Returns: %TRUE also when there is no word at all
 */
gboolean
al_search_matches (const char *const *texts, const char *words)
{
  g_autofree char *folded_words = g_utf8_casefold (words, -1);
  g_auto (GStrv) folded_texts = fold_all (texts);
  g_auto (GStrv) parts = NULL;

  if (!names_match (folded_words, folded_texts))
    return FALSE;
  parts = g_strsplit_set (folded_words, " \t", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (parts[i][0] != '\0' && !any_contains (folded_texts, parts[i]))
      return FALSE;
  }
  return TRUE;
}
