/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include "al-simulation-private.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>
#include <math.h>
#include <string.h>

/*
 * The engine's steps against an integrator that it does not know: GSL's Runge-Kutta method of
 * Prince and Dormand, of eighth order, which chooses its own steps for an error of 1e-10. Both
 * follow the same right-hand side. Where the model is not continuous - at a beat, a command of the
 * balloon, a tick of the slow parts - the reference stands at its own time of that event, with its
 * own state and its own sums, and only then asks the engine what follows. The sums that a tick
 * takes over are integrated by GSL too.
 */
#define TOLERANCE 1e-10
#define BEATS     20

enum {
  N_SUMS = AL_N_EDGES + 3,
  N_REFERENCE = AL_N_STATES + N_SUMS
};

typedef struct {
  AlSimulation simulation;
  double y[N_REFERENCE];
  gsl_odeiv2_driver *driver;
  gsl_odeiv2_system system;
} Reference;

static int
right_hand_side (double time_s, const double y[], double dy[], void *user_data)
{
  const AlCore *core = &((const Reference *) user_data)->simulation.circulation.core;
  double *sum = dy + AL_N_STATES;
  AlHaemodynamics h;
  AlDrive drive;

  al_drive_at (&core->c, &core->timing, time_s, &drive);
  al_equations_solve (&core->c, &core->timing.gas, &drive, y, &h);
  al_equations_rates (&core->c, y, &h, dy);
  memcpy (sum, h.flow, sizeof h.flow);
  sum[AL_N_EDGES] = 0.5 * (h.artery_mmhg[AL_ARCH] + h.artery_mmhg[AL_UPPER]);
  sum[AL_N_EDGES + 1] = 0.5 * (h.artery_mmhg[AL_PA] + h.pulmonary_vein_mmhg);
  sum[AL_N_EDGES + 2] = h.chamber_mmhg[AL_RA];
  return GSL_SUCCESS;
}

static void
take_from_engine (Reference *self)
{
  const AlCore *core = &self->simulation.circulation.core;
  double *sum = self->y + AL_N_STATES;

  memcpy (self->y, core->y, sizeof core->y);
  memcpy (sum, core->tally.edge_ml, sizeof core->tally.edge_ml);
  sum[AL_N_EDGES] = core->tally.arterial_s;
  sum[AL_N_EDGES + 1] = core->tally.capillary_s;
  sum[AL_N_EDGES + 2] = core->tally.ra_s;
}

static void
give_to_engine (Reference *self, double duration_s)
{
  AlCore *core = &self->simulation.circulation.core;
  const double *sum = self->y + AL_N_STATES;

  memcpy (core->y, self->y, sizeof core->y);
  memcpy (core->tally.edge_ml, sum, sizeof core->tally.edge_ml);
  core->tally.arterial_s = sum[AL_N_EDGES];
  core->tally.capillary_s = sum[AL_N_EDGES + 1];
  core->tally.ra_s = sum[AL_N_EDGES + 2];
  core->tally.duration_s += duration_s;
  al_circulation_refresh (&self->simulation.circulation);
}

static void
integrate (Reference *self, double y[N_REFERENCE], double from_s, double to_s)
{
  gsl_odeiv2_driver_reset (self->driver);
  g_assert_cmpint (gsl_odeiv2_driver_apply (self->driver, &from_s, to_s, y), ==, GSL_SUCCESS);
}

/* When the flow through the aortic valve, which ends between these times, does: by halving. */
static double
find_closure (Reference *self, const double start[N_REFERENCE], double from_s, double to_s)
{
  double low_s = from_s, high_s = to_s, y[N_REFERENCE];

  while (high_s - low_s > 1e-8) {
    double middle_s = 0.5 * (low_s + high_s);

    memcpy (y, start, sizeof y);
    integrate (self, y, from_s, middle_s);
    if (y[AL_Q_AORTIC] > 0)
      low_s = middle_s;
    else
      high_s = middle_s;
  }
  return 0.5 * (low_s + high_s);
}

