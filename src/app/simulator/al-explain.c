/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-explain.h"

#include <math.h>

#include <glib/gi18n.h>

/* A balloon that is off by less than this, in ms, works as if it were on time. */
#define TIMING_MS 20

#define NO_PARAMETER AL_N_PARAMETERS

static const AlExplainRow rows[] = {
#define AL_EXPLAIN(CAUSE, INDEX, CHANGE, PATIENTS, TEXT)                                           \
  {AL_CAUSE_##CAUSE, AL_INDEX_##INDEX, AL_INDEX_CHANGE_##CHANGE, AL_EXPLAIN_##PATIENTS, TEXT},
#include "al-explain-table.h"
#undef AL_EXPLAIN
};

/* A cause is a parameter that rises or falls while another is on or off. */
typedef struct {
  AlCause cause;
  AlParameter parameter;
  int direction;
  AlParameter beside; /* a device that runs before and after, or NO_PARAMETER */
} Rule;

/* The more special first. */
static const Rule rules[] = {
    {AL_CAUSE_IABP_ON_ECMO, AL_PARAMETER_IABP_ON, 1, AL_PARAMETER_ECMO_ON},
    {AL_CAUSE_IABP_OFF_ECMO, AL_PARAMETER_IABP_ON, -1, AL_PARAMETER_ECMO_ON},
    {AL_CAUSE_IABP_ON, AL_PARAMETER_IABP_ON, 1, NO_PARAMETER},
    {AL_CAUSE_IABP_OFF, AL_PARAMETER_IABP_ON, -1, NO_PARAMETER},
    {AL_CAUSE_RATIO_WIDER, AL_PARAMETER_IABP_RATIO, 1, AL_PARAMETER_IABP_ON},
    {AL_CAUSE_RATIO_CLOSER, AL_PARAMETER_IABP_RATIO, -1, AL_PARAMETER_IABP_ON},
    {AL_CAUSE_BALLOON_LARGER, AL_PARAMETER_IABP_VOLUME, 1, AL_PARAMETER_IABP_ON},
    {AL_CAUSE_BALLOON_SMALLER, AL_PARAMETER_IABP_VOLUME, -1, AL_PARAMETER_IABP_ON},
    {AL_CAUSE_ECMO_ON, AL_PARAMETER_ECMO_ON, 1, NO_PARAMETER},
    {AL_CAUSE_ECMO_OFF, AL_PARAMETER_ECMO_ON, -1, NO_PARAMETER},
    {AL_CAUSE_ECMO_MORE, AL_PARAMETER_ECMO_FLOW, 1, AL_PARAMETER_ECMO_ON},
    {AL_CAUSE_ECMO_LESS, AL_PARAMETER_ECMO_FLOW, -1, AL_PARAMETER_ECMO_ON},
    {AL_CAUSE_ECMO_MORE, AL_PARAMETER_ECMO_RPM, 1, AL_PARAMETER_ECMO_ON},
    {AL_CAUSE_ECMO_LESS, AL_PARAMETER_ECMO_RPM, -1, AL_PARAMETER_ECMO_ON},
    {AL_CAUSE_MAFP_ON_ECMO, AL_PARAMETER_MAFP_ON, 1, AL_PARAMETER_ECMO_ON},
    {AL_CAUSE_MAFP_ON, AL_PARAMETER_MAFP_ON, 1, NO_PARAMETER},
    {AL_CAUSE_MAFP_OFF, AL_PARAMETER_MAFP_ON, -1, NO_PARAMETER},
    {AL_CAUSE_MAFP_MORE, AL_PARAMETER_MAFP_LEVEL, 1, AL_PARAMETER_MAFP_ON},
    {AL_CAUSE_MAFP_LESS, AL_PARAMETER_MAFP_LEVEL, -1, AL_PARAMETER_MAFP_ON},
    {AL_CAUSE_VENT_ON, AL_PARAMETER_LA_VENT_ON, 1, AL_PARAMETER_ECMO_ON},
    {AL_CAUSE_VENT_OFF, AL_PARAMETER_LA_VENT_ON, -1, AL_PARAMETER_ECMO_ON},
    {AL_CAUSE_SEPTOSTOMY_ECMO, AL_PARAMETER_SEPTOSTOMY, 1, AL_PARAMETER_ECMO_ON},
    {AL_CAUSE_SEPTOSTOMY, AL_PARAMETER_SEPTOSTOMY, 1, NO_PARAMETER},
    {AL_CAUSE_NOREPINEPHRINE_MORE, AL_PARAMETER_DRUG_NOREPINEPHRINE, 1, NO_PARAMETER},
    {AL_CAUSE_VASOPRESSIN_MORE, AL_PARAMETER_DRUG_VASOPRESSIN, 1, NO_PARAMETER},
    {AL_CAUSE_PHENYLEPHRINE_MORE, AL_PARAMETER_DRUG_PHENYLEPHRINE, 1, NO_PARAMETER},
    {AL_CAUSE_EPINEPHRINE_MORE, AL_PARAMETER_DRUG_EPINEPHRINE, 1, NO_PARAMETER},
    {AL_CAUSE_DOBUTAMINE_MORE, AL_PARAMETER_DRUG_DOBUTAMINE, 1, NO_PARAMETER},
    {AL_CAUSE_MILRINONE_MORE, AL_PARAMETER_DRUG_MILRINONE, 1, NO_PARAMETER},
    {AL_CAUSE_NITROPRUSSIDE_MORE, AL_PARAMETER_DRUG_NITROPRUSSIDE, 1, NO_PARAMETER},
    {AL_CAUSE_BLOOD_GIVEN, AL_PARAMETER_BLOOD_INFUSION, 1, NO_PARAMETER},
    {AL_CAUSE_BLOOD_LOST, AL_PARAMETER_BLOOD_INFUSION, -1, NO_PARAMETER},
    {AL_CAUSE_CRYSTALLOID_GIVEN, AL_PARAMETER_BLOOD_CRYSTALLOID, 1, NO_PARAMETER},
    {AL_CAUSE_LV_STRONGER, AL_PARAMETER_LV_EES, 1, NO_PARAMETER},
    {AL_CAUSE_LV_WEAKER, AL_PARAMETER_LV_EES, -1, NO_PARAMETER},
    {AL_CAUSE_RV_STRONGER, AL_PARAMETER_RV_EES, 1, NO_PARAMETER},
    {AL_CAUSE_RV_WEAKER, AL_PARAMETER_RV_EES, -1, NO_PARAMETER},
    {AL_CAUSE_RESISTANCE_UP, AL_PARAMETER_UPPER_BED_R, 1, NO_PARAMETER},
    {AL_CAUSE_RESISTANCE_UP, AL_PARAMETER_LOWER_BED_R, 1, NO_PARAMETER},
    {AL_CAUSE_RESISTANCE_DOWN, AL_PARAMETER_UPPER_BED_R, -1, NO_PARAMETER},
    {AL_CAUSE_RESISTANCE_DOWN, AL_PARAMETER_LOWER_BED_R, -1, NO_PARAMETER},
    {AL_CAUSE_RATE_UP, AL_PARAMETER_RHYTHM_RATE, 1, NO_PARAMETER},
    {AL_CAUSE_RATE_DOWN, AL_PARAMETER_RHYTHM_RATE, -1, NO_PARAMETER},
    {AL_CAUSE_PEEP_UP, AL_PARAMETER_VENTILATION_PEEP, 1, AL_PARAMETER_VENTILATION_MODE},
    {AL_CAUSE_PEEP_DOWN, AL_PARAMETER_VENTILATION_PEEP, -1, AL_PARAMETER_VENTILATION_MODE},
    {AL_CAUSE_MITRAL_LEAK_UP, AL_PARAMETER_MITRAL_LEAK, 1, NO_PARAMETER},
    {AL_CAUSE_AORTIC_LEAK_UP, AL_PARAMETER_AORTIC_LEAK, 1, NO_PARAMETER},
    {AL_CAUSE_SEPTAL_DEFECT_UP, AL_PARAMETER_SEPTUM_DEFECT, 1, NO_PARAMETER},
    {AL_CAUSE_EFFUSION_UP, AL_PARAMETER_PERICARDIUM_EFFUSION, 1, NO_PARAMETER},
};

/**
 * al_explain_get_rows:
 * @n_rows: (out): how many there are
 *
 * All that is known.
 *
 * Returns: (transfer none) (array length=n_rows): the rows
 */
const AlExplainRow *
al_explain_get_rows (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}

/* What was changed */

static int
get_direction (AlParameter parameter, const AlSettings *from, const AlSettings *to)
{
  return (to->value[parameter] > from->value[parameter]) -
         (to->value[parameter] < from->value[parameter]);
}

static gboolean
is_on (AlParameter parameter, const AlSettings *settings)
{
  return settings->value[parameter] > 0.5;
}

static gboolean
fits (const Rule *rule, AlParameter parameter, const AlSettings *from, const AlSettings *to)
{
  if (rule->parameter != parameter || rule->direction != get_direction (parameter, from, to))
    return FALSE;
  return rule->beside == NO_PARAMETER || (is_on (rule->beside, from) && is_on (rule->beside, to));
}

/* Only what goes away from the right time is a mistake of which something is known. */
static AlCause
find_timing (AlParameter parameter, const AlSettings *from, const AlSettings *to)
{
  const gboolean inflation = parameter == AL_PARAMETER_IABP_INFLATION_OFFSET;
  const double before = from->value[parameter], after = to->value[parameter];

  if (!is_on (AL_PARAMETER_IABP_ON, from) || !is_on (AL_PARAMETER_IABP_ON, to))
    return AL_CAUSE_NONE;
  if (after <= -TIMING_MS && after < before && before <= 0)
    return inflation ? AL_CAUSE_EARLY_INFLATION : AL_CAUSE_EARLY_DEFLATION;
  if (after >= TIMING_MS && after > before && before >= 0)
    return inflation ? AL_CAUSE_LATE_INFLATION : AL_CAUSE_LATE_DEFLATION;
  return AL_CAUSE_NONE;
}

static AlCause
find_rhythm (const AlSettings *from, const AlSettings *to)
{
  if (lround (from->value[AL_PARAMETER_RHYTHM]) != 0)
    return AL_CAUSE_NONE;
  if (lround (to->value[AL_PARAMETER_RHYTHM]) == 1)
    return AL_CAUSE_FIBRILLATION;
  return lround (to->value[AL_PARAMETER_RHYTHM]) == 3 ? AL_CAUSE_TACHYCARDIA : AL_CAUSE_NONE;
}

static AlCause
find_cause_of_one (AlParameter parameter, const AlSettings *from, const AlSettings *to)
{
  if (parameter == AL_PARAMETER_RHYTHM)
    return find_rhythm (from, to);
  if (parameter == AL_PARAMETER_IABP_INFLATION_OFFSET ||
      parameter == AL_PARAMETER_IABP_DEFLATION_OFFSET)
    return find_timing (parameter, from, to);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    if (fits (&rules[i], parameter, from, to))
      return rules[i].cause;
  }
  return AL_CAUSE_NONE;
}

