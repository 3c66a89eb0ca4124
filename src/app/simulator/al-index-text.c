/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-index-text.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-unit.h"

#define J_PER_MMHG_ML 1.33322e-4

/* How an index is shown to people: shorter than its label, and rounded to what matters. */
typedef struct {
  AlIndex index;
  const char *label;
  int digits;
  double factor;            /* from the unit of the engine to what is shown */
  const char *unit;         /* of what is shown, NULL for that of the engine */
  double noticeable;        /* a smaller change is none, in the unit of the engine */
  const char *abbreviation; /* NULL where the label is as short */
} Shown;

static const Shown table[] = {
    {AL_INDEX_HR, NC_ ("index", "HR"), 0, 1, "/min", 3},
    {AL_INDEX_MAP, NC_ ("index", "MAP"), 0, 1, NULL, 1.5},
    {AL_INDEX_AO_SYSTOLIC, NC_ ("index", "Systolic"), 0, 1, NULL, 2},
    {AL_INDEX_AO_DIASTOLIC, NC_ ("index", "Diastolic"), 0, 1, NULL, 2},
    {AL_INDEX_AO_AUGMENTED, NC_ ("index", "Augmented"), 0, 1, NULL, 2},
    {AL_INDEX_AO_END_DIASTOLIC, NC_ ("index", "End-diastolic"), 0, 1, NULL, 2},
    {AL_INDEX_AO_PULSE, NC_ ("index", "Pulse pressure"), 0, 1, NULL, 2, NC_ ("index", "PP")},
    {AL_INDEX_LV_EDP, NC_ ("index", "LVEDP"), 0, 1, NULL, 0.8},
    {AL_INDEX_LV_EDV, NC_ ("index", "LVEDV"), 0, 1, NULL, 2},
    {AL_INDEX_LV_ESV, NC_ ("index", "LVESV"), 0, 1, NULL, 2},
    {AL_INDEX_LV_ESP, NC_ ("index", "LVESP"), 0, 1, NULL, 2},
    {AL_INDEX_LV_PEAK, NC_ ("index", "LV peak"), 0, 1, NULL, 2},
    {AL_INDEX_LV_SV, NC_ ("index", "Stroke volume"), 0, 1, NULL, 1.2, NC_ ("index", "SV")},
    {AL_INDEX_LV_EF, NC_ ("index", "EF"), 0, 1, NULL, 1},
    {AL_INDEX_LV_PVA, NC_ ("index", "PVA"), 2, J_PER_MMHG_ML, "J", 150},
    {AL_INDEX_LV_SW, NC_ ("index", "Stroke work"), 2, J_PER_MMHG_ML, "J", 100, NC_ ("index", "SW")},
    {AL_INDEX_PCWP, NC_ ("index", "Wedge"), 0, 1, NULL, 0.8, NC_ ("index", "PCWP")},
    {AL_INDEX_LA_MEAN, NC_ ("index", "LA mean"), 0, 1, NULL, 0.8},
    {AL_INDEX_RA_MEAN, NC_ ("index", "RA mean"), 0, 1, NULL, 0.8, NC_ ("index", "RAP")},
    {AL_INDEX_PA_MEAN, NC_ ("index", "PA mean"), 0, 1, NULL, 0.8, NC_ ("index", "mPAP")},
    {AL_INDEX_PA_SYSTOLIC, NC_ ("index", "PA systolic"), 0, 1, NULL, 1},
    {AL_INDEX_PA_DIASTOLIC, NC_ ("index", "PA diastolic"), 0, 1, NULL, 1},
    {AL_INDEX_NATIVE_CO, NC_ ("index", "Native output"), 1, 1, NULL, 0.1, NC_ ("index", "CO")},
    {AL_INDEX_ECMO_FLOW, NC_ ("index", "ECMO flow"), 1, 1, NULL, 0.1},
    {AL_INDEX_TOTAL_FLOW, NC_ ("index", "Total flow"), 1, 1, NULL, 0.1, NC_ ("index", "Flow")},
    {AL_INDEX_CI, NC_ ("index", "Cardiac index"), 1, 1, NULL, 0.1},
    {AL_INDEX_CPO, NC_ ("index", "Power"), 2, 1, NULL, 0.02, NC_ ("index", "CPO")},
    {AL_INDEX_AV_OPENING, NC_ ("index", "Valve opens"), 0, 100, "%", 0.05},
    {AL_INDEX_SVR, NC_ ("index", "SVR"), 0, 1, NULL, 30},
    {AL_INDEX_CORONARY_FLOW, NC_ ("index", "Coronary flow"), 0, 1, NULL, 6, NC_ ("index", "CBF")},
    {AL_INDEX_CORONARY_DIASTOLIC_FLOW, NC_ ("index", "Diastolic coronary"), 0, 1, NULL, 6},
    {AL_INDEX_MAFP_FLOW, NC_ ("index", "Axial pump"), 1, 1, NULL, 0.1},
    {AL_INDEX_DO2, NC_ ("index", "DO2"), 2, 0.001, "L/min", 20},
    {AL_INDEX_SVO2, NC_ ("index", "SvO2"), 0, 1, NULL, 1.5},
    {AL_INDEX_SAO2_RADIAL, NC_ ("index", "SaO2 right hand"), 0, 1, NULL, 1, NC_ ("index", "SaO2")},
    {AL_INDEX_SAO2_FEMORAL, NC_ ("index", "SaO2 leg"), 0, 1, NULL, 1},
    {AL_INDEX_SAO2_PREOXYGENATOR, NC_ ("index", "Pre-oxygenator"), 0, 1, NULL, 1.5},
    {AL_INDEX_LACTATE, NC_ ("index", "Lactate"), 1, 1, NULL, 0.2},
    {AL_INDEX_PH, NC_ ("index", "pH"), 2, 1, NULL, 0.02},
    {AL_INDEX_PACO2, NC_ ("index", "PaCO2"), 0, 1, NULL, 2},
    {AL_INDEX_HAEMOGLOBIN, NC_ ("index", "Hb"), 1, 1, NULL, 0.2},
    {AL_INDEX_URINE, NC_ ("index", "Urine"), 1, 1, NULL, 0.1},
    {AL_INDEX_LUNG_WATER, NC_ ("index", "Lung water"), 0, 1, NULL, 10, NC_ ("index", "EVLW")},
    {AL_INDEX_LIMB_FLOW, NC_ ("index", "Leg flow"), 0, 1, NULL, 3},
    {AL_INDEX_FREE_HB, NC_ ("index", "Free Hb"), 0, 1, NULL, 3},
    {AL_INDEX_BLEEDING, NC_ ("index", "Bleeding"), 0, 1, NULL, 2},
};

