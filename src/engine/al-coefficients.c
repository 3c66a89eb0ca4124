/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-coefficients.h"

#include "al-reflex.h"
#include "al-rhythm.h"
#include "al-units.h"

#define ARTERIAL_REFERENCE_MMHG  90.0
#define PULMONARY_REFERENCE_MMHG 15.0

#define MITRAL_LENGTH_CM    2.0
#define AORTIC_LENGTH_CM    2.2
#define TRICUSPID_LENGTH_CM 2.0
#define PULMONARY_LENGTH_CM 2.2

/* Zone 2: rise of pulmonary resistance per cmH2O of PEEP above 5. */
#define PEEP_RESISTANCE_PER_CMH2O 0.04
#define PEEP_HARMLESS_CMH2O       5.0

G_STATIC_ASSERT (AL_PARAMETER_LV_VD == AL_PARAMETER_LV_EES + 4);
G_STATIC_ASSERT (AL_PARAMETER_RV_VD == AL_PARAMETER_RV_EES + 4);
G_STATIC_ASSERT (AL_PARAMETER_LA_VD == AL_PARAMETER_LA_EES + 4);
G_STATIC_ASSERT (AL_PARAMETER_RA_VD == AL_PARAMETER_RA_EES + 4);

/* No more fluid presses on an empty heart than this: by then nothing has entered it for long. */
#define TAMPONADE_MMHG 30.0

/* The table lists Ees, V0, a, b, Vd of a chamber in this order. */
static void
take_chamber (AlCoefficients *self, int chamber, const AlSettings *settings, AlParameter ees)
{
  const double *v = &settings->value[ees];

  self->ees_mmhg_ml[chamber] = v[0];
  self->v0_ml[chamber] = v[1];
  self->a_mmhg[chamber] = v[2];
  self->b_per_ml[chamber] = v[3];
  self->vd_ml[chamber] = v[4];
}

/* Heart volume at which the pericardium begins to press; negative where it holds more fluid than
 * would leave room for a heart. */
static double
pericardium_room (const double *v)
{
  double scale_mmhg = MAX (v[AL_PARAMETER_PERICARDIUM_P], 1e-3);
  double least_ml = -v[AL_PARAMETER_PERICARDIUM_K] * al_log (TAMPONADE_MMHG / scale_mmhg);

  return MAX (v[AL_PARAMETER_PERICARDIUM_V0] - v[AL_PARAMETER_PERICARDIUM_EFFUSION], least_ml);
}

static void
coefficients_heart (AlCoefficients *self, const AlSettings *settings)
{
  const double *v = settings->value;

  take_chamber (self, AL_LA, settings, AL_PARAMETER_LA_EES);
  take_chamber (self, AL_LV, settings, AL_PARAMETER_LV_EES);
  take_chamber (self, AL_RA, settings, AL_PARAMETER_RA_EES);
  take_chamber (self, AL_RV, settings, AL_PARAMETER_RV_EES);
  self->ks_s_ml[AL_LV] = v[AL_PARAMETER_LV_KS];
  self->ks_s_ml[AL_RV] = v[AL_PARAMETER_RV_KS];
  self->per_relaxation_s[AL_LA] = 1 / v[AL_PARAMETER_LA_TAU];
  self->per_relaxation_s[AL_LV] = 1 / v[AL_PARAMETER_LV_TAU];
  self->per_relaxation_s[AL_RA] = 1 / v[AL_PARAMETER_RA_TAU];
  self->per_relaxation_s[AL_RV] = 1 / v[AL_PARAMETER_RV_TAU];
  self->septum_diastole = v[AL_PARAMETER_SEPTUM_DIASTOLE];
  self->septum_systole = v[AL_PARAMETER_SEPTUM_SYSTOLE];
  self->pericardium_mmhg = v[AL_PARAMETER_PERICARDIUM_P];
  self->pericardium_ml = pericardium_room (v);
  self->per_pericardium_ml = 1 / v[AL_PARAMETER_PERICARDIUM_K];
}

