/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-equations.h"

G_BEGIN_DECLS

/* Flow above which the aortic valve counts as ejecting: keeps balloon waves out of the systolic
 * pressure. */
#define AL_EJECTION_ML_S 5.0

/* Stands for "none yet" in a highest or a lowest pressure. */
#define AL_NO_PRESSURE_MMHG 1e9

/**
 * AlBeatDetector:
 *
 * Sums and extremes of the beat that is running, from one ventricular activation to the next. Made
 * of AlReal alone: @ejecting and @ejected are 1 or 0.
 */
typedef struct {
  AlReal duration_s;
  /* integrals over the beat, mmHg s or mL */
  AlReal ao_s, la_s, wedge_s, ra_s, pa_s;
  AlReal aortic_ml, lung_ml, ecmo_ml, mafp_ml, coronary_ml, coronary_diastolic_ml, upper_ml;
  AlReal mitral_leak_ml, drainage_closed_s, mafp_closed_s;
  AlReal stroke_work, spti, dpti;
  AlReal ejection_s;
  /* extremes */
  AlReal ao_max_ejecting, ao_min, ao_min_before_ejection, ao_max_after_ejection, ao_max;
  AlReal lv_ml_min, lv_mmhg_max, dpdt_max;
  AlReal lv_ees, lv_esp;
  AlReal rv_ml_min, rv_mmhg_max, la_ml_max, la_ml_min, pa_max, pa_min;
  AlReal gradient_max;
  AlReal lv_edv; /* the largest before blood is ejected */
  /* at the start of the beat */
  AlReal lv_edp, rv_edv;
  AlReal ejecting;
  AlReal ejected; /* the valve has opened and forward flow has ended */
} AlBeatDetector;

static inline void
al_beat_detector_start (AlBeatDetector *self, const AlReal y[AL_N_STATES], const AlHaemodynamics *h)
{
  AlReal arch = h->artery_mmhg[AL_ARCH];

  *self = (AlBeatDetector){
      .lv_edv = y[AL_V_LV],
      .lv_edp = h->chamber_mmhg[AL_LV],
      .rv_edv = y[AL_V_RV],
      .ao_max_ejecting = al_real (-AL_NO_PRESSURE_MMHG),
      .ao_max_after_ejection = al_real (-AL_NO_PRESSURE_MMHG),
      .ao_max = arch,
      .ao_min = arch,
      .ao_min_before_ejection = arch,
      .lv_ml_min = y[AL_V_LV],
      .lv_mmhg_max = h->chamber_mmhg[AL_LV],
      .rv_ml_min = y[AL_V_RV],
      .rv_mmhg_max = h->chamber_mmhg[AL_RV],
      .la_ml_max = y[AL_V_LA],
      .la_ml_min = y[AL_V_LA],
      .pa_max = h->artery_mmhg[AL_PA],
      .pa_min = h->artery_mmhg[AL_PA],
  };
}

/* One end of a step, by the trapezoidal rule: called with half its length for both of them, before
 * the phase moves on. */
static inline void
al_beat_detector_integrate (AlBeatDetector *self, AlReal half_s, const AlHaemodynamics *h)
{
  AlReal coronary_ml = half_s * h->flow[AL_EDGE_CORONARY_IN];
  AlReal lv_mmhg_s = half_s * h->chamber_mmhg[AL_LV], ao_mmhg_s = half_s * h->artery_mmhg[AL_ARCH];

  self->duration_s += half_s;
  self->ao_s += ao_mmhg_s;
  self->la_s += half_s * h->chamber_mmhg[AL_LA];
  self->wedge_s += half_s * h->pulmonary_vein_mmhg;
  self->ra_s += half_s * h->chamber_mmhg[AL_RA];
  self->pa_s += half_s * h->artery_mmhg[AL_PA];
  self->aortic_ml += half_s * h->flow[AL_EDGE_AORTIC];
  self->lung_ml += half_s * h->flow[AL_EDGE_LUNG];
  self->ecmo_ml += half_s * (h->flow[AL_EDGE_RETURN_ABDOMINAL] + h->flow[AL_EDGE_RETURN_ARCH]);
  self->mafp_ml += half_s * h->flow[AL_EDGE_MAFP];
  self->upper_ml += half_s * h->flow[AL_EDGE_UPPER];
  self->mitral_leak_ml += half_s * h->leak_ml_s[AL_MITRAL];
  self->drainage_closed_s += half_s * h->drainage_closed;
  self->mafp_closed_s += half_s * h->mafp_closed;
  self->coronary_ml += coronary_ml;
  self->coronary_diastolic_ml += self->ejected * coronary_ml;
  self->ejection_s += self->ejecting * half_s;
  self->spti += (1 - self->ejected) * lv_mmhg_s;
  self->dpti += (1 - self->ejecting) * (ao_mmhg_s - lv_mmhg_s);
}

