/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-circulation.h"

#include "al-solver.h"
#include "al-units.h"

static double
artery_volume (const AlCoefficients *c, int i, double pressure_mmhg)
{
  const AlArtery artery = {c->p1_mmhg[i], c->per_v1_ml[i], c->eta_mmhg_s_ml[i]};

  return al_artery_volume (&artery, pressure_mmhg);
}

/* A resting chamber, as full as its wall and the pericardium let it be without pressing. */
static double
chamber_volume (const AlCoefficients *c, int i)
{
  const double usual_ml = 90, least_ml = 8, wall_mmhg = 15;
  double wall_ml = c->vd_ml[i] + al_log (1 + wall_mmhg / c->a_mmhg[i]) / c->b_per_ml[i];

  return MAX (least_ml, MIN (usual_ml, MIN (wall_ml, c->pericardium_ml / AL_N_CHAMBERS)));
}

/* A heart at rest, arteries at a low pressure, and all other blood in the veins at one pressure. */
static void
fill_volumes (double y[AL_N_STATES], double blood_ml, const AlCoefficients *c)
{
  const double start_mmhg = 60, pa_mmhg = 15, vein_mmhg = 8, coronary_ml = 4;
  double upper_c = 1 / c->upper_vein.per_compliance, lower_c = 1 / c->lower_vein.per_compliance;
  double rest_ml = blood_ml, venous_mmhg;

  for (int i = 0; i < AL_N_CHAMBERS; i++)
    y[AL_V_LA + i] = chamber_volume (c, i);
  for (int i = AL_ARCH; i <= AL_UPPER; i++)
    y[AL_V_ARCH + i] = artery_volume (c, i, start_mmhg);
  y[AL_V_PA] = artery_volume (c, AL_PA, pa_mmhg);
  y[AL_V_PULMONARY_VEIN] = vein_mmhg / c->per_pulmonary_vein_c;
  y[AL_V_CORONARY] = coronary_ml;
  for (int i = 0; i < AL_N_VOLUMES; i++)
    rest_ml -= y[i];
  venous_mmhg =
      (rest_ml - c->upper_vein.unstressed_ml - c->lower_vein.unstressed_ml) / (upper_c + lower_c);
  y[AL_V_UPPER_VEIN] = c->upper_vein.unstressed_ml + upper_c * venous_mmhg;
  y[AL_V_LOWER_VEIN] = rest_ml - y[AL_V_UPPER_VEIN];
}

/**
 * al_circulation_init:
 * @self: (out caller-allocates): a circulation
 * @settings: settings
 * @patient: their coefficients
 *
 * A circulation at time zero that has not settled: let it run for a minute or two before reading
 * it.
 */
void
al_circulation_init (AlCirculation *self, const AlSettings *settings, const AlCoefficients *patient)
{
  const double *v = settings->value;
  AlRhythmDrive drive;

  memset (self, 0, sizeof *self);
  self->core.c = *patient;
  fill_volumes (self->core.y, v[AL_PARAMETER_BLOOD_VOLUME], patient);
  al_rhythm_drive_from_settings (&drive, settings, 60 / v[AL_PARAMETER_RHYTHM_RATE]);
  al_rhythm_init (&self->rhythm, 0, &drive, (guint64) v[AL_PARAMETER_RHYTHM_SEED]);
  al_balloon_pump_init (&self->pump);
  al_circulation_take_timing (self, settings);
}

/**
 * al_circulation_time_s:
 * @self: a circulation
 *
 * Returns: simulated time, seconds
 */
double
al_circulation_time_s (const AlCirculation *self)
{
  return (double) self->time_us * AL_S_PER_US;
}

/**
 * al_circulation_take_timing:
 * @self: a circulation
 * @settings: its settings
 *
 * Hands to the equations what rhythm and balloon pump know: after a beat, a command or a setting.
 */
void
al_circulation_take_timing (AlCirculation *self, const AlSettings *settings)
{
  const AlRhythm *rhythm = &self->rhythm;
  AlTiming *timing = &self->core.timing;
  double systole_s = settings->value[AL_PARAMETER_RHYTHM_TS], ramp_s;
  AlBalloon balloon;

  timing->atrial_s[0] = (double) rhythm->atrial_us * AL_S_PER_US;
  timing->atrial_s[1] = (double) rhythm->atrial_before_us * AL_S_PER_US;
  timing->ventricular_s[0] = (double) rhythm->beat_us * AL_S_PER_US;
  timing->ventricular_s[1] = (double) rhythm->beat_before_us * AL_S_PER_US;
  timing->atrial_systole_s = settings->value[AL_PARAMETER_RHYTHM_TS_ATRIA];
  timing->per_atrial_systole_s = 1 / timing->atrial_systole_s;
  timing->systole_s[0] = systole_s * rhythm->systole_root;
  timing->systole_s[1] = systole_s * rhythm->systole_before_root;
  for (int i = 0; i < 2; i++)
    timing->per_systole_s[i] = 1 / timing->systole_s[i];

  al_balloon_from_settings (&balloon, settings);
  timing->gas.volume_ml = balloon.volume_ml;
  timing->gas.displacement = balloon.displacement;
  timing->gas.occlusion_mmhg_s_ml = balloon.occlusion_mmhg_s_ml;
  timing->gas.inflating = self->pump.inflating ? 1 : 0;
  timing->gas.per_taper_ml = 1 / (AL_BALLOON_TAPER * balloon.volume_ml);
  al_balloon_pump_valve (&self->pump, &balloon, &timing->gas.opens_at_s, &ramp_s,
                         &timing->gas.source_mmhg, &timing->gas.conductance_ml_s_mmhg);
  timing->gas.per_ramp_s = 1 / ramp_s;
}

/**
 * al_circulation_refresh:
 * @self: a circulation
 *
 * Works out again what follows from the states: after a beat, a command or a setting.
 */
void
al_circulation_refresh (AlCirculation *self)
{
  al_solver_refresh (&self->core, al_circulation_time_s (self));
}

/**
 * al_circulation_blood_ml:
 * @self: a circulation
 *
 * Returns: all the blood in it, mL
 */
double
al_circulation_blood_ml (const AlCirculation *self)
{
  return al_state_blood_ml (self->core.y);
}