static void
coefficients_valves (AlCoefficients *self, const AlSettings *settings)
{
  const double *v = settings->value;

  self->valve_cm2[AL_MITRAL] = v[AL_PARAMETER_MITRAL_AREA];
  self->valve_cm2[AL_AORTIC] = v[AL_PARAMETER_AORTIC_AREA];
  self->valve_cm2[AL_TRICUSPID] = v[AL_PARAMETER_TRICUSPID_AREA];
  self->valve_cm2[AL_PULMONARY] = v[AL_PARAMETER_PULMONARY_AREA];
  self->valve_per_cm[AL_MITRAL] = 1 / MITRAL_LENGTH_CM;
  self->valve_per_cm[AL_AORTIC] = 1 / AORTIC_LENGTH_CM;
  self->valve_per_cm[AL_TRICUSPID] = 1 / TRICUSPID_LENGTH_CM;
  self->valve_per_cm[AL_PULMONARY] = 1 / PULMONARY_LENGTH_CM;
  self->leak_cm2[AL_MITRAL] = v[AL_PARAMETER_MITRAL_LEAK];
  self->leak_cm2[AL_AORTIC] = v[AL_PARAMETER_AORTIC_LEAK];
  self->leak_cm2[AL_TRICUSPID] = v[AL_PARAMETER_TRICUSPID_LEAK];
  self->leak_cm2[AL_PULMONARY] = v[AL_PARAMETER_PULMONARY_LEAK];
  self->septal_defect_cm2 = v[AL_PARAMETER_SEPTUM_DEFECT];
  self->atrial_defect_cm2 = v[AL_PARAMETER_SEPTOSTOMY];
  self->obstruction = v[AL_PARAMETER_LVOT_OBSTRUCTION];
  self->per_obstruction_ml = 1 / v[AL_PARAMETER_LVOT_OBSTRUCTION_VOLUME];
}

static void
take_artery (AlCoefficients *self, int i, AlArtery artery)
{
  self->p1_mmhg[i] = artery.p1_mmhg;
  self->per_v1_ml[i] = artery.per_v1_ml;
  self->eta_mmhg_s_ml[i] = artery.eta_mmhg_s_ml;
}

static void
coefficients_arteries (AlCoefficients *self, const AlSettings *settings)
{
  const double *v = settings->value, p1 = v[AL_PARAMETER_ARTERIES_P1];

  take_artery (
      self, AL_ARCH,
      al_artery (p1, ARTERIAL_REFERENCE_MMHG, v[AL_PARAMETER_ARCH_C], v[AL_PARAMETER_ARCH_ETA]));
  take_artery (self, AL_THORACIC,
               al_artery (p1, ARTERIAL_REFERENCE_MMHG, v[AL_PARAMETER_THORACIC_C],
                          v[AL_PARAMETER_THORACIC_ETA]));
  take_artery (self, AL_ABDOMINAL,
               al_artery (p1, ARTERIAL_REFERENCE_MMHG, v[AL_PARAMETER_ABDOMINAL_C],
                          v[AL_PARAMETER_ABDOMINAL_ETA]));
  take_artery (
      self, AL_UPPER,
      al_artery (p1, ARTERIAL_REFERENCE_MMHG, v[AL_PARAMETER_UPPER_C], v[AL_PARAMETER_UPPER_ETA]));
  take_artery (
      self, AL_PA,
      al_artery (v[AL_PARAMETER_PA_P1], PULMONARY_REFERENCE_MMHG, v[AL_PARAMETER_PA_C], 0));
  self->per_arch_l = 1 / v[AL_PARAMETER_ARCH_L];
  self->arch_r = v[AL_PARAMETER_ARCH_R];
  self->per_abdominal_l = 1 / v[AL_PARAMETER_ABDOMINAL_L];
  self->abdominal_r = v[AL_PARAMETER_ABDOMINAL_R];
  self->upper_g = 1 / v[AL_PARAMETER_UPPER_R];
  self->upper_bed_g = 1 / v[AL_PARAMETER_UPPER_BED_R];
  self->lower_bed_g = 1 / v[AL_PARAMETER_LOWER_BED_R];
  self->coronary_g1 = 1 / v[AL_PARAMETER_CORONARY_R1];
  self->coronary_g2 = 1 / v[AL_PARAMETER_CORONARY_R2];
  self->per_coronary_c = 1 / v[AL_PARAMETER_CORONARY_C];
  self->coronary_share = v[AL_PARAMETER_CORONARY_PIM];
  self->bronchial_g = 1 / v[AL_PARAMETER_BRONCHIAL_R];
}

