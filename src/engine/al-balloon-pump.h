/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-parameter.h"
#include "al-rhythm.h"

G_BEGIN_DECLS

/*
 * Intra-aortic balloon pump: gas kinetics, trigger and timing.
 *
 *   inflation  dVB/dt = (230 mmHg - P_A1) / 0.42 x taper x valve
 *   deflation  dVB/dt = (-140 mmHg - P_A1) / 0.52 x taper x valve
 *
 * taper: over the last fifth of the volume; valve: 20 ms dead time, 30 ms ramp. That takes about
 * 150 ms to 95 % either way.
 *
 * Triggers:
 *
 *   ECG       Inflation 20 ms before the aortic valve closes, deflation 50 ms before the next R
 *             wave, which the last interval predicts. No R wave, no assist.
 *   pressure  The same, counted from when the aortic valve opens: 60 to 120 ms after the R wave,
 *             the later the weaker the heart. So the deflation leads the next opening by 100 ms
 *             more. A valve that stays shut gives no assist.
 *   internal  A clock of its own, gas in for half of the cycle, whatever the heart does.
 *
 * An R wave or an upstroke that comes much sooner than predicted while gas is in empties the
 * balloon at once; in atrial fibrillation that is what ends most short beats. A deflation that is
 * set late on purpose passes a regular R wave.
 *
 * Every n-th beat is assisted. A fast heart leaves the gas no time: below 120 ms from inflation to
 * deflation, rightly timed, the console drops from every beat to every second, below 60 ms it
 * leaves the beat alone.
 *
 * Timing errors are offsets to the commands. The closure is learnt from beats whose end the balloon
 * did not touch, as a multiple of the root of the beat interval: an early balloon closes the valve
 * itself and must not chase its own tail. Numbers are modelling choices.
 */

/* In the order of the choices of the parameter "iabp.trigger". */
typedef enum {
  AL_BALLOON_TRIGGER_ECG,
  AL_BALLOON_TRIGGER_PRESSURE,
  AL_BALLOON_TRIGGER_INTERNAL,
} AlBalloonTrigger;

/* Constants of one pump and one balloon, from the settings. */
typedef struct {
  double volume_ml;
  double drive_mmhg;
  double vacuum_mmhg;
  double inflation_r_mmhg_s_ml;
  double deflation_r_mmhg_s_ml;
  double displacement;
  double occlusion_mmhg_s_ml;
  gint64 dead_time_us;
  gint64 ramp_us;
} AlBalloon;

/* What the pump remembers. */
typedef struct {
  gboolean on;
  gboolean inflating;          /* the last command: inflate or deflate */
  gboolean assisted_last;      /* whether it assists the beat of the last trigger */
  AlBalloonTrigger trigger;    /* the one in use, taken up at the last beat */
  gint64 command_us;           /* when the last command was given */
  gint64 inflate_at_us;        /* pending command, AL_NEVER for none */
  gint64 deflate_at_us;        /* pending command, AL_NEVER for none */
  gint64 planned_deflation_us; /* becomes pending with the inflation: a late one may pass the R */
  gint64 next_internal_us;     /* next cycle of the internal clock, AL_NEVER while it is not used */
  gint64 internal_period_us;   /* of that clock */
  gint64 internal_ratio;       /* it assists one cycle in so many */
  gint64 expected_us;          /* when the next trigger is expected */
  gint64 upstroke_us;          /* last opening of the aortic valve */
  gint64 upstroke_before_us;   /* the one before */
  gint64 beats_to_assist;      /* beats until the next assisted one */
  double closure_per_root_s;   /* valve closure after R over the root of the beat interval */
  double ejection_per_root_s;  /* valve closure after its opening, likewise */
} AlBalloonPump;

void al_balloon_from_settings (AlBalloon *self, const AlSettings *settings);
void al_balloon_pump_init (AlBalloonPump *self);
void al_balloon_pump_switch (AlBalloonPump *self, gboolean on, gint64 now_us);
gboolean al_balloon_pump_on_beat (AlBalloonPump *self, const AlSettings *settings,
                                  const AlRhythm *rhythm);
gboolean al_balloon_pump_on_upstroke (AlBalloonPump *self, const AlSettings *settings,
                                      const AlRhythm *rhythm, gint64 now_us);
void al_balloon_pump_on_closure (AlBalloonPump *self, const AlBalloon *balloon,
                                 const AlRhythm *rhythm, gint64 closure_us);
gint64 al_balloon_pump_next_us (const AlBalloonPump *self);
void al_balloon_pump_command (AlBalloonPump *self, gint64 now_us);

void al_balloon_pump_valve (const AlBalloonPump *self, const AlBalloon *balloon, double *opens_at_s,
                            double *ramp_s, double *source_mmhg, double *conductance_ml_s_mmhg);

G_END_DECLS
