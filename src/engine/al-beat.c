/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-beat.h"

#include "al-units.h"

#include <math.h>

/* A stroke volume below this, in mL, gives no arterial elastance. */
#define SMALL_STROKE_ML 1.0

/* Right atrial pressure below this, in mmHg, gives no PAPi. */
#define SMALL_RA_MMHG 0.5

/**
 * al_beat_detector_start:
 * @self: (out caller-allocates): a detector
 * @circulation: the circulation at ventricular activation
 * @h: its pressures and flows
 *
 * Begins a beat: end-diastole is here.
 */
void
al_beat_detector_start (AlBeatDetector *self, const AlCirculation *circulation,
                        const AlHaemodynamics *h)
{
  const double *y = circulation->y;

  *self = (AlBeatDetector){
      .lv_edv = y[AL_V_LV],
      .lv_edp = h->chamber_mmhg[AL_LV],
      .rv_edv = y[AL_V_RV],
      .ao_max_ejecting = -INFINITY,
      .ao_max_after_ejection = -INFINITY,
      .ao_max = h->arch_mmhg,
      .ao_min = h->arch_mmhg,
      .ao_min_before_ejection = h->arch_mmhg,
      .lv_ml_max = y[AL_V_LV],
      .lv_ml_min = y[AL_V_LV],
      .lv_mmhg_max = h->chamber_mmhg[AL_LV],
      .rv_ml_min = y[AL_V_RV],
      .rv_mmhg_max = h->chamber_mmhg[AL_RV],
      .la_ml_max = y[AL_V_LA],
      .la_ml_min = y[AL_V_LA],
      .pa_max = h->pa_mmhg,
      .pa_min = h->pa_mmhg,
  };
}

static double
mean_of (double a, double b)
{
  return 0.5 * (a + b);
}

static void
add_integrals (AlBeatDetector *self, double dt_s, const double y[2][AL_N_STATES],
               const AlHaemodynamics h[2])
{
  double coronary_ml = dt_s * mean_of (h[0].coronary_ml_s, h[1].coronary_ml_s);
  double lv_mmhg = mean_of (h[0].chamber_mmhg[AL_LV], h[1].chamber_mmhg[AL_LV]);
  double ao_mmhg = mean_of (h[0].arch_mmhg, h[1].arch_mmhg);

  self->duration_s += dt_s;
  self->ao_s += dt_s * ao_mmhg;
  self->la_s += dt_s * mean_of (h[0].chamber_mmhg[AL_LA], h[1].chamber_mmhg[AL_LA]);
  self->wedge_s += dt_s * mean_of (h[0].pulmonary_vein_mmhg, h[1].pulmonary_vein_mmhg);
  self->ra_s += dt_s * mean_of (h[0].chamber_mmhg[AL_RA], h[1].chamber_mmhg[AL_RA]);
  self->pa_s += dt_s * mean_of (h[0].pa_mmhg, h[1].pa_mmhg);
  self->aortic_ml += dt_s * (mean_of (y[0][AL_Q_AORTIC], y[1][AL_Q_AORTIC]) -
                             mean_of (h[0].leak_ml_s[AL_AORTIC], h[1].leak_ml_s[AL_AORTIC]));
  self->pulmonary_ml +=
      dt_s * (mean_of (y[0][AL_Q_PULMONARY], y[1][AL_Q_PULMONARY]) -
              mean_of (h[0].leak_ml_s[AL_PULMONARY], h[1].leak_ml_s[AL_PULMONARY]));
  self->ecmo_ml += dt_s * mean_of (y[0][AL_Q_ECMO], y[1][AL_Q_ECMO]);
  self->coronary_ml += coronary_ml;
  self->upper_ml += dt_s * mean_of (h[0].upper_ml_s, h[1].upper_ml_s);
  self->stroke_work -= lv_mmhg * (y[1][AL_V_LV] - y[0][AL_V_LV]);
  if (self->ejecting) {
    self->ejection_s += dt_s;
    self->spti += dt_s * lv_mmhg;
  } else {
    self->dpti += dt_s * (ao_mmhg - lv_mmhg);
  }
  if (self->ejected)
    self->coronary_diastolic_ml += coronary_ml;
}

