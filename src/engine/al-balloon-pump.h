/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-parameter.h"
#include "al-rhythm.h"

G_BEGIN_DECLS

/*
 * Intra-aortic balloon pump: gas kinetics and timing.
 *
 *   inflation  dVB/dt = (230 mmHg - P_A1) / 0.42 x taper x valve     taper over the last fifth of
 * the volume deflation  dVB/dt = (-140 mmHg - P_A1) / 0.52 x taper x valve    valve: 20 ms dead
 * time, 30 ms ramp
 *
 * That takes about 150 ms to 95 % either way. Right timing, relative to the R wave: inflation 20 ms
 * before the aortic valve closes, deflation 50 ms before the next R wave that the last interval
 * predicts. Every n-th beat is assisted. Timing errors are offsets to these commands. The closure
 * is learnt from beats whose end the balloon did not touch, as a multiple of the root of the beat
 * interval: an early balloon closes the valve itself and must not chase its own tail. Numbers are
 * modelling choices.
 */

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
  gboolean inflating;   /* the last command: inflate or deflate */
  gint64 command_us;    /* when it was given */
  gint64 inflate_at_us; /* pending command, AL_NEVER for none */
  gint64 deflate_at_us; /* pending command, AL_NEVER for none */
  gint64
      planned_deflation_us; /* becomes pending with the inflation: a late one may pass the next R */
  gint64 beats_to_assist;   /* beats until the next assisted one */
  double closure_per_root_s; /* valve closure after R over the root of the beat interval */
} AlBalloonPump;

void al_balloon_from_settings (AlBalloon *self, const AlSettings *settings);
void al_balloon_pump_init (AlBalloonPump *self);
void al_balloon_pump_switch (AlBalloonPump *self, gboolean on, gint64 now_us);
gboolean al_balloon_pump_on_beat (AlBalloonPump *self, const AlSettings *settings,
                                  const AlRhythm *rhythm);
void al_balloon_pump_on_closure (AlBalloonPump *self, const AlBalloon *balloon,
                                 const AlRhythm *rhythm, gint64 closure_us);
gint64 al_balloon_pump_next_us (const AlBalloonPump *self);
void al_balloon_pump_command (AlBalloonPump *self, gint64 now_us);

/*
 * The gas flow is linear in the pressure around the balloon: dVB/dt = conductance (source - P).
 * The circuit solves it together with the wall of the aorta.
 */
typedef struct {
  double conductance_ml_s_mmhg;
  double source_mmhg;
} AlGasFlow;

AlGasFlow al_balloon_pump_gas (const AlBalloonPump *self, const AlBalloon *balloon, double time_s,
                               double volume_ml);

G_END_DECLS