static void
coefficients_veins_and_lungs (AlCoefficients *self, const AlSettings *settings)
{
  const double *v = settings->value;
  double mechanical = v[AL_PARAMETER_VENTILATION_MODE];
  double peep_cmh2o = mechanical * v[AL_PARAMETER_VENTILATION_PEEP];
  double excess = al_max (peep_cmh2o - PEEP_HARMLESS_CMH2O, 0);
  double per_mmhg = 0.01 * v[AL_PARAMETER_LUNG_DISTENSIBILITY];
  double diameter = 1 + per_mmhg * v[AL_PARAMETER_LUNG_REFERENCE];

  self->upper_vein = (AlVein){1 / v[AL_PARAMETER_UPPER_VEIN_C], v[AL_PARAMETER_UPPER_VEIN_VUS]};
  self->lower_vein = (AlVein){1 / v[AL_PARAMETER_LOWER_VEIN_C], v[AL_PARAMETER_LOWER_VEIN_VUS]};
  self->upper_vein_g = 1 / v[AL_PARAMETER_UPPER_VEIN_R];
  self->lower_vein_g = 1 / v[AL_PARAMETER_LOWER_VEIN_R];
  self->lung_per_mmhg = per_mmhg;
  self->lung_g = 1 / (5 * v[AL_PARAMETER_LUNG_R] * diameter * diameter * diameter * diameter *
                      (1 + PEEP_RESISTANCE_PER_CMH2O * excess));
  self->per_pulmonary_vein_c = 1 / v[AL_PARAMETER_PULMONARY_VEIN_C];
  self->pulmonary_vein_g = 1 / v[AL_PARAMETER_PULMONARY_VEIN_R];
  self->thorax = al_thorax (mechanical, peep_cmh2o * AL_MMHG_PER_CMH2O);
}

/* Solves once what the viscous walls of arch and upper-body arteries ask for at every stage. */
static void
couple_walls (AlCoefficients *self)
{
  double eta0 = self->eta_mmhg_s_ml[AL_ARCH], eta_u = self->eta_mmhg_s_ml[AL_UPPER];
  double a00 = 1 + eta0 * (self->upper_g + self->coronary_g1), a0u = -eta0 * self->upper_g;
  double auu = 1 + eta_u * (self->upper_g + self->upper_bed_g), au0 = -eta_u * self->upper_g;
  double determinant = a00 * auu - a0u * au0;

  self->wall_arch = auu / determinant;
  self->wall_arch_upper = -a0u / determinant;
  self->wall_upper_arch = -au0 / determinant;
  self->wall_upper = a00 / determinant;
  self->wall_abdominal = 1 / (1 + self->eta_mmhg_s_ml[AL_ABDOMINAL] * self->lower_bed_g);
}

/**
 * al_coefficients_from_settings:
 * @self: (out caller-allocates): coefficients
 * @settings: settings
 *
 * Gathers what the equations need of a patient on whom nothing slow acts. The same settings give
 * the same bytes.
 */
void
al_coefficients_from_settings (AlCoefficients *self, const AlSettings *settings)
{
  memset (self, 0, sizeof *self);
  coefficients_heart (self, settings);
  coefficients_valves (self, settings);
  coefficients_arteries (self, settings);
  coefficients_veins_and_lungs (self, settings);
  al_ecmo_from_settings (&self->ecmo, settings);
  al_micro_axial_pump_from_settings (&self->mafp, settings);
  couple_walls (self);
}

/**
 * al_coefficients_tune:
 * @self: (inout): coefficients, the untuned part that of @patient already
 * @patient: those of the patient alone
 * @tune: what acts on them
 *
 * Applies reflexes, drugs and slow organs.
 */
void
al_coefficients_tune (AlCoefficients *self, const AlCoefficients *patient, const AlTune *tune)
{
  memcpy ((char *) self + AL_COEFFICIENTS_TUNED, (const char *) patient + AL_COEFFICIENTS_TUNED,
          sizeof *self - AL_COEFFICIENTS_TUNED);
  self->ees_mmhg_ml[AL_LV] *= tune->lv_ees;
  self->ees_mmhg_ml[AL_RV] *= tune->rv_ees;
  self->ees_mmhg_ml[AL_LA] *= tune->atrial_ees;
  self->per_relaxation_s[AL_LV] /= tune->relaxation;
  self->per_relaxation_s[AL_RV] /= tune->relaxation;
  self->upper_bed_g /= tune->resistance;
  self->lower_bed_g /= tune->resistance;
  self->lung_g /= tune->lung_resistance;
  self->upper_vein.unstressed_ml += AL_VEIN_UPPER_SHARE * tune->venous_ml;
  self->lower_vein.unstressed_ml += (1 - AL_VEIN_UPPER_SHARE) * tune->venous_ml;
  self->given_upper_ml_s = tune->given_upper_ml_s;
  self->given_lower_ml_s = tune->given_lower_ml_s;
  self->lung_water_ml_s = tune->lung_water_ml_s;
  self->water_ml_s = tune->water_ml_s;
  couple_walls (self);
}
