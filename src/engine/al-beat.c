/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-beat.h"

#include "al-rhythm.h"
#include "al-units.h"

#include <math.h>

/* A stroke volume below this, in mL, gives no arterial elastance. */
#define SMALL_STROKE_ML 1.0

/* Right atrial pressure below this, in mmHg, gives no PAPi. */
#define SMALL_RA_MMHG 0.5

/* Flow below this, in L/min, gives no resistance and no saturation: blood stands. */
#define SMALL_FLOW_L_MIN 0.1

/* A pulse pressure below this, in mmHg, is none. */
#define SMALL_PULSE_MMHG 5.0

static void
finish_aorta (const AlBeatDetector *self, double *v)
{
  double map = self->ao_s / self->duration_s;
  gboolean opened = self->ao_max_ejecting > -AL_NO_PRESSURE_MMHG,
           closed = self->ao_max_after_ejection > -AL_NO_PRESSURE_MMHG;

  v[AL_INDEX_MAP] = map;
  v[AL_INDEX_AO_SYSTOLIC] = opened ? self->ao_max_ejecting : map;
  v[AL_INDEX_AO_DIASTOLIC] = opened ? self->ao_min : map;
  v[AL_INDEX_AO_END_DIASTOLIC] = opened ? self->ao_min_before_ejection : map;
  v[AL_INDEX_AO_PULSE] = v[AL_INDEX_AO_SYSTOLIC] - v[AL_INDEX_AO_DIASTOLIC];
  v[AL_INDEX_AO_AUGMENTED] = closed ? self->ao_max_after_ejection : self->ao_max;
  v[AL_INDEX_AV_OPENING] = opened ? 1 : 0;
  v[AL_INDEX_LV_ET] = self->ejection_s;
  v[AL_INDEX_SPTI] = self->ejected > 0.5 ? self->spti : (double) NAN;
  v[AL_INDEX_DPTI] = self->dpti;
  v[AL_INDEX_LVOT_GRADIENT] = opened ? self->gradient_max : 0;
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
  v[AL_INDEX_MITRAL_LEAK] = self->mitral_leak_ml;
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
finish_flows (const AlBeatDetector *self, const AlSettings *settings, double *v)
{
  double lung_ml_s = self->lung_ml / self->duration_s;

  v[AL_INDEX_NATIVE_CO] = per_minute (self->aortic_ml, self->duration_s);
  v[AL_INDEX_ECMO_FLOW] = per_minute (self->ecmo_ml, self->duration_s);
  v[AL_INDEX_MAFP_FLOW] = per_minute (self->mafp_ml, self->duration_s);
  v[AL_INDEX_TOTAL_FLOW] = v[AL_INDEX_NATIVE_CO] + v[AL_INDEX_ECMO_FLOW] + v[AL_INDEX_MAFP_FLOW];
  v[AL_INDEX_CPO] = v[AL_INDEX_MAP] * v[AL_INDEX_NATIVE_CO] * AL_W_PER_MMHG_L_MIN;
  v[AL_INDEX_TOTAL_POWER] = v[AL_INDEX_MAP] * v[AL_INDEX_TOTAL_FLOW] * AL_W_PER_MMHG_L_MIN;
  v[AL_INDEX_CI] =
      (v[AL_INDEX_NATIVE_CO] + v[AL_INDEX_MAFP_FLOW]) / settings->value[AL_PARAMETER_BODY_BSA];
  v[AL_INDEX_LVOT_VTI] = self->aortic_ml / settings->value[AL_PARAMETER_LVOT_AREA];
  if (v[AL_INDEX_TOTAL_FLOW] > SMALL_FLOW_L_MIN)
    v[AL_INDEX_SVR] = AL_DYN_PER_MMHG_S_ML * AL_L_MIN_PER_ML_S *
                      (v[AL_INDEX_MAP] - v[AL_INDEX_RA_MEAN]) / v[AL_INDEX_TOTAL_FLOW];
  v[AL_INDEX_PVR] = lung_ml_s > SMALL_STROKE_ML ? (v[AL_INDEX_PA_MEAN] - v[AL_INDEX_LA_MEAN]) /
                                                      (lung_ml_s * AL_L_MIN_PER_ML_S)
                                                : (double) NAN;
  if (self->aortic_ml + self->mafp_ml > SMALL_STROKE_ML)
    v[AL_INDEX_QP_QS] = self->lung_ml / (self->aortic_ml + self->mafp_ml);
  v[AL_INDEX_UPPER_FLOW] = per_minute (self->upper_ml, self->duration_s);
  v[AL_INDEX_ECMO_SUCTION] = 100 * self->drainage_closed_s / self->duration_s;
  v[AL_INDEX_MAFP_SUCTION] = 100 * self->mafp_closed_s / self->duration_s;
}

/* A heart that does not eject has no diastole to speak of. */
static void
finish_coronaries (const AlBeatDetector *self, double *v)
{
  v[AL_INDEX_CORONARY_FLOW] = 1000 * per_minute (self->coronary_ml, self->duration_s);
  if (self->ejected < 0.5)
    return;
  v[AL_INDEX_CORONARY_DIASTOLIC_FLOW] =
      1000 * per_minute (self->coronary_diastolic_ml, self->duration_s);
  v[AL_INDEX_CORONARY_DIASTOLIC] = 100 * self->coronary_diastolic_ml / self->coronary_ml;
}

static double
saturation_percent (const AlSlow *slow, const AlCore *core, int compartment, double hb_g_dl)
{
  return 100 * al_oxygen_saturation (&slow->oxygen, core->tally.start_ml, compartment, hb_g_dl);
}

static void
finish_oxygen (const AlBeatDetector *detector, const AlCore *core, const AlSlow *slow, double *v)
{
  double hb = al_slow_haemoglobin_g_dl (slow, al_state_blood_ml (core->tally.start_ml));

  v[AL_INDEX_HAEMOGLOBIN] = hb;
  if (v[AL_INDEX_TOTAL_FLOW] > SMALL_FLOW_L_MIN) {
    if (per_minute (detector->lung_ml, detector->duration_s) > SMALL_FLOW_L_MIN)
      v[AL_INDEX_SVO2] = saturation_percent (slow, core, AL_O2_PA, hb);
    v[AL_INDEX_SAO2_RADIAL] = saturation_percent (slow, core, AL_O2_UPPER, hb);
    v[AL_INDEX_SAO2_FEMORAL] = saturation_percent (slow, core, AL_O2_ABDOMINAL, hb);
  }
  v[AL_INDEX_DO2] = slow->oxygen.do2_ml_min;
  if (slow->oxygen.do2_ml_min > slow->oxygen.vo2_ml_min)
    v[AL_INDEX_O2_EXTRACTION] = 100 * slow->oxygen.vo2_ml_min / slow->oxygen.do2_ml_min;
  if (core->c.ecmo.on > 0.5)
    v[AL_INDEX_SAO2_PREOXYGENATOR] = 100 * slow->oxygen.drained_saturation;
}

static void
finish_organs (const AlSlow *slow, double weight_kg, double *v)
{
  const AlMetabolism *organs = &slow->metabolism;
  double diuretic_ml_h = 3600 * slow->drugs.effects.urine_ml_s;

  v[AL_INDEX_LACTATE] = organs->lactate_mmol_l;
  v[AL_INDEX_PH] = organs->ph;
  v[AL_INDEX_PACO2] = organs->paco2_mmhg;
  v[AL_INDEX_URINE] = organs->urine_ml_kg_h + diuretic_ml_h / weight_kg;
  v[AL_INDEX_LUNG_WATER] = organs->lung_water_ml;
  v[AL_INDEX_LIMB_FLOW] = organs->limb_percent;
  v[AL_INDEX_FREE_HB] = organs->free_haemoglobin_mg_dl;
  v[AL_INDEX_BLEEDING] = organs->bleeding_ml_h;
}

static gboolean
any_device (const AlSettings *settings)
{
  const double *v = settings->value;

  return v[AL_PARAMETER_IABP_ON] > 0.5 || v[AL_PARAMETER_ECMO_ON] > 0.5 ||
         v[AL_PARAMETER_MAFP_ON] > 0.5;
}

/* Where a pump flattens the pulse, systolic pressure says no more than the mean. */
static gboolean
steady_flow (const AlSettings *settings)
{
  return settings->value[AL_PARAMETER_ECMO_ON] > 0.5 || settings->value[AL_PARAMETER_MAFP_ON] > 0.5;
}

/* Furosemide is no circulatory drug. */
static gboolean
any_drug (const AlSettings *settings)
{
  for (int i = AL_PARAMETER_DRUG_NOREPINEPHRINE; i < AL_PARAMETER_DRUG_FUROSEMIDE; i++) {
    if (settings->value[i] > 0)
      return TRUE;
  }
  return FALSE;
}

/**
 * al_beat_judge:
 * @indices: the indices of a beat, or the mean of several
 * @settings: the settings of the patient
 * @scai: (out caller-allocates): the stage with its reasons
 *
 * Judges the SCAI stage from what the indices say. Output is that to the body, pumps included.
 */
void
al_beat_judge (const AlIndices *indices, const AlSettings *settings, AlScai *scai)
{
  const double *v = indices->value, *set = settings->value;
  double rhythm = set[AL_PARAMETER_RHYTHM];
  /* A pulse that a pump has flattened is not one that is gone. */
  gboolean no_pulse = v[AL_INDEX_AO_PULSE] < SMALL_PULSE_MMHG && !steady_flow (settings);
  /* What a diuretic drives out says nothing of perfusion. */
  gboolean diuretic = set[AL_PARAMETER_DRUG_FUROSEMIDE] > 0;
  AlScaiSigns signs = {
      .sbp_mmhg = steady_flow (settings) ? (double) NAN : v[AL_INDEX_AO_SYSTOLIC],
      .map_mmhg = v[AL_INDEX_MAP],
      .hr_bpm = v[AL_INDEX_HR],
      .lactate_mmol_l = v[AL_INDEX_LACTATE],
      .ci_l_min_m2 = v[AL_INDEX_TOTAL_FLOW] / set[AL_PARAMETER_BODY_BSA],
      .pcwp_mmhg = v[AL_INDEX_PCWP],
      .urine_ml_kg_h = diuretic ? (double) NAN : v[AL_INDEX_URINE],
      .ph = v[AL_INDEX_PH],
      .drugs = any_drug (settings),
      .device = any_device (settings),
      .arrest = set[AL_PARAMETER_HISTORY_ARREST] > 0.5,
      .therapy_failed = set[AL_PARAMETER_HISTORY_FAILED] > 0.5,
      .pulseless =
          rhythm > AL_RHYTHM_ASYSTOLE - 0.5 || (no_pulse && rhythm > AL_RHYTHM_ECTOPY + 0.5),
  };

  al_scai_judge (&signs, scai);
}

/**
 * al_beat_finish:
 * @detector: a detector at the end of its beat
 * @core: the circulation
 * @slow: its slow states
 * @settings: its settings
 * @indices: (out caller-allocates): the indices of the beat; NAN where one is not defined
 *
 * Computes the indices, as `al-index-table.h` defines them. The heart rate is that of the length of
 * the beat.
 */
void
al_beat_finish (const AlBeatDetector *detector, const AlCore *core, const AlSlow *slow,
                const AlSettings *settings, AlIndices *indices)
{
  double *v = indices->value;
  AlScai scai;

  for (int i = 0; i < AL_N_INDICES; i++)
    v[i] = NAN;
  v[AL_INDEX_HR] = 60 / detector->duration_s;
  finish_aorta (detector, v);
  finish_left_ventricle (detector, core->c.v0_ml[AL_LV], v);
  finish_right_heart (detector, v);
  finish_flows (detector, settings, v);
  finish_coronaries (detector, v);
  finish_oxygen (detector, core, slow, v);
  finish_organs (slow, settings->value[AL_PARAMETER_BODY_WEIGHT], v);
  v[AL_INDEX_CVP_PCWP] = v[AL_INDEX_RA_MEAN] / v[AL_INDEX_PCWP];
  if (core->c.ecmo.on > 0.5)
    v[AL_INDEX_QP_QS] = NAN;
  else if (v[AL_INDEX_RA_MEAN] > SMALL_RA_MMHG)
    v[AL_INDEX_PAPI] = (v[AL_INDEX_PA_SYSTOLIC] - v[AL_INDEX_PA_DIASTOLIC]) / v[AL_INDEX_RA_MEAN];
  al_beat_judge (indices, settings, &scai);
  v[AL_INDEX_SCAI_LOW] = scai.low;
  v[AL_INDEX_SCAI_HIGH] = scai.high;
}
