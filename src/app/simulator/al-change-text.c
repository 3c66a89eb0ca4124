/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-change-text.h"

#include <string.h>

#include <glib/gi18n.h>

#include "al-index-text.h"
#include "al-setting-text.h"

#define MOST_TOLD 3

/* What is told of at most once. */
typedef enum {
  TOPIC_VALVE,
  TOPIC_HEART,   /* what it does */
  TOPIC_FILLING, /* what stands before it */
  TOPIC_BODY,    /* what the others get */
  TOPIC_REST,
  N_TOPICS
} Topic;

/* The numbers before and after stand in the place of the two %s. */
typedef struct {
  AlIndex index;
  Topic topic;
  const char *up;
  const char *down;
} Words;

/* Not SvO2: for minutes after a change it tells of the state before. */
static const Words words[] = {
    {AL_INDEX_LV_SV, TOPIC_HEART, N_ ("the heart ejects more (SV %s → %s mL)"),
     N_ ("the heart ejects less (SV %s → %s mL)")},
    {AL_INDEX_LV_ESP, TOPIC_HEART, N_ ("the heart ejects against more (LVESP %s → %s mmHg)"),
     N_ ("the heart ejects against less (LVESP %s → %s mmHg)")},
    {AL_INDEX_LV_PVA, TOPIC_HEART, N_ ("a beat costs more (PVA %s → %s J)"),
     N_ ("a beat costs less (PVA %s → %s J)")},
    {AL_INDEX_LV_EDP, TOPIC_FILLING, N_ ("the ventricle is more congested (LVEDP %s → %s mmHg)"),
     N_ ("the ventricle is less congested (LVEDP %s → %s mmHg)")},
    {AL_INDEX_PCWP, TOPIC_FILLING, N_ ("the lungs are more congested (wedge %s → %s mmHg)"),
     N_ ("the lungs are less congested (wedge %s → %s mmHg)")},
    {AL_INDEX_LUNG_WATER, TOPIC_FILLING, N_ ("the lungs fill with water (%s → %s mL)"),
     N_ ("the lungs hold less water (%s → %s mL)")},
    {AL_INDEX_TOTAL_FLOW, TOPIC_BODY, N_ ("the body gets more blood (%s → %s L/min)"),
     N_ ("the body gets less blood (%s → %s L/min)")},
    {AL_INDEX_MAP, TOPIC_BODY, N_ ("the organs get more pressure (MAP %s → %s mmHg)"),
     N_ ("the organs get less pressure (MAP %s → %s mmHg)")},
    {AL_INDEX_RA_MEAN, TOPIC_REST, N_ ("the veins are fuller (RA mean %s → %s mmHg)"),
     N_ ("the veins are less full (RA mean %s → %s mmHg)")},
    {AL_INDEX_HR, TOPIC_REST, N_ ("the heart beats faster (%s → %s/min)"),
     N_ ("the heart beats more slowly (%s → %s/min)")},
};

/* The most telling of a topic, and how much it tells. */
typedef struct {
  const Words *words;
  double weight;
} Told;

static void
weigh (const AlChange *change, Told *told)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    const AlIndex index = words[i].index;
    Told *best = &told[words[i].topic];
    const double weight =
        al_index_weigh_change (index, change->before->value[index], change->now->value[index]);

    if (weight >= 1 && weight > best->weight)
      *best = (Told){&words[i], weight};
  }
}

/* Leaves the least telling topics out. */
static void
choose (Told *told, guint most)
{
  guint n = 0;

  for (guint i = 0; i < N_TOPICS; i++)
    n += told[i].words != NULL;
  for (; n > most; n--) {
    guint least = N_TOPICS;

    for (guint i = 0; i < N_TOPICS; i++) {
      if (told[i].words != NULL && (least == N_TOPICS || told[i].weight < told[least].weight))
        least = i;
    }
    told[least].words = NULL;
  }
}