/* The ventricle over a step, from volumes and pressures at both ends. */
static inline void
al_beat_detector_work (AlBeatDetector *self, AlReal dt_s, const AlReal lv_ml[2],
                       const AlReal lv_mmhg[2])
{
  self->stroke_work -= 0.5 * (lv_mmhg[0] + lv_mmhg[1]) * (lv_ml[1] - lv_ml[0]);
  self->dpdt_max = al_max (self->dpdt_max, (lv_mmhg[1] - lv_mmhg[0]) / dt_s);
}

static inline void
al_beat_detector_phase (AlBeatDetector *self, AlReal aortic_ml_s)
{
  AlReal one = al_real (1), none = al_real (0);
  AlReal starts = al_select (aortic_ml_s > AL_EJECTION_ML_S, one, none) * (1 - self->ejecting) *
                  (1 - self->ejected);
  AlReal ends = al_select (aortic_ml_s > 0, none, one) * self->ejecting;

  self->ejecting = self->ejecting + starts - ends;
  self->ejected = self->ejected + ends;
}

static inline void
al_beat_detector_extremes (AlBeatDetector *self, AlReal lv_v0_ml, const AlReal y[AL_N_STATES],
                           const AlHaemodynamics *h)
{
  AlReal ao = h->artery_mmhg[AL_ARCH], lv = h->chamber_mmhg[AL_LV], pa = h->artery_mmhg[AL_PA];
  AlReal room_ml = al_max (y[AL_V_LV] - lv_v0_ml, al_real (1)), slope = lv / room_ml;
  AlReal none = al_real (AL_NO_PRESSURE_MMHG), before = 1 - self->ejecting - self->ejected;

  self->ao_max = al_max (self->ao_max, ao);
  self->ao_min = al_min (self->ao_min, ao);
  self->ao_max_ejecting =
      al_max (self->ao_max_ejecting, al_select (self->ejecting > 0.5, ao, -none));
  self->gradient_max =
      al_max (self->gradient_max, al_select (self->ejecting > 0.5, lv - ao, al_real (0)));
  self->ao_max_after_ejection =
      al_max (self->ao_max_after_ejection, al_select (self->ejected > 0.5, ao, -none));
  self->ao_min_before_ejection =
      al_min (self->ao_min_before_ejection, al_select (before > 0.5, ao, none));
  self->lv_edv = al_max (self->lv_edv, y[AL_V_LV] * before);
  self->lv_ml_min = al_min (self->lv_ml_min, y[AL_V_LV]);
  self->lv_mmhg_max = al_max (self->lv_mmhg_max, lv);
  self->lv_esp = al_select (slope > self->lv_ees, lv, self->lv_esp);
  self->lv_ees = al_max (slope, self->lv_ees);
  self->rv_ml_min = al_min (self->rv_ml_min, y[AL_V_RV]);
  self->rv_mmhg_max = al_max (self->rv_mmhg_max, h->chamber_mmhg[AL_RV]);
  self->la_ml_max = al_max (self->la_ml_max, y[AL_V_LA]);
  self->la_ml_min = al_min (self->la_ml_min, y[AL_V_LA]);
  self->pa_max = al_max (self->pa_max, pa);
  self->pa_min = al_min (self->pa_min, pa);
}

G_END_DECLS
