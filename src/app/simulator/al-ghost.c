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
  if (settings->value[AL_PARAMETER_MAFP_ON] > 0.5)
    support |= AL_SUPPORT_MICRO_AXIAL;
  return support;
}

/**
 * al_support_apply:
 * @support: which devices are to run
 * @settings: (inout): the settings that switch them
 *
 * Switches every device on or off.
 */
void
al_support_apply (AlSupport support, AlSettings *settings)
{
  settings->value[AL_PARAMETER_IABP_ON] = (support & AL_SUPPORT_IABP) != 0;
  settings->value[AL_PARAMETER_ECMO_ON] = (support & AL_SUPPORT_ECMO) != 0;
  settings->value[AL_PARAMETER_MAFP_ON] = (support & AL_SUPPORT_MICRO_AXIAL) != 0;
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
  static const char *const names[] = {
      N_ ("Baseline"),
      N_ ("IABP"),
      N_ ("VA-ECMO"),
      N_ ("VA-ECMO + IABP"),
      N_ ("Micro-axial pump"),
      N_ ("Micro-axial + IABP"),
      N_ ("VA-ECMO + micro-axial"),
      N_ ("All three pumps"),
  };

  g_return_val_if_fail ((guint) support < G_N_ELEMENTS (names), NULL);
  return _ (names[support]);
}

/**
 * al_ghost_new:
 * @name: (nullable): what stands on the curve, %NULL for the name of the support
 * @settings: the settings under which the loop was recorded
 * @indices: the indices that belong to it
 * @loops: what was recorded
 * @back: which of the loops to keep, as for al_loops_get()
 *
 * Keeps a loop of every chamber for comparison.
 *
 * Returns: (transfer full): a new ghost
 */
AlGhost *
al_ghost_new (const char *name, const AlSettings *settings, const AlIndices *indices,
              const AlLoops *loops, guint back)
{
  AlGhost *self = g_new0 (AlGhost, 1);
  const double *points = al_loops_get (loops, back, &self->n_points);

  self->support = al_support_of (settings);
  self->name = g_strdup (name != NULL ? name : al_support_get_name (self->support));
  self->settings = *settings;
  self->indices = *indices;
  for (guint cavity = 0; cavity < AL_N_CAVITIES; cavity++) {
    guint n_points;
    const double *loop = al_loops_get_cavity (loops, (AlCavity) cavity, back, &n_points);

    self->loop[cavity] = g_memdup2 (loop, n_points * 2 * sizeof (double));
  }
  self->volume_ml = g_new (double, self->n_points);
  self->pressure_mmhg = g_new (double, self->n_points);
  for (guint i = 0; i < self->n_points; i++) {
    self->volume_ml[i] = points[2 * i];
    self->pressure_mmhg[i] = points[2 * i + 1];
  }
  return self;
}

static void
record_cb (const AlSample *sample, gpointer user_data)
{
  al_loops_add (user_data, sample);
}

/**
 * al_ghost_new_of_state:
 * @state: a state
 * @settling_us: simulated time until it has settled, 0 if it has
 * @n_beats: how many beats its indices are the mean of
 *
 * Keeps the loop of a state that was not lived through, as if it had been left a moment ago.
 *
 * Returns: (transfer full) (nullable): a new automatic ghost, %NULL if the model cannot go on from
 * there
 */
AlGhost *
al_ghost_new_of_state (const AlSimulation *state, gint64 settling_us, guint n_beats)
{
  g_autofree AlSimulation *branch = g_memdup2 (state, sizeof *state);
  AlGhost *self = NULL;
  AlIndices indices;
  AlLoops loops;

  al_loops_init (&loops);
  if (al_simulation_advance (branch, settling_us, NULL, NULL) == AL_STATUS_OK &&
      al_simulation_advance_beat (branch, NULL, NULL) == AL_STATUS_OK &&
      al_simulation_advance_beat (branch, record_cb, &loops) == AL_STATUS_OK &&
      al_simulation_mean_indices (branch, n_beats, &indices) > 0) {
    self = al_ghost_new (NULL, &branch->settings, &indices, &loops, 0);
    self->automatic = TRUE;
  }
  al_loops_finalize (&loops);
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
  g_clear_pointer (&self->first, al_ghost_free);
  for (guint cavity = 0; cavity < AL_N_CAVITIES; cavity++)
    g_free (self->loop[cavity]);
  g_free (self->name);
  g_free (self->volume_ml);
  g_free (self->pressure_mmhg);
  g_free (self);
}