/* It breaks across lines between words, not within the numbers, which stand in parentheses. */
static char *
keep_numbers_together (const char *clause)
{
  const char *numbers = strchr (clause, '(');
  g_autoptr (GString) joined = g_string_new (clause);

  if (numbers == NULL)
    return g_string_free (g_steal_pointer (&joined), FALSE);
  g_string_truncate (joined, (gsize) (numbers - clause));
  for (const char *at = numbers; *at != '\0'; at++) {
    if (*at == ' ')
      g_string_append (joined, "\u00a0");
    else
      g_string_append_c (joined, *at);
    if (*at == '/')
      g_string_append (joined, "\u2060");
  }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
describe_one (const AlChange *change, const Words *one)
{
  const double from = change->before->value[one->index];
  const double to = change->now->value[one->index];
  g_autofree char *before = al_index_format (one->index, from);
  g_autofree char *after = al_index_format (one->index, to);
  g_autofree char *clause = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  clause = g_strdup_printf (to > from ? _ (one->up) : _ (one->down), before, after);
#pragma GCC diagnostic pop
  return keep_numbers_together (clause);
}

static const char *
describe_valve (const AlChange *change)
{
  const double before = change->before->value[AL_INDEX_AV_OPENING];
  const double after = change->now->value[AL_INDEX_AV_OPENING];

  if (before > 0.5 && after < 0.05)
    return _ ("the aortic valve no longer opens");
  if (before < 0.05 && after > 0.5)
    return _ ("the aortic valve opens again");
  return NULL;
}

/* The most telling changes, a clause for each. */
static char *
describe_indices (const AlChange *change)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);
  Told told[N_TOPICS] = {{NULL, 0}};
  const char *valve = describe_valve (change);

  if (valve != NULL)
    g_ptr_array_add (clauses, g_strdup (valve));
  weigh (change, told);
  choose (told, MOST_TOLD - clauses->len);
  for (guint i = 0; i < N_TOPICS; i++) {
    if (told[i].words != NULL)
      g_ptr_array_add (clauses, describe_one (change, told[i].words));
  }
  if (clauses->len == 0)
    return NULL;
  g_ptr_array_add (clauses, NULL);
  return g_strjoinv ("; ", (char **) clauses->pdata);
}

/**
 * al_change_describe:
 * @change: what is to be told
 *
 * What was switched or set, and the three most telling things that came of it, in a sentence.
 *
 * Returns: (transfer full): a sentence
 */
char *
al_change_describe (const AlChange *change)
{
  g_autofree char *settings = al_setting_describe_all (change->from, change->to);
  g_autofree char *indices = describe_indices (change);

  if (settings != NULL && indices != NULL)
    /* Translators: what was set, such as "VA-ECMO on", and what came of it, in clauses */
    return g_strdup_printf (_ ("%s: %s."), settings, indices);
  if (settings != NULL)
    /* Translators: %s is such as "VA-ECMO on" */
    return g_strdup_printf (_ ("%s: no noticeable change so far."), settings);
  if (indices != NULL)
    /* Translators: the first %s is the name of a state, the second what changed, in clauses */
    return g_strdup_printf (_ ("Since “%s”: %s."), change->name, indices);
  /* Translators: %s is the name of a state, such as Baseline */
  return g_strdup_printf (_ ("No noticeable change since “%s”."), change->name);
}

/**
 * al_change_describe_session:
 * @session: a session
 *
 * What became of the patient since the reference of the session, in a sentence.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL while there is nothing to compare
 */
char *
al_change_describe_session (AlSession *session)
{
  AlIndices before;
  AlIndices now;
  const AlChange change = {al_session_get_reference_name (session),
                           al_session_get_reference_settings (session),
                           &al_session_get_simulation (session)->settings, &before, &now};

  if (!al_session_get_indices (session, &now) || !al_session_get_reference (session, &before))
    return NULL;
  return al_change_describe (&change);
}