/* How a device is set belongs to its being switched on. */
static gboolean
belongs_to_switch (AlParameter parameter, const AlSettings *from, const AlSettings *to)
{
  const char *const devices[] = {"iabp.", "ecmo.", "mafp."};
  const AlParameter switches[] = {AL_PARAMETER_IABP_ON, AL_PARAMETER_ECMO_ON, AL_PARAMETER_MAFP_ON};
  const char *name = al_parameter_get_info (parameter)->name;

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++) {
    if (g_str_has_prefix (name, devices[i]) && parameter != switches[i])
      return !is_on (switches[i], from) || !is_on (switches[i], to);
  }
  return FALSE;
}

static AlCause
combine (AlCause first, AlCause second)
{
  if (first == second)
    return first;
  if ((first == AL_CAUSE_IABP_ON && second == AL_CAUSE_ECMO_ON) ||
      (first == AL_CAUSE_ECMO_ON && second == AL_CAUSE_IABP_ON))
    return AL_CAUSE_BOTH_ON;
  return AL_CAUSE_NONE;
}

/**
 * al_explain_find_cause:
 * @from: all settings before a change
 * @to: all settings after it
 *
 * What kind of change that is.
 *
 * Returns: the cause, %AL_CAUSE_NONE when there are several or nothing is known about it
 */
