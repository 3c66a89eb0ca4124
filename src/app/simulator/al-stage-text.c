/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-stage-text.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-scai.h"

#define SHUT_FRACTION 0.05

/* The rhythms without a pulse of their own, in the order of the choices of the parameter. */
#define RHYTHM_TACHYCARDIA 3
#define RHYTHM_ASYSTOLE    4

static gboolean
is_any_on (const AlSettings *settings, const AlParameter *parameters, guint n)
{
  gboolean on = FALSE;

  for (guint i = 0; i < n; i++)
    on = on || settings->value[parameters[i]] > 0;
  return on;
}

/**
 * al_stage_is_supported:
 * @settings: all settings
 *
 * Whether a device carries a part of the circulation.
 */
gboolean
al_stage_is_supported (const AlSettings *settings)
{
  static const AlParameter devices[] = {AL_PARAMETER_IABP_ON, AL_PARAMETER_ECMO_ON,
                                        AL_PARAMETER_MAFP_ON};

  return is_any_on (settings, devices, G_N_ELEMENTS (devices));
}

static gboolean
has_drugs (const AlSettings *settings)
{
  static const AlParameter drugs[] = {
      AL_PARAMETER_DRUG_NOREPINEPHRINE, AL_PARAMETER_DRUG_VASOPRESSIN,
      AL_PARAMETER_DRUG_PHENYLEPHRINE,  AL_PARAMETER_DRUG_EPINEPHRINE,
      AL_PARAMETER_DRUG_DOBUTAMINE,     AL_PARAMETER_DRUG_MILRINONE,
      AL_PARAMETER_DRUG_LEVOSIMENDAN,   AL_PARAMETER_DRUG_NITROPRUSSIDE,
  };

  return is_any_on (settings, drugs, G_N_ELEMENTS (drugs));
}

/**
 * al_stage_format:
 * @now: the indices as they are
 *
 * The SCAI stage, a range where its criteria disagree.
 *
 * Returns: (transfer full): such as "C" or "C–D", a dash when there is none
 */
char *
al_stage_format (const AlIndices *now)
{
  const double low = now->value[AL_INDEX_SCAI_LOW];
  const double high = now->value[AL_INDEX_SCAI_HIGH];
  const char *first;
  const char *last;

  if (!isfinite (low) || !isfinite (high))
    return g_strdup ("–");
  first = al_scai_stage_get_letter ((AlScaiStage) CLAMP (lround (low), AL_SCAI_A, AL_SCAI_E));
  last = al_scai_stage_get_letter ((AlScaiStage) CLAMP (lround (high), AL_SCAI_A, AL_SCAI_E));
  return g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s–%s", first, last);
}

/**
 * al_stage_format_modifiers:
 * @settings: all settings
 *
 * What has to be said with a stage.
 *
 * Returns: (transfer full): a few words, may be empty
 */
char *
al_stage_format_modifiers (const AlSettings *settings)
{
  gboolean arrest = settings->value[AL_PARAMETER_HISTORY_ARREST] > 0.5;

  if (!al_stage_is_supported (settings))
    return g_strdup (arrest ? _ ("arrest") : "");
  return g_strdup (arrest ? _ ("arrest, supported") : _ ("supported"));
}

static AlScai
judge (const AlSettings *settings, const AlIndices *now)
{
  const long rhythm = lround (settings->value[AL_PARAMETER_RHYTHM]);
  gboolean shut = now->value[AL_INDEX_AV_OPENING] < SHUT_FRACTION;
  const AlScaiSigns signs = {
      .sbp_mmhg = now->value[AL_INDEX_AO_SYSTOLIC],
      .map_mmhg = now->value[AL_INDEX_MAP],
      .hr_bpm = now->value[AL_INDEX_HR],
      .lactate_mmol_l = now->value[AL_INDEX_LACTATE],
      .ci_l_min_m2 = now->value[AL_INDEX_TOTAL_FLOW] / settings->value[AL_PARAMETER_BODY_BSA],
      .pcwp_mmhg = now->value[AL_INDEX_PCWP],
      .urine_ml_kg_h = now->value[AL_INDEX_URINE],
      .ph = now->value[AL_INDEX_PH],
      .drugs = has_drugs (settings),
      .device = al_stage_is_supported (settings),
      .arrest = settings->value[AL_PARAMETER_HISTORY_ARREST] > 0.5,
      .therapy_failed = settings->value[AL_PARAMETER_HISTORY_FAILED] > 0.5,
      .pulseless = rhythm == RHYTHM_ASYSTOLE || (rhythm == RHYTHM_TACHYCARDIA && shut),
  };
  AlScai scai;

  al_scai_judge (&signs, &scai);
  return scai;
}

/**
 * al_stage_describe_reasons:
 * @settings: all settings
 * @now: the indices as they are
 *
 * Which signs of a stage are there now.
 *
 * Returns: (transfer full): a line for each, may be empty
 */
char *
al_stage_describe_reasons (const AlSettings *settings, const AlIndices *now)
{
  const AlScai scai = judge (settings, now);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < AL_N_SCAI_REASONS; i++) {
    if (scai.reasons & (1u << i))
      g_string_append_printf (text, "\n• %s", _ (al_scai_reason_get_text ((AlScaiReason) i)));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
