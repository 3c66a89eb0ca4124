/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-circulation.h"
#include "al-indices.h"

G_BEGIN_DECLS

/**
 * AlBeatDetector:
 *
 * Sums and extremes of the beat that is running. A beat lasts from one ventricular activation to
 * the next.
 */
typedef struct {
  double duration_s;
  /* integrals over the beat, mmHg s or mL */
  double ao_s, la_s, wedge_s, ra_s, pa_s;
  double aortic_ml, pulmonary_ml, ecmo_ml, coronary_ml, coronary_diastolic_ml, upper_ml;
  double stroke_work, spti, dpti;
  double ejection_s;
  /* extremes */
  double ao_max_ejecting, ao_min, ao_min_before_ejection, ao_max_after_ejection, ao_max;
  double lv_ml_max, lv_ml_min, lv_mmhg_max, dpdt_max;
  double lv_ees, lv_esp;
  double rv_ml_min, rv_mmhg_max, la_ml_max, la_ml_min, pa_max, pa_min;
  /* at the start of the beat */
  double lv_edv, lv_edp, rv_edv;
  gboolean ejecting;
  gboolean ejected; /* the valve has opened and forward flow has ended */
} AlBeatDetector;

/* Flow above which the aortic valve counts as ejecting: keeps balloon waves out of the systolic
 * pressure. */
#define AL_EJECTION_ML_S 5.0

/**
 * AlBeatBody:
 * @interval_s: the length of the beat
 * @bsa_m2: body surface area
 * @lvot_cm2: area of the outflow tract
 * @ecmo_on: whether the circuit runs, which makes some indices meaningless
 */
typedef struct {
  double interval_s;
  double bsa_m2;
  double lvot_cm2;
  gboolean ecmo_on;
} AlBeatBody;

void al_beat_detector_start (AlBeatDetector *self, const AlCirculation *circulation,
                             const AlHaemodynamics *h);
void al_beat_detector_add (AlBeatDetector *self, const AlCoefficients *c, double dt_s,
                           const double y[2][AL_N_STATES], const AlHaemodynamics h[2]);
void al_beat_detector_finish (const AlBeatDetector *self, const AlBeatBody *body, double lv_v0_ml,
                              AlIndices *indices);

G_END_DECLS