static const AlIndex slow[] = {AL_INDEX_LACTATE,     AL_INDEX_URINE,   AL_INDEX_LUNG_WATER,
                               AL_INDEX_HAEMOGLOBIN, AL_INDEX_FREE_HB, AL_INDEX_BLEEDING,
                               AL_INDEX_LIMB_FLOW};

static const Shown *
find_shown (AlIndex index)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    if (table[i].index == index)
      return &table[i];
  }
  return NULL;
}

/**
 * al_index_get_short_label:
 * @index: an index
 *
 * A label for a narrow place, translated.
 *
 * Returns: (transfer none): the label
 */
const char *
al_index_get_short_label (AlIndex index)
{
  const Shown *shown = find_shown (index);

  if (shown == NULL)
    return g_dgettext (GETTEXT_PACKAGE, al_index_get_info (index)->label);
  return g_dpgettext2 (GETTEXT_PACKAGE, "index", shown->label);
}

/**
 * al_index_get_abbreviation:
 * @index: an index
 *
 * A label for the head of a narrow row or column, translated; the short label explains it.
 *
 * Returns: (transfer none): the abbreviation
 */
const char *
al_index_get_abbreviation (AlIndex index)
{
  const Shown *shown = find_shown (index);

  if (shown == NULL || shown->abbreviation == NULL)
    return al_index_get_short_label (index);
  return g_dpgettext2 (GETTEXT_PACKAGE, "index", shown->abbreviation);
}

/**
 * al_index_get_display_unit:
 * @index: an index
 *
 * The unit that stands behind the number, empty for a plain number.
 *
 * Returns: (transfer none): the unit
 */
const char *
al_index_get_display_unit (AlIndex index)
{
  const Shown *shown = find_shown (index);
  const char *unit =
      shown != NULL && shown->unit != NULL ? shown->unit : al_index_get_info (index)->unit;

  return al_unit_get_text (unit);
}

/* The minus sign as wide as a plus, and no "−0". */
static char *
format_number (double value, int digits, gboolean with_sign)
{
  const double unit = pow (10, -digits);
  const double rounded = round (value / unit) * unit;
  const char *sign = rounded < -unit / 2 ? "−" : with_sign ? "+" : "";

  return g_strdup_printf ("%s%.*f", sign, digits, fabs (rounded));
}

/**
 * al_index_format:
 * @index: an index
 * @value: its value in the unit of the engine
 *
 * The value as it is shown, rounded, without its unit.
 *
 * Returns: (transfer full): the number, a dash when there is none
 */
char *
al_index_format (AlIndex index, double value)
{
  const Shown *shown = find_shown (index);

  if (!isfinite (value))
    return g_strdup ("–");
  return format_number (value * (shown != NULL ? shown->factor : 1),
                        shown != NULL ? shown->digits : 1, FALSE);
}

/**
 * al_index_format_change:
 * @index: an index
 * @reference: what the change is counted from
 * @value: its value now
 *
 * The difference as it is shown, with its sign.
 *
 * Returns: (transfer full): the number
 */
char *
al_index_format_change (AlIndex index, double reference, double value)
{
  const Shown *shown = find_shown (index);
  const double factor = shown != NULL ? shown->factor : 1;

  return format_number ((value - reference) * factor, shown != NULL ? shown->digits : 1, TRUE);
}

