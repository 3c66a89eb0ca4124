/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-stage-text.h"

#include <math.h>

#include <glib/gi18n.h>

/**
 * al_stage_is_supported:
 * @settings: all settings
 *
 * Whether a device carries a part of the circulation.
 */
gboolean
al_stage_is_supported (const AlSettings *settings)
{
  return settings->value[AL_PARAMETER_IABP_ON] > 0.5 ||
         settings->value[AL_PARAMETER_ECMO_ON] > 0.5 || settings->value[AL_PARAMETER_MAFP_ON] > 0.5;
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

static void
append_reasons (GString *text, guint32 reasons)
{
  for (guint i = 0; i < AL_N_SCAI_REASONS; i++) {
    if (reasons & (1u << i))
      g_string_append_printf (text, "\n• %s", _ (al_scai_reason_get_text ((AlScaiReason) i)));
  }
}

/**
 * al_stage_describe_reasons:
 * @scai: a stage
 *
 * The signs that speak for it, those of now before those that a device or a drug has taken away.
 *
 * Returns: (transfer full): a line for each, may be empty
 */
char *
al_stage_describe_reasons (const AlScai *scai)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_reasons (text, scai->reasons & ~scai->past);
  if (scai->past) {
    g_string_append_printf (text, "\n%s",
                            _ ("Before, and better on a device or a drug is no recovery:"));
    append_reasons (text, scai->past);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