AlCause
al_explain_find_cause (const AlSettings *from, const AlSettings *to)
{
  AlCause cause = AL_CAUSE_NONE;
  guint n = 0;

  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    const AlParameter parameter = (AlParameter) i;
    AlCause one;

    if (get_direction (parameter, from, to) == 0 || belongs_to_switch (parameter, from, to))
      continue;
    one = find_cause_of_one (parameter, from, to);
    cause = n++ == 0 ? one : combine (cause, one);
    if (cause == AL_CAUSE_NONE)
      return AL_CAUSE_NONE;
  }
  return cause;
}

/* Why, from the other indices of the same two beats */

typedef struct {
  const AlIndices *before;
  const AlIndices *after;
} Pair;

static AlIndexChange
change_of (const Pair *pair, AlIndex index)
{
  return al_index_get_change (index, pair->before->value[index], pair->after->value[index]);
}

/* "LVESV 117 → 110 mL" */
static char *
describe (const Pair *pair, AlIndex index)
{
  g_autofree char *before = al_index_format (index, pair->before->value[index]);
  g_autofree char *after = al_index_format (index, pair->after->value[index]);

  return g_strdup_printf ("%s\u00a0%s\u00a0→\u00a0%s\u00a0%s", al_index_get_short_label (index),
                          before, after, al_index_get_display_unit (index));
}

