/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-balloon-pump.h"

#include "al-maths.h"
#include "al-units.h"

#include <math.h>

/* Until a beat has shown better: closure about a fifth after peak elastance. */
#define FIRST_CLOSURE_PER_ROOT_S 0.42

#define FIRST_EJECTION_PER_ROOT_S 0.34

/* What can be a closure after R; anything else belongs to another beat. */
#define SOONEST_CLOSURE_PER_ROOT_S 0.2
#define LATEST_CLOSURE_PER_ROOT_S  0.7

/* After so long without a trigger the next one cannot be predicted. */
#define LONGEST_INTERVAL_S 3.0

/* A trigger that is early by more than that, with gas in, empties the balloon. */
#define SAFETY_US (40 * AL_US_PER_MS)

/* From inflation to deflation: less, and every second beat is left alone; or every beat. */
#define ROOM_FOR_EVERY_BEAT_US (120 * AL_US_PER_MS)
#define ROOM_FOR_ANY_BEAT_US   (60 * AL_US_PER_MS)

/* From R to the opening of the valve in a failing heart, which the console cannot see but allows
 * for: with the lead before R it makes the 150 ms that the balloon takes to empty. */
#define UPSTROKE_DELAY_US (100 * AL_US_PER_MS)

/* A second opening of the valve within that is no other beat. */
#define UPSTROKE_BLANKING_US (200 * AL_US_PER_MS)

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
      .next_internal_us = AL_NEVER,
      .upstroke_us = AL_LONG_AGO_US,
      .upstroke_before_us = 2 * AL_LONG_AGO_US,
      .closure_per_root_s = FIRST_CLOSURE_PER_ROOT_S,
      .ejection_per_root_s = FIRST_EJECTION_PER_ROOT_S,
  };
}

/**
 * al_balloon_pump_switch:
 * @self: a pump
 * @on: whether it is to assist
 * @now_us: simulated time
 *
 * Switches the pump. It begins at the next trigger, with the internal clock at the next beat or
 * window without one; switched off, it deflates at once.
 */
void
al_balloon_pump_switch (AlBalloonPump *self, gboolean on, gint64 now_us)
{
  if (self->on == on)
    return;
  self->on = on;
  self->assisted_last = FALSE;
  self->beats_to_assist = 0;
  self->next_internal_us = AL_NEVER;
  self->inflate_at_us = AL_NEVER;
  self->deflate_at_us = on ? AL_NEVER : now_us;
}

/* What the console knows and wants at a trigger. */
typedef struct {
  gint64 now_us;
  gint64 interval_us;  /* to the next trigger, predicted */
  gint64 inflation_us; /* from the trigger, rightly timed */
  gint64 deflation_us; /* from the trigger, rightly timed */
} Plan;

static Plan
plan_from (const AlSettings *settings, gint64 now_us, double interval_s, double closure_per_root_s)
{
  const double *v = settings->value;
  gint64 interval_us = (gint64) (interval_s * AL_US_PER_S);

  return (Plan){
      .now_us = now_us,
      .interval_us = interval_us,
      .inflation_us = (gint64) (closure_per_root_s * sqrt (interval_s) * AL_US_PER_S) -
                      ms_to_us (v[AL_PARAMETER_IABP_INFLATION_LEAD]),
      .deflation_us = interval_us - ms_to_us (v[AL_PARAMETER_IABP_DEFLATION_LEAD]),
  };
}

static void
deflate_now (AlBalloonPump *self, gint64 now_us)
{
  self->inflating = FALSE;
  self->command_us = now_us;
  self->deflate_at_us = AL_NEVER;
}

/* Whether the next beat is one to assist; counts it. */
static gboolean
take_turn (AlBalloonPump *self, const Plan *plan, gint64 ratio)
{
  gint64 room_us = plan->deflation_us - plan->inflation_us;
  gboolean rested = !self->assisted_last;

  if (self->beats_to_assist > 0) {
    self->beats_to_assist--;
    return FALSE;
  }
  if (plan->interval_us > (gint64) (LONGEST_INTERVAL_S * AL_US_PER_S) ||
      room_us < (rested ? ROOM_FOR_ANY_BEAT_US : ROOM_FOR_EVERY_BEAT_US))
    return FALSE;
  self->beats_to_assist = ratio - 1;
  return TRUE;
}