/* The pump learns from the closure; a straight line through it is all that the engine wants. */
static AlValveMoment
valve_moment (const double start[N_REFERENCE], const Reference *self, double share)
{
  const AlCore *core = &self->simulation.circulation.core;
  AlValveMoment before = {start[AL_Q_AORTIC], core->detector.ejecting};

  if (start[AL_Q_AORTIC] > 0 && self->y[AL_Q_AORTIC] < 0)
    before.flow_ml_s = -self->y[AL_Q_AORTIC] * share / (1 - share);
  return before;
}

/* To the reference's next event or the next point of the grid, where it is compared. */
static void
advance_part (Reference *self)
{
  AlCirculation *circulation = &self->simulation.circulation;
  gint64 start_us = circulation->time_us, end_us = test_part_end_us (circulation);
  double from_s = (double) start_us * 1e-6, to_s = (double) end_us * 1e-6, share = 0.5;
  double start[N_REFERENCE];
  AlValveMoment before;

  memcpy (start, self->y, sizeof start);
  integrate (self, self->y, from_s, to_s);
  if (start[AL_Q_AORTIC] > 0 && self->y[AL_Q_AORTIC] < 0)
    share = (find_closure (self, start, from_s, to_s) - from_s) / (to_s - from_s);
  before = valve_moment (start, self, share);
  circulation->time_us = end_us;
  give_to_engine (self, to_s - from_s);
  al_beat_detector_phase (&circulation->core.detector, self->y[AL_Q_AORTIC]);
  if (al_simulation_finish_part (&self->simulation, start_us, &before))
    al_circulation_refresh (circulation);
  take_from_engine (self);
}

static Reference *
reference_new (const AlSimulation *simulation)
{
  Reference *self = g_new0 (Reference, 1);

  self->simulation = *simulation;
  self->system = (gsl_odeiv2_system){right_hand_side, NULL, N_REFERENCE, self};
  self->driver = gsl_odeiv2_driver_alloc_y_new (&self->system, gsl_odeiv2_step_rk8pd, 1e-4,
                                                TOLERANCE, TOLERANCE);
  take_from_engine (self);
  return self;
}

static void
reference_free (Reference *self)
{
  gsl_odeiv2_driver_free (self->driver);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reference, reference_free)

static void
settle (AlSimulation *simulation, gboolean everything)
{
  AlSettings settings;
  AlIndices mean;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  if (everything) {
    settings.value[AL_PARAMETER_MAFP_ON] = 1;
    settings.value[AL_PARAMETER_SEPTOSTOMY] = 0.5;
  }
  test_settle (simulation, &settings, 60, &mean);
}

static void
compare (gboolean everything)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  g_autoptr (Reference) reference = NULL;
  double largest = 0, total = 0, n = 0;
  gint64 last_beat;

  settle (simulation, everything);
  reference = reference_new (simulation);
  last_beat = al_simulation_get_n_beats (simulation) + BEATS;
  while (al_simulation_get_n_beats (simulation) < last_beat) {
    double difference;

    g_assert_cmpint (al_simulation_advance (simulation, AL_STEP_US, NULL, NULL), ==, AL_STATUS_OK);
    while (reference->simulation.circulation.time_us < simulation->circulation.time_us)
      advance_part (reference);
    difference = test_largest_difference (&simulation->circulation.core.h,
                                          &reference->simulation.circulation.core.h);
    if (g_test_verbose () && difference > 0.9 * largest)
      g_test_message ("%.4f s: %g mmHg", al_circulation_time_s (&simulation->circulation),
                      difference);
    largest = MAX (largest, difference);
    total += difference;
    n++;
  }
  g_test_message ("%d beats: largest difference of any pressure %.4f mmHg, mean of the largest at "
                  "each point %.5f mmHg",
                  BEATS, largest, total / n);
  g_assert_cmpfloat (largest, <, 0.05);
  g_assert_cmpint (al_simulation_get_n_beats (&reference->simulation), ==, last_beat);
}

static void
test_balloon_and_ecmo (void)
{
  compare (FALSE);
}

static void
test_all_devices (void)
{
  compare (TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/integrator/balloon-and-ecmo", test_balloon_and_ecmo);
  g_test_add_func ("/engine/integrator/all-devices", test_all_devices);
  return g_test_run ();
}