/* One decimal is enough for the end of a range, and none where it is a nought. */
static char *
format_end (AlIndex index, double value)
{
  const Shown *shown = find_shown (index);
  const double factor = shown != NULL ? shown->factor : 1;
  const double rounded = round (value * factor * 10) / 10;

  return format_number (rounded, fabs (rounded - round (rounded)) < 0.05 ? 0 : 1, FALSE);
}

/**
 * al_index_format_normal:
 * @index: an index
 *
 * The range of a resting adult.
 *
 * Returns: (transfer full) (nullable): such as "5–12", %NULL when there is none
 */
char *
al_index_format_normal (AlIndex index)
{
  const AlIndexInfo *info = al_index_get_info (index);
  g_autofree char *low = format_end (index, info->normal_low);
  g_autofree char *high = format_end (index, info->normal_high);

  if (!isfinite (info->normal_low) && !isfinite (info->normal_high))
    return NULL;
  if (!isfinite (info->normal_high))
    return g_strdup_printf ("≥ %s", low);
  return g_str_equal (low, high) ? g_steal_pointer (&low) : g_strdup_printf ("%s–%s", low, high);
}

static double
get_noticeable (AlIndex index, double reference)
{
  const Shown *shown = find_shown (index);

  return shown != NULL ? shown->noticeable : 0.03 * fabs (reference);
}

/**
 * al_index_weigh_change:
 * @index: an index
 * @reference: what the change is counted from
 * @value: its value now
 *
 * How large a change is, in multiples of what would be noticed at the bedside.
 *
 * Returns: 0 or more; 0 when one of the two values is missing
 */
double
al_index_weigh_change (AlIndex index, double reference, double value)
{
  const double noticeable = get_noticeable (index, reference);

  return isfinite (reference) && isfinite (value) && noticeable > 0
             ? fabs (value - reference) / noticeable
             : 0;
}

/**
 * al_index_get_change:
 * @index: an index
 * @reference: what the change is counted from
 * @value: its value now
 *
 * Whether an index has changed by more than would be noticed at the bedside.
 */
AlIndexChange
al_index_get_change (AlIndex index, double reference, double value)
{
  if (!isfinite (reference) || !isfinite (value))
    return AL_INDEX_CHANGE_UNKNOWN;
  if (fabs (value - reference) < get_noticeable (index, reference))
    return AL_INDEX_CHANGE_SAME;
  return value > reference ? AL_INDEX_CHANGE_UP : AL_INDEX_CHANGE_DOWN;
}

/**
 * al_index_is_slow:
 * @index: an index
 *
 * Whether an index goes on changing for hours, long after pressures and flows have settled.
 */
gboolean
al_index_is_slow (AlIndex index)
{
  gboolean is_slow = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (slow); i++)
    is_slow = is_slow || slow[i] == index;
  return is_slow;
}

static double
distance_from_normal (AlIndex index, double value)
{
  const AlIndexInfo *info = al_index_get_info (index);

  if (isfinite (info->normal_low) && value < info->normal_low)
    return info->normal_low - value;
  if (isfinite (info->normal_high) && value > info->normal_high)
    return value - info->normal_high;
  return 0;
}

/* Less work is rest for a failing heart, though it is further from that of a healthy one; and what
 * feeds the heart follows its need. */
static gboolean
is_judged (AlIndex index)
{
  return index != AL_INDEX_LV_PVA && index != AL_INDEX_LV_SW && index != AL_INDEX_CORONARY_FLOW;
}

/**
 * al_index_get_approach:
 * @index: an index
 * @reference: what the change is counted from
 * @value: its value now
 *
 * Whether a change brought an index nearer to its normal range.
 *
 * Returns: above zero if nearer, below zero if further away, zero if it makes no difference or if
 * there is no judging it
 */
int
al_index_get_approach (AlIndex index, double reference, double value)
{
  const double before = distance_from_normal (index, reference);
  const double after = distance_from_normal (index, value);

  if (!is_judged (index))
    return 0;
  return (after < before) - (after > before);
}

/**
 * al_index_describe_state:
 * @now: the indices as they are
 *
 * The loop in words, for those who do not see it.
 *
 * Returns: (transfer full): a sentence
 */
char *
al_index_describe_state (const AlIndices *now)
{
  g_autofree char *edv = al_index_format (AL_INDEX_LV_EDV, now->value[AL_INDEX_LV_EDV]);
  g_autofree char *esv = al_index_format (AL_INDEX_LV_ESV, now->value[AL_INDEX_LV_ESV]);
  g_autofree char *edp = al_index_format (AL_INDEX_LV_EDP, now->value[AL_INDEX_LV_EDP]);
  g_autofree char *peak = g_strdup_printf ("%.0f", now->value[AL_INDEX_LV_PEAK]);

  /* Translators: two volumes in mL and two pressures in mmHg */
  return g_strdup_printf (_ ("The left ventricle fills to %s mL at %s mmHg, reaches %s mmHg and "
                             "empties to %s mL."),
                          edv, edp, peak, esv);
}