/* Gas is in, and the heart begins clearly sooner than it was expected to. */
static gboolean
is_in_the_way (const AlBalloonPump *self, gint64 now_us)
{
  return self->inflating && now_us < self->expected_us - SAFETY_US;
}

/* A trigger sets the commands for its beat. One not given yet for the last beat is too late. */
static gboolean
on_trigger (AlBalloonPump *self, const AlSettings *settings, const Plan *plan)
{
  const double *v = settings->value;
  gint64 deflation_us;

  self->expected_us = plan->now_us + plan->interval_us;
  self->inflate_at_us = AL_NEVER;
  self->assisted_last = take_turn (self, plan, (gint64) v[AL_PARAMETER_IABP_RATIO]);
  if (!self->assisted_last)
    return FALSE;
  self->inflate_at_us =
      plan->now_us + plan->inflation_us + ms_to_us (v[AL_PARAMETER_IABP_INFLATION_OFFSET]);
  self->inflate_at_us = MAX (self->inflate_at_us, plan->now_us + 1);
  deflation_us =
      plan->now_us + plan->deflation_us + ms_to_us (v[AL_PARAMETER_IABP_DEFLATION_OFFSET]);
  self->planned_deflation_us = MAX (deflation_us, self->inflate_at_us + 1);
  return TRUE;
}

/* The settings may have changed since the last beat. The clock begins with half a cycle of rest. */
static void
take_up_trigger (AlBalloonPump *self, const AlSettings *settings, gint64 now_us)
{
  const double *v = settings->value;
  AlBalloonTrigger trigger = (AlBalloonTrigger) v[AL_PARAMETER_IABP_TRIGGER];

  if (trigger != self->trigger) {
    self->inflate_at_us = AL_NEVER;
    self->beats_to_assist = 0;
    self->assisted_last = FALSE;
  }
  self->trigger = trigger;
  self->internal_period_us = (gint64) (60 * AL_US_PER_S / v[AL_PARAMETER_IABP_INTERNAL_RATE]);
  self->internal_ratio = (gint64) v[AL_PARAMETER_IABP_RATIO];
  if (trigger != AL_BALLOON_TRIGGER_INTERNAL)
    self->next_internal_us = AL_NEVER;
  else if (self->next_internal_us == AL_NEVER)
    self->next_internal_us = now_us + self->internal_period_us / 2;
}

/**
 * al_balloon_pump_on_beat:
 * @self: a pump
 * @settings: settings, for trigger, ratio and offsets
 * @rhythm: the rhythm, just after al_rhythm_on_beat()
 *
 * Takes up the settings and, with the ECG as trigger, plans the beat if it is one to assist.
 *
 * Returns: whether gas will flow in within the window that begins; with the pressure as trigger
 * that is known only from al_balloon_pump_on_upstroke()
 */
gboolean
al_balloon_pump_on_beat (AlBalloonPump *self, const AlSettings *settings, const AlRhythm *rhythm)
{
  Plan plan;

  if (!self->on)
    return FALSE;
  take_up_trigger (self, settings, rhythm->window_us);
  if (self->trigger == AL_BALLOON_TRIGGER_INTERNAL)
    return self->next_internal_us + self->beats_to_assist * self->internal_period_us <
           rhythm->next_beat_us;
  if (self->trigger != AL_BALLOON_TRIGGER_ECG || !rhythm->activated)
    return FALSE;
  plan = plan_from (settings, rhythm->beat_us, al_rhythm_interval_s (rhythm),
                    self->closure_per_root_s);
  if (is_in_the_way (self, plan.now_us))
    deflate_now (self, plan.now_us);
  return on_trigger (self, settings, &plan) && self->inflate_at_us < rhythm->next_beat_us;
}

/**
 * al_balloon_pump_on_upstroke:
 * @self: a pump
 * @settings: settings, for ratio and offsets
 * @rhythm: the rhythm
 * @now_us: simulated time reached, that at which the aortic valve opened
 *
 * The arterial pressure begins to rise. With that as trigger, plans the beat if it is one to
 * assist; with any trigger, remembers it. To be called whether or not the pump is on, and before
 * al_balloon_pump_next_us() is asked: a command may be due at once.
 *
 * Returns: whether, by that, gas will flow in within the running window
 */
