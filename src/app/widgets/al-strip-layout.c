/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-strip-layout.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-index-text.h"

#define L_MIN_PER_ML_S  0.06
#define ML_MIN_PER_ML_S 60

#define NONE AL_N_INDICES

static const AlStripLayout layouts[AL_N_STRIPS] = {
    [AL_STRIP_ARTERIAL] =
        {
            "arterial",
            N_ ("Aorta and left ventricle"),
            "mmHg",
            {{AL_SIGNAL_LV_PRESSURE, NC_ ("curve", "LV"), 1},
             {AL_SIGNAL_AO_PRESSURE, NC_ ("curve", "Aorta"), 1}},
            2,
            {AL_INDEX_AO_SYSTOLIC, AL_INDEX_AO_DIASTOLIC, AL_INDEX_MAP},
            0,
        },
    [AL_STRIP_FILLING] =
        {
            "filling",
            N_ ("Atria and pulmonary artery"),
            "mmHg",
            {{AL_SIGNAL_LA_PRESSURE, NC_ ("curve", "LA"), 1},
             {AL_SIGNAL_PA_PRESSURE, NC_ ("curve", "PA"), 1},
             {AL_SIGNAL_RA_PRESSURE, NC_ ("curve", "RA"), 1}},
            3,
            {AL_INDEX_PA_SYSTOLIC, AL_INDEX_PA_DIASTOLIC, AL_INDEX_PA_MEAN},
            0,
        },
    [AL_STRIP_FLOW] =
        {
            "flow",
            N_ ("Flow"),
            "L/min",
            {{AL_SIGNAL_AORTIC_FLOW, NC_ ("curve", "Aortic valve"), L_MIN_PER_ML_S},
             {AL_SIGNAL_ECMO_FLOW, NC_ ("curve", "ECMO"), L_MIN_PER_ML_S}},
            2,
            {AL_INDEX_NATIVE_CO, AL_INDEX_ECMO_FLOW, AL_INDEX_TOTAL_FLOW},
            0,
        },
    [AL_STRIP_RIGHT] =
        {
            "right",
            N_ ("Right ventricle and pulmonary artery"),
            "mmHg",
            {{AL_SIGNAL_RV_PRESSURE, NC_ ("curve", "RV"), 1},
             {AL_SIGNAL_PA_PRESSURE, NC_ ("curve", "PA"), 1}},
            2,
            {AL_INDEX_PA_SYSTOLIC, AL_INDEX_PA_DIASTOLIC, AL_INDEX_PA_MEAN},
            0,
        },
    [AL_STRIP_BALLOON] =
        {
            "balloon",
            N_ ("Gas in the balloon"),
            "mL",
            {{AL_SIGNAL_BALLOON_VOLUME, NC_ ("curve", "Balloon"), 1}},
            1,
            {AL_INDEX_AO_AUGMENTED, AL_INDEX_AO_END_DIASTOLIC, NONE},
            50,
        },
    [AL_STRIP_VOLUMES] =
        {
            "volumes",
            N_ ("Volume of the ventricles"),
            "mL",
            {{AL_SIGNAL_RV_VOLUME, NC_ ("curve", "RV"), 1},
             {AL_SIGNAL_LV_VOLUME, NC_ ("curve", "LV"), 1}},
            2,
            {AL_INDEX_LV_EDV, AL_INDEX_LV_ESV, AL_INDEX_LV_SV},
            0,
        },
    [AL_STRIP_CORONARY] =
        {
            "coronary",
            N_ ("Coronary flow"),
            "mL/min",
            {{AL_SIGNAL_CORONARY_FLOW, NC_ ("curve", "Coronary"), ML_MIN_PER_ML_S}},
            1,
            {AL_INDEX_CORONARY_FLOW, AL_INDEX_CORONARY_DIASTOLIC, NONE},
            0,
        },
    [AL_STRIP_MICRO_AXIAL] =
        {
            "micro-axial",
            N_ ("Micro-axial pump"),
            "L/min",
            {{AL_SIGNAL_MAFP_FLOW, NC_ ("curve", "Pump"), L_MIN_PER_ML_S}},
            1,
            {AL_INDEX_MAFP_FLOW, AL_INDEX_MAFP_SUCTION, NONE},
            6,
        },
    [AL_STRIP_ARTERIES] =
        {
            "arteries",
            N_ ("From the root to the wrist"),
            "mmHg",
            {{AL_SIGNAL_RADIAL_PRESSURE, NC_ ("curve", "Radial artery"), 1},
             {AL_SIGNAL_AO_PRESSURE, NC_ ("curve", "Aorta"), 1}},
            2,
            {AL_INDEX_AO_SYSTOLIC, AL_INDEX_AO_DIASTOLIC, AL_INDEX_MAP},
            0,
        },
    [AL_STRIP_VALVES] =
        {
            "valves",
            N_ ("Valves of the left heart"),
            "L/min",
            {{AL_SIGNAL_MITRAL_FLOW, NC_ ("curve", "Mitral valve"), L_MIN_PER_ML_S},
             {AL_SIGNAL_AORTIC_FLOW, NC_ ("curve", "Aortic valve"), L_MIN_PER_ML_S}},
            2,
            {AL_INDEX_NATIVE_CO, AL_INDEX_MITRAL_LEAK, NONE},
            0,
        },
};

