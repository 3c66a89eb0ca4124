/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-ghost.h"

#include <glib/gi18n.h>

/**
 * al_support_of:
 * @settings: the settings of a simulation
 *
 * Which devices are switched on.
 */
AlSupport
al_support_of (const AlSettings *settings)
{
  AlSupport support = AL_SUPPORT_NONE;

  if (settings->value[AL_PARAMETER_IABP_ON] > 0.5)
    support |= AL_SUPPORT_IABP;
  if (settings->value[AL_PARAMETER_ECMO_ON] > 0.5)
    support |= AL_SUPPORT_ECMO;
  return support;
}

/**
 * al_support_get_name:
 * @support: what carries the circulation
 *
 * The name that stands on a curve, translated.
 *
 * Returns: (transfer none): a short name
 */
const char *
al_support_get_name (AlSupport support)
{
  switch (support) {
  case AL_SUPPORT_IABP:
    return _ ("IABP");
  case AL_SUPPORT_ECMO:
    return _ ("VA-ECMO");
  case AL_SUPPORT_BOTH:
    return _ ("VA-ECMO + IABP");
  case AL_SUPPORT_NONE:
  default:
    return _ ("Baseline");
  }
}

/**
 * al_ghost_new:
 * @name: (nullable): what stands on the curve, %NULL for the name of the support
 * @settings: the settings under which the loop was recorded
 * @indices: the indices that belong to it
 * @points: @n_points pairs of volume (mL) and pressure (mmHg)
 * @n_points: how many
 *
 * Keeps a loop for comparison.
 *
 * Returns: (transfer full): a new ghost
 */
AlGhost *
al_ghost_new (const char *name, const AlSettings *settings, const AlIndices *indices,
              const double *points, guint n_points)
{
  AlGhost *self = g_new0 (AlGhost, 1);

  self->support = al_support_of (settings);
  self->name = g_strdup (name != NULL ? name : al_support_get_name (self->support));
  self->settings = *settings;
  self->indices = *indices;
  self->n_points = n_points;
  self->volume_ml = g_new (double, n_points);
  self->pressure_mmhg = g_new (double, n_points);
  for (guint i = 0; i < n_points; i++) {
    self->volume_ml[i] = points[2 * i];
    self->pressure_mmhg[i] = points[2 * i + 1];
  }
  return self;
}

/**
 * al_ghost_free:
 * @self: (transfer full): a ghost
 *
 * Frees a ghost.
 */
void
al_ghost_free (AlGhost *self)
{
  g_free (self->name);
  g_free (self->volume_ml);
  g_free (self->pressure_mmhg);
  g_free (self);
}