/* An index follows another that goes the same way, or the opposite one. */
typedef struct {
  AlIndex index;
  AlIndex follows;
  gboolean opposite;
  const char *up;
  const char *down;
} Link;

/* The first that fits is told. %s is the other index with its two values. */
static const Link links[] = {
    {AL_INDEX_MAP, AL_INDEX_TOTAL_FLOW, FALSE,
     N_ ("More blood flows through the vessels, so the pressure rises (%s)."),
     N_ ("Less blood flows through the vessels, so the pressure falls (%s).")},
    {AL_INDEX_MAP, AL_INDEX_SVR, FALSE,
     N_ ("The vessels are tighter: the same flow makes more pressure (%s)."),
     N_ ("The vessels are wider: the same flow makes less pressure (%s).")},
    {AL_INDEX_LV_EDP, AL_INDEX_LV_EDV, FALSE,
     N_ ("The ventricle is fuller at the end of diastole, further up its filling curve (%s)."),
     N_ ("The ventricle is less full at the end of diastole, further down its filling curve "
         "(%s).")},
    {AL_INDEX_LV_EDP, AL_INDEX_RA_MEAN, FALSE,
     N_ ("At about the same volume the right heart presses more on the left (%s)."),
     N_ ("At about the same volume the right heart presses less on the left (%s).")},
    {AL_INDEX_LV_EDV, AL_INDEX_LV_ESV, FALSE,
     N_ ("The last beat left more behind, and filling comes on top of it (%s)."),
     N_ ("The last beat left less behind, and filling begins from there (%s).")},
    {AL_INDEX_LV_EDV, AL_INDEX_LA_MEAN, FALSE,
     N_ ("More pressure stands in front of the ventricle and fills it (%s)."),
     N_ ("Less pressure stands in front of the ventricle to fill it (%s).")},
    {AL_INDEX_LV_ESV, AL_INDEX_LV_ESP, FALSE,
     N_ ("Ejection meets a higher pressure and ends at a larger volume (%s)."),
     N_ ("Ejection meets a lower pressure and ends at a smaller volume (%s).")},
    {AL_INDEX_LV_ESV, AL_INDEX_LV_EES, TRUE,
     N_ ("The contraction is weaker and ends at a larger volume (%s)."),
     N_ ("The contraction is stronger and ends at a smaller volume (%s).")},
    {AL_INDEX_LV_PEAK, AL_INDEX_MAP, FALSE,
     N_ ("To eject, the ventricle has to exceed a higher pressure in the aorta (%s)."),
     N_ ("The ventricle ejects against a lower pressure in the aorta (%s).")},
    {AL_INDEX_PCWP, AL_INDEX_LV_EDP, FALSE,
     N_ ("A fuller left ventricle holds up the blood in the lungs (%s)."),
     N_ ("The left ventricle is less full, and the lungs can empty into it (%s).")},
    {AL_INDEX_LA_MEAN, AL_INDEX_LV_EDP, FALSE,
     N_ ("A fuller left ventricle holds up the blood in the atrium (%s)."),
     N_ ("The left ventricle is less full, and the atrium can empty into it (%s).")},
    {AL_INDEX_LV_PVA, AL_INDEX_LV_ESP, FALSE,
     N_ ("The loop is taller: the ventricle works against more pressure (%s)."),
     N_ ("The loop is lower: the ventricle works against less pressure (%s).")},
    {AL_INDEX_LV_PVA, AL_INDEX_LV_ESV, FALSE,
     N_ ("The loop lies further to the right, where tension is dearer (%s)."),
     N_ ("The loop lies further to the left, where tension is cheaper (%s).")},
    {AL_INDEX_LV_PVA, AL_INDEX_LV_SW, FALSE, N_ ("The loop encloses more work (%s)."),
     N_ ("The loop encloses less work (%s).")},
    {AL_INDEX_AO_PULSE, AL_INDEX_LV_SV, FALSE,
     N_ ("A larger stroke stretches the aorta further (%s)."),
     N_ ("A smaller stroke stretches the aorta less (%s).")},
    {AL_INDEX_NATIVE_CO, AL_INDEX_LV_SV, FALSE, N_ ("Each beat ejects more (%s)."),
     N_ ("Each beat ejects less (%s).")},
    {AL_INDEX_NATIVE_CO, AL_INDEX_HR, FALSE, N_ ("The heart beats faster (%s)."),
     N_ ("The heart beats more slowly (%s).")},
    {AL_INDEX_TOTAL_FLOW, AL_INDEX_NATIVE_CO, FALSE, N_ ("The heart pumps more (%s)."),
     N_ ("The heart pumps less (%s).")},
    {AL_INDEX_TOTAL_FLOW, AL_INDEX_ECMO_FLOW, FALSE, N_ ("ECMO pumps more (%s)."),
     N_ ("ECMO pumps less (%s).")},
    {AL_INDEX_CORONARY_FLOW, AL_INDEX_MAP, FALSE,
     N_ ("A higher pressure in the aorta drives more blood into the coronary arteries (%s)."),
     N_ ("A lower pressure in the aorta drives less blood into the coronary arteries (%s).")},
    {AL_INDEX_RA_MEAN, AL_INDEX_ECMO_FLOW, TRUE, N_ ("ECMO drains less from it (%s)."),
     N_ ("ECMO drains more from it (%s).")},
    {AL_INDEX_RA_MEAN, AL_INDEX_NATIVE_CO, TRUE,
     N_ ("The heart moves less on, and the blood waits in the veins (%s)."),
     N_ ("The heart moves more on, and the veins empty (%s).")},
};