gboolean
al_balloon_pump_on_upstroke (AlBalloonPump *self, const AlSettings *settings,
                             const AlRhythm *rhythm, gint64 now_us)
{
  double interval_s;
  Plan plan;

  if (now_us - self->upstroke_us < UPSTROKE_BLANKING_US)
    return FALSE;
  self->upstroke_before_us = self->upstroke_us;
  self->upstroke_us = now_us;
  if (!self->on || self->trigger != AL_BALLOON_TRIGGER_PRESSURE)
    return FALSE;
  interval_s = (double) (self->upstroke_us - self->upstroke_before_us) * AL_S_PER_US;
  plan = plan_from (settings, now_us, interval_s, self->ejection_per_root_s);
  plan.deflation_us -= UPSTROKE_DELAY_US;
  if (is_in_the_way (self, now_us))
    self->deflate_at_us = now_us;
  return on_trigger (self, settings, &plan) && self->inflate_at_us < rhythm->next_beat_us;
}

/* Learns a closure so long after an event, if it can be one. */
static void
learn (double *per_root_s, gint64 after_us, gint64 interval_us)
{
  double found;

  if (interval_us <= 0)
    return;
  found = (double) after_us * AL_S_PER_US / sqrt ((double) interval_us * AL_S_PER_US);
  if (found > SOONEST_CLOSURE_PER_ROOT_S && found < LATEST_CLOSURE_PER_ROOT_S)
    *per_root_s = found;
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

  if (self->inflating && gas_us < closure_us - balloon->ramp_us / 2)
    return;
  learn (&self->closure_per_root_s, closure_us - rhythm->beat_us,
         rhythm->beat_us - rhythm->beat_before_us);
  learn (&self->ejection_per_root_s, closure_us - self->upstroke_us,
         self->upstroke_us - self->upstroke_before_us);
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
  return MIN (MIN (self->inflate_at_us, self->deflate_at_us), self->next_internal_us);
}

/* A cycle of the internal clock begins: gas in for half of it, if it is one to assist. */
static void
begin_internal_cycle (AlBalloonPump *self)
{
  gint64 now_us = self->next_internal_us;

  self->next_internal_us = now_us + self->internal_period_us;
  if (self->beats_to_assist > 0) {
    self->beats_to_assist--;
    return;
  }
  self->beats_to_assist = self->internal_ratio - 1;
  self->inflating = TRUE;
  self->command_us = now_us;
  self->deflate_at_us = now_us + self->internal_period_us / 2;
}

/**
 * al_balloon_pump_command:
 * @self: a pump with a command due
 * @now_us: simulated time, that of the command
 *
 * Gives the pending command to the gas valve, or lets the internal clock go on.
 */
void
al_balloon_pump_command (AlBalloonPump *self, gint64 now_us)
{
  if (self->next_internal_us < MIN (self->inflate_at_us, self->deflate_at_us)) {
    begin_internal_cycle (self);
  } else if (self->inflate_at_us < self->deflate_at_us) {
    self->inflating = TRUE;
    self->command_us = now_us;
    self->inflate_at_us = AL_NEVER;
    self->deflate_at_us = self->planned_deflation_us;
  } else {
    deflate_now (self, now_us);
  }
}

/**
 * al_balloon_pump_valve:
 * @self: a pump
 * @balloon: its constants
 * @opens_at_s: (out): simulated time at which the gas valve begins to open, seconds
 * @ramp_s: (out): how long it takes to open, seconds
 * @source_mmhg: (out): drive or vacuum
 * @conductance_ml_s_mmhg: (out): of the valve when open
 *
 * Says what the last command made of the gas valve, which holds until the next one.
 */
void
al_balloon_pump_valve (const AlBalloonPump *self, const AlBalloon *balloon, double *opens_at_s,
                       double *ramp_s, double *source_mmhg, double *conductance_ml_s_mmhg)
{
  *opens_at_s = (double) (self->command_us + balloon->dead_time_us) * AL_S_PER_US;
  *ramp_s = (double) balloon->ramp_us * AL_S_PER_US;
  *source_mmhg = self->inflating ? balloon->drive_mmhg : balloon->vacuum_mmhg;
  *conductance_ml_s_mmhg =
      1 / (self->inflating ? balloon->inflation_r_mmhg_s_ml : balloon->deflation_r_mmhg_s_ml);
}
