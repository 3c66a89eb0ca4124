/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-balloon-pump.h"

#include "al-maths.h"
#include "al-units.h"

#include <math.h>

/* Until a beat has shown better: closure about a fifth after peak elastance. */
#define FIRST_CLOSURE_PER_ROOT_S 0.42

/* The share of the balloon's volume over which gas flow tapers off. */
#define TAPER 0.2

static gint64
ms_to_us (double ms)
{
  return (gint64) (ms * AL_US_PER_MS);
}

/**
 * al_balloon_from_settings:
 * @self: (out caller-allocates): constants of pump and balloon
 * @settings: settings
 *
 * Gathers the constants of the pump.
 */
void
al_balloon_from_settings (AlBalloon *self, const AlSettings *settings)
{
  const double *v = settings->value;

  *self = (AlBalloon){
      .volume_ml = v[AL_PARAMETER_IABP_VOLUME],
      .drive_mmhg = v[AL_PARAMETER_IABP_DRIVE],
      .vacuum_mmhg = v[AL_PARAMETER_IABP_VACUUM],
      .inflation_r_mmhg_s_ml = v[AL_PARAMETER_IABP_INFLATION_R],
      .deflation_r_mmhg_s_ml = v[AL_PARAMETER_IABP_DEFLATION_R],
      .displacement = v[AL_PARAMETER_IABP_DISPLACEMENT],
      .occlusion_mmhg_s_ml = v[AL_PARAMETER_IABP_OCCLUSION],
      .dead_time_us = ms_to_us (v[AL_PARAMETER_IABP_DEAD_TIME]),
      .ramp_us = ms_to_us (v[AL_PARAMETER_IABP_RAMP]),
  };
}

/**
 * al_balloon_pump_init:
 * @self: a pump
 *
 * A pump that is off, its balloon empty.
 */
void
al_balloon_pump_init (AlBalloonPump *self)
{
  *self = (AlBalloonPump){
      .inflate_at_us = AL_NEVER,
      .deflate_at_us = AL_NEVER,
      .closure_per_root_s = FIRST_CLOSURE_PER_ROOT_S,
  };
}

/**
 * al_balloon_pump_switch:
 * @self: a pump
 * @on: whether it is to assist
 * @now_us: simulated time
 *
 * Switches the pump. It begins at the next R wave; switched off, it deflates at once.
 */
void
al_balloon_pump_switch (AlBalloonPump *self, gboolean on, gint64 now_us)
{
  if (self->on == on)
    return;
  self->on = on;
  self->beats_to_assist = 0;
  self->inflate_at_us = AL_NEVER;
  self->deflate_at_us = on ? AL_NEVER : now_us;
}

/**
 * al_balloon_pump_on_beat:
 * @self: a pump
 * @settings: settings, for ratio and offsets
 * @rhythm: the rhythm, just after ventricular activation
 *
 * Plans this beat, if it is one to assist.
 *
 * Returns: whether it is
 */
gboolean
al_balloon_pump_on_beat (AlBalloonPump *self, const AlSettings *settings, const AlRhythm *rhythm)
{
  const double *v = settings->value;
  double interval_s = al_rhythm_interval_s (rhythm), closure_s;

  if (!self->on)
    return FALSE;
  if (self->beats_to_assist > 0) {
    self->beats_to_assist--;
    return FALSE;
  }
  self->beats_to_assist = (gint64) v[AL_PARAMETER_IABP_RATIO] - 1;
  closure_s = self->closure_per_root_s * sqrt (interval_s);
  self->inflate_at_us =
      rhythm->beat_us + (gint64) (closure_s * AL_US_PER_S) +
      ms_to_us (v[AL_PARAMETER_IABP_INFLATION_OFFSET] - v[AL_PARAMETER_IABP_INFLATION_LEAD]);
  self->planned_deflation_us =
      rhythm->beat_us + (gint64) (interval_s * AL_US_PER_S) +
      ms_to_us (v[AL_PARAMETER_IABP_DEFLATION_OFFSET] - v[AL_PARAMETER_IABP_DEFLATION_LEAD]);
  self->inflate_at_us = MAX (self->inflate_at_us, rhythm->beat_us + 1);
  self->planned_deflation_us = MAX (self->planned_deflation_us, self->inflate_at_us + 1);
  return TRUE;
}

/**
 * al_balloon_pump_on_closure:
 * @self: a pump
 * @balloon: its constants
 * @rhythm: the rhythm
 * @closure_us: when forward flow through the aortic valve ended
 *
 * Learns when the valve closes, unless gas was already flowing and may have closed it.
 */
void
al_balloon_pump_on_closure (AlBalloonPump *self, const AlBalloon *balloon, const AlRhythm *rhythm,
                            gint64 closure_us)
{
  gint64 gas_us = self->command_us + balloon->dead_time_us;
  double interval_s = al_rhythm_interval_s (rhythm);

  if (self->inflating && gas_us < closure_us - balloon->ramp_us / 2)
    return;
  if (interval_s > 0)
    self->closure_per_root_s =
        (double) (closure_us - rhythm->beat_us) * AL_S_PER_US / sqrt (interval_s);
}

/**
 * al_balloon_pump_next_us:
 * @self: a pump
 *
 * Returns: the time of the next pending command, %AL_NEVER for none
 */
gint64
al_balloon_pump_next_us (const AlBalloonPump *self)
{
  return MIN (self->inflate_at_us, self->deflate_at_us);
}

/**
 * al_balloon_pump_command:
 * @self: a pump with a command due
 * @now_us: simulated time, that of the command
 *
 * Gives the pending command to the gas valve.
 */
void
al_balloon_pump_command (AlBalloonPump *self, gint64 now_us)
{
  self->inflating = self->inflate_at_us < self->deflate_at_us;
  self->command_us = now_us;
  if (self->inflating) {
    self->inflate_at_us = AL_NEVER;
    self->deflate_at_us = self->planned_deflation_us;
  } else {
    self->deflate_at_us = AL_NEVER;
  }
}

/**
 * al_balloon_pump_gas:
 * @self: a pump
 * @balloon: its constants
 * @time_s: simulated time in seconds
 * @volume_ml: gas volume of the balloon
 *
 * Returns: the gas flow as a function of the pressure around the balloon
 */
AlGasFlow
al_balloon_pump_gas (const AlBalloonPump *self, const AlBalloon *balloon, double time_s,
                     double volume_ml)
{
  double since_s = time_s - (double) (self->command_us + balloon->dead_time_us) * AL_S_PER_US;
  double valve = al_clamp (since_s / ((double) balloon->ramp_us * AL_S_PER_US), 0, 1);
  double room_ml = self->inflating ? balloon->volume_ml - volume_ml : volume_ml;
  double taper = al_clamp (room_ml / (TAPER * balloon->volume_ml), 0, 1);

  if (self->inflating)
    return (AlGasFlow){taper * valve / balloon->inflation_r_mmhg_s_ml, balloon->drive_mmhg};
  return (AlGasFlow){taper * valve / balloon->deflation_r_mmhg_s_ml, balloon->vacuum_mmhg};
}