static void
add_extremes (AlBeatDetector *self, double lv_v0_ml, const double *y, const AlHaemodynamics *h)
{
  double lv_mmhg = h->chamber_mmhg[AL_LV], room_ml = y[AL_V_LV] - lv_v0_ml;

  self->ao_max = MAX (self->ao_max, h->arch_mmhg);
  self->ao_min = MIN (self->ao_min, h->arch_mmhg);
  if (self->ejecting)
    self->ao_max_ejecting = MAX (self->ao_max_ejecting, h->arch_mmhg);
  else if (self->ejected)
    self->ao_max_after_ejection = MAX (self->ao_max_after_ejection, h->arch_mmhg);
  else
    self->ao_min_before_ejection = MIN (self->ao_min_before_ejection, h->arch_mmhg);
  self->lv_ml_max = MAX (self->lv_ml_max, y[AL_V_LV]);
  self->lv_ml_min = MIN (self->lv_ml_min, y[AL_V_LV]);
  self->lv_mmhg_max = MAX (self->lv_mmhg_max, lv_mmhg);
  if (room_ml > 1 && lv_mmhg / room_ml > self->lv_ees) {
    self->lv_ees = lv_mmhg / room_ml;
    self->lv_esp = lv_mmhg;
  }
  self->rv_ml_min = MIN (self->rv_ml_min, y[AL_V_RV]);
  self->rv_mmhg_max = MAX (self->rv_mmhg_max, h->chamber_mmhg[AL_RV]);
  self->la_ml_max = MAX (self->la_ml_max, y[AL_V_LA]);
  self->la_ml_min = MIN (self->la_ml_min, y[AL_V_LA]);
  self->pa_max = MAX (self->pa_max, h->pa_mmhg);
  self->pa_min = MIN (self->pa_min, h->pa_mmhg);
}

/**
 * al_beat_detector_add:
 * @self: a detector
 * @c: coefficients
 * @dt_s: length of the step, > 0
 * @y: states before and after the step
 * @h: pressures and flows before and after the step
 *
 * Takes a step into the beat, by the trapezoidal rule.
 */
void
al_beat_detector_add (AlBeatDetector *self, const AlCoefficients *c, double dt_s,
                      const double y[2][AL_N_STATES], const AlHaemodynamics h[2])
{
  double rise = (h[1].chamber_mmhg[AL_LV] - h[0].chamber_mmhg[AL_LV]) / dt_s;

  add_integrals (self, dt_s, y, h);
  self->dpdt_max = MAX (self->dpdt_max, rise);
  if (!self->ejecting && !self->ejected && y[1][AL_Q_AORTIC] > AL_EJECTION_ML_S) {
    self->ejecting = TRUE;
  } else if (self->ejecting && y[1][AL_Q_AORTIC] <= 0) {
    self->ejecting = FALSE;
    self->ejected = TRUE;
  }
  add_extremes (self, c->chamber[AL_LV].v0_ml, y[1], &h[1]);
}

static void
finish_aorta (const AlBeatDetector *self, double *v)
{
  double map = self->ao_s / self->duration_s;
  gboolean opened = isfinite (self->ao_max_ejecting);

  v[AL_INDEX_MAP] = map;
  v[AL_INDEX_AO_SYSTOLIC] = opened ? self->ao_max_ejecting : map;
  v[AL_INDEX_AO_DIASTOLIC] = opened ? self->ao_min : map;
  v[AL_INDEX_AO_END_DIASTOLIC] = opened ? self->ao_min_before_ejection : map;
  v[AL_INDEX_AO_PULSE] = v[AL_INDEX_AO_SYSTOLIC] - v[AL_INDEX_AO_DIASTOLIC];
  v[AL_INDEX_AO_AUGMENTED] =
      isfinite (self->ao_max_after_ejection) ? self->ao_max_after_ejection : self->ao_max;
  v[AL_INDEX_AV_OPENING] = opened ? 1 : 0;
  v[AL_INDEX_LV_ET] = self->ejection_s;
  v[AL_INDEX_SPTI] = self->spti;
  v[AL_INDEX_DPTI] = self->dpti;
}

static void
finish_left_ventricle (const AlBeatDetector *self, double lv_v0_ml, double *v)
{
  v[AL_INDEX_LV_EDP] = self->lv_edp;
  v[AL_INDEX_LV_EDV] = self->lv_edv;
  v[AL_INDEX_LV_ESV] = self->lv_ml_min;
  v[AL_INDEX_LV_SV] = self->aortic_ml;
  v[AL_INDEX_LV_TOTAL_SV] = self->lv_edv - self->lv_ml_min;
  v[AL_INDEX_LV_EF] = 100 * v[AL_INDEX_LV_TOTAL_SV] / self->lv_edv;
  v[AL_INDEX_LV_ESP] = self->lv_esp;
  v[AL_INDEX_LV_PEAK] = self->lv_mmhg_max;
  v[AL_INDEX_LV_SW] = self->stroke_work;
  v[AL_INDEX_LV_PVA] = self->stroke_work + 0.5 * self->lv_esp * (self->lv_ml_min - lv_v0_ml);
  v[AL_INDEX_LV_EES] = self->lv_ees;
  v[AL_INDEX_LV_EA] =
      self->aortic_ml > SMALL_STROKE_ML ? self->lv_esp / self->aortic_ml : (double) NAN;
  v[AL_INDEX_LV_DPDT] = self->dpdt_max;
}

