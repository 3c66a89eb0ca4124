/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-suggest.h"

#include "al-indices.h"
#include "al-parameter.h"

#include <string.h>

/* What a person may have meant who wrote a name that does not exist. */

#define MAX_NAME 64

/* Letters to insert, delete or replace: the distance of Levenshtein, two rows at a time. */
static guint
distance (const char *a, const char *b)
{
  guint row[MAX_NAME + 1];
  gsize n_b = strlen (b);

  for (guint k = 0; k <= n_b; k++)
    row[k] = k;
  for (guint i = 0; a[i] != '\0'; i++) {
    guint diagonal = row[0];
    row[0] = i + 1;
    for (guint k = 0; k < n_b; k++) {
      guint replaced = diagonal + (a[i] != b[k] ? 1 : 0);
      diagonal = row[k + 1];
      row[k + 1] = MIN (replaced, MIN (diagonal, row[k]) + 1);
    }
  }
  return row[n_b];
}

/* A beginning is as good as a near miss: "lv.ees" is meant to be "lv.ees_mmhg_ml". */
static guint
strangeness (const char *wrong, const char *name)
{
  if (strlen (wrong) >= 3 && g_str_has_prefix (name, wrong))
    return 1;
  return distance (wrong, name);
}

/**
 * al_suggest:
 * @wrong: a name that does not exist
 * @n_names: how many names there are
 * @name: gives each of them
 * @user_data: for @name
 *
 * Looks for the name that is most like a wrong one.
 *
 * Returns: (transfer none) (nullable): a name, %NULL when none is like it
 */
const char *
al_suggest (const char *wrong, guint n_names, AlNameFunc name, gpointer user_data)
{
  const char *best = NULL;
  guint least = (guint) strlen (wrong) / 3 + 1;

  if (strlen (wrong) > MAX_NAME)
    return NULL;
  for (guint i = 0; i < n_names; i++) {
    const char *candidate = name (i, user_data);
    guint here = strlen (candidate) <= MAX_NAME ? strangeness (wrong, candidate) : least;
    if (here < least) {
      least = here;
      best = candidate;
    }
  }
  return best;
}

static const char *
parameter_name (guint position, gpointer user_data)
{
  return al_parameter_get_info ((AlParameter) position)->name;
}

static const char *
index_key (guint position, gpointer user_data)
{
  return al_index_get_info ((AlIndex) position)->key;
}

/**
 * al_suggest_parameter:
 * @wrong: a name that is no parameter's
 *
 * Returns: (transfer none) (nullable): the name that was probably meant
 */
const char *
al_suggest_parameter (const char *wrong)
{
  return al_suggest (wrong, AL_N_PARAMETERS, parameter_name, NULL);
}

/**
 * al_suggest_index:
 * @wrong: a key that is no index's
 *
 * Returns: (transfer none) (nullable): the key that was probably meant
 */
const char *
al_suggest_index (const char *wrong)
{
  return al_suggest (wrong, AL_N_INDICES, index_key, NULL);
}