/**
 * al_strip_layout_get:
 * @strip: which one
 *
 * Returns: (transfer none): what it is made of
 */
const AlStripLayout *
al_strip_layout_get (AlStrip strip)
{
  g_return_val_if_fail (strip < AL_N_STRIPS, NULL);
  return &layouts[strip];
}

/**
 * al_strip_layout_find:
 * @word: a word of preferences
 * @strip: (out): the strip, untouched when there is none of that name
 *
 * Looks a strip up by its word.
 *
 * Returns: whether there is one
 */
gboolean
al_strip_layout_find (const char *word, AlStrip *strip)
{
  for (int i = 0; i < AL_N_STRIPS; i++) {
    if (g_str_equal (layouts[i].word, word)) {
      *strip = (AlStrip) i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * al_strip_layout_create_chart:
 * @strip: which one
 *
 * Returns: (transfer full): a chart with its curves
 */
AlStripChart *
al_strip_layout_create_chart (AlStrip strip)
{
  const AlStripLayout *layout = &layouts[strip];
  AlStripChart *chart = al_strip_chart_new (_ (layout->title), layout->unit);

  for (guint i = 0; i < layout->n_curves; i++)
    al_strip_chart_add_signal (chart, layout->curves[i].signal,
                               g_dpgettext2 (NULL, "curve", layout->curves[i].name),
                               layout->curves[i].factor);
  return chart;
}

/**
 * al_strip_layout_choose_range:
 * @strip: which one
 * @survey: how far its signals go
 *
 * Returns: a range for its axis, in its unit
 */
AlRange
al_strip_layout_choose_range (AlStrip strip, const AlSurvey *survey)
{
  const AlStripLayout *layout = &layouts[strip];
  AlRange range = AL_RANGE_EMPTY;

  al_range_include (&range, 0);
  al_range_include (&range, layout->least);
  for (guint i = 0; i < layout->n_curves; i++) {
    const AlRange *extent = &survey->extent[layout->curves[i].signal];

    if (al_range_is_empty (extent))
      continue;
    al_range_include (&range, extent->low * layout->curves[i].factor);
    al_range_include (&range, extent->high * layout->curves[i].factor);
  }
  return al_range_nice (&range);
}

/* What carries the flow to the body, in L/min: the heart and each pump that runs. */
static char *
format_flows (AlSupport support, const AlIndices *indices)
{
  g_autofree char *heart = al_index_format (AL_INDEX_NATIVE_CO, indices->value[AL_INDEX_NATIVE_CO]);
  g_autofree char *ecmo = al_index_format (AL_INDEX_ECMO_FLOW, indices->value[AL_INDEX_ECMO_FLOW]);
  g_autofree char *pump = al_index_format (AL_INDEX_MAFP_FLOW, indices->value[AL_INDEX_MAFP_FLOW]);
  gboolean has_ecmo = (support & AL_SUPPORT_ECMO) != 0;

  if ((support & AL_SUPPORT_MICRO_AXIAL) && has_ecmo)
    /* Translators: mean flows in L/min through the heart, the ECMO and the micro-axial pump */
    return g_strdup_printf (_ ("heart %s + ECMO %s + pump %s"), heart, ecmo, pump);
  if (support & AL_SUPPORT_MICRO_AXIAL)
    /* Translators: mean flows in L/min through the heart and the micro-axial pump */
    return g_strdup_printf (_ ("heart %s + pump %s"), heart, pump);
  if (has_ecmo)
    /* Translators: mean flows in L/min through the heart and the ECMO circuit */
    return g_strdup_printf (_ ("heart %s + ECMO %s"), heart, ecmo);
  /* Translators: mean flow in L/min through the heart */
  return g_strdup_printf (_ ("heart %s"), heart);
}

/* As on a monitor: "72/57 (65)". The balloon's own peak is named, lest it pass for the systolic
 * one. */
static char *
format_pressures (const AlStripLayout *layout, AlSupport support, const AlIndices *indices)
{
  const double peak = indices->value[AL_INDEX_AO_AUGMENTED];
  gboolean is_arterial = layout->numbers[0] == AL_INDEX_AO_SYSTOLIC;
  gboolean has_balloon = (support & AL_SUPPORT_IABP) != 0;
  g_autofree char *augmented = al_index_format (AL_INDEX_AO_AUGMENTED, peak);
  g_autofree char *text[AL_STRIP_N_NUMBERS] = {NULL};

  for (guint i = 0; i < AL_STRIP_N_NUMBERS; i++)
    text[i] = al_index_format (layout->numbers[i], indices->value[layout->numbers[i]]);
  if (is_arterial && has_balloon && isfinite (peak))
    /* Translators: systolic, diastolic, augmented diastolic and mean pressure */
    return g_strdup_printf (_ ("%s/%s, augmented %s (%s)"), text[0], text[1], augmented, text[2]);
  return g_strdup_printf ("%s/%s (%s)", text[0], text[1], text[2]);
}

static char *
format_named (const AlStripLayout *layout, const AlIndices *indices)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < AL_STRIP_N_NUMBERS && layout->numbers[i] != NONE; i++) {
    const AlIndex index = layout->numbers[i];
    g_autofree char *value = al_index_format (index, indices->value[index]);

    if (!isfinite (indices->value[index]))
      continue;
    g_string_append_printf (text, "%s%s %s %s", text->len > 0 ? ", " : "",
                            al_index_get_short_label (index), value,
                            al_index_get_display_unit (index));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * al_strip_layout_format_numbers:
 * @strip: which one
 * @support: what supports the heart
 * @indices: of the last beats
 *
 * The numbers that a monitor writes beside its curves.
 *
 * Returns: (transfer full): a text, empty for none
 */
char *
al_strip_layout_format_numbers (AlStrip strip, AlSupport support, const AlIndices *indices)
{
  const AlStripLayout *layout = &layouts[strip];

  if (strip == AL_STRIP_FLOW)
    return format_flows (support, indices);
  if (g_str_equal (layout->unit, "mmHg"))
    return format_pressures (layout, support, indices);
  return format_named (layout, indices);
}

/**
 * al_strip_layout_describe_ecg:
 * @simulation: a simulation
 *
 * Puts the ECG into words, for who does not see it.
 *
 * Returns: (transfer full): a sentence without its full stop
 */
char *
al_strip_layout_describe_ecg (const AlSimulation *simulation)
{
  static const char *const rhythms[] = {
      [AL_RHYTHM_SINUS] = N_ ("ECG: sinus rhythm"),
      [AL_RHYTHM_ATRIAL_FIBRILLATION] = N_ ("ECG: atrial fibrillation, without P waves"),
      [AL_RHYTHM_ECTOPY] = N_ ("ECG: sinus rhythm with wide ectopic beats"),
      [AL_RHYTHM_VENTRICULAR_TACHYCARDIA] = N_ ("ECG: ventricular tachycardia, wide complexes"),
      [AL_RHYTHM_ASYSTOLE] = N_ ("ECG: asystole, a flat line"),
  };
  const guint rhythm = (guint) al_simulation_get (simulation, AL_PARAMETER_RHYTHM);

  g_return_val_if_fail (rhythm < G_N_ELEMENTS (rhythms), NULL);
  return g_strdup (_ (rhythms[rhythm]));
}

/**
 * al_strip_layout_describe:
 * @strip: which one
 * @indices: of the last beats
 *
 * Puts a strip into words, for who does not see it.
 *
 * Returns: (transfer full): a sentence without its full stop
 */
char *
al_strip_layout_describe (AlStrip strip, const AlIndices *indices)
{
  const AlStripLayout *layout = &layouts[strip];
  g_autoptr (GString) text = g_string_new (_ (layout->title));

  for (guint i = 0; i < AL_STRIP_N_NUMBERS && layout->numbers[i] != NONE; i++) {
    const AlIndex index = layout->numbers[i];
    g_autofree char *value = al_index_format (index, indices->value[index]);

    g_string_append_printf (text, "%s %s %s %s", i == 0 ? ":" : ",",
                            _ (al_index_get_info (index)->label), value,
                            al_index_get_display_unit (index));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