static void
finish_right_heart (const AlBeatDetector *self, double *v)
{
  v[AL_INDEX_RV_EDV] = self->rv_edv;
  v[AL_INDEX_RV_ESV] = self->rv_ml_min;
  v[AL_INDEX_RV_SYSTOLIC] = self->rv_mmhg_max;
  v[AL_INDEX_LA_MEAN] = self->la_s / self->duration_s;
  v[AL_INDEX_LA_MAX] = self->la_ml_max;
  v[AL_INDEX_LA_SV] = self->la_ml_max - self->la_ml_min;
  v[AL_INDEX_PCWP] = self->wedge_s / self->duration_s;
  v[AL_INDEX_RA_MEAN] = self->ra_s / self->duration_s;
  v[AL_INDEX_PA_SYSTOLIC] = self->pa_max;
  v[AL_INDEX_PA_DIASTOLIC] = self->pa_min;
  v[AL_INDEX_PA_MEAN] = self->pa_s / self->duration_s;
}

static double
per_minute (double volume_ml, double duration_s)
{
  return volume_ml / duration_s * AL_L_MIN_PER_ML_S;
}

static void
finish_flows (const AlBeatDetector *self, const AlBeatBody *body, double *v)
{
  double lung_ml_s = self->pulmonary_ml / self->duration_s;

  v[AL_INDEX_NATIVE_CO] = per_minute (self->aortic_ml, self->duration_s);
  v[AL_INDEX_ECMO_FLOW] = per_minute (self->ecmo_ml, self->duration_s);
  v[AL_INDEX_TOTAL_FLOW] = v[AL_INDEX_NATIVE_CO] + v[AL_INDEX_ECMO_FLOW];
  v[AL_INDEX_CPO] = v[AL_INDEX_MAP] * v[AL_INDEX_NATIVE_CO] * AL_W_PER_MMHG_L_MIN;
  v[AL_INDEX_TOTAL_POWER] = v[AL_INDEX_MAP] * v[AL_INDEX_TOTAL_FLOW] * AL_W_PER_MMHG_L_MIN;
  v[AL_INDEX_CI] = v[AL_INDEX_NATIVE_CO] / body->bsa_m2;
  v[AL_INDEX_LVOT_VTI] = self->aortic_ml / body->lvot_cm2;
  v[AL_INDEX_CORONARY_FLOW] = 1000 * per_minute (self->coronary_ml, self->duration_s);
  v[AL_INDEX_CORONARY_DIASTOLIC_FLOW] =
      1000 * per_minute (self->coronary_diastolic_ml, self->duration_s);
  v[AL_INDEX_CORONARY_DIASTOLIC] =
      self->ejected ? 100 * self->coronary_diastolic_ml / self->coronary_ml : (double) NAN;
  v[AL_INDEX_UPPER_FLOW] = per_minute (self->upper_ml, self->duration_s);
  v[AL_INDEX_SVR] = AL_DYN_PER_MMHG_S_ML * AL_L_MIN_PER_ML_S *
                    (v[AL_INDEX_MAP] - v[AL_INDEX_RA_MEAN]) / v[AL_INDEX_TOTAL_FLOW];
  v[AL_INDEX_PVR] = lung_ml_s > SMALL_STROKE_ML ? (v[AL_INDEX_PA_MEAN] - v[AL_INDEX_LA_MEAN]) /
                                                      (lung_ml_s * AL_L_MIN_PER_ML_S)
                                                : (double) NAN;
}

/**
 * al_beat_detector_finish:
 * @self: a detector at the end of its beat
 * @body: what the indices relate to
 * @lv_v0_ml: V0 of the left ventricle
 * @indices: (out caller-allocates): the indices of the beat; NAN where one is not defined
 *
 * Computes the indices, as `al-index-table.h` defines them.
 */
void
al_beat_detector_finish (const AlBeatDetector *self, const AlBeatBody *body, double lv_v0_ml,
                         AlIndices *indices)
{
  double *v = indices->value;

  for (int i = 0; i < AL_N_INDICES; i++)
    v[i] = NAN;
  v[AL_INDEX_HR] = 60 / body->interval_s;
  finish_aorta (self, v);
  finish_left_ventricle (self, lv_v0_ml, v);
  finish_right_heart (self, v);
  finish_flows (self, body, v);
  if (!body->ecmo_on && v[AL_INDEX_RA_MEAN] > SMALL_RA_MMHG)
    v[AL_INDEX_PAPI] = (v[AL_INDEX_PA_SYSTOLIC] - v[AL_INDEX_PA_DIASTOLIC]) / v[AL_INDEX_RA_MEAN];
}
