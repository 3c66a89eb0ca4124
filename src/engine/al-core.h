/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-beat-detector.h"

G_BEGIN_DECLS

/**
 * AlTally:
 *
 * What passed since the last tick: volumes in mL, time integrals of pressures in mmHg s and of the
 * suction of the micro-axial pump in s.
 */
typedef struct {
  AlReal duration_s;
  AlReal start_ml[AL_N_VOLUMES]; /* the volumes when it began */
  AlReal edge_ml[AL_N_EDGES];
  AlReal arterial_s;  /* mean of arch and upper-body pressure */
  AlReal capillary_s; /* of the lung: mean of arterial and venous pressure */
  AlReal ra_s;
  AlReal mafp_closed_s;
} AlTally;

/**
 * AlCore:
 *
 * What a step of the solver touches, and nothing else. Made of AlReal alone.
 */
typedef struct {
  AlCoefficients c;
  AlTiming timing;
  /* From here on: what a step changes. */
  AlReal y[AL_N_STATES];
  AlReal rates[AL_N_STATES]; /* of y */
  AlDrive drive;             /* at y */
  AlHaemodynamics h;         /* of y */
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

/* One end of a step, by the trapezoidal rule: called with half its length for both of them. */
static inline void
al_tally_add (AlTally *self, AlReal half_s, const AlHaemodynamics *h)
{
  self->duration_s += half_s;
  for (int i = 0; i < AL_N_EDGES; i++)
    self->edge_ml[i] += half_s * h->flow[i];
  self->arterial_s += 0.5 * half_s * (h->artery_mmhg[AL_ARCH] + h->artery_mmhg[AL_UPPER]);
  self->capillary_s += 0.5 * half_s * (h->artery_mmhg[AL_PA] + h->pulmonary_vein_mmhg);
  self->ra_s += half_s * h->chamber_mmhg[AL_RA];
  self->mafp_closed_s += half_s * h->mafp_closed;
}

/*
 * One step of the classical Runge-Kutta method of fourth order. The first stage is the end of the
 * step before, so the last of the four right-hand sides here is that of the new state; what depends
 * on time alone is worked out twice a step.
 */
static inline void
al_core_integrate (AlCore *self, AlReal time_s, AlReal end_s, AlReal h_s)
{
  static const double reach[] = {0.5, 0.5, 1, 0}, weight[] = {2, 2, 1, 0};
  AlReal y[AL_N_STATES], sum[AL_N_STATES], sixth = h_s / 6;
  AlDrive middle;

  al_drive_at (&self->c, &self->timing, time_s + 0.5 * h_s, &middle);
  al_drive_at (&self->c, &self->timing, end_s, &self->drive);
  memcpy (sum, self->rates, sizeof sum);
#pragma GCC unroll 1
  for (int stage = 0; stage < 4; stage++) {
    const AlDrive *drive = stage < 2 ? &middle : &self->drive;

    if (stage < 3) {
      for (int i = 0; i < AL_N_STATES; i++)
        y[i] = self->y[i] + reach[stage] * h_s * self->rates[i];
    } else {
      for (int i = 0; i < AL_N_STATES; i++)
        self->y[i] = y[i] = self->y[i] + sixth * sum[i];
    }
    al_equations_solve (&self->c, &self->timing.gas, drive, y, &self->h);
    al_equations_rates (&self->c, y, &self->h, self->rates);
    for (int i = 0; i < AL_N_STATES; i++)
      sum[i] += weight[stage] * self->rates[i];
  }
}

/*
 * A step, and what beats and ticks want to know of it. Its end is given beside its length, so that
 * al_core_refresh() at that time changes nothing.
 */
static inline void
al_core_step (AlCore *self, AlReal time_s, AlReal end_s, AlReal h_s)
{
  AlReal half_s = 0.5 * h_s, lv_ml[2], lv_mmhg[2];

  lv_ml[0] = self->y[AL_V_LV];
  lv_mmhg[0] = self->h.chamber_mmhg[AL_LV];
  al_tally_add (&self->tally, half_s, &self->h);
  al_beat_detector_integrate (&self->detector, half_s, &self->h);
  al_core_integrate (self, time_s, end_s, h_s);
  lv_ml[1] = self->y[AL_V_LV];
  lv_mmhg[1] = self->h.chamber_mmhg[AL_LV];
  al_tally_add (&self->tally, half_s, &self->h);
  al_beat_detector_integrate (&self->detector, half_s, &self->h);
  al_beat_detector_work (&self->detector, h_s, lv_ml, lv_mmhg);
  al_beat_detector_phase (&self->detector, self->y[AL_Q_AORTIC]);
  al_beat_detector_extremes (&self->detector, self->c.v0_ml[AL_LV], self->y, &self->h);
}

G_END_DECLS