static char *
explain_by_link (AlIndex index, AlIndexChange change, const Pair *pair)
{
  const AlIndexChange opposite =
      change == AL_INDEX_CHANGE_UP ? AL_INDEX_CHANGE_DOWN : AL_INDEX_CHANGE_UP;

  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    const Link *link = &links[i];
    g_autofree char *other = NULL;

    if (link->index != index ||
        change_of (pair, link->follows) != (link->opposite ? opposite : change))
      continue;
    other = describe (pair, link->follows);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    return g_strdup_printf (change == AL_INDEX_CHANGE_UP ? _ (link->up) : _ (link->down), other);
#pragma GCC diagnostic pop
  }
  return NULL;
}

/* The stroke is what lies between the two volumes. */
static char *
explain_stroke (const Pair *pair)
{
  g_autofree char *end_diastolic = describe (pair, AL_INDEX_LV_EDV);
  g_autofree char *end_systolic = describe (pair, AL_INDEX_LV_ESV);

  /* Translators: two volumes, each with its name and its values before and after */
  return g_strdup_printf (_ ("The stroke lies between the two volumes of the loop: %s; %s."),
                          end_diastolic, end_systolic);
}

static char *
explain_by_the_others (AlIndex index, AlIndexChange change, const Pair *pair)
{
  char *text;

  if (change == AL_INDEX_CHANGE_UNKNOWN)
    return g_strdup (_ ("It has no value in one of the two states."));
  if (index == AL_INDEX_LV_SV)
    return explain_stroke (pair);
  if (change == AL_INDEX_CHANGE_SAME)
    return g_strdup (_ ("What pulls it up and what pulls it down are about equal here."));
  text = explain_by_link (index, change, pair);
  return text != NULL ? text : g_strdup (_ ("Compare the two loops: it follows from both sides."));
}

/**
 * al_explain:
 * @cause: what was changed
 * @index: an index
 * @before: the indices before the change
 * @after: the indices where it settled
 *
 * Why an index went where it went. Where nothing is known about the change, the way is followed
 * through the other indices.
 *
 * Returns: (transfer full): a sentence, translated
 */
char *
al_explain (AlCause cause, AlIndex index, const AlIndices *before, const AlIndices *after)
{
  const Pair pair = {before, after};
  const AlIndexChange change = change_of (&pair, index);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (rows[i].cause == cause && rows[i].index == index && rows[i].change == change)
      return g_strdup (_ (rows[i].text));
  }
  return explain_by_the_others (index, change, &pair);
}
