/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-beat-detector.h"

G_BEGIN_DECLS

/**
 * AlTally:
 *
 * What passed since the last tick: volumes in mL, time integrals of pressures in mmHg s.
 */
typedef struct {
  AlReal duration_s;
  AlReal start_ml[AL_N_VOLUMES]; /* the volumes when it began */
  AlReal edge_ml[AL_N_EDGES];
  AlReal arterial_s;  /* mean of arch and upper-body pressure */
  AlReal capillary_s; /* of the lung: mean of arterial and venous pressure */
  AlReal ra_s;
} AlTally;

/**
 * AlCore:
 *
 * What a step of the solver touches, and nothing else. Made of AlReal alone.
 */
typedef struct {
  AlReal y[AL_N_STATES];
  AlReal rates[AL_N_STATES]; /* of y */
  AlCoefficients c;
  AlTiming timing;
  AlDrive drive;     /* at y */
  AlHaemodynamics h; /* of y */
  AlBeatDetector detector;
  AlTally tally;
} AlCore;

/* Everything that follows from y at this time. */
static inline void
al_core_refresh (AlCore *self, AlReal time_s)
{
  al_drive_at (&self->c, &self->timing, time_s, &self->drive);
  al_equations_solve (&self->c, &self->timing.gas, &self->drive, self->y, &self->h);
  al_equations_rates (&self->c, self->y, &self->h, self->rates);
}

static inline void
al_tally_start (AlTally *self, const AlReal y[AL_N_STATES])
{
  memset (self, 0, sizeof *self);
  for (int i = 0; i < AL_N_VOLUMES; i++)
    self->start_ml[i] = y[i];
}

static inline void
al_core_tally (AlTally *tally, AlReal dt_s, const AlHaemodynamics *before,
               const AlHaemodynamics *after)
{
  AlReal half = 0.5 * dt_s;

  tally->duration_s += dt_s;
  for (int i = 0; i < AL_N_EDGES; i++)
    tally->edge_ml[i] += half * (before->flow[i] + after->flow[i]);
  tally->arterial_s += 0.5 * half *
                       (before->artery_mmhg[AL_ARCH] + after->artery_mmhg[AL_ARCH] +
                        before->artery_mmhg[AL_UPPER] + after->artery_mmhg[AL_UPPER]);
  tally->capillary_s += 0.5 * half *
                        (before->artery_mmhg[AL_PA] + after->artery_mmhg[AL_PA] +
                         before->pulmonary_vein_mmhg + after->pulmonary_vein_mmhg);
  tally->ra_s += half * (before->chamber_mmhg[AL_RA] + after->chamber_mmhg[AL_RA]);
}

/*
 * One step of the classical Runge-Kutta method of fourth order. The first stage is the end of the
 * step before; what depends on time alone is worked out twice a step, not four times.
 */
static inline void
al_core_integrate (AlCore *self, AlReal time_s, AlReal h_s)
{
  AlReal y[AL_N_STATES], k[AL_N_STATES], sum[AL_N_STATES], half = 0.5 * h_s, sixth = h_s / 6;
  AlHaemodynamics stage;
  AlDrive middle;

  al_drive_at (&self->c, &self->timing, time_s + half, &middle);
  al_drive_at (&self->c, &self->timing, time_s + h_s, &self->drive);
  for (int i = 0; i < AL_N_STATES; i++)
    y[i] = self->y[i] + half * self->rates[i];
  al_equations_solve (&self->c, &self->timing.gas, &middle, y, &stage);
  al_equations_rates (&self->c, y, &stage, k);
  for (int i = 0; i < AL_N_STATES; i++) {
    sum[i] = self->rates[i] + 2 * k[i];
    y[i] = self->y[i] + half * k[i];
  }
  al_equations_solve (&self->c, &self->timing.gas, &middle, y, &stage);
  al_equations_rates (&self->c, y, &stage, k);
  for (int i = 0; i < AL_N_STATES; i++) {
    sum[i] = sum[i] + 2 * k[i];
    y[i] = self->y[i] + h_s * k[i];
  }
  al_equations_solve (&self->c, &self->timing.gas, &self->drive, y, &stage);
  al_equations_rates (&self->c, y, &stage, k);
  for (int i = 0; i < AL_N_STATES; i++)
    self->y[i] = self->y[i] + sixth * (sum[i] + k[i]);
  al_equations_solve (&self->c, &self->timing.gas, &self->drive, self->y, &self->h);
  al_equations_rates (&self->c, self->y, &self->h, self->rates);
}

/* A step, and what beats and ticks want to know of it. */
static inline void
al_core_step (AlCore *self, AlReal time_s, AlReal h_s)
{
  AlHaemodynamics before = self->h;
  AlReal lv_ml[2] = {self->y[AL_V_LV]};

  al_core_integrate (self, time_s, h_s);
  lv_ml[1] = self->y[AL_V_LV];
  al_core_tally (&self->tally, h_s, &before, &self->h);
  al_beat_detector_integrate (&self->detector, h_s, lv_ml, &before, &self->h);
  al_beat_detector_phase (&self->detector, self->y[AL_Q_AORTIC]);
  al_beat_detector_extremes (&self->detector, self->c.chamber[AL_LV].v0_ml, self->y, &self->h);
}

G_END_DECLS
