/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-excursion.h"

/* How long each state is watched: the patient as he is for a breath, a device until it has moved
 * the volumes nearly to where they settle. The balloon acts within beats, ECMO moves blood. */
static const struct {
  gboolean iabp;
  gboolean ecmo;
  gint64 duration_us;
} states[] = {
    {FALSE, FALSE, 4 * G_USEC_PER_SEC},
    {TRUE, FALSE, 8 * G_USEC_PER_SEC},
    {FALSE, TRUE, 20 * G_USEC_PER_SEC},
    {TRUE, TRUE, 12 * G_USEC_PER_SEC},
};

/* Switching itself makes strokes that no one compares. */
#define TRANSIENT_US (2 * G_USEC_PER_SEC)

static void
include_cb (const AlSample *sample, gpointer user_data)
{
  AlExcursion *self = user_data;

  for (guint i = 0; i < AL_N_SIGNALS; i++) {
    self->low[i] = MIN (self->low[i], sample->value[i]);
    self->high[i] = MAX (self->high[i], sample->value[i]);
  }
}

/**
 * al_excursion_find:
 * @self: (out caller-allocates): memory for an excursion
 * @start: a settled patient
 *
 * Lets copies of a patient live with no device, with each and with both.
 *
 * The patient itself stays as it is. A state that the model cannot follow is left out.
 */
void
al_excursion_find (AlExcursion *self, const AlSimulation *start)
{
  g_autofree AlSimulation *branch = g_new (AlSimulation, 1);

  for (guint i = 0; i < AL_N_SIGNALS; i++) {
    self->low[i] = G_MAXDOUBLE;
    self->high[i] = -G_MAXDOUBLE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    *branch = *start;
    al_simulation_set (branch, AL_PARAMETER_IABP_ON, states[i].iabp);
    al_simulation_set (branch, AL_PARAMETER_ECMO_ON, states[i].ecmo);
    if (al_simulation_advance (branch, TRANSIENT_US, NULL, NULL) == AL_STATUS_OK)
      al_simulation_advance (branch, states[i].duration_us, include_cb, self);
  }
}
